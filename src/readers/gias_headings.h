// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/source_intake.h"

#include <QStringList>

#include <optional>

namespace readers {

class Format;

// Which column of a file of DfE's school register holds what; −1: none.
struct GiasHeadings {
    int urn = -1;
    int name = -1;
    int authority = -1;
    int number = -1;
    int formerAuthority = -1;
    int formerNumber = -1;
    int phase = -1;
    int opened = -1;
    int closed = -1;
    int linkUrn = -1;
    int linkName = -1;
    int linkType = -1;
    int linkDay = -1;

    [[nodiscard]] bool links() const { return linkUrn >= 0; }
};

// Nothing if the row is no heading row of such a file: all establishments, their links, or a short list of numbers and
// names with the days schools opened and closed.
[[nodiscard]] std::optional<GiasHeadings> giasHeadings(const QStringList& headings);

// Knows these files among what was handed over, only to say that they hold no pupil and where they belong.
[[nodiscard]] const Format& giasFormat();

} // namespace readers
