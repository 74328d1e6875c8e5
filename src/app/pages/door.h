// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"

class QGridLayout;
class QHBoxLayout;

namespace app {

// The sheet in front of the record: one task on one card, the name of the program above, three promises beneath.
class Door : public QWidget {
    Q_OBJECT

public:
    explicit Door(QWidget* parent = nullptr);
    // The card's form; its grid gets the card's margins (first column left of the rose line).
    void setForm(QWidget* form, QGridLayout* grid);

Q_SIGNALS:
    void settingsAsked();
    void keysAsked();

protected:
    // Where the keyboard goes when the door gets it. Not a focus proxy: with one, Qt 6.4 leads Tab back to the first
    // field and past everything below the card.
    void setFirstField(QWidget* field) { m_firstField = field; }
    // At the foot, before "Help": for the few who need it.
    void addFootLink(QWidget* link);
    void focusInEvent(QFocusEvent* event) override;

private:
    QWidget* m_firstField = nullptr;
    QWidget* m_card;
    QHBoxLayout* m_foot;
};

} // namespace app
