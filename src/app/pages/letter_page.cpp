// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/letter_page.h"

#include "app/dialogs/file_ask.h"
#include "app/pages/letter_editor.h"
#include "app/pages/letter_questions.h"
#include "app/pages/letter_text.h"
#include "app/pages/voice.h"
#include "catalogue/cohorts.h"
#include "reports/edited_letter.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int keepAfterMs = 1000; // after the last key; on disk within 2 s with the writing itself

QString suggestedName(requests::Controller to)
{
    // No names and no field in it: a file name is seen by others.
    return to == requests::Controller::Dfe ? u"letter-department"_s : u"letter-school"_s;
}

} // namespace

LetterPage::LetterPage(LetterDesk desk, QWidget* parent)
    : Page(parent), m_desk(std::move(desk)), m_left(new QWidget), m_right(new Surface(&Tokens::desk)),
      m_side(plainButton({})), m_head(new PageHead(tr("Correct a value"))),
      m_kept(new Text({}, TextSize::Body, &Tokens::ink2)), m_questions(new LetterQuestions),
      m_which(new Segments(tr("Letter shown"))), m_editor(new LetterEditor), m_notice(new Notice), m_dotsLeft(new Notice),
      m_lawNote(new Text({}, TextSize::Small, &Tokens::ink2)), m_handNote(new Text({}, TextSize::Small, &Tokens::ink2)),
      m_back(plainButton(tr("Back"), u"back"_s)), m_next(primaryButton(tr("Next question")))
{
    m_drafts[0].request.to = requests::Controller::Dfe;
    m_drafts[1].request.to = requests::Controller::School;
    m_timer.setSingleShot(true);
    m_timer.setInterval(keepAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &LetterPage::save);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    m_head->addControl(m_kept);
    auto* leave = plainButton(tr("Leave for now"));
    m_head->addControl(m_side);
    m_head->addControl(leave);
    connect(m_side, &QPushButton::clicked, this, [this] {
        m_letterSide = !m_letterSide;
        showSides();
    });
    connect(leave, &QPushButton::clicked, this, [this] { flush([this] { Q_EMIT leaveAsked(); }); });

    auto* split = new QHBoxLayout;
    split->setSpacing(0);
    whole->addLayout(split, 1);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(m_questions, 1);
    auto* foot = new Surface(&Tokens::desk, Qt::TopEdge | Qt::RightEdge);
    auto* inFoot = new QHBoxLayout(foot);
    inFoot->setContentsMargins(u(41), u(2.5), u(5), u(2.5));
    m_back->setMinimumHeight(u(12));
    inFoot->addWidget(m_back);
    inFoot->addStretch();
    m_next->setMinimumWidth(u(48));
    inFoot->addWidget(m_next);
    left->addWidget(foot);
    split->addWidget(m_left, 52);

    auto* right = new QVBoxLayout(m_right);
    right->setContentsMargins(u(7), u(3), u(7), u(3));
    right->setSpacing(u(2.5));
    auto* top = new QHBoxLayout;
    top->addWidget(m_which);
    top->addStretch();
    top->addWidget(new Text(tr("The real letter. Type in it."), TextSize::Small, &Tokens::ink2));
    right->addLayout(top);
    right->addWidget(m_notice);
    right->addWidget(m_dotsLeft);
    auto* frame = new Surface(&Tokens::paper, Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge);
    auto* inFrame = new QVBoxLayout(frame);
    inFrame->setContentsMargins(1, 1, 1, 1);
    QPalette paper = m_editor->palette();
    paper.setColor(QPalette::Base, Tokens::current().paper);
    m_editor->setPalette(paper);
    inFrame->addWidget(m_editor);
    frame->setMaximumWidth(u(200));
    right->addWidget(frame, 1);
    auto* notes = new QHBoxLayout;
    notes->addWidget(m_lawNote);
    notes->addStretch();
    notes->addWidget(m_handNote);
    right->addLayout(notes);
    split->addWidget(m_right, 64);

    connect(m_questions, &LetterQuestions::questionChosen, this, [this](int question) {
        m_questions->setQuestion(question);
        showStep();
        m_questions->takeFocus();
    });
    connect(m_questions, &LetterQuestions::answered, this, &LetterPage::onAnswer);
    connect(m_questions, &LetterQuestions::saveAsked, this,
            [this](int format) { askSave(reports::LetterFormat(format)); });
    connect(m_questions, &LetterQuestions::copyAsked, this, [this] {
        if (const auto text = reports::render(current().letter, reports::LetterFormat::Text))
            QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
        Q_EMIT stateSaid(tr("Copied. It is taken off the clipboard again in half a minute."));
    });
    connect(m_questions, &LetterQuestions::sentOn, this, &LetterPage::markSent);
    connect(m_questions, &LetterQuestions::fileAsked, this, [this] {
        askFiles(this, tr("Choose a file to keep as evidence"), {}, false, [this](const QStringList& paths) {
            if (paths.isEmpty())
                return;
            // A file's own name may tell where it came from.
            const QString name = m_snapshot && m_snapshot->atRisk
                ? tr("Paper %1").arg(m_questions->papers() + 1)
                : QFileInfo(paths.first()).completeBaseName();
            m_desk.attach(paths.first()).then(this, [this, name](const base::Result<record::AttachmentId>& id) {
                if (id)
                    m_questions->addEvidence(*id, name);
                else
                    saveFault(id.error());
            });
        });
    });
    connect(m_editor, &LetterEditor::edited, this, &LetterPage::onTyped);
    connect(m_which, &Segments::chosen, this, [this](int index) {
        const bool both = m_drafts[0].wanted && m_drafts[1].wanted;
        m_shown = both ? index : m_drafts[0].wanted ? 0 : 1;
        showLetter();
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_questions->step(-1);
        showStep();
        m_questions->takeFocus();
    });
    connect(m_next, &QPushButton::clicked, this, [this] {
        m_questions->step(1);
        showStep();
        m_questions->takeFocus();
    });
}

void LetterPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_questions->setSnapshot(snapshot);
    tellDotsLeft();
    if (snapshot)
        return;
    m_timer.stop();
    m_concern = {};
    m_writer = {};
    for (Draft& draft : m_drafts) {
        const requests::Controller to = draft.request.to;
        draft = {};
        draft.request.to = to;
    }
    m_concernDirty = false;
    m_editor->setLetter({}, {});
    m_questions->setAnswers({}, {}, true, true);
    m_notice->hide();
}

void LetterPage::takeFocus()
{
    m_questions->takeFocus();
}

void LetterPage::begin(requests::Concern concern)
{
    const desk::SnapshotPtr snapshot = m_snapshot;
    setSnapshot(nullptr); // forgets the letter before
    setSnapshot(snapshot);
    m_concern = std::move(concern);
    m_concern.made = QDateTime(snapshot->today, QTime(12, 0));
    const Voice voice = Voice::of(*snapshot);
    m_writer.asking = voice.own ? requests::Asking::Self : requests::Asking::Parent;
    if (voice.own)
        m_writer.name = snapshot->record.person.name;
    else
        m_writer.childAge = catalogue::ageOn(snapshot->record.person.born, snapshot->today);
}

void LetterPage::start(const Selected& selected, bool basisOnly)
{
    if (!m_snapshot)
        return;
    requests::Concern concern;
    concern.values = desk::freeze(*m_snapshot, selected.values);
    begin(std::move(concern));
    open();
    m_questions->setQuestion(basisOnly ? LetterQuestions::who : LetterQuestions::shouldSay);
    showStep();
}

void LetterPage::ask(const std::vector<insight::MissingPart>& parts)
{
    if (!m_snapshot)
        return;
    begin(desk::askFor(parts));
    m_drafts[1].wanted = false; // the Department keeps what schools sent in; a school may be added
    open();
    m_questions->setQuestion(LetterQuestions::who);
    showStep();
}

void LetterPage::resume(record::ConcernId concern)
{
    if (!m_snapshot)
        return;
    const desk::SnapshotPtr snapshot = m_snapshot;
    setSnapshot(nullptr);
    setSnapshot(snapshot);
    for (const requests::Concern& one : snapshot->concerns)
        if (one.id == concern)
            m_concern = one;
    for (Draft& draft : m_drafts)
        draft.wanted = false;
    for (const requests::Request& request : snapshot->requests) {
        if (request.concern != concern)
            continue;
        Draft& draft = m_drafts[request.to == requests::Controller::Dfe ? 0 : 1];
        draft.request = request;
        draft.wanted = true;
        m_writer = request.writer;
        if (const auto letter = reports::letterFromJson(request.draft))
            draft.letter = *letter;
    }
    open();
    m_questions->setQuestion(LetterQuestions::count);
    showStep();
}

void LetterPage::open()
{
    if (!m_drafts[0].wanted && !m_drafts[1].wanted)
        m_drafts[0].wanted = true;
    m_questions->setAnswers(m_concern, m_writer, m_drafts[0].wanted, m_drafts[1].wanted);
    m_shown = m_drafts[0].wanted ? 0 : 1;
    m_kept->setText(QString());
    compose();
    m_head->setTitle(m_concern.values.empty()              ? tr("Correct a value")
                     : requests::asksForMissing(m_concern) ? tr("Ask for what is missing")
                                                           : tr("Correct: %1").arg(m_concern.values.front().field));
}

// Writes both letters anew from the answers; passages changed by hand stay as they are.
void LetterPage::compose()
{
    if (!m_snapshot || m_concern.values.empty())
        return;
    m_notice->hide();
    for (Draft& draft : m_drafts) {
        if (!draft.wanted)
            continue;
        requests::LetterInput input = desk::letterInput(*m_snapshot, m_concern, m_writer, draft.request.to);
        input.otherLetterToo = m_drafts[0].wanted && m_drafts[1].wanted;
        const auto letter = requests::letterFor(input);
        if (!letter) {
            m_notice->say(Notice::Kind::Look, letter.error().message, letter.error().next);
            continue;
        }
        // A draft read from the file: what differs from the composed letter was typed by hand.
        const requests::Letter before = draft.composed.parts.empty() ? *letter : draft.composed;
        const requests::Letter now =
            draft.letter.parts.empty() ? *letter : keepEdits(before, draft.letter, *letter);
        draft.composed = *letter;
        if (!(draft.letter == now)) {
            draft.letter = now;
            draft.dirty = true;
        }
    }
    showLetter();
}

void LetterPage::onAnswer()
{
    if (m_concern.values.empty())
        return;
    bool dfe = true, school = true;
    const requests::Concern before = m_concern;
    const requests::Writer writerBefore = m_writer;
    m_questions->answers(m_concern, m_writer, dfe, school);
    m_concernDirty = m_concernDirty || !(before == m_concern);
    if (m_drafts[0].wanted != dfe || m_drafts[1].wanted != school) {
        m_drafts[0].wanted = dfe;
        m_drafts[1].wanted = school;
        m_shown = dfe ? (school ? m_shown : 0) : 1;
        m_drafts[0].dirty = m_drafts[1].dirty = true;
    }
    if (!(writerBefore == m_writer))
        m_drafts[0].dirty = m_drafts[1].dirty = true;
    compose();
    touch();
}

void LetterPage::onTyped()
{
    Draft& draft = current();
    draft.letter = m_editor->letter();
    draft.dirty = true;
    updateFoot();
    touch();
}

void LetterPage::showLetter()
{
    QStringList names;
    if (m_drafts[0].wanted)
        names << tr("To the Department for Education");
    if (m_drafts[1].wanted)
        names << tr("To the school");
    m_which->setTexts(names);
    m_which->setCurrent(names.size() > 1 ? m_shown : 0);
    m_editor->setLetter(current().letter, current().composed);
    updateFoot();
}

void LetterPage::tellDotsLeft()
{
    int left = 0;
    if (m_snapshot)
        if (const auto found = m_snapshot->dotsLeft.find(current().request.id); found != m_snapshot->dotsLeft.end())
            left = found->second;
    if (left == 0) {
        m_dotsLeft->hide();
        return;
    }
    m_dotsLeft->say(Notice::Kind::Look, tr("%n place(s) in this letter stay as dots", nullptr, left),
                    tr("At-risk mode hid something there, and the program cannot tell for certain what it was. "
                       "Type what belongs there, or take the dots out, before you send it."));
}

void LetterPage::updateFoot()
{
    tellDotsLeft();
    const Draft& draft = m_drafts[std::size_t(m_shown)];
    const QDate seen = QDate::fromString(draft.letter.lawSeen, Qt::ISODate);
    m_lawNote->setText(seen.isValid() ? tr("Law last looked at %1").arg(QLocale().toString(seen, tr("d MMMM yyyy")))
                                      : QString());
    const int byHand = int(editedParts(draft.composed, draft.letter).size());
    m_handNote->setText(byHand > 0 ? tr("%n passage(s) changed by you stay as they are", nullptr, byHand) : QString());
    const bool printed = draft.request.state != requests::RequestState::Draft;
    m_questions->setAdvice(requests::sendingAdvice(draft.letter), printed, m_snapshot ? m_snapshot->today : QDate(),
                           draft.request.sent);
}

void LetterPage::showStep()
{
    const int step = m_questions->numberOf(m_questions->question()), steps = m_questions->numberOf(LetterQuestions::count);
    m_head->setSentence(tr("Question %1 of %2").arg(step).arg(steps));
    m_back->setEnabled(step > 1);
    m_next->setEnabled(step < steps);
    m_editor->setQuestion(m_questions->question());
}

void LetterPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    showSides();
}

// Questions beside the letter need about 950 px at the 10 pt base; below, one at a time.
void LetterPage::showSides()
{
    const bool narrow = width() < u(240);
    m_side->setVisible(narrow);
    m_side->setText(m_letterSide ? tr("Show the questions") : tr("Show the letter"));
    m_left->setVisible(!narrow || !m_letterSide);
    m_right->setVisible(!narrow || m_letterSide);
}

void LetterPage::touch()
{
    if (m_snapshot && m_snapshot->readOnly) {
        m_kept->setText(tr("Read only: nothing is kept"));
        return;
    }
    m_kept->setText(tr("Typing…"));
    m_timer.start();
}

void LetterPage::flush(const std::function<void()>& then)
{
    m_waiting.push_back(then);
    m_timer.stop();
    if (!m_saving)
        save();
}

void LetterPage::save()
{
    if (m_saving)
        return;
    const bool drafts = std::any_of(m_drafts.begin(), m_drafts.end(), [](const Draft& d) { return d.wanted && d.dirty; });
    if (!m_snapshot || m_snapshot->readOnly || m_concern.values.empty() || (!m_concernDirty && !drafts)) {
        saved();
        return;
    }
    m_saving = true;
    if (!m_concernDirty && m_concern.id) {
        saveNext(0);
        return;
    }
    m_concernDirty = false;
    m_desk.saveConcern(m_concern).then(this, [this](const base::Result<record::ConcernId>& id) {
        if (!id) {
            m_concernDirty = true;
            saveFault(id.error());
            return;
        }
        m_concern.id = *id;
        saveNext(0);
    });
}

void LetterPage::saveNext(std::size_t index)
{
    while (index < m_drafts.size() && !(m_drafts[index].wanted && m_drafts[index].dirty))
        ++index;
    if (index == m_drafts.size()) {
        m_saving = false;
        m_kept->setText(tr("Draft kept as you type"));
        Q_EMIT changed();
        if (m_concernDirty || std::any_of(m_drafts.begin(), m_drafts.end(), [](const Draft& d) { return d.wanted && d.dirty; }))
            save(); // typed on while it was written
        else
            saved();
        return;
    }
    Draft& draft = m_drafts[index];
    draft.request.concern = m_concern.id;
    draft.request.writer = m_writer;
    draft.request.draft = reports::letterToJson(draft.letter);
    draft.dirty = false;
    m_desk.saveRequest(draft.request).then(this, [this, index](const base::Result<record::RequestId>& id) {
        if (!id) {
            m_drafts[index].dirty = true;
            saveFault(id.error());
            return;
        }
        m_drafts[index].request.id = *id;
        saveNext(index + 1);
    });
}

void LetterPage::saved()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& then : waiting)
        then();
}

void LetterPage::saveFault(const base::Error& error)
{
    m_saving = false;
    m_kept->setText(tr("Not kept yet"));
    m_notice->say(Notice::Kind::Fault, tr("The draft could not be kept. %1").arg(error.message), error.next);
    Q_EMIT stateSaid(tr("Draft not kept: %1").arg(error.message));
    saved();
}

void LetterPage::askSave(reports::LetterFormat format)
{
    const QString suffix = reports::letterFormatWord(format);
    askSavePath(this, tr("Save the letter"), suggestedName(current().request.to) + u'.' + suffix, suffix,
                [this, format](const QString& path) { saveTo(path, format); });
}

void LetterPage::saveTo(const QString& path, reports::LetterFormat format)
{
    current().dirty = true; // its state changes with the printing
    flush([this, path, format] { print(path, format); });
}

void LetterPage::print(const QString& path, reports::LetterFormat format)
{
    Draft& draft = current();
    if (!draft.request.id)
        return; // not kept; the notice says why
    const int which = m_shown;
    m_desk.print(draft.request.id, draft.letter, format).then(this, [this, path, which](const base::Result<QByteArray>& bytes) {
        if (!bytes) {
            m_notice->say(Notice::Kind::Fault, bytes.error().message, bytes.error().next);
            return;
        }
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
            m_notice->say(Notice::Kind::Fault, tr("The letter could not be saved there."),
                          tr("Choose a folder you may write to, with room on the disk."));
            return;
        }
        Draft& printed = m_drafts[std::size_t(which)];
        if (printed.request.state == requests::RequestState::Draft) {
            printed.request.state = requests::RequestState::Printed;
            printed.dirty = true;
        }
        m_notice->say(Notice::Kind::Settled, tr("Saved. The same letter is kept in the record."),
                      tr("It is not encrypted where you saved it."));
        updateFoot();
        save();
    });
}

void LetterPage::markSent(QDate day)
{
    Draft& draft = current();
    draft.request.state = requests::RequestState::Sent;
    draft.request.sent = day;
    draft.dirty = true;
    const requests::DueDate due = requests::answerDue(day);
    m_notice->say(Notice::Kind::Settled,
                  tr("Noted. If they received it that day, the answer is due on %1.")
                      .arg(QLocale().toString(due.due, tr("dddd d MMMM yyyy"))),
                  due.steps.join(u' '));
    updateFoot();
    save();
}

} // namespace app
