// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/written_in.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

record::Entry entryWith(std::vector<record::Value> values)
{
    record::Entry entry;
    entry.collection = u"SC"_s;
    entry.dataset = u"SC_Pupil"_s;
    entry.year = catalogue::AcademicYear{2013};
    entry.term = catalogue::Term::Spring;
    entry.values = std::move(values);
    return entry;
}

record::Value value(qint64 id, const QString& name, const QString& raw)
{
    record::Value value;
    value.id = {id};
    value.name = name;
    value.raw = raw;
    return value;
}

} // namespace

class RecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fingerprintIsOfContentNotOrder()
    {
        const auto a = value(1, u"A"_s, u"1"_s);
        const auto b = value(2, u"B"_s, u"2"_s);
        QCOMPARE(record::fingerprintOf(entryWith({a, b})), record::fingerprintOf(entryWith({b, a})));
        record::Entry elsewhere = entryWith({a, b});
        elsewhere.document = {7};
        elsewhere.values[0].where.row = 12;
        elsewhere.values[0].id = {};
        QCOMPARE(record::fingerprintOf(elsewhere), record::fingerprintOf(entryWith({a, b})));
        QCOMPARE(record::fingerprintOf(elsewhere).size(), 32);
    }

    void fingerprintSeesEveryDifference_data()
    {
        QTest::addColumn<record::Entry>("other");
        const auto a = value(1, u"A"_s, u"1"_s);
        record::Entry other = entryWith({a});
        other.term = catalogue::Term::Summer;
        QTest::newRow("term") << other;
        other = entryWith({a});
        other.year.reset();
        QTest::newRow("year") << other;
        other = entryWith({a});
        other.establishment = u"0001001"_s;
        QTest::newRow("school") << other;
        other = entryWith({a});
        other.date = QDate(2014, 1, 16);
        QTest::newRow("day") << other;
        QTest::newRow("blank is not absent") << entryWith({a, value(2, u"B"_s, {})});
        QTest::newRow("leading zero") << entryWith({value(1, u"A"_s, u"01"_s)});
        QTest::newRow("text moved between name and raw") << entryWith({value(1, u"A1"_s, {})});
        QTest::newRow("twice") << entryWith({a, a});
    }
    void fingerprintSeesEveryDifference()
    {
        QFETCH(record::Entry, other);
        QVERIFY(record::fingerprintOf(other) != record::fingerprintOf(entryWith({value(1, u"A"_s, u"1"_s)})));
    }

    void looksUpByIdentity()
    {
        record::Record record;
        record.documents.resize(2);
        record.documents[0].id = {4};
        record.documents[0].name = u"one.csv"_s;
        record.documents[1].id = {9};
        record.documents[1].name = u"two.csv"_s;
        record.entries = {entryWith({value(1, u"A"_s, u"x"_s), value(5, u"B"_s, u"y"_s)}),
                          entryWith({value(3, u"C"_s, u"z"_s)})};
        QCOMPARE(record.document({9})->name, u"two.csv"_s);
        QVERIFY(!record.document({5}));
        QCOMPARE(record.value({5})->raw, u"y"_s);
        QCOMPARE(record.value({3})->name, u"C"_s);
        QCOMPARE(record.entryOf({3}), &record.entries[1]);
        QVERIFY(!record.value({2}));
        QVERIFY(!record.entryOf({99}));
    }

    void locatorSaysOnlyWhatItKnows()
    {
        record::Locator where;
        QCOMPARE(where.text(), QString());
        where.sheet = u"Results"_s;
        where.row = 12;
        where.column = 5;
        QCOMPARE(where.text(), u"sheet Results, row 12, column 5"_s);
        record::Locator element;
        element.path = u"Pupil[1]/UPN"_s;
        element.line = 40;
        QCOMPARE(element.text(), u"Pupil[1]/UPN, line 40"_s);
    }

    void changesOneWrittenValueAndNoOther()
    {
        record::Entry entry = entryWith({value(1, u"A"_s, u"x"_s), value(2, u"B"_s, u"y"_s)});
        record::WrittenChange change;
        change.raw = QString();
        change.time = record::WrittenTime{catalogue::AcademicYear{2014}, catalogue::Term::None, QDate(2015, 5, 21)};
        QVERIFY(!record::changedEntry(entry, {3}, change));
        const auto changed = record::changedEntry(entry, {2}, change);
        QVERIFY(changed);
        QCOMPARE(changed->values[0].raw, u"x"_s);
        QCOMPARE(changed->values[1].raw, QString());
        QCOMPARE(changed->values[1].name, u"B"_s);
        QCOMPARE(changed->date, QDate(2015, 5, 21));
        QVERIFY(!record::sameMoment(entry, *changed));
        change.time.reset();
        QVERIFY(record::sameMoment(entry, *record::changedEntry(entry, {2}, change)));
    }

    void pageOfAPlace()
    {
        QCOMPARE(record::pageOf(u"page 3, line 5"_s), 3);
        QCOMPARE(record::pageOf(u"tudalen 12"_s), 12);
        QCOMPARE(record::pageOf(u"on the back"_s), 0);
        QCOMPARE(record::pageOf(QString()), 0);
        QCOMPARE(record::pageOf(u"receipt 20140116123"_s), 0);
    }

    void documentsToReadAreNoData()
    {
        record::Document document;
        document.format = u"npd-table"_s;
        QVERIFY(!record::isToRead(document));
        document.format = u"pdf"_s;
        QVERIFY(record::isToRead(document));
    }
};

QTEST_GUILESS_MAIN(RecordTest)
#include "tst_record.moc"
