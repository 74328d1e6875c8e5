// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/releases_page.h"

#include "app/charts/cell_delegates.h"
#include "app/charts/quiet_table.h"
#include "app/charts/verdict_row.h"
#include "app/pages/empty_or.h"
#include "app/theme/parts.h"
#include "register/release.h"

#include <QEvent>
#include <QHeaderView>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

ReleasesPage::ReleasesPage(QWidget* parent)
    : Page(parent), m_model(new ReleasesModel(this)), m_head(new PageHead(tr("Who may have it"))),
      m_discs(new VerdictRow), m_table(new QTableView),
      m_states(new EmptyOr(
          new EmptyState(u"releases"_s, tr("Who may have your data"),
                         tr("When you add what you were given, the program compares it with the shares that are "
                            "known and says how sure it is about each."),
                         tr("Add what I was given")),
          this))
{
    m_table->setModel(m_model);
    makeQuiet(m_table);
    m_table->setItemDelegate(new ReleaseDelegate(m_table));
    m_table->setAccessibleName(tr("Shares, the surest first"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->viewport()->installEventFilter(this);

    QVBoxLayout* column = m_states->column();
    column->addWidget(m_head);
    column->addWidget(m_discs);
    column->addWidget(m_table, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReleasesPage::choose);
    connect(m_table, &QTableView::activated, this, &ReleasesPage::choose);
    connect(m_table, &QTableView::clicked, this, &ReleasesPage::choose);
}

void ReleasesPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    const QScopedValueRollback showing(m_showing, true);
    const QString kept = m_table->currentIndex().data(ReleasesModel::ReferenceRole).toString();
    m_model->setExposure(snapshot ? snapshot->exposure : std::vector<insight::ReleaseExposure>{});
    m_discs->setCounts(m_model->counts());
    if (snapshot) {
        const registry::Edition& edition = registry::bundledEdition();
        m_head->setSentence(
            tr("The program knows %1 of at least %2 shares: too few to judge.").arg(edition.known).arg(edition.of));
    }
    m_states->setEmpty(!snapshot || snapshot->record.entries.empty());
    if (const int row = m_model->rowOf(kept); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    arrangeColumns();
}

void ReleasesPage::choose()
{
    const QString reference = m_table->currentIndex().data(ReleasesModel::ReferenceRole).toString();
    if (!m_showing && !reference.isEmpty())
        Q_EMIT selected({{}, reference});
}

void ReleasesPage::showSelected(const Selected& selected)
{
    const QScopedValueRollback showing(m_showing, true);
    const int row = selected.values.empty() ? m_model->rowOf(selected.release) : -1;
    if (row >= 0 && row != m_table->currentIndex().row())
        m_table->setCurrentIndex(m_model->index(row, 0));
    else if (row < 0 && selected.values.empty())
        m_table->setCurrentIndex({});
}

void ReleasesPage::takeFocus()
{
    if (!m_states->takeFocus())
        m_table->setFocus(Qt::OtherFocusReason);
}

void ReleasesPage::arrangeColumns()
{
    // Names and words share what the short columns leave; a narrow page scrolls sideways rather than cut them.
    const int shorts = MarginSheet::marginX() + u(34) + u(38);
    const int rest = std::max(u(94), m_table->viewport()->width() - shorts);
    const int who = std::max(u(38), rest * 2 / 5);
    m_table->setColumnWidth(ReleasesModel::Verdict, MarginSheet::marginX());
    m_table->setColumnWidth(ReleasesModel::Who, who);
    m_table->setColumnWidth(ReleasesModel::What, rest - who);
    m_table->setColumnWidth(ReleasesModel::When, u(34));
    m_table->setColumnWidth(ReleasesModel::Destroyed, u(38));
    m_table->resizeRowsToContents();
}

bool ReleasesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize &&
        static_cast<QResizeEvent*>(event)->size().width() != static_cast<QResizeEvent*>(event)->oldSize().width())
        arrangeColumns();
    return Page::eventFilter(watched, event);
}

void ReleasesPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrangeColumns();
}

} // namespace app
