// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/at_risk.h"
#include "desk/sitting.h"
#include "desk/worker.h"

#include <QMutex>

namespace desk {

inline const QString atRiskProperty = QStringLiteral("at-risk");

[[nodiscard]] base::Error locked(); // "Unlock it first."

struct Sitting::Private {
    explicit Private(base::Clock clockUsed) : clock(clockUsed) {}

    base::Clock clock;
    std::optional<extract::Extract> extract; // touched by the worker thread alone
    std::shared_ptr<ReadAhead> ahead;        // of the last preview; by the worker thread alone
    mutable QMutex mutex;                    // guards snapshot and stop
    SnapshotPtr snapshot;
    std::stop_source stop;
    int editions = 0;   // by the worker thread alone
    CheckedPtr checked; // the last answer; by the checker thread alone
    Worker checker;     // looks at snapshots and never at the extract
    Worker worker; // last: its thread ends before the extract closes

    SnapshotPtr current() const
    {
        const QMutexLocker lock(&mutex);
        return snapshot;
    }

    // The open extract. Of the worker thread, and of jobs that ask() let through: it is open there.
    extract::Extract& held()
    {
        Q_ASSERT(extract.has_value());
        return *extract;
    }

    const extract::Extract& held() const
    {
        Q_ASSERT(extract.has_value());
        return *extract;
    }

    void publish(std::shared_ptr<Snapshot> next)
    {
        const QMutexLocker lock(&mutex);
        snapshot = std::move(next);
    }

    // Taken when something is asked for, not when its turn comes: a stop wished for while it waits, or while its
    // files are still being opened, must not be lost.
    std::stop_token stopToken()
    {
        const QMutexLocker lock(&mutex);
        if (stop.stop_requested())
            stop = std::stop_source();
        return stop.get_token();
    }

    // After opening: a file whose record cannot be read does not stay open behind nobody's back.
    base::Result<SnapshotPtr> firstLook()
    {
        const auto record = isRecord();
        auto first = record ? reload() : base::Result<SnapshotPtr>(tl::unexpected(record.error()));
        if (!first)
            close();
        return first;
    }

    void close()
    {
        extract.reset();
        ahead.reset();
        publish(nullptr);
        checker.post([this] { checked.reset(); });
    }

    // Not the list of passphrases of a school, which is kept in the same way.
    [[nodiscard]] base::Result<void> isRecord() const;
    // Reads everything anew: after opening and after an import.
    [[nodiscard]] base::Result<SnapshotPtr> reload();
    // Reads what the person writes; the record stays as it is.
    [[nodiscard]] base::Result<SnapshotPtr> refresh();
    [[nodiscard]] base::Result<void> addOwn(Snapshot& next);
    // Makes of a true snapshot one for a person at risk. `masked`: its record, where that is known already.
    [[nodiscard]] base::Result<void> hide(Snapshot& clear, std::optional<record::Record> masked = {}) const;
    // What the person writes as it goes into the file: in at-risk mode what the caller holds is masked.
    [[nodiscard]] base::Result<requests::Concern> unmasked(requests::Concern concern) const;
    [[nodiscard]] base::Result<requests::Request> unmasked(requests::Request request) const;
    // An error of reading `paths`, without their names for a person at risk.
    [[nodiscard]] base::Error told(const base::Error& error, const QStringList& paths) const
    {
        const SnapshotPtr now = current();
        return now && now->atRisk ? maskedForRisk(error, paths) : error;
    }

    // A job on the open extract; refuses kindly when it was locked meanwhile.
    template <typename T, typename Job>
    Answer<T> ask(Job job)
    {
        return worker.ask<T>([this, job = std::move(job)]() mutable -> base::Result<T> {
            if (!extract)
                return tl::unexpected(locked());
            return job();
        });
    }

    // The same, and everything is read anew when the job went well: the record itself is another then.
    template <typename T, typename Job>
    Answer<T> changeRecord(Job job)
    {
        return ask<T>([this, job = std::move(job)]() mutable -> base::Result<T> {
            base::Result<T> result = job();
            if (result) {
                if (auto renewed = reload(); !renewed)
                    return tl::unexpected(renewed.error());
            }
            return result;
        });
    }

    // A job after which what the person writes is read anew; the record stays as it is.
    template <typename T, typename Job>
    Answer<T> change(Job job)
    {
        return ask<T>([this, job = std::move(job)]() mutable -> base::Result<T> {
            base::Result<T> result = job();
            if (result) {
                if (auto renewed = refresh(); !renewed)
                    return tl::unexpected(renewed.error());
            }
            return result;
        });
    }
};

} // namespace desk
