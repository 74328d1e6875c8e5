// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that need no record file: dictionary, identify.
#include "cli/commands.h"

#include "catalogue/identifiers.h"
#include "catalogue/items.h"

#include <QFile>
#include <QJsonArray>

namespace cli {

namespace {

QJsonValue yearOrNull(const std::optional<catalogue::AcademicYear>& year)
{
    return year ? QJsonValue(year->text()) : QJsonValue(QJsonValue::Null);
}

void printItem(const catalogue::Item& item)
{
    out() << item.name << "  [" << item.collection << "]\n";
    if (!item.meaning.isEmpty())
        out() << "    " << item.meaning << '\n';
    out() << "    " << (item.first ? item.first->text() : QStringLiteral("?")) << " – "
          << (item.last ? item.last->text() : QStringLiteral("…"));
    if (!item.tier.isEmpty())
        out() << tr(", tier %1").arg(item.tier);
    if (!item.identificationRisk.isEmpty())
        out() << tr(", identification risk %1 of 5").arg(item.identificationRisk);
    if (!item.sensitivity.isEmpty())
        out() << tr(", sensitivity %1").arg(item.sensitivity);
    out() << '\n';
}

QStringList numbersOf(const Invocation& call)
{
    if (call.positional() != QStringList{QStringLiteral("-")})
        return call.positional();
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(in.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

// A placeholder or an example is no number of anybody's; a wrong check letter is a wrong number; what has no rule to
// check it by is neither.
QJsonValue validJson(catalogue::Validity validity)
{
    switch (validity) {
    case catalogue::Validity::Valid:
    case catalogue::Validity::Example:
        return true;
    case catalogue::Validity::Invalid:
    case catalogue::Validity::Placeholder:
        return false;
    case catalogue::Validity::NotChecked:
        break;
    }
    return QJsonValue(QJsonValue::Null);
}

} // namespace

base::Result<int> runDictionary(Invocation& call)
{
    if (call.positional().isEmpty())
        return usage(tr("Which word?"));
    QJsonArray items;
    for (const catalogue::ItemId id : catalogue::searchItems(call.positional().join(u' '))) {
        const catalogue::Item item = catalogue::item(id);
        if (!call.json) {
            printItem(item);
        }
        items.append(QJsonObject{{QStringLiteral("item"), item.name},
                                 {QStringLiteral("alias"), textOrNull(item.oldAlias)},
                                 {QStringLiteral("collection"), textOrNull(item.collection)},
                                 {QStringLiteral("meaning"), textOrNull(item.meaning)},
                                 {QStringLiteral("first_year"), yearOrNull(item.first)},
                                 {QStringLiteral("last_year"), yearOrNull(item.last)},
                                 {QStringLiteral("tier"), textOrNull(item.tier)},
                                 {QStringLiteral("identification_risk"), textOrNull(item.identificationRisk)},
                                 {QStringLiteral("sensitivity"), textOrNull(item.sensitivity)}});
    }
    if (call.json)
        printJson({{QStringLiteral("items"), items}});
    else if (items.isEmpty())
        err() << tr("No field of the dictionary has these words.") << '\n';
    return items.isEmpty() ? base::exitNothingFound : base::exitDone;
}

base::Result<int> runIdentify(Invocation& call)
{
    const QStringList numbers = numbersOf(call);
    if (numbers.isEmpty())
        return usage(tr("Which number?"));
    QJsonArray answers;
    bool wrong = false;
    for (const QString& given : numbers) {
        const catalogue::IdentifierReading reading = catalogue::identify(given.trimmed()).front();
        wrong = wrong || reading.validity == catalogue::Validity::Invalid ||
                reading.kind == catalogue::IdentifierKind::Unknown;
        answers.append(QJsonObject{{QStringLiteral("number"), reading.number},
                                   {QStringLiteral("kind"), catalogue::identifierWord(reading.kind)},
                                   {QStringLiteral("valid"), validJson(reading.validity)},
                                   {QStringLiteral("why"), reading.why}});
        if (!call.json) {
            out() << reading.number << '\t' << catalogue::identifierWord(reading.kind) << '\t'
                  << catalogue::validityWord(reading.validity) << '\t' << reading.why << '\n';
        }
    }
    if (call.json)
        printJson({{QStringLiteral("numbers"), answers}});
    return wrong ? base::exitNothingFound : base::exitDone;
}

} // namespace cli
