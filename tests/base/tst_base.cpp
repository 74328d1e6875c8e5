// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/digest.h"
#include "base/exit_status.h"
#include "base/masked_text.h"
#include "base/result.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

base::Result<int> failing()
{
    return base::fail(base::ErrorKind::Damaged, u"broken"_s);
}

base::Result<int> passing()
{
    return 7;
}

base::Result<int> tried(base::Result<int> (*first)())
{
    BASE_TRY(first());
    return 1;
}

} // namespace

class TestBase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exitStatusOfEveryKind_data();
    void exitStatusOfEveryKind();
    void exitStatusesAreOneTable();
    void digestOfFips_data();
    void digestOfFips();
    void digestInPieces();
    void maskedNumbers_data();
    void maskedNumbers();
    void maskedWholeTellsNothing();
    void fixedClock();
    void runningClock();
    void errorsPassThrough();
};

void TestBase::exitStatusOfEveryKind_data()
{
    using base::ErrorKind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](ErrorKind kind, int status, const char* word) {
        QTest::newRow(word) << static_cast<int>(kind) << status << QByteArray(word);
    };
    // The promise to scripts: written out a second time, so that a change of the table is noticed.
    row(ErrorKind::Usage, 2, "usage");
    row(ErrorKind::WouldOverwrite, 2, "would_overwrite");
    row(ErrorKind::WrongPassphrase, 3, "wrong_passphrase");
    row(ErrorKind::NotAnExtract, 4, "not_an_extract");
    row(ErrorKind::Damaged, 5, "damaged");
    row(ErrorKind::InUse, 6, "in_use");
    row(ErrorKind::InputUnreadable, 7, "input_unreadable");
    row(ErrorKind::DiskOrPermission, 8, "disk_or_permission");
    row(ErrorKind::ChoiceNeeded, 9, "choice_needed");
    row(ErrorKind::NewerFormat, 10, "newer_format");
    row(ErrorKind::NotEnoughMemory, 11, "not_enough_memory");
    row(ErrorKind::ReadOnly, 12, "read_only");
    row(ErrorKind::Stopped, 130, "stopped");
}

void TestBase::exitStatusOfEveryKind()
{
    QFETCH(const int, kind);
    QFETCH(const int, status);
    QFETCH(const QByteArray, word);
    const base::ExitStatus& row = base::exitStatus(static_cast<base::ErrorKind>(kind));
    QCOMPARE(static_cast<int>(row.kind), kind);
    QCOMPARE(row.status, status);
    QCOMPARE(QByteArray(row.word), word);
}

void TestBase::exitStatusesAreOneTable()
{
    QSet<int> kinds;
    QSet<QByteArray> words;
    for (const base::ExitStatus& row : base::exitStatuses) {
        kinds.insert(static_cast<int>(row.kind));
        words.insert(row.word);
        QVERIFY2(row.status != base::exitDone && row.status != base::exitNothingFound, row.word);
    }
    QCOMPARE(kinds.size(), qsizetype(base::exitStatuses.size()));
    QCOMPARE(words.size(), qsizetype(base::exitStatuses.size()));
    // Every kind has a row: the last of the enumeration is as far as the table goes.
    QCOMPARE(static_cast<int>(base::ErrorKind::Stopped) + 1, int(base::exitStatuses.size()));
}

void TestBase::digestOfFips_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("hex");
    // NIST's example values for SHA-256 (FIPS 180).
    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("one block") << QByteArray("abc")
                               << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million a") << QByteArray(1000000, 'a')
                                 << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestBase::digestOfFips()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, hex);
    QCOMPARE(base::sha256(bytes).toHex(), hex);
}

void TestBase::digestInPieces()
{
    base::Sha256 sum;
    sum.add("a");
    sum.add("");
    sum.add("bc");
    QCOMPARE(sum.finish(), base::sha256("abc"));
}

void TestBase::maskedNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("masked");
    QTest::newRow("upn") << u"N000260000031"_s << u"N••••••••••31"_s;
    QTest::newRow("six") << u"123456"_s << u"1•••56"_s;
    QTest::newRow("five are hidden whole") << u"12345"_s << u"•••••"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestBase::maskedNumbers()
{
    QFETCH(const QString, number);
    QFETCH(const QString, masked);
    QCOMPARE(base::maskedNumber(number), masked);
}

void TestBase::maskedWholeTellsNothing()
{
    QCOMPARE(base::maskedWhole(), u"••••••"_s);
}

void TestBase::fixedClock()
{
    const base::Clock clock(QDate(2024, 2, 29));
    QCOMPARE(clock.today(), QDate(2024, 2, 29));
    QCOMPARE(clock.now(), QDateTime(QDate(2024, 2, 29), QTime(12, 0), QTimeZone::utc()));
    QCOMPARE(clock.now(), clock.now());
}

void TestBase::runningClock()
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    const QDateTime now = base::Clock().now();
    QVERIFY(now >= before && now <= QDateTime::currentDateTimeUtc());
    QCOMPARE(now.time().msec(), 0);
    QCOMPARE(now.timeSpec(), Qt::UTC);
}

void TestBase::errorsPassThrough()
{
    const auto failed = tried(failing);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, base::ErrorKind::Damaged);
    QCOMPARE(failed.error().message, u"broken"_s);
    QCOMPARE(tried(passing).value(), 1);
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
