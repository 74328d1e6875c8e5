// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the worker thread publishes: the snapshot, masked as a whole for a person at risk.
#include "desk/at_risk.h"
#include "desk/hidden_letter.h"
#include "desk/sitting_private.h"

#include <algorithm>

namespace desk {

namespace {

const auto demoProperty = QStringLiteral("demo");

std::vector<requests::PrintedLetter> withoutBytes(std::vector<requests::PrintedLetter> letters)
{
    for (requests::PrintedLetter& letter : letters)
        letter.bytes.clear();
    return letters;
}

QStringList namesOf(const std::vector<extract::Attachment>& attachments)
{
    QStringList names;
    for (const extract::Attachment& attachment : attachments)
        names << attachment.name;
    return names;
}

} // namespace

base::Result<SnapshotPtr> Sitting::Private::reload()
{
    auto next = std::make_shared<Snapshot>();
    auto record = held().record();
    if (!record)
        return tl::unexpected(record.error());
    const auto atRisk = held().property(atRiskProperty);
    if (!atRisk)
        return tl::unexpected(atRisk.error());
    next->atRisk = *atRisk == u"1";
    next->record = std::move(*record);
    next->edition = ++editions;
    next->today = clock.today();
    next->readOnly = held().access() == extract::Access::ReadOnly;
    next->needsMigration = held().needsMigration();
    next->earlierBackups = static_cast<int>(held().earlierBackups().size());
    const auto demo = held().property(demoProperty);
    if (!demo)
        return tl::unexpected(demo.error());
    next->demo = !demo->isEmpty();
    next->demoPassphrase = next->demo ? *demo : QString();
    BASE_TRY(addOwn(*next));
    if (next->atRisk)
        BASE_TRY(hide(*next));
    next->exposure = insight::exposure(next->record, registry::bundledEdition(), next->today);
    SnapshotPtr done = next;
    publish(std::move(next));
    return done;
}

base::Result<SnapshotPtr> Sitting::Private::refresh()
{
    auto next = std::make_shared<Snapshot>(*current());
    BASE_TRY(addOwn(*next));
    if (next->atRisk) {
        // What the person wrote is searched for what the true record says.
        auto record = held().record();
        if (!record)
            return tl::unexpected(record.error());
        record::Record masked = std::exchange(next->record, std::move(*record));
        BASE_TRY(hide(*next, std::move(masked)));
    }
    SnapshotPtr done = next;
    publish(std::move(next));
    return done;
}

// Decisions, concerns, requests and letters, as they stand in the file.
base::Result<void> Sitting::Private::addOwn(Snapshot& next)
{
    auto decisions = held().decisions();
    auto concerns = held().concerns();
    auto open = held().requests();
    auto printed = held().printedLetters();
    if (!decisions)
        return tl::unexpected(decisions.error());
    if (!concerns)
        return tl::unexpected(concerns.error());
    if (!open)
        return tl::unexpected(open.error());
    if (!printed)
        return tl::unexpected(printed.error());
    next.decisions = std::move(*decisions);
    next.concerns = std::move(*concerns);
    next.requests = std::move(*open);
    next.dotsLeft.clear();
    for (const requests::Request& request : next.requests)
        if (const int left = dotsLeftIn(request.draft); left > 0)
            next.dotsLeft.emplace(request.id, left);
    next.printed = withoutBytes(std::move(*printed));
    return {};
}

base::Result<void> Sitting::Private::hide(Snapshot& clear, std::optional<record::Record> masked) const
{
    const auto attachments = held().attachments();
    if (!attachments)
        return tl::unexpected(attachments.error());
    const HiddenWords words = hiddenWords(clear.record, *attachments, clear.requests);
    const QStringList files = namesOf(*attachments);
    Snapshot hidden = clear;
    hidden.record = masked ? std::move(*masked) : maskedForRisk(std::move(hidden.record), words);
    for (record::Dismissal& dismissal : hidden.decisions.dismissals)
        dismissal.reason = words.without(dismissal.reason);
    for (requests::Concern& concern : hidden.concerns)
        concern = maskedForRisk(std::move(concern), words, files);
    for (requests::Request& request : hidden.requests)
        request = maskedForRisk(std::move(request), {clear, hidden, words});
    clear = std::move(hidden);
    return {};
}

base::Result<requests::Concern> Sitting::Private::unmasked(requests::Concern concern) const
{
    const SnapshotPtr now = current();
    if (!now || !now->atRisk)
        return concern;
    const auto record = held().record();
    if (!record)
        return tl::unexpected(record.error());
    const auto stored = held().concerns();
    if (!stored)
        return tl::unexpected(stored.error());
    const auto before = std::find_if(stored->begin(), stored->end(),
                                     [&](const requests::Concern& known) { return concern.id && known.id == concern.id; });
    Snapshot clear;
    clear.record = *record;
    if (before != stored->end()) {
        for (const requests::Concern& masked : now->concerns)
            if (masked.id == before->id)
                concern = unmaskedAgain(std::move(concern), *before, masked);
    }
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

base::Result<requests::Request> Sitting::Private::unmasked(requests::Request request) const
{
    const SnapshotPtr now = current();
    if (!now || !now->atRisk || !request.id)
        return request;
    const auto stored = held().requests();
    if (!stored)
        return tl::unexpected(stored.error());
    const auto same = [&](const requests::Request& known) { return known.id == request.id; };
    const auto before = std::find_if(stored->begin(), stored->end(), same);
    const auto masked = std::find_if(now->requests.begin(), now->requests.end(), same);
    if (before == stored->end() || masked == now->requests.end())
        return request;
    return unmaskedAgain(std::move(request), *before, *masked);
}

} // namespace desk
