// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reports {

// Text for element content or an attribute: the five characters XML reserves are escaped, and what XML 1.0 cannot
// hold (control characters, half surrogates, U+FFFE) becomes U+FFFD. Records hold such bytes; a document that does
// not open helps nobody.
[[nodiscard]] QString xmlText(QStringView text);

} // namespace reports
