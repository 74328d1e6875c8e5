// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/mark_filter.h"

#include "app/timeline/moment_words.h"
#include "app/timeline/source_lane.h"

#include <algorithm>

namespace app {

namespace {

// One thing that was typed: words, and the time that they may name.
struct Looked {
    QString words;
    std::optional<TimeRange> time = {};
};

// "spring 2014", "3 May 2010": at most so many words name one time.
constexpr qsizetype longestTime = 3;

std::vector<Looked> lookedFor(const QString& text, const insight::Timeline& timeline)
{
    const QStringList words = text.simplified().split(QChar(u' '), Qt::SkipEmptyParts);
    std::vector<Looked> looked;
    for (qsizetype at = 0; at < words.size();) {
        Looked one{words.at(at)};
        qsizetype taken = 1;
        for (qsizetype many = std::min(longestTime, words.size() - at); many > 0 && !one.time; --many) {
            const QString together = words.mid(at, many).join(QChar(u' '));
            // Without a number it is a word: "reception" is also in the names of rows.
            if (!std::any_of(together.begin(), together.end(), [](QChar c) { return c.isDigit(); }))
                continue;
            if (const auto time = momentTyped(together, timeline)) {
                one = {together, time};
                taken = many;
            }
        }
        looked.push_back(one);
        at += taken;
    }
    return looked;
}

TimeRange timeOf(const insight::Mark& mark)
{
    return rangeOf(mark.from, std::max(mark.from, mark.to));
}

bool meet(const TimeRange& a, const TimeRange& b)
{
    return a.from < b.to && a.to > b.from;
}

bool says(const insight::Lane& lane, const insight::Mark& mark, const std::vector<Looked>& looked)
{
    return std::all_of(looked.begin(), looked.end(), [&](const Looked& one) {
        return (one.time && meet(timeOf(mark), *one.time)) || lane.title.contains(one.words, Qt::CaseInsensitive) ||
               mark.label.contains(one.words, Qt::CaseInsensitive) ||
               mark.shortLabel.contains(one.words, Qt::CaseInsensitive) ||
               mark.code.contains(one.words, Qt::CaseInsensitive);
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
    const std::vector<Looked> looked = lookedFor(filter.text, timeline);
    m_before.reserve(timeline.lanes.size());
    for (const insight::Lane& lane : timeline.lanes) {
        std::vector<int> before(1, 0);
        before.reserve(lane.marks.size() + 1);
        const bool groupFits = !filter.group || (*filter.group == lane.group && !isSources(lane));
        for (const insight::Mark& mark : lane.marks) {
            bool fits = groupFits && (!filter.changedOnly || mark.changed) &&
                        (!filter.sensitiveOnly || mark.sensitive);
            if (fits && filter.period)
                fits = meet(timeOf(mark), *filter.period);
            if (fits && filter.document)
                fits = std::any_of(mark.values.begin(), mark.values.end(),
                                   [&](record::ValueId value) { return ofDocument.contains(value.n); });
            before.push_back(before.back() + (fits && says(lane, mark, looked) ? 1 : 0));
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
