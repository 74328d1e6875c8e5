// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QVBoxLayout;

namespace app {

class EmptyState;
class Page;

// What fills a page: its content or, while there is none, what would stand here and the way to get it.
class EmptyOr : public QStackedWidget {
    Q_OBJECT

public:
    EmptyOr(EmptyState* empty, Page* page);                        // takes the first, fills the second
    [[nodiscard]] QVBoxLayout* column() const { return m_column; } // of the content
    void setEmpty(bool empty);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool takeFocus(); // to the way out of emptiness; false: there is content

private:
    EmptyState* m_empty;
    QVBoxLayout* m_column;
};

} // namespace app
