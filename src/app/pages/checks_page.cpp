// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/checks_page.h"

#include "app/models/finding_runs.h"
#include "app/pages/finding_row.h"
#include "app/shell_area.h"

#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// A row costs a dozen widgets; a very full record has hundreds, and nobody reads on for so long.
constexpr std::size_t mostRowsAtFirst = 20;

// Of a rule's findings in one group.
QString foldKey(const QString& group, const QString& rule)
{
    const QString key = group + u'/' + rule;
    return key;
}

} // namespace

ChecksPage::ChecksPage(QWidget* parent)
    : Page(parent), m_stack(new QStackedWidget), m_head(new PageHead(tr("Something to check"))), m_sheet(new MarginSheet)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    whole->addWidget(m_stack, 1);
    auto* empty = new EmptyState(u"checks"_s, tr("Nothing to check yet"),
                                 tr("When you add what you were given, the program looks for what does not fit: numbers "
                                    "with a slip, answers that change, dates that cannot be."),
                                 tr("Add what I was given"));
    connect(empty, &EmptyState::asked, this, &Page::importAsked);
    m_stack->addWidget(empty);
    auto* waiting = new MarginSheet;
    waiting->addRow({}, new Text(tr("Looking for what does not fit…"), TextSize::Body, &Tokens::ink2));
    waiting->addStretch();
    m_stack->addWidget(waiting);
    m_stack->addWidget(MarginSheet::scrolling(m_sheet, this));
}

void ChecksPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    if (snapshot && m_checked)
        return; // its answer is on the way, and what is shown stays until then
    m_checked = nullptr;
    if (!snapshot) {
        m_open.clear();
        m_whole.clear();
    }
    renew();
}

void ChecksPage::setChecked(const desk::CheckedPtr& checked)
{
    m_checked = checked;
    m_snapshot = checked->of;
    renew();
}

void ChecksPage::renew()
{
    m_stale = true;
    if (!m_snapshot || isVisible())
        fill();
}

bool ChecksPage::isBusy() const
{
    return m_snapshot && (!m_checked || m_checked->of != m_snapshot);
}

const std::vector<insight::Finding>& ChecksPage::findings() const
{
    static const std::vector<insight::Finding> none;
    return m_checked ? m_checked->findings : none;
}

void ChecksPage::showEvent(QShowEvent* event)
{
    if (m_stale)
        fill();
    Page::showEvent(event);
}

void ChecksPage::showSelected(const Selected& selected)
{
    if (selected.values.empty() || !isVisible())
        return;
    const QScopedValueRollback showing(m_showing, true);
    for (FindingRow* row : m_rows)
        if (row->finding().values == selected.values)
            row->setOpen(true);
}

void ChecksPage::takeFocus()
{
    if (!m_rows.empty())
        m_rows.front()->button()->setFocus();
    else if (m_stack->currentIndex() == Empty)
        m_stack->currentWidget()->setFocus();
    else
        setFocus();
}

void ChecksPage::fill()
{
    m_stale = false;
    const FindingRow* const focused = focusedRow();
    const insight::Finding left = focused ? focused->finding() : insight::Finding();
    const auto place = std::size_t(std::find(m_rows.begin(), m_rows.end(), focused) - m_rows.begin());
    m_rows.clear();
    m_sheet->clear();
    const bool any = m_snapshot && !m_snapshot->record.entries.empty();
    m_stack->setCurrentIndex(!any ? Empty : !m_checked ? Waiting : Found);
    m_head->setSentence({});
    if (!any || !m_checked)
        return;
    m_head->setSentence(tr("A finding is no verdict. Only the family knows what is true."));
    std::vector<const insight::Finding*> groups[3];
    std::vector<const insight::Finding*> settled;
    for (const insight::Finding& finding : m_checked->findings)
        (finding.dismissed ? settled : groups[std::size_t(finding.severity)]).push_back(&finding);
    using insight::Severity;
    addGroup(insight::severityText(Severity::NeedsYou), tr("Nothing here needs you."), groups[0]);
    addGroup(insight::severityText(Severity::WorthALook), tr("Nothing stands out."), groups[1]);
    addGroup(insight::severityText(Severity::ForCompleteness), {}, groups[2]);
    addAside();
    addGroup(tr("Settled"), {}, settled);
    m_sheet->addStretch();
    if (focused)
        focusAgain(left, place);
}

FindingRow* ChecksPage::focusedRow() const
{
    const QWidget* const focus = focusWidget();
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [focus](const FindingRow* row) { return row->isAncestorOf(focus); });
    return found == m_rows.end() || !focus->hasFocus() ? nullptr : *found;
}

// The rows were made anew: the keyboard stays where it was or, where that is settled now, at what comes next.
void ChecksPage::focusAgain(const insight::Finding& left, std::size_t place)
{
    const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&](const FindingRow* row) {
        return row->finding().key == left.key && row->finding().dismissed == left.dismissed;
    });
    QWidget* next = this;
    if (same != m_rows.end())
        next = (*same)->button();
    else if (!m_rows.empty())
        next = m_rows[std::min(place, m_rows.size() - 1)]->button();
    // New rows come into sight with the next turn of the event loop; before it they cannot have the keyboard.
    QMetaObject::invokeMethod(next, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection);
}

void ChecksPage::addGroup(const QString& title, const QString& none, const std::vector<const insight::Finding*>& group)
{
    if (group.empty() && none.isEmpty())
        return;
    auto* list = new QWidget;
    list->setAccessibleName(title);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (group.empty())
        column->addWidget((new Text(none, TextSize::Body, &Tokens::ink2))->wrapped());
    const bool whole = m_whole.contains(title);
    const bool few = group.size() <= std::size_t(insight::mostThatNeedYou);
    const auto asked = [&](const QString& rule) { return few || m_whole.contains(foldKey(title, rule)); };
    std::size_t rows = 0, told = 0;
    for (const FindingRun& run : runsOfRules(group, asked)) {
        if (rows >= mostRowsAtFirst && !whole)
            break;
        addRows(column, run.shown);
        if (run.folded > 0)
            addMore(column, run.shown.front()->title, tr("Show %n more like this", nullptr, int(run.folded)),
                    foldKey(title, run.shown.front()->rule), *group[told + run.shown.size()]);
        rows += run.shown.size();
        told += run.shown.size() + run.folded;
    }
    if (told < group.size())
        addMore(column, title, tr("Show %n more", nullptr, int(group.size() - told)), title, *group[told]);
    m_sheet->addRow(group.size() > mostRowsAtFirst ? tr("%1 (%2)").arg(title, QString::number(group.size())) : title, list,
                    group.empty() ? 4 : 2);
}

// What is folded away, one press from here.
void ChecksPage::addMore(QVBoxLayout* column, const QString& of, const QString& words, const QString& whole,
                         const insight::Finding& next)
{
    auto* more = linkButton(words);
    more->setAccessibleName(tr("%1: %2").arg(of, words));
    column->addSpacing(u(2));
    column->addWidget(more, 0, Qt::AlignLeft);
    column->addSpacing(u(2));
    connect(more, &QPushButton::clicked, this, [this, whole, next] {
        m_whole.insert(whole);
        fill();
        focusAgain(next, 0);
    });
}

void ChecksPage::addRows(QVBoxLayout* column, std::span<const insight::Finding* const> findings)
{
    for (const insight::Finding* finding : findings) {
        column->addWidget(rowFor(*finding));
        column->addWidget(new Hairline);
    }
}

FindingRow* ChecksPage::rowFor(const insight::Finding& finding)
{
    auto* row = new FindingRow(finding, m_checked->of);
    m_rows.push_back(row);
    const QString key = finding.key;
    const Selected values{finding.values, {}};
    if (m_open.contains(key))
        row->setOpen(true);
    connect(row, &FindingRow::openChanged, this, [this, key](bool open) {
        if (open)
            m_open.insert(key);
        else
            m_open.remove(key);
    });
    connect(row, &FindingRow::chosen, this, [this, values] {
        if (!m_showing && !wouldBeCovered())
            Q_EMIT selected(values);
    });
    connect(row, &FindingRow::detailsAsked, this, [this, values] { Q_EMIT selected(values); });
    connect(row, &FindingRow::timelineAsked, this, [this, values] { Q_EMIT pageAsked(PageName::Timeline, values); });
    connect(row, &FindingRow::wrongAsked, this, [this, values] { Q_EMIT correctionAsked(values); });
    connect(row, &FindingRow::basisAsked, this, [this, values] { Q_EMIT basisAsked(values); });
    connect(row, &FindingRow::settled, this, [this, key](const QString& reason) {
        m_open.remove(key);
        const QDateTime now(m_snapshot->today, QTime(12, 0), QTimeZone::utc());
        Q_EMIT decided(insight::dismissing(m_snapshot->decisions, key, reason, now));
    });
    connect(row, &FindingRow::unsettled, this,
            [this, key] { Q_EMIT decided(insight::undismissing(m_snapshot->decisions, key)); });
    connect(row, &FindingRow::setAsideAsked, this, [this, entries = finding.entries] {
        Q_EMIT decided(insight::settingAside(m_snapshot->decisions, entries));
    });
    connect(row, &FindingRow::limitChosen, this, [this, rule = finding.rule](double value) {
        if (const auto limited = insight::limiting(m_snapshot->decisions, rule, value))
            Q_EMIT decided(*limited);
    });
    return row;
}

// In a small window, or with large text, the inspector would lie over what was just opened.
bool ChecksPage::wouldBeCovered() const
{
    for (const QWidget* at = parentWidget(); at; at = at->parentWidget())
        if (const auto* area = qobject_cast<const PageArea*>(at))
            return area->inspectorOver();
    return false;
}

void ChecksPage::addAside()
{
    const auto count = int(m_snapshot->decisions.setAside.size());
    if (count == 0)
        return;
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, u(2.5), 0, u(2.5));
    column->setSpacing(u(2));
    column->addWidget((new Text(tr("%n entry(ies) are set aside, because they may be about another child. No page shows "
                                   "them. Nothing was removed.", nullptr, count)))->wrapped());
    if (!m_snapshot->readOnly) {
        auto* back = plainButton(tr("Take them back"), u"back"_s);
        back->setAccessibleName(tr("Take back the entries that were set aside"));
        column->addWidget(back, 0, Qt::AlignLeft);
        connect(back, &QPushButton::clicked, this, [this] {
            Q_EMIT decided(insight::takingBack(m_snapshot->decisions, m_snapshot->decisions.setAside));
        });
    }
    m_sheet->addRow(tr("Set aside"), box, 2);
}

} // namespace app
