// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/npd_table_long.h"

#include "catalogue/collections.h"

#include <cstdint>
#include <utility>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr qint64 mostValues = 2'000'000; // of a sheet, all in memory at once

// "EthnicGroupMinor" and "LAEstab" alone stand in many collections as well as in the School Census, which the others
// took them over from: where nothing else tells, it is the census's.
std::vector<catalogue::Candidate> candidatesFor(const QString& name, const QString& collection)
{
    std::vector<catalogue::Candidate> open = catalogue::resolve(name, collection, {});
    if (!collection.isEmpty() || open.empty())
        return open;
    std::vector<catalogue::Candidate> census = catalogue::resolve(name, u"SC", {});
    // The very heading of some download is a little surer than another spelling, and tells nothing in such a table.
    constexpr int ownHeading = 6;
    const bool fits = catalogue::item(census.front().item).collection == "SC"_L1
        && census.front().score + ownHeading >= open.front().score;
    return fits ? census : open;
}

} // namespace

void LongTable::startSheet(const TablePlan& plan, const TableEntries& entries, const RowPlace& place, bool namesNobody)
{
    m_plan = &plan;
    m_entries = &entries;
    m_place = &place;
    m_namesNobody = namesNobody;
    m_values = 0;
    m_frameOfPupil = -1;
    std::vector<int> frame;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        if (plan.columns[i].time != TableColumn::Time::None || plan.columns[i].place != TableColumn::Place::None)
            frame.push_back(static_cast<int>(i));
    }
    m_frameCells.watch(std::move(frame));
}

std::size_t LongTable::fieldOf(const Row& row, CellNotes& notes)
{
    const LongForm& form = m_plan->longForm;
    m_fieldKey.truncate(0);
    m_fieldKey.append(row.bytes(form.item)).append('\n').append(row.bytes(form.collection));
    if (const auto known = m_fieldPlaces.constFind(m_fieldKey); known != m_fieldPlaces.cend())
        return *known;
    m_fields.push_back(makeField(row.text(form.item, notes).trimmed(), row.text(form.collection, notes).trimmed()));
    m_fieldPlaces.insert(QByteArray(m_fieldKey.constData(), m_fieldKey.size()), m_fields.size() - 1);
    return m_fields.size() - 1;
}

LongTable::Field LongTable::makeField(const QString& name, const QString& collection)
{
    Field field;
    field.name = name;
    if (name.isEmpty())
        return field;
    const TablePlan plan = planTable({name});
    field.aboutOthers = plan.columns.front().aboutOthers;
    field.place = plan.columns.front().place;
    field.collection = catalogue::collection(collection) ? collection : QString();
    const auto candidates = candidatesFor(name, field.collection);
    if (!candidates.empty()) {
        const catalogue::Candidate& likeliest = candidates.front();
        const catalogue::Item found = catalogue::item(likeliest.item);
        field.item = found.name;
        field.dataset = found.dataset;
        field.year = likeliest.year;
        field.term = likeliest.term;
        field.aboutOthers = field.aboutOthers || found.aboutOthers;
        if (field.collection.isEmpty())
            field.collection = found.collection;
    }
    if (field.collection.isEmpty())
        field.collection = u"OTHER"_s;
    if (!field.year)
        field.suffix = plan.groups.front().suffix;
    return field;
}

// The entry that a value of this field belongs to, by the field's and the frame's time and place.
std::size_t LongTable::entryFor(const Field& field, int pupil)
{
    record::Entry entry;
    entry.collection = field.collection;
    entry.dataset = field.dataset;
    entry.year = field.year ? field.year : m_frame.year;
    entry.term = field.term != catalogue::Term::None ? field.term : m_frame.term;
    entry.date = m_frame.date;
    entry.establishment = m_frame.establishment;
    const QString key = QString::number(pupil) + u'|' + field.collection + u'|' + field.dataset + u'|' +
                        (entry.year ? entry.year->text() : field.suffix) + u'|' + QString::number(static_cast<int>(entry.term)) + u'|' +
                        entry.date.toString(Qt::ISODate) + u'|' + entry.establishment;
    if (const auto place = m_places.constFind(key); place != m_places.cend())
        return *place;
    m_places.insert(key, m_gathered.size());
    m_keys.push_back(key);
    m_gathered.push_back({pupil, std::move(entry)});
    m_schools.emplace_back();
    return m_gathered.size() - 1;
}

LongTable::Taken LongTable::take(const Row& row, int pupil, CellNotes& notes)
{
    const std::size_t number = fieldOf(row, notes);
    const Field& field = m_fields[number];
    if (field.name.isEmpty())
        return Taken::NoField;
    if (++m_values > mostValues)
        return Taken::TooMany;
    if (field.aboutOthers && !m_otherPeopleToo)
        return Taken::OfOthers;
    const bool sameFrame = m_frameCells.columns().empty() ? m_frameOfPupil >= 0 : m_frameCells.sameIn(row);
    if (!sameFrame)
        m_frame = m_entries->frameOf(row, *m_place, notes);
    if (!sameFrame || m_frameOfPupil != pupil)
        m_placeOfField.assign(m_fields.size(), SIZE_MAX);
    m_frameOfPupil = pupil;
    m_placeOfField.resize(m_fields.size(), SIZE_MAX);
    std::size_t& at = m_placeOfField[number];
    if (at == SIZE_MAX)
        at = entryFor(field, pupil);
    if (m_namesNobody) {
        const QString told = m_keys[static_cast<qsizetype>(at)] + u'|' + field.name;
        m_saidTwice = m_saidTwice || m_said.contains(told);
        m_said.insert(told);
    }
    const int value = m_plan->longForm.value;
    QString says = row.text(value, notes);
    if (field.place != TableColumn::Place::None)
        m_schools[at].take(field.place, says.trimmed());
    m_gathered[at].entry.values.push_back({{}, field.name, field.item, std::move(says), locatorOf(row, *m_place, value)});
    return Taken::Value;
}

// A table without a column for the school may name it in rows of its own, some in another dataset of the same
// collection and time. Where those name two schools, nobody can tell which value came from which.
void LongTable::nameSchools()
{
    const auto timeOf = [](const Gathered& one) {
        const record::Entry& entry = one.entry;
        const QString key = QString::number(one.pupil) + u'|' + entry.collection + u'|' + (entry.year ? entry.year->text() : QString()) +
                            u'|' + QString::number(static_cast<int>(entry.term)) + u'|' + entry.date.toString(Qt::ISODate);
        return key;
    };
    QHash<QString, QString> named; // empty: two schools
    for (std::size_t i = 0; i < m_gathered.size(); ++i) {
        record::Entry& entry = m_gathered[i].entry;
        const QString said = m_schools[i].best();
        if (!entry.establishment.isEmpty() || said.isEmpty() || !entry.year)
            continue;
        const auto known = named.find(timeOf(m_gathered[i]));
        const bool disagree = m_schools[i].disagree();
        if (!disagree)
            entry.establishment = said;
        if (known == named.end())
            named.insert(timeOf(m_gathered[i]), disagree ? QString() : said);
        else if (disagree || *known != said)
            known->clear();
    }
    if (named.isEmpty())
        return;
    for (Gathered& one : m_gathered)
        if (one.entry.establishment.isEmpty() && one.entry.year)
            one.entry.establishment = named.value(timeOf(one));
}

std::vector<LongTable::Gathered> LongTable::finishSheet()
{
    nameSchools();
    m_schools.clear();
    m_keys.clear();
    m_places.clear();
    m_placeOfField.clear();
    m_frameOfPupil = -1;
    return std::exchange(m_gathered, {});
}

} // namespace readers
