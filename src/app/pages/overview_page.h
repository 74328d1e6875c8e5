// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/overview_words.h"
#include "app/theme/parts.h"

class QStackedWidget;

namespace app {

// Reads like a letter: sentence, years, the things worth a look, who may have it, the next date.
class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void takeFocus() override;

private:
    void fill();
    void addLooks(const std::vector<WorthALook>& things);
    void addReleases(const insight::Overview& overview);
    void addNextDate();

    desk::SnapshotPtr m_snapshot;
    QStackedWidget* m_stack;
    MarginSheet* m_sheet;
    QPushButton* m_first = nullptr; // where the keyboard goes
};

} // namespace app
