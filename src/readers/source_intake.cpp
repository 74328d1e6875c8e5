// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/source_intake.h"

#include <QCoreApplication>

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Intake)
};

constexpr qint64 tellEvery = 4 * 1024 * 1024;

} // namespace

Intake::Intake(const SourcePart& part, std::stop_token stop, base::Progress progress)
    : m_name(part.name), m_bytes(part.bytes), m_stop(std::move(stop)), m_progress(std::move(progress))
{
}

base::Result<void> Intake::start()
{
    return m_bytes->rewind();
}

base::Result<void> Intake::stopWished() const
{
    if (m_stop.stop_requested())
        return base::fail(base::ErrorKind::Stopped, Tr::tr("Stopped. Nothing was taken from the file."));
    return {};
}

base::Result<qint64> Intake::read(char* into, qint64 most)
{
    BASE_TRY(stopWished());
    auto got = m_bytes->read(into, most);
    if (!got)
        return got;
    m_digest.add(QByteArrayView(into, *got));
    m_count += *got;
    if (m_progress && (m_count - m_told >= tellEvery || (m_told == 0 && *got > 0))) {
        m_told = m_count;
        m_progress({Tr::tr("Reading %1").arg(m_name), m_count, std::max<qint64>(m_bytes->size(), 0)});
    }
    return got;
}

base::Result<QByteArray> Intake::readAll(qint64 most)
{
    const qint64 known = m_bytes->size();
    QByteArray all;
    all.reserve(static_cast<qsizetype>(std::clamp<qint64>(known, 0, most)));
    constexpr qint64 chunk = 256 * 1024;
    for (;;) {
        const qsizetype had = all.size();
        if (had > most || known > most)
            return base::fail(base::ErrorKind::InputUnreadable,
                              Tr::tr("“%1” is larger than %2 MB, more than a file of this kind can be read with.").arg(m_name).arg(most / (1024 * 1024)),
                              Tr::tr("Ask for the part that is about you, or for a CSV file."), m_name);
        all.resize(had + chunk);
        const auto got = read(all.data() + had, chunk);
        if (!got)
            return tl::unexpected(got.error());
        all.resize(had + static_cast<qsizetype>(*got));
        if (*got == 0)
            return all;
    }
}

base::Result<QByteArray> Intake::digestOfAll()
{
    QByteArray rest(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const auto got = read(rest.data(), rest.size());
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            return m_digest.finish();
    }
}

base::Result<QByteArray> headOf(const SourcePart& part, qint64 most)
{
    BASE_TRY(part.bytes->rewind());
    QByteArray head(static_cast<qsizetype>(most), Qt::Uninitialized);
    qint64 have = 0;
    while (have < most) {
        const auto got = part.bytes->read(head.data() + have, most - have);
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        have += *got;
    }
    head.truncate(static_cast<qsizetype>(have));
    BASE_TRY(part.bytes->rewind());
    return head;
}

} // namespace readers
