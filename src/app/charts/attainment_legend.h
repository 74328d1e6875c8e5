// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

#include <QWidget>

namespace app {

// What the shapes of the attainment picture mean.
class AttainmentLegend : public QWidget {
    Q_OBJECT

public:
    explicit AttainmentLegend(QWidget* parent = nullptr);
    void setCentreAssessed(bool any); // the triangle is explained only where there is one

    void paintOn(QPainter& painter, QSize size) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        insight::Judgement judgement;
        bool open = false;
        bool zone = false; // the tint, not a shape
        QString words;
        QRectF rect;
    };
    [[nodiscard]] std::vector<Entry> entries(int width) const; // in lines

    bool m_centreAssessed = false;
};

} // namespace app
