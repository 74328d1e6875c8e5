// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"

class QLineEdit;
class QListWidget;

namespace app {

// Whose record this is, numbers masked until asked, and the search over everything in it.
class Banner : public Surface {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot); // null: forgets everything, masks again
    void focusSearch();
    void setNumbersShown(bool shown);
    [[nodiscard]] bool numbersShown() const { return m_shown; }

Q_SIGNALS:
    void valueChosen(record::ValueId value);
    void pageChosen(app::PageName page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void leaveOut();
    void showNumber();
    void search(const QString& words);
    void chooseResult(int row);
    void hideResults();

    desk::SnapshotPtr m_snapshot;
    Text* m_name;
    Text* m_born;
    Text* m_number;
    QPushButton* m_show;
    Text* m_label;
    QLineEdit* m_search;
    QListWidget* m_results;
    bool m_shown = false;
};

} // namespace app
