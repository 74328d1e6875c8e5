// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paper_reader.h"
#include "app/theme/parts.h"

class QAction;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;

namespace app {

class SheetArea;

// A document page by page, beside the form one types into. It tells where one is: page and line.
class PaperView : public QWidget {
    Q_OBJECT

public:
    explicit PaperView(QWidget* parent = nullptr);
    ~PaperView() override;

    // `title` is how a screen reader calls it.
    void open(const QString& title, const QString& format, const QByteArray& bytes);
    void showWords(const QString& title, const QString& sentence); // instead of a document
    void forget(); // locked: nothing of it stays in memory
    void goTo(int page, int line = 0);

    [[nodiscard]] int page() const { return m_page; } // 0: no document is shown
    [[nodiscard]] int pageCount() const { return m_info.pages; }
    [[nodiscard]] int line() const;                   // 0: none is marked
    [[nodiscard]] QString words() const { return m_sheet.text; } // of the page in sight
    [[nodiscard]] bool isBusy() const { return m_waiting; }
    void takeFocus();

Q_SIGNALS:
    void placeChanged();

private:
    void buildBar();
    void onOpened(const base::Result<PaperInfo>& info);
    void draw();
    void onDrawn(const base::Result<PaperSheet>& sheet);
    void turn(int steps);
    void stepLine(int steps);
    void zoomTo(double zoom);
    void say(const base::Error& error);
    void showWordsOfPage();
    void tellScreenReader();
    void enable();

    PaperReader m_reader;
    PaperInfo m_info;
    PaperSheet m_sheet;
    QString m_title;
    int m_round = 0; // answers about an earlier document or page are dropped
    int m_page = 0;
    int m_wantedLine = 0;
    bool m_waiting = false;

    QWidget* m_bar;
    QSpinBox* m_number;
    Text* m_of;
    Text* m_note;
    QToolButton* m_before;
    QToolButton* m_after;
    QToolButton* m_smaller;
    QToolButton* m_larger;
    QToolButton* m_fit;
    QStackedWidget* m_stack;
    SheetArea* m_area;
    QPlainTextEdit* m_text;
    Text* m_head;
    Text* m_sentence;
};

} // namespace app
