// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sitting.h"

#include "base/masked_text.h"
#include "catalogue/collections.h"
#include "insight/disputed.h"
#include "insight/value_story.h"
#include "register/shelf.h"

#include <QLocale>

namespace desk {

namespace {

// "spring 2009/10", "18 November 2014", "2012/13": letters are in English, whatever the window speaks.
QString whenInLetter(const insight::ValueStory& story)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    if (story.date.isValid() && story.term == catalogue::Term::None)
        return english.toString(story.date, QStringLiteral("d MMMM yyyy"));
    if (!story.year)
        return {};
    const QString term = catalogue::termWord(story.term);
    return term.isEmpty() ? story.year->text() : QString(term + u' ' + story.year->text());
}

// Only a name that the school directory holds; a bare number is no way to address anybody.
QString schoolName(const QString& establishment)
{
    const registry::School* school = registry::knownSchool(establishment);
    return school ? school->name : QString();
}

// Of a value written in, the place comes first: "page 3, line 5 (letter.pdf)".
QString documentInLetter(const insight::ValueStory& story)
{
    if (!story.writtenIn || story.locator.isEmpty())
        return story.document;
    if (story.document.isEmpty())
        return story.locator;
    const QString inBrackets = u" (" + story.document + u')';
    return story.locator + inBrackets;
}

} // namespace

std::vector<requests::FrozenValue> freeze(const Snapshot& snapshot, const std::vector<record::ValueId>& values)
{
    std::vector<requests::FrozenValue> frozen;
    for (const record::ValueId id : values) {
        const auto story = insight::valueStory(snapshot.record, id, snapshot.exposure);
        if (!story)
            continue;
        requests::FrozenValue value;
        value.value = id;
        value.field = story->title;
        value.name = story->alias;
        value.raw = story->raw;
        value.meaning = story->meaningKnown ? story->meaning : QString();
        value.collection = story->collectionName;
        value.when = whenInLetter(*story);
        value.establishment = story->establishment;
        value.document = documentInLetter(*story);
        // In at-risk mode a field that nobody knows is hidden like one that locates, and so is what it should say.
        value.locates = story->locates || (snapshot.atRisk && story->raw == base::maskedWhole());
        frozen.push_back(value);
    }
    return frozen;
}

requests::Concern askFor(const std::vector<insight::MissingPart>& parts)
{
    requests::Concern concern;
    for (const insight::MissingPart& part : parts) {
        const QString term = catalogue::termWord(part.term);
        const QString when = term.isEmpty() ? part.year.text() : QString(term + u' ' + part.year.text());
        concern.values.push_back(requests::missingPart(static_cast<int>(concern.values.size()) + 1, part.collection,
                                                       catalogue::collectionName(part.collection), when));
    }
    return concern;
}

requests::LetterInput letterInput(const Snapshot& snapshot, const requests::Concern& concern,
                                  const requests::Writer& writer, requests::Controller to)
{
    requests::LetterInput input;
    input.person = snapshot.record.person;
    input.writer = writer;
    input.concern = concern;
    input.to = to;
    input.today = snapshot.today;
    input.mask = snapshot.atRisk;
    std::vector<record::ValueId> disputed;
    for (const requests::FrozenValue& value : concern.values)
        if (!requests::isMissingPart(value))
            disputed.push_back(value.value);
    insight::Disputed said = insight::disputed(snapshot.record, snapshot.decisions, disputed);
    input.others = std::move(said.others);
    input.sources = std::move(said.sources);
    if (!snapshot.atRisk && !concern.values.empty())
        input.schoolName = schoolName(concern.values.front().establishment);
    // The other letter of the pair exists when the same concern is being sent to the other body.
    for (const requests::Request& request : snapshot.requests)
        input.otherLetterToo = input.otherLetterToo || (concern.id && request.concern == concern.id && request.to != to);
    return input;
}

} // namespace desk
