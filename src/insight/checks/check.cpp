// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checks/evidence.h"
#include "register/shelf.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("checks", text, nullptr, n); }

QString keyOf(const QString& rule, const std::vector<record::ValueId>& values)
{
    QStringList parts{rule};
    for (const record::ValueId id : values)
        parts << QString::number(id.n);
    return parts.join(u' ');
}

int placeOfRule(const QString& id)
{
    static const QHash<QString, int> places = [] {
        QHash<QString, int> places;
        for (const CheckRule& rule : checkRules())
            places.insert(rule.id, int(places.size()));
        return places;
    }();
    return places.value(id, int(places.size()));
}

QString filled(QString sentence, const QStringList& args)
{
    // All at once: what was found may hold a "%1" of its own.
    QString text;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const bool place = sentence[at] == u'%' && at + 1 < sentence.size() && sentence[at + 1].isDigit();
        if (!place) {
            text += sentence[at];
            continue;
        }
        text += args.value(sentence[++at].digitValue() - 1);
    }
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

void markDismissed(std::vector<Finding>& findings, const record::Decisions& decisions)
{
    QHash<QString, const record::Dismissal*> dismissed;
    for (const record::Dismissal& one : decisions.dismissals)
        dismissed.insert(one.finding, &one);
    for (Finding& finding : findings)
        if (const record::Dismissal* one = dismissed.value(finding.key)) {
            finding.dismissed = true;
            finding.reason = one->reason;
            finding.dismissedAt = one->when;
        }
}

void keepToFive(std::vector<Finding>& findings)
{
    int open = 0;
    for (Finding& finding : findings)
        if (finding.severity == Severity::NeedsYou && !finding.dismissed && ++open > mostThatNeedYou)
            finding.severity = Severity::WorthALook;
}

void sortBySeverity(std::vector<Finding>& findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.severity != b.severity)
            return a.severity < b.severity;
        return placeOfRule(a.rule) < placeOfRule(b.rule);
    });
}

} // namespace

void Notes::add(QLatin1StringView rule, const QStringList& args, const Tolds& values,
                const std::vector<record::EntryId>& entries)
{
    add(rule, args, idsOf(values), entries);
}

void Notes::add(QLatin1StringView rule, const QStringList& args, const std::vector<record::ValueId>& values,
                const std::vector<record::EntryId>& entries)
{
    const auto spoken = checkRule(QString(rule));
    if (!spoken || values.empty())
        return;
    std::vector<record::ValueId> once;
    for (const record::ValueId id : values)
        if (std::find(once.begin(), once.end(), id) == once.end())
            once.push_back(id);
    m_findings.push_back({keyOf(spoken->id, once), spoken->id, spoken->family, spoken->severity, spoken->care,
                          spoken->title, filled(spoken->says, args), spoken->why, std::move(once), entries, false, {}, {}});
}

std::vector<Finding> Notes::take() { return std::move(m_findings); }

QString placeOf(const record::Entry& entry)
{
    const auto moment = momentOf(entry);
    if (entry.collection != "SC"_L1 || !moment || moment->term == catalogue::Term::None)
        return tr("“%1”").arg(collectionMoment(entry)); // a title needs no article
    const int year = moment->term == catalogue::Term::Autumn ? moment->year.start : moment->year.start + 1;
    return tr("the %1 census %2").arg(catalogue::termText(moment->term), QString::number(year));
}

QString placesOf(const Tolds& values)
{
    constexpr qsizetype mostNamed = 3;
    QStringList places;
    for (const Told* told : values)
        if (const QString place = placeOf(*told->entry); !places.contains(place))
            places << place;
    if (places.size() > mostNamed) {
        const int more = int(places.size() - mostNamed + 1);
        places = places.mid(0, mostNamed - 1);
        return tr("%1 and %2 more").arg(places.join(u", "_s), QString::number(more));
    }
    if (places.size() < 2)
        return places.join(QString());
    return tr("%1 and %2").arg(places.mid(0, places.size() - 1).join(u", "_s), places.back());
}

QString dayText(QDate day) { return QLocale().toString(day, u"d MMMM yyyy"_s); }

std::vector<Finding> check(const record::Record& record, const record::Decisions& decisions, QDate today,
                           const SchoolLookup& schools)
{
    Evidence evidence(record, decisions, today, schools);
    Notes notes;
    for (const auto family : {checkMixUp, checkFixed, checkEthnicity, checkNationality, checkIdentifiers, checkAges,
                              checkSchools, checkMoves, checkDates, checkCodes, checkSpecialNeeds, checkMeals, checkCare,
                              checkAttendance, checkAbsenceReasons, checkExclusions, checkResults, checkGoodLevel,
                              checkDisagreements, checkWrittenIn})
        family(evidence, notes);
    std::vector<Finding> findings = notes.take();
    markDismissed(findings, decisions);
    sortBySeverity(findings);
    keepToFive(findings);
    sortBySeverity(findings);
    return findings;
}

std::vector<Finding> check(const record::Record& record, const record::Decisions& decisions, QDate today)
{
    return check(record, decisions, today, [](QStringView number, QDate day) { return registry::knownSchool(number, day); });
}

QString ruleOfKey(const QString& key) { return key.section(u' ', 0, 0); }

record::Decisions dismissing(record::Decisions decisions, const QString& key, const QString& reason, const QDateTime& when)
{
    decisions = undismissing(std::move(decisions), key);
    decisions.dismissals.push_back({key, reason, when});
    return decisions;
}

record::Decisions undismissing(record::Decisions decisions, const QString& key)
{
    std::erase_if(decisions.dismissals, [&](const record::Dismissal& one) { return one.finding == key; });
    return decisions;
}

record::Decisions settingAside(record::Decisions decisions, const std::vector<record::EntryId>& entries)
{
    for (const record::EntryId id : entries)
        if (std::find(decisions.setAside.begin(), decisions.setAside.end(), id) == decisions.setAside.end())
            decisions.setAside.push_back(id);
    return decisions;
}

record::Decisions takingBack(record::Decisions decisions, const std::vector<record::EntryId>& entries)
{
    std::erase_if(decisions.setAside, [&](record::EntryId id) {
        return std::find(entries.begin(), entries.end(), id) != entries.end();
    });
    return decisions;
}

std::optional<record::Decisions> limiting(record::Decisions decisions, const QString& rule, double value)
{
    const RuleRow* row = ruleRow(rule);
    if (!row || !row->limitMeaning)
        return {};
    std::erase_if(decisions.limits, [&](const record::Limit& limit) { return limit.rule == rule; });
    if (value != row->limit)
        decisions.limits.push_back({rule, value});
    return decisions;
}

} // namespace insight
