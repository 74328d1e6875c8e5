// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// support-copy: what a person can send when a file cannot be read.
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/opened.h"
#include "cli/source_options.h"
#include "desk/export_run.h"
#include "desk/record_source.h"
#include "desk/support_record.h"
#include "readers/support_copy.h"

#include <stop_token>

namespace cli {

namespace {

base::Result<QString> ofRecord(const Invocation& call)
{
    auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    return desk::supportCopyOf(opened->snapshot->record);
}

base::Result<QString> ofSources(const Invocation& call)
{
    const QStringList paths = call.positional();
    const auto secrets = sourceSecrets(call, paths);
    if (!secrets)
        return tl::unexpected(secrets.error());
    std::stop_source stop;
    const OnInterrupt onInterrupt([&] { stop.request_stop(); });
    return readers::supportCopy({paths.begin(), paths.end()}, desk::passwordOf(secrets->password),
                                stop.get_token());
}

} // namespace

void supportCopyOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("out"), tr("Write it to this file instead of printing it."), QStringLiteral("file")});
    parser.addOption({QStringLiteral("force"), tr("Overwrite a file that is there already.")});
    addSourceOptions(parser);
}

base::Result<int> runSupportCopy(Invocation& call)
{
    if (call.positional().isEmpty())
        return usage(tr("Which file or files?"));
    const bool record = call.positional().size() == 1 && desk::isRecordFile(call.positional().constFirst());
    const auto text = record ? ofRecord(call) : ofSources(call);
    if (!text)
        return tl::unexpected(text.error());
    if (call.has("out"))
        BASE_TRY(desk::writeWhole(call.value("out"), text->toUtf8(),
                                  call.has("force") ? desk::ExportOverwrite::Yes : desk::ExportOverwrite::No));
    if (call.json)
        printJson({{QStringLiteral("text"), *text}});
    else if (!call.has("out"))
        out() << *text;
    return base::exitDone;
}

} // namespace cli
