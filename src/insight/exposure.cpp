// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/exposure.h"

#include "insight/exposure_index.h"
#include "insight/scope_rule.h"

namespace insight {

namespace {

void judgeDestruction(ReleaseExposure& exposure, QDate today)
{
    const registry::Release& release = exposure.release;
    const registry::LooseDate& planned = release.destructionPlanned;
    if (!release.destructionConfirmed.asPrinted.isEmpty()) {
        exposure.destruction = DestructionState::Confirmed;
    } else if (!planned.latest.isValid() && !planned.earliest.isValid()) {
        exposure.destruction = DestructionState::NotStated;
    } else {
        const QDate latest = planned.latest.isValid() ? planned.latest : planned.earliest;
        const QDate earliest = planned.earliest.isValid() ? planned.earliest : planned.latest;
        if (today > latest) {
            exposure.destruction = DestructionState::Overdue;
            exposure.overdueDays = int(latest.daysTo(today));
        } else {
            exposure.destruction = today < earliest ? DestructionState::NotDue : DestructionState::Due;
        }
    }
}

} // namespace

std::vector<ReleaseExposure> exposure(const record::Record& record, const registry::Edition& edition, QDate today)
{
    const ExposureIndex index(record);
    ScopeRule rule(index, record.person.born);
    std::vector<ReleaseExposure> judged;
    judged.reserve(edition.releases.size());
    for (const registry::Release& release : edition.releases) {
        ReleaseExposure& exposure = judged.emplace_back();
        exposure.release = release;
        rule.judge(exposure);
        judgeDestruction(exposure, today);
    }
    return judged;
}

} // namespace insight
