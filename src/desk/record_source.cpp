// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/record_source.h"

#include "extract/platform/files.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::RecordSource", text);
}

const auto atRiskProperty = QStringLiteral("at-risk");

// What one document said, in the order to be said again: first what others had said before it, so that of two equal
// rows the one with a witness meets its like; then its own entries by id, which is the document's order.
using Sayings = std::map<record::DocumentId, std::vector<record::Entry>>;

record::Entry asWitnessed(const record::Entry& entry, const record::Witness& witness)
{
    record::Entry said = entry;
    for (record::Value& value : said.values)
        value.where = witness.where;
    return said;
}

Sayings sayingsOf(std::vector<record::Entry> entries)
{
    std::sort(entries.begin(), entries.end(), [](const record::Entry& a, const record::Entry& b) { return a.id < b.id; });
    Sayings sayings;
    for (const record::Entry& entry : entries) {
        // Disagreement is found anew among all documents that meet here.
        for (const record::Witness& witness : entry.witnesses)
            if (witness.agrees && !entry.writtenIn)
                sayings[witness.document].push_back(asWitnessed(entry, witness));
    }
    for (record::Entry& entry : entries)
        if (!entry.writtenIn)
            sayings[entry.document].push_back(std::move(entry));
    return sayings;
}

base::Result<record::Fit> comparePerson(const record::Person& own, const record::Person& other, bool confirmed)
{
    const record::Fit fit = record::fit(own, other);
    if (fit == record::Fit::Same || confirmed)
        return fit;
    return base::fail(base::ErrorKind::ChoiceNeeded, tr("The other record file is about somebody else, as far as the program can tell."),
                      tr("One record file holds one person. If it is the same person under a changed name or number, confirm it."));
}

base::Result<void> notItself(const extract::Extract& into, const QString& path)
{
    const auto own = extract::identityOf(into.path());
    if (own && own == extract::identityOf(path))
        return base::fail(base::ErrorKind::Usage, tr("This is the record file itself: everything in it is here already."),
                          tr("Choose another record file."));
    return {};
}

base::Result<void> goOn(const std::stop_token& stop)
{
    if (stop.stop_requested())
        return base::fail(base::ErrorKind::Stopped, tr("The import was stopped. Nothing was changed."));
    return {};
}

base::Result<extract::Extract> openOther(const QString& path, const extract::Secret& passphrase, const base::Clock& clock)
{
    if (passphrase.isEmpty())
        return base::fail(base::ErrorKind::Usage, tr("This is another record file. It opens with its own passphrase."),
                          tr("Give the passphrase of that file."));
    return extract::Extract::open(path, passphrase, clock, extract::Access::ReadOnly);
}

// The documents with everything they say, inside one transaction of the receiving file.
base::Result<ImportReport> takeOver(extract::Import& import, const extract::Extract& from, record::Record record,
                                    const std::stop_token& stop, const base::Progress& progress)
{
    const Sayings sayings = sayingsOf(std::move(record.entries));
    ImportReport report;
    std::vector<record::DocumentId> ids;
    for (const record::Document& document : record.documents) {
        BASE_TRY(goOn(stop));
        base::report(progress, {tr("Taking over %1").arg(document.name), qint64(report.documents.size()), qint64(record.documents.size())});
        const auto begun = import.begin({document, {}});
        if (!begun)
            return tl::unexpected(begun.error());
        ids.push_back(begun->id);
        ImportReport::Line line;
        line.read.document = document;
        line.read.document.id = {};
        const auto said = sayings.find(document.id);
        if (said != sayings.end()) {
            line.read.entries = qint64(said->second.size());
            for (const record::Entry& entry : said->second) {
                line.read.values += qint64(entry.values.size());
                if (!begun->alreadyHeld)
                    BASE_TRY(import.add(begun->id, entry));
            }
        }
        if (!begun->alreadyHeld) {
            auto kept = from.keptBytes(document.id);
            if (!kept)
                return tl::unexpected(kept.error());
            BASE_TRY(import.finishDocument(begun->id, {document, std::move(*kept)}));
        }
        report.documents.push_back(std::move(line));
    }
    BASE_TRY(goOn(stop));
    const auto imported = import.commit();
    if (!imported)
        return tl::unexpected(imported.error());
    for (std::size_t i = 0; i < ids.size(); ++i)
        for (const extract::ImportedDocument& done : *imported)
            if (done.begunAs == ids[i])
                report.documents[i].imported = done;
    return report;
}

} // namespace

bool isRecordFile(const QString& path)
{
    return extract::looksLikeExtract(path).has_value();
}

base::Result<ImportReport> importRecordFile(extract::Extract& into, const QStringList& paths,
                                            const extract::Secret& passphrase, const record::Selection& selection,
                                            const base::Clock& clock, const std::stop_token& stop,
                                            const base::Progress& progress)
{
    for (const QString& path : paths)
        BASE_TRY(notItself(into, path));
    if (paths.size() != 1)
        return base::fail(base::ErrorKind::Usage, tr("A record file is taken over by itself."),
                          tr("Choose one record file now, and the other files after it."));
    const auto held = into.record();
    if (!held)
        return tl::unexpected(held.error());
    const auto other = openOther(paths.constFirst(), passphrase, clock);
    if (!other)
        return tl::unexpected(other.error());
    auto record = other->record();
    if (!record)
        return tl::unexpected(record.error());
    if (selection.person != record::Person{})
        if (const auto asked = comparePerson(held->person, selection.person, selection.onlyPupilFits); !asked)
            return tl::unexpected(asked.error());
    const auto fit = comparePerson(held->person, record->person, selection.onlyPupilFits);
    if (!fit)
        return tl::unexpected(fit.error());
    const auto atRisk = other->property(atRiskProperty);
    if (!atRisk)
        return tl::unexpected(atRisk.error());

    auto import = into.import();
    if (!import)
        return tl::unexpected(import.error());
    auto report = takeOver(**import, *other, std::move(*record), stop, progress);
    if (!report)
        return report;
    import->reset();
    report->fit = *fit;
    // Whoever hid these values there must not find them in the open here.
    const auto mine = into.property(atRiskProperty);
    if (!mine)
        return tl::unexpected(mine.error());
    if (!atRisk->isEmpty() && mine->isEmpty()) {
        BASE_TRY(into.setProperty(atRiskProperty, *atRisk));
        if (!report->documents.empty())
            report->documents.front().read.warnings
                << tr("The other record file hides where the person is (at-risk mode), so this one now does too.");
    }
    return report;
}

base::Result<readers::ReadReport> pupilOfRecordFile(const QString& path, const extract::Secret& passphrase,
                                                    const base::Clock& clock)
{
    const auto other = openOther(path, passphrase, clock);
    if (!other)
        return tl::unexpected(other.error());
    const auto record = other->record();
    if (!record)
        return tl::unexpected(record.error());
    readers::ReadReport report;
    for (const record::Document& document : record->documents) {
        readers::ReadDocument read;
        read.document = document;
        report.documents.push_back(std::move(read));
    }
    const auto entries = std::count_if(record->entries.begin(), record->entries.end(), [](const record::Entry& entry) { return !entry.writtenIn; });
    report.pupils.push_back({record->person, entries, record::Fit::Same});
    return report;
}

} // namespace desk
