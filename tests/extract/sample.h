// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extract.h"

#include <QStringList>
#include <QTemporaryDir>

// What the tests of this room share: an invented person, entries, and a second process.
namespace sample {

[[nodiscard]] record::Person person();
[[nodiscard]] base::Clock clock(); // midday of 3 March 2026
[[nodiscard]] extract::Secret passphrase(const QString& text = QStringLiteral("walnut ferry tulip"));
[[nodiscard]] extract::CreateOptions quick(); // KDF profile 2

[[nodiscard]] record::Value value(const QString& name, const QString& raw, int row = 2, int column = 1);
[[nodiscard]] record::Entry entry(const QString& collection, int year, const std::vector<record::Value>& values);

// One document with its entries, in an import of its own; the digest is that of `bytes`.
[[nodiscard]] base::Result<extract::ImportedDocument> import(extract::Extract& into, const QString& name,
                                                             const QByteArray& bytes,
                                                             const std::vector<record::Entry>& entries,
                                                             bool digestKnown = false);
[[nodiscard]] extract::NewDocument document(const QString& name, const QByteArray& bytes, bool withDigest = true);

[[nodiscard]] QByteArray contents(const QString& path);
bool flip(const QString& path, qint64 offset); // one byte changed
bool write(const QString& path, const QByteArray& bytes);

// Runs this test program again with arguments; the exit status, or −1 if it was killed.
[[nodiscard]] int runAgain(const QStringList& arguments);

// The other side of runAgain: "open FILE", "import FILE N" (killed at the Nth entry; 0: just before the commit),
// "write FILE". Nothing when the arguments are for Qt Test.
[[nodiscard]] std::optional<int> asChild(const QStringList& arguments);

template <typename T>
const char* why(const base::Result<T>& result)
{
    static QByteArray text;
    text = result ? QByteArray() : result.error().message.toUtf8() + " / " + result.error().where.toUtf8();
    return text.constData();
}

} // namespace sample

#define SAMPLE_OK(result)                                                                                              \
    do {                                                                                                               \
        auto&& sampleResult = (result);                                                                                \
        QVERIFY2(sampleResult.has_value(), sample::why(sampleResult));                                                 \
    } while (false)
#define SAMPLE_FAILS(result, wanted)                                                                                   \
    do {                                                                                                               \
        auto&& sampleResult = (result);                                                                                \
        QVERIFY(!sampleResult.has_value());                                                                            \
        QCOMPARE(sampleResult.error().kind, base::ErrorKind::wanted);                                                  \
        QVERIFY(!sampleResult.error().message.isEmpty());                                                              \
    } while (false)

// Like QTEST_GUILESS_MAIN, for a program that can also be its own second process.
#define SAMPLE_MAIN(Test)                                                                                              \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        QCoreApplication application(argc, argv);                                                                      \
        if (const auto status = sample::asChild(application.arguments()))                                              \
            return *status;                                                                                            \
        Test test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
