// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline_fixture.h"

using namespace Qt::StringLiterals;
using insight::LaneGroup;
using insight::Mark;
using insight::MarkKind;

namespace fixture {

Mark span(const QString& key, QDate from, QDate to, const QString& label, const QString& code, qint64 value)
{
    Mark mark;
    mark.key = key;
    mark.from = from;
    mark.to = to;
    mark.label = label;
    mark.code = code;
    mark.readings = {from};
    if (value > 0)
        mark.values = {record::ValueId{value}};
    return mark;
}

insight::Timeline life()
{
    insight::Timeline timeline;
    timeline.from = QDate(2001, 8, 14);
    timeline.today = QDate(2026, 11, 22);
    timeline.to = timeline.today;
    for (int i = 0; i < 14; ++i)
        timeline.schoolYears.push_back({{2005 + i}, i == 0 ? u"R"_s : QString::number(i), i != 5});
    insight::Lane school{u"school"_s, u"School"_s, LaneGroup::School, {}};
    school.marks = {span(u"school.1"_s, QDate(2005, 9, 5), QDate(2012, 7, 24), u"Alder School"_s),
                    span(u"school.2"_s, QDate(2012, 9, 3), QDate(2019, 7, 20), u"Kingsfell School"_s)};
    insight::Lane ethnic{u"SC.EthnicGroup"_s, u"Ethnic group"_s, LaneGroup::Characteristics, {}};
    ethnic.marks = {span(u"ethnic.1"_s, QDate(2006, 1, 1), QDate(2008, 3, 31), u"White and Asian"_s, u"MWAS"_s, 11),
                    span(u"ethnic.2"_s, QDate(2009, 1, 1), QDate(2010, 3, 31), u"White – British"_s, u"WBRI"_s, 12),
                    span(u"ethnic.3"_s, QDate(2012, 1, 1), QDate(2019, 3, 31), u"White and Asian"_s, u"MWAS"_s, 13)};
    ethnic.missing = {{QDate(2010, 9, 1), QDate(2011, 8, 31)}};
    insight::Lane language{u"SC.Language"_s, u"First language"_s, LaneGroup::Characteristics, {}};
    language.marks = {span(u"language.1"_s, QDate(2006, 1, 1), QDate(2019, 8, 31), u"English"_s, u"ENG"_s, 21)};
    insight::Lane care{u"CIN.InNeed"_s, u"In need of help"_s, LaneGroup::Care, {}};
    care.marks = {span(u"care.1"_s, QDate(2013, 1, 1), QDate(2014, 3, 1), u"Yes"_s, u"1"_s, 31)};
    care.hard = true;
    insight::Lane results{u"results.KS1"_s, u"Key Stage 1"_s, LaneGroup::Results, {}};
    for (int i = 0; i < 3; ++i) {
        Mark mark = span(u"ks1.%1"_s.arg(i), QDate(2007, 9, 1), QDate(2008, 8, 31), u"Subject %1: 2B"_s.arg(i), u"2B"_s,
                         41 + i);
        mark.kind = MarkKind::Result;
        mark.fromKnown = mark.toKnown = false;
        results.marks.push_back(mark);
    }
    insight::Lane release{u"release.tutor"_s, u"Tutor Hunt"_s, LaneGroup::Releases, {}};
    Mark kept = span(u"release.tutor.kept"_s, QDate(2015, 1, 1), QDate(2016, 1, 1), u"Approved 2015"_s);
    kept.kind = MarkKind::Holding;
    kept.open = true;
    kept.release = u"tutor"_s;
    release.marks = {kept};
    timeline.lanes = {school, ethnic, language, care, results, release};
    timeline.undated = {{record::ValueId{90}, u"Entry date"_s, u"no such day"_s}};
    return timeline;
}

insight::Lane crowded(int count, int apart)
{
    insight::Lane lane{u"crowded"_s, u"Crowded"_s, LaneGroup::Characteristics, {}};
    const QDate start(2002, 1, 1);
    for (int i = 0; i < count; ++i)
        lane.marks.push_back(
            span(u"m%1"_s.arg(i), start.addDays(qint64(i) * apart), start.addDays(qint64(i) * apart), u"Yes"_s));
    return lane;
}

} // namespace fixture
