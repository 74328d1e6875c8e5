// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"

#include "catalogue/collections.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

Mark releaseMark(const ReleaseExposure& exposure, MarkKind kind, QLatin1StringView ending)
{
    Mark mark;
    mark.kind = kind;
    mark.key = u"release."_s + exposure.release.reference + ending;
    mark.release = exposure.release.reference;
    mark.verdict = exposure.verdict;
    return mark;
}

// The years the data speaks of, drawn apart from the time the copy may have been kept.
std::optional<Mark> coverageOf(const ReleaseExposure& exposure)
{
    const registry::Scope& scope = exposure.release.scope;
    if (!scope.firstYear && !scope.lastYear)
        return {};
    Mark mark = releaseMark(exposure, MarkKind::Coverage, ".years"_L1);
    const catalogue::AcademicYear first = scope.firstYear.value_or(scope.lastYear.value_or(catalogue::AcademicYear{}));
    const catalogue::AcademicYear last = scope.lastYear.value_or(first);
    mark.from = first.firstDay();
    mark.to = last.lastDay();
    mark.fromKnown = scope.firstYear.has_value();
    mark.toKnown = scope.lastYear.has_value();
    QStringList names;
    for (const QString& key : scope.collections)
        names << catalogue::collectionName(key);
    const QString years = first == last ? first.text() : tr("%1 to %2").arg(first.text(), last.text());
    mark.label = names.isEmpty() ? tr("Covers %1").arg(years) : tr("Covers %1: %2").arg(years, names.join(u", "_s));
    return mark;
}

std::optional<Mark> holdingOf(const ReleaseExposure& exposure, QDate today)
{
    using registry::ReleaseStatus;
    const registry::Release& release = exposure.release;
    if (release.status == ReleaseStatus::Open || release.status == ReleaseStatus::Rejected
        || release.status == ReleaseStatus::NotPursued)
        return {}; // nothing says that there is a copy
    const bool approved = release.approved.earliest.isValid();
    const registry::LooseDate& start = approved ? release.approved : release.applied;
    if (!start.earliest.isValid())
        return {};
    Mark mark = releaseMark(exposure, MarkKind::Holding, ".kept"_L1);
    mark.from = start.earliest;
    mark.fromKnown = approved;
    const registry::LooseDate& end = release.destructionConfirmed.latest.isValid() ? release.destructionConfirmed
                                                                                   : release.destructionPlanned;
    mark.toKnown = end.latest.isValid();
    mark.to = mark.toKnown ? std::max(end.latest, mark.from) : std::max(today, mark.from);
    mark.open = exposure.destruction == DestructionState::Overdue;
    QStringList words{approved ? tr("Approved %1").arg(start.asPrinted) : tr("Applied for %1").arg(start.asPrinted)};
    switch (exposure.destruction) {
    case DestructionState::Confirmed:
        words << tr("destroyed %1").arg(release.destructionConfirmed.asPrinted);
        break;
    case DestructionState::Overdue:
        words << tr("to be destroyed %1, not confirmed").arg(release.destructionPlanned.asPrinted);
        break;
    case DestructionState::NotDue:
    case DestructionState::Due:
        words << tr("to be destroyed %1").arg(release.destructionPlanned.asPrinted);
        break;
    case DestructionState::NotStated:
        words << tr("end not stated");
        break;
    }
    mark.label = words.join(u", "_s);
    return mark;
}

} // namespace

std::vector<Lane> releaseLanes(const std::vector<ReleaseExposure>& exposure, QDate today)
{
    std::vector<Lane> lanes;
    for (const ReleaseExposure& one : exposure) {
        Lane lane{u"release."_s + one.release.reference, one.release.recipient, LaneGroup::Releases, {}};
        if (auto coverage = coverageOf(one))
            lane.marks.push_back(std::move(*coverage));
        if (auto holding = holdingOf(one, today))
            lane.marks.push_back(std::move(*holding));
        if (!lane.marks.empty())
            lanes.push_back(std::move(lane));
    }
    std::stable_sort(lanes.begin(), lanes.end(), [](const Lane& a, const Lane& b) {
        return a.marks.front().verdict < b.marks.front().verdict;
    });
    return lanes;
}

} // namespace insight
