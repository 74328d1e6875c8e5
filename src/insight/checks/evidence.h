// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/absence_rows.h"
#include "insight/checks/finding.h"
#include "insight/fields.h"
#include "insight/result_reading.h"

#include <QHash>

#include <unordered_set>

namespace insight {

// Values that say whose row it is. The dictionary lists them for some tables only, so they are known by heading.
enum class Who { None, Upn, FormerUpn, Uln, Uci, Surname, Forename, Sex, BirthDate, BirthYear, BirthMonth };

// One value as a check sees it.
struct Told {
    const record::Entry* entry = nullptr;
    const record::Value* value = nullptr;
    const Field* field = nullptr;
    Who who = Who::None;
    QString raw; // trimmed; never empty, never masked
    QDate from;  // when it begins to speak of the person; invalid: not known
    QString key; // characteristic, by the names of characteristic_table.h, in whatever table it stands
};
using Tolds = std::vector<const Told*>;

// One entry as a check sees it.
struct Seen {
    const record::Entry* entry = nullptr;
    std::optional<Moment> moment;
    std::vector<Told> told;

    [[nodiscard]] const Told* key(QLatin1StringView key) const;
    [[nodiscard]] const Told* who(Who who) const;
    [[nodiscard]] const Told* stem(QLatin1StringView stem) const; // without term, year and prefix, any case
    [[nodiscard]] bool onRoll() const; // no row of a pupil who has left the school
};

// What the rules look at, made once: entries that are not set aside, in time order. Entries that may be another child's are
// kept apart, or each of them would raise a dozen findings of its own.
class Evidence {
public:
    Evidence(const record::Record& record, const record::Decisions& decisions, QDate today, const SchoolLookup& schools);

    [[nodiscard]] const record::Person& person() const { return m_record.person; }
    [[nodiscard]] QDate born() const { return m_record.person.born; }
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] const std::vector<Seen>& entries() const { return m_entries; }
    [[nodiscard]] const std::vector<Seen>& strangers() const { return m_strangers; } // may be another child's
    // Values of a characteristic in the collections that describe the pupil again and again.
    [[nodiscard]] const Tolds& readings(const QString& key) const;
    [[nodiscard]] const Tolds& told(Who who) const;
    [[nodiscard]] const std::vector<ResultValue>& results() const { return m_results; }
    [[nodiscard]] const catalogue::Meaning& meaning(const Told& told);
    [[nodiscard]] const registry::School* school(const QString& number, QDate day) const;
    [[nodiscard]] double limit(QLatin1StringView rule) const;
    [[nodiscard]] const std::vector<AbsenceRow>& absence(); // read when first asked for

private:
    [[nodiscard]] Seen see(const record::Entry& entry);
    void partStrangers();
    void index();

    const record::Record& m_record;
    const record::Decisions& m_decisions;
    QDate m_today;
    const SchoolLookup& m_schools;
    OwnEntries m_own;
    Fields m_fields;
    std::vector<Seen> m_entries;
    std::vector<Seen> m_strangers;
    QHash<QString, Tolds> m_readings;
    QHash<int, Tolds> m_told;
    std::vector<ResultValue> m_results;
    std::optional<std::vector<AbsenceRow>> m_absence;
};

// Where the rules put what they found.
class Notes {
public:
    // `args` fill the places of the rule's sentence.
    void add(QLatin1StringView rule, const QStringList& args, const Tolds& values,
             const std::vector<record::EntryId>& entries = {});
    void add(QLatin1StringView rule, const QStringList& args, const std::vector<record::ValueId>& values,
             const std::vector<record::EntryId>& entries = {});
    [[nodiscard]] std::vector<Finding> take();

private:
    std::vector<Finding> m_findings;
};

// "the spring census 2009", "“Absence, 2008/09”": ready to stand inside a sentence.
[[nodiscard]] QString placeOf(const record::Entry& entry);
// "the spring census 2009, the spring census 2010 and 3 more": where values stand, each place once.
[[nodiscard]] QString placesOf(const Tolds& values);
[[nodiscard]] QString titleOf(const Told& told); // of the field, or the heading as delivered
// "Yes" or "no" however the tables write it.
[[nodiscard]] std::optional<bool> yesOrNo(const QString& raw);
[[nodiscard]] std::optional<double> numberIn(const QString& raw);
// Letters and digits alone, folded: "O'Brien" is "obrien".
[[nodiscard]] QString bareName(const QString& name);
[[nodiscard]] QString dayText(QDate day); // "14 October 2001"

[[nodiscard]] std::vector<record::ValueId> idsOf(const Tolds& values);

// One for each family.
void checkIdentifiers(Evidence& evidence, Notes& notes);
void checkFixed(Evidence& evidence, Notes& notes);
void checkEthnicity(Evidence& evidence, Notes& notes);
void checkMixUp(Evidence& evidence, Notes& notes);
void checkNationality(Evidence& evidence, Notes& notes);
void checkAges(Evidence& evidence, Notes& notes);
void checkSchools(Evidence& evidence, Notes& notes);
void checkMoves(Evidence& evidence, Notes& notes);
void checkDates(Evidence& evidence, Notes& notes);
void checkCodes(Evidence& evidence, Notes& notes);
void checkSpecialNeeds(Evidence& evidence, Notes& notes);
void checkMeals(Evidence& evidence, Notes& notes);
void checkCare(Evidence& evidence, Notes& notes);
void checkAttendance(Evidence& evidence, Notes& notes);
void checkAbsenceReasons(Evidence& evidence, Notes& notes);
void checkExclusions(Evidence& evidence, Notes& notes);
void checkResults(Evidence& evidence, Notes& notes);
void checkGoodLevel(Evidence& evidence, Notes& notes);
void checkDisagreements(Evidence& evidence, Notes& notes);
void checkWrittenIn(Evidence& evidence, Notes& notes);

} // namespace insight
