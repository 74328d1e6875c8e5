// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/letter_text.h"
#include "reports/pdf_trace.h"
#include "reports/render.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>

#include <QAbstractTextDocumentLayout>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

using requests::Letter;
using requests::Part;
using requests::PartKind;
using requests::Run;

constexpr int resolution = 300;
constexpr double fontPoints = 11;

double points(double pt)
{
    return pt * resolution / 72;
}

// Margins and indents of a text document are given in dots of the screen and scaled to the paint device by Qt: asked
// back here, so that a letter has the same margins whatever screen it is made on.
double margin(double pt)
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    const double dpi = screen && !QCoreApplication::testAttribute(Qt::AA_Use96Dpi) ? qRound(screen->logicalDotsPerInchY())
                                                                                  : 96;
    return pt * dpi / 72;
}

QFont letterFont()
{
    QFont font;
    font.setFamilies({u"Noto Serif"_s, u"Liberation Serif"_s, u"DejaVu Serif"_s, u"serif"_s});
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(fontPoints);
    // Any letter spacing switches ligatures off: text copied out of the PDF then says "find" and not "ﬁnd". A fiftieth
    // of a dot is not seen.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

// The letter as a text document: one block a line, lists as lists.
class Sheet {
public:
    Sheet(QTextDocument& document, const Letter& letter) : m_cursor(&document), m_letter(letter) {}

    void write()
    {
        for (const Part& part : m_letter.parts)
            writePart(part);
    }

private:
    void writePart(const Part& part)
    {
        QTextList* list = nullptr;
        for (std::size_t n = 0; n < part.lines.size(); ++n) {
            startBlock(blockFormat(part, n));
            if (part.kind == PartKind::Asks || part.kind == PartKind::Enclosures || part.kind == PartKind::Details) {
                if (list)
                    list->add(m_cursor.block());
                else
                    list = m_cursor.createList(listFormat(part.kind));
            }
            writeLine(part, part.lines[n]);
        }
    }

    void startBlock(const QTextBlockFormat& format)
    {
        if (m_started)
            m_cursor.insertBlock(format, QTextCharFormat());
        else
            m_cursor.setBlockFormat(format);
        m_started = true;
    }

    static QTextListFormat listFormat(PartKind kind)
    {
        QTextListFormat format;
        format.setStyle(kind == PartKind::Asks ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
        format.setIndent(1);
        return format;
    }

    QTextBlockFormat blockFormat(const Part& part, std::size_t line) const
    {
        const bool last = line + 1 == part.lines.size();
        QTextBlockFormat format;
        format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        format.setBottomMargin(margin(7));
        switch (part.kind) {
        case PartKind::Sender:
        case PartKind::Recipient:
            format.setBottomMargin(last ? margin(14) : 0);
            break;
        case PartKind::Date:
            format.setAlignment(Qt::AlignRight);
            break;
        case PartKind::Subject:
            format.setTopMargin(margin(headingLevel(m_letter, part) == 1 ? 10 : 22));
            format.setHeadingLevel(headingLevel(m_letter, part));
            format.setBottomMargin(margin(8));
            // The details are a sheet of their own: a heading never stands alone at the foot of a page.
            if (headingLevel(m_letter, part) > 1 && line == 0)
                format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            break;
        case PartKind::Asks:
        case PartKind::Enclosures:
        case PartKind::Details:
            format.setBottomMargin(margin(last ? 9 : 3));
            break;
        case PartKind::Closing:
            format.setTopMargin(margin(8));
            break;
        case PartKind::Signature:
            format.setTopMargin(line == 0 ? margin(38) : 0);
            break;
        case PartKind::Paragraph:
            break;
        }
        return format;
    }

    void writeLine(const Part& part, const std::vector<Run>& line)
    {
        for (const Run& run : line) {
            QTextCharFormat format;
            const bool heading = part.kind == PartKind::Subject;
            if (run.strong || heading)
                format.setFontWeight(QFont::Bold);
            if (heading && headingLevel(m_letter, part) == 1)
                format.setFontPointSize(fontPoints + 2);
            if (run.blank)
                format.setUnderlineStyle(QTextCharFormat::DotLine);
            // A line break inside a run stays inside its block.
            m_cursor.insertText(runText(run).replace(u'\n', QChar::LineSeparator), format);
        }
    }

    QTextCursor m_cursor;
    const Letter& m_letter;
    bool m_started = false;
};

// The mark of a list item, as text before the first line, so that it can be copied with it.
void drawMark(QPainter& painter, const QTextBlock& block, const QTextLine& line, QPointF origin)
{
    const QTextList* list = block.textList();
    if (!list)
        return;
    const QString mark = list->format().style() == QTextListFormat::ListDisc ? u"•"_s : list->itemText(block);
    const double right = origin.x() + line.x() - points(6);
    const double width = painter.fontMetrics().horizontalAdvance(mark);
    painter.drawText(QPointF(right - width, origin.y() + line.y() + line.ascent()), mark);
}

// Line by line, each on the page it was laid out on. Letting the document draw itself page by page prints the line
// before a page break twice, once cut off: not seen, but found by search, copied, and read out.
void paint(QPdfWriter& writer, const QTextDocument& document)
{
    const QSizeF page = document.pageSize();
    const int pages = document.pageCount();
    QPainter painter(&writer);
    painter.setFont(document.defaultFont());
    int at = 0;
    const auto finishPage = [&] {
        if (pages > 1)
            painter.drawText(QRectF(0, page.height(), page.width(), points(24)), Qt::AlignRight | Qt::AlignBottom,
                             QString::number(at + 1) + u" / "_s + QString::number(pages));
    };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout* layout = block.layout();
        for (int n = 0; n < layout->lineCount(); ++n) {
            const QTextLine line = layout->lineAt(n);
            const double middle = layout->position().y() + line.y() + line.height() / 2;
            for (; at < static_cast<int>(middle / page.height()); ++at) {
                finishPage();
                writer.newPage();
            }
            const QPointF origin = layout->position() - QPointF(0, at * page.height());
            line.draw(&painter, origin);
            if (n == 0)
                drawMark(painter, block, line, origin);
        }
    }
    finishPage();
}

} // namespace

base::Result<QByteArray> letterPdf(const Letter& letter)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return base::fail(base::ErrorKind::Usage,
                          QCoreApplication::translate("reports", "A PDF cannot be made here."),
                          QCoreApplication::translate("reports", "Choose HTML, ODT or text."));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return base::fail(base::ErrorKind::NotEnoughMemory,
                          QCoreApplication::translate("reports", "The letter could not be put together."));
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(25, 22, 25, 22),
                                         QPageLayout::Millimeter));
        writer.setTitle(letter.title);
        writer.setCreator({});

        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        document.setDefaultFont(letterFont());
        document.setDocumentMargin(0);
        document.setIndentWidth(margin(22));
        document.setUndoRedoEnabled(false);
        Sheet(document, letter).write();
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        paint(writer, document);
    }
    return withoutTrace(bytes);
}

} // namespace reports
