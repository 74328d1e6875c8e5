// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/letter_text.h"
#include "reports/render.h"
#include "reports/xml_text.h"

using namespace Qt::StringLiterals;

namespace reports {

namespace {

using requests::Letter;
using requests::Part;
using requests::PartKind;
using requests::Run;

// A page that opens anywhere and fetches nothing. Well-formed as XML too, so that it can be checked and converted.
// pre-wrap keeps the spaces of a value as they were delivered.
constexpr const char16_t* style = u"body { font: 12pt/1.5 'Noto Serif', 'Liberation Serif', 'DejaVu Serif', Georgia, serif; "
                                  u"max-width: 38em; margin: 2em auto; padding: 0 1em; color: #1c1a1f; background: #fffefb; }\n"
                                  u"p, li, h1, h2 { white-space: pre-wrap; overflow-wrap: break-word; }\n"
                                  u"p, ol, ul { margin: 0 0 .8em 0; }\n"
                                  u"h1 { font-size: 1.15em; margin: 1.4em 0 .8em 0; }\n"
                                  u"h2 { font-size: 1em; margin: 2em 0 .6em 0; }\n"
                                  u".date { text-align: right; }\n"
                                  u".signature { margin-top: 3.5em; }\n"
                                  u".blank { border-bottom: 1px dotted; }\n"
                                  u"@media print {\n"
                                  u"  @page { size: A4; margin: 25mm 25mm 20mm 25mm; }\n"
                                  u"  body { font-size: 11pt; margin: 0; padding: 0; max-width: none; color: #000; background: none; }\n"
                                  u"  h1, h2 { break-after: avoid; }\n"
                                  u"  p, li { orphans: 2; widows: 2; }\n"
                                  u"  .closing, .signature { break-inside: avoid; break-before: avoid; }\n"
                                  u"}\n";

QString className(PartKind kind)
{
    switch (kind) {
    case PartKind::Sender:
        return u"sender"_s;
    case PartKind::Date:
        return u"date"_s;
    case PartKind::Recipient:
        return u"recipient"_s;
    case PartKind::Closing:
        return u"closing"_s;
    case PartKind::Signature:
        return u"signature"_s;
    case PartKind::Details:
        return u"details"_s;
    case PartKind::Subject:
    case PartKind::Paragraph:
    case PartKind::Asks:
    case PartKind::Enclosures:
        break;
    }
    return {};
}

QString lineHtml(const std::vector<Run>& line)
{
    QString html;
    for (const Run& run : line) {
        QString text = xmlText(runText(run));
        if (run.blank)
            text = u"<span class=\"blank\">"_s + text + u"</span>"_s;
        html += run.strong ? QString(u"<strong>"_s + text + u"</strong>"_s) : text;
    }
    return html;
}

QString element(const QString& name, const QString& className, const QString& content)
{
    const QString attribute = className.isEmpty() ? QString() : QString(u" class=\""_s + className + u"\""_s);
    return u"<"_s + name + attribute + u">"_s + content + u"</"_s + name + u">\n"_s;
}

QString partHtml(const Letter& letter, const Part& part)
{
    const QString name = className(part.kind);
    QString html;
    switch (part.kind) {
    case PartKind::Sender:
    case PartKind::Recipient: {
        QStringList lines;
        for (const std::vector<Run>& line : part.lines)
            lines << lineHtml(line);
        return element(u"p"_s, name, lines.join(u"<br/>"_s));
    }
    case PartKind::Subject:
        for (const std::vector<Run>& line : part.lines)
            html += element(u"h"_s + QString::number(headingLevel(letter, part)), {}, lineHtml(line));
        return html;
    case PartKind::Asks:
    case PartKind::Enclosures:
    case PartKind::Details:
        for (const std::vector<Run>& line : part.lines)
            html += element(u"li"_s, {}, lineHtml(line));
        return element(part.kind == PartKind::Asks ? u"ol"_s : u"ul"_s, name, u"\n"_s + html);
    case PartKind::Date:
    case PartKind::Paragraph:
    case PartKind::Closing:
    case PartKind::Signature:
        break;
    }
    for (const std::vector<Run>& line : part.lines)
        html += element(u"p"_s, name, lineHtml(line));
    return html;
}

} // namespace

QByteArray letterHtml(const Letter& letter)
{
    QString body;
    for (const Part& part : letter.parts)
        if (!part.lines.empty())
            body += partHtml(letter, part);
    const QString html = u"<!DOCTYPE html>\n<html lang=\""_s + xmlText(letter.language)
                         + u"\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
                           "style-src &#39;unsafe-inline&#39;\"/>\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"_s
                         + xmlText(letter.title) + u"</title>\n<style>\n"_s + QString::fromUtf16(style)
                         + u"</style>\n</head>\n<body>\n<main>\n"_s + body + u"</main>\n</body>\n</html>\n"_s;
    return html.toUtf8();
}

} // namespace reports
