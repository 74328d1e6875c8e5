// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/import_run.h"

#include "base/digest.h"
#include "extract/database/failure.h"
#include "extract/stores/counters.h"
#include "extract/stores/log_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

constexpr qsizetype keptChunk = 1 << 20;

base::Error misuse()
{
    return {base::ErrorKind::Usage, Words::tr("The import was already finished."), {}, {}};
}

void bindPlace(Statement& statement, int first, qint64 place, const record::Locator& where)
{
    statement.bind(first, place).bind(first + 1, where.row).bind(first + 2, where.column).bind(first + 3, where.line);
}

// Where an entry as a whole stands: the place of its first value, without the column.
record::Locator placeOf(const record::Entry& entry)
{
    record::Locator where = entry.values.empty() ? record::Locator{} : entry.values.front().where;
    where.column = 0;
    return where;
}

} // namespace

ImportRun::ImportRun(Connection& connection, Transaction transaction, const base::Clock& clock)
    : m_connection(connection), m_transaction(std::move(transaction)), m_clock(clock), m_interned(connection),
      m_moments(connection),
      m_findEqual(connection.prepare("SELECT id FROM entries WHERE fingerprint = ?1 AND id > ?2 AND document <> ?3 "
                                     "ORDER BY id LIMIT 1")),
      m_insertEntry(connection.prepare(
          "INSERT INTO entries(id, document, moment, fingerprint, first_value, value_count) VALUES(?,?,?,?,?,?)")),
      m_insertValue(connection.prepare("INSERT INTO item_values(id, entry, name, raw, place, row_number, "
                                       "column_number, line_number) VALUES(?,?,?,?,?,?,?,?)")),
      m_insertWitness(connection.prepare("INSERT INTO witnesses(id, entry, document, agrees, place, "
                                         "row_number, column_number, line_number) VALUES(?,?,?,?,?,?,?,?)"))
{
}

base::Result<std::unique_ptr<Import>> ImportRun::start(Connection& connection, const base::Clock& clock)
{
    // Every row refers to rows this run has written itself, and verify checks it all the same: three look-ups for
    // each value would cost a third of the import. The setting changes outside a transaction only.
    BASE_TRY(connection.run("PRAGMA foreign_keys = OFF"));
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        static_cast<void>(connection.tryRun("PRAGMA foreign_keys = ON"));
        return tl::unexpected(transaction.error());
    }
    std::unique_ptr<ImportRun> run(new ImportRun(connection, std::move(*transaction), clock));
    BASE_TRY(run->readCounters());
    BASE_TRY(run->m_interned.load());
    return run;
}

ImportRun::~ImportRun()
{
    m_transaction.reset();
    static_cast<void>(m_connection.tryRun("PRAGMA foreign_keys = ON"));
}

base::Result<void> ImportRun::readCounters()
{
    const std::pair<const char*, qint64*> counters[] = {{"documents", &m_nextDocument},
                                                        {"entries", &m_nextEntry},
                                                        {"item_values", &m_nextValue},
                                                        {"witnesses", &m_nextWitness}};
    for (const auto& [name, next] : counters) {
        const auto value = nextId(m_connection, name);
        if (!value)
            return tl::unexpected(value.error());
        *next = *value;
    }
    return {};
}

base::Result<qint64> ImportRun::heldDocument(const QByteArray& sha256)
{
    Statement held = m_connection.prepare("SELECT id FROM documents WHERE sha256 = ?1 ORDER BY id LIMIT 1");
    held.bindBytes(1, sha256);
    const qint64 id = held.next() ? held.number(0) : 0;
    BASE_TRY(held.outcome());
    return id;
}

base::Result<ImportedDocument> ImportRun::begin(const NewDocument& document)
{
    if (!document.document.sha256.isEmpty()) {
        const auto held = heldDocument(document.document.sha256);
        if (!held)
            return tl::unexpected(held.error());
        if (*held != 0) {
            ImportedDocument known;
            known.id = {*held};
            known.alreadyHeld = true;
            m_order.push_back(known);
            return known;
        }
    }
    Running running;
    running.counts.id = {m_nextDocument++};
    m_order.push_back(running.counts);
    return m_running.emplace(running.counts.id.n, std::move(running)).first->second.counts;
}

base::Result<qint64> ImportRun::equalEntry(Running& running, const QByteArray& fingerprint)
{
    if (fingerprint == running.lastUnmatched)
        return 0;
    m_findEqual.bindBytes(1, fingerprint)
        .bind(2, running.matched.value(fingerprint, 0))
        .bind(3, running.counts.id.n);
    const qint64 found = m_findEqual.next() ? m_findEqual.number(0) : 0;
    BASE_TRY(m_findEqual.outcome());
    m_findEqual.reset();
    if (found != 0)
        running.matched.insert(fingerprint, found);
    else
        running.lastUnmatched = fingerprint;
    return found;
}

base::Result<void> ImportRun::add(record::DocumentId document, record::Entry entry)
{
    const auto found = m_running.find(document.n);
    if (found == m_running.end()) {
        const bool held = std::any_of(m_order.begin(), m_order.end(), [document](const ImportedDocument& known) {
            return known.alreadyHeld && known.id == document;
        });
        if (held)
            return {};
        return tl::unexpected(misuse());
    }
    if (!m_transaction || found->second.finished)
        return tl::unexpected(misuse());
    Running& running = found->second;
    // Counted over what is stored, whatever the reader said.
    const QByteArray fingerprint = record::fingerprintOf(entry);
    const auto equal = equalEntry(running, fingerprint);
    if (!equal)
        return tl::unexpected(equal.error());
    auto written = *equal != 0 ? writeWitness(running, *equal, placeOf(entry))
                               : writeEntry(running, entry, fingerprint);
    m_failed = m_failed || !written;
    return written;
}

base::Result<void> ImportRun::writeWitness(Running& running, qint64 entry, const record::Locator& where)
{
    const auto place = m_interned.place(where);
    if (!place)
        return tl::unexpected(place.error());
    m_insertWitness.bind(1, m_nextWitness++).bind(2, entry).bind(3, running.counts.id.n).bind(4, 1);
    bindPlace(m_insertWitness, 5, *place, where);
    BASE_TRY(m_insertWitness.run());
    Statement moment = m_connection.prepare("SELECT moment FROM entries WHERE id = ?1");
    if (moment.bind(1, entry).next())
        m_moments.touch(moment.number(0));
    ++running.counts.witnesses;
    return moment.outcome();
}

base::Result<void> ImportRun::writeEntry(Running& running, const record::Entry& entry, const QByteArray& fingerprint)
{
    const auto moment = m_moments.idOf(entry);
    if (!moment)
        return tl::unexpected(moment.error());
    const qint64 id = m_nextEntry++;
    m_insertEntry.bind(1, id).bind(2, running.counts.id.n).bind(3, *moment).bindBytes(4, fingerprint);
    m_insertEntry.bind(5, m_nextValue).bind(6, static_cast<qint64>(entry.values.size()));
    BASE_TRY(m_insertEntry.run());
    for (std::size_t position = 0; position < entry.values.size(); ++position) {
        const record::Value& value = entry.values[position];
        const auto name = m_interned.name(position, value.name, value.item);
        if (!name)
            return tl::unexpected(name.error());
        const auto place = m_interned.place(value.where);
        if (!place)
            return tl::unexpected(place.error());
        m_insertValue.bind(1, m_nextValue++).bind(2, id).bind(3, *name).bind(4, value.raw);
        bindPlace(m_insertValue, 5, *place, value.where);
        BASE_TRY(m_insertValue.run());
    }
    ++running.counts.entries;
    running.counts.values += static_cast<qint64>(entry.values.size());
    return {};
}

// The same bytes were chosen twice in one import: what the second copy said again is taken back. False where that
// cannot be, because another document's words rest on it; it then stays as a document of its own.
base::Result<bool> ImportRun::takeBack(qint64 document)
{
    Statement leaning = m_connection.prepare("SELECT 1 FROM witnesses w JOIN entries e ON e.id = w.entry "
                                             "WHERE e.document = ?1 AND w.document <> ?1 LIMIT 1");
    const bool needed = leaning.bind(1, document).next();
    BASE_TRY(leaning.outcome());
    if (needed)
        return false;
    for (const char* sql : {"DELETE FROM item_values WHERE entry IN (SELECT id FROM entries WHERE document = ?1)",
                            "DELETE FROM witnesses WHERE document = ?1", "DELETE FROM entries WHERE document = ?1"}) {
        Statement remove = m_connection.prepare(sql);
        BASE_TRY(remove.bind(1, document).run());
    }
    return true;
}

base::Result<void> ImportRun::finishDocument(record::DocumentId document, const NewDocument& final)
{
    const auto found = m_running.find(document.n);
    if (!m_transaction || found == m_running.end() || found->second.finished)
        return tl::unexpected(misuse());
    Running& running = found->second;
    running.finished = true;
    running.matched.clear();
    const auto held = heldDocument(final.document.sha256);
    if (!held)
        return tl::unexpected(held.error());
    if (*held != 0) {
        const auto gone = takeBack(document.n);
        if (!gone)
            return tl::unexpected(gone.error());
        if (*gone) {
            running.counts = {};
            running.counts.id = {*held};
            running.counts.alreadyHeld = true;
            return {};
        }
    }
    return writeDocument(document.n, final);
}

base::Result<void> ImportRun::writeDocument(qint64 id, const NewDocument& final)
{
    const record::Document& document = final.document;
    const QByteArray keptDigest = base::sha256(final.kept);
    Statement insert = m_connection.prepare(
        "INSERT INTO documents(id, name, container, sha256, size, format, version, reader, imported_at, "
        "withheld_bytes, kept_size, kept_sha256) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    insert.bind(1, id).bind(2, document.name).bind(3, document.container).bindBytes(4, document.sha256);
    insert.bind(5, document.size).bind(6, document.format).bind(7, document.version).bind(8, document.reader);
    insert.bind(9, m_clock.now()).bind(10, document.withheldBytes).bind(11, final.kept.size());
    BASE_TRY(insert.bindBytes(12, keptDigest).run());

    Statement chunk = m_connection.prepare("INSERT INTO kept_bytes(document, chunk, bytes) VALUES(?,?,?)");
    qint64 number = 0;
    for (qsizetype at = 0; at < final.kept.size(); at += keptChunk) {
        const QByteArrayView part = QByteArrayView(final.kept).sliced(at, std::min(keptChunk, final.kept.size() - at));
        BASE_TRY(chunk.bind(1, id).bind(2, number++).bindBytes(3, part).run());
    }
    return {};
}

// `document` says something else at this entry's moment, namely `said`: its own entry, or another one it witnesses.
base::Result<void> ImportRun::writeDisagreement(qint64 entry, qint64 document, qint64 said)
{
    Statement known = m_connection.prepare("SELECT 1 FROM witnesses WHERE entry = ?1 AND document = ?2");
    const bool marked = known.bind(1, entry).bind(2, document).next();
    BASE_TRY(known.outcome());
    if (marked)
        return {};
    Statement find = m_connection.prepare(
        "SELECT v.place, v.row_number, v.line_number FROM entries e JOIN item_values v ON v.id = e.first_value "
        "WHERE e.id = ?1 AND e.document = ?2 UNION ALL "
        "SELECT place, row_number, line_number FROM witnesses WHERE entry = ?1 AND document = ?2 LIMIT 1");
    record::Locator where;
    qint64 place = 0;
    if (find.bind(1, said).bind(2, document).next()) {
        place = find.number(0);
        where.row = static_cast<int>(find.number(1));
        where.line = static_cast<int>(find.number(2));
    }
    BASE_TRY(find.outcome());
    if (place == 0) {
        const auto nowhere = m_interned.place(where);
        if (!nowhere)
            return tl::unexpected(nowhere.error());
        place = *nowhere;
    }
    m_insertWitness.bind(1, m_nextWitness++).bind(2, entry).bind(3, document).bind(4, 0);
    bindPlace(m_insertWitness, 5, place, where);
    return m_insertWitness.run();
}

base::Result<void> ImportRun::markDisagreements()
{
    const auto documents = m_connection.number("SELECT count(*) FROM documents");
    if (!documents)
        return tl::unexpected(documents.error());
    if (*documents < 2)
        return {};
    Statement sayings = m_connection.prepare(sayingsSql);
    for (const qint64 moment : m_moments.touched()) {
        std::set<qint64> counted;
        BASE_TRY(forEachDisagreement(sayings, moment, [&](qint64 entry, qint64 document, qint64 said) {
            const auto running = m_running.find(document);
            if (running != m_running.end() && counted.insert(document).second)
                ++running->second.counts.disagreeing;
            return writeDisagreement(entry, document, said);
        }));
    }
    return {};
}

base::Result<std::vector<ImportedDocument>> ImportRun::commit()
{
    const bool unfinished = std::any_of(m_running.begin(), m_running.end(),
                                        [](const auto& running) { return !running.second.finished; });
    if (!m_transaction || m_failed || unfinished)
        return tl::unexpected(misuse());
    qint64 documents = 0;
    qint64 entries = 0;
    qint64 values = 0;
    if (const auto marked = markDisagreements(); !marked)
        return tl::unexpected(marked.error());
    std::vector<ImportedDocument> result;
    for (const ImportedDocument& begun : m_order) {
        const auto running = m_running.find(begun.id.n);
        result.push_back(running == m_running.end() ? begun : running->second.counts);
        result.back().begunAs = begun.id;
        documents += result.back().alreadyHeld ? 0 : 1;
        entries += result.back().entries;
        values += result.back().values;
    }
    if (documents == 0) {
        m_transaction.reset(); // rolled back: nothing at all was written
        BASE_TRY(m_connection.run("PRAGMA foreign_keys = ON"));
        return result;
    }
    BASE_TRY(setNextId(m_connection, "documents", m_nextDocument));
    BASE_TRY(setNextId(m_connection, "entries", m_nextEntry));
    BASE_TRY(setNextId(m_connection, "item_values", m_nextValue));
    BASE_TRY(setNextId(m_connection, "witnesses", m_nextWitness));
    const QString detail = u"%1 documents, %2 entries, %3 values"_s.arg(documents).arg(entries).arg(values);
    BASE_TRY(writeLog(m_connection, m_clock.now(), u"import"_s, detail));
    BASE_TRY(m_transaction->commit());
    m_transaction.reset();
    BASE_TRY(m_connection.run("PRAGMA foreign_keys = ON"));
    return result;
}

} // namespace extract
