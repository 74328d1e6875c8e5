// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sitting.h"
#include "register/shelf.h"

namespace desk {

// The public lists on this computer, for a window: read and added to on a thread of their own, whatever record is open.
// As with a Sitting, calls return at once with a future.
class Lists {
public:
    Lists();
    ~Lists(); // stops what is being read; the list before stays

    // Also has them ready for the first name that is looked up.
    [[nodiscard]] Answer<std::vector<registry::ShelfItem>> items();
    [[nodiscard]] Answer<registry::ShelfAdded> add(const QString& path, base::Progress progress = {});
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace desk
