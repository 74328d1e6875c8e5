// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/table_dimming.h"

#include "app/timeline/timeline_view.h"

namespace app {

TableDimming::TableDimming(const TimelineView* view, QObject* parent) : QStyledItemDelegate(parent), m_view(view) {}

void TableDimming::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const TimelineModel* model = m_view->scene().model;
    const MarkPlace place = model ? model->placeOf(index) : MarkPlace{};
    if (!place)
        return;
    const MarkIndex& marks = m_view->scene().index(place.lane);
    const TimeRange& range = m_view->zoomStack().current();
    const bool inside = marks.end(place.mark) > range.from && marks.from(place.mark) < range.to;
    if (inside && model->matches().fits(place.lane, place.mark))
        return;
    const QColor lighter = Tokens::current().disabledText;
    option->palette.setColor(QPalette::Text, lighter);
    option->palette.setColor(QPalette::HighlightedText, lighter);
}

} // namespace app
