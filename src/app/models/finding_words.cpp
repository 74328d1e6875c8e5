// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/finding_words.h"

#include "insight/value_story.h"

#include <QCoreApplication>

namespace app {

namespace {

class FindingWords {
    Q_DECLARE_TR_FUNCTIONS(app::FindingWords)
};

// `source`: whom the value above had it from; said once, not beside each of several values.
QString meaningOf(const insight::ValueStory& story, QString& source)
{
    const QString year = story.year ? story.year->text() : QString();
    if (!story.meaningKnown)
        return year.isEmpty() ? FindingWords::tr("Nobody wrote down what this meant.")
                              : FindingWords::tr("Nobody wrote down what this meant in %1.").arg(year);
    if (story.meaning.isEmpty() || story.meaning == story.raw)
        return {};
    QString words = year.isEmpty() ? FindingWords::tr("This meant: %1.").arg(story.meaning)
                                   : FindingWords::tr("In %1 this meant: %2.").arg(year, story.meaning);
    if (story.meaningSource.isEmpty() || story.meaningSource == source)
        return words;
    source = story.meaningSource;
    return FindingWords::tr("%1 Source: %2.").arg(words, source);
}

} // namespace

QString foldedWords(const insight::Finding& finding)
{
    switch (finding.care) {
    case insight::RuleCare::Identity:
        return FindingWords::tr("There can be a good reason: adoption, protection, a change of name or gender. It stays "
                                "folded until you open it.");
    case insight::RuleCare::Hard:
        return FindingWords::tr("This part may be hard to read. It stays folded until you open it.");
    case insight::RuleCare::None:
        break;
    }
    return finding.text;
}

std::vector<ValueWords> valuesBehind(const record::Record& record, const insight::Finding& finding)
{
    std::vector<ValueWords> lines;
    QString source;
    for (const record::ValueId id : finding.values) {
        if (int(lines.size()) == mostValuesNamed)
            break;
        if (const auto story = insight::valueStory(record, id, {}))
            lines.push_back({story->when, FindingWords::tr("%1: “%2”").arg(story->title, story->raw), meaningOf(*story, source)});
    }
    return lines;
}

bool asksBeforeLetter(const insight::Finding& finding)
{
    return finding.care == insight::RuleCare::Identity;
}

} // namespace app
