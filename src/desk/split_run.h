// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/entry_packing.h"
#include "extract/passphrase_list.h"
#include "extract/spool.h"
#include "readers/raw_sink.h"

#include <functional>

namespace desk {

// A whole-school source, one record file for each pupil in it: one pass over the source, then key derivation and
// writing, which take far longer, on as many cores as memory allows. Whoever is interrupted starts again with the same
// folder: what is finished stays.
struct SplitOptions {
    QString folder; // made if absent
    QString list;   // of the passphrases; empty: "passphrases.pupillist" in the folder
    bool names = false; // pupils' names in the names of the files, which anybody can read
    bool otherPeopleToo = false;
    int kdfProfile = 0; // as in extract::CreateOptions
};

// Told after the source was read and before the first file is made.
struct SplitPlan {
    qint64 pupils = 0;
    qint64 already = 0; // made by an earlier run
    int workers = 1;
    qint64 seconds = 0; // all of the key derivation still to come; writing adds a little
    qint64 oneTakes = 0; // milliseconds of it for one file, as measured on this computer
};

struct SplitReport {
    std::vector<readers::ReadDocument> documents;
    QString list;
    qint64 pupils = 0;
    qint64 made = 0;
    qint64 already = 0;
    qint64 unnamed = 0; // pupils without a name in the source; the list knows them by number or row alone
};

// Blocks until done. A stop leaves finished files and the list as they are; where no file was finished nothing is left. Errors: those of reading and of writing;
// WrongPassphrase (of the list that is there); Usage (the folder was begun with other files); WouldOverwrite.
[[nodiscard]] base::Result<SplitReport> split(const readers::Source& source, const extract::Secret& listPassphrase,
                                              const SplitOptions& options, const base::Clock& clock,
                                              const std::function<void(const SplitPlan&)>& told,
                                              const std::stop_token& stop, const base::Progress& progress);

// The one pass, for split() and for its benchmark: everything every pupil's documents say, sealed and set aside; as
// entries, or as the pieces of the source that `makers` turn into entries.
struct SetAside {
    readers::ReadReport read;
    extract::Spool spool;
    EntryPacker packer;
    std::vector<std::shared_ptr<const readers::Maker>> makers;
};
[[nodiscard]] base::Result<SetAside> setAside(const readers::Source& source, const QString& folder, bool otherPeopleToo,
                                              const std::stop_token& stop, const base::Progress& progress);

// One pupil's file at `path`, whole or not at all. From any thread.
[[nodiscard]] base::Result<void> makeOne(const SetAside& from, std::size_t pupil, const QString& path,
                                         const extract::Secret& passphrase, const base::Clock& clock, int kdfProfile);

} // namespace desk
