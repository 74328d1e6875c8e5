// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/identifiers.h"

#include "csv_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::IdentifierKind;
using catalogue::IdentifierReading;
using catalogue::Validity;

namespace {

IdentifierKind kindOf(const QString& word)
{
    if (word == u"UPN")
        return IdentifierKind::Upn;
    if (word == u"ULN")
        return IdentifierKind::Uln;
    if (word == u"UCI")
        return IdentifierKind::Uci;
    if (word == u"URN")
        return IdentifierKind::Urn;
    if (word == u"LAESTAB")
        return IdentifierKind::LaEstab;
    if (word == u"NCN")
        return IdentifierKind::CandidateCentre;
    return IdentifierKind::Unknown;
}

bool isKind(const IdentifierReading& reading, IdentifierKind kind)
{
    return reading.kind == kind || (kind == IdentifierKind::Upn && reading.kind == IdentifierKind::TemporaryUpn);
}

} // namespace

class TestIdentifiers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void lowerCaseIsReadAsUpper();
    void exampleNumbers();
    void unknownAuthorityIsARemark();
    void realAuthorityHasNoRemark();
    void placeholder();
    void oneDigitOutNeverPasses();
    void boardLettersAreNotChecked();
    void computationIsShown();
    void likeliestFirst();
    void words();
};

void TestIdentifiers::vectors_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("valid");
    const auto rows = csvRows(QStringLiteral(TESTS_DATA "/catalogue/identifier_vectors.csv"));
    QCOMPARE(rows.size(), 81);
    for (const auto& row : rows)
        QTest::addRow("%s %s", qPrintable(row[u"identifier"_s]), qPrintable(row[u"value"_s]))
            << row[u"identifier"_s] << row[u"value"_s] << (row[u"result"_s] == u"valid");
}

void TestIdentifiers::vectors()
{
    QFETCH(const QString, identifier);
    QFETCH(const QString, value);
    QFETCH(const bool, valid);
    const IdentifierKind kind = kindOf(identifier);

    // Roots without any possible check digit: none of the ten completions may pass.
    if (value.endsWith(u'?')) {
        for (int digit = 0; digit <= 9; ++digit)
            QCOMPARE(catalogue::readUln(value.chopped(1) + QString::number(digit)).validity, Validity::Invalid);
        return;
    }
    // Lower case is read as upper case: the vector says "normalise first; then passes".
    if (value == u"p207000016049") {
        QCOMPARE(catalogue::readUpn(value).validity, Validity::Valid);
        return;
    }
    const auto readings = catalogue::identify(value);
    QVERIFY(!readings.empty());
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [kind](const IdentifierReading& r) { return isKind(r, kind); });
    const bool accepted = found != readings.end() && found->validity != Validity::Invalid
                          && found->validity != Validity::Placeholder;
    QCOMPARE(accepted, valid);
    if (valid && identifier != u"NCN" && identifier != u"CANDNO")
        QVERIFY(found->validity == Validity::Valid || found->validity == Validity::Example);
    if (identifier == u"UPN")
        QCOMPARE(catalogue::readUpn(value).validity != Validity::Invalid, valid);
    if (identifier == u"UCI")
        QCOMPARE(catalogue::readUci(value).validity, valid ? Validity::Valid : Validity::Invalid);
}

void TestIdentifiers::lowerCaseIsReadAsUpper()
{
    QCOMPARE(catalogue::readUpn(u" e000000112001 "_s).validity, Validity::Example);
    QCOMPARE(catalogue::readUpn(u" e000000112001 "_s).number, u"e000000112001"_s);
}

void TestIdentifiers::exampleNumbers()
{
    for (const QString& number : {u"E000000112001"_s, u"M000000217345"_s, u"V000999924999"_s}) {
        const IdentifierReading reading = catalogue::readUpn(number);
        QCOMPARE(reading.validity, Validity::Example);
        QCOMPARE(reading.kind, IdentifierKind::Upn);
        QVERIFY(reading.why.contains(u"belongs to nobody"));
    }
    QCOMPARE(catalogue::readUpn(u"W00000019900T"_s).kind, IdentifierKind::TemporaryUpn);
    QCOMPARE(catalogue::readUpn(u"W00000019900T"_s).validity, Validity::Example);
    QCOMPARE(catalogue::identify(u"0004001"_s).front().validity, Validity::Example);
    // A wrong letter is wrong whatever the authority.
    QCOMPARE(catalogue::readUpn(u"F000000112001"_s).validity, Validity::Invalid);
}

void TestIdentifiers::unknownAuthorityIsARemark()
{
    const IdentifierReading reading = catalogue::readUpn(u"F099246805123"_s);
    QCOMPARE(reading.validity, Validity::Valid);
    QVERIFY(reading.why.contains(u"099"));
    QVERIFY(reading.why.contains(u"lists change"));
}

void TestIdentifiers::realAuthorityHasNoRemark()
{
    QVERIFY(!catalogue::readUpn(u"P207000016049"_s).why.contains(u"lists change"));
}

void TestIdentifiers::placeholder()
{
    const IdentifierReading reading = catalogue::readUln(u"9999999999"_s);
    QCOMPARE(reading.validity, Validity::Placeholder);
    QCOMPARE(catalogue::readUln(u"9999375358"_s).validity, Validity::Valid);
}

void TestIdentifiers::oneDigitOutNeverPasses()
{
    const QString right = u"E000000112001"_s;
    for (qsizetype at = 1; at < right.size(); ++at) {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString wrong = right;
            wrong[at] = QChar(digit);
            if (wrong != right)
                QCOMPARE(catalogue::readUpn(wrong).validity, Validity::Invalid);
        }
    }
}

void TestIdentifiers::boardLettersAreNotChecked()
{
    QCOMPARE(catalogue::readUci(u"12345A190001H"_s).validity, Validity::NotChecked);
    QCOMPARE(catalogue::readUci(u"123450190001H"_s).validity, Validity::Valid);
}

void TestIdentifiers::computationIsShown()
{
    // 2×2 + 0×3 + 7×4 + … + 9×13 = 266; 266 mod 23 = 13 = P: the help pages that print Q add up wrongly.
    const QString why = catalogue::readUpn(u"Q207000016049"_s).why;
    QVERIFY2(why.contains(u"= 266"), qPrintable(why));
    QVERIFY2(why.contains(u"remainder 13"), qPrintable(why));
    QVERIFY2(why.contains(u"should be P"), qPrintable(why));
}

void TestIdentifiers::likeliestFirst()
{
    QCOMPARE(catalogue::identify(u"E000000112001"_s).front().kind, IdentifierKind::Upn);
    QCOMPARE(catalogue::identify(u"681990012058G"_s).front().kind, IdentifierKind::Uci);
    QCOMPARE(catalogue::identify(u"2014001"_s).front().kind, IdentifierKind::LaEstab);
    QCOMPARE(catalogue::identify(u"1234567"_s).front().kind, IdentifierKind::Unknown); // rather a candidate number
    QCOMPARE(catalogue::identify(u"100000"_s).front().kind, IdentifierKind::Urn);
    QCOMPARE(catalogue::identify(u"12345"_s).front().kind, IdentifierKind::CandidateCentre);
    const auto nothing = catalogue::identify(u"hello"_s);
    QCOMPARE(nothing.size(), std::size_t(1));
    QCOMPARE(nothing.front().kind, IdentifierKind::Unknown);
    QCOMPARE(catalogue::identify(QString()).size(), std::size_t(1));
}

void TestIdentifiers::words()
{
    QCOMPARE(catalogue::identifierWord(IdentifierKind::TemporaryUpn), u"temporary_upn"_s);
    QCOMPARE(catalogue::identifierWord(IdentifierKind::Unknown), u"unknown"_s);
    QCOMPARE(catalogue::validityWord(Validity::Example), u"example"_s);
    QCOMPARE(catalogue::validityWord(Validity::NotChecked), u"not_checked"_s);
}

QTEST_GUILESS_MAIN(TestIdentifiers)
#include "tst_identifiers.moc"
