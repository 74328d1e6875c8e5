// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"
#include "readers/table_source.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <vector>

namespace readers {

inline constexpr int mostPupilsListed = 10000;

// What a heading says about who a row is about. Prefixes and suffixes of national tables are seen through:
// KS4_FORENAMES, SURNAME_SPR10, Phonics_DOB, "Child First Name".
enum class IdentityField { None, Upn, FormerUpn, Uln, Reference, Surname, Forename, Middle, WholeName, Born };
[[nodiscard]] IdentityField identityField(QStringView heading);
// Lower case, letters and digits only, without term, year, "_anon" and collection prefix: for comparing headings.
[[nodiscard]] QString plainHeading(QStringView heading);
// What a number under this heading may be compared with: the department's own pupil reference with itself anywhere,
// any other only with the same column of the same part, since every system counts its pupils from 1.
[[nodiscard]] QString referenceKind(QStringView heading, int part);

struct IdentityColumns {
    std::vector<int> upn, formerUpn, uln, reference, surname, forename, middle, wholeName, born;
    QStringList referenceKinds; // of each column in `reference`: plain heading, and the part unless the number is national

    void add(IdentityField field, int column, const QString& referenceKind = {});
    [[nodiscard]] std::vector<int> all() const; // columns, in no particular order
    [[nodiscard]] bool any() const; // some column that tells one pupil from another
};

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

// 64-bit numbers seen, in one flat table: eight bytes a pupil, where a set of strings would take a hundred.
class SeenNumbers {
public:
    void add(quint64 number);
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    std::vector<quint64> m_table;
    qint64 m_size = 0;
};

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
