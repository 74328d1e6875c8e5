// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace readers {

// The password of a locked zip: UTF-8 characters and a zero byte, in memory that its owner locks and wipes (this room
// has no locked memory of its own). Empty: none was given. libzip asks for a plain pointer each time a member is
// opened, copies what it points to into ordinary memory, and clears that copy when the member is closed; its
// zip_set_default_password() would keep a copy for as long as the archive is open and free it uncleared, so it is not
// used.
using Password = std::shared_ptr<const char>;

} // namespace readers
