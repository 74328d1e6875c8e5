// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/checks/rule.h"
#include "record/decisions.h"
#include "record/record.h"
#include "register/school_directory.h"

#include <functional>

namespace insight {

// Something a check noticed. It may be right as it is.
struct Finding {
    QString key; // rule and the values it rests on: what a dismissal remembers
    QString rule;
    RuleFamily family = RuleFamily::Identifiers;
    Severity severity = Severity::WorthALook;
    RuleCare care = RuleCare::None;
    QString title;
    QString text; // what was found, with "may"
    QString why;  // what it can mean
    std::vector<record::ValueId> values;  // what it rests on, in time order; never empty
    std::vector<record::EntryId> entries; // that may be about another child: can be set aside
    bool dismissed = false;
    QString reason; // of the dismissal
    QDateTime dismissedAt;
};

// A school by number on a day; null: not listed.
using SchoolLookup = std::function<const registry::School*(QStringView number, QDate day)>;

// More than this many findings at once need nobody: the others are worth a look.
inline constexpr int mostThatNeedYou = 5;

// By severity, then in the order of the rules. Dismissed findings are among them and marked. Figures of
// `decisions.limits` take the place of the rules' own. O(values log values).
[[nodiscard]] std::vector<Finding> check(const record::Record& record, const record::Decisions& decisions, QDate today,
                                         const SchoolLookup& schools);
// With the school directory of this computer.
[[nodiscard]] std::vector<Finding> check(const record::Record& record, const record::Decisions& decisions,
                                         QDate today);

// What a dismissal says of a finding that is not found any more, or of one that is.
[[nodiscard]] QString ruleOfKey(const QString& key);

// Decisions with one thing different. None of them changes the record.
[[nodiscard]] record::Decisions dismissing(record::Decisions decisions, const QString& key, const QString& reason,
                                           const QDateTime& when);
[[nodiscard]] record::Decisions undismissing(record::Decisions decisions, const QString& key);
[[nodiscard]] record::Decisions settingAside(record::Decisions decisions, const std::vector<record::EntryId>& entries);
[[nodiscard]] record::Decisions takingBack(record::Decisions decisions, const std::vector<record::EntryId>& entries);
// A value that is the rule's own is forgotten. Nothing where the rule has no limit.
[[nodiscard]] std::optional<record::Decisions> limiting(record::Decisions decisions, const QString& rule, double value);

} // namespace insight
