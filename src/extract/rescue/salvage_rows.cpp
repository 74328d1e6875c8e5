// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/salvage_rows.h"

#include "base/digest.h"
#include "extract/database/failure.h"
#include "extract/file/selected_copy.h"
#include "extract/rescue/loss_words.h"
#include "extract/rescue/proof.h"
#include "extract/schema/schema.h"
#include "extract/stores/own_store.h"

#include <set>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

// An index may be one of the broken pages: every look-up goes by rowid, or through the table from its beginning.
constexpr char makeTables[] = R"sql(
CREATE TEMP TABLE cut(tbl TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(tbl, id)) WITHOUT ROWID;
CREATE TEMP TABLE whole(entry INTEGER PRIMARY KEY);
CREATE TEMP TABLE held(document INTEGER PRIMARY KEY);
CREATE TEMP TABLE bare(document INTEGER PRIMARY KEY);
CREATE TEMP TABLE known_items(item NOT NULL PRIMARY KEY) WITHOUT ROWID;
)sql";

constexpr char fillWhole[] = R"sql(
INSERT INTO temp.whole SELECT e.id FROM entries e NOT INDEXED
  WHERE EXISTS(SELECT 1 FROM moments m NOT INDEXED WHERE m.id = e.moment)
  AND e.id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'entries')
  AND e.moment NOT IN (SELECT id FROM temp.cut WHERE tbl = 'moments')
  AND e.value_count = (SELECT count(*) FROM item_values v NOT INDEXED
    WHERE v.id >= e.first_value AND v.id < e.first_value + e.value_count AND v.entry = e.id
    AND v.id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'item_values')
    AND EXISTS(SELECT 1 FROM item_names n WHERE n.id = v.name)
    AND v.name NOT IN (SELECT id FROM temp.cut WHERE tbl = 'item_names'));
INSERT INTO temp.held SELECT id FROM documents NOT INDEXED WHERE id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'documents');
)sql";

// Tables by rowid that stand alone; the others have a SELECT of their own.
constexpr const char* plainTables[] = {"person",      "places",   "written_entries", "dismissals",
                                       "attachments", "concerns", "log"};

class Salvage {
public:
    Salvage(const Connection& image, const SalvageImage& about, Connection& to, Rescue& report)
        : m_image(image), m_about(about), m_to(to), m_report(report)
    {
    }

    base::Result<void> run()
    {
        BASE_TRY(prepare());
        BASE_TRY(m_to.run("PRAGMA foreign_keys = OFF"));
        auto transaction = Transaction::begin(m_to);
        if (!transaction)
            return tl::unexpected(transaction.error());
        for (const TableCopy& copy : plan())
            copyOrTell(copy);
        BASE_TRY(fillGaps("item_names", "name", "item", "SELECT max(name) FROM item_values"));
        BASE_TRY(fillGaps("places", "sheet", "path",
                          "SELECT max(place) FROM (SELECT place FROM item_values UNION ALL SELECT place FROM witnesses)"));
        BASE_TRY(nameless());
        BASE_TRY(counters());
        BASE_TRY(atRisk());
        BASE_TRY(tellEntries());
        tellTables();
        BASE_TRY(count());
        return transaction->commit();
    }

private:
    base::Result<void> prepare()
    {
        BASE_TRY(m_image.run(makeTables));
        Statement cut = m_image.prepare("INSERT INTO temp.cut(tbl, id) VALUES(?1, ?2)");
        for (const auto& [table, rows] : m_about.cutRows) {
            for (const qint64 row : rows) {
                cut.bindTextBytes(1, table);
                BASE_TRY(cut.bind(2, row).run());
            }
        }
        BASE_TRY(m_image.run(fillWhole));
        BASE_TRY(findKnownItems(m_image, !m_about.unproved.contains("item_names")));
        // Sealed rows need no proof; those of broken pages have it in the fingerprints of the entries that use them.
        if (!m_about.unproved.empty())
            BASE_TRY(dropUnproved(m_image));
        return findBare();
    }

    static CopyPlan plan()
    {
        CopyPlan plan;
        for (const char* table : plainTables) {
            const QByteArray name(table);
            plan.push_back({name, QByteArray("SELECT * FROM " + name + " NOT INDEXED WHERE id NOT IN (SELECT id FROM "
                                             "temp.cut WHERE tbl = '" + name + "')")});
        }
        const auto add = [&plan](const char* table, const char* select) { plan.push_back({table, select}); };
        // Of headings and moments only what a saved entry uses and so proves. The canonical name does not stand in
        // its fingerprint: where it cannot be believed, the heading stays without one.
        add("moments", "SELECT * FROM moments NOT INDEXED WHERE id IN (SELECT e.moment FROM entries e NOT INDEXED "
                       "WHERE e.id IN (SELECT entry FROM temp.whole))");
        add("item_names", "SELECT id, name, CASE WHEN item = name OR item IN (SELECT item FROM temp.known_items) THEN item ELSE '' END "
                          "AS item FROM item_names WHERE id IN (SELECT v.name FROM item_values v NOT INDEXED "
                          "WHERE v.entry IN (SELECT entry FROM temp.whole))");
        add("documents", "SELECT * FROM documents NOT INDEXED WHERE id IN (SELECT document FROM temp.held) "
                         "AND id NOT IN (SELECT document FROM temp.bare)");
        // SHA-256 of nothing.
        add("documents", "SELECT id, name, container, sha256, size, format, version, reader, imported_at, "
                         "withheld_bytes, 0 AS kept_size, "
                         "x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' AS kept_sha256 "
                         "FROM documents NOT INDEXED WHERE id IN (SELECT document FROM temp.bare)");
        add("kept_bytes", "SELECT * FROM kept_bytes NOT INDEXED WHERE document IN (SELECT document FROM temp.held) "
                          "AND document NOT IN (SELECT document FROM temp.bare)");
        add("entries", "SELECT * FROM entries NOT INDEXED WHERE id IN (SELECT entry FROM temp.whole)");
        add("item_values", "SELECT * FROM item_values NOT INDEXED WHERE entry IN (SELECT entry FROM temp.whole) "
                           "AND id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'item_values')");
        add("witnesses", "SELECT * FROM witnesses NOT INDEXED WHERE entry IN (SELECT entry FROM temp.whole) "
                         "AND document IN (SELECT document FROM temp.held)");
        add("written_values", "SELECT * FROM written_values NOT INDEXED WHERE entry IN (SELECT id FROM written_entries) "
                              "AND id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'written_values')");
        add("set_aside", "SELECT * FROM set_aside NOT INDEXED WHERE entry IN (SELECT entry FROM temp.whole)");
        add("requests", "SELECT * FROM requests NOT INDEXED WHERE concern IN (SELECT id FROM concerns) "
                        "AND id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'requests')");
        add("letters", "SELECT * FROM letters NOT INDEXED WHERE request IN (SELECT id FROM requests WHERE concern IN "
                       "(SELECT id FROM concerns)) AND id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'letters')");
        add("properties", "SELECT * FROM properties");
        add("counters", "SELECT * FROM counters");
        add("concern_values", "SELECT * FROM concern_values WHERE concern IN (SELECT id FROM concerns)");
        add("concern_evidence", "SELECT * FROM concern_evidence WHERE concern IN (SELECT id FROM concerns) AND "
                                "attachment IN (SELECT id FROM attachments WHERE id NOT IN "
                                "(SELECT id FROM temp.cut WHERE tbl = 'attachments'))");
        add("concern_evidence_names",
            "SELECT * FROM concern_evidence_names WHERE concern IN (SELECT id FROM concerns)");
        add("request_address", "SELECT * FROM request_address WHERE request IN (SELECT id FROM requests WHERE concern "
                               "IN (SELECT id FROM concerns))");
        return plan;
    }

    // A table that turns out unreadable on the way ends there; what came before stays.
    void copyOrTell(const TableCopy& copy)
    {
        if (!copyRows(m_image, copy, m_to))
            m_holed.insert(copy.table);
    }

    // Ids of headings and places are dense, and reading relies on it.
    base::Result<void> fillGaps(const char* table, const char* first, const char* second, const char* largestUsed)
    {
        const auto used = m_to.number(largestUsed);
        const QByteArray largest = QByteArray(QByteArray("SELECT max(id) FROM ") + table);
        const auto last = m_to.number(largest.constData());
        if (!used || !last)
            return tl::unexpected(damaged());
        const QByteArray sql = QByteArray("INSERT OR IGNORE INTO ") + table + "(id, " + first + ", " + second +
                               ") VALUES(?1, '', '')";
        Statement insert = m_to.prepare(sql.constData());
        for (qint64 id = 1; id <= std::max(*used, *last); ++id)
            BASE_TRY(insert.bind(1, id).run());
        return {};
    }

    // A document's bytes are saved when they are all there and are what was kept; else its row says that there are none.
    base::Result<void> findBare()
    {
        Statement bare = m_image.prepare("INSERT INTO temp.bare(document) VALUES(?1)");
        Statement documents = m_image.prepare("SELECT id, kept_size, kept_sha256 FROM documents NOT INDEXED "
                                              "WHERE id IN (SELECT document FROM temp.held) ORDER BY id");
        while (documents.next()) {
            const qint64 id = documents.number(0);
            Statement chunks = m_image.prepare(
                "SELECT bytes FROM kept_bytes NOT INDEXED WHERE document = ?1 "
                "AND id NOT IN (SELECT id FROM temp.cut WHERE tbl = 'kept_bytes') ORDER BY id");
            chunks.bind(1, id);
            base::Sha256 sum;
            qint64 size = 0;
            while (chunks.next()) {
                size += chunks.view(0).size();
                sum.add(chunks.view(0));
            }
            if (chunks.outcome() && size == documents.number(1) && sum.finish() == documents.bytes(2))
                continue;
            BASE_TRY(bare.bind(1, id).run());
            m_report.lost.push_back({Words::tr("the file kept of document %1").arg(id),
                                     Words::tr("import the document again if you still have it")});
        }
        if (!documents.outcome())
            m_holed.insert("documents");
        return {};
    }

    // Entries that were saved of a document whose own row was not.
    base::Result<void> nameless()
    {
        std::vector<qint64> missing;
        Statement find = m_to.prepare("SELECT DISTINCT document FROM entries WHERE document NOT IN "
                                      "(SELECT id FROM documents) ORDER BY document");
        while (find.next())
            missing.push_back(find.number(0));
        BASE_TRY(find.outcome());
        const QByteArray empty = base::sha256({});
        Statement insert = m_to.prepare(
            "INSERT INTO documents(id, name, container, sha256, size, format, version, reader, imported_at, "
            "withheld_bytes, kept_size, kept_sha256) VALUES(?1, ?2, '', ?3, 0, '', '', '', '', 0, 0, ?3)");
        for (const qint64 id : missing) {
            insert.bind(1, id).bind(2, Words::tr("document %1 (its name was lost)").arg(id));
            BASE_TRY(insert.bindBytes(3, empty).run());
            m_report.lost.push_back({Words::tr("name, date and kept file of document %1").arg(id), {}});
        }
        return {};
    }

    // Ids are given out once; where the counters are lost they go on after the largest that is left.
    base::Result<void> counters()
    {
        for (const char* table : {"documents", "entries", "item_values", "witnesses", "concerns", "requests", "letters",
                                  "attachments", "written_entries", "written_values"}) {
            const QByteArray name(table);
            // Written-in ids count above a thousand milliard, their counters do not.
            const QByteArray sql = "INSERT OR IGNORE INTO counters(name, next) SELECT '" + name +
                                   "', m % 1000000000000 + 1 FROM (SELECT max(id) AS m FROM " + name +
                                   ") WHERE m IS NOT NULL";
            BASE_TRY(m_to.run(sql.constData()));
        }
        return {};
    }

    base::Result<void> atRisk()
    {
        if (!holed("properties"))
            return {};
        const auto known = readProperty(m_to, u"at-risk"_s);
        if (known && !known->isEmpty())
            return {};
        m_report.lost.push_back({Words::tr("whether this record is about a person at risk"),
                                 Words::tr("places and names of schools are hidden until you say otherwise")});
        return writeProperty(m_to, u"at-risk"_s, u"1"_s);
    }

    base::Result<void> tellEntries()
    {
        Statement rows = m_image.prepare(
            "SELECT e.id, m.collection, m.year FROM entries e NOT INDEXED LEFT JOIN moments m NOT INDEXED "
            "ON m.id = e.moment WHERE e.id NOT IN (SELECT entry FROM temp.whole) ORDER BY e.id");
        while (rows.next())
            m_report.lost.push_back({Words::tr("entry %1").arg(rows.number(0)),
                                     momentWords(rows.text(1), static_cast<int>(rows.number(2)))});
        if (!rows.outcome())
            m_holed.insert("entries");
        // Values whose entry itself is gone.
        const auto stray = m_image.number("SELECT count(DISTINCT entry) FROM item_values NOT INDEXED "
                                          "WHERE entry NOT IN (SELECT id FROM entries)");
        if (stray && *stray > 0)
            m_report.lost.push_back({Words::tr("%1 further entries").arg(*stray), {}});
        return {};
    }

    [[nodiscard]] bool holed(const QByteArray& table) const
    {
        return m_holed.contains(table) || m_about.holed.contains(table);
    }

    void tellTables()
    {
        for (const QByteArray& table : tableNames(m_to))
            if (holed(table) || (m_about.cutRows.contains(table) && table != "kept_bytes"))
                if (const QString words = tableWords(table); !words.isEmpty())
                    m_report.lost.push_back({words, {}});
    }

    base::Result<void> count()
    {
        const std::pair<const char*, qint64*> counts[] = {{"SELECT count(*) FROM documents", &m_report.documents},
                                                          {"SELECT count(*) FROM entries", &m_report.entries},
                                                          {"SELECT count(*) FROM item_values", &m_report.values}};
        for (const auto& [sql, number] : counts) {
            const auto found = m_to.number(sql);
            if (!found)
                return tl::unexpected(found.error());
            *number = *found;
        }
        return {};
    }

    const Connection& m_image;
    const SalvageImage& m_about;
    Connection& m_to;
    Rescue& m_report;
    std::set<QByteArray> m_holed;
};

} // namespace

base::Result<void> salvageRows(const Connection& image, const SalvageImage& about, Connection& to, Rescue& report)
{
    return Salvage(image, about, to, report).run();
}

} // namespace extract
