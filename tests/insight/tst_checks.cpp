// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builder.h"
#include "check_cases.h"
#include "demo_record.h"

#include "base/masked_text.h"
#include "insight/checks/finding.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace insight;
using catalogue::Term;

namespace {

const QDate today(2026, 11, 12);

QStringList rulesIn(const std::vector<Finding>& findings)
{
    QStringList rules;
    for (const Finding& finding : findings)
        rules << finding.rule;
    return rules;
}

std::vector<Finding> look(const record::Record& record, const record::Decisions& decisions = {})
{
    return check(record, decisions, today, casesSchools);
}

const Finding* findingOf(const std::vector<Finding>& findings, const QString& rule)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& one) { return one.rule == rule; });
    return found == findings.end() ? nullptr : &*found;
}

record::Record flipFlop()
{
    RecordBuilder builder;
    for (int start = 2006; start <= 2010; ++start)
        builder.spring(catalogue::AcademicYear{start}.text(), {{u"EthnicGroupMinor"_s, start == 2008 ? u"WBRI"_s : u"MWBA"_s}});
    return builder.record();
}

} // namespace

class TestChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleFires_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("at");
        for (int at = 0; at < int(checkCases().size()); ++at)
            QTest::addRow("%s %d", checkCases()[std::size_t(at)].rule, at) << QString::fromLatin1(checkCases()[std::size_t(at)].rule) << at;
    }
    void everyRuleFires()
    {
        QFETCH(const QString, rule);
        QFETCH(const int, at);
        const CheckCase& one = checkCases()[std::size_t(at)];
        const std::vector<Finding> fired = look(one.fires());
        const Finding* finding = findingOf(fired, rule);
        QVERIFY2(finding, qPrintable(rulesIn(fired).join(u' ')));
        QVERIFY(!finding->values.empty());
        QVERIFY(!finding->text.contains(u'%'));
        const QStringList quiet = rulesIn(look(one.silent()));
        QVERIFY2(!quiet.contains(rule), qPrintable(quiet.join(u' ')));
    }

    // Past school there are no year groups, and nobody is "somebody of before birth".
    void agesInWords()
    {
        RecordBuilder late;
        late.spring(u"2023/24"_s, {{u"NCyearActual"_s, u"14"_s}});
        const std::vector<Finding> tooOld = look(late.record());
        QVERIFY(findingOf(tooOld, u"year-group-far"_s)->text.endsWith(u"By the birth date it would usually be past Year 14."_s));
        QVERIFY(findingOf(tooOld, u"census-too-old"_s)->text.contains(u"this person was aged 22"_s));
        RecordBuilder early;
        early.spring(u"1999/00"_s, {{u"NCyearActual"_s, u"R"_s}});
        QVERIFY(findingOf(look(early.record()), u"census-too-young"_s)->text.contains(u"this person was not born yet"_s));
    }

    void countriesInWords()
    {
        RecordBuilder builder;
        builder.spring(u"2016/17"_s, {{u"CountryOfBirth"_s, u"POL"_s}});
        builder.spring(u"2019/20"_s, {{u"Nationality"_s, u"POL"_s}});
        const std::vector<Finding> findings = look(builder.record());
        QVERIFY(findingOf(findings, u"nationality-held"_s)->text.contains(u"it says Poland for Country of birth"_s));
        // Nothing says what the letters meant in a year in which nobody was to ask.
        QVERIFY(findingOf(findings, u"nationality-outside-years"_s)->text.contains(u"it says “POL” for Nationality"_s));
        QVERIFY(!findingOf(findings, u"code-other-years"_s));
    }

    // Two schools in one count are told by that count, not by their days of joining as well.
    void twoSchoolsAreToldOnce()
    {
        RecordBuilder builder;
        for (const auto& [school, entered] : {std::pair{u"0002002"_s, u"2006-09-04"_s}, {u"0004001"_s, u"2008-09-03"_s}}) {
            builder.spring(u"2008/09"_s, {{u"EntryDate"_s, entered}}, school);
            builder.last().date = QDate(2009, 1, 15);
        }
        const std::vector<Finding> findings = look(builder.record());
        QVERIFY(findingOf(findings, u"two-entries-one-term"_s));
        QVERIFY(!findingOf(findings, u"enrolments-overlap"_s));
    }

    void everyRuleHasACase()
    {
        QSet<QString> cased;
        for (const CheckCase& one : checkCases())
            cased.insert(QString::fromLatin1(one.rule));
        QSet<QString> ids;
        for (const CheckRule& rule : checkRules()) {
            QVERIFY2(cased.contains(rule.id), qPrintable(rule.id));
            QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
            ids.insert(rule.id);
            QVERIFY(!rule.title.isEmpty() && !rule.says.isEmpty() && !rule.why.isEmpty());
        }
        QCOMPARE(cased.size(), ids.size());
        QVERIFY(ids.size() >= 40);
    }

    // Names, sex and second numbers never ask for attention by themselves.
    void identityIsGentle()
    {
        for (const CheckRule& rule : checkRules()) {
            QVERIFY2(rule.care != RuleCare::Identity || rule.severity != Severity::NeedsYou, qPrintable(rule.id));
            QVERIFY2(rule.family != RuleFamily::Care || rule.care == RuleCare::Hard, qPrintable(rule.id));
        }
        for (const auto& id : {u"sex-changed"_s, u"surname-differs"_s, u"forename-differs"_s, u"upn-several"_s, u"upn-former"_s,
                               u"uln-several"_s, u"twin-mix-up"_s})
            QCOMPARE(checkRule(id)->care, RuleCare::Identity);
    }

    void restsOnTheOddValues()
    {
        const record::Record record = flipFlop();
        const std::vector<Finding> findings = look(record);
        QCOMPARE(rulesIn(findings), QStringList{u"ethnicity-flip"_s});
        QCOMPARE(findings.front().values, std::vector{valueNamed(record, u"EthnicGroupMinor"_s, 2)});
        QCOMPARE(findings.front().text, u"In the spring census 2009 it says White - British; the entries before and after say White and Black African."_s);
        QCOMPARE(findings.front().severity, Severity::NeedsYou);
    }

    void dismissing_and_back()
    {
        const record::Record record = flipFlop();
        const QString key = look(record).front().key;
        const QDateTime when(today, QTime(9, 0));
        const record::Decisions decided = dismissing({}, key, u"We moved."_s, when);
        const std::vector<Finding> findings = look(record, decided);
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY(findings.front().dismissed);
        QCOMPARE(findings.front().reason, u"We moved."_s);
        QCOMPARE(findings.front().dismissedAt, when);
        QVERIFY(!look(record, undismissing(decided, key)).front().dismissed);
        // Dismissed twice is dismissed once.
        QCOMPARE(dismissing(decided, key, u"Again."_s, when).dismissals.size(), std::size_t{1});
        QCOMPARE(ruleOfKey(key), u"ethnicity-flip"_s);
    }

    // A dismissal is about these values: when more join them, it is asked again.
    void dismissalIsOfTheseValues()
    {
        const QString key = look(flipFlop()).front().key;
        RecordBuilder builder;
        for (int start = 2006; start <= 2010; ++start)
            builder.spring(catalogue::AcademicYear{start}.text(),
                           {{u"EthnicGroupMinor"_s, start == 2008 || start == 2009 ? u"WBRI"_s : u"MWBA"_s}});
        QVERIFY(!look(builder.record(), dismissing({}, key, {}, {})).front().dismissed);
    }

    void limitsMayBeSet()
    {
        RecordBuilder builder;
        builder.spring(u"2010/11"_s, {{u"NCyearActual"_s, u"2"_s}});
        QVERIFY(rulesIn(look(builder.record())).contains(u"year-group-far"_s));
        const auto wider = limiting({}, u"year-group-far"_s, 2);
        QVERIFY(wider && wider->limits.size() == 1);
        QVERIFY(!rulesIn(look(builder.record(), *wider)).contains(u"year-group-far"_s));
        QVERIFY(limiting(*wider, u"year-group-far"_s, 1)->limits.empty());
        QVERIFY(!limiting({}, u"ethnicity-flip"_s, 2));
    }

    void fiveNeedYouAtMost()
    {
        RecordBuilder builder;
        const QStringList days{u"2000-01-01"_s, u"2000-02-02"_s, u"2000-03-03"_s, u"2000-04-04"_s, u"2000-05-05"_s,
                               u"2000-06-06"_s, u"2000-07-07"_s};
        for (int at = 0; at < int(days.size()); ++at)
            builder.spring(catalogue::AcademicYear{2006 + at}.text(), {{u"DOB"_s, days[at]}});
        const auto open = [](const std::vector<Finding>& findings) {
            return std::count_if(findings.begin(), findings.end(), [](const Finding& one) {
                return one.severity == Severity::NeedsYou && !one.dismissed;
            });
        };
        const record::Record record = builder.record();
        const std::vector<Finding> findings = look(record);
        QCOMPARE(std::count_if(findings.begin(), findings.end(), [](const Finding& one) { return one.rule == u"birth-date-differs"_s; }), 7);
        QCOMPARE(open(findings), mostThatNeedYou);
        // What is settled makes room for the next.
        QCOMPARE(open(look(record, dismissing({}, findings.front().key, {}, {}))), mostThatNeedYou);
    }

    // The other child's entries raise one finding, not a dozen, and none at all once they are set aside.
    void anotherChildIsToldOnce()
    {
        const record::Record record = otherChild();
        const std::vector<Finding> findings = look(record);
        QCOMPARE(rulesIn(findings), QStringList{u"other-child-entry"_s});
        QCOMPARE(findings.front().entries.size(), std::size_t{2}); // the rest of the row goes along
        const record::Decisions aside = settingAside({}, findings.front().entries);
        QCOMPARE(rulesIn(look(record, aside)), QStringList());
        QCOMPARE(rulesIn(look(record, takingBack(aside, findings.front().entries))), QStringList{u"other-child-entry"_s});
        QCOMPARE(settingAside(aside, findings.front().entries), aside);
    }

    // What is hidden from the reader is hidden from the checks.
    void maskedValuesSayNothing()
    {
        for (const CheckCase& one : checkCases()) {
            record::Record record = one.fires();
            for (record::Entry& entry : record.entries) {
                entry.establishment = entry.establishment.isEmpty() ? QString() : base::maskedWhole();
                for (record::Value& value : entry.values)
                    value.raw = base::maskedWhole();
            }
            const QStringList rules = rulesIn(look(record));
            QVERIFY2(rules.isEmpty(), qPrintable(QString::fromLatin1(one.rule) + u": "_s + rules.join(u' ')));
        }
    }

    void emptyRecordIsQuiet()
    {
        QVERIFY(look({}).empty());
        QVERIFY(look(RecordBuilder().record()).empty());
    }

    void demonstration()
    {
        const auto record = demoRecord();
        if (!record)
            QSKIP("the demonstration's sources are not here");
        const std::vector<Finding> findings = check(*record, {}, today);
        // Planted in it: two springs of another ethnic group, with the school as source, and a question without reply.
        const QStringList rules{u"ethnicity-flip"_s, u"ethnicity-ascribed"_s, u"yssa-no-reply"_s};
        QCOMPARE(rulesIn(findings), rules);
    }
};

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
