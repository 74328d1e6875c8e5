// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/linked_facts.h"

#include <QCoreApplication>

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::LinkedFacts)
};

} // namespace

QString linkedKindTitle(insight::LinkedKind kind)
{
    using insight::LinkedKind;
    switch (kind) {
    case LinkedKind::Job:
        return Words::tr("Job (from tax records)");
    case LinkedKind::Benefit:
        return Words::tr("Benefit");
    case LinkedKind::Earnings:
        return Words::tr("Pay in a tax year");
    case LinkedKind::SelfEmployment:
        return Words::tr("Working for oneself");
    case LinkedKind::Support:
        return Words::tr("Help with pay in the pandemic");
    case LinkedKind::Area:
        return Words::tr("Area where somebody lived");
    case LinkedKind::Employer:
        return Words::tr("The employer");
    }
    Q_UNREACHABLE();
}

FactTable linkedTable(const std::vector<insight::LinkedRow>& rows, bool masked)
{
    FactTable table{{Words::tr("What"), Words::tr("When"), Words::tr("What it says")}, {26, 30, 52}, -1, {}};
    const insight::LinkedRow* before = nullptr;
    for (const insight::LinkedRow& row : rows) {
        FactRow fact;
        fact.texts = {linkedKindTitle(row.kind), row.when, row.locates && masked ? Words::tr("hidden") : row.words};
        fact.values = row.values;
        fact.changed = !before || before->kind != row.kind; // an edge where another table begins
        table.rows.push_back(std::move(fact));
        before = &row;
    }
    return table;
}

} // namespace app
