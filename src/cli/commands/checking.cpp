// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What does not fit in a record: findings, the rules behind them, and what the person decided about them.
#include "cli/commands.h"
#include "cli/opened.h"

#include "insight/checks/finding.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace cli {

namespace {

QJsonArray idsJson(const auto& ids)
{
    QJsonArray array;
    for (const auto id : ids)
        array.append(id.n);
    return array;
}

// The places that a finding fills in, as a reader of the rule sees them.
QString withGaps(QString sentence)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    return sentence.replace(place, QStringLiteral("…"));
}

// What a rule on names, sex or second numbers begins with.
QString gentleWords(insight::RuleCare care)
{
    switch (care) {
    case insight::RuleCare::Identity:
        return tr("There can be a good reason: adoption, protection, a change of name or gender.");
    case insight::RuleCare::Hard:
        return tr("This may be hard to read.");
    case insight::RuleCare::None:
        break;
    }
    return {};
}

// All that is said of it: a script that shows nothing else must not leave out the good reason, or that it only may be so.
QString wholeText(const insight::Finding& finding)
{
    QStringList sentences{gentleWords(finding.care), finding.text, finding.why};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QJsonObject ruleJson(const insight::CheckRule& rule)
{
    QJsonValue limit(QJsonValue::Null);
    if (rule.limit)
        limit = QJsonObject{{QStringLiteral("value"), rule.limit->value}, {QStringLiteral("meaning"), rule.limit->meaning}};
    return {{QStringLiteral("rule"), rule.id},
            {QStringLiteral("family"), insight::ruleFamilyWord(rule.family)},
            {QStringLiteral("severity"), insight::severityWord(rule.severity)},
            {QStringLiteral("care"), insight::ruleCareWord(rule.care)},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("text"), withGaps(rule.says)},
            {QStringLiteral("explanation"), rule.why},
            {QStringLiteral("threshold"), limit}};
}

QJsonObject findingJson(const insight::Finding& finding)
{
    return {{QStringLiteral("finding"), finding.key},
            {QStringLiteral("rule"), finding.rule},
            {QStringLiteral("severity"), insight::severityWord(finding.severity)},
            {QStringLiteral("care"), insight::ruleCareWord(finding.care)},
            {QStringLiteral("text"), wholeText(finding)},
            {QStringLiteral("explanation"), finding.why},
            {QStringLiteral("values"), idsJson(finding.values)},
            {QStringLiteral("entries"), idsJson(finding.entries)},
            {QStringLiteral("dismissed"), finding.dismissed},
            {QStringLiteral("reason"), textOrNull(finding.reason)}};
}

base::Result<int> listRules(const Invocation& call)
{
    QJsonArray rules;
    for (const insight::CheckRule& rule : insight::checkRules()) {
        rules.append(ruleJson(rule));
        if (call.json)
            continue;
        out() << rule.id << "  [" << insight::severityText(rule.severity) << "]\n    " << rule.title << '\n'
              << "    " << rule.why << '\n';
        if (rule.limit)
            out() << "    " << tr("Set at %1: %2.").arg(QString::number(rule.limit->value), rule.limit->meaning) << '\n';
    }
    if (call.json)
        printJson({{QStringLiteral("rules"), rules}});
    return base::exitDone;
}

void printFinding(const insight::Finding& finding, int number)
{
    out() << "  " << number << ". " << finding.title;
    if (finding.dismissed)
        out() << "  (" << (finding.reason.isEmpty() ? tr("dismissed") : tr("dismissed: %1").arg(finding.reason)) << ')';
    out() << '\n';
    if (const QString gentle = gentleWords(finding.care); !gentle.isEmpty())
        out() << "     " << gentle << '\n';
    out() << "     " << finding.text << '\n' << "     " << finding.why << '\n';
    QStringList ids;
    for (const record::ValueId id : finding.values)
        ids << QString::number(id.n);
    out() << "     " << tr("Values: %1").arg(ids.join(QStringLiteral(", "))) << "  [" << finding.rule << "]\n";
}

void printFindings(const std::vector<insight::Finding>& findings)
{
    int number = 0;
    std::optional<insight::Severity> heading;
    for (const insight::Finding& finding : findings) {
        if (heading != finding.severity)
            out() << (heading ? "\n" : "") << insight::severityText(finding.severity) << '\n';
        heading = finding.severity;
        printFinding(finding, ++number);
    }
    if (findings.empty())
        out() << tr("Nothing was noticed. That does not mean that everything is right.") << '\n';
}

// The finding of that number in the list, or with that key.
const insight::Finding* chosen(const std::vector<insight::Finding>& findings, const QString& wanted)
{
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= int(findings.size()))
        return &findings[std::size_t(number - 1)];
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const insight::Finding& one) { return one.key == wanted; });
    return found == findings.end() ? nullptr : &*found;
}

base::Result<record::Decisions> limited(const Invocation& call, record::Decisions decisions)
{
    for (const QString& wish : call.values("threshold")) {
        bool isNumber = false;
        const double value = wish.section(u'=', 1).toDouble(&isNumber);
        auto changed = isNumber ? insight::limiting(decisions, wish.section(u'=', 0, 0), value) : std::nullopt;
        if (!changed)
            return usage(tr("--threshold wants RULE=NUMBER; “check --rules” shows which rules have one."));
        decisions = std::move(*changed);
    }
    return decisions;
}

// What the options ask to be decided; the findings are those of before.
base::Result<record::Decisions> decided(const Invocation& call, const desk::Snapshot& now)
{
    auto decisions = limited(call, now.decisions);
    if (!decisions)
        return decisions;
    const std::vector<insight::Finding> findings = insight::check(now.record, now.decisions, now.today);
    const auto wanted = [&](const char* option) -> base::Result<const insight::Finding*> {
        const insight::Finding* finding = chosen(findings, call.value(option));
        if (!finding)
            return usage(tr("There is no such finding. Give its number in the list, or its name as --json prints it."));
        return finding;
    };
    if (call.has("dismiss")) {
        const auto finding = wanted("dismiss");
        if (!finding)
            return tl::unexpected(finding.error());
        return insight::dismissing(std::move(*decisions), (*finding)->key, call.value("reason").trimmed(), call.clock.now());
    }
    if (call.has("undismiss")) {
        const auto finding = wanted("undismiss");
        // A dismissal of something that is not found any more can be deleted by its name.
        const QString key = finding ? (*finding)->key : call.value("undismiss");
        record::Decisions without = insight::undismissing(*decisions, key);
        if (without == *decisions)
            return usage(tr("That finding is not dismissed."));
        return without;
    }
    if (call.has("set-aside")) {
        const auto finding = wanted("set-aside");
        if (!finding)
            return tl::unexpected(finding.error());
        if ((*finding)->entries.empty())
            return usage(tr("That finding is not about entries of another child."));
        return insight::settingAside(std::move(*decisions), (*finding)->entries);
    }
    if (call.has("take-back")) {
        record::Decisions without = *decisions;
        without.setAside.clear();
        return without;
    }
    return decisions;
}

} // namespace

void checkOptions(QCommandLineParser& parser)
{
    const auto text = [&parser](const char* name, const QString& help, const char* what) {
        parser.addOption({QString::fromLatin1(name), help, QString::fromLatin1(what)});
    };
    parser.addOption({QStringLiteral("rules"), tr("List the rules instead; no record file is needed.")});
    text("dismiss", tr("This finding is settled: its number in the list, or its name."), "finding");
    text("reason", tr("Why it is settled, kept in the record file."), "text");
    text("undismiss", tr("Forget that this finding was settled."), "finding");
    text("set-aside", tr("Set the entries of this finding aside as another child's, until you know."), "finding");
    parser.addOption({QStringLiteral("take-back"), tr("Take back all entries that were set aside.")});
    text("threshold", tr("From where on a rule speaks up; kept in the record file."), "rule=number");
}

base::Result<int> runCheck(Invocation& call)
{
    if (call.has("rules"))
        return listRules(call);
    int wishes = 0;
    for (const char* option : {"dismiss", "undismiss", "set-aside", "take-back"})
        wishes += call.has(option) ? 1 : 0;
    if (wishes > 1)
        return usage(tr("One decision at a time."));
    const bool writes = wishes > 0 || call.has("threshold");
    const auto opened = openExtract(call, writes ? OpenFor::Writing : OpenFor::Reading);
    if (!opened)
        return tl::unexpected(opened.error());
    desk::SnapshotPtr now = opened->snapshot;
    if (writes) {
        const auto decisions = decided(call, *now);
        if (!decisions)
            return tl::unexpected(decisions.error());
        if (const auto saved = wait(opened->sitting->saveDecisions(*decisions)); !saved)
            return tl::unexpected(saved.error());
        now = opened->sitting->snapshot();
    }
    const std::vector<insight::Finding> findings = insight::check(now->record, now->decisions, now->today);
    if (call.json) {
        QJsonArray array;
        for (const insight::Finding& finding : findings)
            array.append(findingJson(finding));
        printJson({{QStringLiteral("findings"), array}, {QStringLiteral("set_aside"), idsJson(now->decisions.setAside)}});
    } else {
        printFindings(findings);
        if (!now->decisions.setAside.empty())
            out() << tr("Set aside as another child's: %1 entries.").arg(now->decisions.setAside.size()) << '\n';
    }
    const bool open = std::any_of(findings.begin(), findings.end(), [](const auto& one) { return !one.dismissed; });
    return open ? base::exitNothingFound : base::exitDone;
}

} // namespace cli
