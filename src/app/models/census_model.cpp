// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/census_model.h"

#include "app/models/hand_marks.h"
#include "base/masked_text.h"
#include "record/written_in.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString words(const insight::Reading& reading)
{
    if (!reading.known)
        return CensusModel::tr("meaning not known"); // for that year: it stands at the head of the column
    if (!reading.meaning.isEmpty())
        return reading.meaning;
    return reading.raw.trimmed().isEmpty() ? CensusModel::tr("(empty)") : reading.raw;
}

using Year = std::optional<catalogue::AcademicYear>;

// Readings without a year come last, in the grid as in time.
struct YearOrder {
    bool operator()(const Year& a, const Year& b) const { return a && b ? *a < *b : a.has_value() && !b; }
};

// As a cell shows it, and as it is told.
QString marked(const insight::Reading& reading)
{
    return record::isWrittenIn(reading.value) ? writtenByHand(words(reading)) : words(reading);
}

QString told(const insight::Reading& reading)
{
    return record::isWrittenIn(reading.value) ? CensusModel::tr("%1, written in by me").arg(words(reading)) : words(reading);
}

} // namespace

void CensusModel::setCharacteristics(std::vector<insight::Characteristic> characteristics)
{
    beginResetModel();
    m_characteristics = std::move(characteristics);
    std::set<Year, YearOrder> years;
    for (const insight::Characteristic& characteristic : m_characteristics)
        for (const insight::Reading& reading : characteristic.readings)
            years.insert(reading.year);
    m_years.assign(years.begin(), years.end());
    // A cell is asked for ten times to paint it once: its readings are found beforehand.
    m_cells.assign(m_characteristics.size(), std::vector<Readings>(m_years.size()));
    for (std::size_t n = 0; n < m_characteristics.size(); ++n)
        for (const insight::Reading& reading : m_characteristics[n].readings)
            m_cells[n][columnOf(reading)].push_back(&reading);
    layoutRows();
    endResetModel();
}

void CensusModel::layoutRows()
{
    m_rows.clear();
    std::vector<Row> hard;
    std::set<insight::LaneGroup> headed;
    for (int n = 0; n < static_cast<int>(m_characteristics.size()); ++n) {
        const insight::Characteristic& characteristic = m_characteristics[static_cast<std::size_t>(n)];
        if (!characteristic.hard) {
            m_rows.push_back({n, characteristic.group});
            continue;
        }
        if (headed.insert(characteristic.group).second)
            hard.push_back({-1, characteristic.group});
        if (isHardOpen(characteristic.group))
            hard.push_back({n, characteristic.group});
    }
    std::stable_sort(hard.begin(), hard.end(), [](const Row& a, const Row& b) { return a.group < b.group; });
    m_rows.insert(m_rows.end(), hard.begin(), hard.end());
}

void CensusModel::setUnmasked(bool unmasked)
{
    if (m_unmasked == unmasked)
        return;
    m_unmasked = unmasked;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, std::max(0, columnCount() - 1)));
}

bool CensusModel::hasMasked() const
{
    return std::any_of(m_characteristics.begin(), m_characteristics.end(), [](const auto& c) { return c.locates; });
}

void CensusModel::setHardOpen(insight::LaneGroup group, bool open)
{
    if (open == isHardOpen(group))
        return;
    beginResetModel();
    if (open)
        m_open.insert(group);
    else
        m_open.erase(group);
    layoutRows();
    endResetModel();
}

void CensusModel::forgetChoices()
{
    beginResetModel();
    m_open.clear();
    m_unmasked = false;
    layoutRows();
    endResetModel();
}

bool CensusModel::isMasked(const insight::Characteristic& characteristic) const
{
    return characteristic.locates && !m_unmasked;
}

bool CensusModel::isHeading(int row) const
{
    return row >= 0 && row < rowCount() && m_rows[static_cast<std::size_t>(row)].characteristic < 0;
}

std::size_t CensusModel::columnOf(const insight::Reading& reading) const
{
    return static_cast<std::size_t>(std::lower_bound(m_years.begin(), m_years.end(), reading.year, YearOrder()) - m_years.begin());
}

QModelIndex CensusModel::indexOf(record::ValueId value) const
{
    for (int r = 0; r < rowCount(); ++r) {
        const Row& row = m_rows[static_cast<std::size_t>(r)];
        if (row.characteristic < 0)
            continue;
        for (const insight::Reading& reading : m_characteristics[static_cast<std::size_t>(row.characteristic)].readings)
            if (reading.value == value)
                return index(r, static_cast<int>(columnOf(reading)));
    }
    return {};
}

int CensusModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CensusModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_years.size());
}

QVariant CensusModel::headingData(const Row& row, int column, int role) const
{
    const bool open = isHardOpen(row.group);
    switch (role) {
    case HeadingRole:
        return true;
    case GroupRole:
        return static_cast<int>(row.group);
    case Qt::AccessibleTextRole:
    case Qt::DisplayRole:
        if (column != 0)
            return {};
        return open ? tr("Press Enter to fold this part again.")
                    : tr("This part may be hard to read. You can read it another day, or with somebody you trust. "
                         "Press Enter to open it.");
    default:
        return {};
    }
}

QVariant CensusModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.characteristic < 0)
        return headingData(row, index.column(), role);
    const insight::Characteristic& characteristic = m_characteristics[static_cast<std::size_t>(row.characteristic)];
    if (role == GroupRole)
        return static_cast<int>(row.group);
    const Readings& readings =
        m_cells[static_cast<std::size_t>(row.characteristic)][static_cast<std::size_t>(index.column())];
    if (readings.empty())
        return {};
    const bool masked = isMasked(characteristic);
    const bool changed = std::any_of(readings.begin(), readings.end(), [](const auto* r) { return r->changed; });
    // One school year can hold three counts: what they say is told once where they agree.
    const auto said = [&](const auto& of, const QString& join) {
        QStringList texts;
        for (const insight::Reading* reading : readings)
            if (const QString text = of(*reading); texts.isEmpty() || texts.back() != text)
                texts << text;
        return texts.join(join);
    };
    switch (role) {
    case Qt::DisplayRole:
        return masked ? base::maskedWhole() : said(marked, tr(", then "));
    case CodeRole: {
        if (masked)
            return QString();
        const QString code = said([](const insight::Reading& reading) { return reading.raw; }, u" · "_s);
        return code == said(words, u" · "_s) ? QString() : code;
    }
    case AnswersRole: {
        std::set<QString> answers;
        for (const insight::Reading* reading : readings)
            answers.insert(masked ? QString() : words(*reading));
        return static_cast<int>(answers.size());
    }
    case Qt::ToolTipRole:
        return masked ? tr("hidden") : said(told, tr(", then "));
    case ChangedRole:
        return changed && !masked;
    case NoneKnownRole:
        return std::any_of(readings.begin(), readings.end(), [](const auto* r) { return !r->known; });
    case ValuesRole: {
        QVariantList ids;
        for (const insight::Reading* reading : readings)
            ids.append(reading->value.n);
        return ids;
    }
    case Qt::AccessibleTextRole:
        if (masked)
            return tr("%1, hidden").arg(characteristic.title);
        return changed ? tr("%1, %2, changed").arg(characteristic.title, said(told, tr(", then ")))
                       : tr("%1, %2").arg(characteristic.title, said(told, tr(", then ")));
    default:
        return {};
    }
}

QVariant CensusModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= columnCount())
            return {};
        const auto& year = m_years[static_cast<std::size_t>(section)];
        return year ? year->text() : tr("No year");
    }
    if (section < 0 || section >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(section)];
    return row.characteristic < 0 ? insight::laneGroupTitle(row.group)
                                  : m_characteristics[static_cast<std::size_t>(row.characteristic)].title;
}

} // namespace app
