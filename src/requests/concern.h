// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <QStringList>

#include <vector>

namespace requests {

enum class Controller { Dfe, School };
enum class Asking { Self, Parent, Representative };

[[nodiscard]] QString controllerWord(Controller controller); // "dfe", "school"; never translated
[[nodiscard]] QString askingWord(Asking asking);             // "self", "parent", "representative"

// A value as it stood when the person said "this is wrong". Frozen: later imports do not change what a letter says.
struct FrozenValue {
    record::ValueId value;
    QString field;          // words: "Ethnic group"
    QString name;           // heading as delivered
    QString raw;
    QString meaning;        // words of its year; empty where there are none
    QString collection;     // "School Census"
    QString when;           // "spring 2009/10"
    QString establishment;  // as delivered; empty if none
    QString document;       // name of the file
    bool locates = false;
    bool operator==(const FrozenValue&) const = default;
};

// A part of the record that should be there and is not: no value, only a collection and a time. Its id is negative, so
// that it can never be taken for a value, and differs within a concern; `number` counts from 1.
[[nodiscard]] FrozenValue missingPart(int number, const QString& key, const QString& collection, const QString& when);
[[nodiscard]] bool isMissingPart(const FrozenValue& value);

enum class Extent { Always, FromDate, NotSure }; // it was never so · it changed, from a date · I am not sure

// One thing to put right.
struct Concern {
    record::ConcernId id;
    std::vector<FrozenValue> values;
    QString shouldSay;   // empty: not known, the letter asks what it is based on
    Extent extent = Extent::NotSure;
    QDate since;         // with FromDate
    QString ownWords;
    std::vector<record::AttachmentId> evidence;
    QStringList evidenceNames; // "birth certificate (copy)": what the letter lists
    QDateTime made;
    bool operator==(const Concern&) const = default;
};

// It asks for parts that are missing and puts no value right.
[[nodiscard]] bool asksForMissing(const Concern& concern);

// Who writes. A parent is asked the child's age and wishes first; a representative states the authority.
struct Writer {
    Asking asking = Asking::Self;
    QString name;         // of the one who signs; for Self the person's name
    QStringList address;  // lines; may be empty: a blank stays in the letter
    int childAge = -1;    // Parent: −1 not said
    bool childAgrees = false;
    QString authority;    // Representative: "power of attorney of 3 May 2026"
    bool operator==(const Writer&) const = default;
};

} // namespace requests
