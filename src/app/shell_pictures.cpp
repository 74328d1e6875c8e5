// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_pictures.h"

#include "app/inspector/inspector.h"
#include "app/pages/import_page.h"
#include "app/pages/letter_page.h"
#include "app/window.h"
#include "insight/overview.h"

#include <QDir>
#include <QImage>
#include <QPixmap>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int settleMs = 350; // for layouts and whatever a page computes off this thread

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
    case PageName::Releases:
        return u"releases"_s;
    case PageName::Documents:
        return u"documents"_s;
    case PageName::PutRight:
        return u"put-right"_s;
    }
    return {};
}

} // namespace

Pictures::Pictures(Window* window, const QString& folder, const QString& suffix, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder), m_suffix(suffix)
{
    m_ok = QDir().mkpath(folder);
}

void Pictures::doors()
{
    take(u"unlock"_s);
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
        if (release.isEmpty() || one.verdict == insight::Verdict::Definite)
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
    m_shots.push_back({u"import"_s, [this] { m_window->startImport(); }});
    if (!odd.values.empty())
        m_shots.push_back({u"letter"_s, [this, odd] { m_window->startLetter(odd, false); }});
    next();
}

void Pictures::next()
{
    if (m_at == m_shots.size()) {
        Q_EMIT done(m_ok);
        return;
    }
    m_shots[m_at].prepare();
    QTimer::singleShot(settleMs, this, [this] {
        take(m_shots[m_at].name);
        ++m_at;
        next();
    });
}

void Pictures::take(const QString& name)
{
    const QString path = m_folder + u'/' + name + m_suffix + u".png"_s;
    // Smallest file: no alpha, strongest compression.
    m_ok = m_window->grab().toImage().convertToFormat(QImage::Format_RGB888).save(path, "PNG", 0) && m_ok;
}

} // namespace app
