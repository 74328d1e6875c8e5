// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

namespace cli {

const std::vector<Command>& commands()
{
    static const std::vector<Command> list{
        {"new", "FILE (--person P.json|- | --name NAME --born DATE)", QT_TRANSLATE_NOOP("cli", "Make an empty record file for one person."), true,
         newOptions, runNew},
        {"pupils", "SOURCE…", QT_TRANSLATE_NOOP("cli", "Say who is in what was handed over."), false, pupilsOptions, runPupils},
        {"import", "FILE SOURCE…", QT_TRANSLATE_NOOP("cli", "Take one person's part of a source into the record file."), true,
         importOptions, runImport},
        {"documents", "FILE", QT_TRANSLATE_NOOP("cli", "List what was handed over."), true, nullptr, runDocuments},
        {"attach", "FILE DOCUMENT…", QT_TRANSLATE_NOOP("cli", "Keep a PDF, picture or Word file in the record file, to read beside it."),
         true, nullptr, runAttach},
        {"write-in", "FILE --collection C --year Y [--term T | --date D] --item NAME (--raw TEXT | --raw-file F)",
         QT_TRANSLATE_NOOP("cli", "Write in a value yourself, from paper or from a document you keep."), true, writeInOptions,
         runWriteIn},
        {"entries", "FILE", QT_TRANSLATE_NOOP("cli", "List what was sent in, by collection and year."), true, entriesOptions, runEntries},
        {"values", "FILE", QT_TRANSLATE_NOOP("cli", "List every value with its meaning and where it stands."), true, valuesOptions,
         runValues},
        {"summary", "FILE", QT_TRANSLATE_NOOP("cli", "Say in short what the record holds."), true, nullptr, runSummary},
        {"timeline", "FILE", QT_TRANSLATE_NOOP("cli", "Print the timeline, lane by lane."), true, nullptr, runTimeline},
        {"attainment", "FILE", QT_TRANSLATE_NOOP("cli", "Print results, each on the scale of its own year."), true, nullptr, runAttainment},
        {"releases", "FILE", QT_TRANSLATE_NOOP("cli", "Say who may have been given this data."), true, nullptr, runReleases},
        {"coverage", "FILE | --born DATE", QT_TRANSLATE_NOOP("cli", "Say what should be there, collection by collection, beside what is here."),
         true, coverageOptions, runCoverage},
        {"check", "FILE | --rules", QT_TRANSLATE_NOOP("cli", "Say what does not fit, and settle it."), true, checkOptions, runCheck},
        {"shelf", "add FILE | list", QT_TRANSLATE_NOOP("cli", "Keep public lists, such as the national list of schools, that name things in a record."),
         false, nullptr, runShelf},
        {"dictionary", "WORD…", QT_TRANSLATE_NOOP("cli", "Search the national data dictionary."), false, nullptr, runDictionary},
        {"identify", "NUMBER…|-", QT_TRANSLATE_NOOP("cli", "Say what a number is and whether it can be right."), false, nullptr, runIdentify},
        {"letter", "FILE --value ID (--proposed TEXT | --proposed-file F) --to … --as … --format … --out F",
         QT_TRANSLATE_NOOP("cli", "Write the letter that asks for a value to be corrected."), true, letterOptions, runLetter},
        {"verify", "FILE", QT_TRANSLATE_NOOP("cli", "Check that the record file is sound."), true, nullptr, runVerify},
        {"passphrase", "FILE", QT_TRANSLATE_NOOP("cli", "Change the passphrase."), true, passphraseOptions, runPassphrase},
        {"withdraw", "FILE --document ID… [--why TEXT]",
         QT_TRANSLATE_NOOP("cli", "Take a document out of the record file and its backups."), true, withdrawOptions, runWithdraw},
        {"handover", "FILE --out COPY [--with PARTS]",
         QT_TRANSLATE_NOOP("cli", "Make a copy to give away, with a passphrase of its own."), true, handOverOptions, runHandOver},
        {"backup", "FILE [--list | --out COPY]", QT_TRANSLATE_NOOP("cli", "Make a backup, list the backups, or save a copy elsewhere."),
         true, backupOptions, runBackup},
        {"restore", "FILE [--backup BACKUP]", QT_TRANSLATE_NOOP("cli", "Put a backup in the place of a lost or damaged record file."),
         true, restoreOptions, runRestore},
        {"recover", "FILE [--sheet OUT]",
         QT_TRANSLATE_NOOP("cli", "Open with the words of a recovery sheet and set a new passphrase, or write such a sheet."),
         true, recoverOptions, runRecover},
        {"rescue", "FILE --out NEW", QT_TRANSLATE_NOOP("cli", "Save what a damaged record file still says into a new one."), true,
         rescueOptions, runRescue},
        {"migrate", "FILE", QT_TRANSLATE_NOOP("cli", "Bring a record file of an older format up to date; the old one is kept."), true,
         nullptr, runMigrate},
        {"dispose", "FILE --force", QT_TRANSLATE_NOOP("cli", "Remove the record file and its backups for good."), true, disposeOptions,
         runDispose},
        {"export", "FILE --format csv|json --out DIR", QT_TRANSLATE_NOOP("cli", "Write the record as plain files (not encrypted)."),
         true, exportOptions, runExport},
        {"split", "SOURCE… --out DIR", QT_TRANSLATE_NOOP("cli", "Make a record file for each pupil of a whole school's files."), false,
         splitOptions, runSplit},
        {"passphrases", "LIST", QT_TRANSLATE_NOOP("cli", "Show a school's list: who is in which record file, and what opens it."), true,
         passphrasesOptions, runPassphrases},
        {"support-copy", "FILE|SOURCE…",
         QT_TRANSLATE_NOOP("cli", "Say how a file is built, without anything that is in it, to send when it cannot be read."), true,
         supportCopyOptions, runSupportCopy},
        {"demo", "DIR", QT_TRANSLATE_NOOP("cli", "Make the demonstration record file of an invented child."), false, demoOptions,
         runDemo},
    };
    return list;
}

} // namespace cli
