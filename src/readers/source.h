// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "readers/password.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace readers {

// A stretch of bytes that can be read again from the start: a file, a zip member, a buffer. Reading is streaming;
// nothing here holds a whole file unless it was given one.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Fills `into` with at most its size; returns the count, 0 at the end.
    [[nodiscard]] virtual base::Result<qint64> read(char* into, qint64 most) = 0;
    [[nodiscard]] virtual base::Result<void> rewind() = 0;
    [[nodiscard]] virtual qint64 size() const = 0; // bytes, −1 if not known
};

// One document of a source. `name` is shown and kept; it holds no folders.
struct SourcePart {
    QString name;
    QString container; // zip it stands in, without folders
    std::shared_ptr<ByteSource> bytes;
};

// What was handed over: one file, one zip (its members), or several files chosen together.
struct Source {
    std::vector<SourcePart> parts;
};

// Opens files and looks into zips (not XLSX/ODS, which stay one part). `__MACOSX`, folders and empty members are
// skipped. Errors: InputUnreadable (not there, locked by a password, too large or bomb-like: ratio over 200),
// ChoiceNeeded never.
// A locked zip opens with `password`. WrongPassphrase: it does not fit; InputUnreadable: there is none and one is
// needed, which needsPassword() tells beforehand.
[[nodiscard]] base::Result<Source> openSource(const std::vector<QString>& paths, const Password& password = {});
// Is a zip among the paths, or one of its members, locked? What cannot be opened at all is left for openSource() to say.
[[nodiscard]] bool needsPassword(const std::vector<QString>& paths);
[[nodiscard]] SourcePart bufferPart(QString name, QByteArray bytes); // tests, demo, pasted text

} // namespace readers
