// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/json_people.h"

namespace readers {

// A kind of JSON as a format: how it is told apart from other kinds, and its rules.
class JsonFormat : public Format {
public:
    using Recognise = int (*)(const JsonHead& head);
    JsonFormat(JsonRules rules, Recognise recognise) : m_rules(std::move(rules)), m_recognise(recognise) {}

    [[nodiscard]] QString id() const override { return m_rules.id; }
    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        const auto found = jsonHead(head);
        return found ? m_recognise(*found) : 0;
    }
    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection,
                                          Sink& sink, ReadReport& report, const std::stop_token& stop,
                                          const base::Progress& progress) const override
    {
        return readJsonPeople(m_rules, source, parts, selection, sink, report, stop, progress);
    }

private:
    JsonRules m_rules;
    Recognise m_recognise;
};

} // namespace readers
