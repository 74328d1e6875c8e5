// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/time_scale.h"
#include "insight/timeline.h"

#include <QSet>

#include <optional>

namespace app {

// What a person looks for on the timeline. What does not fit is dimmed and stays where it is.
struct MarkFilter {
    QString text; // every word must occur in the lane's name, the words or the code
    std::optional<insight::LaneGroup> group;
    std::optional<TimeRange> period;
    std::optional<record::DocumentId> document;
    bool changedOnly = false;
    bool sensitiveOnly = false;

    [[nodiscard]] bool isEmpty() const { return *this == MarkFilter{}; }
    bool operator==(const MarkFilter&) const = default;
};

// The values of a document, by number: those it delivered and those it says again.
[[nodiscard]] QSet<qint64> valuesOf(const record::Record& record, record::DocumentId document);

// Which marks fit, counted ahead so that asking about a run of any length costs nothing.
class MarkMatches {
public:
    MarkMatches() = default; // everything fits
    // `ofDocument`: the values of the filter's document; not read without one.
    MarkMatches(const insight::Timeline& timeline, const MarkFilter& filter, const QSet<qint64>& ofDocument);

    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] int count(int lane, int first, int count) const;
    [[nodiscard]] bool fits(int lane, int mark) const { return count(lane, mark, 1) > 0; }
    [[nodiscard]] bool anyIn(int lane) const { return !m_active || m_before[static_cast<std::size_t>(lane)].back() > 0; }
    [[nodiscard]] int total() const { return m_total; } // of an active filter

private:
    bool m_active = false;
    int m_total = 0;
    std::vector<std::vector<int>> m_before; // by lane: how many of the first n fit
};

} // namespace app
