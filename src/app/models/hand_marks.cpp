// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/hand_marks.h"

#include "record/written_in.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

struct HandWords {
    Q_DECLARE_TR_FUNCTIONS(app::HandMarks)
};

} // namespace

QString writtenByHand(const QString& words)
{
    return HandWords::tr("✎ %1, by me").arg(words);
}

QString writtenByHandShort(const QString& words)
{
    return HandWords::tr("✎ %1").arg(words);
}

QString writtenByHandSpoken(const QString& words)
{
    return HandWords::tr("%1, written in by me").arg(words);
}

bool isByHand(const insight::ResultRow& row)
{
    return record::isWrittenIn(row.value) &&
           std::all_of(row.also.begin(), row.also.end(), [](record::ValueId value) { return record::isWrittenIn(value); });
}

insight::Timeline markedByHand(insight::Timeline timeline)
{
    for (insight::Lane& lane : timeline.lanes)
        for (insight::Mark& mark : lane.marks) {
            const bool byHand = !mark.values.empty() &&
                                std::all_of(mark.values.begin(), mark.values.end(),
                                            [](record::ValueId value) { return record::isWrittenIn(value); });
            if (!byHand || mark.label.isEmpty())
                continue;
            mark.shortLabel = writtenByHandShort(mark.shortLabel.isEmpty() ? mark.label : mark.shortLabel);
            mark.label = writtenByHand(mark.label);
        }
    return timeline;
}

} // namespace app
