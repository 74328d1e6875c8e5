// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/import_page.h"

#include "app/pages/import_sheets.h"
#include "app/pages/secrets_form.h"
#include "app/pages/sheet_table.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostRowsSeen = 6;
constexpr int mostListed = 200; // pupils shown to choose from; a school chooses by name on the command line

QString fitText(record::Fit fit)
{
    switch (fit) {
    case record::Fit::Same:
        return ImportPage::tr("the same person");
    case record::Fit::Possible:
        return ImportPage::tr("may be the same");
    case record::Fit::Different:
        return ImportPage::tr("somebody else");
    }
    return {};
}

} // namespace

ImportPage::ImportPage(ImportDesk desk, QWidget* parent)
    : Page(parent), m_desk(std::move(desk)), m_head(new PageHead(tr("Add what I was given"))),
      m_steps(new Text({}, TextSize::Body, &Tokens::ink2)), m_stack(new QStackedWidget), m_locked(new SecretsForm), m_look(new MarginSheet),
      m_done(new MarginSheet), m_doing(new Text({}, TextSize::Title)), m_bar(new QProgressBar), m_notice(new Notice),
      m_foot(new Surface(&Tokens::desk, Qt::TopEdge)), m_cancel(plainButton(tr("Cancel"))), m_add(primaryButton({}))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    m_steps->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_head->addControl(m_steps);
    whole->addWidget(m_notice);
    whole->addWidget(m_stack, 1);

    auto* choose = new EmptyState(u"import"_s, tr("Choose the files, or drop them here"),
                                  tr("Spreadsheets (CSV, XLSX, ODS), zips, transfer files (XML). Choose all that came "
                                     "together in one go. The program looks into them first and stores nothing yet."),
                                  tr("Choose files…"));
    connect(choose, &EmptyState::asked, this, &ImportPage::filesAsked);
    m_stack->addWidget(choose);
    auto* locked = new MarginSheet;
    locked->addRow(new Picture(u"lock"_s, 8), m_locked, 8);
    locked->addStretch();
    m_stack->addWidget(MarginSheet::scrolling(locked, this));
    connect(m_locked, &SecretsForm::changed, this, [this] {
        if (m_stack->currentIndex() == Locked)
            m_add->setEnabled(m_locked->isFilled());
    });
    connect(m_locked, &SecretsForm::entered, this, &ImportPage::unlock);
    m_stack->addWidget(MarginSheet::scrolling(m_look, this));
    auto* busy = new MarginSheet;
    auto* inBusy = new QWidget;
    auto* busyColumn = new QVBoxLayout(inBusy);
    busyColumn->setContentsMargins(0, 0, 0, 0);
    busyColumn->setSpacing(u(4));
    busyColumn->addWidget(m_doing);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(u(3));
    m_bar->setMaximumWidth(u(150));
    m_bar->setAccessibleName(tr("How far the reading is"));
    busyColumn->addWidget(m_bar);
    busyColumn->addWidget(paragraph(tr("Nothing is stored before all of it is read. If you stop, the record stays as "
                                       "it was."),
                                    &Tokens::ink2));
    busy->addRow(new Picture(u"import"_s, 8), inBusy, 8);
    busy->addStretch();
    m_stack->addWidget(busy);
    m_stack->addWidget(MarginSheet::scrolling(m_done, this));

    auto* inFoot = new QHBoxLayout(m_foot);
    inFoot->setContentsMargins(u(41), u(2.5), u(6), u(2.5));
    inFoot->setSpacing(u(4));
    inFoot->addStretch();
    inFoot->addWidget(m_cancel);
    m_add->setMinimumWidth(u(50));
    inFoot->addWidget(m_add);
    whole->addWidget(m_foot);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_stack->currentIndex() == Busy)
            m_desk.stop();
        else
            Q_EMIT leaveAsked();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_stack->currentIndex() == Look)
            add();
        else if (m_stack->currentIndex() == Locked)
            unlock();
        else
            Q_EMIT leaveAsked();
    });
    setStep(Choose);
}

void ImportPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot)
        start();
}

void ImportPage::takeFocus()
{
    if (m_stack->currentIndex() == Choose)
        m_stack->currentWidget()->findChild<QPushButton*>()->setFocus();
    else if (m_stack->currentIndex() == Locked)
        m_locked->takeFocus();
    else if (m_add->isEnabled() && m_add->isVisible())
        m_add->setFocus();
    else
        m_cancel->setFocus();
}

bool ImportPage::isBusy() const
{
    return m_looking || m_stack->currentIndex() == Busy;
}

void ImportPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < u(190);
    m_steps->setWordWrap(narrow);
    m_steps->setMinimumWidth(narrow ? u(52) : 0);
}

void ImportPage::start()
{
    ++m_round;
    m_paths.clear();
    m_secrets = {};
    m_locked->wipe();
    m_pupils.clear();
    if (m_looking)
        m_desk.stop();
    m_looking = false;
    m_choice = nullptr;
    m_others = nullptr;
    m_notice->hide();
    m_look->clear();
    m_done->clear();
    setStep(Choose);
}

void ImportPage::setStep(Step step)
{
    m_stack->setCurrentIndex(step);
    const QStringList names{tr("1 Choose"), tr("2 Look first"), tr("3 Add"), tr("4 Done")};
    QStringList parts;
    const auto whole = [](const QString& name) { return name.toHtmlEscaped().replace(u' ', u"&nbsp;"_s); };
    const int number = std::max(0, int(step) - int(Locked)); // a locked source is still being chosen
    for (int i = 0; i < names.size(); ++i)
        parts << (i == number ? u"<b>"_s + whole(names[i]) + u"</b>"_s : whole(names[i]));
    m_steps->setTextFormat(Qt::RichText);
    m_steps->setText(parts.join(u"&nbsp;&nbsp; "_s));
    m_steps->setAccessibleName(names[number]);
    m_foot->setVisible(true);
    m_add->setVisible(step == Locked || step == Look || step == Done);
    m_add->setEnabled(step != Locked);
    m_add->setText(step == Done ? tr("Look at my record") : step == Locked ? tr("Open it") : tr("Add to my record"));
    m_cancel->setText(step == Busy ? tr("Stop") : step == Done ? tr("Close") : tr("Cancel"));
    m_cancel->setVisible(step != Done);
}

void ImportPage::choose(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    start();
    m_paths = paths;
    setStep(Busy);
    m_doing->setText(tr("Looking into %n file(s)…", nullptr, int(paths.size())));
    m_bar->setRange(0, 0);
    const int round = m_round;
    m_desk.needs(paths).then(this, [this, round](const base::Result<desk::SourceNeeds>& needs) {
        if (round == m_round)
            onNeeds(needs);
    });
}

void ImportPage::onNeeds(const base::Result<desk::SourceNeeds>& needs)
{
    if (!needs) {
        fault(needs.error());
        return;
    }
    m_needs = *needs;
    if (!m_needs.password && !m_needs.passphrase) {
        lookInside();
        return;
    }
    m_locked->ask(m_needs);
    setStep(Locked);
    takeFocus();
}

void ImportPage::unlock()
{
    if (!m_locked->isFilled())
        return;
    m_notice->hide();
    m_secrets = m_locked->take();
    lookInside();
}

desk::SourceSecrets ImportPage::secrets() const
{
    return {m_secrets.password.clone(), m_secrets.passphrase.clone()};
}

void ImportPage::lookInside()
{
    const QStringList& paths = m_paths;
    setStep(Busy);
    m_doing->setText(tr("Looking into %n file(s)…", nullptr, int(paths.size())));
    m_bar->setRange(0, 0);
    const int round = m_round;
    m_desk.pupils(paths, secrets()).then(this, [this, round](const base::Result<readers::ReadReport>& report) {
        if (round == m_round)
            onPupils(report);
    });
}

void ImportPage::fault(const base::Error& error)
{
    setStep(Choose);
    const QString where = error.where.isEmpty() ? QString() : u" "_s + tr("(%1)").arg(error.where);
    if (error.kind == base::ErrorKind::Stopped)
        m_notice->say(Notice::Kind::Note, tr("Stopped. The record is as it was."));
    else
        m_notice->say(Notice::Kind::Fault, error.message + where, error.next);
    takeFocus();
}

void ImportPage::onPupils(const base::Result<readers::ReadReport>& report)
{
    if (!report && report.error().kind == base::ErrorKind::WrongPassphrase) {
        m_locked->ask(m_needs);
        setStep(Locked);
        m_notice->say(Notice::Kind::Fault, report.error().message, report.error().next);
        takeFocus();
        return;
    }
    if (!report) {
        fault(report.error());
        return;
    }
    showLook(*report);
    setStep(Look);
    takeFocus();
}

void ImportPage::showLook(const readers::ReadReport& report)
{
    if (!m_snapshot)
        return;
    const record::Person& own = m_snapshot->record.person;
    m_pupils = report.pupils;
    int same = 0, possible = 0;
    for (readers::SeenPupil& pupil : m_pupils) {
        if (!m_snapshot->atRisk) // then the desk has compared: numbers are hidden here
            pupil.fit = record::fit(own, pupil.person);
        same += pupil.fit == record::Fit::Same;
        possible += pupil.fit == record::Fit::Possible;
    }
    const int others = int(m_pupils.size()) - same;
    std::stable_sort(m_pupils.begin(), m_pupils.end(),
                     [](const auto& a, const auto& b) { return a.fit < b.fit; });

    m_top = new Text(same > 0          ? tr("%1 is in here.").arg(own.name.section(u' ', 0, 0))
                         : possible > 0 ? tr("Somebody in here may be %1.").arg(own.name)
                                        : tr("Nobody in here has this name and day of birth."),
                     TextSize::Headline);
    m_top->setWordWrap(true);
    m_look->addRow(new Text(tr("Not stored yet"), TextSize::Body, &Tokens::ink2), m_top);

    m_look->addRow(report.documents.size() > 1 ? tr("The files") : tr("The file"), filesTold(report, m_snapshot->atRisk ? QStringList() : m_paths), 6);

    auto* who = new QWidget;
    auto* whoColumn = new QVBoxLayout(who);
    whoColumn->setContentsMargins(0, 0, 0, 0);
    whoColumn->setSpacing(u(2));
    bool canAdd = same > 0;
    if (same == 1) {
        whoColumn->addWidget(paragraph(tr("Name, day of birth or pupil number agree. Only this person's part is kept.")));
    } else if (same > 1) {
        whoColumn->addWidget(paragraph(tr("%n entries fit this person. All of them are taken.", nullptr, same)));
    } else {
        whoColumn->addWidget(paragraph(
            tr("This record is about %1, born %2. If one of these is the same person, under another name or with a "
               "mistake in the date, choose that line. Otherwise nothing is taken.")
                .arg(own.name, QLocale().toString(own.born, tr("d MMMM yyyy")))));
        // A family sees who may fit, not every child of the school; one lone pupil may be chosen whoever it is.
        std::vector<readers::SeenPupil> offered;
        for (const readers::SeenPupil& pupil : m_pupils)
            if (pupil.fit == record::Fit::Possible || m_pupils.size() == 1)
                offered.push_back(pupil);
        if (!offered.empty()) {
            const int rows = std::min(int(offered.size()), mostListed);
            m_choice = new SheetTable(tr("Who in the file is this person?"),
                                      {tr("Name"), tr("Born"), tr("Entries"), tr("Fits")});
            for (int row = 0; row < rows; ++row) {
                const readers::SeenPupil& pupil = offered[std::size_t(row)];
                m_choice->addRow({pupil.person.name.isEmpty() ? pupil.person.upn : pupil.person.name,
                                  QLocale().toString(pupil.person.born, tr("d MMM yyyy")),
                                  QLocale().toString(pupil.entries), fitText(pupil.fit)});
            }
            m_pupils = std::move(offered);
            m_choice->fit(mostRowsSeen);
            whoColumn->addWidget(m_choice);
            connect(m_choice, &QTableWidget::itemSelectionChanged, this, [this] {
                m_add->setEnabled(!m_choice->selectedItems().isEmpty());
                if (m_add->isEnabled())
                    preview();
            });
        } else {
            whoColumn->addWidget(paragraph(tr("Nobody in it comes near, so there is nothing to choose."), &Tokens::ink2));
        }
        canAdd = false;
    }
    m_look->addRow(tr("Who"), who, 4);
    m_brings = new QWidget;
    auto* bringsColumn = new QVBoxLayout(m_brings);
    bringsColumn->setContentsMargins(0, 0, 0, 0);
    m_look->addRule(4);
    m_look->addRow(tr("What it brings"), m_brings, 4);
    m_look->addRule(4);

    if (others > 0) {
        auto* note = new QWidget;
        auto* noteColumn = new QVBoxLayout(note);
        noteColumn->setContentsMargins(0, 0, 0, 0);
        noteColumn->addWidget(flagged(
            tr("%n other pupil(s) are in this file. They stay out of your record. Please tell the school or the "
               "Department that the file holds other children: they need to know.",
               nullptr, others)));
        m_look->addRow(tr("Other children"), note, 4);
    }
    m_others = new QCheckBox(tr("Also take details of other people"));
    auto* details = new QWidget;
    auto* detailColumn = new QVBoxLayout(details);
    detailColumn->setContentsMargins(0, 0, 0, 0);
    detailColumn->addWidget(m_others);
    detailColumn->addWidget(paragraph(tr("Contacts, carers, brothers and sisters. Left out unless you tick it; a marker says where it stood."), &Tokens::ink2,
                                      TextSize::Small));
    m_look->addRow(tr("Others in it"), details, 4);
    m_look->addRow(tr("Good to know"),
                   paragraph(tr("A backup of your record is made first. Nothing that is already in it changes."),
                             &Tokens::ink2),
                   4);
    m_look->addStretch();
    if (canAdd)
        preview();
    else
        setBrings(paragraph(tr("The program looks for this when you have chosen who it is."), &Tokens::ink2));
    // Enabled here and not in setStep: choosing a line comes first when nobody fits.
    QMetaObject::invokeMethod(this, [this, canAdd] { m_add->setEnabled(canAdd); }, Qt::QueuedConnection);
}

void ImportPage::setBrings(QWidget* told)
{
    QLayout* column = m_brings->layout();
    while (QLayoutItem* item = column->takeAt(0)) {
        if (QWidget* before = item->widget()) {
            before->hide();
            before->deleteLater();
        }
        delete item;
    }
    column->addWidget(told);
}

std::optional<record::Selection> ImportPage::selection() const
{
    record::Selection selection;
    if (m_choice) {
        const int row = m_choice->currentRow();
        if (row < 0)
            return std::nullopt;
        selection.person = m_pupils[std::size_t(row)].person;
        selection.onlyPupilFits = true;
    }
    selection.otherPeopleToo = m_others && m_others->isChecked();
    return selection;
}

// Reads the source as an import would, and stores nothing.
void ImportPage::preview()
{
    const auto wanted = selection();
    if (!wanted)
        return;
    if (m_looking)
        m_desk.stop(); // the line chosen before
    m_looking = true;
    setBrings(paragraph(tr("Looking at what it brings…"), &Tokens::ink2));
    const int round = m_round, look = ++m_lookRound;
    m_desk.preview(m_paths, *wanted, secrets()).then(this, [this, round, look](const base::Result<desk::Preview>& told) {
        if (round != m_round || look != m_lookRound)
            return;
        m_looking = false;
        if (m_stack->currentIndex() != Look)
            return;
        if (!told) {
            setBrings(flagged(told.error().message + u' ' + told.error().next));
            return;
        }
        if (const QString headline = previewHeadline(*told); !headline.isEmpty())
            m_top->setText(headline);
        setBrings(previewTold(*told));
    });
}

void ImportPage::add()
{
    const auto wanted = selection();
    if (!wanted)
        return;
    if (m_looking)
        m_desk.stop();
    m_looking = false;
    setStep(Busy);
    m_doing->setText(tr("Adding…"));
    m_bar->setRange(0, 0);
    m_cancel->setFocus();
    // Called on the worker thread, maybe after this page is gone.
    const QPointer<ImportPage> self(this);
    const base::Progress progress = [self](const base::ProgressStep& step) {
        QMetaObject::invokeMethod(
            qApp,
            [self, step] {
                if (!self)
                    return;
                self->m_doing->setText(step.doing);
                self->m_bar->setRange(0, step.total > 0 ? 1000 : 0);
                if (step.total > 0)
                    self->m_bar->setValue(int(step.done * 1000 / step.total));
            },
            Qt::QueuedConnection);
    };
    const int round = m_round;
    m_desk.import(m_paths, *wanted, secrets(), progress)
        .then(this, [this, round](const base::Result<desk::ImportReport>& report) {
            if (round == m_round)
                onImported(report);
            else if (report)
                Q_EMIT imported();
        });
}

void ImportPage::onImported(const base::Result<desk::ImportReport>& report)
{
    if (!report) {
        fault(report.error());
        return;
    }
    Q_EMIT imported();
    tellImported(*m_done, *report);
    setStep(Done);
    takeFocus();
}

} // namespace app
