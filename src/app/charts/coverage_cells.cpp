// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/coverage_cells.h"

#include "app/charts/signs.h"
#include "app/models/coverage_model.h"
#include "app/theme/icons.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double signUnits = 4;

void drawCross(QPainter& painter, QPointF c, double size, const QColor& colour)
{
    painter.setPen(QPen(colour, size * 0.14, Qt::SolidLine, Qt::RoundCap));
    const double s = size * 0.32;
    painter.drawLine(QPointF(c.x() - s, c.y() - s), QPointF(c.x() + s, c.y() + s));
    painter.drawLine(QPointF(c.x() + s, c.y() - s), QPointF(c.x() - s, c.y() + s));
}

void drawHatch(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setClipRect(box);
    painter.setPen(QPen(colour, 1));
    for (double x = box.left() - box.height(); x < box.right(); x += u(2))
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

void drawDashed(QPainter& painter, const QRectF& box, const QColor& colour, const QList<double>& dashes)
{
    const double line = u(0.4);
    QPen pen(colour, line);
    pen.setDashPattern(dashes);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), u(0.5), u(0.5));
}

void drawIcon(QPainter& painter, QPointF c, const QString& name, const QColor& ink)
{
    const double side = u(signUnits);
    const QPixmap pixmap = iconPixmap(name, static_cast<int>(side), ink, painter.device()->devicePixelRatioF());
    painter.drawPixmap(QPointF(c.x() - side / 2, c.y() - side / 2), pixmap);
}

void drawGround(QPainter& painter, const QRectF& box, CoverSign sign, const Tokens& tokens)
{
    const Tokens::Lane& lane = tokens.lane(insight::LaneGroup::School);
    switch (sign) {
    case CoverSign::Here:
        painter.fillRect(box, lane.tint);
        painter.fillRect(QRectF(box.left(), box.bottom() - u(0.5), box.width(), u(0.5)), lane.strong);
        break;
    case CoverSign::NotHere:
        drawNotHere(painter, box, tokens);
        break;
    case CoverSign::MayBe:
        drawDashed(painter, box, tokens.ochreMark, {2.2, 1.6});
        break;
    case CoverSign::NotCollected:
        drawHatch(painter, box, tokens.edge);
        break;
    case CoverSign::Cancelled:
        painter.fillRect(box, tokens.band);
        break;
    case CoverSign::CannotTell:
        drawDashed(painter, box, tokens.ink2, {0.6, 2.2});
        break;
    case CoverSign::NotAtThatAge:
        break;
    }
}

void drawMark(QPainter& painter, QPointF c, CoverSign sign, const Tokens& tokens)
{
    const double size = u(signUnits);
    switch (sign) {
    case CoverSign::Here:
        drawTick(painter, c, size * 0.8, tokens.lane(insight::LaneGroup::School).strong);
        break;
    case CoverSign::NotHere:
    case CoverSign::MayBe:
        drawIcon(painter, c, u"finding"_s, tokens.ochreText);
        break;
    case CoverSign::NotAtThatAge:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ink2);
        painter.drawEllipse(c, u(0.4), u(0.4));
        break;
    case CoverSign::NotCollected:
        painter.setPen(QPen(tokens.ink2, size * 0.14, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(c.x() - size * 0.3, c.y()), QPointF(c.x() + size * 0.3, c.y()));
        break;
    case CoverSign::Cancelled:
        drawCross(painter, c, size, tokens.ink2);
        break;
    case CoverSign::CannotTell: {
        QFont font = textFont(TextSize::Small);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(tokens.ink2);
        painter.drawText(QRectF(c.x() - size / 2, c.y() - size, size, 2 * size), Qt::AlignCenter, u"?"_s);
        break;
    }
    }
}

} // namespace

void drawCover(QPainter& painter, const QRectF& box, CoverSign sign, const QString& word, const Tokens& tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter, box, sign, tokens);
    const QFont font = textFont(TextSize::Small);
    const double words = word.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(word) + u(0.5);
    const double size = u(signUnits), left = box.center().x() - (size + words) / 2;
    // Words on a hatch need a quiet ground.
    if (sign == CoverSign::NotCollected && !word.isEmpty()) {
        const double high = QFontMetricsF(font).height();
        painter.fillRect(QRectF(left - u(0.5), box.center().y() - high / 2, size + words + u(1), high), tokens.sheet);
    }
    drawMark(painter, {left + size / 2, box.center().y()}, sign, tokens);
    if (!word.isEmpty()) {
        painter.setFont(font);
        painter.setPen(sign == CoverSign::NotHere ? tokens.ochreText
                       : sign == CoverSign::Here  ? tokens.ink
                                                  : tokens.ink2);
        painter.drawText(QRectF(left + size + u(0.5), box.top(), words + u(2), box.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, word);
    }
    painter.restore();
}

void drawPrinted(QPainter& painter, const QRectF& box, insight::Printed printed, bool disagrees, const Tokens& tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = u(3);
    const QRectF corner(box.right() - side, box.top(), side, side);
    if (disagrees) {
        painter.fillRect(corner, tokens.rustWash);
        QFont font = textFont(TextSize::Small);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(tokens.rust);
        painter.drawText(corner, Qt::AlignCenter, u"≠"_s);
    } else if (printed == insight::Printed::Tick) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.damson);
        painter.drawPolygon(QPolygonF({corner.topRight(), QPointF(corner.right() - side * 0.6, corner.top()),
                                       QPointF(corner.right(), corner.top() + side * 0.6)}));
    }
    painter.restore();
}

void CoverageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = Tokens::current();
    painter->save();
    const QRectF cell = option.rect;
    const bool heading = index.data(CoverageModel::HeadingRole).toBool();
    painter->fillRect(cell, tokens.sheet);
    if (heading) {
        painter->fillRect(QRectF(cell.left(), cell.top(), cell.width(), 1), tokens.rule);
        painter->setFont(textFont(TextSize::Body));
        painter->setPen(tokens.ink2);
        painter->drawText(cell.adjusted(u(2), 0, -u(2), 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                          index.data().toString());
    } else {
        const QRectF box = cell.adjusted(u(0.5), u(0.5), -u(0.5), -u(0.5));
        drawCover(*painter, box, static_cast<CoverSign>(index.data(CoverageModel::SignRole).toInt()),
                  index.data().toString(), tokens);
        if (const QVariant printed = index.data(CoverageModel::PrintedRole); printed.isValid())
            drawPrinted(*painter, box, static_cast<insight::Printed>(printed.toInt()),
                        index.data(CoverageModel::DisagreesRole).toBool(), tokens);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) || option.state.testFlag(QStyle::State_Selected)) {
        // The chosen cell stays marked while the keyboard is elsewhere; with the keyboard on it the line is twice as wide.
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        const double line = focused ? u(0.5) : u(0.25);
        painter->setPen(QPen(tokens.damson, line));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    }
    painter->restore();
}

QSize CoverageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const QFontMetricsF metrics(textFont(TextSize::Small));
    double words = 0;
    for (const CoverSign sign : coverSigns)
        words = std::max(words, metrics.horizontalAdvance(cellWord(sign)));
    return {static_cast<int>(std::ceil(words + u(signUnits) + u(4))), static_cast<int>(std::ceil(metrics.height() + u(2)))};
}

CoverageRowHeader::CoverageRowHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {}

int CoverageRowHeader::wantedWidth() const
{
    const QFontMetrics metrics(textFont(TextSize::Small));
    int widest = u(30);
    for (int row = 0; row < model()->rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(model()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString()));
    return std::min(widest + u(8), u(66));
}

void CoverageRowHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Tokens& tokens = Tokens::current();
    const bool heading = model()->index(logicalIndex, 0).data(CoverageModel::HeadingRole).toBool();
    painter->save();
    painter->fillRect(rect, tokens.sheet);
    if (heading)
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), tokens.rule);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens.margin);
    QFont font = textFont(heading ? TextSize::Body : TextSize::Small);
    font.setBold(heading);
    painter->setFont(font);
    painter->setPen(tokens.ink);
    const QRect inside = rect.adjusted(u(5), 0, -u(2), 0);
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(
                          model()->headerData(logicalIndex, Qt::Vertical, Qt::DisplayRole).toString(), Qt::ElideRight,
                          inside.width()));
    painter->restore();
}

} // namespace app
