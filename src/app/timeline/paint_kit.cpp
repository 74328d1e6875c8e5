// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/paint_kit.h"

#include "app/theme/mixed_tokens.h"

#include <QFontInfo>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Enough for every text of several screens; a record with more (a pupil list never gets here) starts afresh.
constexpr qsizetype mostTexts = 4000;
// A screen has about five hundred; each takes two kilobytes at 100 %.
constexpr qsizetype mostBoxes = 2000;
// Weight of hatch lines between the two colours of a lane: seen, but quieter than a word.
constexpr double hatchWeight = 0.55;

} // namespace

PaintKit::PaintKit()
{
    refresh(1);
}

void PaintKit::refresh(double ratio)
{
    setTokens(Tokens::current());
    m_ratio = ratio;
    m_vector = false;
    setFaces();
}

void PaintKit::refreshForFile(const Tokens& tokens)
{
    setTokens(tokens);
    m_ratio = 1;
    m_vector = true;
    setFaces();
}

void PaintKit::setTokens(const Tokens& tokens)
{
    m_tokens = tokens;
    m_dimmedTokens = mixedWithSheet(tokens, dimmed);
}

void PaintKit::setFaces()
{
    QFont body = textFont(TextSize::Body);
    QFont small = textFont(TextSize::Small);
    QFont bold = body;
    bold.setBold(true);
    QFont smallBold = small;
    smallBold.setBold(true);
    std::array fonts{body, bold, small, smallBold};
    // Paper has other dots an inch: as large as on the screen, the whole is scaled once.
    if (m_vector)
        for (QFont& font : fonts)
            font.setPixelSize(QFontInfo(font).pixelSize());
    for (std::size_t i = 0; i < fonts.size(); ++i) {
        const QFontMetricsF metrics(fonts[i]);
        m_faces[i] = {fonts[i], metrics.ascent(), metrics.height()};
        m_texts[i].clear();
    }
    m_tiles.clear();
    m_boxes.clear();
}

PaintKit::Laid& PaintKit::laid(const QString& text, Face face)
{
    auto& texts = m_texts[static_cast<std::size_t>(face)];
    if (const auto found = texts.find(text); found != texts.end())
        return *found;
    if (texts.size() >= mostTexts)
        texts.clear();
    Laid laid{QStaticText(text), 0};
    laid.text.setTextFormat(Qt::PlainText);
    laid.text.setPerformanceHint(QStaticText::AggressiveCaching);
    laid.text.prepare({}, font(face));
    laid.width = QFontMetricsF(font(face)).horizontalAdvance(text);
    return *texts.insert(text, laid);
}

double PaintKit::textWidth(const QString& text, Face face)
{
    return laid(text, face).width;
}

void PaintKit::drawText(QPainter& painter, double left, double middle, const QString& text, const QColor& colour,
                        Face face)
{
    if (text.isEmpty())
        return;
    painter.setPen(colour);
    painter.setFont(font(face));
    if (m_vector) {
        painter.drawText(QPointF(left, middle - lineHeight(face) / 2 + ascent(face)), text);
        return;
    }
    // Whole pixels: text between two of them is blurred.
    painter.drawStaticText(QPointF(std::round(left), std::round(middle - lineHeight(face) / 2)), laid(text, face).text);
}

void PaintKit::drawCentred(QPainter& painter, double centre, double middle, const QString& text, const QColor& colour,
                           Face face)
{
    drawText(painter, centre - textWidth(text, face) / 2, middle, text, colour, face);
}

const QPixmap& PaintKit::tile(int rank, const QColor& line, const QColor& ground)
{
    const quint64 key = (static_cast<quint64>(line.rgb()) << 32) ^ (static_cast<quint64>(ground.rgb()) << 3) ^
                        static_cast<quint64>(rank);
    if (const auto found = m_tiles.constFind(key); found != m_tiles.constEnd())
        return *found;
    const double side = u(rank == 4 ? 2 : 1.5);
    QPixmap tile(static_cast<int>(std::round(side * m_ratio)), static_cast<int>(std::round(side * m_ratio)));
    tile.setDevicePixelRatio(m_ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(mixed(ground, line, hatchWeight), u(0.3));
    painter.setPen(pen);
    switch (rank) {
    case 1:
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawEllipse(QPointF(side / 4, side / 4), side / 8, side / 8);
        painter.drawEllipse(QPointF(side * 3 / 4, side * 3 / 4), side / 8, side / 8);
        break;
    case 3:
        painter.drawLine(QPointF(side / 4, 0), QPointF(side / 4, side));
        painter.drawLine(QPointF(side * 3 / 4, 0), QPointF(side * 3 / 4, side));
        break;
    case 4:
        painter.drawLine(QPointF(-side, -side), QPointF(2 * side, 2 * side));
        [[fallthrough]];
    default:
        // Three times, so that the ends meet at the edges of the tile.
        painter.drawLine(QPointF(-side, side), QPointF(side, -side));
        painter.drawLine(QPointF(-side, 2 * side), QPointF(2 * side, -side));
        painter.drawLine(QPointF(0, 2 * side), QPointF(2 * side, 0));
        break;
    }
    return *m_tiles.insert(key, tile);
}

void PaintKit::hatch(QPainter& painter, const QRectF& area, int rank, const QColor& line, const QColor& ground)
{
    if (rank <= 0 || area.isEmpty())
        return;
    if (m_vector) {
        vectorHatch(painter, area, rank, mixed(ground, line, hatchWeight));
        return;
    }
    painter.drawTiledPixmap(area, tile(std::min(rank, 4), line, ground));
}

// The same signs as the tiles, as lines: sharp at any size, and small in a file.
void PaintKit::vectorHatch(QPainter& painter, const QRectF& area, int rank, const QColor& colour) const
{
    const double step = u(1.5) / 2.0;
    painter.save();
    painter.setPen(QPen(colour, u(0.3)));
    const double height = area.height();
    if (rank == 1) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const double radius = step / 4;
        bool shifted = false;
        for (double y = area.top() + step / 2; y + radius <= area.bottom(); y += step, shifted = !shifted)
            for (double x = area.left() + (shifted ? 1.5 : 0.5) * step; x + radius <= area.right(); x += 2 * step)
                painter.drawEllipse(QPointF(x, y), radius, radius);
    }
    // Falling from one side or the other, ending at the area's edges: an SVG knows no clipping.
    const auto slanted = [&](double x, double from, double to) {
        const double begin = std::max(x, area.left()), end = std::min(x + height, area.right());
        const double slope = (to - from) / height;
        if (begin < end)
            painter.drawLine(QPointF(begin, from + (begin - x) * slope), QPointF(end, from + (end - x) * slope));
    };
    if (rank == 3)
        for (double x = area.left() + step / 2; x < area.right(); x += step)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    if (rank == 2 || rank >= 4)
        for (double x = area.left() - height; x < area.right(); x += 2 * step)
            slanted(x, area.bottom(), area.top());
    if (rank >= 4)
        for (double x = area.left() - height; x < area.right(); x += 2 * step)
            slanted(x, area.top(), area.bottom());
    painter.restore();
}

void PaintKit::paintCountBox(QPainter& painter, const QRectF& box, int count, const Tokens& inks,
                             insight::LaneGroup group)
{
    const double line = u(0.4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(inks.lane(group).strong, line));
    painter.setBrush(inks.lane(group).tint);
    painter.drawRoundedRect(box.adjusted(line / 2, line / 2 + 1, -line / 2, -line / 2 - 1), u(0.75), u(0.75));
    painter.restore();
    // The exact number stands in the name and in the list.
    QString number = QString::number(count);
    Face face = Face::Bold;
    if (textWidth(number, face) > box.width() - u(1))
        face = Face::SmallBold;
    if (textWidth(number, face) > box.width() - u(0.5))
        number = u"99+"_s;
    drawCentred(painter, box.center().x(), box.center().y(), number, inks.ink, face);
}

void PaintKit::countBox(QPainter& painter, const QRectF& box, int count, const Tokens& inks, insight::LaneGroup group)
{
    if (m_vector) {
        paintCountBox(painter, box, count, inks, group);
        return;
    }
    const Tokens::Lane& colours = inks.lane(group);
    // Whatever is beyond three digits reads the same.
    const std::pair key{(static_cast<quint64>(colours.strong.rgb()) << 32) | colours.tint.rgb(), std::min(count, 1000)};
    auto found = m_boxes.constFind(key);
    if (found == m_boxes.constEnd()) {
        if (m_boxes.size() >= mostBoxes)
            m_boxes.clear();
        QPixmap pixmap((box.size() * m_ratio).toSize());
        pixmap.setDevicePixelRatio(m_ratio);
        pixmap.fill(Qt::transparent);
        QPainter inside(&pixmap);
        paintCountBox(inside, QRectF(QPointF(0, 0), box.size()), count, inks, group);
        inside.end();
        found = m_boxes.insert(key, pixmap);
    }
    // Whole pixels keep its edges sharp.
    painter.drawPixmap(QPointF(std::round(box.left()), std::round(box.top())), *found);
}

} // namespace app
