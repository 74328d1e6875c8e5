// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A whole school's files, one record file for each pupil; and a record file as the source of another.
#include "desk/import_run.h"
#include "desk/record_source.h"
#include "desk/sitting.h"
#include "desk/split_run.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const base::Clock someDay(QDate(2026, 11, 22));
const record::Person mina{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};

// Two tables of the same school, in another order of pupils each.
const QByteArray spring = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10,Mother\n"
                          "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI,x\n"
                          "B000000010002,Someone,Else,04/06/2003,2009/2010,BCRB,y\n"
                          "C000000010003,Third,Thea,05/07/2003,2009/2010,MWAS,z\n";
const QByteArray autumn = "UPN_AUT09,Surname_AUT09,Forename_AUT09,DOB_AUT09,AcademicYear_AUT09,FSMeligible_AUT09\n"
                          "C000000010003,Third,Thea,05/07/2003,2009/2010,1\n"
                          "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,0\n";

readers::Source school()
{
    return {{readers::bufferPart(u"spring.csv"_s, spring), readers::bufferPart(u"autumn.csv"_s, autumn)}};
}

extract::Secret listSecret()
{
    return extract::Secret::fromText(u"the list of the school has this"_s);
}

extract::Secret secret()
{
    return extract::Secret::fromText(u"apple river candle moss tractor pebble"_s);
}

template <typename T>
base::Result<T> wait(desk::Answer<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

desk::SplitOptions into(const QString& folder)
{
    desk::SplitOptions options;
    options.folder = folder;
    options.kdfProfile = 2; // a quarter of the memory: tests wait for it
    return options;
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

base::Result<desk::SplitReport> splitInto(const QString& folder, const std::stop_token& stop = {},
                                          std::function<void(const desk::SplitPlan&)> told = {})
{
    return desk::split(school(), listSecret(), into(folder), someDay, told, stop, {});
}

// The record of a made file, with the passphrase out of the list.
base::Result<record::Record> recordOf(const QString& folder, const QString& file)
{
    auto list = extract::PassphraseList::open(folder + u"/passphrases.pupillist"_s, listSecret(), true);
    if (!list)
        return tl::unexpected(list.error());
    const auto words = list->passphraseOf(file);
    if (!words)
        return tl::unexpected(words.error());
    const auto opened = extract::Extract::open(folder + u'/' + file, *words, someDay);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto sound = opened->verify();
    if (!sound || !sound->problems.empty())
        return base::fail(base::ErrorKind::Damaged, u"not sound"_s);
    return opened->record();
}

} // namespace

class SplitTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_count = 0;

    QString fresh() { return m_dir.filePath(QString::number(++m_count)); }

    QString given(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("could not write a source");
        return file.fileName();
    }

    // A record file about Mina with these tables in it.
    QString recordFile(const QStringList& sources, const record::Person& person = mina)
    {
        const QString path = fresh() + u".pupilrecord"_s;
        extract::CreateOptions options;
        options.kdfProfile = 2;
        auto made = extract::Extract::create(path, secret(), person, someDay, options);
        if (!made)
            qFatal("could not make the record file");
        for (const QString& source : sources)
            if (!desk::importSource(*made, *readers::openSource({source}), {}, {}, {}))
                qFatal("could not import");
        return path;
    }

    static desk::SourceSecrets opening()
    {
        desk::SourceSecrets secrets;
        secrets.passphrase = secret();
        return secrets;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(extract::protectProcess()); }

    void everyPupilGetsTheirOwnFile()
    {
        const QString folder = fresh();
        desk::SplitPlan plan;
        const auto report = splitInto(folder, {}, [&](const desk::SplitPlan& told) { plan = told; });
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->pupils, 3);
        QCOMPARE(report->made, 3);
        QCOMPARE(plan.pupils, 3);
        QVERIFY(plan.workers >= 1);
        QCOMPARE(filesIn(folder), QStringList({u"0001.pupilrecord"_s, u"0002.pupilrecord"_s, u"0003.pupilrecord"_s, u"passphrases.pupillist"_s}));

        const auto first = recordOf(folder, u"0001.pupilrecord"_s);
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->person.upn, mina.upn);
        QCOMPARE(first->documents.size(), std::size_t(2));
        QCOMPARE(first->entries.size(), std::size_t(2));
        QCOMPARE(first->documents[0].withheldBytes, first->documents[0].size);
        QCOMPARE(first->documents[0].size, qint64(spring.size()));
        for (const record::Entry& entry : first->entries)
            for (const record::Value& value : entry.values) {
                QVERIFY(value.where.row == 2 || value.where.row == 3);
                QVERIFY(value.where.column > 0);
                QVERIFY(!value.raw.contains(u"Someone"_s));
            }
        const auto second = recordOf(folder, u"0002.pupilrecord"_s);
        QVERIFY(second);
        QCOMPARE(second->person.upn, u"B000000010002"_s);
        QCOMPARE(second->documents.size(), std::size_t(1)); // the autumn table says nothing of them
    }

    // What importing the same file one pupil at a time gives, value by value, of every kind of source: tables and census
    // XML go through as delivered, workbooks and long tables as entries.
    void saysTheSameAsAnImport_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QByteArrayList>("sources");
        const QByteArray xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message><Header><CollectionDetails><Collection>SC</Collection><Term>SPR</Term><Year>2010"
            "</Year><ReferenceDate>2010-01-21</ReferenceDate></CollectionDetails><Source><LEA>000</LEA><Estab>4001</Estab></Source></Header>"
            "<Pupils><PupilsOnRoll>\n<PupilOnRoll><PupilIdentifiers><UPN>B000000010002</UPN><Surname>Someone</Surname><Forename>Else</Forename>"
            "<DOB>2003-06-04</DOB></PupilIdentifiers></PupilOnRoll>\n<PupilOnRoll><PupilIdentifiers><UPN>A000000010001</UPN><Surname>Okafor-Hale"
            "</Surname><Forename>Mina Rose</Forename><DOB>2003-05-03</DOB></PupilIdentifiers><PupilCharacteristics><Ethnicity>WBRI</Ethnicity>"
            "</PupilCharacteristics><Exclusions><TermlyExclusion><ExclusionReason>DB</ExclusionReason><ExclusionStartDate>2009-10-05"
            "</ExclusionStartDate></TermlyExclusion></Exclusions></PupilOnRoll></PupilsOnRoll></Pupils></Message>\n";
        const QByteArray longTable = "UPN,Name,DOB,AcademicYear,Term,Item,Value\n"
                                     "B000000010002,Else Someone,04/06/2003,2009/2010,Spring,EthnicGroupMinor,BCRB\n"
                                     "A000000010001,Mina Rose Okafor-Hale,03/05/2003,2009/2010,Spring,EthnicGroupMinor,WBRI\n"
                                     "A000000010001,Mina Rose Okafor-Hale,03/05/2003,2009/2010,Autumn,FSMeligible,1\n";
        const QByteArray semicolons = QByteArray("UPN;Surname;Forename;DOB;Gender;Extra\r\nB000000010002;Someone;Else;04/06/2003;M;\"a;b\"\r\n") +
                                      "A000000010001;\"Okafor-Hale\";Mina Rose;03/05/2003;F;\"two\r\nlines \"\"so\"\"\";past the end\r\n";
        QTest::newRow("tables") << QStringList{u"spring.csv"_s, u"autumn.csv"_s} << QByteArrayList{spring, autumn};
        QTest::newRow("quotes and line breaks") << QStringList{u"quoted.csv"_s} << QByteArrayList{semicolons};
        QTest::newRow("UTF-16") << QStringList{u"wide.csv"_s}
                                << QByteArrayList{QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char*>(QString::fromUtf8(spring).utf16()), 2 * spring.size())};
        QTest::newRow("long table") << QStringList{u"long.csv"_s} << QByteArrayList{longTable};
        QTest::newRow("census XML") << QStringList{u"census.xml"_s} << QByteArrayList{xml};
        QTest::newRow("together") << QStringList{u"census.xml"_s, u"spring.csv"_s, u"long.csv"_s} << QByteArrayList{xml, spring, longTable};
    }
    void saysTheSameAsAnImport()
    {
        QFETCH(QStringList, names);
        QFETCH(QByteArrayList, sources);
        const QString folder = fresh();
        readers::Source whole;
        for (qsizetype i = 0; i < names.size(); ++i)
            whole.parts.push_back(readers::bufferPart(names[i], sources[i]));
        const auto report = desk::split(whole, listSecret(), into(folder), someDay, {}, {}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        std::optional<record::Record> made;
        for (int n = 1; n <= report->pupils; ++n)
            if (auto one = recordOf(folder, u"000%1.pupilrecord"_s.arg(n)); one && one->person.upn == mina.upn)
                made = std::move(*one);
        QVERIFY(made);
        extract::CreateOptions options;
        options.kdfProfile = 2;
        auto alone = extract::Extract::create(fresh() + u".pupilrecord"_s, secret(), mina, someDay, options);
        QVERIFY(alone);
        QVERIFY(desk::importSource(*alone, whole, {}, {}, {}));
        const auto imported = alone->record();
        QVERIFY(imported);
        QCOMPARE(made->entries.size(), imported->entries.size());
        for (std::size_t i = 0; i < made->entries.size(); ++i) {
            const record::Entry& a = made->entries[i];
            const record::Entry& b = imported->entries[i];
            QCOMPARE(a.fingerprint, b.fingerprint);
            QCOMPARE(a.witnesses.size(), b.witnesses.size());
            QCOMPARE(a.values.size(), b.values.size());
            for (std::size_t n = 0; n < a.values.size(); ++n) {
                QCOMPARE(a.values[n].name, b.values[n].name);
                QCOMPARE(a.values[n].item, b.values[n].item);
                QCOMPARE(a.values[n].raw, b.values[n].raw);
                QVERIFY2(a.values[n].where == b.values[n].where, qPrintable(a.values[n].where.text() + u" / "_s + b.values[n].where.text()));
            }
        }
    }

    void eachHasAPassphraseOfItsOwn()
    {
        const QString folder = fresh();
        QVERIFY(splitInto(folder));
        const auto list = extract::PassphraseList::open(folder + u"/passphrases.pupillist"_s, listSecret(), true);
        QVERIFY(list);
        const auto files = list->files();
        QVERIFY(files);
        QCOMPARE(files->size(), std::size_t(3));
        QSet<QByteArray> all;
        for (const extract::ListedFile& file : *files) {
            QVERIFY(file.made);
            const auto words = list->passphraseOf(file.file);
            QVERIFY(words);
            const QByteArray text(words->data(), qsizetype(words->size()));
            QCOMPARE(text.split(' ').size(), 6);
            all.insert(text);
        }
        QCOMPARE(all.size(), 3);
        QVERIFY(!list->passphraseOf(u"0009.pupilrecord"_s));
        // One pupil's passphrase opens no other file.
        const auto first = list->passphraseOf(u"0001.pupilrecord"_s);
        const auto other = extract::Extract::open(folder + u"/0002.pupilrecord"_s, *first, someDay);
        QVERIFY(!other);
        QCOMPARE(other.error().kind, base::ErrorKind::WrongPassphrase);
    }

    void goesOnWhereItWasInterrupted()
    {
        const QString folder = fresh();
        std::stop_source stop;
        // Stopped when everything is read and nothing is made.
        const auto stopped = splitInto(folder, stop.get_token(), [&](const desk::SplitPlan&) { stop.request_stop(); });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, base::ErrorKind::Stopped);
        QVERIFY(filesIn(folder).isEmpty()); // a list that opens nothing would only be in the way
        // Half a file of a run that was ended, and one that was whole before it could be noted.
        given(u"%1/0002.pupilrecord.half"_s.arg(m_count), "half");
        const auto first = splitInto(folder);
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->made, 3);
        QFile before(folder + u"/0001.pupilrecord"_s);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray bytes = before.readAll();
        QVERIFY(QFile::remove(folder + u"/0002.pupilrecord"_s));
        const auto again = splitInto(folder);
        QVERIFY(again);
        QCOMPARE(again->made, 1);
        QCOMPARE(again->already, 2);
        QFile after(folder + u"/0001.pupilrecord"_s);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), bytes);
        QVERIFY(recordOf(folder, u"0002.pupilrecord"_s));
        QCOMPARE(filesIn(folder).size(), 4);
        const auto nothing = splitInto(folder);
        QVERIFY(nothing);
        QCOMPARE(nothing->made, 0);
    }

    void refusesOtherFilesAndWrongPassphrases()
    {
        const QString folder = fresh();
        QVERIFY(splitInto(folder));
        const readers::Source other{{readers::bufferPart(u"spring.csv"_s, spring)}};
        const auto mixed = desk::split(other, listSecret(), into(folder), someDay, {}, {}, {});
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().kind, base::ErrorKind::Usage);
        const auto wrong = desk::split(school(), secret(), into(folder), someDay, {}, {}, {});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, base::ErrorKind::WrongPassphrase);
        // Record files that no list knows are not replaced.
        QVERIFY(QFile::remove(folder + u"/passphrases.pupillist"_s));
        const auto strange = splitInto(folder);
        QVERIFY(!strange);
        QCOMPARE(strange.error().kind, base::ErrorKind::WouldOverwrite);
    }

    void namesOnlyWhenAskedFor()
    {
        const QString folder = fresh();
        desk::SplitOptions options = into(folder);
        options.names = true;
        QVERIFY(desk::split(school(), listSecret(), options, someDay, {}, {}, {}));
        QVERIFY(filesIn(folder).contains(u"okafor-hale-mina-rose-2003-05-03-0001.pupilrecord"_s) ||
                filesIn(folder).contains(u"mina-rose-okafor-hale-2003-05-03-0001.pupilrecord"_s));
        const auto again = desk::split(school(), listSecret(), options, someDay, {}, {}, {});
        QVERIFY(again);
        QCOMPARE(again->already, 3);
    }

    void nothingReadableIsOnTheDisk()
    {
        const QString folder = fresh();
        QVERIFY(splitInto(folder));
        QDirIterator files(folder, QDir::Files | QDir::Hidden);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char* plain : {"Okafor", "A000000010001", "WBRI", "Someone", "spring.csv", "0002.pupilrecord"})
                QVERIFY2(!bytes.contains(plain), plain);
        }
    }

    // Blocks of a pupil's strand are written many times when there is little memory, and come back in order.
    void spoolGivesBackWhatItTook()
    {
        auto spool = extract::Spool::in(m_dir.path(), 64);
        QVERIFY(spool);
        QByteArrayList expected[3];
        for (int n = 0; n < 500; ++n) {
            const QByteArray piece(n % 40, static_cast<char>('a' + n % 26));
            QVERIFY(spool->add(std::size_t(n % 3), piece));
            expected[n % 3] << piece;
        }
        QVERIFY(spool->finish());
        for (std::size_t strand = 0; strand < 3; ++strand) {
            QByteArrayList got;
            QVERIFY(spool->forEach(strand, [&](QByteArrayView piece) -> base::Result<void> {
                got << piece.toByteArray();
                return {};
            }));
            QCOMPARE(got, expected[strand]);
        }
        QVERIFY(spool->forEach(7, [](QByteArrayView) -> base::Result<void> { return base::fail(base::ErrorKind::Usage, {}); }));
        QVERIFY(filesIn(m_dir.path()).filter(u"splitting"_s).isEmpty());
    }

    void listIsNoRecordAndRecordNoList()
    {
        const QString folder = fresh();
        QVERIFY(splitInto(folder));
        desk::Sitting sitting(someDay);
        const auto asRecord = wait(sitting.open(folder + u"/passphrases.pupillist"_s, listSecret()));
        QVERIFY(!asRecord);
        QCOMPARE(asRecord.error().kind, base::ErrorKind::NotAnExtract);
        QVERIFY(!sitting.snapshot());
        const QString record = recordFile({});
        const auto asList = extract::PassphraseList::open(record, secret(), true);
        QVERIFY(!asList);
        QCOMPARE(asList.error().kind, base::ErrorKind::NotAnExtract);
    }

    void anotherRecordFileComesOver()
    {
        const QString other = recordFile({given(u"spring.csv"_s, spring), given(u"autumn.csv"_s, autumn)});
        const QString path = recordFile({});
        desk::Sitting sitting(someDay);
        QVERIFY(wait(sitting.open(path, secret())));
        const auto needs = wait(sitting.needs({other}));
        QVERIFY(needs && needs->passphrase && !needs->password);
        const auto plain = wait(sitting.needs({given(u"spring.csv"_s, spring)}));
        QVERIFY(plain && !plain->passphrase && !plain->password);
        const auto report = wait(sitting.importWith(opening(), {other}, {}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->documents.size(), std::size_t(2));
        QCOMPARE(report->documents[0].imported.entries, 1);

        const auto from = extract::Extract::open(other, secret(), someDay);
        QVERIFY(from);
        const auto theirs = from->record();
        const desk::SnapshotPtr mine = sitting.snapshot();
        QCOMPARE(mine->record.documents.size(), theirs->documents.size());
        for (std::size_t i = 0; i < theirs->documents.size(); ++i) {
            const record::Document& a = mine->record.documents[i];
            const record::Document& b = theirs->documents[i];
            QCOMPARE(a.sha256, b.sha256);
            QCOMPARE(a.format, b.format);
            QCOMPARE(a.reader, b.reader);
            QCOMPARE(a.withheldBytes, b.withheldBytes);
            QCOMPARE(*wait(sitting.keptBytes(a.id)), *from->keptBytes(b.id));
        }
        QCOMPARE(mine->record.entries.size(), theirs->entries.size());
        for (std::size_t i = 0; i < theirs->entries.size(); ++i)
            QCOMPARE(mine->record.entries[i].fingerprint, theirs->entries[i].fingerprint);
    }

    void sameEntryElsewhereBecomesAWitness()
    {
        // The same census row in another export: other bytes, the same words.
        const QByteArray copy = QByteArray(spring).replace("\n", "\r\n");
        const QString other = recordFile({given(u"spring.csv"_s, spring), given(u"copy.csv"_s, copy)});
        {
            const auto from = extract::Extract::open(other, secret(), someDay);
            QVERIFY(from);
            const auto theirs = from->record();
            QCOMPARE(theirs->entries.size(), std::size_t(1));
            QCOMPARE(theirs->entries[0].witnesses.size(), std::size_t(1));
        }
        for (const QString& path : {recordFile({}), recordFile({given(u"spring.csv"_s, spring)}), recordFile({given(u"copy.csv"_s, copy)})}) {
            desk::Sitting sitting(someDay);
            QVERIFY(wait(sitting.open(path, secret())));
            const auto report = wait(sitting.importWith(opening(), {other}, {}));
            QVERIFY2(report, report ? "" : qPrintable(report.error().message));
            const record::Record& record = sitting.snapshot()->record;
            QCOMPARE(record.documents.size(), std::size_t(2));
            QCOMPARE(record.entries.size(), std::size_t(1));
            QCOMPARE(record.entries[0].witnesses.size(), std::size_t(1));
            QVERIFY(record.entries[0].witnesses[0].agrees);
            QCOMPARE(record.entries[0].witnesses[0].where.row, 2);
            const auto again = wait(sitting.importWith(opening(), {other}, {}));
            QVERIFY(again);
            QVERIFY(again->documents[0].imported.alreadyHeld && again->documents[1].imported.alreadyHeld);
            QCOMPARE(sitting.snapshot()->record.entries[0].witnesses.size(), std::size_t(1));
        }
    }

    void decisionsAndRequestsStayBehind()
    {
        const QString other = recordFile({given(u"spring.csv"_s, spring)});
        {
            desk::Sitting sitting(someDay);
            QVERIFY(wait(sitting.open(other, secret())));
            record::Decisions decisions;
            decisions.nameToUse = u"Another Name"_s;
            QVERIFY(wait(sitting.saveDecisions(decisions)));
            requests::Concern concern;
            concern.shouldSay = u"not this"_s;
            QVERIFY(wait(sitting.saveConcern(concern)));
        }
        desk::Sitting sitting(someDay);
        QVERIFY(wait(sitting.open(recordFile({}), secret())));
        QVERIFY(wait(sitting.importWith(opening(), {other}, {})));
        QVERIFY(sitting.snapshot()->decisions.nameToUse.isEmpty());
        QVERIFY(sitting.snapshot()->concerns.empty());
    }

    void readOnlyIsEnoughAndItselfIsRefused()
    {
        const QString other = recordFile({given(u"spring.csv"_s, spring)});
        QVERIFY(QFile::setPermissions(other, QFile::ReadOwner));
        const QString path = recordFile({});
        desk::Sitting sitting(someDay);
        QVERIFY(wait(sitting.open(path, secret())));
        const auto before = QFile(other).fileTime(QFileDevice::FileModificationTime);
        QVERIFY(wait(sitting.importWith(opening(), {other}, {})));
        QCOMPARE(QFile(other).fileTime(QFileDevice::FileModificationTime), before);

        const auto itself = wait(sitting.importWith(opening(), {path}, {}));
        QVERIFY(!itself);
        QCOMPARE(itself.error().kind, base::ErrorKind::Usage);
        const QString link = fresh();
        QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(link).constData()), 0);
        QVERIFY(!wait(sitting.importWith(opening(), {link}, {})));
        // Refused before anything opened it: the locks still keep others out.
        QVERIFY(wait(sitting.saveDecisions({})));
    }

    void otherPersonAndWrongPassphrase()
    {
        const record::Person else_{u"Else Someone"_s, QDate(2003, 6, 4), u"B000000010002"_s, {}};
        const QString other = recordFile({given(u"spring.csv"_s, spring)}, else_);
        desk::Sitting sitting(someDay);
        QVERIFY(wait(sitting.open(recordFile({}), secret())));
        const auto stopped = wait(sitting.importWith(opening(), {other}, {}));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, base::ErrorKind::ChoiceNeeded);
        QVERIFY(sitting.snapshot()->record.documents.empty());
        record::Selection confirmed;
        confirmed.onlyPupilFits = true;
        QVERIFY(wait(sitting.importWith(opening(), {other}, confirmed)));
        QCOMPARE(sitting.snapshot()->record.documents.size(), std::size_t(1));

        desk::SourceSecrets wrong;
        wrong.passphrase = listSecret();
        const auto refused = wait(sitting.importWith(std::move(wrong), {recordFile({})}, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::WrongPassphrase);
        const auto none = wait(sitting.importWith({}, {recordFile({})}, {}));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, base::ErrorKind::Usage);
    }

    void atRiskComesAlong()
    {
        const QString other = recordFile({given(u"spring.csv"_s, spring)});
        {
            desk::Sitting sitting(someDay);
            QVERIFY(wait(sitting.open(other, secret())));
            QVERIFY(wait(sitting.setAtRisk(true)));
        }
        desk::Sitting sitting(someDay);
        QVERIFY(wait(sitting.open(recordFile({}), secret())));
        QVERIFY(!sitting.snapshot()->atRisk);
        QVERIFY(wait(sitting.importWith(opening(), {other}, {})));
        QVERIFY(sitting.snapshot()->atRisk);
    }
};

QTEST_GUILESS_MAIN(SplitTest)
#include "tst_split.moc"
