// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the worker thread publishes: the snapshot, masked as a whole for a person at risk.
#include "desk/at_risk.h"
#include "desk/sitting_private.h"

namespace desk {

namespace {

const auto demoProperty = QStringLiteral("demo");

std::vector<requests::PrintedLetter> withoutBytes(std::vector<requests::PrintedLetter> letters)
{
    for (requests::PrintedLetter& letter : letters)
        letter.bytes.clear();
    return letters;
}

} // namespace

base::Result<SnapshotPtr> Sitting::Private::reload()
{
    auto next = std::make_shared<Snapshot>();
    auto record = extract->record();
    if (!record)
        return tl::unexpected(record.error());
    const auto atRisk = extract->property(atRiskProperty);
    if (!atRisk)
        return tl::unexpected(atRisk.error());
    next->atRisk = *atRisk == u"1";
    next->record = next->atRisk ? maskedForRisk(std::move(*record)) : std::move(*record);
    next->today = clock.today();
    next->readOnly = extract->access() == extract::Access::ReadOnly;
    next->needsMigration = extract->needsMigration();
    next->earlierBackups = static_cast<int>(extract->earlierBackups().size());
    next->exposure = insight::exposure(next->record, registry::bundledEdition(), next->today);
    const auto demo = extract->property(demoProperty);
    if (!demo)
        return tl::unexpected(demo.error());
    next->demo = !demo->isEmpty();
    next->demoPassphrase = next->demo ? *demo : QString();
    return finish(std::move(next));
}

base::Result<SnapshotPtr> Sitting::Private::refresh()
{
    return finish(std::make_shared<Snapshot>(*current()));
}

base::Result<SnapshotPtr> Sitting::Private::finish(std::shared_ptr<Snapshot> next)
{
    auto decisions = extract->decisions();
    auto concerns = extract->concerns();
    auto open = extract->requests();
    auto printed = extract->printedLetters();
    if (!decisions)
        return tl::unexpected(decisions.error());
    if (!concerns)
        return tl::unexpected(concerns.error());
    if (!open)
        return tl::unexpected(open.error());
    if (!printed)
        return tl::unexpected(printed.error());
    next->decisions = std::move(*decisions);
    next->concerns = std::move(*concerns);
    if (next->atRisk) {
        for (requests::Concern& concern : next->concerns)
            concern = maskedForRisk(std::move(concern));
    }
    next->requests = std::move(*open);
    next->printed = withoutBytes(std::move(*printed));
    SnapshotPtr done = next;
    publish(std::move(next));
    return done;
}

base::Result<requests::Concern> Sitting::Private::unmasked(requests::Concern concern) const
{
    const SnapshotPtr now = current();
    if (!now || !now->atRisk)
        return concern;
    const auto record = extract->record();
    if (!record)
        return tl::unexpected(record.error());
    const auto stored = extract->concerns();
    if (!stored)
        return tl::unexpected(stored.error());
    const auto before = std::find_if(stored->begin(), stored->end(),
                                     [&](const requests::Concern& known) { return concern.id && known.id == concern.id; });
    Snapshot clear;
    clear.record = *record;
    for (requests::FrozenValue& value : concern.values) {
        // What was frozen before stays as it was then: a later import must not change it.
        if (before != stored->end()) {
            const auto held = std::find_if(before->values.begin(), before->values.end(), [&](const auto& frozen) {
                return frozen.value == value.value;
            });
            if (held != before->values.end()) {
                value = *held;
                continue;
            }
        }
        if (auto frozen = freeze(clear, {value.value}); !frozen.empty())
            value = std::move(frozen.front());
    }
    return concern;
}

} // namespace desk
