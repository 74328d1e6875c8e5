// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"

#include <functional>
#include <memory>

namespace readers {

// Turns a piece of a source, set aside as it was delivered, into entries. From any thread, several at once.
class Maker {
public:
    using Take = std::function<base::Result<void>(record::Entry)>;
    virtual ~Maker() = default;
    [[nodiscard]] virtual base::Result<void> make(QByteArrayView piece, const Take& take) const = 0;
};

// A sink for everybody's entries that will also take pieces of the source as they are. Building the entries of 2,000
// pupils costs several times what finding their places does; a format that can hands the bytes on, and the entries are
// built where each pupil's file is written, on all cores. What the report counts of values is then not known.
// A format that cannot, or a part of one, hands on entries as always.
class RawSink : public Sink {
public:
    [[nodiscard]] virtual bool takesRaw() const { return true; }
    // `maker` is the same object for many pieces; `piece` is valid during the call.
    [[nodiscard]] virtual base::Result<void> raw(int part, int pupil, const std::shared_ptr<const Maker>& maker,
                                                 QByteArrayView piece) = 0;
};

// The sink as one that takes pieces; null where it does not, or where one person is looked for.
[[nodiscard]] inline RawSink* rawSink(Sink& sink, const record::Selection& selection)
{
    auto* raw = selection.everyone ? dynamic_cast<RawSink*>(&sink) : nullptr;
    return raw && raw->takesRaw() ? raw : nullptr;
}

} // namespace readers
