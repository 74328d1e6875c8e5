// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "record/said_elsewhere.h"
#include "requests/concern.h"

#include <vector>

namespace requests {

// A letter as meaning, not as layout; reports/ renders it to HTML, ODT, PDF and text. Sentences come from
// resources/letters/<language>/, law from resources/law/ with source and date seen; no sentence states more than is
// known.
struct Run {
    QString text;
    bool strong = false;
    bool blank = false; // to be filled in by hand: "your address"
    bool operator==(const Run&) const = default;
};

enum class PartKind { Sender, Date, Recipient, Subject, Paragraph, Asks, Enclosures, Details, Closing, Signature };

// One block. `question` is the number of the wizard's question that wrote it (0: none), so the page can point at it.
struct Part {
    PartKind kind = PartKind::Paragraph;
    QString id; // stable: "what-it-says", "asks" …
    int question = 0;
    std::vector<std::vector<Run>> lines; // paragraphs of the block, or items of the list
    bool operator==(const Part&) const = default;
};

struct Letter {
    QString language = QStringLiteral("en");
    Controller to = Controller::Dfe;
    QString title; // document title, no names in it
    std::vector<Part> parts;
    QString lawSeen;    // date on which the law behind it was last looked at, ISO
    QStringList unsure; // what our sources mark as unverified and the letter leans on
    bool operator==(const Letter&) const = default;
};

struct LetterInput {
    record::Person person;
    Writer writer;
    Concern concern;
    Controller to = Controller::Dfe;
    QString schoolName;  // as far as known; empty: a blank
    bool otherLetterToo = false; // a pair: the other controller is told of it
    std::vector<record::SaidElsewhere> others; // what else the record says of what is disputed
    std::vector<record::SourceGiven> sources;
    QDate today;
    bool mask = false; // at-risk mode: nothing that locates
};

// The correction letter: UK GDPR Article 16, with 18 meanwhile and 19 for recipients. Error: Usage when a parent has
// not said the child's age and wishes, or nothing is to be put right.
[[nodiscard]] base::Result<Letter> correctionLetter(const LetterInput& input);
// The letter that the concern calls for: a correction, or a request for the parts that are missing.
[[nodiscard]] base::Result<Letter> letterFor(const LetterInput& input);

// What to do with a printed letter: numbered sentences (how to send it, what to keep, tell the program when sent).
[[nodiscard]] QStringList sendingAdvice(const Letter& letter);

// How a controller is reached, from resources/law/bodies: words and where to look; never an address we do not hold.
struct Channel {
    QString name;   // "Department for Education"
    QString how;    // "by its online contact form"
    QString where;  // where to find it
    QString source;
    QString seen;   // ISO date or empty
    bool verified = false;
};
[[nodiscard]] Channel channelOf(Controller controller);

} // namespace requests
