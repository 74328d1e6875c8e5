// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/school_directory.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace registry {

namespace {

// One row of our own file. A field may be quoted with "" for a quote; line breaks inside a field do not occur in it.
QStringList fieldsOf(QStringView line)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quoted) {
            if (c != u'"')
                field += c;
            else if (i + 1 < line.size() && line[i + 1] == u'"')
                field += line[++i];
            else
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',') {
            fields << field.trimmed();
            field.clear();
        } else {
            field += c;
        }
    }
    fields << field.trimmed();
    return fields;
}

QDate dayOf(const QString& text)
{
    return text.isEmpty() ? QDate() : QDate::fromString(text, Qt::ISODate);
}

// Cells of the columns asked for, in that order; empty for those that may be missing.
base::Result<std::vector<QStringList>> rowsOf(const QByteArray& csv, const QStringList& wanted, const QStringList& perhaps)
{
    QString text = QString::fromUtf8(csv);
    text.remove(u'\r');
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    const QList<QStringView> lines = QStringView(text).split(u'\n', Qt::SkipEmptyParts);
    const QStringList headings = lines.isEmpty() ? QStringList() : fieldsOf(lines.front());
    std::vector<qsizetype> at;
    for (const QString& name : wanted) {
        at.push_back(headings.indexOf(name));
        if (at.back() < 0)
            return base::fail(base::ErrorKind::InputUnreadable,
                              QCoreApplication::translate("registry::SchoolDirectory",
                                                          "This list of schools has no column called %1.")
                                  .arg(name),
                              QCoreApplication::translate("registry::SchoolDirectory",
                                                          "Choose another list of schools."));
    }
    for (const QString& name : perhaps)
        at.push_back(headings.indexOf(name));
    std::vector<QStringList> rows;
    rows.reserve(std::size_t(lines.size()));
    for (qsizetype row = 1; row < lines.size(); ++row) {
        QStringList cells;
        cells.reserve(qsizetype(at.size()));
        if (!lines[row].contains(u'"')) { // nearly all of fifty thousand
            const QList<QStringView> fields = lines[row].split(u',');
            for (const qsizetype place : at)
                cells << (place < 0 || place >= fields.size() ? QString() : fields[place].trimmed().toString());
        } else {
            const QStringList fields = fieldsOf(lines[row]);
            for (const qsizetype place : at)
                cells << (place < 0 ? QString() : fields.value(place));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

// A quoted cell never spans lines here, so that a line is a row.
QString row(const QStringList& cells)
{
    QStringList written;
    for (QString cell : cells) {
        cell.replace(u'\n', u' ');
        cell.remove(u'\r');
        if (cell.contains(u',') || cell.contains(u'"'))
            cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
        written << cell;
    }
    const QString line = written.join(u',') + u'\n';
    return line;
}

} // namespace

QString plainSchoolNumber(QStringView number)
{
    QString digits;
    for (const QChar c : number.trimmed()) {
        if (c.isDigit())
            digits += c;
        else if (c != u'/' && !c.isSpace())
            return {};
    }
    return digits;
}

SchoolDirectory::SchoolDirectory(std::vector<School> schools, std::vector<SchoolLink> links)
    : m_schools(std::move(schools)), m_links(std::move(links))
{
    for (std::size_t i = 0; i < m_schools.size(); ++i) {
        const School& school = m_schools[i];
        if (!school.laestab.isEmpty())
            m_byNumber.insert(school.laestab, int(i));
        if (!school.urn.isEmpty())
            m_byNumber.insert(school.urn, int(i));
        if (!school.formerLaestab.isEmpty())
            m_byFormer.insert(school.formerLaestab, int(i));
    }
    std::stable_sort(m_links.begin(), m_links.end(), [](const SchoolLink& a, const SchoolLink& b) { return a.urn < b.urn; });
}

base::Result<SchoolDirectory> SchoolDirectory::read(const QByteArray& csv, const QByteArray& linksCsv)
{
    const auto table = rowsOf(csv, {u"LAESTAB"_s, u"URN"_s, u"name"_s, u"phase"_s, u"opened"_s, u"closed"_s}, {u"formerLAESTAB"_s});
    if (!table)
        return tl::unexpected(table.error());
    std::vector<School> schools;
    schools.reserve(table->size());
    QHash<QString, QString> phases; // a handful of words for fifty thousand schools
    for (const QStringList& fields : *table) {
        if (fields[2].isEmpty())
            continue;
        const QString phase = *phases.insert(fields[3], phases.value(fields[3], fields[3]));
        schools.push_back({plainSchoolNumber(fields[0]), plainSchoolNumber(fields[1]), fields[2], phase, dayOf(fields[4]), dayOf(fields[5]),
                           plainSchoolNumber(fields[6])});
    }
    std::vector<SchoolLink> links;
    if (!linksCsv.isEmpty()) {
        const auto linked = rowsOf(linksCsv, {u"URN"_s, u"other"_s, u"name"_s, u"type"_s, u"day"_s}, {});
        if (!linked)
            return tl::unexpected(linked.error());
        for (const QStringList& fields : *linked)
            links.push_back({fields[0], fields[1], fields[2], fields[3], dayOf(fields[4])});
    }
    return SchoolDirectory(std::move(schools), std::move(links));
}

QByteArray SchoolDirectory::written(const std::vector<School>& schools)
{
    QString text = u"LAESTAB,URN,name,phase,opened,closed,formerLAESTAB\n"_s;
    for (const School& school : schools)
        text += row({school.laestab, school.urn, school.name, school.phase, school.opened.toString(Qt::ISODate), school.closed.toString(Qt::ISODate),
                     school.formerLaestab});
    return text.toUtf8();
}

QByteArray SchoolDirectory::written(const std::vector<SchoolLink>& links)
{
    QString text = u"URN,other,name,type,day\n"_s;
    for (const SchoolLink& link : links)
        text += row({link.urn, link.other, link.otherName, link.type, link.day.toString(Qt::ISODate)});
    return text.toUtf8();
}

const School* SchoolDirectory::best(const QMultiHash<QString, int>& numbers, const QString& plain, QDate day) const
{
    // Days by which the school's time misses the one asked for; of several that hit it, the one opened last.
    const auto miss = [day](const School& school) -> qint64 {
        if (!day.isValid())
            return school.closed.isValid() ? 1 : 0;
        if (school.opened.isValid() && day < school.opened)
            return day.daysTo(school.opened);
        return school.closed.isValid() && school.closed < day ? school.closed.daysTo(day) : 0;
    };
    const auto later = [](QDate a, QDate b) { return a.isValid() && (!b.isValid() || b < a); };
    const School* found = nullptr;
    for (auto [it, end] = numbers.equal_range(plain); it != end; ++it) {
        const School& school = m_schools[std::size_t(*it)];
        if (!found || miss(school) < miss(*found) || (miss(school) == miss(*found) && later(school.opened, found->opened)))
            found = &school;
    }
    return found;
}

const School* SchoolDirectory::find(QStringView number, QDate day) const
{
    const QString plain = plainSchoolNumber(number);
    if (plain.isEmpty())
        return nullptr;
    const School* found = best(m_byNumber, plain, day);
    return found ? found : best(m_byFormer, plain, day);
}

std::vector<SchoolLink> SchoolDirectory::predecessors(const QString& urn) const
{
    std::vector<SchoolLink> found;
    const auto from = std::lower_bound(m_links.begin(), m_links.end(), urn, [](const SchoolLink& link, const QString& wanted) { return link.urn < wanted; });
    std::copy_if(from, std::find_if(from, m_links.end(), [&](const SchoolLink& link) { return link.urn != urn; }), std::back_inserter(found),
                 [](const SchoolLink& link) { return link.isPredecessor(); });
    return found;
}

std::vector<SchoolLink> SchoolDirectory::successors(const QString& urn) const
{
    std::vector<SchoolLink> found;
    const auto from = std::lower_bound(m_links.begin(), m_links.end(), urn, [](const SchoolLink& link, const QString& wanted) { return link.urn < wanted; });
    std::copy_if(from, std::find_if(from, m_links.end(), [&](const SchoolLink& link) { return link.urn != urn; }), std::back_inserter(found),
                 [](const SchoolLink& link) { return link.isSuccessor(); });
    return found;
}

const SchoolDirectory& bundledSchools()
{
    static const SchoolDirectory directory = [] {
        QFile file(u":/register/schools.csv"_s);
        if (!file.open(QIODevice::ReadOnly))
            return SchoolDirectory();
        return SchoolDirectory::read(file.readAll()).value_or(SchoolDirectory());
    }();
    return directory;
}

} // namespace registry
