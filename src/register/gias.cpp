// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/gias.h"

#include "readers/dates.h"
#include "readers/gias_headings.h"
#include "readers/table_source.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace registry {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(registry::Gias)
};

using base::ErrorKind;
using base::fail;
using readers::Row;

constexpr int headingRows = 5;      // the headings stand in the first row; a spreadsheet may have put a note above
constexpr int warnAboutRows = 1000; // rows of nothing but commas

QDate day(const Row& row, int column)
{
    const auto read = readers::readDate(row.bytes(column).trimmed());
    return read ? read->date : QDate();
}

// "201" and "3614" → "2013614". Spreadsheets drop leading zeros of the second part.
QString laestab(const QString& authority, const QString& number)
{
    const QString la = plainSchoolNumber(authority);
    const QString estab = plainSchoolNumber(number);
    if (la.isEmpty() || la.size() > 3 || estab.isEmpty() || estab.size() > 4 || la.toInt() == 0 || estab.toInt() == 0)
        return {};
    const QString both = la.rightJustified(3, u'0') + estab.rightJustified(4, u'0');
    return both;
}

class Reading {
public:
    Reading(readers::GiasHeadings headings, GiasFile& file) : m_at(headings), m_file(file) {}

    void take(const Row& row)
    {
        ++m_file.rows;
        if (m_at.links() ? !takeLink(row) : !takeSchool(row))
            ++m_file.skipped;
    }
    [[nodiscard]] const readers::CellNotes& notes() const { return m_notes; }

private:
    [[nodiscard]] QString text(const Row& row, int column) { return row.text(column, m_notes).simplified(); }

    bool takeSchool(const Row& row)
    {
        School school;
        school.urn = plainSchoolNumber(text(row, m_at.urn));
        school.name = text(row, m_at.name);
        school.laestab = laestab(text(row, m_at.authority), text(row, m_at.number));
        if (school.name.isEmpty() || (school.urn.isEmpty() && school.laestab.isEmpty()))
            return false;
        school.formerLaestab = laestab(text(row, m_at.formerAuthority), text(row, m_at.formerNumber));
        if (school.formerLaestab == school.laestab)
            school.formerLaestab.clear();
        school.phase = text(row, m_at.phase);
        school.opened = day(row, m_at.opened);
        school.closed = day(row, m_at.closed);
        m_file.schools.push_back(std::move(school));
        return true;
    }

    bool takeLink(const Row& row)
    {
        SchoolLink link;
        link.urn = plainSchoolNumber(text(row, m_at.urn));
        link.other = plainSchoolNumber(text(row, m_at.linkUrn));
        link.otherName = text(row, m_at.linkName);
        link.type = text(row, m_at.linkType);
        link.day = day(row, m_at.linkDay);
        if (link.urn.isEmpty() || link.other.isEmpty() || link.type.isEmpty())
            return false;
        m_file.links.push_back(std::move(link));
        return true;
    }

    readers::GiasHeadings m_at;
    GiasFile& m_file;
    readers::CellNotes m_notes;
};

} // namespace

base::Result<GiasFile> readGias(const readers::SourcePart& part, const std::stop_token& stop, const base::Progress& progress)
{
    const auto head = readers::headOf(part);
    if (!head)
        return tl::unexpected(head.error());
    const auto wrong = [&] {
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” is no list of schools that the program knows.").arg(part.name),
                    Tr::tr("Download “all establishment data” from DfE's Get Information About Schools, and choose the CSV file."));
    };
    if (readers::tableKind(*head) != readers::TableKind::Text)
        return wrong();
    readers::Intake intake(part, stop, progress);
    BASE_TRY(intake.start());
    const auto table = readers::openTable(intake, *head);
    if (!table)
        return tl::unexpected(table.error());
    GiasFile file;
    std::optional<Reading> reading;
    Row row;
    int columns = 0;
    qint64 blank = 0;
    for (;;) {
        const auto got = (*table)->next(row);
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            break;
        if (!reading) {
            QStringList names;
            readers::CellNotes notes;
            for (int i = 0; i < row.count(); ++i)
                names << row.text(i, notes);
            if (auto headings = readers::giasHeadings(names)) {
                columns = row.count();
                reading.emplace(*headings, file);
            } else if (row.number >= headingRows) {
                return wrong();
            }
            continue;
        }
        if (row.blank()) {
            ++blank;
            continue;
        }
        if ((*table)->lastRowUnended() && row.count() < columns)
            return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” ends in the middle of row %2. It seems to be cut off.").arg(part.name).arg(row.number),
                        Tr::tr("Download it again."), Tr::tr("row %1").arg(row.number));
        reading->take(row);
    }
    if (!reading)
        return wrong();
    if (file.schools.empty() && file.links.empty())
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” has the headings of a list of schools, but no school under them.").arg(part.name),
                    Tr::tr("Download it again."));
    if (file.skipped > 0)
        file.warnings << Tr::tr("%n row(s) had no number or no name and were left out.", nullptr, int(file.skipped));
    if (blank >= warnAboutRows)
        file.warnings << Tr::tr("%n empty row(s) were passed over.", nullptr, int(blank));
    return file;
}

} // namespace registry
