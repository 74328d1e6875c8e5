// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that give a record away or take it, or a part of it, out of the world: withdraw, handover, dispose.
#include "cli/commands.h"
#include "base/masked_text.h"
#include "cli/opened.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cmath>

namespace cli {

namespace {

base::Result<extract::HandOverChoice> choice(const Invocation& call)
{
    extract::HandOverChoice chosen;
    QStringList known;
    for (const extract::HandOverPart& part : extract::handOverParts())
        known << QString::fromLatin1(part.word);
    for (const QString& list : call.values("with")) {
        for (const QString& word : list.split(u',', Qt::SkipEmptyParts)) {
            bool found = false;
            for (const extract::HandOverPart& part : extract::handOverParts()) {
                if (word == QLatin1StringView(part.word)) {
                    chosen.*part.chosen = true;
                    found = true;
                }
            }
            if (!found)
                return usage(tr("--with wants some of: %1.").arg(known.join(QStringLiteral(", "))));
        }
    }
    return chosen;
}

void offerPassphrase()
{
    QString offered = extract::offeredPassphrase();
    err() << tr("Six words drawn for this copy, if you like them (about %1 bits): %2")
                 .arg(static_cast<int>(std::lround(extract::passphraseBits(offered))))
                 .arg(offered)
          << '\n';
    err().flush();
    extract::wipe(offered);
}

} // namespace

void withdrawOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("document"), tr("Number of the document to take out; may be given several times."),
                      QStringLiteral("id")});
    parser.addOption({QStringLiteral("why"), tr("The reason, as it will stand in the log."), QStringLiteral("text")});
}

base::Result<int> runWithdraw(Invocation& call)
{
    std::vector<record::DocumentId> documents;
    for (const QString& text : call.values("document")) {
        bool number = false;
        const record::DocumentId id{text.toLongLong(&number)};
        if (!number)
            return usage(tr("--document wants a number. `pupil-record documents FILE` lists them."));
        documents.push_back(id);
    }
    if (documents.empty())
        return usage(tr("Which document? `pupil-record documents FILE` lists them with their numbers."));
    const auto opened = openExtract(call, OpenFor::Writing);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto done = wait(opened->sitting->withdraw(documents, call.value("why")));
    if (!done)
        return tl::unexpected(done.error());
    if (call.json) {
        printJson({{QStringLiteral("documents"), done->documents},
                   {QStringLiteral("entries_removed"), done->entriesRemoved},
                   {QStringLiteral("entries_passed_on"), done->entriesPassedOn},
                   {QStringLiteral("backups_replaced"), done->backupsReplaced},
                   {QStringLiteral("backups_removed"), done->backupsRemoved},
                   {QStringLiteral("kept_aside"), QJsonArray::fromStringList(done->keptAside)}});
        return base::exitDone;
    }
    out() << tr("Taken out, also of the backups beside the file. Documents: %1. Entries: %2.")
                 .arg(done->documents)
                 .arg(done->entriesRemoved)
          << '\n';
    if (done->entriesPassedOn > 0)
        out() << tr("Entries that stay, because another document says the same: %1.").arg(done->entriesPassedOn) << '\n';
    for (const QString& kept : done->keptAside)
        out() << tr("This file was put aside earlier and may still hold it: %1").arg(kept) << '\n';
    out() << tr("Copies you made elsewhere still hold it.") << '\n';
    return base::exitDone;
}

void handOverOptions(QCommandLineParser& parser)
{
    const auto text = [&parser](const char* name, const QString& help, const char* what) {
        parser.addOption({QString::fromLatin1(name), help, QString::fromLatin1(what)});
    };
    text("out", tr("The copy to make."), "file");
    text("new-passphrase-file", tr("Read the passphrase of the copy from this file."), "file");
    text("new-passphrase-fd", tr("Read the passphrase of the copy from this open descriptor."), "number");
    text("with", tr("What goes along beside documents and entries: typed-in, decisions, put-right, evidence, log; "
                    "several with commas."),
         "parts");
    parser.addOption({QStringLiteral("force"), tr("Overwrite a file that is there already.")});
}

base::Result<int> runHandOver(Invocation& call)
{
    if (!call.has("out"))
        return usage(tr("Say with --out where the copy should go."));
    const auto with = choice(call);
    if (!with)
        return tl::unexpected(with.error());
    if (!call.has("force") && QFileInfo::exists(call.value("out"))) {
        return base::fail(base::ErrorKind::WouldOverwrite, tr("There is a file of this name already."),
                          tr("Choose another name, or use --force."));
    }
    const auto opened = openExtract(call, OpenFor::Noting);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!call.has("new-passphrase-file") && !call.has("new-passphrase-fd"))
        offerPassphrase();
    auto passphrase = passphraseFrom(call, QStringLiteral("new-"), tr("A passphrase for the copy:"), true);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    const auto done =
        wait(opened->sitting->handOver(call.value("out"), std::move(*passphrase), *with, call.has("force")));
    if (!done)
        return tl::unexpected(done.error());
    QJsonArray words;
    for (const extract::HandOverPart& part : extract::handOverParts())
        if (*with.*part.chosen)
            words.append(QLatin1StringView(part.word));
    if (call.json) {
        printJson({{QStringLiteral("file"), opened->snapshot->atRisk ? QJsonValue() : QJsonValue(call.value("out"))},
                   {QStringLiteral("with"), words}});
        return base::exitDone;
    }
    out() << tr("The copy is made. Tell its passphrase on another way than the copy itself: by telephone, or on paper.")
          << '\n';
    if (opened->snapshot->atRisk)
        out() << tr("The copy holds the documents whole, addresses and schools too. It opens with them hidden, but whoever "
                    "has its passphrase can show them.")
              << '\n';
    return base::exitDone;
}

void disposeOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("force"), tr("Really remove the files. Without it they are only listed.")});
}

base::Result<int> runDispose(Invocation& call)
{
    if (call.positional().size() != 1)
        return usage(tr("Name one record file and nothing else beside it."));
    const QString path = call.positional().constFirst();
    // Somebody who has forgotten the passphrase may still throw the file away; one that is given must fit.
    bool atRisk = false;
    if (call.has("passphrase-file") || call.has("passphrase-fd")) {
        const auto opened = openExtract(call);
        if (!opened)
            return tl::unexpected(opened.error());
        atRisk = opened->snapshot->atRisk;
    }
    QJsonArray names;
    const std::vector<QString> files = extract::filesToDispose(path);
    for (const QString& file : files)
        names.append(QFileInfo(file).fileName());
    if (!call.has("force") && !files.empty()) {
        if (!call.json && !atRisk)
            for (const auto& name : names)
                out() << name.toString() << '\n';
        return base::fail(base::ErrorKind::ChoiceNeeded, tr("Nothing was removed yet. Files that would be: %1.").arg(files.size()),
                          tr("Use --force if you are sure. Nobody can bring them back."));
    }
    desk::Sitting sitting(call.clock);
    auto done = wait(sitting.dispose(path));
    if (!done)
        return tl::unexpected(done.error());
    if (atRisk)
        for (QString& left : done->left)
            left = base::maskedWhole();
    if (call.json) {
        printJson({{QStringLiteral("removed"), done->removed},
                   {QStringLiteral("left"), QJsonArray::fromStringList(done->left)},
                   {QStringLiteral("beyond"), QJsonArray::fromStringList(done->beyond)}});
    } else {
        out() << tr("Removed files: %1.").arg(done->removed) << '\n';
        for (const QString& left : done->left)
            out() << tr("This file could not be removed: %1").arg(left) << '\n';
        out() << tr("What no program can reach:") << '\n';
        for (const QString& sentence : done->beyond)
            out() << "- " << sentence << '\n';
    }
    return done->left.isEmpty() ? base::exitDone : base::exitStatus(base::ErrorKind::DiskOrPermission).status;
}

} // namespace cli
