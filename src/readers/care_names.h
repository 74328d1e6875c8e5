// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace readers {

// What the national dictionary calls an element or heading of a care return; empty: it has no field for it. XML files
// and tables differ in some words (PL and PLACE), so both spellings are known here.
[[nodiscard]] QString cinHeading(const QString& name);
[[nodiscard]] QString ssda903Heading(const QString& name);

// Stands in the published structure of the return.
[[nodiscard]] bool cinKnows(const QString& name);
[[nodiscard]] bool ssda903Knows(const QString& name);

// Whom a field of the looked-after return speaks of, where it is not the child: their own child, the people who
// adopted them, staff. Empty: it is about the child.
[[nodiscard]] QLatin1StringView ssda903Other(const QString& name);

// "UN1" … "UN10" stand where a pupil number is not known, and say why.
[[nodiscard]] bool standsForNoUpn(QStringView text);
[[nodiscard]] bool standsForNoUpn(std::string_view utf8);

} // namespace readers
