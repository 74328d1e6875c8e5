// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/read.h"

namespace readers {

// A format reader. Each lives in its own file and offers one `const Format&` through a free function; formats() in
// formats.cpp lists them in the order they are asked.
class Format {
public:
    virtual ~Format() = default;
    [[nodiscard]] virtual QString id() const = 0; // "ctf", "giap", "npd-table" …
    // How surely the part is of this format, 0–100, from its first bytes (`head`, at most 64 KiB, raw).
    [[nodiscard]] virtual int recognise(const SourcePart& part, QByteArrayView head) const = 0;
    // A format does not decide whom to take when several pupils or none fit: it lists every pupil in report.pupils, with
    // the fit, before the first entry of that pupil goes to the sink, takes the entries of those that fit (Same; all of
    // them when selection.everyone; the only pupil when selection.onlyPupilFits, which read() sets only after it has
    // counted) and leaves the refusal to read(). For everyone, `kept` stays empty.
    // Reads the parts of this format together (relational tables are joined across them); `parts` are indices into
    // source.parts. One ReadDocument per index goes to `report` in the same order; pupils are merged by the caller.
    [[nodiscard]] virtual base::Result<void> read(const Source& source, const std::vector<int>& parts,
                                                  const record::Selection& selection, Sink& sink, ReadReport& report,
                                                  const std::stop_token& stop,
                                                  const base::Progress& progress) const = 0;
};

[[nodiscard]] const std::vector<const Format*>& formats();

// Says in which part an unreadable input stands, by its number: names of files are the person's own and stay out of
// `where`. A source of one part needs no number.
[[nodiscard]] base::Error inPart(base::Error error, std::size_t part, std::size_t of);

} // namespace readers
