// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/attainment_page.h"

#include "app/charts/attainment_chart.h"
#include "app/charts/attainment_legend.h"
#include "app/theme/parts.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

AttainmentPage::AttainmentPage(QWidget* parent)
    : Page(parent), m_model(new AttainmentModel(this)), m_head(new PageHead(tr("Attainment"))),
      m_switch(new Segments(tr("Show as"))), m_legend(new AttainmentLegend), m_chart(new AttainmentChart),
      m_scroll(new QScrollArea), m_table(new QTableView),
      m_empty(new EmptyState(u"attainment"_s, tr("No results yet"),
                             tr("Tests, exams and teachers' judgements stand here, each on the scale of its own time, "
                                "when you add what you were given."),
                             tr("Add what I was given"))),
      m_views(new QStackedWidget), m_states(new QStackedWidget)
{
    m_switch->setTexts({tr("Picture"), tr("Table")});
    m_head->addControl(m_switch);
    m_scroll->setWidget(m_chart);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* picture = new QWidget;
    auto* drawn = new QVBoxLayout(picture);
    drawn->setContentsMargins(0, 0, 0, 0);
    drawn->setSpacing(0);
    drawn->addWidget(m_legend);
    drawn->addWidget(m_scroll, 1);

    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Attainment as a table"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_views->addWidget(picture);
    m_views->addWidget(m_table);

    auto* something = new QWidget;
    auto* column = new QVBoxLayout(something);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_views, 1);
    m_states->addWidget(m_empty);
    m_states->addWidget(something);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_states);

    connect(m_empty, &EmptyState::asked, this, &Page::importAsked);
    connect(m_switch, &Segments::chosen, this, [this](int view) { showTable(view == 1); });
    connect(m_chart, &AttainmentChart::chosen, this, &AttainmentPage::choose);
    connect(m_chart, &AttainmentChart::rowShown, this, [this](const QRect& rect) {
        m_scroll->ensureVisible(rect.left(), rect.center().y(), 0, rect.height() + u(10));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            choose(record::ValueId{index.data(AttainmentModel::ValueRole).toLongLong()});
    });
}

void AttainmentPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    const QScopedValueRollback showing(m_showing, true);
    const insight::Attainment attainment =
        snapshot ? insight::attainment(snapshot->record, snapshot->decisions) : insight::Attainment{};
    m_model->setAttainment(attainment, snapshot ? snapshot->record : record::Record{});
    bool centreAssessed = false;
    for (const insight::AttainmentPanel& panel : attainment.panels)
        centreAssessed = centreAssessed || std::any_of(panel.rows.begin(), panel.rows.end(), [](const auto& row) {
                             return row.judgement == insight::Judgement::CentreAssessed;
                         });
    m_legend->setCentreAssessed(centreAssessed);
    m_head->setSentence(attainment.judged > 0
                            ? tr("%1 of %2 results reach what was expected in their year.")
                                  .arg(attainment.reached)
                                  .arg(attainment.judged)
                            : tr("None of these results can be compared with what was expected in its year."));
    m_chart->setAttainment(attainment);
    m_states->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    for (const auto& [section, width] : {std::pair{AttainmentModel::Stage, 40},
                                         {AttainmentModel::When, 24},
                                         {AttainmentModel::Subject, 50},
                                         {AttainmentModel::Result, 18},
                                         {AttainmentModel::Meaning, 36}})
        m_table->setColumnWidth(section, u(width));
    // Results that have no panel are to be found in the table, so the table is shown if there is nothing else.
    if (attainment.panels.empty() && attainment.relative.empty() && m_model->rowCount() > 0)
        showTable(true);
}

void AttainmentPage::showTable(bool table)
{
    m_switch->setCurrent(table ? 1 : 0);
    m_views->setCurrentIndex(table ? 1 : 0);
}

void AttainmentPage::choose(record::ValueId value)
{
    if (m_showing)
        return;
    const QScopedValueRollback showing(m_showing, true);
    m_chart->setCurrent(value);
    if (const int row = m_model->rowOf(value); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    Q_EMIT selected({{value}, {}});
}

void AttainmentPage::showSelected(const Selected& selected)
{
    const QScopedValueRollback showing(m_showing, true);
    const int row = selected.values.empty() ? -1 : m_model->rowOf(selected.values.front());
    const QModelIndex index = row < 0 ? QModelIndex() : m_model->index(row, 0);
    m_table->setCurrentIndex(index);
    m_chart->setCurrent(record::ValueId{index.data(AttainmentModel::ValueRole).toLongLong()});
}

void AttainmentPage::takeFocus()
{
    if (m_states->currentIndex() == 0)
        m_empty->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
    else if (m_views->currentIndex() == 1)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_chart->setFocus(Qt::OtherFocusReason);
}

} // namespace app
