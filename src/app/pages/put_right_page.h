// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"

class QStackedWidget;

namespace app {

// Everything to put right with its letters, where each stands and what comes next.
class PutRightPage : public Page {
    Q_OBJECT

public:
    explicit PutRightPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void takeFocus() override;

Q_SIGNALS:
    void letterAsked(record::ConcernId concern);
    void requestChanged(const requests::Request& request); // sent, answered, closed
    void draftDropped(record::RequestId request);

private:
    void addConcern(const requests::Concern& concern);
    [[nodiscard]] QWidget* requestRow(const requests::Request& request);

    desk::SnapshotPtr m_snapshot;
    QStackedWidget* m_stack;
    PageHead* m_head;
    MarginSheet* m_sheet;
    QPushButton* m_first = nullptr;
};

} // namespace app
