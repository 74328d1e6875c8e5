// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/giap_align.h"

#include "readers/dates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

bool allDigits(QByteArrayView cell)
{
    return std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isUpn(QByteArrayView cell)
{
    return cell.size() == 13 && cell[0] >= 'A' && cell[0] <= 'Z' && allDigits(cell.sliced(1, 11)) &&
           ((cell[12] >= '0' && cell[12] <= '9') || (cell[12] >= 'A' && cell[12] <= 'Z'));
}

} // namespace

GiapAlign::GiapAlign(const TablePlan& plan)
{
    for (const TableColumn& column : plan.columns) {
        Column one;
        const QString plain = plainHeading(column.name);
        using Place = TableColumn::Place;
        if (column.identity == IdentityField::Born)
            one.kind = Kind::Born;
        else if (column.identity == IdentityField::Upn || column.identity == IdentityField::FormerUpn)
            one.kind = Kind::Upn;
        else if (plain == "sex"_L1 || plain == "gender"_L1)
            one.kind = Kind::Sex;
        else if (column.time == TableColumn::Time::Year)
            one.kind = Kind::Year;
        else if (column.place == Place::Authority)
            one = {Kind::Digits, 3, 3};
        else if (column.place == Place::Estab)
            one = {Kind::Digits, 4, 4};
        else if (column.place == Place::LaEstab)
            one = {Kind::Digits, 7, 7};
        else if (column.place == Place::Urn)
            one = {Kind::Digits, 5, 6};
        m_columns.push_back(one);
    }
}

bool GiapAlign::fits(const Column& column, QByteArrayView cell) const
{
    cell = cell.trimmed();
    if (cell.isEmpty() || column.kind == Kind::Free)
        return true;
    switch (column.kind) {
    case Kind::Born:
        return readDate(cell).has_value();
    case Kind::Upn:
        return isUpn(cell);
    case Kind::Sex:
        return cell.size() == 1;
    case Kind::Year:
        return cell.size() >= 4 && cell[0] >= '1' && cell[0] <= '2';
    case Kind::Digits:
        return allDigits(cell) && cell.size() >= column.least && cell.size() <= column.most;
    case Kind::Free:
        break;
    }
    return true;
}

// Two points for each cell that stands where its kind belongs, one for a comma that a writer put before a blank.
int GiapAlign::score(const Row& row, int joinAt, int extra) const
{
    if (m_columns[static_cast<std::size_t>(joinAt)].kind != Kind::Free)
        return -1;
    int points = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (column == joinAt || m_columns[i].kind == Kind::Free)
            continue;
        const QByteArrayView cell = row.bytes(column < joinAt ? column : column + extra);
        if (!fits(m_columns[i], cell))
            return -1;
        points += cell.isEmpty() ? 0 : 2;
    }
    for (int i = 1; i <= extra; ++i)
        points += row.bytes(joinAt + i).startsWith(' ') ? 1 : 0;
    return points;
}

GiapAlign::Outcome GiapAlign::align(Row& row) const
{
    const auto columns = static_cast<int>(m_columns.size());
    int count = row.count();
    if (count == columns || row.blank())
        return Outcome::Fits;
    // Somebody opened the file in a spreadsheet program and saved it again: now it is quoted.
    if (row.record().contains('"')) {
        row.setQuotes(true);
        if (row.count() == columns)
            return Outcome::Quoted;
        row.setQuotes(false);
        count = row.count();
    }
    if (count < columns)
        return Outcome::Unclear;
    const int extra = count - columns;
    int best = -1;
    int bestScore = -1;
    bool tied = false;
    for (int at = 0; at < columns; ++at) {
        const int points = score(row, at, extra);
        if (points > bestScore) {
            best = at;
            bestScore = points;
            tied = false;
        } else if (points >= 0 && points == bestScore) {
            tied = true;
        }
    }
    if (best < 0 || tied)
        return Outcome::Unclear;
    row.joinCells(best, extra);
    return Outcome::Joined;
}

} // namespace readers
