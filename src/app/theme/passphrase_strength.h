// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace app {

class Text;

// Says under a field how hard the passphrase in it would be to guess.
void tellStrength(const QLineEdit& field, Text& words);

} // namespace app
