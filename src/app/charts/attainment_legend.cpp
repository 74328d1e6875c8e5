// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_legend.h"

#include "app/charts/signs.h"

namespace app {

AttainmentLegend::AttainmentLegend(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void AttainmentLegend::setCentreAssessed(bool any)
{
    m_centreAssessed = any;
    update();
}

QSize AttainmentLegend::sizeHint() const
{
    return {u(100), qMax(u(8), fontMetrics().height() + u(2))};
}

void AttainmentLegend::paintEvent(QPaintEvent*)
{
    using insight::Judgement;
    QPainter painter(this);
    const Tokens& tokens = Tokens::current();
    const Tokens::Lane& colours = tokens.lane(insight::LaneGroup::Results);
    painter.fillRect(rect(), tokens.sheet);
    painter.fillRect(0, height() - 1, width(), 1, tokens.rule);
    const QFont font = textFont(TextSize::Small);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    double x = u(5);
    const double middle = height() / 2.0, size = u(3);
    const auto words = [&](const QString& text, double gap) {
        painter.setPen(tokens.ink);
        painter.drawText(QRectF(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + gap;
    };
    const auto sign = [&](Judgement judgement, bool open, const QString& text) {
        drawResult(painter, {x + size / 2, middle}, size, judgement, open, colours.strong, tokens.sheet);
        x += size + u(1.5);
        words(text, u(5));
    };
    sign(Judgement::Test, false, tr("test or exam"));
    sign(Judgement::Teacher, false, tr("teacher's judgement"));
    if (m_centreAssessed)
        sign(Judgement::CentreAssessed, false, tr("assessed by the school"));
    sign(Judgement::None, true, tr("no result"));
    const QRectF zone(x, middle - u(1.75), u(7), u(3.5));
    painter.fillRect(zone, colours.tint);
    QPen pen(colours.strong, u(0.4));
    pen.setDashPattern({2, 1.6});
    painter.setPen(pen);
    painter.drawLine(zone.topLeft(), zone.bottomLeft());
    x += zone.width() + u(1.5);
    words(tr("expected for its year, or above"), u(5));
    const QString note = tr("Each panel has its own scale.");
    if (x + metrics.horizontalAdvance(note) + u(6) <= width()) {
        painter.setPen(tokens.ink2);
        painter.drawText(rect().adjusted(0, 0, -u(6), 0), Qt::AlignRight | Qt::AlignVCenter, note);
    }
}

} // namespace app
