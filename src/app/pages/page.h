// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sitting.h"

#include <QWidget>

namespace app {

enum class PageName { Overview, Timeline, Attainment, Census, Checks, Coverage, Releases, Documents, PutRight, Safety };

// What is selected, anywhere: the inspector at the right shows it. Several values: the first is shown, the others
// are stepped through.
struct Selected {
    std::vector<record::ValueId> values;
    QString release; // reference of a release
    bool operator==(const Selected&) const = default;
};

// A page of the main window. It wires: everything it shows comes from the snapshot through insight and models, and
// it changes nothing itself but asks through its signals.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    // A new state of the record; position, zoom and folding stay. Null: locked, forget everything.
    virtual void setSnapshot(const desk::SnapshotPtr& snapshot) = 0;
    // The selection made elsewhere; shown, not emitted again.
    virtual void showSelected(const Selected& selected) { Q_UNUSED(selected) }
    // Where the keyboard goes when the page is opened.
    virtual void takeFocus() { setFocus(); }
    // Details lie over so much of its right edge (pixels; 0: none): what must stay in sight stands beside them.
    virtual void setCovered(int width) { Q_UNUSED(width) }
    // It waits for an answer from the desk.
    [[nodiscard]] virtual bool isBusy() const { return false; }

Q_SIGNALS:
    void selected(const app::Selected& selected);
    void pageAsked(app::PageName page, const app::Selected& selected);
    void importAsked();
    void withdrawalAsked(record::DocumentId document);
    void correctionAsked(const app::Selected& selected); // "This is wrong"
};

} // namespace app
