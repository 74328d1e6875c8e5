// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/voice.h"

using namespace Qt::StringLiterals;

namespace app {

Voice Voice::of(const desk::Snapshot& snapshot)
{
    const record::Person& person = snapshot.record.person;
    const QString& use = snapshot.decisions.nameToUse.isEmpty() ? person.name : snapshot.decisions.nameToUse;
    Voice voice;
    voice.name = use.section(u' ', 0, 0);
    voice.own = voice.name.isEmpty() || !person.born.isValid() || person.born.addYears(18) <= snapshot.today;
    return voice;
}

} // namespace app
