// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A school's sitting: asked before a file is made, stopped and gone on with, and the list that opens them.
#include "desk/school_sitting.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patient = 60000; // ms; key derivation on a busy machine
constexpr int many = 20;       // pupils

template <typename T>
base::Result<T> wait(desk::Answer<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

} // namespace

class SchoolTest : public QObject {
    Q_OBJECT

    const base::Clock m_day{QDate(2026, 11, 22)};
    QTemporaryDir m_dir;
    QString m_source, m_many;

    static bool write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    desk::SplitOrder order(const QString& folder, const QString& words = u"the list of the school has this"_s) const
    {
        desk::SplitOrder order;
        order.paths = {m_source};
        order.listPassphrase = extract::Secret::fromText(words);
        order.options.folder = m_dir.filePath(folder);
        order.options.kdfProfile = 2; // a quarter of the memory: tests wait for it
        return order;
    }

    QStringList records(const QString& folder) const
    {
        return QDir(m_dir.filePath(folder)).entryList({u"*.pupilrecord"_s}, QDir::Files, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(extract::protectProcess());
        m_source = m_dir.filePath(u"spring.csv"_s);
        const QByteArray headings =
            "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10\n";
        QVERIFY(write(m_source, headings + "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI\n"
                                "B000000010002,Someone,Else,04/06/2003,2009/2010,BCRB\n"
                                "C000000010003,Third,Thea,05/07/2003,2009/2010,MWAS\n"));
        // More than any computer makes at once.
        m_many = m_dir.filePath(u"many.csv"_s);
        QByteArray rows = headings;
        for (int i = 10; i < 10 + many; ++i)
            rows += "D0000000200" + QByteArray::number(i) + ",Pupil,Number,04/06/2003,2009/2010,WBRI\n";
        QVERIFY(write(m_many, rows));
    }

    void nothingIsMadeBeforeItIsAgreed()
    {
        desk::SchoolSitting school(m_day);
        QSemaphore heard;
        desk::SplitPlan plan;
        auto answer = school.split(order(u"asked"_s), [&](const desk::SplitPlan& told) {
            plan = told;
            heard.release();
        });
        QVERIFY(heard.tryAcquire(1, patient));
        QCOMPARE(plan.pupils, 3);
        QCOMPARE(plan.already, 0);
        QVERIFY(plan.seconds >= 1);
        QVERIFY(!answer.isFinished());
        QVERIFY(records(u"asked"_s).isEmpty());
        school.goOn();
        const auto done = wait(std::move(answer));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(done->made, 3);
        QCOMPARE(records(u"asked"_s).size(), 3);

        // Everything is there: nothing is asked a second time.
        const auto again = wait(school.split(order(u"asked"_s), {}));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(again->made, 0);
        QCOMPARE(again->already, 3);
    }

    void sayingNoMakesNothing()
    {
        desk::SchoolSitting school(m_day);
        const auto refused =
            wait(school.split(order(u"refused"_s), [&](const desk::SplitPlan&) { school.stop(); }));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::Stopped);
        QVERIFY(records(u"refused"_s).isEmpty());
        // The same sitting may be asked again, and the folder goes on.
        const auto agreed = wait(school.split(order(u"refused"_s), [&](const desk::SplitPlan&) { school.goOn(); }));
        QVERIFY2(agreed, agreed ? "" : qPrintable(agreed.error().message));
        QCOMPARE(agreed->made, 3);
    }

    void stoppedHalfwayGoesOn()
    {
        desk::SchoolSitting school(m_day);
        const auto asked = [&](const QString& words = u"the list of the school has this"_s) {
            desk::SplitOrder wanted = order(u"half"_s, words);
            wanted.paths = {m_many};
            return wanted;
        };
        const auto go = [&](const desk::SplitPlan&) { school.goOn(); };
        const auto stopped = wait(school.split(asked(), go, [&](const base::ProgressStep& step) {
            if (step.total == many && step.done >= 1)
                school.stop();
        }));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, base::ErrorKind::Stopped);
        const auto made = records(u"half"_s).size();
        QVERIFY(made >= 1 && made < many);
        qint64 already = 0;
        const auto rest = wait(school.split(asked(), [&](const desk::SplitPlan& plan) {
            already = plan.already;
            school.goOn();
        }));
        QVERIFY2(rest, rest ? "" : qPrintable(rest.error().message));
        QCOMPARE(already, qint64(made));
        QCOMPARE(rest->made, qint64(many - made));
        const auto wrong = wait(school.split(asked(u"other words"_s), go));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, base::ErrorKind::WrongPassphrase);
    }

    // A window that is closed meanwhile does not hang, whether it was asked or was at work.
    void droppingItStops()
    {
        QSemaphore heard;
        desk::Answer<desk::SplitReport> answer;
        {
            desk::SchoolSitting school(m_day);
            answer = school.split(order(u"dropped"_s), [&](const desk::SplitPlan&) { heard.release(); });
            QVERIFY(heard.tryAcquire(1, patient));
        }
        const auto ended = wait(std::move(answer));
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, base::ErrorKind::Stopped);
        QVERIFY(records(u"dropped"_s).isEmpty());
    }

    void theListOpensTheFiles()
    {
        desk::SchoolSitting school(m_day);
        desk::SplitOrder wanted = order(u"listed"_s);
        const QString list = wanted.options.folder + u"/passphrases.pupillist"_s;
        QVERIFY(wait(school.split(std::move(wanted), [&](const desk::SplitPlan&) { school.goOn(); })));

        QVERIFY(!wait(school.passphraseOf(u"0001.pupilrecord"_s))); // not opened yet
        const auto wrong = wait(school.openList(list, extract::Secret::fromText(u"other words"_s)));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, base::ErrorKind::WrongPassphrase);
        const auto noList = wait(school.openList(m_source, extract::Secret::fromText(u"x"_s)));
        QVERIFY(!noList);
        QCOMPARE(noList.error().kind, base::ErrorKind::NotAnExtract);

        const auto files = wait(school.openList(list, extract::Secret::fromText(u"the list of the school has this"_s)));
        QVERIFY2(files, files ? "" : qPrintable(files.error().message));
        QCOMPARE(files->size(), std::size_t(3));
        QCOMPARE(files->front().person.upn, u"A000000010001"_s);
        QVERIFY(files->front().made);
        const auto words = wait(school.passphraseOf(files->front().file));
        QVERIFY(words);
        {
            const auto opened = extract::Extract::open(m_dir.filePath(u"listed/"_s + files->front().file), **words, m_day);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        }
        QVERIFY(!wait(school.passphraseOf(u"9999.pupilrecord"_s)));
        QVERIFY(wait(school.closeList()));
        QVERIFY(!wait(school.passphraseOf(files->front().file)));
        // A record file is no list.
        const auto record = wait(school.openList(m_dir.filePath(u"listed/0001.pupilrecord"_s), (*words)->clone()));
        QVERIFY(!record);
        QCOMPARE(record.error().kind, base::ErrorKind::NotAnExtract);
    }
};

QTEST_GUILESS_MAIN(SchoolTest)
#include "tst_school.moc"
