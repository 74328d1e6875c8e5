// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/taken_over.h"

#include "catalogue/convert.h"

namespace catalogue {

const std::vector<TakenOver>& takenOver()
{
    static const std::vector<TakenOver> all = [] {
        std::vector<TakenOver> made;
        for (const table::TakenOverRow& row : table::takenOver)
            made.push_back({table::string(row.name), row.firstGroup, row.lastGroup, table::string(row.source),
                            table::certainty(row.certainty)});
        return made;
    }();
    return all;
}

} // namespace catalogue
