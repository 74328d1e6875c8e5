// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/value_json.h"

using namespace Qt::StringLiterals;

namespace reports {

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

const catalogue::Item* FieldFacts::of(const record::Entry& entry, const record::Value& value)
{
    if (value.item.isEmpty())
        return nullptr;
    const QString key = value.item + QChar(0x1f) + entry.collection + QChar(0x1f)
                        + (entry.year ? QString::number(entry.year->start) : QString());
    if (const auto found = m_items.constFind(key); found != m_items.constEnd())
        return found->get();
    // The reader resolved the field; where it stood in another table than the collection's own, the name decides.
    auto id = catalogue::itemNamed(value.item, entry.collection, entry.year);
    if (!id)
        id = catalogue::itemNamed(value.item, {}, entry.year);
    auto item = id ? std::make_shared<const catalogue::Item>(catalogue::item(*id)) : nullptr;
    m_items.insert(key, item);
    return item.get();
}

QStringList valueKeys()
{
    return {u"id"_s,         u"collection"_s,          u"academic_year"_s, u"term"_s,    u"date"_s,     u"item"_s,
            u"alias"_s,      u"raw"_s,                 u"meaning"_s,       u"meaning_source"_s,         u"tier"_s,
            u"identification_risk"_s, u"sensitivity"_s, u"locates"_s,      u"document"_s, u"sha256"_s, u"locator"_s,
            u"written_in"_s};
}

QString locatorWords(const record::Locator& where)
{
    QStringList parts;
    if (!where.sheet.isEmpty())
        parts << u"sheet "_s + where.sheet;
    if (where.row > 0)
        parts << u"row "_s + QString::number(where.row);
    if (where.column > 0)
        parts << u"column "_s + QString::number(where.column);
    if (!where.path.isEmpty())
        parts << where.path;
    if (where.line > 0)
        parts << u"line "_s + QString::number(where.line);
    return parts.join(u", "_s);
}

QJsonObject valueJson(const record::Record& record, const record::Entry& entry, const record::Value& value,
                      FieldFacts& facts)
{
    const catalogue::Item* item = facts.of(entry, value);
    const catalogue::Meaning meaning = item ? catalogue::meaningOf(*item, entry.year, value.raw) : catalogue::Meaning{};
    const bool hasMeaning = item && meaning.known && !meaning.text.isEmpty();
    const record::Document* document = record.document(entry.document);
    return {
        {u"id"_s, value.id.n},
        {u"collection"_s, orNull(entry.collection)},
        {u"academic_year"_s, orNull(entry.year ? entry.year->text() : QString())},
        {u"term"_s, orNull(catalogue::termWord(entry.term))},
        {u"date"_s, orNull(entry.date.toString(Qt::ISODate))},
        {u"item"_s, orNull(value.item)},
        {u"alias"_s, value.name},
        {u"raw"_s, value.raw},
        {u"meaning"_s, orNull(hasMeaning ? meaning.text : QString())},
        {u"meaning_source"_s, orNull(hasMeaning ? meaning.source : QString())},
        {u"tier"_s, orNull(item ? item->tier : QString())},
        {u"identification_risk"_s, orNull(item ? item->identificationRisk : QString())},
        {u"sensitivity"_s, orNull(item ? item->sensitivity : QString())},
        {u"locates"_s, item ? QJsonValue(item->locates) : QJsonValue(QJsonValue::Null)},
        {u"document"_s, orNull(document ? document->name : QString())},
        {u"sha256"_s, orNull(document ? QString::fromLatin1(document->sha256.toHex()) : QString())},
        {u"locator"_s, orNull(locatorWords(value.where))},
        {u"written_in"_s, entry.writtenIn},
    };
}

QJsonObject valueJson(const record::Record& record, const record::Entry& entry, const record::Value& value)
{
    FieldFacts facts;
    return valueJson(record, entry, value, facts);
}

} // namespace reports
