// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/rule.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("checks", text); }

CheckRule spoken(const RuleRow& row)
{
    CheckRule rule{QString::fromLatin1(row.id), row.family, row.severity, row.care,
                   tr(row.title),               tr(row.says), tr(row.why), {}};
    if (row.limitMeaning)
        rule.limit = RuleLimit{row.limit, tr(row.limitMeaning)};
    return rule;
}

const std::vector<const RuleRow*>& inOrder()
{
    static const std::vector<const RuleRow*> rows = [] {
        std::vector<const RuleRow*> all;
        for (const auto& table : {rulesOnPerson(), rulesOnSchooling()})
            for (const RuleRow& row : table)
                all.push_back(&row);
        std::stable_sort(all.begin(), all.end(),
                         [](const RuleRow* a, const RuleRow* b) { return a->severity < b->severity; });
        return all;
    }();
    return rows;
}

} // namespace

QString severityWord(Severity severity)
{
    static const std::array words{u"needs_you"_s, u"worth_a_look"_s, u"for_completeness"_s};
    return words[std::size_t(severity)];
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::NeedsYou:
        return tr("Needs you");
    case Severity::WorthALook:
        return tr("Worth a look");
    case Severity::ForCompleteness:
        return tr("For completeness");
    }
    return {};
}

QString ruleFamilyWord(RuleFamily family)
{
    static const std::array words{u"identifiers"_s, u"fixed"_s,         u"ethnicity"_s,  u"mix_up"_s,  u"nationality"_s,
                                  u"ages"_s,        u"schools"_s,       u"dates"_s,      u"codes"_s,   u"special_needs"_s,
                                  u"meals"_s,       u"care"_s,          u"attendance"_s, u"results"_s, u"disagreements"_s};
    return words[std::size_t(family)];
}

QString ruleCareWord(RuleCare care)
{
    static const std::array words{u"none"_s, u"identity"_s, u"hard"_s};
    return words[std::size_t(care)];
}

std::vector<CheckRule> checkRules()
{
    std::vector<CheckRule> rules;
    for (const RuleRow* row : inOrder())
        rules.push_back(spoken(*row));
    return rules;
}

const RuleRow* ruleRow(QStringView id)
{
    for (const RuleRow* row : inOrder())
        if (id == QLatin1StringView(row->id))
            return row;
    return nullptr;
}

std::optional<CheckRule> checkRule(QStringView id)
{
    const RuleRow* row = ruleRow(id);
    return row ? std::optional(spoken(*row)) : std::nullopt;
}

} // namespace insight
