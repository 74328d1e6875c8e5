// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The letter that asks for what should be there and is not.
#include "requests/compose.h"

#include "requests/letter_frame.h"
#include "requests/statement.h"

using namespace Qt::StringLiterals;

namespace requests {

namespace {

std::vector<const FrozenValue*> partsOf(const Concern& concern)
{
    std::vector<const FrozenValue*> parts;
    parts.reserve(concern.values.size());
    for (const FrozenValue& part : concern.values)
        parts.push_back(&part);
    return parts;
}

// One line a part, so that whoever answers can tick them off.
std::vector<Runs> listed(const Concern& concern, Sentences& say)
{
    std::vector<Runs> lines;
    lines.reserve(concern.values.size());
    for (const FrozenValue& part : concern.values)
        lines.push_back(say.say(u"detail.missing"_s,
                                {{u"piece"_s, say.say(u"piece.place.timed"_s, {{u"collection"_s, words(part.collection)},
                                                                               {u"when"_s, words(part.when)}})}}));
    return lines;
}

} // namespace

base::Result<Letter> composeAccess(const LetterInput& input, Sentences& say)
{
    BASE_TRY(canBeWritten(input));
    const QString count = input.concern.values.size() > 1 ? u".many"_s : u".one"_s;
    LetterFrame frame(input, say);
    frame.head();
    frame.add(PartKind::Subject, u"subject"_s, {say.say(QString(u"subject.missing."_s + askingWord(input.writer.asking)))});
    frame.who();
    frame.add(PartKind::Paragraph, u"what-is-missing"_s,
              {say.say(QString(u"missing.says"_s + count), {{u"places"_s, places(partsOf(input.concern), say)}}),
               say.say(QString(u"missing.why"_s + count))},
              askedWhatItSays);
    frame.add(PartKind::Paragraph, u"ask-lead"_s, {say.say(u"ask.lead"_s)});
    frame.add(PartKind::Asks, u"asks"_s,
              {say.say(QString(u"ask.missing.copy."_s + controllerWord(input.to) + count)),
               say.say(u"ask.missing.origin"_s), say.say(u"ask.missing.notheld"_s), say.say(u"ask.reasons"_s)});
    frame.closing();
    frame.details(listed(input.concern, say));
    return withoutGaps(frame.finished(say.say(u"title.missing"_s)), say);
}

base::Result<Letter> letterFor(const LetterInput& input)
{
    base::Result<Sentences> sentences = Sentences::load(u"en"_s);
    if (!sentences)
        return tl::unexpected(sentences.error());
    return asksForMissing(input.concern) ? composeAccess(input, *sentences) : composeCorrection(input, *sentences);
}

} // namespace requests
