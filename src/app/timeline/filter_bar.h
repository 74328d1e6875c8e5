// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "app/timeline/mark_filter.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

#include <QScrollArea>

namespace app {

// What to look for on the timeline: words, kind, source, years, only what changed, only what is sensitive; and whether
// the bands of context show. It asks; the page answers by dimming.
class FilterBar : public Surface {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    // What there is to choose from in this record; what was chosen stays where it still exists.
    void setChoices(const insight::Timeline& timeline, const std::vector<record::Document>& documents);
    [[nodiscard]] MarkFilter filter() const;
    void setWords(const QString& words); // emits changed()
    void clear(); // emits changed()
    void setAnswer(int fit, int all); // how many marks fit; told only while something is looked for
    void setContextShown(bool shown);
    void focusText();

Q_SIGNALS:
    void changed();
    void contextToggled(bool shown);
    void nextAsked(bool forward);
    void closeAsked();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setTexts();
    QComboBox* choice();

    Text* m_textName;
    QLineEdit* m_text;
    Text* m_groupName;
    QComboBox* m_group;
    Text* m_sourceName;
    QComboBox* m_source;
    Text* m_fromName;
    QComboBox* m_from;
    Text* m_toName;
    QComboBox* m_to;
    QCheckBox* m_changed;
    QCheckBox* m_sensitive;
    QCheckBox* m_context;
    QToolButton* m_back;
    QToolButton* m_next;
    Text* m_answer;
    QPushButton* m_clear;
    bool m_filling = false;
};

// The bar in a window that is too low for all of it, as with large text: it scrolls, and leaves room for the timeline.
class FilterArea : public QScrollArea {
    Q_OBJECT

public:
    explicit FilterArea(FilterBar* bar, QWidget* parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace app
