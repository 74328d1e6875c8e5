// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/code_sets.h"

#include "catalogue/alias_lookup.h"
#include "catalogue/allowed_codes.h"
#include "catalogue/convert.h"
#include "catalogue/scales.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace catalogue {

namespace {

// The published tables end between 2017/18 and 2020/21 though the collections went on. A row printed up to then is
// read for later years too; one that ended before is not.
constexpr int tablesEnd = 2017;

std::span<const table::CodeRow> rowsOf(const QByteArray& set)
{
    struct BySet {
        bool operator()(const table::CodeRow& row, const QByteArray& s) const
        {
            return std::strcmp(table::text(row.set), s.constData()) < 0;
        }
        bool operator()(const QByteArray& s, const table::CodeRow& row) const
        {
            return std::strcmp(s.constData(), table::text(row.set)) < 0;
        }
    };
    if (set.isEmpty())
        return {};
    const auto [from, to] = std::equal_range(table::codes.begin(), table::codes.end(), set, BySet());
    return {from, to};
}

bool isValidIn(const table::CodeRow& row, std::optional<AcademicYear> year)
{
    return !year || ((row.first == 0 || year->start >= row.first) && (row.last == 0 || year->start <= row.last));
}

Meaning unknown(std::optional<AcademicYear> year)
{
    Meaning meaning;
    meaning.known = false;
    meaning.text = year ? QCoreApplication::translate("catalogue", "meaning not known for %1").arg(year->text())
                        : QCoreApplication::translate("catalogue", "meaning not known");
    return meaning;
}

struct SetAnswer {
    bool holdsCode = false; // in some year
    std::optional<Meaning> meaning;
};

SetAnswer askSet(const QString& set, std::optional<AcademicYear> year, QStringView raw)
{
    SetAnswer answer;
    const QByteArray wanted = raw.toUtf8();
    const QByteArray key = set.toUtf8();
    const auto rows = rowsOf(key);
    for (const bool exact : {true, false}) { // "Wa" is not "WA" where a set has both
        for (const table::CodeRow& row : rows) {
            const char* code = table::text(row.code);
            if (exact ? wanted != code : qstricmp(wanted.constData(), code) != 0)
                continue;
            answer.holdsCode = true;
            if (!isValidIn(row, year))
                continue;
            answer.meaning = Meaning{.text = table::string(row.label),
                                     .source = table::string(row.source),
                                     .certainty = table::certainty(row.certainty),
                                     .codeSet = set,
                                     .known = true,
                                     .answer = static_cast<Answer>(row.answer)};
            return answer;
        }
        if (answer.holdsCode)
            return answer;
    }
    return answer;
}

bool isNumber(QStringView raw)
{
    bool ok = false;
    static_cast<void>(raw.toDouble(&ok));
    return ok;
}

bool isDate(QStringView raw)
{
    const QString text = raw.first(std::min<qsizetype>(10, raw.size())).toString();
    return QDate::fromString(text, Qt::ISODate).isValid() || QDate::fromString(text, u"dd/MM/yyyy"_s).isValid()
           || QDate::fromString(text, u"yyyyMMdd"_s).isValid();
}

enum class Nature { Coded, Number, Plain };

Nature natureOf(const Item& item)
{
    const QString type = item.dataType.toLower();
    if (type == u"categorical" || type == u"dichotomous")
        return Nature::Coded;
    for (const QStringView number : {u"continuous", u"int", u"smallint", u"bigint", u"float", u"decimal", u"num"}) {
        if (type.startsWith(number))
            return Nature::Number;
    }
    return Nature::Plain;
}

bool isReadFor(const table::ItemRow& row, std::optional<AcademicYear> year)
{
    return !year || isPrintedFor(row, *year) || (row.last >= tablesEnd && year->start > row.last);
}

// The dictionary prints one field in several rows, for several stretches of years or by several publications.
std::vector<int> rowsOfSameField(const Item& item)
{
    std::vector<int> rows;
    if (item.id.n < 0 || item.id.n >= itemCount())
        return rows;
    rows.push_back(item.id.n);
    const QByteArray name = item.name.toUtf8();
    for (const table::AliasRow& alias : aliasesOf(nameKey({name.constData(), std::size_t(name.size())}))) {
        const table::ItemRow& row = table::items[alias.item];
        if (alias.item != item.id.n && name == table::text(row.name)
            && row.collection == table::items[static_cast<std::size_t>(item.id.n)].collection)
            rows.push_back(alias.item);
    }
    return rows;
}

} // namespace

std::vector<Code> codes(QStringView set, std::optional<AcademicYear> year)
{
    std::vector<Code> found;
    const QByteArray key = set.toUtf8();
    const auto rows = rowsOf(key);
    for (const table::CodeRow& row : rows) {
        if (!isValidIn(row, year))
            continue;
        found.push_back({.set = table::string(row.set),
                         .code = table::string(row.code),
                         .label = table::string(row.label),
                         .first = table::year(row.first),
                         .last = table::year(row.last),
                         .source = table::string(row.source),
                         .note = table::string(row.note),
                         .certainty = table::certainty(row.certainty),
                         .answer = static_cast<Answer>(row.answer)});
    }
    return found;
}

Answer answerOf(QStringView set, QStringView code)
{
    const QByteArray key = set.toUtf8();
    const QByteArray wanted = code.trimmed().toUtf8();
    for (const table::CodeRow& row : rowsOf(key))
        if (qstricmp(wanted.constData(), table::text(row.code)) == 0)
            return static_cast<Answer>(row.answer);
    return Answer::Given;
}

Meaning meaningOf(const Item& item, std::optional<AcademicYear> year, QStringView raw)
{
    raw = raw.trimmed();
    const Nature nature = natureOf(item);
    if (raw.isEmpty() || (nature == Nature::Plain && item.codeSet.isEmpty() && item.allowedCodes.isEmpty()))
        return {};

    if (const Scale* result = scaleOf(item, year, raw)) {
        if (const auto step = stepOf(*result, raw)) {
            Meaning meaning;
            meaning.text = step->label;
            meaning.source = step->label.isEmpty() ? QString() : step->source;
            meaning.certainty = step->certainty;
            meaning.codeSet = result->system;
            return meaning;
        }
    }

    const SetAnswer answer = askSet(item.codeSet, year, raw);
    if (answer.meaning)
        return *answer.meaning;
    if (answer.holdsCode)
        return unknown(year); // a code of other years: the dictionary's undated list must not decode it either

    bool hasList = !rowsOf(item.codeSet.toUtf8()).empty();
    for (const int n : rowsOfSameField(item)) {
        const table::ItemRow& row = table::items[static_cast<std::size_t>(n)];
        const AllowedCodes allowed = lookUpAllowed(table::string(row.allowedCodes), raw);
        if (allowed.fit == AllowedCodes::Fit::NoList)
            continue;
        if (!isReadFor(row, year)) {
            hasList = true;
            continue;
        }
        if (allowed.fit == AllowedCodes::Fit::Labelled)
            return {.text = allowed.label, .source = table::string(row.publication), .codeSet = {}};
        // A grade ("AB") speaks for itself as a number does; a bare letter elsewhere does not.
        if (allowed.fit == AllowedCodes::Fit::Listed && (isNumber(raw) || item.category.startsWith(u"Attainment")))
            return {};
        hasList = true;
    }
    if (nature == Nature::Plain && !hasList)
        return {};
    // Numbers and dates speak for themselves, unless a list of codes says that they are not numbers at all.
    if ((nature == Nature::Number || !hasList) && (isNumber(raw) || isDate(raw)))
        return {};
    // A number that finds a school or a person has no meaning beside itself.
    if (!hasList && (item.locates || nature == Nature::Plain))
        return {};
    return unknown(year);
}

} // namespace catalogue
