// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"
#include "story.h"

#include "insight/checks/finding.h"

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

using Judge = void (*)(const Story&, const record::Record&, Score&);
constexpr Judge judges[] = {judgeChecks};

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

    void toldAsTheyAre()
    {
        bool isNumber = false;
        const int wished = qEnvironmentVariableIntValue("PUPIL_RECORD_STORIES", &isNumber);
        const int count = isNumber ? wished : 50;
        // A short run takes its stories from all over: each kind and each fault comes up.
        const int whole = kinds * (int(faults().size()) + 1);
        const int step = count >= whole ? 1 : whole / count | 1;
        Score score;
        for (int at = 0; at < count; ++at) {
            const Story story = makeStory(at * step);
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
        qInfo("%d stories, %d with a fault: %d of %d findings that had to come came (recall %.1f %%), %d false alarms",
              score.stories, score.planted, score.found, score.due, score.due ? 100.0 * score.found / score.due : 100.0,
              score.falseAlarms);
        for (const auto& [rule, times] : score.missed)
            qInfo("silent %d times: %s", times, qPrintable(rule));
        for (const auto& [rule, times] : score.extra)
            qInfo("false %d times: %s", times, qPrintable(rule));
        for (const QString& fault : score.faults.mid(0, 20))
            qInfo("%s", qPrintable(fault));
        QCOMPARE(score.found, score.due);
        QCOMPARE(score.falseAlarms, 0);
    }
};

QTEST_GUILESS_MAIN(TestStories)
#include "tst_stories.moc"
