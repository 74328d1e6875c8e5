// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/progress.h"
#include "readers/source.h"
#include "readers/xml_parse.h"
#include "readers/xml_prolog.h"

#include <QStringList>

#include <optional>
#include <stop_token>

namespace readers {

// Reads a ByteSource through expat once, with the digest of the delivered bytes in the same pass. Delivered bytes
// stay reachable from hold() on, so that a part can be cut out after its end has been seen; nothing else is kept.
class XmlStream {
public:
    XmlStream(ByteSource& bytes, XmlEvents& events);

    [[nodiscard]] base::Result<void> run(const std::stop_token& stop, const base::Progress& progress);

    // Inside an event.
    [[nodiscard]] qint64 from() const { return parse().from(); }
    [[nodiscard]] qint64 to() const { return parse().to(); }
    [[nodiscard]] int line() const { return parse().line(); }
    [[nodiscard]] int root() const { return m_roots; } // 1 for the first root element
    void hold(qint64 from) { m_hold = from; }
    void refuse(base::Error error) { parse().refuse(std::move(error)); }
    [[nodiscard]] QByteArrayView delivered(qint64 from, qint64 to) const;

    // After run().
    [[nodiscard]] const QByteArray& sha256() const { return m_sha256; }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QStringList repairs() const;

    [[nodiscard]] const QByteArray& encoding() const { return m_prolog.encoding; }

private:
    // From the beginning of run() on; whoever asks is called by an event of it.
    [[nodiscard]] XmlParse& parse()
    {
        Q_ASSERT(m_parse.has_value());
        return *m_parse;
    }
    [[nodiscard]] const XmlParse& parse() const
    {
        Q_ASSERT(m_parse.has_value());
        return *m_parse;
    }

    [[nodiscard]] base::Result<bool> fill(); // reads one piece; false at the end
    [[nodiscard]] base::Result<void> parseUpTo(bool last);
    void startAgainAt(qint64 at);
    void forget();

    ByteSource& m_bytes;
    XmlEvents& m_events;
    XmlProlog m_prolog;
    std::optional<XmlParse> m_parse;
    base::Sha256 m_digest;
    QByteArray m_window; // delivered bytes from m_windowFrom on
    qint64 m_windowFrom = 0;
    qint64 m_parsedTo = 0; // delivered bytes given to the parser
    qint64 m_hold = 0;
    qint64 m_size = 0;
    qint64 m_wrongBytes = 0;
    qint64 m_leftAtEnd = -1;
    int m_roots = 1;
    QByteArray m_sha256;
};

} // namespace readers
