// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <QHash>

#include <map>
#include <memory>

namespace insight {

// What the record holds, by collection and year, made once for all releases: judging one is then a walk over its
// own collections and years.
class ExposureIndex {
public:
    struct HeldValue {
        int field = 0; // of fieldNames
        record::ValueId id;
    };
    struct HeldYear {
        catalogue::AcademicYear year;
        std::vector<HeldValue> values;
    };
    struct HeldCollection {
        QString key;
        bool describesPupil = false;
        std::vector<HeldYear> years; // ascending
    };

    explicit ExposureIndex(const record::Record& record);

    [[nodiscard]] const HeldCollection* collection(const QString& key) const;
    [[nodiscard]] const std::vector<HeldCollection>& collections() const { return m_collections; }
    // Which fields the words of a share name, one flag a field; kept, since shares repeat each other's lists.
    [[nodiscard]] const std::vector<bool>& namedFields(const QStringList& items) const;
    // True where one of the words is the prefix of the whole collection: "KS2_".
    [[nodiscard]] static bool namesWhole(const QStringList& items, const QString& collection);

private:
    std::vector<HeldCollection> m_collections;
    QHash<QString, int> m_places;
    QStringList m_fieldNames;  // as resolved: "KS2_READLEV"
    QStringList m_fieldStems;  // "EthnicGroupMinor"
    mutable QHash<QStringList, std::shared_ptr<const std::vector<bool>>> m_named;
};

} // namespace insight
