// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace readers {

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

} // namespace readers
