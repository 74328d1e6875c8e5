// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/attainment.h"

#include "catalogue/cohorts.h"
#include "insight/attainment_lists.h"
#include "insight/result_reading.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

// The size of the award, where two sizes share a scale: never on one panel.
QString awardOf(const ResultValue& result, const Field& field)
{
    const QString words = field.item ? field.item->meaning : QString();
    // Only here: the tables print "AS Level" beside some GCSEs of 2014/15 on.
    if (result.scale->system == "ALEVEL"_L1
        && (words.contains(" AS Level"_L1, Qt::CaseInsensitive) || field.stem.contains("_GAS_"_L1, Qt::CaseInsensitive)
            || field.stem.contains("_AS_"_L1, Qt::CaseInsensitive)))
        return u"AS"_s;
    if (result.scale->system.startsWith("GCSE"_L1) && words.contains("short GCSE"_L1, Qt::CaseInsensitive))
        return u"short"_s;
    return {};
}

QString panelTitle(const catalogue::Scale& scale, const QString& award)
{
    if (award == "AS"_L1)
        return tr("AS level");
    if (award == "short"_L1)
        return tr("GCSE short courses");
    if (scale.system == "GCSE_AG"_L1)
        return tr("GCSE, letters");
    if (scale.system == "GCSE_9_1"_L1)
        return tr("GCSE, numbers");
    return scale.title.section(u',', 0, 0).trimmed();
}

// Scales whose codes are bare numbers that stand for words.
bool ticksAreWords(const catalogue::Scale& scale)
{
    return scale.system.startsWith("EYFSP_ELG"_L1) || scale.system == "DEGREE_CLASS"_L1;
}

QString tickText(const catalogue::Scale& scale, const catalogue::ScaleStep& step)
{
    return ticksAreWords(scale) ? step.label.section(u' ', 0, 0) : step.code;
}

QString panelSubtitle(const catalogue::Scale& scale, catalogue::AcademicYear year, QDate born)
{
    QString when = whenSat(year, born);
    QString kind = scale.title.section(u',', 1).trimmed();
    if (kind.isEmpty())
        return when;
    kind[0] = kind[0].toUpper();
    return tr("%1. %2").arg(when, kind);
}

void layAxis(AttainmentPanel& panel, const catalogue::Scale& scale)
{
    panel.expectedFrom = scale.expectedFrom;
    if (scale.minimum && scale.maximum) {
        panel.from = *scale.minimum;
        panel.to = *scale.maximum;
        const double step = panel.to - panel.from > 45 ? 20 : panel.to - panel.from > 24 ? 10 : 5;
        for (double place = panel.from; place <= panel.to + 0.01; place += step)
            panel.ticks.push_back({place, QString::number(place), panel.expectedFrom && place == *panel.expectedFrom});
        if (panel.expectedFrom
            && std::none_of(panel.ticks.begin(), panel.ticks.end(), [](const auto& tick) { return tick.expected; }))
            panel.ticks.push_back({*panel.expectedFrom, QString::number(*panel.expectedFrom), true});
    } else {
        for (const catalogue::ScaleStep& step : scale.steps) {
            const bool several = step.code.contains(u'-') && step.code.front().isLetter(); // "A-E", not "9-8"
            if (step.kind != catalogue::StepKind::Result || several || isNotMet(step))
                continue;
            const bool taken = std::any_of(panel.ticks.begin(), panel.ticks.end(),
                                           [&](const auto& tick) { return tick.place == step.rank; });
            if (taken)
                continue;
            if (!panel.expectedFrom && step.expected)
                panel.expectedFrom = step.rank;
            panel.ticks.push_back({step.rank, tickText(scale, step), false});
        }
        for (AttainmentPanel::Tick& tick : panel.ticks)
            tick.expected = panel.expectedFrom && tick.place == *panel.expectedFrom;
    }
    std::sort(panel.ticks.begin(), panel.ticks.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
    if (!panel.ticks.empty() && !scale.minimum) {
        panel.from = panel.ticks.front().place;
        panel.to = panel.ticks.back().place;
    }
}

QString judgementWord(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Test:
        return tr("test");
    case Judgement::Teacher:
        return tr("teacher");
    case Judgement::CentreAssessed:
    case Judgement::None:
        return {};
    }
    Q_UNREACHABLE();
}

// Where a panel has both a test and a teacher's judgement, the subject says which; what to know goes below.
void finishPanel(AttainmentPanel& panel, const catalogue::Scale& scale)
{
    const auto any = [&](auto&& holds) { return std::any_of(panel.rows.begin(), panel.rows.end(), holds); };
    const bool mixed = any([](const ResultRow& row) { return row.judgement == Judgement::Test; })
        && any([](const ResultRow& row) { return row.judgement == Judgement::Teacher; });
    if (mixed)
        for (ResultRow& row : panel.rows)
            if (const QString word = judgementWord(row.judgement); !word.isEmpty())
                row.subject = tr("%1, %2").arg(row.subject, word);
    QStringList notes;
    if (const auto stretch = std::find_if(panel.rows.begin(), panel.rows.end(),
                                          [](const ResultRow& row) { return row.placeTo.has_value(); });
        stretch != panel.rows.end()) {
        const auto code = [&](double place) {
            for (const AttainmentPanel::Tick& tick : panel.ticks)
                if (tick.place == place)
                    return tick.text;
            return QString();
        };
        const QString from = code(stretch->place.value_or(0)), to = code(stretch->placeTo.value_or(0));
        notes << (from.startsWith(stretch->text.trimmed(), Qt::CaseInsensitive)
                      ? tr("A plain %1 does not say which, so it is drawn from %2 to %3.")
                      : tr("%1 says only that the standard was not met, so it is drawn from %2 to %3."))
                     .arg(stretch->text.trimmed(), from, to);
    }
    for (const ResultRow& row : panel.rows)
        if (!row.outcome.isEmpty())
            notes << tr("The outcome that was sent with it: %1.").arg(row.outcome);
    if (any([](const ResultRow& row) { return row.judgement == Judgement::CentreAssessed; }))
        notes << tr("No exams were held that summer: schools judged these grades.");
    if (any([](const ResultRow& row) { return row.subjectCoded; }))
        notes << tr("The list that says which subject a code stands for was not published with the data.");
    if (!scale.note.isEmpty())
        notes << scale.note;
    if (panel.expectedFrom && scale.certainty == catalogue::Certainty::Background)
        notes << tr("What was expected is general knowledge, not taken from an official table.");
    panel.note = notes.join(u' ');
}

// "KS4_P8CILOW" and "KS4_P8SCORE_CILOW" belong to "KS4_P8SCORE"; "KS4_P8ENGCILOW" belongs to another score.
bool endsRangeOf(const QString& stem, const QString& other, std::initializer_list<QLatin1StringView> endings)
{
    const QString bare = stem.endsWith("SCORE"_L1, Qt::CaseInsensitive) ? stem.chopped(5) : stem;
    for (const QString& base : {stem, bare}) {
        if (!other.startsWith(base, Qt::CaseInsensitive))
            continue;
        QStringView rest = QStringView(other).mid(base.size());
        while (rest.startsWith(u'_'))
            rest = rest.mid(1);
        for (const auto ending : endings)
            if (rest.compare(ending, Qt::CaseInsensitive) == 0)
                return true;
    }
    return false;
}

std::optional<double> rangeEnd(const record::Entry& entry, Fields& fields, const QString& stem,
                               std::initializer_list<QLatin1StringView> endings)
{
    for (const record::Value& value : entry.values) {
        bool isNumber = false;
        const double number = value.raw.trimmed().toDouble(&isNumber);
        if (isNumber && endsRangeOf(stem, fields.of(entry, value).stem, endings))
            return number;
    }
    return {};
}

RelativeScore relativeScore(const ResultValue& result, Fields& fields)
{
    const Field& field = fields.of(*result.entry, *result.value);
    RelativeScore score;
    score.value = result.value->id;
    score.title = result.subject;
    score.year = result.year;
    score.score = result.value->raw.trimmed().toDouble();
    score.low = rangeEnd(*result.entry, fields, field.stem, {"CILOW"_L1, "LCI"_L1, "LOW"_L1});
    score.high = rangeEnd(*result.entry, fields, field.stem, {"CIUPP"_L1, "UCI"_L1, "UPP"_L1});
    return score;
}

} // namespace

Attainment attainment(const record::Record& record, const record::Decisions& decisions)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    Attainment attainment;
    QHash<QString, std::size_t> places;
    std::vector<const catalogue::Scale*> scales;
    const std::vector<ResultValue> results = readResults(entries, fields);
    for (const ResultValue& result : results) {
        if (result.kind == ResultKind::Other) {
            if (!isOutsideDictionary(result.entry->collection) && !isTotal(result)) // those are listed below
                attainment.other.push_back(result.value->id);
            continue;
        }
        if (result.kind == ResultKind::Relative) {
            attainment.relative.push_back(relativeScore(result, fields));
            continue;
        }
        const QString award = awardOf(result, fields.of(*result.entry, *result.value));
        QStringList parts{result.entry->collection, result.scale->system, result.year.text()};
        if (!award.isEmpty())
            parts << award;
        const QString key = parts.join(u'.');
        auto place = places.constFind(key);
        if (place == places.constEnd()) {
            place = places.insert(key, attainment.panels.size());
            AttainmentPanel panel;
            panel.key = key;
            panel.title = panelTitle(*result.scale, award);
            panel.subtitle = panelSubtitle(*result.scale, result.year, record.person.born);
            panel.system = result.scale->system;
            panel.year = result.year;
            layAxis(panel, *result.scale);
            attainment.panels.push_back(std::move(panel));
            scales.push_back(result.scale);
        }
        ResultRow row;
        row.value = result.value->id;
        row.subject = result.subject;
        row.subjectCoded = result.subjectCoded;
        row.text = result.value->raw;
        row.meaning = result.meaning;
        row.judgement = result.judgement;
        row.also = result.also;
        // Of a scaled score the axis says it: 100 is the bar of every year.
        if (result.outcome && result.scale->system == "PHONICS_MARK"_L1)
            row.outcome = result.outcome->label;
        row.below = result.kind == ResultKind::Below;
        if (result.kind == ResultKind::Graded) {
            row.place = result.step->rank;
            row.placeTo = result.placeTo;
        }
        if (const auto reached = reachedExpected(result)) {
            ++attainment.judged;
            attainment.reached += *reached ? 1 : 0;
        }
        attainment.panels[*place].rows.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < attainment.panels.size(); ++i)
        finishPanel(attainment.panels[i], *scales[i]);
    std::stable_sort(attainment.panels.begin(), attainment.panels.end(),
                     [](const AttainmentPanel& a, const AttainmentPanel& b) { return a.year < b.year; });
    for (AttainmentPanel& list : listedPanels(results, entries, fields, record.person.born))
        attainment.panels.push_back(std::move(list));
    return attainment;
}

} // namespace insight
