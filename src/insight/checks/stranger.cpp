// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/stranger.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

QString commonest(const QHash<QString, int>& counted)
{
    QString most;
    int count = 0;
    for (auto it = counted.begin(); it != counted.end(); ++it)
        if (it.value() > count || (it.value() == count && it.key() < most)) {
            most = it.key();
            count = it.value();
        }
    return most;
}

QString firstName(const QString& names)
{
    return record::comparableName(names).section(u' ', 0, 0);
}

// "Sam" and "Samuel" are one name; so are a middle name and the name in use.
bool isForename(const QString& found, const Usual& usual)
{
    const QString name = firstName(found);
    return name.isEmpty() || std::any_of(usual.forenames.begin(), usual.forenames.end(), [&](const QString& known) {
               return known == name || (name.size() >= 3 && known.startsWith(name))
                   || (known.size() >= 3 && name.startsWith(known));
           });
}

bool isSwapped(QDate a, QDate b)
{
    return a.year() == b.year() && a.month() == b.day() && a.day() == b.month();
}

// Rows of one table, or the part of one pupil in a tree: "Pupil[3]".
using Part = std::tuple<qint64, QString, int, QString>;
std::optional<Part> partOf(const record::Entry& entry)
{
    if (entry.values.empty() || !entry.document)
        return {};
    const record::Locator& where = entry.values.front().where;
    if (where.row > 0)
        return Part{entry.document.n, where.sheet, where.row, QString()};
    const qsizetype bracket = where.path.indexOf(u']');
    if (bracket < 0)
        return {};
    return Part{entry.document.n, QString(), 0, where.path.left(bracket + 1)};
}

} // namespace

Usual usualOf(const std::vector<Seen>& entries, const record::Person& person)
{
    Usual usual{person, {}, {}, {}};
    QHash<QString, int> numbers;
    QHash<QString, int> forenames;
    for (const Seen& seen : entries) {
        if (const Told* upn = seen.who(Who::Upn))
            ++numbers[upn->raw.toUpper()];
        if (const Told* forename = seen.who(Who::Forename))
            ++forenames[firstName(forename->raw)];
        if (!seen.entry->establishment.isEmpty())
            ++usual.schools[seen.entry->establishment];
    }
    usual.upn = numbers.contains(person.upn.toUpper()) ? person.upn.toUpper() : commonest(numbers);
    usual.forenames = record::comparableName(person.name).split(u' ', Qt::SkipEmptyParts);
    if (usual.forenames.size() > 1)
        usual.forenames.removeLast(); // the surname
    if (const QString common = commonest(forenames); !common.isEmpty())
        usual.forenames << common;
    return usual;
}

Strangeness strangeness(const Seen& seen, const Usual& usual)
{
    Strangeness strange;
    const Told* birth = seen.who(Who::BirthDate);
    const QDate born = birth ? readDay(birth->raw) : QDate();
    const Told* number = seen.who(Who::Upn);
    const Told* forename = seen.who(Who::Forename);
    const bool otherNumber = number && !usual.upn.isEmpty() && number->raw.compare(usual.upn, Qt::CaseInsensitive) != 0;
    const bool otherName = forename && !isForename(forename->raw, usual);
    const QString& school = seen.entry->establishment;
    const bool otherSchool = !school.isEmpty() && usual.schools.value(school) <= 1 && usual.schools.size() > 1;
    if (!born.isValid() || !usual.person.born.isValid())
        return strange;
    strange.born = born;
    if (born == usual.person.born) {
        if (otherName && otherNumber)
            strange.kind = Stranger::Twin;
        return strange;
    }
    if (isSwapped(born, usual.person.born))
        return strange;
    if (otherNumber)
        strange.differs << tr("the pupil number");
    if (otherName)
        strange.differs << tr("the first name");
    if (otherSchool)
        strange.differs << tr("the school");
    if (!strange.differs.isEmpty())
        strange.kind = Stranger::OtherBirthDate;
    return strange;
}

std::unordered_set<record::EntryId> strangersAmong(const std::vector<Seen>& entries, const record::Person& person)
{
    const Usual usual = usualOf(entries, person);
    std::unordered_set<record::EntryId> strange;
    std::set<Part> parts;
    for (const Seen& seen : entries) {
        if (strangeness(seen, usual).kind == Stranger::No)
            continue;
        strange.insert(seen.entry->id);
        if (const auto part = partOf(*seen.entry))
            parts.insert(*part);
    }
    if (parts.empty())
        return strange;
    for (const Seen& seen : entries)
        if (const auto part = partOf(*seen.entry); part && parts.contains(*part))
            strange.insert(seen.entry->id);
    return strange;
}

} // namespace insight
