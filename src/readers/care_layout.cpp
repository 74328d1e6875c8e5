// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_layout.h"

#include "readers/care_names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

bool same(const QString& heading, QLatin1StringView name)
{
    return heading.trimmed().compare(name, Qt::CaseInsensitive) == 0;
}

bool has(const QStringList& headings, QLatin1StringView name)
{
    return std::any_of(headings.begin(), headings.end(), [&](const QString& heading) { return same(heading, name); });
}

bool isDay(const QString& heading)
{
    const QString upper = heading.trimmed().toUpper();
    return upper.contains("DATE"_L1) || upper.contains("DOB"_L1) || upper == "DECOM"_L1 || upper == "DEC"_L1 || upper == "REVIEW"_L1 ||
           upper == "DUC"_L1 || upper.endsWith("_START"_L1) || upper.endsWith("_END"_L1) || upper == "SW_DECOM"_L1 || upper == "SW_DEC"_L1;
}

} // namespace

const CareLayout& ssda903Layout()
{
    static const CareLayout layout{.format = u"ssda903-tables"_s,
                                   .collection = u"CLA"_s,
                                   .key = "CHILD"_L1,
                                   .born = "DOB"_L1,
                                   .children = "header.csv"_L1,
                                   .kinds = {{"UPN"_L1, "header"_L1, {}},
                                             {"SW_DECOM"_L1, "sw_episodes"_L1, "SW_DECOM"_L1},
                                             {"DECOM"_L1, "episodes"_L1, "DECOM"_L1},
                                             {"REVIEW"_L1, "reviews"_L1, "REVIEW"_L1},
                                             {"DUC"_L1, "uasc"_L1, {}},
                                             {"CONVICTED"_L1, "oc2"_L1, {}},
                                             {"IN_TOUCH"_L1, "oc3"_L1, {}},
                                             {"DATE_INT"_L1, "ad1"_L1, "DATE_INT"_L1},
                                             {"DATE_PLACED"_L1, "placed_adoption"_L1, "DATE_PLACED"_L1},
                                             {"PREV_PERM"_L1, "prev_perm"_L1, "DATE_PERM"_L1},
                                             {"MIS_START"_L1, "missing"_L1, "MIS_START"_L1},
                                             {"DOLO_START"_L1, "dolo"_L1, "DOLO_START"_L1},
                                             {"ETHNIC"_L1, "header"_L1, {}}},
                                   .heading = ssda903Heading,
                                   .knows = ssda903Knows,
                                   .other = ssda903Other};
    return layout;
}

const CareLayout& cinLayout()
{
    static const CareLayout layout{.format = u"cin-tables"_s,
                                   .collection = u"CIN"_s,
                                   .key = "LAchildID"_L1,
                                   .born = "PersonBirthDate"_L1,
                                   .children = "ChildIdentifiers.csv"_L1,
                                   .yearOfReturn = true,
                                   .notTriedOnRealFile = true,
                                   .kinds = {{"Type"_L1, "events"_L1, "Date"_L1},
                                             {"UPN"_L1, "ChildIdentifiers"_L1, {}},
                                             {"CPPreviewDate"_L1, "Reviews"_L1, "CPPreviewDate"_L1},
                                             {"CPPstartDate"_L1, "ChildProtectionPlans"_L1, "CPPstartDate"_L1},
                                             {"S47ActualStartDate"_L1, "Section47"_L1, "S47ActualStartDate"_L1},
                                             {"CINPlanStartDate"_L1, "CINPlanDates"_L1, "CINPlanStartDate"_L1},
                                             {"AssessmentActualStartDate"_L1, "Assessments"_L1, "AssessmentActualStartDate"_L1},
                                             {"CINreferralDate"_L1, "CINdetails"_L1, "CINreferralDate"_L1},
                                             {"Disability"_L1, "Disabilities"_L1, {}},
                                             {"Ethnicity"_L1, "ChildCharacteristics"_L1, {}},
                                             {"PersonBirthDate"_L1, "ChildIdentifiers"_L1, {}}},
                                   .heading = cinHeading,
                                   .knows = cinKnows,
                                   .other = nullptr};
    return layout;
}

const CareTableKind* careKindOf(const CareLayout& layout, const QStringList& headings)
{
    if (!has(headings, layout.key))
        return nullptr;
    const auto found = std::find_if(layout.kinds.begin(), layout.kinds.end(), [&](const CareTableKind& kind) {
        return has(headings, kind.mark) && (kind.mark != "Type"_L1 || has(headings, kind.day));
    });
    if (found == layout.kinds.end())
        return nullptr;
    // Other systems have a "CHILD" and a "UPN" too; most of the headings must be this return's.
    const auto known = std::count_if(headings.begin(), headings.end(), [&](const QString& heading) { return layout.knows(heading.trimmed()); });
    return known * 2 > headings.size() ? &*found : nullptr;
}

bool holdsChildren(const CareLayout& layout, const QStringList& headings)
{
    return has(headings, layout.key) && has(headings, "UPN"_L1);
}

CareColumns planCareTable(const CareLayout& layout, const QStringList& headings, std::optional<catalogue::AcademicYear> year,
                          XmlItems& items, TablePlan& plan)
{
    CareColumns where;
    const CareTableKind* kind = careKindOf(layout, headings);
    const bool children = holdsChildren(layout, headings);
    ColumnGroup group;
    group.collection = layout.collection;
    group.dataset = layout.format + u':' + (kind ? kind->table : "table"_L1);
    plan.collection = group.collection;
    plan.dataset = group.dataset;
    plan.identity = {};
    plan.longForm = {};
    plan.ownerColumn = -1;
    for (int i = 0; i < headings.size() && i < static_cast<int>(plan.columns.size()); ++i) {
        const QString heading = headings[i].trimmed();
        TableColumn& column = plan.columns[static_cast<std::size_t>(i)];
        column.item = items.named(layout.heading(heading), layout.collection, year);
        column.identity = IdentityField::None;
        column.time = kind && !kind->day.isEmpty() && same(heading, kind->day) ? TableColumn::Time::Start : TableColumn::Time::None;
        column.place = TableColumn::Place::None; // a URN here is the number of a children's home, not of a school
        column.aboutOthers = layout.other && !layout.other(heading).isEmpty();
        column.isDate = isDay(heading);
        column.group = 0;
        group.columns.push_back(i);
        int* place = nullptr;
        if (same(heading, layout.key)) {
            place = &where.key;
            column.identity = IdentityField::Reference;
        } else if (same(heading, layout.born)) {
            place = &where.born;
            column.identity = IdentityField::Born;
        } else if (same(heading, "UPN"_L1)) {
            place = &where.upn;
            column.identity = IdentityField::Upn;
        } else if (same(heading, "FormerUPN"_L1)) {
            column.identity = IdentityField::FormerUpn;
        }
        if (place && *place < 0)
            *place = i;
        if (children && column.identity != IdentityField::Reference)
            plan.identity.add(column.identity, i);
    }
    plan.ownerColumn = where.key;
    plan.year = layout.yearOfReturn || (kind && kind->day.isEmpty()) ? year : std::nullopt;
    plan.term = catalogue::Term::None;
    plan.groups = {group};
    return where;
}

} // namespace readers
