// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/moment_words.h"

#include "app/timeline/zoom_steps.h"
#include "catalogue/academic_year.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::MomentWords)
};

std::optional<TimeRange> termTyped(const QString& text)
{
    static const QRegularExpression form(u"^(\\p{L}+)(?:\\s+term)?\\s+(\\d{4})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    using catalogue::Term;
    const int year = match.capturedView(2).toInt();
    for (const Term term : {Term::Autumn, Term::Spring, Term::Summer})
        if (match.captured(1) == catalogue::termText(term).toLower() || match.captured(1) == catalogue::termWord(term)) {
            const catalogue::DateSpan span = catalogue::termSpan({term == Term::Autumn ? year : year - 1}, term);
            return rangeOf(span.from, span.to);
        }
    return {};
}

std::optional<TimeRange> groupTyped(const QString& text, const insight::Timeline& timeline)
{
    static const QRegularExpression number(u"(\\d{1,2})$"_s);
    const QString year = Words::tr("Year").toLower();
    const QString age = Words::tr("age", "how old somebody is").toLower();
    QString tick;
    if (text == Words::tr("Reception").toLower())
        tick = u"R"_s;
    else if (text.startsWith(year + u' '))
        tick = number.match(text).captured(1);
    if (!tick.isEmpty()) {
        for (const insight::SchoolYearTick& one : timeline.schoolYears)
            if (one.text == tick)
                return rangeOf(one.year.firstDay(), one.year.lastDay());
        return {};
    }
    const auto years = number.match(text);
    if (!text.startsWith(age + u' ') || !years.hasMatch() || !timeline.from.isValid())
        return {};
    const int wanted = years.capturedView(1).toInt();
    return rangeOf(birthday(timeline.from, wanted), birthday(timeline.from, wanted + 1).addDays(-1));
}

std::optional<TimeRange> dayTyped(const QString& text)
{
    for (const QString& form : {u"d MMMM yyyy"_s, u"d MMM yyyy"_s, u"d/M/yyyy"_s, u"d.M.yyyy"_s, u"yyyy-MM-dd"_s})
        for (const QLocale& locale : {QLocale(), QLocale::c()})
            if (const QDate day = locale.toDate(text, form); day.isValid())
                return rangeOf(day, day);
    for (const QString& form : {u"MMMM yyyy"_s, u"MMM yyyy"_s, u"M/yyyy"_s})
        for (const QLocale& locale : {QLocale(), QLocale::c()})
            if (const QDate month = locale.toDate(text, form); month.isValid())
                return rangeOf(month, month.addMonths(1).addDays(-1));
    return {};
}

} // namespace

std::optional<TimeRange> momentTyped(const QString& typed, const insight::Timeline& timeline)
{
    const QString text = typed.simplified().toLower();
    static const QRegularExpression bare(u"^(19|20)\\d{2}$"_s);
    if (bare.match(text).hasMatch()) {
        const int year = text.toInt();
        return rangeOf(QDate(year, 1, 1), QDate(year, 12, 31));
    }
    if (const auto year = catalogue::AcademicYear::parse(text))
        return rangeOf(year->firstDay(), year->lastDay());
    if (const auto term = termTyped(text))
        return term;
    if (const auto group = groupTyped(text, timeline))
        return group;
    return dayTyped(text);
}

} // namespace app
