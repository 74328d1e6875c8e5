// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace app {

class Segments;

// Segments where there is room for all of them in a row; a list to choose from where there is not: beside details, at
// large text. The keyboard stays on whichever is shown.
class FoldingSwitch : public QWidget {
    Q_OBJECT

public:
    explicit FoldingSwitch(const QString& name, QWidget* parent = nullptr);
    void setTexts(const QStringList& texts);
    void setCurrent(int index); // not emitted
    [[nodiscard]] int current() const;
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();

    Segments* m_segments;
    QComboBox* m_list;
    bool m_folded = false;
};

} // namespace app
