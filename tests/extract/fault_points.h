// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every call with which the program changes a file (write, sync, truncate, rename, unlink) is counted: the functions of
// these names here come before the C library's, for the linked SQLCipher and for Qt. A fault at the Nth call is then a
// fault at the same moment each time. To be included by one source file of one test program.

#include <cerrno>
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

namespace faults {

enum class Kind { None, Kill, FullDisk };

struct Plan {
    Kind kind = Kind::None;
    long at = 0; // from 1; 0: only count
};

namespace {

// Changed before the work begins and read by one thread.
Plan current;
long calls = 0;

// True: this call must fail for want of room. A killed process does not come back.
bool strikes(bool needsRoom)
{
    ++calls;
    if (current.at == 0 || calls < current.at)
        return false;
    if (current.kind == Kind::Kill)
        ::syscall(SYS_kill, ::getpid(), SIGKILL);
    return needsRoom;
}

template <typename... Arguments>
long call(bool needsRoom, long number, Arguments... arguments)
{
    if (strikes(needsRoom)) {
        errno = ENOSPC;
        return -1;
    }
    return ::syscall(number, arguments...);
}

} // namespace

void plan(Plan next)
{
    current = next;
    calls = 0;
}

long counted()
{
    return calls;
}

} // namespace faults

// Of the library's own declarations only the names are needed. Output to the terminal is no file.
extern "C" {

ssize_t write(int file, const void* bytes, size_t size)
{
    return file <= STDERR_FILENO ? ::syscall(SYS_write, file, bytes, size)
                                 : faults::call(true, SYS_write, file, bytes, size);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    return faults::call(true, SYS_pwrite64, file, bytes, size, at);
}

int fsync(int file)
{
    return static_cast<int>(faults::call(true, SYS_fsync, file));
}

int fdatasync(int file)
{
    return static_cast<int>(faults::call(true, SYS_fdatasync, file));
}

int ftruncate64(int file, off64_t size) noexcept
{
    return static_cast<int>(faults::call(false, SYS_ftruncate, file, size));
}

int rename(const char* from, const char* to) noexcept
{
    return static_cast<int>(faults::call(false, SYS_rename, from, to));
}

int unlink(const char* path) noexcept
{
    return static_cast<int>(faults::call(false, SYS_unlink, path));
}

} // extern "C"
