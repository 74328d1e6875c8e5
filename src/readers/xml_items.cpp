// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_items.h"

#include "catalogue/items.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

std::optional<int> xmlYear(const QString& text)
{
    const bool digits = text.size() == 4 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int year = digits ? text.toInt() : 0;
    return year >= 1900 && year <= 2100 ? std::optional(year) : std::nullopt;
}

QString XmlItems::named(const QString& heading, const QString& collection, std::optional<catalogue::AcademicYear> year)
{
    if (heading.isEmpty())
        return {};
    const QString key = collection + u'|' + heading + u'|' + QString::number(year ? year->start : 0);
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    QString name;
    for (const catalogue::Candidate& candidate : catalogue::resolve(heading, collection, year)) {
        const catalogue::Item item = catalogue::item(candidate.item);
        if (item.collection == collection) {
            name = item.name;
            break;
        }
    }
    m_known.insert(key, name);
    return name;
}

} // namespace readers
