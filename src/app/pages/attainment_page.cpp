// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/attainment_page.h"

#include "app/charts/attainment_chart.h"
#include "app/charts/attainment_legend.h"
#include "app/charts/fact_table.h"
#include "app/charts/quiet_table.h"
#include "app/dialogs/file_ask.h"
#include "app/pages/empty_or.h"
#include "app/pages/linked_part.h"
#include "app/theme/folding_switch.h"
#include "app/theme/parts.h"

#include <QHeaderView>
#include <QMenu>
#include <QSaveFile>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

AttainmentPage::AttainmentPage(QWidget* parent)
    : SeenPage(parent), m_model(new AttainmentModel(this)), m_head(new PageHead(tr("Attainment"))),
      m_switch(new FoldingSwitch(tr("Show as"))), m_save(plainButton(tr("&Save"), u"export"_s)), m_notice(new Notice),
      m_legend(new AttainmentLegend), m_chart(new AttainmentChart), m_scroll(new QScrollArea), m_table(new QTableView),
      m_linked(new LinkedPart), m_views(new QStackedWidget),
      m_states(new EmptyOr(
          new EmptyState(u"attainment"_s, tr("No results yet"),
                         tr("Tests, exams and teachers' judgements stand here, each on the scale of its own time, "
                            "when you add what you were given."),
                         tr("Add what I was given")),
          this))
{
    offerViews(false);
    m_head->addControl(m_switch);
    m_head->addControl(m_save);
    auto* menu = new QMenu(m_save);
    QAction* warning = menu->addAction(tr("The file will not be encrypted: whoever has it can read it"));
    warning->setEnabled(false);
    menu->addSeparator();
    for (const auto& [kind, words] : {std::pair{AttainmentFile::Png, tr("As a &picture (PNG)")},
                                      {AttainmentFile::Svg, tr("As a &drawing (SVG)")},
                                      {AttainmentFile::Csv, tr("As a &table (CSV)")}})
        connect(menu->addAction(words), &QAction::triggered, this, [this, kind = kind] { save(kind); });
    m_save->setMenu(menu);
    m_save->setAccessibleDescription(warning->text());
    m_notice->hide();
    m_scroll->setWidget(m_chart);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // beside details, at large text, a panel is wider
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* picture = new QWidget;
    auto* drawn = new QVBoxLayout(picture);
    drawn->setContentsMargins(0, 0, 0, 0);
    drawn->setSpacing(0);
    drawn->addWidget(m_legend);
    drawn->addWidget(m_scroll, 1);

    m_table->setModel(m_model);
    makeQuiet(m_table);
    m_table->setAccessibleName(tr("Attainment as a table"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_views->addWidget(picture);
    m_views->addWidget(m_table);
    m_views->addWidget(m_linked);

    QVBoxLayout* column = m_states->column();
    column->addWidget(m_head);
    column->addWidget(m_notice);
    column->addWidget(m_views, 1);
    keepClear(column);

    connect(m_switch, &FoldingSwitch::chosen, this, [this](int view) { showView(static_cast<View>(view)); });
    connect(m_linked, &LinkedPart::chosen, this, [this](const std::vector<record::ValueId>& values) {
        if (!m_showing && !values.empty())
            Q_EMIT selected({values, {}});
    });
    connect(m_chart, &AttainmentChart::chosen, this, &AttainmentPage::choose);
    connect(m_chart, &AttainmentChart::rowShown, this, [this](const QRect& rect) {
        m_scroll->ensureVisible(rect.left(), rect.center().y(), 0, rect.height() + u(10));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            choose(record::ValueId{index.data(AttainmentModel::ValueRole).toLongLong()});
    });
}

void AttainmentPage::forget()
{
    m_model->setAttainment({}, {});
    m_linked->setRows({}, false);
    fill({});
}

void AttainmentPage::workOut(const desk::Snapshot& snapshot)
{
    const QScopedValueRollback showing(m_showing, true);
    const insight::Attainment attainment = insight::attainment(snapshot.record, snapshot.decisions);
    m_model->setAttainment(attainment, snapshot.record);
    m_linked->setRows(insight::linkedTables(snapshot.record, snapshot.decisions), snapshot.atRisk);
    fill(attainment);
}

void AttainmentPage::fill(const insight::Attainment& attainment)
{
    const QScopedValueRollback showing(m_showing, true);
    const bool results = m_model->rowCount() > 0;
    offerViews(!m_linked->isEmpty());
    m_save->setEnabled(results);
    m_notice->hide();
    m_head->setSentence(attainment.judged > 0
                            ? tr("%1 of %2 results reach what was expected in their year.")
                                  .arg(attainment.reached)
                                  .arg(attainment.judged)
                            : tr("None of these results can be compared with what was expected in its year."));
    m_chart->setAttainment(attainment);
    m_legend->setCentreAssessed(m_chart->hasCentreAssessed());
    m_states->setEmpty(!results && m_linked->isEmpty());
    showView(m_linked->isEmpty() && m_views->currentIndex() == Linked ? AsPicture
                                                                      : static_cast<View>(m_views->currentIndex()));
    for (const auto& [section, width] : {std::pair{AttainmentModel::Stage, 40},
                                         {AttainmentModel::When, 24},
                                         {AttainmentModel::Subject, 50},
                                         {AttainmentModel::Result, 18},
                                         {AttainmentModel::Meaning, 36}})
        m_table->setColumnWidth(section, u(width));
    // Results that have no panel are to be found in the table, so the table is shown if there is nothing else.
    if (attainment.panels.empty() && attainment.relative.empty())
        showView(results ? AsTable : m_linked->isEmpty() ? AsPicture : Linked);
}

// New buttons only where they change: the keyboard may stand on one of them.
void AttainmentPage::offerViews(bool linked)
{
    if (m_offersLinked == linked)
        return;
    m_offersLinked = linked;
    QStringList views{tr("Picture"), tr("Table")};
    if (linked)
        views << tr("Work and benefits");
    m_switch->setTexts(views);
}

void AttainmentPage::showView(View view)
{
    m_switch->setCurrent(view);
    m_views->setCurrentIndex(view);
}

QByteArray AttainmentPage::fileOf(AttainmentFile kind) const
{
    switch (kind) {
    case AttainmentFile::Png:
        return attainmentPng(*m_chart, *m_legend);
    case AttainmentFile::Svg:
        return attainmentSvg(*m_chart, *m_legend);
    case AttainmentFile::Csv:
        return attainmentCsv(*m_model);
    }
    Q_UNREACHABLE();
}

void AttainmentPage::save(AttainmentFile kind)
{
    const QString suffix = kind == AttainmentFile::Png ? u"png"_s : kind == AttainmentFile::Svg ? u"svg"_s : u"csv"_s;
    // The name says nothing of the person.
    askSavePath(this, tr("Save, not encrypted"), tr("attainment") + u'.' + suffix, suffix,
                [this, kind](const QString& path) { writeTo(path, kind); });
}

void AttainmentPage::writeTo(const QString& path, AttainmentFile kind)
{
    const QByteArray bytes = fileOf(kind);
    QSaveFile file(path);
    const bool written = !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (written)
        m_notice->say(Notice::Kind::Settled, tr("Saved."), tr("It is not encrypted where you saved it."));
    else
        m_notice->say(Notice::Kind::Fault, tr("It could not be saved there."),
                      tr("Choose a folder you may write to, with room on the disk."));
    m_notice->show();
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

void AttainmentPage::mark(const Selected& selected)
{
    const QScopedValueRollback showing(m_showing, true);
    const int row = selected.values.empty() ? -1 : m_model->rowOf(selected.values.front());
    const QModelIndex index = row < 0 ? QModelIndex() : m_model->index(row, 0);
    m_table->setCurrentIndex(index);
    m_chart->setCurrent(record::ValueId{index.data(AttainmentModel::ValueRole).toLongLong()});
    if (!selected.values.empty())
        m_linked->showValue(selected.values.front());
}

void AttainmentPage::takeFocus()
{
    if (m_states->takeFocus())
        return;
    if (m_views->currentIndex() == Linked)
        m_linked->table()->setFocus(Qt::OtherFocusReason);
    else if (m_views->currentIndex() == AsTable)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_chart->setFocus(Qt::OtherFocusReason);
}

} // namespace app
