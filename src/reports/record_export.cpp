// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/record_export.h"

#include "reports/csv_text.h"
#include "reports/value_json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

QString number(qint64 n)
{
    return QString::number(n);
}

QString isoTime(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

// A cell of a table out of a JSON value: null is an empty cell.
QString cell(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    return value.isDouble() ? number(value.toInteger()) : value.toString();
}

QByteArray table(const QStringList& keys, const std::vector<QJsonObject>& rows)
{
    QByteArray bytes = csvHead(keys);
    for (const QJsonObject& row : rows) {
        QStringList cells;
        for (const QString& key : keys)
            cells << cell(row.value(key));
        bytes += csvRow(cells);
    }
    return bytes;
}

QJsonObject personJson(const record::Person& person)
{
    return {{u"name"_s, orNull(person.name)},
            {u"born"_s, orNull(person.born.toString(Qt::ISODate))},
            {u"upn"_s, orNull(person.upn)},
            {u"uln"_s, orNull(person.uln)}};
}

QJsonObject documentJson(const record::Document& document)
{
    return {{u"id"_s, document.id.n},
            {u"name"_s, orNull(document.name)},
            {u"container"_s, orNull(document.container)},
            {u"sha256"_s, orNull(QString::fromLatin1(document.sha256.toHex()))},
            {u"size"_s, document.size},
            {u"format"_s, orNull(document.format)},
            {u"version"_s, orNull(document.version)},
            {u"reader"_s, orNull(document.reader)},
            {u"imported_at"_s, orNull(isoTime(document.importedAt))},
            {u"withheld_bytes"_s, document.withheldBytes}};
}

QJsonObject witnessJson(const record::Entry& entry, const record::Witness& witness)
{
    return {{u"entry"_s, entry.id.n},
            {u"document"_s, witness.document.n},
            {u"locator"_s, orNull(locatorWords(witness.where))},
            {u"agrees"_s, witness.agrees}};
}

QJsonObject entryJson(const record::Entry& entry)
{
    return {{u"id"_s, entry.id.n},
            {u"document"_s, entry.document.n},
            {u"collection"_s, orNull(entry.collection)},
            {u"dataset"_s, orNull(entry.dataset)},
            {u"academic_year"_s, orNull(entry.year ? entry.year->text() : QString())},
            {u"term"_s, orNull(catalogue::termWord(entry.term))},
            {u"date"_s, orNull(entry.date.toString(Qt::ISODate))},
            {u"establishment"_s, orNull(entry.establishment)},
            {u"written_in"_s, entry.writtenIn}};
}

const QStringList& documentKeys()
{
    static const QStringList keys{u"id"_s,     u"name"_s,    u"container"_s, u"sha256"_s,      u"size"_s,
                                  u"format"_s, u"version"_s, u"reader"_s,    u"imported_at"_s, u"withheld_bytes"_s};
    return keys;
}

const QStringList& entryKeys()
{
    static const QStringList keys{u"id"_s,   u"document"_s, u"collection"_s,    u"dataset"_s,   u"academic_year"_s,
                                  u"term"_s, u"date"_s,     u"establishment"_s, u"written_in"_s};
    return keys;
}

// The values table tells which entry a value belongs to: a record joins by it.
QByteArray valuesTable(const record::Record& record)
{
    FieldFacts facts;
    const QStringList keys = valueKeys();
    QStringList headings = keys;
    headings << u"entry"_s;
    QByteArray bytes = csvHead(headings);
    for (const record::Entry& entry : record.entries)
        for (const record::Value& value : entry.values) {
            const QJsonObject row = valueJson(record, entry, value, facts);
            QStringList cells;
            for (const QString& key : keys)
                cells << cell(row.value(key));
            cells << number(entry.id.n);
            bytes += csvRow(cells);
        }
    return bytes;
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// An array with one element a line, written straight into the bytes: a million values need not stand in memory twice.
template <typename Add>
void writeArray(QByteArray& bytes, const char* name, Add addElements)
{
    bool first = true;
    bytes.append(",\n\"").append(name).append("\":[");
    addElements([&](const QJsonObject& element) {
        bytes.append(first ? "\n" : ",\n").append(compact(element));
        first = false;
    });
    bytes.append("]");
}

} // namespace

std::vector<ExportFile> exportCsv(const record::Record& record)
{
    std::vector<QJsonObject> documents;
    documents.reserve(record.documents.size());
    for (const record::Document& document : record.documents)
        documents.push_back(documentJson(document));
    std::vector<QJsonObject> entries;
    std::vector<QJsonObject> witnesses;
    for (const record::Entry& entry : record.entries) {
        entries.push_back(entryJson(entry));
        for (const record::Witness& witness : entry.witnesses)
            witnesses.push_back(witnessJson(entry, witness));
    }
    return {{u"person.csv"_s, table({u"name"_s, u"born"_s, u"upn"_s, u"uln"_s}, {personJson(record.person)})},
            {u"documents.csv"_s, table(documentKeys(), documents)},
            {u"entries.csv"_s, table(entryKeys(), entries)},
            {u"witnesses.csv"_s, table({u"entry"_s, u"document"_s, u"locator"_s, u"agrees"_s}, witnesses)},
            {u"values.csv"_s, valuesTable(record)}};
}

std::vector<ExportFile> exportJson(const record::Record& record)
{
    QByteArray bytes = "{\"schema\":1,\n\"person\":";
    bytes.append(compact(personJson(record.person)));
    writeArray(bytes, "documents", [&](auto add) {
        for (const record::Document& document : record.documents)
            add(documentJson(document));
    });
    writeArray(bytes, "entries", [&](auto add) {
        for (const record::Entry& entry : record.entries)
            add(entryJson(entry));
    });
    writeArray(bytes, "witnesses", [&](auto add) {
        for (const record::Entry& entry : record.entries)
            for (const record::Witness& witness : entry.witnesses)
                add(witnessJson(entry, witness));
    });
    FieldFacts facts;
    writeArray(bytes, "values", [&](auto add) {
        for (const record::Entry& entry : record.entries)
            for (const record::Value& value : entry.values) {
                QJsonObject object = valueJson(record, entry, value, facts);
                object.insert(u"entry"_s, entry.id.n);
                add(object);
            }
    });
    bytes.append("}\n");
    return {{u"record.json"_s, bytes}};
}

} // namespace reports
