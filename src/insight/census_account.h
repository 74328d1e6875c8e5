// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/census.h"

namespace insight {

// A reading with where it comes from.
struct AccountReading {
    Reading reading;
    QString when;     // "Spring census 2010"
    QString group;    // "Year 3": as taught where the entry says so, else as usual at that age; may be empty
    QString school;   // its name in the directory, else its number as delivered; empty where the entry names none
    QString document; // the file it was delivered in
    bool counted = false; // a census of the year groups that research counts
};

struct AccountChange {
    record::ValueId value; // the first reading that says it
    QString when;
    QString school; // where the reading before is of the same time: two schools said two things
    QString before; // words, or the code where there are none
    QString after;
};

// What a code meant in the years in which this record has it.
struct CodeYears {
    QString code;
    std::optional<catalogue::AcademicYear> first; // nothing: in readings without a year
    std::optional<catalogue::AcademicYear> last;
    QString meaning;
    bool known = true;
    QString source; // publication the meaning comes from; empty where there is none
};

struct CountedAnswer {
    QString code;  // as first delivered
    QString words;
    int times = 0;
    bool given = true; // false: refused, not obtained, a mark for a blank
};

// Everything the census page tells of one characteristic.
struct CharacteristicAccount {
    QString key;
    QString title;
    LaneGroup group = LaneGroup::Characteristics;
    bool locates = false;
    bool hard = false;
    std::vector<AccountReading> readings; // in time order, undated last
    std::vector<AccountChange> changes;
    std::vector<CodeYears> codes; // by first reading
    // Answers to censuses of those year groups, the commonest first. Where several come first together, nothing we
    // hold says which a study takes.
    std::vector<CountedAnswer> counted;
    int countedReadings = 0;
    bool fixed = false; // a value that research takes as one for life: the commonest is taken over
    QString countedFrom; // "Reception"
    QString countedTo;   // "Year 7"
    QString ruleSource;  // where the rule and its year groups come from

    // The single commonest of those that answer something; null where there is none or several come first together.
    [[nodiscard]] const CountedAnswer* modal() const;
    [[nodiscard]] const AccountReading* last() const; // latest with a time, else the last; null if there is none
};

[[nodiscard]] std::vector<CharacteristicAccount> characteristicAccounts(const record::Record& record,
                                                                        const record::Decisions& decisions);

} // namespace insight
