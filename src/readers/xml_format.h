// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/format.h"
#include "readers/xml_items.h"
#include "readers/xml_pupils.h"

#include <functional>
#include <memory>

namespace readers {

// What sets one kind of XML apart from another; finding pupils, counting and withholding are the same for all. The
// first bytes of a part come in lower case.
struct XmlFormatRules {
    QString id;
    bool notTriedOnRealFile = false;
    int (*recognise)(const QByteArray& lowerHead) = nullptr;
    std::function<const XmlPupilNames&(const QByteArray& lowerHead)> names;
    std::function<std::unique_ptr<XmlReading>(bool otherPeopleToo, XmlItems& items)> reading; // of one document
};

class XmlFormat : public Format {
public:
    explicit XmlFormat(XmlFormatRules rules) : m_rules(std::move(rules)) {}

    [[nodiscard]] QString id() const override { return m_rules.id; }
    [[nodiscard]] int recognise(const SourcePart& part, QByteArrayView head) const override;
    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection,
                                          Sink& sink, ReadReport& report, const std::stop_token& stop,
                                          const base::Progress& progress) const override;

private:
    XmlFormatRules m_rules;
};

} // namespace readers
