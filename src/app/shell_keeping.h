// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/safety_page.h"

#include <QObject>

#include <functional>

namespace app {

class Window;

// Safe-keeping between its page, its dialogs and the desk. What is asked for goes on when its dialog is closed or the
// record is locked meanwhile; only the telling falls away.
class Keeping : public QObject {
    Q_OBJECT

public:
    Keeping(Window* window, desk::Sitting* sitting, SafetyPage* page);

    void setPath(const QString& path) { m_path = path; }
    void refresh(); // the backups that are there now
    void run(SafetyPage::Task task);
    void withdraw(record::DocumentId document);
    // Of a file that is not open: from the unlock page.
    void restore();
    void recover();
    void rescue();

Q_SIGNALS:
    void changed(); // a new snapshot is there
    void opened(const desk::SnapshotPtr& snapshot, const QString& words);
    void atRiskAsked(bool atRisk);
    void disposed(const QString& title, const QString& text);

private:
    [[nodiscard]] QString nameToTell(const QString& path) const; // of a file; empty where names are hidden
    void backUp();
    void saveCopy();
    void handOver();
    void recoverySheet();
    void changePassphrase();
    void migrate();
    void dispose();

    Window* m_window;
    desk::Sitting* m_sitting;
    SafetyPage* m_page;
    QString m_path;
};

} // namespace app
