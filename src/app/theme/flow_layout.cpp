// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace app {

FlowLayout::FlowLayout(int across, int down, QWidget* parent) : QLayout(parent), m_across(across), m_down(down)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    if (QLayout* inner = item->layout())
        addChildLayout(inner);
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* taken = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return taken;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const int inside = width - margins.left() - margins.right();
    return arrange({0, 0, inside, 0}, false) + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    int width = 0, height = 0;
    for (const auto& item : m_items) {
        width += item->sizeHint().width() + (width > 0 ? m_across : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(width, height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const auto& item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(contentsRect(), true);
}

int FlowLayout::arrange(const QRect& rect, bool move) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0, y = 0, line = 0;
    std::size_t first = 0; // of the line; its items share a middle
    std::vector<QRect> places(m_items.size());
    const auto endLine = [&](std::size_t end) {
        for (; first < end; ++first)
            places[first].translate(0, (line - places[first].height()) / 2);
    };
    for (std::size_t n = 0; n < m_items.size(); ++n) {
        const QSize size = m_items[n]->sizeHint();
        if (x > 0 && x + size.width() > rect.width()) {
            endLine(n);
            y += line + m_down;
            x = line = 0;
        }
        places[n] = {QPoint(rect.x() + x, rect.y() + y), QSize(std::min(size.width(), rect.width()), size.height())};
        x += size.width() + m_across;
        line = std::max(line, size.height());
    }
    endLine(m_items.size());
    if (move)
        for (std::size_t n = 0; n < m_items.size(); ++n)
            m_items[n]->setGeometry(QStyle::visualRect(direction, rect, places[n]));
    return y + line;
}

} // namespace app
