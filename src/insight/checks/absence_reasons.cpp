// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The reasons for absence, letter by letter, against what the same table counts with and without leave.
#include "insight/absence_years.h"
#include "insight/checks/evidence.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

void checkSum(const Evidence& evidence, Notes& notes, const AbsenceRow& row, const AbsenceCounts& counts,
              const std::optional<Count>& total, ReasonKind kind)
{
    if (!total)
        return;
    double sum = 0;
    bool whole = true; // every letter of that year has a column
    std::vector<record::ValueId> values{total->value};
    for (const QString& letter : absenceLetters(kind, row.year)) {
        whole = whole && counts.asked.contains(letter);
        const Count* reason = counts.reason(letter);
        if (!reason)
            continue;
        sum += reason->sessions;
        if (reason->sessions != 0)
            values.push_back(reason->value);
    }
    // A school that sent no reasons at all has left nothing out of them.
    const bool tooFew = whole && sum > 0 && sum < total->sessions;
    if ((!tooFew && sum <= total->sessions) || std::abs(sum - total->sessions) <= evidence.limit("absence-reasons"_L1))
        return;
    notes.add("absence-reasons"_L1,
              {placeOf(*counts.entry), kind == ReasonKind::Authorised ? tr("with leave") : tr("without leave"),
               QString::number(sum), QString::number(total->sessions)}, values);
}

} // namespace

void checkAbsenceReasons(Evidence& evidence, Notes& notes)
{
    for (const AbsenceRow& row : evidence.absence()) {
        for (const auto& [stretch, counts] : row.stretches) {
            if (counts.entry->collection != "ABS"_L1)
                continue; // a census asks for reasons of its own
            checkSum(evidence, notes, row, counts, counts.authorised, ReasonKind::Authorised);
            checkSum(evidence, notes, row, counts, counts.unauthorised, ReasonKind::Unauthorised);
        }
    }
}

} // namespace insight
