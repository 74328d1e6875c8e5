// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/timeline_painter.h"
#include "app/timeline/zoom_stack.h"
#include "app/timeline/zoom_steps.h"

#include <QAbstractScrollArea>

namespace app {

// The painted timeline over a TimelineModel. Every gesture of the mouse has a key and a method; what it shows is
// exposed to screen readers by timeline_accessible.h, bound to the keys of marks.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    using Zoom = ZoomStep;

    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    void setModel(TimelineModel* model); // not owned; must outlive the view
    [[nodiscard]] const TimelineScene& scene() const { return m_scene; }

    // The key of the mark the keyboard stands on; empty for none or for a heading.
    [[nodiscard]] QString currentKey() const { return m_currentKey; }
    [[nodiscard]] Spot current() const;
    // Shows a mark as current without emitting anything: for a selection made elsewhere. Unfolds and scrolls.
    void setCurrentKey(const QString& key);
    void setCurrent(const Spot& spot); // as a key or a click does
    void activate(const Spot& spot);   // Enter, double click, a screen reader's press

    void zoomTo(Zoom zoom);
    [[nodiscard]] Zoom zoom() const; // the step that the present range comes nearest to
    void zoomBy(double factor);      // around the current mark, if it is in sight
    void showRange(const TimeRange& range); // a step of its own, with a little of what is beside it
    void fit();
    bool zoomBack();
    bool zoomForward();
    [[nodiscard]] const ZoomStack& zoomStack() const { return m_zoom; }
    void setContextShown(bool shown); // bands of what changed for everybody
    [[nodiscard]] bool isContextShown() const { return m_contextShown; }
    bool goToFit(bool forward); // the next mark that fits the filter, round about
    [[nodiscard]] const std::map<insight::LaneGroup, FoldedLane>& folded() const { return m_folded; }

    [[nodiscard]] const Folding& folding() const { return m_folding; }
    void toggleFold(const Fold& fold);
    void forgetFolding();
    void setFoldedGroups(const FoldedGroups& groups); // as they were left the last time

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(const QString& key); // by the person; not by setCurrentKey()
    void activated(const QString& key);
    void runActivated(int lane, int first, int count); // a number in a box was opened: list what it counts
    void contextActivated(int context); // a band was opened: say what it is and where that is known from
    void momentAsked();                 // Ctrl+G: where to go?
    void zoomChanged();
    void foldingChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    bool pinch(QEvent* event);
    void rebuild(); // the model changed
    void measure(); // font or size changed
    void layoutRows();
    void layoutContexts();
    void applyRange(const TimeRange& range, ZoomStack::Step step);
    void rangeChanged();
    void updateScrollBars();
    void reveal(const Spot& spot);
    void announce(const Spot& spot);
    bool moveBy(int key);

    TimelineModel* m_model = nullptr;
    TimelineScene m_scene;
    ZoomStack m_zoom;
    Folding m_folding;
    PaintKit m_kit;
    std::map<insight::LaneGroup, FoldedLane> m_folded;
    QString m_currentKey;
    std::optional<Fold> m_currentHeading;
    int m_currentContext = -1;
    bool m_contextShown = true;
    double m_date = 0; // that moves between lanes keep
    bool m_updatingBars = false;
    bool m_dragging = false;
    QPoint m_pressed;
    QPoint m_lastDrag;
};

} // namespace app
