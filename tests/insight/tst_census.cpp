// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builder.h"
#include "demo_record.h"

#include "catalogue/taken_over.h"
#include "insight/addresses.h"
#include "insight/attendance.h"
#include "insight/census_account.h"
#include "insight/characteristic_table.h"
#include "insight/overview.h"
#include "insight/disputed.h"
#include "insight/value_story.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace insight;
using catalogue::Term;

namespace {

const QDate today(2026, 11, 12);

const Characteristic* characteristic(const std::vector<Characteristic>& all, const QString& key)
{
    for (const Characteristic& one : all)
        if (one.key == key)
            return &one;
    return nullptr;
}

// Five springs; the third and fourth say otherwise, with the school as source.
record::Record flipFlop()
{
    RecordBuilder builder;
    for (int start = 2006; start <= 2010; ++start) {
        const bool odd = start == 2008 || start == 2009;
        builder.spring(catalogue::AcademicYear{start}.text(),
                       {{u"EthnicGroupMinor"_s, odd ? u"WBRI"_s : u"MWBA"_s}, {u"EthnicitySource"_s, odd ? u"S"_s : u"P"_s}});
    }
    return builder.record();
}

const CharacteristicAccount* account(const std::vector<CharacteristicAccount>& all, const QString& key)
{
    for (const CharacteristicAccount& one : all)
        if (one.key == key)
            return &one;
    return nullptr;
}

} // namespace

class TestCensus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stems_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stem");
        QTest::newRow("canonical") << u"EthnicGroupMinor_[term][yy]"_s << u"EthnicGroupMinor"_s;
        QTest::newRow("delivered") << u"FSMeligible_SPR07"_s << u"FSMeligible"_s;
        QTest::newRow("anonymous") << u"LAEstab_[term][yy]_anon"_s << u"LAEstab"_s;
        QTest::newRow("unit") << u"PRU_Gender_SPR12"_s << u"Gender"_s;
        QTest::newRow("absence") << u"TermlyReasonI_Spring_ab13"_s << u"TermlyReasonI_Spring"_s;
        QTest::newRow("nth exclusion") << u"Reason_[n]_ex[yy]"_s << u"Reason"_s;
        QTest::newRow("nothing to take off") << u"Ethnicity"_s << u"Ethnicity"_s;
    }
    void stems()
    {
        QFETCH(QString, name);
        QTEST(stemOf(name), "stem");
    }

    void renamedFieldsAreOneCharacteristic()
    {
        const auto all = characteristics(RecordBuilder()
                                             .spring(u"2001/02"_s, {{u"SENstage_SPR02"_s, u"N"_s}, {u"MotherTongue_SPR02"_s, u"ENG"_s}})
                                             .spring(u"2003/04"_s, {{u"SENstatus_SPR04"_s, u"A"_s}, {u"FSMeligibility_SPR04"_s, u"0"_s}})
                                             .spring(u"2009/10"_s, {{u"SENprovision_SPR10"_s, u"A"_s}, {u"FirstLanguage_SPR10"_s, u"ENG"_s},
                                                                    {u"FSMeligible_SPR10"_s, u"1"_s}})
                                             .record(), {});
        QCOMPARE(characteristic(all, u"SENprovision"_s)->readings.size(), std::size_t(3));
        QCOMPARE(characteristic(all, u"FirstLanguage"_s)->readings.size(), std::size_t(2));
        QCOMPARE(characteristic(all, u"FSMeligible"_s)->readings.size(), std::size_t(2));
        QVERIFY(characteristic(all, u"SENprovision"_s)->readings[1].changed);
        QVERIFY(!characteristic(all, u"SENprovision"_s)->readings[2].changed);
    }

    // The detailed code speaks for the ethnic group only where nothing else does.
    void detailedCodeStandsIn()
    {
        const auto both = characteristics(
            RecordBuilder().spring(u"2009/10"_s, {{u"Ethnicity"_s, u"WBRI"_s}, {u"EthnicGroupMinor"_s, u"WBRI"_s}}).record(), {});
        QVERIFY(characteristic(both, u"Ethnicity"_s));
        QCOMPARE(characteristic(both, u"EthnicGroup"_s)->readings.size(), std::size_t(1));
        const auto alone = characteristics(RecordBuilder().spring(u"2009/10"_s, {{u"Ethnicity"_s, u"WBRI"_s}}).record(), {});
        QVERIFY(!characteristic(alone, u"Ethnicity"_s));
        QCOMPARE(characteristic(alone, u"EthnicGroup"_s)->title, u"Ethnic group"_s);
    }

    void whoSomebodyIsIsNoCharacteristic()
    {
        const auto all = characteristics(RecordBuilder()
                                             .spring(u"2009/10"_s, {{u"UPN"_s, u"E000200106014"_s}, {u"Surname"_s, u"Hale"_s},
                                                                    {u"DOB"_s, u"2001-10-14"_s}, {u"LAEstab"_s, u"0002001"_s},
                                                                    {u"FSMeligible"_s, u"0"_s}})
                                             .entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_GENDER"_s, u"F"_s}})
                                             .record(), {});
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all.front().key, u"FSMeligible"_s);
        QVERIFY(!all.front().hard);
    }

    void unknownCodesStayUnknown()
    {
        const auto all = characteristics(RecordBuilder().spring(u"2009/10"_s, {{u"EthnicGroupMinor"_s, u"QQQQ"_s}}).record(), {});
        const Reading& reading = characteristic(all, u"EthnicGroup"_s)->readings.front();
        QVERIFY(!reading.known);
        QCOMPARE(reading.raw, u"QQQQ"_s);
        QVERIFY(reading.meaning.contains("2009/10"_L1));
    }

    void careIsHard()
    {
        const auto all = characteristics(
            RecordBuilder().entry(u"CIN"_s, u"2012/13"_s, {{u"CIN_CPPindicator"_s, u"1"_s}}).record(), {});
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all.front().group, LaneGroup::Care);
        QVERIFY(all.front().hard);
    }

    void whatChangedInWords()
    {
        const record::Record record = flipFlop();
        const Overview seen = overview(record, {}, {}, today);
        QCOMPARE(seen.changed.size(), std::size_t(1)); // the source of it is no finding of its own
        QCOMPARE(seen.changed.front().key, u"EthnicGroup"_s);
        QVERIFY(seen.changed.front().sentence.startsWith("2009 and 2010 say White"_L1));
        QVERIFY(seen.changed.front().sentence.contains("the other 3 say"_L1));
        QCOMPARE(seen.changed.front().odd.size(), std::size_t(2));
        QVERIFY(overview(RecordBuilder()
                             .spring(u"2009/10"_s, {{u"Gender"_s, u"F"_s}})
                             .spring(u"2010/11"_s, {{u"Gender"_s, u"M"_s}})
                             .record(), {}, {}, today).changed.empty());
    }

    void yearsAndCounts()
    {
        RecordBuilder builder;
        builder.spring(u"2009/10"_s, {{u"FSMeligible"_s, u"0"_s}, {u"Nonsense"_s, u"x"_s}, {u"Surname"_s, u"Hale"_s}}, u"0009991"_s);
        builder.entry(u"SC"_s, u"2009/10"_s, Term::Summer, {{u"FSMeligible"_s, u"0"_s}});
        builder.entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_READLEV"_s, u"4"_s}, {u"KS2_MATLEV"_s, u"4"_s}});
        const record::Record record = builder.record();
        const Overview seen = overview(record, {}, exposure(record, registry::bundledEdition(), today), today);
        QCOMPARE(seen.years.size(), std::size_t(14));
        QCOMPARE(seen.years.front().group, u"Reception"_s);
        QCOMPARE(seen.years.front().year.text(), u"2006/07"_s);
        QCOMPARE(seen.yearsHeld, 2);
        QCOMPARE(seen.yearsExpected, 14);
        QCOMPARE(seen.censuses, 2);
        QCOMPARE(seen.resultSets, 1);
        QCOMPARE(seen.results, 2);
        QCOMPARE(seen.unknownFields, 1); // whose row it is, is no puzzle
        QCOMPARE(seen.years[3].school, u"0009991"_s);
        QCOMPARE(seen.years[6].stages, QStringList{u"Key Stage 2"_s});
        int releases = 0;
        for (const auto& [verdict, count] : seen.exposure)
            releases += count;
        QCOMPARE(releases, 22);
        QCOMPARE(seen.exposure.front().first, Verdict::Definite);
    }

    void aChildStillAtSchool()
    {
        const Overview seen = overview(RecordBuilder({2016, 5, 1}).record(), {}, {}, today);
        QCOMPARE(seen.years.size(), std::size_t(7)); // Reception 2020/21 to 2026/27
        QCOMPARE(seen.yearsHeld, 0);
    }

    void storyOfAValue()
    {
        const record::Record record = flipFlop();
        const record::ValueId odd = valueNamed(record, u"EthnicGroupMinor"_s, 3);
        const auto exposed = exposure(record, registry::bundledEdition(), today);
        const auto story = valueStory(record, odd, exposed);
        QVERIFY(story);
        QCOMPARE(story->title, u"Ethnic group"_s);
        QCOMPARE(story->when, u"Spring census 2010, Year 3, age 8"_s);
        QCOMPARE(story->raw, u"WBRI"_s);
        QVERIFY(story->meaningKnown && story->meaning.contains("British"_L1));
        QCOMPARE(story->readings.size(), std::size_t(5));
        QVERIFY(story->years.startsWith("collected"_L1));
        QVERIFY(!story->tierWords.isEmpty());
        QVERIFY(story->releases.contains(u"cabinet-ncs"_s)); // names ethnicity, whoever was in it
        QVERIFY(!story->releases.contains(u"home-office"_s));
        QVERIFY(!valueStory(record, record::ValueId{9999}, exposed));
    }

    void wholeYearsAreDatedByTheirEnd()
    {
        const record::Record record = RecordBuilder().entry(u"KS2"_s, u"2012/13"_s, {{u"KS2_READLEV"_s, u"4"_s}}).record();
        const auto story = valueStory(record, valueNamed(record, u"KS2_READLEV"_s), {});
        QCOMPARE(story->when, u"Key Stage 2, 2012/13, Year 6, age 11"_s);
        QCOMPARE(story->title, u"Reading"_s);
        QVERIFY(story->readings.empty());
    }

    void whatTheLetterMaySay()
    {
        const record::Record record = flipFlop();
        const Disputed said = disputed(
            record, {}, {valueNamed(record, u"EthnicGroupMinor"_s, 2), valueNamed(record, u"EthnicGroupMinor"_s, 3)});
        QCOMPARE(said.others, (std::vector<record::SaidElsewhere>{{u"SC"_s, catalogue::Term::Spring, {{u"White and Black African"_s, 3}}}}));
        QCOMPARE(said.sources.size(), std::size_t(1));
        QCOMPARE(said.sources.front().code, u"S"_s);
        QVERIFY(!said.sources.front().meaning.isEmpty());
        QCOMPARE(said.sources.front().years, (QStringList{u"2008/09"_s, u"2009/10"_s}));
        // Nothing else to compare with, and no source: nothing is said.
        const record::Record alone = RecordBuilder().spring(u"2012/13"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}).record();
        const Disputed silent = disputed(alone, {}, {valueNamed(alone, u"EthnicGroupMinor"_s)});
        QVERIFY(silent.others.empty());
        QVERIFY(silent.sources.empty());
    }

    void otherSourcesAreNamedApart()
    {
        RecordBuilder builder;
        builder.spring(u"2009/10"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}});
        builder.spring(u"2010/11"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}});
        builder.entry(u"CTF"_s, u"2012/13"_s, {{u"Ethnicity"_s, u"MWBA"_s}});
        const record::Record record = builder.record();
        const Disputed said = disputed(record, {}, {valueNamed(record, u"EthnicGroupMinor"_s)});
        QCOMPARE(said.others.size(), std::size_t(2));
        QCOMPARE(said.others.front(), (record::SaidElsewhere{u"SC"_s, catalogue::Term::Spring, {{u"White and Black African"_s, 1}}}));
        QCOMPARE(said.others.back().collection, u"CTF"_s);
        QCOMPARE(said.others.back().readings.size(), std::size_t(1));
    }

    void whatAResearcherWouldTake()
    {
        const auto all = characteristicAccounts(flipFlop(), {});
        const CharacteristicAccount* ethnic = account(all, u"EthnicGroup"_s);
        QVERIFY(ethnic && ethnic->fixed);
        QVERIFY(!account(all, u"EthnicitySource"_s)->fixed);
        QCOMPARE(ethnic->countedReadings, 5);
        QVERIFY(ethnic->modal());
        QCOMPARE(ethnic->modal()->code, u"MWBA"_s);
        QCOMPARE(ethnic->modal()->times, 3);
        QCOMPARE(ethnic->counted.back().times, 2);
        QCOMPARE(ethnic->last()->reading.raw, u"MWBA"_s);
        QCOMPARE(ethnic->changes.size(), std::size_t(2));
        QCOMPARE(ethnic->changes.front().when, u"Spring census 2009"_s);
        QVERIFY(ethnic->changes.front().after.contains("British"_L1));
        QCOMPARE(ethnic->changes.back().when, u"Spring census 2011"_s);
        QCOMPARE(ethnic->readings.front().group, u"Reception"_s);
        QCOMPARE(ethnic->readings.front().document, u"table.csv"_s);
    }

    // Which characteristics the rule is for stands in the catalogue, under the names that the census has.
    void whatIsTakenOverIsData()
    {
        for (const catalogue::TakenOver& rule : catalogue::takenOver()) {
            QVERIFY2(characteristicName(rule.name), qPrintable(rule.name));
            QVERIFY(rule.firstGroup <= rule.lastGroup && !rule.source.isEmpty());
        }
        const auto all = characteristicAccounts(
            RecordBuilder().spring(u"2008/09"_s, {{u"EthnicGroupMajor"_s, u"WHIT"_s}, {u"FSMeligible"_s, u"1"_s}}).record(), {});
        QVERIFY(account(all, u"EthnicGroupMajor"_s)->fixed);
        QVERIFY(!account(all, u"FSMeligible"_s)->fixed); // counted the same way, but no study takes one answer for life
        QCOMPARE(account(all, u"FSMeligible"_s)->countedReadings, 1);
        QCOMPARE(account(all, u"FSMeligible"_s)->countedFrom, u"Reception"_s);
        QCOMPARE(account(all, u"FSMeligible"_s)->countedTo, u"Year 7"_s);
    }

    // Fourteen terms say one thing, three another, and the last word is the other.
    void aLateChangeIsOutvoted()
    {
        RecordBuilder builder;
        for (int start = 2006; start <= 2010; ++start)
            for (const Term term : {Term::Autumn, Term::Spring, Term::Summer})
                builder.entry(u"SC"_s, catalogue::AcademicYear{start}.text(), term,
                              {{u"EthnicGroupMinor"_s, start == 2010 ? u"WIRT"_s : u"WBRI"_s}}, u"0009991"_s);
        builder.entry(u"SC"_s, u"2011/12"_s, Term::Autumn, {{u"EthnicGroupMinor"_s, u"WBRI"_s}});
        builder.entry(u"SC"_s, u"2012/13"_s, Term::Autumn, {{u"EthnicGroupMinor"_s, u"WBRI"_s}});
        builder.entry(u"SC"_s, u"2014/15"_s, Term::Spring, {{u"EthnicGroupMinor"_s, u"WIRT"_s}}); // Year 8: not counted
        const auto all = characteristicAccounts(builder.record(), {});
        const CharacteristicAccount* ethnic = account(all, u"EthnicGroup"_s);
        QCOMPARE(ethnic->modal()->code, u"WBRI"_s);
        QCOMPARE(ethnic->modal()->times, 14);
        QCOMPARE(ethnic->counted.back().code, u"WIRT"_s);
        QCOMPARE(ethnic->counted.back().times, 3);
        QCOMPARE(ethnic->countedReadings, 17);
        QCOMPARE(ethnic->last()->reading.raw, u"WIRT"_s);
        QVERIFY(!ethnic->readings.back().counted);
        QCOMPARE(ethnic->readings.front().school, u"0009991"_s); // in no directory: its number
        QVERIFY(ethnic->readings.back().school.isEmpty());
    }

    void aTieHasNoCommonest()
    {
        const auto tie = characteristicAccounts(RecordBuilder()
                                                    .spring(u"2008/09"_s, {{u"Gender"_s, u"F"_s}})
                                                    .spring(u"2009/10"_s, {{u"Gender"_s, u"M"_s}})
                                                    .record(), {});
        QVERIFY(!account(tie, u"Sex"_s)->modal());
        QCOMPARE(account(tie, u"Sex"_s)->counted.size(), std::size_t(2));
        // Out of reception to Year 7 nothing is counted.
        const auto late = characteristicAccounts(RecordBuilder().spring(u"2015/16"_s, {{u"Gender"_s, u"F"_s}}).record(), {});
        QVERIFY(!account(late, u"Sex"_s)->modal());
        QCOMPARE(account(late, u"Sex"_s)->countedReadings, 0);
        QVERIFY(account(late, u"Sex"_s)->last());
    }

    // A transfer file is no census: it is told, not counted. Nor does the year group count that the child was not in.
    void onlyCensusesOfTheTaughtYearsCount()
    {
        RecordBuilder builder;
        builder.entry(u"CTF"_s, u"2009/10"_s, {{u"Ethnicity"_s, u"WIRI"_s}});
        builder.spring(u"2012/13"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}, {u"NCyearActual"_s, u"8"_s}}); // put up a year
        const auto all = characteristicAccounts(builder.record(), {});
        const CharacteristicAccount* ethnic = account(all, u"EthnicGroup"_s);
        QCOMPARE(ethnic->readings.size(), std::size_t(2));
        QCOMPARE(ethnic->countedReadings, 0);
        QCOMPARE(ethnic->readings.back().group, u"Year 8"_s);
    }

    void codesAreExplainedYearByYear()
    {
        RecordBuilder builder;
        builder.spring(u"2009/10"_s, {{u"SENprovision"_s, u"A"_s}, {u"EthnicGroupMinor"_s, u"QQQQ"_s}});
        builder.spring(u"2010/11"_s, {{u"SENprovision"_s, u"A"_s}, {u"EthnicGroupMinor"_s, u"QQQQ"_s}});
        builder.spring(u"2015/16"_s, {{u"SENprovision"_s, u"K"_s}});
        const auto all = characteristicAccounts(builder.record(), {});
        const CharacteristicAccount* help = account(all, u"SENprovision"_s);
        QCOMPARE(help->codes.size(), std::size_t(2));
        QCOMPARE(help->codes.front().code, u"A"_s);
        QCOMPARE(help->codes.front().first->text(), u"2009/10"_s);
        QCOMPARE(help->codes.front().last->text(), u"2010/11"_s);
        QVERIFY(help->codes.front().known && !help->codes.front().source.isEmpty());
        const CharacteristicAccount* ethnic = account(all, u"EthnicGroup"_s);
        QCOMPARE(ethnic->codes.size(), std::size_t(1)); // one line for both years of an unknown code
        QVERIFY(!ethnic->codes.front().known);
    }

    void absenceByYearWithReasons()
    {
        const record::Record record =
            RecordBuilder()
                .entry(u"ABS"_s, u"2008/09"_s,
                       {{u"SessionsPossible_Autumn_ab09"_s, u"140"_s}, {u"AuthorisedAbsence_Autumn_ab09"_s, u"6"_s},
                        {u"UnauthorisedAbsence_Autumn_ab09"_s, u"1"_s}, {u"OverallAbsence_Autumn_ab09"_s, u"7"_s},
                        {u"TermlyReasonI_Autumn_ab09"_s, u"6"_s}, {u"TermlyReasonG_Autumn_ab09"_s, u"1"_s},
                        {u"TermlyReasonM_Autumn_ab09"_s, u"0"_s}, {u"SessionsPossible_Spring_ab09"_s, u"120"_s},
                        {u"AuthorisedAbsence_Spring_ab09"_s, u"2"_s}, {u"UnauthorisedAbsence_Spring_ab09"_s, u"0"_s},
                        {u"TermlyReasonI_Spring_ab09"_s, u"2"_s}})
                .record();
        const Attendance seen = attendance(record, {});
        QCOMPARE(seen.years.size(), std::size_t(1));
        const AbsenceYear& year = seen.years.front();
        QCOMPARE(year.group, u"Year 2"_s);
        QVERIFY(year.summed);
        QCOMPARE(year.parts.size(), std::size_t(2));
        QCOMPARE(year.whole.possible, std::optional(260.0));
        QCOMPARE(year.whole.authorised, std::optional(8.0));
        QCOMPARE(year.whole.unauthorised, std::optional(1.0));
        QCOMPARE(year.whole.missed(), std::optional(9.0)); // spring prints no overall: its two kinds are added
        QCOMPARE(year.whole.reasons.size(), std::size_t(2)); // a zero is no reason
        QCOMPARE(year.whole.reasons.front().words, u"Illness"_s);
        QCOMPARE(year.whole.reasons.front().sessions, 8.0);
        QVERIFY(year.whole.reasons.front().kind == ReasonKind::Authorised);
        QVERIFY(year.whole.reasons.back().kind == ReasonKind::Unauthorised);
    }

    // The last half term of summer is a part of its own, and never the whole year.
    void lastHalfTermIsNoYear()
    {
        const Attendance seen = attendance(RecordBuilder()
                                               .entry(u"ABS"_s, u"2013/14"_s,
                                                      {{u"SessionsPossible_Summer_ab14"_s, u"60"_s}, {u"OverallAbsence_Summer_ab14"_s, u"3"_s},
                                                       {u"SessionsPossible_Summer6th_ab14"_s, u"60"_s}, {u"OverallAbsence_Summer6th_ab14"_s, u"2"_s}})
                                               .record(), {});
        const AbsenceYear& year = seen.years.front();
        QCOMPARE(year.parts.size(), std::size_t(2));
        QCOMPARE(year.whole.missed(), std::optional(5.0));
        QVERIFY(year.summed);
    }

    // A printed figure of the whole year wins over the sum of its terms; half a sum is none.
    void wholeYearsAreTakenAsPrinted()
    {
        const Attendance printed = attendance(RecordBuilder()
                                                  .entry(u"ABS"_s, u"2013/14"_s,
                                                         {{u"OverallAbsence_Autumn_ab14"_s, u"3"_s}, {u"OverallAbsence_5HalfTerms_ab14"_s, u"9"_s},
                                                          {u"OverallAbsence_6HalfTerms_ab14"_s, u"11"_s}})
                                                  .record(), {});
        QVERIFY(!printed.years.front().summed);
        QCOMPARE(printed.years.front().whole.missed(), std::optional(11.0));
        const Attendance half = attendance(RecordBuilder()
                                               .entry(u"ABS"_s, u"2013/14"_s,
                                                      {{u"SessionsPossible_Autumn_ab14"_s, u"140"_s}, {u"OverallAbsence_Autumn_ab14"_s, u"3"_s},
                                                       {u"OverallAbsence_Spring_ab14"_s, u"4"_s}})
                                               .record(), {});
        QCOMPARE(half.years.front().whole.missed(), std::optional(7.0));
        QVERIFY(!half.years.front().whole.possible);
    }

    // A child who moved in the middle of a term has a row from each school: both count.
    void twoSchoolsOfOneTermAreAdded()
    {
        const auto row = [](RecordBuilder& builder, const QString& school, const QString& possible, const QString& with, const QString& ill) {
            builder.entry(u"ABS"_s, u"2008/09"_s, Term::Autumn,
                          {{u"SessionsPossible_Autumn_ab09"_s, possible}, {u"AuthorisedAbsence_Autumn_ab09"_s, with},
                           {u"UnauthorisedAbsence_Autumn_ab09"_s, u"0"_s}, {u"TermlyReasonI_Autumn_ab09"_s, ill}}, school);
        };
        for (const QString& second : {u"0004001"_s, u"0002002"_s}) { // two stays at one school are two rows as well
            RecordBuilder builder;
            row(builder, u"0002002"_s, u"90"_s, u"4"_s, u"4"_s);
            row(builder, second, u"50"_s, u"3"_s, u"2"_s);
            const Attendance seen = attendance(builder.record(), {});
            QCOMPARE(seen.years.size(), std::size_t(1));
            const AbsencePart& whole = seen.years.front().whole;
            QCOMPARE(whole.possible, std::optional(140.0));
            QCOMPARE(whole.authorised, std::optional(7.0));
            QCOMPARE(whole.missed(), std::optional(7.0));
            QCOMPARE(whole.reasons.size(), std::size_t(1));
            QCOMPARE(whole.reasons.front().sessions, 6.0);
            QCOMPARE(whole.values.size(), std::size_t(8));
        }
        // One of the two says nothing of the sessions possible: then the term has none, rather than too few.
        RecordBuilder half;
        row(half, u"0002002"_s, u"90"_s, u"4"_s, u"4"_s);
        row(half, u"0004001"_s, {}, u"3"_s, u"2"_s);
        const Attendance seen = attendance(half.record(), {});
        QVERIFY(!seen.years.front().whole.possible);
        QCOMPARE(seen.years.front().whole.missed(), std::optional(7.0));
    }

    // Two documents that tell the same term are not added.
    void twoDocumentsOfOneTermAreNotAdded()
    {
        RecordBuilder builder;
        builder.entry(u"ABS"_s, u"2008/09"_s, {{u"SessionsPossible_Autumn_ab09"_s, u"140"_s}, {u"OverallAbsence_Autumn_ab09"_s, u"7"_s}});
        builder.entry(u"ABS"_s, u"2008/09"_s, {{u"SessionsPossible_Autumn_ab09"_s, u"140"_s}, {u"TermlyReasonI_Autumn_ab09"_s, u"7"_s}});
        builder.last().document = record::DocumentId{2};
        const Attendance seen = attendance(builder.record(), {});
        const AbsencePart& whole = seen.years.front().whole;
        QCOMPARE(whole.possible, std::optional(140.0));
        QCOMPARE(whole.missed(), std::optional(7.0));
        QCOMPARE(whole.reasons.size(), std::size_t(1)); // what only the second says is taken from it
        QCOMPARE(whole.values.size(), std::size_t(4));
    }

    // A census counts the term before it.
    void aCensusCountsTheTermBefore()
    {
        RecordBuilder builder;
        builder.entry(u"SC"_s, u"2008/09"_s, Term::Autumn, {{u"SessionsPossible"_s, u"60"_s}, {u"SessionsAuthorised"_s, u"1"_s}}, u"0002002"_s);
        builder.spring(u"2008/09"_s, {{u"SessionsPossible"_s, u"140"_s}, {u"SessionsAuthorised"_s, u"2"_s}}, u"0002002"_s);
        const Attendance seen = attendance(builder.record(), {});
        QCOMPARE(seen.years.size(), std::size_t(2));
        QCOMPARE(seen.years.front().year.start, 2007);
        QCOMPARE(seen.years.front().whole.title, u"Summer term"_s);
        QCOMPARE(seen.years.back().whole.title, u"Autumn term"_s);
        QCOMPARE(seen.years.back().whole.possible, std::optional(140.0));
    }

    // Of a row that says one kind alone nobody knows the sum; two rows have none where one of them has none.
    void halfASumIsNone()
    {
        const auto annual = [](std::initializer_list<RecordBuilder::Pair> values) {
            return attendance(RecordBuilder().entry(u"ABS"_s, u"2013/14"_s, values).record(), {}).years;
        };
        const auto half = annual({{u"SessionsPossible_Annual_ab14"_s, u"300"_s}, {u"AuthorisedAbsence_Annual_ab14"_s, u"4"_s}});
        QCOMPARE(half.size(), std::size_t(1));
        QVERIFY(!half.front().whole.missed());
        QCOMPARE(half.front().whole.least(), std::optional(4.0));
        QCOMPARE(half.front().whole.possible, std::optional(300.0)); // no reason to tell none of it
        const auto both = annual({{u"AuthorisedAbsence_Annual_ab14"_s, u"4"_s}, {u"UnauthorisedAbsence_Annual_ab14"_s, u"1"_s}});
        QCOMPARE(both.front().whole.missed(), std::optional(5.0));
        RecordBuilder schools;
        schools.entry(u"ABS"_s, u"2007/08"_s, Term::Spring,
                      {{u"SessionsPossible_Spring_ab08"_s, u"120"_s}, {u"AuthorisedAbsence_Spring_ab08"_s, u"4"_s}}, u"0002001"_s);
        schools.entry(u"ABS"_s, u"2007/08"_s, Term::Spring,
                      {{u"SessionsPossible_Spring_ab08"_s, u"22"_s}, {u"AuthorisedAbsence_Spring_ab08"_s, u"0"_s},
                       {u"UnauthorisedAbsence_Spring_ab08"_s, u"9"_s}, {u"OverallAbsence_Spring_ab08"_s, u"9"_s}}, u"0002002"_s);
        const AbsencePart spring = attendance(schools.record(), {}).years.front().whole;
        QVERIFY(!spring.missed());
        QCOMPARE(spring.authorised, std::optional(4.0));
        QVERIFY(!spring.unauthorised);
        QCOMPARE(spring.possible, std::optional(142.0));
    }

    // Reasons of the whole year belong to it whatever its sums are made of; they stand as the tables print them.
    void reasonsOfTheYearAreKept()
    {
        RecordBuilder builder;
        builder.entry(u"ABS"_s, u"2013/14"_s, {{u"AnnualReasonI_ab14"_s, u"3"_s}});
        const auto alone = attendance(builder.record(), {}).years;
        QCOMPARE(alone.size(), std::size_t(1));
        QVERIFY(!alone.front().whole.least());
        QCOMPARE(alone.front().whole.reasons.size(), std::size_t(1));
        builder.add(u"OverallAbsence_Autumn_ab14"_s, u"2"_s).add(u"OverallAbsence_Spring_ab14"_s, u"1"_s);
        const AbsencePart beside = attendance(builder.record(), {}).years.front().whole;
        QCOMPARE(beside.missed(), std::optional(3.0));
        QCOMPARE(beside.reasons.size(), std::size_t(1));
        QCOMPARE(beside.values.size(), std::size_t(3));
        const auto terms = attendance(RecordBuilder()
                                          .entry(u"ABS"_s, u"2013/14"_s,
                                                 {{u"OverallAbsence_Autumn_ab14"_s, u"2"_s}, {u"TermlyReasonO_Autumn_ab14"_s, u"2"_s},
                                                  {u"OverallAbsence_Spring_ab14"_s, u"1"_s}, {u"TermlyReasonI_Spring_ab14"_s, u"1"_s}})
                                          .record(), {}).years;
        QCOMPARE(terms.front().whole.reasons.front().code, u"I"_s);
        QCOMPARE(terms.front().whole.reasons.back().code, u"O"_s);
    }

    // Who refuses three times and answers twice has answered twice.
    void whatAnswersNothingIsNotTakenOver()
    {
        const auto account = [](std::initializer_list<const char16_t*> codes) {
            RecordBuilder builder;
            int year = 2007;
            for (const char16_t* code : codes) {
                builder.spring(QStringLiteral("%1/%2").arg(year).arg((year + 1) % 100, 2, 10, QLatin1Char('0')),
                               {{u"EthnicGroupMinor"_s, QString::fromUtf16(code)}});
                ++year;
            }
            return characteristicAccounts(builder.record(), {}).front();
        };
        const auto refused = account({u"REFU", u"REFU", u"REFU", u"WBRI", u"WBRI"});
        QCOMPARE(refused.counted.front().times, 3);
        QVERIFY(!refused.counted.front().given);
        QVERIFY(refused.modal());
        QCOMPARE(refused.modal()->code, u"WBRI"_s);
        QVERIFY(!account({u"REFU", u"REFU"}).modal());
        QVERIFY(!account({u"REFU", u"WBRI", u"WIRT"}).modal()); // a tie among those that answer
        QCOMPARE(account({u"WIRT", u"WIRT", u"WBRI"}).modal()->code, u"WIRT"_s);
    }

    // Two schools in one term said two things: then the change names who said so, and only then.
    void twoSchoolsOfOneTermAreTold()
    {
        RecordBuilder builder;
        builder.spring(u"2007/08"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}, u"8702001"_s);
        builder.spring(u"2007/08"_s, {{u"EthnicGroupMinor"_s, u"WIRT"_s}}, u"8702002"_s);
        builder.spring(u"2008/09"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}, u"8702002"_s);
        const auto account = characteristicAccounts(builder.record(), {}).front();
        QCOMPARE(account.changes.size(), std::size_t(2));
        QCOMPARE(account.changes.front().school, u"8702002"_s);
        QVERIFY(account.changes.back().school.isEmpty());
    }

    // Nobody knows when an undated answer was given, so it changes nothing.
    void anUndatedAnswerIsNoChange()
    {
        const auto found = [](const QString& year) {
            RecordBuilder builder;
            builder.spring(u"2007/08"_s, {{u"EthnicGroupMinor"_s, u"WBRI"_s}});
            builder.entry(u"SC"_s, year, {{u"EthnicGroupMinor"_s, u"WIRT"_s}});
            return characteristicAccounts(builder.record(), {}).front();
        };
        const auto undated = found({});
        QCOMPARE(undated.readings.size(), std::size_t(2));
        QVERIFY(!undated.readings.back().reading.year && !undated.readings.back().reading.changed);
        QVERIFY(undated.changes.empty());
        QCOMPARE(found(u"2008/09"_s).changes.size(), std::size_t(1));
    }

    // A row that was cut by collection is one home again, its parts in the order of the row.
    void partsOfOneRowAreOneHome()
    {
        RecordBuilder builder;
        const auto stand = [&](int row, int column) {
            for (record::Value& value : builder.last().values) {
                value.where.row = row;
                value.where.column = column++;
            }
        };
        builder.entry(u"SCADDR"_s, u"2006/07"_s, Term::Spring, {{u"PAON_SPR07"_s, u"14"_s}});
        stand(2, 3);
        builder.entry(u"SCADDR"_s, u"2006/07"_s, Term::Spring, {{u"Postcode_SPR07"_s, u"ZZ1 1AA"_s}});
        stand(2, 7);
        builder.entry(u"AP"_s, u"2006/07"_s, Term::Spring, {{u"AP_Town"_s, u"Netherby"_s}});
        stand(2, 5);
        builder.entry(u"OTHER"_s, u"2006/07"_s, Term::Spring, {{u"Street_SPR07"_s, u"Alder Row"_s}});
        stand(2, 4);
        builder.entry(u"OTHER"_s, u"2006/07"_s, Term::Spring, {{u"Street_SPR07"_s, u"Of nobody"_s}}); // beside no home
        stand(9, 4);
        builder.entry(u"SCADDR"_s, u"2007/08"_s, Term::Spring, {{u"Postcode_SPR08"_s, u"zz11aa"_s}});
        stand(3, 7);
        builder.entry(u"SCADDR"_s, u"2008/09"_s, Term::Spring, {{u"Postcode_SPR09"_s, u"ZZ2 2BB"_s}});
        stand(4, 7);
        const auto homes = addresses(builder.record(), {});
        QCOMPARE(homes.size(), std::size_t(3));
        QCOMPARE(homes[0].lines, u"14, Alder Row, Netherby"_s);
        QCOMPARE(homes[0].postcode, u"ZZ1 1AA"_s);
        QCOMPARE(homes[0].values.size(), std::size_t(4));
        QVERIFY(homes[0].when.contains("home addresses"_L1));
        QVERIFY(!homes[1].changed); // written another way
        QVERIFY(homes[2].changed);
    }

    // Two postcodes in one row are two homes; an area without a home is none.
    void twoPostcodesAreTwoHomes()
    {
        RecordBuilder builder;
        for (const auto& [collection, heading, raw] :
             {std::tuple{u"SCADDR"_s, u"Postcode_SPR07"_s, u"ZZ1 1AA"_s}, {u"AP"_s, u"AP_Postcode"_s, u"ZZ2 2BB"_s},
              {u"SC"_s, u"LSOA11_SPR07"_s, u"E01000001"_s}}) {
            builder.entry(collection, u"2006/07"_s, Term::Spring, {{heading, raw}});
            builder.last().values.front().where.row = 2;
        }
        const auto homes = addresses(builder.record(), {});
        QCOMPARE(homes.size(), std::size_t(2));
        QVERIFY(addresses(RecordBuilder().spring(u"2006/07"_s, {{u"LSOA11_SPR07"_s, u"E01000001"_s}}).record(), {}).empty());
    }

    void everyExclusionHasItsWords()
    {
        RecordBuilder builder;
        builder.entry(u"EXC"_s, u"2014/15"_s,
                      {{u"Category_ex15"_s, u"FIXD"_s}, {u"StartDate_ex15"_s, u"2015-03-10"_s}, {u"Sessions_ex15"_s, u"4"_s},
                       {u"Reason_ex15"_s, u"VA"_s}});
        builder.entry(u"EXC"_s, u"2011/12"_s,
                      {{u"Category_1_ex12"_s, u"FIXD"_s}, {u"StartDate_1_ex12"_s, u"31/02/2012"_s}, {u"Category_2_ex12"_s, u"LNCH"_s},
                       {u"Reason_2_ex12"_s, u"ZZ"_s}});
        const Attendance seen = attendance(builder.record(), {});
        QCOMPARE(seen.exclusions.size(), std::size_t(3));
        QCOMPARE(seen.exclusions.front().when, u"31/02/2012"_s); // no day that can be: as delivered
        QVERIFY(!seen.exclusions.front().sessions);
        QCOMPARE(seen.exclusions[1].category, u"Lunchtime exclusion"_s);
        QCOMPARE(seen.exclusions[1].reasonCodes, u"ZZ"_s);
        const ExclusionCase& last = seen.exclusions.back();
        QCOMPARE(last.day, QDate(2015, 3, 10));
        QCOMPARE(last.sessions, std::optional(4.0));
        QVERIFY(last.reasons.value(0).contains("abuse"_L1, Qt::CaseInsensitive));
        QVERIFY(attendance(RecordBuilder().spring(u"2009/10"_s, {{u"Gender"_s, u"F"_s}}).record(), {}).exclusions.empty());
    }
};

QTEST_GUILESS_MAIN(TestCensus)
#include "tst_census.moc"
