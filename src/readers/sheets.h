// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/table_source.h"
#include "readers/zip.h"

#include <deque>
#include <functional>
#include <string_view>

struct XML_ParserStruct;

namespace readers {

inline constexpr qint64 mostCells = 2'000'000; // of a workbook
inline constexpr qint64 mostSheetBytes = 256 * 1024 * 1024; // of all its cells: a few packed bytes can name a long text often
inline constexpr std::size_t mostSheets = 1000;
inline constexpr int mostSheetRows = 1'048'576; // what spreadsheets themselves can hold
inline constexpr int mostSheetColumns = 16'384;
inline constexpr qint64 mostWorkbookBytes = 256 * 1024 * 1024;

// Names and values of one element's attributes; names without their prefix.
class SheetAttributes {
public:
    explicit SheetAttributes(const char** attributes) : m_attributes(attributes) {}
    [[nodiscard]] QByteArrayView value(std::string_view localName) const;

private:
    const char** m_attributes;
};

// expat with the limits that hostile files are met with: depth, length of one text, no document types (and so no
// entities of the file's own). Fed in pieces, so that rows can be fetched one by one.
class SheetXml {
public:
    explicit SheetXml(QString name);
    virtual ~SheetXml();
    SheetXml(const SheetXml&) = delete;
    SheetXml& operator=(const SheetXml&) = delete;

    [[nodiscard]] base::Result<void> feed(QByteArrayView piece, bool last);

protected:
    virtual void open(std::string_view localName, const SheetAttributes& attributes) = 0;
    virtual void close(std::string_view localName) = 0;
    virtual void text(QByteArrayView utf8) = 0;
    void refuse(base::Error error);
    void refuseTooMuchText();
    [[nodiscard]] int depth() const { return m_depth; }

private:
    friend struct SheetXmlCalls;
    QString m_name;
    XML_ParserStruct* m_parser;
    int m_depth = 0;
    std::optional<base::Error> m_error;
};

// The whole of a small part of a workbook (styles, relations).
[[nodiscard]] base::Result<void> feedAll(ZipArchive& archive, const ZipMember& member, SheetXml& xml);

// What has come out of a workbook so far, all sheets together.
struct SheetLoad {
    qint64 cells = 0; // empty ones before a filled one included: each has its place in memory
    qint64 bytes = 0;
};

// Rows of one sheet as its XML is read: the reader asks for the next row, the sheet is read until there is one.
class SheetRows : public SheetXml {
public:
    SheetRows(QString name, SheetLoad& load) : SheetXml(std::move(name)), m_load(load) {}
    std::deque<Row> ready;

protected:
    void finish(Row& row);
    [[nodiscard]] bool makeRoom(qint64 cells, qint64 bytes); // false: too much, and refused

private:
    SheetLoad& m_load;
};

// Feeds rows out of a member of the workbook.
class SheetFeed {
public:
    [[nodiscard]] base::Result<void> start(ZipArchive& archive, const ZipMember& member, SheetRows* rows);
    [[nodiscard]] base::Result<bool> next(Row& row);

private:
    std::shared_ptr<ByteSource> m_bytes;
    SheetRows* m_rows = nullptr;
    QByteArray m_piece;
    bool m_over = true;
};

[[nodiscard]] base::Result<std::unique_ptr<TableSource>> openXlsx(QByteArray bytes, const QString& name);
[[nodiscard]] base::Result<std::unique_ptr<TableSource>> openOds(QByteArray bytes, const QString& name);

} // namespace readers
