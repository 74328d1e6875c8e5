// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/overview.h"

#include <QWidget>

namespace app {

// The school years from left to right: who taught, which year, what was tested. A year that is not here is a dashed
// box one cannot overlook. Its words stand in the accessible name and, year by year, in the timeline's table.
class YearsStrip : public QWidget {
    Q_OBJECT

public:
    explicit YearsStrip(QWidget* parent = nullptr);
    void setYears(const std::vector<insight::OverviewYear>& years);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int columns() const; // years in a row: as many as fit
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QRectF cell(int index) const;
    void resizeEvent(QResizeEvent* event) override;
    void paintSchools(QPainter& painter) const;

    std::vector<insight::OverviewYear> m_years;
};

} // namespace app
