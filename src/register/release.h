// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

// The folder is called "register"; C++ keeps that word for itself, so the namespace is `registry`.
namespace registry {

// A date known only to the month or year keeps its words; `earliest` and `latest` bound it.
struct LooseDate {
    QString asPrinted; // empty: not stated
    QDate earliest;
    QDate latest;
    bool operator==(const LooseDate&) const = default;
};

enum class ReleaseStatus { Released, Approved, Rejected, NotPursued, Open, NotStated };

// What the published words say a share contained. Empty lists mean "not stated", never "nothing" or "everything".
struct Scope {
    QStringList collections; // keys of catalogue/collections.h
    std::optional<catalogue::AcademicYear> firstYear;
    std::optional<catalogue::AcademicYear> lastYear;
    bool allYears = false;     // the words say all available years
    QStringList dataItems;     // as printed
    QStringList items;         // canonical dictionary names or their prefixes, where the words are clear
    QString population;        // as printed
    bool wholePopulation = false; // the words say all pupils
    std::optional<double> samplingShare; // 0.1 for a one-in-ten sample
    std::optional<int> bornFrom, bornTo; // stated cohorts, calendar years of birth
    QString tier;              // "1"–"4" or empty
    bool supplyRecorded = false; // that data was handed over is itself recorded, not only approved
};

struct Release {
    QString reference; // the register's, or our own id for a case known from a campaign document
    QString recipient;
    QString kind; // "press", "commercial", "charity", "academic", "government", "think tank" … as data
    ReleaseStatus status = ReleaseStatus::NotStated;
    LooseDate applied;
    LooseDate approved;
    QString purpose;
    Scope scope;
    LooseDate destructionPlanned;
    LooseDate destructionConfirmed;
    QString destructionWords; // as printed
    QString records;          // "all pupils in state schools", as printed
    QString source;           // publication
    QStringList contradictions; // sentences: where sources disagree
};

// An edition of a list of shares. `known` of `of`: how many shares we hold of those that are known to exist.
struct Edition {
    QString title;
    QDate seen;
    int known = 0;
    int of = 0;
    QString ofSource;
    std::vector<Release> releases;
};

[[nodiscard]] const Edition& bundledEdition();

} // namespace registry
