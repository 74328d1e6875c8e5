// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ctf_pupil.h"

#include "readers/hand_on.h"
#include "readers/xml_others.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using catalogue::AcademicYear;

bool isDigits(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<AcademicYear> yearOf(QDate date)
{
    return date.isValid() ? std::optional(AcademicYear::of(date)) : std::nullopt;
}

class Making {
public:
    Making(const XmlPupil& pupil, const CtfHeader& header, bool otherPeopleToo, XmlItems& items)
        : m_pupil(pupil), m_header(header), m_otherPeopleToo(otherPeopleToo), m_items(items)
    {
    }

    XmlMade all()
    {
        addIdentity();
        const XmlNode& node = m_pupil.node;
        const std::vector<QString> steps = stepNames(node);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const XmlNode& child = node.children[i];
            const QString path = m_pupil.path + u'/' + steps[i];
            if (child.is("SENhistory"_L1))
                addEach(child, path, "SEN"_L1, u"ctf:SENhistory"_s, "StartDate"_L1);
            else if (child.is("SEN"_L1) && !child.isLeaf())
                addOne(child, path, u"ctf:SENhistory"_s, "StartDate"_L1);
            else if (child.is("FSMhistory"_L1))
                addEach(child, path, "FSMinstance"_L1, u"ctf:FSMhistory"_s, "FSMstartDate"_L1);
            else if (child.is("SchoolHistory"_L1))
                addEach(child, path, "School"_L1, u"ctf:SchoolHistory"_s, "EntryDate"_L1);
            else if (child.is("StageAssessments"_L1) || child.is("AssessmentResults"_L1) || child.is("Assessments"_L1))
                addResults(child, path, {});
        }
        for (record::Entry& entry : m_results)
            finish(std::move(entry));
        record::Entry frame = begin(u"ctf:Contacts"_s);
        frame.date = m_header.written;
        frame.year = m_header.year;
        settleOthers(m_pupil, frame, m_otherPeopleToo, m_made);
        return std::move(m_made);
    }

private:
    [[nodiscard]] static bool hasOwnEntries(const XmlNode& node)
    {
        return node.is("SENhistory"_L1) || (node.is("SEN"_L1) && !node.isLeaf()) || node.is("SchoolHistory"_L1) ||
               node.is("StageAssessments"_L1) || node.is("AssessmentResults"_L1) || node.is("Assessments"_L1);
    }

    [[nodiscard]] record::Entry begin(const QString& dataset) const
    {
        record::Entry entry;
        entry.collection = u"CTF"_s;
        entry.dataset = dataset;
        return entry;
    }

    void finish(record::Entry entry) { finishEntry(std::move(entry), m_made.entries); }

    // An empty element says that nothing was said: it stands in the kept bytes, not among the values.
    void addValue(record::Entry& entry, const QString& name, const QString& item, const XmlLeaf& leaf)
    {
        if (leaf.raw.trimmed().isEmpty())
            return;
        entry.values.push_back(xmlValue(name, item, leaf));
    }

    void addLeaf(record::Entry& entry, const XmlLeaf& leaf)
    {
        if (leaf.raw.trimmed().isEmpty())
            return;
        const QString item = ctfItem(leaf, entry.year, m_items);
        if (!ctfKnows(leaf.name))
            m_made.unknown.push_back(leaf);
        addValue(entry, leaf.plain, item, leaf);
    }

    // Whatever is said of the pupil without a date of its own.
    void addIdentity()
    {
        record::Entry entry = begin(u"ctf:Pupil"_s);
        entry.date = m_header.written;
        entry.year = m_header.year;
        entry.establishment = m_header.establishment;
        eachLeaf(
            m_pupil.node, m_pupil.path, {},
            [](const XmlNode& node, const QString& plain) {
                return otherPeopleIn(node).isEmpty() && !node.is("FSMinstance"_L1) &&
                       (plain.contains(u'/') || !hasOwnEntries(node));
            },
            [&](const XmlLeaf& leaf) { addLeaf(entry, leaf); });
        for (const XmlLeaf& leaf : m_header.leaves)
            addValue(entry, leaf.plain, {}, leaf);
        finish(std::move(entry));
    }

    void addEach(const XmlNode& container, const QString& path, QLatin1StringView element, const QString& dataset,
                 QLatin1StringView dateElement)
    {
        const std::vector<QString> steps = stepNames(container);
        record::Entry rest = begin(dataset);
        rest.date = m_header.written;
        rest.year = m_header.year;
        for (std::size_t i = 0; i < container.children.size(); ++i) {
            const XmlNode& child = container.children[i];
            const QString childPath = path + u'/' + steps[i];
            if (child.is(element) && !child.isLeaf())
                addOne(child, childPath, dataset, dateElement);
            else if (child.isLeaf() && dataset != u"ctf:FSMhistory")
                addLeaf(rest, {childPath, child.name, child.name, child.text, child.line, &container});
        }
        finish(std::move(rest));
    }

    void addOne(const XmlNode& node, const QString& path, const QString& dataset, QLatin1StringView dateElement)
    {
        record::Entry entry = begin(dataset);
        entry.date = xmlDate(node.textOf(dateElement));
        entry.year = yearOf(entry.date);
        const QString authority = node.textOf("LEA"_L1);
        const QString school = node.textOf("Estab"_L1);
        if (isDigits(authority) && isDigits(school))
            entry.establishment = authority + school;
        else if (dataset == u"ctf:SchoolHistory")
            entry.establishment = node.textOf("URN"_L1);
        eachLeaf(
            node, path, {}, [](const XmlNode& inner, const QString&) { return otherPeopleIn(inner).isEmpty(); },
            [&](const XmlLeaf& leaf) { addLeaf(entry, leaf); });
        finish(std::move(entry));
    }

    // StageAssessments/KeyStage/StageAssessment, or a flat list of results with their stage inside.
    void addResults(const XmlNode& node, const QString& path, const QString& stage)
    {
        const std::vector<QString> steps = stepNames(node);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const XmlNode& child = node.children[i];
            const QString childPath = path + u'/' + steps[i];
            if (child.isLeaf())
                continue;
            if (child.is("KeyStage"_L1) && !child.child("Result"_L1)) {
                addResults(child, childPath, child.textOf("Stage"_L1).toUpper());
                continue;
            }
            addResult(child, childPath, stage);
        }
    }

    void addResult(const XmlNode& node, const QString& path, const QString& stage)
    {
        const auto text = [&node](QLatin1StringView element) { return node.textOf(element).toUpper(); };
        CtfResult result;
        result.stage = stage.isEmpty() ? text("Stage"_L1) : stage;
        if (result.stage.isEmpty())
            result.stage = text("KeyStage"_L1);
        result.subject = text("Subject"_L1);
        result.component = text("Component"_L1);
        result.method = text("Method"_L1);
        result.qualifier = text("ResultQualifier"_L1);
        const auto isResult = [](const QString& name) {
            return name.compare("Result"_L1, Qt::CaseInsensitive) == 0 ||
                   name.compare("Grade"_L1, Qt::CaseInsensitive) == 0;
        };
        for (const XmlNode& child : node.children) {
            if (isResult(child.name))
                result.result = child.text.trimmed();
        }
        // The file's Year is the calendar year in which the result was given: 2019 is 2018/19.
        if (const auto year = xmlYear(text("Year"_L1)))
            result.year = AcademicYear{*year - 1};
        else
            result.year = yearOf(xmlDate(node.textOf("ResultDate"_L1)));

        record::Entry& entry = entryFor(result);
        const QString name = result.name();
        eachLeaf(
            node, path, {}, [](const XmlNode& inner, const QString&) { return otherPeopleIn(inner).isEmpty(); },
            [&](const XmlLeaf& leaf) {
                const bool itself = isResult(leaf.plain);
                if (!itself && !leaf.raw.trimmed().isEmpty() && !ctfKnows(leaf.name))
                    m_made.unknown.push_back(leaf);
                const QString below = name + u'/' + leaf.plain;
                addValue(entry, itself ? name : below, itself ? result.item(m_items) : QString(), leaf);
            });
    }

    // One entry for each stage, instrument and year.
    record::Entry& entryFor(const CtfResult& result)
    {
        const QString collection = result.collection();
        const QString dataset = u"ctf:StageAssessments/" + result.stage;
        const auto found = std::find_if(m_results.begin(), m_results.end(), [&](const record::Entry& entry) {
            return entry.collection == collection && entry.dataset == dataset && entry.year == result.year;
        });
        if (found != m_results.end())
            return *found;
        record::Entry entry = begin(dataset);
        entry.collection = collection;
        entry.year = result.year;
        m_results.push_back(std::move(entry));
        return m_results.back();
    }

    const XmlPupil& m_pupil;
    const CtfHeader& m_header;
    bool m_otherPeopleToo;
    XmlItems& m_items;
    std::vector<record::Entry> m_results;
    XmlMade m_made;
};

} // namespace

CtfHeader ctfHeader(const XmlNode& header)
{
    CtfHeader facts;
    for (const QLatin1StringView name : {"CTFversion"_L1, "ATFversion"_L1, "Version"_L1}) {
        if (facts.version.isEmpty())
            facts.version = header.textOf(name);
    }
    facts.written = xmlDate(header.textOf("DateTime"_L1).section(u'T', 0, 0));
    facts.year = yearOf(facts.written);
    if (const XmlNode* school = header.child("SourceSchool"_L1)) {
        const QString authority = school->textOf("LEA"_L1);
        const QString establishment = school->textOf("Estab"_L1);
        if (isDigits(authority) && isDigits(establishment))
            facts.establishment = authority + establishment;
        if (const auto year = xmlYear(school->textOf("AcademicYear"_L1)))
            facts.year = AcademicYear{*year};
    }
    eachLeaf(
        header, header.name, header.name,
        [](const XmlNode& node, const QString&) { return otherPeopleIn(node).isEmpty(); },
        [&](const XmlLeaf& leaf) {
            facts.leaves.push_back(leaf);
            facts.leaves.back().parent = nullptr; // the header's tree does not outlive this call
        });
    return facts;
}

XmlMade ctfPupil(const XmlPupil& pupil, const CtfHeader& header, bool otherPeopleToo, XmlItems& items)
{
    return Making(pupil, header, otherPeopleToo, items).all();
}

} // namespace readers
