// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_cases.h"

using namespace Qt::StringLiterals;
using record::Record;

namespace {

using Pairs = std::initializer_list<RecordBuilder::Pair>;

Record results(const QString& collection, const QString& year, Pairs values)
{
    return RecordBuilder().entry(collection, year, values).record();
}

// The same table twice, in two files or in one.
Record copies(const QString& collection, const QString& year, Pairs first, Pairs second, bool twoFiles)
{
    RecordBuilder builder;
    builder.entry(collection, year, first);
    builder.last().dataset = collection;
    builder.entry(collection, year, second);
    builder.last().dataset = collection;
    if (twoFiles)
        builder.last().document = record::DocumentId{2};
    return builder.record();
}

Record transferAndTable(const QString& transfer, const QString& table)
{
    RecordBuilder builder;
    builder.entry(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, transfer}});
    builder.last().dataset = u"ctf:StageAssessments/KS1"_s;
    builder.last().document = record::DocumentId{2};
    builder.entry(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, table}});
    builder.last().dataset = u"KS1"_s;
    return builder.record();
}

// All twelve goals of the good level at what is expected, but for reading and for one that is not among the twelve.
Record goals(const QString& level, const QString& reading, const QString& technology)
{
    RecordBuilder builder(QDate(2009, 10, 14));
    builder.entry(u"EYFSP"_s, u"2014/15"_s, {{u"FSP_GLD"_s, level}, {u"FSP_LIT_G09"_s, reading}, {u"FSP_UTW_G15"_s, technology}});
    for (const auto& goal : {u"COM_G01"_s, u"COM_G02"_s, u"COM_G03"_s, u"PHY_G04"_s, u"PHY_G05"_s, u"PSE_G06"_s, u"PSE_G07"_s,
                             u"PSE_G08"_s, u"LIT_G10"_s, u"MAT_G11"_s, u"MAT_G12"_s})
        builder.add(u"FSP_"_s + goal, u"2"_s);
    return builder.record();
}

Record written(const QString& name, const QString& delivered, const QString& typed, const QString& year = u"2009/10"_s)
{
    RecordBuilder builder;
    builder.spring(u"2009/10"_s, {{name, delivered}});
    builder.spring(year, {{name, typed}});
    builder.last().writtenIn = true;
    builder.last().document = record::DocumentId{0};
    return builder.record();
}

Record beside(const QString& absence)
{
    return RecordBuilder().spring(u"2008/09"_s, {{u"SENprovision"_s, u"N"_s}})
        .entry(u"ABS"_s, u"2008/09"_s, {{u"SENprovision_ab09"_s, absence}}).record();
}

} // namespace

std::vector<CheckCase> casesOnResults()
{
    return {
        {"result-outside-scale", [] { return results(u"PHON"_s, u"2018/19"_s, {{u"PHONICS_MARK"_s, u"47"_s}}); },
         [] { return results(u"PHON"_s, u"2018/19"_s, {{u"PHONICS_MARK"_s, u"37"_s}}); }},
        {"result-year-cancelled",
         [] { RecordBuilder builder(QDate(2009, 3, 1)); return builder.entry(u"KS2"_s, u"2019/20"_s, {{u"KS2_READSCORE"_s, u"104"_s}}).record(); },
         [] { RecordBuilder builder(QDate(2008, 3, 1)); return builder.entry(u"KS2"_s, u"2018/19"_s, {{u"KS2_READSCORE"_s, u"104"_s}}).record(); }},
        {"result-stage-early", [] { return results(u"KS2"_s, u"2008/09"_s, {{u"KS2_READLEV"_s, u"4"_s}}); },
         [] { return results(u"KS2"_s, u"2011/12"_s, {{u"KS2_READLEV"_s, u"4"_s}}); }},
        {"result-stage-early", [] { return results(u"KS4"_s, u"2012/13"_s, {{u"KS4_HGMATH"_s, u"B"_s}}); }, // a GCSE a year or two early is no slip
         [] { return results(u"KS4"_s, u"2015/16"_s, {{u"KS4_HGMATH"_s, u"B"_s}}); }},
        {"result-stage-late", [] { return results(u"KS1"_s, u"2013/14"_s, {{u"KS1_READING"_s, u"2B"_s}}); },
         [] { return results(u"KS1"_s, u"2009/10"_s, {{u"KS1_READING"_s, u"2B"_s}}); }},
        {"result-total",
         [] { return results(u"EYFSP"_s, u"2006/07"_s, {{u"FSP_PSE_AS1"_s, u"7"_s}, {u"FSP_PSE_AS2"_s, u"7"_s}, {u"FSP_PSE_AS3"_s, u"6"_s}, {u"FSP_PSE_TOTAL"_s, u"21"_s}}); },
         [] { return results(u"EYFSP"_s, u"2006/07"_s, {{u"FSP_PSE_AS1"_s, u"7"_s}, {u"FSP_PSE_AS2"_s, u"7"_s}, {u"FSP_PSE_AS3"_s, u"6"_s}, {u"FSP_PSE_TOTAL"_s, u"20"_s}}); }},
        {"result-outcome", [] { return results(u"PHON"_s, u"2018/19"_s, {{u"PHONICS_MARK"_s, u"37"_s}, {u"PHONICS_OUTCOME"_s, u"Wt"_s}}); },
         [] { return results(u"PHON"_s, u"2018/19"_s, {{u"PHONICS_MARK"_s, u"37"_s}, {u"PHONICS_OUTCOME"_s, u"Wa"_s}}); }},
        {"result-conflict", [] { return transferAndTable(u"2A"_s, u"2B"_s); }, [] { return transferAndTable(u"2"_s, u"2B"_s); }},
        {"result-duplicate", [] { return copies(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, u"2B"_s}}, {{u"KS1_READING"_s, u"2B"_s}}, false); },
         [] { return copies(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, u"2B"_s}}, {{u"KS1_READING"_s, u"2B"_s}}, true); }},
        {"editions-differ", [] { return copies(u"KS1"_s, u"2008/09"_s, {{u"KS1_READING"_s, u"2B"_s}}, {{u"KS1_READING"_s, u"2A"_s}}, true); },
         [] { return copies(u"KS1"_s, u"2008/09"_s, {{u"KS1_APS"_s, u"15"_s}}, {{u"KS1_APS"_s, u"15.0"_s}, {u"KS1_MATHS"_s, u"2A"_s}}, true); }},
        {"good-level-with-gap", [] { return goals(u"1"_s, u"1"_s, u"2"_s); }, [] { return goals(u"1"_s, u"3"_s, u"1"_s); }},
        {"good-level-missing", [] { return goals(u"0"_s, u"2"_s, u"2"_s); }, [] { return goals(u"0"_s, u"1"_s, u"2"_s); }},
        {"written-in-differs", [] { return written(u"EthnicGroupMinor"_s, u"WBRI"_s, u"BCRB"_s); },
         [] { return written(u"EthnicGroupMinor"_s, u"WBRI"_s, u"White British"_s); }},
        {"written-in-differs", [] { return written(u"EntryDate"_s, u"2006-09-04"_s, u"05/09/2006"_s); },
         [] { return written(u"EntryDate"_s, u"2006-09-04"_s, u"04/09/2006"_s); }},
        {"written-in-differs", [] { return written(u"NCyearActual"_s, u"3"_s, u"4"_s); },
         [] { return written(u"NCyearActual"_s, u"3"_s, u"4"_s, u"2010/11"_s); }},
        {"collections-disagree", [] { return beside(u"S"_s); }, [] { return beside(u"N"_s); }},
    };
}
