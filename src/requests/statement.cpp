// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/statement.h"

#include "record/written_in.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace requests {

namespace {

// Times of one collection: "of spring 2008/09 and of spring 2009/10".
Runs times(const std::vector<const FrozenValue*>& values, Sentences& sentences)
{
    std::vector<Runs> each;
    QStringList seen;
    for (const FrozenValue* value : values) {
        if (value->when.isEmpty() || seen.contains(value->when))
            continue;
        seen << value->when;
        each.push_back(sentences.say(u"time"_s, {{u"when"_s, words(value->when)}}));
    }
    return sentences.list(each);
}

Runs place(const QString& collection, const std::vector<const FrozenValue*>& values, Sentences& sentences)
{
    const Runs when = times(values, sentences);
    if (collection.isEmpty())
        return when.empty() ? Runs{} : sentences.say(u"place.timed"_s, {{u"times"_s, when}});
    QString key = sentences.takesArticle(collection) ? u"place.named"_s : u"place.other"_s;
    Fill fill{{u"collection"_s, words(collection)}};
    if (!when.empty()) {
        key += u".timed"_s;
        fill.emplace(u"times"_s, when);
    }
    return sentences.say(key, fill);
}

Runs valueWords(const FrozenValue& value, Sentences& sentences)
{
    if (value.meaning.isEmpty() || value.meaning == value.raw)
        return sentences.say(u"value.plain"_s, {{u"raw"_s, words(value.raw)}});
    return sentences.say(u"value.coded"_s, {{u"meaning"_s, words(value.meaning)}, {u"raw"_s, words(value.raw)}});
}

// The field in words, or its heading where nobody wrote words for it.
QString fieldName(const FrozenValue& value)
{
    return value.field.isEmpty() ? value.name : value.field;
}

Runs fact(const SameValue& same, bool mask, Sentences& sentences)
{
    const FrozenValue& value = *same.values.front();
    Fill fill{{u"field"_s, words(fieldName(value))}};
    QString key = u"fact"_s;
    if (mask && value.locates)
        key = u"fact.masked"_s;
    else if (value.raw.trimmed().isEmpty())
        key = u"fact.empty"_s;
    else
        fill.emplace(u"value"_s, valueWords(value, sentences));
    if (const Runs where = places(same.values, sentences); !where.empty()) {
        key += u".placed"_s;
        fill.emplace(u"places"_s, where);
    }
    return sentences.say(key, fill);
}

Runs pieces(const FrozenValue& value, bool mask, Sentences& sentences)
{
    const bool hidden = mask && value.locates;
    std::vector<Runs> all;
    const bool named = !value.name.isEmpty() && value.name != fieldName(value);
    Fill field{{u"field"_s, words(fieldName(value))}};
    if (named)
        field.emplace(u"name"_s, words(value.name));
    all.push_back(sentences.say(named ? u"piece.field.named"_s : u"piece.field"_s, field));

    if (!value.collection.isEmpty() && !value.when.isEmpty())
        all.push_back(sentences.say(u"piece.place.timed"_s, {{u"collection"_s, words(value.collection)},
                                                             {u"when"_s, words(value.when)}}));
    else if (!value.collection.isEmpty())
        all.push_back(sentences.say(u"piece.place"_s, {{u"collection"_s, words(value.collection)}}));
    else if (!value.when.isEmpty())
        all.push_back(sentences.say(u"piece.when"_s, {{u"when"_s, words(value.when)}}));

    if (!hidden && !value.raw.trimmed().isEmpty())
        all.push_back(sentences.say(u"piece.raw"_s, {{u"raw"_s, words(value.raw)}}));
    if (!mask && !value.establishment.isEmpty())
        all.push_back(sentences.say(u"piece.school"_s, {{u"establishment"_s, words(value.establishment)}}));
    if (record::isWrittenIn(value.value))
        all.push_back(mask || value.document.isEmpty()
                          ? sentences.say(u"piece.paper"_s)
                          : sentences.say(u"piece.paper.placed"_s, {{u"place"_s, words(value.document)}}));
    else if (!mask && !value.document.isEmpty())
        all.push_back(sentences.say(u"piece.file"_s, {{u"document"_s, words(value.document)}}));

    Runs line;
    for (const Runs& piece : all) {
        if (!line.empty())
            for (const Run& run : sentences.say(u"join.comma"_s))
                line.push_back(run);
        line.insert(line.end(), piece.begin(), piece.end());
    }
    return joined(line);
}

} // namespace

std::vector<SameValue> grouped(const std::vector<FrozenValue>& values)
{
    std::vector<SameValue> groups;
    for (const FrozenValue& value : values) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const SameValue& group) {
            const FrozenValue& first = *group.values.front();
            return fieldName(first) == fieldName(value) && first.raw == value.raw && first.meaning == value.meaning
                   && first.locates == value.locates;
        });
        if (same == groups.end())
            groups.push_back(SameValue{{&value}});
        else
            same->values.push_back(&value);
    }
    return groups;
}

Runs places(const std::vector<const FrozenValue*>& values, Sentences& sentences)
{
    QStringList collections;
    for (const FrozenValue* value : values)
        if (!collections.contains(value->collection))
            collections << value->collection;
    std::vector<Runs> each;
    for (const QString& collection : std::as_const(collections)) {
        std::vector<const FrozenValue*> here;
        std::copy_if(values.begin(), values.end(), std::back_inserter(here),
                     [&](const FrozenValue* value) { return value->collection == collection; });
        if (Runs one = place(collection, here, sentences); !one.empty())
            each.push_back(std::move(one));
    }
    return sentences.list(each);
}

std::vector<Runs> whatItSays(const Concern& concern, bool mask, Sentences& sentences)
{
    std::vector<Runs> lines;
    for (const SameValue& same : grouped(concern.values))
        lines.push_back(sentences.say(lines.empty() ? u"says.first"_s : u"says.next"_s,
                                      {{u"fact"_s, fact(same, mask, sentences)}}));
    return lines;
}

std::vector<Runs> valueDetails(const Concern& concern, bool mask, Sentences& sentences)
{
    std::vector<Runs> lines;
    for (const FrozenValue& value : concern.values) {
        const Runs what = pieces(value, mask, sentences);
        const int n = static_cast<int>(lines.size()) + 1;
        lines.push_back(concern.values.size() == 1
                            ? sentences.say(u"detail.value"_s, {{u"pieces"_s, what}})
                            : sentences.say(u"detail.value.numbered"_s,
                                            {{u"n"_s, words(QString::number(n))}, {u"pieces"_s, what}}));
    }
    return lines;
}

} // namespace requests
