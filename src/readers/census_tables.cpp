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

bool hasOwner(const QStringList& headings)
{
    return std::any_of(headings.begin(), headings.end(), [](const QString& heading) { return isOwnerHeading(heading); });
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
        return look && hasOwner(look->headings) ? surely : 0;
    }

    base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection, Sink& sink,
                            ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const override
    {
        // Tables of pupils first, whatever the order the files came in: the others name a pupil only by a row number.
        std::vector<int> pupilTables;
        std::vector<int> joined;
        for (const int index : parts) {
            const auto head = headOf(source.parts[static_cast<std::size_t>(index)]);
            if (!head)
                return tl::unexpected(head.error());
            const auto look = lookAtTable(*head);
            (look && look->plan.identity.any() ? pupilTables : joined).push_back(index);
        }
        if (pupilTables.empty()) {
            const QString& name = source.parts[static_cast<std::size_t>(joined.front())].name;
            return base::fail(base::ErrorKind::InputUnreadable,
                              Tr::tr("“%1” is one table of a School Census. It names pupils only by the number of a row in another table.").arg(name),
                              Tr::tr("Choose it together with the table of pupils (pupilonroll or pupilnolongeronroll)."), name);
        }
        PupilChoice choice(selection, report);
        QHash<QByteArray, int> owners;
        std::vector<int> order = pupilTables;
        order.insert(order.end(), joined.begin(), joined.end());
        BASE_TRY(readInOrder(parts, order, report, [&](int index) { return readOne(source, index, choice, owners, sink, report, stop, progress); }));
        choice.finish();
        return {};
    }

private:
    base::Result<void> readOne(const Source& source, int index, PupilChoice& choice, QHash<QByteArray, int>& owners, Sink& sink,
                               ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const
    {
        const SourcePart& part = source.parts[static_cast<std::size_t>(index)];
        const std::optional<CensusMoment> moment = censusMomentOf(part.name);
        TableReading reading;
        reading.format = id();
        reading.reader = u"census-tables/1"_s;
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
