// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace catalogue {

// How well a statement about the national data is sourced.
enum class Certainty {
    Table,      // an official DfE table or form was read
    Seed,       // printed in the campaign documents the project began with
    Background, // general knowledge that nobody checked against a document
};

[[nodiscard]] QString certaintyWord(Certainty certainty); // "table", "seed", "background"; never translated

} // namespace catalogue
