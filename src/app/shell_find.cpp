// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_find.h"

#include "app/pages/pages.h"
#include "catalogue/collections.h"
#include "catalogue/items.h"
#include "insight/census.h"

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Words {
    QString title;
    QString meaning;
};

bool holdsAll(const QString& text, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool locates(const record::Value& value, const record::Entry& entry)
{
    if (value.item.isEmpty())
        return false;
    const auto id = catalogue::itemNamed(value.item, entry.collection);
    return id && catalogue::item(*id).locates;
}

} // namespace

std::vector<Found> find(const desk::Snapshot& snapshot, const QString& asked, int limit)
{
    const QStringList words = asked.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<Found> found;
    if (words.isEmpty())
        return found;
    for (const PageName page : pageNames)
        if (holdsAll(pageTitle(page), words))
            found.push_back({{}, page, pageTitle(page), {}});

    std::unordered_map<record::ValueId, Words> said;
    for (const insight::Characteristic& characteristic :
         insight::characteristics(snapshot.record, snapshot.decisions))
        for (const insight::Reading& reading : characteristic.readings)
            said.emplace(reading.value, Words{characteristic.title, reading.meaning});

    for (const record::Entry& entry : snapshot.record.entries) {
        QString when = catalogue::termText(entry.term);
        if (entry.year)
            when += (when.isEmpty() ? QString() : u" "_s) + entry.year->text();
        const QString collection = catalogue::collectionName(entry.collection);
        const QString about = collection + u' ' + when + u' ';
        for (const record::Value& value : entry.values) {
            const auto it = said.find(value.id);
            const QString title = it != said.end() ? it->second.title : value.name;
            const QString shown = it != said.end() && !it->second.meaning.isEmpty() ? it->second.meaning : value.raw;
            const QString all = about + title + u' ' + value.name + u' ' + value.item + u' ' + value.raw + u' ' + shown;
            if (!holdsAll(all, words) || (snapshot.atRisk && locates(value, entry)))
                continue;
            found.push_back({value.id, PageName::Timeline, title + u": "_s + shown,
                             when.isEmpty() ? collection : collection + u", "_s + when});
            if (int(found.size()) >= limit)
                return found;
        }
    }
    return found;
}

} // namespace app
