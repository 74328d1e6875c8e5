// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/worker.h"

#include <QPromise>

namespace app {

// What a desk answers that need not think. (Qt renamed its own function for this between the versions we build with.)
template <typename T>
[[nodiscard]] desk::Answer<T> answered(const base::Result<T>& result)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(result);
    promise.finish();
    return promise.future();
}

} // namespace app
