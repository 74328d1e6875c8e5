// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QHash>

#include <optional>
#include <vector>

namespace registry {

struct School {
    QString laestab; // seven digits, no slash
    QString urn;
    QString name;
    QString phase;
    QDate opened; // invalid: not stated
    QDate closed; // invalid: open, or not stated
    bool operator==(const School&) const = default;
};

// Names of schools by number. A name is only ever added beside the delivered number, never put in its place.
class SchoolDirectory {
public:
    SchoolDirectory() = default;
    explicit SchoolDirectory(std::vector<School> schools);

    // UTF-8 with a heading row LAESTAB,URN,name,phase,opened,closed; dates as 2001-09-01. Rows without a name are
    // left out. InputUnreadable where a heading is missing.
    [[nodiscard]] static base::Result<SchoolDirectory> read(const QByteArray& csv);

    // "301/4001", "3014001" or a URN; null if not listed. A number used again by a later school answers with the
    // one that was open on `day`.
    [[nodiscard]] const School* find(QStringView number, QDate day = {}) const;
    [[nodiscard]] bool isEmpty() const { return m_schools.empty(); }
    [[nodiscard]] const std::vector<School>& schools() const { return m_schools; }

private:
    std::vector<School> m_schools;
    QMultiHash<QString, int> m_byNumber;
};

// "301/4001" → "3014001": digits alone, nothing where something else stands.
[[nodiscard]] QString plainSchoolNumber(QStringView number);

// The invented schools of the demonstration, compiled in; empty in a build without it.
[[nodiscard]] const SchoolDirectory& bundledSchools();

} // namespace registry
