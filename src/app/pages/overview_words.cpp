// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/overview_words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// For lupdate: a context of its own, with plurals.
class OverviewWords {
    Q_DECLARE_TR_FUNCTIONS(app::OverviewWords)
};

} // namespace

std::vector<WorthALook> worthALook(const insight::Overview& overview, const desk::Snapshot& snapshot, int most)
{
    std::vector<WorthALook> things;
    for (const insight::Overview::Changed& changed : overview.changed) {
        if (int(things.size()) >= std::max(1, most - 2))
            break;
        things.push_back({OverviewWords::tr("%1 does not always say the same").arg(changed.title), changed.sentence,
                          OverviewWords::tr("Look at it"), PageName::Timeline, Selected{changed.odd, {}}});
    }
    QStringList missing;
    bool seen = false;
    for (std::size_t i = 0; i < overview.years.size(); ++i) {
        const bool later = std::any_of(overview.years.begin() + std::ptrdiff_t(i), overview.years.end(),
                                       [](const insight::OverviewYear& year) { return year.held; });
        if (overview.years[i].held)
            seen = true;
        else if (seen && later)
            missing << overview.years[i].year.text();
    }
    if (!missing.isEmpty())
        things.push_back({missing.size() == 1 ? OverviewWords::tr("The school year %1 is not in these files").arg(missing.first())
                                              : OverviewWords::tr("The school years %1 are not in these files")
                                                    .arg(QLocale().createSeparatedList(missing)),
                          OverviewWords::tr("The years before and after are here. They may sit under another pupil number, or in a "
                             "file you were not given."),
                          OverviewWords::tr("See the gap"), PageName::Timeline, {}});
    int overdue = 0;
    const insight::ReleaseExposure* first = nullptr;
    for (const insight::ReleaseExposure& one : snapshot.exposure) {
        if (one.destruction != insight::DestructionState::Overdue || one.verdict == insight::Verdict::No
            || one.verdict == insight::Verdict::Unknown)
            continue;
        ++overdue;
        if (!first)
            first = &one;
    }
    if (first)
        things.push_back(
            {OverviewWords::tr("%n copy(s) may be past the date for destruction", nullptr, overdue),
             OverviewWords::tr("%1: due %2. No word that it was destroyed is known here.")
                 .arg(first->release.recipient, first->release.destructionPlanned.asPrinted),
             OverviewWords::tr("See the share"), PageName::Releases, Selected{{}, first->release.reference}});
    if (overview.unknownFields > 0 && int(things.size()) < most)
        things.push_back({OverviewWords::tr("%n value(s) this program has no meaning for", nullptr, overview.unknownFields),
                          OverviewWords::tr("They are kept exactly as delivered."), OverviewWords::tr("See the files"), PageName::Documents, {}});
    if (int(things.size()) > most)
        things.resize(std::size_t(most));
    return things;
}

QString headline(const insight::Overview& overview, const Voice& voice, int things)
{
    QString years;
    if (overview.yearsExpected > 0) {
        years = voice.own
            ? OverviewWords::tr("%1 of your %n school year(s) are here.", nullptr, overview.yearsExpected).arg(overview.yearsHeld)
            : OverviewWords::tr("%1 of %2’s %n school year(s) are here.", nullptr, overview.yearsExpected)
                  .arg(QString::number(overview.yearsHeld), voice.name);
    } else {
        years = OverviewWords::tr("%n school year(s) are here.", nullptr, overview.yearsHeld);
    }
    static const QStringList numbers{OverviewWords::tr("Nothing stands out."), OverviewWords::tr("One thing is worth a look."),
                                     OverviewWords::tr("Two things are worth a look."), OverviewWords::tr("Three things are worth a look."),
                                     OverviewWords::tr("Four things are worth a look."), OverviewWords::tr("Five things are worth a look.")};
    const QString look = things < numbers.size() ? numbers[things] : OverviewWords::tr("%n thing(s) are worth a look.", nullptr, things);
    return years + u' ' + look;
}

QString notHeld(const insight::Overview& overview, QDate today)
{
    std::optional<catalogue::AcademicYear> last;
    for (const insight::OverviewYear& year : overview.years)
        if (year.held)
            last = year.year;
    if (!last)
        return {};
    const catalogue::AcademicYear now = catalogue::AcademicYear::of(today);
    return *last < now ? OverviewWords::tr("Nothing after July %1 is in these files.").arg(last->start + 1) : QString();
}

} // namespace app
