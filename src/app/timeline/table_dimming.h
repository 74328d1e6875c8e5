// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace app {

class TimelineView;

// Keeps the table in step with the picture: what does not fit the filter, or lies outside the stretch of time that is
// looked at, is written in the lighter ink. It stays where it is.
class TableDimming : public QStyledItemDelegate {
    Q_OBJECT

public:
    TableDimming(const TimelineView* view, QObject* parent); // not owned; must outlive the table

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const TimelineView* m_view;
};

} // namespace app
