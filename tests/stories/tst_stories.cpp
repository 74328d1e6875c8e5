// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"
#include "story.h"

#include "insight/checks/finding.h"
#include "insight/coverage.h"
#include "insight/timeline.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace stories;

namespace {

const QDate today(2026, 11, 12);

// No list of schools: whether a number is in one is no part of a life.
const registry::School* noSchools(QStringView, QDate) { return nullptr; }

struct Score {
    int stories = 0;
    int planted = 0; // faults that found a place
    int due = 0;     // findings that had to come
    int found = 0;
    int falseAlarms = 0;
    QStringList faults; // what went wrong, by story
    int statements = 0;    // of coverage and timeline
    QStringList untrue;    // of those
    std::map<QString, int> missed;
    std::map<QString, int> extra;
};

// What the checks say of the story against what they must say.
void judgeChecks(const Story& story, const record::Record& record, Score& score)
{
    QSet<QString> said;
    for (const insight::Finding& finding : insight::check(record, {}, today, noSchools))
        said.insert(finding.rule);
    for (const QString& rule : story.checks.must) {
        ++score.due;
        if (said.remove(rule)) {
            ++score.found;
        } else {
            ++score.missed[rule];
            score.faults << story.name + u": silent "_s + rule;
        }
    }
    for (const QString& rule : story.checks.may)
        said.remove(rule);
    for (const QString& rule : said) {
        ++score.falseAlarms;
        ++score.extra[rule];
        score.faults << story.name + u": false "_s + rule;
    }
}

QString stateOf(const insight::Coverage& coverage, const Statements::Cover& said)
{
    const insight::CoverCell* cell = coverage.cell(said.collection, {said.start});
    if (!cell)
        return u"no cell"_s;
    if (said.term < 0)
        return insight::coverStateWord(cell->verdict.state);
    const auto term = catalogue::Term(int(catalogue::Term::Autumn) + said.term);
    for (const insight::CoverTerm& one : cell->terms)
        if (one.term == term)
            return insight::coverStateWord(one.verdict.state);
    return u"no term"_s;
}

void judgeCoverage(const Story& story, const record::Record& record, Score& score)
{
    if (!story.statements)
        return;
    const insight::Coverage coverage = insight::coverage(record, {}, today);
    for (const Statements::Cover& said : story.statements->covers) {
        ++score.statements;
        if (const QString state = stateOf(coverage, said); state != said.state)
            score.untrue << u"%1: %2 %3 term %4 is %5, not %6"_s.arg(story.name, said.collection)
                                .arg(said.start).arg(said.term).arg(state, said.state);
    }
}

void judgeTimeline(const Story& story, const record::Record& record, Score& score)
{
    if (!story.statements)
        return;
    const insight::Timeline timeline = insight::timeline(record, {}, {}, today);
    for (const auto& [key, marks] : story.statements->marks) {
        ++score.statements;
        const auto lane = std::find_if(timeline.lanes.begin(), timeline.lanes.end(),
                                       [&key = key](const insight::Lane& one) { return one.key == key; });
        const int held = lane == timeline.lanes.end() ? 0 : int(lane->marks.size());
        if (held != marks)
            score.untrue << u"%1: lane %2 holds %3 marks, not %4"_s.arg(story.name, key).arg(held).arg(marks);
    }
}

using Judge = void (*)(const Story&, const record::Record&, Score&);
constexpr Judge judges[] = {judgeChecks, judgeCoverage, judgeTimeline};

} // namespace

class TestStories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameStoryAgain()
    {
        const Story once = makeStory(3);
        const Story again = makeStory(3);
        QCOMPARE(once.files.size(), again.files.size());
        for (std::size_t at = 0; at < once.files.size(); ++at)
            QCOMPARE(once.files[at].bytes, again.files[at].bytes);
        QVERIFY(makeStory(4).files.front().bytes != once.files.front().bytes);
    }

    // A judge that lets everything pass would never be noticed: each wrong statement, one at a time, is refused.
    void aWrongStatementIsRefused()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        QString why;
        const Story story = makeStory(0);
        const auto record = readStory(story, folder.path(), why);
        QVERIFY2(record, qPrintable(why));
        QVERIFY(story.statements);
        const auto untrue = [&](const Story& told) {
            Score score;
            judgeCoverage(told, *record, score);
            judgeTimeline(told, *record, score);
            return score.untrue;
        };
        QVERIFY2(untrue(story).isEmpty(), qPrintable(untrue(story).join(u'\n')));
        for (std::size_t at = 0; at < story.statements->covers.size(); ++at) {
            Story wrong = story;
            Statements::Cover& cover = wrong.statements->covers[at];
            cover.state = cover.state == u"held" ? u"expected_absent"_s : u"held"_s;
            QCOMPARE(untrue(wrong).size(), 1);
            QVERIFY(untrue(wrong).front().contains(cover.collection));
        }
        for (const auto& [lane, marks] : story.statements->marks) {
            Story wrong = story;
            ++wrong.statements->marks[lane];
            QCOMPARE(untrue(wrong).size(), 1);
            QVERIFY(untrue(wrong).front().contains(lane));
        }
        Story more = story;
        more.statements->covers.push_back({u"SC"_s, record->person.born.year() - 20, -1, u"held"_s}); // before anybody's birth
        more.statements->marks[u"no such lane"_s] = 1;
        QCOMPARE(untrue(more).size(), 2);
    }

    // The same of the checks: a finding that does not come is missed, and one that nobody wants is a false alarm.
    void aWrongWishForFindingsIsRefused()
    {
        int faulty = kinds;
        while (makeStory(faulty).checks.must.isEmpty())
            ++faulty;
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        QString why;
        const Story story = makeStory(faulty);
        const auto record = readStory(story, folder.path(), why);
        QVERIFY2(record, qPrintable(why));
        const auto judged = [&](const Story::Checks& checks) {
            Story told = story;
            told.checks = checks;
            Score score;
            judgeChecks(told, *record, score);
            return std::tuple(score.due - score.found, score.falseAlarms > 0);
        };
        QCOMPARE(judged(story.checks), std::tuple(0, false));
        Story::Checks silent = story.checks;
        silent.must << u"no-such-rule"_s;
        QCOMPARE(judged(silent), std::tuple(1, false));
        QCOMPARE(judged({{}, story.checks.may}), std::tuple(0, true));
    }

    void toldAsTheyAre()
    {
        bool isNumber = false;
        const int wished = qEnvironmentVariableIntValue("PUPIL_RECORD_STORIES", &isNumber);
        const int count = isNumber ? wished : 50;
        // A short run takes its stories from all over: each kind and each fault comes up.
        const int whole = kinds * (int(faults().size()) + 1);
        const int step = count >= whole ? 1 : whole / count | 1;
        Score score;
        // Every kind of life without a fault is in the shortest run too: they say what coverage and timeline must hold.
        std::vector<int> numbers;
        for (int at = 0; at < kinds; ++at)
            numbers.push_back(at);
        for (int at = 0; at < count; ++at)
            if (at * step >= kinds)
                numbers.push_back(at * step);
        for (const int number : numbers) {
            const Story story = makeStory(number);
            QTemporaryDir folder;
            QVERIFY(folder.isValid());
            QString why;
            const auto record = readStory(story, folder.path(), why);
            QVERIFY2(record, qPrintable(story.name + u": "_s + why));
            QVERIFY2(!record->entries.empty(), qPrintable(story.name));
            ++score.stories;
            score.planted += story.name.contains(u',') ? 1 : 0;
            for (const Judge judge : judges)
                judge(story, *record, score);
        }
        qInfo("%d statements on coverage and timeline, %d untrue", score.statements, int(score.untrue.size()));
        for (const QString& untrue : score.untrue.mid(0, 20))
            qInfo("%s", qPrintable(untrue));
        qInfo("%d stories, %d with a fault: %d of %d findings that had to come came (recall %.1f %%), %d false alarms",
              score.stories, score.planted, score.found, score.due, score.due ? 100.0 * score.found / score.due : 100.0,
              score.falseAlarms);
        for (const auto& [rule, times] : score.missed)
            qInfo("silent %d times: %s", times, qPrintable(rule));
        for (const auto& [rule, times] : score.extra)
            qInfo("false %d times: %s", times, qPrintable(rule));
        for (const QString& fault : score.faults.mid(0, 20))
            qInfo("%s", qPrintable(fault));
        QVERIFY(score.statements > kinds * 10);
        QVERIFY(score.untrue.isEmpty());
        QCOMPARE(score.found, score.due);
        QCOMPARE(score.falseAlarms, 0);
    }
};

QTEST_GUILESS_MAIN(TestStories)
#include "tst_stories.moc"
