// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/value_story.h"

#include "catalogue/cohorts.h"
#include "catalogue/collections.h"
#include "catalogue/tiers.h"
#include "insight/readings.h"
#include "insight/result_reading.h"
#include "insight/subject_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

int ageOn(QDate born, QDate day)
{
    const bool hadBirthday = QDate(day.year(), born.month(), 1).addDays(born.day() - 1) <= day;
    return day.year() - born.year() - (hadBirthday ? 0 : 1);
}

QString whenOf(const record::Entry& entry, Fields& fields, QDate born)
{
    QStringList parts{collectionMoment(entry)};
    const auto moment = momentOf(entry);
    if (!moment)
        return parts.front();
    QString group = taughtGroup(entry, fields);
    if (group.isEmpty() && born.isValid())
        group = catalogue::yearGroupText(catalogue::yearGroup(born, moment->year));
    if (!group.isEmpty())
        parts << group;
    if (born.isValid() && moment->span.from >= born) {
        // A whole year's entry is dated by its end: Key Stage 2 is taken at 11, not at 10.
        const bool wholeYear = moment->term == catalogue::Term::None && moment->span.from != moment->span.to;
        const int age = wholeYear ? catalogue::ageAtStart(born, moment->year) + 1 : ageOn(born, moment->span.from);
        parts << tr("age %1").arg(age);
    }
    return parts.join(u", "_s);
}

QString yearsOf(const catalogue::Item& item)
{
    if (item.first && item.last)
        return *item.first == *item.last ? tr("collected %1").arg(item.first->text())
                                         : tr("collected %1 to %2").arg(item.first->text(), item.last->text());
    if (item.first)
        return tr("collected from %1").arg(item.first->text());
    return {};
}

void fillFromDictionary(ValueStory& story, const catalogue::Item& item)
{
    using catalogue::Grading;
    story.item = item.name;
    story.dictionary = item.meaning;
    story.dictionarySource = item.meaningSource;
    story.years = yearsOf(item);
    story.tier = item.tier;
    story.tierWords = catalogue::gradeWords(Grading::Tier, item.tier).meaning;
    story.identificationRisk = item.identificationRisk;
    story.riskWords = catalogue::gradeWords(Grading::Risk, item.identificationRisk).meaning;
    story.sensitivity = item.sensitivity;
    story.sensitivityWords = catalogue::gradeWords(Grading::Sensitivity, item.sensitivity).meaning;
}

void fillFromDocuments(ValueStory& story, const record::Record& record, const record::Entry& entry,
                       const record::Value& value)
{
    story.locator = value.where.text();
    story.writtenIn = entry.writtenIn;
    if (const record::Document* document = record.document(entry.document)) {
        story.document = document->name;
        story.sha256 = document->sha256;
        story.importedAt = document->importedAt;
    }
    for (const record::Witness& witness : entry.witnesses) {
        const record::Document* document = record.document(witness.document);
        story.witnesses.push_back({document ? document->name : QString(), witness.where.text(), witness.agrees});
    }
}

bool carries(const ReleaseExposure& exposure, record::ValueId id)
{
    return exposure.verdict != Verdict::No
        && std::find(exposure.values.begin(), exposure.values.end(), id) != exposure.values.end();
}

} // namespace

std::optional<ValueStory> valueStory(const record::Record& record, record::ValueId id,
                                     const std::vector<ReleaseExposure>& exposure)
{
    const record::Entry* entry = record.entryOf(id);
    const record::Value* value = record.value(id);
    if (!entry || !value)
        return {};
    Fields fields;
    const Field& field = fields.of(*entry, *value);
    const catalogue::Meaning& meaning = fields.meaning(field, *entry, value->raw);
    const auto moment = momentOf(*entry);

    ValueStory story;
    story.value = id;
    story.title = field.title;
    story.when = whenOf(*entry, fields, record.person.born);
    story.collectionKey = entry->collection;
    story.collectionName = catalogue::collectionName(entry->collection);
    if (moment)
        story.year = moment->year;
    story.term = entry->term;
    story.date = entry->date;
    story.raw = value->raw;
    story.meaning = meaning.text;
    story.meaningKnown = meaning.known;
    story.meaningSource = meaning.source;
    story.item = value->item;
    story.alias = value->name;
    story.locates = field.locates;
    story.establishment = entry->establishment;
    if (field.item) {
        fillFromDictionary(story, *field.item);
        if (field.key.isEmpty() && catalogue::scaleOf(*field.item, story.year, value->raw))
            story.title = subjectName(*field.item);
    }
    fillFromDocuments(story, record, *entry, *value);

    const QString key = keyInEntry(*entry, *value, fields);
    if (!key.isEmpty()) {
        for (Characteristic& characteristic : readCharacteristics(OwnEntries(record, {}), fields)) {
            if (characteristic.key != key)
                continue;
            story.title = characteristic.title;
            story.readings = std::move(characteristic.readings);
        }
    }
    for (const ReleaseExposure& one : exposure)
        if (carries(one, id))
            story.releases << one.release.reference;
    return story;
}

} // namespace insight
