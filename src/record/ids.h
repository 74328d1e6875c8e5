// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace record {

// Row ids of the extract; they survive reopening, migration and hand-over. 0: not stored yet.
template <typename Tag>
struct Id {
    qint64 n = 0;
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return n != 0; }
};

using DocumentId = Id<struct DocumentTag>;
using EntryId = Id<struct EntryTag>;
using ValueId = Id<struct ValueTag>;
using ConcernId = Id<struct ConcernTag>;
using RequestId = Id<struct RequestTag>;
using LetterId = Id<struct LetterTag>;
using AttachmentId = Id<struct AttachmentTag>;

} // namespace record

template <typename Tag>
struct std::hash<record::Id<Tag>> {
    std::size_t operator()(record::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.n); }
};
