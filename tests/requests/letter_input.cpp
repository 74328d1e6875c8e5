// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "letter_input.h"

#include "record/written_in.h"

using namespace Qt::StringLiterals;
using namespace requests;

namespace invented {

FrozenValue ethnicity(const QString& when)
{
    FrozenValue value;
    value.value = record::ValueId{7};
    value.field = u"Ethnic group"_s;
    value.name = u"EthnicGroupMinor_SPR10"_s;
    value.raw = u"WBRI"_s;
    value.meaning = u"White – British"_s;
    value.collection = u"School Census"_s;
    value.when = when;
    value.establishment = u"0002001"_s;
    value.document = u"larkspur-extract.csv"_s;
    return value;
}

FrozenValue postcode()
{
    FrozenValue value = ethnicity(u"autumn 2011/12"_s);
    value.field = u"Home postcode"_s;
    value.name = u"Postcode"_s;
    value.raw = u"ZZ99 9ZZ"_s;
    value.meaning.clear();
    value.locates = true;
    return value;
}

LetterInput input()
{
    LetterInput in;
    in.person.name = u"Mina Rose Larkspur"_s;
    in.person.born = QDate(2001, 5, 14);
    in.person.upn = u"N000260000031"_s;
    in.writer.asking = Asking::Self;
    in.writer.name = u"Mina Larkspur"_s;
    in.writer.address = {u"3 Thornbank Row"_s, u"Exampleton"_s};
    in.concern.values = {ethnicity(u"spring 2009/10"_s)};
    in.concern.shouldSay = u"White and Asian"_s;
    in.concern.extent = Extent::Always;
    in.to = Controller::Dfe;
    in.schoolName = u"Alder Junior School"_s;
    in.today = QDate(2026, 11, 22);
    return in;
}

std::vector<LetterInput> variants()
{
    std::vector<LetterInput> all;
    for (const Controller to : {Controller::Dfe, Controller::School})
        for (const Asking asking : {Asking::Self, Asking::Parent, Asking::Representative})
            for (const int count : {1, 2, 3})
                for (const bool basis : {false, true})
                    for (const bool mask : {false, true}) {
                        LetterInput in = input();
                        in.to = to;
                        in.writer.asking = asking;
                        in.writer.childAge = asking == Asking::Parent ? count : -1;
                        in.writer.childAgrees = count == 2;
                        in.writer.authority = count == 1 ? QString() : u"a signed letter of 3 May 2026"_s;
                        in.otherLetterToo = count != 3;
                        in.mask = mask;
                        in.concern.extent = count == 1   ? Extent::Always
                                            : count == 2 ? Extent::FromDate
                                                         : Extent::NotSure;
                        in.concern.since = mask ? QDate() : QDate(2012, 5, 3);
                        if (basis)
                            in.concern.shouldSay.clear();
                        if (count == 2) {
                            in.concern.values.push_back(ethnicity(u"spring 2008/09"_s));
                            in.concern.evidenceNames = {u"birth certificate (copy)"_s};
                            in.concern.extent = mask ? Extent::Always : Extent::FromDate;
                            in.concern.ownWords = u"My parents said so in 2005.\nIt has not changed."_s;
                            // Every sentence about what the record says elsewhere: each term, one and many, agreed and not.
                            for (const auto term : {catalogue::Term::Autumn, catalogue::Term::Spring, catalogue::Term::Summer,
                                                    catalogue::Term::None}) {
                                in.others.push_back({u"SC"_s, term, {{u"White and Asian"_s, 1}}});
                                in.others.push_back({u"SC"_s, term, {{u"White and Asian"_s, 11}}});
                            }
                            for (int n = 1; n <= 13; ++n)
                                in.others.push_back({u"CTF"_s, {}, {{u"White and Asian"_s, n}, {u"Indian"_s, 1}}});
                            in.others.push_back({u"CTF"_s, {}, {{u"Indian"_s, 1}}});
                        }
                        if (count == 3) {
                            in.concern.values.push_back(postcode());
                            FrozenValue result = ethnicity(u"2011/12"_s);
                            result.collection = u"Key Stage 2"_s;
                            result.field.clear();
                            result.name = u"KS2_READTIER"_s;
                            result.raw = u" "_s;
                            result.meaning.clear();
                            in.concern.values.push_back(result);
                            in.sources = {{u"S"_s, u"ascribed by the current school"_s, {u"2009/10"_s}},
                                          {u"Z"_s, {}, {u"2010/11"_s, u"2011/12"_s}}};
                        }
                        all.push_back(in);
                    }
    // What is not known becomes a gap, never a guess.
    LetterInput bare = input();
    bare.to = Controller::School;
    bare.schoolName.clear();
    bare.writer = {};
    bare.person = {};
    bare.today = {};
    bare.concern.extent = Extent::FromDate;
    bare.concern.values.front().collection.clear();
    bare.concern.values.front().when.clear();
    all.push_back(bare);
    // Where a value stood may be known by half.
    LetterInput half = input();
    half.person.uln = u"1234567890"_s;
    half.concern.values.clear();
    for (const QString& raw : {u"A"_s, u" "_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"ZZ99 9ZZ"_s, u"ZZ99 8ZZ"_s}) {
        FrozenValue value = ethnicity({});
        value.raw = raw;
        value.meaning.clear();
        half.concern.values.push_back(value);
    }
    half.concern.values[0].collection.clear(); // nothing known
    half.concern.values[1].collection.clear(); // empty, nothing known
    half.concern.values[2].collection.clear(); // a time only
    half.concern.values[2].when = u"2012/13"_s;
    half.concern.values[3].collection = u"School Census"_s; // a collection only
    half.concern.values[4].collection = u"Absence"_s;
    half.concern.values[5].collection = u"Absence"_s;
    half.concern.values[5].when = u"2012/13"_s;
    half.concern.values[6].locates = true;
    half.concern.values[7].locates = true;
    half.concern.values[7].collection.clear();
    all.push_back(half);
    half.mask = true;
    half.concern.values[6].when = u"2012/13"_s;
    all.push_back(half);
    // Written in by the person: from a place in a document, from a document, and masked.
    LetterInput paper = input();
    paper.concern.values.front().value = record::ValueId{record::firstWrittenIn + 3};
    paper.concern.values.front().document = u"page 3, line 5 (school-letter.pdf)"_s;
    all.push_back(paper);
    paper.mask = true;
    all.push_back(paper);
    paper.mask = false;
    paper.concern.values.front().document.clear();
    all.push_back(paper);
    return all;
}

LetterInput missing(int parts)
{
    LetterInput in = input();
    in.concern = {};
    in.concern.values.push_back(missingPart(1, u"KS2"_s, u"Key Stage 2"_s, u"2012/13"_s));
    if (parts > 1)
        in.concern.values.push_back(missingPart(2, u"SC"_s, u"School Census"_s, u"spring 2010/11"_s));
    return in;
}

std::vector<LetterInput> missingVariants()
{
    std::vector<LetterInput> all;
    for (const Controller to : {Controller::Dfe, Controller::School})
        for (const Asking asking : {Asking::Self, Asking::Parent, Asking::Representative})
            for (const int parts : {1, 2}) {
                LetterInput in = missing(parts);
                in.to = to;
                in.writer.asking = asking;
                in.writer.childAge = asking == Asking::Parent ? 12 : -1;
                in.writer.authority = asking == Asking::Representative ? u"a signed letter"_s : QString();
                all.push_back(in);
            }
    return all;
}

} // namespace invented
