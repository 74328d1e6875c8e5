// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <array>

namespace base {

inline constexpr int exitDone = 0;
inline constexpr int exitNothingFound = 1;

// The contract of the command line twin: every kind of error, the status scripts see and the word JSON carries.
struct ExitStatus {
    ErrorKind kind;
    int status;
    const char* word; // stable, lower case, for "error":{"kind":…}
};

inline constexpr std::array<ExitStatus, 13> exitStatuses{{
    {ErrorKind::Usage, 2, "usage"},
    {ErrorKind::WouldOverwrite, 2, "would_overwrite"},
    {ErrorKind::WrongPassphrase, 3, "wrong_passphrase"},
    {ErrorKind::NotAnExtract, 4, "not_an_extract"},
    {ErrorKind::Damaged, 5, "damaged"},
    {ErrorKind::InUse, 6, "in_use"},
    {ErrorKind::InputUnreadable, 7, "input_unreadable"},
    {ErrorKind::DiskOrPermission, 8, "disk_or_permission"},
    {ErrorKind::ChoiceNeeded, 9, "choice_needed"},
    {ErrorKind::NewerFormat, 10, "newer_format"},
    {ErrorKind::NotEnoughMemory, 11, "not_enough_memory"},
    {ErrorKind::ReadOnly, 12, "read_only"},
    {ErrorKind::Stopped, 130, "stopped"},
}};

[[nodiscard]] const ExitStatus& exitStatus(ErrorKind kind);

} // namespace base
