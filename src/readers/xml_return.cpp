// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_return.h"

#include "readers/hand_on.h"

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

    XmlMade made;

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
        if (entry.values.size() > (part ? 0 : m_head.own.size()))
            finishEntry(std::move(entry), made.entries);
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
            made.unknown.push_back(leaf);
        entry.values.push_back(xmlValue(m_rules.name ? m_rules.name(leaf) : leaf.name, item, leaf));
    }

    const XmlReturnRules& m_rules;
    const XmlReturnHead& m_head;
    XmlItems& m_items;
};

class Reading : public XmlReading {
public:
    Reading(const XmlReturnRules& rules, bool otherPeopleToo, XmlItems& items)
        : m_rules(rules), m_otherPeopleToo(otherPeopleToo), m_items(items)
    {
    }

    void outside(std::string_view name, const char** attributes) override
    {
        if (m_rules.root)
            m_rules.root(name, attributes, m_head);
    }

    base::Result<XmlLeftOut> section(const XmlNode& node, const QString& path) override
    {
        if (m_rules.section)
            m_rules.section(node, path, m_head, m_items);
        return withoutOthers(node, m_rules.others);
    }

    XmlMade pupil(const XmlPupil& pupil) override
    {
        Making making(m_rules, m_head, m_items);
        making.all(pupil);
        settleOthers(pupil, making.begin(u"others"_s), m_otherPeopleToo, making.made, m_rules.others);
        return std::move(making.made);
    }

    void tell(ReadDocument& document) const override
    {
        document.document.version = m_head.version;
        document.warnings += m_head.warnings;
    }

private:
    const XmlReturnRules& m_rules;
    bool m_otherPeopleToo;
    XmlItems& m_items;
    XmlReturnHead m_head;
};

} // namespace

XmlFormatRules xmlReturn(const XmlReturnRules& rules)
{
    return {.id = rules.format,
            .notTriedOnRealFile = rules.notTriedOnRealFile,
            .recognise = rules.recognise,
            .names = [&rules](const QByteArray& /*lowerHead*/) -> const XmlPupilNames& { return *rules.names; },
            .reading = [&rules](bool otherPeopleToo, XmlItems& items) { return std::make_unique<Reading>(rules, otherPeopleToo, items); }};
}

QDate xmlLikelyDay(const QString& text)
{
    const QDate day = xmlDate(text);
    return day.isValid() && day.year() >= 1900 && day.year() <= 2100 ? day : QDate();
}

} // namespace readers
