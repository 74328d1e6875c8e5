// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Deliveries that somebody locked, and documents made for eyes: opened with the password, or named.
#include "table_fixtures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2003, 5, 3));
const QByteArray table = "UPN,Surname,Forename,DOB,FSMeligible_SPR10\nA000000010001,Okafor-Hale,Mina,03/05/2003,1\n";

// spring.csv, locked by Info-ZIP with ZipCrypto and "river candle".
const QByteArray zipCrypto = QByteArray::fromBase64(
    "UEsDBBQACQAIAEEudl0P3ANEYwAAAHYAAAAKAAAAc3ByaW5nLmNzdvfkqrwBg7SUY1g4NSh9jVCxSHwWgI4AsvIvCWzJNOzGHQHuSXLuylljuydOAv2A"
    "uc9FTbEP9t3VAsIrGU/Tx5+njD6US1wv4zeMelzpSSUK+21q0BpwBZA2DDAd/OpVmqzxPVBLBwgP3ANEYwAAAHYAAABQSwECHgMUAAkACABBLnZdD9wD"
    "RGMAAAB2AAAACgAAAAAAAAABAAAApIEAAAAAc3ByaW5nLmNzdlBLBQYAAAAAAQABADgAAACbAAAAAAA=");

Password password(const char* text)
{
    const std::shared_ptr<char> kept(new char[std::strlen(text) + 1], std::default_delete<char[]>());
    std::strcpy(kept.get(), text);
    return kept;
}

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return path;
}

// Several tables, each locked with AES-256 and this password.
QString aesZip(const QTemporaryDir& folder, const char* secret)
{
    const QString path = folder.filePath(u"aes.zip"_s);
    int error = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const char* name : {"open.csv", "a.csv", "deep/b.csv"}) {
        zip_source_t* bytes = zip_source_buffer(archive, table.constData(), static_cast<zip_uint64_t>(table.size()), 0);
        const zip_int64_t at = zip_file_add(archive, name, bytes, 0);
        if (std::strcmp(name, "open.csv") != 0 &&
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, secret) != 0) {
            zip_discard(archive);
            return {};
        }
    }
    return zip_close(archive) == 0 ? path : QString();
}

// An OLE2 file whose directory names these streams, in a sector past the first 64 KiB.
QByteArray ole(const QStringList& streams)
{
    constexpr int sector = 512;
    constexpr int directory = 200;
    QByteArray bytes((directory + 2) * sector, '\0');
    std::memcpy(bytes.data(), "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes[30] = 9;
    bytes[48] = static_cast<char>(directory);
    qsizetype at = (directory + 1) * sector;
    for (const QString& name : streams) {
        for (qsizetype i = 0; i < name.size(); ++i)
            bytes[at + 2 * i] = name[i].toLatin1();
        bytes[at + 64] = static_cast<char>(2 * name.size() + 2);
        at += 128;
    }
    return bytes;
}

const QByteArray lockedManifest =
    "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data "
    "manifest:checksum-type=\"SHA256\"/></manifest:file-entry></manifest:manifest>";

} // namespace

class Locked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aesZipOpensWithItsPassword()
    {
        const QTemporaryDir folder;
        const QString path = aesZip(folder, "river candle");
        QVERIFY2(!path.isEmpty(), "libzip of both releases encrypts with AES");
        QVERIFY(needsPassword({path}));
        const auto source = openSource({path}, password("river candle"));
        QVERIFY2(source, source ? "" : qPrintable(source.error().message));
        QCOMPARE(source->parts.size(), std::size_t(3));
        const Outcome read = readParts(source->parts, mina);
        QVERIFY2(read.report, qPrintable(read.error()));
        QCOMPARE(read.sink.entries.size(), std::size_t(3));
        QCOMPARE(read.report->documents[2].document.container, u"aes.zip"_s);
    }

    void zipCryptoOpensWithItsPassword()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, u"weak.zip"_s, zipCrypto);
        QVERIFY(needsPassword({path}));
        const auto source = openSource({path}, password("river candle"));
        QVERIFY2(source, source ? "" : qPrintable(source.error().message));
        const Outcome read = readParts(source->parts, mina);
        QVERIFY2(read.report, qPrintable(read.error()));
        QCOMPARE(read.sink.raw(0, u"FSMeligible_SPR10"_s), u"1"_s);
    }

    void wrongPasswordIsNotTheSameAsNone()
    {
        const QTemporaryDir folder;
        for (const QString& path : {aesZip(folder, "river candle"), written(folder, u"weak.zip"_s, zipCrypto)}) {
            const auto none = openSource({path});
            QVERIFY(!none);
            QCOMPARE(none.error().kind, base::ErrorKind::InputUnreadable);
            QVERIFY2(none.error().message.contains(u"locked with a password"), qPrintable(none.error().message));
            const auto wrong = openSource({path}, password("candle river"));
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().kind, base::ErrorKind::WrongPassphrase);
            QVERIFY(!wrong.error().next.isEmpty());
        }
    }

    // ZipCrypto lets one wrong password in 256 pass at first: none of a thousand may come through.
    void noWrongPasswordSlipsThrough()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, u"weak.zip"_s, zipCrypto);
        for (int n = 0; n < 1000; ++n) {
            const auto wrong = openSource({path}, password(QByteArray("wrong " + QByteArray::number(n)).constData()));
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().kind, base::ErrorKind::WrongPassphrase);
        }
    }

    void nothingLockedNeedsNoPassword()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, u"open.zip"_s, zipped({{u"a.csv"_s, table}}));
        QVERIFY(!needsPassword({path}));
        QVERIFY(!needsPassword({written(folder, u"a.csv"_s, table), folder.filePath(u"not-there.zip"_s)}));
        QVERIFY(openSource({path}, password("not needed")));
    }

    void lockedDocumentsAreNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const QByteArray package = ole({u"Root Entry"_s, u"EncryptionInfo"_s, u"EncryptedPackage"_s});
        QTest::newRow("xlsx") << u"results.xlsx"_s << package << u"Excel workbook that is locked"_s;
        QTest::newRow("docx") << u"report.docx"_s << package << u"Word document that is locked"_s;
        QTest::newRow("no ending") << u"report"_s << package << u"Office file that is locked"_s;
        QTest::newRow("old workbook") << u"old.xls"_s << ole({u"Root Entry"_s, u"Workbook"_s}) << u"old Office"_s;
        QTest::newRow("pdf") << u"report.pdf"_s
                             << QByteArray("%PDF-1.6\n" + QByteArray(300'000, 'x') + "\ntrailer\n<< /Encrypt 12 0 R /Size 4 >>\n")
                             << u"PDF that is locked"_s;
        QTest::newRow("open pdf") << u"report.pdf"_s << QByteArray("%PDF-1.6\n/EncryptMetadata false\ntrailer << /Size 4 >>\n")
                                  << u"to read and write in yourself"_s;
        QTest::newRow("ods") << u"sheet.ods"_s
                             << zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
                                        {u"content.xml"_s, "\x8f\x03noise"},
                                        {u"META-INF/manifest.xml"_s, lockedManifest}})
                             << u"OpenDocument file that is locked"_s;
        QTest::newRow("odt") << u"letter.odt"_s
                             << zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"},
                                        {u"content.xml"_s, "\x8f\x03noise"},
                                        {u"META-INF/manifest.xml"_s, lockedManifest}})
                             << u"OpenDocument file that is locked"_s;
        QTest::newRow("wholly locked ods") << u"sheet.ods"_s
                                           << zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
                                                      {u"encrypted-package"_s, "noise"},
                                                      {u"META-INF/manifest.xml"_s, lockedManifest}})
                                           << u"OpenDocument file that is locked"_s;
        QTest::newRow("word") << u"report.docx"_s << zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, "<w/>"}})
                              << u"to read and write in yourself"_s;
        QTest::newRow("photo") << u"page.jpg"_s << QByteArray("\xFF\xD8\xFF\xE0 photo") << u"to read and write in yourself"_s;
    }
    void lockedDocumentsAreNamed()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const auto source = openSource({written(folder, name, bytes)});
        const base::Error error = source ? readParts(source->parts, mina).report.error() : source.error();
        QCOMPARE(error.kind, base::ErrorKind::InputUnreadable);
        QVERIFY2(error.message.contains(says), qPrintable(error.message));
        QVERIFY(error.message.contains(name));
        QVERIFY(!error.next.isEmpty());
        QVERIFY(!says.contains(u"locked") || error.next.contains(u"sk the sender"));
    }
};

QTEST_GUILESS_MAIN(Locked)
#include "tst_locked.moc"
