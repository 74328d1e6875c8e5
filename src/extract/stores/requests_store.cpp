// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/requests_store.h"

#include "base/digest.h"
#include "extract/database/failure.h"
#include "extract/stores/counters.h"
#include "extract/stores/stored_words.h"

namespace extract {

namespace {

using requests::PrintedLetter;
using requests::Request;

base::Result<void> writeAddress(const Connection& connection, qint64 id, const QStringList& lines)
{
    Statement remove = connection.prepare("DELETE FROM request_address WHERE request = ?1");
    BASE_TRY(remove.bind(1, id).run());
    Statement insert = connection.prepare("INSERT INTO request_address(request, position, line) VALUES(?,?,?)");
    qint64 position = 0;
    for (const QString& line : lines)
        BASE_TRY(insert.bind(1, id).bind(2, position++).bind(3, line).run());
    return {};
}

} // namespace

base::Result<record::RequestId> writeRequest(const Connection& connection, const Request& request)
{
    qint64 id = request.id.n;
    const char* sql = "UPDATE requests SET concern = ?2, controller = ?3, asking = ?4, writer_name = ?5, "
                      "child_age = ?6, child_agrees = ?7, authority = ?8, state = ?9, sent = ?10, received = ?11, "
                      "changed = ?12, draft = ?13 WHERE id = ?1";
    if (id == 0) {
        const auto fresh = takeId(connection, "requests");
        if (!fresh)
            return tl::unexpected(fresh.error());
        id = *fresh;
        sql = "INSERT INTO requests(id, concern, controller, asking, writer_name, child_age, child_agrees, authority, "
              "state, sent, received, changed, draft) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)";
    }
    const requests::Writer& writer = request.writer;
    Statement write = connection.prepare(sql);
    write.bind(1, id).bind(2, request.concern.n).bind(3, storedController(request.to));
    write.bind(4, storedAsking(writer.asking)).bind(5, writer.name).bind(6, writer.childAge);
    write.bind(7, writer.childAgrees ? 1 : 0).bind(8, writer.authority).bind(9, storedState(request.state));
    write.bind(10, request.sent).bind(11, request.received).bind(12, request.changed).bind(13, request.draft);
    BASE_TRY(write.run());
    BASE_TRY(writeAddress(connection, id, writer.address));
    return record::RequestId{id};
}

base::Result<std::vector<Request>> readRequests(const Connection& connection)
{
    std::vector<Request> requests;
    Statement rows = connection.prepare("SELECT id, concern, controller, asking, writer_name, child_age, child_agrees, "
                                        "authority, state, sent, received, changed, draft FROM requests ORDER BY id");
    while (rows.next()) {
        Request request;
        request.id = {rows.number(0)};
        request.concern = {rows.number(1)};
        request.to = controllerFrom(rows.text(2));
        request.writer.asking = askingFrom(rows.text(3));
        request.writer.name = rows.text(4);
        request.writer.childAge = static_cast<int>(rows.number(5));
        request.writer.childAgrees = rows.number(6) != 0;
        request.writer.authority = rows.text(7);
        request.state = stateFrom(rows.text(8));
        request.sent = rows.date(9);
        request.received = rows.date(10);
        request.changed = rows.dateTime(11);
        request.draft = rows.text(12);
        Statement lines = connection.prepare("SELECT line FROM request_address WHERE request = ?1 ORDER BY position");
        lines.bind(1, request.id.n);
        while (lines.next())
            request.writer.address << lines.text(0);
        BASE_TRY(lines.outcome());
        requests.push_back(std::move(request));
    }
    BASE_TRY(rows.outcome());
    return requests;
}

base::Result<void> eraseDraft(const Connection& connection, record::RequestId id)
{
    Statement find = connection.prepare("SELECT state, concern, EXISTS(SELECT 1 FROM letters WHERE request = ?1) "
                                        "FROM requests WHERE id = ?1");
    const bool found = find.bind(1, id.n).next();
    BASE_TRY(find.outcome());
    if (!found)
        return base::fail(base::ErrorKind::Usage, Words::tr("This draft is not there any more."));
    if (stateFrom(find.text(0)) != requests::RequestState::Draft || find.number(2) != 0)
        return base::fail(base::ErrorKind::Usage, Words::tr("This letter was already printed or sent, so it is kept."));
    const qint64 concern = find.number(1);
    BASE_TRY(writeAddress(connection, id.n, {}));
    Statement remove = connection.prepare("DELETE FROM requests WHERE id = ?1");
    BASE_TRY(remove.bind(1, id.n).run());
    return eraseConcernIfUnused(connection, concern);
}

base::Result<record::LetterId> writeLetter(const Connection& connection, const PrintedLetter& letter)
{
    const auto id = takeId(connection, "letters");
    if (!id)
        return tl::unexpected(id.error());
    const QByteArray digest = letter.sha256.isEmpty() ? base::sha256(letter.bytes) : letter.sha256;
    Statement insert =
        connection.prepare("INSERT INTO letters(id, request, format, sha256, made, bytes) VALUES(?,?,?,?,?,?)");
    insert.bind(1, *id).bind(2, letter.request.n).bind(3, letter.format).bindBytes(4, digest).bind(5, letter.made);
    BASE_TRY(insert.bindBytes(6, letter.bytes).run());
    return record::LetterId{*id};
}

base::Result<std::vector<PrintedLetter>> readLetters(const Connection& connection)
{
    std::vector<PrintedLetter> letters;
    Statement rows = connection.prepare("SELECT id, request, format, bytes, sha256, made FROM letters ORDER BY id");
    while (rows.next()) {
        PrintedLetter letter;
        letter.id = {rows.number(0)};
        letter.request = {rows.number(1)};
        letter.format = rows.text(2);
        letter.bytes = rows.bytes(3);
        letter.sha256 = rows.bytes(4);
        letter.made = rows.dateTime(5);
        letters.push_back(std::move(letter));
    }
    BASE_TRY(rows.outcome());
    return letters;
}

} // namespace extract
