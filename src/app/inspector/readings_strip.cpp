// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/readings_strip.h"

#include "app/inspector/story_words.h"
#include "app/theme/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Distinct values by how often they occur, ties in order of appearance.
std::vector<std::pair<QString, int>> counted(const std::vector<insight::Reading>& readings)
{
    std::vector<std::pair<QString, int>> counts;
    for (const insight::Reading& reading : readings) {
        const auto it = std::find_if(counts.begin(), counts.end(),
                                     [&](const auto& one) { return one.first == said(reading); });
        if (it == counts.end())
            counts.emplace_back(said(reading), 1);
        else
            ++it->second;
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return counts;
}

Qt::BrushStyle hatch(int rank)
{
    switch (rank) {
    case 0:
        return Qt::SolidPattern;
    case 1:
        return Qt::DiagCrossPattern;
    case 2:
        return Qt::BDiagPattern;
    default:
        return Qt::VerPattern;
    }
}

} // namespace

ReadingsStrip::ReadingsStrip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("All readings"));
}

QString ReadingsStrip::summary(const std::vector<insight::Reading>& readings)
{
    QStringList parts;
    for (const auto& [words, count] : counted(readings))
        parts << tr("%1 %2", "how often, value").arg(count).arg(words);
    return parts.join(u", "_s);
}

void ReadingsStrip::setReadings(const std::vector<insight::Reading>& readings, insight::LaneGroup group,
                                record::ValueId shown)
{
    m_readings = readings;
    m_group = group;
    m_shown = -1;
    m_ranks.clear();
    const auto counts = counted(readings);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const auto it = std::find_if(counts.begin(), counts.end(),
                                     [&](const auto& one) { return one.first == said(readings[i]); });
        m_ranks.push_back(int(it - counts.begin()));
        if (readings[i].value == shown)
            m_shown = int(i);
    }
    setAccessibleDescription(summary(readings));
    update();
}

QSize ReadingsStrip::sizeHint() const
{
    return {u(60), u(9)};
}

QRectF ReadingsStrip::barAt(int index) const
{
    const double step = double(width() - 4) / std::max(int(m_readings.size()), 1);
    const double gap = std::min(1.5, step / 4);
    return {2 + index * step, 3, std::min(step - gap, double(u(12))), double(u(5))};
}

void ReadingsStrip::paintEvent(QPaintEvent*)
{
    const Tokens& t = Tokens::current();
    const Tokens::Lane& lane = t.lane(m_group);
    QPainter painter(this);
    for (int i = 0; i < int(m_readings.size()); ++i) {
        const QRectF bar = barAt(i);
        painter.fillRect(bar, lane.tint);
        if (m_ranks[std::size_t(i)] > 0)
            painter.fillRect(bar, QBrush(lane.strong, hatch(m_ranks[std::size_t(i)])));
        painter.fillRect(QRectF(bar.left(), bar.bottom() - u(0.5), bar.width(), u(0.5)), lane.strong);
        if (i == m_shown) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.damson);
            const QPointF tip(bar.center().x(), bar.bottom() + u(0.6));
            painter.drawPolygon(
                QPolygonF{tip, tip + QPointF(u(1.2), u(1.6)), tip + QPointF(-u(1.2), u(1.6))});
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.damson, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), u(), u());
    }
}

void ReadingsStrip::mousePressEvent(QMouseEvent* event)
{
    for (int i = 0; i < int(m_readings.size()); ++i)
        if (barAt(i).adjusted(-1, -3, 1, u(2)).contains(event->position()))
            Q_EMIT chosen(m_readings[std::size_t(i)].value);
}

void ReadingsStrip::keyPressEvent(QKeyEvent* event)
{
    const int next = event->key() == Qt::Key_Right ? m_shown + 1
        : event->key() == Qt::Key_Left             ? m_shown - 1
        : event->key() == Qt::Key_Home             ? 0
        : event->key() == Qt::Key_End              ? int(m_readings.size()) - 1
                                                   : -1;
    if (next < 0 || next >= int(m_readings.size())) {
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT chosen(m_readings[std::size_t(next)].value);
}

} // namespace app
