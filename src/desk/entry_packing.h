// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <QHash>

#include <deque>

namespace desk {

// Entries as bytes, for the time between a pass over a whole-school source and the making of each person's file. Not a
// file format: packed and unpacked by one process. Headings and field names repeat and are kept in memory once; a
// place that is the same as the value before it costs one byte.
class EntryPacker {
public:
    // `packed` is overwritten; its memory is used again.
    void pack(int part, const record::Entry& entry, QByteArray& packed);
    struct Packed {
        int part = 0;
        record::Entry entry; // without ids, fingerprint and witnesses: the receiving file makes its own
    };
    // From any thread once nothing is packed any more. The bytes must be pack()'s own.
    [[nodiscard]] Packed unpack(QByteArrayView packed) const;

private:
    struct Name {
        QString name;
        QString item;
        bool operator==(const Name&) const = default;
    };
    friend size_t qHash(const Name& name, size_t seed) { return qHashMulti(seed, name.name, name.item); }
    [[nodiscard]] quint32 idOf(std::size_t position, const record::Value& value);

    QHash<Name, quint32> m_ids;
    std::deque<Name> m_names;
    struct Column {
        Name name;
        quint32 id = 0;
    };
    std::vector<Column> m_columns; // of the entry before, by position: tables repeat their headings in order
};

} // namespace desk
