// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/xml_format.h"

#include <array>

namespace readers {

// A part of a child's record with a day of its own: an assessment, an episode, a course. It makes an entry.
struct XmlDatedPart {
    QLatin1StringView element;
    std::array<QLatin1StringView, 2> dates = {}; // where its day stands; the first that holds one counts
};

// What the file as a whole says of every child in it.
struct XmlReturnHead {
    QString version;
    std::optional<catalogue::AcademicYear> year;
    QDate day;                      // the day the return speaks of
    std::vector<record::Value> own; // who sent it: stands with each child's first entry
    QStringList warnings;
};

// What sets one return apart from another, all of it data and pure functions; the walk through the file is the same.
struct XmlReturnRules {
    QString format;     // "cin-xml"
    QString collection; // "CIN"
    int (*recognise)(const QByteArray& lowerHead) = nullptr;
    const XmlPupilNames* names = nullptr;
    std::vector<XmlDatedPart> parts;
    bool yearFromDay = false;      // the file does not say which year it is of
    bool notTriedOnRealFile = false;
    OtherPeople others = otherPeopleIn;
    void (*root)(std::string_view name, const char** attributes, XmlReturnHead& head) = nullptr;
    void (*section)(const XmlNode& node, const QString& path, XmlReturnHead& head, XmlItems& items) = nullptr;
    QString (*name)(const XmlLeaf& leaf) = nullptr;                // what a value is called; null: its element
    QString (*heading)(const XmlLeaf& leaf) = nullptr;             // the dictionary's name for it; empty: it has none
    bool (*published)(const QString& element) = nullptr;           // stands in the published structure
};

// `rules` must live as long as the format.
[[nodiscard]] XmlFormatRules xmlReturn(const XmlReturnRules& rules);

// A day on which somebody now alive may have been a child; any other is left as text.
[[nodiscard]] QDate xmlLikelyDay(const QString& text);

} // namespace readers
