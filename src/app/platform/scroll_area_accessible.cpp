// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/scroll_area_accessible.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Asked from the most derived class upwards: a class with an answer of its own never comes as far as these two.
QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (className != "QScrollArea"_L1 && className != "QAbstractScrollArea"_L1)
        return nullptr;
    auto* area = qobject_cast<QAbstractScrollArea*>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr; // owned by Qt's registry
}

} // namespace

void installScrollAreaAccessibility()
{
    QAccessible::installFactory(make); // the same factory twice is kept once
}

} // namespace app
