// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/story_words.h"

#include "base/masked_text.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// For lupdate: a context of its own, with plurals.
class StoryWords {
    Q_DECLARE_TR_FUNCTIONS(app::StoryWords)
};

} // namespace

QString said(const insight::Reading& reading)
{
    return reading.known && !reading.meaning.isEmpty() ? reading.meaning : reading.raw;
}

insight::ValueStory maskedStory(insight::ValueStory story)
{
    const QString hidden = base::maskedWhole();
    if (story.locates) {
        story.raw = hidden;
        story.meaning = story.meaning.isEmpty() ? QString() : hidden;
        for (insight::Reading& reading : story.readings) {
            reading.raw = hidden;
            reading.meaning = reading.meaning.isEmpty() ? QString() : hidden;
        }
    }
    story.document = hidden;
    story.locator = hidden;
    if (!story.establishment.isEmpty())
        story.establishment = hidden;
    for (insight::ValueStory::Witness& witness : story.witnesses) {
        witness.document = hidden;
        witness.locator = hidden;
    }
    return story;
}

QString oddOneOut(const insight::ValueStory& story)
{
    std::map<QString, int> counts;
    QString own;
    for (const insight::Reading& reading : story.readings) {
        ++counts[said(reading)];
        if (reading.value == story.value)
            own = said(reading);
    }
    if (own.isEmpty() || counts.size() < 2)
        return {};
    QString most;
    int highest = 0;
    for (const auto& [words, count] : counts)
        if (count > highest) {
            highest = count;
            most = words;
        }
    // Without a clear majority there is nothing to call odd: a change of school or year is no remark.
    if (most == own || highest <= counts[own])
        return {};
    return StoryWords::tr("%n other reading(s) say %1.", nullptr, highest).arg(most);
}

QString sensitivityLine(const insight::ValueStory& story)
{
    QStringList parts;
    const auto add = [&](const QString& mark, const QString& words) {
        if (!words.isEmpty())
            parts << (mark.isEmpty() ? words : mark + u": "_s + words);
        else if (!mark.isEmpty())
            parts << mark;
    };
    add(story.sensitivity, story.sensitivityWords);
    add(story.tier.isEmpty() ? QString() : StoryWords::tr("Tier %1").arg(story.tier), story.tierWords);
    add(story.identificationRisk.isEmpty() ? QString() : StoryWords::tr("Identification risk %1").arg(story.identificationRisk),
        story.riskWords);
    return parts.join(u'\n');
}

QString shortDigest(const QByteArray& sha256)
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return hex.size() < 16 ? hex : hex.left(8) + u'…' + hex.right(4);
}

} // namespace app
