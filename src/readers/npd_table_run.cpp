// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/npd_table_run.h"

#include "readers/dates.h"
#include "readers/hand_on.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Table)
};

constexpr int firstRows = 40;         // among which the headings are looked for
constexpr int instructionRows = 5;    // below the headings
constexpr int stopEvery = 512;        // rows
constexpr int datesWatched = 6;       // columns; each costs a look at every row

// "1/13/05" and the like, on bytes: every row of every child passes here.
bool onlyMonthFirst(QByteArrayView text)
{
    if (text.size() < 6 || text.size() > 19)
        return false;
    int number[2] = {0, 0};
    qsizetype at = 0;
    for (int& one : number) {
        const qsizetype start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - start < 3)
            one = one * 10 + (text[at++] - '0');
        if (at == start || at >= text.size() || (text[at] != '/' && text[at] != '-' && text[at] != '.'))
            return false;
        ++at;
    }
    return number[0] >= 1 && number[0] <= 12 && number[1] > 12 && number[1] <= 31;
}

// What is left of a sheet, row by row.
template <typename Take>
base::Result<void> eachRow(TableSource& table, Take take)
{
    Row row;
    for (;;) {
        const auto got = table.next(row);
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            return {};
        BASE_TRY(take(row));
    }
}

bool isSentence(QByteArrayView cell)
{
    return cell.size() > 12 && std::count(cell.begin(), cell.end(), ' ') >= 2;
}

// "Mina Rose Okafor Hale", "van der Berg"; not "Family name as on the register".
bool mayBeName(QByteArrayView cell)
{
    int words = 0;
    int small = 0;
    bool start = true;
    for (const char c : cell) {
        if (start && c != ' ') {
            ++words;
            small += c >= 'a' && c <= 'z' ? 1 : 0;
        }
        start = c == ' ';
    }
    return words > 0 && (words < 3 || small * 2 <= words || (words == 3 && small == 3));
}

} // namespace

TableRun::TableRun(int part, const TableReading& reading, Intake& intake, TableSource& table, PupilChoice& choice, Sink& sink,
                   ReadDocument& document)
    : m_part(part), m_reading(reading), m_intake(intake), m_table(table), m_choice(choice), m_sink(sink),
      // A row that was mended is not what was delivered, and a workbook has no bytes of a row.
      m_raw(table.isText() && !reading.mend ? rawSink(sink, choice.selection()) : nullptr), m_document(document),
      m_kept(!choice.everyone(), table), m_long(choice.selection().otherPeopleToo)
{
}

base::Result<void> TableRun::run()
{
    for (;;) {
        BASE_TRY(sheet());
        const auto more = m_table.nextSheet();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
    }
    if (m_read == 0) {
        const bool headings = std::any_of(m_unread.begin(), m_unread.end(), [](const Unread& one) { return one.headings; });
        if (headings)
            return fail(ErrorKind::InputUnreadable,
                        Tr::tr("“%1” is a table, but it does not say which pupil a row is about, and its columns are no fields of the "
                               "national data about pupils.")
                            .arg(m_intake.name()),
                        Tr::tr("Choose the file that has a pupil number, or a name and a birth date, in its columns."));
        return fail(ErrorKind::InputUnreadable,
                    Tr::tr("“%1” has no row that says what its columns hold.").arg(m_intake.name()),
                    Tr::tr("Ask for the file with its row of headings."));
    }
    tell();
    m_document.kept = m_kept.finish();
    m_document.document.withheldBytes = m_kept.withheld();
    return {};
}

base::Result<void> TableRun::sheet()
{
    std::vector<Row> first;
    Row row;
    while (first.size() < std::size_t(firstRows)) {
        const auto got = m_table.next(row);
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            break;
        row.detach();
        first.push_back(row);
    }
    const std::optional<int> at = headingRow(first);
    m_place = {m_table.sheet(), m_table.since1904()};
    if (m_reading.startSheet)
        m_reading.startSheet(m_place);
    if (at) {
        const QStringList headings = headingsOf(first[static_cast<std::size_t>(*at)]);
        m_plan = planTable(headings, m_reading.collection, m_part);
        if (m_reading.adjust)
            m_reading.adjust(m_plan, headings);
    }
    if (!at || !m_plan.aboutPupils()) {
        if (first.empty())
            return {};
        if (m_reading.keepsSheet && std::any_of(first.begin(), first.end(), [this](const Row& one) { return m_reading.keepsSheet(headingsOf(one)); }))
            return keepSheet(first);
        m_kept.sheetNotRead();
        m_unread.push_back({m_table.sheet(), std::any_of(first.begin(), first.end(), [](const Row& one) { return looksLikeHeadings(headingsOf(one)); })});
        return {};
    }
    ++m_read;
    m_headings = headingsOf(first[static_cast<std::size_t>(*at)]);
    m_entries.emplace(m_plan, m_choice.selection().otherPeopleToo);
    m_maker.reset();
    m_dataRows = 0;
    m_longRow = 0;
    m_monthFirst.clear();
    m_dateColumns.clear();
    m_whose = {};
    m_met.clear();
    std::vector<int> identity = m_plan.identity.all();
    if (m_plan.ownerColumn >= 0)
        identity.push_back(m_plan.ownerColumn); // twins may share every other one
    m_identityCells.watch(std::move(identity));
    for (std::size_t i = 0; i < m_plan.columns.size() && m_dateColumns.size() < datesWatched; ++i) {
        if (m_plan.columns[i].isDate)
            m_dateColumns.push_back(static_cast<int>(i));
    }
    if (!m_plan.identity.any() && m_plan.ownerColumn < 0) {
        m_namesNobody = true;
        entries().watchTimes();
    }
    m_long.startSheet(m_plan, entries(), m_place, m_namesNobody);
    m_kept.startSheet(m_place.sheet);
    for (int i = 0; i <= *at; ++i)
        m_kept.take(first[static_cast<std::size_t>(i)]);
    BASE_TRY(rows(first, static_cast<std::size_t>(*at) + 1));
    BASE_TRY(handLong());
    if (m_namesNobody && !m_choice.everyone() && !m_choice.selection().onlyPupilFits &&
        (entries().sameTimeTwice() || m_long.saidTwice()))
        return fail(ErrorKind::ChoiceNeeded,
                    Tr::tr("“%1” does not say who its rows are about, and it has several for the same time.").arg(m_intake.name()),
                    Tr::tr("Ask for the file with a pupil number, or with names and birth dates."));
    tellSheet();
    return {};
}

base::Result<void> TableRun::keepSheet(const std::vector<Row>& first)
{
    m_kept.startSheet(m_place.sheet);
    for (const Row& row : first)
        m_kept.take(row);
    return eachRow(m_table, [this](const Row& row) -> base::Result<void> {
        m_kept.take(row);
        return {};
    });
}

void TableRun::tellSheet()
{
    QStringList& warnings = m_document.warnings;
    for (auto it = m_monthFirst.cbegin(); it != m_monthFirst.cend(); ++it)
        warnings << Tr::tr("Row %1 of the column “%2” holds a date that can only be month first. Other dates in this column may have "
                           "day and month the wrong way round: check each of them.")
                        .arg(it.value())
                        .arg(m_plan.columns[static_cast<std::size_t>(it.key())].name);
    if (m_longRow > 0)
        warnings << Tr::tr("Row %1 has more cells than there are headings. The cells at its end were kept without a name.").arg(m_longRow);
    // What the columns hold that the dictionary does not know.
    for (const TableColumn& column : m_plan.columns) {
        const bool framing = column.identity != IdentityField::None || column.time != TableColumn::Time::None ||
                             column.place != TableColumn::Place::None;
        if (column.item.isEmpty() && !framing && column.filled > 0 && !m_plan.longForm.is())
            m_document.unknown.push_back({m_plan.groups[static_cast<std::size_t>(column.group)].collection, column.name, column.filled});
    }
}

base::Result<void> TableRun::rows(std::vector<Row>& first, std::size_t from)
{
    for (std::size_t i = from; i < first.size(); ++i)
        BASE_TRY(handle(first[i]));
    if (m_table.lastRowUnended() && from < first.size())
        return cutOff(first.back(), first);
    return eachRow(m_table, [&](Row& row) -> base::Result<void> {
        BASE_TRY(handle(row));
        return m_table.lastRowUnended() ? cutOff(row, first) : base::Result<void>();
    });
}

// A last row that is too short and has no line break, where the rows before it were whole: the rest is missing.
base::Result<void> TableRun::cutOff(const Row& last, const std::vector<Row>& first) const
{
    const auto columns = static_cast<int>(m_headings.size());
    if (last.count() >= columns || m_plan.columns.empty())
        return {};
    const bool shortIsUsual = std::any_of(first.begin(), first.end(), [&](const Row& row) {
        return row.number != last.number && !row.blank() && row.number > 1 && row.count() < columns && row.count() > 1;
    });
    if (shortIsUsual)
        return {};
    return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” ends in the middle of row %2. It seems to be cut off.").arg(m_intake.name()).arg(last.number),
                Tr::tr("Copy or download it again, or ask for it to be sent again."), Tr::tr("row %1").arg(last.number));
}

void TableRun::watchDates(const Row& row)
{
    for (const int column : m_dateColumns) {
        if (onlyMonthFirst(row.bytes(column)) && !m_monthFirst.contains(column))
            m_monthFirst.insert(column, row.number);
    }
}

// Templates carry a row of advice under their headings: sentences where numbers and dates belong. Only what cannot be
// a pupil is taken for advice, since advice is kept and a pupil's row must be judged by whose it is.
bool TableRun::isInstruction(const Row& row) const
{
    if (m_dataRows > instructionRows)
        return false;
    int sentences = 0;
    int filled = 0;
    const int count = row.count();
    for (int i = 0; i < count; ++i) {
        const QByteArrayView cell = row.bytes(i).trimmed();
        filled += cell.isEmpty() ? 0 : 1;
        sentences += isSentence(cell) && !readDate(cell) ? 1 : 0;
    }
    if (sentences == 0 || sentences * 2 <= filled)
        return false;
    bool broken = false; // a sentence where a number or a birth date belongs
    for (const auto* columns : {&m_plan.identity.upn, &m_plan.identity.formerUpn, &m_plan.identity.uln, &m_plan.identity.reference, &m_plan.identity.born}) {
        for (const int column : *columns) {
            const QByteArrayView cell = row.bytes(column).trimmed();
            if (cell.isEmpty())
                continue;
            const bool digits = std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (readDateOrSerial(cell, m_place.since1904) || (digits && !cell.contains(' ')))
                return false;
            broken = broken || isSentence(cell);
        }
    }
    for (const auto* columns : {&m_plan.identity.surname, &m_plan.identity.forename, &m_plan.identity.wholeName}) {
        for (const int column : *columns) {
            if (mayBeName(row.bytes(column).trimmed()))
                return false;
        }
    }
    return broken;
}

bool TableRun::repeatsHeadings(const Row& row)
{
    CellNotes notes;
    const auto cells = static_cast<qsizetype>(row.count());
    if (cells < m_headings.size() || m_headings.isEmpty())
        return false;
    for (int i = 0; i < m_headings.size(); ++i) {
        if (row.text(i, notes) != m_headings[i])
            return false;
    }
    return true;
}

base::Result<void> TableRun::handle(Row& row)
{
    if (++m_dataRows % stopEvery == 0)
        BASE_TRY(m_intake.stopWished());
    if (m_reading.mend)
        m_reading.mend(row, static_cast<int>(m_headings.size()), m_document.warnings);
    watchDates(row);
    const bool sameWhose = m_identityCells.sameIn(row) && m_whose.kind != Whose::Kind::Unknown;
    if (!sameWhose) {
        m_whose = m_choice.everyone() ? m_met.value(m_identityCells.bytes()) : Whose();
        m_whose.certainlyOther = m_choice.certainlyOther(row, m_plan.identity);
        if (m_whose.certainlyOther) {
            m_choice.passOver(row, m_plan.identity);
            m_whose.kind = Whose::Kind::Other;
        }
    }
    if (m_whose.certainlyOther) {
        if (m_reading.claim)
            m_reading.claim(row, -1);
        m_kept.withhold(row);
        ++m_othersRows;
        return {};
    }
    const bool aPupils = m_whose.kind == Whose::Kind::Taken && m_whose.named;
    if (!aPupils && (row.blank() || repeatsHeadings(row))) {
        m_kept.take(row);
        return {};
    }
    if (!m_whose.numbered && isInstruction(row)) {
        m_kept.take(row);
        m_document.warnings << Tr::tr("Row %1 was passed over: it holds advice on how to fill in the table.").arg(row.number);
        return {};
    }
    const int pupil = pupilOf(row);
    if (m_reading.claim)
        m_reading.claim(row, pupil);
    if (pupil < 0) {
        m_kept.withhold(row);
        return {};
    }
    if (!m_raw && row.count() > m_headings.size() && m_longRow == 0) {
        for (int i = static_cast<int>(m_headings.size()); i < row.count(); ++i) {
            if (!row.bytes(i).trimmed().isEmpty())
                m_longRow = row.number;
        }
    }
    return m_plan.longForm.is() ? takeLong(row, pupil) : take(row, pupil);
}

// A table sorted by term names every pupil anew in each row. Who has a number, a name and a birth date spelled byte for
// byte as before is the same as before; without a number it might be a namesake. Advice has no such number either.
void TableRun::remember(const FoundPupil& found)
{
    constexpr qsizetype mostMet = 50'000;
    const QString& upn = found.person.upn;
    const bool number = upn.size() == 13 && !upn.contains(u' ') && std::any_of(upn.begin(), upn.end(), [](QChar c) { return c.isDigit(); });
    if (!m_choice.everyone() || !number || m_whose.kind != Whose::Kind::Taken || m_met.size() >= mostMet ||
        !m_identityCells.telling())
        return;
    m_whose.numbered = true;
    const QByteArray& bytes = m_identityCells.bytes();
    m_met.insert(QByteArray(bytes.constData(), bytes.size()), m_whose);
}

int TableRun::pupilOf(const Row& row)
{
    if (m_reading.ownerOf && !m_plan.identity.any()) {
        const bool numbered = !row.bytes(m_plan.ownerColumn).trimmed().isEmpty();
        const int owner = numbered ? m_reading.ownerOf(row) : -1;
        if (owner < 0)
            ++(numbered ? m_othersRows : m_unnamedRows);
        return owner;
    }
    if (m_plan.identity.any()) {
        if (m_whose.kind == Whose::Kind::Unknown) {
            FoundPupil found = foundPupil(row, m_plan.identity, m_place.since1904, m_notes);
            if (m_reading.nameBy)
                m_reading.nameBy(row, found);
            m_whose.pupil = m_choice.take(found);
            m_whose.named = found.named();
            m_whose.kind = m_whose.pupil >= 0 ? Whose::Kind::Taken : m_whose.named ? Whose::Kind::Other : Whose::Kind::Unnamed;
            remember(found);
        }
        if (m_whose.pupil < 0) {
            ++(m_whose.kind == Whose::Kind::Other ? m_othersRows : m_unnamedRows);
            return -1;
        }
        const QByteArray key = m_plan.ownerColumn >= 0 ? row.bytes(m_plan.ownerColumn).trimmed().toByteArray() : QByteArray();
        if (m_reading.owners && !key.isEmpty())
            m_reading.owners->insert(key, m_whose.pupil);
        return m_whose.pupil;
    }
    if (m_plan.ownerColumn >= 0) {
        // The number of a row in a table that is not at hand says nothing about whose this row is.
        const QByteArrayView key = row.bytes(m_plan.ownerColumn).trimmed();
        const int pupil =
            m_reading.owners && !key.isEmpty() ? m_reading.owners->value(QByteArray::fromRawData(key.data(), key.size()), -1) : -1;
        if (pupil < 0)
            ++(m_reading.owners ? m_othersRows : m_unnamedRows);
        return pupil;
    }
    return m_choice.thePerson();
}

base::Result<void> TableRun::hand(int pupil, record::Entry entry)
{
    m_choice.addEntry(pupil);
    return handOn(std::move(entry), m_part, pupil, m_sink, m_document);
}

base::Result<void> TableRun::take(const Row& row, int pupil)
{
    if (m_raw) {
        if (!m_maker)
            m_maker = std::make_shared<RowMaker>(m_plan, m_place, m_choice.selection().otherPeopleToo, m_reading.dialect.quotes);
        ++m_document.entries;
        m_choice.addEntry(pupil);
        RowMaker::pack(row, m_piece);
        return m_raw->raw(m_part, pupil, m_maker, m_piece);
    }
    for (record::Entry& entry : entries().entriesOf(row, m_place, m_notes))
        BASE_TRY(hand(pupil, std::move(entry)));
    keep(row, entries().leftOut());
    return {};
}

void TableRun::keep(const Row& row, const std::vector<int>& without)
{
    if (without.empty()) {
        m_kept.take(row);
        return;
    }
    m_leftOutCells += static_cast<qint64>(without.size());
    m_kept.takeWithout(row, without);
}

// What a row of a long form says of other people: columns that always do, and its value where its field is about them.
std::vector<int> TableRun::aboutOthersIn(const Row& row, bool valueToo) const
{
    std::vector<int> columns;
    for (std::size_t i = 0; i < m_plan.columns.size() && !m_choice.selection().otherPeopleToo; ++i) {
        const auto column = static_cast<int>(i);
        if ((m_plan.columns[i].aboutOthers || (valueToo && column == m_plan.longForm.value)) && !row.bytes(column).isEmpty())
            columns.push_back(column);
    }
    return columns;
}

base::Result<void> TableRun::takeLong(const Row& row, int pupil)
{
    const LongTable::Taken taken = m_long.take(row, pupil, m_notes);
    if (taken == LongTable::Taken::TooMany)
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” holds more than two million values.").arg(m_intake.name()),
                    Tr::tr("Ask for the part that is about you."), Tr::tr("row %1").arg(row.number));
    keep(row, aboutOthersIn(row, taken == LongTable::Taken::OfOthers));
    return {};
}

base::Result<void> TableRun::handLong()
{
    QMap<QString, qint64> unknown;
    for (LongTable::Gathered& one : m_long.finishSheet()) {
        for (const record::Value& value : one.entry.values) {
            if (value.item.isEmpty())
                ++unknown[value.name];
        }
        BASE_TRY(hand(one.pupil, std::move(one.entry)));
    }
    for (auto it = unknown.cbegin(); it != unknown.cend(); ++it)
        m_document.unknown.push_back({u"OTHER"_s, it.key(), it.value()});
    return {};
}

void TableRun::tell()
{
    QStringList& warnings = m_document.warnings;
    if (m_document.entries + m_othersRows + m_unnamedRows == 0)
        warnings << Tr::tr("There are headings, but not a single filled row under them. It may be an empty form.");
    if (m_othersRows > 0)
        m_document.notTaken.push_back({u"other pupils"_s, m_othersRows});
    if (m_unnamedRows > 0)
        m_document.notTaken.push_back({u"rows without a name or number"_s, m_unnamedRows});
    if (m_leftOutCells > 0)
        m_document.notTaken.push_back({u"about other people"_s, m_leftOutCells});
    if (m_othersRows > 0 && !m_choice.everyone())
        warnings << Tr::tr("This file holds other children: tell the school. Their rows were not taken.");
    if (m_notes.nulBytes)
        warnings << Tr::tr("The file holds NUL bytes, which mean nothing. They were left out of the values.");
    if (m_notes.windows1252)
        warnings << Tr::tr("Some text is not written as UTF-8. It was read as Windows-1252, the usual spelling of older spreadsheets.");
    if (m_namesNobody)
        warnings << Tr::tr("The table does not say who it is about. All of it was taken as yours: check that it is.");
    for (const Unread& one : m_unread)
        warnings << Tr::tr("The sheet “%1” was not read: it holds no fields about pupils.").arg(one.sheet);
}

} // namespace readers
