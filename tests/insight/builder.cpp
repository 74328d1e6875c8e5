// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builder.h"

#include "catalogue/items.h"

#include <algorithm>

using namespace Qt::StringLiterals;

RecordBuilder::RecordBuilder(QDate born)
{
    m_record.person = {u"Mina Rose Okafor-Hale"_s, born, u"E000200106014"_s, {}};
    record::Document document;
    document.id = record::DocumentId{1};
    document.name = u"table.csv"_s;
    m_record.documents.push_back(document);
}

RecordBuilder& RecordBuilder::entry(const QString& collection, const QString& year, catalogue::Term term,
                                    std::initializer_list<Pair> values, const QString& establishment)
{
    record::Entry entry;
    entry.id = record::EntryId{m_nextEntry++};
    entry.document = record::DocumentId{1};
    entry.collection = collection;
    entry.year = catalogue::AcademicYear::parse(year);
    entry.term = term;
    entry.establishment = establishment;
    m_record.entries.push_back(std::move(entry));
    for (const auto& [name, raw] : values)
        add(name, raw);
    return *this;
}

RecordBuilder& RecordBuilder::add(const QString& name, const QString& raw)
{
    record::Entry& entry = m_record.entries.back();
    record::Value value;
    value.id = record::ValueId{m_nextValue++};
    value.name = name;
    value.raw = raw;
    value.where.row = int(m_record.entries.size()) + 1; // a heading row, then one row an entry
    value.where.column = int(entry.values.size()) + 1;
    if (const auto found = catalogue::resolve(name, entry.collection, entry.year); !found.empty())
        value.item = catalogue::item(found.front().item).name;
    entry.values.push_back(std::move(value));
    return *this;
}

record::Record RecordBuilder::record() const
{
    record::Record record = m_record;
    std::stable_sort(record.entries.begin(), record.entries.end(), [](const record::Entry& a, const record::Entry& b) {
        return a.year != b.year ? a.year < b.year : a.term < b.term;
    });
    return record;
}

record::ValueId valueNamed(const record::Record& record, const QString& name, int nth)
{
    for (const record::Entry& entry : record.entries)
        for (const record::Value& value : entry.values)
            if (value.name == name && nth-- == 0)
                return value.id;
    return {};
}
