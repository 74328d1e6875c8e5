// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/coverage_page.h"

#include "app/charts/coverage_cells.h"
#include "app/charts/quiet_table.h"
#include "app/pages/coverage_detail.h"
#include "app/pages/coverage_legend.h"
#include "app/pages/empty_or.h"
#include "app/theme/parts.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

CoveragePage::CoveragePage(QWidget* parent)
    : SeenPage(parent), m_model(new CoverageModel(this)), m_head(new PageHead(tr("What should be there"))),
      m_printed(plainButton(tr("Lay the printed table over it"), u"table"_s)), m_legend(new CoverageLegend),
      m_table(new QTableView), m_detail(new CoverageDetail), m_below(new QScrollArea),
      m_states(new EmptyOr(
          new EmptyState(u"coverage"_s, tr("No date of birth, no years"),
                         tr("What should be there follows from a date of birth, or from what is here. This record "
                            "has neither yet."),
                         tr("Add what I was given")),
          this))
{
    m_printed->setCheckable(true);
    m_printed->setToolTip(tr("A table of years that campaign documents print. It is wrong in places; the official years "
                             "are used."));
    m_head->addControl(m_printed);
    m_table->setModel(m_model);
    m_table->setVerticalHeader(new CoverageRowHeader(m_table));
    makeQuiet(m_table);
    m_table->setItemDelegate(new CoverageDelegate(m_table));
    m_table->setAccessibleName(tr("What should be there, by collection and school year"));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);

    QVBoxLayout* column = m_states->column();
    column->addWidget(m_head);
    column->addWidget(m_legend);
    column->addWidget(new Hairline);
    column->addWidget(m_table, 1);
    column->addWidget(m_below);
    auto* below = new QWidget;
    auto* inBelow = new QVBoxLayout(below);
    inBelow->setContentsMargins(0, 0, 0, 0);
    inBelow->setSpacing(0);
    inBelow->addWidget(m_detail);
    m_below->setFrameShape(QFrame::NoFrame);
    m_below->setWidgetResizable(true);
    m_below->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_below->setAccessibleName(tr("What the chosen cell says"));
    m_below->setWidget(below);

    connect(m_printed, &QPushButton::toggled, this, &CoveragePage::showPrinted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CoveragePage::choose);
    connect(m_table, &QTableView::activated, this, &CoveragePage::open);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (m_model->isHeading(index.row()))
            open(index);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &CoveragePage::arrange);
    connect(m_detail, &CoverageDetail::askPartAsked, this,
            [this] { Q_EMIT missingAsked(m_model->told(m_table->currentIndex()).missing); });
    connect(m_detail, &CoverageDetail::askAllAsked, this, [this] { Q_EMIT missingAsked(m_model->missing()); });
    connect(m_detail, &CoverageDetail::lookAsked, this, [this] {
        Q_EMIT selected(Selected{m_model->told(m_table->currentIndex()).values, {}});
    });
}

void CoveragePage::forget()
{
    m_model->setCoverage({});
    m_model->forgetChoices();
    m_printed->setChecked(false);
    m_detail->clear();
}

void CoveragePage::workOut(const desk::Snapshot& snapshot)
{
    const int row = m_table->currentIndex().row(), column = m_table->currentIndex().column();
    m_model->setCoverage(insight::coverage(snapshot.record, snapshot.decisions, snapshot.today));
    m_states->setEmpty(m_model->columnCount() == 0);
    const QDate born = snapshot.record.person.born;
    m_head->setSentence(born.isValid() ? tr("For somebody born in %1 who went to state schools in England.")
                                             .arg(QLocale().toString(born, tr("MMMM yyyy")))
                                       : tr("Without a date of birth: only what the files themselves tell."));
    const QModelIndex before = row >= 0 ? m_model->index(row, column) : m_model->firstMissing();
    m_table->setCurrentIndex(before);
    choose(before);
}

void CoveragePage::choose(const QModelIndex& index)
{
    if (!index.isValid() || m_model->isHeading(index.row()) || !snapshot())
        m_detail->clear();
    else
        m_detail->show(m_model->told(index), static_cast<int>(m_model->missing().size()), snapshot()->readOnly);
    share();
}

// A low window, or large text: the table keeps the larger part; the rule of a cell and the signs stand below it, and
// scroll there by themselves.
void CoveragePage::share()
{
    const bool low = height() < u(120);
    auto* below = static_cast<QVBoxLayout*>(m_below->widget()->layout());
    if (low && below->indexOf(m_legend) < 0)
        below->addWidget(m_legend);
    else if (!low && below->indexOf(m_legend) >= 0)
        m_states->column()->insertWidget(1, m_legend);
    const int wanted = below->totalHeightForWidth(width());
    const int given = std::min(wanted, low ? height() / 3 : height() / 2);
    m_below->setFixedHeight(given);
    m_below->setFocusPolicy(given < wanted ? Qt::StrongFocus : Qt::NoFocus);
}

void CoveragePage::resizeEvent(QResizeEvent* event)
{
    SeenPage::resizeEvent(event);
    share();
}

void CoveragePage::open(const QModelIndex& index)
{
    if (!m_model->isHeading(index.row())) {
        (void)m_detail->takeFocus();
        return;
    }
    const auto section = static_cast<catalogue::CoverageSection>(index.data(CoverageModel::SectionRole).toInt());
    if (!isHard(section))
        return;
    const int row = index.row();
    m_model->setOpen(section, !m_model->isOpen(section));
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void CoveragePage::showPrinted(bool laidOver)
{
    m_model->setPrinted(laidOver);
    m_legend->show(*m_model);
    choose(m_table->currentIndex());
}

void CoveragePage::takeFocus()
{
    if (!m_states->takeFocus())
        m_table->setFocus(Qt::OtherFocusReason);
}

void CoveragePage::arrange()
{
    const QSize cell = m_table->itemDelegate()->sizeHint({}, {});
    const QFontMetrics heads(textFont(TextSize::Small));
    m_table->verticalHeader()->setFixedWidth(static_cast<CoverageRowHeader*>(m_table->verticalHeader())->wantedWidth());
    m_table->verticalHeader()->setDefaultSectionSize(cell.height());
    m_table->horizontalHeader()->setDefaultSectionSize(std::max(cell.width(), heads.horizontalAdvance(u"2009/10  "_s)));
    m_table->horizontalHeader()->setFixedHeight(2 * heads.height() + u(3));
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->isHeading(row))
            continue;
        if (m_model->columnCount() > 1)
            m_table->setSpan(row, 0, 1, m_model->columnCount());
        m_table->setRowHeight(row, cell.height() + u(2));
    }
    m_legend->show(*m_model);
    share();
}

void CoveragePage::changeEvent(QEvent* event)
{
    SeenPage::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace app
