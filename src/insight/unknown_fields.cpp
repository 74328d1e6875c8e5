// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/unknown_fields.h"

#include "readers/pupil_match.h"

namespace insight {

bool UnknownFields::holds(const record::Value& value)
{
    if (!value.item.isEmpty())
        return false;
    const auto known = m_saysWho.constFind(value.name);
    if (known != m_saysWho.cend())
        return !*known;
    const bool saysWho = readers::identityField(value.name) != readers::IdentityField::None;
    m_saysWho.insert(value.name, saysWho);
    return !saysWho;
}

} // namespace insight
