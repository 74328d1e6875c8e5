// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>

namespace desk {

// One thread that does one job after the other, in the order they were posted. Destroying it lets the jobs that
// wait finish first: a letter just typed is written before the file closes.
class Worker {
public:
    Worker();
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(std::function<void()> job);
    // Lets the jobs that wait finish and ends the thread. Nothing may be posted afterwards.
    void finish();

    // Runs `job` on the thread; its Result arrives through the future. Memory that runs out there is an error like
    // any other: the job's transaction rolls back as it is left, and the program goes on.
    template <typename T, typename Job>
    [[nodiscard]] QFuture<base::Result<T>> ask(Job job)
    {
        auto promise = std::make_shared<QPromise<base::Result<T>>>();
        QFuture<base::Result<T>> answer = promise->future();
        promise->start();
        post([promise, job = std::make_shared<Job>(std::move(job))]() {
            promise->addResult(answerOf<T>(*job));
            promise->finish();
        });
        return answer;
    }

private:
    template <typename T, typename Job>
    static base::Result<T> answerOf(Job& job)
    {
        try {
            return job();
        } catch (const std::bad_alloc&) {
            return tl::unexpected(outOfMemory());
        } catch (const std::length_error&) {
            return tl::unexpected(outOfMemory()); // a size that no memory could hold
        }
    }
    [[nodiscard]] static base::Error outOfMemory();
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_closing = false;
    // One of Qt's own: a letter's pages are laid out on it, and what lays them out starts timers. Last: it uses all of the
    // above.
    std::unique_ptr<QThread> m_thread;
};

} // namespace desk
