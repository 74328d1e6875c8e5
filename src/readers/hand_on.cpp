// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/hand_on.h"

#include <algorithm>

namespace readers {

ReadDocument documentOf(const SourcePart& part, const QString& format)
{
    ReadDocument document;
    document.document.name = part.name;
    document.document.container = part.container;
    document.document.format = format;
    document.document.reader = format + QStringLiteral("/1");
    return document;
}

void finishEntry(record::Entry entry, std::vector<record::Entry>& into)
{
    if (entry.values.empty())
        return;
    entry.fingerprint = record::fingerprintOf(entry);
    into.push_back(std::move(entry));
}

base::Result<void> handOn(record::Entry entry, int part, int pupil, Sink& sink, ReadDocument& document)
{
    ++document.entries;
    document.values += static_cast<qint64>(entry.values.size());
    return sink.entry(part, pupil, std::move(entry));
}

void addNotTaken(std::vector<ReadDocument::NotTaken>& notTaken, const QString& why, qint64 count)
{
    const auto known = std::find_if(notTaken.begin(), notTaken.end(), [&](const ReadDocument::NotTaken& one) { return one.why == why; });
    if (known == notTaken.end())
        notTaken.push_back({.why = why, .count = count});
    else
        known->count += count;
}

void addNotTaken(ReadDocument& document, const std::vector<ReadDocument::NotTaken>& more)
{
    for (const ReadDocument::NotTaken& one : more)
        addNotTaken(document.notTaken, one.why, one.count);
}

} // namespace readers
