// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/verdict_disc.h"

#include "app/theme/tokens.h"

#include <QPainter>

namespace app {

void drawVerdict(QPainter* painter, const QRectF& rect, insight::Verdict verdict)
{
    using insight::Verdict;
    const Tokens& t = Tokens::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double line = std::max(1.4, rect.width() / 13);
    const QRectF ring = rect.adjusted(line, line, -line, -line);
    const double w = ring.width();
    painter->setPen(QPen(t.ink2, line, verdict == Verdict::Unknown ? Qt::DotLine : Qt::SolidLine));
    painter->setBrush(Qt::NoBrush);
    const auto pie = [&](double share) {
        painter->drawEllipse(ring);
        painter->setBrush(t.ink2);
        painter->setPen(Qt::NoPen);
        painter->drawPie(ring, 90 * 16, -int(share * 360 * 16));
    };
    switch (verdict) {
    case Verdict::Definite:
        painter->setBrush(t.ink2);
        painter->drawEllipse(ring);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(t.sheet, line * 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF{ring.topLeft() + QPointF(w * 0.24, w * 0.53),
                                        ring.topLeft() + QPointF(w * 0.43, w * 0.71),
                                        ring.topLeft() + QPointF(w * 0.77, w * 0.32)});
        break;
    case Verdict::VeryLikely:
        pie(0.875);
        break;
    case Verdict::Likely:
        pie(0.75);
        break;
    case Verdict::Possible:
        pie(0.5);
        break;
    case Verdict::Unknown: {
        painter->drawEllipse(ring);
        QFont font = textFont(TextSize::Small);
        font.setBold(true);
        font.setPixelSize(std::max(8, int(w * 0.66)));
        painter->setFont(font);
        painter->drawText(ring, Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    case Verdict::No:
        painter->drawEllipse(ring);
        painter->drawLine(QPointF(ring.left() + w * 0.25, ring.center().y()),
                          QPointF(ring.right() - w * 0.25, ring.center().y()));
        break;
    }
    painter->restore();
}

VerdictDisc::VerdictDisc(insight::Verdict verdict, double units, QWidget* parent)
    : QWidget(parent), m_verdict(verdict), m_units(units)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize VerdictDisc::sizeHint() const
{
    return {u(m_units), u(m_units)};
}

void VerdictDisc::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawVerdict(&painter, QRectF(rect()), m_verdict);
}

} // namespace app
