// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/rescue.h"

#include "extract/database/failure.h"
#include "extract/extract.h"
#include "extract/file/hand_over.h"
#include "extract/file/opening.h"
#include "extract/file/open_files.h"
#include "extract/platform/files.h"
#include "extract/rescue/salvage_rows.h"
#include "extract/stores/record_store.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

struct Found {
    Key key;
    bool fromBackup = false;
};

// The first 16 bytes belong to the key: where they are damaged, a backup of the same passphrase has them too.
base::Result<Found> findKey(const QString& path, const Secret& passphrase)
{
    const auto own = readHeader(path);
    base::Error failed{base::ErrorKind::NotAnExtract, {}, {}, {}};
    if (own) {
        if (auto key = keyFor(passphrase, *own))
            return Found{std::move(*key), false};
        else
            failed = key.error();
    } else {
        failed = own.error();
    }
    if (failed.kind == base::ErrorKind::NotEnoughMemory || failed.kind == base::ErrorKind::DiskOrPermission)
        return tl::unexpected(failed);
    std::optional<Header> last;
    for (const QString& backup : backupsOf(path)) {
        const auto header = readHeader(backup);
        if (!header || (own && *header == *own) || (last && *header == *last))
            continue;
        last = *header;
        if (auto key = keyFor(passphrase, *header))
            return Found{std::move(*key), true};
    }
    return tl::unexpected(failed);
}

// The page that says whose file this is was lost: a backup says it too.
base::Result<void> personFromBackup(Connection& to, const QString& path, const Key& key)
{
    const auto there = to.number("SELECT count(*) FROM person");
    if (!there)
        return tl::unexpected(there.error());
    for (const QString& backup : backupsOf(path)) {
        if (*there > 0)
            break;
        const auto opened = openKeyed(backup, key, true);
        const auto record = opened ? readRecord(*opened) : tl::unexpected(opened.error());
        if (record)
            return writePerson(to, record->person);
    }
    return {};
}

base::Result<Rescue> rescueInto(const QString& path, const Key& key, const QString& image, const QString& fresh,
                                const std::stop_token& stop, const base::Progress& progress)
{
    const auto about = makeImage(path, key, image, stop, progress);
    if (!about)
        return tl::unexpected(about.error());
    const auto from = openUnchecked(image, key);
    if (!from)
        return tl::unexpected(from.error());
    BASE_TRY(createEmpty(fresh));
    auto to = createKeyed(fresh, key);
    if (!to)
        return tl::unexpected(to.error());
    Rescue report;
    report.pages = about->pages;
    report.brokenPages = about->broken;
    BASE_TRY(salvageRows(*from, *about, *to, report));
    BASE_TRY(personFromBackup(*to, path, key));
    return report;
}

} // namespace

base::Result<Rescue> rescueWithKey(const QString& path, const Key& key, const QString& out, const std::stop_token& stop,
                                   const base::Progress& progress)
{
    const QString image = out + u".reading"_s;
    const QString fresh = out + u".new"_s;
    QFile::remove(image);
    QFile::remove(fresh);
    auto report = rescueInto(path, key, image, fresh, stop, progress);
    QFile::remove(image);
    // By the normal sequence, with every check of it.
    if (report && !openKeyed(fresh, key, true))
        report = tl::unexpected(damaged());
    if (!report) {
        QFile::remove(fresh);
        return report;
    }
    BASE_TRY(placeCopy(fresh, out, key.header));
    return report;
}

base::Result<Rescue> rescue(const QString& path, const Secret& passphrase, const QString& out, bool overwrite,
                            const std::stop_token& stop, const base::Progress& progress)
{
    if (OpenFile::profileOf(path) || (QFileInfo::exists(path) && lockedElsewhere(path)))
        return tl::unexpected(inUse());
    if (identityOf(path) && identityOf(path) == identityOf(out))
        return base::fail(base::ErrorKind::Usage, Words::tr("The rescued record needs a file of its own."),
                          Words::tr("The damaged file stays as it is. Choose another name."));
    BASE_TRY(mayBeWritten(out, overwrite));
    const auto found = findKey(path, passphrase);
    if (!found)
        return tl::unexpected(found.error());
    auto report = rescueWithKey(path, found->key, out, stop, progress);
    if (report)
        report->headerFromBackup = found->fromBackup;
    return report;
}

} // namespace extract
