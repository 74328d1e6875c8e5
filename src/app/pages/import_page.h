// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"

class QCheckBox;
class QProgressBar;
class QStackedWidget;
class QTableWidget;

namespace app {

// What the import page asks of the desk; a seam like LetterDesk.
struct ImportDesk {
    std::function<desk::Answer<readers::ReadReport>(const QStringList& paths)> pupils;
    std::function<desk::Answer<desk::ImportReport>(const QStringList& paths, const record::Selection& selection,
                                                   const base::Progress& progress)>
        import;
    std::function<void()> stop;
};

// Choose, look first, add, and what was taken, not taken and not understood. Nothing is stored before "Add to my
// record", and a stopped import leaves the record as it was.
class ImportPage : public Page {
    Q_OBJECT

public:
    explicit ImportPage(ImportDesk desk, QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void takeFocus() override;
    void start();                           // empty, at "Choose"
    void choose(const QStringList& paths);  // reads who is in them

Q_SIGNALS:
    void leaveAsked();
    void imported(); // a new snapshot is there
    void filesAsked();

private:
    enum Step { Choose, Look, Busy, Done };

    void setStep(Step step);
    void onPupils(const base::Result<readers::ReadReport>& report);
    void showLook(const readers::ReadReport& report);
    void add();
    void onImported(const base::Result<desk::ImportReport>& report);
    void showDone(const desk::ImportReport& report);
    void fault(const base::Error& error);

    ImportDesk m_desk;
    desk::SnapshotPtr m_snapshot;
    QStringList m_paths;
    std::vector<readers::SeenPupil> m_pupils;
    int m_round = 0; // answers to an earlier choice are dropped

    PageHead* m_head;
    Text* m_steps;
    QStackedWidget* m_stack;
    MarginSheet* m_look;
    MarginSheet* m_done;
    QTableWidget* m_choice = nullptr; // pupils to choose from
    QCheckBox* m_others = nullptr;
    Text* m_doing;
    QProgressBar* m_bar;
    Notice* m_notice;
    Surface* m_foot;
    QPushButton* m_cancel;
    QPushButton* m_add;
};

} // namespace app
