// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/person.h"

#include <QStringList>

#include <algorithm>

namespace record {

namespace {

bool sameNumber(const QString& left, const QString& right)
{
    return !left.isEmpty() && !right.isEmpty() && left.compare(right, Qt::CaseInsensitive) == 0;
}

// First given name and last surname word agree, and every word of the shorter name stands in the longer one, or is
// the initial of a word there: "Mina Okafor-Hale" and "Okafor Hale, Mina R.".
bool sameName(const QString& left, const QString& right)
{
    QStringList shorter = comparableName(left).split(u' ', Qt::SkipEmptyParts);
    QStringList longer = comparableName(right).split(u' ', Qt::SkipEmptyParts);
    if (shorter.size() > longer.size())
        shorter.swap(longer);
    if (shorter.size() < 2)
        return !shorter.isEmpty() && shorter == longer;
    int whole = 0;
    for (const QString& word : std::as_const(shorter)) {
        const auto found = std::find_if(longer.begin(), longer.end(), [&](const QString& other) {
            return other == word || (word.size() == 1 && other.startsWith(word)) ||
                   (other.size() == 1 && word.startsWith(other));
        });
        if (found == longer.end())
            return false;
        whole += found->size() > 1 && word.size() > 1 ? 1 : 0;
        longer.erase(found);
    }
    return whole >= 2;
}

} // namespace

QString comparableName(const QString& name)
{
    const QString decomposed = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString result;
    result.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            result += c;
        else if (c.isMark() || c == u'\'' || c == QChar(0x2019) || c == u'.')
            continue;
        else if (!result.isEmpty() && !result.endsWith(u' '))
            result += u' ';
    }
    return result.trimmed();
}

Fit fit(const Person& wanted, const Person& found)
{
    const bool dateKnown = wanted.born.isValid() && found.born.isValid();
    const bool dateSame = dateKnown && wanted.born == found.born;
    const bool number = sameNumber(wanted.upn, found.upn) || sameNumber(wanted.uln, found.uln);
    if (number)
        return dateSame || !dateKnown ? Fit::Same : Fit::Possible;
    const bool name = sameName(wanted.name, found.name);
    if (name && dateSame)
        return Fit::Same;
    if (dateSame && (wanted.name.isEmpty() || found.name.isEmpty()))
        return Fit::Possible;
    if (name && !dateKnown)
        return Fit::Possible;
    return Fit::Different;
}

} // namespace record
