// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/letter_text.h"
#include "reports/render.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

using requests::Letter;
using requests::Part;
using requests::PartKind;

constexpr qsizetype columns = 78;

// Characters as a person counts them: a pair of surrogates and a combining mark take no column of their own.
qsizetype width(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate() && !c.isMark(); });
}

// Broken at spaces only: a field name or a number is never cut. Lines after the first begin with `indent` spaces,
// the first with `first`.
QString wrapped(const QString& text, const QString& first, qsizetype indent)
{
    const QString rest(indent, u' ');
    QString out;
    QString line = first;
    bool fresh = true;
    const QStringList words = text.split(u' ');
    for (const QString& word : words) {
        if (!fresh && width(line) + 1 + width(word) > columns) {
            out += line + u'\n';
            line = rest + word;
        } else {
            line += fresh ? word : QString(u' ' + word);
        }
        fresh = false;
    }
    return out + line + u'\n';
}

// Line breaks inside a run would look like new paragraphs, tabs like columns.
QString flat(QString text)
{
    for (QChar& c : text)
        if (c == u'\n' || c == u'\r' || c == u'\t')
            c = u' ';
    return text;
}

QString partPlain(const Part& part)
{
    QString out;
    const bool paragraphs = part.kind == PartKind::Paragraph;
    for (std::size_t n = 0; n < part.lines.size(); ++n) {
        const QString text = flat(lineText(part.lines[n]));
        switch (part.kind) {
        case PartKind::Asks: {
            const QString number = QString::number(n + 1) + u". "_s;
            const QString margin(std::max<qsizetype>(0, 4 - number.size()), u' ');
            out += wrapped(text, margin + number, 4);
            break;
        }
        case PartKind::Enclosures:
        case PartKind::Details:
            out += wrapped(text, u"  - "_s, 4);
            break;
        default:
            if (paragraphs && n > 0)
                out += u'\n';
            out += wrapped(text, {}, 0);
        }
    }
    return out;
}

} // namespace

QByteArray letterText(const Letter& letter)
{
    QString out;
    for (const Part& part : letter.parts) {
        if (part.lines.empty())
            continue;
        if (!out.isEmpty())
            out += u'\n';
        if (part.kind == PartKind::Signature)
            out += u"\n\n"_s; // room to sign
        out += partPlain(part);
    }
    return out.toUtf8();
}

} // namespace reports
