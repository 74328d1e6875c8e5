// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"
#include "record/ids.h"
#include "record/person.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>
#include <vector>

namespace record {

// Where a value stood. Counting starts at 1 as people do; 0 and empty mean "does not apply".
struct Locator {
    QString sheet; // of a workbook; member of a zip is the document itself
    QString path;  // of an element: "Pupil[3]/StageAssessments/KeyStage[2]"
    int row = 0;
    int column = 0;
    int line = 0;

    [[nodiscard]] QString text() const; // "sheet Results, row 12, column 5" in the interface language
    bool operator==(const Locator&) const = default;
};

// One data item in one entry, exactly as delivered. `item` is the canonical dictionary name it was resolved to when
// it was read ("" where the catalogue did not know it); the meaning is asked of the catalogue, never stored.
struct Value {
    ValueId id;
    QString name; // heading or element as delivered
    QString item;
    QString raw;
    Locator where;

    bool operator==(const Value&) const = default;
};

// A further document that says the same entry again.
struct Witness {
    DocumentId document;
    Locator where;
    bool agrees = true; // false: the same entry with other values; none is preferred
    bool operator==(const Witness&) const = default;
};

// What one document says about the person in one collection at one time.
struct Entry {
    EntryId id;
    DocumentId document;
    QString collection; // key of catalogue/collections.h
    QString dataset;    // "SC_Pupil", "giap:KS2", "ctf:StageAssessments" …
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
    QDate date;             // an exact day where the source gives one (census day, exclusion start)
    QString establishment;  // LAESTAB or URN as delivered; empty if none
    QByteArray fingerprint; // SHA-256 over collection, dataset, time, establishment and sorted name=value pairs
    std::vector<Value> values; // in id order, which is the source's order
    std::vector<Witness> witnesses;
    bool writtenIn = false; // typed in by the person, not delivered

    bool operator==(const Entry&) const = default;
};

struct Document {
    DocumentId id;
    QString name;      // file or zip member, without folders
    QString container; // the zip it came in, without folders; empty if none
    QByteArray sha256; // of the delivered bytes
    qint64 size = 0;   // of the delivered bytes
    QString format;    // "npd-table", "giap", "ctf", "census-xml", "census-tables", …
    QString version;   // of the format, where it has one
    QString reader;    // which reader, and its version: "ctf/1"
    QDateTime importedAt;
    qint64 withheldBytes = 0; // other people's data left out of the kept bytes

    bool operator==(const Document&) const = default;
};

struct Record {
    Person person;
    std::vector<Document> documents;
    std::vector<Entry> entries; // by academic year, term, collection, id

    [[nodiscard]] const Document* document(DocumentId id) const;
    [[nodiscard]] const Entry* entryOf(ValueId id) const; // O(entries × log values)
    [[nodiscard]] const Value* value(ValueId id) const;
};

[[nodiscard]] QByteArray fingerprintOf(const Entry& entry);

} // namespace record
