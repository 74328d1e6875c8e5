// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/xml_items.h"
#include "readers/xml_pupils.h"

namespace readers {

// What the header of a transfer file says that its pupils' entries need.
struct CtfHeader {
    QString version;
    QString establishment; // LEA and Estab of the sending school, if both are numbers
    QDate written;
    std::optional<catalogue::AcademicYear> year;
    std::vector<XmlLeaf> leaves; // for the first entry of each pupil
};
[[nodiscard]] CtfHeader ctfHeader(const XmlNode& header);

// One pupil's part as entries in the order of the file: who the pupil is, needs, free meals, schools, assessments.
[[nodiscard]] XmlMade ctfPupil(const XmlPupil& pupil, const CtfHeader& header, bool otherPeopleToo, XmlItems& items);

// The dictionary field that is clearly the same thing; empty if none is.
[[nodiscard]] QString ctfItem(const XmlLeaf& leaf, std::optional<catalogue::AcademicYear> year, XmlItems& items);
[[nodiscard]] bool ctfKnows(const QString& elementName);

// One result: its place among the instruments of its year.
struct CtfResult {
    QString stage; // upper case
    QString subject;
    QString component;
    QString method;
    QString qualifier;
    QString result;
    std::optional<catalogue::AcademicYear> year;

    [[nodiscard]] QString collection() const;
    [[nodiscard]] QString name() const; // "KS2/ENG/REA/TA"
    [[nodiscard]] QString item(XmlItems& items) const;
};

} // namespace readers
