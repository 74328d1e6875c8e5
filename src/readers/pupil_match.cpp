// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pupil_match.h"

#include "readers/care_names.h"
#include "readers/dates.h"
#include "readers/same_person.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

QString firstOf(const Row& row, const std::vector<int>& columns, CellNotes& notes)
{
    for (const int column : columns) {
        QString text = row.text(column, notes).trimmed();
        if (text.startsWith(u'\''))
            text.remove(0, 1);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

constexpr QStringView upnKind = u"upn:";
constexpr QStringView ulnKind = u"uln:";
constexpr qsizetype nationalDigits = 10; // a ULN; a system that takes such a number for its own means the same pupil

QString numberKey(QStringView kind, const QString& number)
{
    const QString key = kind + number.toLower();
    return key;
}

// FNV-1a. Two pupils who fall on one number would be counted as one: about once in 10^13 for a million pupils.
quint64 mixed(quint64 hash, QByteArrayView bytes)
{
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return (hash ^ 0xFFU) * 0x100000001b3ULL;
}

constexpr quint64 mixStart = 0xcbf29ce484222325ULL;

// "14/10/2001" and "2001-10-14" with another year than the one looked for: other whichever order day and month have.
// Spares most rows the building of calendar dates; what is not of this shape, or odd, is read in full.
bool plainlyAnotherYear(QByteArrayView cell, int wanted)
{
    if (cell.size() != 10)
        return false;
    const bool yearFirst = cell[4] == '-' && cell[7] == '-';
    if (!yearFirst && !((cell[2] == '/' || cell[2] == '-') && cell[5] == cell[2]))
        return false;
    const auto number = [&](qsizetype from, qsizetype count) {
        int value = 0;
        for (qsizetype i = from; i < from + count; ++i) {
            if (cell[i] < '0' || cell[i] > '9')
                return -1;
            value = value * 10 + (cell[i] - '0');
        }
        return value;
    };
    const int year = number(yearFirst ? 0 : 6, 4);
    const int one = number(yearFirst ? 5 : 0, 2);
    const int other = number(yearFirst ? 8 : 3, 2);
    return year >= 1900 && year < 2100 && year != wanted && one >= 1 && one <= 28 && other >= 1 && other <= 28 && (one <= 12 || other <= 12);
}

bool equalNumber(QByteArrayView written, QByteArrayView lower)
{
    written = written.trimmed();
    return written.size() == lower.size() && std::equal(written.begin(), written.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b;
           });
}

} // namespace

bool FoundPupil::named() const
{
    return !person.upn.isEmpty() || !person.uln.isEmpty() || !reference.isEmpty() || !person.name.isEmpty() ||
           person.born.isValid();
}

FoundPupil foundPupil(const Row& row, const IdentityColumns& columns, bool since1904, CellNotes& notes)
{
    FoundPupil found;
    found.person.upn = firstOf(row, columns.upn, notes);
    if (standsForNoUpn(found.person.upn))
        found.person.upn.clear();
    found.person.uln = firstOf(row, columns.uln, notes);
    found.formerUpn = firstOf(row, columns.formerUpn, notes);
    for (std::size_t i = 0; i < columns.reference.size() && found.reference.isEmpty(); ++i) {
        found.reference = firstOf(row, {columns.reference[i]}, notes);
        found.referenceKind = columns.referenceKinds[static_cast<qsizetype>(i)];
    }
    found.person.name = firstOf(row, columns.wholeName, notes);
    if (found.person.name.isEmpty()) {
        const QString name = firstOf(row, columns.forename, notes) + u' ' + firstOf(row, columns.middle, notes) + u' ' +
                             firstOf(row, columns.surname, notes);
        found.person.name = name.simplified();
    }
    for (const int column : columns.born) {
        if (const auto date = readDateOrSerial(row.bytes(column), since1904)) {
            found.person.born = date->date;
            found.swapped = date->swapped;
            break;
        }
    }
    return found;
}

PupilChoice::PupilChoice(const record::Selection& selection, ReadReport& report) : m_selection(selection), m_report(report)
{
    for (const auto& [kind, number] : {std::pair{upnKind, selection.person.upn.trimmed()}, std::pair{ulnKind, selection.person.uln.trimmed()}}) {
        if (number.isEmpty())
            continue;
        m_numbers.push_back(number.toLower().toUtf8());
        m_known.insert(numberKey(kind, number));
    }
}

bool PupilChoice::certainlyOther(const Row& row, const IdentityColumns& columns) const
{
    if (m_selection.everyone || m_selection.onlyPupilFits || !m_selection.person.born.isValid() || columns.born.size() != 1)
        return false;
    const QByteArrayView born = row.bytes(columns.born.front());
    const auto date = plainlyAnotherYear(born, m_selection.person.born.year()) ? std::optional<DateReading>(DateReading{}) : readDateOrSerial(born);
    if (!date || date->form == DateReading::Form::Serial || date->date == m_selection.person.born || date->swapped == m_selection.person.born)
        return false;
    for (const auto* numbers : {&columns.upn, &columns.formerUpn, &columns.uln, &columns.reference}) {
        for (const int column : *numbers) {
            const QByteArrayView written = row.bytes(column);
            if (written.startsWith('\'') ||
                std::any_of(m_numbers.begin(), m_numbers.end(), [&](const QByteArray& mine) { return equalNumber(written, mine); }))
                return false;
        }
    }
    return true;
}

void PupilChoice::passOver(const Row& row, const IdentityColumns& columns)
{
    for (const auto* numbers : {&columns.upn, &columns.reference, &columns.uln}) {
        const QByteArrayView number = numbers->empty() ? QByteArrayView() : row.bytes(numbers->front()).trimmed();
        if (!number.isEmpty() && (number.size() > 4 || !standsForNoUpn(QString::fromLatin1(number)))) {
            m_others.add(mixed(mixStart, number));
            return;
        }
    }
    quint64 hash = mixStart;
    for (const auto* names : {&columns.wholeName, &columns.surname, &columns.forename, &columns.born}) {
        for (const int column : *names)
            hash = mixed(hash, row.bytes(column));
    }
    m_others.add(hash);
}

bool PupilChoice::knownNumber(QStringView kind, const QString& number) const
{
    return !number.isEmpty() && m_known.contains(numberKey(kind, number));
}

// Compared with the name asked for and, where only a number was asked for, with the names found by it.
bool PupilChoice::namesDisagree(const FoundPupil& found) const
{
    const auto differ = [&](const QString& name) {
        if (name.isEmpty() || found.person.name.isEmpty())
            return false;
        record::Person one;
        record::Person other;
        one.name = name;
        other.name = found.person.name;
        return record::fit(one, other) == record::Fit::Different;
    };
    if (!m_selection.person.name.isEmpty())
        return differ(m_selection.person.name);
    return std::any_of(m_report.pupils.begin(), m_report.pupils.end(),
                       [&](const SeenPupil& pupil) { return pupil.fit == record::Fit::Same && differ(pupil.person.name); });
}

record::Fit PupilChoice::fitOf(const FoundPupil& found) const
{
    using record::Fit;
    const record::Person& wanted = m_selection.person;
    const Fit fit = record::fit(wanted, found.person);
    const bool known = knownNumber(upnKind, found.person.upn) || knownNumber(ulnKind, found.person.uln) || knownNumber(upnKind, found.formerUpn) ||
                       (found.reference.size() >= nationalDigits && (knownNumber(upnKind, found.reference) || knownNumber(ulnKind, found.reference)));
    const bool byReference = !known && fit != Fit::Same && knownNumber(found.referenceKind, found.reference);
    const bool datesDiffer = wanted.born.isValid() && found.person.born.isValid() && wanted.born != found.person.born;
    if (known)
        return datesDiffer ? Fit::Possible : Fit::Same;
    if (byReference)
        return datesDiffer || namesDisagree(found) ? Fit::Possible : Fit::Same;
    // Same name and birthday but another number than the one asked for: twins and namesakes exist.
    if (fit == Fit::Same && numbersDiffer(wanted.upn, found.person.upn))
        return Fit::Possible;
    if (fit == Fit::Different && found.swapped.isValid()) {
        record::Person other = found.person;
        other.born = found.swapped;
        if (record::fit(wanted, other) == Fit::Same)
            return Fit::Possible;
    }
    return fit;
}

void PupilChoice::learn(const FoundPupil& found, int place)
{
    const auto remember = [&](QStringView kind, const QString& number) {
        if (number.isEmpty())
            return;
        m_byNumber.insert(numberKey(kind, number), place);
        if (!m_selection.everyone && m_report.pupils[static_cast<std::size_t>(place)].fit == record::Fit::Same && !knownNumber(kind, number)) {
            m_numbers.push_back(number.toLower().toUtf8());
            m_known.insert(numberKey(kind, number));
        }
    };
    remember(upnKind, found.person.upn);
    remember(upnKind, found.formerUpn);
    remember(ulnKind, found.person.uln);
    remember(found.referenceKind, found.reference);
    if (const QString name = nameAndBirth(found.person); !name.isEmpty() && !m_byName.contains(name))
        m_byName.insert(name, place);
    complete(m_report.pupils[static_cast<std::size_t>(place)].person, found.person);
}

int PupilChoice::add(const FoundPupil& found, record::Fit fit)
{
    m_report.pupils.push_back({found.person, 0, fit});
    return static_cast<int>(m_report.pupils.size()) - 1;
}

int PupilChoice::placeOf(const FoundPupil& found, record::Fit fit)
{
    const auto usable = [&](int place) { return place >= 0 && m_report.pupils[static_cast<std::size_t>(place)].fit == fit; };
    const std::array numbers{std::pair{upnKind, found.person.upn}, std::pair{upnKind, found.formerUpn}, std::pair{ulnKind, found.person.uln},
                             std::pair{QStringView(found.referenceKind), found.reference}};
    for (const auto& [kind, number] : numbers) {
        const int place = number.isEmpty() ? -1 : m_byNumber.value(numberKey(kind, number), -1);
        if (usable(place))
            return place;
    }
    // One number each: a second number is a second pupil, unless one of the two rows has none to compare.
    const int place = m_byName.value(nameAndBirth(found.person), -1);
    if (usable(place)) {
        const QString& there = m_report.pupils[static_cast<std::size_t>(place)].person.upn;
        if (found.person.upn.isEmpty() || there.isEmpty())
            return place;
    }
    return add(found, fit);
}

int PupilChoice::take(const FoundPupil& found)
{
    using record::Fit;
    if (!found.named())
        return -1;
    if (m_selection.everyone) {
        const int place = placeOf(found, Fit::Different);
        learn(found, place);
        return place;
    }
    if (m_selection.onlyPupilFits) {
        const int place = m_report.pupils.empty() ? add(found, Fit::Same) : 0;
        learn(found, place);
        return place;
    }
    const Fit fit = fitOf(found);
    if (fit == Fit::Different) {
        const QString who = !found.person.upn.isEmpty() ? found.person.upn
                            : !found.reference.isEmpty() ? found.reference
                                                         : QString(found.person.name + u'|' + found.person.born.toString(Qt::ISODate));
        m_others.add(mixed(mixStart, who.toUtf8()));
        return -1;
    }
    int place = -1;
    if (fit == Fit::Same && found.person.upn.isEmpty()) {
        // Nothing to tell it from the first pupil that fitted.
        const auto same = std::find_if(m_report.pupils.begin(), m_report.pupils.end(), [](const SeenPupil& pupil) { return pupil.fit == Fit::Same; });
        if (same != m_report.pupils.end())
            place = static_cast<int>(same - m_report.pupils.begin());
    }
    if (place < 0) {
        if (fit == Fit::Possible && m_report.pupils.size() >= std::size_t(mostPupilsListed))
            return -1;
        place = placeOf(found, fit);
    }
    learn(found, place);
    return fit == Fit::Same ? place : -1;
}

int PupilChoice::thePerson()
{
    for (std::size_t i = 0; i < m_report.pupils.size(); ++i) {
        if (m_selection.everyone || m_report.pupils[i].fit == record::Fit::Same)
            return static_cast<int>(i);
    }
    m_report.pupils.push_back({m_selection.person, 0, record::Fit::Same});
    return static_cast<int>(m_report.pupils.size()) - 1;
}

void PupilChoice::addEntry(int place)
{
    ++m_report.pupils[static_cast<std::size_t>(place)].entries;
}

void PupilChoice::finish()
{
    m_report.otherPupils += m_others.count();
    m_report.othersEstimated = m_report.othersEstimated || !m_others.exact();
}

} // namespace readers
