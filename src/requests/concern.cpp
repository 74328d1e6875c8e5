// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/concern.h"

#include <algorithm>

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

FrozenValue missingPart(int number, const QString& key, const QString& collection, const QString& when)
{
    FrozenValue part;
    part.value = record::ValueId{-number};
    part.name = key;
    part.collection = collection;
    part.when = when;
    return part;
}

bool isMissingPart(const FrozenValue& value)
{
    return value.value.n < 0;
}

bool asksForMissing(const Concern& concern)
{
    return !concern.values.empty() && std::all_of(concern.values.begin(), concern.values.end(), isMissingPart);
}

} // namespace requests
