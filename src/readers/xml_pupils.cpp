// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_pupils.h"

#include "readers/format.h"
#include "readers/hand_on.h"
#include "readers/xml_text.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

bool among(std::string_view written, const std::vector<std::string_view>& names)
{
    return std::any_of(names.begin(), names.end(), [written](std::string_view name) { return xmlSame(written, name); });
}

bool numbersOnly(const record::Person& person)
{
    return person.name.isEmpty() && !person.born.isValid();
}

// Where what a format made of one document goes.
class Delivery {
public:
    Delivery(int part, Sink& sink, const record::Selection& selection, XmlPupilIndex& pupils, ReadDocument& document)
        : m_part(part), m_everyone(selection.everyone), m_sink(sink), m_raw(rawSink(sink, selection)), m_pupils(pupils), m_document(document)
    {
    }

    [[nodiscard]] bool takesRaw() const { return m_raw != nullptr; }
    [[nodiscard]] base::Result<void> raw(int place, const XmlAside& aside)
    {
        ++m_document.entries;
        m_pupils.addEntries(place, 1);
        return m_raw->raw(m_part, place, aside.maker, aside.piece);
    }
    [[nodiscard]] base::Result<void> entries(int place, XmlMade& made)
    {
        m_pupils.addEntries(place, static_cast<qint64>(made.entries.size()));
        for (record::Entry& entry : made.entries)
            BASE_TRY(handOn(std::move(entry), m_part, m_everyone ? place : 0, m_sink, m_document));
        for (const XmlLeaf& leaf : made.unknown)
            m_unknown.add(m_document, leaf);
        return {};
    }
    void leftOut(const XmlLeftOut& left) { addNotTaken(m_document, left.notTaken); }

private:
    int m_part;
    bool m_everyone;
    Sink& m_sink;
    RawSink* m_raw;
    XmlPupilIndex& m_pupils;
    ReadDocument& m_document;
    UnknownElements m_unknown;
};

class Cutter : public XmlEvents {
public:
    // The only pupil is asked for when one was counted in the whole source, parts that repeat them aside.
    Cutter(const XmlPupilNames& names, const record::Selection& selection, XmlReading& reading, Delivery& delivery, XmlPupilIndex& pupils)
        : m_names(names), m_everyone(selection.everyone), m_takeAny(selection.onlyPupilFits && !selection.everyone),
          m_wanted(selection.person), m_reading(reading), m_delivery(delivery), m_pupils(pupils)
    {
    }
    void of(XmlStream* stream, XmlKept* kept)
    {
        m_stream = stream;
        m_kept = kept;
        holdNothing();
    }

    void open(std::string_view name, const char** attributes) override
    {
        ++m_depth;
        m_target = nullptr;
        if (m_inPupil) {
            const int below = m_depth - m_topDepth;
            if (below == 1)
                m_identityParent = among(name, m_names.identityParents);
            if (below == 1 || (below == 2 && m_identityParent)) {
                std::string* field = m_identity.field(name, m_names);
                m_target = field && field->empty() ? field : nullptr;
            }
            return;
        }
        m_inPupil = among(name, m_names.pupil);
        if (m_inSection && !m_inPupil)
            return;
        if (m_inSection)
            leaveSection();
        m_inSection = !m_inPupil && among(name, m_names.sections);
        if (!m_inPupil && !m_inSection) {
            m_reading.outside(name, attributes);
            if (m_kept)
                keepTag();
            return;
        }
        m_topDepth = m_depth;
        m_topFrom = m_stream->from();
        m_topTagEnd = m_stream->to();
        m_topLine = m_stream->line();
        m_identity.clear();
        if (!m_kept)
            m_stream->hold(m_topFrom);
    }

    void close(std::string_view name) override
    {
        const int depth = m_depth--;
        m_target = nullptr;
        if (!m_inPupil && !m_inSection) {
            if (m_kept)
                keepTag();
            return;
        }
        if (depth != m_topDepth)
            return;
        auto done = m_inPupil ? pupil(name) : section(name);
        m_inPupil = false;
        m_inSection = false;
        if (!done)
            m_stream->refuse(std::move(done.error()));
        holdNothing();
    }

    void text(std::string_view utf8) override
    {
        // A name of more than a few hundred letters is none; the whole text still reaches the tree.
        if (m_target && m_target->size() < 512)
            m_target->append(utf8);
    }

    [[nodiscard]] qint64 others() const { return m_others; }

private:
    void holdNothing() { m_stream->hold(m_kept ? m_kept->at() : -1); }

    // The declaration and the document type before the first element. A remark there may name whoever was exported.
    void begin(qint64 to)
    {
        if (m_begun)
            return;
        m_begun = true;
        const QByteArray opens = inEncoding("<!--", m_stream->encoding());
        const QByteArray closes = inEncoding("-->", m_stream->encoding());
        const QByteArrayView all = m_stream->delivered(0, to);
        std::vector<XmlCut> cuts;
        for (qsizetype from = all.indexOf(opens); from >= 0;) {
            const qsizetype end = all.indexOf(closes, from);
            const qsizetype after = end < 0 ? all.size() : end + closes.size();
            cuts.push_back({from, after, "remarks"});
            from = all.indexOf(opens, after);
        }
        m_kept->keep(0, to, cuts);
    }

    void keepTag()
    {
        const qint64 from = m_stream->from();
        const qint64 to = m_stream->to();
        begin(from);
        if (to > m_kept->at())
            m_kept->keep(from, to);
        holdNothing();
    }

    // A dialect that puts the pupils inside what is a small part elsewhere: keeping it whole would keep every child.
    // Its tag stays; what stood in it before its first pupil becomes a marker.
    void leaveSection()
    {
        m_inSection = false;
        if (!m_kept)
            return;
        begin(m_topFrom);
        m_kept->keep(m_topFrom, m_topTagEnd);
        holdNothing();
    }

    [[nodiscard]] QString pathOf(std::string_view name)
    {
        const QString written = QString::fromUtf8(name.data(), qsizetype(name.size()));
        const QString path = written + u'[' + QString::number(++m_counts[written]) + u']';
        return path;
    }

    [[nodiscard]] base::Result<XmlNode> tree() const
    {
        return xmlTree(m_stream->delivered(m_topFrom, m_stream->to()), m_stream->encoding(), m_topFrom, m_topLine);
    }

    [[nodiscard]] base::Result<void> section(std::string_view name)
    {
        auto node = tree();
        if (!node)
            return tl::unexpected<base::Error>(std::move(node.error()));
        auto left = m_reading.section(*node, QString::fromUtf8(name.data(), qsizetype(name.size())));
        if (!left)
            return tl::unexpected<base::Error>(std::move(left.error()));
        m_delivery.leftOut(*left);
        keepTop(left->cuts);
        return {};
    }

    [[nodiscard]] base::Result<void> pupil(std::string_view name)
    {
        const QString path = pathOf(name);
        if (m_names.missing)
            m_identity.clearMissing(m_names.missing);
        const bool any = m_everyone || m_takeAny;
        // Most pupils of a large file are passed over without making one string; nobody is told their names.
        if (!any && m_wanted.cannotBe(m_identity))
            return other();
        const record::Person person = m_identity.person();
        const QString own = m_identity.ownNumber();
        record::Fit fit = any ? record::Fit::Same : m_wanted.fitOf(person, m_identity, m_names.learnerNumberAlone);
        if (fit != record::Fit::Same && numbersOnly(person) && m_pupils.fitsByNumbers(person, own))
            fit = record::Fit::Same;
        if (fit == record::Fit::Different)
            return other();
        const int place = m_pupils.placeOf(person, fit, own);
        if (fit == record::Fit::Possible) {
            withholdTop();
            return {};
        }
        if (m_delivery.takesRaw()) {
            const XmlAside aside = m_reading.aside(
                {m_stream->delivered(m_topFrom, m_stream->to()), m_stream->encoding(), m_topFrom, m_topLine, path});
            if (aside.maker)
                return m_delivery.raw(place, aside);
        }
        auto node = tree();
        if (!node)
            return tl::unexpected<base::Error>(std::move(node.error()));
        XmlMade made = m_reading.pupil({*node, path});
        BASE_TRY(m_delivery.entries(place, made));
        m_delivery.leftOut(made.leftOut);
        keepTop(made.leftOut.cuts);
        return {};
    }

    [[nodiscard]] base::Result<void> other()
    {
        if (!m_identity.ownNumberAlone()) { // else they were counted by name
            ++m_others;
            m_pupils.addOther();
        }
        withholdTop();
        return {};
    }

    void keepTop(const std::vector<XmlCut>& cuts)
    {
        if (!m_kept)
            return;
        begin(m_topFrom);
        m_kept->keep(m_topFrom, m_stream->to(), cuts);
    }
    void withholdTop()
    {
        if (!m_kept)
            return;
        begin(m_topFrom);
        m_kept->withhold(m_topFrom, m_stream->to(), "other pupils");
    }

    const XmlPupilNames& m_names;
    bool m_everyone;
    bool m_takeAny;
    XmlWanted m_wanted;
    XmlReading& m_reading;
    Delivery& m_delivery;
    XmlPupilIndex& m_pupils;
    XmlStream* m_stream = nullptr;
    XmlKept* m_kept = nullptr;
    XmlIdentity m_identity;
    std::string* m_target = nullptr;
    QHash<QString, int> m_counts;
    qint64 m_others = 0;
    qint64 m_topFrom = 0;
    qint64 m_topTagEnd = 0;
    int m_topLine = 0;
    int m_topDepth = 0;
    int m_depth = 0;
    bool m_inPupil = false;
    bool m_inSection = false;
    bool m_identityParent = false;
    bool m_begun = false;
};

} // namespace

void settleOthers(const XmlPupil& pupil, const record::Entry& frame, bool wanted, XmlMade& made, OtherPeople others)
{
    if (!wanted) {
        made.leftOut = withoutOthers(pupil.node, others);
        return;
    }
    std::vector<record::Entry> theirs = entriesOfOthers(pupil.node, pupil.path, frame, others);
    std::move(theirs.begin(), theirs.end(), std::back_inserter(made.entries));
}

base::Result<ReadDocument> XmlPass::read(int part, const QString& format, const XmlPupilNames& names,
                                         const record::Selection& selection, XmlReading& reading)
{
    const SourcePart& one = m_source.parts[std::size_t(part)];
    const auto failed = [&](const base::Error& error) { return tl::unexpected(inPart(error, std::size_t(part), m_source.parts.size())); };
    if (const auto start = one.bytes->rewind(); !start)
        return failed(start.error());
    m_pupils.startDocument();
    ReadDocument document = documentOf(one, format);
    Delivery delivery(part, m_sink, selection, m_pupils, document);
    Cutter cutter(names, selection, reading, delivery, m_pupils);
    XmlStream stream(*one.bytes, cutter);
    XmlKept kept(stream);
    cutter.of(&stream, selection.everyone ? nullptr : &kept);
    if (const auto done = stream.run(m_stop, m_progress); !done)
        return failed(done.error());
    document.document.sha256 = stream.sha256();
    document.document.size = stream.size();
    document.warnings += stream.repairs();
    if (!selection.everyone) {
        document.kept = kept.finish();
        document.document.withheldBytes = kept.withheldBytes();
    }
    if (cutter.others() > 0)
        addNotTaken(document.notTaken, u"other pupils"_s, cutter.others());
    reading.tell(document);
    return document;
}

} // namespace readers
