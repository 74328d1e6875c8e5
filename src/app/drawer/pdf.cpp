// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The only file that knows Poppler. It draws; scripts, forms, links, attachments and sounds are never asked for.
#include "app/drawer/draw.h"

#include <poppler-qt6.h>

#include <algorithm>

namespace app {

namespace {

// Boxes of words, grouped to lines: a word belongs to the line its middle lies in.
std::vector<QRectF> linesOf(const std::vector<std::unique_ptr<Poppler::TextBox>>& boxes, QSizeF page, int most)
{
    std::vector<QRectF> words;
    for (const auto& box : boxes) {
        const QRectF at = box->boundingBox();
        const QRectF part(at.x() / page.width(), at.y() / page.height(), at.width() / page.width(),
                          at.height() / page.height());
        // What lies beside the page cannot be seen, and nobody types from it.
        if (part.isValid() && QRectF(0, 0, 1, 1).contains(part.center()))
            words.push_back(part & QRectF(0, 0, 1, 1));
    }
    std::sort(words.begin(), words.end(),
              [](const QRectF& a, const QRectF& b) { return a.center().y() < b.center().y(); });
    std::vector<QRectF> lines;
    for (const QRectF& word : words) {
        if (!lines.empty() && word.center().y() < lines.back().bottom())
            lines.back() |= word;
        else if (int(lines.size()) < most)
            lines.push_back(word);
    }
    return lines;
}

} // namespace

Drawing drawPdf(const QByteArray& bytes, int number, int width, const PaperLimits& limits)
{
    // Its complaints quote the document: they are for nobody's log.
    Poppler::setDebugErrorFunction([](const QString&, const QVariant&) {}, {});
    Drawing drawing;
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document) {
        drawing.fault = DrawFault::Damaged;
        return drawing;
    }
    if (document->isLocked()) {
        drawing.fault = DrawFault::Locked;
        return drawing;
    }
    drawing.pages = std::clamp(document->numPages(), 0, limits.pages);
    drawing.cut = document->numPages() > limits.pages;
    if (drawing.pages == 0) {
        drawing.fault = DrawFault::NoPages;
        return drawing;
    }
    if (width == 0)
        return drawing;
    drawing.page = std::clamp(number, 1, drawing.pages);
    const std::unique_ptr<Poppler::Page> page = document->page(drawing.page - 1);
    const QSizeF size = page ? page->pageSizeF() : QSizeF();
    const QSize drawn = drawnSize(size, width, limits);
    if (drawn.isEmpty()) {
        drawing.fault = DrawFault::PageDamaged;
        return drawing;
    }
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const double perInch = 72.0 * drawn.width() / size.width();
    drawing.image = page->renderToImage(perInch, perInch, 0, 0, drawn.width(), drawn.height());
    if (drawing.image.isNull()) {
        drawing.fault = DrawFault::PageDamaged;
        return drawing;
    }
    drawing.lines = linesOf(page->textList(), size, limits.lines);
    if (!drawing.lines.empty())
        drawing.text = page->text(QRectF(), Poppler::Page::PhysicalLayout).left(limits.letters);
    return drawing;
}

} // namespace app
