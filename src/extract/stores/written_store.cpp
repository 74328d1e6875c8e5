// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/written_store.h"

#include "extract/database/failure.h"
#include "extract/stores/counters.h"
#include "extract/stores/stored_words.h"

#include <QHash>

#include <algorithm>

namespace extract {

namespace {

using record::Entry;
using record::Value;

base::Error noSuchValue()
{
    return {base::ErrorKind::Usage, Words::tr("There is no value with this number that was written in."),
            Words::tr("Only what was written in can be changed or removed. What was delivered stays as it is."), {}};
}

// A record holds some dozens, at most some thousands of these: reading all of them keeps the rules in plain code.
base::Result<std::vector<Entry>> readEntries(const Connection& connection)
{
    std::vector<Entry> entries;
    QHash<qint64, std::size_t> positions;
    Statement rows = connection.prepare(
        "SELECT id, collection, dataset, year, term, day, establishment FROM written_entries ORDER BY id");
    while (rows.next()) {
        Entry entry;
        entry.id = {rows.number(0)};
        if (!record::isWrittenIn(entry.id))
            return tl::unexpected(damaged());
        entry.collection = rows.text(1);
        entry.dataset = rows.text(2);
        if (const qint64 year = rows.number(3); year != 0)
            entry.year = catalogue::AcademicYear{static_cast<int>(year)};
        entry.term = termFrom(rows.text(4));
        entry.date = rows.date(5);
        entry.establishment = rows.text(6);
        entry.writtenIn = true;
        positions.insert(entry.id.n, entries.size());
        entries.push_back(std::move(entry));
    }
    BASE_TRY(rows.outcome());
    Statement values = connection.prepare("SELECT id, entry, name, item, raw, sheet, path, row_number, column_number, "
                                          "line_number FROM written_values ORDER BY id");
    while (values.next()) {
        const auto position = positions.constFind(values.number(1));
        Value value{{values.number(0)}, values.text(2), values.text(3), values.text(4), {}};
        if (position == positions.constEnd() || !record::isWrittenIn(value.id))
            return tl::unexpected(damaged());
        Entry& entry = entries[*position];
        entry.document = {values.text(5).toLongLong()};
        value.where.path = values.text(6);
        value.where.row = static_cast<int>(values.number(7));
        value.where.column = static_cast<int>(values.number(8));
        value.where.line = static_cast<int>(values.number(9));
        entry.values.push_back(std::move(value));
    }
    BASE_TRY(values.outcome());
    return entries;
}

bool saysSameField(const Entry& entry, const Value& value)
{
    return std::any_of(entry.values.begin(), entry.values.end(), [&](const Value& held) {
        return held.id != value.id && (held.name == value.name || (!held.item.isEmpty() && held.item == value.item));
    });
}

// Where a single value belongs among what was written in before.
const Entry* placeFor(const std::vector<Entry>& held, const Entry& moment, const Value& value)
{
    const auto found = std::find_if(held.begin(), held.end(), [&](const Entry& entry) {
        return !entry.values.empty() && sameMoment(entry, moment) && !saysSameField(entry, value);
    });
    return found == held.end() ? nullptr : &*found;
}

base::Result<qint64> takeWrittenId(const Connection& connection, const char* counter)
{
    auto id = takeId(connection, counter);
    if (!id)
        return id;
    return record::firstWrittenIn + *id;
}

base::Result<qint64> insertEntry(const Connection& connection, const Entry& entry, const QDateTime& now)
{
    auto id = takeWrittenId(connection, "written_entries");
    if (!id)
        return id;
    Statement insert = connection.prepare("INSERT INTO written_entries(id, collection, dataset, year, term, day, "
                                          "establishment, changed) VALUES(?,?,?,?,?,?,?,?)");
    insert.bind(1, *id).bind(2, entry.collection).bind(3, entry.dataset);
    insert.bind(4, entry.year ? qint64{entry.year->start} : 0).bind(5, storedTerm(entry.term)).bind(6, entry.date);
    BASE_TRY(insert.bind(7, entry.establishment).bind(8, now).run());
    return id;
}

base::Result<void> touchEntry(const Connection& connection, qint64 entry, const QDateTime& now)
{
    Statement touch = connection.prepare("UPDATE written_entries SET changed = ?2 WHERE id = ?1");
    return touch.bind(1, entry).bind(2, now).run();
}

base::Result<void> putValue(const Connection& connection, qint64 entry, record::DocumentId document, const Value& value)
{
    Statement put = connection.prepare(
        "INSERT OR REPLACE INTO written_values(id, entry, name, item, raw, sheet, path, row_number, column_number, "
        "line_number) VALUES(?,?,?,?,?,?,?,?,?,?)");
    put.bind(1, value.id.n).bind(2, entry).bind(3, value.name).bind(4, value.item).bind(5, value.raw);
    put.bind(6, document ? QString::number(document.n) : QString()).bind(7, value.where.path);
    put.bind(8, value.where.row).bind(9, value.where.column).bind(10, value.where.line);
    return put.run();
}

base::Result<void> dropEmptyEntries(const Connection& connection)
{
    return connection.run("DELETE FROM written_entries WHERE id NOT IN (SELECT entry FROM written_values)");
}

} // namespace

base::Result<void> readWritten(const Connection& connection, record::Record& record)
{
    auto entries = readEntries(connection);
    if (!entries)
        return tl::unexpected(entries.error());
    for (Entry& entry : *entries) {
        if (entry.values.empty())
            continue;
        if (entry.document && !record.document(entry.document))
            entry.document = {};
        entry.fingerprint = record::fingerprintOf(entry);
        record.entries.push_back(std::move(entry));
    }
    return {};
}

base::Result<void> documentIsHere(const Connection& connection, record::DocumentId document)
{
    if (!document)
        return {};
    Statement known = connection.prepare("SELECT 1 FROM documents WHERE id = ?1");
    const bool there = known.bind(1, document.n).next();
    BASE_TRY(known.outcome());
    if (!there)
        return base::fail(base::ErrorKind::Usage, Words::tr("This document is not in the record file."));
    return {};
}

base::Result<std::vector<record::ValueId>> writeWritten(const Connection& connection, const std::vector<Entry>& entries,
                                                        const QDateTime& now)
{
    auto held = readEntries(connection);
    if (!held)
        return tl::unexpected(held.error());
    std::vector<record::ValueId> ids;
    for (const Entry& entry : entries) {
        if (entry.values.empty())
            continue;
        const Entry* home = entry.values.size() == 1 ? placeFor(*held, entry, entry.values.front()) : nullptr;
        qint64 id = home ? home->id.n : 0;
        if (home) {
            BASE_TRY(touchEntry(connection, id, now));
        } else {
            const auto made = insertEntry(connection, entry, now);
            if (!made)
                return tl::unexpected(made.error());
            id = *made;
            held->push_back(entry);
            held->back().id = {id};
            held->back().values.clear();
        }
        const auto here = std::find_if(held->begin(), held->end(), [id](const Entry& one) { return one.id.n == id; });
        for (Value value : entry.values) {
            const auto valueId = takeWrittenId(connection, "written_values");
            if (!valueId)
                return tl::unexpected(valueId.error());
            value.id = {*valueId};
            BASE_TRY(putValue(connection, id, entry.document, value));
            ids.push_back(value.id);
            here->values.push_back(std::move(value));
        }
    }
    return ids;
}

base::Result<void> rewriteWritten(const Connection& connection, record::ValueId id, const record::WrittenChange& change,
                                  const QDateTime& now)
{
    const auto held = readEntries(connection);
    if (!held)
        return tl::unexpected(held.error());
    for (const Entry& entry : *held) {
        const auto changed = record::changedEntry(entry, id, change);
        if (!changed)
            continue;
        const Value value = *std::find_if(changed->values.begin(), changed->values.end(),
                                          [id](const Value& one) { return one.id == id; });
        qint64 home = entry.id.n;
        if (!sameMoment(entry, *changed)) {
            if (const Entry* other = placeFor(*held, *changed, value)) {
                home = other->id.n;
            } else {
                const auto made = insertEntry(connection, *changed, now);
                if (!made)
                    return tl::unexpected(made.error());
                home = *made;
            }
        }
        BASE_TRY(putValue(connection, home, changed->document, value));
        BASE_TRY(touchEntry(connection, home, now));
        return dropEmptyEntries(connection);
    }
    return tl::unexpected(noSuchValue());
}

base::Result<void> eraseWritten(const Connection& connection, const std::vector<record::ValueId>& ids)
{
    Statement known = connection.prepare("SELECT 1 FROM written_values WHERE id = ?1");
    Statement remove = connection.prepare("DELETE FROM written_values WHERE id = ?1");
    for (const record::ValueId id : ids) {
        const bool there = known.bind(1, id.n).next();
        BASE_TRY(known.outcome());
        known.reset();
        if (!there)
            return tl::unexpected(noSuchValue());
        BASE_TRY(remove.bind(1, id.n).run());
    }
    return dropEmptyEntries(connection);
}

} // namespace extract
