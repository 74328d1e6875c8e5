// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nothing of the tables the catalogue was written from may get lost. Skipped where those tables are not at hand.
#include "catalogue/code_sets.h"
#include "catalogue/collections.h"
#include "catalogue/items.h"
#include "catalogue/scales.h"
#include "catalogue/tiers.h"

#include "csv_rows.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::AcademicYear;
using catalogue::Item;

namespace {

QList<QHash<QString, QString>> rowsOf(const char* file)
{
    return csvRows(QStringLiteral(TESTS_DOMAIN "/") + QString::fromLatin1(file));
}

QString startOf(const std::optional<AcademicYear>& year)
{
    return year ? year->text() : QString();
}

} // namespace

class TestDomain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDictionaryRow();
    void everyDownloadColumn();
    void everyChosenMeaning();
    void everyCode();
    void everyStep();
    void everyYearOfEveryCollection();
    void everyGrade();
};

void TestDomain::initTestCase()
{
    if (!QFileInfo::exists(QStringLiteral(TESTS_DOMAIN)))
        QSKIP("the tables the catalogue was written from are not at hand");
}

void TestDomain::everyDictionaryRow()
{
    const auto rows = rowsOf("npd_variables_full.csv");
    QCOMPARE(rows.size(), 5706);
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const auto& row = rows[n];
        const Item item = catalogue::item({int(n)});
        QCOMPARE(item.name, row[u"npd_alias"_s].trimmed());
        QCOMPARE(item.fieldReference, row[u"field_reference"_s]);
        QCOMPARE(item.yearsAsPrinted, row[u"years_as_printed"_s]);
        QCOMPARE(item.category, row[u"category"_s]);
        QCOMPARE(item.identificationRisk, row[u"identification_risk"_s]);
        QCOMPARE(item.sensitivity, row[u"sensitivity"_s]);
        if (row[u"old_tier"_s] != u"n/a")
            QCOMPARE(item.tier, row[u"old_tier"_s]);
        if (AcademicYear::parse(row[u"first_year"_s]))
            QCOMPARE(startOf(item.first), row[u"first_year"_s]);
        if (AcademicYear::parse(row[u"last_year"_s]))
            QCOMPARE(startOf(item.last), row[u"last_year"_s]);
        if (!row[u"concept"_s].isEmpty())
            QVERIFY2(!item.meaning.isEmpty(), qPrintable(item.name));
        if (!row[u"allowed_codes"_s].isEmpty())
            QVERIFY2(!item.allowedCodes.isEmpty(), qPrintable(item.name));
    }
}

void TestDomain::everyDownloadColumn()
{
    const auto rows = rowsOf("giap_extract_columns.csv");
    QCOMPARE(rows.size(), 718);
    const int first = catalogue::itemCount() - int(rows.size());
    int meant = 0;
    for (qsizetype n = 0; n < rows.size(); ++n) {
        const Item item = catalogue::item({first + int(n)});
        QCOMPARE(item.name, rows[n][u"column"_s]);
        QCOMPARE(item.dataset, u"giap:"_s + rows[n][u"dataset"_s]);
        meant += item.meaning.isEmpty() ? 0 : 1;
    }
    QVERIFY2(meant >= 695, qPrintable(QString::number(meant)));
}

void TestDomain::everyChosenMeaning()
{
    const auto rows = rowsOf("npd_variables_core.csv");
    QCOMPARE(rows.size(), 252);
    for (const auto& row : rows) {
        const auto found = catalogue::resolve(row[u"variable"_s], {}, {});
        QVERIFY2(!found.empty(), qPrintable(row[u"variable"_s]));
        bool said = false;
        for (const catalogue::Candidate& candidate : found)
            said = said || catalogue::item(candidate.item).meaning == row[u"meaning"_s];
        QVERIFY2(said, qPrintable(row[u"variable"_s]));
    }
}

void TestDomain::everyCode()
{
    const auto rows = rowsOf("codesets.csv");
    QCOMPARE(rows.size(), 1352);
    for (const auto& row : rows) {
        const auto codes = catalogue::codes(row[u"set"_s]);
        const bool found = std::any_of(codes.begin(), codes.end(), [&](const catalogue::Code& code) {
            return code.code == row[u"code"_s]
                   && (code.label == row[u"label"_s] || row[u"set"_s] == u"BOOLEAN"); // "True" is said as "Yes"
        });
        QVERIFY2(found, qPrintable(row[u"set"_s] + u' ' + row[u"code"_s]));
    }
}

void TestDomain::everyStep()
{
    const auto rows = rowsOf("attainment_scales.csv");
    QCOMPARE(rows.size(), 233);
    for (const auto& row : rows) {
        const catalogue::Scale* scale = catalogue::scale(row[u"system"_s]);
        QVERIFY2(scale, qPrintable(row[u"system"_s]));
        const bool isEndOfNumbers = scale->minimum && row[u"kind"_s] == u"result";
        const auto holds = [&](const catalogue::Scale* one) {
            return one && std::any_of(one->steps.begin(), one->steps.end(), [&](const catalogue::ScaleStep& step) {
                return step.code == row[u"code"_s] && step.label == row[u"label"_s];
            });
        };
        // Teacher assessment has a ladder to 2018 and one from 2019; the list prints both as one.
        const bool found = holds(scale) || holds(catalogue::scale(QString(row[u"system"_s]).replace(u"_TA_2016"_s, u"_TA_2019"_s)));
        QVERIFY2(found || isEndOfNumbers, qPrintable(row[u"system"_s] + u' ' + row[u"code"_s]));
    }
}

void TestDomain::everyYearOfEveryCollection()
{
    using catalogue::YearState;
    const QHash<QString, YearState> states{{u"Y"_s, YearState::Listed},
                                           {u"P"_s, YearState::Partial},
                                           {u"C"_s, YearState::Cancelled},
                                           {u"S"_s, YearState::SeedOnly},
                                           {u"+"_s, YearState::BelievedToContinue},
                                           {u"N"_s, YearState::NotCollected},
                                           {u"?"_s, YearState::NotKnown}};
    const auto rows = rowsOf("sources_by_year_extended.csv");
    QCOMPARE(rows.size(), 30);
    int cells = 0;
    for (const auto& row : rows) {
        QVERIFY2(catalogue::collection(row[u"key"_s]), qPrintable(row[u"key"_s]));
        for (auto cell = row.cbegin(); cell != row.cend(); ++cell) {
            const auto year = AcademicYear::parse(cell.key());
            if (!year)
                continue;
            ++cells;
            QVERIFY(states.contains(cell.value()));
            QCOMPARE(catalogue::collectedIn(row[u"key"_s], *year), states[cell.value()]);
        }
    }
    QCOMPARE(cells, 30 * 31);
}

void TestDomain::everyGrade()
{
    using catalogue::Grading;
    const QHash<QString, Grading> schemes{{u"NPD tier"_s, Grading::Tier},
                                          {u"Identification risk"_s, Grading::Risk},
                                          {u"Sensitivity"_s, Grading::Sensitivity}};
    const auto rows = rowsOf("tiers_and_classes.csv");
    QCOMPARE(rows.size(), 14);
    for (const auto& row : rows)
        QCOMPARE(catalogue::gradeWords(schemes[row[u"scheme"_s]], row[u"code"_s]).meaning, row[u"meaning"_s]);
}

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
