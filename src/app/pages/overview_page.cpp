// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/overview_page.h"

#include "app/pages/years_strip.h"
#include "app/theme/flow_layout.h"
#include "app/theme/verdict_disc.h"
#include "register/release.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostThings = 3;
constexpr double buttonWidth = 41;

QWidget* counted(int count, const QString& words)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(u(1.2));
    auto* number = new Text(QLocale().toString(count));
    number->setBold(true);
    row->addWidget(number);
    row->addWidget(new Text(words, TextSize::Body, &Tokens::ink2));
    box->setAccessibleName(QLocale().toString(count) + u' ' + words);
    return box;
}

} // namespace

OverviewPage::OverviewPage(QWidget* parent)
    : Page(parent), m_stack(new QStackedWidget), m_sheet(new MarginSheet)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    auto* empty = new EmptyState(u"documents"_s, tr("Nothing is in this record yet"),
                                 tr("Add what a school or the Department for Education gave you: a spreadsheet, a zip "
                                    "or a transfer file. It is copied, encrypted and explained here."),
                                 tr("Add what I was given…"));
    connect(empty, &EmptyState::asked, this, &Page::importAsked);
    m_stack->addWidget(empty);
    m_stack->addWidget(MarginSheet::scrolling(m_sheet, this));
}

void OverviewPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_first = nullptr;
    m_sheet->clear();
    if (!snapshot || snapshot->record.entries.empty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    fill();
}

void OverviewPage::takeFocus()
{
    if (m_first)
        m_first->setFocus();
    else if (m_stack->currentIndex() == 0)
        m_stack->currentWidget()->setFocus();
    else
        setFocus();
}

void OverviewPage::fill()
{
    const insight::Overview overview =
        insight::overview(m_snapshot->record, m_snapshot->decisions, m_snapshot->exposure, m_snapshot->today);
    const Voice voice = Voice::of(*m_snapshot);
    const std::vector<WorthALook> things = worthALook(overview, *m_snapshot, mostThings);

    auto* top = new QWidget;
    auto* inTop = new QVBoxLayout(top);
    inTop->setContentsMargins(0, 0, 0, 0);
    inTop->setSpacing(u());
    auto* title = new Text(headline(overview, voice, int(things.size())), TextSize::Headline);
    title->wrapped();
    title->setMaximumWidth(QWIDGETSIZE_MAX);
    inTop->addWidget(title);
    QString sentence = voice.own
        ? tr("What national bodies hold about you, as far as the %n file(s) you were given show it.", nullptr,
             overview.documents)
        : tr("What national bodies hold about %1, as far as the %n file(s) you were given show it.", nullptr,
             overview.documents)
              .arg(voice.name);
    if (const QString missing = notHeld(overview, m_snapshot->today); !missing.isEmpty())
        sentence += u' ' + missing;
    auto* lead = (new Text(sentence, TextSize::Lead, &Tokens::ink2))->wrapped();
    lead->setMaximumWidth(QWIDGETSIZE_MAX);
    inTop->addWidget(lead);
    auto* date = new Text(QLocale().toString(m_snapshot->today, tr("ddd d MMM yyyy")), TextSize::Body, &Tokens::ink2);
    m_sheet->addRow(date, top);

    auto* years = new QWidget;
    auto* inYears = new QVBoxLayout(years);
    inYears->setContentsMargins(0, 0, 0, 0);
    inYears->setSpacing(u(2));
    auto* strip = new YearsStrip;
    strip->setYears(overview.years);
    inYears->addWidget(strip);
    auto* counts = new FlowLayout(u(8), u(1));
    counts->addWidget(counted(overview.censuses, tr("school census(es)", nullptr, overview.censuses)));
    counts->addWidget(counted(overview.resultSets, tr("set(s) of results", nullptr, overview.resultSets)));
    if (overview.exclusions > 0)
        counts->addWidget(counted(overview.exclusions, tr("exclusion(s)", nullptr, overview.exclusions)));
    counts->addWidget(counted(overview.values, tr("value(s) in all", nullptr, overview.values)));
    inYears->addLayout(counts);
    m_sheet->addRow(voice.own ? tr("Your years") : tr("School years"), years, 6);

    addLooks(things);
    addReleases(overview);
    addNextDate();
    m_sheet->addStretch();
}

void OverviewPage::addLooks(const std::vector<WorthALook>& things)
{
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const WorthALook& thing : things) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, u(2.5), 0, u(2.5));
        row->setSpacing(u(3));
        row->addWidget(new Picture(u"finding"_s, 5.5, &Tokens::ochreMark), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* title = new Text(thing.title, TextSize::Section);
        title->setWordWrap(true);
        words->addWidget(title);
        auto* sentence = new Text(thing.sentence, TextSize::Body, &Tokens::ink2);
        sentence->setWordWrap(true);
        words->addWidget(sentence);
        row->addLayout(words, 1);
        auto* button = m_first ? plainButton(thing.button) : primaryButton(thing.button);
        button->setMinimumWidth(u(buttonWidth));
        if (!m_first)
            m_first = button;
        button->setAccessibleName(thing.button + u": "_s + thing.title);
        row->addWidget(button, 0, Qt::AlignVCenter);
        connect(button, &QPushButton::clicked, this, [this, thing] { Q_EMIT pageAsked(thing.page, thing.selected); });
        column->addLayout(row);
        column->addWidget(new Hairline);
    }
    if (things.empty())
        column->addWidget(new Text(tr("Nothing in these files stands out. Look through the timeline all the same: only "
                                      "the family knows what is true."),
                                   TextSize::Body, &Tokens::ink2));
    m_sheet->addRule(6);
    m_sheet->addRow(tr("Worth a look"), list, things.empty() ? 3 : 0.5);
}

void OverviewPage::addReleases(const insight::Overview& overview)
{
    const registry::Edition& edition = registry::bundledEdition();
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(3));
    int known = 0;
    for (const auto& [verdict, count] : overview.exposure)
        known += count;
    if (known == 0) {
        column->addWidget(new Text(tr("No list of shares is loaded."), TextSize::Body, &Tokens::ink2));
    } else {
        auto* sentence = new Text(
            edition.of > edition.known
                ? tr("The program knows %1 of at least %2 shares: too few to judge.").arg(edition.known).arg(edition.of)
                : tr("The program knows %n share(s).", nullptr, known),
            TextSize::Lead);
        sentence->setWordWrap(true);
        column->addWidget(sentence);
        auto* row = new FlowLayout(u(6.5), u(1));
        for (const auto& [verdict, count] : overview.exposure) {
            if (count == 0)
                continue;
            auto* one = new QHBoxLayout;
            one->setSpacing(u(1.5));
            one->addWidget(new VerdictDisc(verdict, 5));
            one->addWidget(counted(count, insight::verdictText(verdict)));
            row->addItem(one);
        }
        auto* link = linkButton(tr("See who may have it"));
        row->addWidget(link);
        connect(link, &QPushButton::clicked, this, [this] { Q_EMIT pageAsked(PageName::Releases, {}); });
        column->addLayout(row);
    }
    m_sheet->addRow(tr("Who may have it"), box, 6);
}

void OverviewPage::addNextDate()
{
    const requests::Request* next = nullptr;
    QDate due;
    int drafts = 0;
    for (const requests::Request& request : m_snapshot->requests) {
        if (requests::isUnsent(request.state))
            ++drafts;
        if (request.state != requests::RequestState::Sent || !request.sent.isValid())
            continue;
        const QDate answer = requests::answerDue(request.received.isValid() ? request.received : request.sent).due;
        if (!due.isValid() || answer < due) {
            due = answer;
            next = &request;
        }
    }
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    QString lead, note;
    if (next) {
        const QString who = next->to == requests::Controller::Dfe ? tr("The Department for Education") : tr("The school");
        const qint64 days = m_snapshot->today.daysTo(due);
        lead = tr("%1. %2 should answer by then.").arg(QLocale().toString(due, tr("ddd d MMMM yyyy")), who);
        note = days >= 0 ? tr("Sent %1. %n day(s) left.", nullptr, int(days))
                               .arg(QLocale().toString(next->sent, tr("d MMMM")))
                         : tr("Sent %1. The date has passed by %n day(s).", nullptr, int(-days))
                               .arg(QLocale().toString(next->sent, tr("d MMMM")));
    } else if (drafts > 0) {
        lead = tr("%n letter(s) are not sent yet.", nullptr, drafts);
        note = tr("Tell the program when you have sent one, and the date for the answer appears here.");
    } else {
        lead = tr("No letter is on its way.");
        note = tr("When something is wrong, choose the value anywhere and press “This is wrong”.");
    }
    auto* leadText = new Text(lead, TextSize::Lead);
    leadText->setWordWrap(true);
    words->addWidget(leadText);
    auto* noteText = new Text(note, TextSize::Body, &Tokens::ink2);
    noteText->setWordWrap(true);
    words->addWidget(noteText);
    row->addLayout(words, 1);
    if (next || drafts > 0) {
        auto* open = plainButton(tr("Open my letters"), u"requests"_s);
        open->setMinimumWidth(u(buttonWidth));
        row->addWidget(open, 0, Qt::AlignVCenter);
        connect(open, &QPushButton::clicked, this, [this] { Q_EMIT pageAsked(PageName::PutRight, {}); });
    }
    m_sheet->addRule(6);
    m_sheet->addRow(tr("Next date"), box, 5);
}

} // namespace app
