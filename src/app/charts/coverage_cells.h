// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/coverage_words.h"
#include "app/theme/tokens.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace app {

// The sign of a cell: shape first, colour second. `box` is filled where the sign has a ground.
void drawCover(QPainter& painter, const QRectF& box, CoverSign sign, const QString& word, const Tokens& tokens);
// What the printed table says of it, in the corner: a tick, or the two signs that it disagrees.
void drawPrinted(QPainter& painter, const QRectF& box, insight::Printed printed, bool disagrees, const Tokens& tokens);

// Cells of "What should be there".
class CoverageDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // The widest word with its sign.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// Titles of the rows: those of a section stand out.
class CoverageRowHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit CoverageRowHeader(QWidget* parent = nullptr);
    [[nodiscard]] int wantedWidth() const; // of the longest title, as far as the table can spare it

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

} // namespace app
