// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/finding_row.h"

#include "app/models/finding_words.h"
#include "app/theme/flow_layout.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString iconOf(const insight::Finding& finding)
{
    if (finding.dismissed)
        return u"settled"_s;
    return finding.severity == insight::Severity::ForCompleteness ? u"note"_s : u"finding"_s;
}

Text* wrapping(const QString& text, TextSize size = TextSize::Body, QColor Tokens::* ink = &Tokens::ink)
{
    auto* words = new Text(text, size, ink);
    words->setWordWrap(true);
    return words;
}

} // namespace

FindingRow::FindingRow(const insight::Finding& finding, const desk::SnapshotPtr& snapshot, QWidget* parent)
    : QWidget(parent), m_finding(finding), m_snapshot(snapshot),
      m_says(wrapping(foldedWords(finding), TextSize::Body, &Tokens::ink2)), m_button(plainButton(tr("Look closer"))),
      m_words(new QVBoxLayout)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, u(2.5), 0, u(2.5));
    row->setSpacing(u(3));
    row->addWidget(new Picture(iconOf(finding), 5.5, finding.dismissed ? &Tokens::green : &Tokens::ochreMark), 0, Qt::AlignTop);
    m_words->setSpacing(0);
    auto* title = wrapping(finding.title, TextSize::Section);
    m_words->addWidget(title);
    m_words->addWidget(m_says);
    if (finding.dismissed) {
        const QString day = QLocale().toString(finding.dismissedAt.date(), tr("d MMM yyyy"));
        m_words->addWidget(wrapping(finding.reason.isEmpty() ? tr("Settled on %1.").arg(day)
                                                             : tr("Settled on %1: %2").arg(day, finding.reason),
                                    TextSize::Body, &Tokens::ink2));
    }
    row->addLayout(m_words, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    m_button->setAccessibleName(tr("Look closer: %1").arg(finding.title));
    connect(m_button, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
}

void FindingRow::setOpen(bool open)
{
    if (open == isOpen())
        return;
    if (open) {
        fill();
    } else {
        m_lastStop = nullptr;
        delete std::exchange(m_inside, nullptr);
        m_says->setText(foldedWords(m_finding));
    }
    m_button->setText(open ? tr("Fold up") : tr("Look closer"));
    m_button->setAccessibleName(QString(m_button->text() + u": "_s + m_finding.title));
    Q_EMIT openChanged(open);
    if (open && !asksBeforeLetter(m_finding))
        Q_EMIT chosen();
}

// Tab goes on from the row's button into what was opened, not to the next row first.
template <typename Widget> Widget* FindingRow::stop(Widget* widget)
{
    if (m_lastStop)
        setTabOrder(m_lastStop, widget);
    m_lastStop = widget;
    return widget;
}

void FindingRow::fill()
{
    m_says->setText(m_finding.text);
    m_inside = new QWidget;
    m_words->addWidget(m_inside); // first: the order of Tab is a matter of one window
    m_lastStop = m_button;
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, u(3), 0, 0);
    column->setSpacing(u(2));
    addValues(column);
    column->addWidget(wrapping(m_finding.why));
    addActions(column);
}

void FindingRow::addValues(QVBoxLayout* column)
{
    auto* box = new Surface(&Tokens::desk);
    auto* inBox = new QVBoxLayout(box);
    inBox->setContentsMargins(u(4), u(3), u(4), u(3));
    inBox->setSpacing(u(2));
    for (const ValueWords& value : valuesBehind(m_snapshot->record, m_finding)) {
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(wrapping(value.when, TextSize::Small, &Tokens::ink2));
        auto* said = wrapping(value.said)->selectable();
        said->setBold(true);
        words->addWidget(said);
        if (!value.meaning.isEmpty())
            words->addWidget(wrapping(value.meaning));
        inBox->addLayout(words);
    }
    if (const int more = int(m_finding.values.size()) - mostValuesNamed; more > 0)
        inBox->addWidget(wrapping(tr("%n more value(s); the timeline shows them all.", nullptr, more), TextSize::Small, &Tokens::ink2));
    column->addWidget(box);
}

void FindingRow::addActions(QVBoxLayout* column)
{
    auto* row = new FlowLayout(u(4), u(2));
    column->addLayout(row);
    auto* timeline = linkButton(tr("Show on the timeline"));
    timeline->setAccessibleName(tr("Show on the timeline: %1").arg(m_finding.title));
    connect(timeline, &QPushButton::clicked, this, &FindingRow::timelineAsked);
    row->addWidget(timeline);
    stop(timeline);
    if (!asksBeforeLetter(m_finding)) // the details have a letter ready, too
        addDetails(row);
    const bool canChange = !m_snapshot->readOnly;
    if (canChange && !m_finding.entries.empty()) {
        auto* aside = plainButton(tr("Set aside until I know"));
        aside->setAccessibleName(tr("Set these entries aside until I know"));
        connect(aside, &QPushButton::clicked, this, &FindingRow::setAsideAsked);
        row->addWidget(aside);
        stop(aside);
    }
    if (!canChange)
        return;
    if (asksBeforeLetter(m_finding)) {
        auto* ask = plainButton(tr("I know of no such reason"));
        ask->setAccessibleName(tr("I know of no good reason for this"));
        column->addWidget(ask, 0, Qt::AlignLeft);
        stop(ask);
        connect(ask, &QPushButton::clicked, this, [this, ask, column] {
            auto* letters = new QVBoxLayout;
            column->insertLayout(column->indexOf(ask) + 1, letters);
            QWidget* const last = std::exchange(m_lastStop, ask);
            QPushButton* const first = addLetters(letters);
            m_lastStop = last;
            first->setFocus();
            ask->hide();
            Q_EMIT chosen();
        });
    } else {
        addLetters(column);
    }
    addSettling(column);
    addLimit(column);
}

void FindingRow::addDetails(QLayout* row)
{
    auto* details = linkButton(tr("Show its details"));
    details->setAccessibleName(tr("Show its details: %1").arg(m_finding.title));
    connect(details, &QPushButton::clicked, this, &FindingRow::detailsAsked);
    row->addWidget(details);
    stop(details);
    details->show();
}

QPushButton* FindingRow::addLetters(QVBoxLayout* column)
{
    auto* row = new FlowLayout(u(4), u(2));
    column->addLayout(row);
    auto* basis = plainButton(tr("Ask what it is based on"));
    basis->setAccessibleName(tr("Ask what it is based on: %1").arg(m_finding.title));
    connect(basis, &QPushButton::clicked, this, &FindingRow::basisAsked);
    row->addWidget(basis);
    stop(basis);
    auto* wrong = plainButton(tr("This is wrong"), u"correct"_s);
    wrong->setAccessibleName(tr("This is wrong: %1").arg(m_finding.title));
    connect(wrong, &QPushButton::clicked, this, &FindingRow::wrongAsked);
    row->addWidget(wrong);
    stop(wrong);
    basis->show(); // at once, so that it can have the keyboard
    wrong->show();
    if (asksBeforeLetter(m_finding))
        addDetails(row);
    return basis;
}

void FindingRow::addSettling(QVBoxLayout* column)
{
    auto* row = new FlowLayout(u(4), u(2));
    column->addLayout(row);
    if (m_finding.dismissed) {
        auto* again = plainButton(tr("Take it up again"), u"back"_s);
        again->setAccessibleName(tr("Take it up again: %1").arg(m_finding.title));
        connect(again, &QPushButton::clicked, this, &FindingRow::unsettled);
        row->addWidget(again);
        stop(again);
    } else {
        auto* reason = new QLineEdit;
        reason->setPlaceholderText(tr("Why, if you want to note it"));
        reason->setAccessibleName(tr("Why this is settled"));
        reason->setMinimumWidth(u(40)); // large text in a small window leaves no more
        auto* settle = plainButton(tr("This is settled"), u"settled"_s);
        settle->setAccessibleName(tr("This is settled: %1").arg(m_finding.title));
        const auto tell = [this, reason] { Q_EMIT settled(reason->text().trimmed()); };
        connect(settle, &QPushButton::clicked, this, tell);
        connect(reason, &QLineEdit::returnPressed, this, tell);
        row->addWidget(reason);
        row->addWidget(settle);
        stop(reason);
        stop(settle);
    }
}

void FindingRow::addLimit(QVBoxLayout* column)
{
    const auto rule = insight::checkRule(m_finding.rule);
    if (!rule || !rule->limit)
        return;
    double value = rule->limit->value;
    for (const record::Limit& limit : m_snapshot->decisions.limits)
        if (limit.rule == rule->id)
            value = limit.value;
    column->addWidget(wrapping(tr("This check speaks up from here on: %1").arg(rule->limit->meaning), TextSize::Small, &Tokens::ink2));
    auto* row = new FlowLayout(u(4), u(2));
    column->addLayout(row);
    auto* figure = new QDoubleSpinBox;
    figure->setRange(0, 1000);
    figure->setDecimals(0);
    figure->setValue(value);
    figure->setAccessibleName(rule->limit->meaning);
    auto* use = linkButton(tr("Use this figure"));
    use->setAccessibleName(tr("Use this figure: %1").arg(rule->limit->meaning));
    connect(use, &QPushButton::clicked, this, [this, figure] { Q_EMIT limitChosen(figure->value()); });
    row->addWidget(figure);
    row->addWidget(use);
    stop(figure);
    stop(use);
}

} // namespace app
