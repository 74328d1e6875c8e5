// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_list.h"

#include "app/charts/result_name.h"
#include "app/charts/signs.h"
#include "app/models/hand_marks.h"
#include "app/timeline/label_rule.h"

namespace app {

namespace {

QString fitting(const QString& words, double room, const QFont& font)
{
    const QFontMetricsF metrics(font);
    const QString whole = wholeWords(words, room, [&](const QString& t) {
        return metrics.horizontalAdvance(t == words ? t : QString(t + u'…'));
    });
    return whole == words ? whole : QString(whole + u'…');
}

} // namespace

void paintList(QPainter& painter, const insight::AttainmentPanel& panel, const PanelPlace& place)
{
    const Tokens& tokens = Tokens::current();
    const QColor strong = tokens.lane(insight::LaneGroup::Results).strong;
    const QRectF& rect = place.rect;
    const double parting = place.axis.left();
    painter.fillRect(QRectF(rect.left(), place.axis.top() - 1, rect.width(), 1), tokens.rule);
    for (std::size_t r = 0; r < panel.rows.size(); ++r) {
        const insight::ResultRow& row = panel.rows[r];
        const QRectF& box = place.rows[r];
        paintName(painter, {rect.left(), box.top(), place.nameRoom(), box.height()}, row.subject, tokens.ink);
        const bool open = row.text.isEmpty();
        const QString result = row.meaning.isEmpty() ? row.text : row.meaning; // words first, where a code has some
        const QString said = !open && isByHand(row) ? writtenByHandShort(result) : result;
        QRectF end(parting, box.top(), rect.right() - parting, box.height());
        QFont strongFont = textFont(open ? TextSize::Small : TextSize::Body);
        strongFont.setBold(!open);
        if (open) {
            drawResult(painter, {end.left() + u(2), end.center().y()}, u(3), row.judgement, true, strong, tokens.sheet);
            end.setLeft(end.left() + u(5));
        }
        painter.setFont(strongFont);
        painter.setPen(open ? tokens.ink2 : tokens.ink);
        painter.drawText(end, int(open ? Qt::AlignLeft : Qt::AlignRight) | int(Qt::AlignVCenter),
                         fitting(said, end.width(), strongFont));
        painter.fillRect(QRectF(rect.left(), box.bottom() - 1, rect.width(), 1), tokens.rule);
    }
    if (!panel.note.isEmpty()) {
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(tokens.ink2);
        painter.drawText(QRectF(rect.left(), place.axis.bottom() + u(1), rect.width(), rect.bottom() - place.axis.bottom() - u(1)),
                         Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, panel.note);
    }
}

} // namespace app
