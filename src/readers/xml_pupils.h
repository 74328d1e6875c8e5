// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"
#include "readers/xml_kept.h"
#include "readers/xml_tree.h"

#include <QDate>
#include <QHash>

#include <string_view>
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

struct XmlPupil {
    const XmlNode& node;
    QString path;  // "Pupil[3]"
    int index = 0; // for Sink::entry
};

// A pupil as delivered: what a pass over everybody may set aside.
struct XmlPupilBytes {
    QByteArrayView bytes;
    const QByteArray& encoding;
    qint64 from = 0;
    int line = 0;
    const QString& path;
    int index = 0;
};

// What a format does with the parts that are cut out for it. Both say which stretches are not to be kept, in order.
class XmlPupilUser {
public:
    virtual ~XmlPupilUser() = default;
    virtual void outside(std::string_view /*name*/, const char** /*attributes*/) {} // a container opens
    [[nodiscard]] virtual base::Result<std::vector<XmlCut>> section(const XmlNode& node, const QString& path) = 0;
    // Adds to `entries` how many entries it handed on.
    [[nodiscard]] virtual base::Result<std::vector<XmlCut>> pupil(const XmlPupil& pupil, qint64& entries) = 0;
    // Asked first where everybody is read; false: pupil() is to be called.
    [[nodiscard]] virtual base::Result<bool> setAside(const XmlPupilBytes& /*pupil*/) { return false; }
};

// Pupils met so far in all parts of a source that one format reads.
class XmlPupilIndex {
public:
    explicit XmlPupilIndex(ReadReport& report);
    // Place among the pupils; the same pupil in two parts has one place.
    [[nodiscard]] int placeOf(const record::Person& person, record::Fit fit, const QString& ownNumber = {});
    void startDocument(); // own numbers of the last one are forgotten
    // For a part that names its person by numbers alone: somebody in this document who fits bears the same ones.
    [[nodiscard]] bool fitsByNumbers(const record::Person& person, const QString& ownNumber) const;
    void addEntries(int place, qint64 count);
    void addOther() { ++m_report.otherPupils; }

private:
    [[nodiscard]] int known(const record::Person& person, record::Fit fit, const QString& ownNumber) const;

    ReadReport& m_report;
    int m_base;
    int m_count = 0;
    QHash<QString, int> m_places; // number or name, each with its kind
    QHash<QString, int> m_own;    // own number → place, in the document being read
    QHash<int, QString> m_ownOf;  // and back
};

// One pass over one document: finds pupils, decides by the identity fields alone whether each is wanted, and builds
// a tree only for those. Fills the document's digest, size, kept bytes, repairs and counts of other pupils. With
// `selection.everyone` nothing is kept: a report per pupil stores no file.
[[nodiscard]] base::Result<void> readXmlPupils(ByteSource& bytes, const XmlPupilNames& names,
                                               const record::Selection& selection, XmlPupilUser& user,
                                               XmlPupilIndex& pupils, ReadDocument& document,
                                               const std::stop_token& stop, const base::Progress& progress);

// The day a text spells, as readDate() reads it; invalid if it spells none.
[[nodiscard]] QDate xmlDate(const QString& text);

} // namespace readers
