// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/exclusion_cases.h"

#include "insight/lanes.h"
#include "insight/time_order.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

int numberOf(const QString& name)
{
    static const QRegularExpression numbered(u"^[A-Za-z]+_(\\d{1,2})_ex"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = numbered.match(name);
    return match.hasMatch() ? match.capturedView(1).toInt() : 0;
}

void take(ExclusionCase& told, const Field& field, record::ValueId value, const QString& raw, const QString& words)
{
    const auto begins = [&](QLatin1StringView what) { return field.stem.startsWith(what, Qt::CaseInsensitive); };
    if (begins("Category"_L1)) {
        told.category = words;
        told.categoryCode = raw;
    } else if (begins("Reason"_L1)) {
        told.reasons << words;
        told.reasonCodes += told.reasonCodes.isEmpty() ? raw : QString(u' ' + raw);
    } else if (begins("StartDate"_L1)) {
        told.day = readDay(raw);
        if (!told.day.isValid())
            told.unreadableDay =
                Undated{value, field.title,
                        QCoreApplication::translate("insight", "it is not a day that can be: %1").arg(raw)};
        told.when = told.day.isValid() ? QLocale().toString(told.day, QLocale::LongFormat) : raw;
    } else if (begins("Sessions"_L1)) {
        bool isNumber = false;
        const double number = raw.toDouble(&isNumber);
        if (isNumber)
            told.sessions = number;
    }
}

bool tells(const QString& stem)
{
    for (const auto what : {"Category"_L1, "Reason"_L1, "StartDate"_L1, "Sessions"_L1})
        if (stem.startsWith(what, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace

std::vector<ExclusionCase> exclusionCases(const OwnEntries& entries, Fields& fields)
{
    std::vector<ExclusionCase> cases;
    for (const record::Entry* entry : entries.all()) {
        if (entry->collection != "EXC"_L1)
            continue;
        const auto moment = momentOf(*entry);
        std::map<int, ExclusionCase> found;
        for (const record::Value& value : entry->values) {
            const Field& field = fields.of(*entry, value);
            const QString raw = value.raw.trimmed();
            if (raw.isEmpty() || !tells(field.stem))
                continue;
            ExclusionCase& told = found[numberOf(value.name)];
            take(told, field, value.id, raw, wordsOf(fields.meaning(field, *entry, value.raw), raw));
            told.values.push_back(value.id);
        }
        for (auto& [number, told] : found) {
            told.entry = entry->id;
            if (moment) {
                told.year = moment->year;
                told.span = told.day.isValid() ? catalogue::DateSpan{told.day, told.day} : moment->span;
            }
            if (told.when.isEmpty())
                told.when = collectionMoment(*entry);
            if (!entry->establishment.isEmpty())
                told.school = schoolName(entry->establishment, told.day.isValid() ? told.day
                                                              : moment            ? moment->span.from
                                                                                  : QDate());
            cases.push_back(std::move(told));
        }
    }
    const auto start = [](const ExclusionCase& one) {
        return undatedLast(one.day.isValid() ? one.day : one.year ? one.year->firstDay() : QDate());
    };
    std::stable_sort(cases.begin(), cases.end(),
                     [&](const ExclusionCase& a, const ExclusionCase& b) { return start(a) < start(b); });
    return cases;
}

} // namespace insight
