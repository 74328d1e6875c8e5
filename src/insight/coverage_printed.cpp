// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/coverage_printed.h"

#include "catalogue/collections.h"

#include <QCoreApplication>

namespace insight {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("insight::Coverage", text);
}

enum class Official { Listed, NotListed, Unsaid };

Official official(QStringView collection, catalogue::AcademicYear year)
{
    switch (catalogue::collectedIn(collection, year)) {
    case catalogue::YearState::Listed:
    case catalogue::YearState::Partial:
    case catalogue::YearState::Cancelled:
        return Official::Listed;
    case catalogue::YearState::NotCollected:
        return Official::NotListed;
    case catalogue::YearState::SeedOnly:
    case catalogue::YearState::BelievedToContinue:
    case catalogue::YearState::NotKnown:
        break;
    }
    return Official::Unsaid;
}

} // namespace

PrintedCell printedCell(QStringView collection, catalogue::AcademicYear year)
{
    const catalogue::PrintedSource* row = catalogue::printedSource(collection);
    if (!row)
        return {Printed::NotInTable, false, tr("The printed table does not name it.")};
    if (year < catalogue::printedFrom || catalogue::printedTo < year)
        return {Printed::OutsideItsYears, false,
                tr("The printed table goes from %1 to %2.")
                    .arg(catalogue::printedFrom.text(), catalogue::printedTo.text())};
    const Official says = official(collection, year);
    if (row->first && row->last && *row->first <= year && year <= *row->last) {
        if (says == Official::NotListed)
            return {Printed::Tick, true,
                    tr("The two disagree: the printed table has a tick for this year, and by the official tables it was "
                       "not collected.")};
        return {Printed::Tick, false,
                says == Official::Listed ? tr("The printed table has a tick for this year too.")
                                         : tr("Only the printed table has this year.")};
    }
    if (says != Official::Listed)
        return {Printed::NoTick, false, tr("The printed table has no tick for this year.")};
    return {Printed::NoTick, true,
            row->first ? tr("The two disagree: the printed table has no tick for this year, and the official tables list "
                            "it.")
                       : tr("The two disagree: the printed table leaves this whole row empty, and the official tables "
                            "list the year.")};
}

} // namespace insight
