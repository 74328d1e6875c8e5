// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

bool holdsDay(const Told& told)
{
    static const QRegularExpression heading(u"(^|[a-z_/])(Date|DATE)([A-Z_]|Of|$)|^DOB|_DOB|DECOM$"_s);
    const QString& name = told.value->name;
    if (name.startsWith("Header/"_L1, Qt::CaseInsensitive))
        return false; // when the file was made
    return heading.match(name).hasMatch() && !name.contains("CANDIDATE"_L1, Qt::CaseInsensitive);
}

// Days that are planned lie ahead of us on purpose.
bool isPlanned(const QString& name)
{
    for (const auto word : {"plan"_L1, "expect"_L1, "review"_L1, "due"_L1, "next"_L1, "end"_L1, "target"_L1})
        if (name.contains(word, Qt::CaseInsensitive))
            return true;
    return false;
}

// The same slip in the same field of many entries is one finding.
struct Odd {
    QString title;
    QString said;
    Tolds tolds;
};
using Odds = std::vector<Odd>;

void gather(Odds& odds, const Told& told, const QString& said)
{
    for (Odd& odd : odds)
        if (odd.said == said && odd.title == titleOf(told)) {
            odd.tolds.push_back(&told);
            return;
        }
    odds.push_back({titleOf(told), said, {&told}});
}

// "31/02/2008" is shaped as a day and is none; "1876-03-01" is one, but no living person's.
enum class Shape { Day, NoDay, FarAway, Other };
struct Shaped {
    Shape shape = Shape::Other; // Other: written in a way that this program does not know
    QDate day;
};

Shaped shapeOf(const QString& raw)
{
    static const QRegularExpression yearFirst(u"^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})([ T].*)?$"_s);
    static const QRegularExpression dayFirst(u"^(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})([ T].*)?$"_s);
    if (const QDate day = readDay(raw); day.isValid())
        return {Shape::Day, day};
    const auto first = yearFirst.match(raw);
    const auto last = dayFirst.match(raw);
    if (!first.hasMatch() && !last.hasMatch())
        return {};
    const auto& match = first.hasMatch() ? first : last;
    const auto part = [&](int n) { return match.capturedView(n).toInt(); };
    const QDate day = first.hasMatch() ? QDate(part(1), part(2), part(3)) : QDate(part(3), part(2), part(1));
    return {day.isValid() ? Shape::FarAway : Shape::NoDay, day};
}

// The children in need census has children who are not born yet, and when their birth was expected.
QDate firstDayOf(const record::Entry& entry, QDate born)
{
    constexpr int daysUnborn = 300;
    return entry.collection == "CIN"_L1 ? born.addDays(-daysUnborn) : born;
}

QString whyNot(Shape shape)
{
    return shape == Shape::NoDay ? QCoreApplication::translate("checks", "There is no such day.")
                                 : QCoreApplication::translate("checks", "There is such a day, but it cannot be this person's.");
}

void checkDays(const Evidence& evidence, Notes& notes)
{
    Odds early;
    Odds late;
    Odds unreadable;
    for (const Seen& seen : evidence.entries())
        for (const Told& told : seen.told) {
            if (told.value->name.contains("Contact"_L1) || (told.field->item && told.field->item->aboutOthers) || !holdsDay(told))
                continue;
            const auto [shape, day] = shapeOf(told.raw);
            if (shape == Shape::Other)
                continue;
            if (shape == Shape::NoDay || (shape == Shape::FarAway && told.who == Who::BirthDate)) {
                gather(unreadable, told, told.raw);
            } else if (told.who != Who::BirthDate && evidence.born().isValid()
                       && day < firstDayOf(*seen.entry, evidence.born())) {
                gather(early, told, dayText(day));
            } else if (day > evidence.today() && !isPlanned(told.value->name)) {
                gather(late, told, dayText(day));
            }
        }
    for (const auto& [odds, rule] : {std::pair{&early, "date-before-birth"_L1}, {&late, "date-in-future"_L1},
                                     {&unreadable, "date-unreadable"_L1}})
        for (const Odd& odd : *odds)
            notes.add(rule, {placesOf(odd.tolds), odd.said, odd.title, whyNot(shapeOf(odd.tolds.front()->raw).shape)}, odd.tolds);
}

void checkSpans(const Evidence& evidence, Notes& notes)
{
    static constexpr std::array pairs{
        std::pair{"EntryDate"_L1, "LeavingDate"_L1},          std::pair{"StartDate"_L1, "EndDate"_L1},
        std::pair{"FSMstartDate"_L1, "FSMendDate"_L1},        std::pair{"DATE_EPI_COMM"_L1, "DATE_EPI_CEASED"_L1},
        std::pair{"CINReferralDate"_L1, "CINClosureDate"_L1}, std::pair{"CPPstartDate"_L1, "CPPendDate"_L1},
        std::pair{"LearnStartDate"_L1, "LearnActEndDate"_L1}, std::pair{"DateOfJoining"_L1, "DateOfLeavingSch"_L1},
    };
    for (const Seen& seen : evidence.entries())
        for (const auto& [begins, ends] : pairs) {
            const Told* first = seen.stem(begins);
            const Told* last = seen.stem(ends);
            const QDate from = first ? readDay(first->raw) : QDate();
            const QDate to = last ? readDay(last->raw) : QDate();
            if (from.isValid() && to.isValid() && to < from)
                notes.add("ends-before-begins"_L1, {placeOf(*seen.entry), dayText(from), dayText(to)}, Tolds{first, last});
        }
}

// Care years end in March, so their days are no school years.
bool hasSchoolYears(const record::Entry& entry)
{
    return isCensus(entry.collection) || entry.collection == "EXC"_L1 || entry.collection == "ABS"_L1;
}

void checkFiling(const Evidence& evidence, Notes& notes)
{
    for (const Seen& seen : evidence.entries()) {
        const record::Entry& entry = *seen.entry;
        const std::optional<catalogue::AcademicYear>& year = entry.year;
        if (!hasSchoolYears(entry) || !year || !entry.date.isValid() ||
            catalogue::AcademicYear::of(entry.date) == *year)
            continue;
        const QString yearText = year->text();
        for (const Told& told : seen.told)
            if (readDay(told.raw) == entry.date && told.who == Who::None) {
                notes.add("day-outside-year"_L1, {placeOf(entry), yearText, dayText(entry.date)}, Tolds{&told});
                break;
            }
    }
}

} // namespace

void checkDates(Evidence& evidence, Notes& notes)
{
    checkDays(evidence, notes);
    checkSpans(evidence, notes);
    checkFiling(evidence, notes);
}

} // namespace insight
