// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_cases.h"

using namespace Qt::StringLiterals;
using catalogue::Term;
using record::Record;

namespace {

using Pair = RecordBuilder::Pair;
using Pairs = std::initializer_list<Pair>;

Record spring(const QString& year, Pairs values, const QString& school = {})
{
    return RecordBuilder().spring(year, values, school).record();
}

// Springs from 2006/07 on, one value each.
Record springs(const QString& name, const QStringList& raws)
{
    RecordBuilder builder;
    int start = 2006;
    for (const QString& raw : raws)
        builder.spring(catalogue::AcademicYear{start++}.text(), {{name, raw}});
    return builder.record();
}

Record twoSchools(const QString& firstStatus, const QString& secondStatus)
{
    return RecordBuilder().spring(u"2008/09"_s, {{u"EnrolStatus"_s, firstStatus}}, u"0002002"_s)
        .spring(u"2008/09"_s, {{u"EnrolStatus"_s, secondStatus}}, u"0004001"_s).record();
}

Record stays(const QString& left, const QString& entered)
{
    return RecordBuilder().spring(u"2008/09"_s, {{u"EntryDate"_s, u"2006-09-04"_s}, {u"LeavingDate"_s, left}}, u"0002002"_s)
        .spring(u"2010/11"_s, {{u"EntryDate"_s, entered}, {u"LeavingDate"_s, u"2013-07-20"_s}}, u"0004001"_s).record();
}

// Counted at one school, then at a second one, then once more; only days of joining are known.
Record counted(const QString& secondEntered, const QString& third, const QString& thirdEntered)
{
    RecordBuilder builder;
    const auto count = [&](const QString& year, QDate day, const QString& school, const QString& entered) {
        builder.entry(u"SC"_s, year, day.month() >= 9 ? Term::Autumn : Term::Spring, {{u"EntryDate"_s, entered}}, school);
        builder.last().date = day;
    };
    count(u"2008/09"_s, QDate(2009, 1, 15), u"0002002"_s, u"2006-09-04"_s);
    count(u"2009/10"_s, QDate(2009, 10, 1), u"0004001"_s, secondEntered);
    count(u"2010/11"_s, QDate(2011, 1, 20), third, thirdEntered);
    return builder.record();
}

Record halfTerms(const QString& six)
{
    return RecordBuilder().entry(u"ABS"_s, u"2013/14"_s,
                                 {{u"OverallAbsence_5HalfTerms_ab14"_s, u"14"_s}, {u"OverallAbsence_Summer6th_ab14"_s, u"2"_s},
                                  {u"OverallAbsence_6HalfTerms_ab14"_s, six}}).record();
}

Record care(const QString& flag, const QString& from, const QString& to)
{
    RecordBuilder builder;
    if (!from.isEmpty()) {
        builder.entry(u"CLA"_s, u"2008/09"_s, {{u"cla_DATE_EPI_COMM"_s, from}, {u"cla_DATE_EPI_CEASED"_s, to}});
        builder.last().date = QDate::fromString(from, Qt::ISODate);
    }
    builder.spring(u"2008/09"_s, {{u"InCare"_s, flag}});
    return builder.record();
}

// In care from February 2009 on, as a return tells, and not in care by a spring two years later.
Record openStay(const QString& lastReturn)
{
    return RecordBuilder().entry(u"CLA"_s, lastReturn, {{u"cla_DATE_EPI_COMM"_s, u"2009-02-01"_s}, {u"cla_DATE_EPI_CEASED"_s, QString()}})
        .spring(u"2010/11"_s, {{u"InCare"_s, u"0"_s}}).record();
}

Record absence(const QString& possible, const QString& with, const QString& without, const QString& overall)
{
    return RecordBuilder().entry(u"ABS"_s, u"2008/09"_s, Term::Autumn,
                                 {{u"SessionsPossible_Autumn_ab09"_s, possible}, {u"AuthorisedAbsence_Autumn_ab09"_s, with},
                                  {u"UnauthorisedAbsence_Autumn_ab09"_s, without}, {u"OverallAbsence_Autumn_ab09"_s, overall}}).record();
}

// Six half days with leave in an autumn, with a column for each letter of that year.
Record reasons(const QString& ill, const QString& dentist)
{
    RecordBuilder builder;
    builder.entry(u"ABS"_s, u"2008/09"_s, Term::Autumn, {{u"AuthorisedAbsence_Autumn_ab09"_s, u"6"_s}, {u"UnauthorisedAbsence_Autumn_ab09"_s, u"0"_s},
                                                         {u"TermlyReasonI_Autumn_ab09"_s, ill}, {u"TermlyReasonM_Autumn_ab09"_s, dentist}});
    for (const QChar letter : u"RSTHFECGUON"_s)
        builder.add(u"TermlyReason%1_Autumn_ab09"_s.arg(letter), letter == u'C' ? QString() : u"0"_s);
    return builder.record();
}

Record someReasons(const QString& ill)
{
    return RecordBuilder().entry(u"ABS"_s, u"2008/09"_s, Term::Autumn,
                                 {{u"AuthorisedAbsence_Autumn_ab09"_s, u"6"_s}, {u"TermlyReasonI_Autumn_ab09"_s, ill}}).record();
}

// A term at two schools, each with its own counts.
Record twoTermRows(const QString& firstOverall, const QString& secondIll)
{
    const auto row = [](RecordBuilder& builder, const QString& possible, const QString& overall, const QString& ill, const QString& school) {
        builder.entry(u"ABS"_s, u"2008/09"_s, Term::Autumn,
                      {{u"SessionsPossible_Autumn_ab09"_s, possible}, {u"AuthorisedAbsence_Autumn_ab09"_s, overall},
                       {u"UnauthorisedAbsence_Autumn_ab09"_s, u"0"_s}, {u"OverallAbsence_Autumn_ab09"_s, overall},
                       {u"TermlyReasonI_Autumn_ab09"_s, ill}}, school);
    };
    RecordBuilder builder;
    row(builder, u"20"_s, firstOverall, u"9"_s, u"0002002"_s);
    row(builder, u"100"_s, u"3"_s, secondIll, u"0004001"_s);
    return builder.record();
}

// The year's figure of a school beside the terms of two.
Record movedYear(const QString& annual)
{
    RecordBuilder builder;
    builder.entry(u"ABS"_s, u"2008/09"_s, Term::None,
                  {{u"OverallAbsence_Autumn_ab09"_s, u"4"_s}, {u"OverallAbsence_Spring_ab09"_s, u"5"_s},
                   {u"OverallAbsence_Summer_ab09"_s, u"6"_s}, {u"OverallAbsence_Annual_ab09"_s, annual}}, u"0002002"_s);
    builder.entry(u"ABS"_s, u"2008/09"_s, Term::None,
                  {{u"OverallAbsence_Autumn_ab09"_s, u"1"_s}, {u"OverallAbsence_Spring_ab09"_s, u"0"_s},
                   {u"OverallAbsence_Summer_ab09"_s, u"0"_s}, {u"OverallAbsence_Annual_ab09"_s, u"1"_s}}, u"0004001"_s);
    return builder.record();
}

Record homes(const QString& before, const QString& now, const QString& flag)
{
    return RecordBuilder().spring(u"2007/08"_s, {{u"Postcode"_s, before}})
        .spring(u"2008/09"_s, {{u"Postcode"_s, now}, {u"MobilityInd"_s, flag}}).record();
}

Record joined(const QString& flag, const QString& entered, const QString& school)
{
    RecordBuilder builder;
    builder.spring(u"2012/13"_s, {{u"EntryDate"_s, entered}}, school);
    builder.entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_MOB1"_s, flag}});
    builder.last().establishment = u"0002002"_s;
    return builder.record();
}

Record absenceYear(const QString& annual)
{
    return RecordBuilder().entry(u"ABS"_s, u"2008/09"_s,
                                 {{u"OverallAbsence_Autumn_ab09"_s, u"4"_s}, {u"OverallAbsence_Spring_ab09"_s, u"5"_s},
                                  {u"OverallAbsence_Summer_ab09"_s, u"6"_s}, {u"OverallAbsence_Annual_ab09"_s, annual}}).record();
}

RecordBuilder& exclusion(RecordBuilder& builder, const QString& category, const QString& day, const QString& sessions)
{
    builder.entry(u"EXC"_s, u"2014/15"_s, Term::None,
                  {{u"Category_ex15"_s, category}, {u"StartDate_ex15"_s, day}, {u"Sessions_ex15"_s, sessions}}, u"0004001"_s);
    builder.last().date = QDate::fromString(day, Qt::ISODate);
    return builder;
}

Record exclusionTotals(const QString& count, const QString& sessions)
{
    RecordBuilder builder;
    exclusion(builder, u"FIXD"_s, u"2014-11-18"_s, u"4"_s);
    exclusion(builder, u"FIXD"_s, u"2015-03-10"_s, u"6"_s);
    builder.entry(u"EXC"_s, u"2014/15"_s, {{u"TotalFixedExclusions_ex15"_s, count}, {u"TotalFixedSessions_ex15"_s, sessions}});
    return builder.record();
}

Record exclusionReasons(const QString& autumn)
{
    RecordBuilder builder;
    exclusion(builder, u"FIXD"_s, u"2014-11-18"_s, u"4"_s);
    builder.entry(u"ABS"_s, u"2014/15"_s, {{u"TermlyReasonE_Autumn_ab15"_s, autumn}, {u"TermlyReasonE_Spring_ab15"_s, u"0"_s},
                                           {u"TermlyReasonE_Summer_ab15"_s, u"0"_s}});
    return builder.record();
}

Record excludedForGood(const QString& later)
{
    RecordBuilder builder;
    exclusion(builder, u"PERM"_s, u"2014-11-18"_s, {});
    builder.spring(later, {{u"NCyearActual"_s, u"9"_s}}, u"0004001"_s);
    return builder.record();
}

Record dated(const QString& collection, const QString& year, const QString& name, const QString& raw)
{
    RecordBuilder builder;
    builder.entry(collection, year, {{name, raw}});
    builder.last().date = QDate::fromString(raw, Qt::ISODate);
    return builder.record();
}

Record joining(const QString& second)
{
    return RecordBuilder().spring(u"2010/11"_s, {{u"EntryDate"_s, u"2009-09-03"_s}}, u"0002002"_s)
        .spring(u"2011/12"_s, {{u"EntryDate"_s, second}}, u"0002002"_s).record();
}

Record meals(const QString& year, const QString& ever)
{
    return RecordBuilder().spring(u"2012/13"_s, {{u"FSMeligible"_s, u"1"_s}}).spring(year, {{u"EVERFSM_6"_s, ever}}).record();
}

Record sixYears(const QString& one)
{
    RecordBuilder builder;
    for (int start = 2009; start <= 2015; ++start)
        builder.spring(catalogue::AcademicYear{start}.text(), {{u"FSMeligible"_s, start == 2012 ? one : u"0"_s}});
    return builder.spring(u"2015/16"_s, {{u"EVERFSM_6"_s, u"1"_s}}).record();
}

Record premium(const QString& paid, const QString& ever)
{
    return RecordBuilder().entry(u"PP"_s, u"2015/16"_s, {{u"DeprivationPupilPremium"_s, paid}})
        .spring(u"2015/16"_s, {{u"EVERFSM_6_P"_s, ever}}).record();
}

// A child in care brings another premium instead.
Record otherPremium()
{
    return RecordBuilder().entry(u"PP"_s, u"2015/16"_s, {{u"Deprivation Pupil Premium"_s, u"0"_s}, {u"Looked After Premium"_s, u"1"_s}})
        .spring(u"2015/16"_s, {{u"EVERFSM_6_P"_s, u"1"_s}}).record();
}

Record classMeals(const QString& group)
{
    return RecordBuilder().spring(u"2012/13"_s, {{u"FSMeligible"_s, u"1"_s}, {u"NCyearActual"_s, group}})
        .spring(u"2015/16"_s, {{u"EVERFSM_6"_s, u"0"_s}}).record();
}

Record mealDates(const QString& end)
{
    RecordBuilder builder;
    builder.entry(u"CTF"_s, u"2012/13"_s, {{u"FSMstartDate"_s, u"2012-09-10"_s}, {u"FSMendDate"_s, end}});
    builder.spring(u"2012/13"_s, {{u"FSMeligible"_s, u"0"_s}});
    builder.last().date = QDate(2013, 1, 17);
    return builder.record();
}

Record twice(int secondDocument)
{
    RecordBuilder builder;
    builder.spring(u"2008/09"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0002002"_s).spring(u"2008/09"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0002002"_s);
    builder.last().document = record::DocumentId{secondDocument};
    return builder.record();
}

Record careOverlap(const QString& second)
{
    RecordBuilder builder;
    for (const auto& [from, to] : {std::pair{u"2008-02-01"_s, u"2008-06-01"_s}, {second, u"2009-01-01"_s}})
        builder.entry(u"CLA"_s, u"2008/09"_s, {{u"cla_DATE_EPI_COMM"_s, from}, {u"cla_DATE_EPI_CEASED"_s, to}});
    return builder.record();
}

} // namespace

const registry::School* casesSchools(QStringView number, QDate day)
{
    static const registry::SchoolDirectory directory({
        {u"0002001"_s, u"999001"_s, u"Alder Infant School"_s, u"Primary"_s, QDate(1990, 9, 1), QDate(2010, 8, 31)},
        {u"0002002"_s, u"999002"_s, u"Alder Junior School"_s, u"Primary"_s, QDate(1950, 9, 1), {}},
        {u"0004001"_s, u"999003"_s, u"Birch Academy"_s, u"Secondary"_s, QDate(2012, 9, 1), {}},
    });
    return directory.find(number, day);
}

std::vector<CheckCase> casesOnSchooling()
{
    return {
        {"two-entries-one-term", [] { return twoSchools(u"C"_s, u"C"_s); }, [] { return twoSchools(u"M"_s, u"S"_s); }},
        {"same-entry-twice", [] { return twice(1); }, [] { return twice(2); }},
        {"enrolments-overlap", [] { return stays(u"2010-07-20"_s, u"2010-03-01"_s); }, [] { return stays(u"2010-07-20"_s, u"2010-07-15"_s); }},
        // The second school says a day while the first one counted still. Who comes back may keep the old day of joining.
        {"enrolments-overlap", [] { return counted(u"2008-11-03"_s, u"0004001"_s, u"2008-11-03"_s); },
         [] { return counted(u"2009-02-23"_s, u"0002002"_s, u"2006-09-04"_s); }},
        {"joined-after-count", [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"2009-05-01"_s}}, u"0002002"_s); },
         [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"2009-01-10"_s}}, u"0002002"_s); }},
        {"joining-dates-differ", [] { return joining(u"2008-01-07"_s); }, [] { return joining(u"2009-09-01"_s); }},
        {"school-unknown",
         [] { return RecordBuilder().spring(u"2008/09"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0002002"_s).spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0009999"_s).record(); },
         [] { return spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0009999"_s); }}, // the list knows none of the schools
        {"school-closed", [] { return spring(u"2011/12"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0002001"_s); }, [] { return spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0002001"_s); }},
        {"school-not-open", [] { return spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0004001"_s); }, [] { return spring(u"2013/14"_s, {{u"FSMeligible"_s, u"0"_s}}, u"0004001"_s); }},

        {"moved-flag-differs", [] { return homes(u"ZZ1 1AA"_s, u"ZZ2 2BB"_s, u"0"_s); }, [] { return homes(u"ZZ1 1AA"_s, u"zz11aa"_s, u"0"_s); }},
        {"moved-flag-differs", [] { return homes(u"ZZ1 1AA"_s, u"ZZ1 1AA"_s, u"1"_s); }, [] { return homes(u"ZZ1 1AA"_s, u"ZZ2 2BB"_s, u"2"_s); }},
        {"joined-flag-differs", [] { return joined(u"1"_s, u"2009-09-04"_s, u"0002002"_s); }, [] { return joined(u"1"_s, u"2013-01-08"_s, u"0002002"_s); }},
        {"joined-flag-differs", [] { return joined(u"0"_s, u"2013-01-08"_s, u"0002002"_s); }, [] { return joined(u"0"_s, u"2013-01-08"_s, u"0004001"_s); }},

        {"date-before-birth", [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"1996-09-04"_s}}); }, [] { return spring(u"2008/09"_s, {{u"DOB"_s, u"1996-09-04"_s}}); }},
        {"date-in-future", [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"2060-09-04"_s}}); },
         [] { return RecordBuilder().entry(u"CTF"_s, u"2012/13"_s, {{u"FSMendDate"_s, u"2060-09-04"_s}}).record(); }},
        {"date-unreadable", [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"31/02/2008"_s}}); }, [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"41885.5"_s}}); }},
        // No list of what assessments find was published, so nothing can be missing from it.
        {"code-unknown", [] { return RecordBuilder().entry(u"CIN"_s, u"2012/13"_s, {{u"PrimaryNeedCode"_s, u"Q7"_s}}).record(); },
         [] { return RecordBuilder().entry(u"CIN"_s, u"2020/21"_s, {{u"CIN_AssessmentFactors"_s, u"2A"_s}}).record(); }},
        // The dictionary cuts this list short, and of the next nobody printed one.
        {"code-unknown", [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"7"_s}}); },
         [] { return RecordBuilder().entry(u"CLA"_s, u"2016/17"_s, {{u"cla_REASON_PLACE_CHANGE"_s, u"CUSTOD"_s}}).record(); }},
        {"code-unknown", [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"7"_s}}); },
         [] { return RecordBuilder().entry(u"SC"_s, u"2024/25"_s, Term::Autumn, {{u"EYPPBF"_s, u"RB"_s}}).record(); }},
        {"code-unknown", [] { return spring(u"2010/11"_s, {{u"FSMeligible"_s, u"Q"_s}}); }, [] { return spring(u"2010/11"_s, {{u"TopUpFunding"_s, u"False"_s}}); }},
        // Before the birth there may be a referral already.
        {"date-before-birth", [] { return RecordBuilder().entry(u"CIN"_s, u"2009/10"_s, {{u"CINReferralDate"_s, u"2000-08-01"_s}}).record(); },
         [] { return RecordBuilder().entry(u"CIN"_s, u"2009/10"_s, {{u"CINReferralDate"_s, u"2001-08-01"_s}}).record(); }},
        // A day of 1876 is a day, yet nobody's here; another date of it is simply before the birth.
        {"date-unreadable", [] { return spring(u"2008/09"_s, {{u"DOB"_s, u"1876-03-01"_s}}); }, [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"1876-03-01"_s}}); }},
        {"date-before-birth", [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"30/12/1899"_s}}); }, [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"31/02/1899"_s}}); }},
        {"ends-before-begins", [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"2008-09-04"_s}, {u"LeavingDate"_s, u"2007-09-04"_s}}); },
         [] { return spring(u"2008/09"_s, {{u"EntryDate"_s, u"2007-09-04"_s}, {u"LeavingDate"_s, u"2007-09-04"_s}}); }},
        {"day-outside-year", [] { return dated(u"EXC"_s, u"2014/15"_s, u"StartDate_ex15"_s, u"2013-11-18"_s); }, [] { return dated(u"EXC"_s, u"2014/15"_s, u"StartDate_ex15"_s, u"2014-11-18"_s); }},

        {"code-other-years", [] { return spring(u"2017/18"_s, {{u"SENprovision"_s, u"A"_s}}); }, [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"A"_s}}); }},
        // A transfer file still tells who said the ethnic group, which the national tables gave up.
        {"code-other-years", [] { return spring(u"2017/18"_s, {{u"SENprovision"_s, u"P"_s}}); },
         [] { return RecordBuilder().entry(u"CTF"_s, u"2016/17"_s, {{u"EthnicitySource"_s, u"P"_s}}).record(); }},
        {"code-unknown", [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"7"_s}}); }, [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"N"_s}}); }},
        {"field-outside-years", [] { return spring(u"2014/15"_s, {{u"EthnicitySource"_s, u"P"_s}}); }, [] { return spring(u"2009/10"_s, {{u"EthnicitySource"_s, u"P"_s}}); }},

        {"sen-plan-gap", [] { return springs(u"SENprovision"_s, {u"S"_s, u"N"_s, u"S"_s}); }, [] { return springs(u"SENprovision"_s, {u"N"_s, u"S"_s, u"S"_s}); }},
        {"sen-plan-stopped", [] { return springs(u"SENprovision"_s, {u"S"_s, u"N"_s, u"N"_s}); }, [] { return springs(u"SENprovision"_s, {u"P"_s, u"A"_s, u"N"_s}); }},
        // School action or support in its place: the plan has ended all the same.
        {"sen-plan-stopped", [] { return springs(u"SENprovision"_s, {u"S"_s, u"A"_s, u"A"_s}); }, [] { return springs(u"SENprovision"_s, {u"A"_s, u"S"_s, u"S"_s}); }},
        {"sen-type-without-help", [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"N"_s}, {u"PrimarySENtype"_s, u"SLCN"_s}}); },
         [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"P"_s}, {u"PrimarySENtype"_s, u"SLCN"_s}}); }},
        {"sen-unit-without-help", [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"N"_s}, {u"SENUnitIndicator"_s, u"1"_s}}); },
         [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"N"_s}, {u"SENUnitIndicator"_s, u"0"_s}}); }},
        {"sen-help-without-type", [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"P"_s}, {u"PrimarySENtype"_s, QString()}}); },
         [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"P"_s}}); }},
        {"sen-second-without-first", [] { return spring(u"2010/11"_s, {{u"SecondarySENtype"_s, u"SLCN"_s}}); },
         [] { return spring(u"2010/11"_s, {{u"PrimarySENtype"_s, u"ASD"_s}, {u"SecondarySENtype"_s, u"SLCN"_s}}); }},
        {"sen-same-need-twice", [] { return spring(u"2010/11"_s, {{u"PrimarySENtype"_s, u"SLCN"_s}, {u"SecondarySENtype"_s, u"SLCN"_s}}); },
         [] { return spring(u"2010/11"_s, {{u"PrimarySENtype"_s, u"ASD"_s}, {u"SecondarySENtype"_s, u"SLCN"_s}}); }},
        {"sen-broad-differs", [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"S"_s}, {u"SENprovisionMajor"_s, u"1_NON"_s}}); },
         [] { return spring(u"2010/11"_s, {{u"SENprovision"_s, u"S"_s}, {u"SENprovisionMajor"_s, u"3_SS"_s}}); }},

        {"ever6-missing", [] { return meals(u"2015/16"_s, u"0"_s); }, [] { return meals(u"2018/19"_s, u"0"_s); }},
        // Meals in a nursery class do not count for the six years.
        {"ever6-missing", [] { return classMeals(u"R"_s); }, [] { return classMeals(u"N2"_s); }},
        {"ever-order", [] { return spring(u"2013/14"_s, {{u"EVERFSM_3"_s, u"1"_s}, {u"EVERFSM_6"_s, u"0"_s}}); },
         [] { return spring(u"2013/14"_s, {{u"EVERFSM_3"_s, u"0"_s}, {u"EVERFSM_6"_s, u"1"_s}, {u"EVERFSM_ALL"_s, u"1"_s}}); }},
        {"ever6-without-meals", [] { return sixYears(u"0"_s); }, [] { return sixYears(u"1"_s); }},
        {"premium-without-reason", [] { return premium(u"1"_s, u"0"_s); }, [] { return premium(u"1"_s, u"1"_s); }},
        {"premium-missing", [] { return premium(u"0"_s, u"1"_s); }, [] { return premium(u"0"_s, u"0"_s); }},
        {"premium-missing", [] { return premium(u"0"_s, u"1"_s); }, [] { return otherPremium(); }},
        {"meal-dates-differ", [] { return mealDates(u"2013-06-01"_s); }, [] { return mealDates(u"2012-12-01"_s); }},

        // A return without an end speaks up to the end of its year; nobody knows what came after.
        {"care-flag-missing", [] { return openStay(u"2010/11"_s); }, [] { return openStay(u"2008/09"_s); }},
        {"care-flag-missing", [] { return care(u"0"_s, u"2008-02-01"_s, u"2009-12-01"_s); }, [] { return care(u"0"_s, u"2006-02-01"_s, u"2006-12-01"_s); }},
        {"care-flag-alone", [] { return care(u"1"_s, u"2006-02-01"_s, u"2006-12-01"_s); }, [] { return care(u"1"_s, u"2008-02-01"_s, u"2009-12-01"_s); }},
        {"care-records-missing", [] { return care(u"1"_s, {}, {}); }, [] { return care(u"0"_s, {}, {}); }},
        {"care-episodes-overlap", [] { return careOverlap(u"2008-05-01"_s); }, [] { return careOverlap(u"2008-06-01"_s); }},
        {"care-after-18",
         [] { return RecordBuilder().entry(u"CLA"_s, u"2019/20"_s, {{u"cla_DATE_EPI_COMM"_s, u"2019-11-01"_s}}).record(); },
         [] { return RecordBuilder().entry(u"CLA"_s, u"2018/19"_s, {{u"cla_DATE_EPI_COMM"_s, u"2018-11-01"_s}}).record(); }},

        {"absence-over-possible", [] { return absence(u"10"_s, u"6"_s, u"6"_s, u"12"_s); }, [] { return absence(u"12"_s, u"6"_s, u"6"_s, u"12"_s); }},
        {"absence-sum", [] { return absence(u"142"_s, u"6"_s, u"6"_s, u"13"_s); }, [] { return absence(u"142"_s, u"6"_s, u"6"_s, u"12.0"_s); }},
        {"absence-terms", [] { return halfTerms(u"40"_s); }, [] { return halfTerms(u"16"_s); }},
        {"absence-terms", [] { return absenceYear(u"20"_s); }, [] { return absenceYear(u"15"_s); }},
        {"absence-over-possible", [] { return twoTermRows(u"21"_s, u"3"_s); }, [] { return twoTermRows(u"9"_s, u"3"_s); }},
        {"absence-reasons", [] { return twoTermRows(u"9"_s, u"4"_s); }, [] { return twoTermRows(u"9"_s, u"3"_s); }},
        {"absence-terms", [] { return movedYear(u"20"_s); }, [] { return movedYear(u"15"_s); }},
        {"absence-reasons", [] { return reasons(u"6"_s, u"1"_s); }, [] { return reasons(u"5"_s, u"1"_s); }},
        // A table with a few of the columns can only say too much, and a school without reasons left none out.
        {"absence-reasons", [] { return someReasons(u"7"_s); }, [] { return someReasons(u"2"_s); }},
        {"absence-reasons", [] { return reasons(u"1"_s, u"1"_s); }, [] { return reasons(u"0"_s, u"0"_s); }},
        {"exclusion-count", [] { return exclusionTotals(u"1"_s, u"10"_s); }, [] { return exclusionTotals(u"2"_s, u"10"_s); }},
        {"exclusion-sessions", [] { return exclusionTotals(u"2"_s, u"9"_s); }, [] { return exclusionTotals(u"2"_s, u"10"_s); }},
        {"exclusion-absence", [] { return exclusionReasons(u"2"_s); }, [] { return exclusionReasons(u"4"_s); }},
        {"exclusion-too-long", [] { RecordBuilder builder; return exclusion(builder, u"FIXD"_s, u"2014-11-18"_s, u"92"_s).record(); },
         [] { RecordBuilder builder; return exclusion(builder, u"FIXD"_s, u"2014-11-18"_s, u"90"_s).record(); }},
        {"exclusion-permanent-back", [] { return excludedForGood(u"2015/16"_s); }, [] { return excludedForGood(u"2014/15"_s); }},
    };
}

const std::vector<CheckCase>& checkCases()
{
    static const std::vector<CheckCase> all = [] {
        std::vector<CheckCase> cases = casesOnPerson();
        for (const auto& more : {casesOnSchooling(), casesOnResults()})
            cases.insert(cases.end(), more.begin(), more.end());
        return cases;
    }();
    return all;
}
