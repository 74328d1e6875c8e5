// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/rule.h"

#include <QtGlobal>

namespace insight {

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("checks", text)
constexpr Severity needsYou = Severity::NeedsYou;
constexpr Severity look = Severity::WorthALook;
constexpr Severity complete = Severity::ForCompleteness;
constexpr RuleCare plain = RuleCare::None;
constexpr RuleCare identity = RuleCare::Identity;

// Who somebody is, and what is meant to stay the same.
constexpr RuleRow rows[] = {
    {"other-child-entry", RuleFamily::MixUp, needsYou, plain, WORDS("Some of this may be about another child"),
     WORDS("In %1 it gives the birth date %2, and %3 is different as well."),
     WORDS("It may be another child: those with like names or numbers are sometimes mixed up. You can set these entries "
           "aside until you know: "
           "nothing is removed, and you can take it back.")},
    {"twin-mix-up", RuleFamily::MixUp, look, identity, WORDS("Some of this may be about a brother or sister"),
     WORDS("In %1 there is the same birth date but another first name and another pupil number."),
     WORDS("It may be a twin: twins are sometimes written into each other's record. You can set these entries aside until "
           "you know: "
           "nothing is removed, and you can take it back.")},

    {"birth-date-differs", RuleFamily::Fixed, needsYou, plain, WORDS("A birth date is different"),
     WORDS("In %1 it gives the birth date as %2. The record file is about somebody born on %3."),
     WORDS("One of the two may be a slip. Age, year group and which tests were due all follow from it.")},
    {"birth-date-swapped", RuleFamily::Fixed, look, plain, WORDS("Day and month of birth may be swapped"),
     WORDS("In %1 it gives the birth date as %2: day and month are the other way round."),
     WORDS("Some computers write the month first. Somebody may have read it the wrong way round.")},
    {"birth-month-differs", RuleFamily::Fixed, look, plain, WORDS("Month or year of birth is different"),
     WORDS("In %1 it gives %2, which does not fit the birth date."),
     WORDS("These two are worked out from the birth date, so the table may have been made from another one.")},
    {"sex-changed", RuleFamily::Fixed, look, identity, WORDS("Sex or gender is not the same everywhere"),
     WORDS("In %1 it says %2; the other entries say %3."),
     WORDS("It may be a change that is known, a slip of the keyboard, or an entry about somebody else.")},
    {"surname-differs", RuleFamily::Fixed, complete, identity, WORDS("Another surname"),
     WORDS("In %1 there is another surname than in the other entries."),
     WORDS("The name may have been changed, and then nothing is wrong. An old name stays in old entries.")},
    {"forename-differs", RuleFamily::Fixed, complete, identity, WORDS("Another first name"),
     WORDS("In %1 there is another first name than in the other entries."),
     WORDS("The name may have been changed or a short form used, and then nothing is wrong. An old name stays in old entries.")},
    {"language-changed", RuleFamily::Fixed, look, plain, WORDS("First language is not the same everywhere"),
     WORDS("In %1 it says %2; the other entries say %3."),
     WORDS("The first language a child grew up with does not change, so one of them may be a guess or a slip.")},
    {"country-of-birth-changed", RuleFamily::Fixed, look, plain, WORDS("Country of birth is not the same everywhere"),
     WORDS("In %1 it says %2; the other entries say %3."), WORDS("One of them may be a guess or a slip.")},

    {"ethnicity-after-refusal", RuleFamily::Ethnicity, needsYou, plain,
     WORDS("An ethnic group was written down after an answer was refused"),
     WORDS("In %1 no answer was given. In %2 it says %3, and nothing says that the family gave it."),
     WORDS("Nobody has to answer this question. If nobody in the family was asked again, the school may have guessed.")},
    {"ethnicity-flip", RuleFamily::Ethnicity, needsYou, plain, WORDS("The ethnic group changed and changed back"),
     WORDS("In %1 it says %2; the entries before and after say %3."),
     WORDS("An ethnic group that goes and comes back may be a slip, or somebody else's guess.")},
    {"ethnicity-ascribed", RuleFamily::Ethnicity, look, plain, WORDS("The school may have chosen the ethnic group"),
     WORDS("In %1 it says %2, and gives the school as the source, not the family."),
     WORDS("Staff could put down what they thought until 2011. It may never have been asked.")},
    {"ethnicity-after-not-obtained", RuleFamily::Ethnicity, look, plain,
     WORDS("An ethnic group was filled in by the school"),
     WORDS("In %1 there is no answer. In %2 it says %3 and gives the school as the source."),
     WORDS("The gap may have been filled with a guess.")},
    {"ethnicity-changed", RuleFamily::Ethnicity, look, plain, WORDS("The ethnic group changed"),
     WORDS("In %1 it says %2; other entries say %3."),
     WORDS("The family may have answered anew. If nobody asked, one of them may be a guess.")},
    {"ethnicity-broad-differs", RuleFamily::Ethnicity, look, plain, WORDS("Two ethnic groups in one entry do not fit"),
     WORDS("In %1 it says %2 in one field and %3 in another."),
     WORDS("The broad group is worked out from the detailed one, so one of them may have been changed alone.")},
    {"ethnicity-artefact", RuleFamily::Ethnicity, complete, plain, WORDS("An ethnic group that is no answer"),
     WORDS("In %1 it says %2. No family gives such an answer: it came about when the table was put together."),
     WORDS("The true answer may stand in another table, or may have been lost on the way.")},

    {"nationality-outside-years", RuleFamily::Nationality, needsYou, plain,
     WORDS("Nationality or country of birth outside the years when it was asked"),
     WORDS("In %1 it says %2 for %3. Schools were told to ask for this from autumn 2016 to summer 2018 only."),
     WORDS("No rule is known that let schools ask for it in other years, so you may ask what it is based on.")},
    {"nationality-held", RuleFamily::Nationality, look, plain, WORDS("Nationality or country of birth is still held"),
     WORDS("In %1 it says %2 for %3."),
     WORDS("Schools asked for it from autumn 2016 to summer 2018, and then it was stopped. Families could say no. You may "
           "ask why it is still kept.")},
    {"yssa-no-reply", RuleFamily::Nationality, look, plain, WORDS("Asked about sharing, no reply noted"),
     WORDS("In %1 it says “asked, no reply”. That was read as a yes: details could be given to youth services."),
     WORDS("The letter may never have come home. You may ask whether anything was shared.")},

    {"upn-check-letter", RuleFamily::Identifiers, look, plain, WORDS("A pupil number may have a slip in it"),
     WORDS("The pupil number %1 does not pass the test that is built into such numbers. It stands in %2."),
     WORDS("A letter or digit may have been mistyped. Entries are joined by this number, so some may be missing, or "
           "somebody else's.")},
    {"upn-several", RuleFamily::Identifiers, look, identity, WORDS("More than one pupil number"),
     WORDS("The pupil number %1 stands in %2; the other entries have %3."),
     WORDS("A new number can be given after a move. An old one may also be a slip, or somebody else's.")},
    {"upn-former", RuleFamily::Identifiers, complete, identity, WORDS("An earlier pupil number is noted"),
     WORDS("In %1 %2 is noted as an earlier number."),
     WORDS("Entries under the earlier number may be missing here. You may ask for them too.")},
    {"upn-temporary", RuleFamily::Identifiers, complete, plain, WORDS("A temporary pupil number was used for long"),
     WORDS("The temporary number %1 stands in %2, in %3 school years."),
     WORDS("It is meant for a short time, until the true number is known. Entries under the true number may be missing."),
     1, WORDS("school years that a temporary number may last")},
    {"upn-year", RuleFamily::Identifiers, look, plain, WORDS("A pupil number from before the birth"),
     WORDS("The pupil number %1 was given out in %2, before the birth. It stands in %3."),
     WORDS("It may be somebody else's number.")},
    {"uln-check-digit", RuleFamily::Identifiers, look, plain, WORDS("A learner number may have a slip in it"),
     WORDS("The learner number %1 does not pass the test that is built into such numbers. It stands in %2."),
     WORDS("A digit may have been mistyped. Results after 14 are joined by this number.")},
    {"uln-placeholder", RuleFamily::Identifiers, complete, plain, WORDS("No true learner number"),
     WORDS("In %1 there are ten nines where the learner number should be. They stand for “not known”."),
     WORDS("Results after 14 may be missing, because they are joined by this number.")},
    {"uln-several", RuleFamily::Identifiers, look, identity, WORDS("More than one learner number"),
     WORDS("The learner number %1 stands in %2; the other entries have %3."),
     WORDS("Some people were given two. Results may be split between them, or one may be somebody else's.")},
    {"uci-check-letter", RuleFamily::Identifiers, complete, plain, WORDS("An exam number may have a slip in it"),
     WORDS("The exam number %1 does not pass the test that is built into such numbers. It stands in %2."),
     WORDS("A letter or digit may have been mistyped.")},

    {"census-too-young", RuleFamily::Ages, look, plain, WORDS("In a count before school age"),
     WORDS("By the birth date, this person %2 at the time of %1."), WORDS("The birth date may be wrong, or the entry may be about another child."), 2,
     WORDS("age from which a child is counted")},
    {"census-too-old", RuleFamily::Ages, look, plain, WORDS("In a school count after school age"),
     WORDS("By the birth date, this person %2 at the time of %1."), WORDS("The birth date may be wrong, or the entry may be about somebody else."), 20,
     WORDS("age up to which somebody is counted")},
    {"age-differs", RuleFamily::Ages, look, plain, WORDS("An age does not fit the birth date"),
     WORDS("In %1 it gives the age %2 at the start of the school year. By the birth date it was %3."),
     WORDS("The table may have been made from another birth date.")},
    {"year-group-far", RuleFamily::Ages, look, plain, WORDS("A year group far from the usual one"),
     WORDS("In %1 it says %2. By the birth date it would usually be %3."),
     WORDS("Some children are taught with older or younger ones. If not, it may be a slip."), 1,
     WORDS("school years away from the usual one")},
    {"year-group-backwards", RuleFamily::Ages, look, plain, WORDS("The year group goes back"),
     WORDS("In %1 it says %2, and later in %3 it says %4."), WORDS("One of them may be a slip, or about another child.")},
    {"year-group-skipped", RuleFamily::Ages, complete, plain, WORDS("A year group was jumped over"),
     WORDS("In %1 it says %2, and then in %3 it says %4."), WORDS("Some children move up early. If not, one of them may be a slip.")},
    {"year-group-repeated", RuleFamily::Ages, complete, plain, WORDS("A year group stands in two school years"),
     WORDS("%1 and %2 both say %3."), WORDS("Some children do a year twice. If not, one of them may be a slip.")},
    {"year-group-in-year", RuleFamily::Ages, look, plain, WORDS("Two year groups in one school year"),
     WORDS("In %1 it says %2, and in %3 %4."), WORDS("Some children move up in the middle of the year. If not, one of them may be a slip.")},
};
#undef WORDS

} // namespace

std::span<const RuleRow> rulesOnPerson() { return rows; }

} // namespace insight
