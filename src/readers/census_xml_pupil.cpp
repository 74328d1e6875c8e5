// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/census_xml_pupil.h"

#include "readers/hand_on.h"
#include "readers/xml_others.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using catalogue::AcademicYear;
using catalogue::Term;

bool isDigits(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Term termOf(QDate date)
{
    return !date.isValid()     ? Term::None
           : date.month() >= 9 ? Term::Autumn
           : date.month() <= 3 ? Term::Spring
                               : Term::Summer;
}

QString establishmentIn(const XmlNode& node)
{
    QString authority = node.textOf("LEA"_L1);
    if (authority.isEmpty())
        authority = node.textOf("LA"_L1);
    const QString school = node.textOf("Estab"_L1);
    if (isDigits(authority) && isDigits(school))
        return authority + school;
    return node.textOf("URN"_L1);
}

// Elements that the national tables call something else. Every other name is looked up as it is.
struct OtherName {
    QLatin1StringView element;
    QLatin1StringView heading;
};
constexpr std::array<OtherName, 10> censusNames{{{"Sex"_L1, "Gender"_L1},
                                                 {"UniqueLearnerNumber"_L1, "ULN_Census"_L1},
                                                 {"ULN"_L1, "ULN_Census"_L1},
                                                 {"ClassType"_L1, "TypeOfClass"_L1},
                                                 {"GiftedTalented"_L1, "GandTindicator"_L1},
                                                 {"Connexions"_L1, "YSSA"_L1},
                                                 {"SENunitIndicator"_L1, "SENUnitIndicator"_L1},
                                                 {"EthnicityCode"_L1, "Ethnicity"_L1},
                                                 {"FirstLanguageCode"_L1, "Language"_L1},
                                                 {"BirthDate"_L1, "DOB"_L1}}};
constexpr std::array<OtherName, 9> exclusionNames{{{"ExclusionCategory"_L1, "Category"_L1},
                                                   {"ExclusionReason"_L1, "Reason"_L1},
                                                   {"Reason1"_L1, "Reason_A"_L1},
                                                   {"Reason2"_L1, "Reason_B"_L1},
                                                   {"Reason3"_L1, "Reason_C"_L1},
                                                   {"ExclusionStartDate"_L1, "StartDate"_L1},
                                                   {"ExclusionSessions"_L1, "Sessions"_L1},
                                                   {"SessionsExcluded"_L1, "Sessions"_L1},
                                                   {"NCyearActual"_L1, "NCYear"_L1}}};

// Leaves of the published structure without a field of their own in the national tables.
constexpr std::array<QLatin1StringView, 27> plainElements{"SENtypeRank"_L1,
                                                          "SENtype"_L1,
                                                          "FSMstartDate"_L1,
                                                          "FSMendDate"_L1,
                                                          "FSMreviewDate"_L1,
                                                          "UKcountry"_L1,
                                                          "Disability"_L1,
                                                          "Hours"_L1,
                                                          "AddressLine1"_L1,
                                                          "AddressLine2"_L1,
                                                          "AddressLine3"_L1,
                                                          "AddressLine4"_L1,
                                                          "AddressLine5"_L1,
                                                          "Street"_L1,
                                                          "Locality"_L1,
                                                          "Town"_L1,
                                                          "PostTown"_L1,
                                                          "AdministrativeArea"_L1,
                                                          "County"_L1,
                                                          "Country"_L1,
                                                          "AddressType"_L1,
                                                          "AttendanceReason"_L1,
                                                          "PreferredForename"_L1,
                                                          "InCare"_L1,
                                                          "CareAuthority"_L1,
                                                          "InCareAtCurrentSchool"_L1,
                                                          "LearnerFundingSupport"_L1};

template <std::size_t N> QString headingOf(const QString& element, const std::array<OtherName, N>& names)
{
    const auto* found = std::find_if(names.begin(), names.end(), [&](const OtherName& one) {
        return element.compare(one.element, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? element : QString(found->heading);
}

bool isPlain(const QString& element)
{
    return std::any_of(plainElements.begin(), plainElements.end(),
                       [&](QLatin1StringView one) { return element.compare(one, Qt::CaseInsensitive) == 0; });
}

bool isExclusion(const XmlNode& node)
{
    return !node.isLeaf() && (node.is("TermlyExclusion"_L1) || node.is("AnnualExclusion"_L1) ||
                              node.is("Exclusion"_L1) || node.is("Suspension"_L1) || node.is("TermlySuspension"_L1));
}

bool isAttendance(const XmlNode& node)
{
    return !node.isLeaf() && (node.is("TermlyAttendance"_L1) || node.is("AnnualAttendance"_L1) ||
                              node.is("SummerHalfTerm2Attendance"_L1));
}

class Making {
public:
    Making(const XmlPupil& pupil, const CensusHeader& header, bool otherPeopleToo, XmlItems& items)
        : m_pupil(pupil), m_header(header), m_otherPeopleToo(otherPeopleToo), m_items(items)
    {
    }

    XmlMade all()
    {
        const XmlNode& node = m_pupil.node;
        addCharacteristics();
        walk(node, m_pupil.path);
        settleOthers(m_pupil, begin(u"OTHER"_s, dataset(u"Contacts"_s)), m_otherPeopleToo, m_made);
        return std::move(m_made);
    }

private:
    [[nodiscard]] record::Entry begin(const QString& collection, const QString& dataset) const
    {
        record::Entry entry;
        entry.collection = collection;
        entry.dataset = dataset;
        entry.year = m_header.year;
        entry.term = m_header.term;
        entry.date = m_header.day;
        entry.establishment = m_header.establishment;
        return entry;
    }

    void finish(record::Entry entry) { finishEntry(std::move(entry), m_made.entries); }

    void add(record::Entry& entry, const XmlLeaf& leaf, const QString& item)
    {
        if (leaf.raw.trimmed().isEmpty())
            return;
        if (item.isEmpty() && !isPlain(leaf.name))
            m_made.unknown.push_back(leaf);
        // The identity of a value is its element; which container it stands in differs from year to year.
        entry.values.push_back(xmlValue(leaf.name, item, leaf));
    }

    // "sc-xml:PupilOnRoll"; the returns beside the School Census go by their own name.
    [[nodiscard]] QString dataset(const QString& part) const
    {
        const QString name = m_header.collection.toLower() + u"-xml:" + part;
        return name;
    }

    // The dictionary puts a mark before the fields of the smaller returns: PRU_Gender, AP_Gender.
    [[nodiscard]] QString item(const QString& heading)
    {
        if (heading.isEmpty())
            return {};
        const QString field = m_header.collection == u"SC" ? heading : QString(m_header.collection + u'_' + heading);
        return m_items.named(field, m_header.collection, m_header.year);
    }

    void addCharacteristics()
    {
        record::Entry entry = begin(m_header.collection, dataset(m_pupil.node.name));
        eachLeaf(
            m_pupil.node, m_pupil.path, {},
            [](const XmlNode& node, const QString&) {
                return otherPeopleIn(node).isEmpty() && !isExclusion(node) && !isAttendance(node) &&
                       (node.isLeaf() || !node.is("Address"_L1));
            },
            [&](const XmlLeaf& leaf) { add(entry, leaf, characteristic(leaf)); });
        finish(std::move(entry));
    }

    [[nodiscard]] QString characteristic(const XmlLeaf& leaf)
    {
        if (leaf.name.compare("SENtype"_L1, Qt::CaseInsensitive) == 0) {
            const QString rank = leaf.parent ? leaf.parent->textOf("SENtypeRank"_L1) : QString();
            const QString heading = rank == u"1"   ? u"PrimarySENtype"_s
                                    : rank == u"2" ? u"SecondarySENtype"_s
                                                   : QString();
            return item(heading);
        }
        return isPlain(leaf.name) ? QString() : item(headingOf(leaf.name, censusNames));
    }

    void walk(const XmlNode& node, const QString& path)
    {
        const std::vector<QString> steps = stepNames(node);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const XmlNode& child = node.children[i];
            const QString childPath = path + u'/' + steps[i];
            if (!otherPeopleIn(child).isEmpty())
                continue;
            if (isExclusion(child))
                addExclusion(child, childPath);
            else if (isAttendance(child))
                addAttendance(child, childPath);
            else if (child.is("Address"_L1) && !child.isLeaf())
                addAddress(child, childPath);
            else
                walk(child, childPath);
        }
    }

    void addExclusion(const XmlNode& node, const QString& path)
    {
        record::Entry entry = begin(u"EXC"_s, dataset(node.name));
        QDate start = xmlDate(node.textOf("StartDate"_L1));
        if (!start.isValid())
            start = xmlDate(node.textOf("ExclusionStartDate"_L1));
        if (start.isValid()) {
            entry.date = start;
            entry.year = AcademicYear::of(start);
            entry.term = termOf(start);
        }
        eachLeaf(
            node, path, {}, [](const XmlNode&, const QString&) { return true; },
            [&](const XmlLeaf& leaf) {
                add(entry, leaf,
                    m_items.named(headingOf(leaf.name, exclusionNames) + yearSuffix(u"_ex"_s, entry.year), u"EXC"_s,
                                  entry.year));
            });
        finish(std::move(entry));
    }

    // "_ex13" for 2012/13: absence and exclusion fields are named by the year in which the school year ends.
    [[nodiscard]] static QString yearSuffix(const QString& kind, std::optional<AcademicYear> year)
    {
        return year ? QString(kind + u"%1"_s.arg((year->start + 1) % 100, 2, 10, QLatin1Char('0'))) : kind;
    }

    void addAttendance(const XmlNode& node, const QString& path)
    {
        record::Entry entry = begin(u"ABS"_s, dataset(node.name));
        const CensusTerm about = attendanceTerm(m_header);
        entry.year = about.year;
        entry.term = node.is("AnnualAttendance"_L1) ? Term::None : about.term;
        entry.date = QDate();
        QString word = catalogue::termWord(entry.term);
        if (!word.isEmpty())
            word[0] = word[0].toUpper();
        const QString stretch = node.is("AnnualAttendance"_L1)            ? u"Annual"_s
                                : node.is("SummerHalfTerm2Attendance"_L1) ? u"Summer6th"_s
                                                                          : word;
        const QString suffix = u'_' + stretch + yearSuffix(u"_ab"_s, entry.year);
        eachLeaf(
            node, path, {}, [](const XmlNode&, const QString&) { return true; },
            [&](const XmlLeaf& leaf) {
                const QString heading = attendanceHeading(leaf);
                add(entry, leaf, heading.isEmpty() ? QString() : m_items.named(heading + suffix, u"ABS"_s, entry.year));
            });
        finish(std::move(entry));
    }

    [[nodiscard]] static QString attendanceHeading(const XmlLeaf& leaf)
    {
        const auto is = [&](QLatin1StringView name) { return leaf.name.compare(name, Qt::CaseInsensitive) == 0; };
        if (is("SessionsPossible"_L1))
            return u"SessionsPossible"_s;
        if (is("SessionsAuthorised"_L1))
            return u"AuthorisedAbsence"_s;
        if (is("SessionsUnauthorised"_L1))
            return u"UnauthorisedAbsence"_s;
        if (is("Sessions"_L1) || is("AbsenceSessions"_L1)) {
            const QString reason = leaf.parent ? leaf.parent->textOf("AttendanceReason"_L1).toUpper() : QString();
            return reason.size() == 1 ? QString(u"TermlyReason" + reason) : QString();
        }
        return {};
    }

    void addAddress(const XmlNode& node, const QString& path)
    {
        const bool school = m_header.collection == u"SC";
        record::Entry entry = begin(school ? u"SCADDR"_s : m_header.collection, dataset(u"Address"_s));
        eachLeaf(
            node, path, {}, [](const XmlNode&, const QString&) { return true; },
            [&](const XmlLeaf& leaf) {
                const QString heading = leaf.name.compare("UPRN"_L1, Qt::CaseInsensitive) == 0
                                            ? u"UniquePropertyReferenceNumber"_s
                                            : leaf.name;
                const QString plain = school && isPlain(leaf.name) ? QString() : heading;
                add(entry, leaf, school ? m_items.named(plain, u"SCADDR"_s, entry.year) : item(plain));
            });
        finish(std::move(entry));
    }

    const XmlPupil& m_pupil;
    const CensusHeader& m_header;
    bool m_otherPeopleToo;
    XmlItems& m_items;
    XmlMade m_made;
};

} // namespace

void readCensusHeader(const XmlNode& header, CensusHeader& into)
{
    if (const XmlNode* details = header.child("CollectionDetails"_L1)) {
        const QString term = details->textOf("Term"_L1);
        const QString year = details->textOf("Year"_L1);
        if (const QString collection = censusCollection(details->textOf("Collection"_L1)); !collection.isEmpty())
            into.collection = collection;
        QStringList version{details->textOf("Collection"_L1), term, year};
        version.removeAll(QString());
        into.version = version.join(u' ');
        into.day = xmlDate(details->textOf("ReferenceDate"_L1));
        into.term = into.collection == u"SC" ? catalogue::parseTerm(term).value_or(termOf(into.day)) : Term::None;
        // The date wins over the year element: files were seen that carry the year of another return.
        if (into.day.isValid())
            into.year = AcademicYear::of(into.day);
        else if (const auto calendar = xmlYear(year))
            into.year = AcademicYear{into.term == Term::Autumn ? *calendar : *calendar - 1};
    }
    if (const XmlNode* source = header.child("Source"_L1))
        into.establishment = establishmentIn(*source);
}

void readCensusSchool(const XmlNode& school, CensusHeader& into)
{
    if (!into.establishment.isEmpty())
        return;
    into.establishment = establishmentIn(school);
    for (const XmlNode& child : school.children) {
        if (into.establishment.isEmpty() && !child.isLeaf())
            into.establishment = establishmentIn(child);
    }
}

QString censusCollection(const QString& written)
{
    constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 12> names{{{"SC"_L1, "SC"_L1},
                                                                                     {"SchoolCensus"_L1, "SC"_L1},
                                                                                     {"PRU"_L1, "PRU"_L1},
                                                                                     {"PRUC"_L1, "PRU"_L1},
                                                                                     {"PRUCensus"_L1, "PRU"_L1},
                                                                                     {"AP"_L1, "AP"_L1},
                                                                                     {"APC"_L1, "AP"_L1},
                                                                                     {"APCensus"_L1, "AP"_L1},
                                                                                     {"EY"_L1, "EYC"_L1},
                                                                                     {"EYC"_L1, "EYC"_L1},
                                                                                     {"EYCensus"_L1, "EYC"_L1},
                                                                                     {"EarlyYearsCensus"_L1, "EYC"_L1}}};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return written.compare(one.first, Qt::CaseInsensitive) == 0; });
    return found == names.end() ? QString() : QString(found->second);
}

CensusTerm attendanceTerm(const CensusHeader& header)
{
    switch (header.term) {
    case Term::Spring:
        return {header.year, Term::Autumn};
    case Term::Summer:
        return {header.year, Term::Spring};
    case Term::Autumn:
        return {header.year ? std::optional(AcademicYear{header.year->start - 1}) : std::nullopt, Term::Summer};
    case Term::None:
        break;
    }
    return {header.year, Term::None};
}

XmlMade censusPupil(const XmlPupil& pupil, const CensusHeader& header, bool otherPeopleToo, XmlItems& items)
{
    return Making(pupil, header, otherPeopleToo, items).all();
}

} // namespace readers
