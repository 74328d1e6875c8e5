// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that make a record file or change its lock: new, demo, passphrase, verify.
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/opened.h"
#include "cli/person_option.h"
#include "desk/export_run.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cli {

void newOptions(QCommandLineParser& parser)
{
    addPersonOptions(parser);
    parser.addOption({QStringLiteral("force"), tr("Overwrite a file that is there already.")});
}

base::Result<int> runNew(Invocation& call)
{
    if (call.positional().size() != 1)
        return usage(tr("Name one record file to make."));
    auto person = personFrom(call);
    if (!person)
        return tl::unexpected(person.error());
    if (person->name.isEmpty() || !person->born.isValid())
        return usage(tr("A record file needs the person's name and date of birth."));
    const QString path = call.positional().constFirst();
    if (!call.has("force") && QFileInfo::exists(path)) {
        return base::fail(base::ErrorKind::WouldOverwrite, tr("There is a file of this name already."),
                          tr("Choose another name, or use --force."));
    }
    auto passphrase = passphraseFrom(call, {}, tr("A passphrase for the new file:"), true);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    desk::Sitting sitting(call.clock);
    const auto made = wait(sitting.create(path, std::move(*passphrase), {*person, call.has("force")}));
    if (!made)
        return tl::unexpected(made.error());
    const int earlier = (*made)->earlierBackups;
    if (earlier > 0) {
        err() << tr("Backups of a file that had this name before are put aside (%1): their names hold \"earlier\" now.")
                     .arg(earlier)
              << '\n';
        err().flush();
    }
    if (call.json)
        printJson({{QStringLiteral("made"), true}, {QStringLiteral("earlier_backups"), earlier}});
    else
        out() << tr("Made. Keep the passphrase safe: without it nobody can open the file again.") << '\n';
    return base::exitDone;
}

void demoOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("force"), tr("Overwrite a demonstration file that is there already.")});
}

base::Result<int> runDemo(Invocation& call)
{
    if (call.positional().size() != 1)
        return usage(tr("Name the folder for the demonstration file."));
    const auto made = desk::makeDemo(call.positional().constFirst(), call.clock, call.has("force"));
    if (!made)
        return tl::unexpected(made.error());
    if (call.json) {
        printJson({{QStringLiteral("file"), *made}, {QStringLiteral("passphrase"), desk::demoPassphrase()}});
    } else {
        out() << tr("Made %1. The child, the schools and every number in it are invented.\nPassphrase: %2")
                     .arg(*made, desk::demoPassphrase())
              << '\n';
    }
    return base::exitDone;
}

void passphraseOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("new-passphrase-file"), tr("Read the new passphrase from this file."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("new-passphrase-fd"), tr("Read the new passphrase from this open descriptor."),
                      QStringLiteral("number")});
}

base::Result<int> runPassphrase(Invocation& call)
{
    auto opened = openExtract(call, OpenFor::Writing);
    if (!opened)
        return tl::unexpected(opened.error());
    auto next = passphraseFrom(call, QStringLiteral("new-"), tr("The new passphrase:"), true);
    if (!next)
        return tl::unexpected(next.error());
    if (const auto changed = wait(opened->sitting->changePassphrase(std::move(*next))); !changed)
        return tl::unexpected(changed.error());
    if (call.json)
        printJson({{QStringLiteral("changed"), true}});
    else
        out() << tr("The passphrase is changed, also of the backups beside the file. Copies you made elsewhere keep "
                    "the old one.")
              << '\n';
    return base::exitDone;
}

base::Result<int> runVerify(Invocation& call)
{
    auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const OnInterrupt onInterrupt([&] { opened->sitting->stop(); });
    const auto report = wait(opened->sitting->verify());
    if (!report)
        return tl::unexpected(report.error());
    if (call.json) {
        QJsonArray problems;
        for (const extract::Problem& problem : report->problems)
            problems.append(QJsonObject{{QStringLiteral("what"), problem.what},
                                        {QStringLiteral("where"), textOrNull(problem.where)}});
        printJson({{QStringLiteral("ok"), report->problems.empty()}, {QStringLiteral("problems"), problems}});
    } else {
        for (const extract::Problem& problem : report->problems)
            out() << problem.what << (problem.where.isEmpty() ? QString() : u" (" + problem.where + u')') << '\n';
        if (report->problems.empty()) {
            out() << tr("Sound: %1 documents, %2 entries, %3 values.")
                         .arg(report->documents)
                         .arg(report->entries)
                         .arg(report->values)
                  << '\n';
        }
    }
    return report->problems.empty() ? base::exitDone : base::exitNothingFound;
}

void exportOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("format"), tr("csv or json."), QStringLiteral("format")});
    parser.addOption({QStringLiteral("out"), tr("The folder to write to."), QStringLiteral("folder")});
    parser.addOption({QStringLiteral("force"), tr("Overwrite files of the same names.")});
}

base::Result<int> runExport(Invocation& call)
{
    if (!call.has("format") || !call.has("out"))
        return usage(tr("Say --format csv or json, and --out for the folder."));
    auto opened = openExtract(call, OpenFor::Noting);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto written =
        wait(opened->sitting->exportTo(call.value("out"), call.value("format"),
                                       call.has("force") ? desk::ExportOverwrite::Yes : desk::ExportOverwrite::No));
    if (!written)
        return tl::unexpected(written.error());
    err() << tr("These files are not encrypted: anyone who can open them can read them.") << '\n';
    err().flush();
    if (call.json)
        printJson({{QStringLiteral("files"), *written}});
    else
        out() << QCoreApplication::translate("cli", "%n file(s) written.", nullptr, static_cast<int>(*written)) << '\n';
    return base::exitDone;
}

} // namespace cli
