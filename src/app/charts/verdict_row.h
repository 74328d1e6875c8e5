// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/exposure.h"

#include <QWidget>

#include <map>

namespace app {

// One disc a release, grouped by verdict, each group with its number and word. Decoration beside the list: a screen
// reader gets the same as one sentence.
class VerdictRow : public QWidget {
    Q_OBJECT

public:
    explicit VerdictRow(QWidget* parent = nullptr);
    void setCounts(std::map<insight::Verdict, int> counts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    // Lays out and, with a painter, draws; returns the height that is needed.
    int layOut(int width, QPainter* painter) const;

    std::map<insight::Verdict, int> m_counts;
};

} // namespace app
