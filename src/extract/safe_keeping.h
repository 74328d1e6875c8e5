// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "base/result.h"
#include "extract/secret.h"

#include <QStringList>

#include <memory>
#include <vector>

// What keeps a record file safe, and what takes it or a part of it away for good. The functions here work on a path
// that this process has not open: the file may be damaged or missing.
namespace extract {

// Taken out with everything it alone said.
struct Withdrawal {
    qint64 documents = 0;
    qint64 entriesRemoved = 0;
    qint64 entriesPassedOn = 0; // another document said them too: they are its entries now, under the same ids
    int backupsReplaced = 0;
    int backupsRemoved = 0; // could not be rewritten: keeping them would keep the document
    QStringList keptAside;  // names of files put aside earlier: they may still hold the document
};

// What goes along when a copy is handed over. Documents and entries always do, nothing else unless ticked.
struct HandOverChoice {
    bool typedIn = false;   // what the person wrote in
    bool decisions = false; // dismissals, entries set aside, the name to use
    bool putRight = false;  // concerns, requests, letters
    bool evidence = false;  // attachments
    bool log = false;
    bool operator==(const HandOverChoice&) const = default;
};

// The choices one by one, with the words of the command line, so that no list of them is forgotten somewhere.
struct HandOverPart {
    const char* word; // "typed-in", "decisions", "put-right", "evidence", "log": never translated
    bool HandOverChoice::*chosen;
};
[[nodiscard]] const std::vector<HandOverPart>& handOverParts();

struct Backup {
    QString path;
    QDateTime made; // from its name
    qint64 size = 0;
};
// Backups beside the record file, newest first. Needs no passphrase; the file itself may be gone.
[[nodiscard]] std::vector<Backup> backupsBeside(const QString& path);

struct Restored {
    Backup from;
    QString keptAside; // where the file that stood there is now; empty if there was none
};
// Puts a copy of a backup in the file's place; `backup` empty: the newest that opens and is sound. What stands there
// now, damaged or not, is kept aside under another name. Errors: WrongPassphrase (of the backup), Damaged, InUse,
// ChoiceNeeded (no backup that opens).
[[nodiscard]] base::Result<Restored> restore(const QString& path, const QString& backup, const Secret& passphrase,
                                             const base::Clock& clock);

struct Disposal {
    int removed = 0;       // the record file, its backups and everything else the program put beside it
    QStringList left;      // file names that could not be removed
    QStringList beyond;    // sentences: what no program can reach
};
// What dispose() would remove: full paths, the record file first.
[[nodiscard]] std::vector<QString> filesToDispose(const QString& path);
// The first page of each file is overwritten before it is removed: without the salt in it even the passphrase opens
// nothing any more. Errors: NotAnExtract, InUse, DiskOrPermission (nothing was removed).
[[nodiscard]] base::Result<Disposal> dispose(const QString& path);
[[nodiscard]] QStringList beyondDisposal();

// The recovery sheet: the key itself as 24 words of a fixed list, with a checksum. They open this file until its
// passphrase is changed, whoever holds them. `mark` tells which file they belong to and changes with the passphrase.
struct RecoveryWords {
    Secret words; // UTF-8, separated by blanks
    QString mark; // "5A7C-19E2"
};
using RecoveryWordsPtr = std::shared_ptr<const RecoveryWords>;
// Capital letters, numbering and punctuation between the words do not matter. Errors: Usage, where a word is not of the
// list (`where`: "word 7"), there are not 24, or the checksum says that one is mistyped or out of place.
[[nodiscard]] base::Result<void> checkRecoveryWords(const Secret& words);
[[nodiscard]] base::Result<QString> fileMark(const QString& path);

struct RescueLoss {
    QString what;  // "entry 12", "kept bytes of document 3": for the reader
    QString where; // collection and time, or the page
};
struct Rescue {
    qint64 pages = 0, brokenPages = 0;
    qint64 documents = 0, entries = 0, values = 0; // saved
    std::vector<RescueLoss> lost;                  // empty: everything was saved
    bool headerFromBackup = false;                 // the first bytes were damaged and taken from a backup
};
// Reads what every sealed page of a damaged file still says into a new file `out`, which gets the same key and so the
// same passphrase. Nothing of a broken page is believed. `path` is only read. Errors: WrongPassphrase, Damaged
// (nothing could be saved), WouldOverwrite, InUse, Stopped.
[[nodiscard]] base::Result<Rescue> rescue(const QString& path, const Secret& passphrase, const QString& out,
                                          bool overwrite = false, const std::stop_token& stop = {},
                                          const base::Progress& progress = {});

// How the format of a file stands to the program's own. An older one is read-only until migration is asked for.
enum class FormatAge { Older, Current, Newer, Unknown };
[[nodiscard]] FormatAge formatAge(qint64 version, qint64 newest, bool schemaKnown);

struct Migration {
    int from = 1, to = 1;  // equal: nothing was to be done and nothing was written
    QString keptAside;     // the old file, unchanged; empty if nothing was done
};

} // namespace extract
