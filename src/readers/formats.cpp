// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/format.h"

#include "readers/ctf.h"
#include "readers/npd_table.h"

namespace readers {

const std::vector<const Format*>& formats()
{
    static const std::vector<const Format*> all{&ctfFormat(), &npdTableFormat()};
    return all;
}

} // namespace readers
