// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sitting.h"

#include "base/digest.h"
#include "desk/import_run.h"
#include "desk/record_source.h"
#include "desk/sitting_private.h"
#include "extract/passphrase_list.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Sitting", text);
}

constexpr qint64 largestAttachment = 25LL * 1024 * 1024;

// Steps name the file that is being read.
base::Progress withoutNames(base::Progress progress)
{
    if (!progress)
        return {};
    return [progress = std::move(progress)](const base::ProgressStep& step) {
        progress({tr("Reading"), step.done, step.total});
    };
}

} // namespace

base::Error locked()
{
    return {base::ErrorKind::Usage, tr("The record file is locked."), tr("Unlock it first."), {}};
}

base::Result<void> Sitting::Private::isRecord() const
{
    const auto kind = held().property(extract::kindProperty());
    if (!kind)
        return tl::unexpected(kind.error());
    if (!kind->isEmpty())
        return base::fail(base::ErrorKind::NotAnExtract, tr("This is a school's list of passphrases, not a record file."),
                          tr("`pupil-record passphrases` shows what is in it."));
    return {};
}

Sitting::Sitting(base::Clock clock) : d(std::make_unique<Private>(clock)) {}

Sitting::~Sitting()
{
    stop();
    d->worker.finish(); // its jobs use the sitting: they end while it still lives
    d->checker.finish();
}

Answer<SnapshotPtr> Sitting::create(const QString& path, extract::Secret passphrase, const NewExtract& what)
{
    return d->worker.ask<SnapshotPtr>(
        [this, path, what, passphrase = std::move(passphrase)]() -> base::Result<SnapshotPtr> {
            d->close();
            extract::CreateOptions options;
            options.overwrite = what.overwrite;
            auto made = extract::Extract::create(path, passphrase, what.person, d->clock, options);
            if (!made)
                return tl::unexpected(made.error());
            d->extract = std::move(*made);
            return d->firstLook();
        });
}

Answer<SnapshotPtr> Sitting::open(const QString& path, extract::Secret passphrase, extract::Access wanted)
{
    return d->worker.ask<SnapshotPtr>(
        [this, path, wanted, passphrase = std::move(passphrase)]() -> base::Result<SnapshotPtr> {
            d->close();
            auto opened = extract::Extract::open(path, passphrase, d->clock, wanted);
            if (!opened)
                return tl::unexpected(opened.error());
            d->extract = std::move(*opened);
            return d->firstLook();
        });
}

Answer<bool> Sitting::lock()
{
    stop();
    return d->worker.ask<bool>([this]() -> base::Result<bool> {
        d->close();
        return true;
    });
}

Answer<SourceNeeds> Sitting::needs(const QStringList& paths)
{
    return d->worker.ask<SourceNeeds>([paths]() -> base::Result<SourceNeeds> { return needsOf(paths); });
}

Answer<readers::ReadReport> Sitting::pupils(const QStringList& paths, SourceSecrets secrets)
{
    return d->worker.ask<readers::ReadReport>([this, paths, secrets = std::move(secrets),
                                               stop = d->stopToken()]() -> base::Result<readers::ReadReport> {
        auto report = [&]() -> base::Result<readers::ReadReport> {
            if (paths.size() == 1 && isRecordFile(paths.constFirst()))
                return pupilOfRecordFile(paths.constFirst(), secrets.passphrase, d->clock);
            auto source = readers::openSource({paths.begin(), paths.end()}, passwordOf(secrets.password));
            if (!source)
                return tl::unexpected(source.error());
            return readers::pupils(*source, stop);
        }();
        if (!report)
            return tl::unexpected(d->told(report.error(), paths));
        const SnapshotPtr now = d->current();
        if (!now || !now->atRisk)
            return report;
        // Compared here: whoever asks holds a person without numbers.
        const auto own = d->held().record();
        if (!own)
            return tl::unexpected(own.error());
        for (readers::SeenPupil& pupil : report->pupils)
            pupil.fit = record::fit(own->person, pupil.person);
        return maskedForRisk(std::move(*report));
    });
}

Answer<ImportReport> Sitting::import(const QStringList& paths, record::Selection selection, base::Progress progress)
{
    return importWith({}, paths, std::move(selection), std::move(progress));
}

Answer<ImportReport> Sitting::importWith(SourceSecrets secrets, const QStringList& paths, record::Selection selection,
                                         base::Progress progress)
{
    return d->ask<ImportReport>([this, paths, secrets = std::move(secrets), selection = std::move(selection),
                                 progress = std::move(progress),
                                 stop = d->stopToken()]() mutable -> base::Result<ImportReport> {
        const bool atRisk = d->current()->atRisk;
        if (atRisk) {
            selection = withoutDots(std::move(selection));
            progress = withoutNames(std::move(progress));
        }
        const std::shared_ptr<ReadAhead> kept = std::exchange(d->ahead, nullptr);
        const std::vector<FileMark> files = kept ? marksOf(paths) : std::vector<FileMark>();
        auto report = [&]() -> base::Result<ImportReport> {
            if (std::any_of(paths.begin(), paths.end(), isRecordFile))
                return importRecordFile(d->held(), paths, secrets.passphrase, selection, d->clock, stop, progress);
            auto source = readers::openSource({paths.begin(), paths.end()}, passwordOf(secrets.password));
            if (!source)
                return tl::unexpected(source.error());
            std::optional<ReadAhead> ahead;
            if (kept && kept->files == files)
                ahead = std::move(*kept);
            return importSource(d->held(), *source, selection, stop, progress, std::move(ahead));
        }();
        if (!report)
            return tl::unexpected(d->told(report.error(), paths));
        if (auto renewed = d->reload(); !renewed)
            return tl::unexpected(renewed.error());
        // The other record file may have brought at-risk mode along.
        return d->current()->atRisk ? maskedForRisk(std::move(*report)) : std::move(report);
    });
}

void Sitting::stop()
{
    const QMutexLocker lock(&d->mutex);
    d->stop.request_stop();
}

Answer<record::ConcernId> Sitting::saveConcern(requests::Concern concern)
{
    return d->change<record::ConcernId>([this, concern = std::move(concern)]() -> base::Result<record::ConcernId> {
        const auto whole = d->unmasked(concern);
        if (!whole)
            return tl::unexpected(whole.error());
        return d->held().saveConcern(*whole);
    });
}

Answer<record::RequestId> Sitting::saveRequest(requests::Request request)
{
    return d->change<record::RequestId>([this, request = std::move(request)]() mutable {
        auto whole = d->unmasked(std::move(request));
        if (!whole)
            return base::Result<record::RequestId>(tl::unexpected(whole.error()));
        whole->changed = d->clock.now();
        return d->held().saveRequest(*whole);
    });
}

Answer<bool> Sitting::removeDraft(record::RequestId id)
{
    return d->change<bool>([this, id]() -> base::Result<bool> {
        BASE_TRY(d->held().removeDraft(id));
        return true;
    });
}

Answer<QByteArray> Sitting::printLetter(record::RequestId request, requests::Letter letter,
                                        reports::LetterFormat format)
{
    return d->change<QByteArray>([this, request, letter = std::move(letter), format]() -> base::Result<QByteArray> {
        auto open = d->held().requests();
        if (!open)
            return tl::unexpected(open.error());
        const auto found = std::find_if(open->begin(), open->end(),
                                        [request](const requests::Request& r) { return r.id == request; });
        if (found == open->end())
            return base::fail(base::ErrorKind::Usage, tr("This letter is not in the record file any more."));
        auto bytes = reports::render(letter, format);
        if (!bytes)
            return bytes;
        requests::PrintedLetter printed;
        printed.request = request;
        printed.format = reports::letterFormatWord(format);
        printed.bytes = *bytes;
        printed.sha256 = base::sha256(*bytes);
        printed.made = d->clock.now();
        if (auto kept = d->held().keepLetter(printed); !kept)
            return tl::unexpected(kept.error());
        if (found->state == requests::RequestState::Draft) {
            found->state = requests::RequestState::Printed;
            found->changed = d->clock.now();
            if (auto saved = d->held().saveRequest(*found); !saved)
                return tl::unexpected(saved.error());
        }
        BASE_TRY(d->held().note(QStringLiteral("letter"), printed.format));
        return bytes;
    });
}

Answer<record::AttachmentId> Sitting::attach(const QString& path)
{
    return d->change<record::AttachmentId>([this, path]() -> base::Result<record::AttachmentId> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return base::fail(base::ErrorKind::InputUnreadable, tr("The file could not be read."),
                              tr("Check that it is still there and that you may open it."));
        }
        // What comes is counted, not what the file system says: a device has no size and no end.
        extract::Attachment attachment;
        attachment.bytes = file.read(largestAttachment + 1);
        if (attachment.bytes.size() > largestAttachment) {
            return base::fail(base::ErrorKind::InputUnreadable, tr("The file is larger than 25 MB."),
                              tr("Keep a smaller copy, for example a scan with fewer colours."));
        }
        attachment.name = QFileInfo(path).fileName();
        attachment.sha256 = base::sha256(attachment.bytes);
        attachment.added = d->clock.now();
        return d->held().addAttachment(attachment);
    });
}

Answer<bool> Sitting::saveDecisions(record::Decisions decisions)
{
    return d->change<bool>([this, decisions = std::move(decisions)]() -> base::Result<bool> {
        BASE_TRY(d->held().saveDecisions(decisions));
        return true;
    });
}

Answer<extract::VerifyReport> Sitting::verify()
{
    return d->ask<extract::VerifyReport>([this, stop = d->stopToken()] { return d->held().verify(stop); });
}

Answer<bool> Sitting::changePassphrase(extract::Secret passphrase)
{
    return d->ask<bool>([this, passphrase = std::move(passphrase)]() -> base::Result<bool> {
        BASE_TRY(d->held().changePassphrase(passphrase));
        return true;
    });
}

Answer<bool> Sitting::setAtRisk(bool atRisk)
{
    return d->ask<bool>([this, atRisk]() -> base::Result<bool> {
        BASE_TRY(d->held().setProperty(atRiskProperty, atRisk ? QStringLiteral("1") : QString()));
        if (auto renewed = d->reload(); !renewed)
            return tl::unexpected(renewed.error());
        return true;
    });
}

Answer<QByteArray> Sitting::keptBytes(record::DocumentId id)
{
    return d->ask<QByteArray>([this, id] { return d->held().keptBytes(id); });
}

Answer<int> Sitting::exportTo(const QString& folder, const QString& format, ExportOverwrite overwrite)
{
    return d->ask<int>([this, folder, format, overwrite]() -> base::Result<int> {
        auto written = exportRecord(d->current()->record, folder, format, overwrite);
        if (written && d->held().access() == extract::Access::ReadWrite)
            BASE_TRY(d->held().note(QStringLiteral("export"), format));
        return written;
    });
}

SnapshotPtr Sitting::snapshot() const
{
    return d->current();
}

} // namespace desk
