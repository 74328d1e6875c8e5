// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "base/error.h"

#include <QDialog>

class QScrollArea;
class QVBoxLayout;

namespace app {

// One task in a window of its own: what it does, what it asks, one filled button. While it runs nothing can be pressed
// twice; what came of it is told in the same place. It asks through its signal and never calls the desk itself.
class TaskDialog : public QDialog {
    Q_OBJECT

public:
    TaskDialog(const QString& title, const QString& go, QWidget* parent);

    void setBusy(const QString& doing);    // until fault(), finish() or ready()
    void ready();
    void fault(const base::Error& error);  // asked again
    // Nothing is left but to close it. `more` stands below the words; taken.
    void finish(const QString& title, const QString& text, QWidget* more = nullptr);
    [[nodiscard]] QString told() const;    // title of what is told, if something is

protected:
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void addWords(const QString& words, QColor Tokens::* ink = &Tokens::ink);
    void setForm(QWidget* form); // taken; hidden once it is finished
    void setGoEnabled(bool enabled);
    [[nodiscard]] QPushButton* cancelButton() const { return m_close; }
    void refuse(const QString& title, const QString& next, QWidget* where);
    virtual void go() = 0;
    void showEvent(QShowEvent* event) override;

private:
    QVBoxLayout* m_body;
    QVBoxLayout* m_told;
    QScrollArea* m_area;
    QWidget* m_page;
    QWidget* m_asked; // all that is asked, as one
    Notice* m_notice;
    Text* m_doing;
    QPushButton* m_go;
    QPushButton* m_close;
    QString m_goWords;
    bool m_goEnabled = true;
};

} // namespace app
