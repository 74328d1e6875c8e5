// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace app {

// A small read-only table on a sheet: no grid, hairlines, as high as its rows up to a limit, then it scrolls.
class SheetTable : public QTableWidget {
    Q_OBJECT

public:
    SheetTable(const QString& name, const QStringList& headings, QWidget* parent = nullptr);
    void addRow(const QStringList& texts);
    void setFieldColumn(int column); // names of fields: monospace
    void fit(int mostRows);          // columns to their texts, the last takes the rest; height to the rows

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace app
