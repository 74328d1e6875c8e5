// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/record_store.h"

#include "extract/database/failure.h"
#include "extract/stores/stored_words.h"
#include "extract/stores/written_store.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cstring>

namespace extract {

namespace {

using record::Entry;
using record::Record;

struct Name {
    QString name;
    QString item;
};

struct Place {
    QString sheet;
    QString path;
};

// Codes repeat: a small table by hash lets equal short texts share their characters.
class ShortTexts {
public:
    QString of(QByteArrayView bytes, bool blob)
    {
        if (blob || bytes.size() > longest || bytes.isEmpty())
            return storedText(bytes, blob);
        Slot& slot = m_slots[qHash(bytes) % m_slots.size()];
        if (slot.size != bytes.size() || std::memcmp(slot.bytes.data(), bytes.data(), static_cast<std::size_t>(slot.size)) != 0) {
            slot.size = bytes.size();
            std::memcpy(slot.bytes.data(), bytes.data(), static_cast<std::size_t>(slot.size));
            slot.text = QString::fromUtf8(bytes);
        }
        return slot.text;
    }

private:
    static constexpr qsizetype longest = 16;
    struct Slot {
        qsizetype size = 0;
        std::array<char, longest> bytes{};
        QString text;
    };
    std::array<Slot, 1024> m_slots;
};

template <typename T>
base::Result<std::vector<T>> pairsById(const Connection& connection, const char* sql, qint64 last)
{
    std::vector<T> pairs(static_cast<std::size_t>(last) + 1);
    Statement rows = connection.prepare(sql);
    while (rows.next()) {
        const qint64 id = rows.number(0);
        if (id < 1 || id > last)
            return tl::unexpected(damaged());
        pairs[static_cast<std::size_t>(id)] = {rows.text(1), rows.text(2)};
    }
    BASE_TRY(rows.outcome());
    return pairs;
}

// Ids of interned texts are given out without gaps, so their count bounds them: a damaged or hostile id cannot ask
// for memory.
template <typename T>
base::Result<std::vector<T>> interned(const Connection& connection, const char* countSql, const char* sql)
{
    const auto last = connection.number(countSql);
    if (!last)
        return tl::unexpected(last.error());
    return pairsById<T>(connection, sql, *last);
}

template <typename T>
const T* at(const std::vector<T>& all, qint64 id)
{
    return id >= 1 && id < static_cast<qint64>(all.size()) ? &all[static_cast<std::size_t>(id)] : nullptr;
}

record::Locator locator(const Statement& row, int firstColumn, const Place& place)
{
    record::Locator where;
    where.sheet = place.sheet;
    where.path = place.path;
    where.row = static_cast<int>(row.number(firstColumn));
    where.column = static_cast<int>(row.number(firstColumn + 1));
    where.line = static_cast<int>(row.number(firstColumn + 2));
    return where;
}

base::Result<void> readPerson(const Connection& connection, Record& record)
{
    Statement row = connection.prepare("SELECT name, born, upn, uln FROM person");
    if (row.next())
        record.person = {row.text(0), row.date(1), row.text(2), row.text(3)};
    return row.outcome();
}

base::Result<void> readDocuments(const Connection& connection, Record& record)
{
    Statement rows = connection.prepare("SELECT id, name, container, sha256, size, format, version, reader, "
                                        "imported_at, withheld_bytes FROM documents ORDER BY id");
    while (rows.next()) {
        record::Document document;
        document.id = {rows.number(0)};
        document.name = rows.text(1);
        document.container = rows.text(2);
        document.sha256 = rows.bytes(3);
        document.size = rows.number(4);
        document.format = rows.text(5);
        document.version = rows.text(6);
        document.reader = rows.text(7);
        document.importedAt = rows.dateTime(8);
        document.withheldBytes = rows.number(9);
        record.documents.push_back(std::move(document));
    }
    return rows.outcome();
}

base::Result<void> readEntries(const Connection& connection, Record& record, QHash<qint64, std::size_t>& positions)
{
    QHash<qint64, Entry> moments;
    Statement rows = connection.prepare("SELECT id, collection, dataset, year, term, day, establishment FROM moments");
    while (rows.next()) {
        Entry moment;
        moment.collection = rows.text(1);
        moment.dataset = rows.text(2);
        if (const qint64 year = rows.number(3); year != 0)
            moment.year = catalogue::AcademicYear{static_cast<int>(year)};
        moment.term = termFrom(rows.text(4));
        moment.date = rows.date(5);
        moment.establishment = rows.text(6);
        moments.insert(rows.number(0), moment);
    }
    BASE_TRY(rows.outcome());
    Statement entries =
        connection.prepare("SELECT id, document, moment, fingerprint, value_count FROM entries ORDER BY id");
    while (entries.next()) {
        const auto moment = moments.constFind(entries.number(2));
        if (moment == moments.constEnd())
            return tl::unexpected(damaged());
        Entry entry = *moment;
        entry.id = {entries.number(0)};
        entry.document = {entries.number(1)};
        entry.fingerprint = entries.bytes(3);
        positions.insert(entry.id.n, record.entries.size());
        record.entries.push_back(std::move(entry));
    }
    return entries.outcome();
}

base::Result<void> readValues(const Connection& connection, Record& record,
                              const QHash<qint64, std::size_t>& positions, const std::vector<Place>& places)
{
    const auto names = interned<Name>(connection, "SELECT count(*) FROM item_names",
                                      "SELECT id, name, item FROM item_names");
    if (!names)
        return tl::unexpected(names.error());
    ShortTexts texts;
    qint64 lastEntry = 0;
    Entry* entry = nullptr;
    Statement rows = connection.prepare("SELECT id, entry, name, raw, place, row_number, column_number, line_number "
                                        "FROM item_values ORDER BY id");
    while (rows.next()) {
        if (const qint64 owner = rows.number(1); owner != lastEntry) {
            const auto position = positions.constFind(owner);
            if (position == positions.constEnd())
                return tl::unexpected(damaged());
            entry = &record.entries[*position];
            lastEntry = owner;
        }
        const Name* name = at(*names, rows.number(2));
        const Place* place = at(places, rows.number(4));
        if (!entry || !name || !place || record::isWrittenIn(record::ValueId{rows.number(0)}))
            return tl::unexpected(damaged());
        const bool blob = rows.isBlob(3);
        entry->values.push_back(
            {{rows.number(0)}, name->name, name->item, texts.of(rows.view(3), blob), locator(rows, 5, *place)});
    }
    return rows.outcome();
}

base::Result<void> readWitnesses(const Connection& connection, Record& record,
                                 const QHash<qint64, std::size_t>& positions, const std::vector<Place>& places)
{
    Statement rows = connection.prepare("SELECT entry, document, agrees, place, row_number, column_number, "
                                        "line_number FROM witnesses ORDER BY id");
    while (rows.next()) {
        const auto position = positions.constFind(rows.number(0));
        const Place* place = at(places, rows.number(3));
        if (position == positions.constEnd() || !place)
            return tl::unexpected(damaged());
        record.entries[*position].witnesses.push_back(
            {{rows.number(1)}, locator(rows, 4, *place), rows.number(2) != 0});
    }
    return rows.outcome();
}

} // namespace

base::Result<void> writePerson(const Connection& connection, const record::Person& person)
{
    Statement insert = connection.prepare("INSERT INTO person(id, name, born, upn, uln) VALUES(1, ?1, ?2, ?3, ?4)");
    return insert.bind(1, person.name).bind(2, person.born).bind(3, person.upn).bind(4, person.uln).run();
}

base::Result<Record> readRecord(const Connection& connection)
{
    Record record;
    QHash<qint64, std::size_t> positions;
    BASE_TRY(readPerson(connection, record));
    BASE_TRY(readDocuments(connection, record));
    BASE_TRY(readEntries(connection, record, positions));
    const auto places =
        interned<Place>(connection, "SELECT count(*) FROM places", "SELECT id, sheet, path FROM places");
    if (!places)
        return tl::unexpected(places.error());
    BASE_TRY(readValues(connection, record, positions, *places));
    BASE_TRY(readWitnesses(connection, record, positions, *places));
    BASE_TRY(readWritten(connection, record));
    std::sort(record.entries.begin(), record.entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.year, a.term, a.collection, a.id) < std::tie(b.year, b.term, b.collection, b.id);
    });
    return record;
}

base::Result<QByteArray> readKeptBytes(const Connection& connection, qint64 document)
{
    Statement known = connection.prepare("SELECT kept_size FROM documents WHERE id = ?1");
    if (!known.bind(1, document).next()) {
        BASE_TRY(known.outcome());
        return base::fail(base::ErrorKind::Usage, Words::tr("This document is not in the record file."));
    }
    const qint64 size = known.number(0);
    QByteArray bytes;
    Statement chunks = connection.prepare("SELECT bytes FROM kept_bytes WHERE document = ?1 ORDER BY chunk");
    chunks.bind(1, document);
    while (chunks.next())
        bytes += chunks.view(0);
    BASE_TRY(chunks.outcome());
    if (bytes.size() != size)
        return tl::unexpected(damaged());
    return bytes;
}

} // namespace extract
