// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/cell_delegates.h"

#include "app/models/census_model.h"
#include "app/models/releases_model.h"
#include "app/theme/tokens.h"
#include "app/theme/verdict_disc.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

bool isFocused(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_HasFocus);
}

bool fitsIn(const QRectF& box, const QString& text, const QFont& font)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, box.width(), 1e4), Qt::TextWordWrap, text).height() <=
           box.height() + 1;
}

// Two lines of words in a box of a cell: as many whole words as fit, never cut with dots.
void drawWords(QPainter& painter, const QRectF& box, const QString& text, const QFont& font, const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    QString fitting = text;
    while (!fitsIn(box, fitting, font)) {
        const qsizetype space = fitting.lastIndexOf(u' ');
        if (space <= 0)
            break;
        fitting.truncate(space);
    }
    painter.drawText(box, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, fitting);
}

// Of a cell on the page of shares: left of the words in the first column stands the disc.
double wordsLeft(int column)
{
    return column == ReleasesModel::Verdict ? u(11.5) : u(4);
}

double heightOf(const QString& text, const QFont& font, double width)
{
    return text.isEmpty()
               ? 0
               : QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e4), Qt::TextWordWrap, text).height();
}

QFont firstFont(const QModelIndex& index)
{
    QFont font = textFont(TextSize::Body);
    font.setBold(index.column() == ReleasesModel::Who ||
                 (index.column() == ReleasesModel::Destroyed && index.data(ReleasesModel::OverdueRole).toBool()));
    return font;
}

} // namespace

void ReleaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = Tokens::current();
    painter->save();
    const QRectF cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(cell, selected ? tokens.damsonWash : tokens.sheet);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), tokens.rule);
    const QRectF inside = cell.adjusted(wordsLeft(index.column()), u(1.5), -u(2), -u(1.5));
    const auto column = index.column();
    if (column == ReleasesModel::Verdict) {
        if (selected)
            painter->fillRect(QRectF(cell.left(), cell.top(), u(1), cell.height()), tokens.damson);
        painter->fillRect(QRectF(cell.right() - 1, cell.top(), 1, cell.height()), tokens.margin);
        const double size = u(5);
        drawVerdict(painter, {cell.left() + u(4.5), cell.center().y() - size / 2, size, size},
                    static_cast<insight::Verdict>(index.data(ReleasesModel::VerdictRole).toInt()));
        drawWords(*painter, inside, index.data().toString(), textFont(TextSize::Body), tokens.ink);
    } else {
        const bool overdue = column == ReleasesModel::Destroyed && index.data(ReleasesModel::OverdueRole).toBool();
        const QFont first = firstFont(index);
        const QString second = index.data(ReleasesModel::SecondLineRole).toString();
        // Both in the middle of the row together, the quieter line below.
        const double high = heightOf(index.data().toString(), first, inside.width());
        const double low = heightOf(second, textFont(TextSize::Body), inside.width());
        const double above = inside.top() + std::max(0.0, (inside.height() - high - low) / 2);
        const QRectF top(inside.left(), above, inside.width(), high);
        const bool quiet = index.data().toString() == ReleasesModel::tr("Not stated");
        drawWords(*painter, top, index.data().toString(), first,
                  overdue ? tokens.ochreText
                  : quiet ? tokens.ink2
                          : tokens.ink);
        if (!second.isEmpty())
            drawWords(*painter, QRectF(inside.left(), top.bottom(), inside.width(), low), second,
                      textFont(TextSize::Body), overdue ? tokens.ochreText : tokens.ink2);
    }
    if (isFocused(option)) {
        painter->setPen(QPen(tokens.damson, u(0.5)));
        painter->setBrush(Qt::NoBrush);
        const double in = u(0.75);
        painter->drawRect(cell.adjusted(in, in, -in, -in));
    }
    painter->restore();
}

QSize ReleaseDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // As high as its words in the width the column has: nothing is cut.
    const double width = std::max<double>(u(8), option.rect.width() - wordsLeft(index.column()) - u(2));
    const double words = heightOf(index.data().toString(), firstFont(index), width) +
                         heightOf(index.data(ReleasesModel::SecondLineRole).toString(), textFont(TextSize::Body), width);
    const double two = 2 * QFontMetricsF(textFont(TextSize::Body)).height();
    return {u(20), static_cast<int>(std::ceil(std::max(words, two) + u(3.5)))};
}

void ReadingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = Tokens::current();
    painter->save();
    const QRectF cell = option.rect;
    painter->fillRect(cell, tokens.sheet);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), tokens.rule);
    const auto group = static_cast<insight::LaneGroup>(index.data(CensusModel::GroupRole).toInt());
    const QString text = index.data().toString();
    if (index.data(CensusModel::HeadingRole).toBool()) {
        // It spans every year: the words stay in sight wherever the years are scrolled to.
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const QRectF seen = view ? cell.intersected(view->viewport()->rect()) : cell;
        drawWords(*painter, seen.adjusted(u(4), 0, -u(4), 0), text, textFont(TextSize::Body), tokens.ink2);
    } else if (!text.isEmpty()) {
        const Tokens::Lane& colours = tokens.lane(group);
        const QRectF bar = cell.adjusted(0, u(1.25), -1, -u(1.25));
        const double edge = u(0.75), rule = u(0.5);
        const bool changed = index.data(CensusModel::ChangedRole).toBool();
        const bool first = index.column() == 0 || index.siblingAtColumn(index.column() - 1).data().toString().isEmpty();
        painter->fillRect(bar, option.state.testFlag(QStyle::State_Selected) ? tokens.damsonWash : colours.tint);
        painter->fillRect(QRectF(bar.left(), bar.bottom() - rule, bar.width(), rule), colours.strong);
        if (changed || first)
            painter->fillRect(QRectF(bar.left(), bar.top(), edge, bar.height()), colours.strong);
        QRectF inside = bar.adjusted(edge + u(1.25), u(0.5), -u(1), -rule - u(0.5));
        QString code = index.data(CensusModel::CodeRole).toString();
        const QFont small = textFont(TextSize::Small);
        const QFontMetricsF metrics(small);
        // The codes of several answers give way: the details have them.
        const QString word = changed ? tr("changed") : QString();
        const double beside = changed ? metrics.horizontalAdvance(word) + u(1) : 0;
        if (metrics.horizontalAdvance(code) + beside > inside.width())
            code.clear();
        if (!code.isEmpty()) {
            painter->setFont(small);
            painter->setPen(tokens.ink2);
            painter->drawText(inside, Qt::AlignLeft | Qt::AlignBottom, code);
        }
        if (changed) {
            // A word, not only an edge, says that it changed.
            painter->setFont(small);
            painter->setPen(tokens.ink2);
            const QRectF line(inside.left(), bar.bottom() - rule - u(0.5) - metrics.height(), inside.width(),
                              metrics.height());
            painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, word);
        }
        if (changed || !code.isEmpty())
            inside.setBottom(inside.bottom() - metrics.height());
        // Half of two answers would be read as one: then their number stands for them.
        const int answers = index.data(CensusModel::AnswersRole).toInt();
        drawWords(*painter, inside, answers > 1 && !fitsIn(inside, text, small) ? tr("%1 answers").arg(answers) : text,
                  small, tokens.ink);
    }
    if (isFocused(option)) {
        painter->setPen(QPen(tokens.damson, u(0.5)));
        painter->setBrush(Qt::NoBrush);
        const double in = u(0.5);
        painter->drawRect(cell.adjusted(in, in, -in, -in));
    }
    painter->restore();
}

QSize ReadingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const double line = QFontMetricsF(textFont(TextSize::Small)).height();
    return {u(27), static_cast<int>(3 * line + u(5))};
}

} // namespace app
