// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"

class QBoxLayout;

namespace app {

// Everything that keeps the file safe, shares it or takes it away, in one place and in plain words.
class SafetyPage : public Page {
    Q_OBJECT

public:
    enum class Task { BackUp, Restore, SaveCopy, HandOver, RecoverySheet, ChangePassphrase, Migrate, AtRisk, Dispose };

    explicit SafetyPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void takeFocus() override;
    [[nodiscard]] bool isBusy() const override { return m_busy; }

    void setBackups(const std::vector<extract::Backup>& backups);
    void setBusy(const QString& doing); // until say()
    void say(Notice::Kind kind, const QString& title, const QString& text);

Q_SIGNALS:
    void asked(app::SafetyPage::Task task);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void arrange(); // buttons beside their words, or below them on a narrow page
    void addTask(const QString& label, const QString& sentence, const QString& button, Task task, bool writes);
    void addRow(const QString& label, const QString& sentence, QPushButton* button);
    void tellBackups();

    desk::SnapshotPtr m_snapshot;
    std::vector<extract::Backup> m_backups;
    PageHead* m_head;
    Notice* m_notice;
    MarginSheet* m_sheet;
    Text* m_backupWords = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_first = nullptr;
    std::vector<QBoxLayout*> m_rows; // of the sheet
    bool m_busy = false;
};

} // namespace app
