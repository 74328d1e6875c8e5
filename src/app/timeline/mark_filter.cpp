// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/mark_filter.h"

#include <algorithm>

namespace app {

namespace {

bool says(const insight::Lane& lane, const insight::Mark& mark, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return lane.title.contains(word, Qt::CaseInsensitive) || mark.label.contains(word, Qt::CaseInsensitive) ||
               mark.shortLabel.contains(word, Qt::CaseInsensitive) || mark.code.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

QSet<qint64> valuesOf(const record::Record& record, record::DocumentId document)
{
    QSet<qint64> values;
    for (const record::Entry& entry : record.entries) {
        const bool witnessed =
            std::any_of(entry.witnesses.begin(), entry.witnesses.end(),
                        [&](const record::Witness& witness) { return witness.document == document; });
        if (entry.document == document || witnessed)
            for (const record::Value& value : entry.values)
                values.insert(value.id.n);
    }
    return values;
}

MarkMatches::MarkMatches(const insight::Timeline& timeline, const MarkFilter& filter, const QSet<qint64>& ofDocument)
    : m_active(!filter.isEmpty())
{
    if (!m_active)
        return;
    const QStringList words = filter.text.simplified().split(QChar(u' '), Qt::SkipEmptyParts);
    m_before.reserve(timeline.lanes.size());
    for (const insight::Lane& lane : timeline.lanes) {
        std::vector<int> before(1, 0);
        before.reserve(lane.marks.size() + 1);
        const bool groupFits = !filter.group || *filter.group == lane.group;
        for (const insight::Mark& mark : lane.marks) {
            bool fits = groupFits && (!filter.changedOnly || mark.changed) &&
                        (!filter.sensitiveOnly || mark.sensitive);
            if (fits && filter.period) {
                const TimeRange time = rangeOf(mark.from, std::max(mark.from, mark.to));
                fits = time.from < filter.period->to && time.to > filter.period->from;
            }
            if (fits && filter.document)
                fits = std::any_of(mark.values.begin(), mark.values.end(),
                                   [&](record::ValueId value) { return ofDocument.contains(value.n); });
            before.push_back(before.back() + (fits && says(lane, mark, words) ? 1 : 0));
        }
        m_total += before.back();
        m_before.push_back(std::move(before));
    }
}

int MarkMatches::count(int lane, int first, int count) const
{
    if (!m_active)
        return count;
    const std::vector<int>& before = m_before[static_cast<std::size_t>(lane)];
    const auto from = static_cast<std::size_t>(first);
    return before[from + static_cast<std::size_t>(count)] - before[from];
}

} // namespace app
