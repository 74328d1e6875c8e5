// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/pages.h"
#include "app/theme/parts.h"

class QBoxLayout;
class QListView;
class QStandardItemModel;

namespace app {

// Navigation at the left edge: the pages as a list (one focus stop, arrows inside it), help, settings and lock below.
class Rail : public Surface {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);
    void setCurrent(PageName page); // not emitted
    void setBadge(PageName page, int count); // 0: none; the count is part of the accessible name

Q_SIGNALS:
    void pageChosen(app::PageName page);
    void keysAsked();
    void settingsAsked();
    void lockAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] static int rowOf(PageName page);

    QWidget* m_logo;
    std::vector<QToolButton*> m_foot;
    QBoxLayout* m_footRow = nullptr;
    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace app
