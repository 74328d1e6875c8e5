// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/collections.h"
#include "catalogue/find_field.h"
#include "catalogue/items.h"
#include "catalogue/name_key.h"

#include "csv_rows.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using catalogue::AcademicYear;
using catalogue::Candidate;
using catalogue::Item;
using catalogue::ItemId;
using catalogue::Term;

namespace {

// A name as a file would deliver it: the places of a pattern filled in.
QString delivered(QString pattern)
{
    return pattern.replace(u"[term]"_s, u"SPR"_s)
        .replace(u"[yy]"_s, u"14"_s, Qt::CaseInsensitive)
        .replace(u"[n]"_s, u"3"_s);
}

std::vector<Candidate> resolve(const QString& name, const QString& collection = {})
{
    return catalogue::resolve(name, collection, {});
}

bool holds(const std::vector<Candidate>& candidates, const QString& name, const QString& collection)
{
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        const Item item = catalogue::item(candidate.item);
        return item.name == name && item.collection == collection;
    });
}

} // namespace

class TestDictionary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyItemIsWhole();
    void everyNameFindsItsItem();
    void everyOldAliasFindsItsItem();
    void everyOtherNameFindsItsItem();
    void everyFieldReferenceFindsItsItem();
    void everyDownloadColumnIsKnown();
    void namesAsDelivered_data();
    void namesAsDelivered();
    void yearsAndTerms_data();
    void yearsAndTerms();
    void anonymousFormIsSeen();
    void hintDecides();
    void yearDecidesBetweenRows();
    void unknownNamesAreLeftAlone_data();
    void unknownNamesAreLeftAlone();
    void scoresAreOrdered();
    void canonicalNames();
    void foldedNames_data();
    void foldedNames();
    void globs();
    void downloadsAreRecognised_data();
    void downloadsAreRecognised();
    void tablesAreRecognised_data();
    void tablesAreRecognised();
    void otherTablesAreNot_data();
    void otherTablesAreNot();
    void flags_data();
    void flags();
    void searchFindsWords();
    void searchNeedsEveryWord();
    void searchRespectsTheLimit();
    void fieldsForHeadingsOnPaper();
    void fieldsForPlainWords();
};

void TestDictionary::everyItemIsWhole()
{
    QVERIFY(catalogue::itemCount() >= 5706 + 718);
    for (int n = 0; n < catalogue::itemCount(); ++n) {
        const Item item = catalogue::item({n});
        QCOMPARE(item.id, ItemId{n});
        QVERIFY2(!item.name.isEmpty() && !item.dataset.isEmpty(), qPrintable(QString::number(n)));
        QVERIFY2(catalogue::collection(item.collection), qPrintable(item.collection));
        QCOMPARE(item.meaning.isEmpty(), item.meaningSource.isEmpty());
        QVERIFY2(item.tier.isEmpty() || u"1234"_s.contains(item.tier), qPrintable(item.tier));
        QVERIFY(item.identificationRisk.isEmpty() || u"12345"_s.contains(item.identificationRisk));
        QVERIFY(item.sensitivity.isEmpty() || u"ABCDE"_s.contains(item.sensitivity));
    }
    QVERIFY(catalogue::item({-1}).name.isEmpty());
    QVERIFY(catalogue::item({catalogue::itemCount()}).name.isEmpty());
}

void TestDictionary::everyNameFindsItsItem()
{
    for (int n = 0; n < catalogue::itemCount(); ++n) {
        const Item item = catalogue::item({n});
        const auto found = resolve(delivered(item.name), item.collection);
        QVERIFY2(holds(found, item.name, item.collection), qPrintable(item.collection + u' ' + item.name));
        // …and the row itself can be reached, not only one of its name.
        QVERIFY2(std::any_of(found.begin(), found.end(), [n](const Candidate& c) { return c.item.n == n; }),
                 qPrintable(item.dataset + u' ' + item.name));
    }
}

void TestDictionary::everyOldAliasFindsItsItem()
{
    int tried = 0;
    for (int n = 0; n < catalogue::itemCount(); ++n) {
        const Item item = catalogue::item({n});
        if (item.oldAlias.isEmpty())
            continue;
        ++tried;
        QVERIFY2(holds(resolve(delivered(item.oldAlias), item.collection), item.name, item.collection),
                 qPrintable(item.oldAlias + u" of "_s + item.name));
    }
    QVERIFY(tried > 2000);
}

void TestDictionary::everyOtherNameFindsItsItem()
{
    int tried = 0;
    for (int n = 0; n < catalogue::itemCount(); ++n) {
        const Item item = catalogue::item({n});
        for (const QString& other : item.otherNames) {
            ++tried;
            QVERIFY2(holds(resolve(delivered(other), item.collection), item.name, item.collection),
                     qPrintable(other + u" of "_s + item.name));
        }
    }
    QVERIFY(tried >= 15);
}

void TestDictionary::everyFieldReferenceFindsItsItem()
{
    for (int n = 0; n < catalogue::itemCount(); ++n) {
        const Item item = catalogue::item({n});
        if (item.fieldReference.isEmpty())
            continue;
        QVERIFY2(holds(resolve(item.fieldReference, item.collection), item.name, item.collection),
                 qPrintable(item.fieldReference + u" of "_s + item.collection + u' ' + item.name));
    }
}

void TestDictionary::everyDownloadColumnIsKnown()
{
    int columns = 0;
    QSet<QString> kinds;
    for (int n = 0; n < catalogue::itemCount(); ++n) {
        const Item item = catalogue::item({n});
        if (!item.dataset.startsWith(u"giap:"))
            continue;
        ++columns;
        kinds.insert(item.dataset);
        const auto found = resolve(item.name.toLower(), item.dataset);
        QVERIFY2(!found.empty(), qPrintable(item.name));
        // Where the dictionary has the field under its full name, that comes first, so that a download and a
        // national table say the same thing of the same field.
        QCOMPARE(catalogue::item(found.front().item).collection, item.collection);
        QVERIFY(found.front().score >= 90);
    }
    QCOMPARE(columns, 718);
    QCOMPARE(kinds.size(), 12);
}

void TestDictionary::namesAsDelivered_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* hint, const char* expected) {
        QTest::addRow("%s in %s", name, *hint ? hint : "anything")
            << QString::fromLatin1(name) << QString::fromLatin1(hint) << QString::fromLatin1(expected);
    };
    row("EthnicGroupMinor_SPR14", "", "EthnicGroupMinor_[term][yy]");
    row("ETHNICGROUPMINOR_spr14", "", "EthnicGroupMinor_[term][yy]");
    row(" EthnicGroupMinor_AUT12 ", "SC", "EthnicGroupMinor_[term][yy]");
    row("FSMeligible_SPR2014", "SC", "FSMeligible_[term][yy]");
    row("FSMeligible_SPR", "SC", "FSMeligible_[term][yy]");
    row("FSMeligible", "SC", "FSMeligible_[term][yy]");
    row("fsm_07", "SC", "FSMeligible_[term][yy]");
    row("gend07a", "", "Gender_ab[yy]");
    row("MotherTongue_SPR02", "", "FirstLanguage_[term][yy]");
    row("FreeSchoolMeals_SPR02", "SC", "FSMeligible_[term][yy]");
    row("SENStage_ex02", "EXC", "SENstatus_ex[yy]");
    row("LAEstab_SPR15_anon", "SC", "LAEstab_[term][yy]_anon");
    row("PRU_Gender_SPR12", "", "PRU_Gender[yy]");
    row("Reason_1_ex12", "", "Reason_[n]_ex[yy]");
    row("Reason_12_EX12", "EXC", "Reason_[n]_ex[yy]");
    row("TermlyReasonI_Spring_ab13", "", "TermlyReasonI_Spring_ab[yy]");
    row("Gender_ab13", "ABS", "Gender_ab[yy]");
    row("KS2_READSCORE", "", "KS2_READSCORE");
    row("READSCORE", "KS2", "KS2_READSCORE");
    row("READSCORE", "giap:KS2", "KS2_READSCORE");
    row("UPN", "KS2", "KS2_UPN");
    row("UPN", "giap:CensusSpring", "UPN_[term][yy]");
    row("KS4_ATT8", "", "KS4_ATT8");
    row("KS4_OTH1", "KS4", "KS4_OTH1");
    row("CLA_LEGAL_STATUS", "", "cla_LEGAL STATUS");
    row("ks5_tgaegso", "", "ks5_TGAEGSO");
    row("FormMark", "MTC", "FormMark");
    // Endings of Key Stage 4 measures: exact where the table has them, else the measure without its ending.
    row("KS4_EBACC_94", "", "KS4_EBACC_94");
    row("KS4_ATT8_PTQ_EE", "", "KS4_ATT8");
}

void TestDictionary::namesAsDelivered()
{
    QFETCH(const QString, name);
    QFETCH(const QString, hint);
    QFETCH(const QString, expected);
    const auto found = resolve(name, hint);
    QVERIFY(!found.empty());
    QCOMPARE(catalogue::item(found.front().item).name, expected);
}

void TestDictionary::yearsAndTerms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("year");
    QTest::addColumn<int>("term");
    QTest::addColumn<int>("repeat");
    const auto row = [](const char* name, const char* year, Term term, int repeat) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(year) << static_cast<int>(term)
                            << repeat;
    };
    row("FSMeligible_SPR07", "2006/07", Term::Spring, 0);
    row("FSMeligible_SUM10", "2009/10", Term::Summer, 0);
    // Two digits after AUT may be either year: the file's own date decides, not the name.
    row("FSMeligible_AUT12", "", Term::Autumn, 0);
    row("fsm_07", "2006/07", Term::None, 0);
    row("Reason_3_ex12", "2011/12", Term::None, 3);
    row("SessionsPossible_Autumn_ab13", "2012/13", Term::Autumn, 0);
    row("KS2_READSCORE", "", Term::None, 0);
    row("KS4_PASS_94", "", Term::None, 0);
    row("EVERFSM_6_SPR13", "2012/13", Term::Spring, 0);
    row("Gender_SPR00", "1999/00", Term::Spring, 0);
}

void TestDictionary::yearsAndTerms()
{
    QFETCH(const QString, name);
    QFETCH(const QString, year);
    QFETCH(const int, term);
    QFETCH(const int, repeat);
    const auto found = resolve(name);
    QVERIFY(!found.empty());
    QCOMPARE(found.front().year ? found.front().year->text() : QString(), year);
    QCOMPARE(static_cast<int>(found.front().term), term);
    QCOMPARE(found.front().repeat, repeat);
}

void TestDictionary::anonymousFormIsSeen()
{
    QVERIFY(resolve(u"URN_SPR15_anon"_s, u"SC"_s).front().anonymised);
    QVERIFY(!resolve(u"URN_SPR15"_s, u"SC"_s).front().anonymised);
    // One row of the dictionary stands for both forms.
    QCOMPARE(catalogue::item(resolve(u"URN_SPR15"_s, u"SC"_s).front().item).name, u"URN_[term][yy]_anon"_s);
    // "Anonymous" is a word of its own.
    QVERIFY(!resolve(u"KS2_PupilMatchingRefAnonymous"_s).front().anonymised);
}

void TestDictionary::hintDecides()
{
    const auto census = resolve(u"Gender"_s, u"SC"_s);
    QCOMPARE(catalogue::item(census.front().item).collection, u"SC"_s);
    const auto absence = resolve(u"Gender"_s, u"ABS"_s);
    QCOMPARE(catalogue::item(absence.front().item).collection, u"ABS"_s);
    // A wrong hint does not hide a field that names its collection.
    QCOMPARE(catalogue::item(resolve(u"KS2_READSCORE"_s, u"SC"_s).front().item).collection, u"KS2"_s);
    QCOMPARE(resolve(u"KS2_READSCORE"_s, u"KS2"_s).front().score, 100);
    QVERIFY(resolve(u"KS2_READSCORE"_s, u"SC"_s).front().score < 100);
}

void TestDictionary::yearDecidesBetweenRows()
{
    // Printed twice: "2007/08 to 2015/16" and "2016/17 only".
    const auto rowFor = [](int start) {
        const auto found = catalogue::resolve(u"AP_APTypeDescription", u"AP", AcademicYear{start});
        return catalogue::item(found.front().item);
    };
    QCOMPARE(rowFor(2016).first, AcademicYear{2016});
    QCOMPARE(rowFor(2010).first, AcademicYear{2007});
    QCOMPARE(catalogue::item(*catalogue::itemNamed(u"AP_APTypeDescription", u"AP", AcademicYear{2016})).first,
             AcademicYear{2016});
}

void TestDictionary::unknownNamesAreLeftAlone_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"", " ", "Notes", "Favourite colour", "KS9_READSCORE", "14", "_", "_SPR14", "anon", "_anon",
                             "[term][yy]", "FSMeligible_SPR07_SPR08"})
        QTest::newRow(*name ? name : "empty") << QString::fromLatin1(name);
    QTest::newRow("long") << QString(100000, u'x');
    QTest::newRow("not Latin") << u"имя ученика"_s;
    QTest::newRow("a nul byte") << QString(QChar(0)) + u"UPN"_s + QChar(0);
}

void TestDictionary::unknownNamesAreLeftAlone()
{
    QFETCH(const QString, name);
    const auto found = resolve(name);
    if (name.contains(QChar(0))) { // blanked out, not a crash: the rest of the name may be found
        QVERIFY(found.size() <= 24);
        return;
    }
    QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(catalogue::item(found.front().item).name));
}

void TestDictionary::scoresAreOrdered()
{
    const auto found = resolve(u"UPN"_s);
    QVERIFY(found.size() > 3);
    QVERIFY(found.size() <= 24);
    QVERIFY(std::is_sorted(found.begin(), found.end(),
                           [](const Candidate& a, const Candidate& b) { return a.score > b.score; }));
}

void TestDictionary::canonicalNames()
{
    const auto census = catalogue::itemNamed(u"Gender_[term][yy]");
    QVERIFY(census);
    QCOMPARE(catalogue::item(*census).collection, u"SC"_s);
    QVERIFY(catalogue::itemNamed(u"gender_[TERM][yy]"));
    QVERIFY(!catalogue::itemNamed(u"Gender_[term][yy]", u"KS2"));
    QVERIFY(!catalogue::itemNamed(u"Gender_SPR14"));
    QVERIFY(!catalogue::itemNamed(u"gend_[yy]")); // an old alias is no canonical name
    QCOMPARE(catalogue::item(*catalogue::itemNamed(u"FormMark", u"MTC")).dataset, u"giap:MTC"_s);
}

void TestDictionary::foldedNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("stem");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("census") << QByteArray("EthnicGroupMinor_[term][yy]") << QByteArray("ethnicgroupminor<>")
                            << QByteArray("ethnicgroupminor") << QByteArray("ethnicgroupminor");
    QTest::newRow("anonymous") << QByteArray("LAEstab_[term][yy]_anon") << QByteArray("laestab<>")
                               << QByteArray("laestab") << QByteArray("laestab");
    QTest::newRow("anonymous inside") << QByteArray("PRU_LA[yy]_anon") << QByteArray("prula>") << QByteArray("prula")
                                      << QByteArray("pru_la");
    QTest::newRow("counted") << QByteArray("Reason_[n]_ex[yy]") << QByteArray("reason#ex>") << QByteArray("reasonex")
                             << QByteArray("reason");
    QTest::newRow("plain") << QByteArray("KS2_LAESTAB") << QByteArray("ks2laestab") << QByteArray("ks2laestab")
                           << QByteArray("ks2_laestab");
}

void TestDictionary::foldedNames()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, stem);
    QFETCH(const QByteArray, rule);
    const std::string text = name.toStdString();
    QCOMPARE(QByteArray::fromStdString(catalogue::nameKey(text)), key);
    QCOMPARE(QByteArray::fromStdString(catalogue::stemKey(text)), stem);
    QCOMPARE(QByteArray::fromStdString(catalogue::ruleName(text)), rule);
}

void TestDictionary::globs()
{
    QVERIFY(catalogue::matchesGlob("*laestab*", "ks2_laestab"));
    QVERIFY(catalogue::matchesGlob("ks?_urn", "ks4_urn"));
    QVERIFY(catalogue::matchesGlob("*", ""));
    QVERIFY(catalogue::matchesGlob("a*b*c", "axxbxxc"));
    QVERIFY(!catalogue::matchesGlob("ks?_urn", "ks4_urn_ac"));
    QVERIFY(!catalogue::matchesGlob("a*b*c", "axxcxxb"));
    QVERIFY(!catalogue::matchesGlob("", "a"));
}

void TestDictionary::downloadsAreRecognised_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("collection");
    QTest::addColumn<QStringList>("headings");
    QMap<QString, QStringList> columns;
    QMap<QString, QString> collections;
    for (int n = 0; n < catalogue::itemCount(); ++n) {
        const Item item = catalogue::item({n});
        if (!item.dataset.startsWith(u"giap:"))
            continue;
        collections[item.dataset] = item.collection;
        // The first column of each list names the record and does not stand in the file.
        if (!item.name.endsWith(u"OutputRecord"))
            columns[item.dataset].append(item.name);
    }
    QCOMPARE(columns.size(), 12);
    for (auto kind = columns.cbegin(); kind != columns.cend(); ++kind) {
        QTest::addRow("%s", qPrintable(kind.key())) << kind.key() << collections[kind.key()] << kind.value();
        QStringList lower;
        for (const QString& heading : kind.value())
            lower.prepend(heading.toLower());
        QTest::addRow("%s, lower case, backwards", qPrintable(kind.key()))
            << kind.key() << collections[kind.key()] << lower;
        QTest::addRow("%s, some columns of one's own", qPrintable(kind.key()))
            << kind.key() << collections[kind.key()]
            << QStringList(kind.value() + QStringList{u"Notes"_s, u"Form tutor"_s});
    }
}

void TestDictionary::downloadsAreRecognised()
{
    QFETCH(const QString, dataset);
    QFETCH(const QString, collection);
    QFETCH(const QStringList, headings);
    const auto guess = catalogue::recogniseDataset(headings);
    QVERIFY(guess);
    QCOMPARE(guess->dataset, dataset);
    QCOMPARE(guess->collection, collection);
    QVERIFY(guess->share > 0.7 && guess->share <= 1.0);
}

void TestDictionary::tablesAreRecognised_data()
{
    QTest::addColumn<QStringList>("headings");
    QTest::addColumn<QString>("dataset");
    QTest::newRow("census") << QStringList{u"PupilMatchingRefAnonymous_SPR14"_s, u"Gender_SPR14"_s,
                                           u"EthnicGroupMinor_SPR14"_s, u"FSMeligible_SPR14"_s, u"LAEstab_SPR14"_s,
                                           u"NCyearActual_SPR14"_s}
                            << u"SC_Pupil"_s;
    QTest::newRow("key stage 2") << QStringList{u"KS2_ACADYR"_s, u"KS2_UPN"_s, u"KS2_READSCORE"_s, u"KS2_MATSCORE"_s}
                                 << u"KS2"_s;
    QTest::newRow("exclusions") << QStringList{u"PupilMatchingRefAnonymous_ex12"_s, u"Reason_1_ex12"_s,
                                               u"Category_1_ex12"_s, u"Sessions_1_ex12"_s, u"Reason_2_ex12"_s}
                                << u"Exclusions"_s;
    QTest::newRow("absence") << QStringList{u"AcademicYear_ab13"_s, u"SessionsPossible_Autumn_ab13"_s,
                                            u"AuthorisedAbsence_Autumn_ab13"_s, u"Gender_ab13"_s}
                             << u"Absence"_s;
    QTest::newRow("in care") << QStringList{u"cla_CAT_NEED"_s, u"cla_PLACEMENT"_s, u"cla_LEGAL STATUS"_s}
                             << u"CLA"_s;
    QTest::newRow("old aliases") << QStringList{u"fsm_07"_s, u"gend_07"_s, u"laest_07"_s, u"ethg_07"_s}
                                 << u"SC_Pupil"_s;
}

void TestDictionary::tablesAreRecognised()
{
    QFETCH(const QStringList, headings);
    QFETCH(const QString, dataset);
    const auto guess = catalogue::recogniseDataset(headings);
    QVERIFY(guess);
    QCOMPARE(guess->dataset, dataset);
}

void TestDictionary::otherTablesAreNot_data()
{
    QTest::addColumn<QStringList>("headings");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("blank") << QStringList{QString(), u" "_s};
    QTest::newRow("identity alone") << QStringList{u"UPN"_s, u"Surname"_s, u"Forename"_s, u"DOB"_s};
    QTest::newRow("a school's own list") << QStringList{u"Name"_s, u"House"_s, u"Form tutor"_s, u"Locker"_s, u"UPN"_s};
    QTest::newRow("relational census table") << QStringList{u"PupilTableID"_s, u"PupilID"_s, u"ChosenName"_s, u"MiddleName"_s,
                                                            u"SchoolTableID"_s, u"NativeLanguageGroup"_s};
}

void TestDictionary::otherTablesAreNot()
{
    QFETCH(const QStringList, headings);
    const auto guess = catalogue::recogniseDataset(headings);
    QVERIFY2(!guess, guess ? qPrintable(guess->dataset) : "");
}

void TestDictionary::flags_data()
{
    QTest::addColumn<QString>("collection");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("locates");
    QTest::addColumn<bool>("aboutOthers");
    const auto rows = csvRows(QStringLiteral(TESTS_DATA "/catalogue/flags.csv"));
    QVERIFY(rows.size() > 60);
    for (const auto& row : rows)
        QTest::addRow("%s %s", qPrintable(row[u"collection"_s]), qPrintable(row[u"name"_s]))
            << row[u"collection"_s] << row[u"name"_s] << (row[u"locates"_s] == u"yes")
            << (row[u"about_others"_s] == u"yes");
}

void TestDictionary::flags()
{
    QFETCH(const QString, collection);
    QFETCH(const QString, name);
    QFETCH(const bool, locates);
    QFETCH(const bool, aboutOthers);
    const auto id = catalogue::itemNamed(name, collection);
    QVERIFY(id);
    QCOMPARE(catalogue::item(*id).locates, locates);
    QCOMPARE(catalogue::item(*id).aboutOthers, aboutOthers);
}

void TestDictionary::searchFindsWords()
{
    const auto found = catalogue::searchItems(u"ethnic"_s);
    QVERIFY(found.size() > 20);
    QVERIFY(catalogue::item(found.front()).name.startsWith(u"ethnic", Qt::CaseInsensitive));
    QSet<QString> seen;
    for (const ItemId id : found) {
        const Item item = catalogue::item(id);
        const QString key = item.dataset + u'/' + item.name;
        QVERIFY2(!seen.contains(key), qPrintable(key));
        seen.insert(key);
    }
    QVERIFY(!catalogue::searchItems(u"FSM_07"_s).empty() || !catalogue::searchItems(u"fsm_"_s).empty());
    QVERIFY(!catalogue::searchItems(u"MotherTongue"_s).empty()); // by a name of other years
    QVERIFY(!catalogue::searchItems(u"statement"_s).empty());    // by what its codes say
}

void TestDictionary::searchNeedsEveryWord()
{
    const auto both = catalogue::searchItems(u"reading scaled"_s);
    QVERIFY(!both.empty());
    QVERIFY(both.size() < catalogue::searchItems(u"reading"_s, 100000).size());
    QVERIFY(catalogue::searchItems(u"reading zebra"_s).empty());
    QVERIFY(catalogue::searchItems(QString()).empty());
    QVERIFY(catalogue::searchItems(u"   "_s).empty());
}

void TestDictionary::searchRespectsTheLimit()
{
    QCOMPARE(catalogue::searchItems(u"ks4"_s, 5).size(), std::size_t(5));
    QCOMPARE(catalogue::searchItems(u"ks4"_s).size(), std::size_t(200));
    QVERIFY(catalogue::searchItems(u"ks4"_s, 0).empty());
}

void TestDictionary::fieldsForHeadingsOnPaper()
{
    const auto field = catalogue::fieldNamed(u"ethnicgroupminor_spr10"_s, u"SC", AcademicYear{2009});
    QVERIFY(field);
    QCOMPARE(catalogue::item(*field).collection, u"SC"_s);
    QVERIFY(catalogue::item(*field).name.startsWith(u"EthnicGroupMinor"_s));
    // A heading that another collection owns, or nobody: free text.
    QVERIFY(!catalogue::fieldNamed(u"EthnicGroupMinor"_s, u"PHON", {}));
    QVERIFY(!catalogue::fieldNamed(u"What the teacher thinks"_s, u"SC", {}));
    QVERIFY(!catalogue::fieldNamed(QString(), u"SC", {}));
    // The whole meaning in words.
    const catalogue::Item known = catalogue::item(*field);
    const auto byMeaning = catalogue::fieldNamed(known.meaning.toUpper(), u"SC", AcademicYear{2009});
    QVERIFY(byMeaning);
    QCOMPARE(catalogue::item(*byMeaning).meaning, known.meaning);
}

void TestDictionary::fieldsForPlainWords()
{
    const auto fields = catalogue::fieldsLike(u"ethnic group"_s, u"SC", AcademicYear{2009});
    QVERIFY(!fields.empty());
    bool earlier = true;
    for (const ItemId id : fields) {
        const Item item = catalogue::item(id);
        QCOMPARE(item.collection, u"SC"_s);
        QVERIFY(!item.aboutOthers);
        // Fields of the year stand before those of other years.
        const bool now = (!item.first || *item.first <= AcademicYear{2009}) && (!item.last || AcademicYear{2009} <= *item.last);
        QVERIFY(earlier || !now || item.meaning.compare(u"ethnic group"_s, Qt::CaseInsensitive) == 0);
        earlier = now;
    }
    QVERIFY(catalogue::fieldsLike(u"ethnic"_s, u"SC", {}, 3).size() <= 3);
    QVERIFY(catalogue::fieldsLike(u"xylophone"_s, u"SC", {}).empty());
    QVERIFY(catalogue::fieldsLike(QString(), u"SC", {}).empty());
}

QTEST_GUILESS_MAIN(TestDictionary)
#include "tst_dictionary.moc"
