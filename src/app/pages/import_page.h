// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"
#include "desk/preview.h"

class QCheckBox;
class QProgressBar;
class QStackedWidget;

namespace app {

class SecretsForm;
class SheetTable;

// What the import page asks of the desk; a seam like LetterDesk.
struct ImportDesk {
    using Secrets = desk::SourceSecrets;
    std::function<desk::Answer<desk::SourceNeeds>(const QStringList& paths)> needs;
    std::function<desk::Answer<readers::ReadReport>(const QStringList& paths, Secrets secrets)> pupils;
    std::function<desk::Answer<desk::Preview>(const QStringList& paths, const record::Selection& selection,
                                              Secrets secrets)>
        preview;
    std::function<desk::Answer<desk::ImportReport>(const QStringList& paths, const record::Selection& selection,
                                                   Secrets secrets, const base::Progress& progress)>
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
    [[nodiscard]] bool isBusy() const override;
    void start();                           // empty, at "Choose"
    void choose(const QStringList& paths);  // reads who is in them

Q_SIGNALS:
    void leaveAsked();
    void imported(); // a new snapshot is there
    void filesAsked();

private:
    void resizeEvent(QResizeEvent* event) override;

    enum Step { Choose, Locked, Look, Busy, Done };

    void setStep(Step step);
    void onNeeds(const base::Result<desk::SourceNeeds>& needs);
    void unlock();
    void lookInside();
    [[nodiscard]] desk::SourceSecrets secrets() const;
    void onPupils(const base::Result<readers::ReadReport>& report);
    void showLook(const readers::ReadReport& report);
    [[nodiscard]] std::optional<record::Selection> selection() const; // nothing: a line must be chosen first
    void preview();
    void setBrings(QWidget* told);
    void add();
    void onImported(const base::Result<desk::ImportReport>& report);
    void fault(const base::Error& error);

    ImportDesk m_desk;
    desk::SnapshotPtr m_snapshot;
    QStringList m_paths;
    desk::SourceNeeds m_needs;
    desk::SourceSecrets m_secrets; // as long as this source is chosen
    std::vector<readers::SeenPupil> m_pupils;
    int m_round = 0; // answers to an earlier choice are dropped
    int m_lookRound = 0;
    bool m_looking = false; // a preview is under way

    PageHead* m_head;
    Text* m_steps;
    QStackedWidget* m_stack;
    SecretsForm* m_locked;
    MarginSheet* m_look;
    MarginSheet* m_done;
    Text* m_top = nullptr;      // the sentence one may stop after
    QWidget* m_brings = nullptr;
    SheetTable* m_choice = nullptr; // pupils to choose from
    QCheckBox* m_others = nullptr;
    Text* m_doing;
    QProgressBar* m_bar;
    Notice* m_notice;
    Surface* m_foot;
    QPushButton* m_cancel;
    QPushButton* m_add;
};

} // namespace app
