// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_cases.h"

using namespace Qt::StringLiterals;
using catalogue::Term;
using record::Record;

namespace {

using Pair = RecordBuilder::Pair;
using Pairs = std::initializer_list<Pair>;

const QString upn = u"E000200106014"_s;       // of the builder's person
const QString otherUpn = u"R000300107021"_s;  // passes its check letter
const QString wrongUpn = u"F000200106014"_s;  // does not
const QString shortUpn = u"M00020010601B"_s;  // temporary
const QString uln = u"1000000019"_s;
const QString otherUln = u"2000000036"_s;

// One spring after the other from 2006/07, each with its own values.
Record springs(std::initializer_list<std::vector<Pair>> years)
{
    RecordBuilder builder;
    int start = 2006;
    for (const std::vector<Pair>& values : years) {
        builder.spring(catalogue::AcademicYear{start++}.text(), {});
        for (const auto& [name, raw] : values)
            builder.add(name, raw);
    }
    return builder.record();
}

Record one(const QString& name, const QString& raw, const QString& year = u"2008/09"_s)
{
    return RecordBuilder().spring(year, {{name, raw}}).record();
}

RecordBuilder born(int year) { return RecordBuilder(QDate(year, 11, 20)); }

Record twin(const QString& forename)
{
    RecordBuilder builder;
    for (int start = 2006; start <= 2009; ++start) {
        const bool other = start == 2008;
        builder.spring(catalogue::AcademicYear{start}.text(), {{u"UPN"_s, other ? otherUpn : upn}, {u"DOB"_s, u"2001-10-14"_s},
                                                               {u"Forename"_s, other ? forename : u"Mina"_s}}, u"0002002"_s);
    }
    return builder.record();
}

} // namespace

Record otherChild()
{
    RecordBuilder builder;
    for (int start = 2006; start <= 2010; ++start)
        builder.spring(catalogue::AcademicYear{start}.text(),
                       {{u"UPN"_s, upn}, {u"DOB"_s, u"2001-10-14"_s}, {u"Forename"_s, u"Mina"_s}, {u"Gender"_s, u"F"_s},
                        {u"NCyearActual"_s, start == 2006 ? u"R"_s : QString::number(start - 2006)}}, u"0002002"_s);
    const auto place = [&](int row) {
        builder.last().document = record::DocumentId{2};
        for (record::Value& value : builder.last().values)
            value.where.row = row;
    };
    builder.spring(u"2008/09"_s, {{u"UPN"_s, otherUpn}, {u"DOB"_s, u"2003-03-01"_s}, {u"Forename"_s, u"Omar"_s}}, u"0004001"_s);
    place(7);
    builder.entry(u"ABS"_s, u"2008/09"_s, {{u"NCyearActual_ab09"_s, u"1"_s}, {u"Gender_ab09"_s, u"M"_s}});
    place(7);
    return builder.record();
}

std::vector<CheckCase> casesOnPerson()
{
    return {
        {"other-child-entry", otherChild,
         [] { // another date alone is no other child
             return springs({{{u"UPN"_s, upn}, {u"DOB"_s, u"2001-10-14"_s}}, {{u"UPN"_s, upn}, {u"DOB"_s, u"2003-03-01"_s}}});
         }},
        {"twin-mix-up", [] { return twin(u"Leo"_s); }, [] { return twin(u"Mina Rose"_s); }},
        {"birth-date-differs", [] { return one(u"DOB"_s, u"2003-03-01"_s); }, [] { return one(u"DOB"_s, u"14/10/2001"_s); }},
        {"birth-date-swapped",
         [] {
             RecordBuilder builder(QDate(2001, 10, 4));
             return builder.spring(u"2008/09"_s, {{u"DOB"_s, u"2001-04-10"_s}}).record();
         },
         [] { return one(u"DOB"_s, u"2001-04-10"_s); }},
        {"birth-month-differs",
         [] { return RecordBuilder().entry(u"EXC"_s, u"2012/13"_s, {{u"YearOfBirth_ex13"_s, u"2002"_s}, {u"MonthOfBirth_ex13"_s, u"10"_s}}).record(); },
         [] { // headings the wrong way round
             return RecordBuilder().entry(u"EXC"_s, u"2012/13"_s, {{u"YearOfBirth_ex13"_s, u"10"_s}, {u"MonthOfBirth_ex13"_s, u"2001"_s}}).record();
         }},
        {"sex-changed", [] { return springs({{{u"Gender"_s, u"F"_s}}, {{u"Gender"_s, u"M"_s}}, {{u"Gender"_s, u"F"_s}}}); },
         [] { return springs({{{u"Gender"_s, u"F"_s}}, {{u"Gender"_s, u"2"_s}}, {{u"Gender"_s, u"Female"_s}}}); }},
        {"surname-differs", [] { return springs({{{u"Surname"_s, u"Okafor-Hale"_s}}, {{u"Surname"_s, u"Smith"_s}}}); },
         [] { return springs({{{u"Surname"_s, u"Okafor-Hale"_s}}, {{u"Surname"_s, u"OKAFOR HALE"_s}}}); }},
        {"forename-differs", [] { return springs({{{u"Forename"_s, u"Mina"_s}}, {{u"Forename"_s, u"Ada"_s}}}); },
         [] { return springs({{{u"Forename"_s, u"MINA ROSE"_s}}, {{u"Forename"_s, u"Min"_s}}}); }},
        {"language-changed", [] { return springs({{{u"FirstLanguage"_s, u"ENG"_s}}, {{u"FirstLanguage"_s, u"OTH"_s}}, {{u"FirstLanguage"_s, u"ENG"_s}}}); },
         [] { return springs({{{u"FirstLanguage"_s, u"ENG"_s}}, {{u"FirstLanguage"_s, u"ENB"_s}}, {{u"FirstLanguage"_s, u"NOT"_s}},
                            {{u"FirstLanguage"_s, u"OTB"_s}}, {{u"FirstLanguage"_s, u"Q9Q"_s}}, {{u"LanguageGroup"_s, u"MIS"_s}}}); }},
        {"country-of-birth-changed",
         [] {
             return RecordBuilder().entry(u"SC"_s, u"2016/17"_s, Term::Autumn, {{u"CountryOfBirth"_s, u"GBR"_s}})
                 .spring(u"2016/17"_s, {{u"CountryOfBirth"_s, u"POL"_s}}).record();
         },
         [] {
             return RecordBuilder().entry(u"SC"_s, u"2016/17"_s, Term::Autumn, {{u"CountryOfBirth"_s, u"GBR"_s}})
                 .spring(u"2016/17"_s, {{u"CountryOfBirth"_s, u"REF"_s}})
                 .entry(u"SC"_s, u"2016/17"_s, Term::Summer, {{u"CountryOfBirth"_s, u"Q9Q"_s}}).record(); // of no list
         }},
        {"ethnicity-after-refusal",
         [] { return springs({{{u"EthnicGroupMinor"_s, u"REFU"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}}); },
         [] { return springs({{{u"EthnicGroupMinor"_s, u"REFU"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}, {u"EthnicitySource"_s, u"P"_s}}}); }},
        // What the family said afterwards stands for the years without a source too, as long as it is the same.
        {"ethnicity-after-refusal",
         [] { return springs({{{u"EthnicGroupMinor"_s, u"REFU"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}, {u"EthnicitySource"_s, u"P"_s}}, {{u"EthnicGroupMinor"_s, u"MWBA"_s}}}); },
         [] { return springs({{{u"EthnicGroupMinor"_s, u"REFU"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}, {u"EthnicitySource"_s, u"P"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}}); }},
        {"ethnicity-after-not-obtained",
         [] { return springs({{{u"EthnicGroupMinor"_s, u"NOBT"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}, {u"EthnicitySource"_s, u"S"_s}}}); },
         [] { return springs({{{u"EthnicGroupMinor"_s, u"NOBT"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}}); }},
        {"ethnicity-flip",
         [] { return springs({{{u"EthnicGroupMinor"_s, u"MWBA"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}, {{u"EthnicGroupMinor"_s, u"MWBA"_s}}}); },
         [] { // a long code of the same group, a gap
             return springs({{{u"EthnicGroupMinor"_s, u"WBRI"_s}}, {{u"Ethnicity"_s, u"WENG"_s}}, {{u"EthnicGroupMinor"_s, u"NOBT"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}});
         }},
        {"ethnicity-changed",
         [] { return springs({{{u"EthnicGroupMinor"_s, u"WBRI"_s}}, {{u"EthnicGroupMinor"_s, u"MWBA"_s}}, {{u"EthnicGroupMinor"_s, u"MWBA"_s}}}); },
         [] { return springs({{{u"EthnicGroupMinor"_s, u"MWBA"_s}}, {{u"EthnicGroupMinor"_s, u"WBRI"_s}}, {{u"EthnicGroupMinor"_s, u"MWBA"_s}}}); }},
        {"ethnicity-ascribed",
         [] { return springs({{{u"EthnicGroupMinor"_s, u"WBRI"_s}, {u"EthnicitySource"_s, u"S"_s}}}); },
         [] { return springs({{{u"EthnicGroupMinor"_s, u"WBRI"_s}, {u"EthnicitySource"_s, u"P"_s}}}); }},
        {"ethnicity-broad-differs",
         [] { return RecordBuilder().spring(u"2009/10"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}, {u"EthnicGroupMajor"_s, u"WHIT"_s}}).record(); },
         [] { return RecordBuilder().spring(u"2009/10"_s, {{u"EthnicGroupMinor"_s, u"MWBA"_s}, {u"EthnicGroupMajor"_s, u"MIXD"_s}, {u"Ethnicity"_s, u"MWBA"_s}}).record(); }},
        {"ethnicity-artefact", [] { return one(u"EthnicGroupMinor"_s, u"INVA"_s); }, [] { return one(u"EthnicGroupMinor"_s, u"NOBT"_s); }},
        {"nationality-outside-years", [] { return one(u"Nationality"_s, u"GBR"_s, u"2019/20"_s); }, [] { return one(u"Nationality"_s, u"GBR"_s, u"2016/17"_s); }},
        {"nationality-held", [] { return one(u"Nationality"_s, u"GBR"_s, u"2016/17"_s); }, [] { return one(u"Nationality"_s, QString(), u"2016/17"_s); }},
        {"nationality-held", [] { return one(u"CountryOfBirth"_s, u"POL"_s, u"2017/18"_s); }, [] { return one(u"CountryOfBirth"_s, u"REF"_s, u"2017/18"_s); }},
        {"yssa-no-reply", [] { return one(u"YSSA"_s, u"SNR"_s, u"2014/15"_s); }, [] { return one(u"YSSA"_s, u"UNS"_s, u"2014/15"_s); }},
        {"upn-check-letter", [] { return one(u"UPN"_s, wrongUpn); }, [] { return one(u"UPN"_s, upn); }},
        {"upn-check-letter", [] { return one(u"UPN"_s, upn.chopped(1)); }, // a stand-in is no number with a slip
         [] { return one(u"UPN"_s, u"9f606cda-b034-4421-9eae-a1cb920288af"_s); }},
        {"upn-several", [] { return springs({{{u"UPN"_s, upn}}, {{u"UPN"_s, otherUpn}}, {{u"UPN"_s, upn}}}); },
         [] { return springs({{{u"UPN"_s, upn}}, {{u"UPN"_s, upn.toLower()}}, {{u"UPN"_s, wrongUpn}}}); }},
        {"upn-former", [] { return RecordBuilder().spring(u"2008/09"_s, {{u"UPN"_s, upn}, {u"FormerUPN"_s, otherUpn}}).record(); },
         [] { return RecordBuilder().spring(u"2008/09"_s, {{u"UPN"_s, upn}, {u"FormerUPN"_s, upn}}).record(); }},
        {"upn-temporary", [] { return springs({{{u"UPN"_s, shortUpn}}, {{u"UPN"_s, shortUpn}}}); }, [] { return springs({{{u"UPN"_s, shortUpn}}, {{u"UPN"_s, upn}}}); }},
        {"upn-year", [] { return one(u"UPN"_s, u"A000200199014"_s); }, [] { return one(u"UPN"_s, upn); }},
        {"uln-check-digit", [] { return one(u"ULN_Census"_s, u"1000000018"_s, u"2014/15"_s); }, [] { return one(u"ULN_Census"_s, uln, u"2014/15"_s); }},
        {"uln-placeholder", [] { return one(u"ULN_Census"_s, u"9999999999"_s, u"2014/15"_s); }, [] { return one(u"ULN_Census"_s, uln, u"2014/15"_s); }},
        {"uln-several", [] { return springs({{{u"ULN_Census"_s, uln}}, {{u"ULN_Census"_s, otherUln}}}); }, [] { return springs({{{u"ULN_Census"_s, uln}}, {{u"ULN_Census"_s, u"9999999999"_s}}}); }},
        {"uci-check-letter", [] { return RecordBuilder().entry(u"KS4"_s, u"2017/18"_s, {{u"UCI"_s, u"681990012058H"_s}}).record(); },
         [] { return RecordBuilder().entry(u"KS4"_s, u"2017/18"_s, {{u"UCI"_s, u"681990012058G"_s}}).record(); }},
        {"census-too-young", [] { return one(u"FSMeligible"_s, u"0"_s, u"2002/03"_s); }, [] { return one(u"FSMeligible"_s, u"0"_s, u"2005/06"_s); }},
        // One-year-olds have places since 2024.
        {"census-too-young", [] { return born(2022).spring(u"2023/24"_s, {{u"FSMeligible"_s, u"0"_s}}).record(); },
         [] { return born(2023).spring(u"2024/25"_s, {{u"FSMeligible"_s, u"0"_s}}).record(); }},
        {"census-too-old", [] { return one(u"FSMeligible"_s, u"0"_s, u"2025/26"_s); }, [] { return one(u"FSMeligible"_s, u"0"_s, u"2019/20"_s); }},
        {"age-differs", [] { return one(u"AgeAtStartOfAcademicYear"_s, u"7"_s); }, [] { return one(u"AgeAtStartOfAcademicYear"_s, u"6"_s); }},
        {"year-group-far", [] { return one(u"NCyearActual"_s, u"5"_s); }, [] { return one(u"NCyearActual"_s, u"3"_s); }},
        {"year-group-backwards", [] { return springs({{{u"NCyearActual"_s, u"2"_s}}, {{u"NCyearActual"_s, u"1"_s}}}); }, [] { return springs({{{u"NCyearActual"_s, u"N2"_s}}, {{u"NCyearActual"_s, u"R"_s}}}); }},
        {"year-group-skipped", [] { return springs({{{u"NCyearActual"_s, u"R"_s}}, {{u"NCyearActual"_s, u"2"_s}}}); }, [] { return springs({{{u"NCyearActual"_s, u"R"_s}}, {}, {{u"NCyearActual"_s, u"2"_s}}}); }},
        {"year-group-repeated", [] { return springs({{{u"NCyearActual"_s, u"1"_s}}, {{u"NCyearActual"_s, u"1"_s}}}); }, [] { return springs({{{u"NCyearActual"_s, u"X"_s}}, {{u"NCyearActual"_s, u"X"_s}}}); }},
        {"year-group-in-year",
         [] { return RecordBuilder().entry(u"SC"_s, u"2008/09"_s, Term::Autumn, {{u"NCyearActual"_s, u"2"_s}}).spring(u"2008/09"_s, {{u"NCyearActual"_s, u"3"_s}}).record(); },
         [] { return RecordBuilder().entry(u"SC"_s, u"2008/09"_s, Term::Autumn, {{u"NCyearActual"_s, u"2"_s}}).spring(u"2008/09"_s, {{u"NCyearActual"_s, u"2"_s}}).record(); }},
    };
}
