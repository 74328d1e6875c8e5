// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/failure.h"
#include "extract/stores/counters.h"
#include "extract/stores/requests_store.h"
#include "extract/stores/stored_words.h"

namespace extract {

namespace {

using requests::Concern;
using requests::FrozenValue;

base::Result<void> clearConcern(const Connection& connection, qint64 id)
{
    for (const char* sql : {"DELETE FROM concern_values WHERE concern = ?1",
                            "DELETE FROM concern_evidence WHERE concern = ?1",
                            "DELETE FROM concern_evidence_names WHERE concern = ?1"}) {
        Statement remove = connection.prepare(sql);
        BASE_TRY(remove.bind(1, id).run());
    }
    return {};
}

base::Result<void> writeParts(const Connection& connection, qint64 id, const Concern& concern)
{
    Statement value = connection.prepare(
        "INSERT INTO concern_values(concern, position, value, field, name, raw, meaning, collection, said_when, "
        "establishment, document, locates) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    qint64 position = 0;
    for (const FrozenValue& frozen : concern.values) {
        value.bind(1, id).bind(2, position++).bind(3, frozen.value.n).bind(4, frozen.field).bind(5, frozen.name);
        value.bind(6, frozen.raw).bind(7, frozen.meaning).bind(8, frozen.collection).bind(9, frozen.when);
        BASE_TRY(value.bind(10, frozen.establishment).bind(11, frozen.document).bind(12, frozen.locates ? 1 : 0).run());
    }
    Statement evidence =
        connection.prepare("INSERT INTO concern_evidence(concern, position, attachment) VALUES(?,?,?)");
    position = 0;
    for (const record::AttachmentId attachment : concern.evidence)
        BASE_TRY(evidence.bind(1, id).bind(2, position++).bind(3, attachment.n).run());
    Statement name = connection.prepare("INSERT INTO concern_evidence_names(concern, position, name) VALUES(?,?,?)");
    position = 0;
    for (const QString& text : concern.evidenceNames)
        BASE_TRY(name.bind(1, id).bind(2, position++).bind(3, text).run());
    return {};
}

base::Result<void> readParts(const Connection& connection, Concern& concern)
{
    Statement values = connection.prepare(
        "SELECT value, field, name, raw, meaning, collection, said_when, establishment, document, locates "
        "FROM concern_values WHERE concern = ?1 ORDER BY position");
    values.bind(1, concern.id.n);
    while (values.next()) {
        FrozenValue frozen;
        frozen.value = {values.number(0)};
        frozen.field = values.text(1);
        frozen.name = values.text(2);
        frozen.raw = values.text(3);
        frozen.meaning = values.text(4);
        frozen.collection = values.text(5);
        frozen.when = values.text(6);
        frozen.establishment = values.text(7);
        frozen.document = values.text(8);
        frozen.locates = values.number(9) != 0;
        concern.values.push_back(std::move(frozen));
    }
    BASE_TRY(values.outcome());
    Statement evidence =
        connection.prepare("SELECT attachment FROM concern_evidence WHERE concern = ?1 ORDER BY position");
    evidence.bind(1, concern.id.n);
    while (evidence.next())
        concern.evidence.push_back({evidence.number(0)});
    BASE_TRY(evidence.outcome());
    Statement names =
        connection.prepare("SELECT name FROM concern_evidence_names WHERE concern = ?1 ORDER BY position");
    names.bind(1, concern.id.n);
    while (names.next())
        concern.evidenceNames << names.text(0);
    return names.outcome();
}

} // namespace

base::Result<record::ConcernId> writeConcern(const Connection& connection, const Concern& concern)
{
    qint64 id = concern.id.n;
    const char* sql = "UPDATE concerns SET should_say = ?2, extent = ?3, since = ?4, own_words = ?5, made = ?6 "
                      "WHERE id = ?1";
    if (id == 0) {
        const auto fresh = takeId(connection, "concerns");
        if (!fresh)
            return tl::unexpected(fresh.error());
        id = *fresh;
        sql = "INSERT INTO concerns(id, should_say, extent, since, own_words, made) VALUES(?1, ?2, ?3, ?4, ?5, ?6)";
    }
    Statement write = connection.prepare(sql);
    write.bind(1, id).bind(2, concern.shouldSay).bind(3, storedExtent(concern.extent)).bind(4, concern.since);
    BASE_TRY(write.bind(5, concern.ownWords).bind(6, concern.made).run());
    BASE_TRY(clearConcern(connection, id));
    BASE_TRY(writeParts(connection, id, concern));
    return record::ConcernId{id};
}

base::Result<std::vector<Concern>> readConcerns(const Connection& connection)
{
    std::vector<Concern> concerns;
    Statement rows =
        connection.prepare("SELECT id, should_say, extent, since, own_words, made FROM concerns ORDER BY id");
    while (rows.next()) {
        Concern concern;
        concern.id = {rows.number(0)};
        concern.shouldSay = rows.text(1);
        concern.extent = extentFrom(rows.text(2));
        concern.since = rows.date(3);
        concern.ownWords = rows.text(4);
        concern.made = rows.dateTime(5);
        BASE_TRY(readParts(connection, concern));
        concerns.push_back(std::move(concern));
    }
    BASE_TRY(rows.outcome());
    return concerns;
}

base::Result<void> eraseConcernIfUnused(const Connection& connection, qint64 id)
{
    Statement used = connection.prepare("SELECT 1 FROM requests WHERE concern = ?1 LIMIT 1");
    const bool inUse = used.bind(1, id).next();
    BASE_TRY(used.outcome());
    if (inUse)
        return {};
    BASE_TRY(clearConcern(connection, id));
    Statement remove = connection.prepare("DELETE FROM concerns WHERE id = ?1");
    return remove.bind(1, id).run();
}

} // namespace extract
