// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "extract/database/connection.h"

#include <QDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using extract::Extract;

// Files made by SQLCipher 3.4.1 and by 4.6.1 lie in tests/data/extract; both must open with whichever is linked here.
// `tests/data/extract/make` writes the one of the release it runs on.
namespace {

const QString words = u"caf\u00e9 walnut ferry"_s;

std::vector<record::Entry> entries()
{
    return {sample::entry(u"school-census"_s, 2009, {sample::value(u"EthnicGroupMinor_SPR10"_s, u"WBRI"_s),
                                                     sample::value(u"FSMeligible_SPR10"_s, u"0"_s, 2, 2)}),
            sample::entry(u"school-census"_s, 2010, {sample::value(u"Odd"_s, QString(u"a"_s + QChar(0) + QChar(0xD800))),
                                                     sample::value(u"Zero"_s, u"  007"_s)})};
}

QString cipherVersion()
{
    const auto memory = extract::Connection::open({}, extract::Connection::Mode::Memory);
    if (!memory)
        return {};
    extract::Statement version = memory->prepare("PRAGMA cipher_version");
    return version.next() ? version.text(0).section(u' ', 0, 0) : QString();
}

base::Result<void> fill(Extract& made)
{
    auto imported = sample::import(made, u"a.csv"_s, "delivered a", entries());
    if (!imported)
        return tl::unexpected(imported.error());
    imported = sample::import(made, u"b.csv"_s, "delivered b", {entries().front()});
    if (!imported)
        return tl::unexpected(imported.error());
    BASE_TRY(made.setProperty(u"demo"_s, u"yes"_s));
    return made.note(u"export"_s, u"csv"_s);
}

int make(const QString& folder)
{
    const QString path = folder + u"/sqlcipher-"_s + cipherVersion() + u".pupilrecord"_s;
    auto options = sample::quick();
    options.overwrite = true;
    auto made = Extract::create(path, sample::passphrase(words), sample::person(), sample::clock(), options);
    if (!made || !fill(*made))
        return 1;
    std::printf("%s\n", qPrintable(path));
    return 0;
}

} // namespace

class TestVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(extract::protectProcess()); }

    void cipherIsThere() { QVERIFY(!cipherVersion().isEmpty()); }

    void opensHere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("3.4.1") << u"sqlcipher-3.4.1.pupilrecord"_s;
        QTest::newRow("4.6.1") << u"sqlcipher-4.6.1.pupilrecord"_s;
    }
    void opensHere()
    {
        QFETCH(QString, file);
        const QTemporaryDir folder;
        const QString path = folder.filePath(file);
        const QByteArray bytes = sample::contents(QStringLiteral(TESTS_DATA "/extract/") + file);
        QVERIFY(bytes.size() >= 4096 && bytes.size() < 200'000);
        QVERIFY(sample::write(path, bytes));
        record::Record before;
        {
            auto opened = Extract::open(path, sample::passphrase(words), sample::clock());
            SAMPLE_OK(opened);
            before = *opened->record();
            QCOMPARE(before.person, sample::person());
            QCOMPARE(before.documents.size(), std::size_t{2});
            QCOMPARE(before.entries.size(), std::size_t{2});
            QCOMPARE(before.entries[0].witnesses.size(), std::size_t{1});
            for (std::size_t i = 0; i < 2; ++i) {
                for (std::size_t k = 0; k < 2; ++k)
                    QVERIFY(before.entries[i].values[k].raw == entries()[i].values[k].raw);
            }
            QCOMPARE(opened->property(u"demo"_s).value_or(QString()), u"yes"_s);
            const auto report = opened->verify();
            SAMPLE_OK(report);
            QVERIFY(report->problems.empty());
            // Written here, then under another passphrase.
            SAMPLE_OK(sample::import(*opened, u"c.csv"_s, "c", {sample::entry(u"ks2"_s, 2015, {sample::value(u"Mark"_s, u"101"_s)})}));
            SAMPLE_OK(opened->changePassphrase(sample::passphrase(u"other"_s)));
            QVERIFY(opened->verify()->problems.empty());
        }
        const auto again = Extract::open(path, sample::passphrase(u"other"_s), sample::clock());
        SAMPLE_OK(again);
        const auto after = again->record();
        SAMPLE_OK(after);
        QCOMPARE(after->entries.size(), std::size_t{3});
        QVERIFY(after->entries[0] == before.entries[0]);
        QVERIFY(after->entries[1] == before.entries[1]);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments[1] == u"--make"_s)
        return make(arguments[2]);
    TestVersions test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_versions.moc"
