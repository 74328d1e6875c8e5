// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

#include <QStringView>

#include <span>

namespace insight {

// One name that a characteristic had in some year. Reviewed by hand against the DfE's tables (other names of a field,
// renames inside a series); a name that is not here stands for itself.
struct CharacteristicName {
    const char16_t* stem;  // "SENstage": the name without prefix, term, year and "_anon"
    const char16_t* key;   // "SENprovision"
    const char* title;     // plain words, translated in context "insight"
    LaneGroup group;
    bool lane = false;     // drawn on the timeline; the others are on the census page only
    bool hard = false;     // "may be hard to read"
    // The characteristic this name speaks for where an entry holds none of that one's own names: the detailed code
    // is all that a transfer file or a census return says.
    const char16_t* standsInFor = nullptr;
};

// All, in the order of the lanes.
[[nodiscard]] std::span<const CharacteristicName> characteristicNames();
[[nodiscard]] const CharacteristicName* characteristicName(QStringView stem);
[[nodiscard]] const CharacteristicName* characteristicOfKey(QStringView key);
// Place in the fixed order of lanes; names that are not in the table come after all others.
[[nodiscard]] int characteristicOrder(QStringView key);

// Who somebody is, where and when a row was made: no characteristics, whatever collection they stand in.
[[nodiscard]] bool isIdentityStem(QStringView stem);

// "EthnicGroupMinor_[term][yy]", "PRU_Gender_SPR12", "LAEstab_SPR15_anon" → "EthnicGroupMinor", "Gender", "LAEstab".
[[nodiscard]] QString stemOf(QStringView name);

} // namespace insight
