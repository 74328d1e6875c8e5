// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/put_right_page.h"

#include "app/theme/flow_layout.h"
#include "base/masked_text.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString longDate(QDate date)
{
    return QLocale().toString(date, PutRightPage::tr("dddd d MMMM yyyy"));
}

QString controllerText(requests::Controller to)
{
    return to == requests::Controller::Dfe ? PutRightPage::tr("Department for Education")
                                           : PutRightPage::tr("The school");
}

// The number at the page's name in the rail counts letters; said in words beside the number of things.
QString headSentence(const desk::Snapshot& snapshot)
{
    const auto unsent =
        std::count_if(snapshot.requests.begin(), snapshot.requests.end(),
                      [](const requests::Request& request) { return requests::isUnsent(request.state); });
    QString things = PutRightPage::tr("%n thing(s), each with its letters.", nullptr, int(snapshot.concerns.size()));
    if (unsent == 0)
        return things;
    return things + u' ' + PutRightPage::tr("%n letter(s) not sent yet.", nullptr, int(unsent));
}

} // namespace

PutRightPage::PutRightPage(QWidget* parent)
    : Page(parent), m_stack(new QStackedWidget), m_head(new PageHead(tr("To put right"))), m_sheet(new MarginSheet)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    whole->addWidget(m_stack, 1);
    auto* empty = new EmptyState(u"requests"_s, tr("Nothing to put right yet"),
                                 tr("Choose a value anywhere, press “This is wrong”, and the letter that asks for it "
                                    "to be corrected is kept here with its dates."),
                                 tr("Look at the timeline"));
    connect(empty, &EmptyState::asked, this, [this] { Q_EMIT pageAsked(PageName::Timeline, {}); });
    m_stack->addWidget(empty);
    m_stack->addWidget(MarginSheet::scrolling(m_sheet, this));
}

void PutRightPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_first = nullptr;
    m_sheet->clear();
    const bool any = snapshot && !snapshot->concerns.empty();
    m_stack->setCurrentIndex(any ? 1 : 0);
    m_head->setSentence(any ? headSentence(*snapshot) : QString());
    if (!any)
        return;
    // The newest first: it is the one being worked on.
    bool first = true;
    for (const requests::Concern& concern : snapshot->concerns | std::views::reverse) {
        if (!first)
            m_sheet->addRule(3);
        first = false;
        addConcern(concern);
    }
    m_sheet->addStretch();
}

void PutRightPage::takeFocus()
{
    if (m_first)
        m_first->setFocus();
    else
        setFocus();
}

void PutRightPage::addConcern(const requests::Concern& concern)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u());
    QString field = tr("A value");
    QStringList when;
    QString says;
    if (!concern.values.empty()) {
        const requests::FrozenValue& value = concern.values.front();
        field = requests::asksForMissing(concern) ? tr("What is missing") : value.field;
        says = value.meaning.isEmpty() ? value.raw : value.meaning;
        for (const requests::FrozenValue& one : concern.values)
            when << one.when;
    }
    // The concern itself stays as it is: the letter is made from it and leaves out what locates by its own rules.
    const bool hidden =
        m_snapshot->atRisk && std::any_of(concern.values.begin(), concern.values.end(),
                                          [](const requests::FrozenValue& value) { return value.locates; });
    if (hidden)
        says = base::maskedWhole();
    const QString shouldSay = hidden && !concern.shouldSay.isEmpty() ? base::maskedWhole() : concern.shouldSay;
    when.removeDuplicates();
    auto* title = new Text(field, TextSize::Title);
    title->setWordWrap(true);
    column->addWidget(title);
    const QString shown = when.size() > 3 ? when.mid(0, 3).join(u"; "_s) + u" …"_s : when.join(u"; "_s);
    QStringList missing;
    for (const requests::FrozenValue& part : concern.values)
        missing << part.collection + u' ' + part.when;
    auto* sentence = new Text(requests::asksForMissing(concern)
                                  ? tr("You ask for what should be there and is not: %1.").arg(missing.join(u"; "_s))
                              : shouldSay.isEmpty()
                                  ? tr("It says “%1” (%2). You ask what that is based on.").arg(says, shown)
                                  : tr("It says “%1” (%2). It should say “%3”.").arg(says, shown, shouldSay),
                              TextSize::Body);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    int drafts = 0;
    for (const requests::Request& request : m_snapshot->requests) {
        if (request.concern != concern.id)
            continue;
        column->addSpacing(u());
        column->addWidget(requestRow(request));
        drafts += requests::isUnsent(request.state);
    }
    if (drafts > 0 && !m_snapshot->readOnly) {
        auto* row = new QHBoxLayout;
        auto* go = m_first ? plainButton(tr("Go on with the letter"), u"correct"_s)
                           : primaryButton(tr("Go on with the letter"), u"correct"_s);
        if (!m_first)
            m_first = go;
        go->setAccessibleName(tr("Go on with the letter about %1").arg(field));
        row->addWidget(go);
        row->addStretch();
        column->addSpacing(u(2));
        column->addLayout(row);
        const record::ConcernId id = concern.id;
        connect(go, &QPushButton::clicked, this, [this, id] { Q_EMIT letterAsked(id); });
    }
    auto* made = new Text(QLocale().toString(concern.made.date(), tr("d MMM yyyy")), TextSize::Body, &Tokens::ink2);
    m_sheet->addRow(made, box, 3);
}

QWidget* PutRightPage::requestRow(const requests::Request& request)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, u(), 0, u());
    row->setSpacing(u(3));
    row->addWidget(new Picture(request.state == requests::RequestState::Answered
                                       || request.state == requests::RequestState::Closed
                                   ? u"settled"_s
                                   : u"requests"_s,
                               5, &Tokens::ink2),
                   0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* who = new Text(tr("%1: %2").arg(controllerText(request.to), requests::requestStateText(request.state)));
    who->setBold(true);
    who->setWordWrap(true);
    words->addWidget(who);
    QString next;
    const bool canChange = !m_snapshot->readOnly;
    if (request.state == requests::RequestState::Sent) {
        const requests::DueDate due =
            requests::answerDue(request.received.isValid() ? request.received : request.sent);
        const qint64 left = m_snapshot->today.daysTo(due.due);
        next = left >= 0
            ? tr("The answer is due on %1, %n day(s) from now.", nullptr, int(left)).arg(longDate(due.due))
            : tr("The answer was due on %1, %n day(s) ago. You may write once more and name that date.", nullptr,
                 int(-left))
                  .arg(longDate(due.due));
        if (!due.certain)
            next += u' ' + tr("The list of bank holidays ends before that day, so it may move.");
        auto* date = new Text(next, TextSize::Body, left >= 0 ? &Tokens::ink2 : &Tokens::ochreText);
        date->setWordWrap(true);
        date->setToolTip(due.steps.join(u'\n'));
        words->addWidget(date);
    } else {
        switch (request.state) {
        case requests::RequestState::Draft:
            next = tr("Being written. Next: read it, save or print it, send it.");
            break;
        case requests::RequestState::Printed:
            next = tr("Saved or printed. Next: send it, then say when.");
            break;
        default:
            break;
        }
        if (!next.isEmpty()) {
            auto* note = new Text(next, TextSize::Body, &Tokens::ink2);
            note->setWordWrap(true);
            words->addWidget(note);
        }
    }
    row->addLayout(words, 1);
    if (canChange && request.state == requests::RequestState::Printed) {
        auto* day = new QDateEdit(m_snapshot->today);
        day->setDisplayFormat(tr("d MMM yyyy"));
        day->setMaximumDate(m_snapshot->today);
        day->setAccessibleName(tr("Day on which the letter to %1 was sent").arg(controllerText(request.to)));
        auto* sent = plainButton(tr("I sent it on this day"), u"settled"_s);
        sent->setAccessibleName(tr("I sent the letter to %1 on this day").arg(controllerText(request.to)));
        // Under the words: beside them the two would leave no room for reading in large text.
        auto* flow = new FlowLayout(u(3), u(1));
        flow->addWidget(day);
        flow->addWidget(sent);
        words->addSpacing(u());
        words->addLayout(flow);
        connect(sent, &QPushButton::clicked, this, [this, request, day] {
            requests::Request changed = request;
            changed.state = requests::RequestState::Sent;
            changed.sent = day->date();
            Q_EMIT requestChanged(changed);
        });
    }
    if (canChange && request.state == requests::RequestState::Sent) {
        auto* answered = plainButton(tr("They answered"), u"settled"_s);
        answered->setAccessibleName(tr("%1 answered").arg(controllerText(request.to)));
        row->addWidget(answered, 0, Qt::AlignTop);
        connect(answered, &QPushButton::clicked, this, [this, request] {
            requests::Request changed = request;
            changed.state = requests::RequestState::Answered;
            Q_EMIT requestChanged(changed);
        });
    }
    if (canChange && request.state == requests::RequestState::Draft) {
        auto* drop = linkButton(tr("Drop this draft"));
        drop->setAccessibleName(tr("Drop the draft to %1").arg(controllerText(request.to)));
        row->addWidget(drop, 0, Qt::AlignTop);
        const record::RequestId id = request.id;
        connect(drop, &QPushButton::clicked, this, [this, id] { Q_EMIT draftDropped(id); });
    }
    return box;
}

} // namespace app
