// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/exposure.h"

#include <QAbstractTableModel>

#include <map>

namespace app {

// The shares the program knows, surest first. Cells have two lines; the second is quieter.
class ReleasesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Verdict, Who, What, When, Destroyed, ColumnCount };
    enum Role { SecondLineRole = Qt::UserRole, ReferenceRole, VerdictRole, OverdueRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setExposure(std::vector<insight::ReleaseExposure> exposure);
    [[nodiscard]] int rowOf(const QString& reference) const; // -1 if it is not there
    [[nodiscard]] std::map<insight::Verdict, int> counts() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Lines {
        QString first, second;
    };
    [[nodiscard]] static Lines lines(const insight::ReleaseExposure& one, int column);

    std::vector<insight::ReleaseExposure> m_exposure;
};

} // namespace app
