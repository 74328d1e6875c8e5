// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/mark_words.h"

#include "catalogue/academic_year.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Counts are of two and more here: one mark is never a count.
class Words {
    Q_DECLARE_TR_FUNCTIONS(app::MarkWords)
};

QString dayWords(QDate date)
{
    return QLocale().toString(date, u"d MMMM yyyy"_s);
}

// "spring 2010" for the term that begins (or ends) on that day; empty for any other day.
QString termWords(QDate date, bool begins)
{
    using catalogue::Term;
    const auto year = catalogue::AcademicYear::of(date);
    for (const Term term : {Term::Autumn, Term::Spring, Term::Summer}) {
        const catalogue::DateSpan span = catalogue::termSpan(year, term);
        if (date == (begins ? span.from : span.to))
            return Words::tr("%1 %2").arg(catalogue::termText(term), QString::number(span.from.year()));
    }
    return {};
}

} // namespace

QString timeWords(QDate from, QDate to)
{
    if (!from.isValid() && !to.isValid())
        return Words::tr("date not known");
    if (!to.isValid() || from == to)
        return dayWords(from);
    if (!from.isValid())
        return dayWords(to);
    const auto first = catalogue::AcademicYear::of(from);
    const auto last = catalogue::AcademicYear::of(to);
    if (from == first.firstDay() && to == last.lastDay())
        return first == last ? Words::tr("school year %1").arg(first.text())
                             : Words::tr("school years %1 to %2").arg(first.text(), last.text());
    const QString begin = termWords(from, true);
    const QString end = termWords(to, false);
    if (!begin.isEmpty() && !end.isEmpty())
        return begin == end ? begin : Words::tr("%1 to %2").arg(begin, end);
    return Words::tr("%1 to %2").arg(dayWords(from), dayWords(to));
}

QString timeWords(const insight::Mark& mark)
{
    using insight::MarkKind;
    // A result or an event that is dated by its year alone says the year; only what lasts has a start and an end.
    if (mark.kind == MarkKind::Result || mark.kind == MarkKind::Event || mark.kind == MarkKind::Amount)
        return timeWords(mark.from, mark.to);
    // What was read there is known although nobody stated when it began or ended.
    if (mark.kind == MarkKind::Span && mark.from != mark.to && !(mark.fromKnown && mark.toKnown)) {
        if (mark.fromKnown)
            return Words::tr("from %1, last seen %2").arg(dayWords(mark.from), dayWords(mark.to));
        if (mark.toKnown)
            return Words::tr("first seen %1, until %2").arg(dayWords(mark.from), dayWords(mark.to));
        return Words::tr("seen %1").arg(timeWords(mark.from, mark.to));
    }
    if (!mark.fromKnown && !mark.toKnown)
        return Words::tr("dates not stated");
    if (!mark.fromKnown)
        return Words::tr("start not stated, until %1").arg(timeWords(mark.to, mark.to));
    if (!mark.toKnown)
        return Words::tr("from %1, end not stated").arg(timeWords(mark.from, mark.from));
    return timeWords(mark.from, mark.to);
}

QString valueWords(const insight::Mark& mark)
{
    if (!mark.label.isEmpty())
        return mark.label;
    if (!mark.shortLabel.isEmpty())
        return mark.shortLabel;
    if (!mark.code.isEmpty())
        return mark.code;
    if (mark.kind == insight::MarkKind::Amount)
        return QLocale().toString(mark.amount, 'g', 10);
    return Words::tr("empty");
}

QString markWords(const insight::Mark& mark)
{
    QString words = valueWords(mark);
    if (mark.kind == insight::MarkKind::Result && !mark.code.isEmpty() && mark.code != words &&
        !words.contains(mark.code))
        words = Words::tr("%1 %2").arg(words, mark.code);
    if (mark.kind == insight::MarkKind::Holding && mark.open)
        words = Words::tr("%1, past its end, destruction not confirmed").arg(words);
    return Words::tr("%1, %2").arg(words, timeWords(mark));
}

QString markName(const insight::Lane& lane, const insight::Mark& mark)
{
    return Words::tr("%1, %2").arg(lane.title, markWords(mark));
}

QString countWords(const insight::Lane& lane, int first, int count)
{
    using insight::MarkKind;
    const MarkKind kind = lane.marks[static_cast<std::size_t>(first)].kind;
    const auto begin = lane.marks.begin() + first;
    const bool same = std::all_of(begin, begin + count, [&](const insight::Mark& mark) { return mark.kind == kind; });
    if (same && kind == MarkKind::Result)
        return Words::tr("%n results", nullptr, count);
    if (same && kind == MarkKind::Event)
        return Words::tr("%n times", nullptr, count);
    if (same && kind == MarkKind::Request)
        return Words::tr("%n letters", nullptr, count);
    return Words::tr("%n values", nullptr, count);
}

QString runName(const insight::Lane& lane, int first, int count)
{
    const insight::Mark& mark = lane.marks[static_cast<std::size_t>(first)];
    if (count == 1)
        return markName(lane, mark);
    QDate end = mark.to;
    for (int i = first; i < first + count; ++i)
        end = std::max(end, lane.marks[static_cast<std::size_t>(i)].to);
    return Words::tr("%1, %2, %3").arg(lane.title, countWords(lane, first, count), timeWords(mark.from, end));
}

} // namespace app
