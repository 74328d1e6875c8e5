// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/quiet_table.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableView>

namespace app {

namespace {

// Qt makes the first cell the current one when the keyboard arrives in a table that has none, and tells so: details
// would open by themselves. Here it becomes so silently; what the keyboard does next is told.
class QuietArrival : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::FocusIn || static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
            return false;
        auto* table = qobject_cast<QTableView*>(watched); // null while it is taken apart
        if (table && table->model() && !table->currentIndex().isValid()) {
            const QSignalBlocker quiet(table->selectionModel());
            table->selectionModel()->setCurrentIndex(table->model()->index(0, 0), QItemSelectionModel::NoUpdate);
        }
        return false;
    }
};

} // namespace

void makeQuiet(QTableView* table)
{
    table->installEventFilter(new QuietArrival(table));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace app
