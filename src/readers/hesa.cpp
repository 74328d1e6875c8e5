// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/hesa.h"

#include "readers/xml_items.h"
#include "readers/xml_others.h"
#include "readers/xml_pupils.h"
#include "readers/xml_text.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

// The word stands for "nothing known" in every field; a person of that name is written with small letters.
bool isNull(std::string_view text)
{
    return text == "NULL";
}

const XmlPupilNames& names()
{
    static const XmlPupilNames all{.pupil = {"student"},
                                   .sections = {},
                                   .identityParents = {},
                                   .identityNames = {{"f_uln", "uln"},
                                                     {"f_surname", "surname"},
                                                     {"f_fnames", "forenames"},
                                                     {"f_birthdte", "birthdate"}},
                                   .missing = isNull};
    return all;
}

// "F_ETHNIC" is the dictionary's "HE_ETHNIC"; the teacher training record numbers some fields ("F_DISABLE1") that the
// dictionary has once.
QString itemOf(const QString& element, XmlItems& items)
{
    if (!element.startsWith("F_"_L1, Qt::CaseInsensitive))
        return items.named(element, u"HESA"_s, {});
    const QString field = element.sliced(2);
    QString item = items.named(u"HE_"_s + field, u"HESA"_s, {});
    if (item.isEmpty() && field.startsWith("DISABLE"_L1, Qt::CaseInsensitive))
        item = items.named(u"HE_DISABLE"_s, u"HESA"_s, {});
    return item;
}

class HesaReading : public XmlPupilUser {
public:
    HesaReading(int part, const record::Selection& selection, Sink& sink, XmlItems& items, ReadDocument& document)
        : m_part(part), m_otherPeopleToo(selection.otherPeopleToo), m_sink(sink), m_items(items), m_document(document)
    {
    }

    base::Result<std::vector<XmlCut>> section(const XmlNode& /*node*/, const QString& /*path*/) override { return std::vector<XmlCut>{}; }

    base::Result<std::vector<XmlCut>> pupil(const XmlPupil& pupil, qint64& entries) override
    {
        const XmlNode& node = pupil.node;
        record::Entry whole = begin(u"hesa:Student"_s);
        for (const QLatin1StringView day : {"F_COMMIT_TIMESTAMP"_L1, "F_STATUS_TIMESTAMP"_L1, "F_ITTSTARTDATE"_L1, "F_COMDATE"_L1}) {
            if (!whole.date.isValid())
                setDay(whole, node.textOf(day));
        }
        std::vector<record::Entry> parts;
        const std::vector<QString> steps = stepNames(node);
        addLeaves(whole, node, pupil.path, [](const XmlNode& inner, const QString& plain) {
            return otherPeopleIn(inner).isEmpty() && (inner.isLeaf() || plain.contains(u'/'));
        });
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const XmlNode& container = node.children[i];
            if (container.isLeaf() || !otherPeopleIn(container).isEmpty())
                continue;
            const QString path = pupil.path + u'/' + steps[i];
            const std::vector<QString> inner = stepNames(container);
            for (std::size_t j = 0; j < container.children.size(); ++j)
                parts.push_back(partOf(container.children[j], path + u'/' + inner[j], whole));
        }
        BASE_TRY(hand(pupil.index, std::move(whole), entries));
        for (record::Entry& part : parts)
            BASE_TRY(hand(pupil.index, std::move(part), entries));
        std::vector<XmlCut> cuts;
        std::vector<ReadDocument::NotTaken> notTaken;
        if (!m_otherPeopleToo)
            leaveOthersOut(node, cuts, notTaken);
        for (const ReadDocument::NotTaken& one : notTaken)
            addNotTaken(m_document, one.why, one.count);
        return cuts;
    }

private:
    [[nodiscard]] static record::Entry begin(const QString& dataset)
    {
        record::Entry entry;
        entry.collection = u"HESA"_s;
        entry.dataset = dataset;
        return entry;
    }

    static void setDay(record::Entry& entry, const QString& text)
    {
        entry.date = xmlDate(text);
        if (entry.date.isValid())
            entry.year = catalogue::AcademicYear::of(entry.date);
    }

    // A placement, a qualification brought along: its own entry, with its own day where it has one.
    [[nodiscard]] record::Entry partOf(const XmlNode& node, const QString& path, const record::Entry& whole)
    {
        record::Entry entry = begin(u"hesa:"_s + node.name);
        setDay(entry, node.textOf("F_DEGENDDT"_L1));
        if (!entry.date.isValid()) {
            entry.date = whole.date;
            entry.year = whole.year;
        }
        if (node.isLeaf() && !node.text.trimmed().isEmpty())
            add(entry, {path, node.name, node.name, node.text, node.line, nullptr});
        addLeaves(entry, node, path, [](const XmlNode& inner, const QString&) { return otherPeopleIn(inner).isEmpty(); });
        return entry;
    }

    void addLeaves(record::Entry& entry, const XmlNode& node, const QString& path,
                   const std::function<bool(const XmlNode&, const QString&)>& enter)
    {
        eachLeaf(node, path, {}, enter, [&](const XmlLeaf& leaf) { add(entry, leaf); });
    }

    void add(record::Entry& entry, const XmlLeaf& leaf)
    {
        if (leaf.raw.trimmed().isEmpty())
            return;
        const QString item = itemOf(leaf.name, m_items);
        if (item.isEmpty())
            m_unknown.add(m_document, leaf);
        entry.values.push_back(xmlValue(leaf.plain, item, leaf));
    }

    [[nodiscard]] base::Result<void> hand(int pupil, record::Entry entry, qint64& entries)
    {
        if (entry.values.empty())
            return {};
        entry.fingerprint = record::fingerprintOf(entry);
        ++entries;
        ++m_document.entries;
        m_document.values += static_cast<qint64>(entry.values.size());
        return m_sink.entry(m_part, pupil, std::move(entry));
    }

    int m_part;
    bool m_otherPeopleToo;
    Sink& m_sink;
    XmlItems& m_items;
    ReadDocument& m_document;
    UnknownElements m_unknown;
};

class Hesa : public Format {
public:
    [[nodiscard]] QString id() const override { return u"hesa"_s; }

    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        const QByteArray text = xmlHead(head);
        if (text.isEmpty())
            return 0;
        const auto has = [&text](QByteArrayView name) { return xmlHeadHas(text, name); };
        if (has("ittrecord") || has("f_husid"))
            return 95;
        return has("student") && has("f_ownstu") ? 85 : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection,
                                          Sink& sink, ReadReport& report, const std::stop_token& stop,
                                          const base::Progress& progress) const override
    {
        XmlPupilIndex pupils(report);
        XmlItems items;
        for (const int part : parts) {
            const SourcePart& one = source.parts[std::size_t(part)];
            ReadDocument document;
            document.document.name = one.name;
            document.document.container = one.container;
            document.document.format = id();
            document.document.reader = u"hesa/1"_s;
            HesaReading reading(part, selection, sink, items, document);
            const auto done = readXmlPupils(*one.bytes, names(), selection, reading, pupils, document, stop, progress);
            if (!done)
                return tl::unexpected(inPart(done.error(), std::size_t(part), source.parts.size()));
            report.documents.push_back(std::move(document));
        }
        return {};
    }
};

} // namespace

const Format& hesaFormat()
{
    static const Hesa format;
    return format;
}

} // namespace readers
