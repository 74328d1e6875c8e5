// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"
#include "register/shelf.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// One entry's word that the person was at a school.
struct Attended {
    catalogue::DateSpan span;
    QString school;      // as delivered
    QDate entered;       // invalid: not stated
    QDate left;
    record::ValueId first; // a value of the entry, for identity and for the inspector
    QDate read;            // the census day where the file states it, else where its term begins
};

const record::Value* valueWithRole(const record::Entry& entry, Fields& fields, FieldRole role)
{
    for (const record::Value& value : entry.values)
        if (fields.of(entry, value).role == role)
            return &value;
    return nullptr;
}

// A school number is the value that names the place; without it the first value stands for the entry.
record::ValueId identityOf(const record::Entry& entry, Fields& fields)
{
    for (const record::Value& value : entry.values)
        if (value.raw == entry.establishment && fields.of(entry, value).locates)
            return value.id;
    return entry.values.front().id;
}

QDate dayOrUndated(const record::Entry& entry, const record::Value* value, LaneInput& input)
{
    if (!value || value->raw.trimmed().isEmpty())
        return {};
    const QDate day = readDay(value->raw);
    if (!day.isValid())
        input.undated.push_back({value->id, input.fields.of(entry, *value).title,
                                 QCoreApplication::translate("insight", "it is not a day that can be: %1")
                                     .arg(value->raw)});
    return day;
}

std::vector<Attended> attendedSchools(LaneInput& input)
{
    std::vector<Attended> attended;
    for (const record::Entry* entry : input.entries.all()) {
        if (!describesPupil(entry->collection) || entry->values.empty())
            continue;
        const record::Value* entered = valueWithRole(*entry, input.fields, FieldRole::EntryDate);
        const record::Value* left = valueWithRole(*entry, input.fields, FieldRole::LeavingDate);
        const QDate enteredDay = dayOrUndated(*entry, entered, input);
        const QDate leftDay = dayOrUndated(*entry, left, input);
        const auto moment = momentOf(*entry);
        if (entry->establishment.isEmpty() || !moment)
            continue;
        attended.push_back({moment->span, entry->establishment, enteredDay, leftDay, identityOf(*entry, input.fields),
                            readOn(*entry, moment->span)});
    }
    std::stable_sort(attended.begin(), attended.end(),
                     [](const Attended& a, const Attended& b) { return a.span.from < b.span.from; });
    return attended;
}

QString sameSchool(const QString& establishment)
{
    const QString plain = registry::plainSchoolNumber(establishment);
    return plain.isEmpty() ? establishment : plain;
}

// A school's own date of entry begins the span, unless another school was read after it: a school that became another
// kept the old date.
Mark begun(const QString& lane, const Attended& next, QDate readSoFar)
{
    Mark mark;
    mark.key = markKey(lane, next.first);
    mark.fromKnown = next.entered.isValid() && next.entered <= next.span.to
        && !(readSoFar.isValid() && next.entered.addMonths(1) < readSoFar);
    mark.from = mark.fromKnown ? next.entered : next.span.from;
    mark.toKnown = next.left.isValid() && next.left >= mark.from;
    mark.to = mark.toKnown ? next.left : next.span.to;
    mark.label = schoolName(next.school, next.span.from);
    // The lane is called School: in a narrow span the word can go.
    if (mark.label.endsWith(u" School"_s))
        mark.shortLabel = mark.label.chopped(7);
    mark.code = next.school;
    mark.values.push_back(next.first);
    mark.readings.push_back(next.read);
    return mark;
}

void extend(Mark& mark, const Attended& next)
{
    mark.values.push_back(next.first);
    mark.readings.insert(std::upper_bound(mark.readings.begin(), mark.readings.end(), next.read), next.read);
    if (next.left.isValid() && next.left >= mark.from) {
        mark.to = next.left;
        mark.toKnown = true;
    } else if (!mark.toKnown || next.span.from > mark.to) {
        mark.to = std::max(mark.to, next.span.to);
        mark.toKnown = false;
    }
}

// A later reading joins the span before it when it is at most a school year further on, or when its own date of
// entry lies inside: then the school itself says that the time between was spent there.
bool joins(const Mark& mark, const Attended& next)
{
    if (next.entered.isValid() && next.entered <= mark.to)
        return true;
    return catalogue::AcademicYear::of(next.span.from).start - catalogue::AcademicYear::of(mark.to).start <= 1;
}

} // namespace

QString schoolName(const QString& establishment, QDate day)
{
    const registry::School* school = registry::knownSchool(establishment, day);
    return school ? school->name : establishment;
}

QDate readOn(const record::Entry& entry, const catalogue::DateSpan& span)
{
    return entry.date.isValid() && span.from <= entry.date && entry.date <= span.to ? entry.date : span.from;
}

QString markKey(const QString& lane, record::ValueId first)
{
    return QString(lane + u'#' + QString::number(first.n));
}

std::vector<Lane> schoolLanes(LaneInput& input)
{
    Lane lane{u"school"_s, QCoreApplication::translate("insight", "School"), LaneGroup::School, {}, true};
    QHash<QString, std::size_t> open; // last span of each school
    QDate readSoFar;                  // to which any school was read
    for (const Attended& next : attendedSchools(input)) {
        const QString school = sameSchool(next.school);
        const auto before = open.constFind(school);
        if (before != open.constEnd() && joins(lane.marks[*before], next)) {
            extend(lane.marks[*before], next);
        } else {
            open.insert(school, lane.marks.size());
            lane.marks.push_back(begun(lane.key, next, readSoFar));
            lane.marks.back().changed = lane.marks.size() > 1;
        }
        readSoFar = std::max(readSoFar, next.span.to);
    }
    if (lane.marks.empty())
        return {};
    return {std::move(lane)};
}

} // namespace insight
