// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "desk/sitting.h"
#include "insight/checks/finding.h"

class QVBoxLayout;

namespace app {

// One thing to check: folded to a line, opened to what its values meant, what it may be, and what can be done.
class FindingRow : public QWidget {
    Q_OBJECT

public:
    FindingRow(const insight::Finding& finding, const desk::SnapshotPtr& snapshot, QWidget* parent = nullptr);
    [[nodiscard]] const insight::Finding& finding() const { return m_finding; }
    [[nodiscard]] QPushButton* button() const { return m_button; }
    [[nodiscard]] bool isOpen() const { return m_inside != nullptr; }
    void setOpen(bool open);

Q_SIGNALS:
    void openChanged(bool open);
    // Its values may be looked at: at once, or after the person said that there is no good reason for them.
    void chosen();
    void timelineAsked();
    void detailsAsked();
    void basisAsked();
    void wrongAsked();
    void settled(const QString& reason);
    void unsettled();
    void setAsideAsked();
    void limitChosen(double value);

private:
    void fill();
    void addValues(QVBoxLayout* column);
    void addActions(QVBoxLayout* column);
    void addDetails(QLayout* row);
    QPushButton* addLetters(QVBoxLayout* column); // its first button
    void addSettling(QVBoxLayout* column);
    void addLimit(QVBoxLayout* column);
    template <typename Widget> Widget* stop(Widget* widget);

    insight::Finding m_finding;
    desk::SnapshotPtr m_snapshot;
    Text* m_says;
    QPushButton* m_button;
    QVBoxLayout* m_words;
    QWidget* m_inside = nullptr;
    QWidget* m_lastStop = nullptr; // of the keyboard's way through the row
};

} // namespace app
