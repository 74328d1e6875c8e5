// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_stream.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr qint64 pieceSize = 256 * 1024;
constexpr qint64 prologSize = 64 * 1024;
// One pupil, comment or stretch without a tag may not be larger: it would have to stand in memory as a whole.
constexpr qint64 mostHeld = 16 * 1024 * 1024;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Xml)
};

// A small source needs no room for a large one; one more than is left, so that the end is seen with the last piece.
qint64 pieceFor(qint64 size, qint64 had)
{
    return size < 0 ? pieceSize : std::clamp<qint64>(size - had + 1, 64, pieceSize);
}

} // namespace

XmlStream::XmlStream(ByteSource& bytes, XmlEvents& events) : m_bytes(bytes), m_events(events) {}

base::Result<bool> XmlStream::fill()
{
    const qsizetype before = m_window.size();
    const qint64 piece = pieceFor(m_bytes.size(), m_size);
    m_window.resize(before + piece);
    auto count = m_bytes.read(m_window.data() + before, piece);
    if (!count) {
        m_window.resize(before);
        return tl::unexpected<base::Error>(std::move(count.error()));
    }
    m_window.resize(before + *count);
    m_digest.add(QByteArrayView(m_window).sliced(before));
    m_size += *count;
    return *count > 0;
}

QByteArrayView XmlStream::delivered(qint64 from, qint64 to) const
{
    from = std::clamp(from, m_windowFrom, m_windowFrom + m_window.size());
    to = std::clamp(to, from, m_windowFrom + m_window.size());
    return QByteArrayView(m_window).sliced(from - m_windowFrom, to - from);
}

void XmlStream::startAgainAt(qint64 at)
{
    // Blanks and a declaration between two documents that were put one after the other.
    const QByteArrayView rest = delivered(at, m_windowFrom + m_window.size());
    const XmlProlog prolog = readProlog(rest.first(std::min<qsizetype>(rest.size(), prologSize)));
    const int line = parse().line();
    m_wrongBytes += parse().wrongBytes();
    m_parse.emplace(m_events, m_prolog.encoding, at + prolog.skip, line - 1 + prolog.linesSkipped);
    m_parsedTo = at + prolog.skip;
    ++m_roots;
}

base::Result<void> XmlStream::parseUpTo(bool last)
{
    for (;;) {
        const qint64 end = m_windowFrom + m_window.size();
        if (m_leftAtEnd >= 0)
            return {};
        const QByteArrayView piece = delivered(m_parsedTo, end);
        m_parsedTo = end;
        BASE_TRY(parse().feed(piece, last));
        const qint64 at = parse().secondRootAt();
        if (at < 0)
            return {};
        const QByteArrayView rest = delivered(at, end);
        const bool wide = m_prolog.encoding.startsWith("UTF-16");
        // A tag, a declaration or a comment goes on as another root; anything else is rubbish after the end.
        if (wide || !rest.startsWith('<') || m_roots > 8)
            m_leftAtEnd = at;
        else
            startAgainAt(at);
    }
}

// Drops what nobody can ask for any more.
void XmlStream::forget()
{
    qint64 keepFrom = m_leftAtEnd >= 0 ? m_windowFrom + m_window.size() : parse().eventAt();
    if (m_hold >= 0)
        keepFrom = std::min(keepFrom, m_hold);
    if (keepFrom <= m_windowFrom)
        return;
    m_window.remove(0, std::min<qint64>(keepFrom - m_windowFrom, m_window.size()));
    m_windowFrom = keepFrom;
}

base::Result<void> XmlStream::run(const std::stop_token& stop, const base::Progress& progress)
{
    bool more = true;
    while (more && m_window.size() < prologSize) {
        auto got = fill();
        if (!got)
            return tl::unexpected<base::Error>(std::move(got.error()));
        more = *got;
    }
    m_prolog = readProlog(QByteArrayView(m_window).first(std::min<qsizetype>(m_window.size(), prologSize)));
    m_parse.emplace(m_events, m_prolog.encoding, m_prolog.skip, m_prolog.linesSkipped);
    m_parsedTo = m_prolog.skip;
    const QString doing = Tr::tr("Reading the file");
    const qint64 total = std::max<qint64>(0, m_bytes.size());
    for (;;) {
        if (stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped, Tr::tr("Reading was stopped."));
        BASE_TRY(parseUpTo(!more));
        if (!more)
            break;
        forget();
        if (m_window.size() > mostHeld)
            return base::fail(
                base::ErrorKind::InputUnreadable,
                Tr::tr("One part of this file is far larger than any pupil's record, so it was not read."),
                Tr::tr("Ask whoever gave you the file for a new copy."), atLine(line()));
        base::report(progress, {.doing = doing, .done = m_size, .total = total});
        auto got = fill();
        if (!got)
            return tl::unexpected<base::Error>(std::move(got.error()));
        more = *got;
    }
    m_wrongBytes += parse().wrongBytes();
    m_sha256 = m_digest.finish();
    return {};
}

QStringList XmlStream::repairs() const
{
    QStringList all = m_prolog.repairs;
    if (m_wrongBytes > 0)
        all << Tr::tr("The file says it is UTF-8, but %1 of its bytes are not. They were read as Windows-1252; "
                      "check names with accents.")
                   .arg(m_wrongBytes);
    if (m_roots > 1)
        all << Tr::tr(
            "The file has several outermost parts where only one is allowed. They were read one after another.");
    if (m_leftAtEnd >= 0)
        all << Tr::tr("There is something after the end of the document. That was not read.");
    return all;
}

} // namespace readers
