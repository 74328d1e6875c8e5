// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/cohorts.h"

#include <QCoreApplication>

namespace catalogue {

int cohortOf(QDate born)
{
    return AcademicYear::of(born).start;
}

int ageOn(QDate born, QDate day)
{
    const bool before = day.month() != born.month() ? day.month() < born.month() : day.day() < born.day();
    return day.year() - born.year() - (before ? 1 : 0);
}

int ageAtStart(QDate born, AcademicYear year)
{
    // On 31 August every birthday of the calendar year has passed but those of September to December.
    return year.start - born.year() - (born.month() >= 9 ? 1 : 0);
}

int yearGroup(QDate born, AcademicYear year)
{
    return year.start - cohortOf(born) - 5;
}

AcademicYear yearOfGroup(QDate born, int group)
{
    return {cohortOf(born) + 5 + group};
}

QString yearGroupText(int group)
{
    if (group == -1 || group == -2)
        return QCoreApplication::translate("catalogue", "Nursery");
    if (group == 0)
        return QCoreApplication::translate("catalogue", "Reception");
    if (group >= 1 && group <= 13)
        return QCoreApplication::translate("catalogue", "Year %1").arg(group);
    return {};
}

} // namespace catalogue
