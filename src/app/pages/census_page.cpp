// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/census_page.h"

#include "app/charts/cell_delegates.h"
#include "app/charts/fact_table.h"
#include "app/charts/quiet_table.h"
#include "app/pages/census_parts.h"
#include "app/pages/empty_or.h"
#include "app/theme/folding_switch.h"
#include "app/theme/parts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

CensusPage::CensusPage(QWidget* parent)
    : SeenPage(parent), m_model(new CensusModel(this)), m_head(new PageHead(tr("Census"))),
      m_show(plainButton({}, u"show"_s)), m_switch(new FoldingSwitch(tr("Part of this page"))), m_table(new QTableView),
      m_account(new AccountPart), m_attendance(new AttendancePart), m_homes(new AddressPart),
      m_parts(new QStackedWidget),
      m_states(new EmptyOr(
          new EmptyState(u"census"_s, tr("Nothing from the census yet"),
                         tr("Schools answer the national census three times a year. When you add what you were "
                            "given, what they answered about you stands here, year by year."),
                         tr("Add what I was given")),
          this))
{
    m_head->setSentence(tr("What schools answered, year by year. An edge and the word \"changed\" mark a new answer."));
    m_head->addControl(m_show);
    m_table->setModel(m_model);
    makeQuiet(m_table);
    m_table->setItemDelegate(new ReadingDelegate(m_table));
    m_table->setAccessibleName(tr("Census answers by school year"));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultAlignment(
        Qt::Alignment::fromInt(int(Qt::AlignLeft) | int(Qt::AlignVCenter) | int(Qt::TextWordWrap)));

    m_switch->setTexts({tr("By year"), tr("Term by term"), tr("Absence and exclusions"), tr("Addresses")});
    auto* bar = new Surface(&Tokens::sheet, Qt::BottomEdge);
    auto* inBar = new QHBoxLayout(bar);
    inBar->setContentsMargins(u(5), u(1.5), u(5), u(1.5));
    inBar->addWidget(m_switch);
    inBar->addStretch(1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_table, m_account, m_attendance, m_homes})
        m_parts->addWidget(part);
    QVBoxLayout* column = m_states->column();
    column->addWidget(m_head);
    column->addWidget(bar);
    column->addWidget(m_parts, 1);
    keepClear(column);

    connect(m_show, &QPushButton::clicked, this, [this] {
        m_model->setUnmasked(!m_model->isUnmasked());
        m_account->setMasked(!m_model->isUnmasked());
        m_homes->setMasked(!m_model->isUnmasked());
        showMask();
    });
    connect(m_switch, &FoldingSwitch::chosen, this, [this](int part) { showPart(static_cast<Part>(part)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CensusPage::choose);
    connect(m_table, &QTableView::activated, this, &CensusPage::open);
    connect(m_table, &QTableView::clicked, this, &CensusPage::open);
    // Words of a heading are painted where they can be seen, not moved with the years.
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_model, &QAbstractItemModel::modelReset, this, &CensusPage::arrange);
    const auto chosen = [this](const std::vector<record::ValueId>& values) { emitChosen(values); };
    connect(m_account, &AccountPart::chosen, this, chosen);
    connect(m_attendance, &AttendancePart::chosen, this, chosen);
    connect(m_homes, &AddressPart::chosen, this, chosen);
    showMask();
}

void CensusPage::forget()
{
    m_model->forgetChoices();
    m_attendance->fold();
    m_atRisk = false;
    fill({});
}

void CensusPage::workOut(const desk::Snapshot& snapshot)
{
    const int row = m_table->currentIndex().row(), column = m_table->currentIndex().column();
    const QScopedValueRollback showing(m_showing, true);
    m_atRisk = snapshot.atRisk;
    if (m_atRisk)
        m_model->forgetChoices();
    fill(insight::censusTold(snapshot.record, snapshot.decisions));
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, column));
}

void CensusPage::fill(insight::CensusTold told)
{
    const QScopedValueRollback showing(m_showing, true);
    m_model->setCharacteristics(std::move(told.characteristics));
    m_accounts = std::move(told.accounts);
    m_hasHomes = !told.addresses.empty();
    tellAccounts();
    m_attendance->setAttendance(told.attendance);
    m_homes->setAddresses(std::move(told.addresses), !m_model->isUnmasked(), m_atRisk);
    m_states->setEmpty(m_model->rowCount() == 0 && told.attendance.years.empty() && told.attendance.exclusions.empty() && !m_hasHomes);
    showMask();
}

void CensusPage::tellAccounts()
{
    std::vector<const insight::CharacteristicAccount*> open;
    for (const insight::CharacteristicAccount& account : m_accounts)
        if (!account.hard || m_model->isHardOpen(account.group))
            open.push_back(&account);
    m_account->setAccounts(std::move(open), !m_model->isUnmasked());
}

void CensusPage::showPart(Part part)
{
    m_switch->setCurrent(part);
    m_parts->setCurrentIndex(part);
}

void CensusPage::emitChosen(const std::vector<record::ValueId>& values)
{
    if (!m_showing && !values.empty())
        Q_EMIT selected({values, {}});
}

void CensusPage::showMask()
{
    m_show->setVisible((m_model->hasMasked() || m_hasHomes) && !m_atRisk);
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
    tellAccounts();
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void CensusPage::mark(const Selected& selected)
{
    const QScopedValueRollback showing(m_showing, true);
    const QModelIndex index = selected.values.empty() ? QModelIndex() : m_model->indexOf(selected.values.front());
    if (index.isValid() && index != m_table->currentIndex())
        m_table->setCurrentIndex(index);
    if (selected.values.empty())
        return;
    m_account->showValue(selected.values.front());
    m_attendance->showValue(selected.values.front());
    m_homes->showValue(selected.values.front());
}

void CensusPage::takeFocus()
{
    if (m_states->takeFocus())
        return;
    if (m_parts->currentIndex() == ByYear)
        m_table->setFocus(Qt::OtherFocusReason);
    else if (m_parts->currentIndex() == TermByTerm)
        m_account->choice()->setFocus(Qt::OtherFocusReason);
    else if (m_parts->currentIndex() == Absence)
        m_attendance->absence()->setFocus(Qt::OtherFocusReason);
    else
        m_homes->table()->setFocus(Qt::OtherFocusReason);
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
    SeenPage::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace app
