// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace base {

// What kind of thing went wrong. One kind, one exit status (exit_status.h), one next step for the reader.
enum class ErrorKind {
    Usage,
    WouldOverwrite,
    WrongPassphrase,
    NotAnExtract,
    Damaged,
    InUse,
    InputUnreadable,
    DiskOrPermission,
    ChoiceNeeded,
    NewerFormat,
    NotEnoughMemory,
    ReadOnly,
    Stopped,
};

// Errors are values. `message` says what happened and `next` what to do about it, both as sentences for the
// reader (translated where they are made); `where` names the place (a row, a line, a sheet), never a path of
// the person's own computer and never a value out of a record.
struct Error {
    ErrorKind kind = ErrorKind::Usage;
    QString message;
    QString next;
    QString where;

    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString message, QString next = {}, QString where = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(next), std::move(where)});
}

} // namespace base
