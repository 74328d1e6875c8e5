// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"

#include <array>
#include <memory>

namespace app {

// The pages of the rail, from top to bottom.
inline constexpr std::array pageNames{PageName::Overview, PageName::Timeline, PageName::Attainment, PageName::Census,
                                      PageName::Coverage, PageName::Checks, PageName::Releases, PageName::Documents,
                                      PageName::PutRight, PageName::Safety};

[[nodiscard]] std::unique_ptr<Page> makePage(PageName name, QWidget* parent);
[[nodiscard]] QString pageTitle(PageName name); // for the rail, translated
[[nodiscard]] QString pageIcon(PageName name);  // of theme/icons.h

} // namespace app
