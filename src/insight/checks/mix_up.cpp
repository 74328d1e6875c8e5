// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/stranger.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

QString listed(const QStringList& parts)
{
    return parts.size() < 2 ? parts.join(QString())
                            : tr("%1 and %2").arg(parts.mid(0, parts.size() - 1).join(u", "_s), parts.back());
}

// Entries that belong together: one other child.
struct Other {
    Strangeness strange;
    Tolds values;
    std::vector<record::EntryId> entries;
};

} // namespace

void checkMixUp(Evidence& evidence, Notes& notes)
{
    if (evidence.strangers().empty())
        return;
    const Usual usual = usualOf(evidence.entries(), evidence.person());
    std::map<QDate, Other> others;
    for (const Seen& seen : evidence.strangers()) {
        const Strangeness strange = strangeness(seen, usual);
        if (strange.kind == Stranger::No)
            continue;
        Other& other = others[strange.born];
        if (other.strange.kind == Stranger::No)
            other.strange = strange;
        for (const Who who : {Who::BirthDate, Who::Upn, Who::Forename})
            if (const Told* told = seen.who(who))
                other.values.push_back(told);
    }
    for (auto& [born, other] : others) {
        // The rest of their rows goes along; with several other children it cannot be told whose it is.
        for (const Seen& seen : evidence.strangers()) {
            const Strangeness strange = strangeness(seen, usual);
            if (strange.kind == Stranger::No ? others.size() == 1 : strange.born == born)
                other.entries.push_back(seen.entry->id);
        }
        if (other.strange.kind == Stranger::Twin)
            notes.add("twin-mix-up"_L1, {placesOf(other.values)}, other.values, other.entries);
        else
            notes.add("other-child-entry"_L1, {placesOf(other.values), dayText(born), listed(other.strange.differs)},
                      other.values, other.entries);
    }
}

} // namespace insight
