// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json.h"

#include "readers/json_parse.h"

namespace readers {

base::Result<Json> Json::parse(const QByteArray& delivered, const QString& name)
{
    Json json;
    const SniffedText sniffed = sniffText(delivered);
    json.m_encoding = sniffed.encoding;
    json.m_mark = delivered.left(sniffed.byteOrderMark);
    json.m_text = delivered.mid(sniffed.byteOrderMark);
    if (sniffed.encoding != TextEncoding::EightBit)
        json.m_text = Utf16ToUtf8(sniffed.encoding).add(json.m_text);
    JsonParse parse(json, name);
    BASE_TRY(parse.run());
    return json;
}

QString Json::unescaped(qint32 from, qint32 to) const
{
    if (to - from < 2)
        return {};
    const QByteArrayView inner = QByteArrayView(m_text).sliced(from + 1, to - from - 2);
    if (!inner.contains('\\'))
        return inner.isEmpty() ? QStringLiteral("") : cellText(inner, m_notes);
    QString text;
    qsizetype plainFrom = 0;
    const auto addPlain = [&](qsizetype until) {
        if (until > plainFrom)
            text += cellText(inner.sliced(plainFrom, until - plainFrom), m_notes);
    };
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] != '\\')
            continue;
        addPlain(i);
        const char escaped = inner[++i];
        switch (escaped) {
        case 'b':
            text += QLatin1Char('\b');
            break;
        case 'f':
            text += QLatin1Char('\f');
            break;
        case 'n':
            text += QLatin1Char('\n');
            break;
        case 'r':
            text += QLatin1Char('\r');
            break;
        case 't':
            text += QLatin1Char('\t');
            break;
        case 'u': {
            const auto unit = char16_t(inner.sliced(i + 1, 4).toByteArray().toUShort(nullptr, 16));
            i += 4;
            if (unit == 0)
                m_notes.nulBytes = true; // as in every other format, it means nothing
            else
                text += QChar(unit);
            break;
        }
        default:
            text += QLatin1Char(escaped);
        }
        plainFrom = i + 1;
    }
    addPlain(inner.size());
    // Half a pair is no character: nothing that stores or prints text could keep it.
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

JsonNode::Kind JsonNode::kind() const
{
    return m_json->m_parts[std::size_t(m_at)].kind;
}

bool JsonNode::isBlank() const
{
    const Json::Part& part = m_json->m_parts[std::size_t(m_at)];
    switch (part.kind) {
    case Kind::Null:
        return true;
    case Kind::String:
        return part.to - part.from == 2;
    case Kind::Object:
    case Kind::Array:
        return part.after == m_at + 1;
    default:
        return false;
    }
}

QString JsonNode::name() const
{
    const Json::Part& part = m_json->m_parts[std::size_t(m_at)];
    const QByteArrayView written = QByteArrayView(m_json->m_text).sliced(part.nameFrom, part.nameTo - part.nameFrom);
    if (const auto known = m_json->m_names.constFind(written); known != m_json->m_names.cend())
        return *known;
    return *m_json->m_names.insert(written, m_json->unescaped(part.nameFrom, part.nameTo));
}

QString JsonNode::text() const
{
    const Json::Part& part = m_json->m_parts[std::size_t(m_at)];
    switch (part.kind) {
    case Kind::String:
        return m_json->unescaped(part.from, part.to);
    case Kind::Number:
    case Kind::True:
    case Kind::False:
        return QString::fromLatin1(QByteArrayView(m_json->m_text).sliced(part.from, part.to - part.from));
    default:
        return QStringLiteral("");
    }
}

int JsonNode::line() const
{
    return m_json->m_parts[std::size_t(m_at)].line;
}

qint64 JsonNode::from() const
{
    return m_json->m_parts[std::size_t(m_at)].from;
}

qint64 JsonNode::to() const
{
    return m_json->m_parts[std::size_t(m_at)].to;
}

int JsonNode::count() const
{
    int count = 0;
    const int end = m_json->m_parts[std::size_t(m_at)].after;
    for (int at = m_at + 1; at < end; at = m_json->m_parts[std::size_t(at)].after)
        ++count;
    return count;
}

std::vector<JsonNode> JsonNode::children() const
{
    std::vector<JsonNode> all;
    eachChild([&all](const JsonNode& child) { all.push_back(child); });
    return all;
}

// Without making a string: a search looks at every member of every pupil.
bool JsonNode::isNamed(QStringView wanted) const
{
    const Json::Part& part = m_json->m_parts[std::size_t(m_at)];
    if (part.nameTo - part.nameFrom < 2)
        return false;
    const QByteArrayView inner = QByteArrayView(m_json->m_text).sliced(part.nameFrom + 1, part.nameTo - part.nameFrom - 2);
    if (inner.contains('\\'))
        return wanted.compare(name(), Qt::CaseInsensitive) == 0;
    return QLatin1StringView(inner).compare(wanted, Qt::CaseInsensitive) == 0;
}

std::optional<JsonNode> JsonNode::member(QStringView name) const
{
    if (!isObject())
        return {};
    const int end = m_json->m_parts[std::size_t(m_at)].after;
    for (int at = m_at + 1; at < end; at = m_json->m_parts[std::size_t(at)].after) {
        const JsonNode child(m_json, at);
        if (child.isNamed(name))
            return child;
    }
    return {};
}

QString JsonNode::textOf(QStringView name) const
{
    const auto found = member(name);
    return found && found->isLeaf() ? found->text().trimmed() : QString();
}

namespace {

QString under(const QString& above, const QString& name)
{
    return above.isEmpty() ? name : QString(above + QLatin1Char('/') + name);
}

} // namespace

QString jsonStep(const QString& above, const JsonNode& child, int number)
{
    if (number > 0)
        return above + QLatin1Char('[') + QString::number(number) + QLatin1Char(']');
    return under(above, child.name());
}

namespace {

struct LeafVisitor {
    const std::function<bool(const JsonNode&, const QString& plain)>& enter;
    const std::function<void(const JsonLeaf&)>& leaf;

    void visit(const JsonNode& node, const QString& path, const QString& plain, const QString& name) const
    {
        if (node.isLeaf()) {
            leaf({path, plain, name, node.text(), node.line()});
            return;
        }
        const bool array = node.isArray();
        int number = 0;
        node.eachChild([&](const JsonNode& child) {
            ++number;
            const QString childName = array ? name : child.name();
            const QString childPlain = array ? plain : under(plain, childName);
            if (enter(child, childPlain))
                visit(child, jsonStep(path, child, array ? number : 0), childPlain, childName);
        });
    }
};

} // namespace

void eachJsonLeaf(const JsonNode& node, const QString& path, const QString& plain,
                  const std::function<bool(const JsonNode&, const QString& plain)>& enter,
                  const std::function<void(const JsonLeaf&)>& leaf)
{
    LeafVisitor{enter, leaf}.visit(node, path, plain, plain.section(QLatin1Char('/'), -1));
}

} // namespace readers
