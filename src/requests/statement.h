// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/sentences.h"

#include <vector>

// What the letter says the record says: one statement for each different field and value, however many counts it
// stands in.
namespace requests {

struct SameValue {
    std::vector<const FrozenValue*> values; // same field, text and meaning; never empty
};
[[nodiscard]] std::vector<SameValue> grouped(const std::vector<FrozenValue>& values);

// "the School Census of spring 2008/09 and of spring 2009/10"; empty where nothing is known of where it stood.
[[nodiscard]] Runs places(const std::vector<const FrozenValue*>& values, Sentences& sentences);

// The paragraphs of "what it says".
[[nodiscard]] std::vector<Runs> whatItSays(const Concern& concern, bool mask, Sentences& sentences);

// One line a value: enough to find it, and nothing that locates when masked.
[[nodiscard]] std::vector<Runs> valueDetails(const Concern& concern, bool mask, Sentences& sentences);

} // namespace requests
