// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "cli/interrupt.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <new>

namespace cli {

namespace {

QTextStream& stream(FILE* file)
{
    static QTextStream out(stdout);
    static QTextStream err(stderr);
    return file == stdout ? out : err;
}

const Command* find(const QString& name)
{
    for (const Command& command : commands())
        if (name == QLatin1StringView(command.name))
            return &command;
    return nullptr;
}

void printHelp()
{
    out() << tr("Usage: pupil-record COMMAND …\n\nOpens, reads, checks and corrects a record file (*.pupilrecord) on "
                "this computer. Nothing is sent anywhere.\n\n");
    for (const Command& command : commands()) {
        out() << "  " << QLatin1StringView(command.name).toString().leftJustified(12) << tr(command.summary) << '\n';
    }
    out() << tr("\n`pupil-record COMMAND --help` explains a command. Every command takes --json.\n"
                "Exit statuses: 0 done · 1 nothing found, or findings exist · 2 usage, or would overwrite · 3 wrong "
                "passphrase ·\n4 not a record file · 5 damaged · 6 in use elsewhere · 7 input not readable · 8 disk or "
                "permission ·\n9 a choice is needed · 10 made by a newer version · 11 not enough memory · 12 read-only "
                "· 130 stopped\n");
    out().flush();
}

QString helpText(const Command& command, QCommandLineParser& parser)
{
    QString text = parser.helpText();
    const qsizetype end = text.indexOf(u'\n');
    return tr("Usage: pupil-record %1 %2 [options]\n%3")
        .arg(QLatin1StringView(command.name), QString::fromUtf8(command.arguments),
             text.mid(end));
}

base::Result<int> runCommand(const Command& command, const QStringList& arguments, Invocation& call)
{
    QCommandLineParser& parser = call.parser;
    parser.setApplicationDescription(tr(command.summary));
    parser.addOption({QStringLiteral("json"), tr("Print one JSON document.")});
    parser.addOption({QStringLiteral("today"), tr("Take this as today's date (YYYY-MM-DD)."), QStringLiteral("date")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help.")});
    if (command.opensExtract) {
        parser.addOption({QStringLiteral("passphrase-file"), tr("Read the passphrase from this file."),
                          QStringLiteral("file")});
        parser.addOption({QStringLiteral("passphrase-fd"), tr("Read the passphrase from this open descriptor."),
                          QStringLiteral("number")});
    }
    if (command.addOptions)
        command.addOptions(parser);
    const bool parsed = parser.parse(arguments);
    call.json = arguments.contains(QStringLiteral("--json"));
    if (!parsed)
        return usage(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        out() << helpText(command, parser);
        out().flush();
        return base::exitDone;
    }
    const auto today = dateOption(call, "today");
    if (!today)
        return tl::unexpected(today.error());
    if (const std::optional<QDate>& day = *today; day)
        call.clock = base::Clock(*day);
    // Locked memory for secrets is scarce on some computers.
    try {
        return command.run(call);
    } catch (const std::bad_alloc&) {
        return base::fail(base::ErrorKind::NotEnoughMemory, tr("There is not enough memory for this."),
                          tr("Close other programs and try again."));
    }
}

} // namespace

QTextStream& out()
{
    return stream(stdout);
}

QTextStream& err()
{
    return stream(stderr);
}

void printJson(QJsonObject document)
{
    document.insert(QStringLiteral("schema"), 1);
    out() << QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact)) << '\n';
    out().flush();
}

void printError(const base::Error& error, bool json)
{
    const base::ExitStatus& status = base::exitStatus(error.kind);
    err() << error.message;
    if (!error.where.isEmpty())
        err() << " (" << error.where << ')';
    err() << '\n';
    if (!error.next.isEmpty())
        err() << error.next << '\n';
    err().flush();
    if (!json)
        return;
    printJson({{QStringLiteral("error"),
                QJsonObject{{QStringLiteral("code"), status.status},
                            {QStringLiteral("kind"), QLatin1StringView(status.word)},
                            {QStringLiteral("message"), error.message},
                            {QStringLiteral("next"), textOrNull(error.next)},
                            {QStringLiteral("where"), textOrNull(error.where)}}}});
}

tl::unexpected<base::Error> usage(const QString& message)
{
    return base::fail(base::ErrorKind::Usage, message, tr("`pupil-record COMMAND --help` shows how it is written."));
}

base::Result<std::optional<QDate>> dateOption(const Invocation& call, const char* option)
{
    if (!call.has(option))
        return std::optional<QDate>();
    const QDate date = QDate::fromString(call.value(option), Qt::ISODate);
    static const QRegularExpression shaped(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
    if (!date.isValid() && shaped.match(call.value(option)).hasMatch())
        return usage(tr("--%1: there is no such day.").arg(QLatin1StringView(option)));
    if (!date.isValid())
        return usage(tr("--%1 wants a date written like 2009-05-31.").arg(QLatin1StringView(option)));
    return std::optional<QDate>(date);
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue dateOrNull(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

int run(const QStringList& arguments)
{
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == u"--help" || name == u"-h" || name == u"help") {
        printHelp();
        return name.isEmpty() ? base::exitStatus(base::ErrorKind::Usage).status : base::exitDone;
    }
    const Command* command = find(name);
    if (!command) {
        printError(usage(tr("There is no command \"%1\".").arg(name)).value(),
                   arguments.contains(QStringLiteral("--json")));
        return base::exitStatus(base::ErrorKind::Usage).status;
    }
    QStringList rest = arguments;
    rest.removeAt(1);
    Invocation call;
    const base::Result<int> result = runCommand(*command, rest, call);
    out().flush();
    if (result)
        return *result;
    printError(result.error(), call.json);
    return base::exitStatus(result.error().kind).status;
}

} // namespace cli
