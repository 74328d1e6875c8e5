// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/scales.h"

#include "catalogue/convert.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace catalogue {

namespace {

std::optional<double> number(table::Text offset)
{
    bool ok = false;
    const double value = QByteArray(table::text(offset)).toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

ScaleStep stepFrom(const table::StepRow& row)
{
    return {.system = table::string(row.system),
            .code = table::string(row.code),
            .label = table::string(row.label),
            .rank = number(row.rank).value_or(0),
            .kind = static_cast<StepKind>(row.kind),
            .expected = row.expected == 1,
            .source = table::string(row.source),
            .certainty = table::certainty(row.certainty)};
}

Scale scaleFrom(const table::ScaleRow& head)
{
    Scale scale{.system = table::string(head.system),
                .title = table::string(head.title),
                .keyStage = {},
                .first = table::year(head.first),
                .last = table::year(head.last),
                .minimum = number(head.minimum),
                .maximum = number(head.maximum),
                .expectedFrom = number(head.expectedFrom),
                .steps = {},
                .note = table::string(head.note)};
    for (const table::StepRow& row : table::steps) {
        if (row.system != head.system)
            continue;
        if (scale.keyStage.isEmpty())
            scale.keyStage = table::string(row.keyStage);
        if (table::certainty(row.certainty) == Certainty::Background)
            scale.certainty = Certainty::Background;
        // Rows of a numeric scale that are results only print its ends; its other rows are "absent" and the like.
        if (!scale.minimum || static_cast<StepKind>(row.kind) != StepKind::Result)
            scale.steps.push_back(stepFrom(row));
    }
    return scale;
}

bool isPScale(QStringView raw)
{
    return raw.size() >= 2 && raw.size() <= 4 && (raw[0] == u'P' || raw[0] == u'p') && raw[1] >= u'1'
           && raw[1] <= u'8';
}

bool covers(std::optional<AcademicYear> first, std::optional<AcademicYear> last, AcademicYear year)
{
    return (!first || year >= *first) && (!last || year <= *last);
}

struct Use {
    const Scale* scale;
    std::optional<AcademicYear> first;
    std::optional<AcademicYear> last;
};

std::vector<Use> usesOf(const Item& item)
{
    std::vector<Use> uses;
    if (const Scale* own = scale(item.codeSet))
        uses.push_back({own, {}, {}});
    const auto [from, to] = std::equal_range(
        table::scaleUses.begin(), table::scaleUses.end(), table::ScaleUse{static_cast<std::uint16_t>(item.id.n), 0, 0, 0},
        [](const table::ScaleUse& a, const table::ScaleUse& b) { return a.item < b.item; });
    for (auto use = from; use != to; ++use) {
        const Scale* known = scale(table::string(use->system));
        const bool again = std::any_of(uses.begin(), uses.end(), [known](const Use& u) { return u.scale == known; });
        if (known && !again)
            uses.push_back({known, table::year(use->first), table::year(use->last)});
    }
    return uses;
}

} // namespace

const std::vector<Scale>& scales()
{
    static const std::vector<Scale> all = [] {
        std::vector<Scale> list;
        list.reserve(table::scales.size());
        std::transform(table::scales.begin(), table::scales.end(), std::back_inserter(list), scaleFrom);
        return list;
    }();
    return all;
}

const Scale* scale(QStringView system)
{
    if (system.isEmpty())
        return nullptr;
    const auto& all = scales();
    const auto found = std::find_if(all.begin(), all.end(), [system](const Scale& s) { return s.system == system; });
    return found == all.end() ? nullptr : &*found;
}

const Scale* scaleOf(const Item& item, std::optional<AcademicYear> year, QStringView raw)
{
    raw = raw.trimmed();
    std::vector<Use> uses = usesOf(item);
    if (uses.empty())
        return nullptr;
    // A pupil below level 1 has a P scale where the others have a level.
    if (const Scale* p = scale(u"P_SCALE"); p && isPScale(raw) && (!year || covers(p->first, p->last, *year))
                                            && (item.collection == u"KS1" || item.collection == u"KS2"))
        return p;
    if (year) {
        std::erase_if(uses, [&](const Use& use) {
            return !covers(use.first, use.last, *year) || !covers(use.scale->first, use.scale->last, *year);
        });
    }
    if (uses.size() == 1)
        return uses.front().scale;
    // Letters and numbers side by side (GCSEs of 2017 to 2019): the result itself tells, if only one system has it.
    const Scale* fitting = nullptr;
    for (const Use& use : uses) {
        if (!stepOf(*use.scale, raw))
            continue;
        // What a double award shares with the single one (a U) is read as the single one.
        if (fitting && use.scale->system.startsWith(fitting->system + u'_'))
            continue;
        if (fitting)
            return nullptr;
        fitting = use.scale;
    }
    return fitting;
}

std::optional<ScaleStep> stepOf(const Scale& scale, QStringView raw)
{
    raw = raw.trimmed();
    if (raw == u"*" && (scale.system == u"GCSE_AG" || scale.system == u"ALEVEL"))
        raw = u"A*"; // how the tables print it
    for (const Qt::CaseSensitivity how : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const ScaleStep* found = nullptr;
        for (const ScaleStep& step : scale.steps) {
            if (raw.compare(step.code, how) != 0)
                continue;
            if (found && found->rank != step.rank)
                return {}; // two sizes of award share the letter
            found = &step;
        }
        if (found)
            return *found;
    }
    bool isNumber = false;
    const double value = raw.toDouble(&isNumber);
    if (!isNumber || !scale.minimum || !scale.maximum || value < *scale.minimum || value > *scale.maximum)
        return {};
    ScaleStep step;
    step.system = scale.system;
    step.code = raw.toString();
    step.rank = value;
    step.expected = scale.expectedFrom && value >= *scale.expectedFrom;
    return step;
}

} // namespace catalogue
