// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <QScrollArea>

class QVBoxLayout;

namespace app {

class FactTableView;
class Text;

// A page of sentences and tables that scrolls as a whole.
class FactSheet : public QScrollArea {
    Q_OBJECT

public:
    explicit FactSheet(QWidget* parent = nullptr);
    Text* addHeading(const QString& text);
    Text* addWords(const QString& text = {});
    FactTableView* addTable(const QString& accessibleName);
    void addWidget(QWidget* widget); // at its own width, left
    void addWide(QWidget* widget);   // as wide as the page, outside the edges of the words
    void addSpace(double units);
    void addStretch();

Q_SIGNALS:
    // Of a row in one of its tables.
    void chosen(const std::vector<record::ValueId>& values);

private:
    QVBoxLayout* m_column;
};

} // namespace app
