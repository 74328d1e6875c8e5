// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/icons.h"
#include "app/theme/tokens.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QButtonGroup;
class QHBoxLayout;
class QVBoxLayout;
class QScrollArea;

namespace app {

// A label whose size and ink follow the tokens through every change of theme or font. Plain text unless `rich`.
class Text : public QLabel {
    Q_OBJECT

public:
    explicit Text(const QString& text = {}, TextSize size = TextSize::Body, QColor Tokens::* ink = &Tokens::ink,
                  QWidget* parent = nullptr);
    explicit Text(QWidget* parent); // for Designer's forms
    void setSize(TextSize size);
    void setInk(QColor Tokens::* ink);
    void setBold(bool bold);
    // Breaks lines; reading text stops at 80 characters.
    Text* wrapped();
    Text* selectable();

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    TextSize m_size;
    QColor Tokens::* m_ink;
    bool m_bold = false;
    bool m_dressing = false;
};

// A drawn icon beside a text; decoration, silent for a screen reader.
class Picture : public QWidget {
    Q_OBJECT

public:
    Picture(const QString& name, double units, QColor Tokens::* ink = &Tokens::ink2, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    void setName(const QString& name, QColor Tokens::* ink);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    double m_units;
    QColor Tokens::* m_ink;
};

class Hairline : public QWidget {
    Q_OBJECT

public:
    explicit Hairline(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

// Paints its whole area in one of the tokens, with optional hairlines at its edges.
class Surface : public QWidget {
    Q_OBJECT

public:
    explicit Surface(QColor Tokens::* colour, Qt::Edges lines = {}, QWidget* parent = nullptr);
    void setColour(QColor Tokens::* colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor Tokens::* m_colour;
    Qt::Edges m_lines;
};

// A page as an exercise book: labels hang left of one rose line, what they name stands right of it. Rows keep their
// order; a label may be empty.
class MarginSheet : public QWidget {
    Q_OBJECT

public:
    explicit MarginSheet(QWidget* parent = nullptr);
    void addRow(QWidget* label, QWidget* content, double spaceBefore = 0);
    void addRow(const QString& label, QWidget* content, double spaceBefore = 0);
    void addRule(double spaceBefore = 0); // right of the margin
    void addSpace(double units);
    void addStretch();
    void clear(); // deletes the rows
    // Wraps it so that it scrolls; the returned area owns the sheet.
    [[nodiscard]] static QScrollArea* scrolling(MarginSheet* sheet, QWidget* parent);
    [[nodiscard]] static int marginX(); // of the rose line from the page's left edge

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_rows;
};

[[nodiscard]] QPushButton* primaryButton(const QString& text, const QString& iconName = {});
[[nodiscard]] QPushButton* plainButton(const QString& text, const QString& iconName = {});
// `widest` in pixels: longer words stand in several lines; 0: one line.
[[nodiscard]] QPushButton* linkButton(const QString& text, int widest = 0);
[[nodiscard]] QToolButton* iconButton(const QString& iconName, const QString& name); // name: tool tip, screen reader

// A row of exclusive buttons drawn joined.
class Segments : public QWidget {
    Q_OBJECT

public:
    explicit Segments(const QString& name, QWidget* parent = nullptr);
    void setTexts(const QStringList& texts);
    void setCurrent(int index); // not emitted
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void chosen(int index);

private:
    QHBoxLayout* m_row;
    QButtonGroup* m_group;
    QString m_name;
};

// Head of a page: title, a sentence beside it, room for controls at the right.
class PageHead : public QWidget {
    Q_OBJECT

public:
    explicit PageHead(const QString& title, QWidget* parent = nullptr);
    void setSentence(const QString& sentence);
    void setTitle(const QString& title);
    void addControl(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeRoom();

    Text* m_title;
    Text* m_sentence;
    QHBoxLayout* m_row;
};

// What a page shows when it has nothing: the icon in the margin, what comes here, one button.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& title, const QString& sentence, const QString& button,
               QWidget* parent = nullptr);

Q_SIGNALS:
    void asked();
};

// A note with an icon on a wash: worth a look, a real fault, settled.
class Notice : public Surface {
    Q_OBJECT

public:
    enum class Kind { Look, Fault, Settled, Note };
    explicit Notice(QWidget* parent = nullptr);
    void say(Kind kind, const QString& title, const QString& text = {});
    [[nodiscard]] QString title() const;

private:
    Picture* m_icon;
    Text* m_title;
    Text* m_text;
};

} // namespace app
