// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_sets.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::CareTables)
};

// "SSDA903_2020_episodes.csv" and "SSDA903_2020_header.csv" → "ssda9032020": the name without the word for its table.
QString stemOf(const QString& fileName)
{
    static const QRegularExpression words(
        u"child_?identifiers|child_?characteristics|child_?protection_?plans|previous_?permanence|placed_?for_?adoption|placed_?adoption|"
        "prev_?perm|social_?workers?|sw_?episodes?|cin_?details|cin_?plan_?dates?|section_?47|assessments?|disabilities|pre_?proceedings|"
        "episodes?|reviews?|missing|header|uasc|dolo|oc2|oc3|ad1"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString name = fileName.section(u'.', 0, -2);
    if (name.isEmpty())
        name = fileName;
    name.remove(words);
    QString stem;
    for (const QChar c : std::as_const(name)) {
        if (c.isLetterOrNumber())
            stem += c.toLower();
    }
    return stem;
}

bool belong(const CareTable& children, const CareTable& other)
{
    if (children.container != other.container)
        return false;
    const auto year = careYearOf(children.name);
    const auto otherYear = careYearOf(other.name);
    if (year && otherYear && *year != *otherYear)
        return false;
    return !children.container.isEmpty() || stemOf(children.name) == stemOf(other.name);
}

} // namespace

base::Result<std::vector<CareJoin>> joinCareTables(const std::vector<CareTable>& tables)
{
    std::vector<CareJoin> joins;
    const auto placeOf = [&](const CareTable* table) { return static_cast<int>(table - tables.data()); };
    for (const CareTable& table : tables) {
        if (table.names)
            continue;
        std::vector<const CareTable*> fitting;
        for (const CareTable& children : tables) {
            if (children.names && belong(children, table))
                fitting.push_back(&children);
        }
        const auto alike = [&](const CareTable* children) { return stemOf(children->name) == stemOf(table.name); };
        if (fitting.size() > 1 && std::any_of(fitting.begin(), fitting.end(), alike))
            std::erase_if(fitting, [&](const CareTable* children) { return !alike(children); });
        if (fitting.size() > 1)
            return base::fail(base::ErrorKind::ChoiceNeeded,
                              Tr::tr("“%1” names children by a number, and there are several lists of children it could mean.").arg(table.name),
                              Tr::tr("Choose the tables of one return at a time."));
        joins.push_back({placeOf(&table), fitting.empty() ? -1 : placeOf(fitting.front())});
    }
    return joins;
}

QString careSetOf(const CareTable& table)
{
    const QString set = table.container + u'/' + stemOf(table.name);
    return set;
}

std::optional<int> careYearOf(const QString& fileName)
{
    static const QRegularExpression year(u"(?:^|[^0-9])((?:19|20)\\d\\d)(?:[^0-9]|$)"_s);
    const auto match = year.match(fileName);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace readers
