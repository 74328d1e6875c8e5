// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawer/draw.h"

#include <array>
#include <csignal>
#include <cstddef>

#include <cerrno>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

namespace app {

namespace {

#if defined(__x86_64__)
constexpr unsigned ownCalls = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned ownCalls = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned ownCalls = 0; // no filter there; the limits hold all the same
#endif

// Sockets, other programs and other processes: a drawing needs none of them. They fail as if not permitted.
bool filterCalls()
{
    if constexpr (ownCalls == 0)
        return true;
    constexpr std::array forbidden{__NR_socket, __NR_socketpair, __NR_connect,          __NR_bind,
                                   __NR_execve, __NR_execveat,   __NR_ptrace,           __NR_process_vm_readv,
                                   __NR_kill,   __NR_tgkill,     __NR_process_vm_writev, __NR_io_uring_setup};
    constexpr std::size_t head = 6;
    constexpr unsigned otherNumbering = 0x40000000; // x32, which reaches the same calls under other numbers
    std::array<sock_filter, head + 2 * forbidden.size() + 1> program{};
    std::size_t at = 0;
    program[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
    program[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ownCalls, 1, 0);
    program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS); // calls numbered another way
    program[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
    program[at++] = BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, otherNumbering, 0, 1);
    program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    for (const auto call : forbidden) {
        program[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1);
        program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    }
    program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const sock_fprog filter{static_cast<unsigned short>(at), program.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

bool giveUpRights(const PaperLimits& limits)
{
    const auto limit = [](__rlimit_resource what, rlim_t most) {
        const rlimit both{most, most};
        return ::setrlimit(what, &both) == 0;
    };
    std::signal(SIGXFSZ, SIG_IGN); // a library that tries to write gets an error and goes on
    bool done = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
#ifndef __SANITIZE_ADDRESS__ // which reserves terabytes
    done = limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory)) && done;
#endif
    done = limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds)) && done;
    done = limit(RLIMIT_FSIZE, 0) && done;
    done = limit(RLIMIT_CORE, 0) && done;
    done = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
    return filterCalls() && done;
}

} // namespace app
