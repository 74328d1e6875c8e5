// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <initializer_list>

// Builds a record as the readers and the extract would: names resolved by the catalogue, ids given in order, entries
// sorted by time. The person is invented.
class RecordBuilder {
public:
    explicit RecordBuilder(QDate born = QDate(2001, 10, 14));

    using Pair = std::pair<QString, QString>; // heading as delivered, raw
    RecordBuilder& entry(const QString& collection, const QString& year, catalogue::Term term,
                         std::initializer_list<Pair> values, const QString& establishment = {});
    RecordBuilder& entry(const QString& collection, const QString& year, std::initializer_list<Pair> values)
    {
        return entry(collection, year, catalogue::Term::None, values);
    }
    RecordBuilder& spring(const QString& year, std::initializer_list<Pair> values, const QString& establishment = {})
    {
        return entry(QStringLiteral("SC"), year, catalogue::Term::Spring, values, establishment);
    }
    RecordBuilder& add(const QString& name, const QString& raw); // one more value of the last entry
    record::Entry& last() { return m_record.entries.back(); }

    [[nodiscard]] record::Record record() const;

private:
    record::Record m_record;
    qint64 m_nextEntry = 1;
    qint64 m_nextValue = 1;
};

// The value with this heading in the nth entry that has it (0: first).
[[nodiscard]] record::ValueId valueNamed(const record::Record& record, const QString& name, int nth = 0);
