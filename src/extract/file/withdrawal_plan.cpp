// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/withdrawal_plan.h"

namespace extract {

namespace {

constexpr char makeTables[] = R"sql(
DROP TABLE IF EXISTS temp.leaving;
DROP TABLE IF EXISTS temp.heirs;
DROP TABLE IF EXISTS temp.gone;
DROP TABLE IF EXISTS temp.new_names;
DROP TABLE IF EXISTS temp.new_places;
CREATE TEMP TABLE leaving(document INTEGER PRIMARY KEY);
CREATE TEMP TABLE heirs(entry INTEGER PRIMARY KEY, witness INTEGER NOT NULL UNIQUE);
CREATE TEMP TABLE gone(entry INTEGER PRIMARY KEY);
CREATE TEMP TABLE new_names(id INTEGER PRIMARY KEY, old INTEGER NOT NULL UNIQUE);
CREATE TEMP TABLE new_places(id INTEGER PRIMARY KEY, old INTEGER NOT NULL UNIQUE);
)sql";

// The witness that said it first becomes the document it stands in. Ids of headings and places are given out without
// gaps, and reading relies on that, so they are counted anew; nothing outside the file refers to them.
constexpr char fillTables[] = R"sql(
INSERT INTO temp.heirs SELECT w.entry, min(w.id) FROM witnesses w JOIN entries e ON e.id = w.entry
  WHERE e.document IN (SELECT document FROM temp.leaving)
  AND w.document NOT IN (SELECT document FROM temp.leaving) AND w.agrees = 1 GROUP BY w.entry;
INSERT INTO temp.gone SELECT id FROM entries WHERE document IN (SELECT document FROM temp.leaving)
  AND id NOT IN (SELECT entry FROM temp.heirs);
INSERT INTO temp.new_names(old) SELECT DISTINCT name FROM item_values
  WHERE entry NOT IN (SELECT entry FROM temp.gone) ORDER BY name;
INSERT INTO temp.new_places(old) SELECT place FROM (
  SELECT place FROM item_values WHERE entry NOT IN (SELECT entry FROM temp.gone)
    AND entry NOT IN (SELECT entry FROM temp.heirs)
  UNION SELECT place FROM witnesses WHERE document NOT IN (SELECT document FROM temp.leaving)
    AND entry NOT IN (SELECT entry FROM temp.gone)) ORDER BY place;
)sql";

constexpr char documents[] = "SELECT * FROM documents WHERE id NOT IN (SELECT document FROM temp.leaving)";
constexpr char keptBytes[] = "SELECT * FROM kept_bytes WHERE document NOT IN (SELECT document FROM temp.leaving)";
constexpr char moments[] = "SELECT * FROM moments WHERE id IN (SELECT moment FROM entries "
                           "WHERE id NOT IN (SELECT entry FROM temp.gone))";
constexpr char itemNames[] = "SELECT n.id AS id, i.name AS name, i.item AS item "
                             "FROM temp.new_names n JOIN item_names i ON i.id = n.old ORDER BY n.id";
constexpr char places[] = "SELECT n.id AS id, p.sheet AS sheet, p.path AS path "
                          "FROM temp.new_places n JOIN places p ON p.id = n.old ORDER BY n.id";
constexpr char entries[] =
    "SELECT e.id AS id, ifnull(w.document, e.document) AS document, e.moment AS moment, e.fingerprint AS fingerprint, "
    "e.first_value AS first_value, e.value_count AS value_count FROM entries e "
    "LEFT JOIN temp.heirs h ON h.entry = e.id LEFT JOIN witnesses w ON w.id = h.witness "
    "WHERE e.id NOT IN (SELECT entry FROM temp.gone) ORDER BY e.id";
// A witness says where its entry begins, not where each value stands. Row and line hold for the values that stood
// there together; for the others, and for every column, the other document's place is not known.
constexpr char itemValues[] =
    "SELECT v.id AS id, v.entry AS entry, n.id AS name, v.raw AS raw, p.id AS place, "
    "CASE WHEN w.id IS NULL THEN v.row_number WHEN v.row_number = f.row_number THEN w.row_number ELSE 0 END "
    "AS row_number, CASE WHEN w.id IS NULL THEN v.column_number ELSE 0 END AS column_number, "
    "CASE WHEN w.id IS NULL THEN v.line_number WHEN v.line_number = f.line_number THEN w.line_number ELSE 0 END "
    "AS line_number FROM item_values v JOIN entries e ON e.id = v.entry "
    "LEFT JOIN temp.heirs h ON h.entry = v.entry LEFT JOIN witnesses w ON w.id = h.witness "
    "LEFT JOIN item_values f ON f.id = e.first_value JOIN temp.new_names n ON n.old = v.name "
    "JOIN temp.new_places p ON p.old = ifnull(w.place, v.place) "
    "WHERE v.entry NOT IN (SELECT entry FROM temp.gone) ORDER BY v.id";
constexpr char witnesses[] =
    "SELECT w.id AS id, w.entry AS entry, w.document AS document, w.agrees AS agrees, p.id AS place, "
    "w.row_number AS row_number, w.column_number AS column_number, w.line_number AS line_number "
    "FROM witnesses w JOIN temp.new_places p ON p.old = w.place "
    "WHERE w.document NOT IN (SELECT document FROM temp.leaving) AND w.entry NOT IN (SELECT entry FROM temp.gone) "
    "AND w.id NOT IN (SELECT witness FROM temp.heirs) ORDER BY w.id";
constexpr char setAside[] = "SELECT * FROM set_aside WHERE entry NOT IN (SELECT entry FROM temp.gone)";

} // namespace

base::Result<CopyPlan> withdrawalPlan(const Connection& connection, const std::vector<record::DocumentId>& leaving)
{
    BASE_TRY(connection.run(makeTables));
    Statement insert = connection.prepare("INSERT OR IGNORE INTO temp.leaving(document) VALUES(?1)");
    for (const record::DocumentId id : leaving)
        BASE_TRY(insert.bind(1, id.n).run());
    BASE_TRY(connection.run(fillTables));

    const std::pair<const char*, const char*> selects[] = {
        {"documents", documents}, {"kept_bytes", keptBytes}, {"moments", moments},     {"item_names", itemNames},
        {"places", places},       {"entries", entries},      {"item_values", itemValues}, {"witnesses", witnesses},
        {"set_aside", setAside}};
    // What no document brought stays as it is.
    CopyPlan plan = wholePlan(connection);
    for (TableCopy& copy : plan) {
        for (const auto& [table, select] : selects) {
            if (copy.table == table)
                copy.select = select;
        }
    }
    return plan;
}

base::Result<void> countWithdrawal(const Connection& connection, Withdrawal& report)
{
    const std::pair<const char*, qint64*> counts[] = {
        {"SELECT count(*) FROM temp.leaving", &report.documents},
        {"SELECT count(*) FROM temp.gone", &report.entriesRemoved},
        {"SELECT count(*) FROM temp.heirs", &report.entriesPassedOn}};
    for (const auto& [sql, count] : counts) {
        const auto number = connection.number(sql);
        if (!number)
            return tl::unexpected(number.error());
        *count = *number;
    }
    return {};
}

} // namespace extract
