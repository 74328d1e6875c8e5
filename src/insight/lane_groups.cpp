// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"

#include <QCoreApplication>

namespace insight {

bool isSensitive(const Field& field)
{
    const QString grade = field.item ? field.item->sensitivity : QString();
    return field.hard || grade == QLatin1StringView("A") || grade == QLatin1StringView("B")
        || grade == QLatin1StringView("D");
}

QString laneGroupTitle(LaneGroup group)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("insight::LaneGroup", text); };
    switch (group) {
    case LaneGroup::School:
        return tr("School");
    case LaneGroup::Characteristics:
        return tr("Characteristics");
    case LaneGroup::SpecialNeeds:
        return tr("Special needs");
    case LaneGroup::Attendance:
        return tr("Attendance");
    case LaneGroup::Care:
        return tr("Care and need");
    case LaneGroup::Results:
        return tr("Results");
    case LaneGroup::Releases:
        return tr("Who may have it");
    case LaneGroup::Requests:
        return tr("My requests");
    }
    Q_UNREACHABLE();
}

} // namespace insight
