// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/census.h"

#include <QWidget>

namespace app {

// All readings of one characteristic as a row of small bars, the shown one pointed at. A summary in words stands
// beneath it in the inspector and in its accessible description; each bar can be clicked, and stepped to with the
// arrow keys.
class ReadingsStrip : public QWidget {
    Q_OBJECT

public:
    explicit ReadingsStrip(QWidget* parent = nullptr);
    void setReadings(const std::vector<insight::Reading>& readings, insight::LaneGroup group, record::ValueId shown);
    // "11 White and Asian, 2 White – British"
    [[nodiscard]] static QString summary(const std::vector<insight::Reading>& readings);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(record::ValueId value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF barAt(int index) const;

    std::vector<insight::Reading> m_readings;
    std::vector<int> m_ranks;
    insight::LaneGroup m_group = insight::LaneGroup::Characteristics;
    int m_shown = -1;
};

} // namespace app
