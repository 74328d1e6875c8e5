// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "readers/encoding.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace readers {

inline constexpr qint64 jsonMostBytes = 64 * 1024 * 1024; // the whole text stands in memory, beside a table of its parts
inline constexpr int jsonMostDepth = 64;
inline constexpr int jsonMostParts = 2'000'000;

class Json;

// One value of a JSON text, seen in place; as long as its Json lives.
class JsonNode {
public:
    enum class Kind : quint8 { Object, Array, String, Number, True, False, Null };

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isObject() const { return kind() == Kind::Object; }
    [[nodiscard]] bool isArray() const { return kind() == Kind::Array; }
    [[nodiscard]] bool isLeaf() const { return !isObject() && !isArray(); }
    [[nodiscard]] bool isBlank() const; // null, "", {} or []
    [[nodiscard]] QString name() const; // as a member of an object; empty in an array
    // What a leaf says: a string without its escapes; a number exactly as it is written, so that 1.50 stays 1.50; true,
    // false; nothing for null.
    [[nodiscard]] QString text() const;
    [[nodiscard]] int line() const;
    [[nodiscard]] qint64 from() const; // bytes of Json::utf8()
    [[nodiscard]] qint64 to() const;
    [[nodiscard]] int count() const;   // members or elements
    [[nodiscard]] std::vector<JsonNode> children() const;
    // The same one by one, without a list of them: what walks a whole text asks at every node.
    template <typename Visit>
    void eachChild(const Visit& visit) const;
    [[nodiscard]] std::optional<JsonNode> member(QStringView name) const; // ASCII, without case; the first of that name
    [[nodiscard]] QString textOf(QStringView name) const;                 // of a member that is a leaf; else empty

private:
    friend class Json;
    [[nodiscard]] bool isNamed(QStringView wanted) const;
    JsonNode(const Json* json, int at) : m_json(json), m_at(at) {}
    const Json* m_json;
    int m_at;
};

// A whole JSON text (RFC 8259), read strictly. The library's own document forgets where a value stood, how a number was
// written, the order of members and all but the last of two members of one name; a record is evidence and needs them.
class Json {
public:
    // `delivered` as it came: UTF-8, with or without byte order mark, or UTF-16 with one. InputUnreadable with line and
    // path in `where`.
    [[nodiscard]] static base::Result<Json> parse(const QByteArray& delivered, const QString& name);

    [[nodiscard]] JsonNode root() const { return {this, 0}; }
    [[nodiscard]] const QByteArray& utf8() const { return m_text; } // without byte order mark
    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }
    [[nodiscard]] const QByteArray& byteOrderMark() const { return m_mark; }
    [[nodiscard]] const CellNotes& notes() const { return m_notes; } // after texts have been asked for

private:
    friend class JsonNode;
    friend class JsonParse;
    struct Part {
        qint32 from = 0;
        qint32 to = 0;
        qint32 nameFrom = 0; // with its quotation marks
        qint32 nameTo = 0;
        qint32 line = 0;
        qint32 after = 0; // place of the first part behind this one and all inside it
        JsonNode::Kind kind = JsonNode::Kind::Null;
    };
    [[nodiscard]] QString unescaped(qint32 from, qint32 to) const;

    QByteArray m_text;
    QByteArray m_mark;
    TextEncoding m_encoding = TextEncoding::EightBit;
    std::vector<Part> m_parts;
    mutable CellNotes m_notes;
    mutable QHash<QByteArrayView, QString> m_names; // few names stand many times; the views are of m_text
};

template <typename Visit>
void JsonNode::eachChild(const Visit& visit) const
{
    const int end = m_json->m_parts[std::size_t(m_at)].after;
    for (int at = m_at + 1; at < end; at = m_json->m_parts[std::size_t(at)].after)
        visit(JsonNode(m_json, at));
}

// "value[3]": a member's name, and its count from 1 in an array, as people count.
[[nodiscard]] QString jsonStep(const QString& above, const JsonNode& child, int number);

// Visits every leaf below `node`, or `node` itself. `plain` is the path without counts. `enter` says whether to look at
// a member or element.
struct JsonLeaf {
    QString path;
    QString plain;
    QString name; // of the member, or of the array the element stands in
    QString raw;
    int line = 0;
};
void eachJsonLeaf(const JsonNode& node, const QString& path, const QString& plain,
                  const std::function<bool(const JsonNode&, const QString& plain)>& enter,
                  const std::function<void(const JsonLeaf&)>& leaf);

} // namespace readers
