// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/gias.h"
#include "register/list_file.h"
#include "register/school_directory.h"
#include "register/shelf.h"
#include "catalogue/collections.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace registry;

namespace {

const Release* release(const QString& reference)
{
    for (const Release& one : bundledEdition().releases)
        if (one.reference == reference)
            return &one;
    return nullptr;
}

QByteArray edition(const QByteArray& release)
{
    return R"({"schema":1,"title":"t","seen":"2026-01-02","of":9,"of_source":"a","sources":{"a":"A paper","b":"B list"},)"
           R"("releases":[)" + QByteArray(release) + "]}";
}

} // namespace

class TestRegister : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bundledEditionIsWhole()
    {
        const Edition& all = bundledEdition();
        QCOMPARE(all.known, 22);
        QCOMPARE(all.releases.size(), std::size_t(22));
        QCOMPARE(all.of, 887);
        QVERIFY(all.seen.isValid());
        QVERIFY(!all.ofSource.isEmpty());
        QSet<QString> references;
        for (const Release& one : all.releases) {
            QVERIFY2(!one.source.isEmpty(), qPrintable(one.reference));
            QVERIFY2(!one.source.contains("seed"_L1, Qt::CaseInsensitive), qPrintable(one.source));
            QVERIFY2(!references.contains(one.reference), qPrintable(one.reference));
            references.insert(one.reference);
        }
    }

    void collectionsAreKnown()
    {
        for (const Release& one : bundledEdition().releases)
            for (const QString& key : one.scope.collections)
                QVERIFY2(catalogue::collection(key), qPrintable(one.reference + u' ' + key));
    }

    void telegraphAsPrinted()
    {
        const Release* telegraph = release(u"telegraph"_s);
        QVERIFY(telegraph);
        QCOMPARE(telegraph->status, ReleaseStatus::Released);
        QCOMPARE(telegraph->approved.asPrinted, u"February 2013"_s);
        QCOMPARE(telegraph->approved.earliest, QDate(2013, 2, 1));
        QCOMPARE(telegraph->approved.latest, QDate(2013, 2, 28));
        QCOMPARE(telegraph->destructionPlanned.latest, QDate(2014, 2, 28));
        QVERIFY(telegraph->destructionConfirmed.asPrinted.isEmpty());
        QCOMPARE(telegraph->scope.collections, (QStringList{u"KS2"_s, u"KS4"_s, u"KS5"_s}));
        QCOMPARE(telegraph->scope.firstYear->text(), u"2007/08"_s);
        QCOMPARE(telegraph->scope.lastYear->text(), u"2011/12"_s);
        QVERIFY(telegraph->scope.wholePopulation);
        QVERIFY(telegraph->scope.supplyRecorded);
        QVERIFY(telegraph->source.contains("Mumsnet"_L1));
    }

    void contradictionsStayVisible()
    {
        QVERIFY(release(u"cabinet-ncs"_s)->contradictions.join(u' ').contains("060913"_L1));
        QVERIFY(!release(u"telegraph"_s)->contradictions.isEmpty());
        QVERIFY(release(u"ucas"_s)->contradictions.isEmpty());
    }

    // Where the words name no data set or nobody, nothing is read into them.
    void silenceStaysSilent()
    {
        for (const auto& reference : {u"sagacity"_s, u"pic"_s, u"opm"_s, u"home-office"_s, u"mime"_s}) {
            const Scope& scope = release(reference)->scope;
            QVERIFY(scope.collections.isEmpty());
            QVERIFY(!scope.wholePopulation);
            QVERIFY(!scope.firstYear);
        }
        QVERIFY(!release(u"tutor-hunt"_s)->scope.supplyRecorded);
        QCOMPARE(release(u"tutor-hunt"_s)->applied.latest, QDate(2015, 12, 31));
        QVERIFY(!release(u"mod"_s)->applied.earliest.isValid());
    }

    void everyFactNamesItsSource_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("read");
        const QByteArray good = R"({"reference":"r","recipient":"R","kind":"press","status":"released",)"
                                R"("purpose":{"text":"p","source":"a"}})";
        QTest::newRow("whole") << edition(good) << true;
        QTest::newRow("two sources") << edition(QByteArray(good).replace("}}", R"(},"tier":{"text":"1","source":"b"}})"))
                                     << true;
        QTest::newRow("unknown source") << edition(QByteArray(good).replace("\"a\"", "\"z\"")) << false;
        QTest::newRow("no source at all")
            << edition(R"({"reference":"r","recipient":"R","status":"released"})") << false;
        QTest::newRow("unknown status") << edition(QByteArray(good).replace("released", "given")) << false;
        QTest::newRow("no recipient") << edition(QByteArray(good).replace("\"R\"", "\"\"")) << false;
        QTest::newRow("no such day")
            << edition(QByteArray(good).replace("}}", R"(},"approved":{"text":"x","earliest":"2013-02-31","source":"a"}})"))
            << false;
        QTest::newRow("no such year") << edition(QByteArray(good).replace("}}", R"(},"first_year":"2008"})")) << false;
        QTest::newRow("other schema") << edition(good).replace("\"schema\":1", "\"schema\":2") << false;
        QTest::newRow("not JSON") << QByteArray("<html>") << false;
    }
    void everyFactNamesItsSource()
    {
        QFETCH(QByteArray, json);
        const auto read = readEdition(json);
        QTEST(read.has_value(), "read");
        if (!read)
            QCOMPARE(read.error().kind, base::ErrorKind::InputUnreadable);
    }

    void sourcesAreJoined()
    {
        const auto read = readEdition(edition(
            R"({"reference":"r","recipient":"R","status":"open","applied":{"text":"2015","source":"b"},)"
            R"("purpose":{"text":"p","source":"a"},"tier":{"text":"1","source":"b"}})"));
        QVERIFY(read);
        QCOMPARE(read->releases.front().source, u"B list; A paper"_s);
        QCOMPARE(read->releases.front().applied.earliest, QDate(2015, 1, 1));
        QCOMPARE(read->known, 1);
        QCOMPARE(read->ofSource, u"A paper"_s);
    }

    void totalsAsPrinted()
    {
        const auto& totals = bundledTotals();
        QCOMPARE(totals.size(), std::size_t(67));
        const auto value = [&](const QString& id) {
            for (const Total& total : totals)
                if (total.id == id)
                    return total.value;
            return QString();
        };
        QCOMPARE(value(u"req.887"_s), u"887"_s);
        QCOMPARE(value(u"req.15"_s), u"15"_s);
        QVERIFY(value(u"pq57722"_s).startsWith("9, 0"_L1)); // adds up to 25: both stand
        for (const Total& total : totals) {
            QVERIFY2(!total.source.isEmpty(), qPrintable(total.id));
            const QString words = total.source + total.note + total.fact;
            QVERIFY2(!words.contains("seed"_L1, Qt::CaseInsensitive),
                     qPrintable(total.id));
        }
        QVERIFY(!readTotals(R"({"schema":1,"sources":{},"facts":[{"id":"x","source":"y"}]})"));
    }

    // The compiled-in list against the facts it was carried over from.
    void sameCasesAsTheFacts()
    {
        QFile facts(QStringLiteral(TESTS_DOMAIN "/release_cases.csv"));
        if (!facts.open(QIODevice::ReadOnly))
            QSKIP("the table of facts is not here");
        QStringList ids;
        const QStringList lines = QString::fromUtf8(facts.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines.mid(1))
            ids << line.section(u',', 0, 0);
        QStringList ours;
        for (const Release& one : bundledEdition().releases)
            ours << one.reference;
        QCOMPARE(ours, ids);
    }

    void schoolByEveryNumber()
    {
        const auto read = SchoolDirectory::read(
            "LAESTAB,URN,name,phase,opened,closed\r\n"
            "0004001,999003,\"Kingsfell High School, The\",Secondary,1975-09-01,2016-08-31\r\n"
            "000/4001,999009,Kingsfell Academy,Secondary,2016-09-01,\r\n"
            "0004009,999010,,Secondary,,\r\n");
        QVERIFY(read);
        QCOMPARE(read->schools().size(), std::size_t(2));
        QCOMPARE(read->find(u"999003")->name, u"Kingsfell High School, The"_s);
        QCOMPARE(read->find(u"000/4001", QDate(2014, 1, 1))->urn, u"999003"_s);
        QCOMPARE(read->find(u"0004001", QDate(2017, 1, 1))->urn, u"999009"_s);
        QVERIFY(read->find(u" 0004001 "));
        QVERIFY(!read->find(u"0004009"));
        QVERIFY(!read->find(u"A004001"));
        QVERIFY(!read->find(u""));
    }

    void schoolListWithoutHeading()
    {
        const auto read = SchoolDirectory::read("LAESTAB,URN,phase,opened,closed\n1,2,3,4,5\n");
        QVERIFY(!read);
        QCOMPARE(read.error().kind, base::ErrorKind::InputUnreadable);
        QVERIFY(read.error().message.contains("name"_L1));
        QVERIFY(!SchoolDirectory::read({}));
    }

    // Invented schools under authority 999; the file as the service writes it: Windows-1252, quoted, CRLF.
    void schoolsOutOfTheNationalList()
    {
        const QByteArray file = "\"URN\",\"LA (code)\",\"EstablishmentNumber\",\"EstablishmentName\",\"OpenDate\",\"CloseDate\",\"PhaseOfEducation (name)\","
                                "\"PreviousLA (code)\",\"PreviousEstablishmentNumber\",\"HeadLastName\"\r\n"
                                "900001,\"999\",\"4001\",\"Caf\xE9 Lane, High School\",\"\",\"31-08-2012\",\"Secondary\",\"998\",\"4777\",\"Finch\"\r\n"
                                "900002,\"999\",\"4001\",\"Lane Academy\",\"01-09-2012\",\"\",\"Secondary\",\"999\",\"4001\",\"Reed\"\r\n"
                                ",,,,,,,,,\r\n"
                                "900003,\"999\",\"2\",\"Saved Again\",\"01/09/1975\",\"\",\"Primary\",\"\",\"\",\"\"\r\n"
                                "\"\",\"999\",\"\",\"No number\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n";
        const auto read = readGias(readers::bufferPart(u"any.csv"_s, file));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->schools.size(), std::size_t(3));
        QCOMPARE(read->skipped, 1);
        QCOMPARE(read->warnings.size(), 1);
        QCOMPARE(read->schools[0].name, QString::fromUtf8("Caf\xC3\xA9 Lane, High School"));
        QCOMPARE(read->schools[0].closed, QDate(2012, 8, 31));
        QCOMPARE(read->schools[0].formerLaestab, u"9984777"_s);
        QVERIFY(read->schools[1].formerLaestab.isEmpty()); // the same as today's is none
        QCOMPARE(read->schools[2].laestab, u"9990002"_s);
        QCOMPARE(read->schools[2].opened, QDate(1975, 9, 1));
        // A head teacher's name is no business of ours.
        QVERIFY(!SchoolDirectory::written(read->schools).contains("Finch"));

        const SchoolDirectory directory(read->schools);
        QCOMPARE(directory.find(u"999/4001", QDate(2012, 5, 1))->urn, u"900001"_s);
        QCOMPARE(directory.find(u"9994001", QDate(2014, 5, 1))->urn, u"900002"_s);
        QCOMPARE(directory.find(u"9994001")->urn, u"900002"_s); // the one that is open
        QCOMPARE(directory.find(u"9984777", QDate(1999, 1, 1))->urn, u"900001"_s); // its old number
        QVERIFY(!directory.find(u"9999999"));
    }

    void whatBecameOfASchool()
    {
        const QByteArray links = "\"URN\",\"LinkURN\",\"LinkName\",\"LinkType\",\"LinkEstablishedDate\"\r\n"
                                 "900002,900001,\"Lane High School\",\"Predecessor\",\"01-09-2012\"\r\n"
                                 "900001,900002,\"Lane \"\"New\"\" Academy\",\"Successor - amalgamated\",\"01-09-2012\"\r\n";
        const auto read = readGias(readers::bufferPart(u"any.csv"_s, links));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        const SchoolDirectory directory({}, read->links);
        QCOMPARE(directory.successors(u"900001"_s).size(), std::size_t(1));
        QCOMPARE(directory.successors(u"900001"_s).front().other, u"900002"_s);
        QCOMPARE(directory.predecessors(u"900002"_s).front().day, QDate(2012, 9, 1));
        QVERIFY(directory.predecessors(u"900001"_s).empty() && directory.successors(u"1"_s).empty());
        // Written and read again: the same.
        const auto again = SchoolDirectory::read(SchoolDirectory::written(std::vector<School>{}), SchoolDirectory::written(directory.links()));
        QVERIFY(again.has_value());
        QCOMPARE(again->links(), directory.links());
    }

    void listsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("word");
        QTest::newRow("pupils") << QByteArray("UPN,Surname\nA,B\n") << u"no list of schools"_s;
        QTest::newRow("members of a trust") << QByteArray("URN,Group UID,EstablishmentName,LA (code)\n1,2,x,3\n") << u"no list of schools"_s;
        QTest::newRow("JSON") << QByteArray("{\"URN\": 1}") << u"no list of schools"_s;
        QTest::newRow("empty") << QByteArray("urn,name,open_date,close_date\n") << u"no school under them"_s;
        QTest::newRow("cut off") << QByteArray("urn,name,open_date,close_date\n900001,Lane,\"\",\"\"\n900002,La") << u"cut off"_s;
    }
    void listsThatAreNone()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, word);
        const auto read = readGias(readers::bufferPart(u"any.csv"_s, file));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, base::ErrorKind::InputUnreadable);
        QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
        QVERIFY(!read.error().next.isEmpty());
    }

    void theShelfKeepsAList()
    {
        const QTemporaryDir folder;
        const QString shelf = folder.filePath(u"data/shelf"_s);
        const QString path = folder.filePath(u"list.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("urn,name,town,open_date,close_date\n900001,\"Lane, High\",Town,\"\",31-08-2012\n900002,Lane Academy,Town,01-09-2012,\"\"\n");
        file.close();
        QVERIFY(shelfItems(shelf).empty() && schoolsOnShelf(shelf).isEmpty());
        const auto added = addToShelf(path, shelf);
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
        QCOMPARE(added->item.kind, u"schools"_s);
        QCOMPARE(added->item.newest, QDate(2012, 9, 1));
        QCOMPARE(schoolsOnShelf(shelf).find(u"900001")->name, u"Lane, High"_s);
        QCOMPARE(shelfItems(shelf).size(), std::size_t(1));
        QCOMPARE(shelfItems(shelf).front().rows, 2);
        // Nothing of where the file stood, and a second time changes nothing.
        QFile kept(QDir(shelf).filePath(u"schools.csv"_s));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray bytes = kept.readAll();
        QVERIFY(!bytes.contains("list.csv") && !bytes.contains(folder.path().toUtf8()));
        QVERIFY(addToShelf(path, shelf).has_value());
        QCOMPARE(QDir(shelf).entryList(QDir::Files), QStringList{u"schools.csv"_s});
        // Damage costs names, nothing else.
        kept.close();
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.write("\xff\x00garbage", 9);
        kept.close();
        QVERIFY(schoolsOnShelf(shelf).isEmpty());
        QCOMPARE(addToShelf(folder.filePath(u"missing.csv"_s), shelf).error().kind, base::ErrorKind::InputUnreadable);
        // A file stands where the folder should be.
        QCOMPARE(addToShelf(path, path).error().kind, base::ErrorKind::DiskOrPermission);
    }

    void everySampleOfTheSchoolRegister_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("schools");
        QTest::newRow("short list") << u"schools_urn_name.csv"_s << 49029;
        QTest::newRow("2019, whole layout") << u"edubase_2019_sample_heads_blanked.csv"_s << 4;
        QTest::newRow("trusts") << u"ebi_gias_all_links.csv"_s << -1;
        QTest::newRow("authorities") << u"edubase_local_authorities.tsv"_s << -1;
        QTest::newRow("types") << u"edubasealldata20250422-establishment-types.csv"_s << -1;
        QTest::newRow("authorities of the government register") << u"local_authority_eng_register.tsv"_s << -1;
    }
    void everySampleOfTheSchoolRegister()
    {
        QFETCH(QString, name);
        QFETCH(int, schools);
        const QString path = QStringLiteral(TESTS_SAMPLES "/gias/") + name;
        if (!QFile::exists(path))
            QSKIP("the folder of sample files is not here");
        const auto source = readers::openSource({path});
        QVERIFY(source.has_value());
        const auto read = readGias(source->parts.front());
        QCOMPARE(read.has_value(), schools >= 0);
        if (read)
            QCOMPARE(int(read->schools.size()), schools);
    }

    void bundledSchoolsAreInvented()
    {
        if (bundledSchools().isEmpty())
            QSKIP("built without the demonstration's schools");
        for (const School& school : bundledSchools().schools())
            QVERIFY2(school.laestab.startsWith("000"_L1), qPrintable(school.name));
    }
};

QTEST_GUILESS_MAIN(TestRegister)
#include "tst_register.moc"
