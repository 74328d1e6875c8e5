// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "base/masked_text.h"
#include "insight/checks/stranger.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// "KS2_FORENAMES", "BasicDetails/MiddleNames", "Sex_ex12": what the heading names, bare and in lower case.
QString bareHeading(const record::Value& value)
{
    static const QRegularExpression prefix(u"^(fsp|phonics|phon|ks[1-5]|mtc|y7|exam|pl|ypmad|ilr|cla|cin|nccis)_"_s);
    QString name = stemOf(value.item.isEmpty() ? value.name : value.item).toLower();
    name = name.mid(name.lastIndexOf(u'/') + 1);
    return name.remove(prefix);
}

Who whoBy(const QString& bare)
{
    static const QHash<QString, Who> names{
        {u"upn"_s, Who::Upn},
        {u"formerupn"_s, Who::FormerUpn},
        {u"uln"_s, Who::Uln},
        {u"uln_census"_s, Who::Uln},
        {u"uniquelearnernumber"_s, Who::Uln},
        {u"uci"_s, Who::Uci},
        {u"surname"_s, Who::Surname},
        {u"familyname"_s, Who::Surname},
        {u"forename"_s, Who::Forename},
        {u"forenames"_s, Who::Forename},
        {u"givennames"_s, Who::Forename},
        {u"sex"_s, Who::Sex},
        {u"gender"_s, Who::Sex},
        {u"gendercurrent"_s, Who::Sex},
        {u"dob"_s, Who::BirthDate},
        {u"dateofbirth"_s, Who::BirthDate},
        {u"personbirthdate"_s, Who::BirthDate},
        {u"yearofbirth"_s, Who::BirthYear},
        {u"monthofbirth"_s, Who::BirthMonth},
    };
    return names.value(bare, Who::None);
}

// Other people's rows inside the pupil's part, where they were taken.
bool isAboutOthers(const record::Value& value, const Field& field)
{
    return (field.item && field.item->aboutOthers) || value.name.contains("Contact"_L1);
}

// Tables beside the censuses repeat the characteristics under the same names.
QString keyOf(const Field& field, const record::Entry& entry)
{
    if (!field.key.isEmpty())
        return field.key;
    // A transfer file says where in its tree the flag stood: "BasicDetails/LookedAfter/InCare".
    if (entry.collection == "CTF"_L1)
        return field.stem.endsWith("/InCare"_L1) ? u"InCare"_s : QString();
    if (entry.collection != "ABS"_L1 && entry.collection != "EXC"_L1)
        return {};
    const CharacteristicName* name = characteristicName(field.stem);
    return name ? QString::fromUtf16(name->key) : QString();
}

bool sameText(QStringView a, QLatin1StringView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

} // namespace

const Told* Seen::key(QLatin1StringView wanted) const
{
    const auto found = std::find_if(told.begin(), told.end(), [&](const Told& one) { return one.key == wanted; });
    return found == told.end() ? nullptr : &*found;
}

const Told* Seen::who(Who wanted) const
{
    const auto found = std::find_if(told.begin(), told.end(), [&](const Told& one) { return one.who == wanted; });
    return found == told.end() ? nullptr : &*found;
}

const Told* Seen::stem(QLatin1StringView wanted) const
{
    const auto found =
        std::find_if(told.begin(), told.end(), [&](const Told& one) { return sameText(one.field->stem, wanted); });
    return found == told.end() ? nullptr : &*found;
}

bool Seen::onRoll() const
{
    if (entry->dataset.contains("NoLongerOnRoll"_L1, Qt::CaseInsensitive))
        return false;
    if (const Told* table = stem("SourceTable"_L1); table && table->raw.contains("NoLonger"_L1, Qt::CaseInsensitive))
        return false;
    const Told* flag = stem("OnRoll"_L1);
    return !flag || yesOrNo(flag->raw).value_or(true);
}

Evidence::Evidence(const record::Record& record, const record::Decisions& decisions, QDate today,
                   const SchoolLookup& schools)
    : m_record(record), m_decisions(decisions), m_today(today), m_schools(schools), m_own(record, decisions)
{
    m_entries.reserve(m_own.all().size());
    for (const record::Entry* entry : m_own.all())
        m_entries.push_back(see(*entry));
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Seen& a, const Seen& b) {
        const QDate left = a.moment ? a.moment->span.from : QDate(9999, 1, 1);
        const QDate right = b.moment ? b.moment->span.from : QDate(9999, 1, 1);
        return left < right;
    });
    partStrangers();
    index();
}

Seen Evidence::see(const record::Entry& entry)
{
    Seen seen{&entry, momentOf(entry), {}};
    const QString masked = base::maskedWhole();
    seen.told.reserve(entry.values.size());
    for (const record::Value& value : entry.values) {
        const QString raw = value.raw.trimmed();
        // What is hidden from the reader is hidden from the checks: their words must not tell it.
        if (raw.isEmpty() || raw == masked)
            continue;
        const Field& field = m_fields.of(entry, value);
        Who who = whoBy(bareHeading(value));
        if (who != Who::None && isAboutOthers(value, field))
            who = Who::None;
        seen.told.push_back({&entry, &value, &field, who, raw, seen.moment ? seen.moment->span.from : QDate(),
                             keyOf(field, entry)});
    }
    return seen;
}

void Evidence::partStrangers()
{
    const std::unordered_set<record::EntryId> strange = strangersAmong(m_entries, m_record.person);
    if (strange.empty())
        return;
    const auto first = std::stable_partition(m_entries.begin(), m_entries.end(),
                                             [&](const Seen& seen) { return !strange.contains(seen.entry->id); });
    m_strangers.assign(std::make_move_iterator(first), std::make_move_iterator(m_entries.end()));
    m_entries.erase(first, m_entries.end());
}

void Evidence::index()
{
    std::unordered_set<const record::Entry*> own;
    for (const Seen& seen : m_entries) {
        own.insert(seen.entry);
        const bool describes = describesPupil(seen.entry->collection);
        for (const Told& told : seen.told) {
            if (told.who != Who::None)
                m_told[int(told.who)].push_back(&told);
            if (describes && !told.key.isEmpty() && told.from.isValid())
                m_readings[told.key].push_back(&told);
        }
    }
    m_results = readResults(m_own, m_fields);
    std::erase_if(m_results, [&](const ResultValue& result) { return !own.contains(result.entry); });
}

const Tolds& Evidence::readings(const QString& key) const
{
    static const Tolds none;
    const auto found = m_readings.constFind(key);
    return found == m_readings.constEnd() ? none : *found;
}

const Tolds& Evidence::told(Who who) const
{
    static const Tolds none;
    const auto found = m_told.constFind(int(who));
    return found == m_told.constEnd() ? none : *found;
}

const catalogue::Meaning& Evidence::meaning(const Told& told)
{
    return m_fields.meaning(*told.field, *told.entry, told.value->raw);
}

const registry::School* Evidence::school(const QString& number, QDate day) const
{
    return m_schools ? m_schools(number, day) : nullptr;
}

const std::vector<AbsenceRow>& Evidence::absence()
{
    if (!m_absence) {
        std::vector<const record::Entry*> entries;
        entries.reserve(m_entries.size());
        for (const Seen& seen : m_entries)
            entries.push_back(seen.entry);
        m_absence = absenceRows(entries, m_fields);
    }
    return *m_absence;
}

double Evidence::limit(QLatin1StringView rule) const
{
    for (const record::Limit& limit : m_decisions.limits)
        if (limit.rule == rule)
            return limit.value;
    const RuleRow* row = ruleRow(QString(rule));
    return row ? row->limit : 0;
}

QString titleOf(const Told& told)
{
    return told.field->title.isEmpty() ? told.value->name : told.field->title;
}

std::optional<bool> yesOrNo(const QString& raw)
{
    for (const auto yes : {"1"_L1, "Y"_L1, "YES"_L1, "T"_L1, "TRUE"_L1})
        if (sameText(raw, yes))
            return true;
    for (const auto no : {"0"_L1, "N"_L1, "NO"_L1, "F"_L1, "FALSE"_L1})
        if (sameText(raw, no))
            return false;
    return {};
}

std::optional<double> numberIn(const QString& raw)
{
    bool isNumber = false;
    const double number = raw.trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::vector<record::ValueId> idsOf(const Tolds& values)
{
    std::vector<record::ValueId> ids;
    ids.reserve(values.size());
    for (const Told* told : values)
        ids.push_back(told->value->id);
    return ids;
}

QString bareName(const QString& name)
{
    QString bare = record::comparableName(name);
    bare.remove(u' ');
    return bare;
}

} // namespace insight
