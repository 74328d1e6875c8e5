// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/releases_model.h"

#include "catalogue/collections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

void ReleasesModel::setExposure(std::vector<insight::ReleaseExposure> exposure)
{
    beginResetModel();
    m_exposure = std::move(exposure);
    std::stable_sort(m_exposure.begin(), m_exposure.end(),
                     [](const auto& a, const auto& b) { return a.verdict < b.verdict; });
    endResetModel();
}

int ReleasesModel::rowOf(const QString& reference) const
{
    const auto found = std::find_if(m_exposure.begin(), m_exposure.end(),
                                    [&](const auto& one) { return one.release.reference == reference; });
    return reference.isEmpty() || found == m_exposure.end() ? -1 : static_cast<int>(found - m_exposure.begin());
}

std::map<insight::Verdict, int> ReleasesModel::counts() const
{
    std::map<insight::Verdict, int> counts;
    for (const insight::ReleaseExposure& one : m_exposure)
        ++counts[one.verdict];
    return counts;
}

int ReleasesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_exposure.size());
}

int ReleasesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

ReleasesModel::Lines ReleasesModel::lines(const insight::ReleaseExposure& one, int column)
{
    using insight::DestructionState;
    const registry::Release& release = one.release;
    const registry::Scope& scope = release.scope;
    switch (column) {
    case Verdict:
        return {insight::verdictText(one.verdict), {}};
    case Who:
        return {release.recipient, capital(release.kind)};
    case What: {
        QString years = tr("years not stated");
        if (scope.firstYear && scope.lastYear)
            years = *scope.firstYear == *scope.lastYear
                        ? scope.firstYear->text()
                        : tr("%1 to %2").arg(scope.firstYear->text(), scope.lastYear->text());
        else if (scope.firstYear)
            years = tr("from %1").arg(scope.firstYear->text());
        else if (scope.lastYear)
            years = tr("until %1").arg(scope.lastYear->text());
        else if (scope.allYears)
            years = tr("all years there are");
        QStringList names;
        for (const QString& key : scope.collections)
            names << catalogue::collectionName(key);
        QString what = scope.dataItems.join(u", "_s);
        if (what.isEmpty())
            what = names.join(u", "_s);
        const QString whose = !scope.population.isEmpty() ? scope.population : release.records;
        return {what.isEmpty() ? tr("Not stated which data") : capital(what),
                whose.isEmpty() ? years : tr("%1; %2").arg(years, whose)};
    }
    case When:
        if (!release.approved.asPrinted.isEmpty())
            return {release.approved.asPrinted, tr("approved")};
        if (!release.applied.asPrinted.isEmpty())
            return {release.applied.asPrinted, tr("applied for")};
        return {tr("Not stated"), {}};
    case Destroyed:
        switch (one.destruction) {
        case DestructionState::Confirmed:
            return {tr("Destroyed"), release.destructionConfirmed.asPrinted};
        case DestructionState::Overdue:
            return {tr("Due %1").arg(release.destructionPlanned.asPrinted), tr("not confirmed")};
        case DestructionState::Due:
        case DestructionState::NotDue:
            return {tr("Due %1").arg(release.destructionPlanned.asPrinted), {}};
        case DestructionState::NotStated:
            return {tr("Not stated"), {}};
        }
        break;
    default:
        break;
    }
    return {};
}

QVariant ReleasesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const insight::ReleaseExposure& one = m_exposure[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return lines(one, index.column()).first;
    case SecondLineRole:
        return lines(one, index.column()).second;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const Lines both = lines(one, index.column());
        return both.second.isEmpty() ? both.first : tr("%1, %2").arg(both.first, both.second);
    }
    case ReferenceRole:
        return one.release.reference;
    case VerdictRole:
        return static_cast<int>(one.verdict);
    case OverdueRole:
        return one.destruction == insight::DestructionState::Overdue;
    default:
        return {};
    }
}

QVariant ReleasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return orientation == Qt::Vertical ? QVariant() : QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Verdict:
        return tr("Was I in it?");
    case Who:
        return tr("Who");
    case What:
        return tr("What, and whose");
    case When:
        return tr("When");
    case Destroyed:
        return tr("Destroyed?");
    default:
        return {};
    }
}

} // namespace app
