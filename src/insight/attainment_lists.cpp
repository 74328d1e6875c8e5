// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/attainment_lists.h"

#include "catalogue/cohorts.h"
#include "catalogue/collections.h"
#include "insight/qualifications.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

class Lists {
public:
    explicit Lists(QDate born) : m_born(born) {}

    AttainmentPanel& of(const QString& collection, std::optional<catalogue::AcademicYear> year, const QString& title,
                        const QString& note)
    {
        const QString key = u"list."_s + collection + u'.' + (year ? year->text() : QString());
        const auto known = std::find_if(m_panels.begin(), m_panels.end(),
                                        [&](const AttainmentPanel& panel) { return panel.key == key; });
        if (known != m_panels.end())
            return *known;
        AttainmentPanel panel;
        panel.key = key;
        panel.title = title;
        panel.listed = true;
        panel.note = note;
        panel.subtitle = year ? whenSat(*year, m_born) : tr("The file gives no year");
        if (year)
            panel.year = *year;
        m_panels.push_back(std::move(panel));
        return m_panels.back();
    }

    [[nodiscard]] std::vector<AttainmentPanel> take()
    {
        // Those without a year last.
        std::stable_sort(m_panels.begin(), m_panels.end(), [](const AttainmentPanel& a, const AttainmentPanel& b) {
            const bool dated = a.year.start > 0;
            return dated != (b.year.start > 0) ? dated : a.year < b.year;
        });
        return std::move(m_panels);
    }

private:
    QDate m_born;
    std::vector<AttainmentPanel> m_panels;
};

} // namespace

std::vector<AttainmentPanel> listedPanels(const std::vector<ResultValue>& results, const OwnEntries& entries,
                                          Fields& fields, QDate born)
{
    Lists lists(born);
    for (const ResultValue& result : results) {
        if (result.kind != ResultKind::Other || !isOutsideDictionary(result.entry->collection))
            continue;
        AttainmentPanel& panel =
            lists.of(result.entry->collection, result.year, catalogue::collectionName(result.entry->collection),
                     tr("No published table says how these results are scaled, so they stand here as they were given."));
        ResultRow row;
        row.value = result.value->id;
        row.subject = result.subject;
        row.text = result.value->raw;
        panel.rows.push_back(std::move(row));
    }
    for (const ResultValue& result : results) {
        if (!isTotal(result))
            continue;
        AttainmentPanel& panel = lists.of(
            u"totals."_s + result.entry->collection, result.year,
            result.entry->collection == "EYFSP"_L1 ? tr("Foundation Stage Profile, taken together")
                                                   : tr("%1, taken together").arg(catalogue::collectionName(result.entry->collection)),
            tr("One word on several results together. %1").arg(result.scale->note).trimmed());
        ResultRow row;
        row.value = result.value->id;
        row.subject = result.subject;
        row.text = result.value->raw;
        if (const auto step = catalogue::stepOf(*result.scale, row.text); step && !result.scale->minimum) // a number says itself
            row.meaning = step->expected ? tr("reached") : tr("not reached");
        panel.rows.push_back(std::move(row));
    }
    for (const Qualification& qualification : qualifications(entries, fields)) {
        const QString& collection = qualification.entry->collection;
        const auto moment = momentOf(*qualification.entry);
        const QString title = collection == "OTHER"_L1 ? tr("Awards") : catalogue::collectionName(collection);
        AttainmentPanel& panel =
            lists.of(collection, moment ? std::optional(moment->year) : std::nullopt, title,
                     tr("Qualifications of many kinds have no scale in common, so they are listed."));
        ResultRow row;
        row.value = qualification.outcome ? qualification.outcome->id : qualification.title->id;
        if (qualification.outcome)
            row.also.push_back(qualification.title->id);
        row.subject = qualification.name;
        row.text = qualification.grade;
        if (qualification.open)
            row.meaning = tr("no grade recorded");
        panel.rows.push_back(std::move(row));
    }
    return lists.take();
}

QString whenSat(catalogue::AcademicYear year, QDate born)
{
    QString calendar = QString::number(year.start + 1);
    if (!born.isValid())
        return calendar;
    const QString group = catalogue::yearGroupText(catalogue::yearGroup(born, year));
    const QString age = QString::number(catalogue::ageAtStart(born, year) + 1);
    return group.isEmpty() ? tr("%1, age %2").arg(calendar, age)
                           : tr("%1, end of %2, age %3").arg(calendar, group, age);
}

} // namespace insight
