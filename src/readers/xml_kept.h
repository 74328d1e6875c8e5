// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/xml_stream.h"

#include <QString>

#include <vector>

namespace readers {

// A stretch of delivered bytes that is not kept, and why: "other pupils", "contacts" … (stable English phrases).
struct XmlCut {
    qint64 from = 0;
    qint64 to = 0;
    QByteArray why;
};

// Puts together what the extract stores of a document, in one pass and in order. Where nothing is withheld the
// result is the delivered bytes to the last one. Blanks between parts are kept; anything else that nobody asked to
// keep (a comment between two pupils may hold a name) becomes a marker.
class XmlKept {
public:
    explicit XmlKept(const XmlStream& stream) : m_stream(stream) {}

    void keep(qint64 from, qint64 to, const std::vector<XmlCut>& cuts = {});
    void withhold(qint64 from, qint64 to, const QByteArray& why);
    [[nodiscard]] qint64 at() const { return m_at; } // delivered bytes from here on are still needed

    [[nodiscard]] QByteArray finish(); // after the stream has ended
    [[nodiscard]] qint64 withheldBytes() const { return m_withheld; }

private:
    void bridge(qint64 to);
    void mark();

    const XmlStream& m_stream;
    QByteArray m_kept;
    QByteArray m_why; // of the run that is not written yet
    qint64 m_run = 0; // its length
    qint64 m_at = 0;
    qint64 m_withheld = 0;
};

} // namespace readers
