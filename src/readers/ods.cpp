// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/locked.h"
#include "readers/sheets.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Ods)
};

constexpr qsizetype longestText = qsizetype{1024} * 1024;

// At most what a sheet can hold, so that sums of a few of them stay far below what an int can.
int repeated(QByteArrayView count, int most)
{
    bool known = false;
    const int n = count.toInt(&known);
    return known && n > 1 ? std::min(n, most) : 1;
}

// Comments, changes that were taken back, drawings, rows of another file, lists to choose from.
bool beside(std::string_view name)
{
    constexpr std::array names{"annotation", "tracked-changes", "frame", "custom-shape", "dde-links", "content-validations", "named-expressions"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Empty rows and cells are stored as one with a count that may run to the end of the sheet: only what is followed
// by something is spread out.
class OdsRows : public SheetRows {
public:
    OdsRows(const QString& name, SheetLoad& load) : SheetRows(name, load) {}

    std::deque<std::pair<QString, std::size_t>> sheetEnds; // name; how many rows of `ready` had come by then
    std::size_t made = 0;
    bool more = false; // something beside the cells
    [[nodiscard]] const QString& current() const { return m_sheet; }

protected:
    void open(std::string_view name, const SheetAttributes& attributes) override
    {
        more = more || beside(name);
        if (name == "table" && ++m_tables == 1) {
            m_sheet = QString::fromUtf8(attributes.value("name"));
            m_last = 0;
            if (++m_sheets > mostSheets)
                refuse({ErrorKind::InputUnreadable, Tr::tr("The workbook holds more than a thousand sheets."), Tr::tr("Ask for a CSV file."), {}});
        } else if (m_tables != 1) {
            more = more || m_tables > 1;
        } else if (name == "table-row") {
            m_row.startCells();
            m_rowRepeat = repeated(attributes.value("number-rows-repeated"), mostSheetRows);
            m_column = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            m_inCell = true;
            m_repeat = repeated(attributes.value("number-columns-repeated"), mostSheetColumns);
            m_valueType = attributes.value("value-type").toByteArray();
            m_value = attributes.value(m_valueType == "date" ? "date-value" : "value").toByteArray();
            m_text.resize(0);
            m_paragraphs = 0;
        } else if (name == "annotation") {
            ++m_annotation; // a note stuck to the cell, not what stands in it
        } else if (name == "p" && m_inCell && m_annotation == 0) {
            if (m_paragraphs++ > 0)
                append("\n");
            m_inText = true;
        } else if (name == "s" && m_inText) {
            append(QByteArray(repeated(attributes.value("c"), 1000), ' '));
        } else if (name == "tab" && m_inText) {
            append("\t");
        } else if (name == "line-break" && m_inText) {
            append("\n");
        }
    }

    void close(std::string_view name) override
    {
        if (name == "table") {
            if (--m_tables == 0)
                sheetEnds.emplace_back(m_sheet, made);
        } else if (m_tables != 1) {
            return;
        } else if (name == "annotation") {
            --m_annotation;
        } else if (name == "p") {
            m_inText = false;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            m_inCell = false;
            addCells();
        } else if (name == "table-row") {
            addRows();
        }
    }

    void text(QByteArrayView utf8) override
    {
        if (m_inText && m_annotation == 0)
            append(utf8);
    }

private:
    void append(QByteArrayView utf8)
    {
        m_text.append(utf8);
        if (m_text.size() > longestText)
            refuse({ErrorKind::InputUnreadable, Tr::tr("Row %1 holds a text of more than a million letters.").arg(m_last + 1),
                    Tr::tr("Ask for a CSV file."), Tr::tr("row %1").arg(m_last + 1)});
    }

    // What was delivered: a date as its ISO date, a number as stored, unless what is shown keeps leading zeros.
    QByteArray delivered() const
    {
        if (m_valueType == "date")
            return m_value.isEmpty() ? m_text : m_value;
        if (m_valueType == "float" || m_valueType == "percentage" || m_valueType == "currency") {
            const bool zeros = m_text.startsWith('0') && m_text.size() > m_value.size() &&
                               std::all_of(m_text.begin(), m_text.end(), [](char c) { return c >= '0' && c <= '9'; });
            return zeros || m_value.isEmpty() ? m_text : m_value;
        }
        return m_text;
    }

    void addCells()
    {
        const QByteArray cell = delivered();
        if (cell.isEmpty() || m_column >= mostSheetColumns) {
            m_column = std::min(mostSheetColumns, m_column + m_repeat);
            return;
        }
        const int times = std::min(m_repeat, mostSheetColumns - m_column);
        if (!makeRoom(m_column - m_row.count() + times, times * qint64(cell.size())))
            return;
        const CellKind kind = m_valueType == "float" ? CellKind::Number : CellKind::Text;
        for (int i = 0; i < times; ++i)
            m_row.addCell(m_column++, cell, kind);
    }

    void addRows()
    {
        if (m_row.count() == 0) {
            m_last = std::min(mostSheetRows, m_last + m_rowRepeat);
            return;
        }
        if (!makeRoom(qint64(m_rowRepeat - 1) * m_row.count(), qint64(m_rowRepeat - 1) * m_row.record().size()))
            return;
        for (int i = 0; i < m_rowRepeat; ++i) {
            Row copy = m_row;
            copy.number = ++m_last;
            finish(copy);
            ++made;
        }
        m_row = Row();
    }

    QString m_sheet;
    std::size_t m_sheets = 0;
    int m_tables = 0;
    Row m_row;
    int m_last = 0;
    int m_column = 0;
    int m_rowRepeat = 1;
    int m_repeat = 1;
    int m_paragraphs = 0;
    int m_annotation = 0;
    bool m_inCell = false;
    bool m_inText = false;
    QByteArray m_valueType;
    QByteArray m_value;
    QByteArray m_text;
};

// All sheets stand in one XML file, one after the other: rows are read ahead only as far as the end of a sheet must
// be known.
class OdsTable : public TableSource {
public:
    OdsTable(std::shared_ptr<ZipArchive> archive, QByteArray bytes, const QString& name)
        : m_archive(std::move(archive)), m_bytes(std::move(bytes)), m_rows(name, m_load)
    {
    }

    base::Result<void> start(const ZipMember& content)
    {
        BASE_TRY(m_feed.start(*m_archive, content, &m_rows));
        return fetch();
    }

    base::Result<bool> next(Row& row) override
    {
        if (atSheetEnd() || !m_have)
            return false;
        row = std::move(m_next);
        ++m_given;
        BASE_TRY(fetch());
        return true;
    }
    base::Result<bool> nextSheet() override
    {
        // Rows of this sheet that nobody asked for are passed over.
        Row row;
        for (;;) {
            const auto more = next(row);
            if (!more)
                return more;
            if (!*more)
                break;
        }
        if (m_rows.sheetEnds.empty())
            return false;
        m_rows.sheetEnds.pop_front();
        return m_have || !m_rows.sheetEnds.empty();
    }
    QString sheet() const override { return m_rows.sheetEnds.empty() ? m_rows.current() : m_rows.sheetEnds.front().first; }
    bool isText() const override { return false; }
    QByteArray deliveredBytes() const override { return m_bytes; }
    bool holdsMore() const override
    {
        static const QStringList read{QStringLiteral("mimetype"),     QStringLiteral("content.xml"), QStringLiteral("META-INF/manifest.xml"),
                                      QStringLiteral("settings.xml"), QStringLiteral("meta.xml"),    QStringLiteral("manifest.rdf")};
        return m_rows.more || std::any_of(m_archive->members().begin(), m_archive->members().end(),
                                          [](const ZipMember& member) { return member.size > 0 && !read.contains(member.path); });
    }

private:
    bool atSheetEnd() const { return !m_rows.sheetEnds.empty() && m_rows.sheetEnds.front().second == m_given; }
    base::Result<void> fetch()
    {
        const auto got = m_feed.next(m_next);
        if (!got)
            return tl::unexpected(got.error());
        m_have = *got;
        return {};
    }

    std::shared_ptr<ZipArchive> m_archive;
    QByteArray m_bytes;
    SheetLoad m_load;
    OdsRows m_rows;
    SheetFeed m_feed;
    Row m_next;
    std::size_t m_given = 0;
    bool m_have = false;
};

} // namespace

base::Result<std::unique_ptr<TableSource>> openOds(QByteArray bytes, const QString& name)
{
    auto archive = ZipArchive::openBytes(bytes);
    if (archive) {
        const auto locked = isLockedOpenDocument(**archive);
        if (!locked)
            return tl::unexpected(locked.error());
        if (*locked)
            return tl::unexpected(lockedOpenDocument(name));
    }
    const ZipMember* content = archive ? (*archive)->find(QStringLiteral("content.xml")) : nullptr;
    if (!content)
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is an OpenDocument table that is damaged or cut off.").arg(name),
                    Tr::tr("Copy or download it again, or ask for it to be sent again."));
    auto table = std::make_unique<OdsTable>(*archive, std::move(bytes), name);
    BASE_TRY(table->start(*content));
    return table;
}

} // namespace readers
