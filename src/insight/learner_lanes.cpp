// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// What colleges, the Learning Records Service and the Education Record say of a learner again and again. Their codes are
// not the School Census's, so they have lanes of their own: one lane for both would show a change where only the words
// differ.
#define WORDS(text) QT_TRANSLATE_NOOP("insight", text)
struct Told {
    QLatin1StringView dataset;
    QLatin1StringView name; // of the value
    QLatin1StringView key;  // of the lane
    const char* title = nullptr;
    LaneGroup group = LaneGroup::Characteristics;
    bool locates = false;
};
constexpr Told known[] = {
    {"edrec:schools"_L1, "name"_L1, "EDREC.schools"_L1, WORDS("School (Education Record)"), LaneGroup::School, true},
    {"lrs:Learner"_L1, "SchoolAtAge16"_L1, "LRS.SchoolAtAge16"_L1, WORDS("School at 16 (learning record)"), LaneGroup::School, true},
    {"ilr-xml:Learner"_L1, "UKPRN"_L1, "ILR.UKPRN"_L1, WORDS("College or training provider"), LaneGroup::School, true},
    {"ilr-xml:Learner"_L1, "Ethnicity"_L1, "ILR.Ethnicity"_L1, WORDS("Ethnic group (college)")},
    {"ilr-xml:Learner"_L1, "Sex"_L1, "ILR.Sex"_L1, WORDS("Sex (college)")},
    {"ilr-xml:Learner"_L1, "PriorLevel"_L1, "ILR.PriorAttain"_L1, WORDS("Highest level reached before (college)")},
    {"ilr-xml:Learner"_L1, "PriorAttain"_L1, "ILR.PriorAttain"_L1, WORDS("Highest level reached before (college)")},
    {"ilr-xml:Learner"_L1, "LearnFAMCode (FME)"_L1, "ILR.FME"_L1, WORDS("Free meals (college)")},
    {"ilr-xml:LearnerEmploymentStatus"_L1, "EmpStat"_L1, "ILR.EmpStat"_L1, WORDS("In work or looking for work (college)")},
    {"lrs:Learner"_L1, "Gender"_L1, "LRS.Gender"_L1, WORDS("Sex or gender (learning record)")},
    {"lrs:Learner"_L1, "AbilityToShare"_L1, "LRS.AbilityToShare"_L1, WORDS("Sharing of the learning record")},
    {"edrec:Learner"_L1, "freeSchoolMealEligible"_L1, "EDREC.FSMeligible"_L1, WORDS("Free school meals (Education Record)")},
    {"edrec:Learner"_L1, "senProvision"_L1, "EDREC.SENprovision"_L1, WORDS("Help in place (Education Record)"), LaneGroup::SpecialNeeds},
    {"ilr-xml:Learner"_L1, "LLDDHealthProb"_L1, "ILR.LLDDHealthProb"_L1, WORDS("Learning difficulty or health problem (college)"), LaneGroup::SpecialNeeds},
    {"ilr-xml:Learner"_L1, "LLDDCat"_L1, "ILR.LLDDCat"_L1, WORDS("Kind of difficulty or health problem (college)"), LaneGroup::SpecialNeeds},
    {"ilr-xml:Learner"_L1, "LearnFAMCode (EHC)"_L1, "ILR.EHC"_L1, WORDS("Education, health and care plan (college)"), LaneGroup::SpecialNeeds},
    {"ilr-xml:Learner"_L1, "LearnFAMCode (HNS)"_L1, "ILR.HNS"_L1, WORDS("High needs (college)"), LaneGroup::SpecialNeeds},
};
#undef WORDS

const Told* toldIn(const record::Entry& entry, const record::Value& value)
{
    const auto* found = std::find_if(std::begin(known), std::end(known), [&](const Told& one) {
        return entry.dataset == one.dataset && value.name.compare(one.name, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(known) || value.raw.trimmed().isEmpty() ? nullptr : found;
}

// What one entry says on one lane: of some things several at once.
struct Said {
    const record::Entry* entry;
    Moment moment;
    std::vector<const record::Value*> values;

    [[nodiscard]] QString code() const
    {
        QStringList codes;
        for (const record::Value* value : values)
            codes << value->raw.trimmed();
        return codes.join(u' ');
    }
};

// A stay at a school that names the year and term in which it ended.
QDate endOf(const Said& said)
{
    const auto text = [&](QLatin1StringView name) {
        const auto& values = said.entry->values;
        const auto found = std::find_if(values.begin(), values.end(), [&](const record::Value& value) { return value.name.compare(name, Qt::CaseInsensitive) == 0; });
        return found == values.end() ? QString() : found->raw;
    };
    const auto year = catalogue::AcademicYear::parse(text("academicYearEnd"_L1));
    const QDate end = year ? catalogue::termSpan(*year, catalogue::parseTerm(text("termEnd"_L1)).value_or(catalogue::Term::None)).to : QDate();
    return std::max(end, said.moment.span.to);
}

Mark markOf(const Said& said, const QString& lane, Fields& fields)
{
    const record::Value& first = *said.values.front();
    const Field& field = fields.of(*said.entry, first);
    QStringList words;
    for (const record::Value* value : said.values)
        words << wordsOf(fields.meaning(fields.of(*said.entry, *value), *said.entry, value->raw), value->raw.trimmed());
    Mark mark;
    mark.key = markKey(lane, first.id);
    mark.kind = MarkKind::Span;
    mark.from = said.moment.span.from;
    mark.to = endOf(said);
    mark.label = words.join(u", "_s);
    mark.shortLabel = shortened(mark.label);
    mark.code = said.code();
    mark.none = said.values.size() == 1 && meansNone(field, fields.meaning(field, *said.entry, first.raw), first.raw);
    mark.sensitive = isSensitive(field);
    return mark;
}

void addReading(Mark& mark, const Said& said)
{
    for (const record::Value* value : said.values)
        mark.values.push_back(value->id);
    mark.readings.push_back(said.moment.span.from);
}

// The commonest is plain, the others are hatched; of schools none is the odd one out.
void rank(Lane& lane)
{
    std::map<QString, int> counts;
    for (const Mark& mark : lane.marks)
        counts[mark.code] += static_cast<int>(mark.readings.size());
    std::vector<QString> codes;
    for (const Mark& mark : lane.marks)
        if (std::find(codes.begin(), codes.end(), mark.code) == codes.end())
            codes.push_back(mark.code);
    std::stable_sort(codes.begin(), codes.end(), [&](const QString& a, const QString& b) { return counts[a] > counts[b]; });
    for (Mark& mark : lane.marks)
        mark.rank = static_cast<int>(std::find(codes.begin(), codes.end(), mark.code) - codes.begin());
}

Lane laneOf(const Told& told, std::vector<Said>& all, Fields& fields)
{
    std::stable_sort(all.begin(), all.end(), [](const Said& a, const Said& b) { return a.moment.span.from < b.moment.span.from; });
    Lane lane{QString(told.key), QCoreApplication::translate("insight", told.title), told.group, {}, told.locates};
    const Said* last = nullptr;
    for (const Said& said : all) {
        const bool same = last && last->code() == said.code();
        if (same && said.moment.year.start - last->moment.year.start <= 1) {
            lane.marks.back().to = std::max(lane.marks.back().to, endOf(said));
        } else {
            lane.marks.push_back(markOf(said, lane.key, fields));
            lane.marks.back().changed = last && !same;
        }
        addReading(lane.marks.back(), said);
        last = &said;
    }
    if (told.group != LaneGroup::School)
        rank(lane);
    return lane;
}

} // namespace

std::vector<Lane> learnerLanes(LaneInput& input)
{
    std::map<const Told*, std::vector<Said>> said; // in the table's order
    for (const record::Entry* entry : input.entries.all()) {
        const auto moment = momentOf(*entry);
        if (!moment)
            continue; // listed among what has no time
        for (const record::Value& value : entry->values) {
            const Told* told = toldIn(*entry, value);
            if (!told)
                continue;
            // An element that was called otherwise in other years has the lane of its first name.
            const auto* lane = std::find_if(std::begin(known), std::end(known), [&](const Told& one) { return one.key == told->key; });
            std::vector<Said>& all = said[lane];
            if (all.empty() || all.back().entry != entry)
                all.push_back({entry, *moment, {}});
            all.back().values.push_back(&value);
        }
    }
    std::vector<Lane> lanes;
    lanes.reserve(said.size());
    for (auto& [told, all] : said)
        lanes.push_back(laneOf(*told, all, input.fields));
    return lanes;
}

} // namespace insight
