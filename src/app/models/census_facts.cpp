// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/census_facts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::CensusFacts)
};

QString wordsOf(const insight::Reading& reading)
{
    if (!reading.meaning.isEmpty())
        return reading.meaning;
    return reading.raw.trimmed().isEmpty() ? Words::tr("(empty)") : reading.raw.trimmed();
}

QString number(double value)
{
    return QLocale().toString(value, 'f', value == static_cast<int>(value) ? 0 : 1);
}

QString counted(const insight::CharacteristicAccount& account)
{
    QStringList parts;
    for (const insight::CountedAnswer& answer : account.counted)
        parts << Words::tr("%1: %2").arg(answer.words, QString::number(answer.times));
    return parts.join(Words::tr(", "));
}

QString leftOut(const insight::CharacteristicAccount& account)
{
    QStringList words;
    for (const insight::CountedAnswer& answer : account.counted)
        if (!answer.given)
            words << Words::tr("\"%1\"").arg(answer.words);
    return words.isEmpty() ? QString() : Words::tr("Left out, because it answers nothing: %1.").arg(words.join(Words::tr(", ")));
}

QString takenOver(const insight::CharacteristicAccount& account)
{
    if (account.countedReadings == 0)
        return Words::tr("No census from %1 to %2 is here, so nothing can be said about it.")
            .arg(account.countedFrom, account.countedTo);
    const QString times = Words::tr("%n census answer(s) from %1 to %2", nullptr, account.countedReadings)
                              .arg(account.countedFrom, account.countedTo);
    const insight::CountedAnswer* modal = account.modal();
    if (!modal)
        return Words::tr("No answer comes first among %1 (%2). Which one a study would take is not known.")
            .arg(times, counted(account));
    if (account.fixed)
        return Words::tr("A study would most likely take \"%1\": it is the commonest of %2 (%3).")
            .arg(modal->words, times, counted(account));
    return Words::tr("\"%1\" is the commonest of %2 (%3). It may change as time goes on, so studies mostly look at one year.")
        .arg(modal->words, times, counted(account));
}

QString changesOf(const insight::CharacteristicAccount& account)
{
    constexpr std::size_t most = 8; // more push what else is told off the screen; the table holds every reading
    QStringList lines;
    const std::size_t told = std::min(most, account.changes.size());
    for (std::size_t n = 0; n < told; ++n) {
        const insight::AccountChange& change = account.changes[n];
        lines << (change.school.isEmpty()
                      ? Words::tr("%1: from \"%2\" to \"%3\"").arg(change.when, change.before, change.after)
                      : Words::tr("%1, sent by %2: from \"%3\" to \"%4\"").arg(change.when, change.school, change.before, change.after));
    }
    if (told < account.changes.size())
        lines << Words::tr("The others are marked in the table below.");
    return lines.join(u'\n');
}

QString yearsOf(const insight::CodeYears& code)
{
    if (!code.first || !code.last)
        return Words::tr("no year");
    return *code.first == *code.last ? code.first->text() : Words::tr("%1 to %2").arg(code.first->text(), code.last->text());
}

QString reasonsOf(const std::vector<insight::AbsenceReason>& reasons)
{
    QStringList parts;
    for (const insight::AbsenceReason& reason : reasons) {
        const QString said = Words::tr("%1 %2").arg(reason.words, number(reason.sessions));
        parts << (reason.kind == insight::ReasonKind::Present      ? Words::tr("%1 (counts as at school)").arg(said)
                  : reason.kind == insight::ReasonKind::NotCounted ? Words::tr("%1 (not counted)").arg(said)
                                                                   : said);
    }
    return parts.join(Words::tr(", "));
}

QString categoryOf(const insight::ExclusionCase& one)
{
    if (one.category.isEmpty())
        return Words::tr("not said");
    return one.category == one.categoryCode ? Words::tr("%1, meaning not known").arg(one.category) : one.category;
}

// In words with their codes; a code that nobody explained stands for itself.
QString reasonsOf(const insight::ExclusionCase& one)
{
    if (one.reasons.isEmpty())
        return Words::tr("not said");
    const QString reasons = one.reasons.join(Words::tr("; "));
    return reasons == one.reasonCodes ? Words::tr("%1, meaning not known").arg(reasons)
                                      : Words::tr("%1 (%2)").arg(reasons, one.reasonCodes);
}

// "8 with leave, 1 without": the bar in words.
QString missedWords(const insight::AbsencePart& part)
{
    const auto missed = part.missed();
    if (missed == 0.0)
        return Words::tr("none");
    if (missed && part.authorised && part.unauthorised)
        return Words::tr("%1: %2 with leave, %3 without")
            .arg(number(*missed), number(*part.authorised), number(*part.unauthorised));
    // Half a sum is told as what it is.
    const QString half = part.authorised     ? Words::tr("%1 with leave, the rest not said").arg(number(*part.authorised))
                         : part.unauthorised ? Words::tr("%1 without leave, the rest not said").arg(number(*part.unauthorised))
                                             : QString();
    if (!missed)
        return half.isEmpty() ? Words::tr("not said") : half;
    return half.isEmpty() ? Words::tr("%1, of which kind is not said").arg(number(*missed))
                          : Words::tr("%1: %2").arg(number(*missed), half);
}

QString shareWords(const insight::AbsencePart& part)
{
    const auto missed = part.missed();
    if (!missed || !part.possible || *part.possible <= 0)
        return {};
    return Words::tr("%1\u00a0%").arg(number(std::round(1000 * *missed / *part.possible) / 10));
}

FactBar barOf(const insight::AbsencePart& part, double longest)
{
    FactBar bar;
    bar.longest = longest;
    bar.allowed = part.authorised.value_or(0);
    bar.notAllowed = part.unauthorised.value_or(0);
    bar.other = std::max(0.0, part.missed().value_or(0) - bar.allowed - bar.notAllowed);
    return bar;
}

// What the terms say together, where the year has no sum.
double leastOf(const std::vector<insight::AbsencePart>& parts)
{
    double sum = 0;
    for (const insight::AbsencePart& part : parts)
        sum += part.least().value_or(0);
    return sum;
}

FactRow absenceRow(const QString& when, const insight::AbsencePart& part, double longest)
{
    FactRow row;
    row.texts = {when, missedWords(part), part.possible ? number(*part.possible) : Words::tr("not said"), shareWords(part),
                 reasonsOf(part.reasons)};
    row.values = part.values;
    if (part.least().value_or(0) > 0)
        row.bar = barOf(part, longest);
    return row;
}

// The address of a site is one word of thirty letters: it may break at its dots.
QString sourceOf(const insight::CharacteristicAccount& account)
{
    static const QRegularExpression dot(u"\\.(?=\\w)"_s);
    return QString(account.ruleSource).replace(dot, u".\u200b"_s);
}

} // namespace

std::vector<Told> toldOf(const insight::CharacteristicAccount& account, bool masked)
{
    std::vector<Told> told;
    // Everybody moves up a year: that is no change to tell.
    const bool follows = account.key == "NCyearActual"_L1;
    const int changes = static_cast<int>(account.changes.size());
    const QString often = changes == 0 ? Words::tr("It never changed in what is here.")
                                       : Words::tr("It changed %n time(s).", nullptr, changes);
    if (masked) {
        told.push_back({Words::tr("Changes"), often});
        return told;
    }
    if (!follows)
        told.push_back({Words::tr("Changes"), changes == 0 ? often : QString(often + u'\n' + changesOf(account))});
    if (const insight::AccountReading* last = account.last())
        told.push_back({Words::tr("Last answer"),
                        last->school.isEmpty()
                            ? Words::tr("\"%1\", %2").arg(wordsOf(last->reading), last->when)
                            : Words::tr("\"%1\", %2, sent by %3").arg(wordsOf(last->reading), last->when, last->school)});
    if (!follows) {
        told.push_back({Words::tr("What a study would take"), QString(takenOver(account) + u' ' + leftOut(account)).trimmed()});
        told.push_back({Words::tr("The rule"),
                        account.fixed
                            ? Words::tr("Studies that need one answer for life count all censuses from %1 to %2 "
                                 "and take the commonest. Not every study does so. Source: %3.")
                                  .arg(account.countedFrom, account.countedTo, sourceOf(account))
                            : Words::tr("Counted the same way as ethnic group and sex are in studies. The source reads things "
                                 "that change from one year, or as \"ever\". Source: %1.")
                                  .arg(sourceOf(account))});
    }
    return told;
}

FactTable answersTable(const insight::CharacteristicAccount& account, bool masked)
{
    FactTable table{{Words::tr("When"), Words::tr("What it says"), Words::tr("Code"), Words::tr("School"), Words::tr("From")}, {24, 32, 11, 24, 24}, -1, {}};
    for (const insight::AccountReading& told : account.readings) {
        FactRow row;
        const QString when = told.group.isEmpty() ? told.when : Words::tr("%1, %2").arg(told.when, told.group);
        if (masked)
            row.texts = {when, Words::tr("hidden"), Words::tr("hidden"), told.school, told.document};
        else
            row.texts = {when, told.reading.changed ? Words::tr("%1 (changed)").arg(wordsOf(told.reading)) : wordsOf(told.reading),
                         told.reading.raw.trimmed(), told.school, told.document};
        row.values.push_back(told.reading.value);
        row.changed = told.reading.changed && !masked;
        table.rows.push_back(std::move(row));
    }
    return table;
}

FactTable codesTable(const insight::CharacteristicAccount& account, bool masked)
{
    FactTable table{{Words::tr("Code"), Words::tr("In"), Words::tr("What it meant"), Words::tr("Where that is written")}, {11, 20, 36, 48}, -1, {}};
    if (masked)
        return table;
    for (const insight::CodeYears& code : account.codes) {
        FactRow row;
        row.texts = {code.code, yearsOf(code), code.known ? code.meaning : Words::tr("Its meaning is not known for these years."),
                     code.known && code.source.isEmpty() ? Words::tr("a yes-or-no field") : code.source};
        for (const insight::AccountReading& told : account.readings)
            if (told.reading.raw.trimmed() == code.code && told.reading.year && code.first && code.last
                && *told.reading.year >= *code.first && *told.reading.year <= *code.last)
                row.values.push_back(told.reading.value);
        table.rows.push_back(std::move(row));
    }
    return table;
}

FactTable absenceTable(const insight::Attendance& attendance)
{
    FactTable table{{Words::tr("School year"), Words::tr("Half days missed"), Words::tr("Possible"), Words::tr("Share"), Words::tr("Reasons")},
                    {24, 40, 12, 11, 32},
                    1,
                    {}};
    double longest = 1;
    for (const insight::AbsenceYear& year : attendance.years)
        longest = std::max({longest, year.whole.least().value_or(0), leastOf(year.parts)});
    for (const insight::AbsenceYear& year : attendance.years) {
        QString when = year.year.text();
        if (!year.group.isEmpty())
            when = Words::tr("%1, %2").arg(when, year.group);
        if (year.summed)
            when = Words::tr("%1 (terms added up)").arg(when);
        else if (!year.whole.title.isEmpty())
            when = Words::tr("%1 (%2)").arg(when, year.whole.title.toLower());
        table.rows.push_back(absenceRow(when, year.whole, longest));
        table.rows.back().changed = true; // the first row of its year
        if (const double atLeast = leastOf(year.parts); year.summed && !year.whole.missed() && atLeast > 0) {
            table.rows.back().texts[1] = Words::tr("at least %1, not said for every term").arg(number(atLeast));
            FactBar bar = barOf(year.whole, longest);
            bar.other = std::max(0.0, atLeast - bar.allowed - bar.notAllowed);
            table.rows.back().bar = bar;
        }
        if (year.parts.size() < 2 && year.summed == false && !year.parts.empty() && year.whole.title == year.parts.front().title)
            continue;
        for (const insight::AbsencePart& part : year.parts)
            table.rows.push_back(absenceRow(u"    "_s + part.title, part, longest));
    }
    return table;
}

FactTable exclusionTable(const insight::Attendance& attendance)
{
    FactTable table{{Words::tr("When"), Words::tr("What kind"), Words::tr("Half days"), Words::tr("Reasons"), Words::tr("School")}, {22, 30, 12, 32, 24}, -1, {}};
    for (const insight::ExclusionCase& one : attendance.exclusions) {
        FactRow row;
        row.texts = {one.unreadableDay ? Words::tr("%1 (no such day)").arg(one.when) : one.when, categoryOf(one),
                     one.sessions ? number(*one.sessions) : Words::tr("not said"), reasonsOf(one), one.school};
        row.values = one.values;
        table.rows.push_back(std::move(row));
    }
    return table;
}

FactTable addressTable(const std::vector<insight::Address>& addresses, bool masked)
{
    FactTable table{{Words::tr("When"), Words::tr("Address"), Words::tr("Postcode"), Words::tr("Areas"), Words::tr("From")}, {24, 36, 14, 28, 22}, -1, {}};
    for (const insight::Address& told : addresses) {
        FactRow row;
        if (masked)
            row.texts = {told.when, Words::tr("hidden"), Words::tr("hidden"), Words::tr("hidden"), told.document};
        else
            row.texts = {told.when, told.changed ? Words::tr("%1 (moved)").arg(told.lines) : told.lines, told.postcode, told.areas,
                         told.document};
        row.changed = told.changed && !masked;
        row.values = told.values;
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace app
