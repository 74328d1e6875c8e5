// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the person read off paper and wrote in, against what files say of the same field and time.
#include "insight/checks/evidence.h"

#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// Field and time: collection, field, school year, term.
using Place = std::tuple<QString, QString, int, int>;

std::optional<Place> placeInTime(const Seen& seen, const Told& told)
{
    if (!seen.moment)
        return {};
    const QString name = told.field->item ? told.field->item->name : told.field->stem;
    return Place{seen.entry->collection, name.toLower(), seen.moment->year.start, int(seen.moment->term)};
}

bool sameNumberOrDay(const QString& a, const QString& b)
{
    const auto left = numberIn(a);
    const auto right = numberIn(b);
    const QDate day = readDay(a);
    return (left && right && *left == *right) || (day.isValid() && day == readDay(b));
}

// A code and its words are one answer: paper prints "White - British" where the file has "WBRI".
bool saysSame(Evidence& evidence, const Told& written, const Told& delivered)
{
    const auto plain = [](const Told& told) { return told.raw.simplified().toUpper(); }; // "A*" is not "A"
    if (plain(written) == plain(delivered) || sameNumberOrDay(written.raw, delivered.raw))
        return true;
    if (const auto left = yesOrNo(written.raw), right = yesOrNo(delivered.raw); left && right)
        return *left == *right;
    const QString meant = evidence.meaning(delivered).text;
    const QString wrote = evidence.meaning(written).text;
    return !meant.isEmpty() && (bareName(meant) == bareName(written.raw) || bareName(meant) == bareName(wrote));
}

} // namespace

void checkWrittenIn(Evidence& evidence, Notes& notes)
{
    std::map<Place, Tolds> delivered;
    for (const Seen& seen : evidence.entries())
        if (!seen.entry->writtenIn)
            for (const Told& told : seen.told)
                if (const auto place = placeInTime(seen, told))
                    delivered[*place].push_back(&told);
    for (const Seen& seen : evidence.entries()) {
        if (!seen.entry->writtenIn)
            continue;
        for (const Told& written : seen.told) {
            const auto place = placeInTime(seen, written);
            const auto same = place ? delivered.find(*place) : delivered.end();
            if (same == delivered.end())
                continue;
            Tolds others;
            bool agreed = false;
            for (const Told* told : same->second) {
                const QString school = registry::plainSchoolNumber(told->entry->establishment);
                const QString own = registry::plainSchoolNumber(seen.entry->establishment);
                if (!school.isEmpty() && !own.isEmpty() && school != own)
                    continue; // another school's entry of that time
                agreed = agreed || saysSame(evidence, written, *told);
                others.push_back(told);
            }
            if (agreed || others.empty())
                continue;
            const Told& other = *others.front();
            others.insert(others.begin(), &written);
            notes.add("written-in-differs"_L1,
                      {placeOf(*seen.entry), wordsOf(evidence.meaning(written), written.raw),
                       written.field->title.isEmpty() ? written.value->name : written.field->title,
                       wordsOf(evidence.meaning(other), other.raw)}, others);
        }
    }
}

} // namespace insight
