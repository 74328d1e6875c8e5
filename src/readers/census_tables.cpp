// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/census_tables.h"

#include "readers/npd_table.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::CensusTables)
};

constexpr int surely = 95;

// "pupilonrolltableid" or "pupilnolongeronrolltableid"; empty: neither.
QString ownerHeading(const QStringList& headings)
{
    const auto found = std::find_if(headings.begin(), headings.end(), [](const QString& heading) { return isOwnerHeading(heading); });
    return found == headings.end() ? QString() : found->trimmed().toLower();
}

struct Table {
    int part = 0;
    QString name;
    QString owner; // heading of the row number
    std::optional<CensusMoment> moment;
    QString container;
};

bool sameMoment(const Table& a, const Table& b)
{
    return a.moment && b.moment && a.moment->year == b.moment->year && a.moment->term == b.moment->term;
}

// The table of pupils whose rows `joined` speaks of. Row numbers repeat from term to term and from one kind of table
// to the other: where two tables could be meant, a guess would give one child another child's rows.
base::Result<int> ownerOf(const Table& joined, const std::vector<Table>& pupilTables)
{
    std::vector<const Table*> fitting;
    for (const Table& table : pupilTables) {
        if (table.owner == joined.owner && (!table.moment || !joined.moment || sameMoment(table, joined)))
            fitting.push_back(&table);
    }
    if (fitting.empty())
        return base::fail(base::ErrorKind::InputUnreadable,
                          Tr::tr("“%1” is one table of a School Census. It names pupils only by the number of a row in another table.").arg(joined.name),
                          Tr::tr("Choose it together with the table of pupils (pupilonroll or pupilnolongeronroll) of the same term."));
    const auto narrow = [&fitting](const auto& better) {
        if (fitting.size() > 1 && std::any_of(fitting.begin(), fitting.end(), better))
            std::erase_if(fitting, [&](const Table* table) { return !better(table); });
    };
    narrow([&](const Table* table) { return sameMoment(*table, joined); });
    narrow([&](const Table* table) { return table->container == joined.container; });
    if (fitting.size() > 1)
        return base::fail(base::ErrorKind::ChoiceNeeded,
                          Tr::tr("“%1” names pupils by the number of a row in another table, and there are several such tables it could mean.")
                              .arg(joined.name),
                          Tr::tr("Choose the tables of one term at a time."));
    return fitting.front()->part;
}

// "fsmperiodsonroll" from its own key, "fsmperiodsonrolltableid"; the table of pupils has only the owner's key.
QString tableName(const QStringList& headings)
{
    QString name;
    for (const QString& heading : headings) {
        const QString lower = heading.trimmed().toLower();
        if (!lower.endsWith("tableid"_L1) || lower == "schoolcensustableid"_L1)
            continue;
        if (!isOwnerHeading(heading))
            return lower.chopped(7);
        name = lower.chopped(7);
    }
    return name;
}

class CensusTables : public Format {
public:
    QString id() const override { return u"census-tables"_s; }

    int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        if (tableKind(head) != TableKind::Text)
            return 0;
        const auto look = lookAtTable(head);
        return look && !ownerHeading(look->headings).isEmpty() ? surely : 0;
    }

    base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection, Sink& sink,
                            ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const override
    {
        // Tables of pupils first, whatever the order the files came in: the others name a pupil only by a row number.
        std::vector<Table> pupilTables;
        std::vector<Table> joined;
        for (const int index : parts) {
            const SourcePart& part = source.parts[static_cast<std::size_t>(index)];
            const auto head = headOf(part);
            if (!head)
                return tl::unexpected(head.error());
            const auto look = lookAtTable(*head);
            const auto moment = censusMomentOf(part.name);
            Table table{index, part.name, look ? ownerHeading(look->headings) : QString(), moment ? moment : censusMomentOf(part.container), part.container};
            (look && look->plan.identity.any() ? pupilTables : joined).push_back(std::move(table));
        }
        std::vector<OwnRows> rows(source.parts.size()); // by the part of their table of pupils
        std::vector<OwnRows*> rowsOf(source.parts.size(), nullptr);
        std::vector<int> order;
        for (const Table& table : pupilTables) {
            rowsOf[static_cast<std::size_t>(table.part)] = &rows[static_cast<std::size_t>(table.part)];
            order.push_back(table.part);
        }
        for (const Table& table : joined) {
            const auto owner = ownerOf(table, pupilTables);
            if (!owner)
                return tl::unexpected(inPart(owner.error(), static_cast<std::size_t>(table.part), source.parts.size()));
            rowsOf[static_cast<std::size_t>(table.part)] = &rows[static_cast<std::size_t>(*owner)];
            order.push_back(table.part);
        }
        PupilChoice choice(selection, report);
        BASE_TRY(readInOrder(parts, order, report, [&](int index) {
            return readOne(source, index, choice, *rowsOf[static_cast<std::size_t>(index)], sink, report, stop, progress);
        }));
        choice.finish();
        return {};
    }

private:
    base::Result<void> readOne(const Source& source, int index, PupilChoice& choice, OwnRows& owners, Sink& sink,
                               ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const
    {
        const SourcePart& part = source.parts[static_cast<std::size_t>(index)];
        const std::optional<CensusMoment> moment = censusMomentOf(part.name);
        TableReading reading;
        reading.format = id();
        reading.collection = u"SC"_s;
        reading.owners = &owners;
        reading.adjust = [moment](TablePlan& plan, const QStringList& headings) {
            plan.dataset = u"census-tables:"_s + tableName(headings);
            for (ColumnGroup& group : plan.groups) {
                if (group.collection == plan.collection)
                    group.dataset = plan.dataset;
            }
            if (moment) {
                plan.year = moment->year;
                plan.term = moment->term;
            }
        };
        BASE_TRY(readTablePart(part, index, reading, choice, sink, report, stop, progress));
        if (moment && report.documents.back().entries > 0)
            report.documents.back().warnings << Tr::tr("The year and term were taken from the file's name: the table itself does not say them.");
        return {};
    }
};

} // namespace

std::optional<CensusMoment> censusMomentOf(const QString& fileName)
{
    static const QRegularExpression moment(u"(?:^|[^0-9])((?:19|20)\\d\\d)[ _-]?(autumn|spring|summer)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = moment.match(fileName);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt();
    const catalogue::Term term = catalogue::parseTerm(match.captured(2)).value_or(catalogue::Term::None);
    return CensusMoment{{term == catalogue::Term::Autumn ? year : year - 1}, term};
}

const Format& censusTablesFormat()
{
    static const CensusTables format;
    return format;
}

} // namespace readers
