// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "readers/source.h"
#include "record/record.h"
#include "record/selection.h"

#include <QStringList>

namespace readers {

// What is remembered of one document while it is read. `kept` is what the extract stores: the delivered bytes, with
// other people's stretches replaced by "[withheld: 1234 bytes, other pupils]" and the like; its length and the
// digest of the delivered bytes are both recorded.
struct ReadDocument {
    record::Document document; // id 0, importedAt empty
    QByteArray kept;
    QStringList warnings;      // sentences for the reader: half-converted dates, repaired encoding, re-aligned rows
    struct NotTaken {
        QString why; // "contacts", "other pupils", "siblings" … a stable English phrase
        qint64 count = 0;
    };
    std::vector<NotTaken> notTaken;
    struct Unknown {
        QString where; // collection or element path
        QString name;  // heading or element the catalogue does not know; its values are kept all the same
        qint64 count = 0;
    };
    std::vector<Unknown> unknown;
    qint64 entries = 0;
    qint64 values = 0;
    bool notTriedOnRealFile = false; // written from the published structure alone; the program says so
};

// A pupil seen in a source. `key` groups entries of one pupil within the source.
struct SeenPupil {
    record::Person person;
    qint64 entries = 0;
    record::Fit fit = record::Fit::Different; // against the selection's person
};

struct ReadReport {
    std::vector<ReadDocument> documents; // one per part, in the source's order
    std::vector<SeenPupil> pupils;       // at most 10,000 listed
    qint64 otherPupils = 0;              // seen and not taken
    bool othersEstimated = false;        // so many that they were not counted one by one: say "about"
};

// Receives entries while a part is read, in the part's order; `part` is the index into Source::parts. `pupil` is the
// index of the pupil within the source (0 for a single selection). Returning an error stops the reading with it.
class Sink {
public:
    virtual ~Sink() = default;
    [[nodiscard]] virtual base::Result<void> entry(int part, int pupil, record::Entry entry) = 0;
};

// Reads a source by its content, never by its name. Nothing is written anywhere: a caller that gets an error drops
// what its sink collected. Errors: InputUnreadable with row or line in `where`; ChoiceNeeded when no pupil or
// several fit the selection; Stopped.
[[nodiscard]] base::Result<ReadReport> read(const Source& source, const record::Selection& selection, Sink& sink,
                                            const std::stop_token& stop = {}, const base::Progress& progress = {});

// Who is in the source. Format and version of its first recognised part stand in the report's documents.
[[nodiscard]] base::Result<ReadReport> pupils(const Source& source, const std::stop_token& stop = {},
                                              const base::Progress& progress = {});

} // namespace readers
