// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/sheets.h"

#include "readers/xml_place.h"

#include <QCoreApplication>

#include <expat.h>

namespace readers {

namespace {

using base::ErrorKind;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Sheets)
};

constexpr int mostDepth = 64;

std::string_view withoutPrefix(const char* name)
{
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

} // namespace

QByteArrayView SheetAttributes::value(std::string_view localName) const
{
    for (const char** at = m_attributes; *at; at += 2) {
        if (withoutPrefix(at[0]) == localName)
            return QByteArrayView(at[1]);
    }
    return {};
}

struct SheetXmlCalls {
    static void start(void* user, const XML_Char* name, const XML_Char** attributes)
    {
        auto* self = static_cast<SheetXml*>(user);
        if (self->m_error)
            return; // a stopped parser may still tell of what it had begun
        if (++self->m_depth > mostDepth) {
            self->refuse({ErrorKind::InputUnreadable, Tr::tr("“%1” is nested deeper than a workbook ever is.").arg(self->m_name),
                          Tr::tr("It may be damaged or made to do harm. Ask for a CSV file instead."), {}});
            return;
        }
        self->open(withoutPrefix(name), SheetAttributes(attributes));
    }
    static void end(void* user, const XML_Char* name)
    {
        auto* self = static_cast<SheetXml*>(user);
        if (self->m_error)
            return;
        self->close(withoutPrefix(name));
        --self->m_depth;
    }
    static void text(void* user, const XML_Char* text, int length)
    {
        auto* self = static_cast<SheetXml*>(user);
        if (!self->m_error)
            self->text({text, length});
    }
    static void doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        auto* self = static_cast<SheetXml*>(user);
        self->refuse({ErrorKind::InputUnreadable, Tr::tr("“%1” brings a document type of its own, which no workbook does.").arg(self->m_name),
                      Tr::tr("It may be made to do harm. Ask for a CSV file instead."), {}});
    }
};

SheetXml::SheetXml(QString name) : m_name(std::move(name)), m_parser(XML_ParserCreate(nullptr))
{
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &SheetXmlCalls::start, &SheetXmlCalls::end);
    XML_SetCharacterDataHandler(m_parser, &SheetXmlCalls::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &SheetXmlCalls::doctype);
}

SheetXml::~SheetXml()
{
    XML_ParserFree(m_parser);
}

void SheetXml::refuse(base::Error error)
{
    if (!m_error)
        m_error = std::move(error);
    XML_StopParser(m_parser, XML_FALSE);
}

void SheetXml::refuseTooMuchText()
{
    refuse({ErrorKind::InputUnreadable, Tr::tr("The workbook holds more than %1 MB of text.").arg(mostSheetBytes / (1024 * 1024)),
            Tr::tr("Ask for the part that is about you, or for a CSV file."), {}});
}

base::Result<void> SheetXml::feed(QByteArrayView piece, bool last)
{
    const XML_Status status = XML_Parse(m_parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (m_error)
        return tl::unexpected(*m_error);
    if (status == XML_STATUS_OK)
        return {};
    const auto line = xmlLine(m_parser);
    const auto column = xmlColumn(m_parser) + 1;
    return base::fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is damaged or cut off inside: its data does not end as it should.").arg(m_name),
                      Tr::tr("Open it in a spreadsheet program and save it again, or ask for it to be sent again."),
                      Tr::tr("line %1, place %2").arg(line).arg(column));
}

base::Result<void> feedAll(ZipArchive& archive, const ZipMember& member, SheetXml& xml)
{
    const auto bytes = archive.open(member);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const auto got = (*bytes)->read(piece.data(), piece.size());
        if (!got)
            return tl::unexpected(got.error());
        BASE_TRY(xml.feed(QByteArrayView(piece).first(static_cast<qsizetype>(*got)), *got == 0));
        if (*got == 0)
            return {};
    }
}

bool SheetRows::makeRoom(qint64 cells, qint64 bytes)
{
    m_load.cells += cells;
    m_load.bytes += bytes;
    if (m_load.cells > mostCells) {
        refuse({ErrorKind::InputUnreadable, Tr::tr("The workbook holds more than two million cells."),
                Tr::tr("Ask for the part that is about you, or for a CSV file."), {}});
        return false;
    }
    if (m_load.bytes > mostSheetBytes) {
        refuseTooMuchText();
        return false;
    }
    return true;
}

void SheetRows::finish(Row& row)
{
    ready.push_back(std::move(row));
    row = Row();
}

base::Result<void> SheetFeed::start(ZipArchive& archive, const ZipMember& member, SheetRows* rows)
{
    auto bytes = archive.open(member);
    if (!bytes)
        return tl::unexpected(bytes.error());
    m_bytes = std::move(*bytes);
    m_rows = rows;
    m_piece.resize(64 * 1024);
    m_over = false;
    return {};
}

base::Result<bool> SheetFeed::next(Row& row)
{
    while (m_rows && m_rows->ready.empty() && !m_over) {
        const auto got = m_bytes->read(m_piece.data(), m_piece.size());
        if (!got)
            return tl::unexpected(got.error());
        m_over = *got == 0;
        BASE_TRY(m_rows->feed(QByteArrayView(m_piece).first(static_cast<qsizetype>(*got)), m_over));
    }
    if (!m_rows || m_rows->ready.empty())
        return false;
    row = std::move(m_rows->ready.front());
    m_rows->ready.pop_front();
    return true;
}

} // namespace readers
