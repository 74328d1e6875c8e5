// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_identity.h"

#include "readers/xml_others.h"
#include "readers/xml_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

QString textOf(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).simplified();
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace

std::array<std::string*, 9> XmlIdentity::all()
{
    return {&upn, &formerUpn, &uln, &formerUln, &surname, &forename, &middle, &born, &own};
}

void XmlIdentity::clear()
{
    for (std::string* field : all())
        field->clear();
}

void XmlIdentity::clearMissing(bool (*missing)(std::string_view text))
{
    for (std::string* field : all()) {
        if (missing(*field))
            field->clear();
    }
}

std::string* XmlIdentity::field(std::string_view name, const XmlPupilNames& names)
{
    for (const auto& [theirs, common] : names.identityNames) {
        if (xmlSame(name, theirs)) {
            name = common;
            break;
        }
    }
    if (xmlSame(name, "upn"))
        return &upn;
    if (xmlSame(name, "dob") || xmlSame(name, "birthdate") || xmlSame(name, "personbirthdate") || xmlSame(name, "dateofbirth"))
        return &born;
    if (xmlSame(name, "surname") || xmlSame(name, "legalsurname") || xmlSame(name, "familyname"))
        return &surname;
    if (xmlSame(name, "forename") || xmlSame(name, "legalforename") || xmlSame(name, "givenname") || xmlSame(name, "forenames"))
        return &forename;
    if (xmlSame(name, "middlenames") || xmlSame(name, "middlename"))
        return &middle;
    if (xmlSame(name, "uniquelearnernumber") || xmlSame(name, "uln"))
        return &uln;
    if (xmlSame(name, "formeruln"))
        return &formerUln;
    if (xmlSame(name, "ownnumber"))
        return &own;
    return xmlSame(name, "formerupn") ? &formerUpn : nullptr;
}

record::Person XmlIdentity::person() const
{
    record::Person person;
    const QString name = textOf(forename) + u' ' + textOf(middle) + u' ' + textOf(surname);
    person.name = name.simplified();
    person.born = xmlDate(textOf(born));
    person.upn = textOf(upn);
    person.uln = textOf(uln.empty() ? formerUln : uln);
    return person;
}

QString XmlIdentity::ownNumber() const
{
    return textOf(own);
}

bool XmlIdentity::ownNumberAlone() const
{
    return !own.empty() && born.empty() && surname.empty() && upn.empty();
}

XmlWanted::XmlWanted(const record::Person& person)
    : m_person(person), m_upn(person.upn.trimmed().toLower().toStdString()), m_uln(person.uln.trimmed().toStdString()),
      m_born(person.born.isValid() ? person.born.toString(Qt::ISODate).toStdString() : std::string()),
      m_dayFirst(person.born.isValid() ? person.born.toString(u"dd/MM/yyyy"_s).toStdString() : std::string())
{
}

bool XmlWanted::cannotBe(const XmlIdentity& found) const
{
    const std::string_view date = trimmed(found.born);
    if (m_born.empty() || date.size() != 10 || date == m_born || date == m_dayFirst)
        return false;
    if ((date[4] != '-' || date[7] != '-') && (date[2] != '/' || date[5] != '/'))
        return false;
    const auto agrees = [](const std::string& mine, const std::string& theirs) { return !mine.empty() && xmlSame(trimmed(theirs), mine); };
    return !agrees(m_upn, found.upn) && !agrees(m_upn, found.formerUpn) && !agrees(m_uln, found.uln) && !agrees(m_uln, found.formerUln);
}

record::Fit XmlWanted::fitOf(const record::Person& found, const XmlIdentity& identity, bool learnerNumberAlone) const
{
    if (learnerNumberAlone && found.name.isEmpty() && !found.born.isValid() && m_uln.empty())
        return record::Fit::Possible;
    record::Person former = found;
    former.upn = textOf(identity.formerUpn);
    if (!identity.formerUln.empty())
        former.uln = textOf(identity.formerUln);
    const auto agrees = [this](const QString& number) { return number.compare(m_person.upn.trimmed(), Qt::CaseInsensitive) == 0; };
    const record::Fit first = std::min(record::fit(m_person, found), record::fit(m_person, former));
    // Same name and birthday but another number than the one asked for: namesakes exist.
    const bool another = !m_upn.empty() && !found.upn.isEmpty() && !agrees(found.upn) && !agrees(former.upn);
    const bool learner = !m_uln.empty() && (found.uln == m_person.uln.trimmed() || former.uln == m_person.uln.trimmed());
    const bool pupil = !m_upn.empty() && (agrees(found.upn) || agrees(former.upn));
    const bool anotherLearner = !m_uln.empty() && !found.uln.isEmpty() && !learner;
    const bool namesake = (another && !learner) || (anotherLearner && !pupil);
    return first == record::Fit::Same && namesake ? record::Fit::Possible : first;
}

} // namespace readers
