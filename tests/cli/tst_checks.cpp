// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `pupil-record check`: what does not fit, its keys for scripts, and what a person decides about it.
#include "commands.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using commands::Ran;
using commands::run;

QJsonArray findingsOf(const Ran& ran)
{
    return ran.json()[u"findings"_s].toArray();
}

QByteArray rowOf(const char* year, const char* ethnic, const char* surname, const char* group)
{
    return QByteArray(year) + ",Spring,0002002,E000200106014," + surname + ",Mina Rose,2003-05-03," + ethnic + ',' + group + ",C\r\n";
}
const QByteArray headings = "AcademicYear,CensusTerm,LAEstab,UPN,Surname,Forename,DOB,EthnicGroupMinor,NCyearActual,EnrolStatus\r\n";

// The ethnic group goes and comes back, one year has another surname, and one a year group far off.
const QByteArray census = headings + rowOf("2008/2009", "MWBA", "Okafor-Hale", "1") + rowOf("2009/2010", "WBRI", "Okafor-Hale", "2")
    + rowOf("2010/2011", "MWBA", "Larkspur", "3") + rowOf("2011/2012", "MWBA", "Okafor-Hale", "7");

const QByteArray quiet = headings + rowOf("2008/2009", "MWBA", "Okafor-Hale", "1") + rowOf("2009/2010", "MWBA", "Okafor-Hale", "2");

QStringList rulesOf(const QJsonArray& findings)
{
    QStringList rules;
    for (const QJsonValue& finding : findings)
        rules << finding[u"rule"_s].toString();
    return rules;
}

QJsonObject findingOf(const Ran& ran, const QString& rule)
{
    for (const QJsonValue& finding : findingsOf(ran))
        if (finding[u"rule"_s] == rule)
            return finding.toObject();
    return {};
}

} // namespace

class CommandLineChecks : public QObject {
    Q_OBJECT

    commands::Folder m_folder;

    Ran check(const QString& file, const QStringList& more = {}) const
    {
        return run(m_folder.with(u"check"_s, file, QStringList{u"--today"_s, u"2026-11-22"_s, u"--json"_s} + more));
    }

    void makeRecord(const QString& file, const QString& source) const
    {
        const Ran made = m_folder.makeRecord(file, {u"--upn"_s, u"E000200106014"_s});
        QVERIFY2(made.status == 0, made.err);
        const Ran taken = run(m_folder.with(u"import"_s, file, {m_folder.in(source)}));
        QVERIFY2(taken.status == 0, taken.err);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.in(u"data"_s).toUtf8()); // no list of schools of this computer
        m_folder.write(u"census.csv"_s, census);
        m_folder.write(u"quiet.csv"_s, quiet);
        makeRecord(u"odd.pupilrecord"_s, u"census.csv"_s);
        makeRecord(u"quiet.pupilrecord"_s, u"quiet.csv"_s);
    }

    void rulesNeedNoRecord()
    {
        const Ran rules = run({u"check"_s, u"--rules"_s, u"--json"_s});
        QCOMPARE(rules.status, 0);
        const QJsonArray all = rules.json()[u"rules"_s].toArray();
        QVERIFY(all.size() >= 40);
        const QStringList keys{u"care"_s, u"explanation"_s, u"family"_s, u"rule"_s, u"severity"_s, u"text"_s, u"threshold"_s, u"title"_s};
        bool hasFigure = false;
        for (const QJsonValue& rule : all) {
            QCOMPARE(rule.toObject().keys(), keys);
            QVERIFY((QSet<QString>{u"needs_you"_s, u"worth_a_look"_s, u"for_completeness"_s}).contains(rule[u"severity"_s].toString()));
            QVERIFY(!rule[u"text"_s].toString().contains(u'%')); // the places that a finding fills in
            hasFigure = hasFigure || rule[u"threshold"_s][u"value"_s].isDouble();
        }
        QVERIFY(hasFigure);
        const Ran words = run({u"check"_s, u"--rules"_s});
        QCOMPARE(words.status, 0);
        QVERIFY(words.out.contains("ethnicity-flip  [Needs you]"));
    }

    void findingsForScripts()
    {
        const Ran ran = check(u"odd.pupilrecord"_s);
        QVERIFY2(ran.status == 1, ran.err); // findings exist
        const QJsonObject flip = findingOf(ran, u"ethnicity-flip"_s);
        const QStringList keys{u"care"_s, u"dismissed"_s, u"entries"_s, u"explanation"_s, u"finding"_s, u"reason"_s,
                               u"rule"_s, u"severity"_s, u"text"_s, u"values"_s};
        QCOMPARE(flip.keys(), keys);
        QCOMPARE(flip[u"severity"_s].toString(), u"needs_you"_s);
        QCOMPARE(flip[u"dismissed"_s].toBool(true), false);
        QVERIFY(flip[u"reason"_s].isNull());
        // The values can be asked for by what the finding gives.
        QCOMPARE(flip[u"values"_s].toArray().size(), 1);
        const Ran values = run(m_folder.with(u"values"_s, u"odd.pupilrecord"_s, {u"--json"_s}));
        const QByteArray id = QByteArray::number(flip[u"values"_s][0].toInteger());
        QVERIFY(values.out.contains("WBRI") && values.out.contains(id));
        QCOMPARE(findingOf(ran, u"surname-differs"_s)[u"care"_s].toString(), u"identity"_s);
        QVERIFY(ran.json()[u"set_aside"_s].toArray().isEmpty());
    }

    // A script may show the text and nothing else.
    void theTextStandsByItself()
    {
        const Ran ran = check(u"odd.pupilrecord"_s);
        QVERIFY(findingOf(ran, u"ethnicity-flip"_s)[u"text"_s].toString().contains(u"may be a slip"_s));
        const QString name = findingOf(ran, u"surname-differs"_s)[u"text"_s].toString();
        QVERIFY2(name.startsWith(u"There can be a good reason: adoption"_s), qPrintable(name));
    }

    void findingsInWords()
    {
        const Ran ran = run(m_folder.with(u"check"_s, u"odd.pupilrecord"_s));
        QCOMPARE(ran.status, 1);
        const qsizetype needs = ran.out.indexOf("Needs you\n");
        const qsizetype look = ran.out.indexOf("Worth a look\n");
        const qsizetype complete = ran.out.indexOf("For completeness\n");
        QVERIFY(needs >= 0 && needs < look && look < complete);
        QVERIFY(ran.out.contains("[ethnicity-flip]"));
        QVERIFY(ran.out.contains("There can be a good reason: adoption"));
        QVERIFY(!ran.out.contains("Larkspur")); // names are not spelt out
    }

    void quietRecord()
    {
        const Ran ran = check(u"quiet.pupilrecord"_s);
        QVERIFY2(ran.status == 0, ran.out);
        QVERIFY(findingsOf(ran).isEmpty());
        const Ran words = run(m_folder.with(u"check"_s, u"quiet.pupilrecord"_s));
        QCOMPARE(words.status, 0);
        QVERIFY(words.out.contains("Nothing was noticed. That does not mean that everything is right."));
    }

    void settledAndTakenUpAgain()
    {
        const QString key = findingOf(check(u"odd.pupilrecord"_s), u"ethnicity-flip"_s)[u"finding"_s].toString();
        const Ran settled = check(u"odd.pupilrecord"_s, {u"--dismiss"_s, key, u"--reason"_s, u"We answered anew."_s});
        QVERIFY2(settled.status == 1, settled.err); // the others are open
        QVERIFY(findingOf(settled, u"ethnicity-flip"_s)[u"dismissed"_s].toBool());
        const Ran kept = check(u"odd.pupilrecord"_s);
        QCOMPARE(findingOf(kept, u"ethnicity-flip"_s)[u"reason"_s].toString(), u"We answered anew."_s);
        const Ran again = check(u"odd.pupilrecord"_s, {u"--undismiss"_s, key});
        QVERIFY(!findingOf(again, u"ethnicity-flip"_s)[u"dismissed"_s].toBool(true));
        QVERIFY(findingOf(check(u"odd.pupilrecord"_s), u"ethnicity-flip"_s)[u"reason"_s].isNull());
        QCOMPARE(check(u"odd.pupilrecord"_s, {u"--undismiss"_s, key}).status, 2);
    }

    // When everything is settled, nothing is open: status 0.
    void allSettled()
    {
        makeRecord(u"settled.pupilrecord"_s, u"census.csv"_s);
        const Ran before = check(u"settled.pupilrecord"_s);
        Ran last;
        for (const QJsonValue& finding : findingsOf(before))
            last = check(u"settled.pupilrecord"_s, {u"--dismiss"_s, finding[u"finding"_s].toString()});
        QCOMPARE(last.status, 0);
        QCOMPARE(findingsOf(last).size(), findingsOf(before).size());
    }

    void figureOfOnesOwn()
    {
        QVERIFY(rulesOf(findingsOf(check(u"odd.pupilrecord"_s))).contains(u"year-group-far"_s));
        const Ran wider = check(u"odd.pupilrecord"_s, {u"--threshold"_s, u"year-group-far=5"_s});
        QVERIFY2(!rulesOf(findingsOf(wider)).contains(u"year-group-far"_s), wider.out);
        QVERIFY(!rulesOf(findingsOf(check(u"odd.pupilrecord"_s))).contains(u"year-group-far"_s)); // it is kept
        QVERIFY(rulesOf(findingsOf(check(u"odd.pupilrecord"_s, {u"--threshold"_s, u"year-group-far=1"_s}))).contains(u"year-group-far"_s));
    }

    void usageErrors_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("no such finding") << QStringList{u"--dismiss"_s, u"99"_s};
        QTest::newRow("two decisions") << QStringList{u"--dismiss"_s, u"1"_s, u"--take-back"_s};
        QTest::newRow("no such rule") << QStringList{u"--threshold"_s, u"no-rule=3"_s};
        QTest::newRow("a rule without one") << QStringList{u"--threshold"_s, u"ethnicity-flip=3"_s};
        QTest::newRow("no figure") << QStringList{u"--threshold"_s, u"year-group-far=far"_s};
        QTest::newRow("nobody else's") << QStringList{u"--set-aside"_s, u"1"_s};
        QTest::newRow("unknown option") << QStringList{u"--burn"_s};
    }
    void usageErrors()
    {
        QFETCH(const QStringList, options);
        const Ran ran = check(u"odd.pupilrecord"_s, options);
        QCOMPARE(ran.status, 2);
        QVERIFY(findingsOf(ran).isEmpty());
        QVERIFY(!ran.out.isEmpty() || !ran.err.isEmpty());
    }

    void otherFailuresHaveTheirStatus()
    {
        QCOMPARE(run({u"check"_s}).status, 2);
        QCOMPARE(check(u"census.csv"_s).status, 4);
        QCOMPARE(run({u"check"_s, m_folder.in(u"odd.pupilrecord"_s), u"--passphrase-file"_s, m_folder.in(u"other"_s)}).status, 3);
    }
};

QTEST_GUILESS_MAIN(CommandLineChecks)
#include "tst_checks.moc"
