// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/letter_desk.h"
#include "app/pages/page.h"
#include "app/theme/parts.h"

#include <QTimer>

#include <array>

namespace app {

class LetterEditor;
class LetterQuestions;

// The letter wizard: questions at the left, the real letters at the right, kept as one types. Two letters can belong
// to one concern: to the Department, which holds the value, and to the school, which sent it.
class LetterPage : public Page {
    Q_OBJECT

public:
    explicit LetterPage(LetterDesk desk, QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void takeFocus() override;
    [[nodiscard]] bool isBusy() const override { return m_saving; }

    void start(const Selected& selected, bool basisOnly); // a new concern
    void ask(const std::vector<insight::MissingPart>& parts); // the same, for what should be there
    void resume(record::ConcernId concern);
    [[nodiscard]] bool isOpen() const { return !m_concern.values.empty(); }
    // Keeps what is typed and calls back when it is on disk (or could not be): for locking, which never asks.
    void flush(const std::function<void()>& then);
    void saveTo(const QString& path, reports::LetterFormat format);

Q_SIGNALS:
    void leaveAsked();
    void changed();                    // something was stored: a new snapshot is there
    void stateSaid(const QString& words); // for the status line

private:
    struct Draft {
        requests::Request request;
        requests::Letter composed; // as the program would write it now
        requests::Letter letter;   // as it stands, with what was typed
        bool wanted = true;
        bool dirty = false;
    };

    void begin(requests::Concern concern);
    void open();
    void compose();
    void onTyped();
    void onAnswer();
    void showLetter();
    void showStep();
    void touch();
    void save();
    void saveNext(std::size_t index);
    void saved();
    void saveFault(const base::Error& error);
    void askSave(reports::LetterFormat format);
    void print(const QString& path, reports::LetterFormat format);
    void markSent(QDate day);
    void updateFoot();
    void tellDotsLeft();
    void resizeEvent(QResizeEvent* event) override;
    void showSides();
    [[nodiscard]] Draft& current() { return m_drafts[std::size_t(m_shown)]; }

    LetterDesk m_desk;
    desk::SnapshotPtr m_snapshot;
    requests::Concern m_concern;
    requests::Writer m_writer;
    std::array<Draft, 2> m_drafts; // Dfe, School
    int m_shown = 0;
    bool m_concernDirty = false;
    bool m_saving = false;
    bool m_composing = false;
    std::vector<std::function<void()>> m_waiting;
    QTimer m_timer;

    QWidget* m_left;
    QWidget* m_right;
    QPushButton* m_side; // narrow window: questions or letter
    bool m_letterSide = false;
    PageHead* m_head;
    Text* m_kept;
    LetterQuestions* m_questions;
    Segments* m_which;
    LetterEditor* m_editor;
    Notice* m_notice;
    Notice* m_dotsLeft; // what at-risk mode hid and nobody can put back
    Text* m_lawNote;
    Text* m_handNote;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace app
