// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/proof.h"

#include "catalogue/items.h"
#include "extract/stores/stored_words.h"
#include "record/record.h"

namespace extract {

namespace {

base::Result<bool> isProved(Statement& values, const record::Entry& moment, qint64 first, qint64 count)
{
    record::Entry entry = moment;
    values.bind(1, first).bind(2, first + count);
    while (values.next()) {
        record::Value value;
        value.name = values.text(0);
        value.raw = values.text(1);
        entry.values.push_back(std::move(value));
    }
    BASE_TRY(values.outcome());
    values.reset();
    return record::fingerprintOf(entry) == moment.fingerprint;
}

} // namespace

base::Result<void> findKnownItems(const Connection& image, bool all)
{
    Statement insert = image.prepare("INSERT OR IGNORE INTO temp.known_items(item) VALUES(?1)");
    Statement items = image.prepare("SELECT DISTINCT item FROM item_names");
    while (items.next()) {
        const QString item = items.text(0);
        if (all || catalogue::itemNamed(item))
            BASE_TRY(insert.bind(1, item).run());
    }
    return items.outcome();
}

base::Result<void> dropUnproved(const Connection& image)
{
    std::vector<qint64> unproved;
    Statement entries = image.prepare(
        "SELECT e.id, e.fingerprint, e.first_value, e.value_count, m.collection, m.dataset, m.year, m.term, m.day, "
        "m.establishment FROM temp.whole w JOIN entries e NOT INDEXED ON e.id = w.entry "
        "JOIN moments m NOT INDEXED ON m.id = e.moment ORDER BY e.id");
    Statement values = image.prepare("SELECT n.name, v.raw FROM item_values v NOT INDEXED "
                                     "JOIN item_names n ON n.id = v.name WHERE v.id >= ?1 AND v.id < ?2 ORDER BY v.id");
    while (entries.next()) {
        record::Entry moment;
        moment.fingerprint = entries.bytes(1);
        moment.collection = entries.text(4);
        moment.dataset = entries.text(5);
        if (const qint64 year = entries.number(6); year != 0)
            moment.year = catalogue::AcademicYear{static_cast<int>(year)};
        moment.term = termFrom(entries.text(7));
        moment.date = entries.date(8);
        moment.establishment = entries.text(9);
        const auto proved = isProved(values, moment, entries.number(2), entries.number(3));
        if (!proved)
            return tl::unexpected(proved.error());
        if (!*proved)
            unproved.push_back(entries.number(0));
    }
    BASE_TRY(entries.outcome());
    Statement remove = image.prepare("DELETE FROM temp.whole WHERE entry = ?1");
    for (const qint64 entry : unproved)
        BASE_TRY(remove.bind(1, entry).run());
    return {};
}

} // namespace extract
