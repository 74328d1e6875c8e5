// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_rows.h"

#include "readers/dates.h"

#include <algorithm>
#include <new>
#include <type_traits>

namespace readers {

QDate CareDay::read() const
{
    const auto date = counted ? readDateOrSerial(text, since1904) : readDate(text);
    return date ? date->date : QDate();
}

QByteArrayView CareRows::own(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    auto* bytes = static_cast<char*>(m_text.allocate(static_cast<std::size_t>(text.size()), 1));
    std::copy(text.begin(), text.end(), bytes);
    return {bytes, text.size()};
}

void CareRows::claim(QByteArrayView number, QByteArrayView who, const CareDay& born, int place)
{
    static_assert(std::is_trivially_destructible_v<Bearer>, "nobody ends what lies in the one piece of memory");
    if (number.isEmpty())
        return;
    m_tooMany = m_tooMany || m_count > mostNumbers;
    if (m_tooMany)
        return;
    const auto owned = [&] {
        ++m_count;
        return Bearer{own(who), {own(born.text), born.counted, born.since1904}, place, nullptr};
    };
    const auto first = m_bearers.find(number);
    if (first == m_bearers.end()) {
        m_bearers.insert(own(number), owned());
        return;
    }
    const auto sameDay = [&](const CareDay& other) {
        if (other.spelledLike(born))
            return true;
        const QDate one = other.read();
        const QDate two = born.read();
        return one == two || !one.isValid() || !two.isValid();
    };
    Bearer* bearer = &*first;
    while (bearer->who != who || !sameDay(bearer->born)) {
        if (!bearer->next) {
            bearer->next = new (m_text.allocate(sizeof(Bearer), alignof(Bearer))) Bearer(owned());
            return;
        }
        bearer = bearer->next;
    }
    if (bearer->place < 0)
        bearer->place = place;
    if (!bearer->born.spelledLike(born) && !bearer->born.read().isValid())
        bearer->born = {own(born.text), born.counted, born.since1904};
}

CareRows::Answer CareRows::ownerOf(QByteArrayView number, const CareDay& born) const
{
    const auto known = m_bearers.constFind(number);
    if (known == m_bearers.cend())
        return {};
    bool taken = false;
    for (const Bearer* one = &*known; one; one = one->next)
        taken = taken || one->place >= 0;
    if (!taken)
        return {Whose::Other, -1};
    const QDate wanted = born.read();
    const Bearer* fits = nullptr;
    int fitting = 0;
    for (const Bearer* one = &*known; one; one = one->next) {
        const QDate day = wanted.isValid() ? one->born.read() : QDate();
        if (day.isValid() && day != wanted)
            continue;
        fits = one;
        ++fitting;
    }
    if (fitting == 0)
        return {Whose::AnotherBirthDate, -1};
    if (fitting > 1)
        return {Whose::SeveralChildren, -1};
    return fits->place >= 0 ? Answer{Whose::Child, fits->place} : Answer{Whose::Other, -1};
}

} // namespace readers
