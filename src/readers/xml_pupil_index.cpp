// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_pupils.h"

#include "readers/same_person.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

QString upnKey(const record::Person& person)
{
    const QString key = person.upn.toUpper() + u'|' + person.born.toString(Qt::ISODate);
    return key;
}

QString ulnKey(const record::Person& person)
{
    const QString key = u"uln|"_s + person.uln;
    return key;
}

} // namespace

XmlPupilIndex::XmlPupilIndex(ReadReport& report) : m_report(report), m_base(int(report.pupils.size())) {}

void XmlPupilIndex::startDocument()
{
    m_own.clear();
    m_ownOf.clear();
}

bool XmlPupilIndex::fitsByNumbers(const record::Person& person, const QString& ownNumber) const
{
    const int place = person.uln.isEmpty() ? m_own.value(ownNumber, -1) : m_places.value(ulnKey(person), -1);
    if (place < 0 || (person.uln.isEmpty() && ownNumber.isEmpty()))
        return false;
    const SeenPupil& there = m_report.pupils[std::size_t(place)];
    return there.fit == record::Fit::Same && there.person.uln == person.uln;
}

int XmlPupilIndex::known(const record::Person& person, record::Fit fit, const QString& ownNumber) const
{
    if (const int byUpn = person.upn.isEmpty() ? -1 : m_places.value(upnKey(person), -1); byUpn >= 0)
        return byUpn;
    int place = person.uln.isEmpty() ? -1 : m_places.value(ulnKey(person), -1);
    const int byOwn = ownNumber.isEmpty() ? -1 : m_own.value(ownNumber, -1);
    if (place < 0 && byOwn >= 0) {
        const QDate born = m_report.pupils[std::size_t(byOwn)].person.born;
        place = !person.born.isValid() || born == person.born ? byOwn : -1;
    }
    if (place < 0 && !nameAndBirth(person).isEmpty()) {
        place = m_places.value(nameAndBirth(person), -1);
        const QString otherOwn = place < 0 ? QString() : m_ownOf.value(place);
        if (!ownNumber.isEmpty() && !otherOwn.isEmpty() && otherOwn != ownNumber)
            place = -1;
        // A namesake with another number lends nobody that number.
        if (place >= 0 && m_report.pupils[std::size_t(place)].fit != fit)
            place = -1;
    }
    if (place < 0)
        return -1;
    // Two numbers are two people, whatever they are called.
    const record::Person& there = m_report.pupils[std::size_t(place)].person;
    const bool sameUpn = numbersAgree(person.upn, there.upn); // born on another day
    return numbersDiffer(person.upn, there.upn) || numbersDiffer(person.uln, there.uln) || sameUpn ? -1 : place;
}

int XmlPupilIndex::placeOf(const record::Person& person, record::Fit fit, const QString& ownNumber)
{
    int place = known(person, fit, ownNumber);
    if (place < 0) {
        place = m_base + m_count++;
        m_report.pupils.push_back({.person = person, .entries = 0, .fit = fit});
    }
    record::Fit& sofar = m_report.pupils[std::size_t(place)].fit;
    sofar = std::min(sofar, fit);
    record::Person& there = m_report.pupils[std::size_t(place)].person;
    if (there.upn.isEmpty())
        there.upn = person.upn;
    if (there.uln.isEmpty())
        there.uln = person.uln;
    if (!person.upn.isEmpty())
        m_places.insert(upnKey(person), place);
    if (const QString name = nameAndBirth(person); !name.isEmpty() && !m_places.contains(name))
        m_places.insert(name, place);
    if (!person.uln.isEmpty() && !m_places.contains(ulnKey(person)))
        m_places.insert(ulnKey(person), place);
    if (!ownNumber.isEmpty() && !m_own.contains(ownNumber)) {
        m_own.insert(ownNumber, place);
        m_ownOf.insert(place, ownNumber);
    }
    return place;
}

void XmlPupilIndex::addEntries(int place, qint64 count)
{
    m_report.pupils[std::size_t(place)].entries += count;
}

} // namespace readers
