// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/csv.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Csv)
};

constexpr qsizetype chunkSize = 256 * 1024;
constexpr qsizetype longestQuoted = 1024 * 1024; // the limit of one text
constexpr qsizetype longestRecord = 16 * 1024 * 1024;

// A head of a file or a small table needs no more than it has; one byte beyond shows its end.
qsizetype firstBuffer(qint64 size)
{
    return size < 0 ? chunkSize : static_cast<qsizetype>(std::clamp<qint64>(size + 1, 64, chunkSize));
}

const char* findByte(const char* from, const char* end, char c)
{
    return from == end ? nullptr : static_cast<const char*>(std::memchr(from, c, static_cast<std::size_t>(end - from)));
}

// Whether a quoted cell is still open after some more bytes of a record. Fed in pieces, so that a record of many
// lines is walked once.
struct Quotation {
    char delimiter = ',';
    bool open = false;
    bool cellStart = true;

    void feed(const char* at, const char* end)
    {
        while (at != end) {
            if (open) {
                at = findByte(at, end, '"');
                if (!at)
                    return;
                ++at;
                // A doubled mark closes and opens again, which comes to the same.
                open = false;
                cellStart = true;
                continue;
            }
            if (*at == '"' && cellStart) {
                open = true;
                ++at;
                continue;
            }
            const char* stop = findByte(at, end, delimiter);
            if (!stop) {
                cellStart = false;
                return;
            }
            at = stop + 1;
            cellStart = true;
        }
    }
};

} // namespace

CsvTable::CsvTable(Intake& intake, SniffedText text, TextDialect dialect, char lineEnd)
    : m_intake(intake), m_text(text), m_dialect(dialect), m_lineEnd(lineEnd), m_buffer(firstBuffer(intake.size()), Qt::Uninitialized)
{
    if (text.encoding != TextEncoding::EightBit) {
        m_utf16.emplace(text.encoding);
        m_chunk.resize(chunkSize / 4);
    }
}

base::Result<bool> CsvTable::more()
{
    if (m_over)
        return false;
    if (m_at > 0) {
        std::memmove(m_buffer.data(), m_buffer.constData() + m_at, static_cast<std::size_t>(m_end - m_at));
        m_end -= m_at;
        m_at = 0;
    }
    if (m_buffer.size() - m_end < std::min(chunkSize, m_buffer.size()) / 2)
        m_buffer.resize(m_buffer.size() * 2);
    if (m_utf16) {
        const auto got = m_intake.read(m_chunk.data(), m_chunk.size());
        if (!got)
            return tl::unexpected(got.error());
        m_over = *got == 0;
        const QByteArray text = m_utf16->add(QByteArrayView(m_chunk).first(static_cast<qsizetype>(*got)));
        if (m_buffer.size() - m_end < text.size())
            m_buffer.resize(m_end + text.size());
        std::memcpy(m_buffer.data() + m_end, text.constData(), static_cast<std::size_t>(text.size()));
        m_end += text.size();
    } else {
        const auto got = m_intake.read(m_buffer.data() + m_end, m_buffer.size() - m_end);
        if (!got)
            return tl::unexpected(got.error());
        m_over = *got == 0;
        m_end += static_cast<qsizetype>(*got);
    }
    if (m_first && m_end >= 3) {
        m_first = false;
        if (QByteArrayView(m_buffer).first(3) == QByteArrayView("\xEF\xBB\xBF"))
            m_at = 3;
    }
    return !m_over;
}

base::Result<bool> CsvTable::wholeRecord(qsizetype& length, bool& ended, qsizetype from)
{
    Quotation quotation{m_dialect.delimiter};
    qsizetype walked = from; // of the record, in bytes from m_at
    for (;;) {
        const char* begin = m_buffer.constData() + m_at;
        const char* end = m_buffer.constData() + m_end;
        const char* stop = findByte(begin + walked, end, m_lineEnd);
        const char* until = stop ? stop : end;
        if (m_dialect.quotes && (quotation.open || findByte(begin + walked, until, '"'))) {
            // The walk may only begin anew where it stood: pieces without a mark are walked too once one was seen.
            quotation.feed(begin + walked, until);
        } else if (m_dialect.quotes && until != begin + walked) {
            quotation.cellStart = until[-1] == m_dialect.delimiter;
        }
        walked = until - begin;
        if (stop && !quotation.open) {
            length = walked;
            ended = true;
            return true;
        }
        if (stop)
            ++walked;
        if ((quotation.open && walked > longestQuoted) || walked > longestRecord) {
            return fail(ErrorKind::InputUnreadable,
                        quotation.open ? Tr::tr("A quotation mark that opens in row %1 is never closed.").arg(m_row + 1)
                                       : Tr::tr("Row %1 is longer than any row of a table can be.").arg(m_row + 1),
                        Tr::tr("The file may be damaged, or no table. Ask for it to be sent again."), Tr::tr("row %1, line %2").arg(m_row + 1).arg(m_line));
        }
        if (stop)
            continue;
        auto got = more();
        if (!got)
            return got;
        if (*got || m_end - m_at > walked)
            continue;
        if (quotation.open)
            return fail(ErrorKind::InputUnreadable, Tr::tr("A quotation mark that opens in row %1 is never closed.").arg(m_row + 1),
                        Tr::tr("The file may be cut off. Ask for it to be sent again."), Tr::tr("row %1, line %2").arg(m_row + 1).arg(m_line));
        length = m_end - m_at;
        ended = false;
        return length > from;
    }
}

// A line break inside a value of a file that quotes nothing: the line is short, and with the next one it is whole.
base::Result<void> CsvTable::joinLines(qsizetype& length, bool& ended)
{
    const auto cells = [&](qsizetype until) {
        return std::count(m_buffer.constData() + m_at, m_buffer.constData() + m_at + until, m_dialect.delimiter) + 1;
    };
    qsizetype longer = length;
    bool longerEnded = ended;
    for (int lines = 0; lines < 5 && longerEnded && cells(longer) < m_dialect.columns; ++lines) {
        const auto found = wholeRecord(longer, longerEnded, longer + 1);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        if (cells(longer) == m_dialect.columns) {
            length = longer;
            ended = longerEnded;
            break;
        }
    }
    return {};
}

base::Result<bool> CsvTable::next(Row& row)
{
    qsizetype length = 0;
    bool ended = false;
    if (m_first) {
        // The byte order mark is passed over before the first row is cut.
        const auto got = more();
        if (!got)
            return got;
    }
    auto found = wholeRecord(length, ended);
    if (!found || !*found)
        return found;
    if (m_dialect.columns > 1 && !m_dialect.quotes)
        BASE_TRY(joinLines(length, ended));
    const QByteArrayView all(m_buffer.constData() + m_at, length + (ended ? 1 : 0));
    QByteArrayView record = all.first(length);
    if (m_lineEnd == '\n' && record.endsWith('\r'))
        record.chop(1);
    row.number = ++m_row;
    row.line = m_line;
    row.setRecord(record, all, m_dialect.delimiter, m_dialect.quotes);
    ++m_line;
    for (const char* at = record.begin(); (at = findByte(at, record.end(), m_lineEnd)); ++at)
        ++m_line;
    m_at += all.size();
    m_unended = !ended;
    return true;
}

QByteArray plainHead(QByteArrayView head)
{
    const SniffedText text = sniffText(head);
    if (text.encoding == TextEncoding::EightBit)
        return head.sliced(text.byteOrderMark).toByteArray();
    Utf16ToUtf8 decoder(text.encoding);
    return decoder.add(head.sliced(text.byteOrderMark));
}

SniffedTable sniffTable(QByteArrayView head, bool quotes)
{
    SniffedTable best;
    if (!head.contains('\n') && head.contains('\r'))
        best.lineEnd = '\r';
    best.dialect = {',', quotes};
    if (head.startsWith("sep=") && head.size() > 4) {
        best.dialect.delimiter = head[4];
        return best;
    }
    double bestScore = 0;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        std::map<int, int> counts;
        Row row;
        qsizetype at = 0;
        for (int rows = 0; rows < 40 && at < head.size(); ++rows) {
            Quotation quotation{delimiter};
            qsizetype stop = -1;
            qsizetype walked = at;
            do {
                stop = head.indexOf(best.lineEnd, walked);
                if (stop < 0)
                    break;
                if (quotes)
                    quotation.feed(head.data() + walked, head.data() + stop);
                walked = stop + 1;
            } while (quotation.open);
            if (stop < 0 && rows > 0)
                break; // cut by the end of the head: says nothing
            if (stop < 0)
                stop = head.size();
            const QByteArrayView record = head.sliced(at, stop - at);
            row.setRecord(record, record, delimiter, quotes);
            if (!record.trimmed().isEmpty())
                ++counts[row.count()];
            at = stop + 1;
        }
        for (const auto& [columns, rows] : counts) {
            const double score = columns < 2 ? 0 : rows * (columns - 1);
            if (score > bestScore) {
                bestScore = score;
                best.dialect.delimiter = delimiter;
                best.columns = columns;
                best.rows = rows;
            }
        }
    }
    return best;
}

} // namespace readers
