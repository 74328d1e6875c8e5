// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace app {

// What the shapes of the attainment picture mean.
class AttainmentLegend : public QWidget {
    Q_OBJECT

public:
    explicit AttainmentLegend(QWidget* parent = nullptr);
    void setCentreAssessed(bool any); // the triangle is explained only where there is one

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_centreAssessed = false;
};

} // namespace app
