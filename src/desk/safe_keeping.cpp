// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sitting's part in keeping a record file safe, sharing it and taking it away.
#include "base/masked_text.h"
#include "desk/sitting_private.h"

#include "reports/recovery_sheet.h"

namespace desk {

Answer<extract::Withdrawal> Sitting::withdraw(std::vector<record::DocumentId> documents, const QString& why)
{
    return d->changeRecord<extract::Withdrawal>([this, documents = std::move(documents), why] {
        auto done = d->held().withdraw(documents, why);
        if (done && d->current()->atRisk)
            for (QString& name : done->keptAside)
                name = base::maskedWhole();
        return done;
    });
}

Answer<bool> Sitting::handOver(const QString& copy, extract::Secret passphrase, extract::HandOverChoice with,
                               bool overwrite)
{
    return d->ask<bool>([this, copy, passphrase = std::move(passphrase), with, overwrite]() -> base::Result<bool> {
        extract::CreateOptions options;
        options.overwrite = overwrite;
        BASE_TRY(d->held().handOver(copy, passphrase, with, options));
        return true;
    });
}

Answer<bool> Sitting::saveCopy(const QString& copy, bool overwrite)
{
    return d->ask<bool>([this, copy, overwrite]() -> base::Result<bool> {
        BASE_TRY(d->held().saveCopy(copy, overwrite));
        return true;
    });
}

Answer<extract::Backup> Sitting::backUp()
{
    return d->ask<extract::Backup>([this] { return d->held().backUp(); });
}

Answer<std::vector<extract::Backup>> Sitting::backups(const QString& path)
{
    return d->worker.ask<std::vector<extract::Backup>>(
        [path]() -> base::Result<std::vector<extract::Backup>> { return extract::backupsBeside(path); });
}

Answer<RestoredExtract> Sitting::restore(const QString& path, const QString& backup, extract::Secret passphrase)
{
    return d->worker.ask<RestoredExtract>(
        [this, path, backup, passphrase = std::move(passphrase)]() -> base::Result<RestoredExtract> {
            d->close();
            auto restored = extract::restore(path, backup, passphrase, d->clock);
            if (!restored)
                return tl::unexpected(restored.error());
            auto opened = extract::Extract::open(path, passphrase, d->clock);
            if (!opened)
                return tl::unexpected(opened.error());
            d->extract = std::move(*opened);
            const auto snapshot = d->firstLook();
            if (!snapshot)
                return tl::unexpected(snapshot.error());
            return RestoredExtract{*snapshot, std::move(*restored)};
        });
}

Answer<extract::Disposal> Sitting::dispose(const QString& path)
{
    return d->worker.ask<extract::Disposal>([this, path] {
        d->close();
        return extract::dispose(path);
    });
}

Answer<extract::RecoveryWordsPtr> Sitting::recoveryWords()
{
    return d->ask<extract::RecoveryWordsPtr>([this]() -> base::Result<extract::RecoveryWordsPtr> {
        return std::make_shared<const extract::RecoveryWords>(d->held().recoveryWords());
    });
}

Answer<QByteArray> Sitting::recoverySheet(reports::LetterFormat format)
{
    return d->ask<QByteArray>([this, format]() -> base::Result<QByteArray> {
        const extract::RecoveryWords secret = d->held().recoveryWords();
        reports::RecoverySheet sheet;
        QString words = QString::fromUtf8(secret.words.data(), static_cast<qsizetype>(secret.words.size()));
        sheet.words = words.split(u' ');
        sheet.mark = secret.mark;
        sheet.made = d->clock.today();
        auto bytes = reports::renderRecoverySheet(sheet, format);
        extract::wipe(words);
        for (QString& word : sheet.words)
            extract::wipe(word);
        return bytes;
    });
}

Answer<SnapshotPtr> Sitting::recover(const QString& path, extract::Secret words, extract::Secret newPassphrase)
{
    return d->worker.ask<SnapshotPtr>([this, path, words = std::move(words),
                                       newPassphrase = std::move(newPassphrase)]() -> base::Result<SnapshotPtr> {
        d->close();
        auto recovered = extract::Extract::recover(path, words, newPassphrase, d->clock);
        if (!recovered)
            return tl::unexpected(recovered.error());
        d->extract = std::move(*recovered);
        return d->firstLook();
    });
}

Answer<extract::Rescue> Sitting::rescue(const QString& path, extract::Secret passphrase, const QString& out,
                                        bool overwrite, base::Progress progress)
{
    return d->worker.ask<extract::Rescue>([this, path, passphrase = std::move(passphrase), out, overwrite,
                                           progress = std::move(progress), stop = d->stopToken()] {
        d->close();
        return extract::rescue(path, passphrase, out, overwrite, stop, progress);
    });
}

Answer<extract::Migration> Sitting::migrate()
{
    return d->changeRecord<extract::Migration>([this] { return d->held().migrate(); });
}

} // namespace desk
