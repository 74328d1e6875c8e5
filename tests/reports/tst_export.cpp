// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv_text.h"
#include "reports/record_export.h"
#include "reports/value_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

record::Value value(qint64 id, const QString& name, const QString& item, const QString& raw)
{
    record::Value one;
    one.id = {id};
    one.name = name;
    one.item = item;
    one.raw = raw;
    one.where.sheet = u"Results"_s;
    one.where.row = 12;
    one.where.column = static_cast<int>(id);
    return one;
}

record::Record invented()
{
    record::Record record;
    record.person = {u"Siân Larkspur"_s, QDate(2001, 5, 14), u"N000260000031"_s, {}};
    record::Document document;
    document.id = {3};
    document.name = u"larkspur, part 1.csv"_s;
    document.sha256 = QByteArray(32, '\x0f');
    document.size = 1234;
    document.format = u"npd-table"_s;
    document.importedAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());
    record.documents = {document};
    record::Entry entry;
    entry.id = {5};
    entry.document = {3};
    entry.collection = u"SC"_s;
    entry.dataset = u"SC_Pupil"_s;
    entry.year = catalogue::AcademicYear{2009};
    entry.term = catalogue::Term::Spring;
    entry.establishment = u"0002001"_s;
    entry.values = {value(1, u"EthnicGroupMinor_SPR10"_s, u"EthnicGroupMinor_[term][yy]"_s, u"WBRI"_s),
                    value(2, u"Postcode_SPR10"_s, u"Postcode_[term][yy]"_s, u"ZZ99 9ZZ"_s),
                    value(3, u"Own_Column"_s, {}, u"=HYPERLINK(\"x\")"_s),
                    value(4, u"Own_Score"_s, {}, u"-0.45"_s), value(5, u"Own_Code"_s, {}, u"007"_s)};
    entry.witnesses = {{{3}, {u"Results"_s, {}, 14, 0, 0}, false}};
    record.entries = {entry};
    return record;
}

// RFC 4180 read by other code than wrote it.
std::vector<QStringList> readCsv(const QByteArray& bytes)
{
    std::vector<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes.mid(3));
    for (qsizetype n = 0; n < text.size(); ++n) {
        const QChar c = text[n];
        if (quoted) {
            if (c == u'"' && n + 1 < text.size() && text[n + 1] == u'"')
                cell += text[++n];
            else if (c == u'"')
                quoted = false;
            else
                cell += c;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',') {
            row << cell;
            cell.clear();
        } else if (c == u'\r' && n + 1 < text.size() && text[n + 1] == u'\n') {
            row << cell;
            rows.push_back(row);
            row.clear();
            cell.clear();
            ++n;
        } else {
            cell += c;
        }
    }
    return rows;
}

QByteArray file(const std::vector<reports::ExportFile>& files, const QString& name)
{
    for (const auto& one : files)
        if (one.name == name)
            return one.bytes;
    return {};
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneValueHasTheKeysScriptsKnow()
    {
        const record::Record record = invented();
        const record::Entry& entry = record.entries.front();
        const QJsonObject json = reports::valueJson(record, entry, entry.values[0]);
        QStringList keys = json.keys();
        QStringList wanted = reports::valueKeys();
        keys.sort();
        wanted.sort();
        QCOMPARE(keys, wanted);
        QCOMPARE(json.value(u"id"_s).toInteger(), 1);
        QCOMPARE(json.value(u"collection"_s).toString(), u"SC"_s);
        QCOMPARE(json.value(u"academic_year"_s).toString(), u"2009/10"_s);
        QCOMPARE(json.value(u"term"_s).toString(), u"spring"_s);
        QVERIFY(json.value(u"date"_s).isNull());
        QCOMPARE(json.value(u"item"_s).toString(), u"EthnicGroupMinor_[term][yy]"_s);
        QCOMPARE(json.value(u"alias"_s).toString(), u"EthnicGroupMinor_SPR10"_s);
        QCOMPARE(json.value(u"raw"_s).toString(), u"WBRI"_s);
        QVERIFY(json.value(u"meaning"_s).toString().contains(u"British"_s));
        QVERIFY(!json.value(u"meaning_source"_s).toString().isEmpty());
        QCOMPARE(json.value(u"locates"_s), QJsonValue(false));
        QCOMPARE(json.value(u"document"_s).toString(), u"larkspur, part 1.csv"_s);
        QCOMPARE(json.value(u"sha256"_s).toString(), QString(u"0f"_s).repeated(32));
        QCOMPARE(json.value(u"locator"_s).toString(), u"sheet Results, row 12, column 1"_s);
        QCOMPARE(json.value(u"written_in"_s), QJsonValue(false));
        record::Entry own = entry;
        own.writtenIn = true;
        QCOMPARE(reports::valueJson(record, own, own.values[0]).value(u"written_in"_s), QJsonValue(true));
        QCOMPARE(reports::valueJson(record, entry, entry.values[1]).value(u"locates"_s), QJsonValue(true));
    }

    void whatIsNotKnownIsNull()
    {
        record::Record record = invented();
        record::Entry& entry = record.entries.front();
        entry.year.reset();
        entry.term = catalogue::Term::None;
        entry.document = {};
        entry.values[2].where = {};
        const QJsonObject json = reports::valueJson(record, entry, entry.values[2]);
        for (const QString& key : {u"academic_year"_s, u"term"_s, u"date"_s, u"item"_s, u"meaning"_s, u"meaning_source"_s,
                                   u"tier"_s, u"identification_risk"_s, u"sensitivity"_s, u"locates"_s, u"document"_s,
                                   u"sha256"_s, u"locator"_s})
            QVERIFY2(json.value(key).isNull(), qPrintable(key));
        QCOMPARE(json.value(u"raw"_s).toString(), u"=HYPERLINK(\"x\")"_s); // as delivered
        record.entries.front().values[0].raw = u"XXXX"_s;
        const QJsonObject unknown = reports::valueJson(record, entry, entry.values[0]);
        QVERIFY(unknown.value(u"meaning"_s).isNull()); // a code nobody knows has no meaning to print
        QVERIFY(unknown.value(u"locates"_s).isBool());
    }

    void jsonHoldsEverythingExactly()
    {
        const auto files = reports::exportJson(invented());
        QCOMPARE(files.size(), 1u);
        QCOMPARE(files[0].name, u"record.json"_s);
        QJsonParseError error;
        const QJsonObject root = QJsonDocument::fromJson(files[0].bytes, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(root.value(u"schema"_s).toInt(), 1);
        QCOMPARE(root.value(u"person"_s).toObject().value(u"name"_s).toString(), u"Siân Larkspur"_s);
        QVERIFY(root.value(u"person"_s).toObject().value(u"uln"_s).isNull());
        QCOMPARE(root.value(u"documents"_s).toArray().size(), 1);
        QCOMPARE(root.value(u"documents"_s).toArray().at(0).toObject().value(u"imported_at"_s).toString(),
                 u"2026-11-22T12:00:00Z"_s);
        QCOMPARE(root.value(u"entries"_s).toArray().at(0).toObject().value(u"establishment"_s).toString(), u"0002001"_s);
        QCOMPARE(root.value(u"witnesses"_s).toArray().at(0).toObject().value(u"agrees"_s), QJsonValue(false));
        const QJsonArray values = root.value(u"values"_s).toArray();
        QCOMPARE(values.size(), 5);
        QCOMPARE(values.at(2).toObject().value(u"raw"_s).toString(), u"=HYPERLINK(\"x\")"_s);
        QCOMPARE(values.at(4).toObject().value(u"raw"_s).toString(), u"007"_s);
        QCOMPARE(values.at(4).toObject().value(u"entry"_s).toInteger(), 5);
        // A record with nothing in it is a document too.
        QVERIFY(QJsonDocument::fromJson(reports::exportJson({}).front().bytes).isObject());
    }

    void csvReadsBack()
    {
        const auto files = reports::exportCsv(invented());
        QStringList names;
        for (const auto& one : files) {
            names << one.name;
            QVERIFY(one.bytes.startsWith("\xef\xbb\xbf"));
            const auto rows = readCsv(one.bytes);
            for (const QStringList& row : rows)
                QCOMPARE(row.size(), rows.front().size());
        }
        QCOMPARE(names, QStringList({u"person.csv"_s, u"documents.csv"_s, u"entries.csv"_s, u"witnesses.csv"_s,
                                     u"values.csv"_s}));
        const auto values = readCsv(file(files, u"values.csv"_s));
        QCOMPARE(values.size(), 6u);
        QCOMPARE(values[0].mid(0, reports::valueKeys().size()), reports::valueKeys());
        const qsizetype raw = values[0].indexOf(u"raw"_s);
        QCOMPARE(values[1][raw], u"WBRI"_s);
        QCOMPARE(values[3][raw], u"'=HYPERLINK(\"x\")"_s);
        QCOMPARE(values[3].last(), u"yes"_s);
        QCOMPARE(values[4][raw], u"-0.45"_s);
        QCOMPARE(values[4].last(), QString());
        QCOMPARE(values[5][raw], u"007"_s);
        QCOMPARE(values[1][values[0].indexOf(u"document"_s)], u"larkspur, part 1.csv"_s);
        QCOMPARE(values[2][values[0].indexOf(u"locates"_s)], u"yes"_s);
        QCOMPARE(readCsv(file(files, u"person.csv"_s))[1][0], u"Siân Larkspur"_s);
        QCOMPARE(readCsv(file(files, u"entries.csv"_s))[1][7], u"0002001"_s);
        QCOMPARE(readCsv(file(files, u"witnesses.csv"_s))[1][3], u"no"_s);
    }

    void formulasAreToldFromNumbers_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("formula");
        for (const QString& cell : {u"=1+1"_s, u"+cmd"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"\n=1"_s,
                                    u"＝1"_s, u"-"_s, u"--1"_s, u"-1-2"_s, u"+1.2.3"_s, u"-,5"_s, u"=5"_s})
            QTest::newRow(qPrintable(u"formula "_s + cell)) << cell << true;
        for (const QString& cell : {QString(), u"WBRI"_s, u"-0.45"_s, u"+3"_s, u"-1,5"_s, u"-12"_s, u"a=b"_s, u" =1"_s, u"3-4"_s, u"-.5"_s})
            QTest::newRow(qPrintable(u"text "_s + cell)) << cell << false;
    }
    void formulasAreToldFromNumbers()
    {
        QFETCH(QString, cell);
        QFETCH(bool, formula);
        QCOMPARE(reports::looksLikeFormula(cell), formula);
        const auto rows = readCsv(QByteArray("\xef\xbb\xbf").append(reports::csvRow({cell, u"x"_s})));
        QCOMPARE(rows.size(), 1u);
        QCOMPARE(rows[0][0], formula ? QString(u"'"_s + cell) : cell);
        QCOMPARE(rows[0][2], formula ? u"yes"_s : QString());
    }

    void sameRecordSameBytes()
    {
        for (std::size_t n = 0; n < 5; ++n)
            QCOMPARE(reports::exportCsv(invented())[n].bytes, reports::exportCsv(invented())[n].bytes);
        QCOMPARE(reports::exportJson(invented())[0].bytes, reports::exportJson(invented())[0].bytes);
    }

    void factsAreAskedOnceAField()
    {
        record::Record record = invented();
        reports::FieldFacts facts;
        const catalogue::Item* first = facts.of(record.entries[0], record.entries[0].values[0]);
        QVERIFY(first);
        QCOMPARE(facts.of(record.entries[0], record.entries[0].values[0]), first);
        QVERIFY(!facts.of(record.entries[0], record.entries[0].values[2]));
        record.entries[0].values[2].item = u"NoSuchField"_s;
        QVERIFY(!facts.of(record.entries[0], record.entries[0].values[2]));
        // A field that stands in another table than its collection's is still known by its name.
        record.entries[0].collection = u"CTF"_s;
        QVERIFY(facts.of(record.entries[0], record.entries[0].values[0]));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
