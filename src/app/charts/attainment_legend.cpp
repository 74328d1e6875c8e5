// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_legend.h"

#include "app/charts/signs.h"

#include <algorithm>

namespace app {

AttainmentLegend::AttainmentLegend(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AttainmentLegend::setCentreAssessed(bool any)
{
    m_centreAssessed = any;
    updateGeometry();
    update();
}

std::vector<AttainmentLegend::Entry> AttainmentLegend::entries(int width) const
{
    using insight::Judgement;
    std::vector<Entry> all{{Judgement::Test, false, false, tr("test or exam"), {}},
                           {Judgement::Teacher, false, false, tr("teacher's judgement"), {}}};
    if (m_centreAssessed)
        all.push_back({Judgement::CentreAssessed, false, false, tr("assessed by the school"), {}});
    all.push_back({Judgement::None, true, false, tr("no result"), {}});
    all.push_back({Judgement::None, false, true, tr("expected for its year, or above"), {}});
    const QFontMetricsF metrics(textFont(TextSize::Small));
    const double line = std::max<double>(u(6), metrics.height() + u(1));
    double x = u(5), y = u(1);
    for (Entry& entry : all) {
        const double wide = (entry.zone ? u(7) : u(3)) + u(1.5) + metrics.horizontalAdvance(entry.words);
        if (x > u(5) && x + wide > width - u(3)) {
            x = u(5);
            y += line;
        }
        entry.rect = {x, y, wide, line};
        x += wide + u(5);
    }
    return all;
}

QSize AttainmentLegend::sizeHint() const
{
    return {u(100), heightForWidth(width())};
}

int AttainmentLegend::heightForWidth(int width) const
{
    return static_cast<int>(entries(width).back().rect.bottom()) + u(1);
}

void AttainmentLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintOn(painter, size());
}

void AttainmentLegend::paintOn(QPainter& painter, QSize whole) const
{
    const Tokens& tokens = Tokens::current();
    const Tokens::Lane& colours = tokens.lane(insight::LaneGroup::Results);
    const int wide = whole.width();
    painter.fillRect(QRect({}, whole), tokens.sheet);
    painter.fillRect(0, whole.height() - 1, wide, 1, tokens.rule);
    const QFont font = textFont(TextSize::Small);
    painter.setFont(font);
    const std::vector<Entry> all = entries(wide);
    for (const Entry& entry : all) {
        const double middle = entry.rect.center().y(), size = u(3);
        double words = entry.rect.left() + size + u(1.5);
        if (entry.zone) {
            const QRectF zone(entry.rect.left(), middle - u(1.75), u(7), u(3.5));
            painter.fillRect(zone, colours.tint);
            QPen pen(colours.strong, u(0.4));
            pen.setDashPattern({2, 1.6});
            painter.setPen(pen);
            painter.drawLine(zone.topLeft(), zone.bottomLeft());
            words = zone.right() + u(1.5);
        } else {
            drawResult(painter, {entry.rect.left() + size / 2, middle}, size, entry.judgement, entry.open,
                       colours.strong, tokens.sheet);
        }
        painter.setPen(tokens.ink);
        painter.drawText(QRectF(words, entry.rect.top(), wide, entry.rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.words);
    }
    const QString note = tr("Each panel has its own scale.");
    const QRectF last = all.back().rect;
    if (last.right() + QFontMetricsF(font).horizontalAdvance(note) + u(11) <= wide) {
        painter.setPen(tokens.ink2);
        painter.drawText(QRectF(0, last.top(), wide - u(6), last.height()), Qt::AlignRight | Qt::AlignVCenter,
                         note);
    }
}

} // namespace app
