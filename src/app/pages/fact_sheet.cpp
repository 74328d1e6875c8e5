// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/fact_sheet.h"

#include "app/charts/fact_table.h"
#include "app/theme/parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace app {

FactSheet::FactSheet(QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* surface = new Surface(&Tokens::sheet);
    m_column = new QVBoxLayout(surface);
    m_column->setContentsMargins(0, u(3), 0, u(6));
    m_column->setSpacing(u(2));
    setWidget(surface);
}

Text* FactSheet::addHeading(const QString& text)
{
    auto* heading = new Text(text, TextSize::Section);
    heading->setWordWrap(true);
    addSpace(3);
    addWide(heading);
    heading->setContentsMargins(u(5), 0, u(5), 0);
    return heading;
}

Text* FactSheet::addWords(const QString& text)
{
    auto* words = (new Text(text))->wrapped();
    words->setContentsMargins(u(5), 0, u(5), 0);
    addWide(words);
    return words;
}

FactTableView* FactSheet::addTable(const QString& accessibleName)
{
    auto* table = new FactTableView(accessibleName);
    connect(table, &FactTableView::chosen, this, &FactSheet::chosen);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(u(3), 0, u(3), 0);
    row->addWidget(table);
    m_column->addLayout(row);
    return table;
}

void FactSheet::addWidget(QWidget* widget)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(u(5), 0, u(5), 0);
    row->addWidget(widget, 0);
    row->addStretch(1);
    m_column->addLayout(row);
}

void FactSheet::addWide(QWidget* widget)
{
    m_column->addWidget(widget);
}

void FactSheet::addSpace(double units)
{
    m_column->addSpacing(u(units));
}

void FactSheet::addStretch()
{
    m_column->addStretch(1);
}

} // namespace app
