// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"

#include "catalogue/cohorts.h"
#include "catalogue/collections.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// Stages that everybody reaches at one age. Exams and courses after 14 are taken at many.
bool hasOneAge(QStringView collection)
{
    for (const auto key : {"EYFSP"_L1, "PHON"_L1, "KS1"_L1, "MTC"_L1, "KS2"_L1, "Y7"_L1, "KS3"_L1})
        if (collection == key)
            return true;
    return false;
}

// Exams are taken again at any age, and early by a few; nobody takes them at primary school.
bool hasFirstAge(QStringView collection)
{
    return hasOneAge(collection) || collection == "KS4"_L1 || collection == "KS5"_L1;
}

bool isResult(const ResultValue& result)
{
    return result.kind == ResultKind::Graded || result.kind == ResultKind::Below;
}

QString number(double value) { return QString::number(value); }

std::vector<record::ValueId> idsOf(const std::vector<const ResultValue*>& results)
{
    std::vector<record::ValueId> ids;
    ids.reserve(results.size());
    for (const ResultValue* result : results)
        ids.push_back(result->value->id);
    return ids;
}

void checkScales(const Evidence& evidence, Notes& notes)
{
    for (const Seen& seen : evidence.entries()) {
        if (!seen.moment)
            continue;
        for (const Told& told : seen.told) {
            const auto value = numberIn(told.raw);
            if (!value || !told.field->item)
                continue;
            const catalogue::Scale* scale = catalogue::scaleOf(*told.field->item, seen.moment->year, told.value->raw);
            if (!scale || !scale->minimum || !scale->maximum || (*value >= *scale->minimum && *value <= *scale->maximum)
                || catalogue::stepOf(*scale, told.value->raw))
                continue;
            notes.add("result-outside-scale"_L1,
                      {placeOf(*seen.entry), told.raw, told.field->title, number(*scale->minimum), number(*scale->maximum)},
                      Tolds{&told});
        }
    }
}

void checkStages(const Evidence& evidence, Notes& notes)
{
    using Stage = std::pair<QString, int>;
    std::map<Stage, std::vector<const ResultValue*>> stages;
    for (const ResultValue& result : evidence.results())
        if (isResult(result) && hasFirstAge(result.entry->collection))
            stages[{result.entry->collection, result.year.start}].push_back(&result);
    for (const auto& [stage, results] : stages) {
        const ResultValue& first = *results.front();
        // Phonics was taken in the autumn of 2020 by those who should have been tested the summer before.
        const bool cancelled = catalogue::collectedIn(stage.first, first.year) == catalogue::YearState::Cancelled;
        if (cancelled && !(stage.first == "PHON"_L1 && stage.second == 2020))
            notes.add("result-year-cancelled"_L1, {placeOf(*first.entry), first.value->raw.trimmed(), first.subject}, idsOf(results));
        const catalogue::Collection* collection = catalogue::collection(stage.first);
        if (!collection || !evidence.born().isValid() || collection->ageFrom <= 0)
            continue;
        const int age = catalogue::ageAtStart(evidence.born(), first.year);
        if (age < collection->ageFrom - evidence.limit("result-stage-early"_L1))
            notes.add("result-stage-early"_L1, {placeOf(*first.entry), number(age)}, idsOf(results));
        else if (hasOneAge(stage.first) && age > collection->ageTo + evidence.limit("result-stage-late"_L1))
            notes.add("result-stage-late"_L1, {placeOf(*first.entry), number(age)}, idsOf(results));
    }
}

// Totals of the tables and what they are made of.
struct Total {
    QLatin1StringView total;
    std::vector<QLatin1StringView> parts;
};

void checkTotals(const Evidence& evidence, Notes& notes)
{
    static const std::array totals{
        Total{"FSP_PSE_TOTAL"_L1, {"FSP_PSE_AS1"_L1, "FSP_PSE_AS2"_L1, "FSP_PSE_AS3"_L1}},
        Total{"FSP_CLL_TOTAL"_L1, {"FSP_CLL_AS1"_L1, "FSP_CLL_AS2"_L1, "FSP_CLL_AS3"_L1, "FSP_CLL_AS4"_L1}},
        Total{"FSP_PSRN_TOTAL"_L1, {"FSP_PSRN_AS1"_L1, "FSP_PSRN_AS2"_L1, "FSP_PSRN_AS3"_L1}},
        Total{"FSP_EYFSP_TOTAL"_L1,
              {"FSP_PSE_TOTAL"_L1, "FSP_CLL_TOTAL"_L1, "FSP_PSRN_TOTAL"_L1, "FSP_RKUW"_L1, "FSP_RIPD"_L1, "FSP_RICD"_L1}},
        Total{"KS2_MATTOTMRK"_L1, {"KS2_MATAMRK"_L1, "KS2_MATBMRK"_L1, "KS2_MATMENTMRK"_L1}},
        Total{"KS2_MATMRK"_L1, {"KS2_MATARITHMRK"_L1, "KS2_MATREASMRK"_L1}},
    };
    for (const Seen& seen : evidence.entries()) {
        if (seen.entry->collection != "EYFSP"_L1 && seen.entry->collection != "KS2"_L1)
            continue;
        for (const Total& sum : totals) {
            const Told* total = seen.stem(sum.total);
            const auto said = total ? numberIn(total->raw) : std::nullopt;
            double made = 0;
            Tolds values;
            for (const QLatin1StringView name : sum.parts) {
                const Told* part = seen.stem(name);
                const auto mark = part ? numberIn(part->raw) : std::nullopt;
                if (!mark)
                    break;
                made += *mark;
                values.push_back(part);
            }
            if (!said || values.size() != sum.parts.size() || made == *said)
                continue;
            values.push_back(total);
            notes.add("result-total"_L1, {placeOf(*seen.entry), total->field->title, number(made), total->raw}, values);
        }
    }
}

// A mark on one side of the bar and the outcome on the other.
struct Outcome {
    QLatin1StringView mark;
    QLatin1StringView outcome;
    double bar = 0;
    QLatin1StringView reached;
    QLatin1StringView missed;
};

void checkOutcomes(Evidence& evidence, Notes& notes)
{
    static constexpr std::array outcomes{
        Outcome{"Phonics_PHONICS_MARK"_L1, "Phonics_PHONICS_OUTCOME"_L1, 32, "Wa"_L1, "Wt"_L1},
        Outcome{"KS2_READSCORE"_L1, "KS2_READOUTCOME"_L1, 100, "AS"_L1, "NS"_L1},
        Outcome{"KS2_MATSCORE"_L1, "KS2_MATOUTCOME"_L1, 100, "AS"_L1, "NS"_L1},
        Outcome{"KS2_GPSSCORE"_L1, "KS2_GPSOUTCOME"_L1, 100, "AS"_L1, "NS"_L1},
    };
    for (const Seen& seen : evidence.entries()) {
        if (seen.entry->collection != "PHON"_L1 && seen.entry->collection != "KS2"_L1)
            continue;
        for (const Outcome& rule : outcomes) {
            const Told* mark = seen.stem(rule.mark);
            const Told* outcome = seen.stem(rule.outcome);
            const auto said = mark ? numberIn(mark->raw) : std::nullopt;
            if (!said || !outcome)
                continue;
            const bool above = *said >= rule.bar;
            const QLatin1StringView against = above ? rule.missed : rule.reached;
            if (outcome->raw.compare(against, Qt::CaseInsensitive) == 0)
                notes.add("result-outcome"_L1, {placeOf(*seen.entry), mark->raw, mark->field->title,
                           wordsOf(evidence.meaning(*outcome), outcome->raw)},
                          Tolds{mark, outcome});
        }
    }
}

// "2" and "2B" are one level, said with and without its letter.
bool fit(const ResultValue& a, const ResultValue& b)
{
    const QString left = a.value->raw.trimmed().toUpper();
    const QString right = b.value->raw.trimmed().toUpper();
    return left == right || (left.size() == 1 && right.startsWith(left) && right.size() == 2)
        || (right.size() == 1 && left.startsWith(right) && left.size() == 2);
}

QString tableOf(const ResultValue& result)
{
    return result.entry->dataset.isEmpty() ? placeOf(*result.entry) : result.entry->dataset;
}

void checkDoubles(const Evidence& evidence, Notes& notes)
{
    using Thing = std::tuple<QString, int, QString, QString, int>;
    std::map<Thing, std::vector<const ResultValue*>> things;
    for (const ResultValue& result : evidence.results())
        if (isResult(result) && hasOneAge(result.entry->collection))
            things[{result.entry->collection, result.year.start, result.subject, result.scale->system, int(result.judgement)}]
                .push_back(&result);
    for (const auto& [thing, results] : things) {
        const ResultValue& first = *results.front();
        for (const ResultValue* other : results) {
            // Two editions of one table are compared as a whole.
            const bool edition = other->entry->dataset == first.entry->dataset && other->entry->document != first.entry->document;
            if (other->entry == first.entry || edition || fit(first, *other))
                continue;
            notes.add("result-conflict"_L1,
                      {placeOf(*first.entry), tableOf(first), first.value->raw.trimmed(), first.subject, tableOf(*other),
                       other->value->raw.trimmed()}, idsOf({&first, other}));
        }
    }
}

void checkRepeats(const Evidence& evidence, Notes& notes)
{
    std::map<qint64, const record::Entry*> entryOf;
    for (const Seen& seen : evidence.entries())
        for (const Told& told : seen.told)
            entryOf.emplace(told.value->id.n, seen.entry);
    std::map<std::pair<qint64, qint64>, bool> noted; // two entries that repeat each other are one finding
    for (const ResultValue& result : evidence.results())
        for (const record::ValueId id : result.also) {
            const auto other = entryOf.find(id.n);
            if (!isResult(result) || other == entryOf.end() || !hasOneAge(result.entry->collection)
                || other->second->document != result.entry->document || other->second->dataset != result.entry->dataset
                || std::exchange(noted[{result.entry->id.n, other->second->id.n}], true))
                continue;
            notes.add("result-duplicate"_L1, {placeOf(*result.entry), result.value->raw.trimmed(), result.subject},
                      std::vector<record::ValueId>{result.value->id, id});
        }
}

} // namespace

void checkResults(Evidence& evidence, Notes& notes)
{
    checkScales(evidence, notes);
    checkStages(evidence, notes);
    checkTotals(evidence, notes);
    checkOutcomes(evidence, notes);
    checkDoubles(evidence, notes);
    checkRepeats(evidence, notes);
}

} // namespace insight
