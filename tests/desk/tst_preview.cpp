// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_run.h"
#include "desk/sitting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 22);
const record::Person mina{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};

const QByteArray heading = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,"
                           "EthnicGroupMinor_SPR10,Postcode_SPR10,Zebra_SPR10\n";
const QByteArray minas = "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI,ZZ99 9ZZ,7\n";
const QByteArray others = "A000000010002,Somebody,Else,04/06/2003,2009/2010,MWAS,ZZ99 8ZZ,8\n";

template <typename T>
base::Result<T> wait(desk::Answer<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

extract::Secret secret()
{
    return extract::Secret::fromText(u"apple river candle moss tractor pebble"_s);
}

// Counts the bytes that are read of it.
class Counted : public readers::ByteSource {
public:
    explicit Counted(const QByteArray& bytes) : m_bytes(bytes) {}
    base::Result<qint64> read(char* into, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, size, into);
        m_at += size;
        count += size;
        return size;
    }
    base::Result<void> rewind() override
    {
        m_at = 0;
        return {};
    }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    qint64 count = 0;

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace

class PreviewTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    QString given(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("could not write a source");
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(extract::protectProcess()); }

    void itTellsWhatWouldComeAndWritesNothing()
    {
        desk::Sitting sitting{base::Clock(today)};
        const QString path = m_dir.filePath(u"mina.pupilrecord"_s);
        QVERIFY(wait(sitting.create(path, secret(), {mina, false})).has_value());
        const QString source = given(u"census.csv"_s, heading + minas + others);
        const qint64 before = QFile(path).size();
        const auto preview = wait(sitting.preview({}, {source}, {}));
        QVERIFY2(preview.has_value(), preview ? "" : qPrintable(preview.error().message));
        QCOMPARE(preview->held, 0);
        qint64 entries = 0;
        for (const desk::Preview::Line& line : preview->lines)
            entries += line.entries;
        QCOMPARE(entries, preview->entries);
        QCOMPARE(preview->newYears, std::vector{catalogue::AcademicYear{2009}});
        QCOMPARE(preview->read.otherPupils, 1);

        QStringList said;
        for (const desk::Preview::Sample& sample : preview->samples)
            said << sample.title << sample.raw << sample.meaning;
        QVERIFY(said.contains(u"WBRI"_s));
        QVERIFY(!said.contains(u"MWAS"_s));     // another pupil's
        QVERIFY(!said.contains(u"ZZ99 9ZZ"_s)); // tells where she lives
        QVERIFY(sitting.snapshot()->record.entries.empty());
        QCOMPARE(QFile(path).size(), before);
        QCOMPARE(QDir(m_dir.path()).entryList({u"*.pupilrecord"_s}, QDir::Files).size(), 1); // no backup either

        // And it told the truth.
        const auto done = wait(sitting.import({source}, {}));
        QVERIFY(done.has_value());
        QCOMPARE(done->documents.front().imported.entries, preview->entries);
        QCOMPARE(done->documents.front().imported.values, preview->values);
    }

    void whatIsHereAlreadyIsCounted()
    {
        desk::Sitting sitting{base::Clock(today)};
        QVERIFY(wait(sitting.create(m_dir.filePath(u"held.pupilrecord"_s), secret(), {mina, false})).has_value());
        QVERIFY(wait(sitting.import({given(u"first.csv"_s, heading + minas)}, {})).has_value());
        const QString again = given(u"again.csv"_s, heading + minas + "\n");
        const auto preview = wait(sitting.preview({}, {again}, {}));
        QVERIFY(preview.has_value());
        QCOMPARE(preview->held, preview->entries);
        QVERIFY(preview->newYears.empty());
        // In at-risk mode as well: the comparison is with the file, not with its mask.
        QVERIFY(wait(sitting.setAtRisk(true)).has_value());
        const auto masked = wait(sitting.preview({}, {again}, {}));
        QVERIFY(masked.has_value());
        QCOMPARE(masked->held, masked->entries);
        for (const desk::Preview::Sample& sample : masked->samples)
            QVERIFY(sample.raw != "7"_L1); // of a field nobody knows
    }

    void anotherRecordFileIsLookedAtToo()
    {
        const QString other = m_dir.filePath(u"other.pupilrecord"_s);
        {
            desk::Sitting sitting{base::Clock(today)};
            QVERIFY(wait(sitting.create(other, secret(), {mina, false})).has_value());
            QVERIFY(wait(sitting.import({given(u"theirs.csv"_s, heading + minas)}, {})).has_value());
            QVERIFY(wait(sitting.lock()).has_value());
        }
        desk::Sitting sitting{base::Clock(today)};
        QVERIFY(wait(sitting.create(m_dir.filePath(u"into.pupilrecord"_s), secret(), {mina, false})).has_value());
        const auto shut = wait(sitting.preview({}, {other}, {}));
        QVERIFY(!shut.has_value());
        const auto preview = wait(sitting.preview({{}, secret()}, {other}, {}));
        QVERIFY2(preview.has_value(), preview ? "" : qPrintable(preview.error().message));
        QVERIFY(preview->entries > 0);
        QCOMPARE(preview->newYears, std::vector{catalogue::AcademicYear{2009}});
    }

    void whatItReadIsImportedWithoutReadingAgain_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("kept");
        QTest::newRow("little") << QByteArray(heading + minas + others) << true;
        QByteArray much = heading;
        for (int row = 0; row < 20; ++row)
            much += QByteArray(minas).replace(",7\n", QByteArray("," + QByteArray(900'000, 'x') + QByteArray::number(row) + '\n'));
        QTest::newRow("more than is kept") << much << false;
    }
    void whatItReadIsImportedWithoutReadingAgain()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, kept);
        std::vector<record::Record> records;
        for (const bool ahead : {false, true}) {
            const QString path = m_dir.filePath(u"again-%1-%2.pupilrecord"_s.arg(kept).arg(ahead));
            auto into = extract::Extract::create(path, secret(), mina, base::Clock(today), {});
            QVERIFY(into.has_value());
            const auto counted = std::make_shared<Counted>(bytes);
            const readers::Source source{{{u"census.csv"_s, {}, counted}}};
            std::optional<desk::ReadAhead> read;
            if (ahead) {
                const auto preview = desk::previewSource(*into->record(), source, {}, false, {}, {});
                QVERIFY(preview.has_value());
                QCOMPARE(preview->ahead != nullptr, kept);
                if (kept)
                    read = *preview->ahead;
                counted->count = 0;
            }
            const auto done = desk::importSource(*into, source, {}, {}, {}, read);
            QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message));
            QCOMPARE(counted->count == 0, ahead && kept);
            const auto record = into->record();
            QVERIFY(record.has_value());
            records.push_back(*record);
        }
        QVERIFY(records[0].entries == records[1].entries);
        QVERIFY(records[0].documents == records[1].documents);
    }

    void anotherWishOrAnotherFileIsReadAnew()
    {
        auto into = extract::Extract::create(m_dir.filePath(u"anew.pupilrecord"_s), secret(), mina, base::Clock(today), {});
        QVERIFY(into.has_value());
        const auto counted = std::make_shared<Counted>(heading + minas);
        const readers::Source source{{{u"census.csv"_s, {}, counted}}};
        const auto preview = desk::previewSource(*into->record(), source, {}, false, {}, {});
        QVERIFY(preview.has_value() && preview->ahead);
        counted->count = 0;
        record::Selection others;
        others.otherPeopleToo = true;
        QVERIFY(desk::importSource(*into, source, others, {}, {}, *preview->ahead).has_value());
        QVERIFY(counted->count > 0);

        desk::Sitting sitting{base::Clock(today)};
        QVERIFY(wait(sitting.create(m_dir.filePath(u"changed.pupilrecord"_s), secret(), {mina, false})).has_value());
        const QString path = given(u"changing.csv"_s, heading + minas);
        QVERIFY(wait(sitting.preview({}, {path}, {})).has_value());
        given(u"changing.csv"_s, heading + QByteArray(minas).replace("WBRI", "MWAS1"));
        QVERIFY(wait(sitting.import({path}, {})).has_value());
        QStringList said;
        for (const record::Entry& entry : sitting.snapshot()->record.entries)
            for (const record::Value& value : entry.values)
                said << value.raw;
        QVERIFY(said.contains(u"MWAS1"_s) && !said.contains(u"WBRI"_s));
    }

    void aLockedSittingRefuses()
    {
        desk::Sitting sitting{base::Clock(today)};
        QVERIFY(!wait(sitting.preview({}, {given(u"any.csv"_s, heading + minas)}, {})).has_value());
    }
};

QTEST_GUILESS_MAIN(PreviewTest)
#include "tst_preview.moc"
