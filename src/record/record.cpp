// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/record.h"

#include "base/digest.h"

#include <QCoreApplication>

#include <algorithm>

namespace record {

namespace {

// A length before each text: no two different entries can spell the same bytes.
void addText(base::Sha256& sum, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    sum.add(QByteArray(QByteArray::number(bytes.size()) + ':'));
    sum.add(bytes);
}

} // namespace

QString Locator::text() const
{
    QStringList parts;
    const auto say = [&](const char* pattern, auto what) {
        parts << QCoreApplication::translate("record::Locator", pattern).arg(what);
    };
    if (!sheet.isEmpty())
        say(QT_TRANSLATE_NOOP("record::Locator", "sheet %1"), sheet);
    if (row > 0)
        say(QT_TRANSLATE_NOOP("record::Locator", "row %1"), row);
    if (column > 0)
        say(QT_TRANSLATE_NOOP("record::Locator", "column %1"), column);
    if (!path.isEmpty())
        parts << path;
    if (line > 0)
        say(QT_TRANSLATE_NOOP("record::Locator", "line %1"), line);
    return parts.join(QStringLiteral(", "));
}

const Document* Record::document(DocumentId id) const
{
    const auto found = std::find_if(documents.begin(), documents.end(), [id](const Document& d) { return d.id == id; });
    return found == documents.end() ? nullptr : &*found;
}

const Entry* Record::entryOf(ValueId id) const
{
    for (const Entry& entry : entries) {
        const auto found = std::lower_bound(entry.values.begin(), entry.values.end(), id,
                                            [](const Value& value, ValueId wanted) { return value.id < wanted; });
        if (found != entry.values.end() && found->id == id)
            return &entry;
    }
    return nullptr;
}

const Value* Record::value(ValueId id) const
{
    const Entry* entry = entryOf(id);
    if (!entry)
        return nullptr;
    return &*std::lower_bound(entry->values.begin(), entry->values.end(), id,
                              [](const Value& value, ValueId wanted) { return value.id < wanted; });
}

QByteArray fingerprintOf(const Entry& entry)
{
    base::Sha256 sum;
    addText(sum, entry.collection);
    addText(sum, entry.dataset);
    addText(sum, entry.year ? entry.year->text() : QString());
    addText(sum, catalogue::termWord(entry.term));
    addText(sum, entry.date.toString(Qt::ISODate));
    addText(sum, entry.establishment);
    std::vector<const Value*> sorted;
    sorted.reserve(entry.values.size());
    for (const Value& value : entry.values)
        sorted.push_back(&value);
    std::sort(sorted.begin(), sorted.end(), [](const Value* a, const Value* b) {
        return a->name != b->name ? a->name < b->name : a->raw < b->raw;
    });
    for (const Value* value : sorted) {
        addText(sum, value->name);
        addText(sum, value->raw);
    }
    return sum.finish();
}

} // namespace record
