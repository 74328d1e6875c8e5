// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/raw_sink.h"
#include "readers/xml_identity.h"
#include "readers/xml_others.h"

#include <QHash>

#include <stop_token>
#include <string_view>
#include <vector>

namespace readers {

struct XmlPupil {
    const XmlNode& node;
    QString path; // "Pupil[3]"
};

// A pupil as delivered: what a pass over everybody may set aside.
struct XmlPupilBytes {
    QByteArrayView bytes;
    const QByteArray& encoding;
    qint64 from = 0;
    int line = 0;
    const QString& path;
};

// What a format makes of one pupil's part.
struct XmlMade {
    std::vector<record::Entry> entries;
    std::vector<XmlLeaf> unknown; // kept, but the meaning of the element is not known
    XmlLeftOut leftOut;
};

// What a pupil's part says of other people: entries of their own where somebody ticked that they are wanted, each begun as
// `frame`; else it is left out.
void settleOthers(const XmlPupil& pupil, const record::Entry& frame, bool wanted, XmlMade& made, OtherPeople others = otherPeopleIn);

// A pupil's part set aside; no maker: it was not.
struct XmlAside {
    std::shared_ptr<const Maker> maker;
    QByteArray piece;
};

// What a format makes of one document. It hands nothing on and counts nothing: the pass does.
class XmlReading {
public:
    virtual ~XmlReading() = default;
    virtual void outside(std::string_view /*name*/, const char** /*attributes*/) {} // a container opens
    [[nodiscard]] virtual base::Result<XmlLeftOut> section(const XmlNode& /*node*/, const QString& /*path*/) { return XmlLeftOut{}; }
    [[nodiscard]] virtual XmlMade pupil(const XmlPupil& pupil) = 0;
    // Asked first where everybody is read and the sink takes pieces.
    [[nodiscard]] virtual XmlAside aside(const XmlPupilBytes& /*pupil*/) { return {}; }
    virtual void tell(ReadDocument& /*document*/) const {} // after the last element: version, warnings
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

// Reads documents of one format, one after the other; who was met is remembered across them.
class XmlPass {
public:
    XmlPass(const Source& source, Sink& sink, ReadReport& report, std::stop_token stop, base::Progress progress)
        : m_source(source), m_sink(sink), m_pupils(report), m_stop(std::move(stop)), m_progress(std::move(progress))
    {
    }

    // One pass over one part: finds pupils, decides by the identity fields alone whether each is wanted, and builds a
    // tree only for those. What was made of them goes to the sink; digest, size, kept bytes, repairs and counts to the
    // document. With `selection.everyone` nothing is kept: a report per pupil stores no file.
    [[nodiscard]] base::Result<ReadDocument> read(int part, const QString& format, const XmlPupilNames& names,
                                                  const record::Selection& selection, XmlReading& reading);

private:
    const Source& m_source;
    Sink& m_sink;
    XmlPupilIndex m_pupils;
    std::stop_token m_stop;
    base::Progress m_progress;
};

} // namespace readers
