// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "base/result.h"
#include "extract/safe_keeping.h"
#include "extract/secret.h"
#include "record/decisions.h"
#include "record/record.h"
#include "record/written_in.h"
#include "requests/request.h"

#include <functional>
#include <memory>

namespace extract {

// One finding of `verify`.
struct Problem {
    QString what;
    QString where;
};

struct VerifyReport {
    std::vector<Problem> problems; // empty: sound
    qint64 documents = 0, entries = 0, values = 0;
};

// A document as imported: its description and the bytes kept.
struct NewDocument {
    record::Document document; // id and importedAt are set by the import
    QByteArray kept;
};

struct ImportedDocument {
    record::DocumentId id;
    record::DocumentId begunAs; // what begin() answered; differs from id where the same bytes came twice in one import
    bool alreadyHeld = false; // the same bytes about the same person: nothing was written
    qint64 entries = 0;       // new ones
    qint64 values = 0;
    qint64 witnesses = 0; // entries another document had said already
    qint64 disagreeing = 0; // of the witnesses: same entry, other values
};

// One import is one transaction: documents first, then their entries, then commit(). Dropping it uncommitted rolls
// everything back. Values are written as they come: memory does not grow with the source.
class Import {
public:
    virtual ~Import() = default;
    [[nodiscard]] virtual base::Result<ImportedDocument> begin(const NewDocument& document) = 0;
    // Entries of a document that is already held are counted and dropped.
    [[nodiscard]] virtual base::Result<void> add(record::DocumentId document, record::Entry entry) = 0;
    // The bytes to keep and the counts may be known only after reading.
    [[nodiscard]] virtual base::Result<void> finishDocument(record::DocumentId document, const NewDocument& final) = 0;
    [[nodiscard]] virtual base::Result<std::vector<ImportedDocument>> commit() = 0;
};

struct LogLine {
    QDateTime when;
    QString what; // "import", "letter", "export", "passphrase", "withdrawal" …: no names, no paths
    QString detail;
};

struct Attachment {
    record::AttachmentId id;
    QString name;
    QByteArray bytes; // at most 25 MB
    QByteArray sha256;
    QDateTime added;
};

struct CreateOptions {
    bool overwrite = false;
    int kdfProfile = 0; // 0: by the machine's memory (under 4 GiB: profile 2)
};

enum class Access { ReadWrite, ReadOnly };

// The encrypted file, format 1. Belongs to the thread that opened it. While it is open nothing else in the process
// may open its path (POSIX locks would be lost): every copy is read through this object.
class Extract {
public:
    ~Extract();
    Extract(Extract&&) noexcept;
    Extract& operator=(Extract&&) noexcept;

    [[nodiscard]] static base::Result<Extract> create(const QString& path, const Secret& passphrase,
                                                      const record::Person& person, const base::Clock& clock,
                                                      const CreateOptions& options = {});
    // Errors: NotAnExtract, WrongPassphrase, Damaged, InUse, NewerFormat, NotEnoughMemory, DiskOrPermission.
    // A read-only medium opens with access() ReadOnly; asked for or not.
    [[nodiscard]] static base::Result<Extract> open(const QString& path, const Secret& passphrase,
                                                    const base::Clock& clock, Access wanted = Access::ReadWrite);

    [[nodiscard]] Access access() const;
    [[nodiscard]] QString path() const;

    [[nodiscard]] base::Result<record::Record> record() const; // everything, at once: an immutable value
    [[nodiscard]] base::Result<QByteArray> keptBytes(record::DocumentId id) const;
    [[nodiscard]] base::Result<std::unique_ptr<Import>> import();

    // What the person writes in from paper, kept apart from what was delivered: changeable, removable. An entry of one
    // value joins what was written in for the same moment and document; answers with the new values' ids, in order.
    // Errors: Usage (no such value, a document that is not here).
    [[nodiscard]] base::Result<std::vector<record::ValueId>> writeIn(const std::vector<record::Entry>& entries);
    [[nodiscard]] base::Result<void> changeWritten(record::ValueId id, const record::WrittenChange& change);
    [[nodiscard]] base::Result<void> removeWritten(const std::vector<record::ValueId>& ids);

    [[nodiscard]] base::Result<record::Decisions> decisions() const;
    [[nodiscard]] base::Result<void> saveDecisions(const record::Decisions& decisions);

    [[nodiscard]] base::Result<std::vector<requests::Concern>> concerns() const;
    [[nodiscard]] base::Result<record::ConcernId> saveConcern(const requests::Concern& concern);
    [[nodiscard]] base::Result<std::vector<requests::Request>> requests() const;
    [[nodiscard]] base::Result<record::RequestId> saveRequest(const requests::Request& request);
    [[nodiscard]] base::Result<void> removeDraft(record::RequestId id); // Draft state only, with its unused concern
    [[nodiscard]] base::Result<std::vector<requests::PrintedLetter>> printedLetters() const;
    [[nodiscard]] base::Result<record::LetterId> keepLetter(const requests::PrintedLetter& letter);

    [[nodiscard]] base::Result<record::AttachmentId> addAttachment(const Attachment& attachment);
    [[nodiscard]] base::Result<std::vector<Attachment>> attachments(bool withBytes = false) const;

    // Small named texts that are properties of the extract: "at-risk", "demo".
    [[nodiscard]] base::Result<QString> property(const QString& name) const;
    [[nodiscard]] base::Result<void> setProperty(const QString& name, const QString& value);

    [[nodiscard]] base::Result<std::vector<LogLine>> log() const;
    [[nodiscard]] base::Result<void> note(const QString& what, const QString& detail);

    // Every page's HMAC, SQLite's integrity check, schema text, digests of documents, fingerprints, foreign keys.
    [[nodiscard]] base::Result<VerifyReport> verify(const std::stop_token& stop = {},
                                                    const base::Progress& progress = {}) const;

    // A new file with a new salt takes the old one's place (rename); backups are replaced too. Never rekey.
    [[nodiscard]] base::Result<void> changePassphrase(const Secret& passphrase);

    // Rewrites the file without the documents, backups too. What another document said as well stays, as that
    // document's; concerns and letters keep the values they froze. The log keeps that it happened, and why.
    [[nodiscard]] base::Result<Withdrawal> withdraw(const std::vector<record::DocumentId>& documents,
                                                    const QString& why);
    // A new file with its own passphrase: documents, entries, and what was chosen. Ids stay the same.
    [[nodiscard]] base::Result<void> handOver(const QString& copy, const Secret& passphrase, const HandOverChoice& with,
                                              const CreateOptions& options = {});
    // Byte for byte, same passphrase, read through SQLite's own handle. Errors: WouldOverwrite, Usage (onto itself).
    [[nodiscard]] base::Result<void> saveCopy(const QString& copy, bool overwrite = false);
    [[nodiscard]] base::Result<Backup> backUp(); // now, beside the file; the sitting's own backup is then made
    // Of other files that once had this name; creation put them aside, where no change of passphrase reaches them.
    [[nodiscard]] const std::vector<QString>& earlierBackups() const;

    [[nodiscard]] RecoveryWords recoveryWords() const;
    // Opens with the words and gives the file a new passphrase, which makes the words void. Errors as open(), and
    // WrongPassphrase where the words belong to another file or to an earlier passphrase.
    [[nodiscard]] static base::Result<Extract> recover(const QString& path, const Secret& words,
                                                       const Secret& newPassphrase, const base::Clock& clock);

    [[nodiscard]] int formatVersion() const;
    [[nodiscard]] bool needsMigration() const; // older than the program's own: read-only until migrate()
    [[nodiscard]] base::Result<Migration> migrate();

private:
    struct Private;
    explicit Extract(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// What the first bytes say, without a passphrase: not an extract, unreadable, or its KDF profile (1, 2).
[[nodiscard]] base::Result<int> looksLikeExtract(const QString& path);

// Backups beside the extract, newest first: full paths.
[[nodiscard]] std::vector<QString> backupsOf(const QString& path);

} // namespace extract
