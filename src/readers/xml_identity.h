// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/selection.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readers {

// How a format names the elements that a pass over many pupils must know. Lower case; compared without case.
struct XmlPupilNames {
    std::vector<std::string_view> pupil;           // one pupil each
    std::vector<std::string_view> sections;        // read as a whole, outside pupils: header, school
    std::vector<std::string_view> identityParents; // inside a pupil: elements whose children name the pupil
    // Names of the format's own, and the common name of what such an element holds: {"founduln", "uln"}. Lower case.
    // "ownnumber" is a number the sender gave: it tells people of one document apart, and means nothing in another.
    std::vector<std::pair<std::string_view, std::string_view>> identityNames = {};
    bool (*missing)(std::string_view text) = nullptr; // texts that stand where nothing was known
    // Parts may carry a learner number alone: without one to compare they are listed as possible, not as others'.
    bool learnerNumberAlone = false;
};

// The identity fields of the pupil being read, as bytes: for most pupils of a large file no string is ever made.
struct XmlIdentity {
    std::string upn;
    std::string formerUpn;
    std::string uln;
    std::string formerUln;
    std::string surname;
    std::string forename;
    std::string middle;
    std::string born;
    std::string own;

    void clear();
    void clearMissing(bool (*missing)(std::string_view text));
    // Where the text of an element of this name belongs; null: it names nobody.
    [[nodiscard]] std::string* field(std::string_view name, const XmlPupilNames& names);

    [[nodiscard]] record::Person person() const;
    [[nodiscard]] QString ownNumber() const;
    // A further part about somebody whom another part names.
    [[nodiscard]] bool ownNumberAlone() const;

private:
    [[nodiscard]] std::array<std::string*, 9> all();
};

// Who is looked for, in the form the bytes of a file have.
class XmlWanted {
public:
    explicit XmlWanted(const record::Person& person);

    // Sure without making a string: the birth date is another one and no number agrees.
    [[nodiscard]] bool cannotBe(const XmlIdentity& found) const;
    [[nodiscard]] record::Fit fitOf(const record::Person& found, const XmlIdentity& identity, bool learnerNumberAlone) const;

private:
    record::Person m_person;
    std::string m_upn;
    std::string m_uln;
    std::string m_born;     // ISO
    std::string m_dayFirst; // dd/mm/yyyy
};

} // namespace readers
