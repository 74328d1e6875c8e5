// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h" // IWYU pragma: export

// Leaves the function with the error of `expression`, if it has one. For Results whose value is not needed.
#define BASE_TRY(expression)                                                                                           \
    do {                                                                                                               \
        if (auto baseTryResult = (expression); !baseTryResult)                                                         \
            return tl::unexpected<base::Error>(std::move(baseTryResult.error()));                                      \
    } while (false)
