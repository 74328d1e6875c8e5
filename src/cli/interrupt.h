// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace cli {

// Ctrl+C and SIGTERM. To be called first thing in main(), before any thread is started: the signals are blocked
// everywhere and one thread waits for them, so that the handler may do real work.
void watchForInterrupts();

// While this object lives an interrupt calls `stop` (from the waiting thread) instead of ending the program, so that
// a transaction can roll back. Without one the program ends at once with status 130.
class OnInterrupt {
public:
    explicit OnInterrupt(std::function<void()> stop);
    ~OnInterrupt();
    OnInterrupt(const OnInterrupt&) = delete;
    OnInterrupt& operator=(const OnInterrupt&) = delete;
};

} // namespace cli
