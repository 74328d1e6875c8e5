// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

// The stretches of a year for which the absence tables count sessions. A whole-year figure is taken where there is
// one, in this order; else the terms are added up.
enum class Stretch { Annual, ThreeTerms, SixHalfTerms, FiveHalfTerms, Autumn, Spring, Summer, None };

Stretch stretchOf(const QString& stem)
{
    static constexpr std::array endings{
        std::pair{"_Annual"_L1, Stretch::Annual},         std::pair{"_3Term"_L1, Stretch::ThreeTerms},
        std::pair{"_6HalfTerms"_L1, Stretch::SixHalfTerms}, std::pair{"_5HalfTerms"_L1, Stretch::FiveHalfTerms},
        std::pair{"_Autumn"_L1, Stretch::Autumn},         std::pair{"_Spring"_L1, Stretch::Spring},
        std::pair{"_Summer"_L1, Stretch::Summer},
    };
    for (const auto& [ending, stretch] : endings)
        if (stem.endsWith(ending, Qt::CaseInsensitive))
            return stretch;
    return Stretch::None;
}

struct Sessions {
    std::optional<double> possible, overall, authorised, unauthorised;
    std::vector<record::ValueId> values;

    [[nodiscard]] std::optional<double> missed() const
    {
        if (overall)
            return overall;
        if (authorised || unauthorised)
            return authorised.value_or(0) + unauthorised.value_or(0);
        return {};
    }
};

void note(Sessions& sessions, const QString& stem, double number, record::ValueId id)
{
    const auto begins = [&](QLatin1StringView what) { return stem.startsWith(what, Qt::CaseInsensitive); };
    if (begins("SessionsPossible"_L1))
        sessions.possible = number;
    else if (begins("OverallAbsence"_L1))
        sessions.overall = number;
    else if (begins("AuthorisedAbsence"_L1) || begins("SessionsAuthorised"_L1))
        sessions.authorised = number;
    else if (begins("UnauthorisedAbsence"_L1) || begins("SessionsUnauthorised"_L1))
        sessions.unauthorised = number;
    else
        return;
    sessions.values.push_back(id);
}

Lane missedLane(LaneInput& input)
{
    using Year = std::map<Stretch, Sessions>;
    std::map<int, Year> years;
    for (const record::Entry* entry : input.entries.all()) {
        const auto moment = momentOf(*entry);
        if (!moment)
            continue;
        for (const record::Value& value : entry->values) {
            const Field& field = input.fields.of(*entry, value);
            if (field.role != FieldRole::Sessions)
                continue;
            bool isNumber = false;
            const double number = value.raw.trimmed().toDouble(&isNumber);
            if (!isNumber)
                continue;
            Stretch stretch = stretchOf(field.stem);
            if (stretch == Stretch::None && entry->term != catalogue::Term::None)
                stretch = Stretch(int(Stretch::Autumn) + int(entry->term) - int(catalogue::Term::Autumn));
            else if (stretch == Stretch::None)
                stretch = Stretch::Annual;
            note(years[moment->year.start][stretch], field.stem, number, value.id);
        }
    }
    Lane lane{u"attendance.missed"_s, tr("Sessions missed"), LaneGroup::Attendance, {}};
    for (const auto& [start, stretches] : years) {
        Mark mark;
        mark.kind = MarkKind::Amount;
        const catalogue::AcademicYear year{start};
        mark.from = year.firstDay();
        mark.to = year.lastDay();
        double possible = 0;
        const auto add = [&](const Sessions& sessions) {
            mark.amount += sessions.missed().value_or(0);
            possible += sessions.possible.value_or(0);
            mark.values.insert(mark.values.end(), sessions.values.begin(), sessions.values.end());
        };
        const auto whole = std::find_if(stretches.begin(), stretches.end(), [](const auto& stretch) {
            return stretch.first < Stretch::Autumn && stretch.second.missed();
        });
        if (whole != stretches.end()) {
            add(whole->second);
        } else {
            for (const auto& [stretch, sessions] : stretches)
                if (stretch >= Stretch::Autumn && sessions.missed())
                    add(sessions);
        }
        if (mark.values.empty())
            continue;
        mark.key = markKey(lane.key, mark.values.front());
        mark.code = QString::number(mark.amount);
        mark.label = possible > 0 ? tr("%1 of %2 half days missed").arg(mark.code, QString::number(possible))
                                  : tr("%1 half days missed").arg(mark.code);
        mark.shortLabel = mark.code;
        mark.none = mark.amount == 0;
        mark.readings.push_back(mark.from);
        lane.marks.push_back(std::move(mark));
    }
    return lane;
}

// One exclusion: a row of its own, or the nth of a row that lists several ("Reason_2_ex12").
struct Exclusion {
    const record::Entry* entry = nullptr;
    std::vector<const record::Value*> values;
};

std::vector<Exclusion> exclusionsOf(const record::Entry& entry, Fields& fields)
{
    static const QRegularExpression numbered(u"^[A-Za-z]+_(\\d{1,2})_ex"_s, QRegularExpression::CaseInsensitiveOption);
    std::map<int, Exclusion> found;
    for (const record::Value& value : entry.values) {
        if (value.raw.trimmed().isEmpty())
            continue;
        const auto match = numbered.match(value.name);
        const QString stem = fields.of(entry, value).stem;
        const bool tells = stem.startsWith("Category"_L1, Qt::CaseInsensitive)
            || stem.startsWith("Reason"_L1, Qt::CaseInsensitive) || stem.startsWith("StartDate"_L1, Qt::CaseInsensitive)
            || stem.startsWith("Sessions"_L1, Qt::CaseInsensitive);
        if (!tells)
            continue;
        Exclusion& exclusion = found[match.hasMatch() ? match.capturedView(1).toInt() : 0];
        exclusion.entry = &entry;
        exclusion.values.push_back(&value);
    }
    std::vector<Exclusion> list;
    for (auto& [number, exclusion] : found)
        list.push_back(std::move(exclusion));
    return list;
}

Mark markOf(const Exclusion& exclusion, const QString& lane, LaneInput& input)
{
    Mark mark;
    mark.kind = MarkKind::Event;
    const record::Entry& entry = *exclusion.entry;
    const auto moment = momentOf(entry);
    mark.from = moment->span.from;
    mark.to = moment->span.to;
    QStringList words;
    QStringList codes;
    for (const record::Value* value : exclusion.values) {
        const Field& field = input.fields.of(entry, *value);
        mark.values.push_back(value->id);
        if (field.stem.startsWith("StartDate"_L1, Qt::CaseInsensitive)) {
            if (const QDate day = readDay(value->raw); day.isValid())
                mark.from = mark.to = day;
            else
                input.undated.push_back({value->id, field.title, tr("it is not a day that can be: %1").arg(value->raw)});
        } else if (field.stem.startsWith("Sessions"_L1, Qt::CaseInsensitive)) {
            words << tr("%1 half days").arg(value->raw.trimmed());
        } else {
            words << wordsOf(input.fields.meaning(field, entry, value->raw), value->raw);
            codes << value->raw;
        }
    }
    mark.key = markKey(lane, mark.values.front());
    mark.sensitive = true; // why a child was sent home
    mark.label = words.join(u", "_s);
    mark.shortLabel = shortened(words.value(0));
    mark.code = codes.join(u' ');
    mark.readings.push_back(mark.from);
    return mark;
}

Lane exclusionLane(LaneInput& input)
{
    Lane lane{u"attendance.exclusions"_s, tr("Exclusions"), LaneGroup::Attendance, {}};
    for (const record::Entry* entry : input.entries.all())
        if (entry->collection == "EXC"_L1 && momentOf(*entry))
            for (const Exclusion& exclusion : exclusionsOf(*entry, input.fields))
                lane.marks.push_back(markOf(exclusion, lane.key, input));
    return lane;
}

} // namespace

int exclusionCount(const OwnEntries& entries, Fields& fields)
{
    int count = 0;
    for (const record::Entry* entry : entries.all())
        if (entry->collection == "EXC"_L1)
            count += int(exclusionsOf(*entry, fields).size());
    return count;
}

std::vector<Lane> attendanceLanes(LaneInput& input)
{
    std::vector<Lane> lanes;
    for (Lane& lane : std::array{missedLane(input), exclusionLane(input)})
        if (!lane.marks.empty())
            lanes.push_back(std::move(lane));
    return lanes;
}

} // namespace insight
