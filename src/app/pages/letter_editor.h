// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

#include <QTextEdit>

namespace app {

// The real letter on paper, to type in. The passage the current question writes is washed, its number stands in the
// letter's margin; passages changed by hand have a small pen there and are left alone from then on.
class LetterEditor : public QTextEdit {
    Q_OBJECT

public:
    explicit LetterEditor(QWidget* parent = nullptr);
    // The letter as it stands and as the program composed it last.
    void setLetter(const requests::Letter& letter, const requests::Letter& composed);
    [[nodiscard]] requests::Letter letter() const;
    void setQuestion(int question);

Q_SIGNALS:
    void edited(); // by the person, not by setLetter

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;

private:
    void showQuestion();

    requests::Letter m_like;
    requests::Letter m_composed;
    int m_question = 0;
    bool m_writing = false;
    bool m_told = false;
};

} // namespace app
