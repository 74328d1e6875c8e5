// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/xml_text.h"

namespace reports {

namespace {

bool allowed(char16_t c)
{
    return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == u'\t' || c == u'\n' || c == u'\r';
}

} // namespace

QString xmlText(QStringView text)
{
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (qsizetype n = 0; n < text.size(); ++n) {
        const QChar c = text[n];
        if (c.isHighSurrogate() && n + 1 < text.size() && text[n + 1].isLowSurrogate()) {
            out += c;
            out += text[++n];
        } else if (c.isSurrogate() || !allowed(c.unicode())) {
            out += QChar::ReplacementCharacter;
        } else if (c == u'&') {
            out += QStringLiteral("&amp;");
        } else if (c == u'<') {
            out += QStringLiteral("&lt;");
        } else if (c == u'>') {
            out += QStringLiteral("&gt;");
        } else if (c == u'"') {
            out += QStringLiteral("&quot;");
        } else if (c == u'\'') {
            out += QStringLiteral("&#39;");
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace reports
