// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "desk/sitting.h"

namespace app {

// The line at the foot: where the data is, what is happening, what kind of file it is. States are words, not colours.
class StatusLine : public Surface {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot);
    void say(const QString& words); // a passing state; empty clears it

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeRoom();

    Text* m_doing;
    Text* m_promise;
    Text* m_kind;
};

} // namespace app
