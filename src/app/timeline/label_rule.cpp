// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/label_rule.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

MarkLabel labelFor(const insight::Mark& mark, double available, double gap, const TextWidth& width)
{
    if (available <= 0)
        return {};
    const bool hasCode = !mark.code.isEmpty() && mark.code != mark.label;
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
