// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/school_page.h"

#include "app/pages/import_sheets.h"
#include "app/pages/passphrases_view.h"
#include "app/pages/split_form.h"
#include "app/pages/split_sheets.h"
#include "app/theme/passphrase_field.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

SchoolPage::SchoolPage(const base::Clock& clock, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_head(new PageHead(tr("For schools"))), m_notice(new Notice),
      m_stack(new QStackedWidget), m_split(primaryButton(tr("Choose the school's files…"), u"documents"_s)),
      m_openList(plainButton(tr("Open a list of passphrases…"), u"lock"_s)), m_form(new SplitForm),
      m_doing(new Text({}, TextSize::Title)), m_left(paragraph({}, &Tokens::ink2)), m_bar(new QProgressBar),
      m_told(new MarginSheet), m_done(new MarginSheet), m_listName(new Text({}, TextSize::Title)),
      m_listPassphrase(new PassphraseField), m_view(new PassphrasesView), m_back(plainButton({})), m_go(primaryButton({}))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_head->setSentence(tr("A record file for each pupil, out of a whole school's files."));
    whole->addWidget(m_head);
    whole->addWidget(m_notice);
    whole->addWidget(m_stack, 1);
    // In the order of Step.
    m_stack->addWidget(firstStep());
    m_stack->addWidget(MarginSheet::scrolling(m_form, this));
    m_stack->addWidget(busyStep());
    m_stack->addWidget(MarginSheet::scrolling(m_told, this));
    m_stack->addWidget(MarginSheet::scrolling(m_done, this));
    m_stack->addWidget(askListStep());
    auto* sheet = new Surface(&Tokens::sheet);
    auto* inSheet = new QVBoxLayout(sheet);
    inSheet->setContentsMargins(0, 0, 0, 0);
    inSheet->addWidget(m_view);
    m_stack->addWidget(sheet);

    auto* foot = new Surface(&Tokens::desk, Qt::TopEdge);
    auto* inFoot = new QHBoxLayout(foot);
    inFoot->setContentsMargins(u(5), u(2.5), u(6), u(2.5));
    inFoot->setSpacing(u(4));
    inFoot->addStretch();
    inFoot->addWidget(m_back);
    inFoot->addWidget(m_go);
    whole->addWidget(foot);
    connect(m_split, &QPushButton::clicked, this, &SchoolPage::filesAsked);
    connect(m_openList, &QPushButton::clicked, this, &SchoolPage::listAsked);
    connect(m_form, &SplitForm::filesAsked, this, &SchoolPage::filesAsked);
    connect(m_form, &SplitForm::folderAsked, this, &SchoolPage::folderAsked);
    connect(m_form, &SplitForm::listAsked, this, &SchoolPage::listPlaceAsked);
    connect(m_form, &SplitForm::changed, this, [this] {
        if (step() == Form)
            m_go->setEnabled(m_form->isFilled());
    });
    // What was missing is being filled in.
    for (const QLineEdit* field : m_form->findChildren<QLineEdit*>())
        connect(field, &QLineEdit::textChanged, m_notice, &QWidget::hide);
    connect(m_listPassphrase, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (step() == AskList)
            m_go->setEnabled(!text.isEmpty() && !m_waits);
    });
    connect(m_listPassphrase, &QLineEdit::returnPressed, this, &SchoolPage::unlockList);
    connect(m_view, &PassphrasesView::wordsAsked, this, [this](const QString& file) {
        if (!m_desk)
            return;
        m_desk->passphraseOf(file).then(this, [this, file](const base::Result<std::shared_ptr<const extract::Secret>>& words) {
            if (words)
                m_view->showWords(file, **words);
            else
                m_view->say(words.error());
        });
    });
    connect(m_back, &QPushButton::clicked, this, &SchoolPage::goBack);
    connect(m_go, &QPushButton::clicked, this, &SchoolPage::goOn);
    setStep(Choose);
}

SchoolPage::~SchoolPage() = default;

QWidget* SchoolPage::task(const QString& sentence, QPushButton* button)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(3));
    column->addWidget((new Text(sentence))->wrapped());
    column->addWidget(button, 0, Qt::AlignLeft);
    button->setAccessibleDescription(sentence);
    return box;
}

QWidget* SchoolPage::firstStep()
{
    auto* sheet = new MarginSheet;
    sheet->addRow(tr("One file a pupil"),
                  task(tr("When many families ask at once. The program reads a census return, a spreadsheet or a zip that "
                          "holds the whole school, and makes an encrypted record file for each pupil in it."),
                       m_split));
    sheet->addRule(6);
    sheet->addRow(tr("What opens them"),
                  task(tr("Every record file has six words of its own. The list that was made with them says which words "
                          "open which file."),
                       m_openList),
                  6);
    sheet->addRule(6);
    sheet->addRow(tr("Only one pupil"),
                  paragraph(tr("Go back and choose “Make one from what I was given”. Of the same files only that pupil's "
                               "part is kept."),
                            &Tokens::ink2),
                  6);
    sheet->addStretch();
    return MarginSheet::scrolling(sheet, this);
}

QWidget* SchoolPage::busyStep()
{
    auto* sheet = new MarginSheet;
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(4));
    m_doing->setWordWrap(true);
    column->addWidget(m_doing);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(u(3));
    m_bar->setMaximumWidth(u(150));
    m_bar->setAccessibleName(tr("How far it is"));
    column->addWidget(m_bar);
    column->addWidget(m_left);
    sheet->addRow(new Picture(u"school"_s, 8), box, 8);
    sheet->addStretch();
    return MarginSheet::scrolling(sheet, this);
}

QWidget* SchoolPage::askListStep()
{
    auto* sheet = new MarginSheet;
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(2));
    m_listName->setWordWrap(true);
    column->addWidget(m_listName);
    auto* label = new Text(tr("&Passphrase of the list"));
    label->setBuddy(m_listPassphrase);
    column->addWidget(label);
    m_listPassphrase->setAccessibleName(tr("Passphrase of the list"));
    m_listPassphrase->setMaximumWidth(u(110));
    column->addWidget(m_listPassphrase);
    auto* caps = new Text({}, TextSize::Small, &Tokens::ochreText);
    column->addWidget(caps);
    connect(m_listPassphrase, &PassphraseField::capsLock, caps,
            [caps](bool on) { caps->setText(on ? tr("Caps Lock seems to be on.") : QString()); });
    sheet->addRow(new Picture(u"lock"_s, 8), box, 8);
    sheet->addStretch();
    return MarginSheet::scrolling(sheet, this);
}

SchoolPage::Step SchoolPage::step() const
{
    return Step(m_stack->currentIndex());
}

void SchoolPage::setStep(Step step)
{
    m_notice->hide();
    m_stack->setCurrentIndex(step);
    const QString back = step == Busy   ? tr("Stop")
                         : step == Plan ? tr("Not now")
                         : step == Done ? tr("Close")
                         : step == List ? tr("Close the list")
                                        : tr("Back");
    m_back->setText(back);
    m_back->setEnabled(true);
    const QString go = step == Form      ? tr("Read the files")
                       : step == Plan    ? tr("Make %n record file(s)", nullptr, int(m_plan.pupils - m_plan.already))
                       : step == Done    ? tr("Open the list of passphrases…")
                       : step == AskList ? tr("Open the list")
                                         : QString();
    m_go->setText(go);
    m_go->setVisible(!go.isEmpty());
    m_go->setEnabled(step == Form ? m_form->isFilled() : step != AskList || !m_listPassphrase->text().isEmpty());
}

void SchoolPage::takeFocus()
{
    switch (step()) {
    case Choose:
        return m_split->setFocus(Qt::OtherFocusReason);
    case Form:
        return m_form->takeFocus();
    case AskList:
        return m_listPassphrase->setFocus(Qt::OtherFocusReason);
    case List:
        return m_view->takeFocus();
    case Plan:
    case Done:
        return m_go->setFocus(Qt::OtherFocusReason);
    case Busy:
        return m_back->setFocus(Qt::OtherFocusReason);
    }
}

void SchoolPage::start()
{
    end();
    m_desk = std::make_unique<desk::SchoolSitting>(m_clock);
}

void SchoolPage::end()
{
    if (!m_desk)
        return;
    ++m_round;
    m_desk.reset(); // a list that is open closes with it
    m_form->start();
    m_form->wipe();
    m_listPassphrase->wipe();
    m_view->forget();
    m_waits = false;
    setStep(Choose);
}

void SchoolPage::goBack()
{
    switch (step()) {
    case Choose:
        end();
        Q_EMIT leaveAsked();
        return;
    case Busy:
    case Plan:
        // Files that are under way are finished; onSplit() says how many are there.
        m_back->setEnabled(false);
        m_left->setText(tr("Stopping: the files that are under way are finished first."));
        m_desk->stop();
        return;
    case Form:
    case Done:
    case AskList:
    case List:
        break;
    }
    start();
    takeFocus();
}

void SchoolPage::goOn()
{
    switch (step()) {
    case Form:
        return split();
    case Plan:
        m_making = true;
        setStep(Busy);
        m_doing->setText(tr("Making record files…"));
        m_desk->goOn();
        takeFocus();
        return;
    case Done:
        return openList(m_list);
    case AskList:
        return unlockList();
    case Choose:
    case Busy:
    case List:
        return;
    }
}

void SchoolPage::choose(const QStringList& paths)
{
    if (paths.isEmpty() || !m_desk || (step() != Choose && step() != Form))
        return;
    m_form->setPaths(paths);
    setStep(Form);
    takeFocus();
    const int round = m_round;
    m_desk->needs(paths).then(this, [this, round, paths](const base::Result<desk::SourceNeeds>& needs) {
        if (round != m_round || paths != m_form->paths())
            return;
        if (needs)
            m_form->setNeeds(*needs);
        else
            say(needs.error());
    });
}

void SchoolPage::setFolder(const QString& folder)
{
    m_form->setFolder(folder);
    takeFocus();
}

void SchoolPage::setListPlace(const QString& path)
{
    m_form->setList(path);
    takeFocus();
}

void SchoolPage::split()
{
    auto order = m_form->take();
    if (!order) {
        m_notice->say(Notice::Kind::Fault, order.error().message, order.error().next);
        return;
    }
    m_list = m_form->listPath();
    m_making = false;
    m_plan = {};
    setStep(Busy);
    m_doing->setText(tr("Looking into %n file(s)…", nullptr, int(order->paths.size())));
    m_left->setText(tr("Then you hear how many pupils there are and how long it takes. No record file is made before you say so."));
    m_bar->setRange(0, 0);
    takeFocus();
    // Both are called on the worker thread, maybe after this page is gone.
    const QPointer<SchoolPage> self(this);
    const auto told = [self](const desk::SplitPlan& plan) {
        QMetaObject::invokeMethod(qApp, [self, plan] { self ? self->onPlan(plan) : void(); }, Qt::QueuedConnection);
    };
    const base::Progress progress = [self](const base::ProgressStep& step) {
        QMetaObject::invokeMethod(qApp, [self, step] { self ? self->onStep(step) : void(); }, Qt::QueuedConnection);
    };
    m_desk->split(std::move(*order), told, progress)
        .then(this, [this, round = m_round](const base::Result<desk::SplitReport>& report) {
            if (round == m_round)
                onSplit(report);
        });
}

void SchoolPage::onPlan(const desk::SplitPlan& plan)
{
    if (step() != Busy || !m_back->isEnabled())
        return; // stopped meanwhile
    m_plan = plan;
    if (plan.already == plan.pupils)
        return; // nothing is left to do, and nothing is asked
    m_told->clear();
    tellPlan(*m_told, plan);
    setStep(Plan);
    takeFocus();
}

void SchoolPage::onStep(const base::ProgressStep& step)
{
    if (this->step() != Busy)
        return;
    m_bar->setRange(0, step.total > 0 ? 1000 : 0);
    if (step.total > 0)
        m_bar->setValue(int(step.done * 1000 / step.total));
    if (!m_making) {
        m_doing->setText(step.doing);
        return;
    }
    m_doing->setText(tr("%1 of %2 record files are made.").arg(QLocale().toString(step.done), QLocale().toString(step.total)));
    const qint64 todo = m_plan.pupils - m_plan.already;
    if (m_back->isEnabled() && todo > 0)
        m_left->setText(tr("Still to go: %1.").arg(aboutTime(m_plan.seconds * (step.total - step.done) / todo)));
}

void SchoolPage::onSplit(const base::Result<desk::SplitReport>& report)
{
    if (!report) {
        // The same files and the same folder: what is made is not made again.
        setStep(Form);
        m_form->setFolder(m_form->folder());
        if (report.error().kind == base::ErrorKind::Stopped)
            m_notice->say(Notice::Kind::Note, report.error().message,
                          m_making ? tr("What is made stays. Read the files again to go on.") : tr("Nothing was made."));
        else
            say(report.error());
        takeFocus();
        return;
    }
    m_done->clear();
    tellSplit(*m_done, *report);
    m_list = report->list;
    setStep(Done);
    takeFocus();
}

void SchoolPage::openList(const QString& path)
{
    start();
    m_list = path;
    m_listName->setText(QFileInfo(path).fileName());
    setStep(AskList);
    takeFocus();
}

void SchoolPage::unlockList()
{
    if (m_listPassphrase->text().isEmpty() || m_waits)
        return;
    m_notice->say(Notice::Kind::Note, tr("Opening the list…"));
    m_waits = true;
    m_go->setEnabled(false);
    m_desk->openList(m_list, m_listPassphrase->take())
        .then(this, [this, round = m_round](const base::Result<std::vector<extract::ListedFile>>& files) {
            if (round != m_round)
                return;
            m_waits = false;
            if (!files) {
                base::Error error = files.error();
                if (error.kind == base::ErrorKind::WrongPassphrase)
                    error.message = tr("This passphrase does not open the list.");
                say(error);
                takeFocus();
                return;
            }
            m_view->setFiles(*files);
            setStep(List);
            takeFocus();
        });
}

void SchoolPage::lock(const QString& why)
{
    if (!m_desk)
        return;
    m_form->wipe();
    m_listPassphrase->wipe();
    if (step() != List)
        return;
    static_cast<void>(m_desk->closeList());
    m_view->forget();
    setStep(AskList);
    m_notice->say(Notice::Kind::Note, why);
    takeFocus();
}

void SchoolPage::say(const base::Error& error)
{
    const QString where = error.where.isEmpty() ? QString() : u" "_s + tr("(%1)").arg(error.where);
    m_notice->say(Notice::Kind::Fault, error.message + where, error.next);
}

} // namespace app
