// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a sitting does with paper: keeping it and writing in what it says.
#include "base/masked_text.h"
#include "desk/sitting_private.h"

namespace desk {

Answer<AttachedPaper> Sitting::attachPaper(const QString& path)
{
    return d->changeRecord<AttachedPaper>([this, path]() -> base::Result<AttachedPaper> {
        auto paper = desk::attachPaper(d->held(), path);
        if (!paper)
            return tl::unexpected(d->told(paper.error(), {path}));
        if (d->current()->atRisk)
            paper->name = base::maskedWhole();
        return paper;
    });
}

Answer<std::vector<record::ValueId>> Sitting::writeIn(std::vector<record::Entry> entries)
{
    return d->changeRecord<std::vector<record::ValueId>>(
        [this, entries = std::move(entries)] { return d->held().writeIn(entries); });
}

Answer<bool> Sitting::changeWritten(record::ValueId id, record::WrittenChange change)
{
    return d->changeRecord<bool>([this, id, change = std::move(change)]() -> base::Result<bool> {
        BASE_TRY(refuseDots(change));
        BASE_TRY(d->held().changeWritten(id, change));
        return true;
    });
}

Answer<bool> Sitting::removeWritten(std::vector<record::ValueId> ids)
{
    return d->changeRecord<bool>([this, ids = std::move(ids)]() -> base::Result<bool> {
        BASE_TRY(d->held().removeWritten(ids));
        return true;
    });
}

} // namespace desk
