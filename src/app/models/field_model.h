// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/find_field.h"

#include <QAbstractListModel>

namespace app {

// Fields of the dictionary that fit some plain words: what they mean first, their name second.
class FieldModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ItemRole = Qt::UserRole, MeaningRole }; // canonical name; the words alone

    using QAbstractListModel::QAbstractListModel;
    void find(const QString& words, const QString& collection, std::optional<catalogue::AcademicYear> year);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString item;
        QString meaning;
        QString shown;
    };
    std::vector<Row> m_rows;
};

} // namespace app
