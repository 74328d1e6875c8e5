// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands about paper: attach, write-in.
#include "cli/commands.h"
#include "cli/opened.h"

#include "catalogue/collections.h"
#include "catalogue/find_field.h"

#include <QFile>
#include <QJsonArray>

namespace cli {

namespace {

constexpr qint64 longestRaw = qint64{64} * 1024;
constexpr int mostSuggested = 5;

base::Result<std::optional<QString>> collectionOption(const Invocation& call)
{
    if (!call.has("collection"))
        return std::optional<QString>();
    const QString wanted = call.value("collection");
    QStringList keys;
    for (const catalogue::Collection& one : catalogue::collections()) {
        if (one.key.compare(wanted, Qt::CaseInsensitive) == 0)
            return std::optional(one.key);
        keys << one.key;
    }
    return usage(tr("--collection wants one of: %1.").arg(keys.join(QStringLiteral(", "))));
}

struct TimeOptions {
    std::optional<catalogue::AcademicYear> year;
    std::optional<catalogue::Term> term;
    std::optional<QDate> date;
    [[nodiscard]] bool any() const { return year || term || date; }
};

base::Result<TimeOptions> timeOptions(const Invocation& call)
{
    TimeOptions time;
    if (call.has("year")) {
        time.year = catalogue::AcademicYear::parse(call.value("year"));
        if (!time.year)
            return usage(tr("--year wants an academic year written like 2013/14."));
    }
    if (call.has("term")) {
        time.term = catalogue::parseTerm(call.value("term"));
        if (!time.term)
            return usage(tr("--term wants autumn, spring or summer."));
    }
    const auto date = dateOption(call, "date");
    if (!date)
        return tl::unexpected(date.error());
    time.date = *date;
    if (time.term && time.date)
        return usage(tr("Give a term or a date, not both."));
    if (time.year && time.date && catalogue::AcademicYear::of(*time.date) != *time.year)
        return usage(tr("This date does not lie in the academic year %1.").arg(time.year->text()));
    return time;
}

record::WrittenTime timeOf(const TimeOptions& asked, const record::WrittenTime& before)
{
    record::WrittenTime time = before;
    if (asked.year && asked.year != before.year) {
        time.year = asked.year;
        time.date = {}; // a day of another year
    }
    if (asked.term) {
        time.term = *asked.term;
        time.date = {};
    }
    if (asked.date) {
        time.date = *asked.date;
        time.term = catalogue::Term::None;
        time.year = catalogue::AcademicYear::of(*asked.date);
    }
    return time;
}

base::Result<std::optional<QString>> rawOption(const Invocation& call)
{
    if (call.has("raw") && call.has("raw-file"))
        return usage(tr("Give --raw or --raw-file, not both."));
    if (call.has("raw"))
        return std::optional(call.value("raw"));
    if (!call.has("raw-file"))
        return std::optional<QString>();
    QFile file(call.value("raw-file"));
    const bool open = call.value("raw-file") == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                                    : file.open(QIODevice::ReadOnly);
    const QByteArray bytes = open ? file.read(longestRaw + 1) : QByteArray();
    if (!open || bytes.size() > longestRaw)
        return usage(tr("The file with the value could not be read, or it is longer than 64 KB."));
    QString text = QString::fromUtf8(bytes);
    // The line break an editor puts at the end is no part of what the paper says.
    if (text.endsWith(u'\n'))
        text.chop(text.endsWith(QStringLiteral("\r\n")) ? 2 : 1);
    return std::optional(text);
}

base::Result<std::optional<record::DocumentId>> documentOption(const Invocation& call)
{
    if (!call.has("document"))
        return std::optional<record::DocumentId>();
    bool number = false;
    const record::DocumentId id{call.value("document").toLongLong(&number)};
    if (!number || id.n < 0)
        return usage(tr("--document wants a number as `pupil-record documents FILE` lists them; 0 for paper."));
    return std::optional(id);
}

// What a value written in says, as far as the options give it.
struct Given {
    std::optional<QString> collection;
    TimeOptions time;
    std::optional<QString> raw;
    std::optional<record::DocumentId> document;
    [[nodiscard]] bool any() const { return collection || time.any() || raw || document; }
};

base::Result<Given> givenOptions(const Invocation& call)
{
    const auto collection = collectionOption(call);
    if (!collection)
        return tl::unexpected(collection.error());
    const auto time = timeOptions(call);
    if (!time)
        return tl::unexpected(time.error());
    const auto raw = rawOption(call);
    if (!raw)
        return tl::unexpected(raw.error());
    const auto document = documentOption(call);
    if (!document)
        return tl::unexpected(document.error());
    return Given{*collection, *time, *raw, *document};
}

base::Result<record::ValueId> valueOption(const Invocation& call, const char* option)
{
    bool number = false;
    const record::ValueId id{call.value(option).toLongLong(&number)};
    if (!number)
        return usage(tr("--%1 wants the number of a value.").arg(QLatin1StringView(option)));
    return id;
}

QString itemNamed(const QString& name, const QString& collection, std::optional<catalogue::AcademicYear> year)
{
    const auto field = catalogue::fieldNamed(name, collection, year);
    return field ? catalogue::item(*field).name : QString();
}

void tellUnknownField(const QString& name, const QString& collection, std::optional<catalogue::AcademicYear> year)
{
    err() << tr("The dictionary has no field of this name there. It is kept in your own words.") << '\n';
    const auto like = catalogue::fieldsLike(name, collection, year, mostSuggested);
    for (const catalogue::ItemId id : like) {
        const catalogue::Item item = catalogue::item(id);
        err() << "  " << tr("or did you mean %1?").arg(item.name) << "  " << item.meaning << '\n';
    }
    err().flush();
}

base::Result<int> add(const Invocation& call)
{
    const auto options = givenOptions(call);
    if (!options)
        return tl::unexpected(options.error());
    const Given& given = *options;
    const QString name = call.value("item").simplified();
    if (!given.collection || !(given.time.year || given.time.date) || name.isEmpty() || !given.raw)
        return usage(tr("A value needs --collection, --year or --date, --item, and --raw or --raw-file."));

    const record::WrittenTime when = timeOf(given.time, {});
    record::Entry entry;
    entry.writtenIn = true;
    entry.collection = *given.collection;
    entry.year = when.year;
    entry.term = when.term;
    entry.date = when.date;
    entry.document = given.document.value_or(record::DocumentId{});
    record::Value value;
    value.name = name;
    value.item = itemNamed(name, entry.collection, entry.year);
    value.raw = *given.raw;
    value.where.path = call.value("place").simplified();
    entry.values = {value};

    const auto opened = openExtract(call, OpenFor::Writing);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto ids = wait(opened->sitting->writeIn({entry}));
    if (!ids)
        return tl::unexpected(ids.error());
    if (value.item.isEmpty())
        tellUnknownField(name, entry.collection, entry.year);
    if (call.json)
        printJson({{QStringLiteral("value"), ids->front().n}, {QStringLiteral("item"), textOrNull(value.item)}});
    else
        out() << tr("Written in as value %1.").arg(ids->front().n) << '\n';
    return base::exitDone;
}

base::Result<int> change(const Invocation& call)
{
    const auto id = valueOption(call, "change");
    if (!id)
        return tl::unexpected(id.error());
    const auto given = givenOptions(call);
    if (!given)
        return tl::unexpected(given.error());
    if (!given->any() && !call.has("item") && !call.has("place"))
        return usage(tr("Say what is to be different, for example with --raw."));

    const auto opened = openExtract(call, OpenFor::Writing);
    if (!opened)
        return tl::unexpected(opened.error());
    const record::Entry* entry = opened->snapshot->record.entryOf(*id);
    const record::Value* value = opened->snapshot->record.value(*id);
    if (!entry || !entry->writtenIn)
        return usage(tr("Value %1 was not written in. What was delivered stays as it is.").arg(id->n));
    record::WrittenChange wanted;
    wanted.collection = given->collection;
    wanted.raw = given->raw;
    wanted.document = given->document;
    if (call.has("place"))
        wanted.place = call.value("place").simplified();
    const record::WrittenTime when = timeOf(given->time, {entry->year, entry->term, entry->date});
    if (given->time.any())
        wanted.time = when;
    if (call.has("item")) {
        wanted.name = call.value("item").simplified();
        if (wanted.name->isEmpty())
            return usage(tr("--item wants a name."));
    }
    // Another collection calls its fields otherwise.
    if (wanted.name || wanted.collection) {
        const QString in = wanted.collection.value_or(entry->collection);
        wanted.item = itemNamed(wanted.name.value_or(value->name), in, when.year);
    }
    const auto changed = wait(opened->sitting->changeWritten(*id, wanted));
    if (!changed)
        return tl::unexpected(changed.error());
    if (call.json)
        printJson({{QStringLiteral("value"), id->n}, {QStringLiteral("changed"), true}});
    else
        out() << tr("Changed.") << '\n';
    return base::exitDone;
}

base::Result<int> remove(const Invocation& call)
{
    const auto id = valueOption(call, "remove");
    if (!id)
        return tl::unexpected(id.error());
    const auto opened = openExtract(call, OpenFor::Writing);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto removed = wait(opened->sitting->removeWritten({*id}));
    if (!removed)
        return tl::unexpected(removed.error());
    if (call.json)
        printJson({{QStringLiteral("value"), id->n}, {QStringLiteral("removed"), true}});
    else
        out() << tr("Removed.") << '\n';
    return base::exitDone;
}

} // namespace

base::Result<int> runAttach(Invocation& call)
{
    if (call.positional().size() < 2)
        return usage(tr("Name the record file and the documents to keep in it."));
    const auto opened = openExtract(call, OpenFor::Importing);
    if (!opened)
        return tl::unexpected(opened.error());
    QJsonArray documents;
    for (const QString& path : call.positional().mid(1)) {
        const auto paper = wait(opened->sitting->attachPaper(path));
        if (!paper)
            return tl::unexpected(paper.error());
        documents.append(QJsonObject{{QStringLiteral("id"), paper->id.n},
                                     {QStringLiteral("name"), paper->name},
                                     {QStringLiteral("format"), paper->format},
                                     {QStringLiteral("sha256"), QString::fromLatin1(paper->sha256.toHex())},
                                     {QStringLiteral("to_read"), true},
                                     {QStringLiteral("already_held"), paper->alreadyHeld}});
        if (!call.json) {
            out() << paper->id.n << '\t' << paper->name << '\t' << paper->format << '\t'
                  << (paper->alreadyHeld ? tr("is here already.") : tr("kept, to read.")) << '\n';
        }
    }
    if (call.json)
        printJson({{QStringLiteral("documents"), documents}});
    return base::exitDone;
}

void writeInOptions(QCommandLineParser& parser)
{
    const auto text = [&parser](const char* name, const QString& help, const char* what) {
        parser.addOption({QString::fromLatin1(name), help, QString::fromLatin1(what)});
    };
    text("collection", tr("The count, test or return it is about (SC, KS2 …)."), "key");
    text("year", tr("The academic year (2013/14)."), "year");
    text("term", tr("autumn, spring or summer."), "term");
    text("date", tr("The day, where the paper gives one (YYYY-MM-DD)."), "date");
    text("item", tr("The field: a name of the dictionary, or your own words."), "name");
    text("raw", tr("What the paper says, letter for letter."), "text");
    text("raw-file", tr("The same, read from a file; - is standard input."), "file");
    text("place", tr("Where it stands: \"page 3, line 5\"."), "text");
    text("document", tr("Number of the document it stands in; 0: on paper."), "id");
    text("change", tr("Change this value that was written in; what is not given stays."), "id");
    text("remove", tr("Remove this value that was written in."), "id");
}

base::Result<int> runWriteIn(Invocation& call)
{
    if (call.has("change") && call.has("remove"))
        return usage(tr("Give --change or --remove, not both."));
    if (call.has("remove")) {
        for (const char* other : {"collection", "year", "term", "date", "item", "raw", "raw-file", "place", "document"})
            if (call.has(other))
                return usage(tr("--remove stands alone."));
        return remove(call);
    }
    return call.has("change") ? change(call) : add(call);
}

} // namespace cli
