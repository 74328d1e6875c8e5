// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opened.h"

#include "desk/export_run.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace cli {

namespace {

constexpr qint64 longestProposal = qint64{64} * 1024;

template <typename T>
struct Word {
    const char* word;
    T meaning;
};

template <typename T, std::size_t n>
base::Result<T> oneOf(const Invocation& call, const char* option, const Word<T> (&words)[n])
{
    QStringList known;
    for (const Word<T>& word : words) {
        if (call.value(option) == QLatin1StringView(word.word))
            return word.meaning;
        known << QString::fromLatin1(word.word);
    }
    return usage(tr("--%1 wants one of: %2.").arg(QLatin1StringView(option), known.join(QStringLiteral(", "))));
}

base::Result<std::vector<record::ValueId>> valueIds(const Invocation& call, const record::Record& record)
{
    std::vector<record::ValueId> ids;
    for (const QString& text : call.values("value")) {
        bool number = false;
        const record::ValueId id{text.toLongLong(&number)};
        if (!number || !record.value(id))
            return usage(tr("There is no value %1 in this record file.").arg(text));
        ids.push_back(id);
    }
    if (ids.empty())
        return usage(tr("Which value? `pupil-record values FILE` lists them with their numbers."));
    return ids;
}

base::Result<QString> proposal(const Invocation& call)
{
    if (call.has("proposed") == call.has("proposed-file"))
        return usage(tr("Say what it should be with --proposed or --proposed-file."));
    if (call.has("proposed"))
        return call.value("proposed");
    QFile file(call.value("proposed-file"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestProposal)
        return usage(tr("The file with the proposed value could not be read."));
    return QString::fromUtf8(file.readAll()).trimmed();
}

base::Result<requests::Writer> writer(const Invocation& call, const record::Person& person)
{
    static constexpr Word<requests::Asking> words[] = {{"self", requests::Asking::Self},
                                                       {"parent", requests::Asking::Parent},
                                                       {"representative", requests::Asking::Representative}};
    const auto asking = oneOf(call, "as", words);
    if (!asking)
        return tl::unexpected(asking.error());
    requests::Writer writer;
    writer.asking = *asking;
    writer.name = call.has("writer") ? call.value("writer") : QString();
    if (writer.asking == requests::Asking::Self && writer.name.isEmpty())
        writer.name = person.name;
    if (call.has("child-age")) {
        bool number = false;
        writer.childAge = call.value("child-age").toInt(&number);
        if (!number || writer.childAge < 0)
            return usage(tr("--child-age wants a number of years."));
    }
    writer.childAgrees = call.has("child-agrees");
    writer.authority = call.value("authority");
    return writer;
}

struct Wanted {
    requests::Controller to;
    reports::LetterFormat format;
    QString path;
};

base::Result<Wanted> wanted(const Invocation& call)
{
    static constexpr Word<requests::Controller> controllers[] = {{"dfe", requests::Controller::Dfe},
                                                                 {"school", requests::Controller::School}};
    const auto to = oneOf(call, "to", controllers);
    if (!to)
        return tl::unexpected(to.error());
    const auto format = reports::letterFormat(call.value("format"));
    if (!format)
        return usage(tr("--format wants html, odt, pdf or txt."));
    if (!call.has("out"))
        return usage(tr("Say with --out where the letter should go."));
    if (!call.has("force") && QFileInfo::exists(call.value("out"))) {
        return base::fail(base::ErrorKind::WouldOverwrite, tr("There is a file of this name already."),
                          tr("Choose another name, or use --force."));
    }
    // What can be seen to fail is refused before anything is kept in the record file.
    const QFileInfo folder(QFileInfo(call.value("out")).absolutePath());
    if (!folder.isDir() || !folder.isWritable()) {
        return base::fail(base::ErrorKind::DiskOrPermission, tr("The letter cannot be written there."),
                          tr("Check that the folder is there and that you may write to it."));
    }
    for (const QString& path : call.values("evidence")) {
        const QFileInfo evidence(path);
        if (!evidence.isFile() || !evidence.isReadable()) {
            return base::fail(base::ErrorKind::InputUnreadable, tr("A file of evidence could not be read."),
                              tr("Check that it is still there and that you may open it."));
        }
    }
    return Wanted{*to, *format, call.value("out")};
}

} // namespace

void letterOptions(QCommandLineParser& parser)
{
    const auto text = [&parser](const char* name, const QString& help, const char* what) {
        parser.addOption({QString::fromLatin1(name), help, QString::fromLatin1(what)});
    };
    text("value", tr("Number of the value that is wrong; may be given several times."), "id");
    text("proposed", tr("What it should say; empty asks what it is based on."), "text");
    text("proposed-file", tr("The same, read from a file."), "file");
    text("since", tr("It changed on this date (YYYY-MM-DD); before, it was right."), "date");
    text("evidence", tr("A file that shows it; kept in the record file."), "file");
    text("to", tr("dfe or school."), "whom");
    text("as", tr("self, parent or representative."), "who");
    text("writer", tr("Name of the one who signs."), "name");
    text("child-age", tr("For a parent: the child's age."), "years");
    parser.addOption({QStringLiteral("child-agrees"), tr("For a parent: the child was asked and agrees.")});
    text("authority", tr("For a representative: what allows you to act."), "text");
    text("format", tr("html, odt, pdf or txt."), "format");
    text("out", tr("The file to write; it is not encrypted."), "file");
    parser.addOption({QStringLiteral("force"), tr("Overwrite the file.")});
}

base::Result<int> runLetter(Invocation& call)
{
    const auto target = wanted(call);
    if (!target)
        return tl::unexpected(target.error());
    const auto shouldSay = proposal(call);
    if (!shouldSay)
        return tl::unexpected(shouldSay.error());
    const auto since = dateOption(call, "since");
    if (!since)
        return tl::unexpected(since.error());
    const auto opened = openExtract(call, OpenFor::Writing);
    if (!opened)
        return tl::unexpected(opened.error());
    desk::Sitting& sitting = *opened->sitting;
    const desk::Snapshot& now = *opened->snapshot;
    const auto ids = valueIds(call, now.record);
    if (!ids)
        return tl::unexpected(ids.error());
    const auto who = writer(call, now.record.person);
    if (!who)
        return tl::unexpected(who.error());

    requests::Concern concern;
    concern.values = desk::freeze(now, *ids);
    concern.shouldSay = *shouldSay;
    concern.extent = *since ? requests::Extent::FromDate : requests::Extent::NotSure;
    concern.since = since->value_or(QDate());
    concern.made = call.clock.now();
    // Composed before anything is stored: a refusal leaves no half-made concern behind.
    const auto letter = requests::correctionLetter(desk::letterInput(now, concern, *who, target->to));
    if (!letter)
        return tl::unexpected(letter.error());
    for (const QString& path : call.values("evidence")) {
        const auto kept = wait(sitting.attach(path));
        if (!kept)
            return tl::unexpected(kept.error());
        concern.evidence.push_back(*kept);
        // A file's own name may tell where it came from.
        concern.evidenceNames << (now.atRisk ? tr("Paper %1").arg(concern.evidence.size()) : QFileInfo(path).fileName());
    }
    const auto concernId = wait(sitting.saveConcern(concern));
    if (!concernId)
        return tl::unexpected(concernId.error());
    concern.id = *concernId;
    requests::Request request;
    request.concern = *concernId;
    request.to = target->to;
    request.writer = *who;
    const auto requestId = wait(sitting.saveRequest(request));
    if (!requestId)
        return tl::unexpected(requestId.error());
    const auto complete = requests::correctionLetter(desk::letterInput(now, concern, *who, target->to));
    if (!complete)
        return tl::unexpected(complete.error());
    const auto bytes = wait(sitting.printLetter(*requestId, *complete, target->format));
    if (!bytes)
        return tl::unexpected(bytes.error());
    BASE_TRY(desk::writeWhole(target->path, *bytes,
                              call.has("force") ? desk::ExportOverwrite::Yes : desk::ExportOverwrite::No));
    if (call.json) {
        printJson({{QStringLiteral("request"), requestId->n},
                   {QStringLiteral("format"), reports::letterFormatWord(target->format)},
                   {QStringLiteral("law_seen"), textOrNull(complete->lawSeen)},
                   {QStringLiteral("unsure"), QJsonArray::fromStringList(complete->unsure)}});
        return base::exitDone;
    }
    for (const QString& advice : requests::sendingAdvice(*complete))
        out() << advice << '\n';
    return base::exitDone;
}

} // namespace cli
