// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands of a school that answers for many pupils: split, passphrases.
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/opened.h"
#include "cli/source_options.h"
#include "desk/split_run.h"

#include <QFileInfo>
#include <QJsonArray>

#include <stop_token>

#include <unistd.h>

namespace cli {

namespace {

QString about(qint64 seconds)
{
    return seconds < 90 ? tr("about %1 seconds").arg(seconds) : tr("about %1 minutes").arg((seconds + 30) / 60);
}

void tell(const desk::SplitPlan& plan)
{
    err() << tr("%1 pupils.").arg(plan.pupils);
    if (plan.already > 0)
        err() << ' ' << tr("%1 record files are made already.").arg(plan.already);
    err() << ' '
          << tr("Making the rest takes %1 on %2 cores: each passphrase is made slow to guess.")
                 .arg(about(plan.seconds))
                 .arg(plan.workers)
          << '\n';
    err().flush();
}

QStringList leftOut(const readers::ReadDocument& document)
{
    QStringList lines;
    for (const auto& row : document.notTaken)
        if (row.count > 0)
            lines << tr("%1: not taken: %2 (%3)").arg(document.document.name, row.why).arg(row.count);
    if (!document.unknown.empty())
        lines << tr("%1: fields that are not in the dictionary, kept as delivered: %2").arg(document.document.name).arg(document.unknown.size());
    for (const QString& warning : document.warnings)
        lines << document.document.name + QStringLiteral(": ") + warning;
    return lines;
}

// One line that is written over on a terminal; a line for each hundredth part in a log.
class Line {
public:
    void operator()(const base::ProgressStep& step)
    {
        const qint64 part = step.total > 0 ? step.done * 100 / step.total : 0;
        if (part == m_part && step.doing == m_doing && step.done != step.total)
            return;
        m_part = part;
        m_doing = step.doing;
        err() << (m_terminal ? "\r" : "") << step.doing << ": " << part << " %" << (m_terminal ? "\x1b[K" : "\n");
        err().flush();
    }
    void end() const
    {
        if (m_terminal && m_part >= 0)
            err() << '\n';
        err().flush();
    }

private:
    bool m_terminal = isatty(STDERR_FILENO) != 0;
    qint64 m_part = -1;
    QString m_doing;
};

} // namespace

void splitOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("out"), tr("The folder for the record files."), QStringLiteral("folder")});
    parser.addOption({QStringLiteral("passphrases-out"), tr("The encrypted list of their passphrases (passphrases.pupillist in the folder)."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("passphrase-file"), tr("Read the passphrase of the list from this file."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("passphrase-fd"), tr("Read the passphrase of the list from this open descriptor."),
                      QStringLiteral("number")});
    parser.addOption({QStringLiteral("names"), tr("Put pupils' names and birth dates into the names of the files, for everybody to see.")});
    parser.addOption({QStringLiteral("other-details"),
                      tr("Take details about other people too (contacts, brothers and sisters, carers).")});
    addSourceOptions(parser);
}

base::Result<int> runSplit(Invocation& call)
{
    if (call.positional().isEmpty() || !call.has("out"))
        return usage(tr("Name what to split, and --out for the folder."));
    const QStringList paths = call.positional();
    auto secrets = sourceSecrets(call, paths);
    if (!secrets)
        return tl::unexpected(secrets.error());
    const auto source = readers::openSource({paths.begin(), paths.end()}, desk::passwordOf(secrets->password));
    if (!source)
        return tl::unexpected(source.error());
    desk::SplitOptions options;
    options.folder = call.value("out");
    options.list = call.value("passphrases-out");
    options.names = call.has("names");
    options.otherPeopleToo = call.has("other-details");
    const QString list = options.list.isEmpty() ? QString(options.folder + QStringLiteral("/passphrases.pupillist")) : options.list;
    const bool begun = QFileInfo::exists(list);
    const auto passphrase = passphraseFrom(call, {}, begun ? tr("Passphrase of the list:") : tr("A passphrase for the list of passphrases:"), !begun);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    std::stop_source stop;
    const OnInterrupt onInterrupt([&] { stop.request_stop(); });
    Line line;
    const auto report = desk::split(*source, *passphrase, options, call.clock, tell, stop.get_token(),
                                    [&line](const base::ProgressStep& step) { line(step); });
    line.end();
    if (!report)
        return tl::unexpected(report.error());
    QStringList told;
    for (const readers::ReadDocument& document : report->documents)
        told << leftOut(document);
    if (report->unnamed > 0)
        told << tr("Pupils without a name in these files: %1. The list knows them by number or day of birth.").arg(report->unnamed);
    if (call.json) {
        printJson({{QStringLiteral("left_out"), QJsonArray::fromStringList(told)},
                   {QStringLiteral("unnamed"), report->unnamed},
                   {QStringLiteral("pupils"), report->pupils},
                   {QStringLiteral("made"), report->made},
                   {QStringLiteral("already"), report->already},
                   {QStringLiteral("list"), report->list}});
        return base::exitDone;
    }
    for (const QString& line : told)
        err() << line << '\n';
    err().flush();
    out() << tr("%1 record files made, %2 were there already.").arg(report->made).arg(report->already) << '\n'
          << tr("`pupil-record passphrases LIST` shows who is in which file and what opens it. Send each person's passphrase "
                "another way than the file, and keep the list apart from the files.")
          << '\n';
    return base::exitDone;
}

void passphrasesOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("file"), tr("Only the record file of this name."), QStringLiteral("name")});
}

base::Result<int> runPassphrases(Invocation& call)
{
    if (call.positional().size() != 1)
        return usage(tr("Name the list of passphrases."));
    const QString path = call.positional().constFirst();
    if (const auto looks = extract::looksLikeExtract(path); !looks)
        return tl::unexpected(looks.error());
    const auto passphrase = passphraseFrom(call, {}, tr("Passphrase of the list:"), false);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    const auto list = extract::PassphraseList::open(path, *passphrase, true);
    if (!list)
        return tl::unexpected(list.error());
    const auto files = list->files();
    if (!files)
        return tl::unexpected(files.error());
    QJsonArray rows;
    qint64 shown = 0;
    for (const extract::ListedFile& file : *files) {
        if (call.has("file") && file.file != call.value("file"))
            continue;
        const auto secret = list->passphraseOf(file.file);
        if (!secret)
            return tl::unexpected(secret.error());
        ++shown;
        // Shown because it was asked for: from here on the words are wherever standard output goes.
        const QString words = QString::fromUtf8(secret->data(), static_cast<qsizetype>(secret->size()));
        if (call.json)
            rows.append(QJsonObject{{QStringLiteral("file"), file.file},
                                    {QStringLiteral("name"), textOrNull(file.person.name)},
                                    {QStringLiteral("born"), dateOrNull(file.person.born)},
                                    {QStringLiteral("upn"), textOrNull(file.person.upn)},
                                    {QStringLiteral("passphrase"), words},
                                    {QStringLiteral("made"), file.made}});
        else
            out() << file.file << '\t' << file.person.name << '\t' << file.person.born.toString(Qt::ISODate) << '\t'
                  << file.person.upn << '\t' << words << (file.made ? QString() : QString(u'\t' + tr("not made yet"))) << '\n';
    }
    if (call.json)
        printJson({{QStringLiteral("files"), rows}});
    return shown == 0 ? base::exitNothingFound : base::exitDone;
}

} // namespace cli
