// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pasted_rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr qsizetype gapWidth = 2; // one blank stands between words, two or more between columns

QStringList linesOf(QString text, bool& cut)
{
    cut = text.size() > mostPastedLetters;
    text.truncate(mostPastedLetters);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').replace(QChar::Nbsp, u' ').replace(u'\f', u'\n');
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        if (lines.size() == mostPastedRows) {
            cut = true;
            break;
        }
        lines << line;
    }
    return lines;
}

QStringList trimmedAll(QStringList cells)
{
    for (QString& cell : cells)
        cell = cell.simplified();
    return cells;
}

QStringList cutAtRuns(const QString& line)
{
    QStringList cells;
    qsizetype from = 0;
    const QString text = line.trimmed();
    while (from < text.size()) {
        qsizetype gap = text.indexOf(u"  ", from);
        if (gap < 0)
            gap = text.size();
        cells << text.mid(from, gap - from);
        from = gap;
        while (from < text.size() && text[from] == u' ')
            ++from;
    }
    return cells;
}

// Stretches of two or more positions where no line has a letter, between first and last letter: where columns part.
std::vector<qsizetype> gapsOf(const QStringList& lines)
{
    qsizetype width = 0;
    for (const QString& line : lines)
        width = std::max(width, line.size());
    std::vector<bool> taken(static_cast<std::size_t>(width), false);
    for (const QString& line : lines)
        for (qsizetype i = 0; i < line.size(); ++i)
            if (!line[i].isSpace())
                taken[static_cast<std::size_t>(i)] = true;
    std::vector<qsizetype> gaps; // first position behind each
    const auto first = std::find(taken.begin(), taken.end(), true) - taken.begin();
    qsizetype blank = 0;
    for (qsizetype i = first; i < width; ++i) {
        if (!taken[static_cast<std::size_t>(i)]) {
            ++blank;
            continue;
        }
        if (blank >= gapWidth)
            gaps.push_back(i);
        blank = 0;
    }
    return gaps;
}

QStringList cutAt(const QString& line, const std::vector<qsizetype>& gaps)
{
    QStringList cells;
    qsizetype from = 0;
    for (const qsizetype gap : gaps) {
        cells << line.mid(from, gap - from);
        from = gap;
    }
    return cells << line.mid(from);
}

std::vector<QStringList> cutAtBlanks(const QStringList& lines)
{
    std::vector<QStringList> rows;
    bool even = true;
    qsizetype most = 0;
    for (const QString& line : lines) {
        rows.push_back(cutAtRuns(line));
        even = even && rows.back().size() == rows.front().size();
        most = std::max(most, rows.back().size());
    }
    if (even)
        return rows;
    // Rows with empty cells: the gaps down the page keep the others in their columns.
    const std::vector<qsizetype> gaps = gapsOf(lines);
    if (static_cast<qsizetype>(gaps.size()) + 1 < most)
        return rows;
    rows.clear();
    for (const QString& line : lines)
        rows.push_back(cutAt(line, gaps));
    return rows;
}

bool looksLikeNumber(const QString& cell)
{
    return std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

PastedTable squared(std::vector<QStringList> rows, bool cut)
{
    PastedTable table;
    table.cut = cut;
    for (QStringList& row : rows) {
        row = trimmedAll(std::move(row));
        if (row.size() > mostPastedColumns) {
            row = row.first(mostPastedColumns);
            table.cut = true;
        }
        if (std::all_of(row.begin(), row.end(), [](const QString& cell) { return cell.isEmpty(); }))
            continue;
        table.columns = std::max(table.columns, static_cast<int>(row.size()));
        table.rows.push_back(std::move(row));
    }
    for (QStringList& row : table.rows)
        while (row.size() < table.columns)
            row << QString();
    if (table.rows.size() > 1 && table.columns > 1) {
        // Headings are words, all of them there; a row below has a figure or a gap somewhere.
        const QStringList& first = table.rows.front();
        const bool words = std::none_of(first.begin(), first.end(), looksLikeNumber);
        table.headings = words && !first.contains(QString());
    }
    return table;
}

PastedTable pastedText(const QString& text)
{
    bool cut = false;
    const QStringList lines = linesOf(text, cut);
    const bool tabs = std::any_of(lines.begin(), lines.end(), [](const QString& line) { return line.contains(u'\t'); });
    if (!tabs)
        return squared(cutAtBlanks(lines), cut);
    std::vector<QStringList> rows;
    rows.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString& line : lines)
        rows.push_back(line.split(u'\t'));
    return squared(std::move(rows), cut);
}

} // namespace readers
