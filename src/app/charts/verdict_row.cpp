// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/verdict_row.h"

#include "app/theme/tokens.h"
#include "app/theme/verdict_disc.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

VerdictRow::VerdictRow(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void VerdictRow::setCounts(std::map<insight::Verdict, int> counts)
{
    m_counts = std::move(counts);
    QStringList words;
    for (const auto& [verdict, count] : m_counts)
        words << tr("%1 %2").arg(count).arg(insight::verdictText(verdict));
    setAccessibleName(words.join(u", "_s));
    updateGeometry();
    update();
}

int VerdictRow::layOut(int width, QPainter* painter) const
{
    const QFont number = [] {
        QFont font = textFont(TextSize::Lead);
        font.setBold(true);
        return font;
    }();
    const QFont word = textFont(TextSize::Body);
    const QFontMetricsF numbers(number), words(word);
    const double disc = u(4), step = u(5), gap = u(6), left = u(5), right = width - u(5);
    const double line = std::max(numbers.height(), words.height()), high = line + disc + u(4);
    double x = left, y = u(2);
    for (const auto& [verdict, count] : m_counts) {
        const QString digits = QString::number(count), text = insight::verdictText(verdict);
        const double label = numbers.horizontalAdvance(digits) + u(1) + words.horizontalAdvance(text);
        // Discs of one verdict stand together, in as many rows as the page needs.
        const int across = std::max(1, static_cast<int>((right - left) / step));
        const int columns = std::min(count, across);
        const double wide = std::max(label, columns * step);
        if (x > left && x + wide > right) {
            x = left;
            y += high;
        }
        if (painter) {
            painter->setFont(number);
            painter->setPen(Tokens::current().ink);
            painter->drawText(QPointF(x, y + numbers.ascent()), digits);
            painter->setFont(word);
            painter->drawText(QPointF(x + numbers.horizontalAdvance(digits) + u(1), y + numbers.ascent()), text);
        }
        const int rows = (count + columns - 1) / std::max(1, columns);
        for (int i = 0; painter && i < count; ++i) {
            const int row = i / columns;
            drawVerdict(painter, {x + (i % columns) * step, y + line + u(0.5) + row * step, disc, disc}, verdict);
        }
        y += (rows - 1) * step;
        x += wide + gap;
    }
    return static_cast<int>(y + high);
}

QSize VerdictRow::sizeHint() const
{
    return {u(150), layOut(u(150), nullptr)};
}

int VerdictRow::heightForWidth(int width) const
{
    return layOut(width, nullptr);
}

void VerdictRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::current().sheet);
    layOut(width(), &painter);
}

} // namespace app
