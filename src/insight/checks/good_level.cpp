// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Good Level of Development at the end of Reception against the goals it is made of.
#include "insight/checks/evidence.h"

#include <array>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// Since 2012/13: at least the expected level ("2") in every goal of communication and language, physical development,
// personal, social and emotional development, literacy and mathematics. The level before, by points, is not read here.
constexpr std::array goalsFrom2012{
    "FSP_COM_G01"_L1, "FSP_COM_G02"_L1, "FSP_COM_G03"_L1, "FSP_PHY_G04"_L1, "FSP_PHY_G05"_L1, "FSP_PSE_G06"_L1,
    "FSP_PSE_G07"_L1, "FSP_PSE_G08"_L1, "FSP_LIT_G09"_L1, "FSP_LIT_G10"_L1, "FSP_MAT_G11"_L1, "FSP_MAT_G12"_L1,
};
constexpr std::array goalsFrom2021{
    "FSP_COM_E01"_L1, "FSP_COM_E02"_L1, "FSP_PSE_E03"_L1, "FSP_PSE_E04"_L1, "FSP_PSE_E05"_L1, "FSP_PHY_E06"_L1,
    "FSP_PHY_E07"_L1, "FSP_LIT_E08"_L1, "FSP_LIT_E09"_L1, "FSP_LIT_E10"_L1, "FSP_MAT_E11"_L1, "FSP_MAT_E12"_L1,
};
constexpr double expected = 2;

void checkLevel(Notes& notes, const Seen& seen, const Told& level, bool reached, std::span<const QLatin1StringView> goals)
{
    Tolds missed;
    Tolds met;
    for (const QLatin1StringView goal : goals) {
        const Told* told = seen.stem(goal);
        const auto grade = told ? numberIn(told->raw) : std::nullopt;
        if (grade)
            (*grade < expected ? missed : met).push_back(told);
    }
    if (reached && !missed.empty()) {
        Tolds values{&level};
        values.insert(values.end(), missed.begin(), missed.end());
        notes.add("good-level-with-gap"_L1,
                  {placeOf(*seen.entry), missed.front()->field->title, missed.front()->raw}, values);
    } else if (!reached && met.size() == goals.size()) {
        met.insert(met.begin(), &level);
        notes.add("good-level-missing"_L1, {placeOf(*seen.entry), QString::number(goals.size())}, met);
    }
}

} // namespace

void checkGoodLevel(Evidence& evidence, Notes& notes)
{
    for (const Seen& seen : evidence.entries()) {
        if (seen.entry->collection != "EYFSP"_L1)
            continue;
        const Told* level = seen.stem("FSP_GLD"_L1);
        const auto reached = level ? yesOrNo(level->raw) : std::nullopt;
        if (!reached)
            continue;
        checkLevel(notes, seen, *level, *reached, goalsFrom2012);
        checkLevel(notes, seen, *level, *reached, goalsFrom2021);
    }
}

} // namespace insight
