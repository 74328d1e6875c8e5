// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "extract/passphrase_list.h"

class QLineEdit;

namespace app {

class SheetTable;

// A school's open list: who is in which record file, and, one at a time and only when asked, the words that open it.
class PassphrasesView : public QWidget {
    Q_OBJECT

public:
    explicit PassphrasesView(QWidget* parent = nullptr);
    void setFiles(const std::vector<extract::ListedFile>& files);
    void showWords(const QString& file, const extract::Secret& words); // if that line is still chosen
    void say(const base::Error& error);
    void forget();
    void takeFocus();
    [[nodiscard]] QString chosen() const; // name of a record file; empty: none

Q_SIGNALS:
    void wordsAsked(const QString& file);

private:
    void find(const QString& text);
    void hideWords();

    QLineEdit* m_find;
    Text* m_count;
    SheetTable* m_table;
    Text* m_whose;
    Text* m_words;
    QPushButton* m_show;
    QPushButton* m_copy;
};

} // namespace app
