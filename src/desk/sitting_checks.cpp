// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sitting_private.h"

namespace desk {

Answer<CheckedPtr> Sitting::check(SnapshotPtr snapshot)
{
    return d->checker.ask<CheckedPtr>([this, snapshot = std::move(snapshot)]() -> base::Result<CheckedPtr> {
        auto now = std::make_shared<Checked>();
        now->of = snapshot;
        const Snapshot* before = d->checked ? d->checked->of.get() : nullptr;
        if (before && before->edition == snapshot->edition && before->today == snapshot->today
            && before->decisions == snapshot->decisions)
            now->findings = d->checked->findings;
        else
            now->findings = insight::check(snapshot->record, snapshot->decisions, snapshot->today);
        // After locking nothing is kept: the forgetting waits behind this answer.
        d->checked = now;
        return CheckedPtr(now);
    });
}

} // namespace desk
