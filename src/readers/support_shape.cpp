// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/support_shape.h"

#include "catalogue/code_sets.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr int mostRuns = 16;    // of one shape: a remark of three lines is told by its length
constexpr int mostShapes = 40;  // of one field
constexpr int longestCode = 2;  // a longer code may be a number of somebody
constexpr int mostDigits = 4;   // in a name: a year may stand there, a birth date or a pupil number may not

// Elements and keys that hold others together and so stand in no dictionary: of the transfer file, the school census,
// the children's services returns, the learner records and the JSON files this program reads.
const QSet<QString>& structure()
{
    static const QSet<QString> names = [] {
        QSet<QString> all;
        const QStringList words =
            u"ctfile header documentname ctfversion datetime documentqualifier datadescriptor supplierid sourceschool destschool lea "
            "estab urn schoolname academicyear ctfpupildata pupil upn formerupn uniquelearnernumber uln uci surname forename dob gender "
            "sex basicdetails preferredsurname formersurname preferredforename middlenames ncyearactual ethnicity ethnicitysource "
            "languages type languagetype language servicechild medicalflag enrolstatus fsmhistory fsmreviewdate fsminstance fsmstartdate "
            "fsmenddate ukcountry lookedafter incare careauthority senhistory sen startdate enddate senprovision senneeds senneed "
            "sentype sentyperank address addresslines addressline1 addressline2 addressline3 addressline4 addressline5 bs7666address "
            "saon paon street locality town posttown administrativearea county postcode country phones phone telephonetype phoneno email "
            "contacts contact title relationship stageassessments keystage stage stageassessment locale year subject method component "
            "resultstatus resultqualifier result resultdate schoolhistory school entrydate leavingdate leavingreason suppinfo "
            "message collectiondetails collection term referencedate sourcelevel softwarecode release serialno datetimegenerated source "
            "cbdslevels pupils pupilsonroll pupilonroll pupilsnolongeronroll pupilnolongeronroll pupilidentifiers pupilcharacteristics "
            "pupilstatus specialeducationalneeds attendance termlyattendance annualattendance sessionspossible sessiondetails "
            "sessiondetail attendancereason absencesessions homeinformation exclusions termlyexclusion exclusionreason "
            "exclusioncategory exclusionstartdate sessionsmissed fsmeligible children child childidentifiers childcharacteristics "
            "cindetails cinreferraldate primaryneedcode assessments childprotectionplans ladateofbirth lachildid learner learnrefnumber "
            "learningdelivery learnaimref aimtype learnstartdate learnplanenddate fundmodel collectiondetails sourcefiles lookup "
            "learningprovider ukprn envelope body row rows record records data item items value values name code description "
            "cinreferral dateofbirth pupilid id mark marks grade"_s.split(u' ');
        for (const QString& word : words)
            all.insert(word);
        return all;
    }();
    return names;
}

int digitsIn(const QString& text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }));
}

// A name of the dictionary that the delivered one stands for, judged strictly: resolve() sees through more than a
// support copy may.
std::optional<catalogue::Item> fieldOf(const QString& name)
{
    constexpr int sure = 60;
    const std::vector<catalogue::Candidate> found = catalogue::resolve(name.trimmed(), {}, {});
    if (found.empty() || found.front().score < sure)
        return {};
    return catalogue::item(found.front().item);
}

} // namespace

QString shapeOf(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return u"blank"_s;
    enum class Kind { Letters, Digits, Blanks, Sign };
    const auto kindOf = [](QChar c) {
        if (c.isDigit())
            return Kind::Digits;
        if (c.isSpace())
            return Kind::Blanks;
        // What is neither is told as it is only where it is ASCII: letters of other scripts come in many classes.
        return c.unicode() < 128 && !c.isLetter() ? Kind::Sign : Kind::Letters;
    };
    QString shape;
    int runs = 0;
    for (qsizetype at = 0; at < trimmed.size();) {
        if (++runs > mostRuns)
            return u"text×%1"_s.arg(trimmed.size());
        const Kind kind = kindOf(trimmed[at]);
        qsizetype end = at + 1;
        while (kind != Kind::Sign && end < trimmed.size() && kindOf(trimmed[end]) == kind)
            ++end;
        const bool wordBefore = !shape.isEmpty() && shape.back().isDigit();
        switch (kind) {
        case Kind::Letters:
            shape += (wordBefore ? u" letters×%1"_s : u"letters×%1"_s).arg(end - at);
            break;
        case Kind::Digits:
            shape += (wordBefore ? u" digits×%1"_s : u"digits×%1"_s).arg(end - at);
            break;
        case Kind::Blanks:
            shape += u" blank "_s;
            break;
        case Kind::Sign:
            shape += trimmed[at].unicode() >= 0x20 ? trimmed[at] : QChar(u'?');
            break;
        }
        at = end;
    }
    return shape;
}

bool isKnownName(const QString& name)
{
    const QString plain = name.trimmed();
    if (plain.isEmpty() || plain.size() > 80 || digitsIn(plain) > mostDigits)
        return false;
    return structure().contains(plain.toLower()) || fieldOf(plain).has_value();
}

QString shownName(const QString& name)
{
    return isKnownName(name) ? name.trimmed() : QString(u'[' + shapeOf(name) + u']');
}

Shapes::Shapes(const QString& name)
{
    if (isKnownName(name))
        m_item = fieldOf(name);
}

bool Shapes::isClosedCode(const QString& text)
{
    if (!m_item || text.isEmpty() || text.size() > longestCode)
        return false;
    const auto asked = m_codes.constFind(text);
    if (asked != m_codes.constEnd())
        return *asked;
    const catalogue::Meaning meaning = catalogue::meaningOf(*m_item, {}, text);
    const bool closed = meaning.known && !meaning.text.isEmpty();
    m_codes.insert(text, closed);
    return closed;
}

void Shapes::add(const QString& text)
{
    const QString told = isClosedCode(text) ? QString(u"code “"_s + text + u'”') : shapeOf(text);
    const auto known = m_counts.find(told);
    if (known != m_counts.end())
        ++*known;
    else if (m_counts.size() < mostShapes)
        m_counts.insert(told, 1);
    else
        ++m_more;
}

QStringList Shapes::lines() const
{
    std::vector<std::pair<qint64, QString>> sorted;
    for (auto it = m_counts.constBegin(); it != m_counts.constEnd(); ++it)
        sorted.emplace_back(it.value(), it.key());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList lines;
    for (const auto& [count, shape] : sorted)
        lines << u"%1 times %2"_s.arg(count).arg(shape);
    if (m_more > 0)
        lines << u"%1 times other shapes"_s.arg(m_more);
    return lines;
}

} // namespace readers
