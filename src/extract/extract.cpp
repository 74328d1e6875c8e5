// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.h"

#include "extract/database/failure.h"
#include "extract/file/aside.h"
#include "extract/file/backups.h"
#include "extract/file/unfinished.h"
#include "extract/private.h"
#include "extract/schema/schema.h"
#include "extract/stores/import_run.h"
#include "extract/stores/log_store.h"
#include "extract/stores/own_store.h"
#include "extract/stores/record_store.h"
#include "extract/stores/requests_store.h"
#include "extract/stores/written_store.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace extract {

Extract::Extract(std::unique_ptr<Private> opened) : d(std::move(opened)) {}
Extract::~Extract() = default;
Extract::Extract(Extract&&) noexcept = default;
Extract& Extract::operator=(Extract&&) noexcept = default;

base::Result<Extract> Extract::create(const QString& path, const Secret& passphrase, const record::Person& person,
                                      const base::Clock& clock, const CreateOptions& options)
{
    if (QFileInfo::exists(path)) {
        if (!options.overwrite)
            return base::fail(base::ErrorKind::WouldOverwrite, Words::tr("There is already a file with this name."),
                              Words::tr("Choose another name, or say that it may be replaced."));
        if (OpenFile::profileOf(path) || lockedElsewhere(path))
            return tl::unexpected(inUse());
    }
    auto key = newKey(passphrase, options.kdfProfile == 0 ? profileForThisMachine() : options.kdfProfile);
    if (!key)
        return tl::unexpected(key.error());

    // Made under another name and moved when whole: an interrupted creation leaves no half file under the real one.
    const QString fresh = path + u".new"_s;
    QFile::remove(fresh);
    BASE_TRY(createEmpty(fresh));
    auto made = [&]() -> base::Result<void> {
        auto connection = createKeyed(fresh, *key);
        if (!connection)
            return tl::unexpected(connection.error());
        return writePerson(*connection, person);
    }();
    // Backups of the file that had this name are not this one's: a change of passphrase could not rewrite them and
    // would throw them away.
    std::vector<QString> earlier;
    if (made) {
        auto moved = putBackupsAside(path, key->header);
        if (moved)
            earlier = std::move(*moved);
        else
            made = tl::unexpected(moved.error());
    }
    // A journal left by a crash of the file that is replaced would be rolled back into the new one.
    if (made) {
        QFile::remove(path + u"-journal"_s);
        QFile::remove(path + u"-wal"_s);
    }
    auto placed = made ? putInPlace(fresh, path) : made;
    if (!placed) {
        removeUnfinished(fresh);
        return tl::unexpected(placed.error());
    }
    auto d = std::make_unique<Private>();
    d->path = path;
    d->clock = clock;
    d->key = std::move(*key);
    d->backedUp = true;
    d->earlierBackups = std::move(earlier);
    BASE_TRY(d->openAgain());
    return Extract(std::move(d));
}

base::Result<Extract> Extract::open(const QString& path, const Secret& passphrase, const base::Clock& clock,
                                    Access wanted)
{
    if (OpenFile::profileOf(path))
        return tl::unexpected(inUse());
    const auto header = readHeader(path);
    if (!header)
        return tl::unexpected(header.error());
    auto key = keyFor(passphrase, *header);
    if (!key)
        return tl::unexpected(key.error());
    return Private::opened(path, std::move(*key), clock, wanted);
}

base::Result<Extract> Extract::Private::opened(const QString& path, Key key, const base::Clock& clock, Access wanted)
{
    auto connection = openKeyed(path, key, wanted == Access::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto version = connection->number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    auto d = std::make_unique<Private>();
    d->path = path;
    d->clock = clock;
    d->key = std::move(key);
    d->connection = std::move(*connection);
    d->registered = OpenFile(path, d->key.header.profile());
    d->older = formatAge(*version, newestVersion(), true) == FormatAge::Older;
    Extract extract(std::move(d));
    // What a crash kept from being done: backups that still hold what was withdrawn, or open with an old passphrase.
    // Where it cannot be done now, on a full disk, it is tried again next time: nobody is kept out of their file.
    if (extract.access() == Access::ReadWrite)
        static_cast<void>(finishRewriting(extract.d->connection, path, extract.d->key));
    return extract;
}

base::Result<void> Extract::Private::openAgain()
{
    auto opened = openKeyed(path, key, false);
    if (!opened)
        return tl::unexpected(opened.error());
    connection = std::move(*opened);
    registered = OpenFile(path, key.header.profile());
    return {};
}

base::Result<void> Extract::Private::replaceBy(const QString& fresh, Key next)
{
    // Renamed while the old file is still locked, opened after that lock is gone: only a new file has the new name.
    if (auto placed = putInPlace(fresh, path); !placed) {
        QFile::remove(fresh);
        return placed;
    }
    connection.close();
    registered = {};
    key = std::move(next);
    return openAgain();
}

base::Result<void> Extract::Private::beforeWrite()
{
    if (connection.isReadOnly())
        return tl::unexpected(readOnly());
    if (older)
        return base::fail(base::ErrorKind::ReadOnly,
                          Words::tr("This record file was made by an older program, so it can only be read."),
                          Words::tr("Ask for it to be brought up to date. The old file is kept."));
    // SQLite would go on writing into a file that has no name any more, and all of it would be gone at the end.
    if (!registered.isStillAt(path))
        return base::fail(base::ErrorKind::DiskOrPermission,
                          Words::tr("The record file was moved, removed or replaced while it was open."),
                          Words::tr("Save a copy now: what you see is still here. Then look where the file went."));
    if (connection.inTransaction())
        return base::fail(base::ErrorKind::Usage, Words::tr("The record file is busy with an import."),
                          Words::tr("Wait until it is finished, or stop it."));
    if (backedUp)
        return {};
    for (const QString& left : leftoversBeside(path))
        QFile::remove(left);
    BASE_TRY(makeBackup(connection, path, key, clock.now()));
    backedUp = true;
    return {};
}

Access Extract::access() const
{
    return d->connection.isReadOnly() || d->older ? Access::ReadOnly : Access::ReadWrite;
}

QString Extract::path() const
{
    return d->path;
}

base::Result<record::Record> Extract::record() const
{
    return readRecord(d->connection);
}

base::Result<QByteArray> Extract::keptBytes(record::DocumentId id) const
{
    return readKeptBytes(d->connection, id.n);
}

base::Result<std::unique_ptr<Import>> Extract::import()
{
    BASE_TRY(d->beforeWrite());
    return ImportRun::start(d->connection, d->clock);
}

base::Result<std::vector<record::ValueId>> Extract::writeIn(const std::vector<record::Entry>& entries)
{
    return d->write([&]() -> base::Result<std::vector<record::ValueId>> {
        for (const record::Entry& entry : entries)
            BASE_TRY(documentIsHere(d->connection, entry.document));
        auto ids = writeWritten(d->connection, entries, d->clock.now());
        if (ids)
            BASE_TRY(writeLog(d->connection, d->clock.now(), u"written-in"_s, u"added %1 values"_s.arg(ids->size())));
        return ids;
    });
}

base::Result<void> Extract::changeWritten(record::ValueId id, const record::WrittenChange& change)
{
    return d->write([&]() -> base::Result<void> {
        BASE_TRY(documentIsHere(d->connection, change.document.value_or(record::DocumentId{})));
        BASE_TRY(rewriteWritten(d->connection, id, change, d->clock.now()));
        return writeLog(d->connection, d->clock.now(), u"written-in"_s, u"changed 1 value"_s);
    });
}

base::Result<void> Extract::removeWritten(const std::vector<record::ValueId>& ids)
{
    return d->write([&]() -> base::Result<void> {
        BASE_TRY(eraseWritten(d->connection, ids));
        return writeLog(d->connection, d->clock.now(), u"written-in"_s, u"removed %1 values"_s.arg(ids.size()));
    });
}

base::Result<record::Decisions> Extract::decisions() const
{
    return readDecisions(d->connection);
}

base::Result<void> Extract::saveDecisions(const record::Decisions& decisions)
{
    return d->write([&] { return writeDecisions(d->connection, decisions); });
}

base::Result<std::vector<requests::Concern>> Extract::concerns() const
{
    return readConcerns(d->connection);
}

base::Result<record::ConcernId> Extract::saveConcern(const requests::Concern& concern)
{
    return d->write([&] { return writeConcern(d->connection, concern); });
}

base::Result<std::vector<requests::Request>> Extract::requests() const
{
    return readRequests(d->connection);
}

base::Result<record::RequestId> Extract::saveRequest(const requests::Request& request)
{
    return d->write([&] { return writeRequest(d->connection, request); });
}

base::Result<void> Extract::removeDraft(record::RequestId id)
{
    return d->write([&] { return eraseDraft(d->connection, id); });
}

base::Result<std::vector<requests::PrintedLetter>> Extract::printedLetters() const
{
    return readLetters(d->connection);
}

base::Result<record::LetterId> Extract::keepLetter(const requests::PrintedLetter& letter)
{
    return d->write([&] { return writeLetter(d->connection, letter); });
}

base::Result<record::AttachmentId> Extract::addAttachment(const Attachment& attachment)
{
    return d->write([&] { return writeAttachment(d->connection, attachment, d->clock.now()); });
}

base::Result<std::vector<Attachment>> Extract::attachments(bool withBytes) const
{
    return readAttachments(d->connection, withBytes);
}

base::Result<QString> Extract::property(const QString& name) const
{
    return readProperty(d->connection, name);
}

base::Result<void> Extract::setProperty(const QString& name, const QString& value)
{
    return d->write([&] { return writeProperty(d->connection, name, value); });
}

base::Result<std::vector<LogLine>> Extract::log() const
{
    return readLog(d->connection);
}

base::Result<void> Extract::note(const QString& what, const QString& detail)
{
    return d->write([&] { return writeLog(d->connection, d->clock.now(), what, detail); });
}

base::Result<int> looksLikeExtract(const QString& path)
{
    if (const auto profile = OpenFile::profileOf(path))
        return *profile;
    const auto header = readHeader(path);
    if (!header)
        return tl::unexpected(header.error());
    return header->profile();
}

} // namespace extract
