// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/read_ahead.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <numeric>

namespace desk {

namespace {

constexpr std::size_t stopEvery = 256; // entries

} // namespace

std::vector<FileMark> marksOf(const QStringList& paths)
{
    std::vector<FileMark> marks;
    marks.reserve(static_cast<std::size_t>(paths.size()));
    for (const QString& path : paths) {
        const QFileInfo file(path);
        marks.push_back({file.absoluteFilePath(), file.size(), file.lastModified(), file.metadataChangeTime()});
    }
    return marks;
}

bool ReadAhead::answers(const record::Selection& asked) const
{
    return selection.everyone == asked.everyone && selection.person == asked.person && selection.onlyPupilFits == asked.onlyPupilFits &&
           selection.otherPeopleToo == asked.otherPeopleToo;
}

base::Result<readers::ReadReport> ReadAhead::replay(readers::Sink& sink, const std::stop_token& stop) &&
{
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped,
                              QCoreApplication::translate("desk::Import", "The import was stopped. Nothing was changed."));
        BASE_TRY(sink.entry(taken[i].part, 0, std::move(taken[i].entry)));
    }
    return std::move(read);
}

qint64 memoryOf(const record::Entry& entry)
{
    // Names of fields are shared between the rows of a table; the text of a cell is its own.
    constexpr qint64 textHead = 24;
    const auto own = [](const QString& text) { return text.isEmpty() ? 0 : textHead + 2 * static_cast<qint64>(text.size()); };
    return std::accumulate(entry.values.begin(), entry.values.end(), static_cast<qint64>(sizeof entry) + entry.fingerprint.size(),
                           [&](qint64 sum, const record::Value& value) {
                               return sum + static_cast<qint64>(sizeof value) + own(value.raw) + own(value.where.path);
                           });
}

qint64 keptBytesOf(const readers::ReadReport& read)
{
    return std::accumulate(read.documents.begin(), read.documents.end(), qint64(0),
                           [](qint64 sum, const readers::ReadDocument& document) { return sum + document.kept.size(); });
}

record::Selection selectionFor(record::Selection selection, const record::Person& own)
{
    selection.everyone = false;
    if (selection.person == record::Person{}) {
        selection.person = own;
    } else if (selection.person.name.isEmpty() && !selection.person.born.isValid() &&
               selection.person.upn.compare(own.upn, Qt::CaseInsensitive) == 0) {
        selection.person.name = own.name;
        selection.person.born = own.born;
    }
    return selection;
}

} // namespace desk
