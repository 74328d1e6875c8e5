// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/linked_part.h"

#include "app/charts/fact_table.h"
#include "app/models/linked_facts.h"
#include "app/theme/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

LinkedPart::LinkedPart(QWidget* parent) : FactSheet(parent)
{
    addHeading(tr("Work and benefits: not results"));
    addWords(tr("The government joins school records to tax and benefit records of grown-ups, to study what becomes of "
                "people after school. The joined data is called LEO (Longitudinal Education Outcomes). Jobs and pay "
                "come from the tax office (HMRC), benefits from the Department for Work and Pensions."));
    addWords(tr("These rows say nothing about how well somebody did. A gap may have many reasons: study, caring, illness, "
                "work abroad, or a record that was joined to the wrong person."));
    m_show = plainButton({}, u"show"_s);
    addWidget(m_show);
    m_table = addTable(tr("Tax and benefit tables"));
    addStretch();
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_masked = !m_masked;
        tell();
    });
}

void LinkedPart::setRows(std::vector<insight::LinkedRow> rows, bool atRisk)
{
    m_rows = std::move(rows);
    m_atRisk = atRisk;
    if (m_rows.empty() || atRisk)
        m_masked = true;
    tell();
}

void LinkedPart::tell()
{
    const bool places = std::any_of(m_rows.begin(), m_rows.end(), [](const auto& row) { return row.locates; });
    m_show->setVisible(places && !m_atRisk);
    m_show->setText(m_masked ? tr("Show places") : tr("Hide places"));
    m_table->setTable(linkedTable(m_rows, m_masked));
}

void LinkedPart::showValue(record::ValueId value)
{
    m_table->select(value);
}

} // namespace app
