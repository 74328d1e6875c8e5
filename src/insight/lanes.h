// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/fields.h"
#include "insight/timeline.h"

namespace insight {

// What the makers of lanes share. Each returns the lanes that have something on them, in their fixed order.
struct LaneInput {
    const OwnEntries& entries;
    Fields& fields;
    QDate today;
    std::vector<Undated>& undated;
};

[[nodiscard]] std::vector<Lane> schoolLanes(LaneInput& input);
[[nodiscard]] std::vector<Lane> characteristicLanes(LaneInput& input);
[[nodiscard]] std::vector<Lane> attendanceLanes(LaneInput& input);
[[nodiscard]] std::vector<Lane> resultLanes(LaneInput& input);
// Qualifications and awards that stand whole in an entry of their own: learning events, credentials.
[[nodiscard]] std::vector<Lane> achievementLanes(LaneInput& input);
// What colleges, the Learning Records Service and the Education Record say of a learner.
[[nodiscard]] std::vector<Lane> learnerLanes(LaneInput& input);
[[nodiscard]] std::vector<Lane> releaseLanes(const std::vector<ReleaseExposure>& exposure, QDate today);

// The day on which something was read within the span of its entry: the census day where the file states one, else the
// span's first.
[[nodiscard]] QDate readOn(const record::Entry& entry, const catalogue::DateSpan& span);

// Graded by the dictionary as special category in law, or as highly sensitive.
[[nodiscard]] bool isSensitive(const Field& field);

[[nodiscard]] int exclusionCount(const OwnEntries& entries, Fields& fields);

// "SC.EthnicGroup#4711": the lane and the first value a mark rests on. Ids outlive everything but a withdrawal.
[[nodiscard]] QString markKey(const QString& lane, record::ValueId first);
// The name a school number has in the directory, else the number as delivered.
[[nodiscard]] QString schoolName(const QString& establishment, QDate day);

} // namespace insight
