// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"
#include "requests/sentences.h"

namespace requests {

// Numbers of the wizard's questions, so that a page can point from a passage to the question that wrote it.
inline constexpr int askedWhatItSays = 1;
inline constexpr int askedWhatItShouldSay = 2;
inline constexpr int askedHowYouKnow = 3;
inline constexpr int askedWho = 4;

// What every letter has, whatever it asks for: who writes to whom, how long they may take, who the person is. It knows
// the input and the sentences, and nothing of layout.
class LetterFrame {
public:
    LetterFrame(const LetterInput& input, Sentences& sentences) : m_in(input), m_say(sentences) {}

    [[nodiscard]] Runs blank(const QString& key);
    [[nodiscard]] Runs blankIfEmpty(const QString& text, const QString& key);
    void add(PartKind kind, const QString& id, std::vector<Runs> lines, int question = 0); // empty lines are left out

    void head(); // sender, date, recipient
    void who();
    void closing();    // the other letter, the month, proof, signature
    void enclosures(); // where there are any
    void details(std::vector<Runs> more); // name, birth date, numbers, then these lines

    // The parts, with title, law and, for a person at risk, nothing that locates.
    [[nodiscard]] Letter finished(const Runs& title);

private:
    void leanOnLaw(Letter& letter) const;

    const LetterInput& m_in;
    Sentences& m_say;
    std::vector<Part> m_parts;
};

// Nothing, or why no letter can be written: nobody says what it is about, or a parent has not said the child's age.
[[nodiscard]] base::Result<void> canBeWritten(const LetterInput& input);
// A letter with a hole in it does not leave this room.
[[nodiscard]] base::Result<Letter> withoutGaps(Letter letter, const Sentences& sentences);

} // namespace requests
