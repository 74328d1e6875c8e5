// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_pictures.h"

#include "app/inspector/inspector.h"
#include "app/pages/attainment_page.h"
#include "app/pages/census_page.h"
#include "app/pages/finding_row.h"
#include "app/pages/import_page.h"
#include "app/pages/letter_page.h"
#include "app/pages/school_page.h"
#include "app/pages/timeline_page.h"
#include "app/pages/write_in_page.h"
#include "app/shell_keeping.h"
#include "app/timeline/timeline_view.h"
#include "app/window.h"
#include "insight/overview.h"

#include <QDialog>
#include <QDir>
#include <QPixmap>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString fileWord(PageName name)
{
    switch (name) {
    case PageName::Overview:
        return u"overview"_s;
    case PageName::Timeline:
        return u"timeline"_s;
    case PageName::Attainment:
        return u"attainment"_s;
    case PageName::Census:
        return u"census"_s;
    case PageName::Checks:
        return u"checks"_s;
    case PageName::Coverage:
        return u"coverage"_s;
    case PageName::Releases:
        return u"releases"_s;
    case PageName::Documents:
        return u"documents"_s;
    case PageName::PutRight:
        return u"put-right"_s;
    case PageName::Safety:
        return u"safety"_s;
    }
    return {};
}

} // namespace

Pictures::Pictures(Window* window, const QString& folder, const QString& suffix, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder), m_suffix(suffix)
{
    m_ok = QDir().mkpath(folder);
}

void Pictures::doors(std::function<void()> then)
{
    whenSettled([this, then = std::move(then)] {
        take(u"unlock"_s);
        then();
    });
}

void Pictures::whenSettled(std::function<void()> then)
{
    QImage now = shown()->grab().toImage();
    if (!m_window->isBusy() && now == m_painted) {
        m_painted = {};
        then();
        return;
    }
    m_painted = std::move(now);
    // Not sooner than the next turn: layouts, focus and answers from the desk arrive as events.
    QTimer::singleShot(0, this, [this, then = std::move(then)]() mutable { whenSettled(std::move(then)); });
}

void Pictures::rooms()
{
    const desk::SnapshotPtr snapshot = m_window->snapshot();
    if (!snapshot) {
        Q_EMIT done(false);
        return;
    }
    const insight::Overview overview =
        insight::overview(snapshot->record, snapshot->decisions, snapshot->exposure, snapshot->today);
    const Selected odd{overview.changed.empty() ? std::vector<record::ValueId>{} : overview.changed.front().odd, {}};
    QString release;
    for (const insight::ReleaseExposure& one : snapshot->exposure)
        if (!snapshot->record.entries.empty() && (release.isEmpty() || one.verdict == insight::Verdict::Definite))
            release = one.release.reference;
    for (const PageName name : pageNames) {
        m_shots.push_back({fileWord(name), [this, name, odd, release] {
                               m_window->select({});
                               const bool values = name == PageName::Timeline || name == PageName::Census;
                               m_window->showPage(name, values                        ? odd
                                                      : name == PageName::Releases ? Selected{{}, release}
                                                                                   : Selected{});
                           }});
    }
    addTimeline(odd);
    for (const auto& [name, part] : {std::pair{"census-terms", CensusPage::TermByTerm},
                                     {"census-absence", CensusPage::Absence},
                                     {"census-addresses", CensusPage::Homes}})
        m_shots.push_back({QString::fromLatin1(name), [this, part = part, odd] {
                               m_window->select({});
                               m_window->showPage(PageName::Census, odd);
                               m_window->select({});
                               if (auto* page = m_window->findChild<CensusPage*>())
                                   page->showPart(part);
                           }});
    m_shots.push_back({u"attainment-table"_s, [this] {
                           static_cast<TimelinePage*>(m_window->page(PageName::Timeline))->showTable(false);
                           if (auto* page = m_window->findChild<CensusPage*>())
                               page->showPart(CensusPage::ByYear);
                           m_window->showPage(PageName::Attainment);
                           if (auto* page = m_window->findChild<AttainmentPage*>())
                               page->showView(AttainmentPage::AsTable);
                       }});
    m_shots.push_back({u"checks-open"_s, [this] {
                           m_window->select({});
                           m_window->showPage(PageName::Checks);
                           if (auto* row = m_window->findChild<FindingRow*>())
                               row->setOpen(true);
                       }});
    m_shots.push_back({u"import"_s, [this] { m_window->startImport(); }});
    m_shots.push_back({u"write-in"_s, [this] { m_window->startWriteIn(); }});
    m_shots.push_back({u"write-in-table"_s, [this] { m_window->writeInPage()->setWork(WriteInPage::Table); }});
    m_shots.push_back({u"write-in-so-far"_s, [this] { m_window->writeInPage()->setWork(WriteInPage::SoFar); }});
    if (!m_source.isEmpty())
        m_shots.push_back({u"import-look"_s, [this] { m_window->startImport({m_source}); }});
    if (!odd.values.empty())
        m_shots.push_back({u"letter"_s, [this, odd] { m_window->startLetter(odd, false); }});
    addDialogs();
    addSchool();
    next();
}

// The timeline closer and closer around what is odd, and with something looked for; then as it was.
void Pictures::addTimeline(const Selected& odd)
{
    auto* page = static_cast<TimelinePage*>(m_window->page(PageName::Timeline));
    for (const auto& [name, step] : {std::pair{"timeline-phase", ZoomStep::Phase},
                                     {"timeline-year", ZoomStep::SchoolYear},
                                     {"timeline-term", ZoomStep::Term}})
        m_shots.push_back({QString::fromLatin1(name), [this, page, step = step, odd] {
                               m_window->showPage(PageName::Timeline, odd);
                               m_window->select({});
                               page->view()->zoomTo(step);
                           }});
    m_shots.push_back({u"timeline-looking"_s, [page] {
                           page->view()->fit();
                           page->lookFor(u"white"_s);
                       }});
    m_shots.push_back({u"timeline-table"_s, [page] {
                           page->lookFor({});
                           page->showTable(true);
                       }});
}

void Pictures::addDialogs()
{
    using Task = SafetyPage::Task;
    const desk::SnapshotPtr snapshot = m_window->snapshot();
    if (!snapshot->record.documents.empty())
        m_shots.push_back({u"dialog-withdraw"_s, [this, id = snapshot->record.documents.front().id] {
                               m_window->showPage(PageName::Safety);
                               m_window->keeping()->withdraw(id);
                           }});
    // Going back to a backup comes last: the file is closed for it.
    for (const auto& [name, task] :
         {std::pair{"dialog-hand-over", Task::HandOver}, {"dialog-recovery-sheet", Task::RecoverySheet},
          {"dialog-passphrase", Task::ChangePassphrase}, {"dialog-dispose", Task::Dispose},
          {"dialog-restore", Task::Restore}})
        m_shots.push_back({QString::fromLatin1(name), [this, task = task] {
                               m_window->showPage(PageName::Safety);
                               m_window->keeping()->run(task);
                           }});
    m_shots.push_back({u"dialog-recover"_s, [this] { m_window->keeping()->recover(); }});
    m_shots.push_back({u"dialog-rescue"_s, [this] { m_window->keeping()->rescue(); }});
    m_shots.push_back({u"dialog-migrate"_s, [this] { m_window->keeping()->run(Task::Migrate); }});
    m_shots.push_back({u"dialog-lists"_s, [this] { m_window->showLists(); }});
    m_shots.push_back({u"dialog-settings"_s, [this] { m_window->showSettings(); }});
}

// What schools do, on a source of theirs, as far as one can get without choosing anything.
void Pictures::addSchool()
{
    m_shots.push_back({u"school"_s, [this] { m_window->startSchool(); }}); // no record is open by now
    if (!m_source.isEmpty())
        m_shots.push_back({u"school-form"_s, [this] {
                               m_window->schoolPage()->choose({m_source});
                               m_window->schoolPage()->setFolder(QDir::tempPath());
                           }});
    m_shots.push_back({u"school-list"_s, [this] { m_window->schoolPage()->openList(u"passphrases.pupillist"_s); }});
}

QWidget* Pictures::shown() const
{
    for (QDialog* dialog : m_window->findChildren<QDialog*>())
        if (dialog->isVisible())
            return dialog;
    return m_window;
}

void Pictures::next()
{
    if (m_at == m_shots.size()) {
        Q_EMIT done(m_ok);
        return;
    }
    m_shots[m_at].prepare();
    whenSettled([this] {
        take(m_shots[m_at].name);
        if (auto* dialog = qobject_cast<QDialog*>(shown()))
            dialog->close();
        ++m_at;
        next();
    });
}

void Pictures::take(const QString& name)
{
    const QString path = m_folder + u'/' + name + m_suffix + u".png"_s;
    // Smallest file: no alpha, strongest compression.
    m_ok = shown()->grab().toImage().convertToFormat(QImage::Format_RGB888).save(path, "PNG", 0) && m_ok;
}

} // namespace app
