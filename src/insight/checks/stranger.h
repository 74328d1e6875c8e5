// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/checks/evidence.h"

namespace insight {

// Why an entry may be another child's.
enum class Stranger { No, OtherBirthDate, Twin };
struct Strangeness {
    Stranger kind = Stranger::No;
    QDate born;           // as the entry says
    QStringList differs;  // "pupil number", "first name", "school": what else is another
};

// Who the record is about, as most of it says.
struct Usual {
    record::Person person;
    QString upn;
    QStringList forenames; // bare: of the person, and the commonest of the entries
    QHash<QString, int> schools; // entries that name each school
};
[[nodiscard]] Usual usualOf(const std::vector<Seen>& entries, const record::Person& person);
[[nodiscard]] Strangeness strangeness(const Seen& seen, const Usual& usual);

// Ids of entries that may be another child's, with the rest of their rows: a wide table is cut into several entries.
[[nodiscard]] std::unordered_set<record::EntryId> strangersAmong(const std::vector<Seen>& entries,
                                                                 const record::Person& person);

} // namespace insight
