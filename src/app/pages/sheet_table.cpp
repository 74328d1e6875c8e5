// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/sheet_table.h"

#include "app/charts/quiet_table.h"
#include "app/theme/tokens.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace app {

SheetTable::SheetTable(const QString& name, const QStringList& headings, QWidget* parent)
    : QTableWidget(0, int(headings.size()), parent)
{
    makeQuiet(this);
    setHorizontalHeaderLabels(headings);
    setAccessibleName(name);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(u(7.5));
    verticalHeader()->setMinimumSectionSize(u(5));
    setSelectionBehavior(SelectRows);
    setWordWrap(false);
}

void SheetTable::addRow(const QStringList& texts)
{
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < texts.size(); ++column) {
        auto* item = new QTableWidgetItem(texts[column]);
        item->setToolTip(texts[column]);
        setItem(row, column, item); // the table takes it
    }
}

void SheetTable::setFieldColumn(int column)
{
    for (int row = 0; row < rowCount(); ++row)
        item(row, column)->setFont(fieldFont());
}

void SheetTable::fit(int mostRows)
{
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    const int rows = std::clamp(rowCount(), 1, mostRows);
    const int header = horizontalHeader()->sizeHint().height();
    setFixedHeight(header + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth() + 1);
    setVerticalScrollBarPolicy(rowCount() > mostRows ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void SheetTable::paintEvent(QPaintEvent* event)
{
    QTableWidget::paintEvent(event);
    QPainter painter(viewport());
    for (int row = 0; row < rowCount(); ++row) {
        const int y = rowViewportPosition(row) + rowHeight(row) - 1;
        painter.fillRect(0, y, viewport()->width(), 1, Tokens::current().rule);
    }
}

} // namespace app
