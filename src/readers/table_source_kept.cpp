// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/table_source_kept.h"

#include <algorithm>

namespace readers {

namespace {

QByteArray marker(qint64 bytes, const char* why)
{
    return QByteArrayLiteral("[withheld: ") + QByteArray::number(bytes) + QByteArrayLiteral(" bytes, ") + why + ']';
}

} // namespace

KeptTable::KeptTable(bool wanted, const TableSource& table) : m_wanted(wanted), m_text(table.isText()), m_table(table)
{
    if (!wanted || !m_text || table.byteOrderMark() == 0)
        return;
    if (table.encoding() == TextEncoding::EightBit)
        m_kept = QByteArrayLiteral("\xEF\xBB\xBF");
    else
        m_kept = table.encoding() == TextEncoding::Utf16Le ? QByteArrayLiteral("\xFF\xFE") : QByteArrayLiteral("\xFE\xFF");
}

void KeptTable::closeRun()
{
    if (m_run > 0 && m_wanted)
        m_kept += delivered(QByteArray(marker(m_run, "other pupils") + '\n'), m_text ? m_table.encoding() : TextEncoding::EightBit);
    m_run = 0;
}

void KeptTable::startSheet(const QString& name)
{
    closeRun();
    if (m_wanted && !m_text)
        m_kept += QByteArray("[sheet: ") + name.toUtf8() + "]\n";
}

void KeptTable::addCells(const Row& row, const std::vector<int>& without)
{
    const int count = row.count();
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            m_kept += '\t';
        const QByteArrayView cell = row.bytes(i);
        if (!cell.isEmpty() && std::find(without.begin(), without.end(), i) != without.end()) {
            m_kept += marker(cell.size(), "about other people");
            continue;
        }
        for (const char c : cell)
            m_kept += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
    m_kept += '\n';
}

void KeptTable::take(const Row& row)
{
    closeRun();
    if (!m_wanted)
        return;
    if (m_text)
        m_kept += delivered(row.whole(), m_table.encoding());
    else
        addCells(row, {});
}

void KeptTable::takeWithout(const Row& row, const std::vector<int>& columns)
{
    closeRun();
    for (const int column : columns)
        m_withheld += m_text ? deliveredSize(row.bytes(column), m_table.encoding()) : row.bytes(column).size();
    if (!m_wanted)
        return;
    if (!m_text) {
        addCells(row, columns);
        return;
    }
    QByteArray line;
    const int count = row.count();
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            line += row.delimiter();
        if (std::find(columns.begin(), columns.end(), i) == columns.end())
            line += row.spelled(i);
        else
            line += '"' + marker(deliveredSize(row.bytes(i), m_table.encoding()), "about other people") + '"';
    }
    line += row.whole().sliced(row.record().size());
    m_kept += delivered(line, m_table.encoding());
}

void KeptTable::withhold(const Row& row)
{
    const qint64 bytes = m_text ? deliveredSize(row.whole(), m_table.encoding()) : row.record().size();
    m_run += bytes;
    m_withheld += bytes;
}

QByteArray KeptTable::finish()
{
    closeRun();
    if (!m_wanted)
        return {};
    if (m_text)
        return std::move(m_kept);
    if (m_withheld == 0 && m_allRead && !m_table.holdsMore())
        return m_table.deliveredBytes();
    return QByteArray(m_withheld > 0 ? "[A workbook that also held rows about other people. This person's rows follow as text, cells "
                                       "parted by tabs; the workbook itself was not kept.]\n"
                                     : "[A workbook that also held parts which were not read and may be about other people. This person's "
                                       "rows follow as text, cells parted by tabs; the workbook itself was not kept.]\n") +
           m_kept;
}

} // namespace readers
