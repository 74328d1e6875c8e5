// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/read.h"

#include "readers/format.h"
#include "readers/locked.h"
#include "readers/pupil_match.h"
#include "readers/raw_sink.h"
#include "readers/read_looks.h"
#include "readers/same_person.h"
#include "readers/source_intake.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Read)
};

struct Group {
    const Format* format;
    std::vector<int> parts;
};

// Which format reads which parts. A part that no format knows stops the reading: silently leaving out one of the
// files that somebody handed over would be worse.
base::Result<std::vector<Group>> grouped(const Source& source)
{
    if (source.parts.empty())
        return fail(ErrorKind::Usage, Tr::tr("No file was chosen."), Tr::tr("Choose the file or files you were given."));
    std::vector<Group> groups;
    for (std::size_t i = 0; i < source.parts.size(); ++i) {
        const auto head = headOf(source.parts[i]);
        if (!head)
            return tl::unexpected(head.error());
        const Format* best = nullptr;
        int surest = 0;
        for (const Format* format : formats()) {
            const int sure = head->isEmpty() ? 0 : format->recognise(source.parts[i], *head);
            if (sure > surest) {
                surest = sure;
                best = format;
            }
        }
        BASE_TRY(source.parts[i].bytes->rewind());
        if (!best) {
            const auto locked = lockedDocument(source.parts[i], *head);
            if (!locked)
                return tl::unexpected(locked.error());
            const std::optional<base::Error>& lock = *locked;
            return tl::unexpected(inPart(lock ? *lock : unreadable(source.parts[i].name, *head), i, source.parts.size()));
        }
        const auto same = std::find_if(groups.begin(), groups.end(), [best](const Group& group) { return group.format == best; });
        if (same == groups.end())
            groups.push_back({best, {static_cast<int>(i)}});
        else
            same->parts.push_back(static_cast<int>(i));
    }
    // Formats that always name the pupil come first in the list: what they say helps to read tables of bare numbers.
    const auto rank = [](const Group& group) { return std::find(formats().begin(), formats().end(), group.format) - formats().begin(); };
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return rank(a) < rank(b); });
    return groups;
}

// Pupils that several formats of one source speak of, brought together by their numbers, else by name and birthday.
class Merged {
public:
    Merged(const record::Selection& selection, ReadReport& report) : m_everyone(selection.everyone), m_report(report) {}

    // `group`: the format that speaks of them. Whom one format tells apart stays apart unless a number says otherwise, and
    // a birth date alone brings nobody together.
    int place(const SeenPupil& seen, std::size_t group)
    {
        const auto may = [&](int place) {
            const record::Person& there = m_report.pupils[static_cast<std::size_t>(place)].person;
            const bool number = numbersAgree(there.upn, seen.person.upn) || numbersAgree(there.uln, seen.person.uln);
            const bool toldApart = !number && m_groups[static_cast<std::size_t>(place)] == group;
            return !toldApart && !numbersDiffer(there.upn, seen.person.upn) && !numbersDiffer(there.uln, seen.person.uln);
        };
        for (std::size_t i = 0; !m_everyone && seen.fit == record::Fit::Same && i < m_report.pupils.size(); ++i) {
            if (m_report.pupils[i].fit == seen.fit && may(static_cast<int>(i)))
                return static_cast<int>(i);
        }
        const QString& upn = seen.person.upn;
        const QString name = nameAndBirth(seen.person);
        int found = upn.isEmpty() ? -1 : m_byUpn.value(upn.toLower(), -1);
        if (found < 0 && !name.isEmpty()) {
            found = m_byName.value(name, -1);
            if (found >= 0 && !may(found))
                found = -1;
        }
        if (found < 0) {
            found = static_cast<int>(m_report.pupils.size());
            m_report.pupils.push_back({seen.person, 0, seen.fit});
            m_groups.push_back(group);
        }
        if (!upn.isEmpty())
            m_byUpn.insert(upn.toLower(), found);
        if (!name.isEmpty() && !m_byName.contains(name))
            m_byName.insert(name, found);
        return found;
    }

private:
    bool m_everyone;
    ReadReport& m_report;
    std::vector<std::size_t> m_groups; // of each pupil: the first that spoke of them
    QHash<QString, int> m_byUpn;
    QHash<QString, int> m_byName;
};

// Numbers pupils through a whole source while each format numbers its own.
class NumberingSink : public RawSink {
public:
    NumberingSink(Sink& into, Merged& merged, std::size_t group, const ReadReport& local, const record::Selection& selection)
        : m_into(into), m_raw(rawSink(into, selection)), m_merged(merged), m_group(group), m_local(local),
          m_everyone(selection.everyone)
    {
    }
    bool takesRaw() const override { return m_raw != nullptr; }
    base::Result<void> raw(int part, int pupil, const std::shared_ptr<const Maker>& maker, QByteArrayView piece) override
    {
        return m_raw->raw(part, placeOf(pupil), maker, piece);
    }
    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        return m_into.entry(part, m_everyone ? placeOf(pupil) : 0, std::move(entry));
    }
    int placeOf(int pupil)
    {
        const auto at = static_cast<std::size_t>(pupil);
        while (m_places.size() <= at && m_places.size() < m_local.pupils.size())
            m_places.push_back(m_merged.place(m_local.pupils[m_places.size()], m_group));
        return at < m_places.size() ? m_places[at] : 0;
    }

private:
    Sink& m_into;
    RawSink* m_raw;
    Merged& m_merged;
    std::size_t m_group;
    const ReadReport& m_local;
    bool m_everyone;
    std::vector<int> m_places;
};

class Counting : public Sink {
public:
    base::Result<void> entry(int /*part*/, int /*pupil*/, record::Entry /*entry*/) override { return {}; }
};

base::Result<ReadReport> readGroups(const Source& source, const std::vector<Group>& groups, record::Selection selection, Sink& sink,
                                    const std::stop_token& stop, const base::Progress& progress)
{
    ReadReport report;
    report.documents.resize(source.parts.size());
    Merged merged(selection, report);
    for (const Group& group : groups) {
        ReadReport local;
        NumberingSink numbering(sink, merged, static_cast<std::size_t>(&group - groups.data()), local, selection);
        const auto done = group.format->read(source, group.parts, selection, numbering, local, stop, progress);
        if (!done)
            return tl::unexpected(group.parts.size() == 1 ? inPart(done.error(), static_cast<std::size_t>(group.parts.front()), source.parts.size()) : done.error());
        for (std::size_t i = 0; i < local.documents.size() && i < group.parts.size(); ++i)
            report.documents[static_cast<std::size_t>(group.parts[i])] = std::move(local.documents[i]);
        for (std::size_t i = 0; i < local.pupils.size(); ++i) {
            const int place = numbering.placeOf(static_cast<int>(i));
            SeenPupil& whole = report.pupils[static_cast<std::size_t>(place)];
            const SeenPupil& seen = local.pupils[i];
            whole.entries += seen.entries;
            whole.fit = std::min(whole.fit, seen.fit);
            complete(whole.person, seen.person);
            // Number learned here helps to find the person in files that carry nothing but the number.
            if (!selection.everyone && seen.fit == record::Fit::Same && selection.person.upn.isEmpty())
                selection.person.upn = seen.person.upn;
        }
        report.otherPupils += local.otherPupils;
        report.othersEstimated = report.othersEstimated || local.othersEstimated;
    }
    return report;
}

base::Result<void> decide(const ReadReport& report, const record::Selection& selection)
{
    if (selection.everyone)
        return {};
    const auto same = std::count_if(report.pupils.begin(), report.pupils.end(), [](const SeenPupil& pupil) { return pupil.fit == record::Fit::Same; });
    if (same == 1)
        return {};
    if (same > 1)
        return fail(ErrorKind::ChoiceNeeded, Tr::tr("%n pupils in this source fit what you typed in.", nullptr, static_cast<int>(same)),
                    Tr::tr("Give the UPN (the pupil number, it stands on school reports) so that only one fits."));
    // How many, not who: what an error says may be written down where records must not be.
    if (!report.pupils.empty())
        return fail(ErrorKind::ChoiceNeeded,
                    Tr::tr("%n pupil may be the one you look for, but it is not sure.", nullptr, static_cast<int>(report.pupils.size())),
                    Tr::tr("Check the name, the birth date and the UPN you typed in against the file."));
    QString none = Tr::tr("No pupil in this source fits the name and birth date you typed in.");
    if (report.othersEstimated)
        none = Tr::tr("This source holds about %1 pupils. None of them fits the name and birth date you typed in.").arg(QLocale().toString(report.otherPupils));
    else if (report.otherPupils > 0)
        none = Tr::tr("None of the %n pupils in this source fits the name and birth date you typed in.", nullptr, static_cast<int>(report.otherPupils));
    return fail(ErrorKind::ChoiceNeeded, none,
                Tr::tr("Check the spelling and the birth date, or give the UPN. If it is the wrong file, choose another."));
}

} // namespace

base::Error inPart(base::Error error, std::size_t part, std::size_t of)
{
    const QString file = Tr::tr("file %1").arg(part + 1);
    const QString before = file + u", ";
    if (of < 2 || error.kind != ErrorKind::InputUnreadable || error.where == file || error.where.startsWith(before))
        return error;
    error.where = error.where.isEmpty() ? file : QString(before + error.where);
    return error;
}

base::Result<ReadReport> read(const Source& source, const record::Selection& selection, Sink& sink, const std::stop_token& stop,
                              const base::Progress& progress)
{
    const auto groups = grouped(source);
    if (!groups)
        return tl::unexpected(groups.error());
    record::Selection wanted = selection;
    if (wanted.onlyPupilFits && !wanted.everyone) {
        // "The only pupil" is known when everybody has been counted.
        record::Selection everyone;
        everyone.everyone = true;
        Counting counting;
        const auto counted = readGroups(source, *groups, everyone, counting, stop, progress);
        if (!counted)
            return counted;
        wanted.onlyPupilFits = counted->pupils.size() == 1;
    }
    auto report = readGroups(source, *groups, wanted, sink, stop, progress);
    if (!report)
        return report;
    BASE_TRY(decide(*report, wanted));
    if (report->pupils.size() > std::size_t(mostPupilsListed))
        report->pupils.resize(mostPupilsListed);
    return report;
}

base::Result<ReadReport> pupils(const Source& source, const std::stop_token& stop, const base::Progress& progress)
{
    record::Selection everyone;
    everyone.everyone = true;
    Counting counting;
    return read(source, everyone, counting, stop, progress);
}

} // namespace readers
