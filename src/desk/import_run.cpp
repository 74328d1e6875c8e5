// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_run.h"

#include "base/digest.h"

#include <QCoreApplication>

#include <set>

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Import", text);
}

constexpr qint64 hashChunk = 1 << 20;

// The digest of a part that may be held already. Reading a file twice is spared where no held document has its size.
base::Result<QByteArray> digestIfHeld(const readers::SourcePart& part, const std::set<qint64>& heldSizes,
                                      const std::stop_token& stop)
{
    const qint64 size = part.bytes->size();
    if (heldSizes.empty() || (size >= 0 && !heldSizes.contains(size)))
        return QByteArray();
    base::Sha256 sum;
    QByteArray chunk(hashChunk, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped, tr("The import was stopped. Nothing was changed."));
        const auto read = part.bytes->read(chunk.data(), chunk.size());
        if (!read)
            return tl::unexpected(read.error());
        if (*read == 0)
            break;
        sum.add(QByteArrayView(chunk.constData(), *read));
    }
    BASE_TRY(part.bytes->rewind());
    return sum.finish();
}

// Hands entries straight to the extract's transaction. A document is begun with its first entry, or at the end when
// nothing in it was the person's.
class ImportSink : public readers::Sink {
public:
    ImportSink(extract::Import& import, const readers::Source& source, std::vector<QByteArray> digests)
        : m_import(import), m_source(source), m_digests(std::move(digests)), m_begun(source.parts.size())
    {
    }

    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        Q_UNUSED(pupil)
        auto begun = begin(part);
        if (!begun)
            return tl::unexpected(begun.error());
        entry.document = begun->id;
        return m_import.add(begun->id, std::move(entry));
    }

    base::Result<extract::ImportedDocument> begin(int part)
    {
        auto& begun = m_begun[static_cast<std::size_t>(part)];
        if (!begun) {
            const readers::SourcePart& from = m_source.parts[static_cast<std::size_t>(part)];
            extract::NewDocument document;
            document.document.name = from.name;
            document.document.container = from.container;
            document.document.size = std::max<qint64>(0, from.bytes->size());
            document.document.sha256 = m_digests[static_cast<std::size_t>(part)];
            auto result = m_import.begin(document);
            if (!result)
                return tl::unexpected(result.error());
            begun = *result;
        }
        return *begun;
    }

private:
    extract::Import& m_import;
    const readers::Source& m_source;
    std::vector<QByteArray> m_digests;
    std::vector<std::optional<extract::ImportedDocument>> m_begun;
};

base::Result<record::Fit> comparePerson(const record::Person& own, const record::Selection& selection)
{
    const record::Fit fit = record::fit(own, selection.person);
    if (fit != record::Fit::Same && !selection.onlyPupilFits) {
        return base::fail(base::ErrorKind::ChoiceNeeded,
                          tr("You asked for somebody else than this record file is about."),
                          tr("Check the name and date of birth. One record file holds one person: make a new one for "
                             "another. If it is the same person under a changed name, confirm it."));
    }
    return fit;
}

} // namespace

base::Result<ImportReport> importSource(extract::Extract& into, const readers::Source& source,
                                        record::Selection selection, const std::stop_token& stop,
                                        const base::Progress& progress, std::optional<ReadAhead> ahead)
{
    auto held = into.record();
    if (!held)
        return tl::unexpected(held.error());

    const bool somebodyElse = selection.person != record::Person{};
    selection = selectionFor(std::move(selection), held->person);
    if (somebodyElse) {
        const auto fit = comparePerson(held->person, selection);
        if (!fit)
            return tl::unexpected(fit.error());
    }
    if (ahead && (!ahead->answers(selection) || ahead->read.documents.size() != source.parts.size()))
        ahead.reset();

    std::set<qint64> heldSizes;
    for (const record::Document& document : held->documents)
        heldSizes.insert(document.size);
    std::vector<QByteArray> digests;
    digests.reserve(source.parts.size());
    for (std::size_t part = 0; part < source.parts.size(); ++part) {
        if (ahead) {
            const record::Document& document = ahead->read.documents[part].document;
            digests.push_back(heldSizes.contains(document.size) ? document.sha256 : QByteArray());
            continue;
        }
        auto digest = digestIfHeld(source.parts[part], heldSizes, stop);
        if (!digest)
            return tl::unexpected(digest.error());
        digests.push_back(std::move(*digest));
    }

    auto import = into.import();
    if (!import)
        return tl::unexpected(import.error());
    ImportSink sink(**import, source, std::move(digests));
    auto read = ahead ? std::move(*ahead).replay(sink, stop) : readers::read(source, selection, sink, stop, progress);
    if (!read)
        return tl::unexpected(read.error());

    ImportReport report;
    report.otherPupils = read->otherPupils;
    report.othersEstimated = read->othersEstimated;
    std::vector<record::DocumentId> ids;
    for (std::size_t part = 0; part < read->documents.size(); ++part) {
        readers::ReadDocument& document = read->documents[part];
        auto begun = sink.begin(static_cast<int>(part));
        if (!begun)
            return tl::unexpected(begun.error());
        if (!begun->alreadyHeld)
            BASE_TRY((*import)->finishDocument(begun->id, {document.document, std::move(document.kept)}));
        document.kept.clear();
        ids.push_back(begun->id);
    }
    if (stop.stop_requested())
        return base::fail(base::ErrorKind::Stopped, tr("The import was stopped. Nothing was changed."));
    auto imported = (*import)->commit();
    if (!imported)
        return tl::unexpected(imported.error());

    for (std::size_t part = 0; part < read->documents.size(); ++part) {
        ImportReport::Line line{std::move(read->documents[part]), {}};
        for (const extract::ImportedDocument& done : *imported)
            if (done.begunAs == ids[part])
                line.imported = done;
        report.documents.push_back(std::move(line));
    }
    for (const readers::SeenPupil& pupil : read->pupils)
        if (pupil.fit != record::Fit::Different)
            report.fit = pupil.fit;
    return report;
}

} // namespace desk
