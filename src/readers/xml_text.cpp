// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_text.h"

namespace readers {

bool xmlSame(std::string_view written, std::string_view lower)
{
    if (written.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if ((c >= 'A' && c <= 'Z' ? char(c + 32) : c) != lower[i])
            return false;
    }
    return true;
}

QByteArray xmlHead(QByteArrayView head)
{
    QByteArray text = head.toByteArray();
    text.removeIf([](char c) { return c == '\0'; }); // UTF-16
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    else if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        text.remove(0, 2);
    return text.trimmed().startsWith('<') ? text.toLower() : QByteArray();
}

bool xmlHeadHas(const QByteArray& lowerHead, QByteArrayView name)
{
    for (qsizetype at = lowerHead.indexOf(name); at > 0; at = lowerHead.indexOf(name, at + 1)) {
        const char before = lowerHead[at - 1];
        const qsizetype end = at + name.size();
        const char after = end < lowerHead.size() ? lowerHead[end] : '>';
        const bool ends = after == '>' || after == '/' || static_cast<unsigned char>(after) <= ' ';
        if (ends && (before == '<' || before == ':'))
            return true;
    }
    return false;
}

void UnknownElements::add(ReadDocument& document, const XmlLeaf& leaf)
{
    const QString where =
        leaf.plain.contains(QLatin1Char('/')) ? leaf.plain.section(QLatin1Char('/'), 0, -2) : QString();
    const QString key = where + QLatin1Char('/') + leaf.name;
    const auto known = m_places.constFind(key);
    if (known != m_places.constEnd()) {
        ++document.unknown[*known].count;
        return;
    }
    m_places.insert(key, document.unknown.size());
    document.unknown.push_back({.where = where, .name = leaf.name, .count = 1});
}

} // namespace readers
