// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"

#include "extract/file/backups.h"
#include "extract/file/hand_over.h"
#include "extract/file/opening.h"
#include "extract/schema/schema.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using extract::Extract;

// What stands in one part of the file and nowhere else.
namespace planted {

const QString delivered = u"DeliveredQuill"_s;
const QString written = u"WrittenMarrow"_s;
const QString decided = u"DecidedThistle"_s;
const QString wanted = u"WantedBramble"_s;
const QString proof = u"ProofSorrel"_s;
const QString logged = u"LoggedTeasel"_s;

} // namespace planted

class TestKeeping : public sample::FreshFile {
    Q_OBJECT

    [[nodiscard]] static record::Entry said(int year, const QString& raw, int row = 2)
    {
        return sample::entry(u"SC"_s, year, {sample::value(u"FSM"_s, raw, row), sample::value(u"Term"_s, u"x"_s, row, 2)});
    }

    // Every text and blob of every table, as one heap of bytes in UTF-8 and UTF-16.
    [[nodiscard]] static QByteArray everything(const QString& path, const QString& words)
    {
        const auto header = extract::readHeader(path);
        const auto key = header ? extract::keyFor(sample::passphrase(words), *header) : tl::unexpected(header.error());
        if (!key)
            return {};
        const auto connection = extract::openKeyed(path, *key, true);
        if (!connection)
            return {};
        QByteArray heap;
        for (const QByteArray& table : extract::tableNames(*connection)) {
            const QByteArray columns = "PRAGMA table_info(\"" + table + "\")";
            extract::Statement names = connection->prepare(columns.constData());
            int count = 0;
            while (names.next())
                ++count;
            const QByteArray sql = "SELECT * FROM \"" + table + '"';
            extract::Statement rows = connection->prepare(sql.constData());
            while (rows.next())
                for (int column = 0; column < count; ++column)
                    heap += rows.bytes(column) + '\n';
        }
        // No page that rows were taken out of, where their bytes could linger.
        if (connection->number("PRAGMA freelist_count").value_or(-1) != 0)
            return "free pages";
        return heap;
    }

    [[nodiscard]] static bool holds(const QByteArray& heap, const QString& text)
    {
        return heap.contains(text.toUtf8()) ||
               heap.contains(QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
    }

    // Something in every part.
    void plant(Extract& into)
    {
        SAMPLE_OK(sample::import(into, planted::delivered, "a", {said(2013, planted::delivered)}));
        record::Entry own = said(2014, planted::written);
        own.writtenIn = true;
        SAMPLE_OK(into.writeIn({own}));
        record::Decisions decisions;
        decisions.nameToUse = planted::decided;
        decisions.dismissals.push_back({u"f"_s, planted::decided, sample::clock().now()});
        decisions.setAside.push_back(into.record()->entries.front().id);
        SAMPLE_OK(into.saveDecisions(decisions));
        extract::Attachment attachment;
        attachment.name = planted::proof;
        attachment.bytes = planted::proof.toUtf8();
        const auto evidence = into.addAttachment(attachment);
        SAMPLE_OK(evidence);
        requests::Concern concern;
        concern.ownWords = planted::wanted;
        concern.evidence.push_back(*evidence);
        concern.evidenceNames << planted::wanted;
        requests::FrozenValue frozen;
        frozen.raw = planted::wanted;
        concern.values.push_back(frozen);
        const auto id = into.saveConcern(concern);
        SAMPLE_OK(id);
        requests::Request request;
        request.concern = *id;
        request.draft = planted::wanted;
        request.writer.address << planted::wanted;
        const auto asked = into.saveRequest(request);
        SAMPLE_OK(asked);
        requests::PrintedLetter letter;
        letter.request = *asked;
        letter.bytes = planted::wanted.toUtf8();
        SAMPLE_OK(into.keepLetter(letter));
        SAMPLE_OK(into.note(u"export"_s, planted::logged));
        SAMPLE_OK(into.setProperty(u"at-risk"_s, u"1"_s));
    }

private Q_SLOTS:
    // withdraw -------------------------------------------------------------------------------------------------

    void withdrawnDocumentIsGone()
    {
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(sample::import(*opened, u"secretname.csv"_s, "bytes of the first",
                                     {said(2013, u"onlyfirst"_s), said(2014, u"both"_s, 3), said(2015, u"differs"_s)}));
            SAMPLE_OK(sample::import(*opened, u"second.csv"_s, "bytes of the second",
                                     {said(2014, u"both"_s, 7), said(2015, u"otherwise"_s), said(2016, u"new"_s)}));
        }
        auto opened = open(u"walnut ferry tulip"_s, QDate(2026, 3, 5)); // a further sitting: its backup has both
        SAMPLE_OK(opened);
        const record::Record before = *opened->record();
        requests::Concern concern;
        requests::FrozenValue frozen;
        frozen.value = before.entries.front().values.front().id;
        frozen.raw = u"frozen text"_s;
        concern.values.push_back(frozen);
        SAMPLE_OK(opened->saveConcern(concern));
        record::Decisions decisions;
        for (const record::Entry& entry : before.entries)
            decisions.setAside.push_back(entry.id);
        SAMPLE_OK(opened->saveDecisions(decisions));
        QVERIFY(extract::backupsOf(m_path).size() >= 2);

        SAMPLE_FAILS(opened->withdraw({{99}}, {}), Usage);
        SAMPLE_FAILS(opened->withdraw({}, {}), Usage);
        const auto done = opened->withdraw({before.documents[0].id}, u"sent by mistake"_s);
        SAMPLE_OK(done);
        QCOMPARE(done->documents, 1);
        QCOMPARE(done->entriesRemoved, 2);
        QCOMPARE(done->entriesPassedOn, 1);
        QCOMPARE(done->backupsReplaced, 1);
        QCOMPARE(done->backupsRemoved, 0);

        const record::Record after = *opened->record();
        QCOMPARE(after.documents.size(), std::size_t{1});
        QCOMPARE(after.documents[0], before.documents[1]);
        QCOMPARE(after.entries.size(), std::size_t{3});
        for (const record::Entry& entry : after.entries) {
            QCOMPARE(entry.document, before.documents[1].id);
            QVERIFY(entry.witnesses.empty()); // the agreeing one is the document now, the disagreeing one spoke of what went
        }
        const auto both = std::find_if(after.entries.begin(), after.entries.end(),
                                       [](const record::Entry& e) { return e.year->start == 2014; });
        const auto old = std::find_if(before.entries.begin(), before.entries.end(),
                                      [](const record::Entry& e) { return e.year->start == 2014; });
        QVERIFY(both != after.entries.end());
        QCOMPARE(both->id, old->id);
        QCOMPARE(both->values[0].id, old->values[0].id);
        QCOMPARE(both->values[0].raw, u"both"_s);
        QCOMPARE(both->values[0].where.row, 7); // where the other document has it
        QCOMPARE(both->values[0].where.column, 0);
        QCOMPARE(both->fingerprint, old->fingerprint);
        QCOMPARE(opened->concerns()->at(0).values.at(0).raw, u"frozen text"_s);
        QCOMPARE(opened->decisions()->setAside.size(), std::size_t{3});
        QCOMPARE(opened->log()->back().what, u"withdrawal"_s);
        QCOMPARE(opened->log()->back().detail, u"sent by mistake"_s);
        QVERIFY(opened->verify()->problems.empty());

        // Ids are not given out again.
        SAMPLE_OK(sample::import(*opened, u"third.csv"_s, "third", {said(2019, u"later"_s)}));
        QCOMPARE(opened->record()->documents.back().id.n, 3);
        QVERIFY(opened->record()->entries.back().id.n > before.entries.back().id.n);
        QVERIFY(opened->verify()->problems.empty());
        opened = base::fail(base::ErrorKind::Stopped, {});

        // Not in the file, not in a backup.
        auto files = extract::backupsOf(m_path);
        files.push_back(m_path);
        for (const QString& file : files) {
            const QByteArray heap = everything(file, u"walnut ferry tulip"_s);
            QVERIFY(!heap.isEmpty());
            for (const QString& gone : {u"onlyfirst"_s, u"secretname.csv"_s, u"bytes of the first"_s, u"differs"_s})
                QVERIFY2(!holds(heap, gone), qPrintable(file + u' ' + gone));
        }
        QVERIFY(holds(everything(m_path, u"walnut ferry tulip"_s), u"both"_s));
        QVERIFY(QDir(m_folder->path()).entryList({u"*.new"_s}).isEmpty());
    }

    void disagreementOfOthersStays()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        for (const auto& [name, raw] : {std::pair("a", "1"), std::pair("b", "2"), std::pair("c", "3")})
            SAMPLE_OK(sample::import(*opened, QString::fromLatin1(name), name, {said(2013, QString::fromLatin1(raw))}));
        SAMPLE_OK(opened->withdraw({{1}}, {}));
        const record::Record record = *opened->record();
        QCOMPARE(record.entries.size(), std::size_t{2});
        for (const record::Entry& entry : record.entries) {
            QCOMPARE(entry.witnesses.size(), std::size_t{1});
            QVERIFY(!entry.witnesses[0].agrees);
        }
        QVERIFY(opened->verify()->problems.empty());
    }

    void witnessAloneMayLeave()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        SAMPLE_OK(sample::import(*opened, u"a"_s, "a", {said(2013, u"1"_s)}));
        SAMPLE_OK(sample::import(*opened, u"b"_s, "b", {said(2013, u"1"_s)}));
        const record::Record before = *opened->record();
        QCOMPARE(before.entries[0].witnesses.size(), std::size_t{1});
        const auto done = opened->withdraw({{2}}, {});
        SAMPLE_OK(done);
        QCOMPARE(done->entriesRemoved, 0);
        const record::Record after = *opened->record();
        QCOMPARE(after.entries.size(), std::size_t{1});
        QCOMPARE(after.entries[0].values, before.entries[0].values);
        QVERIFY(after.entries[0].witnesses.empty());
        SAMPLE_OK(opened->withdraw({{1}}, {}));
        QVERIFY(opened->record()->entries.empty());
        QVERIFY(opened->record()->documents.empty());
    }

    // A crash between the file and its backups: the next sitting finishes.
    void withdrawalIsFinishedLater()
    {
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(sample::import(*opened, u"a"_s, "a", {said(2013, u"onlyfirst"_s)}));
            SAMPLE_OK(opened->backUp());
        }
        const QByteArray backup = sample::contents(extract::backupsOf(m_path).front());
        {
            auto opened = open();
            SAMPLE_OK(opened);
            SAMPLE_OK(opened->withdraw({{1}}, {}));
            SAMPLE_OK(opened->setProperty(u"unfinished"_s, u"withdrawal 1"_s));
        }
        for (const QString& file : extract::backupsOf(m_path))
            QVERIFY(sample::write(file, backup));
        QVERIFY(holds(everything(extract::backupsOf(m_path).front(), u"walnut ferry tulip"_s), u"onlyfirst"_s));
        {
            const auto opened = open();
            SAMPLE_OK(opened);
            QCOMPARE(opened->property(u"unfinished"_s).value_or(u"?"_s), QString());
        }
        QVERIFY(!extract::backupsOf(m_path).empty());
        for (const QString& file : extract::backupsOf(m_path))
            QVERIFY(!holds(everything(file, u"walnut ferry tulip"_s), u"onlyfirst"_s));
    }

    // hand over ------------------------------------------------------------------------------------------------

    void handedOverCopyHoldsOnlyWhatWasTicked_data()
    {
        QTest::addColumn<int>("ticked");
        for (int ticked = 0; ticked < 32; ++ticked)
            if (ticked < 2 || ticked == 31 || (ticked & (ticked - 1)) == 0 || ticked == 12)
                QTest::newRow(qPrintable(QString::number(ticked))) << ticked;
    }
    void handedOverCopyHoldsOnlyWhatWasTicked()
    {
        QFETCH(int, ticked);
        extract::HandOverChoice with;
        for (std::size_t i = 0; i < extract::handOverParts().size(); ++i)
            with.*extract::handOverParts()[i].chosen = (ticked >> i & 1) != 0;
        auto opened = open();
        SAMPLE_OK(opened);
        plant(*opened);
        const QString copy = in(u"for-somebody.pupilrecord"_s);
        SAMPLE_OK(opened->handOver(copy, sample::passphrase(u"other words"_s), with, sample::quick()));
        QCOMPARE(opened->log()->back().what, u"hand-over"_s);

        const QByteArray heap = everything(copy, u"other words"_s);
        QVERIFY(holds(heap, planted::delivered));
        QCOMPARE(holds(heap, planted::written), with.typedIn);
        QCOMPARE(holds(heap, planted::decided), with.decisions);
        QCOMPARE(holds(heap, planted::wanted), with.putRight);
        QCOMPARE(holds(heap, planted::proof), with.evidence);
        QCOMPARE(holds(heap, planted::logged), with.log);
        SAMPLE_FAILS(Extract::open(copy, sample::passphrase(), sample::clock()), WrongPassphrase);

        const auto given = Extract::open(copy, sample::passphrase(u"other words"_s), sample::clock());
        SAMPLE_OK(given);
        QVERIFY(given->verify()->problems.empty());
        QCOMPARE(given->property(u"at-risk"_s).value_or(QString()), u"1"_s);
        const record::Record there = *given->record();
        const record::Record here = *opened->record();
        QCOMPARE(there.person, here.person);
        QVERIFY(there.documents == here.documents);
        QCOMPARE(there.entries.size(), here.entries.size() - (with.typedIn ? 0 : 1));
        for (const record::Entry& entry : there.entries)
            QVERIFY(std::find(here.entries.begin(), here.entries.end(), entry) != here.entries.end()); // ids too
        QCOMPARE(given->concerns()->size(), std::size_t(with.putRight ? 1 : 0));
        QCOMPARE(given->attachments()->size(), std::size_t(with.evidence ? 1 : 0));
        QCOMPARE(given->log()->empty(), !with.log);
    }

    // A table somebody adds stays behind until it is decided where it belongs.
    void everyTableIsDecidedAbout()
    {
        const auto memory = extract::Connection::open({}, extract::Connection::Mode::Memory);
        SAMPLE_OK(memory);
        SAMPLE_OK(memory->run(extract::schemaText(extract::newestVersion())));
        QSet<QByteArray> named;
        for (const extract::TableCopy& copy : extract::handOverPlan({true, true, true, true, true}))
            named.insert(copy.table);
        for (const QByteArray& table : extract::tableNames(*memory))
            QVERIFY2(named.contains(table), table.constData());
    }

    void handOverRefuses()
    {
        auto opened = open();
        SAMPLE_OK(opened);
        const QString copy = in(u"copy.pupilrecord"_s);
        SAMPLE_FAILS(opened->handOver(copy, sample::passphrase(), {}, sample::quick()), Usage); // its own passphrase
        QVERIFY(!QFile::exists(copy));
        QVERIFY(sample::write(copy, "somebody's"));
        SAMPLE_FAILS(opened->handOver(copy, sample::passphrase(u"o"_s), {}, sample::quick()), WouldOverwrite);
        SAMPLE_FAILS(opened->handOver(m_path, sample::passphrase(u"o"_s), {}, sample::quick()), InUse);
        SAMPLE_FAILS(opened->handOver(in(u"no/such/c.pupilrecord"_s), sample::passphrase(u"o"_s), {}, sample::quick()),
                     DiskOrPermission);
        QCOMPARE(sample::contents(copy), QByteArray("somebody's"));
        auto options = sample::quick();
        options.overwrite = true;
        SAMPLE_OK(opened->handOver(copy, sample::passphrase(u"o"_s), {}, options));
        QVERIFY(QDir(m_folder->path()).entryList({u"*.new"_s}).isEmpty());
    }

    void handOverFromAReadOnlyMedium()
    {
        auto opened = Extract::open(m_path, sample::passphrase(), sample::clock(), extract::Access::ReadOnly);
        SAMPLE_OK(opened);
        const QString copy = in(u"copy.pupilrecord"_s);
        SAMPLE_OK(opened->handOver(copy, sample::passphrase(u"o"_s), {}, sample::quick()));
        QVERIFY(opened->log()->empty());
        SAMPLE_OK(Extract::open(copy, sample::passphrase(u"o"_s), sample::clock()));
    }
};

SAMPLE_MAIN(TestKeeping)
#include "tst_keeping.moc"
