// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace readers {

// Why a part cannot be read: what it looks like, and what to do instead.
[[nodiscard]] base::Error unreadable(const QString& name, QByteArrayView head);

} // namespace readers
