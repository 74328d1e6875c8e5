// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"
#include "requests/request.h"

namespace extract {

// The words that stand in the file for our enumerations. They belong to the format: never translated, never
// changed. What is not known on reading becomes the first value of the enumeration.
[[nodiscard]] QString storedTerm(catalogue::Term term);
[[nodiscard]] catalogue::Term termFrom(const QString& word);
[[nodiscard]] QString storedExtent(requests::Extent extent);
[[nodiscard]] requests::Extent extentFrom(const QString& word);
[[nodiscard]] QString storedController(requests::Controller controller);
[[nodiscard]] requests::Controller controllerFrom(const QString& word);
[[nodiscard]] QString storedAsking(requests::Asking asking);
[[nodiscard]] requests::Asking askingFrom(const QString& word);
[[nodiscard]] QString storedState(requests::RequestState state);
[[nodiscard]] requests::RequestState stateFrom(const QString& word);

} // namespace extract
