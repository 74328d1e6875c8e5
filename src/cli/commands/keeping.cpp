// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that keep a record file safe: backup, restore, recover, rescue, migrate.
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/opened.h"
#include "desk/export_run.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cli {

namespace {

QString fileName(const QString& path)
{
    return QFileInfo(path).fileName();
}

// One argument that the sitting is to open or make itself: `openExtract` cannot, for the file may be missing.
base::Result<QString> onlyFile(const Invocation& call)
{
    if (call.positional().size() != 1)
        return usage(tr("Name one record file and nothing else beside it."));
    return call.positional().constFirst();
}

// Names beside the file are told by `--list` and by any look into the folder; at-risk mode does not add to it.
QJsonObject backupJson(const extract::Backup& backup, bool atRisk = false)
{
    return {{QStringLiteral("file"), textOrNull(atRisk ? QString() : backup.path)},
            {QStringLiteral("made"), textOrNull(backup.made.toString(Qt::ISODate))},
            {QStringLiteral("size"), backup.size}};
}

base::Result<int> listBackups(const Invocation& call, const QString& path)
{
    QJsonArray list;
    for (const extract::Backup& backup : extract::backupsBeside(path)) {
        list.append(backupJson(backup));
        if (!call.json)
            out() << backup.made.toString(Qt::ISODate) << '\t' << backup.size << '\t' << fileName(backup.path) << '\n';
    }
    if (call.json)
        printJson({{QStringLiteral("backups"), list}});
    else if (list.isEmpty())
        err() << tr("There is no backup beside this file.") << '\n';
    return list.isEmpty() ? base::exitNothingFound : base::exitDone;
}

base::Result<int> writeSheet(Invocation& call)
{
    const auto format = reports::letterFormat(call.has("format") ? call.value("format") : QStringLiteral("html"));
    if (!format)
        return usage(tr("--format wants html, odt, pdf or txt."));
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto bytes = wait(opened->sitting->recoverySheet(*format));
    if (!bytes)
        return tl::unexpected(bytes.error());
    BASE_TRY(desk::writeWhole(call.value("sheet"), *bytes,
                              call.has("force") ? desk::ExportOverwrite::Yes : desk::ExportOverwrite::No));
    err() << tr("This page is a secret and is not encrypted: whoever reads it can open the record file. Print it, put it "
                "away, and remove the file. A new passphrase makes it void.")
          << '\n';
    err().flush();
    if (call.json)
        printJson({{QStringLiteral("sheet"), true}});
    else
        out() << tr("The recovery sheet is written.") << '\n';
    return base::exitDone;
}

QJsonArray lostJson(const std::vector<extract::RescueLoss>& lost)
{
    QJsonArray list;
    for (const extract::RescueLoss& loss : lost)
        list.append(QJsonObject{{QStringLiteral("what"), loss.what}, {QStringLiteral("where"), textOrNull(loss.where)}});
    return list;
}

} // namespace

void backupOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("list"), tr("Only list the backups; needs no passphrase.")});
    parser.addOption({QStringLiteral("out"), tr("Save the copy here instead: same passphrase, byte for byte."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("force"), tr("Overwrite the file.")});
}

base::Result<int> runBackup(Invocation& call)
{
    const auto path = onlyFile(call);
    if (!path)
        return tl::unexpected(path.error());
    if (call.has("list"))
        return listBackups(call, *path);
    // A copy to somewhere else can be made of a medium that cannot be written.
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    if (call.has("out")) {
        if (const auto saved = wait(opened->sitting->saveCopy(call.value("out"), call.has("force"))); !saved)
            return tl::unexpected(saved.error());
        if (call.json)
            printJson({{QStringLiteral("file"), textOrNull(opened->snapshot->atRisk ? QString() : call.value("out"))}});
        else
            out() << tr("Saved. The copy opens with the same passphrase; a later change of it does not reach the copy.")
                  << '\n';
        return base::exitDone;
    }
    const auto made = wait(opened->sitting->backUp());
    if (!made)
        return tl::unexpected(made.error());
    if (call.json)
        printJson({{QStringLiteral("backup"), backupJson(*made, opened->snapshot->atRisk)}});
    else if (opened->snapshot->atRisk)
        out() << tr("Backed up beside the record file.") << '\n';
    else
        out() << tr("Backed up as %1.").arg(fileName(made->path)) << '\n';
    return base::exitDone;
}

void restoreOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("backup"), tr("Restore from this file instead of the newest backup that opens."),
                      QStringLiteral("file")});
}

base::Result<int> runRestore(Invocation& call)
{
    const auto path = onlyFile(call);
    if (!path)
        return tl::unexpected(path.error());
    auto passphrase = passphraseFrom(call, {}, tr("Passphrase of the backup:"), false);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    desk::Sitting sitting(call.clock);
    const auto restored = wait(sitting.restore(*path, call.value("backup"), std::move(*passphrase)));
    if (!restored)
        return tl::unexpected(restored.error());
    const extract::Restored& done = restored->restored;
    const bool atRisk = restored->snapshot->atRisk;
    if (call.json) {
        printJson({{QStringLiteral("from"), backupJson(done.from, atRisk)},
                   {QStringLiteral("kept_aside"), textOrNull(atRisk ? QString() : done.keptAside)},
                   {QStringLiteral("documents"), static_cast<qint64>(restored->snapshot->record.documents.size())}});
        return base::exitDone;
    }
    if (atRisk) {
        out() << tr("Restored from a backup. What was there is kept beside it.") << '\n';
        return base::exitDone;
    }
    out() << tr("Restored from %1.").arg(fileName(done.from.path)) << '\n';
    if (!done.keptAside.isEmpty())
        out() << tr("The file that was there is kept as %1.").arg(fileName(done.keptAside)) << '\n';
    return base::exitDone;
}

void recoverOptions(QCommandLineParser& parser)
{
    const auto text = [&parser](const char* name, const QString& help, const char* what) {
        parser.addOption({QString::fromLatin1(name), help, QString::fromLatin1(what)});
    };
    text("words-file", tr("Read the 24 words from this file."), "file");
    text("words-fd", tr("Read the 24 words from this open descriptor."), "number");
    text("new-passphrase-file", tr("Read the new passphrase from this file."), "file");
    text("new-passphrase-fd", tr("Read the new passphrase from this open descriptor."), "number");
    text("sheet", tr("Write a recovery sheet here instead; it asks for the passphrase."), "file");
    text("format", tr("Of the sheet: html (if nothing is said), odt, pdf or txt."), "format");
    parser.addOption({QStringLiteral("force"), tr("Overwrite the sheet.")});
}

base::Result<int> runRecover(Invocation& call)
{
    const auto path = onlyFile(call);
    if (!path)
        return tl::unexpected(path.error());
    if (call.has("sheet"))
        return writeSheet(call);
    if (const auto looks = extract::looksLikeExtract(*path); !looks)
        return tl::unexpected(looks.error());
    auto words = secretFrom(call, QStringLiteral("words"), tr("The 24 words of the recovery sheet:"), false);
    if (!words)
        return tl::unexpected(words.error());
    BASE_TRY(extract::checkRecoveryWords(*words));
    auto next = passphraseFrom(call, QStringLiteral("new-"), tr("A new passphrase:"), true);
    if (!next)
        return tl::unexpected(next.error());
    desk::Sitting sitting(call.clock);
    const auto recovered = wait(sitting.recover(*path, std::move(*words), std::move(*next)));
    if (!recovered)
        return tl::unexpected(recovered.error());
    if (call.json)
        printJson({{QStringLiteral("recovered"), true}});
    else
        out() << tr("The file opens with the new passphrase. The words open nothing any more: destroy the sheet.") << '\n';
    return base::exitDone;
}

void rescueOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("out"), tr("The new record file; it gets the same passphrase."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("force"), tr("Overwrite a file that is there already.")});
}

base::Result<int> runRescue(Invocation& call)
{
    const auto path = onlyFile(call);
    if (!path)
        return tl::unexpected(path.error());
    if (!call.has("out"))
        return usage(tr("Say with --out where the rescued record should go."));
    auto passphrase = passphraseFrom(call, {}, tr("Passphrase:"), false);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    desk::Sitting sitting(call.clock);
    const OnInterrupt onInterrupt([&] { sitting.stop(); });
    const auto rescued = wait(sitting.rescue(*path, std::move(*passphrase), call.value("out"), call.has("force")));
    if (!rescued)
        return tl::unexpected(rescued.error());
    if (call.json) {
        printJson({{QStringLiteral("pages"), rescued->pages},
                   {QStringLiteral("broken_pages"), rescued->brokenPages},
                   {QStringLiteral("documents"), rescued->documents},
                   {QStringLiteral("entries"), rescued->entries},
                   {QStringLiteral("values"), rescued->values},
                   {QStringLiteral("header_from_backup"), rescued->headerFromBackup},
                   {QStringLiteral("lost"), lostJson(rescued->lost)}});
    } else {
        out() << tr("%1 of %2 pages are damaged. Saved: %3 documents, %4 entries, %5 values.")
                     .arg(rescued->brokenPages)
                     .arg(rescued->pages)
                     .arg(rescued->documents)
                     .arg(rescued->entries)
                     .arg(rescued->values)
              << '\n';
        for (const extract::RescueLoss& loss : rescued->lost)
            out() << tr("Lost: %1").arg(loss.what) << (loss.where.isEmpty() ? QString() : u" (" + loss.where + u')') << '\n';
    }
    return rescued->lost.empty() ? base::exitDone : base::exitNothingFound;
}

base::Result<int> runMigrate(Invocation& call)
{
    const auto opened = openExtract(call, OpenFor::Noting);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto done = wait(opened->sitting->migrate());
    if (!done)
        return tl::unexpected(done.error());
    if (call.json)
        printJson({{QStringLiteral("from"), done->from},
                   {QStringLiteral("to"), done->to},
                   {QStringLiteral("kept_aside"), textOrNull(opened->snapshot->atRisk ? QString() : done->keptAside)}});
    else if (done->from == done->to)
        out() << tr("This record file has the newest format. Nothing was changed.") << '\n';
    else if (opened->snapshot->atRisk)
        out() << tr("The record file has the newest format now. The old one is kept beside it.") << '\n';
    else
        out() << tr("The record file has the newest format now. The old one is kept as %1.").arg(fileName(done->keptAside))
              << '\n';
    return base::exitDone;
}

} // namespace cli
