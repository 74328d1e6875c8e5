// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/label_rule.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Codes of values are short; numbers of schools, six or seven digits, some written with a slash.
bool isLongNumber(const QString& code)
{
    const auto digits = std::count_if(code.begin(), code.end(), [](QChar c) { return c.isDigit(); });
    return digits >= 5 && digits + 1 >= code.size();
}

// "Year 4" has said 4.
bool says(const QString& words, const QString& code)
{
    for (const QStringView word : QStringView(words).tokenize(u' '))
        if (word == code)
            return true;
    return words == code;
}

} // namespace

MarkLabel labelFor(const insight::Mark& mark, double available, double gap, const TextWidth& width)
{
    if (available <= 0)
        return {};
    const bool hasCode = !mark.code.isEmpty() && !says(mark.label, mark.code);
    if (!mark.label.isEmpty()) {
        const double words = width(mark.label);
        if (hasCode && words + gap + width(mark.code) <= available)
            return {mark.label, mark.code};
        if (words <= available)
            return {mark.label, {}};
    }
    if (!mark.shortLabel.isEmpty()) {
        const double words = width(mark.shortLabel);
        if (hasCode && words + gap + width(mark.code) <= available)
            return {mark.shortLabel, mark.code};
        if (words <= available)
            return {mark.shortLabel, {}};
    }
    // The number of a school that has a name tells nobody anything: its first words do.
    if (hasCode && !mark.label.isEmpty() && isLongNumber(mark.code))
        return {wholeWords(mark.shortLabel.isEmpty() ? mark.label : mark.shortLabel, available, width), {}};
    if (!mark.code.isEmpty() && width(mark.code) <= available)
        return {mark.code, {}};
    return {};
}

QString wholeWords(const QString& name, double available, const TextWidth& width)
{
    if (width(name) <= available)
        return name;
    QString shorter = name;
    // "Ethnic group: who said so": what stands after the colon tells it from its neighbour.
    if (const qsizetype colon = name.indexOf(u": "_s); colon > 0) {
        shorter = name.mid(colon + 2);
        shorter[0] = shorter.at(0).toUpper();
        if (width(shorter) <= available)
            return shorter;
    }
    if (const qsizetype bracket = name.indexOf(u" ("_s); bracket > 0) {
        shorter = name.left(bracket);
        if (width(shorter) <= available)
            return shorter;
    }
    for (qsizetype space = shorter.lastIndexOf(u' '); space > 0; space = shorter.lastIndexOf(u' ')) {
        shorter.truncate(space);
        // A name does not end on a word that only leads to the next.
        for (qsizetype last = shorter.lastIndexOf(u' ');
             last > 0 && shorter.size() - last <= 4 && shorter.at(last + 1).isLower(); last = shorter.lastIndexOf(u' '))
            shorter.truncate(last);
        while (shorter.endsWith(u',') || shorter.endsWith(u'–') || shorter.endsWith(u'&'))
            shorter = shorter.chopped(1).trimmed();
        if (width(shorter) <= available)
            return shorter;
    }
    return {};
}

} // namespace app
