// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_return.h"

#include "readers/xml_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

// One child's part of a return, cut into entries.
class Making {
public:
    Making(const XmlReturnRules& rules, const XmlReturnHead& head, XmlItems& items) : m_rules(rules), m_head(head), m_items(items) {}

    void all(const XmlPupil& pupil)
    {
        make(pupil.node, pupil.path, {});
    }

    // The entries' common frame: what is told of other people belongs to nobody's day.
    [[nodiscard]] record::Entry begin(const QString& part) const
    {
        record::Entry entry;
        entry.collection = m_rules.collection;
        entry.dataset = m_rules.format + u':' + part;
        entry.year = m_head.year;
        entry.date = m_head.day;
        return entry;
    }

    std::vector<record::Entry> entries;
    std::vector<XmlLeaf> unknown;

private:
    [[nodiscard]] const XmlDatedPart* partOf(const XmlNode& node) const
    {
        if (node.isLeaf())
            return nullptr;
        const auto found = std::find_if(m_rules.parts.begin(), m_rules.parts.end(),
                                        [&](const XmlDatedPart& part) { return node.is(part.element); });
        return found == m_rules.parts.end() ? nullptr : &*found;
    }

    void make(const XmlNode& node, const QString& path, const XmlDatedPart* part)
    {
        record::Entry entry = begin(node.name);
        if (!part)
            entry.values = m_head.own;
        else if (const QDate day = dayOf(node, *part); day.isValid())
            entry.date = day;
        if ((m_rules.yearFromDay || !entry.year) && entry.date.isValid())
            entry.year = catalogue::AcademicYear::of(entry.date);
        if (!node.text.trimmed().isEmpty())
            add(entry, {path, u"text()"_s, u"text()"_s, node.text.trimmed(), node.line, &node});
        eachLeaf(
            node, path, {},
            [this](const XmlNode& inner, const QString&) { return m_rules.others(inner).isEmpty() && !partOf(inner); },
            [&](const XmlLeaf& leaf) { add(entry, leaf); });
        if (entry.values.size() > (part ? 0 : m_head.own.size())) {
            entry.fingerprint = record::fingerprintOf(entry);
            entries.push_back(std::move(entry));
        }
        makeBelow(node, path);
    }

    void makeBelow(const XmlNode& node, const QString& path)
    {
        const std::vector<QString> steps = stepNames(node);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const XmlNode& child = node.children[i];
            if (child.isLeaf() || !m_rules.others(child).isEmpty())
                continue;
            const QString childPath = path + u'/' + steps[i];
            if (const XmlDatedPart* part = partOf(child))
                make(child, childPath, part);
            else
                makeBelow(child, childPath);
        }
    }

    [[nodiscard]] static QDate dayOf(const XmlNode& node, const XmlDatedPart& part)
    {
        for (const QLatin1StringView element : part.dates) {
            if (const QDate day = element.isEmpty() ? QDate() : xmlLikelyDay(node.textOf(element)); day.isValid())
                return day;
        }
        return {};
    }

    // An empty element says that nothing was said: it stands in the kept bytes, not among the values.
    void add(record::Entry& entry, const XmlLeaf& leaf)
    {
        if (leaf.raw.trimmed().isEmpty())
            return;
        const QString item = m_items.named(m_rules.heading(leaf), m_rules.collection, entry.year);
        if (item.isEmpty() && !m_rules.published(leaf.name))
            unknown.push_back(leaf);
        entry.values.push_back(xmlValue(m_rules.name ? m_rules.name(leaf) : leaf.name, item, leaf));
    }

    const XmlReturnRules& m_rules;
    const XmlReturnHead& m_head;
    XmlItems& m_items;
};

class Reading : public XmlPupilUser {
public:
    Reading(const XmlReturnRules& rules, int part, const record::Selection& selection, Sink& sink, XmlItems& items, ReadDocument& document)
        : m_rules(rules), m_part(part), m_otherPeopleToo(selection.otherPeopleToo), m_sink(sink), m_items(items), m_document(document)
    {
    }

    void outside(std::string_view name, const char** attributes) override
    {
        if (m_rules.root)
            m_rules.root(name, attributes, m_head);
    }

    base::Result<std::vector<XmlCut>> section(const XmlNode& node, const QString& path) override
    {
        if (m_rules.section)
            m_rules.section(node, path, m_head, m_items);
        return leaveOut(node);
    }

    base::Result<std::vector<XmlCut>> pupil(const XmlPupil& pupil, qint64& entries) override
    {
        Making making(m_rules, m_head, m_items);
        making.all(pupil);
        std::vector<XmlCut> cuts;
        if (m_otherPeopleToo) {
            for (record::Entry& entry : entriesOfOthers(pupil.node, pupil.path, making.begin(u"others"_s), m_rules.others))
                making.entries.push_back(std::move(entry));
        } else {
            cuts = leaveOut(pupil.node);
        }
        for (record::Entry& entry : making.entries) {
            ++entries;
            ++m_document.entries;
            m_document.values += qint64(entry.values.size());
            BASE_TRY(m_sink.entry(m_part, pupil.index, std::move(entry)));
        }
        for (const XmlLeaf& leaf : making.unknown)
            m_unknown.add(m_document, leaf);
        return cuts;
    }

    [[nodiscard]] const XmlReturnHead& head() const { return m_head; }

private:
    std::vector<XmlCut> leaveOut(const XmlNode& node)
    {
        std::vector<XmlCut> cuts;
        std::vector<ReadDocument::NotTaken> notTaken;
        leaveOthersOut(node, cuts, notTaken, m_rules.others);
        for (const ReadDocument::NotTaken& one : notTaken)
            addNotTaken(m_document, one.why, one.count);
        return cuts;
    }

    const XmlReturnRules& m_rules;
    int m_part;
    bool m_otherPeopleToo;
    Sink& m_sink;
    XmlItems& m_items;
    ReadDocument& m_document;
    UnknownElements m_unknown;
    XmlReturnHead m_head;
};

} // namespace

base::Result<void> readXmlReturns(const XmlReturnRules& rules, const Source& source, const std::vector<int>& parts,
                                  const record::Selection& selection, Sink& sink, ReadReport& report, const std::stop_token& stop,
                                  const base::Progress& progress)
{
    XmlPupilIndex pupils(report);
    XmlItems items;
    for (const int part : parts) {
        const SourcePart& one = source.parts[std::size_t(part)];
        ReadDocument document;
        document.document.name = one.name;
        document.document.container = one.container;
        document.document.format = rules.format;
        document.document.reader = rules.format + u"/1"_s;
        document.notTriedOnRealFile = rules.notTriedOnRealFile;
        Reading reading(rules, part, selection, sink, items, document);
        const auto done = readXmlPupils(*one.bytes, *rules.names, selection, reading, pupils, document, stop, progress);
        if (!done)
            return tl::unexpected(inPart(done.error(), std::size_t(part), source.parts.size()));
        document.document.version = reading.head().version;
        document.warnings += reading.head().warnings;
        report.documents.push_back(std::move(document));
    }
    return {};
}

QDate xmlLikelyDay(const QString& text)
{
    const QDate day = xmlDate(text);
    return day.isValid() && day.year() >= 1900 && day.year() <= 2100 ? day : QDate();
}

} // namespace readers
