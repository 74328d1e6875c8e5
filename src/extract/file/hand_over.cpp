// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/hand_over.h"

#include "extract/database/failure.h"
#include "extract/file/aside.h"
#include "extract/file/backups.h"
#include "extract/private.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

// Counters of tables that stay behind would tell how much there was.
constexpr char deliveredCounters[] =
    "SELECT * FROM counters WHERE name IN ('documents', 'entries', 'item_values', 'witnesses')";
constexpr char typedInCounters[] = "SELECT * FROM counters WHERE name IN ('written_entries', 'written_values')";
constexpr char putRightCounters[] = "SELECT * FROM counters WHERE name IN ('concerns', 'requests', 'letters')";
constexpr char evidenceCounters[] = "SELECT * FROM counters WHERE name = 'attachments'";
// A person at risk stays masked in the copy too.
constexpr char alwaysProperties[] = "SELECT * FROM properties WHERE name = 'at-risk'";
constexpr char decidedProperties[] = "SELECT * FROM properties WHERE name IN ('name-to-use', 'check-limits')";

void add(CopyPlan& plan, std::initializer_list<const char*> tables)
{
    for (const char* table : tables)
        plan.push_back(wholeTable(table));
}

QString chosenWords(const HandOverChoice& with)
{
    QStringList words;
    for (const HandOverPart& part : handOverParts())
        if (with.*part.chosen)
            words << QString::fromLatin1(part.word);
    return words.join(u", "_s);
}

} // namespace

const std::vector<HandOverPart>& handOverParts()
{
    static const std::vector<HandOverPart> parts{{"typed-in", &HandOverChoice::typedIn},
                                                 {"decisions", &HandOverChoice::decisions},
                                                 {"put-right", &HandOverChoice::putRight},
                                                 {"evidence", &HandOverChoice::evidence},
                                                 {"log", &HandOverChoice::log}};
    return parts;
}

CopyPlan handOverPlan(const HandOverChoice& with)
{
    CopyPlan plan{{"counters", deliveredCounters}, {"properties", alwaysProperties}};
    add(plan, {"person", "documents", "kept_bytes", "moments", "item_names", "places", "entries", "item_values",
               "witnesses"});
    if (with.typedIn) {
        plan.push_back({"counters", typedInCounters});
        add(plan, {"written_entries", "written_values"});
    }
    if (with.decisions) {
        plan.push_back({"properties", decidedProperties});
        add(plan, {"dismissals", "set_aside"});
    }
    if (with.evidence) {
        plan.push_back({"counters", evidenceCounters});
        add(plan, {"attachments"});
    }
    if (with.putRight) {
        plan.push_back({"counters", putRightCounters});
        // The names of the evidence stand in the letters anyway; what they name goes along only when ticked.
        add(plan, {"concerns", "concern_values", "concern_evidence_names", "requests", "request_address", "letters"});
        if (with.evidence)
            add(plan, {"concern_evidence"});
    }
    if (with.log)
        add(plan, {"log"});
    return plan;
}

base::Result<void> mayBeWritten(const QString& target, bool overwrite)
{
    if (!QFileInfo::exists(target))
        return {};
    if (OpenFile::profileOf(target) || lockedElsewhere(target))
        return tl::unexpected(inUse());
    if (!overwrite)
        return base::fail(base::ErrorKind::WouldOverwrite, Words::tr("There is already a file with this name."),
                          Words::tr("Choose another name, or say that it may be replaced."));
    return {};
}

base::Result<void> placeCopy(const QString& fresh, const QString& target, const Header& header)
{
    auto placed = [&]() -> base::Result<void> {
        BASE_TRY(putBackupsAside(target, header));
        // A journal of the file that is replaced would be rolled back into the copy.
        QFile::remove(target + u"-journal"_s);
        return putInPlace(fresh, target);
    }();
    if (!placed)
        QFile::remove(fresh);
    return placed;
}

base::Result<void> Extract::handOver(const QString& copy, const Secret& passphrase, const HandOverChoice& with,
                                     const CreateOptions& options)
{
    BASE_TRY(mayBeWritten(copy, options.overwrite));
    if (keyFor(passphrase, d->key.header))
        return base::fail(base::ErrorKind::Usage, Words::tr("This is the passphrase of your own record file."),
                          Words::tr("Choose another one for the copy: whoever gets it could open your own file too."));
    const auto key = newKey(passphrase, options.kdfProfile == 0 ? profileForThisMachine() : options.kdfProfile);
    if (!key)
        return tl::unexpected(key.error());
    const bool noted = access() == Access::ReadWrite;
    if (noted)
        BASE_TRY(d->beforeWrite()); // nothing is handed over that the log could not tell of
    const QString fresh = copy + u".new"_s;
    QFile::remove(fresh);
    BASE_TRY(copySelected(d->connection, handOverPlan(with), fresh, *key));
    BASE_TRY(placeCopy(fresh, copy, key->header));
    return noted ? note(u"hand-over"_s, chosenWords(with)) : base::Result<void>{};
}

base::Result<void> Extract::saveCopy(const QString& copy, bool overwrite)
{
    const auto own = identityOf(d->path);
    if (own && identityOf(copy) == own)
        return base::fail(base::ErrorKind::Usage, Words::tr("This is the record file itself."),
                          Words::tr("Choose another name or folder for the copy."));
    BASE_TRY(mayBeWritten(copy, overwrite));
    const QString fresh = copy + u".new"_s;
    BASE_TRY(copyChecked(d->connection, fresh, d->key));
    return placeCopy(fresh, copy, d->key.header);
}

base::Result<Backup> Extract::backUp()
{
    if (d->connection.inTransaction())
        return base::fail(base::ErrorKind::Usage, Words::tr("The record file is busy with an import."),
                          Words::tr("Wait until it is finished, or stop it."));
    const auto made = makeBackup(d->connection, d->path, d->key, d->clock.now());
    if (!made)
        return tl::unexpected(made.error());
    d->backedUp = true;
    return Backup{*made, backupTime(*made), QFileInfo(*made).size()};
}

const std::vector<QString>& Extract::earlierBackups() const
{
    return d->earlierBackups;
}

} // namespace extract
