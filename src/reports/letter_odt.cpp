// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/letter_text.h"
#include "reports/odt_package.h"
#include "reports/render.h"
#include "reports/xml_text.h"

using namespace Qt::StringLiterals;

namespace reports {

namespace {

using requests::Letter;
using requests::Part;
using requests::PartKind;
using requests::Run;

constexpr const char16_t* namespaces =
    u" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    u" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    u" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    u" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    u" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    u" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    u" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    u" office:version=\"1.2\"";

constexpr const char16_t* fonts =
    u"<office:font-face-decls><style:font-face style:name=\"Letter\" svg:font-family=\"'Liberation Serif', "
    u"'Noto Serif', 'Times New Roman', serif\" style:font-family-generic=\"roman\" style:font-pitch=\"variable\"/>"
    u"</office:font-face-decls>\n";

QString root(const QString& name, const QString& content)
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:"_s + name + QString::fromUtf16(namespaces) + u">\n"_s
           + content + u"</office:"_s + name + u">\n"_s;
}

// OpenDocument folds spaces and drops line breaks unless they are elements of their own.
QString odtText(const QString& text)
{
    QString out;
    qsizetype plainFrom = 0;
    const auto flush = [&](qsizetype to) { out += xmlText(QStringView(text).mid(plainFrom, to - plainFrom)); };
    for (qsizetype n = 0; n < text.size();) {
        const QChar c = text[n];
        if (c == u' ' && (n == 0 || (n + 1 < text.size() && text[n + 1] == u' '))) {
            qsizetype end = n;
            while (end < text.size() && text[end] == u' ')
                ++end;
            flush(n);
            out += u"<text:s text:c=\""_s + QString::number(end - n) + u"\"/>"_s;
            n = plainFrom = end;
        } else if (c == u'\t' || c == u'\n') {
            flush(n);
            out += c == u'\t' ? u"<text:tab/>"_s : u"<text:line-break/>"_s;
            plainFrom = ++n;
        } else {
            ++n;
        }
    }
    flush(text.size());
    return out;
}

QString lineOdt(const std::vector<Run>& line)
{
    QString xml;
    for (const Run& run : line) {
        // A space at the start of a run is only safe inside a line; odtText writes it as an element, which always is.
        const QString text = odtText(runText(run));
        const QString style = run.strong && run.blank ? u"StrongBlank"_s
                              : run.strong            ? u"Strong"_s
                              : run.blank             ? u"Blank"_s
                                                      : QString();
        xml += style.isEmpty()
                   ? text
                   : QString(u"<text:span text:style-name=\""_s + style + u"\">"_s + text + u"</text:span>"_s);
    }
    return xml;
}

QString paragraph(const QString& style, const QString& content)
{
    return u"<text:p text:style-name=\""_s + style + u"\">"_s + content + u"</text:p>\n"_s;
}

QString styleName(PartKind kind)
{
    switch (kind) {
    case PartKind::Sender:
    case PartKind::Recipient:
        return u"Address"_s;
    case PartKind::Date:
        return u"Date"_s;
    case PartKind::Closing:
        return u"Closing"_s;
    case PartKind::Signature:
        return u"Signature"_s;
    case PartKind::Asks:
    case PartKind::Enclosures:
    case PartKind::Details:
        return u"Item"_s;
    case PartKind::Subject:
    case PartKind::Paragraph:
        break;
    }
    return u"Text_20_body"_s;
}

QString partOdt(const Letter& letter, const Part& part)
{
    QString xml;
    const QString style = styleName(part.kind);
    switch (part.kind) {
    case PartKind::Subject: {
        const QString level = QString::number(headingLevel(letter, part));
        for (const std::vector<Run>& line : part.lines)
            xml += u"<text:h text:style-name=\"Heading_20_"_s + level + u"\" text:outline-level=\""_s + level + u"\">"_s
                   + lineOdt(line) + u"</text:h>\n"_s;
        return xml;
    }
    case PartKind::Asks:
    case PartKind::Enclosures:
    case PartKind::Details: {
        for (const std::vector<Run>& line : part.lines)
            xml += u"<text:list-item>"_s + paragraph(style, lineOdt(line)) + u"</text:list-item>\n"_s;
        const QString list = part.kind == PartKind::Asks ? u"Numbered"_s : u"Bullets"_s;
        return u"<text:list text:style-name=\""_s + list + u"\">\n"_s + xml + u"</text:list>\n"_s;
    }
    case PartKind::Sender:
    case PartKind::Recipient: {
        QStringList lines;
        for (const std::vector<Run>& line : part.lines)
            lines << lineOdt(line);
        return paragraph(style, lines.join(u"<text:line-break/>"_s));
    }
    case PartKind::Date:
    case PartKind::Paragraph:
    case PartKind::Closing:
    case PartKind::Signature:
        break;
    }
    for (const std::vector<Run>& line : part.lines)
        xml += paragraph(style, lineOdt(line));
    return xml;
}

QString contentXml(const Letter& letter)
{
    QString body;
    for (const Part& part : letter.parts)
        if (!part.lines.empty())
            body += partOdt(letter, part);
    return root(u"document-content"_s, QString::fromUtf16(fonts) + u"<office:automatic-styles/>\n<office:body><office:text>\n"_s
                                           + body + u"</office:text></office:body>\n"_s);
}

QString country(const QString& language)
{
    return language.contains(u'-') ? language.section(u'-', 1, 1) : u"GB"_s;
}

QString paragraphStyle(const QString& name, const QString& properties, const QString& text = {},
                       const QString& parent = u"Standard"_s)
{
    QString display = name;
    display.replace(u"_20_"_s, u" "_s);
    return u"<style:style style:name=\""_s + name + u"\" style:display-name=\""_s + display
           + u"\" style:family=\"paragraph\" style:parent-style-name=\""_s + parent
           + u"\" style:class=\"text\"><style:paragraph-properties "_s + properties + u"/>"_s
           + (text.isEmpty() ? QString() : QString(u"<style:text-properties "_s + text + u"/>"_s))
           + u"</style:style>\n"_s;
}

QString headingStyle(int level, const QString& space, const QString& size)
{
    const QString number = QString::number(level);
    return u"<style:style style:name=\"Heading_20_"_s + number + u"\" style:display-name=\"Heading "_s + number
           + u"\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" "
             "style:next-style-name=\"Text_20_body\" style:default-outline-level=\""_s
           + number + u"\" style:class=\"text\"><style:paragraph-properties fo:margin-top=\""_s + space
           + u"\" fo:margin-bottom=\"0.25cm\" fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\""_s
           + size + u"\" fo:font-weight=\"bold\"/></style:style>\n"_s;
}

QString listStyle(const QString& name, const QString& level)
{
    return u"<text:list-style style:name=\""_s + name + u"\">"_s + level + u"</text:list-style>\n"_s;
}

QString listPlace(const QString& element)
{
    return u"<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
           "<style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"0.9cm\" "
           "fo:text-indent=\"-0.6cm\" fo:margin-left=\"0.9cm\"/></style:list-level-properties></text:"_s
           + element + u">"_s;
}

QString stylesXml(const Letter& letter)
{
    const QString language = letter.language.section(u'-', 0, 0);
    QString styles = u"<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
                     "fo:orphans=\"2\" fo:widows=\"2\"/><style:text-properties style:font-name=\"Letter\" "
                     "fo:font-size=\"11pt\" fo:language=\""_s
                     + xmlText(language) + u"\" fo:country=\""_s + xmlText(country(letter.language))
                     + u"\"/></style:default-style>\n"
                       "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>\n"_s;
    styles += paragraphStyle(u"Text_20_body"_s, u"fo:margin-bottom=\"0.25cm\" fo:line-height=\"120%\""_s);
    styles += paragraphStyle(u"Address"_s, u"fo:margin-bottom=\"0.5cm\""_s);
    styles += paragraphStyle(u"Date"_s, u"fo:margin-bottom=\"0.5cm\" fo:text-align=\"end\""_s);
    styles += paragraphStyle(u"Item"_s, u"fo:margin-bottom=\"0.12cm\" fo:line-height=\"120%\""_s);
    styles += paragraphStyle(u"Closing"_s, u"fo:margin-top=\"0.4cm\" fo:keep-with-next=\"always\""_s);
    styles += paragraphStyle(u"Signature"_s, u"fo:margin-top=\"1.6cm\" fo:margin-bottom=\"0.5cm\""_s);
    styles += headingStyle(1, u"0.7cm"_s, u"13pt"_s);
    styles += headingStyle(2, u"0.9cm"_s, u"11pt"_s);
    const QString weight = u"fo:font-weight=\"bold\""_s;
    const QString dots = u"style:text-underline-style=\"dotted\" style:text-underline-width=\"auto\" "
                         "style:text-underline-color=\"font-color\""_s;
    const auto textStyle = [](const QString& name, const QString& properties) {
        return QString(u"<style:style style:name=\""_s + name + u"\" style:family=\"text\"><style:text-properties "_s
                       + properties + u"/></style:style>\n"_s);
    };
    styles += textStyle(u"Strong"_s, weight) + textStyle(u"Blank"_s, dots)
              + textStyle(u"StrongBlank"_s, weight + u' ' + dots);
    styles += listStyle(u"Numbered"_s, u"<text:list-level-style-number text:level=\"1\" style:num-suffix=\".\" "
                                       "style:num-format=\"1\">"_s + listPlace(u"list-level-style-number"_s));
    styles += listStyle(u"Bullets"_s, u"<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">"_s
                                          + listPlace(u"list-level-style-bullet"_s));
    const QString page = u"<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties "
                         "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" style:print-orientation=\"portrait\" "
                         "fo:margin-top=\"2.5cm\" fo:margin-bottom=\"2cm\" fo:margin-left=\"2.5cm\" "
                         "fo:margin-right=\"2.5cm\"/></style:page-layout></office:automatic-styles>\n"
                         "<office:master-styles><style:master-page style:name=\"Standard\" "
                         "style:page-layout-name=\"A4\"/></office:master-styles>\n"_s;
    return root(u"document-styles"_s,
                QString::fromUtf16(fonts) + u"<office:styles>\n"_s + styles + u"</office:styles>\n"_s + page);
}

// Title and language only: no author, date, editing time or program.
QString metaXml(const Letter& letter)
{
    return root(u"document-meta"_s, u"<office:meta><dc:title>"_s + xmlText(letter.title)
                                        + u"</dc:title><dc:language>"_s + xmlText(letter.language)
                                        + u"</dc:language></office:meta>\n"_s);
}

} // namespace

base::Result<QByteArray> letterOdt(const Letter& letter)
{
    return odtPackage({{"content.xml", contentXml(letter).toUtf8()},
                       {"styles.xml", stylesXml(letter).toUtf8()},
                       {"meta.xml", metaXml(letter).toUtf8()}});
}

} // namespace reports
