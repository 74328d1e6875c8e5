// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"

#include "base/digest.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using extract::Extract;
using record::ValueId;

namespace {

record::Entry typed(const QString& name, const QString& raw, const QString& place = {}, record::DocumentId document = {})
{
    record::Entry entry = sample::entry(u"SC"_s, 2013, {});
    entry.dataset.clear();
    entry.establishment.clear();
    entry.writtenIn = true;
    entry.document = document;
    record::Value value;
    value.name = name;
    value.item = name;
    value.raw = raw;
    value.where.path = place;
    entry.values = {value};
    return entry;
}

std::vector<const record::Entry*> writtenIn(const record::Record& record)
{
    std::vector<const record::Entry*> entries;
    for (const record::Entry& entry : record.entries)
        if (entry.writtenIn)
            entries.push_back(&entry);
    return entries;
}

} // namespace

class TestWritten : public sample::FreshExtract {
    Q_OBJECT

    // A PDF as it came, and a file of data.
    record::DocumentId attached()
    {
        extract::NewDocument pdf = sample::document(u"letter from school.pdf"_s, "%PDF-1.4 paper");
        pdf.document.format = u"pdf"_s;
        auto run = m_extract->import();
        const auto begun = (*run)->begin(pdf);
        if (!(*run)->finishDocument(begun->id, pdf) || !(*run)->commit())
            return {};
        return begun->id;
    }

    ValueId writeOne(const record::Entry& entry)
    {
        const auto ids = m_extract->writeIn({entry});
        return ids && ids->size() == 1 ? ids->front() : ValueId{};
    }

private Q_SLOTS:
    void comesBackAsItWasTyped()
    {
        const record::DocumentId paper = attached();
        const ValueId id = writeOne(typed(u"Ethnic group"_s, u"  WBRI\n"_s, u"page 3, line 5"_s, paper));
        QVERIFY(record::isWrittenIn(id));
        reopen();
        const auto record = m_extract->record();
        SAMPLE_OK(record);
        const record::Entry* entry = record->entryOf(id);
        QVERIFY(entry);
        QVERIFY(entry->writtenIn && record::isWrittenIn(entry->id));
        QCOMPARE(entry->document, paper);
        QCOMPARE(entry->collection, u"SC"_s);
        QCOMPARE(entry->year->text(), u"2013/14"_s);
        QCOMPARE(entry->term, catalogue::Term::Spring);
        QCOMPARE(record->value(id)->raw, u"  WBRI\n"_s);
        QCOMPARE(record->value(id)->where.text(), u"page 3, line 5"_s);
        QCOMPARE(entry->fingerprint, record::fingerprintOf(*entry));
    }

    void neverMixedWithWhatWasDelivered()
    {
        const record::Entry given = sample::entry(u"SC"_s, 2013, {sample::value(u"Ethnic group"_s, u"WBRI"_s)});
        SAMPLE_OK(sample::import(*m_extract, u"a.csv"_s, "a", {given}));
        const ValueId id = writeOne(typed(u"Ethnic group"_s, u"WBRI"_s));
        SAMPLE_OK(sample::import(*m_extract, u"b.csv"_s, "b", {given}));
        const auto record = m_extract->record();
        SAMPLE_OK(record);
        const auto own = writtenIn(*record);
        QCOMPARE(own.size(), std::size_t{1});
        QCOMPARE(own.front()->values.size(), std::size_t{1});
        QVERIFY(own.front()->witnesses.empty());
        for (const record::Entry& entry : record->entries) {
            QCOMPARE(record::isWrittenIn(entry.id), entry.writtenIn);
            for (const record::Value& value : entry.values)
                QCOMPARE(record::isWrittenIn(value.id), entry.writtenIn);
            for (const record::Witness& witness : entry.witnesses)
                QVERIFY(record->document(witness.document));
        }
        QVERIFY(record->value(id));
    }

    void valuesOfOneMomentStandTogether()
    {
        const ValueId first = writeOne(typed(u"Ethnic group"_s, u"WBRI"_s));
        const ValueId second = writeOne(typed(u"Language"_s, u"ENG"_s));
        record::Entry later = typed(u"Language"_s, u"ENG"_s);
        later.term = catalogue::Term::Summer;
        const ValueId third = writeOne(later);
        const ValueId again = writeOne(typed(u"Language"_s, u"POL"_s)); // the same field twice is two sayings
        const auto record = m_extract->record();
        SAMPLE_OK(record);
        QCOMPARE(record->entryOf(first), record->entryOf(second));
        QVERIFY(record->entryOf(third) != record->entryOf(first));
        QVERIFY(record->entryOf(again) != record->entryOf(first));
        QCOMPARE(writtenIn(*record).size(), std::size_t{3});
    }

    void rowsOfATableStayApart()
    {
        record::Entry maths = typed(u"Subject"_s, u"Maths"_s);
        maths.dataset = u"pasted"_s;
        maths.values.push_back(typed(u"Grade"_s, u"A"_s).values.front());
        record::Entry art = maths;
        art.values[0].raw = u"Art"_s;
        const auto ids = m_extract->writeIn({maths, art});
        SAMPLE_OK(ids);
        QCOMPARE(ids->size(), std::size_t{4});
        QVERIFY(std::is_sorted(ids->begin(), ids->end()));
        writeOne(typed(u"Attendance"_s, u"97"_s)); // joins no row of the table
        const auto record = m_extract->record();
        SAMPLE_OK(record);
        QCOMPARE(record->entryOf(ids->at(0)), record->entryOf(ids->at(1)));
        QVERIFY(record->entryOf(ids->at(1)) != record->entryOf(ids->at(2)));
        QCOMPARE(writtenIn(*record).size(), std::size_t{3});
    }

    void changes()
    {
        const ValueId group = writeOne(typed(u"Ethnic group"_s, u"WBRI"_s, u"page 1"_s));
        const ValueId language = writeOne(typed(u"Language"_s, u"ENG"_s));
        record::WrittenChange change;
        change.raw = u"WIRI"_s;
        change.place = u"page 2, line 9"_s;
        SAMPLE_OK(m_extract->changeWritten(group, change));
        reopen();
        auto record = m_extract->record();
        SAMPLE_OK(record);
        QCOMPARE(record->value(group)->raw, u"WIRI"_s);
        QCOMPARE(record->value(group)->where.path, u"page 2, line 9"_s);
        QCOMPARE(record->value(group)->name, u"Ethnic group"_s);
        QCOMPARE(record->value(language)->raw, u"ENG"_s);

        // Another time: this value goes there alone and keeps its number.
        change = {};
        change.time = record::WrittenTime{catalogue::AcademicYear{2015}, catalogue::Term::None, QDate(2016, 1, 21)};
        SAMPLE_OK(m_extract->changeWritten(group, change));
        record = m_extract->record();
        SAMPLE_OK(record);
        QCOMPARE(record->entryOf(group)->date, QDate(2016, 1, 21));
        QCOMPARE(record->entryOf(group)->term, catalogue::Term::None);
        QCOMPARE(record->entryOf(language)->year->start, 2013);
        QCOMPARE(record->value(group)->raw, u"WIRI"_s);

        // And back to the others; nothing empty stays behind.
        change.time = record::WrittenTime{catalogue::AcademicYear{2013}, catalogue::Term::Spring, {}};
        SAMPLE_OK(m_extract->changeWritten(group, change));
        record = m_extract->record();
        SAMPLE_OK(record);
        QCOMPARE(record->entryOf(group), record->entryOf(language));
        QCOMPARE(writtenIn(*record).size(), std::size_t{1});
    }

    void goesAndItsNumberIsNotGivenAgain()
    {
        const ValueId first = writeOne(typed(u"Ethnic group"_s, u"WBRI"_s));
        const ValueId second = writeOne(typed(u"Language"_s, u"ENG"_s));
        SAMPLE_OK(m_extract->removeWritten({second}));
        reopen();
        auto record = m_extract->record();
        SAMPLE_OK(record);
        QVERIFY(record->value(first));
        QVERIFY(!record->value(second));
        const ValueId third = writeOne(typed(u"Language"_s, u"ENG"_s));
        QVERIFY(third > second);
        SAMPLE_OK(m_extract->removeWritten({first, third}));
        record = m_extract->record();
        SAMPLE_OK(record);
        QVERIFY(record->entries.empty());
    }

    void onlyWhatWasWrittenInCanChange()
    {
        const record::Entry given = sample::entry(u"SC"_s, 2013, {sample::value(u"Ethnic group"_s, u"WBRI"_s)});
        SAMPLE_OK(sample::import(*m_extract, u"a.csv"_s, "a", {given}));
        const ValueId delivered = m_extract->record()->entries.front().values.front().id;
        record::WrittenChange change;
        change.raw = u"other"_s;
        SAMPLE_FAILS(m_extract->changeWritten(delivered, change), Usage);
        SAMPLE_FAILS(m_extract->removeWritten({delivered}), Usage);
        const ValueId own = writeOne(typed(u"Language"_s, u"ENG"_s));
        SAMPLE_FAILS(m_extract->removeWritten({own, delivered}), Usage); // all or none
        QVERIFY(m_extract->record()->value(own));
        QCOMPARE(m_extract->record()->value(delivered)->raw, u"WBRI"_s);
    }

    void aDocumentMustBeThere()
    {
        SAMPLE_FAILS(m_extract->writeIn({typed(u"Language"_s, u"ENG"_s, {}, {77})}), Usage);
        QVERIFY(m_extract->record()->entries.empty());
        const ValueId own = writeOne(typed(u"Language"_s, u"ENG"_s));
        record::WrittenChange change;
        change.document = record::DocumentId{77};
        SAMPLE_FAILS(m_extract->changeWritten(own, change), Usage);
        change.document = attached();
        SAMPLE_OK(m_extract->changeWritten(own, change));
        QCOMPARE(m_extract->record()->entryOf(own)->document, *change.document);
        change.document = record::DocumentId{};
        SAMPLE_OK(m_extract->changeWritten(own, change));
        QVERIFY(!m_extract->record()->entryOf(own)->document);
    }

    void aDocumentToReadIsKeptUnchanged()
    {
        const record::DocumentId paper = attached();
        reopen();
        const auto record = m_extract->record();
        SAMPLE_OK(record);
        QVERIFY(record::isToRead(*record->document(paper)));
        QCOMPARE(record->document(paper)->sha256, base::sha256("%PDF-1.4 paper"));
        QCOMPARE(m_extract->keptBytes(paper).value_or(QByteArray()), QByteArray("%PDF-1.4 paper"));
        QVERIFY(record->entries.empty());
    }

    void survivesANewPassphraseAndStaysSound()
    {
        const record::DocumentId paper = attached();
        const ValueId id = writeOne(typed(u"Language"_s, u"ENG"_s, u"page 1"_s, paper));
        SAMPLE_OK(m_extract->changePassphrase(sample::passphrase()));
        reopen();
        const auto sound = m_extract->verify();
        SAMPLE_OK(sound);
        QVERIFY(sound->problems.empty());
        QCOMPARE(sound->values, 0); // delivered ones are counted
        QCOMPARE(m_extract->record()->entryOf(id)->document, paper);
        const auto log = m_extract->log();
        SAMPLE_OK(log);
        QVERIFY(std::any_of(log->begin(), log->end(), [](const extract::LogLine& line) {
            return line.what == u"written-in"_s && !line.detail.contains(u"ENG"_s);
        }));
    }
};

SAMPLE_MAIN(TestWritten)
#include "tst_written.moc"
