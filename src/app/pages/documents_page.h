// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"

class QStackedWidget;

namespace app {

// "What I was given": every file with what it is, what it brought, what was not taken and not understood.
class DocumentsPage : public Page {
    Q_OBJECT

public:
    explicit DocumentsPage(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void takeFocus() override;

Q_SIGNALS:
    void writeInAsked(record::DocumentId document); // 0: none in particular

private:
    QStackedWidget* m_stack;
    PageHead* m_head;
    MarginSheet* m_sheet;
    QPushButton* m_add;
    QPushButton* m_write;
};

} // namespace app
