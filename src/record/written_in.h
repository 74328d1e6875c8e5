// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <QStringList>

namespace record {

// What a person writes in from paper, a PDF or a Word file is an Entry with `writtenIn`: its document is the paper it
// was read from (0: it is on paper only), and each value's place stands in `where.path` in the person's own words,
// "page 3, line 5".
//
// Their ids begin here. Ids of delivered values count rows of the file from 1 and cannot come so far: a disk that held
// them has not been built. A JSON number carries them exactly.
inline constexpr qint64 firstWrittenIn = 1'000'000'000'000;
[[nodiscard]] constexpr bool isWrittenIn(ValueId id) { return id.n > firstWrittenIn; }
[[nodiscard]] constexpr bool isWrittenIn(EntryId id) { return id.n > firstWrittenIn; }

// When a value speaks of the person. A day and a term shut each other out: setting one takes the other away.
struct WrittenTime {
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
    QDate date;
    bool operator==(const WrittenTime&) const = default;
};

// What is to be different about a value written in; what is not set stays.
struct WrittenChange {
    std::optional<QString> collection;
    std::optional<WrittenTime> time;
    std::optional<QString> establishment;
    std::optional<QString> name;
    std::optional<QString> item;
    std::optional<QString> raw;
    std::optional<QString> place;
    std::optional<DocumentId> document;
};

// The entry with one value changed; its id and its other values stay as they are. Nothing where it does not hold `id`.
[[nodiscard]] std::optional<Entry> changedEntry(Entry entry, ValueId id, const WrittenChange& change);

// Same collection, time, school and document: values of one sheet that belong together.
[[nodiscard]] bool sameMoment(const Entry& a, const Entry& b);

// The page a place names: the first number in it. 0 where it names none.
[[nodiscard]] int pageOf(const QString& place);

// A document that a person reads and a program cannot: PDF, picture, Word or ODT file. It has no entries of its own.
[[nodiscard]] bool isToRead(const Document& document);
// The words that stand in Document::format for those.
[[nodiscard]] const QStringList& formatsToRead();

} // namespace record
