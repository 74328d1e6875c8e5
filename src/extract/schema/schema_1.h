// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace extract {

extern const char* const schema1;

} // namespace extract
