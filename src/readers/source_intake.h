// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/progress.h"
#include "readers/source.h"

#include <stop_token>

namespace readers {

// The one way in: every byte of a part passes here once and is counted and digested on its way, a wish to stop is
// heard and progress is told. Reading a 200 MB file a second time only for its digest would double the wait.
class Intake {
public:
    Intake(const SourcePart& part, std::stop_token stop, base::Progress progress);

    [[nodiscard]] base::Result<void> start(); // from the first byte
    [[nodiscard]] base::Result<qint64> read(char* into, qint64 most);
    [[nodiscard]] base::Result<QByteArray> readAll(qint64 most); // refuses what is larger
    // Reads what is left; then the digest is the document's.
    [[nodiscard]] base::Result<QByteArray> digestOfAll();
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] qint64 size() const { return m_bytes->size(); } // −1: not known
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] base::Result<void> stopWished() const;

private:
    QString m_name;
    std::shared_ptr<ByteSource> m_bytes;
    std::stop_token m_stop;
    base::Progress m_progress;
    base::Sha256 m_digest;
    qint64 m_count = 0;
    qint64 m_told = 0;
};

// The first bytes of a part, which is rewound before and after.
[[nodiscard]] base::Result<QByteArray> headOf(const SourcePart& part, qint64 most = 64 * 1024);

} // namespace readers
