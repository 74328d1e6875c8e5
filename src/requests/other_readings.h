// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/sentences.h"

namespace requests {

// "The other eleven spring censuses say White and Asian. For 2009/10 the source given is S: …" States what the record
// holds and nothing more; empty where it says nothing else.
[[nodiscard]] Runs otherReadings(Sentences& say, const std::vector<record::SaidElsewhere>& others,
                                 const std::vector<record::SourceGiven>& sources);

} // namespace requests
