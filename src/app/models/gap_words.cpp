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

// Terms that follow each other are one gap.
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
    QString only = onlyInWords(lane); // moved out, or said with the rest
    if (lane.absent.empty())
        return only;
    const QString unsaid = Words::tr("not said in %1").arg(QLocale().createSeparatedList(gapTimes(lane.absent)));
    return only.isEmpty() ? unsaid : Words::tr("%1; %2").arg(only, unsaid);
}

} // namespace app
