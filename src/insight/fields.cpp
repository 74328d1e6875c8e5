// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/fields.h"

#include "catalogue/cohorts.h"
#include "catalogue/coverage_rules.h"
#include "catalogue/collections.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

LaneGroup groupOf(const record::Entry& entry, const catalogue::Item& item)
{
    if (entry.collection == "CLA"_L1 || entry.collection == "CIN"_L1)
        return LaneGroup::Care;
    if (item.category.contains("Special educational needs"_L1))
        return LaneGroup::SpecialNeeds;
    if (item.category.contains("School registration"_L1))
        return LaneGroup::School;
    return LaneGroup::Characteristics;
}

void nameCharacteristic(Field& field, const record::Entry& entry)
{
    const CharacteristicName* name = characteristicName(field.stem);
    if (!name && field.item)
        for (const QString& other : field.item->otherNames)
            if (!name)
                name = characteristicName(stemOf(other));
    if (name) {
        const CharacteristicName* first = characteristicOfKey(QStringView(name->key));
        field.key = QString::fromUtf16(name->key);
        field.title = tr(first->title);
        field.group = first->group;
        field.lane = first->lane;
        field.hard = first->hard;
        if (name->standsInFor)
            field.standsInFor = QString::fromUtf16(name->standsInFor);
        return;
    }
    if (!field.item || entry.collection == "CTF"_L1)
        return;
    field.key = field.stem;
    field.group = groupOf(entry, *field.item);
    field.hard = field.group == LaneGroup::Care;
    field.lane = field.hard && !field.item->codeSet.isEmpty();
}

FieldRole roleOf(const QString& stem)
{
    const auto is = [&](QLatin1StringView name) { return stem.compare(name, Qt::CaseInsensitive) == 0; };
    if (is("EntryDate"_L1) || is("DateOfJoining"_L1))
        return FieldRole::EntryDate;
    if (is("LeavingDate"_L1) || is("DateOfLeavingSch"_L1))
        return FieldRole::LeavingDate;
    if (stem.contains("Flag"_L1))
        return FieldRole::None;
    for (const auto start : {"SessionsPossible"_L1, "OverallAbsence"_L1, "AuthorisedAbsence"_L1,
                             "SessionsAuthorised"_L1, "UnauthorisedAbsence"_L1, "SessionsUnauthorised"_L1})
        if (stem.startsWith(start, Qt::CaseInsensitive))
            return FieldRole::Sessions;
    return absenceReasonLetter(stem).isEmpty() ? FieldRole::None : FieldRole::AbsenceReason;
}

Field describe(const record::Entry& entry, const record::Value& value)
{
    Field field;
    if (!value.item.isEmpty()) {
        auto id = catalogue::itemNamed(value.item, entry.collection);
        if (!id)
            id = catalogue::itemNamed(value.item);
        if (id)
            field.item = catalogue::item(*id);
    }
    field.stem = stemOf(value.item.isEmpty() ? value.name : value.item);
    field.role = roleOf(field.stem);
    field.locates = field.item && field.item->locates;
    field.schoolType = catalogue::isSchoolType(value.item.isEmpty() ? value.name : value.item);
    if (describesPupil(entry.collection) && !isIdentityStem(field.stem))
        nameCharacteristic(field, entry);
    if (field.title.isEmpty() && field.item)
        field.title = field.item->meaning;
    if (field.title.isEmpty())
        field.title = field.stem.isEmpty() ? value.name : field.stem;
    return field;
}

} // namespace

const Field& Fields::of(const record::Entry& entry, const record::Value& value)
{
    const std::ptrdiff_t place = &value - entry.values.data();
    return *rowOf(entry)[std::size_t(place)];
}

const Fields::Row& Fields::rowOf(const record::Entry& entry)
{
    if (m_lastEntry == &entry)
        return *m_lastRow;
    auto [found, fresh] = m_rows.try_emplace(&entry);
    if (fresh) {
        found->second.reserve(entry.values.size());
        for (const record::Value& value : entry.values)
            found->second.push_back(&lookUp(entry, value));
    }
    m_lastEntry = &entry;
    m_lastRow = &found->second;
    return *m_lastRow;
}

const Field& Fields::lookUp(const record::Entry& entry, const record::Value& value)
{
    const Key key{entry.collection, value.item.isEmpty() ? value.name : value.item};
    auto found = m_fields.find(key);
    if (found == m_fields.end())
        found = m_fields.insert(key, std::make_shared<const Field>(describe(entry, value)));
    return **found;
}

const catalogue::Meaning& Fields::meaning(const Field& field, const record::Entry& entry, const QString& raw)
{
    auto year = entry.year;
    if (!year && entry.date.isValid())
        year = catalogue::AcademicYear::of(entry.date);
    const Asked asked{&field, year ? year->start : 0, raw};
    auto found = m_meanings.find(asked);
    if (found == m_meanings.end()) {
        catalogue::Meaning meaning;
        if (field.item)
            meaning = catalogue::meaningOf(*field.item, year, raw);
        if (meaning.text.compare("true"_L1, Qt::CaseInsensitive) == 0)
            meaning.text = tr("Yes");
        else if (meaning.text.compare("false"_L1, Qt::CaseInsensitive) == 0)
            meaning.text = tr("No");
        found = m_meanings.insert(asked, std::make_shared<const catalogue::Meaning>(std::move(meaning)));
    }
    return **found;
}

bool describesPupil(QStringView collection)
{
    for (const auto key : {"SC"_L1, "PRU"_L1, "EYC"_L1, "AP"_L1, "SCADDR"_L1, "CTF"_L1, "CLA"_L1, "CIN"_L1,
                           "NCCIS"_L1, "ISP"_L1})
        if (collection == key)
            return true;
    return false;
}

bool isCensus(QStringView collection)
{
    return collection == "SC"_L1 || collection == "PRU"_L1 || collection == "EYC"_L1 || collection == "AP"_L1;
}

namespace {

// An episode of care, a plan or a course lasts from the entry's day until the last day it names itself.
catalogue::DateSpan spanOf(const record::Entry& entry)
{
    static constexpr QLatin1StringView lastDays[] = {"cla_DATE_EPI_CEASED"_L1, "cla_MIS_END"_L1,       "cla_DOLO_END"_L1,
                                                     "cla_SW_DEC"_L1,          "cla_DATE_PLACED_CEASED"_L1, "CIN_CINClosureDate"_L1,
                                                     "CIN_CINPlanEndDate"_L1,  "CIN_CPPendDate"_L1,    "end_date"_L1};
    const catalogue::DateSpan day{entry.date, entry.date};
    if (entry.collection != "CLA"_L1 && entry.collection != "CIN"_L1 && entry.collection != "ILR"_L1)
        return day;
    for (const record::Value& value : entry.values) {
        if (std::find(std::begin(lastDays), std::end(lastDays), value.item) == std::end(lastDays))
            continue;
        if (const QDate last = readDay(value.raw); last.isValid() && last >= entry.date)
            return {entry.date, last};
    }
    return day;
}

} // namespace

std::optional<Moment> momentOf(const record::Entry& entry)
{
    if (entry.year) {
        if (entry.term == catalogue::Term::None && entry.date.isValid())
            return Moment{*entry.year, entry.term, spanOf(entry)};
        return Moment{*entry.year, entry.term, catalogue::termSpan(*entry.year, entry.term)};
    }
    if (!entry.date.isValid())
        return {};
    return Moment{catalogue::AcademicYear::of(entry.date), entry.term, spanOf(entry)};
}

QString collectionMoment(const record::Entry& entry)
{
    const auto moment = momentOf(entry);
    const bool census = entry.collection == "SC"_L1;
    if (!moment)
        return catalogue::collectionName(entry.collection);
    if (moment->term == catalogue::Term::None)
        return tr("%1, %2").arg(catalogue::collectionName(entry.collection), moment->year.text());
    const int calendar = moment->term == catalogue::Term::Autumn ? moment->year.start : moment->year.start + 1;
    QString term = catalogue::termText(moment->term);
    if (!term.isEmpty())
        term[0] = term[0].toUpper();
    if (census)
        return tr("%1 census %2").arg(term, QString::number(calendar));
    return tr("%1, %2 %3").arg(catalogue::collectionName(entry.collection), catalogue::termText(moment->term),
                               QString::number(calendar));
}

std::optional<int> taughtYearGroup(const record::Entry& entry, Fields& fields)
{
    for (const record::Value& value : entry.values) {
        if (fields.of(entry, value).key != "NCyearActual"_L1)
            continue;
        const QString code = value.raw.trimmed().toUpper();
        bool isNumber = false;
        const int group = code.toInt(&isNumber);
        if (isNumber && group >= 1 && group <= 14)
            return group;
        if (code == "R"_L1)
            return 0;
        // First and second year of nursery or of an early years setting.
        if (code.startsWith(u'N') || code.startsWith(u'E'))
            return code.endsWith(u'1') ? -2 : -1;
    }
    return {};
}

QString taughtGroup(const record::Entry& entry, Fields& fields)
{
    const auto group = taughtYearGroup(entry, fields);
    return group ? catalogue::yearGroupText(*group) : QString();
}

QString absenceReasonLetter(const QString& stem)
{
    static const QRegularExpression reason(u"^(Termly|Annual)Reason([A-Z]{1,2})(_|$)"_s);
    const auto match = reason.match(stem);
    return match.hasMatch() ? match.captured(2) : QString();
}

OwnEntries::OwnEntries(const record::Record& record, const record::Decisions& decisions)
{
    const std::unordered_set<record::EntryId> aside(decisions.setAside.begin(), decisions.setAside.end());
    m_entries.reserve(record.entries.size());
    for (const record::Entry& entry : record.entries)
        if (!aside.contains(entry.id))
            m_entries.push_back(&entry);
}

QString wordsOf(const catalogue::Meaning& meaning, const QString& raw)
{
    return meaning.known && !meaning.text.isEmpty() ? meaning.text : raw;
}

QString shortened(const QString& words)
{
    qsizetype end = words.indexOf(u" ("_s);
    if (end < 0)
        end = words.indexOf(u',');
    return end > 0 ? words.left(end) : QString();
}

bool meansNone(const Field& field, const catalogue::Meaning& meaning, const QString& raw)
{
    const QString words = meaning.text.trimmed().toLower();
    if (meaning.known && !words.isEmpty()) {
        if (words == "no"_L1 || words == tr("No").toLower() || words == "none"_L1 || words == "not eligible"_L1)
            return true;
        return (words.startsWith("no "_L1) && !words.startsWith("no information"_L1)
                && !words.startsWith("no reply"_L1) && !words.startsWith("no data"_L1))
            || words.startsWith("not a "_L1);
    }
    if (!field.item || field.item->dataType.compare("Dichotomous"_L1, Qt::CaseInsensitive) != 0)
        return false;
    const QString code = raw.trimmed().toUpper();
    return code == "0"_L1 || code == "N"_L1 || code == "F"_L1 || code == "FALSE"_L1 || code == "NO"_L1;
}

QDate readDay(const QString& raw)
{
    static const std::array formats{u"yyyy-MM-dd"_s, u"dd/MM/yyyy"_s, u"dd-MM-yyyy"_s, u"yyyyMMdd"_s, u"ddMMyyyy"_s,
                                    u"d/M/yyyy"_s};
    const QString text = raw.trimmed().section(u'T', 0, 0).section(u' ', 0, 0);
    for (const QString& format : formats) {
        const QDate day = QDate::fromString(text, format);
        if (day.isValid() && day.year() > 1900 && day.year() < 2200)
            return day;
    }
    return {};
}

} // namespace insight
