// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/code_sets.h"
#include "insight/characteristic_table.h"
#include "record/decisions.h"
#include "record/record.h"

#include <QHash>

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace insight {

// What the catalogue says of one field, asked once a field and not once a value: a record of 100,000 values has some
// hundred fields.
enum class FieldRole { None, EntryDate, LeavingDate, Sessions, AbsenceReason };

struct Field {
    std::optional<catalogue::Item> item;
    QString stem;
    QString key;   // characteristic, empty: none
    QString title; // plain words
    LaneGroup group = LaneGroup::Characteristics;
    QString standsInFor;
    FieldRole role = FieldRole::None;
    bool lane = false;
    bool hard = false;
    bool locates = false;
    bool schoolType = false; // its codes tell what kind of school it was
};

// Lives for one call; owns what it hands out. The fields of an entry are looked up together, once: asking again is an
// index, which is what keeps a timeline of 100,000 values quick. Entries must not move meanwhile.
class Fields {
public:
    [[nodiscard]] const Field& of(const record::Entry& entry, const record::Value& value);
    // Meaning in its own year, with "True" and "False" of the dictionary as "Yes" and "No".
    [[nodiscard]] const catalogue::Meaning& meaning(const Field& field, const record::Entry& entry,
                                                    const QString& raw);

private:
    struct Key {
        QString collection;
        QString name;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed) { return qHashMulti(seed, key.collection, key.name); }
    };
    struct Asked {
        const Field* field;
        int year;
        QString raw;
        bool operator==(const Asked&) const = default;
        friend size_t qHash(const Asked& asked, size_t seed)
        {
            return qHashMulti(seed, asked.field, asked.year, asked.raw);
        }
    };
    using Row = std::vector<const Field*>; // beside the entry's values
    [[nodiscard]] const Field& lookUp(const record::Entry& entry, const record::Value& value);
    [[nodiscard]] const Row& rowOf(const record::Entry& entry);

    QHash<Key, std::shared_ptr<const Field>> m_fields;
    std::unordered_map<const record::Entry*, Row> m_rows;
    const record::Entry* m_lastEntry = nullptr;
    const Row* m_lastRow = nullptr;
    QHash<Asked, std::shared_ptr<const catalogue::Meaning>> m_meanings;
};

// Collections that describe the pupil again and again: only they have characteristics.
[[nodiscard]] bool describesPupil(QStringView collection);

// The censuses of schools and settings, which come round at fixed times.
[[nodiscard]] bool isCensus(QStringView collection);

// When an entry speaks of the person. `span` is its term, its day, or its whole school year; nothing where the entry
// does not say.
struct Moment {
    catalogue::AcademicYear year;
    catalogue::Term term = catalogue::Term::None;
    catalogue::DateSpan span;
};
[[nodiscard]] std::optional<Moment> momentOf(const record::Entry& entry);

// "Spring census 2010", "Key Stage 2, 2011/12".
[[nodiscard]] QString collectionMoment(const record::Entry& entry);

// The year group the entry itself says the person was taught in: Reception 0, Year 1 = 1, nursery below; nothing where it
// does not say one.
[[nodiscard]] std::optional<int> taughtYearGroup(const record::Entry& entry, Fields& fields);
// "Reception", "Year 2": the group the entry itself says the person was taught in; empty where it does not.
[[nodiscard]] QString taughtGroup(const record::Entry& entry, Fields& fields);

// The letter of an absence reason's column ("TermlyReasonI_Autumn" → "I"); empty for other columns.
[[nodiscard]] QString absenceReasonLetter(const QString& stem);

// Entries that the person did not set aside as somebody else's.
class OwnEntries {
public:
    OwnEntries(const record::Record& record, const record::Decisions& decisions);
    [[nodiscard]] const std::vector<const record::Entry*>& all() const { return m_entries; }

private:
    std::vector<const record::Entry*> m_entries;
};

// The text and the meaning of a value as a reader takes it in: words, or the code where there are none.
[[nodiscard]] QString wordsOf(const catalogue::Meaning& meaning, const QString& raw);
// Words up to the first bracket or comma; empty where they have none.
[[nodiscard]] QString shortened(const QString& words);
// "No", "None", "No special educational need", 0 of a yes-or-no field.
[[nodiscard]] bool meansNone(const Field& field, const catalogue::Meaning& meaning, const QString& raw);
// A date as these files write dates; nothing for "31/02/2008".
[[nodiscard]] QDate readDay(const QString& raw);

} // namespace insight
