// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/care_tables.h"

#include "readers/care_header.h"
#include "readers/care_layout.h"
#include "readers/care_rows.h"
#include "readers/care_sets.h"
#include "readers/care_sheets.h"
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

QByteArrayView numberIn(const Row& row, int column)
{
    return row.bytes(column).trimmed();
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
            if (tableKind(*head) != TableKind::Text) {
                lookAtSheets(index, part, *head);
                continue;
            }
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
            m_childrenOf[join.table] = join.children;
        return noneAlone();
    }

    // What says the year and who is who comes first, whatever the order the files came in.
    [[nodiscard]] std::vector<int> order() const
    {
        std::vector<int> order;
        const auto add = [&order](int part) {
            if (std::find(order.begin(), order.end(), part) == order.end())
                order.push_back(part);
        };
        for (const CareTable& header : m_headers)
            add(header.part);
        for (const bool names : {true, false}) {
            for (const CareTable& table : m_tables) {
                if (table.names == names)
                    add(table.part);
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
        if (childrenComeLate(index))
            BASE_TRY(claimFirst(index, part, stop, progress));
        Doubts doubts;
        bool nameSaysYear = false;
        TableReading reading;
        reading.format = m_layout.format;
        reading.collection = m_layout.collection;
        reading.startSheet = [&](const RowPlace& place) { startSheet(index, place); };
        reading.keepsSheet = [](const QStringList& headings) { return isCareHeader(headings); };
        reading.adjust = [&](TablePlan& plan, const QStringList& headings) {
            adjust(plan, headings);
            nameSaysYear = nameSaysYear || (m_now.table >= 0 && plan.year && m_now.year.fromName);
        };
        reading.claim = [&](const Row& row, int place) { claim(row, place); };
        reading.ownerOf = [&](const Row& row) { return ownerOf(row, doubts); };
        reading.nameBy = [&](const Row& row, FoundPupil& found) { nameByNumber(row, found); };
        BASE_TRY(readTablePart(part, index, reading, m_choice, sink, report, stop, progress));
        BASE_TRY(notTooMany(index));
        finish(report.documents.back(), doubts, nameSaysYear);
        return {};
    }

    void finish() { m_choice.finish(); }

private:
    struct ReturnYear {
        std::optional<catalogue::AcademicYear> year;
        bool fromName = false;
    };

    // The sheet being read; a text table is one sheet.
    struct Now {
        int table = -1; // place in m_tables; −1: it is none of this return
        CareColumns columns;
        ReturnYear year;
        bool since1904 = false;
    };

    void lookAtSheets(int index, const SourcePart& part, QByteArrayView head)
    {
        const std::vector<SheetLook> looks = sheetLooks(part, head);
        const auto isTable = [this](const SheetLook& look) { return careKindOf(m_layout, look.headings) != nullptr; };
        const bool several = std::count_if(looks.begin(), looks.end(), isTable) > 1;
        const QString book = part.container + u'/' + part.name;
        for (const SheetLook& look : looks) {
            CareTable table{index, several ? look.name : part.name, several ? book : part.container,
                            holdsChildren(m_layout, look.headings), look.name};
            if (isTable(look))
                m_tables.push_back(std::move(table));
            else if (look.returnDay.isValid())
                m_days.insert_or_assign(careSetOf(table), look.returnDay);
        }
    }

    [[nodiscard]] const CareTable& tableAt(int table) const { return m_tables[static_cast<std::size_t>(table)]; }

    // The list of children stands behind a sheet that is joined to it.
    [[nodiscard]] bool childrenComeLate(int index) const
    {
        bool joined = false;
        for (const CareTable& table : m_tables) {
            if (table.part != index)
                continue;
            if (table.names && joined)
                return true;
            joined = joined || !table.names;
        }
        return false;
    }

    // Reads the lists of children of a workbook beforehand, for nothing but whose the numbers are.
    base::Result<void> claimFirst(int index, const SourcePart& part, const std::stop_token& stop, const base::Progress& progress)
    {
        const auto head = headOf(part);
        if (!head)
            return tl::unexpected(head.error());
        Intake intake(part, stop, progress);
        BASE_TRY(intake.start());
        const auto table = openTable(intake, *head);
        if (!table)
            return tl::unexpected(table.error());
        for (;;) {
            startSheet(index, {(*table)->sheet(), (*table)->since1904()});
            if (m_now.table >= 0 && tableAt(m_now.table).names)
                BASE_TRY(claimSheet(**table, intake));
            const auto more = (*table)->nextSheet();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return {};
        }
    }

    base::Result<void> claimSheet(TableSource& table, const Intake& intake)
    {
        TablePlan plan;
        bool planned = false;
        CellNotes notes;
        Row row;
        // Whoever may be meant is listed when the list itself is read; here only those count who are.
        ReadReport aside;
        PupilChoice fitting(m_choice.selection(), aside);
        for (;;) {
            BASE_TRY(intake.stopWished());
            const auto got = table.next(row);
            if (!got)
                return tl::unexpected(got.error());
            if (!*got)
                return {};
            if (!planned) {
                const QStringList headings = headingsOf(row);
                planned = careKindOf(m_layout, headings) != nullptr;
                if (planned) {
                    plan = planTable(headings, m_layout.collection);
                    adjust(plan, headings);
                }
                continue;
            }
            FoundPupil found = foundPupil(row, plan.identity, m_now.since1904, notes);
            nameByNumber(row, found);
            const bool mine = !m_choice.certainlyOther(row, plan.identity) && fitting.take(found) >= 0;
            claim(row, mine ? m_choice.take(found) : -1);
        }
    }

    void startSheet(int index, const RowPlace& place)
    {
        const auto found = std::find_if(m_tables.begin(), m_tables.end(),
                                        [&](const CareTable& table) { return table.part == index && table.sheet == place.sheet; });
        m_now = {};
        m_now.since1904 = place.since1904;
        if (found == m_tables.end())
            return;
        m_now.table = static_cast<int>(found - m_tables.begin());
        m_now.year = yearOf(*found);
    }

    void adjust(TablePlan& plan, const QStringList& headings)
    {
        if (m_now.table >= 0)
            m_now.columns = planCareTable(m_layout, headings, m_now.year.year, m_items, plan);
        else if (!plan.identity.any())
            plan = {}; // whose its rows are, only the tables of the return could say
    }

    // One number may be borne by several children, born on other days.
    static void nameByNumber(QByteArrayView number, const QString& set, FoundPupil& found)
    {
        found.reference = QString::fromUtf8(number) + u'|' + found.person.born.toString(Qt::ISODate);
        found.referenceKind = set + u':';
    }

    // A child of the list who has no pupil number yet is told by the authority's, within this list: it may be read twice.
    void nameByNumber(const Row& row, FoundPupil& found) const
    {
        if (m_now.table < 0 || !tableAt(m_now.table).names || !found.person.upn.isEmpty())
            return;
        if (const QByteArrayView number = numberIn(row, m_now.columns.key); !number.isEmpty())
            nameByNumber(number, u"list "_s + QString::number(m_now.table), found);
    }

    void claim(const Row& row, int place)
    {
        if (m_now.table >= 0 && tableAt(m_now.table).names)
            m_rows[m_now.table].claim(numberIn(row, m_now.columns.key), numberIn(row, m_now.columns.upn), bornIn(row), place);
    }

    [[nodiscard]] int ownerOf(const Row& row, Doubts& doubts)
    {
        const auto joined = m_childrenOf.find(m_now.table);
        if (joined == m_childrenOf.end())
            return -1;
        return joined->second >= 0 ? ownerAmong(m_rows[joined->second], row, doubts) : ownerAlone(setOf(m_now.table), row);
    }

    [[nodiscard]] CareDay bornIn(const Row& row) const
    {
        const int column = m_now.columns.born;
        return column < 0 ? CareDay() : CareDay{row.bytes(column), row.kind(column) != CellKind::Text, m_now.since1904};
    }

    // Both returns end on 31 March; a year in a name is that of this day.
    [[nodiscard]] ReturnYear yearOf(const CareTable& table) const
    {
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

    base::Result<void> notTooMany(int index) const
    {
        const auto full = [](const auto& one) { return one.second.tooMany(); };
        if (std::none_of(m_rows.begin(), m_rows.end(), full) && std::none_of(m_alone.begin(), m_alone.end(), full))
            return {};
        return tl::unexpected(inPart({ErrorKind::InputUnreadable, Tr::tr("This return names more than 500,000 children. That is more than this program can join."),
                                      Tr::tr("Ask for the part that is about you."), {}},
                                     static_cast<std::size_t>(index), m_source.parts.size()));
    }

    // A table without its list of children says nothing about whose its rows are. For everyone the number has to do, and
    // for somebody who said that the only child of these files is theirs.
    base::Result<void> noneAlone() const
    {
        if (m_choice.everyone() || m_choice.selection().onlyPupilFits)
            return {};
        for (const auto& [place, children] : m_childrenOf) {
            if (children >= 0)
                continue;
            const CareTable& table = tableAt(place);
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

    int ownerAmong(const CareRows& rows, const Row& row, Doubts& doubts) const
    {
        CareRows::Answer answer = rows.ownerOf(numberIn(row, m_now.columns.key), bornIn(row));
        // The list of children may say no birth dates; the person's own is known.
        const QDate wanted = m_choice.everyone() || m_choice.selection().onlyPupilFits ? QDate() : m_choice.selection().person.born;
        if (answer.whose == CareRows::Whose::Child && wanted.isValid()) {
            const QDate born = bornIn(row).read();
            if (born.isValid() && born != wanted)
                answer = {CareRows::Whose::AnotherBirthDate, -1};
        }
        ++doubts.rows;
        doubts.known += answer.whose != CareRows::Whose::Nobody ? 1 : 0;
        doubts.anotherBirthDate += answer.whose == CareRows::Whose::AnotherBirthDate ? 1 : 0;
        doubts.severalChildren += answer.whose == CareRows::Whose::SeveralChildren ? 1 : 0;
        return answer.place;
    }

    // Two tables of one kind and name are two returns: their numbers are not compared.
    [[nodiscard]] QString setOf(int place) const
    {
        const CareTable& mine = tableAt(place);
        const QString set = careSetOf(mine);
        const auto alike = std::count_if(m_tables.begin(), m_tables.end(), [&](const CareTable& table) {
            return careSetOf(table) == set && table.name.compare(mine.name, Qt::CaseInsensitive) == 0;
        });
        return alike > 1 ? QString(set + u'/' + QString::number(place)) : set;
    }

    int ownerAlone(const QString& set, const Row& row)
    {
        const QByteArrayView number = numberIn(row, m_now.columns.key);
        const CareDay born = bornIn(row);
        CareRows& rows = m_alone[set];
        const CareRows::Answer answer = rows.ownerOf(number, born);
        int place = answer.place;
        if (place < 0) {
            FoundPupil found;
            found.person.born = born.read();
            nameByNumber(number, set, found);
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
    std::map<int, int> m_childrenOf;    // place of a table → place of its list of children, −1: not given
    std::map<int, CareRows> m_rows;     // by the place of the list
    std::map<QString, CareRows> m_alone; // by set
    Now m_now;
};

class CareTables : public Format {
public:
    explicit CareTables(const CareLayout& layout) : m_layout(layout) {}

    QString id() const override { return m_layout.format; }

    int recognise(const SourcePart& part, QByteArrayView head) const override
    {
        if (tableKind(head) != TableKind::Text) {
            const auto looks = sheetLooks(part, head);
            const auto mine = [this](const SheetLook& look) { return careKindOf(m_layout, look.headings) != nullptr; };
            return std::any_of(looks.begin(), looks.end(), mine) ? surely : 0;
        }
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
