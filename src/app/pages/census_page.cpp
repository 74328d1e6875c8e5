// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/census_page.h"

#include "app/charts/cell_delegates.h"
#include "app/theme/parts.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

CensusPage::CensusPage(QWidget* parent)
    : Page(parent), m_model(new CensusModel(this)), m_head(new PageHead(tr("Census"))),
      m_show(plainButton({}, u"show"_s)), m_table(new QTableView),
      m_empty(new EmptyState(u"census"_s, tr("Nothing from the census yet"),
                             tr("Schools answer the national census three times a year. When you add what you were "
                                "given, what they answered about you stands here, year by year."),
                             tr("Add what I was given"))),
      m_states(new QStackedWidget)
{
    m_head->setSentence(tr("What schools answered, year by year. An edge and the word \"changed\" mark a new answer."));
    m_head->addControl(m_show);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ReadingDelegate(m_table));
    m_table->setAccessibleName(tr("Census answers by school year"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultAlignment(
        Qt::Alignment::fromInt(int(Qt::AlignLeft) | int(Qt::AlignVCenter) | int(Qt::TextWordWrap)));
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto* something = new QWidget;
    auto* column = new QVBoxLayout(something);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    m_states->addWidget(m_empty);
    m_states->addWidget(something);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_states);

    connect(m_empty, &EmptyState::asked, this, &Page::importAsked);
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_model->setUnmasked(!m_model->isUnmasked());
        showMask();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CensusPage::choose);
    connect(m_table, &QTableView::activated, this, &CensusPage::open);
    connect(m_table, &QTableView::clicked, this, &CensusPage::open);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CensusPage::arrange);
    showMask();
}

void CensusPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    const QScopedValueRollback showing(m_showing, true);
    const int row = m_table->currentIndex().row(), column = m_table->currentIndex().column();
    m_atRisk = snapshot && snapshot->atRisk;
    if (!snapshot || m_atRisk)
        m_model->forgetChoices();
    m_model->setCharacteristics(snapshot ? insight::characteristics(snapshot->record, snapshot->decisions)
                                         : std::vector<insight::Characteristic>{});
    m_states->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    if (snapshot && row >= 0)
        m_table->setCurrentIndex(m_model->index(row, column));
    showMask();
}

void CensusPage::showMask()
{
    m_show->setVisible(m_model->hasMasked() && !m_atRisk);
    m_show->setText(m_model->isUnmasked() ? tr("Hide places") : tr("Show places"));
    m_show->setIcon(icon(m_model->isUnmasked() ? u"mask"_s : u"show"_s));
    m_show->setAccessibleDescription(tr("Addresses, areas and numbers that tell where a person is"));
}

void CensusPage::choose(const QModelIndex& index)
{
    if (m_showing || !index.isValid())
        return;
    Selected chosen;
    for (const QVariant& id : index.data(CensusModel::ValuesRole).toList())
        chosen.values.push_back(record::ValueId{id.toLongLong()});
    if (!chosen.values.empty())
        Q_EMIT selected(chosen);
}

void CensusPage::open(const QModelIndex& index)
{
    if (!m_model->isHeading(index.row())) {
        choose(index);
        return;
    }
    const auto group = static_cast<insight::LaneGroup>(index.data(CensusModel::GroupRole).toInt());
    const int row = index.row();
    m_model->setHardOpen(group, !m_model->isHardOpen(group));
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void CensusPage::showSelected(const Selected& selected)
{
    const QScopedValueRollback showing(m_showing, true);
    const QModelIndex index = selected.values.empty() ? QModelIndex() : m_model->indexOf(selected.values.front());
    if (index.isValid() && index != m_table->currentIndex())
        m_table->setCurrentIndex(index);
}

void CensusPage::takeFocus()
{
    if (m_states->currentIndex() == 0)
        m_empty->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void CensusPage::arrange()
{
    const QSize cell = m_table->itemDelegate()->sizeHint({}, {});
    m_table->verticalHeader()->setFixedWidth(MarginSheet::marginX());
    m_table->verticalHeader()->setDefaultSectionSize(cell.height());
    m_table->horizontalHeader()->setDefaultSectionSize(cell.width());
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->isHeading(row) && m_model->columnCount() > 1)
            m_table->setSpan(row, 0, 1, m_model->columnCount());
}

void CensusPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace app
