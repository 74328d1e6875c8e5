// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/exposure.h"

#include <QWidget>

class QPainter;

namespace app {

// How full = how sure: ticked Definite, seven eighths Very likely, three quarters Likely, half Possible, dashed with
// "?" Unknown, ring with a bar No. Always beside its word.
void drawVerdict(QPainter* painter, const QRectF& rect, insight::Verdict verdict);

class VerdictDisc : public QWidget {
    Q_OBJECT

public:
    explicit VerdictDisc(insight::Verdict verdict, double units = 4.5, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    insight::Verdict m_verdict;
    double m_units;
};

} // namespace app
