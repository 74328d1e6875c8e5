// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "catalogue/certainty.h"

#include <QStringList>

#include <vector>

namespace catalogue {

// Place of a data item in the compiled dictionary. Not stable between versions of the program: never stored.
struct ItemId {
    int n = -1;
    auto operator<=>(const ItemId&) const = default;
};

// One field of the national dictionary (DfE NPD data tables 2018, LEO variable request form v2.3, GIAP download
// columns; Crown copyright, Open Government Licence v3). A value object made on demand from the compiled table:
// costs some allocations, so keep ids and ask once a field, not once a value.
struct Item {
    ItemId id;
    QString name;       // canonical alias, "EthnicGroupMinor_[term][yy]"
    QString dataset;    // table it is printed in, "SC_Pupil"
    QString collection; // key of collections.h
    QString fieldReference;
    QString oldAlias;
    QStringList otherNames; // names it had in other years
    std::optional<AcademicYear> first;
    std::optional<AcademicYear> last;
    QString yearsAsPrinted;
    QString meaning;       // a short phrase: "Ethnic group, main"; empty if nobody wrote one
    QString meaningSource; // publication the phrase comes from
    Certainty certainty = Certainty::Table;
    QString category; // "Demographics > Ethnicity"
    QString dataType;
    QString allowedCodes; // "M = Male; F = Female"
    QString codeSet;      // of code_sets.h, where one is known
    QString tier;         // 1–4, 2012–2018
    QString identificationRisk; // 1–5, since 2018
    QString sensitivity;        // A–E, since 2018
    bool locates = false;     // tells where the person lives or goes to school, or a number that finds them
    bool aboutOthers = false; // about somebody other than the pupil
};

[[nodiscard]] int itemCount();
[[nodiscard]] Item item(ItemId id);
// Name as delivered → fields it may be, best first. Case, "_anon", term and year suffixes, repeats (_1_, _2_) and
// old aliases are seen through. `collection` may be empty. Nothing found: empty, and the caller keeps the value.
struct Candidate {
    ItemId item;
    std::optional<AcademicYear> year; // read off the suffix, where it says one for certain
    Term term = Term::None;
    int repeat = 0;          // nth exclusion, result …; 0: none
    bool anonymised = false; // "_anon" was there
    int score = 0;           // higher is surer; 100 exact name in the hinted collection
};
[[nodiscard]] std::vector<Candidate> resolve(QStringView name, QStringView collection,
                                             std::optional<AcademicYear> year);
// The field with exactly this canonical name.
// Where several rows of the dictionary share a name, the one printed for `year`, or the first.
[[nodiscard]] std::optional<ItemId> itemNamed(QStringView canonicalName, QStringView collection = {},
                                              std::optional<AcademicYear> year = {});

// What table a heading row belongs to, judged as a whole.
struct DatasetGuess {
    QString collection;
    QString dataset; // "SC_Pupil", or a GIAP download: "giap:KS2"
    double share = 0; // of the headings that the dataset knows, 0–1
};
[[nodiscard]] std::optional<DatasetGuess> recogniseDataset(const QStringList& headings);

// Search for `pupil-record dictionary`: every word must occur in name, old names, meaning, category or codes.
[[nodiscard]] std::vector<ItemId> searchItems(const QString& words, int limit = 200);

} // namespace catalogue
