// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that show what the record holds: entries, values.
#include "cli/commands.h"
#include "cli/opened.h"

#include "catalogue/collections.h"
#include "reports/value_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cli {

namespace {

struct Filter {
    QString collection;
    std::optional<catalogue::AcademicYear> year;
    QString item;

    bool takes(const record::Entry& entry) const
    {
        return (collection.isEmpty() || entry.collection.compare(collection, Qt::CaseInsensitive) == 0) &&
               (!year || entry.year == year);
    }
    bool takes(const record::Value& value) const
    {
        return item.isEmpty() || value.item.compare(item, Qt::CaseInsensitive) == 0 ||
               value.name.compare(item, Qt::CaseInsensitive) == 0;
    }
};

base::Result<Filter> filterFrom(const Invocation& call)
{
    Filter filter;
    filter.collection = call.value("collection");
    if (call.has("year")) {
        filter.year = catalogue::AcademicYear::parse(call.value("year"));
        if (!filter.year)
            return usage(tr("--year wants an academic year written like 2013/14."));
    }
    return filter;
}

QJsonValue yearJson(const record::Entry& entry)
{
    return entry.year ? QJsonValue(entry.year->text()) : QJsonValue(QJsonValue::Null);
}

QString when(const record::Entry& entry)
{
    QStringList parts;
    if (entry.year)
        parts << entry.year->text();
    if (entry.term != catalogue::Term::None)
        parts << catalogue::termText(entry.term);
    if (entry.date.isValid())
        parts << entry.date.toString(Qt::ISODate);
    return parts.join(u' ');
}

} // namespace

void entriesOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("collection"), tr("Only this collection (SC, KS2 …)."), QStringLiteral("key")});
    parser.addOption({QStringLiteral("year"), tr("Only this academic year (2013/14)."), QStringLiteral("year")});
}

base::Result<int> runEntries(Invocation& call)
{
    const auto filter = filterFrom(call);
    if (!filter)
        return tl::unexpected(filter.error());
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    QJsonArray entries;
    bool found = false;
    for (const record::Entry& entry : opened->snapshot->record.entries) {
        if (!filter->takes(entry))
            continue;
        found = true;
        if (!call.json) {
            out() << entry.id.n << '\t' << catalogue::collectionName(entry.collection) << '\t' << when(entry) << '\t'
                  << tr("%1 values").arg(entry.values.size()) << '\n';
            continue;
        }
        QJsonArray witnesses;
        for (const record::Witness& witness : entry.witnesses)
            witnesses.append(QJsonObject{{QStringLiteral("document"), witness.document.n},
                                         {QStringLiteral("agrees"), witness.agrees}});
        entries.append(QJsonObject{{QStringLiteral("id"), entry.id.n},
                                   {QStringLiteral("collection"), entry.collection},
                                   {QStringLiteral("dataset"), textOrNull(entry.dataset)},
                                   {QStringLiteral("academic_year"), yearJson(entry)},
                                   {QStringLiteral("term"), textOrNull(catalogue::termWord(entry.term))},
                                   {QStringLiteral("date"), dateOrNull(entry.date)},
                                   {QStringLiteral("establishment"), textOrNull(entry.establishment)},
                                   {QStringLiteral("document"), entry.document.n},
                                   {QStringLiteral("values"), static_cast<qint64>(entry.values.size())},
                                   {QStringLiteral("witnesses"), witnesses},
                                   {QStringLiteral("written_in"), entry.writtenIn}});
    }
    if (call.json)
        printJson({{QStringLiteral("entries"), entries}});
    return found ? base::exitDone : base::exitNothingFound;
}

void valuesOptions(QCommandLineParser& parser)
{
    entriesOptions(parser);
    parser.addOption({QStringLiteral("item"), tr("Only this field, by its dictionary name or as delivered."),
                      QStringLiteral("name")});
    parser.addOption({QStringLiteral("jsonl"), tr("One JSON object a line.")});
}

base::Result<int> runValues(Invocation& call)
{
    auto filter = filterFrom(call);
    if (!filter)
        return tl::unexpected(filter.error());
    filter->item = call.value("item");
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const record::Record& record = opened->snapshot->record;
    const bool lines = call.has("jsonl");
    reports::FieldFacts facts; // a dictionary look-up costs more than all else that is written of a value
    QJsonArray values;
    bool found = false;
    for (const record::Entry& entry : record.entries) {
        if (!filter->takes(entry))
            continue;
        for (const record::Value& value : entry.values) {
            if (!filter->takes(value))
                continue;
            found = true;
            const QJsonObject json = reports::valueJson(record, entry, value, facts);
            if (lines) {
                out() << QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) << '\n';
            } else if (call.json) {
                values.append(json);
            } else {
                const QString meaning = json.value(u"meaning").toString();
                out() << value.id.n << '\t' << entry.collection << ' ' << when(entry) << '\t' << value.name << '\t'
                      << value.raw << (meaning.isEmpty() ? QString() : u" = " + meaning)
                      << (entry.writtenIn ? tr("\twritten in by me") : QString()) << '\n';
            }
        }
    }
    if (call.json && !lines)
        printJson({{QStringLiteral("values"), values}});
    return found ? base::exitDone : base::exitNothingFound;
}

} // namespace cli
