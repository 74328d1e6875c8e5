// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/compose.h"

#include "requests/letter_frame.h"
#include "requests/other_readings.h"
#include "requests/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace requests {

namespace {

// The correction letter being written.
class Composer {
public:
    Composer(const LetterInput& input, Sentences& sentences) : m_in(input), m_say(sentences), m_frame(input, sentences)
    {
    }

    Letter letter();

private:
    [[nodiscard]] bool basis() const { return m_in.concern.shouldSay.trimmed().isEmpty(); }
    [[nodiscard]] bool many() const { return m_in.concern.values.size() > 1; }
    [[nodiscard]] QString counted(const QString& key) const { return key + (many() ? u".many"_s : u".one"_s); }
    [[nodiscard]] bool locates() const;

    void subject();
    void shouldSay();
    void asks();

    const LetterInput& m_in;
    Sentences& m_say;
    LetterFrame m_frame;
};

bool Composer::locates() const
{
    return std::any_of(m_in.concern.values.begin(), m_in.concern.values.end(),
                       [](const FrozenValue& value) { return value.locates; });
}

void Composer::subject()
{
    const QString whose = askingWord(m_in.writer.asking);
    const QString key = basis() ? QString(u"subject.basis."_s + whose)
                                : QString(u"subject.correct."_s + controllerWord(m_in.to) + u"."_s + whose);
    m_frame.add(PartKind::Subject, u"subject"_s, {m_say.say(key)});
}

void Composer::shouldSay()
{
    const Concern& concern = m_in.concern;
    if (basis()) {
        m_frame.add(PartKind::Paragraph, u"should-say"_s, {m_say.say(counted(u"basis"_s))}, askedWhatItShouldSay);
    } else {
        Runs line;
        if (m_in.mask && locates()) {
            line = m_say.say(u"should.masked"_s);
        } else {
            const QString count = concern.values.size() == 1   ? u"should.one"_s
                                  : concern.values.size() == 2 ? u"should.both"_s
                                                               : u"should.many"_s;
            line = m_say.say(count, {{u"should"_s, words(concern.shouldSay.trimmed())}});
        }
        line.push_back(Run{u" "_s});
        Runs extent;
        switch (concern.extent) {
        case Extent::Always:
            extent = m_say.say(counted(u"extent.always"_s));
            break;
        case Extent::FromDate:
            extent = m_say.say(u"extent.from"_s, {{u"date"_s, concern.since.isValid()
                                                                  ? words(m_say.date(concern.since))
                                                                  : m_frame.blank(u"blank.since"_s)}});
            break;
        case Extent::NotSure:
            extent = m_say.say(u"extent.notsure"_s);
            break;
        }
        line.insert(line.end(), extent.begin(), extent.end());
        m_frame.add(PartKind::Paragraph, u"should-say"_s, {joined(line)}, askedWhatItShouldSay);
    }

    // The person's own words, paragraph for paragraph.
    std::vector<Runs> own;
    const QStringList paragraphs = concern.ownWords.split(u'\n');
    for (const QString& paragraph : paragraphs)
        if (!paragraph.trimmed().isEmpty())
            own.push_back(words(paragraph.trimmed()));
    m_frame.add(PartKind::Paragraph, u"own-words"_s, own, askedWhatItShouldSay);

    m_frame.add(PartKind::Paragraph, u"other-readings"_s, {otherReadings(m_say, m_in.others, m_in.sources)});
}

void Composer::asks()
{
    m_frame.add(PartKind::Paragraph, u"ask-lead"_s, {m_say.say(u"ask.lead"_s)});
    std::vector<Runs> items;
    if (basis()) {
        items = {m_say.say(counted(u"ask.basis"_s)), m_say.say(counted(u"ask.basis.recipients"_s)),
                 m_say.say(counted(u"ask.basis.check"_s))};
    } else {
        items = {m_say.say(counted(QString(u"ask.correct."_s + controllerWord(m_in.to)))),
                 m_say.say(counted(u"ask.restrict"_s)), m_say.say(counted(u"ask.tell"_s)),
                 m_say.say(counted(u"ask.dispute"_s))};
    }
    items.push_back(m_say.say(u"ask.reasons"_s));
    m_frame.add(PartKind::Asks, u"asks"_s, items);
}

Letter Composer::letter()
{
    m_frame.head();
    subject();
    m_frame.who();
    m_frame.add(PartKind::Paragraph, u"what-it-says"_s, whatItSays(m_in.concern, m_in.mask, m_say), askedWhatItSays);
    shouldSay();
    asks();
    m_frame.closing();
    m_frame.enclosures();
    m_frame.details(valueDetails(m_in.concern, m_in.mask, m_say));
    return m_frame.finished(m_say.say(basis() ? u"title.basis"_s : u"title.correct"_s));
}

} // namespace

base::Result<Letter> composeCorrection(const LetterInput& input, Sentences& sentences)
{
    BASE_TRY(canBeWritten(input));
    return withoutGaps(Composer(input, sentences).letter(), sentences);
}

base::Result<Letter> correctionLetter(const LetterInput& input)
{
    base::Result<Sentences> sentences = Sentences::load(u"en"_s);
    if (!sentences)
        return tl::unexpected(sentences.error());
    return composeCorrection(input, *sentences);
}

} // namespace requests
