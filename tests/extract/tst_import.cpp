// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"

#include "base/digest.h"
#include "extract/file/opening.h"
#include "extract/schema/schema.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using extract::Extract;

class TestImport : public sample::FreshExtract {
    Q_OBJECT

    [[nodiscard]] record::Record stored() const
    {
        const auto record = m_extract->record();
        return record ? *record : record::Record{};
    }

private Q_SLOTS:
    void comesBackAsGiven()
    {
        record::Entry entry = sample::entry(u"school-census"_s, 2009, {});
        entry.date = QDate(2010, 1, 21);
        record::Value value = sample::value(u"EthnicGroupMinor_SPR10"_s, u"WBRI"_s, 7, 3);
        value.item = u"EthnicGroupMinor"_s;
        value.where.sheet = u"Results"_s;
        value.where.path = u"Pupil[3]/Ethnicity"_s;
        value.where.line = 91;
        entry.values = {value, sample::value(u"FSMeligible"_s, u"1"_s, 7, 4), sample::value(u"FSMeligible"_s, u"1"_s, 7, 5)};
        const auto done = sample::import(*m_extract, u"a.csv"_s, "delivered", {entry});
        SAMPLE_OK(done);
        QCOMPARE(done->entries, 1);
        QCOMPARE(done->values, 3);
        QVERIFY(!done->alreadyHeld);
        for (int pass = 0; pass < 2; ++pass, reopen()) {
            const record::Record record = stored();
            QCOMPARE(record.documents.size(), std::size_t{1});
            QCOMPARE(record.documents[0].name, u"a.csv"_s);
            QCOMPARE(record.documents[0].sha256, base::sha256("delivered"));
            QCOMPARE(record.documents[0].importedAt, sample::clock().now());
            QCOMPARE(record.entries.size(), std::size_t{1});
            const record::Entry& back = record.entries[0];
            QCOMPARE(back.collection, entry.collection);
            QCOMPARE(back.date, entry.date);
            QVERIFY(back.year == entry.year && back.term == entry.term);
            QCOMPARE(back.establishment, entry.establishment);
            QCOMPARE(back.fingerprint, record::fingerprintOf(entry));
            QCOMPARE(back.values.size(), std::size_t{3});
            QVERIFY(back.values[0].where == value.where);
            QCOMPARE(back.values[0].name, value.name);
            QCOMPARE(back.values[0].item, value.item);
            QVERIFY(back.values[0].id < back.values[1].id);
            QCOMPARE(m_extract->keptBytes(record.documents[0].id).value_or(QByteArray()), QByteArray("delivered"));
        }
        QCOMPARE(m_extract->log().value_or(std::vector<extract::LogLine>{}).size(), std::size_t{1});
    }

    void largeBytesAreKept()
    {
        QByteArray bytes(3 * 1024 * 1024 + 17, 'k');
        for (qsizetype i = 0; i < bytes.size(); i += 251)
            bytes[i] = static_cast<char>(i % 256);
        SAMPLE_OK(sample::import(*m_extract, u"large.csv"_s, bytes, {}));
        QVERIFY(m_extract->keptBytes(stored().documents.front().id).value_or(QByteArray()) == bytes);
        SAMPLE_FAILS(m_extract->keptBytes({77}), Usage);
    }

    void oddCharacters_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("empty") << QString();
        QTest::newRow("blanks") << u"  00123  "_s;
        QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("only NUL") << QString(QChar(0));
        QTest::newRow("ends in NUL") << QString(u"a"_s + QChar(0));
        QTest::newRow("byte order mark") << QString(QChar(0xFEFF) + u"x"_s);
        QTest::newRow("two of them") << QString(2, QChar(0xFEFF));
        QTest::newRow("lone high surrogate") << QString(u"a"_s + QChar(0xD83D));
        QTest::newRow("lone low surrogate") << QString(QChar(0xDE00) + u"a"_s);
        QTest::newRow("surrogates the wrong way round") << QString(QString(QChar(0xDE00)) + QChar(0xD83D));
        QTest::newRow("emoji") << u"\U0001F600"_s;
        QTest::newRow("noncharacter") << QString(QChar(0xFFFF));
        QTest::newRow("replacement") << QString(QChar(0xFFFD));
        QTest::newRow("decomposed") << u"cafe\u0301"_s;
        QTest::newRow("line breaks") << u"a\r\nb\nc\r"_s;
        QTest::newRow("quote") << u"O'Neill; DROP TABLE entries"_s;
        QTest::newRow("looks like a number") << u"1e3"_s;
        QTest::newRow("long") << QString(100'000, u'\u00e9');
    }
    void oddCharacters()
    {
        QFETCH(QString, raw);
        record::Value value = sample::value(u"Name"_s + raw.left(50), raw);
        value.item = raw.left(50);
        value.where.sheet = raw.left(50);
        value.where.path = raw.left(50);
        record::Entry entry = sample::entry(u"sc"_s, 2013, {value});
        entry.establishment = raw.left(50);
        SAMPLE_OK(sample::import(*m_extract, raw.left(20), "bytes", {entry}));
        const record::Record record = stored();
        const record::Value& back = record.entries.at(0).values.at(0);
        QVERIFY(back.raw == raw);
        QVERIFY(back.name == value.name);
        QVERIFY(back.item == value.item);
        QVERIFY(back.where == value.where);
        QVERIFY(record.entries.at(0).establishment == entry.establishment);
        QVERIFY(record.documents.at(0).name == raw.left(20));
    }

    void sameBytesAreHeldAlready_data()
    {
        QTest::addColumn<bool>("digestKnown");
        QTest::newRow("known before reading") << true;
        QTest::newRow("known after reading") << false;
    }
    void sameBytesAreHeldAlready()
    {
        QFETCH(bool, digestKnown);
        const record::Entry entry = sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)});
        const auto first = sample::import(*m_extract, u"a.csv"_s, "same", {entry, entry});
        SAMPLE_OK(first);
        const record::Record before = stored();
        const auto again = sample::import(*m_extract, u"renamed.csv"_s, "same", {entry, entry}, digestKnown);
        SAMPLE_OK(again);
        QVERIFY(again->alreadyHeld);
        QCOMPARE(again->id, first->id);
        QCOMPARE(again->entries + again->values + again->witnesses, 0);
        const record::Record after = stored();
        QVERIFY(after.documents == before.documents);
        QVERIFY(after.entries == before.entries);
        QCOMPARE(m_extract->log()->size(), std::size_t{1}); // nothing was written, so nothing is noted
        // Other bytes are another document.
        const auto other = sample::import(*m_extract, u"b.csv"_s, "other", {entry, entry});
        SAMPLE_OK(other);
        QVERIFY(!other->alreadyHeld);
    }

    void sameBytesTwiceInOneImport()
    {
        auto run = m_extract->import();
        SAMPLE_OK(run);
        const record::Entry entry = sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)});
        const auto one = (*run)->begin(sample::document(u"a.csv"_s, "same", false));
        const auto two = (*run)->begin(sample::document(u"copy.csv"_s, "same", false));
        SAMPLE_OK(one);
        SAMPLE_OK(two);
        SAMPLE_OK((*run)->add(one->id, entry));
        SAMPLE_OK((*run)->add(two->id, entry));
        SAMPLE_OK((*run)->finishDocument(one->id, sample::document(u"a.csv"_s, "same")));
        SAMPLE_OK((*run)->finishDocument(two->id, sample::document(u"copy.csv"_s, "same")));
        const auto done = (*run)->commit();
        SAMPLE_OK(done);
        QCOMPARE(done->size(), std::size_t{2});
        QVERIFY(!done->at(0).alreadyHeld);
        QVERIFY(done->at(1).alreadyHeld);
        QCOMPARE(done->at(1).id, done->at(0).id);
        QCOMPARE(done->at(1).begunAs, two->id);
        const record::Record record = stored();
        QCOMPARE(record.documents.size(), std::size_t{1});
        QCOMPARE(record.entries.size(), std::size_t{1});
        QVERIFY(record.entries[0].witnesses.empty());
        QVERIFY(m_extract->verify()->problems.empty());
    }

    void anotherDocumentIsAWitness()
    {
        record::Entry entry = sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s, 4), sample::value(u"SEN"_s, u"N"_s, 4)});
        SAMPLE_OK(sample::import(*m_extract, u"a.csv"_s, "a", {entry}));
        std::reverse(entry.values.begin(), entry.values.end()); // another order of columns says the same
        entry.values[0].where.row = 12;
        const auto second = sample::import(*m_extract, u"b.csv"_s, "b", {entry});
        SAMPLE_OK(second);
        QCOMPARE(second->entries, 0);
        QCOMPARE(second->witnesses, 1);
        QCOMPARE(second->disagreeing, 0);
        const record::Record record = stored();
        QCOMPARE(record.documents.size(), std::size_t{2});
        QCOMPARE(record.entries.size(), std::size_t{1});
        QCOMPARE(record.entries[0].witnesses.size(), std::size_t{1});
        QCOMPARE(record.entries[0].witnesses[0].document, second->id);
        QVERIFY(record.entries[0].witnesses[0].agrees);
        QCOMPARE(record.entries[0].witnesses[0].where.row, 12);
    }

    void equalRowsOfOneDocumentAreKept()
    {
        const record::Entry row = sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)});
        const auto first = sample::import(*m_extract, u"a.csv"_s, "a", {row, row});
        SAMPLE_OK(first);
        QCOMPARE(first->entries, 2);
        // Three equal rows elsewhere: two are witnesses, the third says more than the first document did.
        const auto second = sample::import(*m_extract, u"b.csv"_s, "b", {row, row, row});
        SAMPLE_OK(second);
        QCOMPARE(second->witnesses, 2);
        QCOMPARE(second->entries, 1);
        const record::Record record = stored();
        QCOMPARE(record.entries.size(), std::size_t{3});
        QCOMPARE(record.entries[0].witnesses.size(), std::size_t{1});
        QCOMPARE(record.entries[1].witnesses.size(), std::size_t{1});
        QVERIFY(record.entries[2].witnesses.empty());
    }

    void disagreementIsMarkedOnBoth()
    {
        const auto first = sample::import(*m_extract, u"a.csv"_s, "a",
                                          {sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s, 4)})});
        SAMPLE_OK(first);
        const auto second = sample::import(*m_extract, u"b.csv"_s, "b",
                                           {sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"0"_s, 9)}),
                                            sample::entry(u"sc"_s, 2014, {sample::value(u"FSM"_s, u"0"_s, 10)})});
        SAMPLE_OK(second);
        QCOMPARE(second->entries, 2);
        QCOMPARE(second->disagreeing, 1);
        const record::Record record = stored();
        QCOMPARE(record.entries.size(), std::size_t{3});
        const auto& one = record.entries[0].witnesses;
        const auto& two = record.entries[1].witnesses;
        QCOMPARE(one.size(), std::size_t{1});
        QCOMPARE(two.size(), std::size_t{1});
        QVERIFY(!one[0].agrees && !two[0].agrees);
        QCOMPARE(one[0].document, second->id);
        QCOMPARE(one[0].where.row, 9);
        QCOMPARE(two[0].document, first->id);
        QCOMPARE(two[0].where.row, 4);
        QVERIFY(record.entries[2].witnesses.empty());
        // A third document that agrees with the first one disagrees with the second.
        const auto third = sample::import(*m_extract, u"c.csv"_s, "c",
                                          {sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s, 20)})});
        SAMPLE_OK(third);
        QCOMPARE(third->entries, 0);
        QCOMPARE(third->witnesses, 1);
        QCOMPARE(third->disagreeing, 1);
        const record::Record later = stored();
        QCOMPARE(later.entries[0].witnesses.size(), std::size_t{2});
        QCOMPARE(later.entries[1].witnesses.size(), std::size_t{2});
        QVERIFY(m_extract->verify()->problems.empty());
    }

    void severalRowsOfOneMomentDoNotDisagree()
    {
        const auto exam = [](const QString& subject, int row) {
            return sample::entry(u"ks4"_s, 2020, {sample::value(u"Subject"_s, subject, row)});
        };
        SAMPLE_OK(sample::import(*m_extract, u"a.csv"_s, "a", {exam(u"Maths"_s, 2), exam(u"Art"_s, 3)}));
        const auto second = sample::import(*m_extract, u"b.csv"_s, "b", {exam(u"Maths"_s, 2), exam(u"French"_s, 3)});
        SAMPLE_OK(second);
        QCOMPARE(second->witnesses, 1);
        QCOMPARE(second->entries, 1);
        QCOMPARE(second->disagreeing, 0);
    }

    void droppedImportLeavesNothing()
    {
        {
            auto run = m_extract->import();
            SAMPLE_OK(run);
            const auto begun = (*run)->begin(sample::document(u"a.csv"_s, "a"));
            SAMPLE_OK(begun);
            SAMPLE_OK((*run)->add(begun->id, sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)})));
            SAMPLE_FAILS(m_extract->setProperty(u"colour"_s, u"green"_s), Usage); // busy, and the import goes on
            SAMPLE_OK((*run)->add(begun->id, sample::entry(u"sc"_s, 2014, {sample::value(u"FSM"_s, u"1"_s)})));
            SAMPLE_FAILS((*run)->commit(), Usage); // its document was never finished
        }
        QVERIFY(stored().documents.empty());
        QVERIFY(stored().entries.empty());
        SAMPLE_OK(m_extract->setProperty(u"colour"_s, u"green"_s));
        QVERIFY(m_extract->verify()->problems.empty());
    }

    void nothingImportedCanBeChanged_data()
    {
        QTest::addColumn<QByteArray>("table");
        for (const char* table : extract::protectedTables())
            QTest::newRow(table) << QByteArray(table);
    }
    void nothingImportedCanBeChanged()
    {
        QFETCH(QByteArray, table);
        const record::Entry entry = sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)});
        SAMPLE_OK(sample::import(*m_extract, u"a.csv"_s, "a", {entry}));
        SAMPLE_OK(sample::import(*m_extract, u"b.csv"_s, "b", {entry}));
        const auto concern = m_extract->saveConcern({});
        SAMPLE_OK(concern);
        requests::Request request;
        request.concern = *concern;
        const auto saved = m_extract->saveRequest(request);
        SAMPLE_OK(saved);
        SAMPLE_OK(m_extract->keepLetter({{}, *saved, u"txt"_s, "Dear", {}, sample::clock().now()}));
        m_extract.reset();

        const auto header = extract::readHeader(m_path);
        SAMPLE_OK(header);
        const auto key = extract::keyFor(sample::passphrase(), *header);
        SAMPLE_OK(key);
        const auto connection = extract::openKeyed(m_path, *key, false);
        SAMPLE_OK(connection);
        const auto rows = [&] {
            QByteArrayList all;
            extract::Statement statement = connection->prepare(QByteArray("SELECT * FROM " + table).constData());
            while (statement.next())
                all << statement.bytes(0) + '|' + statement.bytes(1) + '|' + statement.bytes(2);
            return all;
        };
        const QByteArrayList before = rows();
        QVERIFY(!before.isEmpty());
        const std::vector<QByteArray> attempts{"UPDATE " + table + " SET id = id + 1000", "UPDATE " + table + " SET id = id",
                                      "DELETE FROM " + table, "DELETE FROM " + table + " WHERE id = 1",
                                      "REPLACE INTO " + table + " SELECT * FROM " + table,
                                      "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table + " LIMIT 1",
                                      "UPDATE OR REPLACE " + table + " SET id = 1"};
        for (const QByteArray& sql : attempts) {
            const int code = connection->tryRun(sql.constData());
            QVERIFY2(code != 0, sql.constData());
            QCOMPARE(rows(), before);
        }
    }

    void idsAreNeverGivenTwice()
    {
        SAMPLE_OK(sample::import(*m_extract, u"a.csv"_s, "a",
                                 {sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)})}));
        const record::Record before = stored();
        reopen();
        SAMPLE_OK(sample::import(*m_extract, u"b.csv"_s, "b",
                                 {sample::entry(u"sc"_s, 2010, {sample::value(u"FSM"_s, u"0"_s)})}));
        const record::Record after = stored();
        QCOMPARE(after.entries.size(), std::size_t{2});
        QVERIFY(after.entries[1] == before.entries[0]); // 2010 stands before it, its id is the later one
        QVERIFY(after.entries[0].id > after.entries[1].id);
        QVERIFY(after.entries[0].values[0].id > after.entries[1].values[0].id);
        QVERIFY(after.documents[1].id > after.documents[0].id);
    }

    void killedImport_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<bool>("after");
        QTest::newRow("at the first entry") << 1 << false;
        QTest::newRow("with pages in the journal") << 250 << false;
        QTest::newRow("at the last entry") << 400 << false;
        QTest::newRow("before the commit") << 0 << false;
        QTest::newRow("after the commit") << -1 << true;
    }
    void killedImport()
    {
        QFETCH(int, entry);
        QFETCH(bool, after);
        SAMPLE_OK(sample::import(*m_extract, u"a.csv"_s, "a",
                                 {sample::entry(u"sc"_s, 2013, {sample::value(u"FSM"_s, u"1"_s)})}));
        const record::Record before = stored();
        m_extract.reset();
        QCOMPARE(sample::runAgain({u"import"_s, m_path, QString::number(entry)}), -1);
        reopen();
        const record::Record record = stored();
        QCOMPARE(record.entries.size(), before.entries.size() + (after ? 400 : 0));
        QCOMPARE(record.documents.size(), before.documents.size() + (after ? 1 : 0));
        if (!after)
            QVERIFY(record.entries == before.entries);
        const auto report = m_extract->verify();
        SAMPLE_OK(report);
        QVERIFY(report->problems.empty());
        QCOMPARE(report->values, after ? 40'001 : 1);
    }
};

SAMPLE_MAIN(TestImport)
#include "tst_import.moc"
