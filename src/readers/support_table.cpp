// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/csv.h"
#include "readers/support_copy.h"
#include "readers/support_parts.h"
#include "readers/support_shape.h"
#include "readers/zip.h"

#include <QMap>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr int headingRows = 30;  // headings stand among the first rows or nowhere
constexpr int mostColumns = 2000;

// A row of headings: at least two and at least half of its filled cells are known. A first row of values, in a table
// without headings, is none and is told by its shapes alone.
bool isHeadings(const QStringList& cells)
{
    int filled = 0;
    int known = 0;
    for (const QString& cell : cells) {
        filled += cell.trimmed().isEmpty() ? 0 : 1;
        known += isKnownName(cell) ? 1 : 0;
    }
    return known >= 2 && known * 2 >= filled;
}

class Sheet {
public:
    void add(QStringList cells)
    {
        ++m_rows;
        ++m_widths[static_cast<int>(cells.size())];
        if (m_headings.isEmpty() && m_rows <= headingRows) {
            if (isHeadings(cells)) {
                m_headings = std::move(cells);
                m_headingRow = m_rows;
                return;
            }
            m_waiting.push_back(std::move(cells));
            return;
        }
        flush();
        count(cells);
    }

    QStringList lines()
    {
        flush();
        QStringList lines{u"rows: %1; headings: %2"_s.arg(m_rows).arg(m_headingRow > 0 ? u"row %1"_s.arg(m_headingRow) : u"none known"_s)};
        for (auto it = m_widths.constBegin(); it != m_widths.constEnd(); ++it)
            lines << u"rows of %1 cells: %2"_s.arg(it.key()).arg(it.value());
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const QString heading = m_headings.value(static_cast<qsizetype>(i));
            lines << u"column %1 %2"_s.arg(i + 1).arg(heading.isEmpty() ? u"(no heading)"_s : shownName(heading));
            const QStringList shapes = m_columns[i].lines();
            for (const QString& shape : shapes)
                lines << u"    "_s + shape;
        }
        return lines;
    }

private:
    void flush()
    {
        for (const QStringList& cells : m_waiting)
            count(cells);
        m_waiting.clear();
    }
    void count(const QStringList& cells)
    {
        for (qsizetype i = 0; i < cells.size() && i < mostColumns; ++i) {
            while (static_cast<qsizetype>(m_columns.size()) <= i)
                m_columns.emplace_back(m_headings.value(static_cast<qsizetype>(m_columns.size())));
            m_columns[static_cast<std::size_t>(i)].add(cells[i]);
        }
    }

    qint64 m_rows = 0;
    qint64 m_headingRow = 0;
    QStringList m_headings;
    std::deque<QStringList> m_waiting; // until it is known which row the headings are
    QMap<int, qint64> m_widths;
    std::vector<Shapes> m_columns;
};

QString encodingOf(QByteArrayView head)
{
    const SniffedText text = sniffText(head);
    const QString mark = text.byteOrderMark > 0 ? u", with byte order mark"_s : QString();
    switch (text.encoding) {
    case TextEncoding::Utf16Le:
        return u"UTF-16 little endian"_s + mark;
    case TextEncoding::Utf16Be:
        return u"UTF-16 big endian"_s + mark;
    case TextEncoding::EightBit:
        break;
    }
    return u"eight bits a character"_s + mark;
}

QString lineEnds(QByteArrayView head)
{
    const QByteArray plain = plainHead(head);
    const auto crlf = plain.count("\r\n");
    return u"line ends in the first 64 KiB: CR LF %1, LF %2, CR %3"_s.arg(crlf).arg(plain.count('\n') - crlf).arg(plain.count('\r') - crlf);
}

QString ending(const QString& path)
{
    static const QStringList known = u"xml rels csv txt json xlsx xls ods odt docx pdf png jpg jpeg zip bin vml"_s.split(u' ');
    const QString after = path.section(u'.', -1).toLower();
    return known.contains(after) ? after : u"other"_s;
}

} // namespace

base::Result<QStringList> tableStructure(const SourcePart& part, QByteArrayView head, const std::stop_token& stop)
{
    QStringList lines;
    const bool text = tableKind(head) == TableKind::Text;
    if (text) {
        const SniffedTable sniffed = sniffTable(plainHead(head));
        lines << u"text table; %1; %2"_s.arg(encodingOf(head), lineEnds(head))
              << u"cut at: character %1; most of the first rows have %2 cells"_s.arg(int(static_cast<unsigned char>(sniffed.dialect.delimiter))).arg(sniffed.columns);
    } else {
        lines << (tableKind(head) == TableKind::Xlsx ? u"Excel workbook"_s : u"OpenDocument table"_s);
    }
    Intake intake(part, stop, {});
    BASE_TRY(intake.start());
    auto table = openTable(intake, head);
    if (!table) {
        if (table.error().kind == base::ErrorKind::Stopped)
            return tl::unexpected(table.error());
        return lines << u"cannot be opened: "_s + plainError(table.error());
    }
    CellNotes notes;
    int sheets = 0;
    do {
        Sheet sheet;
        QString broken;
        Row row;
        for (;;) {
            const auto more = (*table)->next(row);
            if (!more) {
                if (more.error().kind == base::ErrorKind::Stopped)
                    return tl::unexpected(more.error());
                broken = u"cannot be read further: "_s + plainError(more.error());
                break;
            }
            if (!*more)
                break;
            QStringList cells;
            for (int i = 0; i < row.count(); ++i)
                cells << row.text(i, notes);
            sheet.add(std::move(cells));
        }
        if (!text)
            lines << u"sheet %1, its name [%2]"_s.arg(++sheets).arg(shapeOf((*table)->sheet()));
        lines += sheet.lines();
        if (!broken.isEmpty()) {
            lines << broken;
            break;
        }
        const auto next = (*table)->nextSheet();
        if (!next) {
            lines << u"next sheet cannot be read: "_s + plainError(next.error());
            break;
        }
        if (!*next)
            break;
    } while (true);
    if (notes.nulBytes)
        lines << u"there are bytes of value 0 in cells"_s;
    if (notes.windows1252)
        lines << u"some cells are no UTF-8"_s;
    return lines;
}

QStringList zipStructure(const QString& path)
{
    const auto archive = ZipArchive::openFile(path);
    if (!archive)
        return {u"its directory cannot be read"_s};
    QStringList lines{u"members: %1"_s.arg((*archive)->members().size())};
    for (const ZipMember& member : (*archive)->members())
        lines << u"    name [%1], ending %2, %3 bytes, %4 packed%5"_s.arg(shapeOf(member.name()), ending(member.path))
                     .arg(member.size)
                     .arg(member.packed)
                     .arg(member.weaklyLocked ? u", locked (ZipCrypto)"_s : member.locked ? u", locked (AES)"_s : QString());
    return lines;
}

} // namespace readers
