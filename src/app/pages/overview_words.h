// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/pages/voice.h"
#include "insight/overview.h"

namespace app {

// The few things to do next, in words.
struct WorthALook {
    QString title;
    QString sentence;
    QString button;
    PageName page = PageName::Timeline;
    Selected selected;
    bool operator==(const WorthALook&) const = default;
};
[[nodiscard]] std::vector<WorthALook> worthALook(const insight::Overview& overview, const desk::Snapshot& snapshot,
                                                 int most);

[[nodiscard]] QString headline(const insight::Overview& overview, const Voice& voice, int things);
// What the files do not hold: "Nothing after July 2022 is in these files." Empty if nothing can be said.
[[nodiscard]] QString notHeld(const insight::Overview& overview, QDate today);

} // namespace app
