// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/concern.h"

using namespace Qt::StringLiterals;

namespace requests {

QString controllerWord(Controller controller)
{
    return controller == Controller::Dfe ? u"dfe"_s : u"school"_s;
}

QString askingWord(Asking asking)
{
    switch (asking) {
    case Asking::Self:
        return u"self"_s;
    case Asking::Parent:
        return u"parent"_s;
    case Asking::Representative:
        return u"representative"_s;
    }
    return {};
}

} // namespace requests
