// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ctf.h"
#include "readers/read.h"

#include "base/digest.h"

#include "table_fixtures.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace readers;

namespace {

class Collected : public Sink {
public:
    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        parts.push_back(part);
        pupils.push_back(pupil);
        entries.push_back(std::move(entry));
        return {};
    }
    [[nodiscard]] const record::Value* value(const QString& name) const
    {
        for (const record::Entry& entry : entries) {
            for (const record::Value& one : entry.values) {
                if (one.name == name)
                    return &one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] const record::Entry* entryOf(const QString& dataset, const QString& collection = {}) const
    {
        for (const record::Entry& entry : entries) {
            if (entry.dataset == dataset && (collection.isEmpty() || entry.collection == collection))
                return &entry;
        }
        return nullptr;
    }
    [[nodiscard]] qsizetype count(const QString& dataset) const
    {
        return std::count_if(entries.begin(), entries.end(),
                             [&](const record::Entry& entry) { return entry.dataset == dataset; });
    }

    std::vector<int> parts;
    std::vector<int> pupils;
    std::vector<record::Entry> entries;
};

const auto header = R"(<Header><DocumentName>Common Transfer File</DocumentName><CTFversion>24.0</CTFversion>
<DateTime>2019-07-12T10:00:00</DateTime><SourceSchool><LEA>000</LEA><Estab>2001</Estab><SchoolName>Alder</SchoolName>
<AcademicYear>2018</AcademicYear></SourceSchool></Header>)"_ba;

QByteArray pupil(const QByteArray& upn, const QByteArray& name, const QByteArray& born, const QByteArray& more = {})
{
    return "<Pupil><UPN>" + upn + "</UPN><Surname>Test</Surname><Forename>" + name + "</Forename><DOB>" + born +
           "</DOB>" + more + "</Pupil>";
}

QByteArray file(const QByteArray& pupils)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CTfile>" + header + "\n<CTFpupilData>\n" + pupils +
           "\n</CTFpupilData></CTfile>\n";
}

record::Selection wanted(const QString& name, QDate born, const QString& upn = {})
{
    record::Selection selection;
    selection.person.name = name;
    selection.person.born = born;
    selection.person.upn = upn;
    return selection;
}

base::Result<ReadReport> readBytes(const QByteArray& bytes, const record::Selection& selection, Collected& sink)
{
    Source source;
    fixtures::keepSeed(bytes);
    source.parts.push_back(bufferPart(u"a.xml"_s, bytes));
    return read(source, selection, sink);
}

const auto ada = [] { return wanted(u"Ada Test"_s, QDate(2008, 3, 5)); };

QByteArray assessment(const QByteArray& subject, const QByteArray& component, const QByteArray& method,
                      const QByteArray& qualifier, const QByteArray& year, const QByteArray& result)
{
    return "<StageAssessment><Locale>ENG</Locale><Year>" + year + "</Year><Subject>" + subject + "</Subject><Method>" +
           method + "</Method>" + (component.isEmpty() ? QByteArray() : "<Component>" + component + "</Component>") +
           "<ResultStatus>R</ResultStatus><ResultQualifier>" + qualifier + "</ResultQualifier><Result>" + result +
           "</Result></StageAssessment>";
}

} // namespace

class TestCtf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePupilAmongMany()
    {
        const QByteArray mine = pupil("A000200108001", "Ada", "2008-03-05", "<Sex>F</Sex>");
        const QByteArray bytes =
            file(pupil("B000200108002", "Ben", "2008-04-06") + "\n" + mine + "\n" +
                 pupil("C000200108003", "Cy", "2008-05-07") + "\n" + pupil("D000200108004", "Di", "2008-05-08"));
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY(report);
        const ReadDocument& document = report->documents.front();
        QCOMPARE(document.document.format, u"ctf"_s);
        QCOMPARE(document.document.version, u"24.0"_s);
        QCOMPARE(document.document.sha256, base::sha256(bytes));
        QCOMPARE(document.document.size, bytes.size());
        QCOMPARE(report->otherPupils, 3);
        QCOMPARE(report->pupils.size(), std::size_t(1));
        QCOMPARE(report->pupils.front().person.name, u"Ada Test"_s);
        QCOMPARE(document.notTaken.front().why, u"other pupils"_s);
        QCOMPARE(document.notTaken.front().count, 3);
        QVERIFY(!document.kept.contains("Ben"));
        QVERIFY(!document.kept.contains("Cy"));
        QVERIFY(document.kept.contains(mine));
        QCOMPARE(document.kept.count("[withheld: "), 2);
        const QByteArray ben = pupil("B000200108002", "Ben", "2008-04-06");
        QVERIFY(document.kept.contains(
            QByteArray("<!--[withheld: " + QByteArray::number(ben.size()) + " bytes, other pupils]-->")));
        const record::Value* sex = sink.value(u"Sex"_s);
        QVERIFY(sex);
        QCOMPARE(sex->raw, u"F"_s);
        QCOMPARE(sex->item, u"Gender_[term][yy]"_s);
        QCOMPARE(sex->where.path, u"Pupil[2]/Sex"_s);
        QCOMPARE(sex->where.line, 7);
        const record::Entry& first = sink.entries.front();
        QCOMPARE(first.date, QDate(2019, 7, 12));
        QCOMPARE(first.year->text(), u"2018/19"_s);
        QCOMPARE(first.establishment, u"0002001"_s);
        QCOMPARE(first.fingerprint.size(), 32);
    }

    void aFileOfOnePupilIsKeptToTheByte()
    {
        const QByteArray bytes = "\xEF\xBB\xBF" + file("  " + pupil("A000200108001", "Ada", "2008-03-05") + "\r\n");
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY(report);
        QCOMPARE(report->documents.front().kept, bytes);
        QCOMPARE(report->documents.front().document.withheldBytes, 0);
        QVERIFY(report->documents.front().warnings.isEmpty());
    }

    void resultsByStageAndYear()
    {
        const QByteArray results =
            "<StageAssessments><KeyStage><Stage>EYF</Stage>" + assessment("COM", "G01", "FA", "FD", "2013", "2") +
            "</KeyStage><KeyStage><Stage>KS1</Stage>" + assessment("PHO", "", "TT", "NM", "2014", "34") +
            assessment("ENG", "REA", "TA", "NC", "2015", "2B") + "</KeyStage><KeyStage><Stage>KS2</Stage>" +
            assessment("ENG", "REA", "TA", "NC", "2019", "EXS") + assessment("MAT", "", "TT", "NS", "2019", "104") +
            assessment("MAT", "MTC", "TT", "MT", "2022", "25") + "</KeyStage></StageAssessments>";
        Collected sink;
        const auto report = readBytes(file(pupil("A000200108001", "Ada", "2008-03-05", results)), ada(), sink);
        QVERIFY(report);
        const auto check = [&](const QString& name, const QString& collection, const QString& year,
                               const QString& item) {
            for (const record::Entry& entry : sink.entries) {
                for (const record::Value& value : entry.values) {
                    if (value.name != name)
                        continue;
                    QCOMPARE(entry.collection, collection);
                    QCOMPARE(entry.year->text(), year);
                    QCOMPARE(value.item, item);
                    return;
                }
            }
            QFAIL(qPrintable(name + " is not there"_L1));
        };
        check(u"EYF/COM/G01/FA"_s, u"EYFSP"_s, u"2012/13"_s, u"FSP_COM_G01"_s);
        check(u"KS1/PHO/TT"_s, u"PHON"_s, u"2013/14"_s, u"Phonics_PHONICS_MARK"_s);
        check(u"KS1/ENG/REA/TA"_s, u"KS1"_s, u"2014/15"_s, u"KS1_READING"_s);
        check(u"KS2/ENG/REA/TA"_s, u"KS2"_s, u"2018/19"_s, u"KS2_READTAOUTCOME"_s);
        check(u"KS2/MAT/TT"_s, u"KS2"_s, u"2018/19"_s, u"KS2_MATSCORE"_s);
        check(u"KS2/MAT/MTC/TT"_s, u"MTC"_s, u"2021/22"_s, u"FormMark"_s);
        QCOMPARE(sink.value(u"KS2/ENG/REA/TA/ResultQualifier"_s)->raw, u"NC"_s);
        QCOMPARE(sink.value(u"KS2/MAT/TT"_s)->where.path,
                 u"Pupil[1]/StageAssessments/KeyStage[3]/StageAssessment[2]/Result"_s);
        QVERIFY(report->documents.front().unknown.empty());
    }

    void historiesAreEntriesOfTheirOwn()
    {
        const QByteArray histories =
            "<FSMhistory><FSMreviewDate>2019-09-01</FSMreviewDate><FSMinstance><FSMstartDate>2015-09-01</FSMstartDate>"
            "<FSMendDate/></FSMinstance></FSMhistory><SENhistory><SEN><StartDate>22/11/18</StartDate><SENprovision>K"
            "</SENprovision></SEN><SEN><StartDate>2019-01-09</StartDate><SENprovision>E</SENprovision></SEN></"
            "SENhistory>"
            "<SchoolHistory><School><LEA>000</LEA><Estab>2001</Estab><EntryDate>2012-09-03</EntryDate></School>"
            "</SchoolHistory>";
        Collected sink;
        QVERIFY(readBytes(file(pupil("A000200108001", "Ada", "2008-03-05", histories)), ada(), sink));
        QCOMPARE(sink.count(u"ctf:SENhistory"_s), 2);
        QCOMPARE(sink.count(u"ctf:FSMhistory"_s), 1);
        QCOMPARE(sink.count(u"ctf:SchoolHistory"_s), 1);
        QCOMPARE(sink.entryOf(u"ctf:SENhistory"_s)->date, QDate(2018, 11, 22));
        QCOMPARE(sink.entryOf(u"ctf:SENhistory"_s)->values.back().item, u"SENprovision_[term][yy]"_s);
        QCOMPARE(sink.entryOf(u"ctf:FSMhistory"_s)->values.size(), std::size_t(1)); // the empty element says nothing
        QCOMPARE(sink.entryOf(u"ctf:SchoolHistory"_s)->establishment, u"0002001"_s);
        QCOMPARE(sink.value(u"FSMhistory/FSMreviewDate"_s)->raw, u"2019-09-01"_s);
    }

    void contactsStayOutUnlessAskedFor()
    {
        const QByteArray contacts = "<Contacts><Contact><Surname>Secretname</Surname></Contact><Contact><Surname>Other"
                                    "</Surname></Contact></Contacts>";
        const QByteArray bytes = file(pupil("A000200108001", "Ada", "2008-03-05", contacts + "<Sex>F</Sex>"));
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY(report);
        const ReadDocument& document = report->documents.front();
        QVERIFY(!document.kept.contains("Secretname"));
        QVERIFY(document.kept.contains(
            QByteArray("<!--[withheld: " + QByteArray::number(contacts.size()) + " bytes, contacts]--><Sex>F</Sex>")));
        QCOMPARE(document.notTaken.front().why, u"contacts"_s);
        QCOMPARE(document.notTaken.front().count, 2);
        QCOMPARE(document.document.withheldBytes, contacts.size());
        QCOMPARE(sink.count(u"ctf:Contacts"_s), 0);

        record::Selection all = ada();
        all.otherPeopleToo = true;
        Collected more;
        const auto with = readBytes(bytes, all, more);
        QVERIFY(with);
        QCOMPARE(with->documents.front().kept, bytes);
        QCOMPARE(more.count(u"ctf:Contacts"_s), 2);
        QCOMPARE(more.value(u"Contact/Surname"_s)->item, QString()); // never taken for the pupil's own
    }

    void whatIsNotUnderstoodIsKeptAndListed()
    {
        const QByteArray odd = "<SuppInfo><fish>cod</fish></SuppInfo><SuppInfo><fish>eel</fish></SuppInfo>";
        Collected sink;
        const auto report = readBytes(file(pupil("A000200108001", "Ada", "2008-03-05", odd)), ada(), sink);
        QVERIFY(report);
        QCOMPARE(sink.value(u"SuppInfo/fish"_s)->raw, u"cod"_s);
        QCOMPARE(sink.value(u"SuppInfo/fish"_s)->item, QString());
        const auto& unknown = report->documents.front().unknown;
        QCOMPARE(unknown.size(), std::size_t(1));
        QCOMPARE(unknown.front().where, u"SuppInfo"_s);
        QCOMPARE(unknown.front().name, u"fish"_s);
        QCOMPARE(unknown.front().count, 2);
    }

    void dialects_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("repaired");
        const QByteArray one = pupil("A000200108001", "Ada", "2008-03-05");
        QTest::newRow("CTF root, Pupils, version on the root")
            << QByteArray("<CTF version=\"3\"><Pupils>" + one + "</Pupils></CTF>") << u"3"_s << false;
        QTest::newRow("default namespace")
            << QByteArray("<CTfile xmlns=\"urn:made-up\" CTFversion=\"25\"><CTFpupilData>" + one +
                          "</CTFpupilData></CTfile>")
            << u"25"_s << false;
        QTest::newRow("prefix and other case")
            << QByteArray("<c:ctfile xmlns:c=\"urn:x\"><c:ctfpupildata>" + one + "</c:ctfpupildata></c:ctfile>")
            << QString() << false;
        QTest::newRow("names in BasicDetails")
            << QByteArray("<CTfile><CTFpupilData><Pupil><BasicDetails><LegalSurname>Test</LegalSurname><LegalForename>"
                          "Ada</LegalForename><DOB>05/03/2008</DOB></BasicDetails></Pupil></CTFpupilData></CTfile>")
            << QString() << false;
        QTest::newRow("two roots, no declaration")
            << QByteArray("<header><ATFversion>19.0</ATFversion></header>\n<ATFpupilData>" + one + "</ATFpupilData>")
            << u"19.0"_s << true;
        QTest::newRow("declaration twice") << QByteArray("<?xml version=\"1.0\"?>\n" + file(one)) << u"24.0"_s << true;
        QTest::newRow("blank lines first") << QByteArray("\r\n\r\n" + file(one)) << u"24.0"_s << true;
        QTest::newRow("text between elements") << QByteArray("<CTfile><CTFpupilData>" +
                                                             pupil("A000200108001", "Ada", "2008-03-05",
                                                                   "<Address>x<PostCode>ZZ9 9ZZ</PostCode></Address>") +
                                                             "</CTFpupilData></CTfile>")
                                               << QString() << false;
    }

    void dialects()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, version);
        QFETCH(const bool, repaired);
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY(!sink.entries.empty());
        QCOMPARE(report->documents.front().document.version, version);
        QCOMPARE(!report->documents.front().warnings.isEmpty(), repaired);
        QCOMPARE(report->documents.front().document.sha256, base::sha256(bytes));
    }

    void flatResults()
    {
        const QByteArray flat = "<AssessmentResults><Result><Stage>KS2</Stage><Subject>MAT</Subject><Year>2019</Year>"
                                "<Result>EXS</Result></Result></AssessmentResults>";
        Collected sink;
        QVERIFY(readBytes(file(pupil("A000200108001", "Ada", "2008-03-05", flat)), ada(), sink));
        QCOMPARE(sink.value(u"KS2/MAT"_s)->raw, u"EXS"_s);
        QCOMPARE(sink.value(u"KS2/MAT"_s)->item, u"KS2_MATTAOUTCOME"_s);
    }

    void fitting()
    {
        const QByteArray two =
            file(pupil("A000200108001", "Ada", "2008-03-05") + pupil("B000200108002", "Ada", "2008-03-05"));
        Collected sink;
        auto report = readBytes(two, ada(), sink);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::ChoiceNeeded);

        report = readBytes(two, wanted(u"Nobody Here"_s, QDate(2001, 1, 1)), sink);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::ChoiceNeeded);
        QVERIFY(!report.error().message.contains(u"Ada"_s)); // nobody else's name is told

        // With the number only its own pupil fits; a namesake alone is asked about, not taken.
        Collected numbered;
        const auto one = readBytes(two, wanted(u"Ada Test"_s, QDate(2008, 3, 5), u"A000200108001"_s), numbered);
        QVERIFY(one);
        QVERIFY(!numbered.entries.empty());
        QVERIFY(!one->documents.front().kept.contains("B000200108002"));
        Collected namesake;
        report = readBytes(file(pupil("B000200108002", "Ada", "2008-03-05")),
                           wanted(u"Ada Test"_s, QDate(2008, 3, 5), u"A000200108001"_s), namesake);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::ChoiceNeeded);
        QVERIFY(namesake.entries.empty());

        const QByteArray former =
            file(pupil("B000200108002", "New", "2008-03-05", "<FormerUPN>A000200108001</FormerUPN>"));
        Collected renamed;
        QVERIFY(readBytes(former, wanted({}, QDate(2008, 3, 5), u"A000200108001"_s), renamed));
        QVERIFY(!renamed.entries.empty());

        record::Selection only = wanted(u"Someone Else"_s, QDate(2001, 1, 1));
        only.onlyPupilFits = true;
        Collected any;
        QVERIFY(readBytes(file(pupil("A000200108001", "Ada", "2008-03-05")), only, any));
        QVERIFY(!any.entries.empty());
        QVERIFY(!readBytes(two, only, any));
    }

    // Empty elements cost five bytes each in the file and a hundred times that in memory.
    void tooManyElements_data()
    {
        QTest::addColumn<int>("elements");
        QTest::addColumn<bool>("readable");
        QTest::newRow("many") << 20'000 << true;
        QTest::newRow("far too many") << 150'000 << false;
    }
    void tooManyElements()
    {
        QFETCH(int, elements);
        QFETCH(bool, readable);
        QByteArray inside;
        for (int i = 0; i < elements; ++i)
            inside += "<x" + QByteArray::number(i) + ">1</x" + QByteArray::number(i) + ">";
        Collected sink;
        const auto report = readBytes(file(pupil("A000200108001", "Ada", "2008-03-05", inside)), ada(), sink);
        QCOMPARE(report.has_value(), readable);
        if (readable)
            QVERIFY(report->documents.front().unknown.size() >= std::size_t(elements));
        else
            QCOMPARE(report.error().kind, base::ErrorKind::InputUnreadable);
    }

    void remarksBeforeTheFirstElement()
    {
        QByteArray bytes = file(pupil("A000200108001", "Ada", "2008-03-05"));
        bytes.replace("<CTfile>", "<!-- sent for Ben Secretname -->\n<CTfile>");
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY(report);
        const ReadDocument& document = report->documents.front();
        QVERIFY(!document.kept.contains("Secretname"));
        QVERIFY(document.kept.startsWith("<?xml version=\"1.0\""));
        QVERIFY(document.kept.contains("bytes, remarks]-->\n<CTfile>"));
    }

    void yearsThatMeanNothing_data()
    {
        QTest::addColumn<QByteArray>("year");
        QTest::addColumn<bool>("known");
        QTest::newRow("a year") << "2019"_ba << true;
        QTest::newRow("noughts") << "0000"_ba << false;
        QTest::newRow("nines") << "9999"_ba << false;
    }
    void yearsThatMeanNothing()
    {
        QFETCH(QByteArray, year);
        QFETCH(bool, known);
        const QByteArray results = "<StageAssessments><KeyStage><Stage>KS2</Stage>" +
                                   assessment("MAT", {}, "TA", "TA", year, "EXS") + "</KeyStage></StageAssessments>";
        Collected sink;
        QVERIFY(readBytes(file(pupil("A000200108001", "Ada", "2008-03-05", results)), ada(), sink));
        const record::Entry* entry = sink.entryOf(u"ctf:StageAssessments/KS2"_s);
        QVERIFY(entry);
        QCOMPARE(entry->year.has_value(), known);
        QCOMPARE(sink.value(u"KS2/MAT/TA/Year"_s)->raw.toUtf8(), year); // kept all the same
    }

    void staffInTheHeader()
    {
        QByteArray bytes = file(pupil("A000200108001", "Ada", "2008-03-05"));
        bytes.replace("</SourceSchool>", "<HeadTeacher>Ms Secrethead</HeadTeacher></SourceSchool>");
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY(report);
        QVERIFY(!report->documents.front().kept.contains("Secrethead"));
        QVERIFY(report->documents.front().kept.contains("bytes, staff]"));
        QVERIFY(report->documents.front().kept.contains("<SchoolName>Alder</SchoolName>"));
    }

    void everyone()
    {
        Source source;
        source.parts.push_back(bufferPart(u"a.xml"_s, file(pupil("A000200108001", "Ada", "2008-03-05") +
                                                           pupil("B000200108002", "Ben", "2008-04-06"))));
        source.parts.push_back(bufferPart(u"b.xml"_s, file(pupil("B000200108002", "Ben", "2008-04-06"))));
        record::Selection all;
        all.everyone = true;
        Collected sink;
        const auto report = read(source, all, sink);
        QVERIFY(report);
        QCOMPARE(report->pupils.size(), std::size_t(2));
        QCOMPARE(report->pupils.back().entries, 2);
        QCOMPARE(sink.pupils, (std::vector<int>{0, 1, 1}));
        QCOMPARE(sink.parts, (std::vector<int>{0, 0, 1}));
        QVERIFY(report->documents.front().kept.isEmpty());
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("repaired");
        const auto with = [](const QByteArray& encoding, const QByteArray& name) {
            return QByteArray("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><CTfile><CTFpupilData>" +
                              pupil("A000200108001", name, "2008-03-05") + "</CTFpupilData></CTfile>");
        };
        QTest::newRow("UTF-8") << with("UTF-8", "Zo\xC3\xAB") << false;
        QTest::newRow("says UTF-8, is Windows-1252") << with("UTF-8", "Zo\xEB") << true;
        QTest::newRow("Windows-1252") << with("windows-1252", "Zo\xEB") << false;
        QTest::newRow("ISO-8859-1") << with("ISO-8859-1", "Zo\xEB") << false;
        QTest::newRow("ISO-8859-15") << with("ISO-8859-15", "Zo\xEB") << false;
        QTest::newRow("says UTF-16, is UTF-8") << with("utf-16", "Zo\xC3\xAB") << true;
        const auto wide = [&](bool big, bool mark) {
            const QString text = QString::fromUtf8(with("utf-16", "Zo\xC3\xAB"));
            QByteArray bytes;
            if (mark)
                bytes += big ? "\xFE\xFF" : "\xFF\xFE";
            for (const QChar c : text) {
                const char low = char(c.unicode() & 0xFF);
                const char high = char(c.unicode() >> 8);
                bytes.append(big ? high : low).append(big ? low : high);
            }
            return bytes;
        };
        QTest::newRow("UTF-16 little") << wide(false, true) << false;
        QTest::newRow("UTF-16 big") << wide(true, true) << false;
        QTest::newRow("UTF-16 without mark") << wide(false, false) << false;
    }

    void encodings()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, repaired);
        Collected sink;
        const auto report = readBytes(bytes, wanted(u"Zo\u00EB Test"_s, QDate(2008, 3, 5)), sink);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(sink.value(u"Forename"_s)->raw, u"Zo\u00EB"_s);
        QCOMPARE(!report->documents.front().warnings.isEmpty(), repaired);
        QCOMPARE(report->documents.front().kept, bytes);
    }

    void markersStayAtTheirPlaceInMendedText()
    {
        // Every byte that was mended grew on the way to the parser; the cut must still fall on delivered bytes.
        QByteArray before;
        for (int i = 0; i < 5000; ++i)
            before += pupil("B000200108002", "Zo\xEB", "2008-04-06");
        const QByteArray mine = pupil("A000200108001", "Ada", "2008-03-05", "<SuppInfo>\xE9</SuppInfo>");
        Collected sink;
        const auto report = readBytes(file(before + mine), ada(), sink);
        QVERIFY(report);
        QVERIFY(report->documents.front().kept.contains(QByteArray("]-->" + mine + "\n</CTFpupilData>")));
        QCOMPARE(report->documents.front().document.withheldBytes, before.size());
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = file(pupil("A000200108001", "Ada", "2008-03-05"));
        QTest::newRow("cut off") << whole.first(whole.size() - 30);
        QTest::newRow("cut off in a tag") << whole.first(whole.indexOf("<DOB>") + 3);
        QTest::newRow("mismatched tags") << QByteArray(whole).replace("</Forename>", "</Surname>");
        QTest::newRow("entity bomb") << QByteArray(
            "<!DOCTYPE CTfile [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" +
            whole.sliced(whole.indexOf("<CTfile>")));
        QTest::newRow("outside entity") << QByteArray(
            "<!DOCTYPE CTfile [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><CTfile>&a;</CTfile>");
        QTest::newRow("deep nesting") << QByteArray("<CTfile>" + QByteArray("<a>").repeated(100));
        QTest::newRow("huge text") << file(pupil("A000200108001", QByteArray(2 * 1024 * 1024, 'x'), "2008-03-05"));
        QTest::newRow("huge gap") << file(QByteArray(20 * 1024 * 1024, ' ') + pupil("A", "Ada", "2008-03-05"));
        QTest::newRow("not XML after the root's name") << QByteArray("<CTfile \x01\x02\x03 >><<");
    }

    void broken()
    {
        QFETCH(const QByteArray, bytes);
        Collected sink;
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::InputUnreadable);
        QVERIFY(report.error().where.contains(u"line"_s));
        QVERIFY(!report.error().message.isEmpty());
        QVERIFY(!report.error().next.isEmpty());
    }

    void rubbishAfterTheEndIsTold()
    {
        Collected sink;
        const QByteArray bytes = file(pupil("A000200108001", "Ada", "2008-03-05")) + QByteArray(3, '\x1A');
        const auto report = readBytes(bytes, ada(), sink);
        QVERIFY(report);
        QCOMPARE(report->documents.front().warnings.size(), 1);
        QCOMPARE(report->documents.front().document.sha256, base::sha256(bytes));
    }

    void stopping()
    {
        std::stop_source stop;
        stop.request_stop();
        Source source;
        source.parts.push_back(bufferPart(u"a.xml"_s, file(pupil("A000200108001", "Ada", "2008-03-05"))));
        Collected sink;
        const auto report = read(source, ada(), sink, stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::Stopped);
    }

    void recognisedByContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("is");
        QTest::newRow("CTF") << file({}) << true;
        QTest::newRow("another XML") << QByteArray("<?xml version=\"1.0\"?><EXPSSDA903><CHILD/></EXPSSDA903>") << false;
        QTest::newRow("a table") << QByteArray("UPN,Surname\nA,B\n") << false;
    }

    void recognisedByContent()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, is);
        QCOMPARE(ctfFormat().recognise(bufferPart(u"x"_s, bytes), bytes) > 50, is);
    }

    void samples_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("people");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("repaired");
        QTest::newRow("ATF generator") << u"arcio_generator/1001027_1001059_000.xml"_s << 4 << u"19.0"_s << true;
        QTest::newRow("MTC 2020") << u"mtc_service/9991001_MTC_9991001_2020.xml"_s << 12 << u"19.0"_s << false;
        QTest::newRow("MTC 2022") << u"mtc_service/9991001_MTC_9991001_2022.xml"_s << 12 << u"21.0"_s << false;
    }

    void samples()
    {
        QFETCH(const QString, path);
        QFETCH(const int, people);
        QFETCH(const QString, version);
        QFETCH(const bool, repaired);
        const QString whole = QStringLiteral(TESTS_SAMPLES "/ctf/") + path;
        if (!QFile::exists(whole))
            QSKIP("The public sample files are not beside the source tree.");
        auto source = openSource({whole});
        QVERIFY(source);
        const auto seen = readers::pupils(*source);
        QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message));
        QCOMPARE(seen->pupils.size(), std::size_t(people));
        QCOMPARE(seen->documents.front().document.version, version);
        QCOMPARE(!seen->documents.front().warnings.isEmpty(), repaired);
        for (const SeenPupil& one : seen->pupils) {
            QVERIFY(one.person.born.isValid());
            QVERIFY(!one.person.name.isEmpty());
            QVERIFY(one.entries > 0);
        }
        // Each of them alone: the others' names must not be in what is kept.
        const record::Person& last = seen->pupils.back().person;
        Collected sink;
        const auto report = read(*source, {.everyone = false, .person = last}, sink);
        QVERIFY(report);
        QVERIFY(!sink.entries.empty());
        const QByteArray first = seen->pupils.front().person.name.section(u' ', 0, 0).toUtf8() + "</Forename>";
        QVERIFY(!report->documents.front().kept.contains(first));
    }

    void sampleValues()
    {
        const QString whole = QStringLiteral(TESTS_SAMPLES "/ctf/mtc_service/9991001_MTC_9991001_2022.xml");
        if (!QFile::exists(whole))
            QSKIP("The public sample files are not beside the source tree.");
        auto source = openSource({whole});
        QVERIFY(source);
        Collected sink;
        QVERIFY(read(*source, wanted(u"Mohsen Surname9991001"_s, QDate(2005, 1, 1)), sink));
        const record::Entry* check = sink.entryOf(u"ctf:StageAssessments/KS2"_s, u"MTC"_s);
        QVERIFY(check);
        QCOMPARE(check->year->text(), u"2021/22"_s);
        QCOMPARE(sink.value(u"KS2/MAT/MTC/TT"_s)->raw, u"25"_s);
    }
};

QTEST_GUILESS_MAIN(TestCtf)
#include "tst_ctf.moc"
