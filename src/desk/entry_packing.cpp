// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/entry_packing.h"

#include <cstring>

namespace desk {

namespace {

enum : quint8 { SamePlace = 1, WrittenIn = 2, HasYear = 4 };

template <typename T>
void put(QByteArray& into, T number)
{
    into.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void putText(QByteArray& into, const QString& text)
{
    put(into, static_cast<quint32>(text.size()));
    into.append(reinterpret_cast<const char*>(text.constData()), text.size() * qsizetype(sizeof(QChar)));
}

// Reads what put() wrote, in the same order; bytes are copied because they need not be aligned.
class Taking {
public:
    explicit Taking(QByteArrayView from) : m_from(from) {}
    template <typename T>
    [[nodiscard]] T number()
    {
        T number{};
        std::memcpy(&number, m_from.data() + m_at, sizeof number);
        m_at += qsizetype(sizeof number);
        return number;
    }
    [[nodiscard]] QString text()
    {
        const auto size = static_cast<qsizetype>(number<quint32>());
        QString text(size, Qt::Uninitialized);
        std::memcpy(text.data(), m_from.data() + m_at, static_cast<std::size_t>(size) * sizeof(QChar));
        m_at += size * qsizetype(sizeof(QChar));
        return text;
    }

private:
    QByteArrayView m_from;
    qsizetype m_at = 0;
};

bool samePlace(const record::Locator& a, const record::Locator& b)
{
    return a.row == b.row && a.line == b.line && a.sheet == b.sheet && a.path == b.path;
}

} // namespace

quint32 EntryPacker::idOf(std::size_t position, const record::Value& value)
{
    if (position >= m_columns.size())
        m_columns.resize(position + 1);
    Column& column = m_columns[position];
    if (column.name.name == value.name && column.name.item == value.item && !m_names.empty())
        return column.id;
    column.name = {value.name, value.item};
    const auto known = m_ids.constFind(column.name);
    if (known != m_ids.constEnd()) {
        column.id = *known;
        return column.id;
    }
    column.id = static_cast<quint32>(m_names.size());
    m_names.push_back(column.name);
    m_ids.insert(column.name, column.id);
    return column.id;
}

void EntryPacker::pack(int part, const record::Entry& entry, QByteArray& packed)
{
    packed.resize(0);
    put(packed, static_cast<qint32>(part));
    put(packed, static_cast<quint8>((entry.writtenIn ? WrittenIn : 0) | (entry.year ? HasYear : 0)));
    put(packed, static_cast<qint32>(entry.year ? entry.year->start : 0));
    put(packed, static_cast<quint8>(entry.term));
    put(packed, entry.date.isValid() ? entry.date.toJulianDay() : qint64(-1));
    putText(packed, entry.collection);
    putText(packed, entry.dataset);
    putText(packed, entry.establishment);
    put(packed, static_cast<quint32>(entry.values.size()));
    const record::Locator nowhere;
    const record::Locator* before = &nowhere;
    for (std::size_t i = 0; i < entry.values.size(); ++i) {
        const record::Value& value = entry.values[i];
        const bool same = samePlace(*before, value.where);
        put(packed, static_cast<quint8>(same ? SamePlace : 0));
        put(packed, idOf(i, value));
        putText(packed, value.raw);
        put(packed, static_cast<qint32>(value.where.column));
        if (!same) {
            put(packed, static_cast<qint32>(value.where.row));
            put(packed, static_cast<qint32>(value.where.line));
            putText(packed, value.where.sheet);
            putText(packed, value.where.path);
        }
        before = &value.where;
    }
}

EntryPacker::Packed EntryPacker::unpack(QByteArrayView packed) const
{
    Taking from(packed);
    Packed result;
    result.part = from.number<qint32>();
    const auto flags = from.number<quint8>();
    record::Entry& entry = result.entry;
    entry.writtenIn = (flags & WrittenIn) != 0;
    const auto year = from.number<qint32>();
    if (flags & HasYear)
        entry.year = catalogue::AcademicYear{year};
    entry.term = static_cast<catalogue::Term>(from.number<quint8>());
    const auto day = from.number<qint64>();
    if (day >= 0)
        entry.date = QDate::fromJulianDay(day);
    entry.collection = from.text();
    entry.dataset = from.text();
    entry.establishment = from.text();
    entry.values.resize(from.number<quint32>());
    record::Locator where;
    for (record::Value& value : entry.values) {
        const bool same = (from.number<quint8>() & SamePlace) != 0;
        const Name& name = m_names[from.number<quint32>()];
        value.name = name.name;
        value.item = name.item;
        value.raw = from.text();
        const auto column = from.number<qint32>();
        if (!same) {
            where.row = from.number<qint32>();
            where.line = from.number<qint32>();
            where.sheet = from.text();
            where.path = from.text();
        }
        value.where = where;
        value.where.column = column;
    }
    return result;
}

} // namespace desk
