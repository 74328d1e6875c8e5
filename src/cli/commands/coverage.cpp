// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What should be there for one person, beside what is.
#include "cli/commands.h"
#include "cli/opened.h"
#include "cli/person_option.h"

#include "insight/coverage.h"

#include <QJsonArray>

#include <algorithm>

namespace cli {

namespace {

// What the cell says, and where the printed table says something else.
QString wholeRule(const insight::CoverCell& cell)
{
    return cell.printed.disagrees ? QString(cell.verdict.rule + u' ' + cell.printed.words) : cell.verdict.rule;
}

QJsonArray cellsJson(const insight::Coverage& coverage)
{
    QJsonArray cells;
    for (const insight::CoverRow& row : coverage.rows) {
        for (const insight::CoverCell& cell : row.cells) {
            cells.append(QJsonObject{
                {QStringLiteral("collection"), cell.collection},
                {QStringLiteral("academic_year"), cell.year.text()},
                {QStringLiteral("state"), insight::coverStateWord(cell.verdict.state)},
                {QStringLiteral("certainty"), catalogue::certaintyWord(cell.verdict.certainty)},
                {QStringLiteral("rule"), wholeRule(cell)},
                {QStringLiteral("source"), textOrNull(cell.verdict.source)},
            });
        }
    }
    return cells;
}

QString stateText(const insight::CoverVerdict& verdict)
{
    switch (verdict.state) {
    case insight::CoverState::Held:
        return tr("here");
    case insight::CoverState::ExpectedAbsent:
        return verdict.certainty == catalogue::Certainty::Background ? tr("may be held, not here")
                                                                     : tr("should be there, not here");
    case insight::CoverState::NotExpected:
        return tr("not at that age");
    case insight::CoverState::NotCollected:
        return tr("not collected");
    case insight::CoverState::Cancelled:
        return tr("cancelled nationally");
    case insight::CoverState::CannotTell:
        break;
    }
    return tr("cannot tell");
}

// Years that say the same, as one line; what is not for that age is left out.
void printRow(const insight::CoverRow& row)
{
    const auto notForThatAge = [](const insight::CoverCell& cell) {
        return cell.verdict.state == insight::CoverState::NotExpected;
    };
    if (std::all_of(row.cells.begin(), row.cells.end(), notForThatAge))
        return;
    out() << row.title << '\n';
    for (std::size_t from = 0; from < row.cells.size();) {
        std::size_t to = from;
        while (to + 1 < row.cells.size() && stateText(row.cells[to + 1].verdict) == stateText(row.cells[from].verdict))
            ++to;
        if (!notForThatAge(row.cells[from])) {
            const QString first = row.cells[from].year.text(), last = row.cells[to].year.text();
            const QString years = from == to ? first : QString(first + QStringLiteral(" – ") + last);
            out() << "  " << years.leftJustified(17) << "  " << stateText(row.cells[from].verdict) << '\n';
            out() << "      " << wholeRule(row.cells[from]) << '\n';
        }
        from = to + 1;
    }
}

base::Result<insight::Coverage> asked(Invocation& call)
{
    const auto born = birthOption(call);
    if (!born)
        return tl::unexpected(born.error());
    if (const std::optional<QDate>& birth = *born; birth) {
        if (!call.positional().isEmpty())
            return usage(tr("Name a record file or a date of birth, not both."));
        return insight::coverage(*birth, call.clock.today());
    }
    if (call.positional().isEmpty())
        return usage(tr("Which record file? Or say a date of birth with --born."));
    const auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const desk::Snapshot& now = *opened->snapshot;
    return insight::coverage(now.record, now.decisions, now.today);
}

} // namespace

void coverageOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("born"), tr("Without a record file: what there should be for a date of birth (YYYY-MM-DD)."),
                      QStringLiteral("date")});
}

base::Result<int> runCoverage(Invocation& call)
{
    const auto coverage = asked(call);
    if (!coverage)
        return tl::unexpected(coverage.error());
    if (call.json) {
        printJson({{QStringLiteral("cells"), cellsJson(*coverage)}});
    } else {
        out() << tr("What schools of the state in England sent in, by date of birth. \"May be held\" is general knowledge.")
              << '\n';
        for (const insight::CoverRow& row : coverage->rows)
            printRow(row);
    }
    return coverage->years.empty() ? base::exitNothingFound : base::exitDone;
}

} // namespace cli
