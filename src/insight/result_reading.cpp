// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/result_reading.h"

#include "insight/subject_names.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

bool holdsResults(QStringView collection)
{
    for (const auto key : {"EYFSP"_L1, "PHON"_L1, "KS1"_L1, "KS2"_L1, "Y7"_L1, "KS3"_L1, "KS4"_L1, "KS4AB"_L1,
                           "KS5"_L1, "KS5AB"_L1, "MTC"_L1, "RBA"_L1, "TLEVEL"_L1, "CTF"_L1, "OTHER"_L1, "HESA"_L1})
        if (collection == key)
            return true;
    return false;
}

bool isExam(const catalogue::Scale& scale)
{
    return scale.system.startsWith("GCSE"_L1) || scale.system == "ALEVEL"_L1 || scale.system == "AS_LEVEL"_L1
        || scale.system == "TLEVEL"_L1
        || scale.system.startsWith("BTEC"_L1);
}

// Points and raw marks: their scale is known, but beside the results they would say the same thing twice.
bool isRepeat(const catalogue::Scale& scale)
{
    return scale.system == "ATT8_POINTS_AG"_L1 || scale.system == "KS2_MARK"_L1 || scale.system == "KS2_FINE"_L1;
}

bool isRelative(const Field& field)
{
    static const QRegularExpression names(
        u"^(KS[1-5]_)?(P8(SCORE(_ORIG)?|ENG|MAT|EBAC|OPEN)|(READ|WRIT|MAT)PROGSCORE\\w*|VA\\w*SCORE|C?VASCORE\\w*|"
        "\\w*VASCR\\w*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return names.match(field.stem).hasMatch();
}

// Grades were judged by schools when the exams of these two summers were not held.
bool withoutExams(catalogue::AcademicYear year)
{
    return year.start == 2019 || year.start == 2020;
}

Judgement judgementOf(const record::Entry& entry, const Field& field, const catalogue::Scale& scale,
                      catalogue::AcademicYear year)
{
    if (isExam(scale))
        return withoutExams(year) ? Judgement::CentreAssessed : Judgement::Test;
    if (scale.system.startsWith("PHONICS"_L1) || scale.system.startsWith("MTC"_L1) || scale.system == "KS2_SCALED"_L1
        || scale.system == "KS2_TEST_OUTCOME"_L1 || scale.system == "KS1_SCALED"_L1)
        return Judgement::Test;
    if (scale.system.startsWith("EYFSP"_L1) || scale.system.contains("_TA_20"_L1) || scale.system == "P_SCALE"_L1)
        return Judgement::Teacher;
    static const QRegularExpression teacher(u"(LEVTA|TALEV|TAOUTCOME|SUBTA|TALEVEL)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression task(u"(TST|TSK)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString words = field.item ? field.item->meaning : QString();
    if (words.contains("(TA)"_L1) || words.contains("teacher"_L1, Qt::CaseInsensitive)
        || teacher.match(field.stem).hasMatch())
        return Judgement::Teacher;
    if (scale.system == "KS1_LEVEL"_L1)
        return task.match(field.stem).hasMatch() ? Judgement::Test : Judgement::Teacher;
    const bool testYears = entry.collection == "KS2"_L1 || entry.collection == "Y7"_L1
        || (entry.collection == "KS3"_L1 && year.start <= 2007);
    return testYears ? Judgement::Test : Judgement::None;
}

// "3510" of a mapping column, "500/4234/5" of a qualification: numbers of lists that no published table prints.
bool isBareCode(const QString& words)
{
    return std::all_of(words.begin(), words.end(), [](QChar c) { return c.isDigit() || c == u'/'; });
}

// A row of an exam table: the grade's subject stands in a neighbour.
QString subjectBeside(const record::Entry& entry, Fields& fields, bool& coded)
{
    for (const auto name : {"SUBJECT"_L1, "TITLE"_L1, "QUALIFICATION"_L1, "MAPPING"_L1, "QAN"_L1})
        for (const record::Value& value : entry.values) {
            if (value.raw.trimmed().isEmpty())
                continue;
            const Field& field = fields.of(entry, value);
            if (!field.stem.contains(name, Qt::CaseInsensitive) && !value.name.contains(name, Qt::CaseInsensitive))
                continue;
            const QString words = wordsOf(fields.meaning(field, entry, value.raw), value.raw.trimmed());
            coded = isBareCode(words);
            return coded ? QCoreApplication::translate("insight", "A subject with code %1").arg(words) : words;
        }
    return {};
}

bool isGeneric(const Field& field)
{
    static const QRegularExpression generic(u"^(KS[1-5]_)?(GRADE|RESULT|TESTLEV|TALEVEL|SCORE|TAOUTCOME|TESTOUTCOME)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return generic.match(field.stem).hasMatch();
}

// "2C" is a finer step of a plain "2", "P (C core)" of a plain "P".
bool isFinerStepOf(const catalogue::ScaleStep& step, const QString& raw)
{
    if (step.kind != catalogue::StepKind::Result || !step.code.startsWith(raw, Qt::CaseInsensitive))
        return false;
    const bool letter = raw.size() == 1 && raw[0].isDigit() && step.code.size() == 2 && step.code.back().isLetter();
    return letter || QStringView(step.code).mid(raw.size()).startsWith(" ("_L1);
}

// "2" on a ladder with 2C, 2B, 2A: somewhere from the lowest to the highest of them.
bool readPlainStep(ResultValue& result, const QString& raw)
{
    const catalogue::ScaleStep* lowest = nullptr;
    const catalogue::ScaleStep* highest = nullptr;
    for (const catalogue::ScaleStep& step : result.scale->steps) {
        if (!isFinerStepOf(step, raw))
            continue;
        if (!lowest || step.rank < lowest->rank)
            lowest = &step;
        if (!highest || step.rank > highest->rank)
            highest = &step;
    }
    if (!lowest || lowest == highest)
        return false;
    result.step = *lowest;
    result.placeTo = highest->rank;
    return true;
}

// "Has not met the standard", of a subject that is judged by yes and no alone: any step below what was expected. Its own
// place is the highest of those.
void readNotMet(ResultValue& result)
{
    if (!result.step || result.step->kind != catalogue::StepKind::Result || !isNotMet(*result.step))
        return;
    result.placeTo = result.step->rank;
    for (const catalogue::ScaleStep& step : result.scale->steps)
        if (step.kind == catalogue::StepKind::Result)
            result.step->rank = std::min(result.step->rank, step.rank);
}

void readOnScale(ResultValue& result, const Field& field, Fields& fields)
{
    const QString raw = result.value->raw.trimmed();
    result.judgement = judgementOf(*result.entry, field, *result.scale, result.year);
    result.subject = field.item ? subjectName(*field.item) : subjectOfHeading(result.value->name);
    if (!field.item || isGeneric(field))
        if (const QString beside = subjectBeside(*result.entry, fields, result.subjectCoded); !beside.isEmpty())
            result.subject = beside;
    if (isRepeat(*result.scale) || isTotal(result)) {
        result.kind = ResultKind::Other;
        return;
    }
    if (readPlainStep(result, raw)) {
        result.kind = ResultKind::Graded;
        return;
    }
    result.step = catalogue::stepOf(*result.scale, raw);
    if (!result.step) {
        // Why a check was not taken is no mark, whatever letter says it.
        const bool why = field.stem.compare("ReasonNotTakingCheck"_L1, Qt::CaseInsensitive) == 0;
        result.kind = why ? ResultKind::NoResult : ResultKind::Other;
        return;
    }
    readNotMet(result);
    switch (result.step->kind) {
    case catalogue::StepKind::Result:
        result.kind = ResultKind::Graded;
        break;
    case catalogue::StepKind::BelowScale:
        result.kind = ResultKind::Below;
        break;
    case catalogue::StepKind::NoResult:
        result.kind = ResultKind::NoResult;
        break;
    }
}

// The outcome of a test in words, where the score it rests on stands beside it, is no second result: the score tells it.
void foldOutcomes(std::vector<ResultValue>& results)
{
    static constexpr std::array pairs{std::pair{"KS2_TEST_OUTCOME"_L1, "KS2_SCALED"_L1},
                                      std::pair{"PHONICS_OUTCOME"_L1, "PHONICS_MARK"_L1}};
    std::map<std::pair<const record::Entry*, QString>, ResultValue*> scored;
    for (ResultValue& result : results)
        for (const auto& [outcome, score] : pairs)
            if (result.kind == ResultKind::Graded && result.scale->system == score)
                scored.emplace(std::pair{result.entry, outcome + (score == "PHONICS_MARK"_L1 ? QString() : result.subject)}, &result);
    for (ResultValue& result : results) {
        if (!result.scale || result.kind == ResultKind::Other)
            continue;
        const QString subject = result.scale->system == "PHONICS_OUTCOME"_L1 ? QString() : result.subject;
        const auto score = scored.find({result.entry, QString(result.scale->system + subject)});
        if (score == scored.end())
            continue;
        score->second->outcome = result.step;
        result.kind = ResultKind::Other;
    }
}

// A transfer file and the national table say the same result: one result, said twice, the national one first. Two
// that differ both stay.
void joinSameResults(std::vector<ResultValue>& results)
{
    std::map<std::tuple<QString, int, QString, int, QString>, std::size_t> first;
    std::vector<ResultValue> joined;
    joined.reserve(results.size());
    for (ResultValue& result : results) {
        const bool stands = result.kind == ResultKind::Other || result.kind == ResultKind::Relative;
        const auto [place, fresh] = stands
            ? std::pair{first.end(), true}
            : first.emplace(std::tuple{result.scale->system, result.year.start, result.subject,
                                       int(result.judgement), result.value->raw.trimmed()},
                            joined.size());
        if (fresh || joined[place->second].entry == result.entry) {
            joined.push_back(std::move(result));
            continue;
        }
        ResultValue& before = joined[place->second];
        if (before.entry->dataset.startsWith("ctf"_L1) && !result.entry->dataset.startsWith("ctf"_L1)) {
            result.also = std::move(before.also);
            std::swap(before, result);
        }
        before.also.push_back(result.value->id);
    }
    results = std::move(joined);
}

bool looksLikeResult(const record::Entry& entry, const Field& field)
{
    if (!field.item || !field.item->category.startsWith("Attainment"_L1) || isIdentityStem(field.stem)
        || entry.collection == "CTF"_L1)
        return false;
    static const QRegularExpression beside(u"YEAR|SIZE|QAN|MAPPING|ENTR|ENTS|VERSION|AMD"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (beside.match(field.stem).hasMatch())
        return false;
    const QString& category = field.item->category;
    return !category.contains("inclusion"_L1) && !category.contains("flag"_L1, Qt::CaseInsensitive)
        && !field.item->allowedCodes.startsWith("0 = No"_L1)
        && field.item->dataType.compare("Dichotomous"_L1, Qt::CaseInsensitive) != 0;
}

// Tables in no dictionary whose results are on a scale all the same: the names of their columns say which.
struct Unprinted {
    QLatin1StringView collection;
    QLatin1StringView system;
    QLatin1StringView of;    // in the column's name
    QLatin1StringView never; // the parts of a T level are no overall grade, a level with decimals is no level
};
constexpr Unprinted unprinted[] = {
    {"TLEVEL"_L1, "TLEVEL"_L1, "grade|result|outcome"_L1, "core|spec"_L1},
    {"Y7"_L1, "Y7_LEVEL"_L1, "lev"_L1, "fine|mark|mrk|target|prior"_L1},
};

const catalogue::Scale* scaleWithoutItem(const record::Entry& entry, const record::Value& value)
{
    const auto contains = [&value](QLatin1StringView words) {
        return QRegularExpression(words, QRegularExpression::CaseInsensitiveOption).match(value.name).hasMatch();
    };
    for (const Unprinted& table : unprinted) {
        if (entry.collection != table.collection || !contains(table.of) || contains(table.never))
            continue;
        const catalogue::Scale* scale = catalogue::scale(QString(table.system));
        const QString raw = value.raw.trimmed();
        const bool fits = catalogue::stepOf(*scale, raw)
            || std::any_of(scale->steps.begin(), scale->steps.end(),
                           [&raw](const catalogue::ScaleStep& step) { return isFinerStepOf(step, raw); });
        return fits ? scale : nullptr;
    }
    return nullptr;
}

bool isIdentity(const Field& field, const record::Value& value)
{
    QString bare = field.stem;
    for (const auto prefix : {"Y7_"_L1, "RBA_"_L1, "TLEVEL_"_L1, "KS4_"_L1, "KS5_"_L1})
        if (bare.startsWith(prefix, Qt::CaseInsensitive))
            bare = bare.mid(prefix.size());
    return isIdentityStem(bare) || value.name.contains("pupilmatching"_L1, Qt::CaseInsensitive);
}

} // namespace

bool isTotal(const ResultValue& result)
{
    return result.scale && (result.scale->system == "EYFSP_TOTAL"_L1 || result.scale->system == "GLD"_L1
                            || result.scale->system == "ATTAINMENT8"_L1);
}

bool isNotMet(const catalogue::ScaleStep& step)
{
    return step.code == "HNM"_L1;
}

bool isOutsideDictionary(QStringView collection)
{
    for (const auto key : {"Y7"_L1, "TLEVEL"_L1, "RBA"_L1, "KS4AB"_L1, "KS5AB"_L1})
        if (collection == key)
            return true;
    return false;
}

std::vector<ResultValue> readResults(const OwnEntries& entries, Fields& fields)
{
    std::vector<ResultValue> results;
    for (const record::Entry* entry : entries.all()) {
        const auto moment = momentOf(*entry);
        if (!moment || !holdsResults(entry->collection))
            continue;
        for (const record::Value& value : entry->values) {
            if (value.raw.trimmed().isEmpty())
                continue;
            const Field& field = fields.of(*entry, value);
            const catalogue::Scale* scale = field.item ? catalogue::scaleOf(*field.item, moment->year, value.raw)
                                                       : scaleWithoutItem(*entry, value);
            if (!field.item && !scale && (!isOutsideDictionary(entry->collection) || isIdentity(field, value)))
                continue;
            ResultValue result;
            result.entry = entry;
            result.value = &value;
            result.year = moment->year;
            bool isNumber = false;
            static_cast<void>(value.raw.trimmed().toDouble(&isNumber));
            if (isNumber && isRelative(field)) {
                result.kind = ResultKind::Relative;
                result.subject = field.title;
            } else if (!field.item && !scale) {
                result.kind = ResultKind::Other;
                result.subject = value.name;
            } else if (scale) {
                result.scale = scale;
                readOnScale(result, field, fields);
            } else if (looksLikeResult(*entry, field)) {
                result.kind = ResultKind::Other;
                result.subject = subjectName(*field.item);
            } else {
                continue;
            }
            result.meaning = fields.meaning(field, *entry, value.raw).text;
            if (result.meaning.isEmpty() && result.step && result.kind != ResultKind::Other)
                result.meaning = result.step->label;
            results.push_back(std::move(result));
        }
    }
    foldOutcomes(results);
    joinSameResults(results);
    return results;
}

std::optional<bool> reachedExpected(const ResultValue& result)
{
    if (!result.scale)
        return {};
    const bool hasBar = result.scale->expectedFrom
        || std::any_of(result.scale->steps.begin(), result.scale->steps.end(),
                       [](const catalogue::ScaleStep& step) { return step.expected; });
    if (!hasBar)
        return {};
    if (result.kind == ResultKind::Below)
        return false;
    if (result.kind != ResultKind::Graded)
        return {};
    if (result.outcome && result.outcome->kind == catalogue::StepKind::Result)
        return result.outcome->expected; // of that very year
    return result.step->expected || (result.scale->expectedFrom && result.step->rank >= *result.scale->expectedFrom);
}

} // namespace insight
