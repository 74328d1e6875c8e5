// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/exposure_index.h"

#include "insight/fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

ExposureIndex::ExposureIndex(const record::Record& record)
{
    QHash<QString, int> fields;
    for (const record::Entry& entry : record.entries) {
        const auto moment = momentOf(entry);
        if (!moment)
            continue;
        auto place = m_places.find(entry.collection);
        if (place == m_places.end()) {
            place = m_places.insert(entry.collection, int(m_collections.size()));
            m_collections.push_back({entry.collection, describesPupil(entry.collection), {}});
        }
        std::vector<HeldYear>& years = m_collections[std::size_t(*place)].years;
        auto at = std::lower_bound(years.begin(), years.end(), moment->year,
                                   [](const HeldYear& held, catalogue::AcademicYear year) { return held.year < year; });
        if (at == years.end() || at->year != moment->year)
            at = years.insert(at, HeldYear{moment->year, {}});
        for (const record::Value& value : entry.values) {
            const QString& name = value.item.isEmpty() ? value.name : value.item;
            auto field = fields.find(name);
            if (field == fields.end()) {
                field = fields.insert(name, int(m_fieldNames.size()));
                m_fieldNames << name;
                m_fieldStems << stemOf(name);
            }
            at->values.push_back({*field, value.id});
        }
    }
}

const ExposureIndex::HeldCollection* ExposureIndex::collection(const QString& key) const
{
    const auto place = m_places.find(key);
    return place == m_places.end() ? nullptr : &m_collections[std::size_t(*place)];
}

const std::vector<bool>& ExposureIndex::namedFields(const QStringList& items) const
{
    auto found = m_named.find(items);
    if (found == m_named.end()) {
        auto flags = std::make_shared<std::vector<bool>>(std::size_t(m_fieldNames.size()), false);
        for (qsizetype i = 0; i < m_fieldNames.size(); ++i)
            (*flags)[std::size_t(i)] = std::any_of(items.begin(), items.end(), [&](const QString& item) {
                return m_fieldNames[i].startsWith(item, Qt::CaseInsensitive)
                    || m_fieldStems[i].startsWith(item, Qt::CaseInsensitive)
                    || QString(m_fieldStems[i] + u'_').startsWith(item, Qt::CaseInsensitive);
            });
        found = m_named.insert(items, std::move(flags));
    }
    return **found;
}

bool ExposureIndex::namesWhole(const QStringList& items, const QString& collection)
{
    return items.contains(collection + u'_');
}

} // namespace insight
