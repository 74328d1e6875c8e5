// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/identity_headings.h"
#include "readers/read.h"
#include "readers/seen_numbers.h"
#include "readers/table_source.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace readers {

inline constexpr int mostPupilsListed = 10000;

// A pupil as one row names them.
struct FoundPupil {
    record::Person person;
    QString formerUpn;
    QString reference; // a pupil number of the table's own; never a name
    QString referenceKind;
    QDate swapped;     // birth date with day and month the other way round

    [[nodiscard]] bool named() const;
};
[[nodiscard]] FoundPupil foundPupil(const Row& row, const IdentityColumns& columns, bool since1904, CellNotes& notes);

// Decides row by row whose a row is. Numbers of a pupil that fits are learned, so that later rows that carry only
// the number are found too.
class PupilChoice {
public:
    PupilChoice(const record::Selection& selection, ReadReport& report);

    // Sure, from the bytes alone, that the row is about somebody else: birth date differs, no number agrees.
    [[nodiscard]] bool certainlyOther(const Row& row, const IdentityColumns& columns) const;
    void passOver(const Row& row, const IdentityColumns& columns); // counts that somebody

    [[nodiscard]] int take(const FoundPupil& found); // place in report.pupils, or −1: not to be taken
    [[nodiscard]] int thePerson();                   // for tables that name nobody
    void addEntry(int place);
    void finish(); // counts into report.otherPupils

    [[nodiscard]] bool everyone() const { return m_selection.everyone; }
    [[nodiscard]] const record::Selection& selection() const { return m_selection; }

private:
    [[nodiscard]] record::Fit fitOf(const FoundPupil& found) const;
    [[nodiscard]] bool knownNumber(QStringView kind, const QString& number) const;
    [[nodiscard]] bool namesDisagree(const FoundPupil& found) const;
    [[nodiscard]] int placeOf(const FoundPupil& found, record::Fit fit);
    int add(const FoundPupil& found, record::Fit fit);
    void learn(const FoundPupil& found, int place);

    const record::Selection& m_selection;
    ReadReport& m_report;
    std::vector<QByteArray> m_numbers; // lower case, of the person looked for, of whatever kind
    QSet<QString> m_known;             // the same with their kind
    QHash<QString, int> m_byNumber;    // UPN, ULN, reference, each with its kind → place
    QHash<QString, int> m_byName;      // name and birth date → place
    SeenNumbers m_others;
};

} // namespace readers
