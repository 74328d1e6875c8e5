// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/record.h"

#include <QHash>

namespace insight {

// Whether the dictionary does not know a value's field. A heading that only says whose row it is ("Surname", "KS5_DOB")
// is no puzzle to anybody, although the dictionary lists none for most tables. Remembers each heading: a record repeats
// a few of them many thousand times.
class UnknownFields {
public:
    [[nodiscard]] bool holds(const record::Value& value);

private:
    QHash<QString, bool> m_saysWho;
};

} // namespace insight
