// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/xml_items.h"
#include "readers/xml_pupils.h"

namespace readers {

// One learner as the Learning Records Service describes them.
[[nodiscard]] record::Entry lrsLearner(const XmlPupil& pupil, XmlItems& items);

// One answer about a learner's events: what the service said, then each event.
struct LrsEvents {
    std::vector<record::Entry> entries;
    QString code;     // "WSEC0206"
    bool linked = false; // asked under one number, found under another
    bool placeholder = false; // a form that was never filled in
    int ungraded = 0; // events with the number that stands for "no grade"
    int challenged = 0;
    int events = 0;
};
[[nodiscard]] LrsEvents lrsEvents(const XmlPupil& pupil, XmlItems& items);

// "{{…}}", as the forms have it from which test answers are made.
[[nodiscard]] bool isLrsPlaceholder(std::string_view text);

} // namespace readers
