// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "planted.h"

#include "reports/edited_letter.h"

#include <QBuffer>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace planted {

namespace {

const QDate today(2026, 11, 12);
const auto upn = "A000000010001"_ba;
const auto address = "41 Quillmere Hollow"_ba;
const auto locality = "Zorblatt Green"_ba;
const auto town = "Thrumpington"_ba;
const auto postcode = "ZQ9 4XW"_ba;
const auto school = "Ravensmoor Academy"_ba;
const auto laestab = "8887654"_ba;
const auto urn = "987654"_ba;
const auto uci = "888765410001A"_ba;
const auto uln = "9871234560"_ba;
const auto next = "7 Thistledown Mews"_ba; // where the person lives now
const auto file = u"Glimmerford"_s;        // in the name of every file that was handed over
const auto folderName = u"Wexcombe Lodge"_s;
const auto ownName = u"Pellworth"_s;
const auto place = u"Tamblewood shelf"_s; // where a paper lies

QString bare(const QString& text)
{
    QString plain;
    for (const QChar c : text)
        if (!c.isSpace() && c != QChar::SoftHyphen && c != QChar(0x200b))
            plain += c.toCaseFolded();
    return plain;
}

QString write(const QString& path, const QByteArray& bytes)
{
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
        qFatal("cannot write what is to be planted");
    return path;
}

// A census table of one term: known fields and unknown ones.
QByteArray census(const QByteArray& suffix, const QByteArray& year, const QByteArray& ethnic)
{
    QByteArray heads, cells;
    const std::pair<QByteArray, QByteArray> fields[] = {
        {"UPN_" + suffix, upn}, {"Surname_" + suffix, "Okafor-Hale"}, {"Forename_" + suffix, "Mina Rose"},
        {"DOB_" + suffix, "03/05/2003"}, {"AcademicYear_" + suffix, year}, {"EthnicGroupMinor_" + suffix, ethnic},
        {"ULN_Census_" + suffix, uln}, {"Postcode_" + suffix, postcode}, {"LAEstab_" + suffix, laestab},
        {"URN_" + suffix, urn}, {"LSOA01_" + suffix, "E01" + urn}, {"UCI", uci}, {"SchoolName", school},
        {"HomeStreet", address}, {"Village", locality}, {"Post town", town},
        {"Remarks", "moved from " + school + " near " + locality}};
    for (const auto& [head, cell] : fields) {
        heads += (heads.isEmpty() ? "" : ",") + head;
        cells += (cells.isEmpty() ? "" : ",") + cell;
    }
    return QByteArray(heads + "\r\n" + cells + "\r\n");
}

QByteArray transferFile()
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CTfile><Header><DocumentName>Common Transfer File</DocumentName>"
           "<CTFversion>24.0</CTFversion><DateTime>2015-07-12T10:00:00</DateTime><SourceSchool><LEA>" + laestab.left(3)
           + "</LEA><Estab>" + laestab.mid(3) + "</Estab><SchoolName>" + school + "</SchoolName><AcademicYear>2014"
             "</AcademicYear></SourceSchool></Header><CTFpupilData><Pupil><UPN>" + upn + "</UPN><UniqueLearnerNumber>" + uln
           + "</UniqueLearnerNumber><UCI>" + uci + "</UCI><Surname>Okafor-Hale</Surname><Forename>Mina Rose</Forename>"
             "<DOB>2003-05-03</DOB><Sex>F</Sex><Address><AddressAsLines><AddressLine1>" + address + "</AddressLine1><AddressLine2>"
           + locality + "</AddressLine2><AddressLine3>" + town + "</AddressLine3></AddressAsLines><PostCode>" + postcode
           + "</PostCode></Address><SchoolHistory><School><LEA>" + laestab.left(3) + "</LEA><Estab>" + laestab.mid(3)
           + "</Estab><SchoolName>" + school + "</SchoolName><EntryDate>2010-09-01</EntryDate></School></SchoolHistory>"
             "<StageAssessments><KeyStage><Stage>KS2</Stage><StageAssessment><Locale>ENG</Locale><Year>2014</Year><Subject>"
             "ENG</Subject><Method>TA</Method><ResultStatus>R</ResultStatus><ResultQualifier>NL</ResultQualifier><Result>4"
             "</Result></StageAssessment></KeyStage></StageAssessments></Pupil></CTFpupilData></CTfile>\n";
}

quint32 checksum(const QByteArray& bytes)
{
    quint32 sum = 0xffffffff;
    for (const char c : bytes) {
        sum ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~sum;
}

// A zip of one file, stored as it is.
QByteArray zipOf(const QByteArray& name, const QByteArray& content)
{
    QByteArray zip;
    QDataStream out(&zip, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    const auto raw = [&out](const QByteArray& bytes) { out.writeRawData(bytes.constData(), static_cast<int>(bytes.size())); };
    const auto common = [&] {
        out << quint16(20) << quint16(0) << quint16(0) << quint16(0) << quint16(33) << checksum(content)
            << quint32(content.size()) << quint32(content.size()) << quint16(name.size()) << quint16(0);
    };
    raw("PK\x03\x04");
    common();
    raw(name);
    raw(content);
    const auto directory = quint32(zip.size());
    raw("PK\x01\x02");
    out << quint16(20);
    common();
    out << quint16(0) << quint16(0) << quint16(0) << quint32(0) << quint32(0);
    raw(name);
    const auto size = quint32(zip.size()) - directory;
    raw("PK\x05\x06");
    out << quint16(0) << quint16(0) << quint16(1) << quint16(1) << size << directory << quint16(0);
    return zip;
}

QByteArray paperPage()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.drawText(40, 60, QString::fromLatin1(school));
    painter.drawText(40, 120, QString::fromLatin1(address));
    painter.end();
    return bytes;
}

record::Entry handWritten(record::DocumentId document)
{
    record::Entry entry;
    entry.writtenIn = true;
    entry.collection = u"SC"_s;
    entry.year = catalogue::AcademicYear{2012};
    entry.term = catalogue::Term::Spring;
    entry.establishment = QString::fromLatin1(laestab);
    entry.document = document;
    for (const auto& [name, item, raw] : {std::tuple{u"EthnicGroupMinor"_s, u"EthnicGroupMinor_[term][yy]"_s, u"WIRI"_s},
                                          {u"Our street"_s, QString(), QString::fromLatin1(address)}}) {
        record::Value value;
        value.name = name;
        value.item = item;
        value.raw = raw;
        value.where.path = u"page 1, "_s + place;
        entry.values.push_back(value);
    }
    return entry;
}

record::ValueId valueNamed(const record::Record& record, const QString& name)
{
    for (const record::Entry& entry : record.entries)
        for (const record::Value& value : entry.values)
            if (value.name.startsWith(name))
                return value.id;
    qFatal("nothing of that name was planted");
}

// What a person writes: about the postcode and about the ethnic group, in sentences of their own, with a letter that
// was begun, changed by hand and printed.
void writeLetters(desk::Sitting& sitting, const QString& evidence)
{
    for (const QString& field : {u"Postcode_"_s, u"EthnicGroupMinor_SPR10"_s}) {
        requests::Concern concern;
        const desk::SnapshotPtr now = sitting.snapshot();
        concern.values = desk::freeze(*now, {valueNamed(now->record, field)});
        concern.shouldSay = field.startsWith(u"Post"_s) ? QString::fromLatin1(next + ", " + town) : u"White and Asian"_s;
        concern.ownWords = QString::fromLatin1("I was never at " + school + ".\nI lived at " + address + ", " + locality + ".");
        concern.evidence = {done(sitting.attach(evidence))};
        concern.evidenceNames = {u"bill-"_s + file + u".txt"_s, u"birth certificate (copy)"_s};
        concern.made = QDateTime(today, QTime(12, 0));
        concern.id = done(sitting.saveConcern(concern));
        requests::Request request;
        request.concern = concern.id;
        request.to = requests::Controller::School;
        request.writer.name = u"Mina Rose Okafor-Hale"_s;
        request.writer.address = {QString::fromLatin1(next), QString::fromLatin1(town)};
        request.id = done(sitting.saveRequest(request));
        const auto letter = requests::correctionLetter(
            desk::letterInput(*sitting.snapshot(), concern, request.writer, request.to));
        if (!letter)
            qFatal("no letter");
        requests::Letter edited = *letter;
        edited.parts[4].lines.front().push_back({QString::fromLatin1(" As I told " + school + " at " + next + "."), false, false});
        request.draft = reports::letterToJson(edited);
        request.id = done(sitting.saveRequest(request));
        (void)done(sitting.printLetter(request.id, edited, reports::LetterFormat::Html));
    }
}

} // namespace

const std::vector<Word>& words()
{
    static const std::vector<Word> all{
        {"address", QString::fromLatin1(address)}, {"locality", QString::fromLatin1(locality)},
        {"town", QString::fromLatin1(town)},       {"postcode", QString::fromLatin1(postcode)},
        {"school", QString::fromLatin1(school)},   {"LAESTAB", QString::fromLatin1(laestab)},
        {"URN", QString::fromLatin1(urn)},         {"UPN", QString::fromLatin1(upn)},
        {"UCI", QString::fromLatin1(uci)},         {"ULN", QString::fromLatin1(uln)},
        {"new address", QString::fromLatin1(next)}, {"file name", file},
        {"folder of the record", folderName},      {"name of the record file", ownName},
        {"place of a paper", place}};
    return all;
}

QStringList in(const QString& text)
{
    QStringList found;
    const QString plain = bare(text);
    for (const Word& word : words())
        if (plain.contains(bare(word.text)))
            found << QString::fromLatin1(word.what);
    return found;
}

QStringList inFile(const QString& path)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = source.readAll();
    if (bytes.startsWith("PK")) {
        QProcess unzip;
        unzip.start(u"unzip"_s, {u"-p"_s, path});
        unzip.waitForFinished();
        bytes += unzip.readAllStandardOutput();
    }
    QByteArray narrow;
    for (const char c : bytes)
        if (c != '\0')
            narrow += c; // of UTF-16 text the letters stay
    return in(QString::fromUtf8(narrow) + QString::fromLatin1(narrow));
}

QString passphrase()
{
    return u"apple river candle moss tractor pebble"_s;
}

Record plant(const QString& folder, bool atRisk)
{
    QDir(folder).mkpath(folderName);
    QDir(folder).mkpath(u"given"_s);
    QDir(folder).mkpath(u"saved"_s);
    const QString given = folder + u"/given/"_s;
    Record made;
    made.path = folder + u'/' + folderName + u'/' + ownName + u".pupilrecord"_s;
    made.letters = folder + u"/saved"_s;
    const QString first = write(given + u"census-"_s + file + u".csv"_s, census("SPR10", "2009/2010", "WBRI"));
    const QString box = write(given + u"box-"_s + file + u".zip"_s,
                              zipOf("inner-" + file.toUtf8() + ".csv", census("SPR11", "2010/2011", "MWAS")));
    const QString transfer = write(given + u"transfer-"_s + file + u".xml"_s, transferFile());
    const QString scan = write(given + u"scan-"_s + file + u".pdf"_s, paperPage());
    const QString bill = write(given + u"bill-"_s + file + u".txt"_s, address);
    made.source = write(given + u"later-"_s + file + u".csv"_s, census("SPR12", "2011/2012", "WBRI"));
    made.broken = write(given + u"torn-"_s + file + u".xlsx"_s, "PK\x03\x04 torn");
    made.paper = write(given + u"photo-"_s + file + u".pdf"_s, paperPage() + "\n");

    const base::Clock clock(today);
    {
        extract::CreateOptions quick;
        quick.kdfProfile = 2;
        record::Person person{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), QString::fromLatin1(upn), QString::fromLatin1(uln)};
        if (!extract::Extract::create(made.path, extract::Secret::fromText(passphrase()), person, clock, quick))
            qFatal("no record file");
    }
    desk::Sitting sitting(clock);
    (void)done(sitting.open(made.path, extract::Secret::fromText(passphrase())));
    for (const QString& source : {first, box, transfer})
        (void)done(sitting.import({source}, {}));
    const record::DocumentId paper = done(sitting.attachPaper(scan)).id;
    (void)done(sitting.writeIn({handWritten(paper)}));
    writeLetters(sitting, bill);
    record::Decisions decisions;
    decisions.dismissals = {{u"rule:1"_s, QString::fromLatin1("we moved to " + next), QDateTime(today, QTime(12, 0))}};
    (void)done(sitting.saveDecisions(decisions));
    if (atRisk)
        (void)done(sitting.setAtRisk(true));
    (void)done(sitting.lock());
    return made;
}

} // namespace planted
