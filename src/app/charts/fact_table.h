// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/fact_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace app {

// Words in as many lines as they need, hairlines between the rows, an edge where something changed, and a bar above
// the words of its column.
class FactDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] static int height(const QString& text, int width); // of a cell so wide, in pixels
    [[nodiscard]] static QString breakable(const QString& text); // names of files and fields may break between their parts
    [[nodiscard]] static int barHeight();                           // what a bar adds to it
};

// A table of facts on a page that scrolls as a whole: as wide as the page, as high as its rows.
class FactTableView : public QTableView {
    Q_OBJECT

public:
    explicit FactTableView(const QString& accessibleName, QWidget* parent = nullptr);
    [[nodiscard]] FactModel* facts() const { return m_model; }
    void setTable(FactTable table);
    void select(record::ValueId value); // not emitted; nothing where it is not in the table

Q_SIGNALS:
    void chosen(const std::vector<record::ValueId>& values);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fit();
    void fitRows();
    [[nodiscard]] double longestWord(int column) const;

    FactModel* m_model;
    bool m_quiet = false;
    bool m_fitted = false; // to its width
};

} // namespace app
