// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "base/masked_text.h"
#include "catalogue/identifiers.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

using catalogue::Validity;

// Where each number stands, by its spelling without blanks.
std::map<QString, Tolds> byNumber(const Tolds& tolds)
{
    std::map<QString, Tolds> numbers;
    for (const Told* told : tolds)
        numbers[told->raw.toUpper().remove(u' ')].push_back(told);
    return numbers;
}

int yearsOf(const Tolds& tolds)
{
    std::set<int> years;
    for (const Told* told : tolds)
        if (told->from.isValid())
            years.insert(catalogue::AcademicYear::of(told->from).start);
    return int(years.size());
}

// Thirteen letters and digits; one more or less may be a slip of the keyboard.
bool isShapedAsUpn(const QString& number)
{
    return number.size() >= 12 && number.size() <= 14
        && std::all_of(number.begin(), number.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

// All but the number that stands most often, one finding each.
void noteSeveral(Notes& notes, QLatin1StringView rule, const std::map<QString, Tolds>& numbers)
{
    if (numbers.size() < 2)
        return;
    const auto most = std::max_element(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) {
        return a.second.size() < b.second.size();
    });
    for (auto it = numbers.begin(); it != numbers.end(); ++it)
        if (it != most)
            notes.add(rule, {base::maskedNumber(it->first), placesOf(it->second), base::maskedNumber(most->first)}, it->second);
}

// The two digits that say when the number was given out.
int yearGivenOut(const QString& upn, QDate today)
{
    const int digits = upn.mid(8, 2).toInt();
    const int century = today.year() / 100 * 100;
    return digits > today.year() % 100 ? century - 100 + digits : century + digits;
}

void checkPupilNumbers(Evidence& evidence, Notes& notes)
{
    std::map<QString, Tolds> permanent;
    for (const auto& [number, tolds] : byNumber(evidence.told(Who::Upn))) {
        const catalogue::IdentifierReading reading = catalogue::readUpn(number);
        const QString masked = base::maskedNumber(number);
        if (!isShapedAsUpn(number))
            continue; // a stand-in that researchers were given is no number with a slip in it
        if (reading.validity == Validity::Invalid) {
            notes.add("upn-check-letter"_L1, {masked, placesOf(tolds)}, tolds);
            continue;
        }
        if (reading.kind == catalogue::IdentifierKind::TemporaryUpn) {
            if (const int years = yearsOf(tolds); years > evidence.limit("upn-temporary"_L1))
                notes.add("upn-temporary"_L1, {masked, placesOf(tolds), QString::number(years)}, tolds);
            continue;
        }
        permanent.emplace(number, tolds);
        if (const int year = yearGivenOut(number, evidence.today()); evidence.born().isValid() && year < evidence.born().year())
            notes.add("upn-year"_L1, {masked, QString::number(year), placesOf(tolds)}, tolds);
    }
    noteSeveral(notes, "upn-several"_L1, permanent);
    for (const auto& [number, tolds] : byNumber(evidence.told(Who::FormerUpn)))
        if (!permanent.contains(number) || permanent.size() > 1)
            notes.add("upn-former"_L1, {placesOf(tolds), base::maskedNumber(number)}, tolds);
}

void checkLearnerNumbers(Evidence& evidence, Notes& notes)
{
    std::map<QString, Tolds> good;
    for (const auto& [number, tolds] : byNumber(evidence.told(Who::Uln))) {
        const catalogue::IdentifierReading reading = catalogue::readUln(number);
        if (reading.validity == Validity::Placeholder)
            notes.add("uln-placeholder"_L1, {placesOf(tolds)}, tolds);
        else if (reading.validity == Validity::Invalid)
            notes.add("uln-check-digit"_L1, {base::maskedNumber(number), placesOf(tolds)}, tolds);
        else
            good.emplace(number, tolds);
    }
    noteSeveral(notes, "uln-several"_L1, good);
}

} // namespace

void checkIdentifiers(Evidence& evidence, Notes& notes)
{
    checkPupilNumbers(evidence, notes);
    checkLearnerNumbers(evidence, notes);
    for (const auto& [number, tolds] : byNumber(evidence.told(Who::Uci)))
        if (catalogue::readUci(number).validity == Validity::Invalid)
            notes.add("uci-check-letter"_L1, {base::maskedNumber(number), placesOf(tolds)}, tolds);
}

} // namespace insight
