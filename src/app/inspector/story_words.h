// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/value_story.h"

namespace app {

// The same story with everything hidden that tells where the person is: for at-risk mode. Values that locate lose
// their text; documents, places and schools lose their names.
[[nodiscard]] insight::ValueStory maskedStory(insight::ValueStory story);

// What a reading is counted as: its words, or its code where nobody wrote down what that meant.
[[nodiscard]] QString said(const insight::Reading& reading);

// "2009/10 and 2010/11 say White – British, the other 11 say White and Asian." Empty when all readings agree or this
// one says what most do.
[[nodiscard]] QString oddOneOut(const insight::ValueStory& story);

// "D: special category in law. Tier 2 until 2018."
[[nodiscard]] QString sensitivityLine(const insight::ValueStory& story);

// "9f3a51c0…c21e": enough of a digest to compare two by eye.
[[nodiscard]] QString shortDigest(const QByteArray& sha256);

} // namespace app
