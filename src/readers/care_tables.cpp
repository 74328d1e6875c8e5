// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_tables.h"

#include "readers/care_header.h"
#include "readers/care_layout.h"
#include "readers/care_rows.h"
#include "readers/care_sets.h"
#include "readers/dates.h"
#include "readers/npd_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using base::ErrorKind;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::CareTables)
};

constexpr int surely = 95;

QDate dayIn(const Row& row, int column)
{
    if (column < 0)
        return {};
    const auto date = readDate(row.bytes(column));
    return date ? date->date : QDate();
}

QByteArray numberIn(const Row& row, int column)
{
    return row.bytes(column).trimmed().toByteArray();
}

// What stood in the way of rows that bear a known number.
struct Doubts {
    qint64 rows = 0;
    qint64 known = 0;
    qint64 anotherBirthDate = 0;
    qint64 severalChildren = 0;
};

class CareReading {
public:
    CareReading(const CareLayout& layout, const Source& source, const record::Selection& selection, ReadReport& report)
        : m_layout(layout), m_source(source), m_choice(selection, report)
    {
    }

    base::Result<void> look(const std::vector<int>& parts)
    {
        for (const int index : parts) {
            const SourcePart& part = m_source.parts[static_cast<std::size_t>(index)];
            const auto head = headOf(part);
            if (!head)
                return tl::unexpected(head.error());
            const auto look = lookAtTable(*head);
            if (!look || !careKindOf(m_layout, look->headings)) {
                m_headers.push_back({index, part.name, part.container, false});
                continue;
            }
            m_tables.push_back({index, part.name, part.container, holdsChildren(m_layout, look->headings)});
        }
        const auto joins = joinCareTables(m_tables);
        if (!joins)
            return tl::unexpected(joins.error());
        for (const CareJoin& join : *joins)
            m_childrenOf[join.part] = join.children;
        return noneAlone();
    }

    // What says the year and who is who comes first, whatever the order the files came in.
    [[nodiscard]] std::vector<int> order() const
    {
        std::vector<int> order;
        order.reserve(m_headers.size() + m_tables.size());
        for (const CareTable& header : m_headers)
            order.push_back(header.part);
        for (const bool names : {true, false}) {
            for (const CareTable& table : m_tables) {
                if (table.names == names)
                    order.push_back(table.part);
            }
        }
        return order;
    }

    base::Result<void> read(int index, Sink& sink, ReadReport& report, const std::stop_token& stop, const base::Progress& progress)
    {
        const SourcePart& part = m_source.parts[static_cast<std::size_t>(index)];
        for (const CareTable& header : m_headers) {
            if (header.part == index)
                return readHeader(header, part, report, stop, progress);
        }
        const ReturnYear year = yearOf(index);
        CareColumns columns;
        Doubts doubts;
        bool nameSaysYear = false;
        TableReading reading;
        reading.format = m_layout.format;
        reading.collection = m_layout.collection;
        reading.adjust = [&](TablePlan& plan, const QStringList& headings) {
            columns = planCareTable(m_layout, headings, year.year, m_items, plan);
            nameSaysYear = plan.year && year.fromName;
        };
        const auto joined = m_childrenOf.find(index);
        if (joined == m_childrenOf.end()) {
            reading.claim = [&](const Row& row, int place) {
                m_rows[index].claim(numberIn(row, columns.key), numberIn(row, columns.upn), dayIn(row, columns.born), place);
            };
        } else if (joined->second >= 0) {
            const CareRows& rows = m_rows[joined->second];
            reading.ownerOf = [&, rowsOf = &rows](const Row& row) { return ownerAmong(*rowsOf, row, columns, doubts); };
        } else {
            const QString set = setOf(index);
            reading.ownerOf = [&, set](const Row& row) { return ownerAlone(set, row, columns); };
        }
        BASE_TRY(readTablePart(part, index, reading, m_choice, sink, report, stop, progress));
        finish(report.documents.back(), doubts, nameSaysYear);
        return {};
    }

    void finish() { m_choice.finish(); }

private:
    struct ReturnYear {
        std::optional<catalogue::AcademicYear> year;
        bool fromName = false;
    };

    [[nodiscard]] const CareTable& tableOf(int index) const
    {
        return *std::find_if(m_tables.begin(), m_tables.end(), [&](const CareTable& table) { return table.part == index; });
    }

    // Both returns end on 31 March; a year in a name is that of this day.
    [[nodiscard]] ReturnYear yearOf(int index) const
    {
        const CareTable& table = tableOf(index);
        if (const auto day = m_days.find(careSetOf(table)); day != m_days.end())
            return {catalogue::AcademicYear::of(day->second), false};
        const auto calendar = careYearOf(table.name) ? careYearOf(table.name) : careYearOf(table.container);
        return {calendar ? std::optional(catalogue::AcademicYear{*calendar - 1}) : std::nullopt, true};
    }

    base::Result<void> readHeader(const CareTable& header, const SourcePart& part, ReadReport& report, const std::stop_token& stop,
                                  const base::Progress& progress)
    {
        auto read = readCareHeader(part, m_layout.format, stop, progress);
        if (!read)
            return tl::unexpected(read.error());
        if (m_choice.everyone())
            read->document.kept.clear();
        if (read->day.isValid())
            m_days.insert_or_assign(careSetOf(header), read->day);
        report.documents.push_back(std::move(read->document));
        return {};
    }

    // A table without its list of children says nothing about whose its rows are. For everyone the number has to do, and
    // for somebody who said that the only child of these files is theirs.
    base::Result<void> noneAlone() const
    {
        if (m_choice.everyone() || m_choice.selection().onlyPupilFits)
            return {};
        for (const CareTable& table : m_tables) {
            const auto join = m_childrenOf.find(table.part);
            if (join == m_childrenOf.end() || join->second >= 0)
                continue;
            return tl::unexpected(inPart({ErrorKind::InputUnreadable,
                                          Tr::tr("“%1” is one table of a return about children. It names a child only by a number of the local "
                                                 "authority's own.")
                                              .arg(table.name),
                                          Tr::tr("Choose it together with the list of children of the same return (%1), in one zip file or "
                                                 "with file names that differ in nothing but the table.")
                                              .arg(QString(m_layout.children)),
                                          {}},
                                         static_cast<std::size_t>(table.part), m_source.parts.size()));
        }
        return {};
    }

    int ownerAmong(const CareRows& rows, const Row& row, const CareColumns& columns, Doubts& doubts) const
    {
        const QDate born = dayIn(row, columns.born);
        CareRows::Answer answer = rows.ownerOf(numberIn(row, columns.key), born);
        // The list of children may say no birth dates; the person's own is known.
        const QDate wanted = m_choice.everyone() || m_choice.selection().onlyPupilFits ? QDate() : m_choice.selection().person.born;
        if (answer.whose == CareRows::Whose::Child && wanted.isValid() && born.isValid() && born != wanted)
            answer = {CareRows::Whose::AnotherBirthDate, -1};
        ++doubts.rows;
        doubts.known += answer.whose != CareRows::Whose::Nobody ? 1 : 0;
        doubts.anotherBirthDate += answer.whose == CareRows::Whose::AnotherBirthDate ? 1 : 0;
        doubts.severalChildren += answer.whose == CareRows::Whose::SeveralChildren ? 1 : 0;
        return answer.place;
    }

    // Two tables of one kind and name are two returns: their numbers are not compared.
    [[nodiscard]] QString setOf(int index) const
    {
        const CareTable& mine = tableOf(index);
        const QString set = careSetOf(mine);
        const auto alike = std::count_if(m_tables.begin(), m_tables.end(), [&](const CareTable& table) {
            return careSetOf(table) == set && table.name.compare(mine.name, Qt::CaseInsensitive) == 0;
        });
        return alike > 1 ? QString(set + u'/' + QString::number(index)) : set;
    }

    int ownerAlone(const QString& set, const Row& row, const CareColumns& columns)
    {
        const QByteArray number = numberIn(row, columns.key);
        const QDate born = dayIn(row, columns.born);
        CareRows& rows = m_alone[set];
        const CareRows::Answer answer = rows.ownerOf(number, born);
        int place = answer.place;
        if (place < 0) {
            FoundPupil found;
            found.person.born = born;
            found.reference = QString::fromUtf8(number) + u'|' + born.toString(Qt::ISODate);
            found.referenceKind = set + u':';
            place = m_choice.take(found);
        }
        rows.claim(number, {}, born, place);
        return place;
    }

    void finish(ReadDocument& document, const Doubts& doubts, bool nameSaysYear) const
    {
        document.notTriedOnRealFile = m_layout.notTriedOnRealFile;
        std::erase_if(document.unknown, [this](const ReadDocument::Unknown& one) { return m_layout.knows(one.name.trimmed()); });
        if (nameSaysYear && document.entries > 0)
            document.warnings << Tr::tr("The year was taken from the file's name: the table itself does not say it.");
        if (doubts.anotherBirthDate > 0)
            document.warnings << Tr::tr("%n row bears the child's number but another birth date. It was not taken.", nullptr,
                                        static_cast<int>(doubts.anotherBirthDate));
        if (doubts.severalChildren > 0)
            document.warnings << Tr::tr("%n row was not taken: the list of children gives its number to several children.", nullptr,
                                        static_cast<int>(doubts.severalChildren));
        if (doubts.rows > 0 && doubts.known == 0)
            document.warnings << Tr::tr("None of the children in this table is in the list of children. It may belong to another return.");
    }

    const CareLayout& m_layout;
    const Source& m_source;
    PupilChoice m_choice;
    XmlItems m_items;
    std::vector<CareTable> m_tables;
    std::vector<CareTable> m_headers;   // tables that are about no child
    std::map<QString, QDate> m_days;    // by set: the day the return stands on
    std::map<int, int> m_childrenOf;    // part of a table → part of its list of children, −1: not given
    std::map<int, CareRows> m_rows;     // by the part of the list
    std::map<QString, CareRows> m_alone; // by set
};

class CareTables : public Format {
public:
    explicit CareTables(const CareLayout& layout) : m_layout(layout) {}

    QString id() const override { return m_layout.format; }

    int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        if (tableKind(head) != TableKind::Text)
            return 0;
        const auto look = lookAtTable(head);
        if (look && careKindOf(m_layout, look->headings))
            return surely;
        return m_layout.yearOfReturn && isCareHeader(head) ? surely : 0;
    }

    base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection, Sink& sink,
                            ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const override
    {
        CareReading reading(m_layout, source, selection, report);
        BASE_TRY(reading.look(parts));
        BASE_TRY(readInOrder(parts, reading.order(), report,
                             [&](int index) { return reading.read(index, sink, report, stop, progress); }));
        reading.finish();
        return {};
    }

private:
    const CareLayout& m_layout;
};

} // namespace

const Format& ssda903TablesFormat()
{
    static const CareTables format(ssda903Layout());
    return format;
}

const Format& cinTablesFormat()
{
    static const CareTables format(cinLayout());
    return format;
}

} // namespace readers
