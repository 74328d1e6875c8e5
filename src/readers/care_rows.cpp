// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_rows.h"

#include <algorithm>

namespace readers {

void CareRows::claim(const QByteArray& number, const QByteArray& who, QDate born, int place)
{
    if (number.isEmpty())
        return;
    std::vector<Bearer>& bearers = m_bearers[number];
    const auto same = std::find_if(bearers.begin(), bearers.end(),
                                   [&](const Bearer& one) {
                                       return one.who == who && (one.born == born || !one.born.isValid() || !born.isValid());
                                   });
    if (same == bearers.end()) {
        bearers.push_back({who, born, place});
        return;
    }
    if (same->place < 0)
        same->place = place;
    if (!same->born.isValid())
        same->born = born;
}

CareRows::Answer CareRows::ownerOf(const QByteArray& number, QDate born) const
{
    const auto known = m_bearers.constFind(number);
    if (known == m_bearers.cend())
        return {};
    const Bearer* fits = nullptr;
    int fitting = 0;
    bool taken = false;
    for (const Bearer& one : *known) {
        taken = taken || one.place >= 0;
        if (born.isValid() && one.born.isValid() && born != one.born)
            continue;
        fits = &one;
        ++fitting;
    }
    if (!taken)
        return {Whose::Other, -1};
    if (fitting == 0)
        return {Whose::AnotherBirthDate, -1};
    if (fitting > 1)
        return {Whose::SeveralChildren, -1};
    return fits->place >= 0 ? Answer{Whose::Child, fits->place} : Answer{Whose::Other, -1};
}

} // namespace readers
