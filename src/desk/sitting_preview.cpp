// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/record_source.h"
#include "desk/sitting_private.h"

namespace desk {

Answer<Preview> Sitting::preview(SourceSecrets secrets, const QStringList& paths, record::Selection selection)
{
    return d->ask<Preview>([this, paths, secrets = std::move(secrets), selection = std::move(selection),
                            stop = d->stopToken()]() mutable -> base::Result<Preview> {
        // As the file has it: the snapshot may be masked, and would then say that nothing is held already.
        const auto held = d->held().record();
        if (!held)
            return tl::unexpected(held.error());
        const bool atRisk = d->current()->atRisk;
        if (atRisk)
            selection = withoutDots(std::move(selection));
        d->ahead.reset();
        const std::vector<FileMark> files = marksOf(paths);
        auto told = [&]() -> base::Result<Preview> {
            if (paths.size() == 1 && isRecordFile(paths.constFirst()))
                return previewRecordFile(*held, paths.constFirst(), secrets.passphrase, atRisk, d->clock);
            auto source = readers::openSource({paths.begin(), paths.end()}, passwordOf(secrets.password));
            if (!source)
                return tl::unexpected(source.error());
            return previewSource(*held, *source, selection, atRisk, stop, {});
        }();
        if (!told)
            return tl::unexpected(d->told(told.error(), paths));
        d->ahead = std::exchange(told->ahead, nullptr);
        if (d->ahead)
            d->ahead->files = files;
        if (atRisk)
            told->read = maskedForRisk(std::move(told->read));
        return told;
    });
}

} // namespace desk
