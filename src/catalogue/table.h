// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

// The reference data as compiled: plain arrays and one pool of strings, written by generate/ from
// resources/catalogue/*.csv at build time. Offsets instead of pointers need no relocation, so the pages come from
// the program file when they are first read and nothing is parsed at run time.
namespace catalogue::table {

using Text = std::uint32_t; // offset into pool of a NUL-terminated UTF-8 string; 0 is the empty string

struct ItemRow {
    Text name;
    Text dataset;
    Text collection;
    Text fieldReference;
    Text oldAlias;
    Text otherNames; // joined with '|'
    Text yearsAsPrinted;
    Text meaning;
    Text meaningSource;
    Text category;
    Text dataType;
    Text allowedCodes;
    Text codeSet;
    Text publication; // the table the row was read from
    std::int16_t first; // academic years by their first calendar year; 0: not printed
    std::int16_t last;
    std::uint16_t datasetIndex;
    char tier; // '\0': not printed
    char risk;
    char sensitivity;
    std::uint8_t certainty;
    bool locates;
    bool aboutOthers;
};

enum class AliasKind : std::uint8_t { Canonical, DownloadOf, Download, OtherYears, Old, FieldReference, Stem, Base };

struct AliasRow {
    Text key; // name_key.h; the rows are sorted by the bytes of their keys
    std::uint16_t item;
    AliasKind kind;
};

struct DatasetRow {
    Text name;
    Text collection;
    std::uint16_t size; // items with a name of their own
};

struct CodeRow { // sorted by set, in the order of the file within
    Text set;
    Text code;
    Text label;
    Text source;
    Text note;
    std::int16_t first;
    std::int16_t last;
    std::uint8_t certainty;
    std::uint8_t answer; // code_sets.h
};

struct StepRow {
    Text system;
    Text keyStage;
    Text code;
    Text label;
    Text rank; // numbers as text: read once, when the scales are first asked for
    Text source;
    std::uint8_t kind;     // 0 result, 1 below the scale, 2 no result
    std::uint8_t expected; // 0 no, 1 yes, 2 not said
    std::uint8_t certainty;
};

struct ScaleRow {
    Text system;
    Text title;
    Text minimum; // of numeric scales
    Text maximum;
    Text expectedFrom;
    Text note;
    std::int16_t first;
    std::int16_t last;
};

struct ScaleUse { // sorted by item
    std::uint16_t item;
    Text system;
    std::int16_t first;
    std::int16_t last;
};

struct CollectionRow {
    Text key;
    Text name;
    Text shortName;
    Text prefix;
    Text note;
    Text source;
    std::int16_t first;
    std::int16_t last;
    std::uint8_t ageFrom;
    std::uint8_t ageTo;
    bool termly;
    std::uint8_t certainty;
};

struct YearRow { // sorted by key and year
    Text key;
    std::int16_t year;
    std::uint8_t state; // YearState
};

struct WordRow { // tiers, identification risk, sensitivity
    Text scheme;
    Text code;
    Text meaning;
    Text examples;
    Text years;
    Text source;
};

struct ContextRow {
    Text key;
    Text firstDay; // ISO days as text: read once, when the bands are first asked for
    Text lastDay;
    Text title;
    Text words;
    Text source;
    Text seen;
    std::uint8_t kind;   // ContextKind
    std::uint8_t status; // ContextStatus
};

struct TakenOverRow {
    Text name;
    Text source;
    std::int8_t firstGroup;
    std::int8_t lastGroup;
    std::uint8_t certainty;
};

struct AuthorityRow {
    std::int16_t from;
    std::int16_t to;
};

struct CoverageRuleRow { // in the order of the file: the first that fits is the one
    Text key;
    Text source;
    std::int16_t groupFrom; // year groups: Reception 0, Year 1 = 1; below and above by age
    std::int16_t groupTo;
    std::int16_t first; // academic years by their first calendar year; 0: not limited
    std::int16_t last;
    std::uint8_t section; // coverage_rules.h
    std::uint8_t applies;
    std::uint8_t schools;
    std::uint8_t dueYears; // calendar years after the academic year's first
    std::uint8_t dueMonth; // 0: not known
    std::uint8_t certainty;
    bool once;
};

struct CoverageTermRow { // in the order of the file: the first that fits is the one
    Text key;
    Text source;
    std::int16_t groupFrom;
    std::int16_t groupTo;
    std::int16_t first;
    std::int16_t last;
    std::uint8_t term; // academic_year.h
    std::uint8_t dueYears;
    std::uint8_t dueMonth;
    std::uint8_t certainty;
    bool cancelled;
};

struct PrintedRow {
    Text key;
    Text name;
    Text mark; // beside the name, meaning not printed
    Text ages;
    std::int16_t first; // 0: no tick in the row
    std::int16_t last;
};

struct OutsideRow {
    Text ending; // of the field's name, lower case
    Text code;
    std::uint8_t kind;
};

extern const char pool[];
extern const std::span<const ItemRow> items;
extern const std::span<const AliasRow> aliases;
extern const std::span<const DatasetRow> datasets;
extern const std::span<const CodeRow> codes;
extern const std::span<const StepRow> steps;
extern const std::span<const ScaleRow> scales;
extern const std::span<const ScaleUse> scaleUses;
extern const std::span<const CollectionRow> collections;
extern const std::span<const YearRow> years;
extern const std::span<const WordRow> words;
extern const std::span<const AuthorityRow> authorities;
extern const std::span<const CoverageRuleRow> coverageRules;
extern const std::span<const CoverageTermRow> coverageTerms;
extern const std::span<const PrintedRow> printed;
extern const std::span<const OutsideRow> outside;
extern const std::span<const ContextRow> contexts;
extern const std::span<const TakenOverRow> takenOver;

inline const char* text(Text offset)
{
    return pool + offset;
}

} // namespace catalogue::table
