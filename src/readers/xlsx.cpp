// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xlsx_book.h"

#include <QCoreApplication>

#include <algorithm>

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Xlsx)
};

constexpr qsizetype longestText = 1024 * 1024;

// What a workbook turned out to hold while its sheets were read.
struct XlsxSeen {
    std::vector<bool> strings; // shared texts that some cell shows
    bool more = false;         // something beside the cells
};

class XlsxRows : public SheetRows {
public:
    XlsxRows(const QString& name, SheetLoad& load, const XlsxBook& book, XlsxSeen& seen) : SheetRows(name, load), m_book(book), m_seen(seen) {}

protected:
    void open(std::string_view name, const SheetAttributes& attributes) override
    {
        if (name == "row") {
            bool known = false;
            const int number = attributes.value("r").toInt(&known);
            m_row.startCells();
            m_row.number = known && number > m_last && number <= mostSheetRows ? number : m_last + 1;
            m_last = m_row.number;
            m_column = -1;
        } else if (name == "c") {
            const int column = xlsxColumn(attributes.value("r"));
            m_column = std::min(mostSheetColumns, column > m_column ? column : m_column + 1);
            m_type = attributes.value("t").toByteArray();
            bool known = false;
            const int style = attributes.value("s").toInt(&known);
            m_date = known && style >= 0 && static_cast<std::size_t>(style) < m_book.dateStyles.size() &&
                     m_book.dateStyles[static_cast<std::size_t>(style)];
            m_text.resize(0);
            m_any = false;
        } else if (name == "v" || name == "t") {
            m_inText = !m_phonetic;
        } else if (name == "rPh") {
            m_phonetic = true;
        } else if (name == "dataValidations" || name == "headerFooter" || name == "extLst" || name == "oleObjects" || name == "f") {
            m_seen.more = true;
        }
    }

    void close(std::string_view name) override
    {
        if (name == "v" || name == "t") {
            m_any = m_any || m_inText;
            m_inText = false;
        } else if (name == "rPh") {
            m_phonetic = false;
        } else if (name == "c") {
            if (m_any)
                addCell();
        } else if (name == "row") {
            finish(m_row);
        }
    }

    void text(QByteArrayView utf8) override
    {
        if (!m_inText)
            return;
        m_text.append(utf8);
        if (m_text.size() > longestText)
            refuse({ErrorKind::InputUnreadable, Tr::tr("Row %1 holds a text of more than a million letters.").arg(m_last), Tr::tr("Ask for a CSV file."),
                    Tr::tr("row %1").arg(m_last)});
    }

private:
    void addCell()
    {
        if (m_column >= mostSheetColumns) {
            m_seen.more = true;
            return;
        }
        if (m_type == "s") {
            bool known = false;
            const auto at = static_cast<std::size_t>(m_text.trimmed().toULongLong(&known));
            const bool there = known && at < m_book.strings.size();
            if (there)
                m_seen.strings[at] = true;
            add(there ? QByteArrayView(m_book.strings[at]) : QByteArrayView(), CellKind::Text);
        } else if (m_type == "b") {
            add(m_text == "1" ? "TRUE" : "FALSE", CellKind::Text);
        } else if (m_type.isEmpty() || m_type == "n") {
            add(m_text, m_date ? CellKind::DateSerial : CellKind::Number);
        } else {
            add(m_text, CellKind::Text); // inlineStr, str, d, e
        }
    }

    void add(QByteArrayView text, CellKind kind)
    {
        if (makeRoom(m_column - m_row.count() + 1, text.size()))
            m_row.addCell(m_column, text, kind);
    }

    const XlsxBook& m_book;
    XlsxSeen& m_seen;
    Row m_row;
    int m_last = 0;
    int m_column = -1;
    QByteArray m_type;
    QByteArray m_text;
    bool m_date = false;
    bool m_any = false;
    bool m_inText = false;
    bool m_phonetic = false;
};

class XlsxTable : public TableSource {
public:
    XlsxTable(std::shared_ptr<ZipArchive> archive, XlsxBook book, QByteArray bytes, QString name)
        : m_archive(std::move(archive)), m_book(std::move(book)), m_bytes(std::move(bytes)), m_name(std::move(name))
    {
        m_seen.strings.resize(m_book.strings.size());
    }

    base::Result<void> openSheet(std::size_t at)
    {
        m_at = at;
        const ZipMember* member = m_archive->find(m_book.sheets[at].path);
        if (!member)
            return fail(ErrorKind::InputUnreadable, Tr::tr("The sheet “%1” is missing inside “%2”.").arg(m_book.sheets[at].name, m_name),
                        Tr::tr("Open it in a spreadsheet program and save it again, or ask for a CSV file."), m_book.sheets[at].name);
        m_rows = std::make_unique<XlsxRows>(m_book.sheets[at].name, m_load, m_book, m_seen);
        return m_feed.start(*m_archive, *member, m_rows.get());
    }

    base::Result<bool> next(Row& row) override { return m_feed.next(row); }
    base::Result<bool> nextSheet() override
    {
        if (m_at + 1 >= m_book.sheets.size())
            return false;
        BASE_TRY(openSheet(m_at + 1));
        return true;
    }
    QString sheet() const override { return m_book.sheets[m_at].name; }
    bool since1904() const override { return m_book.since1904; }
    bool isText() const override { return false; }
    QByteArray deliveredBytes() const override { return m_bytes; }
    bool holdsMore() const override
    {
        const auto unread = [this](const ZipMember& member) { return member.size > 0 && !m_book.parts.contains(member.path, Qt::CaseInsensitive); };
        return m_seen.more || std::any_of(m_archive->members().begin(), m_archive->members().end(), unread) ||
               std::find(m_seen.strings.begin(), m_seen.strings.end(), false) != m_seen.strings.end();
    }

private:
    std::shared_ptr<ZipArchive> m_archive;
    XlsxBook m_book;
    QByteArray m_bytes;
    QString m_name;
    std::size_t m_at = 0;
    SheetLoad m_load;
    XlsxSeen m_seen;
    std::unique_ptr<XlsxRows> m_rows;
    SheetFeed m_feed;
};

} // namespace

base::Result<std::unique_ptr<TableSource>> openXlsx(QByteArray bytes, const QString& name)
{
    auto archive = ZipArchive::openBytes(bytes);
    if (!archive)
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is an Excel workbook that is damaged or cut off.").arg(name),
                    Tr::tr("Copy or download it again, or ask for it to be sent again."));
    auto book = readXlsxBook(**archive, name);
    if (!book)
        return tl::unexpected(book.error());
    if (book->sheets.empty())
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is an Excel workbook without a sheet.").arg(name), Tr::tr("Ask for a CSV file."));
    auto table = std::make_unique<XlsxTable>(std::move(*archive), std::move(*book), std::move(bytes), name);
    BASE_TRY(table->openSheet(0));
    return table;
}

} // namespace readers
