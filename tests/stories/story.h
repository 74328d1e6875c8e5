// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"
#include "statements.h"

#include <optional>

namespace stories {

// One story: what is handed over, and what has to be said about it. Each page that judges a whole record can add what
// it has to say (`must` of a list of its own) and a judge in tst_stories.cpp.
struct Story {
    QString name; // "mover 17, wrong check letter": enough to make it again
    record::Person person;
    struct File {
        QString name;
        QByteArray bytes;
    };
    std::vector<File> files;
    struct Checks {
        QStringList must;
        QStringList may;
    } checks;
    std::optional<Statements> statements; // of stories without a fault
};

// The nth story. Each kind of life meets each fault once in kinds × (faults + 1) stories; a fault that finds no place
// leaves the life as it is, and `fault` empty.
[[nodiscard]] Story makeStory(int n);

// The story's files as the readers read them, each a source of its own, and numbered as a record file would.
// Empty with `why` where a file cannot be read.
[[nodiscard]] std::optional<record::Record> readStory(const Story& story, const QString& folder, QString& why);

} // namespace stories
