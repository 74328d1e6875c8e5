// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/worker.h"

#include <QCoreApplication>

namespace desk {

Worker::Worker() : m_thread(QThread::create([this] { run(); }))
{
    m_thread->start();
}

Worker::~Worker()
{
    finish();
}

void Worker::finish()
{
    if (m_thread->isFinished())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread->wait();
}

void Worker::post(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

base::Error Worker::outOfMemory()
{
    return {base::ErrorKind::NotEnoughMemory,
            QCoreApplication::translate("desk::Worker", "There was not enough memory for this."),
            QCoreApplication::translate("desk::Worker", "Close other programs and try again. Nothing was changed."),
            {}};
}

void Worker::run()
{
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closing || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace desk
