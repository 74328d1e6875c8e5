// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace record {

// What entries other than the disputed ones say of the same characteristic, in words of the data and numbers. It
// holds no sentence: those are the letter's, in the letter's language.
struct SaidElsewhere {
    struct Reading {
        QString words; // the meaning in its year, or the code where none is known
        int count = 0;
        bool operator==(const Reading&) const = default;
    };
    QString collection;                           // key of catalogue/collections.h
    catalogue::Term term = catalogue::Term::None; // of all of them; None: of several terms or of none
    std::vector<Reading> readings;                // the most frequent first, never empty
    bool operator==(const SaidElsewhere&) const = default;
};

// Who a disputed value came from, where the record says so.
struct SourceGiven {
    QString code;
    QString meaning;   // empty: not known for those years
    QStringList years; // "2008/09"
    bool operator==(const SourceGiven&) const = default;
};

} // namespace record
