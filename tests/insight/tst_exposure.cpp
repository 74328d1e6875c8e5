// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builder.h"

#include "insight/exposure.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace insight;
using catalogue::Term;

namespace {

const QDate today(2026, 11, 12);

// A share of Key Stage 2 of 2012/13, all pupils, handed over: definite for a child of that year.
registry::Release wholeShare()
{
    registry::Release release;
    release.reference = u"share"_s;
    release.recipient = u"Somebody"_s;
    release.status = registry::ReleaseStatus::Released;
    release.approved = {u"March 2014"_s, QDate(2014, 3, 1), QDate(2014, 3, 31)};
    release.source = u"a list"_s;
    release.scope.collections = {u"KS2"_s};
    release.scope.firstYear = catalogue::AcademicYear{2012};
    release.scope.lastYear = catalogue::AcademicYear{2012};
    release.scope.population = u"all pupils"_s;
    release.scope.wholePopulation = true;
    release.scope.supplyRecorded = true;
    return release;
}

// Born 14 October 2001: Key Stage 2 in 2012/13, Key Stage 4 in 2017/18.
record::Record pupil()
{
    return RecordBuilder()
        .spring(u"2010/11"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}, {u"FSMeligible"_s, u"1"_s}})
        .spring(u"2012/13"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}, {u"SENprovision"_s, u"P"_s}, {u"DOB"_s, u"2001-10-14"_s}})
        .entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_READLEV"_s, u"4"_s}, {u"KS2_MATLEV"_s, u"5"_s}})
        .record();
}

record::Record bornOn(QDate born)
{
    return RecordBuilder(born).record();
}

ReleaseExposure judge(const record::Record& record, const registry::Release& release, QDate day = today)
{
    registry::Edition edition;
    edition.releases.push_back(release);
    return exposure(record, edition, day).front();
}

const registry::Release& known(const QString& reference)
{
    for (const registry::Release& one : registry::bundledEdition().releases)
        if (one.reference == reference)
            return one;
    qFatal("no such release");
}

using Change = std::function<void(registry::Release&)>;

} // namespace

class TestExposure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every clause of the scope, moved on its own from a share that is definite.
    void oneClauseChangesTheVerdict_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Verdict>("verdict");
        using R = registry::Release;
        using S = registry::ReleaseStatus;
        const auto row = [](const char* name, const Change& change, Verdict verdict) {
            QTest::newRow(name) << change << verdict;
        };
        row("as it is", [](R&) {}, Verdict::Definite);
        row("approved, supply recorded", [](R& r) { r.status = S::Approved; }, Verdict::Definite);
        row("supply not recorded", [](R& r) { r.scope.supplyRecorded = false; }, Verdict::VeryLikely);
        row("who not stated", [](R& r) { r.scope.wholePopulation = false; r.scope.population.clear(); },
            Verdict::VeryLikely);
        row("who and supply not stated", [](R& r) {
            r.scope.wholePopulation = false;
            r.scope.population.clear();
            r.scope.supplyRecorded = false;
        }, Verdict::Likely);
        row("some pupils", [](R& r) { r.scope.wholePopulation = false; r.scope.population = u"pupils with needs"_s; },
            Verdict::Possible);
        row("a sample", [](R& r) { r.scope.samplingShare = 0.1; }, Verdict::Possible);
        row("a sample without supply", [](R& r) { r.scope.samplingShare = 0.5; r.scope.supplyRecorded = false; },
            Verdict::Possible);
        row("years not stated", [](R& r) { r.scope.firstYear.reset(); r.scope.lastYear.reset(); }, Verdict::VeryLikely);
        row("years and supply not stated", [](R& r) {
            r.scope.firstYear.reset();
            r.scope.lastYear.reset();
            r.scope.supplyRecorded = false;
        }, Verdict::Likely);
        row("years and who not stated", [](R& r) {
            r.scope.firstYear.reset();
            r.scope.lastYear.reset();
            r.scope.wholePopulation = false;
            r.scope.population.clear();
        }, Verdict::Possible);
        row("all years", [](R& r) { r.scope.firstYear.reset(); r.scope.lastYear.reset(); r.scope.allYears = true; },
            Verdict::Definite);
        row("from a year on", [](R& r) { r.scope.lastYear.reset(); }, Verdict::Definite);
        row("up to a year", [](R& r) { r.scope.firstYear.reset(); }, Verdict::Definite);
        row("other data set, right age, no entry", [](R& r) { r.scope.collections = {u"SCADDR"_s}; }, Verdict::Likely);
        row("two data sets, one held", [](R& r) { r.scope.collections = {u"KS5"_s, u"KS2"_s}; }, Verdict::Definite);
        row("the year before, nearly the age", [](R& r) {
            r.scope.firstYear = r.scope.lastYear = catalogue::AcademicYear{2011};
        }, Verdict::Possible);
        row("two years before", [](R& r) {
            r.scope.firstYear = r.scope.lastYear = catalogue::AcademicYear{2010};
        }, Verdict::Possible);
        row("far other years", [](R& r) {
            r.scope.firstYear = r.scope.lastYear = catalogue::AcademicYear{2005};
        }, Verdict::No);
        row("far other years, who not stated", [](R& r) {
            r.scope.firstYear = r.scope.lastYear = catalogue::AcademicYear{2005};
            r.scope.wholePopulation = false;
            r.scope.population.clear();
        }, Verdict::Unknown);
        row("far other years, some pupils", [](R& r) {
            r.scope.firstYear = r.scope.lastYear = catalogue::AcademicYear{2005};
            r.scope.wholePopulation = false;
            r.scope.population = u"pupils with needs"_s;
        }, Verdict::Unknown);
        row("far other years, but a sample", [](R& r) {
            r.scope.firstYear = r.scope.lastYear = catalogue::AcademicYear{2005};
            r.scope.samplingShare = 0.1;
        }, Verdict::No);
        row("data set not stated", [](R& r) { r.scope.collections.clear(); }, Verdict::Possible);
        row("data set and who not stated", [](R& r) {
            r.scope.collections.clear();
            r.scope.wholePopulation = false;
            r.scope.population.clear();
        }, Verdict::Unknown);
        row("data set not stated, a sample of nobody said", [](R& r) {
            r.scope.collections.clear();
            r.scope.wholePopulation = false;
            r.scope.population.clear();
            r.scope.samplingShare = 0.1;
        }, Verdict::Unknown);
        row("born in the stated years", [](R& r) {
            r.scope.wholePopulation = false;
            r.scope.bornFrom = 2000;
            r.scope.bornTo = 2002;
        }, Verdict::Definite);
        row("born at the edge", [](R& r) { r.scope.bornFrom = 2001; r.scope.bornTo = 2001; }, Verdict::Definite);
        row("born outside, but an entry inside", [](R& r) { r.scope.bornFrom = 1990; r.scope.bornTo = 1995; },
            Verdict::Definite);
        row("born outside, no entry inside", [](R& r) {
            r.scope.bornFrom = 1990;
            r.scope.bornTo = 1995;
            r.scope.collections = {u"KS5"_s};
        }, Verdict::No);
        row("born outside, data set not stated", [](R& r) {
            r.scope.bornFrom = 1990;
            r.scope.bornTo = 1995;
            r.scope.collections.clear();
        }, Verdict::No);
        row("refused", [](R& r) { r.status = S::Rejected; }, Verdict::Unknown);
        row("not pursued", [](R& r) { r.status = S::NotPursued; }, Verdict::Unknown);
        row("open", [](R& r) { r.status = S::Open; }, Verdict::Unknown);
        row("status not stated", [](R& r) { r.status = S::NotStated; r.scope.supplyRecorded = false; },
            Verdict::Possible);
        row("a data set the catalogue does not know", [](R& r) { r.scope.collections = {u"XYZ"_s}; },
            Verdict::Possible);
    }
    void oneClauseChangesTheVerdict()
    {
        QFETCH(Change, change);
        QFETCH(Verdict, verdict);
        registry::Release release = wholeShare();
        change(release);
        const ReleaseExposure judged = judge(pupil(), release);
        QVERIFY2(!judged.trace.isEmpty(), "a verdict without a reason");
        QCOMPARE(verdictWord(judged.verdict), verdictWord(verdict));
    }

    // The same share, other people.
    void onePersonAndAnother_data()
    {
        QTest::addColumn<record::Record>("person");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char* name, const record::Record& person, const QString& reference, Verdict verdict) {
            QTest::newRow(name) << person << reference << verdict;
        };
        const auto withResult = [](QDate born, const QString& collection, const QString& year, const QString& item) {
            return RecordBuilder(born).entry(collection, year, {{item, u"4"_s}}).record();
        };
        const QString telegraph = u"telegraph"_s;
        row("Key Stage 2 in 2011/12", withResult({2000, 11, 3}, u"KS2"_s, u"2011/12"_s, u"KS2_READLEV"_s), telegraph,
            Verdict::Definite);
        row("Key Stage 2 in 2007/08", withResult({1997, 5, 3}, u"KS2"_s, u"2007/08"_s, u"KS2_READLEV"_s), telegraph,
            Verdict::Definite);
        row("Key Stage 4 in 2009/10", withResult({1994, 1, 9}, u"KS4"_s, u"2009/10"_s, u"KS4_APMAT"_s), telegraph,
            Verdict::Definite);
        row("Key Stage 5 in 2011/12", withResult({1993, 12, 9}, u"KS5"_s, u"2011/12"_s, u"KS5_GA_HIST"_s), telegraph,
            Verdict::Definite);
        row("Key Stage 1 alone in 2007/08", withResult({2000, 11, 3}, u"KS1"_s, u"2007/08"_s, u"KS1_READING"_s),
            telegraph, Verdict::Likely); // ten years old in 2011/12, without an entry of that year
        row("Key Stage 2 a year too late, same age", withResult({2001, 10, 14}, u"KS2"_s, u"2012/13"_s, u"KS2_READLEV"_s),
            telegraph, Verdict::Possible);
        row("Key Stage 2 three years too late", withResult({2004, 10, 14}, u"KS2"_s, u"2015/16"_s, u"KS2_READSCORE"_s),
            telegraph, Verdict::No);
        row("born 2009", bornOn({2009, 5, 3}), telegraph, Verdict::No);
        row("born 1985", bornOn({1985, 5, 3}), telegraph, Verdict::No);
        row("born 1999, no file of those years", bornOn({1999, 5, 3}), telegraph, Verdict::Likely);
        row("birth date not known", bornOn({}), telegraph, Verdict::Possible);
        row("birth date not known, but the entry is here", withResult({}, u"KS2"_s, u"2010/11"_s, u"KS2_READLEV"_s),
            telegraph, Verdict::Definite);
        row("postcodes of all pupils", RecordBuilder().spring(u"2012/13"_s, {{u"FSMeligible"_s, u"0"_s}}).record(),
            u"tutor-hunt"_s, Verdict::Likely);
        row("postcodes, entries after the share alone",
            RecordBuilder({2005, 1, 2}).spring(u"2018/19"_s, {{u"FSMeligible"_s, u"0"_s}}).record(), u"tutor-hunt"_s,
            Verdict::Possible);
        row("postcodes, not born yet", bornOn({2016, 2, 2}), u"tutor-hunt"_s, Verdict::No);
        row("postcodes, born on the last day", bornOn({2015, 12, 31}), u"tutor-hunt"_s, Verdict::Unknown);
        row("tests matched by a broadcaster", pupil(), u"newsnight"_s, Verdict::Possible);
        row("a broadcaster, results of later years alone",
            withResult({2006, 10, 14}, u"KS2"_s, u"2017/18"_s, u"KS2_READSCORE"_s), u"newsnight"_s, Verdict::Unknown);
        for (const auto& silent : {u"home-office"_s, u"sagacity"_s, u"mime"_s, u"times"_s, u"cabinet-ncs"_s,
                                   u"electoral-15-18"_s, u"maths-y7"_s, u"health-15"_s, u"mod"_s, u"school-guide"_s})
            row(qPrintable(silent), pupil(), silent, Verdict::Unknown);
    }
    void onePersonAndAnother()
    {
        QFETCH(record::Record, person);
        QFETCH(QString, reference);
        QFETCH(Verdict, verdict);
        const ReleaseExposure judged = judge(person, known(reference));
        QCOMPARE(verdictWord(judged.verdict), verdictWord(verdict));
    }

    // Nothing that anybody could hold makes the program say that the Home Office was not given it.
    void neverNotTheHomeOffice()
    {
        for (int year = 1980; year < 2026; ++year) {
            const ReleaseExposure judged = judge(bornOn({year, 6, 1}), known(u"home-office"_s));
            QCOMPARE(judged.verdict, Verdict::Unknown);
        }
    }

    void traceTellsTheRuleInOrder()
    {
        const QStringList trace = judge(pupil(), wholeShare()).trace;
        QCOMPARE(trace.size(), 4);
        QVERIFY(trace[0].contains("handed over"_L1));
        QVERIFY(trace[1].contains("all pupils"_L1));
        QVERIFY(trace[2].contains("2012/13"_L1));
        QVERIFY(trace[3].contains("Key Stage 2"_L1));
        registry::Release sample = wholeShare();
        sample.scope.samplingShare = 0.1;
        QVERIFY(judge(pupil(), sample).trace.back().contains("1 in 10"_L1));
    }

    void whichYearsAndValues()
    {
        const record::Record record = pupil();
        const ReleaseExposure judged = judge(record, wholeShare());
        QCOMPARE(judged.collections, QStringList{u"KS2"_s});
        QCOMPARE(judged.years, std::vector{catalogue::AcademicYear{2012}});
        const std::vector both{valueNamed(record, u"KS2_READLEV"_s), valueNamed(record, u"KS2_MATLEV"_s)};
        QCOMPARE(judged.values, both);
    }

    void namedFieldsAlone()
    {
        const record::Record record = pupil();
        registry::Release release = wholeShare();
        release.scope.items = {u"KS2_READ"_s};
        QCOMPARE(judge(record, release).values, std::vector{valueNamed(record, u"KS2_READLEV"_s)});
        release.scope.items = {u"KS2_"_s, u"EthnicGroup"_s};
        const auto values = judge(record, release).values;
        QCOMPARE(values.size(), std::size_t(3)); // both results, and the ethnic group of that year alone
        QVERIFY(std::find(values.begin(), values.end(), valueNamed(record, u"EthnicGroupMinor"_s, 1)) != values.end());
        QVERIFY(std::find(values.begin(), values.end(), valueNamed(record, u"EthnicGroupMinor"_s, 0)) == values.end());
        release.scope.items = {u"Nothing"_s};
        QVERIFY(judge(record, release).values.empty());
    }

    void noValuesWhereShutOut()
    {
        registry::Release release = wholeShare();
        release.scope.firstYear = release.scope.lastYear = catalogue::AcademicYear{2005};
        release.scope.items = {u"EthnicGroup"_s};
        const ReleaseExposure judged = judge(pupil(), release);
        QCOMPARE(judged.verdict, Verdict::No);
        QVERIFY(judged.values.empty());
        QVERIFY(judged.years.empty());
    }

    void destruction_data()
    {
        QTest::addColumn<registry::LooseDate>("planned");
        QTest::addColumn<registry::LooseDate>("confirmed");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("days");
        const registry::LooseDate never;
        const registry::LooseDate february{u"February 2014"_s, {2014, 2, 1}, {2014, 2, 28}};
        const registry::LooseDate thisMonth{u"November 2026"_s, {2026, 11, 1}, {2026, 11, 30}};
        const registry::LooseDate later{u"2027"_s, {2027, 1, 1}, {2027, 12, 31}};
        const registry::LooseDate lastDay{u"11 November 2026"_s, {2026, 11, 11}, {2026, 11, 11}};
        const registry::LooseDate dayItself{u"12 November 2026"_s, today, today};
        QTest::newRow("not stated") << never << never << u"not_stated"_s << 0;
        QTest::newRow("words without a date") << registry::LooseDate{u"soon"_s, {}, {}} << never << u"not_stated"_s << 0;
        QTest::newRow("not due") << later << never << u"not_due"_s << 0;
        QTest::newRow("due this month") << thisMonth << never << u"due"_s << 0;
        QTest::newRow("due today") << dayItself << never << u"due"_s << 0;
        QTest::newRow("a day over") << lastDay << never << u"overdue"_s << 1;
        QTest::newRow("over since the month's end")
            << february << never << u"overdue"_s << int(QDate(2014, 2, 28).daysTo(today));
        QTest::newRow("confirmed") << february << later << u"confirmed"_s << 0;
    }
    void destruction()
    {
        QFETCH(registry::LooseDate, planned);
        QFETCH(registry::LooseDate, confirmed);
        registry::Release release = wholeShare();
        release.destructionPlanned = planned;
        release.destructionConfirmed = confirmed;
        const ReleaseExposure judged = judge(pupil(), release);
        QTEST(destructionWord(judged.destruction), "state");
        QTEST(judged.overdueDays, "days");
    }

    void sortedAsTheEditionIs()
    {
        const auto judged = exposure(pupil(), registry::bundledEdition(), today);
        QCOMPARE(judged.size(), registry::bundledEdition().releases.size());
        for (std::size_t i = 0; i < judged.size(); ++i)
            QCOMPARE(judged[i].release.reference, registry::bundledEdition().releases[i].reference);
    }

    void emptyRecord()
    {
        for (const ReleaseExposure& one : exposure({}, registry::bundledEdition(), today)) {
            QVERIFY(one.verdict == Verdict::Unknown || one.verdict == Verdict::Possible);
            QVERIFY(one.values.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestExposure)
#include "tst_exposure.moc"
