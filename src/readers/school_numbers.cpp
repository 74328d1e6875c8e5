// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/school_numbers.h"

namespace readers {

void SchoolNumbers::take(TableColumn::Place place, const QString& number)
{
    if (place == TableColumn::Place::None || number.isEmpty())
        return;
    QString& into = place == TableColumn::Place::LaEstab     ? m_laEstab
                    : place == TableColumn::Place::Authority ? m_authority
                    : place == TableColumn::Place::Estab     ? m_estab
                    : place == TableColumn::Place::Urn       ? m_urn
                                                             : m_local;
    if (into.isEmpty())
        into = number;
    else if (into != number)
        m_disagree = true;
}

QString SchoolNumbers::best() const
{
    if (!m_laEstab.isEmpty())
        return m_laEstab;
    if (m_authority.size() == 3 && m_estab.size() == 4) {
        const QString both = m_authority + m_estab; // how a LAESTAB is made up
        return both;
    }
    return !m_urn.isEmpty() ? m_urn : !m_estab.isEmpty() ? m_estab : m_local;
}

} // namespace readers
