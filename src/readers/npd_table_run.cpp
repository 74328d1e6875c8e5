// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/npd_table_run.h"

#include "catalogue/collections.h"
#include "readers/dates.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>

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
constexpr qint64 mostLongValues = 2'000'000;

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
      m_kept(!choice.everyone(), table)
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
    if (at) {
        const QStringList headings = headingsOf(first[static_cast<std::size_t>(*at)]);
        m_plan = planTable(headings, m_reading.collection, m_part);
        if (m_reading.adjust)
            m_reading.adjust(m_plan, headings);
    }
    if (!at || !m_plan.aboutPupils()) {
        if (first.empty())
            return {};
        m_kept.sheetNotRead();
        m_unread.push_back({m_table.sheet(), std::any_of(first.begin(), first.end(), [](const Row& one) { return looksLikeHeadings(headingsOf(one)); })});
        return {};
    }
    ++m_read;
    m_headings = headingsOf(first[static_cast<std::size_t>(*at)]);
    m_place = {m_table.sheet(), m_table.since1904()};
    m_entries.emplace(m_plan, m_choice.selection().otherPeopleToo);
    m_maker.reset();
    m_dataRows = 0;
    m_longRow = 0;
    m_monthFirst.clear();
    m_dateColumns.clear();
    m_whose = {};
    m_met.clear();
    m_frameOfPupil = -1;
    m_identityColumns = m_plan.identity.all();
    if (m_plan.ownerColumn >= 0)
        m_identityColumns.push_back(m_plan.ownerColumn); // twins may share every other one
    m_frameColumns.clear();
    for (std::size_t i = 0; i < m_plan.columns.size(); ++i) {
        if (m_plan.columns[i].time != TableColumn::Time::None || m_plan.columns[i].place != TableColumn::Place::None)
            m_frameColumns.push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < m_plan.columns.size() && m_dateColumns.size() < datesWatched; ++i) {
        if (m_plan.columns[i].isDate)
            m_dateColumns.push_back(static_cast<int>(i));
    }
    if (!m_plan.identity.any() && m_plan.ownerColumn < 0) {
        m_namesNobody = true;
        m_entries->watchTimes();
    }
    m_kept.startSheet(m_place.sheet);
    for (int i = 0; i <= *at; ++i)
        m_kept.take(first[static_cast<std::size_t>(i)]);
    BASE_TRY(rows(first, static_cast<std::size_t>(*at) + 1));
    BASE_TRY(flushLong());
    if (m_namesNobody && !m_choice.everyone() && !m_choice.selection().onlyPupilFits &&
        (m_entries->sameTimeTwice() || m_unclearWhose))
        return fail(ErrorKind::ChoiceNeeded,
                    Tr::tr("“%1” does not say who its rows are about, and it has several for the same time.").arg(m_intake.name()),
                    Tr::tr("Ask for the file with a pupil number, or with names and birth dates."));
    tellSheet();
    return {};
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
    if (m_table.lastRowUnended() && from < first.size()) {
        const Row last = first.back();
        return cutOff(last, first);
    }
    Row row;
    for (;;) {
        const auto got = m_table.next(row);
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            return {};
        BASE_TRY(handle(row));
        if (m_table.lastRowUnended())
            BASE_TRY(cutOff(row, first));
    }
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
    const bool sameWhose = sameBytesAsLast(row, m_identityColumns, m_lastIdentity) && m_whose.kind != Whose::Kind::Unknown;
    if (!sameWhose) {
        m_whose = m_choice.everyone() ? m_met.value(m_lastIdentity) : Whose();
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

bool TableRun::sameBytesAsLast(const Row& row, const std::vector<int>& columns, QByteArray& last)
{
    // Cell by cell against one buffer, each with a line feed behind it: a cell that holds one is taken for another.
    qsizetype at = 0;
    for (const int column : columns) {
        const QByteArrayView cell = row.bytes(column);
        if (last.size() - at <= cell.size() || QByteArrayView(last).sliced(at, cell.size()) != cell || last.at(at + cell.size()) != '\n' ||
            cell.contains('\n')) {
            last.truncate(0);
            for (const int one : columns)
                last.append(row.bytes(one)).append('\n');
            return false;
        }
        at += cell.size() + 1;
    }
    return at == last.size() && at > 0;
}

// A table sorted by term names every pupil anew in each row. Who has a number, a name and a birth date spelled byte for
// byte as before is the same as before; without a number it might be a namesake. Advice has no such number either.
void TableRun::remember(const FoundPupil& found)
{
    constexpr qsizetype mostMet = 50'000;
    const QString& upn = found.person.upn;
    const bool number = upn.size() == 13 && !upn.contains(u' ') && std::any_of(upn.begin(), upn.end(), [](QChar c) { return c.isDigit(); });
    if (!m_choice.everyone() || !number || m_whose.kind != Whose::Kind::Taken || m_met.size() >= mostMet ||
        m_lastIdentity.count('\n') != static_cast<qsizetype>(m_identityColumns.size()))
        return;
    m_whose.numbered = true;
    m_met.insert(QByteArray(m_lastIdentity.constData(), m_lastIdentity.size()), m_whose);
}

int TableRun::pupilOf(const Row& row)
{
    if (m_reading.ownerOf) {
        const bool numbered = !row.bytes(m_plan.ownerColumn).trimmed().isEmpty();
        const int owner = numbered ? m_reading.ownerOf(row) : -1;
        if (owner < 0)
            ++(numbered ? m_othersRows : m_unnamedRows);
        return owner;
    }
    if (m_plan.identity.any()) {
        if (m_whose.kind == Whose::Kind::Unknown) {
            const FoundPupil found = foundPupil(row, m_plan.identity, m_place.since1904, m_notes);
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
    ++m_document.entries;
    m_document.values += static_cast<qint64>(entry.values.size());
    m_choice.addEntry(pupil);
    return m_sink.entry(m_part, pupil, std::move(entry));
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
    for (record::Entry& entry : m_entries->entriesOf(row, m_place, m_notes))
        BASE_TRY(hand(pupil, std::move(entry)));
    if (m_entries->leftOut().empty()) {
        m_kept.take(row);
    } else {
        m_leftOutCells += static_cast<qint64>(m_entries->leftOut().size());
        m_kept.takeWithout(row, m_entries->leftOut());
    }
    return {};
}

const TableRun::LongItem& TableRun::longItem(const Row& row, int& number)
{
    const LongForm& form = m_plan.longForm;
    m_itemKey.truncate(0);
    m_itemKey.append(row.bytes(form.item)).append('\n').append(row.bytes(form.collection));
    const auto known = m_itemNumbers.constFind(m_itemKey);
    if (known != m_itemNumbers.cend()) {
        number = *known;
    } else {
        number = static_cast<int>(m_items.size());
        m_items.push_back(makeLongItem(row.text(form.item, m_notes).trimmed(), row.text(form.collection, m_notes).trimmed()));
        m_itemNumbers.insert(QByteArray(m_itemKey.constData(), m_itemKey.size()), number);
    }
    return m_items[static_cast<std::size_t>(number)];
}

TableRun::LongItem TableRun::makeLongItem(const QString& name, const QString& collection) const
{
    LongItem item;
    item.name = name;
    if (name.isEmpty())
        return item;
    const TablePlan plan = planTable({name});
    const bool others = plan.columns.front().aboutOthers;
    item.collection = catalogue::collection(collection) ? collection : QString();
    const auto candidates = catalogue::resolve(name, item.collection, {});
    if (!candidates.empty()) {
        const catalogue::Item found = catalogue::item(candidates.front().item);
        item.item = found.name;
        item.dataset = found.dataset;
        item.year = candidates.front().year;
        item.term = candidates.front().term;
        item.aboutOthers = found.aboutOthers;
        if (item.collection.isEmpty())
            item.collection = found.collection;
    }
    if (item.collection.isEmpty())
        item.collection = u"OTHER"_s;
    if (!item.year)
        item.suffix = plan.groups.front().suffix;
    item.aboutOthers = item.aboutOthers || others;
    return item;
}

// The row without what it says of other people: its value, if the field is about them, and columns that always are.
void TableRun::keepLong(const Row& row, bool aboutOthers)
{
    std::vector<int> without;
    for (std::size_t i = 0; i < m_plan.columns.size() && !m_choice.selection().otherPeopleToo; ++i) {
        const auto column = static_cast<int>(i);
        if ((m_plan.columns[i].aboutOthers || (aboutOthers && column == m_plan.longForm.value)) && !row.bytes(column).isEmpty())
            without.push_back(column);
    }
    if (without.empty()) {
        m_kept.take(row);
        return;
    }
    m_leftOutCells += static_cast<qint64>(without.size());
    m_kept.takeWithout(row, without);
}

// The entry that a value of this item belongs to, by the item's and the frame's time and place.
std::size_t TableRun::longEntry(const LongItem& item, int pupil)
{
    LongEntry one;
    one.pupil = pupil;
    one.entry.collection = item.collection;
    one.entry.dataset = item.dataset;
    one.entry.year = item.year ? item.year : m_frame.year;
    one.entry.term = item.term != catalogue::Term::None ? item.term : m_frame.term;
    one.entry.date = m_frame.date;
    one.entry.establishment = m_frame.establishment;
    QString key = QString::number(pupil) + u'|' + item.collection + u'|' + item.dataset + u'|' +
                        (one.entry.year ? one.entry.year->text() : item.suffix) + u'|' + QString::number(static_cast<int>(one.entry.term)) +
                        u'|' + m_frame.date.toString(Qt::ISODate) + u'|' + m_frame.establishment;
    const auto place = m_longPlaces.constFind(key);
    if (place != m_longPlaces.cend())
        return *place;
    m_longPlaces.insert(key, m_long.size());
    one.key = std::move(key);
    m_long.push_back(std::move(one));
    return m_long.size() - 1;
}

base::Result<void> TableRun::takeLong(const Row& row, int pupil)
{
    int number = 0;
    const LongItem& item = longItem(row, number);
    if (item.name.isEmpty()) {
        keepLong(row, false);
        return {};
    }
    if (++m_longValues > mostLongValues)
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” holds more than two million values.").arg(m_intake.name()),
                    Tr::tr("Ask for the part that is about you."), Tr::tr("row %1").arg(row.number));
    keepLong(row, item.aboutOthers);
    if (item.aboutOthers && !m_choice.selection().otherPeopleToo)
        return {};
    const bool sameFrame = m_frameColumns.empty() ? m_frameOfPupil >= 0 : sameBytesAsLast(row, m_frameColumns, m_lastFrame);
    if (!sameFrame)
        m_frame = m_entries->frameOf(row, m_place, m_notes);
    if (!sameFrame || m_frameOfPupil != pupil)
        m_placeOfItem.assign(m_items.size(), SIZE_MAX);
    m_frameOfPupil = pupil;
    m_placeOfItem.resize(m_items.size(), SIZE_MAX);
    std::size_t& at = m_placeOfItem[static_cast<std::size_t>(number)];
    if (at == SIZE_MAX)
        at = longEntry(item, pupil);
    if (m_namesNobody) {
        const QString told = m_long[at].key + u'|' + item.name;
        m_unclearWhose = m_unclearWhose || m_longSeen.contains(told);
        m_longSeen.insert(told);
    }
    m_long[at].entry.values.push_back(
        {{}, item.name, item.item, row.text(m_plan.longForm.value, m_notes), locatorOf(row, m_place, m_plan.longForm.value)});
    return {};
}

base::Result<void> TableRun::flushLong()
{
    QMap<QString, qint64> unknown;
    for (LongEntry& one : m_long) {
        for (const record::Value& value : one.entry.values) {
            if (value.item.isEmpty())
                ++unknown[value.name];
        }
        BASE_TRY(hand(one.pupil, std::move(one.entry)));
    }
    for (auto it = unknown.cbegin(); it != unknown.cend(); ++it)
        m_document.unknown.push_back({u"OTHER"_s, it.key(), it.value()});
    m_long.clear();
    m_longPlaces.clear();
    m_placeOfItem.clear();
    m_frameOfPupil = -1;
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
