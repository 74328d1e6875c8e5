// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "extract/database/failure.h"
#include "extract/file/page_seals.h"
#include "extract/private.h"
#include "extract/schema/schema.h"
#include "extract/stores/record_store.h"

namespace extract {

namespace {

class Check {
public:
    Check(const Connection& connection, const Key& key, std::stop_token stop, base::Progress progress)
        : m_connection(connection), m_key(key), m_stop(std::move(stop)), m_progress(std::move(progress))
    {
    }

    base::Result<VerifyReport> run()
    {
        BASE_TRY(pages());
        if (m_report.problems.empty()) {
            // Only a file whose every page is sealed is worth reading further: what follows would trip over the same.
            BASE_TRY(integrity());
            BASE_TRY(schema());
            BASE_TRY(references());
            BASE_TRY(documents());
            BASE_TRY(entries());
        }
        return std::move(m_report);
    }

private:
    void tell(QString what, QString where = {}) { m_report.problems.push_back({std::move(what), std::move(where)}); }

    base::Result<void> step(const QString& doing, qint64 done = 0, qint64 total = 0)
    {
        if (m_stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped, Words::tr("The check was stopped."));
        base::report(m_progress, {doing, done, total});
        return {};
    }

    base::Result<void> pages()
    {
        const auto broken = brokenPages(m_connection, m_key, m_stop, m_progress);
        if (!broken)
            return tl::unexpected(broken.error());
        for (const qint64 number : *broken)
            tell(Words::tr("A part of the file was changed from outside or is damaged."),
                 Words::tr("page %1").arg(number));
        return {};
    }

    base::Result<void> integrity()
    {
        BASE_TRY(step(Words::tr("Checking the tables")));
        Statement rows = m_connection.prepare("PRAGMA integrity_check(20)");
        while (rows.next()) {
            const QString line = rows.text(0);
            if (line != QLatin1StringView("ok"))
                tell(Words::tr("The tables of the file do not fit together."), line);
        }
        return rows.outcome();
    }

    base::Result<void> schema()
    {
        if (const auto same = checkSchema(m_connection); !same)
            tell(same.error().message);
        return {};
    }

    base::Result<void> references()
    {
        Statement rows = m_connection.prepare("PRAGMA foreign_key_check");
        for (int told = 0; rows.next() && told < 20; ++told)
            tell(Words::tr("Something that is referred to is missing."), rows.text(0));
        return rows.outcome();
    }

    base::Result<void> documents()
    {
        Statement rows = m_connection.prepare(
            "SELECT id, kept_sha256, size, kept_size, sha256, withheld_bytes FROM documents ORDER BY id");
        while (rows.next()) {
            ++m_report.documents;
            BASE_TRY(step(Words::tr("Checking what I was given"), m_report.documents));
            const qint64 id = rows.number(0);
            const auto kept = readKeptBytes(m_connection, id);
            const QByteArray digest = rows.bytes(1);
            if (!kept || base::sha256(*kept) != digest)
                tell(Words::tr("The kept bytes of a document are not what was kept."), Words::tr("document %1").arg(id));
            // Where nothing was withheld and all was kept, the delivered bytes themselves can be checked.
            else if (rows.number(5) == 0 && rows.number(2) == rows.number(3) && digest != rows.bytes(4))
                tell(Words::tr("A document is not what was delivered."), Words::tr("document %1").arg(id));
        }
        return rows.outcome();
    }

    base::Result<void> entries()
    {
        BASE_TRY(step(Words::tr("Checking every value")));
        const auto record = readRecord(m_connection);
        if (!record) {
            tell(record.error().message);
            return {};
        }
        for (const record::Entry& entry : record->entries) {
            if (entry.writtenIn)
                continue;
            ++m_report.entries;
            m_report.values += static_cast<qint64>(entry.values.size());
            if (record::fingerprintOf(entry) != entry.fingerprint)
                tell(Words::tr("The values of an entry are not what was imported."),
                     Words::tr("entry %1").arg(entry.id.n));
        }
        return {};
    }

    const Connection& m_connection;
    const Key& m_key;
    std::stop_token m_stop;
    base::Progress m_progress;
    VerifyReport m_report;
};

} // namespace

base::Result<VerifyReport> Extract::verify(const std::stop_token& stop, const base::Progress& progress) const
{
    return Check(d->connection, d->key, stop, progress).run();
}

} // namespace extract
