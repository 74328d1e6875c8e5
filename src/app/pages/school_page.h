// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "desk/school_sitting.h"

class QProgressBar;
class QStackedWidget;

namespace app {

class PassphraseField;
class PassphrasesView;
class SplitForm;

// What a school needs and a family does not: a record file for each pupil of its own files, and the list of what opens
// them. It has a sitting of its own while it is shown, and no record is open beside it.
class SchoolPage : public QWidget {
    Q_OBJECT

public:
    enum Step { Choose, Form, Busy, Plan, Done, AskList, List };

    explicit SchoolPage(const base::Clock& clock, QWidget* parent = nullptr);
    ~SchoolPage() override;

    void start(); // at its first step
    void end();   // forgets everything; a split stops, and what is made stays
    void choose(const QStringList& paths);
    void setFolder(const QString& folder);
    void setListPlace(const QString& path); // of a new list
    void openList(const QString& path);
    // Somebody may have come to this computer: what is secret leaves the screen. A split goes on.
    void lock(const QString& why);
    void takeFocus();
    [[nodiscard]] Step step() const;
    [[nodiscard]] bool isBusy() const { return step() == Busy || m_waits; }

Q_SIGNALS:
    void leaveAsked();
    void filesAsked();
    void folderAsked();
    void listPlaceAsked();
    void listAsked();

private:
    QWidget* firstStep();
    QWidget* busyStep();
    QWidget* askListStep();
    QWidget* task(const QString& sentence, QPushButton* button);
    void setStep(Step step);
    void goBack();
    void goOn();
    void split();
    void onPlan(const desk::SplitPlan& plan);
    void onStep(const base::ProgressStep& step);
    void onSplit(const base::Result<desk::SplitReport>& report);
    void unlockList();
    void say(const base::Error& error);

    base::Clock m_clock;
    std::unique_ptr<desk::SchoolSitting> m_desk; // from start() to leaving
    desk::SplitPlan m_plan;
    QString m_list; // that is asked for, or open
    int m_round = 0; // answers to what was left are dropped
    bool m_making = false;
    bool m_waits = false; // for a list to open

    PageHead* m_head;
    Notice* m_notice;
    QStackedWidget* m_stack;
    QPushButton* m_split;
    QPushButton* m_openList;
    SplitForm* m_form;
    Text* m_doing;
    Text* m_left;
    QProgressBar* m_bar;
    MarginSheet* m_told;
    MarginSheet* m_done;
    Text* m_listName;
    PassphraseField* m_listPassphrase;
    PassphrasesView* m_view;
    QPushButton* m_back;
    QPushButton* m_go;
};

} // namespace app
