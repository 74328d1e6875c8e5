// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/key.h"
#include "extract/secret.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using extract::Secret;

namespace {

QByteArray bytesOf(const Secret& secret)
{
    return {secret.data(), static_cast<qsizetype>(secret.size())};
}

} // namespace

class TestSecret : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(extract::protectProcess()); }

    void composedAndDecomposedAreOne()
    {
        const QString composed = u"caf\u00e9"_s;
        const QString decomposed = u"cafe\u0301"_s;
        QCOMPARE(bytesOf(Secret::fromText(composed)), composed.toUtf8());
        QVERIFY(Secret::fromText(composed) == Secret::fromText(decomposed));
        QVERIFY(Secret::fromBytes(decomposed.toUtf8()) == Secret::fromText(composed));
        QVERIFY(!(Secret::fromText(u"cafe"_s) == Secret::fromText(composed)));
        QCOMPARE(decomposed.size(), 5); // the caller's own text is left to the caller
    }

    void oneLineBreakIsTakenOff()
    {
        QCOMPARE(bytesOf(Secret::fromBytes("walnut\n")), QByteArray("walnut"));
        QCOMPARE(bytesOf(Secret::fromBytes("walnut\r\n")), QByteArray("walnut"));
        QCOMPARE(bytesOf(Secret::fromBytes("walnut\n\n")), QByteArray("walnut\n"));
        QCOMPARE(bytesOf(Secret::fromBytes("walnut \r")), QByteArray("walnut \r"));
        QVERIFY(Secret::fromBytes("\n").isEmpty());
        // Two files that are no UTF-8 stay two passphrases.
        QVERIFY(!(Secret::fromBytes("a\xff") == Secret::fromBytes("a\xfe")));
    }

    void movesAndClones()
    {
        Secret one = Secret::fromText(u"tulip"_s);
        const Secret copy = one.clone();
        const Secret moved = std::move(one);
        QVERIFY(moved == copy);
        QVERIFY(moved.data() != copy.data());
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret() == Secret::fromText({}));
    }

    void wiping()
    {
        QString text(32, u'a');
        QString other = text;
        extract::wipe(text);
        QVERIFY(text.isEmpty());
        QCOMPARE(other, QString(32, u'a')); // a shared text is not pulled from under its other owner
        const QChar* characters = other.constData();
        const QString guard = other;
        Q_UNUSED(guard)
        QVERIFY(characters);
        QByteArray bytes("secret");
        extract::wipe(bytes);
        QVERIFY(bytes.isEmpty());
    }

    void strength()
    {
        QVERIFY(extract::passphraseBits({}) == 0);
        QVERIFY(extract::passphraseBits(u"password"_s) < 60);
        QVERIFY(extract::passphraseBits(u"aaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s) < 60);
        QVERIFY(extract::passphraseBits(u"abcdefghijklmnopqrstuvwxyz"_s) < 60);
        QVERIFY(extract::passphraseBits(u"walnut ferry tulip"_s) < 60);
        QVERIFY(extract::passphraseBits(u"walnut walnut walnut walnut walnut walnut"_s) < 60);
        QVERIFY(extract::passphraseBits(u"walnut ferry tulip magpie ribbon anchor"_s) >= 60);
        QVERIFY(extract::passphraseBits(u"q7!Lm2#xZ9-vR4"_s) >= 60);
    }

    void offeredWords()
    {
        QSet<QString> offers;
        for (int i = 0; i < 20; ++i) {
            const QString offered = extract::offeredPassphrase();
            QCOMPARE(offered.split(u' ').size(), 6);
            offers.insert(offered);
        }
        QCOMPARE(offers.size(), 20);
    }

    void wordList()
    {
        QFile file(u":/words/english.txt"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QByteArray> words;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray& line : lines) {
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            QVERIFY2(line.size() >= 3 && line.size() <= 10 && line == line.toLower(), line.constData());
            QVERIFY2(!words.contains(line), line.constData());
            words.insert(line);
        }
        QVERIFY(words.size() >= 2048);
    }

    void processIsProtected()
    {
        const mode_t mask = ::umask(077);
        QCOMPARE(mask, mode_t{077});
    }

    // The key text that SQLCipher gets: x'…', 64 digits of key and 32 of header.
    void keyText()
    {
        const auto key = extract::newKey(Secret::fromText(u"tulip"_s), 2);
        QVERIFY(key);
        const QByteArray text = bytesOf(key->sqlText());
        QCOMPARE(text.size(), 99);
        QVERIFY(text.startsWith("x'") && text.endsWith('\''));
        QCOMPARE(text.mid(2, 64), bytesOf(key->raw).toHex());
        QCOMPARE(text.mid(66, 6), QByteArray("b75052"));
        QCOMPARE(text.mid(72, 2), QByteArray("02"));
        QVERIFY(key->header.matches(key->raw));
        QVERIFY(!key->header.matches(Secret::fromText(QString(32, u'k'))));
    }

    // Pins the derivation: passphrase and salt give this key for ever, or people are locked out. Expected values by
    // OpenSSL 3.5 (`openssl kdf … ARGON2ID`, one lane) and Python's hashlib.blake2b.
    void derivationIsPinned_data()
    {
        QTest::addColumn<int>("profile");
        QTest::addColumn<QByteArray>("check");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("3 passes, 256 MiB")
            << 1 << QByteArray("94b32645") << QByteArray("6440e1c08e65666729f216f5c94d3988cda90ac0d1ed5e24fe351ae39aefb3b2");
        QTest::newRow("4 passes, 64 MiB")
            << 2 << QByteArray("e1950133") << QByteArray("382d9d8a7c59966d85492bea1afcdfe6572d18a922c07fa8737bc121d7c77ee1");
    }

    void derivationIsPinned()
    {
        QFETCH(int, profile);
        QFETCH(QByteArray, check);
        QFETCH(QByteArray, key);
        extract::Header header;
        header.bytes = {0xB7, 0x50, 0x52, static_cast<unsigned char>(profile), 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0};
        const auto wrong = extract::keyFor(Secret::fromText(u"tulip"_s), header);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, base::ErrorKind::WrongPassphrase);
        const QByteArray bytes = QByteArray::fromHex(check);
        std::copy(bytes.begin(), bytes.end(), header.bytes.begin() + 12);
        const auto right = extract::keyFor(Secret::fromText(u"tulip"_s), header);
        QVERIFY(right);
        QCOMPARE(bytesOf(right->raw).toHex(), key);
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
