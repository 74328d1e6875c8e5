// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"

#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

// One way of reading a heading as a name of the dictionary, with what its suffixes say.
struct Spelling {
    std::string key; // name_key.h
    std::optional<AcademicYear> year = std::nullopt;
    Term term = Term::None;
    int repeat = 0;
    bool anonymous = false;
    int penalty = 0; // how far the reading stretches the name
    bool onlyCounted = false;  // a number was taken off: only fields that are numbered ("Reason_[n]") can be meant
    bool isLastResort = false;
};

// "EthnicGroupMinor_SPR14" → "ethnicgroupminorspr14", "ethnicgroupminor<>" (spring 2013/14), "ethnicgroupminor" …
// Likeliest first; at most about a dozen.
[[nodiscard]] std::vector<Spelling> spellingsOf(std::string_view name);

} // namespace catalogue
