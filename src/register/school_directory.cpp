// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/school_directory.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

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

SchoolDirectory::SchoolDirectory(std::vector<School> schools) : m_schools(std::move(schools))
{
    for (std::size_t i = 0; i < m_schools.size(); ++i) {
        const School& school = m_schools[i];
        if (!school.laestab.isEmpty())
            m_byNumber.insert(school.laestab, int(i));
        if (!school.urn.isEmpty())
            m_byNumber.insert(school.urn, int(i));
    }
}

base::Result<SchoolDirectory> SchoolDirectory::read(const QByteArray& csv)
{
    QString text = QString::fromUtf8(csv);
    text.remove(u'\r');
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    const QList<QStringView> lines = QStringView(text).split(u'\n', Qt::SkipEmptyParts);
    const QStringList headings = lines.isEmpty() ? QStringList() : fieldsOf(lines.front());
    const std::array<QString, 6> wanted{u"LAESTAB"_s, u"URN"_s, u"name"_s, u"phase"_s, u"opened"_s, u"closed"_s};
    std::array<qsizetype, 6> at{};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        at[i] = headings.indexOf(wanted[i]);
        if (at[i] < 0)
            return base::fail(base::ErrorKind::InputUnreadable,
                              QCoreApplication::translate("registry::SchoolDirectory",
                                                          "This list of schools has no column called %1.")
                                  .arg(wanted[i]),
                              QCoreApplication::translate("registry::SchoolDirectory",
                                                          "Choose another list of schools."));
    }
    std::vector<School> schools;
    for (qsizetype row = 1; row < lines.size(); ++row) {
        const QStringList fields = fieldsOf(lines[row]);
        const auto field = [&](std::size_t i) { return fields.value(at[i]); };
        School school{plainSchoolNumber(field(0)),
                      plainSchoolNumber(field(1)),
                      field(2),
                      field(3),
                      QDate::fromString(field(4), Qt::ISODate),
                      QDate::fromString(field(5), Qt::ISODate)};
        if (!school.name.isEmpty())
            schools.push_back(std::move(school));
    }
    return SchoolDirectory(std::move(schools));
}

const School* SchoolDirectory::find(QStringView number, QDate day) const
{
    const QString plain = plainSchoolNumber(number);
    if (plain.isEmpty())
        return nullptr;
    const School* best = nullptr;
    for (auto [it, end] = m_byNumber.equal_range(plain); it != end; ++it) {
        const School& school = m_schools[std::size_t(*it)];
        const bool open = !day.isValid()
            || ((!school.opened.isValid() || school.opened <= day) && (!school.closed.isValid() || day <= school.closed));
        if (open)
            return &school;
        best = &school;
    }
    return best;
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
