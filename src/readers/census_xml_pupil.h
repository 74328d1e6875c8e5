// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/xml_items.h"
#include "readers/xml_pupils.h"

namespace readers {

// What the header and the school's part of a return say of every pupil in it.
struct CensusHeader {
    QString collection = QStringLiteral("SC"); // or "PRU", "AP", "EYC": the same structure in most of its parts
    QString version;                           // "SC SPR 2012"
    QString establishment;
    QDate day;
    catalogue::Term term = catalogue::Term::None;
    std::optional<catalogue::AcademicYear> year;
};
void readCensusHeader(const XmlNode& header, CensusHeader& into);
void readCensusSchool(const XmlNode& school, CensusHeader& into);
// "SC", "PRU", "AP" or "EYC" for what a return calls itself; empty: none of them.
[[nodiscard]] QString censusCollection(const QString& written);

// The term whose attendance a return reports: the one before census day (spring reports autumn, autumn reports the
// summer of the school year before).
struct CensusTerm {
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
};
[[nodiscard]] CensusTerm attendanceTerm(const CensusHeader& header);

// Characteristics, exclusions, attendance, addresses.
[[nodiscard]] XmlMade censusPupil(const XmlPupil& pupil, const CensusHeader& header, bool otherPeopleToo, XmlItems& items);

} // namespace readers
