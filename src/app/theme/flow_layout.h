// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace app {

// Items one after the other, in as many lines as the width asks for: large text must not widen a page.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    FlowLayout(int across, int down, QWidget* parent = nullptr); // room between items and between lines
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override; // takes it
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool move) const; // answers with the height

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_across;
    int m_down;
};

} // namespace app
