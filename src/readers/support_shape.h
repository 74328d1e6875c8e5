// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/items.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <optional>

namespace readers {

// What a support copy tells instead of a text: runs of letters and digits by length, signs as they are.
// "03/05/2003" → "digits×2/digits×2/digits×4"; "" and blanks → "blank". Two texts of the same shape cannot be told
// apart afterwards.
[[nodiscard]] QString shapeOf(const QString& text);

// A heading or element name: itself where the dictionary, or a format this program reads, knows it and it carries no
// long number; else its shape in brackets.
[[nodiscard]] QString shownName(const QString& name);
[[nodiscard]] bool isKnownName(const QString& name);

// What stood under one name: how often each shape came, and codes of one or two characters that the dictionary lists
// for that very field.
class Shapes {
public:
    Shapes() = default;
    explicit Shapes(const QString& name);
    void add(const QString& text);
    [[nodiscard]] QStringList lines() const; // most frequent first

private:
    [[nodiscard]] bool isClosedCode(const QString& text);

    std::optional<catalogue::Item> m_item;
    QHash<QString, bool> m_codes; // asked once a code
    QMap<QString, qint64> m_counts;
    qint64 m_more = 0; // of shapes beyond those that are listed
};

} // namespace readers
