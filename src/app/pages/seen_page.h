// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"

#include <optional>

namespace app {

// A page that works out what it shows when somebody looks at it. What arrives before, a newer record or a selection,
// waits until then; locking is told at once, seen or not.
class SeenPage : public Page {
    Q_OBJECT

public:
    using Page::Page;
    void setSnapshot(const desk::SnapshotPtr& snapshot) final;
    void showSelected(const Selected& selected) final;
    void setCovered(int width) final;

protected:
    virtual void workOut(const desk::Snapshot& snapshot) = 0;
    virtual void forget() = 0;
    virtual void mark(const Selected& selected) { Q_UNUSED(selected) } // what is selected elsewhere
    [[nodiscard]] const desk::SnapshotPtr& snapshot() const { return m_snapshot; }
    void showEvent(QShowEvent* event) override;
    // What it lays out stands beside such details, never under them: what is chosen and what can be pressed stay in
    // sight.
    void keepClear(QLayout* layout);

private:
    void catchUp();

    desk::SnapshotPtr m_snapshot;
    std::optional<Selected> m_selected; // came while nobody looked
    bool m_stale = false;
    std::vector<QLayout*> m_clear;
};

} // namespace app
