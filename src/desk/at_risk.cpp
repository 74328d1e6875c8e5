// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/at_risk.h"

#include "base/masked_text.h"
#include "catalogue/items.h"

#include <QHash>

namespace desk {

namespace {

// Dictionary look-ups cost some allocations; a record repeats a few hundred names a hundred thousand times.
class Locating {
public:
    bool operator()(const QString& item)
    {
        if (item.isEmpty())
            return true;
        const auto known = m_known.constFind(item);
        if (known != m_known.constEnd())
            return *known;
        const auto id = catalogue::itemNamed(item);
        const bool locates = !id || catalogue::item(*id).locates || catalogue::item(*id).aboutOthers;
        m_known.insert(item, locates);
        return locates;
    }

private:
    QHash<QString, bool> m_known;
};

QString maskedName(int number)
{
    return base::maskedWhole() + u' ' + QString::number(number);
}

} // namespace

record::Record maskedForRisk(record::Record record)
{
    Locating locating;
    record.person.upn = record.person.upn.isEmpty() ? QString() : base::maskedWhole();
    record.person.uln = record.person.uln.isEmpty() ? QString() : base::maskedWhole();
    int number = 0;
    for (record::Document& document : record.documents) {
        document.name = maskedName(++number);
        if (!document.container.isEmpty())
            document.container = base::maskedWhole();
    }
    for (record::Entry& entry : record.entries) {
        if (!entry.establishment.isEmpty())
            entry.establishment = base::maskedWhole();
        for (record::Witness& witness : entry.witnesses)
            witness.where = {};
        for (record::Value& value : entry.values) {
            value.where = {};
            if (locating(value.item))
                value.raw = base::maskedWhole();
            if (value.item.isEmpty())
                value.name = base::maskedWhole();
        }
    }
    return record;
}

requests::Concern maskedForRisk(requests::Concern concern)
{
    for (requests::FrozenValue& value : concern.values) {
        value.document = base::maskedWhole();
        if (!value.establishment.isEmpty())
            value.establishment = base::maskedWhole();
        const auto known = catalogue::itemNamed(value.name);
        const bool unknown = !known && value.field == value.name;
        if (unknown) {
            value.name = base::maskedWhole();
            value.field = base::maskedWhole();
        }
        if (unknown || value.locates || (known && (catalogue::item(*known).locates || catalogue::item(*known).aboutOthers))) {
            value.raw = base::maskedWhole();
            value.meaning.clear();
        }
    }
    return concern;
}

} // namespace desk
