// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/coverage_words.h"

#include "catalogue/cohorts.h"
#include "catalogue/collections.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight::coverwords {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("insight::Coverage", text);
}

// A long stretch reads better in ages, and beyond school there are no year groups.
bool inAges(int from, int to)
{
    return from != to && (from < 0 || to > 13);
}

int ageAtStart(int group)
{
    return group + 4;
}

QString groups(int from, int to)
{
    if (from == to)
        return groupText(from);
    if (inAges(from, to))
        return tr("ages %1 to %2").arg(std::max(0, ageAtStart(from))).arg(ageAtStart(to));
    return tr("%1 to %2").arg(groupText(from), groupText(to));
}

// The year groups it was about in that year; where it was about nobody yet, those of its whole life.
std::pair<int, int> groupsOf(QStringView collection, catalogue::AcademicYear year)
{
    constexpr int none = 99;
    std::pair<int, int> then{none, -none}, ever{none, -none};
    const auto widen = [](std::pair<int, int>& span, const catalogue::CoverageRule& rule) {
        span = {std::min(span.first, rule.groupFrom), std::max(span.second, rule.groupTo)};
    };
    for (const catalogue::CoverageRule& rule : catalogue::coverageRules()) {
        if (rule.key != collection)
            continue;
        widen(ever, rule);
        if ((!rule.first || *rule.first <= year) && (!rule.last || year <= *rule.last))
            widen(then, rule);
    }
    return then.first > then.second ? ever : then;
}

QString longDay(QDate day)
{
    return QLocale().toString(day, tr("d MMMM yyyy"));
}

} // namespace

QString joined(std::initializer_list<QString> sentences)
{
    QStringList filled;
    for (const QString& sentence : sentences)
        if (!sentence.isEmpty())
            filled << sentence;
    return filled.join(u' ');
}

QString place(const YearGroup& group, catalogue::AcademicYear year)
{
    switch (group.from) {
    case YearGroup::From::Said:
        // Schools and colleges write Year 14 too.
        return tr("In %1 the record itself says %2.")
            .arg(year.text(), group.group > 13 ? tr("Year %1").arg(group.group) : groupText(group.group));
    case YearGroup::From::CountedOn:
        return tr("In %1 that is %2, counted from the year group the record says in other years.")
            .arg(year.text(), groupText(group.group));
    case YearGroup::From::Birth:
        break;
    }
    return tr("In %1 that is %2 by date of birth.").arg(year.text(), groupText(group.group));
}

bool knowsAges(QStringView collection)
{
    const auto& rules = catalogue::coverageRules();
    return std::any_of(rules.begin(), rules.end(), [&](const catalogue::CoverageRule& rule) { return rule.key == collection; });
}

QString notAmong(QStringView collection, const YearGroup& group, catalogue::AcademicYear year)
{
    const auto [from, to] = groupsOf(collection, year);
    const QString whose = tr("It is for %1.").arg(groups(from, to));
    if (!inAges(from, to) || group.from != YearGroup::From::Birth)
        return joined({whose, place(group, year)});
    const int age = ageAtStart(group.group);
    return joined({whose, age < 0 ? tr("%1 is the school year of the birth.").arg(year.text())
                                  : tr("At the start of %1 the age was %2.").arg(year.text()).arg(age)});
}

QString whom(const catalogue::CoverageRule& rule)
{
    using catalogue::Applies;
    switch (rule.applies) {
    case Applies::Everyone:
        if (rule.schools == catalogue::Schools::State)
            return tr("State schools in England send it in for every pupil in %1.").arg(groups(rule.groupFrom, rule.groupTo));
        return tr("It is kept for every pupil in %1 in England.").arg(groups(rule.groupFrom, rule.groupTo));
    case Applies::Nursery:
        return tr("Only children in a school's nursery class are in it at that age.");
    case Applies::NurseryOutside:
        return tr("Only children who had a funded place outside a school, such as a playgroup, are in it.");
    case Applies::SixthForm:
        return tr("Only those who stayed at a school after Year 11 are in it, and nobody had to.");
    case Applies::StayingOn:
        return tr("Everybody of that age had to stay in education or training, but not at a school. Those who stayed at "
                  "a school are in it.");
    case Applies::ReferralUnit:
        return tr("Only pupils of a pupil referral unit are in it.");
    case Applies::Alternative:
        return tr("Only children whose council paid for a place outside the usual schools are in it.");
    case Applies::Baseline:
        return tr("Schools carry it out with every pupil who starts Reception. The scores are kept until the end of "
                  "Year 6, and the Department says that it does not hand them out.");
    case Applies::Sample:
        return tr("Up to 2005/06 only a sample of children was kept nationally.");
    case Applies::SecondCheck:
        return tr("Only those who did not meet the standard in Year 1 took it again in Year 2.");
    case Applies::AutumnCheck:
        return tr("A check in the autumn of Year 2 stood in for the one that was cancelled the summer before.");
    case Applies::BelowLevel4:
        return tr("Only pupils who had not reached level 4 at the end of Year 6 could take it.");
    case Applies::Exams:
        return tr("Only those who took such an exam in that year are in it.");
    case Applies::ALevels:
        return tr("Those who took A levels or the like are in it, as a rule at the end of Year 13.");
    case Applies::EarlyOrLate:
        return tr("Only those who took A levels or the like a year early or late are in it.");
    case Applies::TLevel:
        return tr("Only those who took a T level are in it.");
    case Applies::Excluded:
        return tr("Only pupils who were sent home or excluded that year are in it.");
    case Applies::SecondaryFirst:
        return tr("In its first year secondary schools began with it; primary schools followed.");
    case Applies::College:
        return tr("Only those at a college or in training that is paid for publicly are in it.");
    case Applies::CollegeOrTraining:
        return tr("Everybody of that age had to stay in education or training. Those at a college or in training are in "
                  "it.");
    case Applies::Specialist:
        return tr("Only students of an independent specialist college are in it.");
    case Applies::Tracked:
        return tr("Councils keep track of what everybody of that age does after Year 11.");
    case Applies::TrackedLater:
        return tr("At that age councils keep track of some young people only, above all of those with special needs.");
    case Applies::Matched:
        return tr("It is put together from other collections, for everybody up to the age of 19.");
    case Applies::MatchedLater:
        return tr("It is put together from other collections; not everybody of that age is in it.");
    case Applies::Applied:
        return tr("Only those who applied to a university are in it. It is not passed on by the Department.");
    case Applies::University:
        return tr("Only students of a university are in it.");
    case Applies::Work:
        return tr("Only those whose work, tax or benefits were linked to their school record are in it. It is not handed "
                  "out with a pupil record.");
    case Applies::InNeed:
        return tr("Only children whom a council's social workers helped are in it.");
    case Applies::InCare:
        return tr("Only children who were looked after by a council are in it.");
    }
    Q_UNREACHABLE();
}

QString held(int entries)
{
    return entries == 1 ? tr("It is here, once.") : tr("It is here, in %1 entries.").arg(entries);
}

QString heldInTerms(const QStringList& here, const QStringList& missing)
{
    const QString there = tr("Here: %1.").arg(here.join(u", "_s));
    return missing.isEmpty() ? there : joined({there, tr("Not here, though it should be: %1.").arg(missing.join(u", "_s))});
}

QString notBegun(catalogue::AcademicYear year)
{
    return tr("This school year begins on %1.").arg(longDay(year.firstDay()));
}

QString notYet(QDate from)
{
    return tr("Too early: it is usually handed on from %1.").arg(QLocale().toString(from, tr("MMMM yyyy")));
}

QString takenIn(catalogue::AcademicYear year)
{
    return tr("It comes once in a school life, and it is here for %1.").arg(year.text());
}

QString notCollected(QStringView collection, catalogue::AcademicYear year)
{
    const catalogue::Collection* known = catalogue::collection(collection);
    if (known && known->first && year < *known->first)
        return tr("It was first collected in %1.").arg(known->first->text());
    if (known && known->last && *known->last < year)
        return tr("It was collected for the last time in %1.").arg(known->last->text());
    return tr("It was not collected in %1.").arg(year.text());
}

QString termNotCollected(catalogue::Term term, catalogue::AcademicYear year)
{
    return tr("There was no %1 census in %2 for this age: until 2005/06 schools were counted once a year, in January, and "
              "the other terms came step by step.")
        .arg(catalogue::termText(term), year.text());
}

QString cancelled(catalogue::AcademicYear year)
{
    return tr("Not held nationally (%1): it was cancelled because of the pandemic.").arg(year.start + 1);
}

QString notKnown(catalogue::AcademicYear year)
{
    return tr("No list that this program knows says whether it was collected in %1.").arg(year.text());
}

QString believed()
{
    return tr("The lists that were read end before this year. The collection is believed to go on, so it may be held.");
}

QString outside(catalogue::OutsideSchool kind)
{
    switch (kind) {
    case catalogue::OutsideSchool::Independent:
        return tr("The record says an independent school in that year. Independent schools do not send this in.");
    case catalogue::OutsideSchool::AtHome:
        return tr("The record says taught at home in that year. Nobody sends this in for a child who is taught at home.");
    case catalogue::OutsideSchool::NotRegistered:
        return tr("The record says at no school in that year. Then there was none that could send this in.");
    case catalogue::OutsideSchool::OutsideEngland:
    case catalogue::OutsideSchool::No:
        break;
    }
    return tr("The record says a school outside England's state schools in that year. Such schools do not send this in.");
}

QString noSchool(const NoSchool& gap)
{
    return tr("The record says that a school was left on %1 and the next one entered on %2. Between the two it may have "
              "been an independent school, another country or home education.")
        .arg(longDay(gap.left), longDay(gap.entered));
}

QString termNotSaid()
{
    return tr("An entry of that year is here, and does not say its term.");
}

QString countedLater()
{
    return tr("The record shows a school in that year or later.");
}

QString inCare()
{
    return tr("The record says in care in that year, counted from April to March. Councils send it in for every child in care.");
}

QString schoolInstead()
{
    return tr("The record shows a school in that year. Only those who were at a college or in training as well are in it.");
}

QString collegeInstead()
{
    return tr("The record shows a college or training in that year. Only those who stayed at a school are in it.");
}

QString noAge()
{
    return tr("Without a date of birth nobody can tell.");
}

} // namespace insight::coverwords
