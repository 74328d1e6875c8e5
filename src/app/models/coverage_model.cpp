// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/coverage_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

void CoverageModel::setCoverage(insight::Coverage coverage)
{
    beginResetModel();
    m_coverage = std::move(coverage);
    layoutRows();
    endResetModel();
}

// A row that says nothing but "not at that age" in every year shown would only be longer to read past.
bool CoverageModel::isWorthARow(const insight::CoverRow& row) const
{
    return std::any_of(row.cells.begin() + std::ptrdiff_t(m_coverage.firstShown), row.cells.end(),
                       [](const insight::CoverCell& cell) {
                           return cell.verdict.state != insight::CoverState::NotExpected;
                       });
}

void CoverageModel::layoutRows()
{
    m_rows.clear();
    std::optional<catalogue::CoverageSection> section;
    for (int n = 0; n < static_cast<int>(m_coverage.rows.size()); ++n) {
        const insight::CoverRow& row = m_coverage.rows[static_cast<std::size_t>(n)];
        if (row.cells.size() <= m_coverage.firstShown || !isWorthARow(row))
            continue;
        if (section != row.section)
            m_rows.push_back({-1, row.section, {}});
        section = row.section;
        if (!isOpen(row.section))
            continue;
        if (!row.termly) {
            m_rows.push_back({n, row.section, {}});
            continue;
        }
        for (const catalogue::Term term : {catalogue::Term::Autumn, catalogue::Term::Spring, catalogue::Term::Summer})
            m_rows.push_back({n, row.section, term});
    }
    countSigns();
}

void CoverageModel::countSigns()
{
    m_counts.clear();
    for (const CoverSign sign : coverSigns)
        m_counts[sign] = 0;
    for (const Row& row : m_rows)
        for (int column = 0; row.row >= 0 && column < columnCount(); ++column)
            ++m_counts[signOf(verdictOf(row, column))];
}

void CoverageModel::setPrinted(bool laidOver)
{
    if (m_printed == laidOver)
        return;
    m_printed = laidOver;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool CoverageModel::isOpen(catalogue::CoverageSection section) const
{
    return !isHard(section) || m_open.contains(section);
}

void CoverageModel::setOpen(catalogue::CoverageSection section, bool open)
{
    if (open == isOpen(section))
        return;
    beginResetModel();
    if (open)
        m_open.insert(section);
    else
        m_open.erase(section);
    layoutRows();
    endResetModel();
}

void CoverageModel::forgetChoices()
{
    beginResetModel();
    m_open.clear();
    m_printed = false;
    layoutRows();
    endResetModel();
}

bool CoverageModel::isHeading(int row) const
{
    return row >= 0 && row < rowCount() && m_rows[static_cast<std::size_t>(row)].row < 0;
}

const insight::CoverCell& CoverageModel::cellOf(const Row& row, int column) const
{
    return m_coverage.rows[static_cast<std::size_t>(row.row)]
        .cells[m_coverage.firstShown + static_cast<std::size_t>(column)];
}

const insight::CoverYear& CoverageModel::yearOf(int column) const
{
    return m_coverage.years[m_coverage.firstShown + static_cast<std::size_t>(column)];
}

const insight::CoverVerdict& CoverageModel::verdictOf(const Row& row, int column) const
{
    const insight::CoverCell& cell = cellOf(row, column);
    for (const insight::CoverTerm& term : cell.terms)
        if (term.term == row.term)
            return term.verdict;
    return cell.verdict;
}

QString CoverageModel::titleOf(const Row& row) const
{
    const QString title = m_coverage.rows[static_cast<std::size_t>(row.row)].title;
    return row.term == catalogue::Term::None ? title : tr("%1, %2").arg(title, catalogue::termText(row.term));
}

CoverageModel::Told CoverageModel::told(const QModelIndex& index) const
{
    if (!index.isValid() || isHeading(index.row()))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const insight::CoverCell& cell = cellOf(row, index.column());
    const insight::CoverVerdict& verdict = verdictOf(row, index.column());
    const insight::CoverYear& year = yearOf(index.column());
    Told told;
    told.title = titleOf(row);
    told.when = year.group ? tr("%1, %2").arg(year.year.text(), insight::groupText(*year.group)) : year.year.text();
    told.sign = signOf(verdict);
    told.rule = verdict.rule;
    told.source = verdict.source;
    told.certainty = certaintySentence(verdict.certainty);
    if (m_printed || cell.printed.disagrees)
        told.printed = cell.printed.words;
    told.disagrees = cell.printed.disagrees;
    told.values = cell.values;
    for (const insight::CoverTerm& term : cell.terms)
        if (term.term == row.term)
            told.values = term.values;
    for (const insight::MissingPart& part : insight::missingIn(cell))
        if (row.term == catalogue::Term::None || part.term == row.term)
            told.missing.push_back(part);
    return told;
}

std::vector<insight::MissingPart> CoverageModel::missing() const
{
    std::vector<insight::MissingPart> missing;
    for (int r = 0; r < rowCount(); ++r)
        for (int c = 0; !isHeading(r) && c < columnCount(); ++c)
            for (const insight::MissingPart& part : told(index(r, c)).missing)
                missing.push_back(part);
    return missing;
}

QModelIndex CoverageModel::firstMissing() const
{
    for (const CoverSign wanted : {CoverSign::NotHere, CoverSign::MayBe, CoverSign::Here})
        for (int c = 0; c < columnCount(); ++c)
            for (int r = 0; r < rowCount(); ++r)
                if (!isHeading(r) && signOf(verdictOf(m_rows[static_cast<std::size_t>(r)], c)) == wanted)
                    return index(r, c);
    return {};
}

int CoverageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CoverageModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_coverage.years.size() - m_coverage.firstShown);
}

QVariant CoverageModel::headingData(const Row& row, int column, int role) const
{
    switch (role) {
    case HeadingRole:
        return true;
    case SectionRole:
        return static_cast<int>(row.section);
    case Qt::AccessibleTextRole:
    case Qt::DisplayRole:
        if (column != 0 || !isHard(row.section))
            return role == Qt::AccessibleTextRole ? sectionTitle(row.section) : QVariant();
        return isOpen(row.section)
            ? tr("Press Enter to fold this part again.")
            : tr("This part may be hard to read. It says only what there can be. Press Enter to open it.");
    default:
        return {};
    }
}

QVariant CoverageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.row < 0)
        return headingData(row, index.column(), role);
    const insight::CoverCell& cell = cellOf(row, index.column());
    const insight::CoverVerdict& verdict = verdictOf(row, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellWord(signOf(verdict));
    case SignRole:
        return static_cast<int>(signOf(verdict));
    case SectionRole:
        return static_cast<int>(row.section);
    case PrintedRole:
        return m_printed ? QVariant(static_cast<int>(cell.printed.printed)) : QVariant();
    case DisagreesRole:
        return m_printed && cell.printed.disagrees;
    case Qt::ToolTipRole:
        return verdict.rule;
    case Qt::AccessibleTextRole: {
        const QString name = tr("%1, %2: %3").arg(titleOf(row), told(index).when, legendWord(signOf(verdict)));
        return m_printed && cell.printed.disagrees ? QVariant(name + u". "_s + cell.printed.words) : QVariant(name);
    }
    case Qt::AccessibleDescriptionRole:
        return verdict.rule;
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= columnCount())
            return {};
        const insight::CoverYear& year = yearOf(section);
        const QString group = year.group ? insight::groupText(*year.group) : QString();
        const QString between = role == Qt::DisplayRole ? u"\n"_s : u", "_s;
        return group.isEmpty() ? year.year.text() : QString(year.year.text() + between + group);
    }
    if (section < 0 || section >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(section)];
    return row.row < 0 ? sectionTitle(row.section) : titleOf(row);
}

} // namespace app
