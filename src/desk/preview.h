// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/read_ahead.h"
#include "extract/extract.h"
#include "readers/read.h"
#include "record/record.h"

namespace desk {

// What a source would bring, before anything of it is stored.
struct Preview {
    struct Line { // a collection in a school year
        QString collection; // key of catalogue/collections.h
        std::optional<catalogue::AcademicYear> year;
        qint64 entries = 0;
        qint64 values = 0;
        qint64 held = 0; // entries that the record says already, in the very same words
    };
    struct Sample {
        QString title; // plain words
        QString name;  // as delivered
        QString when;  // "Spring census 2010"
        QString raw;   // as delivered; masked where it tells where somebody is
        QString meaning;
    };

    readers::ReadReport read; // its kept bytes dropped
    std::vector<Line> lines;  // by year, then collection
    std::vector<Sample> samples; // the best-known fields first; nothing that may be hard to read
    std::vector<catalogue::AcademicYear> newYears; // of which the record holds nothing yet
    qint64 entries = 0;
    qint64 values = 0;
    qint64 held = 0;
    std::shared_ptr<ReadAhead> ahead; // for the import that may follow; null where it was too much to keep
};

// Reads the source as an import would and writes nothing. `selection.person` empty: the record's own person. Memory
// does not grow with the source beyond mostReadAhead. `atRisk`: samples are masked as everything else is then.
[[nodiscard]] base::Result<Preview> previewSource(const record::Record& held, const readers::Source& source,
                                                  record::Selection selection, bool atRisk,
                                                  const std::stop_token& stop, const base::Progress& progress);
// The same of another record file, opened for reading only.
[[nodiscard]] base::Result<Preview> previewRecordFile(const record::Record& held, const QString& path,
                                                      const extract::Secret& passphrase, bool atRisk,
                                                      const base::Clock& clock);

} // namespace desk
