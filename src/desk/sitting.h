// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/export_run.h"
#include "desk/import_report.h"
#include "desk/paper.h"
#include "desk/preview.h"
#include "desk/source_secrets.h"
#include "extract/extract.h"
#include "insight/checks/finding.h"
#include "insight/coverage.h"
#include "insight/exposure.h"
#include "readers/read.h"
#include "reports/render.h"

#include <QFuture>

#include <map>
#include <memory>

namespace desk {

// What everyone but the worker thread holds: immutable, shared, replaced as a whole after each change.
struct Snapshot {
    record::Record record;
    record::Decisions decisions;
    std::vector<requests::Concern> concerns;
    std::vector<requests::Request> requests;
    std::map<record::RequestId, int> dotsLeft;    // drafts that hold dots in the file itself, and how many
    std::vector<requests::PrintedLetter> printed; // without bytes
    std::vector<insight::ReleaseExposure> exposure;
    QDate today;
    int edition = 0; // of the record: another number after it was read anew
    bool readOnly = false;
    bool demo = false;
    bool atRisk = false;
    bool needsMigration = false; // of an older format: read-only until migrate()
    int earlierBackups = 0;      // put aside at creation: of another file that had this name
    QString demoPassphrase;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

// What does not fit in a snapshot, or does not seem to.
struct Checked {
    SnapshotPtr of;
    std::vector<insight::Finding> findings;
};
using CheckedPtr = std::shared_ptr<const Checked>;

template <typename T>
using Answer = QFuture<base::Result<T>>;

// After a restore: the file that opens again, and what became of the one that stood there.
struct RestoredExtract {
    SnapshotPtr snapshot;
    extract::Restored restored;
};

struct NewExtract {
    record::Person person;
    bool overwrite = false;
};

// A sitting: one extract from opening to locking. One worker thread owns the connection; every call returns at once
// with a future that finishes on that thread (QFuture::then(context, …) brings it home). Dropping the sitting
// finishes what is being written, then closes.
class Sitting {
public:
    explicit Sitting(base::Clock clock = {});
    ~Sitting();

    [[nodiscard]] Answer<SnapshotPtr> create(const QString& path, extract::Secret passphrase, const NewExtract& what);
    [[nodiscard]] Answer<SnapshotPtr> open(const QString& path, extract::Secret passphrase,
                                           extract::Access wanted = extract::Access::ReadWrite);
    // Closes the connection and forgets the snapshot; finishes when the file may be opened by another.
    [[nodiscard]] Answer<bool> lock();

    // What to ask before pupils() or an import: a zip's password, another record file's passphrase.
    [[nodiscard]] Answer<SourceNeeds> needs(const QStringList& paths);
    [[nodiscard]] Answer<readers::ReadReport> pupils(const QStringList& paths, SourceSecrets secrets = {});
    // What an import of the same would bring; nothing is written. stop() ends it.
    [[nodiscard]] Answer<Preview> preview(SourceSecrets secrets, const QStringList& paths, record::Selection selection);
    // Reads, compares the person with the extract's, writes in one transaction. ChoiceNeeded: other person, no or
    // several pupils fit; nothing was written. `selection.person` empty: the extract's own person.
    [[nodiscard]] Answer<ImportReport> import(const QStringList& paths, record::Selection selection,
                                              base::Progress progress = {});
    // The same with what opens a locked zip or another record file (by itself, see record_source.h).
    // WrongPassphrase: one of the two does not fit; ask for it again.
    [[nodiscard]] Answer<ImportReport> importWith(SourceSecrets secrets, const QStringList& paths,
                                                  record::Selection selection, base::Progress progress = {});
    // Paper: kept unchanged as a document to read. What is written in from it is the person's own; entries as in
    // record/written_in.h, answered with the new values' ids in order.
    [[nodiscard]] Answer<AttachedPaper> attachPaper(const QString& path);
    [[nodiscard]] Answer<std::vector<record::ValueId>> writeIn(std::vector<record::Entry> entries);
    [[nodiscard]] Answer<bool> changeWritten(record::ValueId id, record::WrittenChange change);
    [[nodiscard]] Answer<bool> removeWritten(std::vector<record::ValueId> ids);
    // The checks, on a thread of their own: what is written never waits for them. A record of 100,000 values takes some
    // 0.4 s; the same record and decisions again, nothing.
    [[nodiscard]] Answer<CheckedPtr> check(SnapshotPtr snapshot);
    void stop(); // asks the running import or reading to stop; it rolls back

    [[nodiscard]] Answer<record::ConcernId> saveConcern(requests::Concern concern);
    [[nodiscard]] Answer<record::RequestId> saveRequest(requests::Request request);
    [[nodiscard]] Answer<bool> removeDraft(record::RequestId id);
    // Keeps the exact bytes in the extract and returns them for saving outside.
    [[nodiscard]] Answer<QByteArray> printLetter(record::RequestId request, requests::Letter letter,
                                                 reports::LetterFormat format);
    [[nodiscard]] Answer<record::AttachmentId> attach(const QString& path);
    [[nodiscard]] Answer<bool> saveDecisions(record::Decisions decisions);
    [[nodiscard]] Answer<extract::VerifyReport> verify();
    [[nodiscard]] Answer<bool> changePassphrase(extract::Secret passphrase);
    [[nodiscard]] Answer<bool> setAtRisk(bool atRisk);
    [[nodiscard]] Answer<QByteArray> keptBytes(record::DocumentId id);
    // "csv" or "json"; answers with the count of files. They are not encrypted: the caller has said so.
    [[nodiscard]] Answer<int> exportTo(const QString& folder, const QString& format,
                                       ExportOverwrite overwrite = ExportOverwrite::No);

    // Safe keeping (extract/safe_keeping.h). Those that take a path need no open extract; restore, recover, rescue and
    // dispose lock the sitting first, for the file they change may be the one that is open.
    [[nodiscard]] Answer<extract::Withdrawal> withdraw(std::vector<record::DocumentId> documents, const QString& why);
    [[nodiscard]] Answer<bool> handOver(const QString& copy, extract::Secret passphrase, extract::HandOverChoice with,
                                        bool overwrite = false);
    [[nodiscard]] Answer<bool> saveCopy(const QString& copy, bool overwrite = false);
    [[nodiscard]] Answer<extract::Backup> backUp();
    [[nodiscard]] Answer<std::vector<extract::Backup>> backups(const QString& path);
    // `backup` empty: the newest that opens. Opens what was restored.
    [[nodiscard]] Answer<RestoredExtract> restore(const QString& path, const QString& backup,
                                                  extract::Secret passphrase);
    [[nodiscard]] Answer<extract::Disposal> dispose(const QString& path);
    [[nodiscard]] Answer<extract::RecoveryWordsPtr> recoveryWords();
    // The sheet to print, as HTML, PDF or text: a secret in the clear, only when asked for. Not kept in the extract.
    [[nodiscard]] Answer<QByteArray> recoverySheet(reports::LetterFormat format);
    [[nodiscard]] Answer<SnapshotPtr> recover(const QString& path, extract::Secret words,
                                              extract::Secret newPassphrase);
    [[nodiscard]] Answer<extract::Rescue> rescue(const QString& path, extract::Secret passphrase, const QString& out,
                                                 bool overwrite = false, base::Progress progress = {});
    [[nodiscard]] Answer<extract::Migration> migrate();

    // The newest snapshot; null before opening and after locking. Safe from any thread.
    [[nodiscard]] SnapshotPtr snapshot() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// Freezes values for a concern, in the record's order.
[[nodiscard]] std::vector<requests::FrozenValue> freeze(const Snapshot& snapshot,
                                                        const std::vector<record::ValueId>& values);
// A concern that asks for parts of the record that should be there (insight/coverage.h).
[[nodiscard]] requests::Concern askFor(const std::vector<insight::MissingPart>& parts);
// All that a letter needs beside the writer's answers: frozen values, other readings, source remark.
[[nodiscard]] requests::LetterInput letterInput(const Snapshot& snapshot, const requests::Concern& concern,
                                                const requests::Writer& writer, requests::Controller to);
// Makes the demonstration extract from the invented child's sources (compiled into the program), in `folder`.
// Returns its path; the passphrase stands beside it in the extract's "demo" property and in demoPassphrase().
[[nodiscard]] base::Result<QString> makeDemo(const QString& folder, const base::Clock& clock, bool overwrite);
[[nodiscard]] QString demoPassphrase();

} // namespace desk
