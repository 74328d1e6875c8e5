// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/letter_frame.h"

#include "requests/law.h"
#include "requests/left_out.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace requests {

namespace {

QString text(const char* words)
{
    return QCoreApplication::translate("requests::Letter", words);
}

} // namespace

Runs LetterFrame::blank(const QString& key)
{
    Runs runs = m_say.say(key);
    for (Run& run : runs)
        run.blank = true;
    return runs;
}

Runs LetterFrame::blankIfEmpty(const QString& given, const QString& key)
{
    return given.trimmed().isEmpty() ? blank(key) : words(given.trimmed());
}

void LetterFrame::add(PartKind kind, const QString& id, std::vector<Runs> lines, int question)
{
    std::erase_if(lines, [](const Runs& line) { return plainText(line).trimmed().isEmpty(); });
    if (!lines.empty())
        m_parts.push_back(Part{kind, id, question, std::move(lines)});
}

void LetterFrame::head()
{
    const QString writer = m_in.writer.asking == Asking::Self && m_in.writer.name.trimmed().isEmpty()
                               ? m_in.person.name
                               : m_in.writer.name;
    std::vector<Runs> sender{blankIfEmpty(writer, u"blank.name"_s)};
    if (m_in.mask)
        sender.push_back(m_say.say(u"masked.address"_s));
    else if (m_in.writer.address.join(QString()).trimmed().isEmpty())
        sender.push_back(blank(u"blank.address"_s));
    else
        for (const QString& line : m_in.writer.address)
            sender.push_back(words(line.trimmed()));
    add(PartKind::Sender, u"sender"_s, sender);
    add(PartKind::Date, u"date"_s, {m_in.today.isValid() ? words(m_say.date(m_in.today)) : blank(u"blank.date"_s)});

    std::vector<Runs> to;
    if (m_in.to == Controller::Dfe) {
        const Channel channel = channelOf(Controller::Dfe, m_say.language());
        to.push_back(words(channel.name));
        to.push_back(m_say.say(u"recipient.way"_s, {{u"way"_s, words(channel.how)}}));
    } else if (m_in.mask) {
        to.push_back(m_say.say(u"masked.school"_s));
    } else {
        to.push_back(blankIfEmpty(m_in.schoolName, u"blank.school"_s));
        to.push_back(blank(u"blank.school_address"_s));
    }
    add(PartKind::Recipient, u"recipient"_s, to, askedWho);
}

void LetterFrame::who()
{
    const Runs person = blankIfEmpty(m_in.person.name, u"blank.person"_s);
    Runs line;
    switch (m_in.writer.asking) {
    case Asking::Self:
        line = m_say.say(u"who.self"_s);
        break;
    case Asking::Parent: {
        const int years = m_in.writer.childAge;
        const Runs age = m_say.say(years == 1 ? u"age.one"_s : u"age.many"_s,
                                   {{u"n"_s, words(QString::number(years))}});
        line = m_say.say(m_in.writer.childAgrees ? u"who.parent.agrees"_s : u"who.parent"_s,
                         {{u"person"_s, person}, {u"age"_s, age}});
        break;
    }
    case Asking::Representative:
        line = m_say.say(u"who.representative"_s,
                         {{u"person"_s, person},
                          {u"authority"_s, blankIfEmpty(m_in.writer.authority, u"blank.authority"_s)}});
        break;
    }
    line.push_back(Run{u" "_s});
    for (const Run& run : m_say.say(m_in.mask ? u"who.find.masked"_s : u"who.find"_s))
        line.push_back(run);
    add(PartKind::Paragraph, u"who"_s, {joined(line)}, askedWho);
}

void LetterFrame::closing()
{
    if (m_in.otherLetterToo)
        add(PartKind::Paragraph, u"pair"_s, {m_say.say(QString(u"pair."_s + controllerWord(m_in.to)))}, askedWho);
    // No date: the month runs from receipt, and a letter that is not sent yet has none.
    add(PartKind::Paragraph, u"time"_s, {m_say.say(u"time.limit"_s)});
    add(PartKind::Paragraph, u"proof"_s, {m_say.say(u"proof"_s)});
    add(PartKind::Closing, u"closing"_s, {m_say.say(u"closing"_s)});
    add(PartKind::Signature, u"signature"_s, {m_parts.front().lines.front()});
}

void LetterFrame::enclosures()
{
    std::vector<Runs> papers;
    for (const QString& name : m_in.concern.evidenceNames)
        if (!name.trimmed().isEmpty())
            papers.push_back(m_say.say(u"enclosure"_s, {{u"name"_s, words(name.trimmed())}}));
    if (!papers.empty()) {
        add(PartKind::Paragraph, u"enclosures-lead"_s, {m_say.say(u"enclosures.lead"_s)}, askedHowYouKnow);
        add(PartKind::Enclosures, u"enclosures"_s, papers, askedHowYouKnow);
    }
}

void LetterFrame::details(std::vector<Runs> more)
{
    const record::Person& person = m_in.person;
    add(PartKind::Subject, u"details-title"_s, {m_say.say(u"details.title"_s)});
    std::vector<Runs> lines;
    lines.push_back(m_say.say(u"detail.name"_s, {{u"name"_s, blankIfEmpty(person.name, u"blank.person"_s)}}));
    lines.push_back(m_say.say(u"detail.born"_s, {{u"born"_s, person.born.isValid() ? words(m_say.date(person.born))
                                                                                   : blank(u"blank.born"_s)}}));
    if (!m_in.mask && !person.upn.isEmpty())
        lines.push_back(m_say.say(u"detail.upn"_s, {{u"upn"_s, words(person.upn)}}));
    if (!m_in.mask && !person.uln.isEmpty())
        lines.push_back(m_say.say(u"detail.uln"_s, {{u"uln"_s, words(person.uln)}}));
    for (Runs& line : more)
        lines.push_back(std::move(line));
    add(PartKind::Details, u"details"_s, lines);
}

// What the letter leans on: the oldest look at any of it, and what nobody has checked.
void LetterFrame::leanOnLaw(Letter& letter) const
{
    QStringList ids = m_say.lawUsed();
    for (qsizetype n = 0; n < ids.size(); ++n)
        if (const Provision* law = provision(ids[n]))
            for (const QString& id : law->restsOn)
                if (!ids.contains(id))
                    ids << id;
    for (const QString& id : std::as_const(ids)) {
        const Provision* law = provision(id);
        if (!law)
            continue;
        if (!law->seen.isEmpty() && (letter.lawSeen.isEmpty() || law->seen < letter.lawSeen))
            letter.lawSeen = law->seen;
        if (law->status == u"unverified" || law->status == u"secondary")
            letter.unsure << law->words.value(letter.language, law->words.value(u"en"_s));
    }
}

Letter LetterFrame::finished(const Runs& title)
{
    Letter letter;
    letter.language = m_say.language();
    letter.to = m_in.to;
    letter.title = plainText(title);
    letter.parts = std::move(m_parts);
    leanOnLaw(letter);
    if (m_in.mask)
        leaveOut(letter, locatingTexts(m_in), plainText(m_say.say(u"masked.words"_s)));
    return letter;
}

base::Result<void> canBeWritten(const LetterInput& input)
{
    const auto refuse = [](const char* message, const char* next) {
        return base::fail(base::ErrorKind::Usage, text(message), text(next));
    };
    if (input.concern.values.empty())
        return refuse(QT_TRANSLATE_NOOP("requests::Letter", "There is nothing to put right yet."),
                      QT_TRANSLATE_NOOP("requests::Letter", "Choose a value and say that it is wrong."));
    if (input.writer.asking == Asking::Parent && input.writer.childAge < 0)
        return refuse(QT_TRANSLATE_NOOP("requests::Letter", "The age of the child is not known yet."),
                      QT_TRANSLATE_NOOP("requests::Letter",
                                        "Say how old the child is, and whether the child knows and agrees."));
    if (input.writer.asking == Asking::Parent && input.writer.childAge >= 18)
        return refuse(QT_TRANSLATE_NOOP("requests::Letter", "From 18 on people ask for themselves."),
                      QT_TRANSLATE_NOOP("requests::Letter",
                                        "Let them write in their own name, or write as a representative."));
    return {};
}

base::Result<Letter> withoutGaps(Letter letter, const Sentences& sentences)
{
    if (!sentences.faults().isEmpty())
        return base::fail(base::ErrorKind::Damaged,
                          text(QT_TRANSLATE_NOOP("requests::Letter", "The letter has a gap, so it was not written.")),
                          text(QT_TRANSLATE_NOOP("requests::Letter", "Please report this as a fault of the program.")),
                          sentences.faults().join(u"; "_s));
    return letter;
}

} // namespace requests
