// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <memory>
#include <string_view>
#include <vector>

struct XML_ParserStruct;

namespace readers {

inline constexpr int xmlMostDepth = 64;
inline constexpr qint64 xmlMostText = 1 << 20;

// Receives what a parser meets. Names come without prefix; letters of both cases, as written. Byte places are those
// of the delivered bytes: ask the parser while inside a call.
class XmlEvents {
public:
    virtual ~XmlEvents() = default;
    virtual void open(std::string_view name, const char** attributes) = 0; // name, value, …, null
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view utf8) = 0;
};

// One expat parser over delivered bytes. It mends what can be mended without guessing: bytes that are not UTF-8 in a
// document that says it is are read as Windows-1252, and the count is told. Entity declarations are refused.
class XmlParse {
public:
    XmlParse(XmlEvents& events, QByteArray encoding, qint64 startsAt, int linesBefore);
    ~XmlParse();
    XmlParse(const XmlParse&) = delete;
    XmlParse& operator=(const XmlParse&) = delete;

    // Where the document goes on after its root element has ended, this is no error: secondRootAt() is set, and what
    // follows is not read.
    [[nodiscard]] base::Result<void> feed(QByteArrayView delivered, bool last);

    // Inside an event: where the tag begins, and the first byte after it.
    [[nodiscard]] qint64 from() const;
    [[nodiscard]] qint64 to() const;
    [[nodiscard]] int line() const;
    [[nodiscard]] qint64 secondRootAt() const { return m_secondRootAt; }
    [[nodiscard]] qint64 eventAt() const { return m_lastEvent; } // nothing before it can be asked for any more
    [[nodiscard]] qint64 wrongBytes() const { return m_wrongBytes; }
    void refuse(base::Error error); // stops at the next chance with this error

private:
    struct Calls; // expat's C callbacks
    struct Free {
        void operator()(XML_ParserStruct* parser) const;
    };
    struct Shift {
        qint64 fedAt = 0; // from this byte of what the parser was given …
        qint64 less = 0;  // … so many bytes were added by repairs before
    };

    [[nodiscard]] base::Result<void> give(QByteArrayView bytes, bool last);
    [[nodiscard]] qint64 deliveredAt(qint64 fed) const;
    [[nodiscard]] base::Error syntaxError() const;
    QByteArrayView repaired(QByteArrayView bytes, bool last, QByteArray& into);

    XmlEvents& m_events;
    QByteArray m_encoding;
    qint64 m_startsAt;
    int m_linesBefore;
    std::unique_ptr<XML_ParserStruct, Free> m_parser;
    std::vector<Shift> m_shifts;
    QByteArray m_carried; // start of a character whose end has not come yet
    qint64 m_fed = 0;
    qint64 m_wrongBytes = 0;
    qint64 m_secondRootAt = -1;
    qint64 m_lastEvent = 0;
    qint64 m_text = 0;
    int m_depth = 0;
    bool m_utf8;
    bool m_ended = false; // the root element has been closed
    base::Error m_refused;
    bool m_isRefused = false;
};

// "line 12", for Error::where.
[[nodiscard]] QString atLine(int line);

} // namespace readers
