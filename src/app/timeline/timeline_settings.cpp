// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_settings.h"

#include <QSettings>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using insight::LaneGroup;

// Never translated.
constexpr std::pair<LaneGroup, QLatin1StringView> words[] = {
    {LaneGroup::School, "school"_L1},         {LaneGroup::Characteristics, "characteristics"_L1},
    {LaneGroup::SpecialNeeds, "special"_L1},  {LaneGroup::Attendance, "attendance"_L1},
    {LaneGroup::Results, "results"_L1},       {LaneGroup::Releases, "releases"_L1},
    {LaneGroup::Requests, "requests"_L1},
};

QSettings file()
{
    return QSettings(u"pupil-record"_s, u"pupil-record"_s);
}

std::set<LaneGroup> read(const QStringList& list)
{
    std::set<LaneGroup> groups;
    for (const auto& [group, word] : words)
        if (list.contains(word))
            groups.insert(group);
    return groups;
}

QStringList written(const std::set<LaneGroup>& groups)
{
    QStringList list;
    for (const auto& [group, word] : words)
        if (groups.contains(group))
            list << word;
    return list;
}

} // namespace

TimelineSettings TimelineSettings::load()
{
    QSettings kept = file();
    TimelineSettings settings;
    settings.groups.closed = read(kept.value(u"timeline_folded"_s).toStringList());
    settings.groups.opened = read(kept.value(u"timeline_opened"_s).toStringList());
    settings.context = kept.value(u"timeline_context"_s, true).toBool();
    return settings;
}

void TimelineSettings::save() const
{
    QSettings kept = file();
    kept.setValue(u"timeline_folded"_s, written(groups.closed));
    kept.setValue(u"timeline_opened"_s, written(groups.opened));
    kept.setValue(u"timeline_context"_s, context);
}

} // namespace app
