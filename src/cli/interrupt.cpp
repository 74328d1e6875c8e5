// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include "base/exit_status.h"

#include <csignal>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace cli {

namespace {

std::mutex stopMutex;
std::function<void()> stopWork;

[[noreturn]] void waitForSignals(sigset_t signals)
{
    for (;;) {
        int signal = 0;
        sigwait(&signals, &signal);
        const std::lock_guard lock(stopMutex);
        if (!stopWork)
            _exit(base::exitStatus(base::ErrorKind::Stopped).status);
        stopWork();
    }
}

} // namespace

void watchForInterrupts()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals] { waitForSignals(signals); }).detach();
}

OnInterrupt::OnInterrupt(std::function<void()> stop)
{
    const std::lock_guard lock(stopMutex);
    stopWork = std::move(stop);
}

OnInterrupt::~OnInterrupt()
{
    const std::lock_guard lock(stopMutex);
    stopWork = nullptr;
}

} // namespace cli
