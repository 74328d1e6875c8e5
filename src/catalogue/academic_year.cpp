// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/academic_year.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace catalogue {

namespace {

// Years a person can meet in a record; a product code such as "201999" is no academic year.
constexpr int earliest = 1900;
constexpr int latest = 2099;

bool allDigits(QStringView text)
{
    return !text.isEmpty()
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QString AcademicYear::text() const
{
    return u"%1/%2"_s.arg(start).arg((start + 1) % 100, 2, 10, QLatin1Char('0'));
}

QDate AcademicYear::firstDay() const
{
    return {start, 9, 1};
}

QDate AcademicYear::lastDay() const
{
    return {start + 1, 8, 31};
}

AcademicYear AcademicYear::of(QDate date)
{
    return {date.month() >= 9 ? date.year() : date.year() - 1};
}

std::optional<AcademicYear> AcademicYear::parse(QStringView text)
{
    text = text.trimmed();
    QStringView from = text.first(std::min<qsizetype>(4, text.size()));
    QStringView to = text.sliced(from.size());
    if (!to.isEmpty() && (to.front() == u'/' || to.front() == u'-' || to.front() == QChar(0x2013)))
        to = to.sliced(1);
    if (from.size() != 4 || !allDigits(from) || !allDigits(to) || (to.size() != 2 && to.size() != 4))
        return {};
    const int start = from.toInt();
    const int end = to.toInt();
    if (start < earliest || start > latest || end != (to.size() == 2 ? (start + 1) % 100 : start + 1))
        return {};
    return AcademicYear{start};
}

QString termText(Term term)
{
    switch (term) {
    case Term::Autumn:
        return QCoreApplication::translate("catalogue", "autumn");
    case Term::Spring:
        return QCoreApplication::translate("catalogue", "spring");
    case Term::Summer:
        return QCoreApplication::translate("catalogue", "summer");
    case Term::None:
        break;
    }
    return {};
}

QString termWord(Term term)
{
    switch (term) {
    case Term::Autumn:
        return u"autumn"_s;
    case Term::Spring:
        return u"spring"_s;
    case Term::Summer:
        return u"summer"_s;
    case Term::None:
        break;
    }
    return {};
}

std::optional<Term> parseTerm(QStringView text)
{
    text = text.trimmed();
    if (text.endsWith(u" term", Qt::CaseInsensitive))
        text = text.chopped(5).trimmed();
    constexpr std::pair<QStringView, Term> words[] = {
        {u"aut", Term::Autumn}, {u"autumn", Term::Autumn}, {u"spr", Term::Spring},
        {u"spring", Term::Spring}, {u"sum", Term::Summer}, {u"summer", Term::Summer},
    };
    for (const auto& [word, term] : words) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return term;
    }
    return {};
}

DateSpan termSpan(AcademicYear year, Term term)
{
    switch (term) {
    case Term::Autumn:
        return {year.firstDay(), QDate(year.start, 12, 31)};
    case Term::Spring:
        return {QDate(year.start + 1, 1, 1), QDate(year.start + 1, 3, 31)};
    case Term::Summer:
        return {QDate(year.start + 1, 4, 1), year.lastDay()};
    case Term::None:
        break;
    }
    return {year.firstDay(), year.lastDay()};
}

} // namespace catalogue
