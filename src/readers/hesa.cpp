// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/hesa.h"

#include "readers/hand_on.h"
#include "readers/xml_format.h"
#include "readers/xml_text.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

// The word stands for "nothing known" in every field; a person of that name is written with small letters.
bool isNull(std::string_view text)
{
    return text == "NULL";
}

const XmlPupilNames& names(const QByteArray& /*lowerHead*/)
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

class HesaReading : public XmlReading {
public:
    HesaReading(bool otherPeopleToo, XmlItems& items) : m_otherPeopleToo(otherPeopleToo), m_items(items) {}

    XmlMade pupil(const XmlPupil& pupil) override
    {
        XmlMade made;
        const XmlNode& node = pupil.node;
        record::Entry whole = begin(u"hesa:Student"_s);
        for (const QLatin1StringView day : {"F_COMMIT_TIMESTAMP"_L1, "F_STATUS_TIMESTAMP"_L1, "F_ITTSTARTDATE"_L1, "F_COMDATE"_L1}) {
            if (!whole.date.isValid())
                setDay(whole, node.textOf(day));
        }
        const std::vector<QString> steps = stepNames(node);
        addLeaves(made, whole, node, pupil.path, [](const XmlNode& inner, const QString& plain) {
            return otherPeopleIn(inner).isEmpty() && (inner.isLeaf() || plain.contains(u'/'));
        });
        finishEntry(whole, made.entries);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const XmlNode& container = node.children[i];
            if (container.isLeaf() || !otherPeopleIn(container).isEmpty())
                continue;
            const QString path = pupil.path + u'/' + steps[i];
            const std::vector<QString> inner = stepNames(container);
            for (std::size_t j = 0; j < container.children.size(); ++j)
                addPart(made, container.children[j], path + u'/' + inner[j], whole);
        }
        record::Entry frame = begin(u"hesa:Contacts"_s);
        frame.date = whole.date;
        frame.year = whole.year;
        settleOthers(pupil, frame, m_otherPeopleToo, made);
        return made;
    }

private:
    [[nodiscard]] static record::Entry begin(const QString& dataset)
    {
        record::Entry entry;
        entry.collection = u"HESA"_s;
        entry.dataset = dataset;
        return entry;
    }

    // A placement, a qualification brought along: its own entry, with its own day where it has one.
    void addPart(XmlMade& made, const XmlNode& node, const QString& path, const record::Entry& whole)
    {
        record::Entry entry = begin(u"hesa:"_s + node.name);
        setDay(entry, node.textOf("F_DEGENDDT"_L1));
        if (!entry.date.isValid()) {
            entry.date = whole.date;
            entry.year = whole.year;
        }
        if (node.isLeaf() && !node.text.trimmed().isEmpty())
            add(made, entry, {path, node.name, node.name, node.text, node.line, nullptr});
        addLeaves(made, entry, node, path, [](const XmlNode& inner, const QString&) { return otherPeopleIn(inner).isEmpty(); });
        finishEntry(std::move(entry), made.entries);
    }

    void addLeaves(XmlMade& made, record::Entry& entry, const XmlNode& node, const QString& path,
                   const std::function<bool(const XmlNode&, const QString&)>& enter)
    {
        eachLeaf(node, path, {}, enter, [&](const XmlLeaf& leaf) { add(made, entry, leaf); });
    }

    void add(XmlMade& made, record::Entry& entry, const XmlLeaf& leaf)
    {
        if (leaf.raw.trimmed().isEmpty())
            return;
        const QString item = itemOf(leaf.name, m_items);
        if (item.isEmpty())
            made.unknown.push_back(leaf);
        entry.values.push_back(xmlValue(leaf.plain, item, leaf));
    }

    bool m_otherPeopleToo;
    XmlItems& m_items;
};

int recognise(const QByteArray& text)
{
    const auto has = [&text](QByteArrayView name) { return xmlHeadHas(text, name); };
    if (has("ittrecord") || has("f_husid"))
        return 95;
    return has("student") && has("f_ownstu") ? 85 : 0;
}

} // namespace

const Format& hesaFormat()
{
    static const XmlFormat format({.id = u"hesa"_s, .recognise = recognise, .names = names, .reading = [](bool otherPeopleToo, XmlItems& items) {
                                       return std::make_unique<HesaReading>(otherPeopleToo, items);
                                   }});
    return format;
}

} // namespace readers
