// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/certainty.h"

using namespace Qt::StringLiterals;

namespace catalogue {

QString certaintyWord(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Table:
        return u"table"_s;
    case Certainty::Seed:
        return u"seed"_s;
    case Certainty::Background:
        break;
    }
    return u"background"_s;
}

} // namespace catalogue
