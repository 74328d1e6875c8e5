// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_parse.h"

#include <QCoreApplication>

#include <algorithm>

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Json)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// What begins with this character; whatever is none of the others must turn out to be a number.
JsonNode::Kind kindOf(char c)
{
    switch (c) {
    case '{':
        return JsonNode::Kind::Object;
    case '[':
        return JsonNode::Kind::Array;
    case '"':
        return JsonNode::Kind::String;
    case 't':
        return JsonNode::Kind::True;
    case 'f':
        return JsonNode::Kind::False;
    case 'n':
        return JsonNode::Kind::Null;
    default:
        return JsonNode::Kind::Number;
    }
}

} // namespace

base::Result<void> JsonParse::run()
{
    blanks();
    BASE_TRY(value(0, 0, 0));
    blanks();
    if (!ended())
        return broken();
    return {};
}

void JsonParse::blanks()
{
    for (; !ended(); ++m_at) {
        const char c = m_json.m_text.at(m_at);
        if (c == '\n')
            ++m_line;
        else if (c != ' ' && c != '\t' && c != '\r')
            return;
    }
}

base::Result<void> JsonParse::value(int depth, qint32 nameFrom, qint32 nameTo)
{
    if (depth > jsonMostDepth)
        return tooMuch(Tr::tr("it is nested more than %1 levels deep").arg(jsonMostDepth));
    if (m_json.m_parts.size() >= std::size_t(jsonMostParts))
        return tooMuch(Tr::tr("it holds more than %1 million values").arg(jsonMostParts / 1'000'000));
    const auto place = int(m_json.m_parts.size());
    Json::Part part;
    part.kind = kindOf(now());
    part.from = qint32(m_at);
    part.nameFrom = nameFrom;
    part.nameTo = nameTo;
    part.line = m_line;
    m_json.m_parts.push_back(part);
    BASE_TRY(content(part.kind, place, depth));
    Json::Part& done = m_json.m_parts[std::size_t(place)];
    done.to = qint32(m_at);
    done.after = qint32(m_json.m_parts.size());
    return {};
}

base::Result<void> JsonParse::content(JsonNode::Kind kind, int place, int depth)
{
    switch (kind) {
    case JsonNode::Kind::Object:
        return list(place, '}', [&] { return member(depth); });
    case JsonNode::Kind::Array:
        return list(place, ']', [&] { return value(depth + 1, 0, 0); });
    case JsonNode::Kind::String:
        return string();
    case JsonNode::Kind::True:
        return word("true");
    case JsonNode::Kind::False:
        return word("false");
    case JsonNode::Kind::Null:
        return word("null");
    case JsonNode::Kind::Number:
        break;
    }
    return number();
}

// What stands between two brackets, commas between.
template <typename One>
base::Result<void> JsonParse::list(int place, char closing, const One& one)
{
    m_open.push_back(place);
    ++m_at;
    blanks();
    if (now() != closing) {
        for (;;) {
            BASE_TRY(one());
            blanks();
            if (now() == closing)
                break;
            if (now() != ',')
                return broken();
            ++m_at;
            blanks();
        }
    }
    ++m_at;
    m_open.pop_back();
    return {};
}

base::Result<void> JsonParse::member(int depth)
{
    const auto nameFrom = qint32(m_at);
    if (now() != '"')
        return broken();
    BASE_TRY(string());
    const auto nameTo = qint32(m_at);
    blanks();
    if (now() != ':')
        return broken();
    ++m_at;
    blanks();
    return value(depth + 1, nameFrom, nameTo);
}

base::Result<void> JsonParse::string()
{
    const QByteArray& text = m_json.m_text;
    for (++m_at; !ended(); ++m_at) {
        const auto c = static_cast<unsigned char>(text.at(m_at));
        if (c == '"') {
            ++m_at;
            return {};
        }
        if (c < 0x20)
            return broken();
        if (c != '\\')
            continue;
        ++m_at;
        const char escaped = now();
        if (escaped == 'u') {
            for (int i = 0; i < 4; ++i) {
                ++m_at;
                if (!isHex(now()))
                    return broken();
            }
        } else if (escaped == '\0' || !QByteArrayView("\"\\/bfnrt").contains(escaped)) {
            return broken();
        }
    }
    return broken();
}

base::Result<void> JsonParse::number()
{
    const auto digits = [this] {
        const qsizetype start = m_at;
        while (isDigit(now()))
            ++m_at;
        return m_at > start;
    };
    if (now() == '-')
        ++m_at;
    if (now() == '0')
        ++m_at; // and no digit after it
    else if (!digits())
        return broken();
    if (now() == '.') {
        ++m_at;
        if (!digits())
            return broken();
    }
    if (now() == 'e' || now() == 'E') {
        ++m_at;
        if (now() == '+' || now() == '-')
            ++m_at;
        if (!digits())
            return broken();
    }
    return {};
}

base::Result<void> JsonParse::word(QByteArrayView expected)
{
    if (!QByteArrayView(m_json.m_text).sliced(m_at).startsWith(expected))
        return broken();
    m_at += expected.size();
    return {};
}

// "line 12, value[3]": the innermost part whose beginning was read.
QString JsonParse::where() const
{
    QString path;
    for (const int open : m_open) {
        const Json::Part& around = m_json.m_parts[std::size_t(open)];
        int last = -1;
        int number = 0;
        for (qint32 at = open + 1; std::size_t(at) < m_json.m_parts.size();) {
            last = at;
            ++number;
            const Json::Part& child = m_json.m_parts[std::size_t(at)];
            if (child.after == 0)
                break; // not read to its end
            at = child.after;
        }
        if (last < 0)
            break;
        const Json::Part& child = m_json.m_parts[std::size_t(last)];
        if (around.kind == JsonNode::Kind::Array)
            path += QLatin1Char('[') + QString::number(number) + QLatin1Char(']');
        else
            path += (path.isEmpty() ? QString() : QStringLiteral("/")) + m_json.unescaped(child.nameFrom, child.nameTo).left(60);
    }
    const QString line = Tr::tr("line %1").arg(m_line);
    return path.isEmpty() ? line : QString(line + QStringLiteral(", ") + path);
}

tl::unexpected<base::Error> JsonParse::broken() const
{
    return base::fail(base::ErrorKind::InputUnreadable,
                      ended() ? Tr::tr("“%1” ends before it is complete. It seems to be cut off.").arg(m_name)
                              : Tr::tr("“%1” is damaged: it does not follow the rules of a JSON file.").arg(m_name),
                      Tr::tr("Copy or download it again, or ask for it to be sent again."), where());
}

tl::unexpected<base::Error> JsonParse::tooMuch(const QString& what) const
{
    return base::fail(base::ErrorKind::InputUnreadable, Tr::tr("“%1” was not read: %2.").arg(m_name, what),
                      Tr::tr("Ask for the part that is about you, or for a CSV file."), where());
}

} // namespace readers
