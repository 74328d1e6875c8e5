// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/coverage_words.h"

#include <QCoreApplication>

namespace app {

namespace {

class CoverWords {
    Q_DECLARE_TR_FUNCTIONS(app::CoverWords)
};

} // namespace

CoverSign signOf(const insight::CoverVerdict& verdict)
{
    switch (verdict.state) {
    case insight::CoverState::Held:
        return CoverSign::Here;
    case insight::CoverState::ExpectedAbsent:
        return verdict.certainty == catalogue::Certainty::Background ? CoverSign::MayBe : CoverSign::NotHere;
    case insight::CoverState::NotExpected:
        return CoverSign::NotAtThatAge;
    case insight::CoverState::NotCollected:
        return CoverSign::NotCollected;
    case insight::CoverState::Cancelled:
        return CoverSign::Cancelled;
    case insight::CoverState::CannotTell:
        break;
    }
    return CoverSign::CannotTell;
}

QString cellWord(CoverSign sign)
{
    switch (sign) {
    case CoverSign::Here:
        return CoverWords::tr("here");
    case CoverSign::NotHere:
        return CoverWords::tr("not here");
    case CoverSign::MayBe:
        return CoverWords::tr("may be");
    case CoverSign::NotAtThatAge:
        return {};
    case CoverSign::NotCollected:
        return CoverWords::tr("none");
    case CoverSign::Cancelled:
        return CoverWords::tr("cancelled");
    case CoverSign::CannotTell:
        break;
    }
    return CoverWords::tr("unsure");
}

QString legendWord(CoverSign sign)
{
    switch (sign) {
    case CoverSign::Here:
        return CoverWords::tr("here");
    case CoverSign::NotHere:
        return CoverWords::tr("should be here, is not");
    case CoverSign::MayBe:
        return CoverWords::tr("may be held, is not here");
    case CoverSign::NotAtThatAge:
        return CoverWords::tr("not at that age, or too early");
    case CoverSign::NotCollected:
        return CoverWords::tr("not collected that year");
    case CoverSign::Cancelled:
        return CoverWords::tr("cancelled nationally");
    case CoverSign::CannotTell:
        break;
    }
    return CoverWords::tr("nobody can tell from here");
}

QString sentence(CoverSign sign)
{
    switch (sign) {
    case CoverSign::Here:
        return CoverWords::tr("This is here.");
    case CoverSign::NotHere:
        return CoverWords::tr("This should be here, and is not.");
    case CoverSign::MayBe:
        return CoverWords::tr("This may be held, and is not here.");
    case CoverSign::NotAtThatAge:
        return CoverWords::tr("Nothing is expected here.");
    case CoverSign::NotCollected:
        return CoverWords::tr("It was not collected that year.");
    case CoverSign::Cancelled:
        return CoverWords::tr("It was cancelled for everybody.");
    case CoverSign::CannotTell:
        break;
    }
    return CoverWords::tr("Nobody can tell from what is here.");
}

QString sectionTitle(catalogue::CoverageSection section)
{
    switch (section) {
    case catalogue::CoverageSection::School:
        return CoverWords::tr("At school");
    case catalogue::CoverageSection::Results:
        return CoverWords::tr("Tests and exams");
    case catalogue::CoverageSection::Attendance:
        return CoverWords::tr("Attendance");
    case catalogue::CoverageSection::After16:
        return CoverWords::tr("After 16");
    case catalogue::CoverageSection::Care:
        break;
    }
    return CoverWords::tr("Care and need");
}

QString certaintySentence(catalogue::Certainty certainty)
{
    switch (certainty) {
    case catalogue::Certainty::Table:
        return CoverWords::tr("By an official table.");
    case catalogue::Certainty::Seed:
        return CoverWords::tr("As campaign documents print it.");
    case catalogue::Certainty::Background:
        break;
    }
    return CoverWords::tr("General knowledge, not checked.");
}

bool isHard(catalogue::CoverageSection section)
{
    return section == catalogue::CoverageSection::Care;
}

} // namespace app
