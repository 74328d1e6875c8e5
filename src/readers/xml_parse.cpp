// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_parse.h"

#include "readers/xml_place.h"

#include "readers/xml_prolog.h"

#include <QCoreApplication>

#include <expat.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Xml)
};

std::string_view localName(const char* name)
{
    const std::string_view whole(name);
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

// Length of the valid UTF-8 sequence at `at`; 0 if it is none; −1 if it may be one whose end is not there yet.
int sequenceAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(at);
    int length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    for (int i = 1; i < length; ++i) {
        if (at + i >= bytes.size())
            return -1;
        const unsigned char next = byte(at + i);
        if (next < (i == 1 ? low : 0x80) || next > (i == 1 ? high : 0xBF))
            return 0;
    }
    return length;
}

// First byte from `at` on that is not ASCII; eight at a time, because nearly every census file is all ASCII.
qsizetype nextHigh(QByteArrayView bytes, qsizetype at)
{
    constexpr quint64 highBits = 0x8080808080808080ULL;
    while (at + 8 <= bytes.size()) {
        quint64 eight = 0;
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if (eight & highBits)
            break;
        at += 8;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

} // namespace

QString atLine(int line)
{
    return Tr::tr("line %1").arg(line);
}

struct XmlParse::Calls {
    static XmlParse& self(void* data) { return *static_cast<XmlParse*>(data); }

    static void open(void* data, const XML_Char* name, const XML_Char** attributes)
    {
        XmlParse& parse = self(data);
        parse.m_text = 0;
        parse.m_lastEvent = parse.from();
        if (++parse.m_depth > xmlMostDepth) {
            parse.refuse({base::ErrorKind::InputUnreadable,
                          Tr::tr("This file is nested far deeper than any school file, so it was not read."),
                          Tr::tr("Ask whoever gave you the file for a new copy."), atLine(parse.line())});
            return;
        }
        parse.m_events.open(localName(name), attributes);
    }

    static void close(void* data, const XML_Char* name)
    {
        XmlParse& parse = self(data);
        parse.m_text = 0;
        parse.m_lastEvent = parse.from();
        parse.m_ended = --parse.m_depth == 0;
        parse.m_events.close(localName(name));
    }

    static void text(void* data, const XML_Char* bytes, int length)
    {
        XmlParse& parse = self(data);
        parse.m_lastEvent = parse.from();
        parse.m_text += length;
        if (parse.m_text > xmlMostText) {
            parse.refuse({base::ErrorKind::InputUnreadable,
                          Tr::tr("One piece of text in this file is longer than a megabyte, so it was not read."),
                          Tr::tr("Ask whoever gave you the file for a new copy."), atLine(parse.line())});
            return;
        }
        parse.m_events.text(std::string_view(bytes, std::size_t(length)));
    }

    static void entity(void* data, const XML_Char* /*name*/, int /*parameter*/, const XML_Char* /*value*/,
                       int /*length*/, const XML_Char* /*base*/, const XML_Char* /*system*/,
                       const XML_Char* /*publicId*/, const XML_Char* /*notation*/)
    {
        XmlParse& parse = self(data);
        parse.refuse({base::ErrorKind::InputUnreadable,
                      Tr::tr("This file defines its own shortcuts (entities), which can be used to harm a computer. "
                             "No school file needs them, so it was not read."),
                      Tr::tr("Ask whoever gave you the file for a new copy."), atLine(parse.line())});
    }

    // A reference to something only an outside file explains: kept as it is written.
    static void skipped(void* data, const XML_Char* name, int parameter)
    {
        if (parameter)
            return;
        const QByteArray written = '&' + QByteArray(name) + ';';
        text(data, written.constData(), int(written.size()));
    }

    static int unknown(void* /*data*/, const XML_Char* name, XML_Encoding* info)
    {
        const QString table = singleByteTable(QByteArrayView(name));
        if (table.isEmpty())
            return XML_STATUS_ERROR;
        for (int i = 0; i < 256; ++i)
            info->map[i] = table[i].unicode();
        info->data = nullptr;
        info->convert = nullptr;
        info->release = nullptr;
        return XML_STATUS_OK;
    }
};

void XmlParse::Free::operator()(XML_ParserStruct* parser) const
{
    XML_ParserFree(parser);
}

XmlParse::XmlParse(XmlEvents& events, QByteArray encoding, qint64 startsAt, int linesBefore)
    : m_events(events), m_encoding(std::move(encoding)), m_startsAt(startsAt), m_linesBefore(linesBefore),
      m_parser(XML_ParserCreate(m_encoding.constData())), m_lastEvent(startsAt), m_utf8(m_encoding == "UTF-8")
{
    XML_ParserStruct* parser = m_parser.get();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &Calls::open, &Calls::close);
    XML_SetCharacterDataHandler(parser, &Calls::text);
    XML_SetEntityDeclHandler(parser, &Calls::entity);
    XML_SetSkippedEntityHandler(parser, &Calls::skipped);
    XML_SetUnknownEncodingHandler(parser, &Calls::unknown, nullptr);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER);
}

XmlParse::~XmlParse() = default;

base::Result<void> XmlParse::feed(QByteArrayView delivered, bool last)
{
    if (!m_utf8)
        return give(delivered, last);
    QByteArray mended;
    if (m_carried.isEmpty())
        return give(repaired(delivered, last, mended), last);
    const QByteArray joined = m_carried + delivered;
    m_carried.clear();
    return give(repaired(joined, last, mended), last);
}

// The bytes themselves where they are good UTF-8, else a mended copy in `into`.
QByteArrayView XmlParse::repaired(QByteArrayView bytes, bool last, QByteArray& into)
{
    qsizetype copied = 0;
    bool mending = false;
    qsizetype at = nextHigh(bytes, 0);
    while (at < bytes.size()) {
        const int length = sequenceAt(bytes, at);
        if (length > 0) {
            at = nextHigh(bytes, at + length);
            continue;
        }
        if (length < 0 && !last) {
            m_carried = bytes.sliced(at).toByteArray();
            bytes = bytes.first(at);
            break;
        }
        static const QString windows1252 = singleByteTable("windows-1252");
        const QByteArray character = QString(windows1252[static_cast<unsigned char>(bytes[at])]).toUtf8();
        mending = true;
        into += bytes.sliced(copied, at - copied);
        into += character;
        const qint64 less = m_shifts.empty() ? 0 : m_shifts.back().less;
        m_shifts.push_back({m_fed + into.size(), less + character.size() - 1});
        ++m_wrongBytes;
        copied = at + 1;
        at = nextHigh(bytes, copied);
    }
    if (!mending)
        return bytes;
    into += bytes.sliced(copied);
    return into;
}

base::Result<void> XmlParse::give(QByteArrayView bytes, bool last)
{
    m_fed += bytes.size();
    if (m_secondRootAt >= 0)
        return {};
    const XML_Status status = XML_Parse(m_parser.get(), bytes.data(), int(bytes.size()), last ? 1 : 0);
    if (m_isRefused)
        return tl::unexpected<base::Error>(m_refused);
    // Shifts before the last event can no longer be asked for; one is kept as the base of what follows.
    if (m_shifts.size() > 4096) {
        const auto keep = std::find_if(m_shifts.begin(), m_shifts.end(), [this](const Shift& shift) {
            return shift.fedAt - shift.less + m_startsAt >= m_lastEvent;
        });
        if (keep - m_shifts.begin() > 1)
            m_shifts.erase(m_shifts.begin(), keep - 1);
    }
    if (status == XML_STATUS_ERROR) {
        const XML_Error code = XML_GetErrorCode(m_parser.get());
        // Rubbish after the end may also be bytes that XML does not allow at all: NUL padding, Ctrl-Z.
        if (code == XML_ERROR_JUNK_AFTER_DOC_ELEMENT || (code == XML_ERROR_INVALID_TOKEN && m_ended)) {
            m_secondRootAt = from();
            return {};
        }
        return tl::unexpected<base::Error>(syntaxError());
    }
    return {};
}

base::Error XmlParse::syntaxError() const
{
    base::Error error{
        base::ErrorKind::InputUnreadable, {}, Tr::tr("Ask whoever gave you the file for a new copy."), atLine(line())};
    switch (XML_GetErrorCode(m_parser.get())) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
        error.message = Tr::tr("The file stops in the middle: its end is missing.");
        break;
    case XML_ERROR_TAG_MISMATCH:
        error.message = Tr::tr("The file is damaged: a part of it ends that never began.");
        break;
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
    case XML_ERROR_RECURSIVE_ENTITY_REF:
        error.message = Tr::tr("This file is built to use up all memory, so it was not read.");
        break;
    case XML_ERROR_NO_MEMORY:
        error.kind = base::ErrorKind::NotEnoughMemory;
        error.message = Tr::tr("There was not enough memory to read this file.");
        error.next = Tr::tr("Close other programs and try again.");
        break;
    default:
        error.message = Tr::tr("The file is not proper XML.");
        break;
    }
    return error;
}

qint64 XmlParse::deliveredAt(qint64 fed) const
{
    if (m_shifts.empty())
        return m_startsAt + fed;
    const auto after = std::upper_bound(m_shifts.begin(), m_shifts.end(), fed,
                                        [](qint64 place, const Shift& shift) { return place < shift.fedAt; });
    return m_startsAt + fed - (after == m_shifts.begin() ? 0 : std::prev(after)->less);
}

qint64 XmlParse::from() const
{
    return deliveredAt(xmlByte(m_parser.get()));
}

qint64 XmlParse::to() const
{
    return deliveredAt(xmlByte(m_parser.get()) + xmlByteCount(m_parser.get()));
}

int XmlParse::line() const
{
    return int(xmlLine(m_parser.get())) + m_linesBefore;
}

void XmlParse::refuse(base::Error error)
{
    if (m_isRefused)
        return;
    m_isRefused = true;
    m_refused = std::move(error);
    XML_StopParser(m_parser.get(), XML_FALSE);
}

} // namespace readers
