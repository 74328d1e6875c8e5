// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/npd_table_plan.h"

#include "catalogue/collections.h"
#include "catalogue/item_collection.h"
#include "readers/dates.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr double enoughKnown = 0.3; // of the headings, to say which table of the dictionary it is
constexpr int mostCounted = 20;     // headings that make a row likelier to be the one with the headings

bool oneOf(const QString& word, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QLatin1StringView one) { return word == one; });
}

TableColumn::Time timeOf(const QString& plain)
{
    if (oneOf(plain, {"academicyear"_L1, "acadyr"_L1, "acadyear"_L1, "year"_L1, "academicyr"_L1, "schoolyear"_L1}))
        return TableColumn::Time::Year;
    if (plain == "processingyear"_L1)
        return TableColumn::Time::EndYear;
    if (oneOf(plain, {"censusdate"_L1, "referencedate"_L1}))
        return TableColumn::Time::Census;
    if (oneOf(plain, {"term"_L1, "censusterm"_L1}))
        return TableColumn::Time::Term;
    if (oneOf(plain, {"startdate"_L1, "exclusionstartdate"_L1, "dateofexclusion"_L1, "fsmstartdate"_L1, "pupilpremiumfystartdate"_L1}))
        return TableColumn::Time::Start;
    return TableColumn::Time::None;
}

TableColumn::Place placeOf(const QString& plain)
{
    using Place = TableColumn::Place;
    if (oneOf(plain, {"laestab"_L1, "leaestab"_L1, "dfeestablishmentnumber"_L1, "dfenumber"_L1, "dfesnumber"_L1}))
        return Place::LaEstab;
    if (oneOf(plain, {"lea"_L1, "la"_L1, "lacode"_L1, "leacode"_L1}))
        return Place::Authority;
    if (oneOf(plain, {"estab"_L1, "establishmentnumber"_L1}))
        return Place::Estab;
    if (oneOf(plain, {"urn"_L1, "schoolurn"_L1}))
        return Place::Urn;
    if (oneOf(plain, {"nativeid"_L1, "schoolid"_L1}))
        return Place::Local;
    return Place::None;
}

bool isAboutOthers(const QString& heading)
{
    static const QRegularExpression others(
        u"^(parents?|carers?|guardian|contact|mother|father|sibling|next.of.kin|emergency|eyc_contact)([^a-z]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return others.match(heading.trimmed()).hasMatch();
}

// "aut12" of "…_AUT12" and "…_aut12_anon".
QString timeSuffix(QStringView heading)
{
    QStringView text = heading.trimmed();
    if (text.endsWith("_anon"_L1, Qt::CaseInsensitive))
        text.chop(5);
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.size() < 3 || !digit(text[text.size() - 1]) || !digit(text[text.size() - 2]))
        return {};
    for (const QLatin1StringView word : {"_aut"_L1, "_spr"_L1, "_sum"_L1, "_ab"_L1, "_ex"_L1}) {
        if (text.chopped(2).endsWith(word, Qt::CaseInsensitive))
            return text.last(word.size() + 1).toString().toLower();
    }
    return {};
}

catalogue::Term termOfSuffix(const QString& suffix)
{
    return catalogue::parseTerm(QStringView(suffix).first(std::min<qsizetype>(3, suffix.size()))).value_or(catalogue::Term::None);
}

LongForm longFormOf(const QStringList& headings)
{
    LongForm form;
    for (int i = 0; i < headings.size(); ++i) {
        if (headings[i].isEmpty())
            continue;
        const QString plain = plainHeading(headings[i]);
        if (form.item < 0 && oneOf(plain, {"item"_L1, "dataitem"_L1, "variable"_L1, "variablename"_L1, "field"_L1, "fieldname"_L1,
                                           "npdalias"_L1, "attribute"_L1, "datafield"_L1, "element"_L1, "itemname"_L1}))
            form.item = i;
        else if (form.value < 0 && oneOf(plain, {"value"_L1, "itemvalue"_L1, "recordedvalue"_L1, "datavalue"_L1, "content"_L1, "response"_L1}))
            form.value = i;
        else if (form.collection < 0 && oneOf(plain, {"collection"_L1, "dataset"_L1, "table"_L1, "tablename"_L1, "source"_L1}))
            form.collection = i;
    }
    return form;
}

struct Resolved {
    QString item;
    QString collection;
    QString dataset;
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
    int repeat = 0;
    bool isDate = false;
    bool aboutOthers = false;
};

// A field of another collection is believed only where the heading carries that collection's own prefix: a bare
// "Gender" stands in thirty tables.
std::optional<Resolved> resolveHeading(const QString& heading, const QString& collection)
{
    const bool hinted = collection != "OTHER"_L1;
    const auto candidates = catalogue::resolve(heading, hinted ? QStringView(collection) : QStringView(), {});
    for (const catalogue::Candidate& candidate : candidates) {
        const QString collectedIn = catalogue::collectionOf(candidate.item);
        if (collectedIn != collection) {
            const catalogue::Collection* own = catalogue::collection(collectedIn);
            const bool prefixed = own && !own->prefix.isEmpty() && heading.trimmed().startsWith(own->prefix, Qt::CaseInsensitive);
            if (!prefixed && (hinted || timeSuffix(heading).isEmpty()))
                continue;
        }
        const catalogue::Item item = catalogue::item(candidate.item);
        return Resolved{item.name,       item.collection,  item.dataset,
                        candidate.year,  candidate.term,   candidate.repeat,
                        item.dataType.contains("date"_L1, Qt::CaseInsensitive), item.aboutOthers};
    }
    return {};
}

// Finds or adds the group a column belongs to.
int groupFor(TablePlan& plan, ColumnGroup wanted)
{
    const auto same = [&](const ColumnGroup& group) {
        return group.collection == wanted.collection && group.year == wanted.year && group.term == wanted.term &&
               group.suffix == wanted.suffix && group.repeat == wanted.repeat;
    };
    const auto found = std::find_if(plan.groups.begin(), plan.groups.end(), same);
    if (found != plan.groups.end())
        return static_cast<int>(found - plan.groups.begin());
    plan.groups.push_back(std::move(wanted));
    return static_cast<int>(plan.groups.size()) - 1;
}

// Columns without a time belong to the only time their table speaks of; where it speaks of several, they stay
// apart: nobody says which of them a name or a number belongs to.
void joinUntimed(TablePlan& plan)
{
    const ColumnGroup* time = nullptr;
    int timed = -1;
    int untimed = -1;
    for (std::size_t g = 0; g < plan.groups.size(); ++g) {
        const ColumnGroup& group = plan.groups[g];
        if (group.collection != plan.collection)
            continue;
        if (!group.timed()) {
            untimed = group.repeat == 0 ? static_cast<int>(g) : untimed;
            continue;
        }
        if (time && (time->year != group.year || time->term != group.term || time->suffix != group.suffix))
            return;
        time = &group;
        timed = group.repeat == 0 ? static_cast<int>(g) : timed;
    }
    if (!time || untimed < 0)
        return;
    if (timed < 0) {
        ColumnGroup& group = plan.groups[static_cast<std::size_t>(untimed)];
        group.year = time->year;
        group.term = time->term;
        group.suffix = time->suffix;
        return;
    }
    for (TableColumn& column : plan.columns) {
        if (column.group == untimed)
            column.group = timed;
    }
}

// The collection of all fields that are known, if it is one.
ColumnGroup onlyCollection(const TablePlan& plan)
{
    ColumnGroup only;
    for (const ColumnGroup& group : plan.groups) {
        if (group.collection == plan.collection)
            continue;
        if (!only.collection.isEmpty() && only.collection != group.collection)
            return {};
        only.collection = group.collection;
        only.dataset = group.dataset;
    }
    return only;
}

// "StartDate_1_ex12" → "StartDate_ex12": which field it is does not depend on the running number.
QString withoutRepeat(const QString& heading)
{
    if (!heading.contains("_ex"_L1, Qt::CaseInsensitive) && !heading.contains("_ab"_L1, Qt::CaseInsensitive))
        return heading;
    static const QRegularExpression number(u"_\\d{1,2}(?=_(ex|ab)\\d\\d)"_s, QRegularExpression::CaseInsensitiveOption);
    QString text = heading;
    return text.remove(number);
}

bool repeatsAbove(const QStringList& cells, const QStringList& above)
{
    qsizetype same = 0;
    qsizetype filled = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        filled += cells[i].isEmpty() ? 0 : 1;
        same += !cells[i].isEmpty() && i < above.size() && cells[i] == above[i] ? 1 : 0;
    }
    return same * 2 > filled && same < filled;
}

// `first`: no row above has two cells. One field that names pupils is enough there; further down it may as well be
// a row of a list of fields, as the published dictionaries are.
// Nothing for a row that cannot come above `best`: asking the dictionary about forty rows of names is what looking at a
// table would cost most.
double headingScore(const QStringList& cells, bool first, double best)
{
    if (!looksLikeHeadings(cells))
        return 0;
    double score = longFormOf(cells).is() ? 4 : 0;
    QSet<int> fields;
    int filled = 0;
    for (const QString& cell : cells) {
        if (cell.contains("[yy]"_L1) || cell.contains("[term]"_L1))
            return 0;
        filled += cell.trimmed().isEmpty() ? 0 : 1;
        score += isOwnerHeading(cell) || isChildHeading(cell) ? 4 : 0;
        if (const IdentityField field = identityField(cell); field != IdentityField::None)
            fields.insert(static_cast<int>(field));
    }
    const double most = score + 2.0 * static_cast<double>(fields.size()) + std::min(filled, mostCounted);
    if (most <= best)
        return 0;
    const auto guess = catalogue::recogniseDataset(cells);
    const bool known = guess && guess->share >= enoughKnown;
    if (fields.size() >= 2 || first || known)
        score += 2.0 * static_cast<double>(fields.size());
    if (guess && (known || first))
        score += guess->share * std::min(filled, mostCounted);
    return score;
}

} // namespace

bool looksLikeHeadings(const QStringList& cells)
{
    int words = 0;
    int filled = 0;
    for (const QString& cell : cells) {
        const QString text = cell.trimmed();
        if (text.isEmpty())
            continue;
        ++filled;
        // "/" and "\" are attendance codes that stand as headings.
        const bool letters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        words += (letters && text.size() <= 80 && !readDate(text)) || text == "/"_L1 || text == "\\"_L1 ? 1 : 0;
    }
    return filled >= 2 && words * 10 >= filled * 6;
}

bool isOwnerHeading(QStringView heading)
{
    const QStringView text = heading.trimmed();
    return text.compare("pupilonrolltableid"_L1, Qt::CaseInsensitive) == 0 ||
           text.compare("pupilnolongeronrolltableid"_L1, Qt::CaseInsensitive) == 0;
}

bool isChildHeading(QStringView heading)
{
    const QStringView text = heading.trimmed();
    return text == "CHILD"_L1 || text.compare("LAchildID"_L1, Qt::CaseInsensitive) == 0;
}

bool TablePlan::aboutPupils() const
{
    const auto known = std::count_if(columns.begin(), columns.end(), [](const TableColumn& column) { return !column.item.isEmpty(); });
    return identity.any() || ownerColumn >= 0 || longForm.is() || (share >= 0.5 && known >= 3);
}

QStringList headingsOf(const Row& row)
{
    CellNotes notes;
    QStringList headings;
    const int count = row.count();
    headings.reserve(count);
    for (int i = 0; i < count; ++i)
        headings << row.text(i, notes);
    while (!headings.isEmpty() && headings.constLast().trimmed().isEmpty())
        headings.removeLast();
    return headings;
}

std::optional<int> headingRow(const std::vector<Row>& rows)
{
    std::optional<int> best;
    double bestScore = 0.5;
    bool first = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QStringList cells = headingsOf(rows[i]);
        double score = headingScore(cells, first, bestScore);
        first = first && std::count_if(cells.begin(), cells.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); }) < 2;
        // A list of fields has rows full of headings; what stands in the row above as well is data.
        if (score > bestScore && i > 0 && repeatsAbove(cells, headingsOf(rows[i - 1])))
            score = 0;
        if (score > bestScore) {
            bestScore = score;
            best = static_cast<int>(i);
        }
    }
    return best;
}

namespace {

TablePlan freshPlan(const QStringList& headings, const QString& collection, int part)
{
    TablePlan plan;
    plan.collection = u"OTHER"_s;
    plan.longForm = longFormOf(headings);
    if (!collection.isEmpty()) {
        plan.collection = collection;
    } else if (const auto guess = catalogue::recogniseDataset(headings); guess && !plan.longForm.is()) {
        plan.share = guess->share;
        if (guess->share >= enoughKnown) {
            plan.collection = guess->collection;
            plan.dataset = guess->dataset;
        }
    }
    // A heading that the dictionary does not know still says its time where another one with the same ending does.
    std::vector<std::optional<Resolved>> resolved;
    QHash<QString, Resolved> times;
    for (const QString& heading : headings) {
        std::optional<Resolved> found =
            heading.trimmed().isEmpty() ? std::nullopt : resolveHeading(heading, plan.collection);
        const QString suffix = timeSuffix(heading);
        if (!suffix.isEmpty() && found && found->year && found->collection == plan.collection)
            times.insert(suffix, *found);
        resolved.push_back(std::move(found));
    }
    for (int i = 0; i < headings.size(); ++i) {
        TableColumn column;
        column.name = headings[i];
        if (isOwnerHeading(headings[i]))
            plan.ownerColumn = i;
        if (column.name.trimmed().isEmpty())
            column.name = u"column %1"_s.arg(i + 1);
        const QString plain = plainHeading(withoutRepeat(headings[i]));
        column.identity = identityField(headings[i]);
        column.time = timeOf(plain);
        column.place = placeOf(plain);
        column.aboutOthers = isAboutOthers(headings[i]);
        column.isDate = column.identity == IdentityField::Born || plain.contains("date"_L1) || plain.endsWith("dob"_L1);
        if (!column.aboutOthers)
            plan.identity.add(column.identity, i, referenceKind(headings[i], part));
        ColumnGroup group;
        group.collection = plan.collection;
        group.dataset = plan.dataset;
        if (const auto& known = resolved[static_cast<std::size_t>(i)]) {
            column.item = known->item;
            column.isDate = column.isDate || known->isDate;
            column.aboutOthers = column.aboutOthers || known->aboutOthers;
            if (known->collection != plan.collection) {
                group.collection = known->collection;
                group.dataset = known->dataset;
            }
            group.year = known->year;
            group.term = known->term;
            group.repeat = known->repeat;
        }
        if (!group.year) {
            group.suffix = timeSuffix(headings[i]);
            if (const auto time = times.constFind(group.suffix); time != times.cend()) {
                group.year = time->year;
                group.suffix.clear();
            }
            if (group.term == catalogue::Term::None && !group.suffix.isEmpty())
                group.term = termOfSuffix(group.suffix);
        }
        column.group = groupFor(plan, std::move(group));
        plan.columns.push_back(std::move(column));
    }
    // A narrow table may tell its collection by a field or two that carry its marks, where the headings as a whole do not.
    if (const ColumnGroup only = onlyCollection(plan);
        plan.collection == "OTHER"_L1 && collection.isEmpty() && !only.collection.isEmpty() && !plan.longForm.is()) {
        TablePlan again = freshPlan(headings, only.collection, part);
        again.dataset = only.dataset;
        for (ColumnGroup& group : again.groups) {
            if (group.collection == again.collection)
                group.dataset = again.dataset;
        }
        return again;
    }
    joinUntimed(plan);
    for (std::size_t i = 0; i < plan.columns.size(); ++i)
        plan.groups[static_cast<std::size_t>(plan.columns[i].group)].columns.push_back(static_cast<int>(i));
    return plan;
}

} // namespace

TablePlan planTable(const QStringList& headings, const QString& collection, int part)
{
    // The same headings are planned while a table is recognised, again by the format that reads it, and again for the
    // pass that takes the rows: the last plan is kept for each thread.
    struct Last {
        QStringList headings;
        QString collection;
        int part = -1;
        TablePlan plan;
    };
    thread_local Last last;
    if (last.part != part || last.collection != collection || last.headings != headings)
        last = {headings, collection, part, freshPlan(headings, collection, part)};
    return last.plan;
}

} // namespace readers
