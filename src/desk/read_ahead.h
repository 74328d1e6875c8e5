// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"
#include "record/record.h"

#include <QDateTime>
#include <QStringList>

namespace desk {

// As much of what a preview read as is kept for the import that follows it. A person's part of a large file is small;
// what is larger than this is read again.
inline constexpr qint64 mostReadAhead = 32LL * 1024 * 1024;

// How a file stood when it was opened: what changed since is another file.
struct FileMark {
    QString path;
    qint64 size = 0;
    QDateTime modified;
    QDateTime changed; // of its entry in the folder: also after a copy that kept the other time
    bool operator==(const FileMark&) const = default;
};
[[nodiscard]] std::vector<FileMark> marksOf(const QStringList& paths);

// What was read of a source, in the source's order. It holds what was delivered, so it lives on the worker's side alone
// and no longer than the sitting.
struct ReadAhead {
    struct Taken {
        int part = 0;
        record::Entry entry;
    };
    std::vector<FileMark> files;
    record::Selection selection; // as it was read with
    readers::ReadReport read;    // with its kept bytes
    std::vector<Taken> taken;

    [[nodiscard]] bool answers(const record::Selection& asked) const;
    // What readers::read() would do with the source itself.
    [[nodiscard]] base::Result<readers::ReadReport> replay(readers::Sink& sink, const std::stop_token& stop) &&;
};

// Roughly what an entry takes in memory.
[[nodiscard]] qint64 memoryOf(const record::Entry& entry);
[[nodiscard]] qint64 keptBytesOf(const readers::ReadReport& read);

// Whom an import or a preview looks for: the record's own person, unless somebody else was asked for.
[[nodiscard]] record::Selection selectionFor(record::Selection selection, const record::Person& own);

} // namespace desk
