// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/sheet_area.h"

#include "app/theme/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace app {

namespace {

int gap() { return u(2); } // around the page

} // namespace

SheetArea::SheetArea(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    // Always there: a bar that comes and goes would change the width the page is drawn for.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalScrollBar()->setSingleStep(u(8));
    horizontalScrollBar()->setSingleStep(u(8));
}

void SheetArea::setSheet(const PaperSheet& sheet)
{
    m_sheet = sheet;
    m_line = std::min(m_line, lineCount());
    layOut();
    viewport()->update();
}

void SheetArea::clear()
{
    m_line = 0;
    setSheet({});
}

void SheetArea::setZoom(double zoom)
{
    const double middle = verticalScrollBar()->value() + viewport()->height() / 2.0;
    const double all = std::max(1, pageRect().height());
    m_zoom = std::clamp(zoom, 0.25, 4.0);
    layOut();
    verticalScrollBar()->setValue(int(middle / all * pageRect().height() - viewport()->height() / 2.0));
    viewport()->update();
}

int SheetArea::wantedWidth() const
{
    return int((viewport()->width() - 2 * gap()) * m_zoom * devicePixelRatioF());
}

QRect SheetArea::pageRect() const
{
    if (m_sheet.image.isNull())
        return {};
    const int width = std::max(1, int((viewport()->width() - 2 * gap()) * m_zoom));
    const int height = std::max(1, int(double(width) * m_sheet.image.height() / m_sheet.image.width()));
    const int left = std::max(gap(), (viewport()->width() - width) / 2) - horizontalScrollBar()->value();
    return {left, gap() - verticalScrollBar()->value(), width, height};
}

QRect SheetArea::lineRect(int line) const
{
    const QRect page = pageRect();
    const QRectF& at = m_sheet.lines[std::size_t(line - 1)];
    return QRectF(page.x() + at.x() * page.width(), page.y() + at.y() * page.height(), at.width() * page.width(),
                  at.height() * page.height())
        .toAlignedRect();
}

void SheetArea::layOut()
{
    const QSize page = pageRect().size();
    const QSize seen = viewport()->size();
    verticalScrollBar()->setPageStep(std::max(1, seen.height() - u(8)));
    verticalScrollBar()->setRange(0, std::max(0, page.height() + 2 * gap() - seen.height()));
    horizontalScrollBar()->setPageStep(seen.width());
    horizontalScrollBar()->setRange(0, std::max(0, page.width() + 2 * gap() - seen.width()));
}

void SheetArea::setLine(int line)
{
    m_line = std::clamp(line, 0, lineCount());
    if (m_line > 0) {
        const QRect at = lineRect(m_line);
        if (at.top() < gap())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + at.top() - u(6));
        else if (at.bottom() > viewport()->height() - gap())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + at.bottom() - viewport()->height() + u(6));
    }
    viewport()->update();
}

int SheetArea::lineAt(QPoint point) const
{
    const QRect page = pageRect();
    if (page.isEmpty() || !page.contains(point))
        return 0;
    const double y = double(point.y() - page.y()) / page.height();
    for (int line = 1; line <= lineCount(); ++line)
        if (y <= m_sheet.lines[std::size_t(line - 1)].bottom())
            return line;
    return lineCount();
}

void SheetArea::scrollToTop()
{
    verticalScrollBar()->setValue(0);
}

void SheetArea::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void SheetArea::paintEvent(QPaintEvent*)
{
    const Tokens& t = Tokens::current();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), t.desk);
    const QRect page = pageRect();
    if (page.isEmpty())
        return;
    // The paper stays paper in the dark theme too: a stamp or a signature in false colours would be another document.
    painter.fillRect(page, Qt::white);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(page, m_sheet.image);
    painter.setPen(t.edge);
    painter.drawRect(page.adjusted(-1, -1, 0, 0));
    if (m_line > 0) {
        // Colours of the light set, on white paper in both themes: a bar in the margin and a line beneath.
        const QColor mark = Tokens::light().damson;
        const QRect at = lineRect(m_line);
        painter.fillRect(QRect(page.left() + u(), at.top(), u(), at.height()), mark);
        painter.fillRect(QRect(at.left(), at.bottom() + 1, at.width(), std::max(2, u(0.5))), mark);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.damson, 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), u(), u());
    }
}

void SheetArea::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    if (event->size().width() != event->oldSize().width())
        Q_EMIT widthChanged();
}

void SheetArea::keyPressEvent(QKeyEvent* event)
{
    const QScrollBar* bar = verticalScrollBar();
    const bool down = event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Space;
    const bool up = event->key() == Qt::Key_PageUp;
    if (down && bar->value() == bar->maximum()) {
        Q_EMIT pageAsked(1);
    } else if (up && bar->value() == bar->minimum()) {
        Q_EMIT pageAsked(-1);
    } else if (event->key() == Qt::Key_Space) {
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    } else if (event->key() == Qt::Key_Home) {
        scrollToTop();
    } else if (event->key() == Qt::Key_End) {
        scrollToEnd();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void SheetArea::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const int line = lineAt(event->pos()); line > 0)
        Q_EMIT lineChosen(line);
}

} // namespace app
