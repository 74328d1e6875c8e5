// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extract.h"
#include "extract/stores/interned.h"
#include "extract/stores/moments.h"

#include <QHash>

#include <map>
#include <optional>

namespace extract {

// One transaction on the extract's connection, which must outlive it.
class ImportRun : public Import {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Import>> start(Connection& connection, const base::Clock& clock);

    ~ImportRun() override;
    Q_DISABLE_COPY_MOVE(ImportRun)

    [[nodiscard]] base::Result<ImportedDocument> begin(const NewDocument& document) override;
    [[nodiscard]] base::Result<void> add(record::DocumentId document, record::Entry entry) override;
    [[nodiscard]] base::Result<void> finishDocument(record::DocumentId document, const NewDocument& final) override;
    [[nodiscard]] base::Result<std::vector<ImportedDocument>> commit() override;

private:
    struct Running {
        ImportedDocument counts;
        bool finished = false;
        // The last entry of another document that was found to say the same, by fingerprint: the next equal entry
        // of this document is compared with later ones, so that two equal rows need two equal rows elsewhere.
        QHash<QByteArray, qint64> matched;
        QByteArray lastUnmatched;
    };

    ImportRun(Connection& connection, Transaction transaction, const base::Clock& clock);
    [[nodiscard]] base::Result<void> readCounters();
    [[nodiscard]] base::Result<qint64> heldDocument(const QByteArray& sha256);
    [[nodiscard]] base::Result<qint64> equalEntry(Running& running, const QByteArray& fingerprint);
    [[nodiscard]] base::Result<void> writeWitness(Running& running, qint64 entry, const record::Locator& where);
    [[nodiscard]] base::Result<void> writeEntry(Running& running, const record::Entry& entry,
                                                const QByteArray& fingerprint);
    [[nodiscard]] base::Result<void> writeDocument(qint64 id, const NewDocument& final);
    [[nodiscard]] base::Result<bool> takeBack(qint64 document);
    [[nodiscard]] base::Result<void> writeDisagreement(qint64 entry, qint64 document, qint64 said);
    [[nodiscard]] base::Result<void> markDisagreements();

    Connection& m_connection;
    std::optional<Transaction> m_transaction; // none: committed, or nothing to commit
    base::Clock m_clock;
    Interned m_interned;
    Moments m_moments;
    Statement m_findEqual;
    Statement m_insertEntry;
    Statement m_insertValue;
    Statement m_insertWitness;
    qint64 m_nextDocument = 1, m_nextEntry = 1, m_nextValue = 1, m_nextWitness = 1;
    std::map<qint64, Running> m_running; // by document id, those of this import
    std::vector<ImportedDocument> m_order; // as begun; counts are filled in at the end
    bool m_failed = false;
};

} // namespace extract
