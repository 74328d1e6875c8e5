// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/written_in.h"

#include <QStringList>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace record {

std::optional<Entry> changedEntry(Entry entry, ValueId id, const WrittenChange& change)
{
    const auto value = std::find_if(entry.values.begin(), entry.values.end(),
                                    [id](const Value& one) { return one.id == id; });
    if (value == entry.values.end())
        return {};
    value->name = change.name.value_or(value->name);
    value->item = change.item.value_or(value->item);
    value->raw = change.raw.value_or(value->raw);
    value->where.path = change.place.value_or(value->where.path);
    entry.collection = change.collection.value_or(entry.collection);
    entry.establishment = change.establishment.value_or(entry.establishment);
    entry.document = change.document.value_or(entry.document);
    if (change.time) {
        entry.year = change.time->year;
        entry.term = change.time->term;
        entry.date = change.time->date;
    }
    return entry;
}

bool sameMoment(const Entry& a, const Entry& b)
{
    const auto key = [](const Entry& entry) {
        return std::tie(entry.collection, entry.dataset, entry.year, entry.term, entry.date, entry.establishment,
                        entry.document);
    };
    return key(a) == key(b);
}

int pageOf(const QString& place)
{
    constexpr int mostDigits = 6;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto begin = std::find_if(place.begin(), place.end(), isDigit);
    const auto end = std::find_if_not(begin, place.end(), isDigit);
    if (begin == end || end - begin > mostDigits)
        return 0;
    return QStringView(begin, end).toInt();
}

const QStringList& formatsToRead()
{
    static const QStringList formats{u"pdf"_s,  u"jpeg"_s, u"png"_s,  u"tiff"_s, u"gif"_s, u"webp"_s,
                                     u"bmp"_s,  u"heic"_s, u"docx"_s, u"odt"_s,  u"doc"_s, u"rtf"_s};
    return formats;
}

bool isToRead(const Document& document)
{
    return formatsToRead().contains(document.format);
}

} // namespace record
