// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/secret.h"

#include <sodium.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace extract {

bool protectProcess()
{
    ::umask(077);
    const rlimit none{0, 0};
    bool done = sodium_init() >= 0 && ::setrlimit(RLIMIT_CORE, &none) == 0;
#ifndef __SANITIZE_ADDRESS__ // LeakSanitizer attaches to its own process and may not if that is not dumpable
    done = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
    return done;
}

} // namespace extract
