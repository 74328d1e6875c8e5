// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/coverage_model.h"

#include <QWidget>

namespace app {

class FlowLayout;

// The signs with their words and counts.
class CoverageLegend : public QWidget {
    Q_OBJECT

public:
    explicit CoverageLegend(QWidget* parent = nullptr);
    void show(const CoverageModel& model);

private:
    void rebuild();

    FlowLayout* m_flow;
    std::vector<std::pair<CoverSign, int>> m_counts;
    bool m_printed = false;
};

} // namespace app
