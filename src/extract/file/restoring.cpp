// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/failure.h"
#include "extract/extract.h"
#include "extract/file/aside.h"
#include "extract/file/backups.h"
#include "extract/file/open_files.h"
#include "extract/file/opening.h"
#include "extract/file/page_seals.h"
#include "extract/platform/files.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

// Opens backups that mostly share one header: the key is derived once for each, which takes up to a second.
class Keys {
public:
    explicit Keys(const Secret& passphrase) : m_passphrase(passphrase) {}

    base::Result<Key> of(const QString& path)
    {
        const auto header = readHeader(path);
        if (!header)
            return tl::unexpected(header.error());
        if (m_last && m_last->header == *header)
            return m_last->clone();
        auto key = keyFor(m_passphrase, *header);
        if (key)
            m_last = key->clone();
        return key;
    }

private:
    const Secret& m_passphrase;
    std::optional<Key> m_last;
};

// Every page sealed: a backup that is damaged itself is no help.
base::Result<void> copyIfSound(const QString& backup, Keys& keys, const QString& fresh)
{
    if (OpenFile::profileOf(backup) || lockedElsewhere(backup))
        return tl::unexpected(inUse());
    const auto key = keys.of(backup);
    if (!key)
        return tl::unexpected(key.error());
    const auto opened = openKeyed(backup, *key, true);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto broken = brokenPages(*opened, *key, {}, {});
    if (!broken)
        return tl::unexpected(broken.error());
    if (!broken->empty())
        return tl::unexpected(damaged());
    return copyChecked(*opened, fresh, *key);
}

base::Result<QString> copyOfNewest(const QString& path, Keys& keys, const QString& fresh)
{
    base::Error last{base::ErrorKind::ChoiceNeeded, Words::tr("There is no backup beside the record file."),
                     Words::tr("Look for a copy you made yourself, on a stick or another computer, and name it."), {}};
    for (const QString& backup : backupsOf(path)) {
        const auto copied = copyIfSound(backup, keys, fresh);
        if (copied)
            return backup;
        last = copied.error();
        // The disk will not be larger, nor the memory, for an older one.
        if (last.kind == base::ErrorKind::DiskOrPermission || last.kind == base::ErrorKind::NotEnoughMemory)
            break;
    }
    return tl::unexpected(last);
}

Backup backupAt(const QString& path)
{
    return {path, backupTime(path), QFileInfo(path).size()};
}

} // namespace

std::vector<Backup> backupsBeside(const QString& path)
{
    std::vector<Backup> backups;
    for (const QString& backup : backupsOf(path))
        backups.push_back(backupAt(backup));
    return backups;
}

base::Result<Restored> restore(const QString& path, const QString& backup, const Secret& passphrase,
                               const base::Clock& clock)
{
    if (OpenFile::profileOf(path) || (QFileInfo::exists(path) && lockedElsewhere(path)))
        return tl::unexpected(inUse());
    if (!backup.isEmpty() && identityOf(backup) && identityOf(backup) == identityOf(path))
        return base::fail(base::ErrorKind::Usage, Words::tr("This is the record file itself, not a backup of it."));
    Keys keys(passphrase);
    const QString fresh = path + u".new"_s;
    QString from = backup;
    if (from.isEmpty()) {
        auto newest = copyOfNewest(path, keys, fresh);
        if (!newest)
            return tl::unexpected(newest.error());
        from = *newest;
    } else {
        BASE_TRY(copyIfSound(from, keys, fresh));
    }
    Restored restored{backupAt(from), {}};
    // Also when only a journal lies there: it would be rolled back into the restored file.
    if (QFileInfo::exists(path) || QFileInfo::exists(path + u"-journal"_s)) {
        const auto kept = keepAside(path, clock.now());
        if (!kept) {
            QFile::remove(fresh);
            return tl::unexpected(kept.error());
        }
        restored.keptAside = *kept;
    }
    if (const auto placed = putInPlace(fresh, path); !placed)
        return tl::unexpected(placed.error());
    return restored;
}

} // namespace extract
