// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/rule.h"

#include <QtGlobal>

namespace insight {

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("checks", text)
constexpr Severity needsYou = Severity::NeedsYou;
constexpr Severity look = Severity::WorthALook;
constexpr Severity complete = Severity::ForCompleteness;
constexpr RuleCare plain = RuleCare::None;
constexpr RuleCare hard = RuleCare::Hard;

// What was written down about schools, help, money, care, attendance and results.
constexpr RuleRow rows[] = {
    {"two-entries-one-term", RuleFamily::Schools, look, plain, WORDS("Two schools in one count"),
     WORDS("%1 has an entry from %2 and one from %3, and neither says that the other is there too."),
     WORDS("A move around the day of the count may be behind it. If not, one may be about another child.")},
    {"same-entry-twice", RuleFamily::Schools, complete, plain, WORDS("The same entry stands there twice"),
     WORDS("%1 stands there %2 times in one file, with the same school."),
     WORDS("It may have been sent in twice. Whoever counts children may then count one of them twice.")},
    {"enrolments-overlap", RuleFamily::Schools, look, plain, WORDS("Two schools at the same time"),
     WORDS("By the dates it was %1 and %2 at once, from %3 to %4."),
     WORDS("A date of joining or leaving may be wrong."), 14, WORDS("days that two schools may overlap")},
    {"joined-after-count", RuleFamily::Schools, look, plain, WORDS("Counted before joining"),
     WORDS("%1 was before %2, the day of joining that it gives."), WORDS("The date may be a slip.")},
    {"joining-dates-differ", RuleFamily::Schools, complete, plain, WORDS("One school gives different days of joining"),
     WORDS("In %1 it gives %2, and in %3 it gives %4."), WORDS("Schools put such dates right later, so one may just be older."), 31,
     WORDS("days that the dates may lie apart")},
    {"school-unknown", RuleFamily::Schools, complete, plain, WORDS("A school number that is not in the list"),
     WORDS("The school number %1 in %2 is not in the list of schools on this computer."),
     WORDS("The list may be old, or the number may have a slip in it.")},
    {"school-closed", RuleFamily::Schools, look, plain, WORDS("A school that had closed"),
     WORDS("In %1 the school is %2, which closed on %3 by the list of schools."),
     WORDS("A school that became another keeps its old number for a while in some tables. Or the number may be a slip."), 31,
     WORDS("days after closing that are let pass")},
    {"school-not-open", RuleFamily::Schools, look, plain, WORDS("A school that had not opened"),
     WORDS("In %1 the school is %2, which opened on %3 by the list of schools."), WORDS("The number of the school may be a slip."), 31,
     WORDS("days before opening that are let pass")},

    {"date-before-birth", RuleFamily::Dates, look, plain, WORDS("A date before the birth"),
     WORDS("In %1 it gives %2 for %3."), WORDS("It may be a slip, stand for “not known”, or be about another child.")},
    {"date-in-future", RuleFamily::Dates, look, plain, WORDS("A date that is still to come"),
     WORDS("In %1 it gives %2 for %3."), WORDS("It may be a slip in the year.")},
    {"date-unreadable", RuleFamily::Dates, complete, plain, WORDS("A day that cannot be"),
     WORDS("In %1 it gives “%2” for %3. %4"), WORDS("Day and month may be swapped, or a digit is wrong.")},
    {"ends-before-begins", RuleFamily::Dates, look, plain, WORDS("It ends before it begins"),
     WORDS("%1 begins on %2 and ends on %3."), WORDS("One of the two dates may be a slip.")},
    {"day-outside-year", RuleFamily::Dates, look, plain, WORDS("A day outside its school year"),
     WORDS("%1 is filed under %2, but the day is %3."), WORDS("The year or the day may be a slip.")},

    {"code-other-years", RuleFamily::Codes, look, plain, WORDS("A code from other years"),
     WORDS("In %1 it says “%2” for %3. That code was used in other years, not in this one."),
     WORDS("It may have been carried over from an older entry, so nobody can be sure what it means here.")},
    {"code-unknown", RuleFamily::Codes, complete, plain, WORDS("A code that nobody explains"),
     WORDS("In %1 it says “%2” for %3. The national dictionary has no such code."),
     WORDS("It may be a slip, or a code that was not written down. You may ask what it means.")},
    {"field-outside-years", RuleFamily::Codes, complete, plain, WORDS("A field from outside its years"),
     WORDS("In %1 there is a value for %2. By the national dictionary this was collected %3."),
     WORDS("It may have been carried over, or collected without a reason.")},

    {"sen-plan-gap", RuleFamily::SpecialNeeds, look, plain, WORDS("A plan or statement that went and came back"),
     WORDS("In %1 it says %2; the entries before and after say %3."),
     WORDS("A plan does not end for one term. It may have been left out by mistake.")},
    {"sen-plan-stopped", RuleFamily::SpecialNeeds, look, plain, WORDS("A plan or statement stopped"),
     WORDS("In %1 it says %2, and from %3 on it says %4."), WORDS("A plan only ends after a decision that the family is told of. If there was none, it may be a slip.")},
    {"sen-type-without-help", RuleFamily::SpecialNeeds, look, plain, WORDS("A need without help"),
     WORDS("In %1 a need is named (%2), but it says that there was no help in place."),
     WORDS("The need may be left over from before, or the help may be missing.")},
    {"sen-unit-without-help", RuleFamily::SpecialNeeds, look, plain, WORDS("A place for special needs without help"),
     WORDS("In %1 it says a special place (%2) but no help in place."),
     WORDS("One of the two may be a slip.")},
    {"sen-help-without-type", RuleFamily::SpecialNeeds, complete, plain, WORDS("Help without a need"),
     WORDS("In %1 it says %2, but no need is named."), WORDS("The need should be named from this kind of help on. It may have been left out.")},
    {"sen-second-without-first", RuleFamily::SpecialNeeds, complete, plain, WORDS("A second need without a first"),
     WORDS("In %1 a second need is named (%2) but no main one."), WORDS("The main need may have been left out.")},
    {"sen-same-need-twice", RuleFamily::SpecialNeeds, complete, plain, WORDS("The same need twice"),
     WORDS("In %1 %2 is both main need and second need."), WORDS("The second one may be a slip.")},
    {"sen-broad-differs", RuleFamily::SpecialNeeds, complete, plain, WORDS("Two fields on help do not fit"),
     WORDS("In %1 it says %2 in one field and %3 in another."), WORDS("The broad one is worked out from the other, so one may have been changed alone.")},

    {"ever6-missing", RuleFamily::Meals, look, plain, WORDS("Free school meals may have been forgotten"),
     WORDS("In %1 it says free school meals. In %2, within six years, it says that there were none in the last six years."),
     WORDS("The school may have missed money in those years.")},
    {"ever-order", RuleFamily::Meals, look, plain, WORDS("Free school meals: the fields do not fit"),
     WORDS("In %1 it says yes for “%2” and no for “%3”."), WORDS("The first cannot be without the second. One of them may be a slip.")},
    {"ever6-without-meals", RuleFamily::Meals, complete, plain, WORDS("Free school meals that no count shows"),
     WORDS("In %1 it says that there were free school meals in the last six years. No count here from those years says so."),
     WORDS("They may stand in a count that is not in this record file.")},
    {"premium-without-reason", RuleFamily::Meals, look, plain, WORDS("Pupil premium without free school meals"),
     WORDS("In %1 there is pupil premium for low income. In %2 it says no free school meals in six years."),
     WORDS("The premium rests on those meals, so one of the two may be a slip.")},
    {"premium-missing", RuleFamily::Meals, look, plain, WORDS("Free school meals without pupil premium"),
     WORDS("In %2 it says free school meals in the last six years. In %1 there is no pupil premium for low income."),
     WORDS("The school may have missed money.")},
    {"meal-dates-differ", RuleFamily::Meals, look, plain, WORDS("Free school meals: dates and count do not fit"),
     WORDS("The school's dates give free meals from %1 to %2. In %3 it says no."),
     WORDS("One of the two may be a slip, or the dates were changed later.")},

    {"care-flag-missing", RuleFamily::Care, look, hard, WORDS("A count says not in care at a time in care"),
     WORDS("In %1 it says not in care. The care records have a time in care then."),
     WORDS("The school may not have been told. Help and money for children in care may have been missed.")},
    {"care-flag-alone", RuleFamily::Care, look, hard, WORDS("A count says in care when the care records do not"),
     WORDS("In %1 it says in care. The care records here have no time in care then."),
     WORDS("It may be a slip, or a part of the care records may be missing.")},
    {"care-records-missing", RuleFamily::Care, complete, hard, WORDS("In care, but no care records are here"),
     WORDS("In %1 it says in care. There are no care records in this record file."),
     WORDS("They are kept apart. You may ask for them.")},
    {"care-episodes-overlap", RuleFamily::Care, look, hard, WORDS("Two stays in care overlap"),
     WORDS("One stay runs to %1, the next one begins on %2."), WORDS("One of the dates may be a slip."), 1,
     WORDS("days that two stays may overlap")},
    {"care-after-18", RuleFamily::Care, look, hard, WORDS("In care after the 18th birthday"),
     WORDS("A stay in care begins on %1, after the 18th birthday."), WORDS("The date may be a slip, or about somebody else.")},

    {"absence-over-possible", RuleFamily::Attendance, look, plain, WORDS("More half days missed than there were"),
     WORDS("%1: %2 half days missed out of %3."), WORDS("One of the numbers may be a slip.")},
    {"absence-sum", RuleFamily::Attendance, look, plain, WORDS("Missed half days do not add up"),
     WORDS("%1: %2 with leave and %3 without make %4, but the table says %5."), WORDS("One of the numbers may be a slip."), 0,
     WORDS("half days that the sum may be off")},
    {"absence-terms", RuleFamily::Attendance, complete, plain, WORDS("The terms do not add up to the year"),
     WORDS("%1: the three terms make %2 half days missed, the whole year says %3."),
     WORDS("The table may count only a part of the summer term, or one number may be a slip."), 0,
     WORDS("half days that the sum may be off")},
    {"exclusion-count", RuleFamily::Attendance, look, hard, WORDS("Exclusions: the number does not fit"),
     WORDS("%1: the table counts %2 exclusions for a fixed time, %3 are listed."),
     WORDS("One may have been counted twice, or taken back and left in.")},
    {"exclusion-sessions", RuleFamily::Attendance, look, hard, WORDS("Exclusions: the half days do not fit"),
     WORDS("%1: the table counts %2 half days, the exclusions listed make %3."),
     WORDS("The length of one of them may be a slip.")},
    {"exclusion-absence", RuleFamily::Attendance, complete, hard, WORDS("Exclusions and absence do not fit"),
     WORDS("%1: the exclusions listed make %2 half days, the absence table counts %3 for exclusion."),
     WORDS("The school may have noted those days in another way.")},
    {"exclusion-too-long", RuleFamily::Attendance, look, hard, WORDS("More days of exclusion than a school may give"),
     WORDS("%1: exclusions for a fixed time make %2 half days."),
     WORDS("A head teacher may exclude a child for 45 school days in a year at most. A number may be a slip."), 90,
     WORDS("half days in a school year")},
    {"exclusion-permanent-back", RuleFamily::Attendance, look, hard, WORDS("Excluded for good, but still counted there"),
     WORDS("In %1 it says excluded for good. %2 still has an entry from the same school."),
     WORDS("The exclusion may have been taken back. Then it may be wrong that it is still held.")},

    {"result-outside-scale", RuleFamily::Results, needsYou, plain, WORDS("A result outside its scale"),
     WORDS("%1: %2 for %3. The scale runs from %4 to %5."), WORDS("It may be a slip.")},
    {"result-year-cancelled", RuleFamily::Results, look, plain, WORDS("A result from a year without tests"),
     WORDS("%1: %2 for %3. These tests were not held across the country that year."),
     WORDS("It may be a practice test or a result from another year.")},
    {"result-stage-early", RuleFamily::Results, look, plain, WORDS("A result for a stage not reached yet"),
     WORDS("%1 is for an older age: it was age %2 when that school year began."),
     WORDS("The year may be a slip, or it may be about another child."), 2, WORDS("years before the usual age")},
    {"result-stage-late", RuleFamily::Results, look, plain, WORDS("A result for a stage long past"),
     WORDS("%1 is for a younger age: it was age %2 when that school year began."),
     WORDS("The year may be a slip, or it may be about another child."), 3, WORDS("years after the usual age")},
    {"result-total", RuleFamily::Results, look, plain, WORDS("A total does not add up"),
     WORDS("%1: the parts of “%2” make %3, but it says %4."), WORDS("One of the numbers may be a slip.")},
    {"result-outcome", RuleFamily::Results, look, plain, WORDS("A mark and its outcome do not fit"),
     WORDS("%1: %2 for %3, but the outcome says %4."), WORDS("One of the two may be a slip.")},
    {"result-conflict", RuleFamily::Results, look, plain, WORDS("Two different results for one thing"),
     WORDS("%1: in %2 it says %3 for %4, and in %5 it says %6."), WORDS("A result may have been put right in one place only.")},
    {"result-duplicate", RuleFamily::Results, complete, plain, WORDS("The same result stands there twice"),
     WORDS("%1: %2 for %3 stands there twice in one table."), WORDS("It may have been sent in twice.")},

    {"editions-differ", RuleFamily::Disagreements, needsYou, plain, WORDS("The same table says something else in another copy"),
     WORDS("%1: two files you were given differ in %2."),
     WORDS("It may have been changed between the two copies. You may ask when, why and by whom.")},
    {"collections-disagree", RuleFamily::Disagreements, look, plain, WORDS("Two tables say different things"),
     WORDS("%1: in %2 it says %3, in %4 it says %5."), WORDS("It may have changed in between, or one of them may be a slip.")},
};
#undef WORDS

} // namespace

std::span<const RuleRow> rulesOnSchooling() { return rows; }

} // namespace insight
