// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/gap_words.h"

#include "app/models/mark_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::GapWords)
};

// What follows each other is one gap.
QStringList gapTimes(const std::vector<catalogue::DateSpan>& spans)
{
    QStringList times;
    for (std::size_t n = 0; n < spans.size();) {
        QDate to = spans[n].to;
        std::size_t next = n + 1;
        for (; next < spans.size() && spans[next].from == to.addDays(1); ++next)
            to = spans[next].to;
        times.append(timeWords(spans[n].from, to));
        n = next;
    }
    return times;
}

} // namespace

QString onlyInWords(const insight::Lane& lane)
{
    switch (lane.onlyIn) {
    case catalogue::Term::Autumn:
        return Words::tr("said in autumn only");
    case catalogue::Term::Spring:
        return Words::tr("said in spring only");
    case catalogue::Term::Summer:
        return Words::tr("said in summer only");
    case catalogue::Term::None:
        break;
    }
    return {};
}

QString gapWords(const insight::Lane& lane)
{
    QStringList told;
    if (!lane.missing.empty())
        told.append(Words::tr("nothing is here of %1").arg(QLocale().createSeparatedList(gapTimes(lane.missing))));
    if (QString only = onlyInWords(lane); !only.isEmpty())
        told.append(std::move(only));
    if (!lane.absent.empty())
        told.append(Words::tr("not said in %1").arg(QLocale().createSeparatedList(gapTimes(lane.absent))));
    return told.join(Words::tr("; "));
}

} // namespace app
