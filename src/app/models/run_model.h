// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

#include <QAbstractListModel>

namespace app {

// The marks that a number in a box counts, as a list to choose from.
class RunModel : public QAbstractListModel {
    Q_OBJECT

public:
    RunModel(const insight::Lane& lane, int first, int count, QObject* parent = nullptr);

    [[nodiscard]] QString key(const QModelIndex& index) const; // of the mark; empty for no index
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString m_lane;
    std::vector<insight::Mark> m_marks; // a copy: the list stays right while a new record comes in
};

// Values whose time cannot be told: they wait in a tray, no day is guessed.
class UndatedModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole, WhyRole };

    using QAbstractListModel::QAbstractListModel;
    void setUndated(std::vector<insight::Undated> undated);
    [[nodiscard]] int rowOf(record::ValueId value) const; // -1 if it is not there
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<insight::Undated> m_undated;
};

} // namespace app
