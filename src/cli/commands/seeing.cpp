// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that print what the window draws: summary, timeline, attainment, releases.
#include "cli/commands.h"
#include "cli/opened.h"

#include "catalogue/collections.h"
#include "insight/attainment.h"
#include "insight/overview.h"
#include "insight/timeline.h"

#include <QJsonArray>

namespace cli {

namespace {

QJsonArray idsJson(const std::vector<record::ValueId>& ids)
{
    QJsonArray array;
    for (const record::ValueId id : ids)
        array.append(id.n);
    return array;
}

QString dates(QDate from, QDate to)
{
    if (from == to)
        return from.toString(Qt::ISODate);
    return from.toString(Qt::ISODate) + QStringLiteral(" … ") + to.toString(Qt::ISODate);
}

QJsonValue looseJson(const registry::LooseDate& date)
{
    return textOrNull(date.asPrinted);
}

QJsonObject markJson(const insight::Mark& mark)
{
    return {{QStringLiteral("key"), mark.key},
            {QStringLiteral("from"), dateOrNull(mark.from)},
            {QStringLiteral("to"), dateOrNull(mark.to)},
            {QStringLiteral("label"), textOrNull(mark.label)},
            {QStringLiteral("code"), textOrNull(mark.code)},
            {QStringLiteral("release"), textOrNull(mark.release)},
            {QStringLiteral("values"), idsJson(mark.values)}};
}

QJsonObject releaseJson(const insight::ReleaseExposure& row)
{
    QJsonArray years;
    for (const catalogue::AcademicYear year : row.years)
        years.append(year.text());
    const registry::Release& release = row.release;
    return {{QStringLiteral("reference"), release.reference},
            {QStringLiteral("recipient"), release.recipient},
            {QStringLiteral("kind"), textOrNull(release.kind)},
            {QStringLiteral("verdict"), insight::verdictWord(row.verdict)},
            {QStringLiteral("trace"), QJsonArray::fromStringList(row.trace)},
            {QStringLiteral("collections"), QJsonArray::fromStringList(row.collections)},
            {QStringLiteral("years"), years},
            {QStringLiteral("items"), QJsonArray::fromStringList(release.scope.dataItems)},
            {QStringLiteral("values"), idsJson(row.values)},
            {QStringLiteral("tier"), textOrNull(release.scope.tier)},
            {QStringLiteral("approved"), looseJson(release.approved)},
            {QStringLiteral("destruction"),
             QJsonObject{{QStringLiteral("planned"), looseJson(release.destructionPlanned)},
                         {QStringLiteral("confirmed"), looseJson(release.destructionConfirmed)},
                         {QStringLiteral("state"), insight::destructionWord(row.destruction)},
                         {QStringLiteral("overdue_days"),
                          row.destruction == insight::DestructionState::Overdue ? QJsonValue(row.overdueDays)
                                                                                : QJsonValue(QJsonValue::Null)}}},
            {QStringLiteral("source"), textOrNull(release.source)},
            {QStringLiteral("contradictions"), QJsonArray::fromStringList(release.contradictions)}};
}

QJsonArray spansJson(const std::vector<catalogue::DateSpan>& spans)
{
    QJsonArray all;
    for (const catalogue::DateSpan& span : spans)
        all.append(QJsonObject{{QStringLiteral("from"), dateOrNull(span.from)}, {QStringLiteral("to"), dateOrNull(span.to)}});
    return all;
}

} // namespace

base::Result<int> runSummary(Invocation& call)
{
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const desk::Snapshot& now = *opened->snapshot;
    const insight::Overview overview = insight::overview(now.record, now.decisions, now.exposure, now.today);
    if (call.json) {
        QJsonArray years;
        for (const insight::OverviewYear& year : overview.years)
            years.append(QJsonObject{{QStringLiteral("academic_year"), year.year.text()},
                                     {QStringLiteral("group"), textOrNull(year.group)},
                                     {QStringLiteral("held"), year.held},
                                     {QStringLiteral("school"), textOrNull(year.school)},
                                     {QStringLiteral("results"), QJsonArray::fromStringList(year.stages)}});
        QJsonObject verdicts;
        for (const auto& [verdict, count] : overview.exposure)
            verdicts.insert(insight::verdictWord(verdict), count);
        QJsonArray changed;
        for (const auto& row : overview.changed)
            changed.append(QJsonObject{{QStringLiteral("characteristic"), row.key},
                                       {QStringLiteral("text"), row.sentence},
                                       {QStringLiteral("values"), idsJson(row.odd)}});
        printJson({{QStringLiteral("documents"), overview.documents},
                   {QStringLiteral("entries"), overview.entries},
                   {QStringLiteral("values"), overview.values},
                   {QStringLiteral("unknown_fields"), overview.unknownFields},
                   {QStringLiteral("years"), years},
                   {QStringLiteral("years_held"), overview.yearsHeld},
                   {QStringLiteral("years_expected"), overview.yearsExpected},
                   {QStringLiteral("censuses"), overview.censuses},
                   {QStringLiteral("result_sets"), overview.resultSets},
                   {QStringLiteral("results"), overview.results},
                   {QStringLiteral("exclusions"), overview.exclusions},
                   {QStringLiteral("releases"), verdicts},
                   {QStringLiteral("changed"), changed}});
        return base::exitDone;
    }
    out() << tr("%1 of %2 school years are here: %3 counts, %4 sets of results, %5 exclusions.")
                 .arg(overview.yearsHeld)
                 .arg(overview.yearsExpected)
                 .arg(overview.censuses)
                 .arg(overview.resultSets)
                 .arg(overview.exclusions)
          << '\n'
          << tr("%1 documents, %2 entries, %3 values; %4 of them in fields the dictionary does not know.")
                 .arg(overview.documents)
                 .arg(overview.entries)
                 .arg(overview.values)
                 .arg(overview.unknownFields)
          << '\n';
    for (const insight::OverviewYear& year : overview.years) {
        out() << "  " << year.year.text() << "  " << year.group.leftJustified(10) << "  "
              << (year.held ? year.school : tr("not here"));
        if (!year.stages.isEmpty())
            out() << "  · " << year.stages.join(QStringLiteral(", "));
        out() << '\n';
    }
    for (const auto& row : overview.changed)
        out() << row.title << ": " << row.sentence << '\n';
    return base::exitDone;
}

base::Result<int> runTimeline(Invocation& call)
{
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const desk::Snapshot& now = *opened->snapshot;
    const insight::Timeline timeline = insight::timeline(now.record, now.decisions, now.exposure, now.today);
    QJsonArray lanes;
    for (const insight::Lane& lane : timeline.lanes) {
        if (!call.json) {
            out() << insight::laneGroupTitle(lane.group) << " / " << lane.title << '\n';
            for (const insight::Mark& mark : lane.marks) {
                out() << "  " << dates(mark.from, mark.to) << "  " << mark.label;
                if (!mark.code.isEmpty() && mark.code != mark.label)
                    out() << " [" << mark.code << ']';
                out() << '\n';
            }
            for (const catalogue::DateSpan& span : lane.missing)
                out() << "  " << dates(span.from, span.to) << "  " << tr("(nothing is here)") << '\n';
            for (const catalogue::DateSpan& span : lane.absent)
                out() << "  " << dates(span.from, span.to) << "  " << tr("(not said)") << '\n';
            continue;
        }
        QJsonArray marks;
        for (const insight::Mark& mark : lane.marks)
            marks.append(markJson(mark));
        lanes.append(QJsonObject{{QStringLiteral("key"), lane.key},
                                 {QStringLiteral("title"), lane.title},
                                 {QStringLiteral("group"), insight::laneGroupTitle(lane.group)},
                                 {QStringLiteral("marks"), marks},
                                 {QStringLiteral("missing"), spansJson(lane.missing)},
                                 {QStringLiteral("not_said"), spansJson(lane.absent)}});
    }
    QJsonArray undated;
    for (const insight::Undated& row : timeline.undated) {
        undated.append(QJsonObject{{QStringLiteral("value"), row.value.n},
                                   {QStringLiteral("label"), row.label},
                                   {QStringLiteral("why"), row.why}});
    }
    if (call.json) {
        printJson({{QStringLiteral("from"), dateOrNull(timeline.from)},
                   {QStringLiteral("to"), dateOrNull(timeline.to)},
                   {QStringLiteral("lanes"), lanes},
                   {QStringLiteral("undated"), undated}});
    } else if (!timeline.undated.empty()) {
        out() << tr("Without a date: %1").arg(timeline.undated.size()) << '\n';
    }
    return timeline.lanes.empty() ? base::exitNothingFound : base::exitDone;
}

base::Result<int> runAttainment(Invocation& call)
{
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const desk::Snapshot& now = *opened->snapshot;
    const insight::Attainment attainment = insight::attainment(now.record, now.decisions);
    QJsonArray panels;
    for (const insight::AttainmentPanel& panel : attainment.panels) {
        QJsonArray rows;
        if (!call.json)
            out() << panel.title << " (" << panel.subtitle << ")\n";
        for (const insight::ResultRow& row : panel.rows) {
            rows.append(QJsonObject{{QStringLiteral("value"), row.value.n},
                                    {QStringLiteral("subject"), row.subject},
                                    {QStringLiteral("result"), row.text},
                                    {QStringLiteral("meaning"), textOrNull(row.meaning)}});
            if (!call.json) {
                out() << "  " << row.subject << ": " << row.text
                      << (row.meaning.isEmpty() ? QString() : u" = " + row.meaning) << '\n';
            }
        }
        panels.append(QJsonObject{{QStringLiteral("key"), panel.key},
                                  {QStringLiteral("title"), panel.title},
                                  {QStringLiteral("scale"), panel.system},
                                  {QStringLiteral("academic_year"), textOrNull(panel.year.start > 0 ? panel.year.text() : QString())},
                                  {QStringLiteral("rows"), rows}});
    }
    QJsonArray relative;
    for (const insight::RelativeScore& score : attainment.relative) {
        relative.append(QJsonObject{{QStringLiteral("value"), score.value.n},
                                    {QStringLiteral("title"), score.title},
                                    {QStringLiteral("academic_year"), score.year.text()},
                                    {QStringLiteral("score"), score.score},
                                    {QStringLiteral("low"), score.low ? QJsonValue(*score.low) : QJsonValue()},
                                    {QStringLiteral("high"), score.high ? QJsonValue(*score.high) : QJsonValue()}});
        if (!call.json)
            out() << score.title << " (" << score.year.text() << "): " << QString::number(score.score, 'f', 2) << '\n';
    }
    if (call.json)
        printJson({{QStringLiteral("panels"), panels},
                   {QStringLiteral("relative"), relative},
                   {QStringLiteral("other"), idsJson(attainment.other)}});
    return panels.isEmpty() && relative.isEmpty() ? base::exitNothingFound : base::exitDone;
}

base::Result<int> runReleases(Invocation& call)
{
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const registry::Edition& edition = registry::bundledEdition();
    QJsonArray releases;
    if (!call.json) {
        out() << tr("The program knows %1 of at least %2 shares: too few to judge.").arg(edition.known).arg(edition.of)
              << '\n';
    }
    for (const insight::ReleaseExposure& row : opened->snapshot->exposure) {
        releases.append(releaseJson(row));
        if (call.json)
            continue;
        out() << insight::verdictText(row.verdict).leftJustified(12) << ' ' << row.release.recipient << '\n';
        for (const QString& step : row.trace)
            out() << "    " << step << '\n';
    }
    if (call.json)
        printJson({{QStringLiteral("known"), edition.known},
                   {QStringLiteral("of"), edition.of},
                   {QStringLiteral("releases"), releases}});
    return releases.isEmpty() ? base::exitNothingFound : base::exitDone;
}

} // namespace cli
