// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/allowed_codes.h"
#include "catalogue/code_sets.h"
#include "catalogue/scales.h"
#include "catalogue/tiers.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::AcademicYear;
using catalogue::AllowedCodes;
using catalogue::Certainty;
using catalogue::Item;
using catalogue::Meaning;
using catalogue::StepKind;

namespace {

Item itemCalled(const QString& name, const QString& collection = {}, std::optional<AcademicYear> year = {})
{
    const auto id = catalogue::itemNamed(name, collection, year);
    return id ? catalogue::item(*id) : Item{};
}

std::optional<AcademicYear> yearOf(int start)
{
    return start == 0 ? std::nullopt : std::optional(AcademicYear{start});
}

} // namespace

class TestCodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meanings_data();
    void meanings();
    void meaningsNameTheirSource();
    void sameLettersOfTwoSets();
    void everySetNamedByAnItemIsThere();
    void codesOfAYear();
    void firstYearsOfTheNewestCodes();
    void whatAnswersNothing_data();
    void whatAnswersNothing();
    void everyRefusalIsMarked();
    void allowed_data();
    void allowed();
    void scalesAreWhole();
    void scaleOfItem_data();
    void scaleOfItem();
    void steps_data();
    void steps();
    void resultsThatAreNone();
    void belowTheScale();
    void benchmarks();
    void gradings();
};

void TestCodes::meanings_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("collection");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("raw");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* item, const char* collection, int year, const char* raw, bool known,
                        const char* text) {
        QTest::addRow("%s %s %d %s", collection, item, year, raw)
            << QString::fromLatin1(item) << QString::fromLatin1(collection) << year << QString::fromUtf8(raw) << known
            << QString::fromUtf8(text);
    };
    row("EthnicGroupMinor_[term][yy]", "SC", 2013, "WBRI", true, "White - British");
    row("EthnicGroupMinor_[term][yy]", "SC", 2013, "wbri", true, "White - British");
    row("EthnicGroupMinor_[term][yy]", "SC", 2013, "ZZZZ", false, "meaning not known for 2013/14");
    row("EthnicGroupMinor_ab[yy]", "ABS", 2013, "WBRI", true, "White - British");
    row("EthnicGroupMinor_[term][yy]", "SC", 2001, "WBRI", false, "meaning not known for 2001/02");
    // Levels of help changed in 2014: a new letter says nothing in 2009, an old one nothing in 2019.
    row("SENprovision_[term][yy]", "SC", 2009, "P", true, "School action plus, or early years action plus");
    row("SENprovision_[term][yy]", "SC", 2009, "K", false, "meaning not known for 2009/10");
    row("SENprovision_[term][yy]", "SC", 2014, "K", true, "SEN support");
    row("SENprovision_[term][yy]", "SC", 2014, "P", true, "School action plus, or early years action plus");
    row("SENprovision_[term][yy]", "SC", 2019, "P", false, "meaning not known for 2019/20");
    row("PrimarySENtype_[term][yy]", "SC", 2009, "BESD", true, "Behaviour, emotional and social difficulties");
    row("PrimarySENtype_[term][yy]", "SC", 2016, "BESD", false, "meaning not known for 2016/17");
    row("PrimarySENtype_[term][yy]", "SC", 2016, "SEMH", true, "Social, emotional and mental health");
    row("Reason_[n]_ex[yy]", "EXC", 2011, "OT", true, "Other");
    row("Reason_[n]_ex[yy]", "EXC", 2021, "OT", false, "meaning not known for 2021/22");
    row("Reason_[n]_ex[yy]", "EXC", 2011, "LG", false, "meaning not known for 2011/12");
    row("Gender_[term][yy]", "SC", 2010, "F", true, "Female");
    row("FSMeligible_[term][yy]", "SC", 2010, "1", true, "Yes");
    row("FSMeligible_[term][yy]", "SC", 2010, "0", true, "No");
    row("FSMeligible_[term][yy]", "SC", 2010, "7", false, "meaning not known for 2010/11");
    row("FSMeligible_[term][yy]", "SC", 0, "7", false, "meaning not known");
    row("NCyearActual_[term][yy]", "SC", 2010, "R", true, "Reception");
    row("CIN_PrimaryNeedCode", "CIN", 2012, "N1", true, "Abuse or neglect");
    row("CIN_Ethnicity", "CIN", 2012, "WBRI", true, "White - British");
    row("MobilityInd_[term][yy]", "SC", 2012, "1", true, "Postcode changed between spring censuses");
    // Read off the list that the dictionary prints beside the field.
    row("KS1_SOURCECTY", "KS1", 2003, "W", true, "Wales");
    row("KS1_SOURCECTY", "KS1", 2010, "W", false, "meaning not known for 2010/11"); // the list ends in 2004/05
    row("KS1_SOURCECTY", "KS1", 2003, "Q", false, "meaning not known for 2003/04");
    // Results.
    row("KS2_READLEV", "KS2", 2011, "4", true, "Level 4");
    row("KS2_READLEV", "KS2", 2011, "B", true, "Below the level of the test; counts 15 points in value added");
    row("KS2_READSCORE", "KS2", 2017, "104", true, "");
    row("KS1_READ_OUTCOME", "KS1", 2017, "EXS", true, "Working at the expected standard");
    row("KS4_APMAT_91", "KS4", 2018, "7", true, "Grade 7");
    row("KS5_GAS_BIOLOGY", "KS5", 2010, "B", true, "Grade B");
    // Text, numbers and dates mean themselves.
    row("Surname_[term][yy]", "SC", 2013, "Example", true, "");
    row("EntryDate_[term][yy]", "SC", 2013, "2010-09-06", true, "");
    row("IDACIScore_[term][yy]", "SC", 2013, "0.123", true, "");
    row("URN_[term][yy]_anon", "SC", 2013, "100000", true, "");
    row("UPN_[term][yy]", "SC", 2013, "E000000112001", true, "");
    row("KS4_ATT8", "KS4", 2016, "45.5", true, "");
    row("SessionsPossible_Autumn_ab[yy]", "ABS", 2013, "140", true, "");
    row("Gender_[term][yy]", "SC", 2010, "", true, "");
    row("FormMark", "MTC", 2021, "25", true, "");
}

void TestCodes::meanings()
{
    QFETCH(const QString, item);
    QFETCH(const QString, collection);
    QFETCH(const int, year);
    QFETCH(const QString, raw);
    QFETCH(const bool, known);
    QFETCH(const QString, text);
    const Item field = itemCalled(item, collection, yearOf(year));
    QVERIFY(!field.name.isEmpty());
    const Meaning meaning = catalogue::meaningOf(field, yearOf(year), raw);
    QCOMPARE(meaning.text, text);
    QCOMPARE(meaning.known, known);
    if (known && !text.isEmpty())
        QVERIFY(!meaning.source.isEmpty());
    else
        QVERIFY(meaning.source.isEmpty());
}

void TestCodes::meaningsNameTheirSource()
{
    const Item ethnicity = itemCalled(u"EthnicGroupMinor_[term][yy]"_s);
    const Meaning meaning = catalogue::meaningOf(ethnicity, AcademicYear{2013}, u"WBRI");
    QCOMPARE(meaning.codeSet, u"ETHNICITY"_s);
    QCOMPARE(meaning.certainty, Certainty::Table);
    QVERIFY(meaning.source.contains(u"DfE"));
    const Meaning legacy = catalogue::meaningOf(itemCalled(u"SENprovision_[term][yy]"_s), AcademicYear{2008}, u"Q");
    QCOMPARE(legacy.certainty, Certainty::Background);
}

void TestCodes::sameLettersOfTwoSets()
{
    const Item reason = itemCalled(u"Reason_[n]_ex[yy]"_s);
    const Item need = itemCalled(u"PrimarySENtype_[term][yy]"_s);
    QCOMPARE(catalogue::meaningOf(reason, AcademicYear{2021}, u"DS").text, u"Abuse relating to disability"_s);
    QCOMPARE(catalogue::meaningOf(need, AcademicYear{2025}, u"DS").text, u"Down syndrome"_s);
    QVERIFY(!catalogue::meaningOf(need, AcademicYear{2012}, u"DS").known);
    QVERIFY(!catalogue::meaningOf(reason, AcademicYear{2012}, u"DS").known);
    // N1: a need in children in need, a nursery year in the census.
    QCOMPARE(catalogue::meaningOf(itemCalled(u"NCyearActual_[term][yy]"_s), AcademicYear{2012}, u"N1").text,
             u"Nursery first year"_s);
}

void TestCodes::everySetNamedByAnItemIsThere()
{
    QSet<QString> named;
    for (int n = 0; n < catalogue::itemCount(); ++n)
        named.insert(catalogue::item({n}).codeSet);
    named.remove(QString());
    QVERIFY(named.size() > 40);
    for (const QString& set : named)
        QVERIFY2(!catalogue::codes(set).empty() || catalogue::scale(set), qPrintable(set));
}

void TestCodes::codesOfAYear()
{
    const auto letters = [](int year) {
        QStringList all;
        for (const catalogue::Code& code : catalogue::codes(u"SEN_PROVISION", AcademicYear{year}))
            all.append(code.code);
        return all;
    };
    QVERIFY(letters(2009).contains(u"A"_s) && !letters(2009).contains(u"E"_s));
    QVERIFY(letters(2018).contains(u"E"_s) && !letters(2018).contains(u"A"_s));
    QVERIFY(letters(2018).contains(u"N"_s));
    QVERIFY(catalogue::codes(u"NO_SUCH_SET").empty());
    QVERIFY(catalogue::codes(u"").empty());
    for (const catalogue::Code& code : catalogue::codes(u"LANGUAGE")) {
        QCOMPARE(code.set, u"LANGUAGE"_s);
        QVERIFY(!code.code.isEmpty() && !code.label.isEmpty() && !code.source.isEmpty());
    }
}

void TestCodes::firstYearsOfTheNewestCodes()
{
    // Their first year is not stated anywhere: they must not decode years before they were seen.
    for (const catalogue::Code& code : catalogue::codes(u"EXCLUSION_REASON", AcademicYear{2022}))
        QVERIFY2(code.code != u"VR" && code.code != u"MP", qPrintable(code.code));
    for (const catalogue::Code& code : catalogue::codes(u"ETHNICITY", AcademicYear{2015}))
        QVERIFY(code.code != u"AWEL");
}

void TestCodes::whatAnswersNothing_data()
{
    using catalogue::Answer;
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("answer");
    const auto row = [](const char* set, const char* code, Answer answer) {
        QTest::addRow("%s %s", set, code) << QString::fromLatin1(set) << QString::fromLatin1(code) << int(answer);
    };
    row("ETHNICITY", "REFU", Answer::Refused);
    row("ETHNICITY", "nobt", Answer::NotObtained);
    row("ETHNICITY", "MISS", Answer::Artefact);
    row("ETHNICITY", "WBRI", Answer::Given);
    row("ETHNIC_EXT", "REFU", Answer::Refused);
    row("ETHNIC_EXT", "MISS", Answer::Given); // no code of that list
    row("LANGUAGE", "ENB", Answer::Believed);
    row("LANGUAGE", "ENG", Answer::Given);
    row("SERVICE_CHILD", "U", Answer::NotObtained);
    row("ATTENDANCE_PRE2024", "U", Answer::Given); // the letter alone says nothing
    row("NO_SUCH_SET", "REFU", Answer::Given);
}

void TestCodes::whatAnswersNothing()
{
    QFETCH(const QString, set);
    QFETCH(const QString, code);
    QFETCH(const int, answer);
    QCOMPARE(int(catalogue::answerOf(set, code)), answer);
    for (const catalogue::Code& one : catalogue::codes(set))
        if (one.code == code)
            QCOMPARE(int(one.answer), answer);
}

// What a label calls refused or missing is no answer, in whatever list it stands.
void TestCodes::everyRefusalIsMarked()
{
    for (const auto set : {u"ETHNICITY", u"ETHNIC_EXT", u"ETHNICITY_CIN_2009", u"LANGUAGE", u"FIRST_LANGUAGE",
                           u"LANGUAGE_GROUP_MINOR", u"NATIONALITY", u"SERVICE_CHILD"})
        for (const catalogue::Code& code : catalogue::codes(set)) {
            bool silent = false;
            for (const auto word : {"refused"_L1, "not obtained"_L1, "not yet obtained"_L1, "missing"_L1, "invalid"_L1,
                                    "not applicable"_L1, "pending"_L1, "unknown"_L1, "believed"_L1})
                silent = silent || code.label.contains(word, Qt::CaseInsensitive);
            QVERIFY2(silent == (code.answer != catalogue::Answer::Given), qPrintable(code.set + u' ' + code.code));
        }
    const Meaning meaning = catalogue::meaningOf(itemCalled(u"EthnicGroupMinor_[term][yy]"_s), AcademicYear{2009}, u"REFU");
    QVERIFY(meaning.known);
    QCOMPARE(int(meaning.answer), int(catalogue::Answer::Refused));
}

void TestCodes::allowed_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("raw");
    QTest::addColumn<int>("fit");
    QTest::addColumn<QString>("label");
    const auto row = [](const char* printed, const char* raw, AllowedCodes::Fit fit, const char* label = "") {
        QTest::addRow("%s: %s", printed, raw)
            << QString::fromUtf8(printed) << QString::fromLatin1(raw) << static_cast<int>(fit)
            << QString::fromUtf8(label);
    };
    using Fit = AllowedCodes::Fit;
    row("M = Male; F = Female", "M", Fit::Labelled, "Male");
    row("M = Male; F = Female", "f", Fit::Labelled, "Female");
    row("M = Male; F = Female", "X", Fit::Absent);
    row("0 (Not Included) ; 1 (Included)", "1", Fit::Labelled, "Included");
    row("1 - English as 1st language; 2 - English as additional language (EAL) ; 3 - Unclassified", "2", Fit::Labelled,
        "English as additional language (EAL)");
    row("0–Indicates the qualification has been included; 1–indicates it has not", "0", Fit::Labelled,
        "Indicates the qualification has been included");
    row("T (True), F(False), N(Not Assessed), NULL", "N", Fit::Labelled, "Not Assessed");
    row("1=Result discounted; 0=Otherwise", "0", Fit::Labelled, "Otherwise");
    row("BLW Below the standard of the pre-key stage; HNM Has not met the standard", "HNM", Fit::Labelled,
        "Has not met the standard");
    row("A=Absent; M=Missing; 0-50", "A", Fit::Labelled, "Absent");
    row("A=Absent; M=Missing; 0-50", "37", Fit::Listed);
    row("A=Absent; M=Missing; 0-50", "51", Fit::Absent);
    row("N, 0 - 9", "9", Fit::Listed);
    row("N, 0 - 9", "N", Fit::Listed);
    row("0 to 11", "11", Fit::Listed);
    row("0 to 11", "12", Fit::Absent);
    row("*,A,B,C,D,E,F,G,Q,U", "*", Fit::Listed);
    row("-3 to 6", "-2", Fit::Listed);
    row("R = Reception; 1-14 = Years 1 to 14", "5", Fit::Listed);
    row("", "1", Fit::NoList);
    row("to 2dp", "1", Fit::NoList);
    row("Numeric", "A", Fit::Absent);
    row("As for GA_BIOLOGY", "A", Fit::NoList);
    row("See School Types tab for the list of values", "1", Fit::NoList);
}

void TestCodes::allowed()
{
    QFETCH(const QString, printed);
    QFETCH(const QString, raw);
    QFETCH(const int, fit);
    QFETCH(const QString, label);
    const AllowedCodes found = catalogue::lookUpAllowed(printed, raw);
    QCOMPARE(static_cast<int>(found.fit), fit);
    QCOMPARE(found.label, label);
}

void TestCodes::scalesAreWhole()
{
    QCOMPARE(catalogue::scales().size(), std::size_t(36));
    for (const catalogue::Scale& scale : catalogue::scales()) {
        QVERIFY2(!scale.title.isEmpty() && !scale.keyStage.isEmpty(), qPrintable(scale.system));
        QVERIFY2(!scale.steps.empty() || (scale.minimum && scale.maximum), qPrintable(scale.system));
        QCOMPARE(catalogue::scale(scale.system), &scale);
        for (const catalogue::ScaleStep& step : scale.steps)
            QCOMPARE(step.system, scale.system);
    }
    QVERIFY(!catalogue::scale(u"NOPE"));
    QVERIFY(!catalogue::scale(u""));
}

void TestCodes::scaleOfItem_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("collection");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("system");
    const auto row = [](const char* item, const char* collection, int year, const char* raw, const char* system) {
        QTest::addRow("%s %d %s", item, year, raw)
            << QString::fromLatin1(item) << QString::fromLatin1(collection) << year << QString::fromLatin1(raw)
            << QString::fromLatin1(system);
    };
    row("KS1_READING", "KS1", 2009, "2B", "KS1_LEVEL");
    row("KS1_READING", "KS1", 2009, "P5", "P_SCALE");
    row("KS1_READ_OUTCOME", "KS1", 2016, "EXS", "KS1_TA_2016");
    row("KS1_READ_OUTCOME", "KS1", 2017, "EXS", "KS1_TA_2016");
    row("KS1_READ_OUTCOME", "KS1", 2018, "EXS", "KS1_TA_2019");
    row("READ_OUTCOME", "KS1", 2018, "PK2", "KS1_TA_2019");
    row("KS1_READ_OUTCOME", "KS1", 2009, "EXS", "");
    row("KS2_ENGLEV", "KS2", 2008, "5", "KS2_LEVEL");
    row("KS2_SCITALEV", "KS2", 2008, "5", "KS2_LEVEL");
    row("KS2_READSCORE", "KS2", 2016, "104", "KS2_SCALED");
    row("KS2_READOUTCOME", "KS2", 2016, "AS", "KS2_TEST_OUTCOME");
    row("KS2_WRITTAOUTCOME", "KS2", 2016, "GDS", "KS2_TA_2016");
    row("KS2_WRITTAOUTCOME", "KS2", 2018, "GDS", "KS2_TA_2019");
    row("KS2_READTAOUTCOME", "KS2", 2018, "HNM", "KS2_TA_2019");
    row("KS2_MATMRK", "KS2", 2016, "87", "KS2_MARK");
    row("KS2_PSENG", "KS2", 2011, "P2i", "P_SCALE");
    row("KS3_MATLEV", "KS3", 2006, "6", "KS3_LEVEL");
    row("FSP_PSE_AS1", "EYFSP", 2008, "7", "EYFSP_SCALE");
    row("KS5_GAS_HIST", "KS5", 2012, "B", "AS_LEVEL");
    row("KS4_BTECENG_CERS", "KS4", 2010, "M", "BTEC_FIRST");
    row("HE_XCLASS01", "HESA", 2015, "2", "DEGREE_CLASS");
    row("FSP_COM_G01", "EYFSP", 2014, "2", "EYFSP_ELG_2012");
    row("FSP_COM_E01", "EYFSP", 2022, "2", "EYFSP_ELG_2021");
    row("FSP_COM_E01", "EYFSP", 2014, "2", "");
    row("FSP_GLD", "EYFSP", 2014, "1", "GLD");
    row("KS4_APART", "KS4", 2010, "B", "GCSE_AG");
    row("KS4_APART_91", "KS4", 2018, "7", "GCSE_9_1");
    row("KS4_GRADE", "KS4", 2010, "A*", "GCSE_AG");
    row("KS4_GRADE", "KS4", 2017, "B", "GCSE_AG");
    row("KS4_GRADE", "KS4", 2017, "7", "GCSE_9_1");
    row("KS4_GRADE", "KS4", 2017, "U", ""); // in both: the result alone does not tell
    row("KS4_GRADE", "KS4", 2010, "AB", "GCSE_AG_DOUBLE");
    row("KS4_GRADE", "KS4", 2010, "**", "GCSE_AG_DOUBLE");
    row("KS4_GRADE", "KS4", 2010, "U", "GCSE_AG"); // a double award has it too
    row("KS4_GRADE", "KS4", 2010, "AD", "");       // no step between two grades
    row("KS4_APVBUS", "KS4", 2010, "CC", "GCSE_AG_DOUBLE");
    row("KS4_APVBUS", "KS4", 2010, "U", "GCSE_AG_DOUBLE");
    row("KS4_APDSCI", "KS4", 2010, "B", "GCSE_AG");
    row("KS4_APDSCI_PTQ", "KS4", 2013, "BC", "GCSE_AG_DOUBLE");
    row("KS4_APCOMBSCI_91", "KS4", 2018, "6-5", "GCSE_9_1_DOUBLE");
    row("KS4_APCOMBSCI_91", "KS4", 2018, "65", "GCSE_9_1_DOUBLE");
    row("KS5_VDA_BUS", "KS5", 2005, "AB", "ALEVEL_DOUBLE");
    row("KS5_GDAS_ICT", "KS5", 2008, "N", "AS_LEVEL_DOUBLE");
    row("KS4_ATT8", "KS4", 2017, "45.5", "ATTAINMENT8");
    row("KS5_GA_BIOLOGY", "KS5", 2010, "A", "ALEVEL");
    row("FormMark", "MTC", 2022, "25", "MTC_MARK");
    // No results: counts, points, flags, prior attainment of another year, an ethnic group with the letters AP.
    row("KS4_PASS_94", "KS4", 2018, "8", "");
    row("KS4_POINTS", "KS4", 2010, "46", "");
    row("KS2_READEXP", "KS2", 2016, "1", "");
    row("KS4_KS2READSCORE", "KS4", 2020, "104", "");
    row("KS4_APKN", "KS4", 2010, "1", "");
    row("KS4_P8SCORE", "KS4", 2018, "0.4", "");
    row("KS5_GAS_BIOLOGY", "KS5", 2010, "A", "AS_LEVEL");
    row("FSP_PSRN_TOTAL", "EYFSP", 2008, "20", "");
    row("Gender_[term][yy]", "SC", 2010, "F", "");
}

void TestCodes::scaleOfItem()
{
    QFETCH(const QString, item);
    QFETCH(const QString, collection);
    QFETCH(const int, year);
    QFETCH(const QString, raw);
    QFETCH(const QString, system);
    const Item field = itemCalled(item, collection);
    QVERIFY(!field.name.isEmpty());
    const catalogue::Scale* scale = catalogue::scaleOf(field, AcademicYear{year}, raw);
    QCOMPARE(scale ? scale->system : QString(), system);
}

void TestCodes::steps_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("raw");
    QTest::addColumn<double>("rank");
    QTest::addColumn<bool>("expected");
    QTest::newRow("level") << u"KS2_LEVEL"_s << u"4"_s << 4.0 << true;
    QTest::newRow("level below") << u"KS2_LEVEL"_s << u"3"_s << 3.0 << false;
    QTest::newRow("2b") << u"KS1_LEVEL"_s << u"2b"_s << 3.0 << true;
    QTest::newRow("score on the bar") << u"KS2_SCALED"_s << u"100"_s << 100.0 << true;
    QTest::newRow("score under it") << u"KS2_SCALED"_s << u"99"_s << 99.0 << false;
    QTest::newRow("A* as printed") << u"GCSE_AG"_s << u"*"_s << 8.0 << true;
    QTest::newRow("A*") << u"GCSE_AG"_s << u"A*"_s << 8.0 << true;
    QTest::newRow("4 of 9") << u"GCSE_9_1"_s << u"4"_s << 4.0 << true;
    QTest::newRow("3 of 9") << u"GCSE_9_1"_s << u"3"_s << 3.0 << false;
    QTest::newRow("mark") << u"PHONICS_MARK"_s << u"31"_s << 31.0 << false;
    QTest::newRow("blanks") << u"KS2_LEVEL"_s << u" 5 "_s << 5.0 << true;
}

void TestCodes::steps()
{
    QFETCH(const QString, system);
    QFETCH(const QString, raw);
    QFETCH(const double, rank);
    QFETCH(const bool, expected);
    const catalogue::Scale* scale = catalogue::scale(system);
    QVERIFY(scale);
    const auto step = catalogue::stepOf(*scale, raw);
    QVERIFY(step);
    QCOMPARE(step->rank, rank);
    QCOMPARE(step->expected, expected);
    QCOMPARE(step->kind, StepKind::Result);
}

void TestCodes::resultsThatAreNone()
{
    for (const auto& [system, raw] : {std::pair("KS2_LEVEL", "A"), std::pair("KS1_TA_2016", "D"),
                                      std::pair("GCSE_AG", "X"), std::pair("PHONICS_OUTCOME", "A"),
                                      std::pair("KS1_TA_2019", "EM")}) {
        const auto step = catalogue::stepOf(*catalogue::scale(QString::fromLatin1(system)), QString::fromLatin1(raw));
        QVERIFY(step);
        QCOMPARE(step->kind, StepKind::NoResult);
        QVERIFY(!step->expected);
    }
    QVERIFY(!catalogue::stepOf(*catalogue::scale(u"KS2_LEVEL"), u"77"));
    QVERIFY(!catalogue::stepOf(*catalogue::scale(u"KS2_SCALED"), u"121"));
    QVERIFY(!catalogue::stepOf(*catalogue::scale(u"KS2_SCALED"), u""));
    // The letter of two sizes of award has no one place.
    QVERIFY(!catalogue::stepOf(*catalogue::scale(u"BTEC_L1_L2"), u"M"));
}

void TestCodes::belowTheScale()
{
    for (const char* raw : {"B", "N"})
        QCOMPARE(catalogue::stepOf(*catalogue::scale(u"KS2_LEVEL"), QString::fromLatin1(raw))->kind,
                 StepKind::BelowScale);
    QCOMPARE(catalogue::stepOf(*catalogue::scale(u"KS3_LEVEL"), u"W")->kind, StepKind::BelowScale);
}

void TestCodes::benchmarks()
{
    QCOMPARE(catalogue::scale(u"KS2_LEVEL")->expectedFrom, std::optional(4.0));
    QCOMPARE(catalogue::scale(u"KS2_SCALED")->expectedFrom, std::optional(100.0));
    QCOMPARE(catalogue::scale(u"GCSE_9_1")->expectedFrom, std::optional(4.0));
    QCOMPARE(catalogue::scale(u"KS3_LEVEL")->expectedFrom, std::optional(4.0)); // level 5 is the fifth step
    QVERIFY(!catalogue::scale(u"MTC_MARK")->expectedFrom);
    QVERIFY(catalogue::scale(u"KS2_SCALED")->steps.empty());
    QCOMPARE(catalogue::scale(u"KS2_SCALED")->minimum, std::optional(80.0));
}

void TestCodes::gradings()
{
    using catalogue::Grading;
    QVERIFY(catalogue::gradeWords(Grading::Tier, u"1").meaning.contains(u"highly sensitive"));
    QVERIFY(catalogue::gradeWords(Grading::Risk, u"1").meaning.contains(u"Instant identifier"));
    QVERIFY(catalogue::gradeWords(Grading::Sensitivity, u"b").meaning.contains(u"Highly sensitive"));
    for (const char* grade : {"1", "2", "3", "4"})
        QVERIFY(!catalogue::gradeWords(Grading::Tier, QString::fromLatin1(grade)).source.isEmpty());
    for (const char* grade : {"1", "2", "3", "4", "5"})
        QVERIFY(!catalogue::gradeWords(Grading::Risk, QString::fromLatin1(grade)).source.isEmpty());
    for (const char* grade : {"A", "B", "C", "D", "E"})
        QVERIFY(!catalogue::gradeWords(Grading::Sensitivity, QString::fromLatin1(grade)).source.isEmpty());
    QVERIFY(catalogue::gradeWords(Grading::Tier, u"5").meaning.isEmpty());
    QVERIFY(catalogue::gradeWords(Grading::Sensitivity, u"").meaning.isEmpty());
}

QTEST_GUILESS_MAIN(TestCodes)
#include "tst_codes.moc"
