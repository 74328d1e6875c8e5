// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/signs.h"

namespace app {

namespace {

class Saved {
public:
    explicit Saved(QPainter& painter) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter& m_painter;
};

QPolygonF diamond(QPointF c, double r)
{
    return {{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}};
}

} // namespace

void drawResult(QPainter& painter, QPointF c, double size, insight::Judgement judgement, bool open,
                const QColor& colour, const QColor& ground)
{
    using insight::Judgement;
    const Saved saved(painter);
    const double r = size / 2;
    if (open) {
        painter.setPen(QPen(colour, u(0.4), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(ground);
        painter.drawPolygon(diamond(c, r * 0.95));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (judgement) {
    case Judgement::Test:
        painter.drawPolygon(diamond(c, r * 1.08));
        break;
    case Judgement::CentreAssessed:
        painter.drawPolygon(
            QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y() + r * 0.8}, {c.x() - r, c.y() + r * 0.8}}));
        break;
    case Judgement::Teacher:
    case Judgement::None:
        painter.drawEllipse(c, r * 0.92, r * 0.92);
        break;
    }
}

void drawTick(QPainter& painter, QPointF c, double size, const QColor& colour)
{
    const Saved saved(painter);
    painter.setPen(QPen(colour, size * 0.14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double s = size / 2;
    painter.drawPolyline(QPolygonF({{c.x() - s * 0.62, c.y() + s * 0.05},
                                    {c.x() - s * 0.15, c.y() + s * 0.52},
                                    {c.x() + s * 0.68, c.y() - s * 0.5}}));
}

void drawNotHere(QPainter& painter, const QRectF& box, const Tokens& tokens, bool wash)
{
    const Saved saved(painter);
    const double line = u(0.4);
    QPen pen(tokens.ochreMark, line);
    pen.setDashPattern({2.2, 1.6});
    painter.setPen(pen);
    painter.setBrush(wash ? QBrush(tokens.ochreWash) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), u(0.5), u(0.5));
}

void drawRing(QPainter& painter, const QRectF& around, const Tokens& tokens)
{
    const Saved saved(painter);
    const double gap = u(0.75), line = u(0.5);
    painter.setBrush(Qt::NoBrush);
    // The gap in the colour of the sheet keeps the ring apart from a dark mark.
    painter.setPen(QPen(tokens.sheet, gap));
    painter.drawRoundedRect(around.adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2), u(0.5), u(0.5));
    const double out = gap + line / 2;
    painter.setPen(QPen(tokens.damson, line));
    painter.drawRoundedRect(around.adjusted(-out, -out, out, out), u(1), u(1));
}

} // namespace app
