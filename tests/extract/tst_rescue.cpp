// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "extract/file/backups.h"
#include "extract/file/opening.h"
#include "extract/file/page_cipher.h"
#include "extract/file/page_seals.h"
#include "extract/file/rewrite.h"
#include "extract/rescue/page_notes.h"
#include "extract/rescue/page_tree.h"
#include "extract/rescue/rescue.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using extract::Extract;

// A record file with everything in it, broken one page at a time.
class TestRescue : public QObject {
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    QString m_path;
    QByteArray m_bytes;
    extract::Key m_key;
    record::Record m_before;

    [[nodiscard]] QString out() const { return m_folder->filePath(u"saved.pupilrecord"_s); }
    [[nodiscard]] qint64 pages() const { return m_bytes.size() / extract::pageSize; }

    void breakPage(qint64 page, qint64 offset) { QVERIFY(sample::flip(m_path, (page - 1) * extract::pageSize + offset)); }

    static base::Result<void> fill(Extract& made)
    {
        std::vector<record::Entry> entries;
        for (int i = 0; i < 345; ++i) {
            std::vector<record::Value> values;
            for (int k = 0; k < 40; ++k)
                values.push_back(sample::value(u"Item_%1_SPR"_s.arg(k), u"%1 of %2"_s.arg(i).arg(k), i, k));
            entries.push_back(sample::entry(u"SC"_s, 1600 + i, values));
        }
        for (const auto& [name, size] : {std::pair(u"a.csv"_s, 60'000), std::pair(u"b.csv"_s, 130'000)}) {
            auto imported = sample::import(made, name, QByteArray(size, name.at(0).toLatin1()), entries);
            if (!imported)
                return tl::unexpected(imported.error());
            entries.resize(60);
            entries.push_back(sample::entry(u"KS2"_s, 2011, {sample::value(u"Long"_s, QString(9000, u'z'))}));
        }
        BASE_TRY(made.saveDecisions({{{u"finding"_s, u"it is fine"_s, {}}}, {}, u"Mina"_s, {}}));
        requests::Concern concern;
        concern.shouldSay = u"White and Asian"_s;
        concern.ownWords = QString(6000, u'w');
        auto saved = made.saveConcern(concern);
        if (!saved)
            return tl::unexpected(saved.error());
        requests::Request request;
        request.concern = *saved;
        auto asked = made.saveRequest(request);
        if (!asked)
            return tl::unexpected(asked.error());
        requests::PrintedLetter letter;
        letter.request = *asked;
        letter.format = u"txt"_s;
        letter.bytes = QByteArray(9000, 'l');
        BASE_TRY(made.keepLetter(letter));
        extract::Attachment attachment;
        attachment.name = u"certificate.jpg"_s;
        attachment.bytes = QByteArray(20'000, 'j');
        BASE_TRY(made.addAttachment(attachment));
        return made.note(u"export"_s, u"csv"_s);
    }

    // Everything that was saved is what it was.
    void isTrue(const extract::Rescue& report, qint64 page)
    {
        const auto opened = Extract::open(out(), sample::passphrase(), sample::clock(), extract::Access::ReadOnly);
        QVERIFY2(opened, sample::why(opened));
        const auto sound = opened->verify();
        SAMPLE_OK(sound);
        QVERIFY2(sound->problems.empty(), qPrintable(u"page %1: %2 %3"_s.arg(page).arg(
                                              sound->problems.empty() ? QString() : sound->problems[0].what,
                                              sound->problems.empty() ? QString() : sound->problems[0].where)));
        const auto record = opened->record();
        SAMPLE_OK(record);
        qsizetype same = 0;
        for (const record::Entry& entry : record->entries) {
            const auto old = std::find_if(m_before.entries.begin(), m_before.entries.end(),
                                          [&](const record::Entry& e) { return e.id == entry.id; });
            QVERIFY(old != m_before.entries.end());
            QCOMPARE(entry.fingerprint, old->fingerprint);
            QCOMPARE(entry.document, old->document);
            QCOMPARE(entry.values.size(), old->values.size());
            for (std::size_t i = 0; i < entry.values.size(); ++i) {
                QCOMPARE(entry.values[i].raw, old->values[i].raw);
                QCOMPARE(entry.values[i].id, old->values[i].id);
            }
            ++same;
        }
        if (same < static_cast<qsizetype>(m_before.entries.size()))
            QVERIFY2(!report.lost.empty(), qPrintable(u"page %1"_s.arg(page)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(extract::protectProcess());
        m_folder.emplace();
        m_path = m_folder->filePath(u"mina.pupilrecord"_s);
        {
            auto made = Extract::create(m_path, sample::passphrase(), sample::person(), sample::clock(), sample::quick());
            SAMPLE_OK(made);
            SAMPLE_OK(fill(*made));
            m_before = *made->record();
        }
        m_bytes = sample::contents(m_path);
        const auto header = extract::readHeader(m_path);
        SAMPLE_OK(header);
        auto key = extract::keyFor(sample::passphrase(), *header);
        SAMPLE_OK(key);
        m_key = std::move(*key);
        QVERIFY2(pages() >= 200, QByteArray::number(pages()).constData());
    }

    void init()
    {
        for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files))
            QFile::remove(m_folder->filePath(name));
        QVERIFY(sample::write(m_path, m_bytes));
    }

    void pagesOpenAndSeal()
    {
        const extract::PageCipher cipher(m_key);
        for (const qint64 number : {qint64{1}, qint64{2}, pages()}) {
            const QByteArray page = m_bytes.mid((number - 1) * extract::pageSize, extract::pageSize);
            const int reserve = cipher.reserveOf(page, number);
            QVERIFY(reserve == 48 || reserve == 80);
            QCOMPARE(cipher.reserveOf(page, number + 1), 0);
            const QByteArray plain = cipher.opened(page, number, reserve);
            if (number == 1)
                QVERIFY(plain.startsWith("SQLite format 3"));
            const QByteArray again = cipher.sealed(plain, number, reserve);
            QCOMPARE(cipher.reserveOf(again, number), reserve);
            QCOMPARE(cipher.opened(again, number, reserve).left(extract::pageSize - reserve),
                     plain.left(extract::pageSize - reserve));
        }
    }

    void innerPagesAreReadAsWritten()
    {
        const std::vector<extract::Branch> branches{{7, 1, 90}, {9, 91, 128}, {300, 129, 70'000}, {5, 70'001, 1LL << 60}};
        const auto plain = extract::innerPage(branches, 4048);
        QVERIFY(plain);
        const auto page = extract::readTreePage(*plain, 2, 4048);
        QVERIFY(page);
        QCOMPARE(page->kind, extract::PageKind::TableInner);
        QCOMPARE(page->children, (std::vector<qint64>{7, 9, 300, 5}));
        QCOMPARE(page->cells.size(), std::size_t{3});
        QCOMPARE(page->cells[2].rowid, 70'000);
        QVERIFY(!extract::innerPage(std::vector<extract::Branch>(5000, {1, 1, 1}), 4048));
        // Nonsense of any kind is refused, not followed.
        QByteArray wild(extract::pageSize, '\xff');
        for (const char kind : {2, 5, 10, 13}) {
            wild[0] = kind;
            QVERIFY(!extract::readTreePage(wild, 2, 4048));
        }
    }

    void nothingIsLostOfASoundFile()
    {
        const auto report = extract::rescue(m_path, sample::passphrase(), out());
        SAMPLE_OK(report);
        QCOMPARE(report->brokenPages, 0);
        QVERIFY2(report->lost.empty(), report->lost.empty() ? "" : qPrintable(report->lost[0].what));
        QCOMPARE(report->entries, static_cast<qint64>(m_before.entries.size()));
        auto opened = Extract::open(out(), sample::passphrase(), sample::clock(), extract::Access::ReadOnly);
        SAMPLE_OK(opened);
        QVERIFY(opened->record()->entries == m_before.entries);
        QVERIFY(opened->record()->documents == m_before.documents);
        QCOMPARE(opened->concerns()->size(), std::size_t{1});
        QCOMPARE(opened->printedLetters()->size(), std::size_t{1});
        QCOMPARE(opened->attachments(true)->at(0).bytes.size(), 20'000);
        QCOMPARE(opened->decisions()->nameToUse, u"Mina"_s);
        QCOMPARE(sample::contents(m_path), m_bytes); // only read
        QVERIFY(QDir(m_folder->path()).entryList({u"*.new"_s, u"*.reading*"_s}).isEmpty());
        opened = base::fail(base::ErrorKind::Stopped, {}); // closed
        SAMPLE_FAILS(extract::rescue(m_path, sample::passphrase(), out()), WouldOverwrite);
        SAMPLE_FAILS(extract::rescue(m_path, sample::passphrase(u"other"_s), out(), true), WrongPassphrase);
        SAMPLE_FAILS(extract::rescue(m_path, sample::passphrase(), m_path, true), Usage);
    }

    void everyPageFlipped()
    {
        qint64 whole = 0;
        qint64 leastEntries = std::numeric_limits<qint64>::max();
        for (qint64 page = 1; page <= pages(); ++page) {
            // Somewhere else in each page; on page 1 behind the header, which has its own test.
            const qint64 offset = page == 1 ? 900 : page * 997 % 4030;
            breakPage(page, offset);
            {
                // Detected before anything is believed.
                const auto opened = extract::openUnchecked(m_path, m_key);
                SAMPLE_OK(opened);
                const auto broken = extract::brokenPages(*opened, m_key, {}, {});
                SAMPLE_OK(broken);
                QCOMPARE(*broken, std::vector<qint64>{page});
            }
            const auto report = extract::rescueWithKey(m_path, m_key, out());
            QVERIFY2(report, qPrintable(u"page %1: %2"_s.arg(page).arg(QString::fromUtf8(sample::why(report)))));
            QCOMPARE(report->brokenPages, 1);
            const auto opened = extract::openKeyed(out(), m_key, true);
            SAMPLE_OK(opened);
            QCOMPARE(opened->number("SELECT count(*) FROM entries").value_or(-1), report->entries);
            const bool all = report->entries == static_cast<qint64>(m_before.entries.size()) &&
                             report->documents == static_cast<qint64>(m_before.documents.size());
            QVERIFY2(all || !report->lost.empty(), qPrintable(u"page %1"_s.arg(page)));
            whole += report->lost.empty() ? 1 : 0;
            leastEntries = std::min(leastEntries, report->entries);
            breakPage(page, offset);
        }
        // Indexes, inner pages and free pages cost nothing.
        QVERIFY2(whole >= 5, QByteArray::number(whole).constData());
        // One page never takes everything with it, the page of the headings least of all.
        QVERIFY2(leastEntries > static_cast<qint64>(m_before.entries.size()) / 2, QByteArray::number(leastEntries).constData());
        qInfo("%lld pages; %lld of them cost nothing; at least %lld of %zu entries saved", pages(), whole, leastEntries,
              m_before.entries.size());
    }

    // The saved file is opened as people open it, and every value compared.
    void whatIsSavedIsTrue_data()
    {
        QTest::addColumn<int>("page");
        for (const int page : {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144})
            QTest::newRow(qPrintable(QString::number(page))) << page;
    }
    void whatIsSavedIsTrue()
    {
        QFETCH(int, page);
        breakPage(page, 2000);
        const auto report = extract::rescue(m_path, sample::passphrase(), out());
        QVERIFY2(report, sample::why(report));
        isTrue(*report, page);
    }

    void manyPagesAtOnce()
    {
        for (qint64 page = 30; page <= pages(); page += 29)
            breakPage(page, 77);
        const auto report = extract::rescue(m_path, sample::passphrase(), out());
        QVERIFY2(report, sample::why(report));
        QVERIFY(report->brokenPages >= 6);
        QVERIFY(!report->lost.empty());
        isTrue(*report, 0);
    }

    void cutShort()
    {
        QVERIFY(sample::write(m_path, m_bytes.left(m_bytes.size() / 2 + 100)));
        const auto report = extract::rescue(m_path, sample::passphrase(), out());
        if (report)
            isTrue(*report, 0);
        else
            QCOMPARE(report.error().kind, base::ErrorKind::Damaged);
    }

    // Each version of the library lays its pages out in its own way, and may have to save a file of the other. The list
    // of tables of the other's files only a backup can give back.
    void filesOfBothVersions_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("usable");
        QTest::newRow("3.4.1") << u"sqlcipher-3.4.1.pupilrecord"_s << 4048;
        QTest::newRow("4.6.1") << u"sqlcipher-4.6.1.pupilrecord"_s << 4016;
    }
    void filesOfBothVersions()
    {
        QFETCH(QString, file);
        QFETCH(int, usable);
        const QByteArray bytes = sample::contents(QStringLiteral(TESTS_DATA "/extract/") + file);
        QVERIFY(!bytes.isEmpty());
        QVERIFY(sample::write(m_path, bytes));
        const auto header = extract::readHeader(m_path);
        SAMPLE_OK(header);
        const auto key = extract::keyFor(sample::passphrase(u"caf\u00e9 walnut ferry"_s), *header);
        SAMPLE_OK(key);
        const QString backup = extract::backupName(m_path, sample::clock().now());
        QVERIFY(QFile::copy(m_path, backup));
        const auto noted = [&] {
            QFile damaged(m_path);
            return damaged.open(QIODevice::ReadOnly) ? extract::notePages(damaged, extract::PageCipher(*key), {}, {})
                                                     : tl::unexpected(base::Error{});
        };
        QCOMPARE(noted()->usable, usable);
        const auto sound = extract::rescueWithKey(m_path, *key, out());
        SAMPLE_OK(sound);
        QCOMPARE(sound->brokenPages, 0);
        QCOMPARE(sound->entries, 2);
        QVERIFY(sound->lost.empty());
        for (qint64 page = 1; page <= bytes.size() / extract::pageSize; ++page) {
            breakPage(page, 500);
            const auto notes = noted();
            SAMPLE_OK(notes);
            QCOMPARE(notes->usable, usable); // without page 1 too
            const auto report = extract::rescueWithKey(m_path, *key, out());
            QVERIFY2(report, qPrintable(u"page %1: %2"_s.arg(page).arg(QString::fromUtf8(sample::why(report)))));
            QCOMPARE(report->brokenPages, 1);
            QVERIFY2(report->entries == 2 || !report->lost.empty(), qPrintable(u"page %1"_s.arg(page)));
            breakPage(page, 500);
        }
        QVERIFY(QFile::remove(backup));
        breakPage(1, 500);
        const auto without = extract::rescueWithKey(m_path, *key, out());
        if (!without)
            QCOMPARE(without.error().kind, base::ErrorKind::Damaged);
    }

    void headerFromABackup()
    {
        QVERIFY(QFile::copy(m_path, extract::backupName(m_path, sample::clock().now())));
        breakPage(1, 6); // of the salt
        const auto report = extract::rescue(m_path, sample::passphrase(), out());
        QVERIFY2(report, sample::why(report));
        QVERIFY(report->headerFromBackup);
        isTrue(*report, 1);
    }

    void nothingToSave()
    {
        QVERIFY(sample::write(m_path, m_bytes.left(16) + QByteArray(40'000, 'r')));
        SAMPLE_FAILS(extract::rescue(m_path, sample::passphrase(), out()), Damaged);
        QVERIFY(sample::write(m_path, QByteArray(40'000, 'r')));
        SAMPLE_FAILS(extract::rescue(m_path, sample::passphrase(), out()), NotAnExtract);
        QVERIFY(!QFile::exists(out()));
        QVERIFY(QDir(m_folder->path()).entryList({u"*.new"_s, u"*.reading*"_s}).isEmpty());
    }

    // Where nobody can say any more whether the person is at risk, they are taken to be.
    void atRiskIsNotForgotten()
    {
        const auto report = extract::rescue(m_path, sample::passphrase(), out());
        SAMPLE_OK(report);
        {
            const auto sound = Extract::open(out(), sample::passphrase(), sample::clock());
            SAMPLE_OK(sound);
            QCOMPARE(sound->property(u"at-risk"_s).value_or(u"?"_s), QString());
        }
        qint64 properties = 0;
        {
            const auto opened = extract::openKeyed(m_path, m_key, true);
            SAMPLE_OK(opened);
            properties = opened->number("SELECT rootpage FROM sqlite_master WHERE name = 'properties'").value_or(0);
        }
        breakPage(properties, 40);
        SAMPLE_OK(extract::rescue(m_path, sample::passphrase(), out(), true));
        const auto opened = Extract::open(out(), sample::passphrase(), sample::clock());
        SAMPLE_OK(opened);
        QCOMPARE(opened->property(u"at-risk"_s).value_or(QString()), u"1"_s);
    }
};

SAMPLE_MAIN(TestRescue)
#include "tst_rescue.moc"
