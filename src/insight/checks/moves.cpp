// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What tables say of moves, against the counts: a home that changed, a school that was joined late.
#include "insight/checks/evidence.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

bool isSpring(const Seen& seen)
{
    return isCensus(seen.entry->collection) && seen.moment && seen.moment->term == catalogue::Term::Spring && seen.onRoll();
}

QString bare(const Told& postcode) { return postcode.raw.toUpper().remove(u' '); }

// Homes stand in the census itself, or in a table of addresses beside it.
const Told* postcodeIn(const Seen& seen)
{
    const auto found = std::find_if(seen.told.begin(), seen.told.end(), [](const Told& told) {
        return stemOf(told.value->name).compare("Postcode"_L1, Qt::CaseInsensitive) == 0;
    });
    return found == seen.told.end() ? nullptr : &*found;
}

// The one postcode of a spring; null where there is none, or where two schools say two.
const Told* postcodeOf(const Evidence& evidence, int year)
{
    const Told* found = nullptr;
    for (const Seen& seen : evidence.entries()) {
        if (!seen.moment || seen.moment->year.start != year)
            continue;
        const bool isHome = seen.entry->collection == "SCADDR"_L1 && seen.moment->term == catalogue::Term::Spring;
        const Told* told = isHome || isSpring(seen) ? postcodeIn(seen) : nullptr;
        if (told && found && bare(*told) != bare(*found))
            return nullptr;
        found = found ? found : told;
    }
    return found;
}

// Which speaks of the home and not of the school: 1 where the postcode is another than in the spring before, 0 where not.
void checkHome(const Evidence& evidence, Notes& notes)
{
    for (const Told* flag : evidence.readings(u"MobilityInd"_s)) {
        const auto moment = momentOf(*flag->entry);
        const bool isAnswer = flag->raw == "0"_L1 || flag->raw == "1"_L1;
        if (!isAnswer || !moment || moment->term != catalogue::Term::Spring)
            continue;
        const Told* now = postcodeOf(evidence, moment->year.start);
        const Told* before = postcodeOf(evidence, moment->year.start - 1);
        const bool moved = now && before && bare(*now) != bare(*before);
        if (!now || !before || moved == (flag->raw == "1"_L1))
            continue;
        notes.add("moved-flag-differs"_L1,
                  {placeOf(*flag->entry), moved ? tr("that the home did not change") : tr("that the home changed"),
                   moved ? tr("are not the same") : tr("are the same")}, Tolds{flag, before, now});
    }
}

bool isSameSchool(const record::Entry& a, const record::Entry& b)
{
    const QString school = registry::plainSchoolNumber(a.establishment);
    return !school.isEmpty() && school == registry::plainSchoolNumber(b.establishment);
}

// Results tables of some years flag who joined the school in the year of the tests.
void checkJoined(const Evidence& evidence, Notes& notes)
{
    for (const Seen& results : evidence.entries()) {
        const Told* flag = nullptr;
        for (const auto stem : {"KS1_MOB1"_L1, "KS2_MOB1"_L1, "KS3_MOB1"_L1})
            flag = flag ? flag : results.stem(stem);
        const auto joined = flag ? yesOrNo(flag->raw) : std::nullopt;
        if (!joined || !results.moment)
            continue;
        const int year = results.moment->year.start;
        // Schools write down the first days of September or the holidays before them: neither is late.
        const QDate early(year, 7, 1);
        const QDate late(year, 10, 1);
        const QDate tests(year + 1, 5, 1);
        for (const Seen& seen : evidence.entries()) {
            if (!seen.moment || seen.moment->year.start != year || !isSpring(seen) ||
                !isSameSchool(*results.entry, *seen.entry))
                continue;
            const Told* entered = seen.stem("EntryDate"_L1);
            const QDate day = entered ? readDay(entered->raw) : QDate();
            if (!day.isValid() || (*joined ? day >= early : day < late || day >= tests))
                continue;
            notes.add("joined-flag-differs"_L1,
                      {placeOf(*results.entry), *joined ? tr("that the school was joined in that school year")
                                                        : tr("that the school was not joined in that school year"),
                       placeOf(*seen.entry), dayText(day)}, Tolds{flag, entered});
            break;
        }
    }
}

} // namespace

void checkMoves(Evidence& evidence, Notes& notes)
{
    checkHome(evidence, notes);
    checkJoined(evidence, notes);
}

} // namespace insight
