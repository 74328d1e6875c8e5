// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/record.h"

#include "base/digest.h"

#include <QCoreApplication>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <charconv>

namespace record {

namespace {

// Spells an entry into one buffer: a record of a million values has no time for an allocation or a digest call a text.
class Spelling {
public:
    Spelling() { m_bytes.reserve(1024); } // most entries fit: no growing by steps
    // A length before each text: no two different entries can spell the same bytes.
    void add(const QString& text)
    {
        m_scratch.resize(m_encoder.requiredSpace(text.size()));
        const char* end = m_encoder.appendToBuffer(m_scratch.data(), text);
        qsizetype size = end - m_scratch.constData();
        if (m_encoder.hasError()) {
            // Half a surrogate pair: spelt as QString::toUtf8 does, so that fingerprints in older files stay true.
            m_scratch = text.toUtf8();
            size = m_scratch.size();
            m_encoder.resetState();
        }
        std::array<char, 24> length{};
        const auto written = std::to_chars(length.data(), length.data() + length.size(), size);
        m_bytes.append(length.data(), written.ptr - length.data()).append(':').append(m_scratch.constData(), size);
    }
    const QByteArray& bytes() const { return m_bytes; }

private:
    QStringEncoder m_encoder{QStringEncoder::Utf8, QStringConverter::Flag::Stateless};
    QByteArray m_scratch;
    QByteArray m_bytes;
};

} // namespace

QString Locator::text() const
{
    QStringList parts;
    const auto say = [&](const char* pattern, const auto& what) {
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
    Spelling spelling;
    spelling.add(entry.collection);
    spelling.add(entry.dataset);
    spelling.add(entry.year ? entry.year->text() : QString());
    spelling.add(catalogue::termWord(entry.term));
    spelling.add(entry.date.toString(Qt::ISODate));
    spelling.add(entry.establishment);
    std::vector<const Value*> sorted;
    sorted.reserve(entry.values.size());
    for (const Value& value : entry.values)
        sorted.push_back(&value);
    std::sort(sorted.begin(), sorted.end(), [](const Value* a, const Value* b) {
        // Names of one column mostly share their characters: no need to look at them.
        const bool sameName = a->name.constData() == b->name.constData() || a->name == b->name;
        return sameName ? a->raw < b->raw : a->name < b->name;
    });
    for (const Value* value : sorted) {
        spelling.add(value->name);
        spelling.add(value->raw);
    }
    return base::sha256(spelling.bytes());
}

} // namespace record
