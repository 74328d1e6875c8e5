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
    QString formerLaestab = {}; // the number it had before its authority was cut anew; empty if none is listed
    bool operator==(const School&) const = default;
};

// What one school has to do with another, by their URNs: an academy follows the school it was made from.
struct SchoolLink {
    QString urn;
    QString other;
    QString otherName;
    QString type; // as printed: "Successor", "Predecessor - merged" …
    QDate day;    // invalid: not stated

    [[nodiscard]] bool isSuccessor() const { return type.startsWith(QLatin1String("Successor")); }
    [[nodiscard]] bool isPredecessor() const { return type.startsWith(QLatin1String("Predecessor")); }
    bool operator==(const SchoolLink&) const = default;
};

// Names of schools by number. A name is only ever added beside the delivered number, never put in its place.
class SchoolDirectory {
public:
    SchoolDirectory() = default;
    explicit SchoolDirectory(std::vector<School> schools, std::vector<SchoolLink> links = {});

    // UTF-8 with a heading row LAESTAB,URN,name,phase,opened,closed and perhaps formerLAESTAB; dates as 2001-09-01.
    // Rows without a name are left out. InputUnreadable where a heading is missing.
    [[nodiscard]] static base::Result<SchoolDirectory> read(const QByteArray& csv, const QByteArray& linksCsv = {});
    // The same the other way.
    [[nodiscard]] static QByteArray written(const std::vector<School>& schools);
    [[nodiscard]] static QByteArray written(const std::vector<SchoolLink>& links);

    // "301/4001", "3014001" or a URN; null if not listed. A number used again by a later school answers with the one
    // that was open on `day`, else with the one whose time lies nearest; without a day with the one that is open.
    [[nodiscard]] const School* find(QStringView number, QDate day = {}) const;
    [[nodiscard]] std::vector<SchoolLink> predecessors(const QString& urn) const;
    [[nodiscard]] std::vector<SchoolLink> successors(const QString& urn) const;
    [[nodiscard]] bool isEmpty() const { return m_schools.empty(); }
    [[nodiscard]] const std::vector<School>& schools() const { return m_schools; }
    [[nodiscard]] const std::vector<SchoolLink>& links() const { return m_links; }

private:
    [[nodiscard]] const School* best(const QMultiHash<QString, int>& numbers, const QString& plain, QDate day) const;

    std::vector<School> m_schools;
    std::vector<SchoolLink> m_links; // by URN
    QMultiHash<QString, int> m_byNumber;
    QMultiHash<QString, int> m_byFormer;
};

// "301/4001" → "3014001": digits alone, nothing where something else stands.
[[nodiscard]] QString plainSchoolNumber(QStringView number);

// The invented schools of the demonstration, compiled in; empty in a build without it.
[[nodiscard]] const SchoolDirectory& bundledSchools();

} // namespace registry
