// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tab_walk.h"

#include <QAccessible>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fixture {

namespace {

// Name a screen reader says for the widget, or for what stands around it.
QString spoken(const QWidget* widget)
{
    for (const QWidget* at = widget; at; at = at->parentWidget()) {
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(at));
        const QString name = interface ? interface->text(QAccessible::Name) : QString();
        if (!name.isEmpty() && !at->isWindow())
            return name;
        if (at == widget && at->isWindow())
            break;
        // An unnamed part of a named compound (the field of a spin or combo box) may take its name; not more.
        if (!at->parentWidget() || !(at->parentWidget()->focusProxy() == at || at->parentWidget()->inherits("QComboBox")
                                     || at->parentWidget()->inherits("QAbstractSpinBox")
                                     || at->objectName() == "qt_scrollarea_viewport"_L1))
            break;
    }
    return {};
}

QString describe(const QWidget* widget)
{
    QStringList chain;
    for (const QWidget* at = widget; at; at = at->parentWidget())
        chain << QString::fromLatin1(at->metaObject()->className()) + u'#' + at->objectName();
    return chain.join(u" < "_s);
}

} // namespace

int walk(QWidget* window, bool forward)
{
    QSet<QWidget*> seen;
    for (int steps = 0; steps < 400; ++steps) {
        QWidget* at = window->focusWidget();
        if (at) {
            if (seen.contains(at))
                return int(seen.size());
            seen.insert(at);
            if (spoken(at).isEmpty()) {
                qWarning("no name: %s", qPrintable(describe(at)));
                return -1;
            }
        }
        if (!forward)
            QTest::keyClick(at ? at : window, Qt::Key_Backtab, Qt::ShiftModifier);
        else
            QTest::keyClick(at ? at : window, Qt::Key_Tab);
        if (window->focusWidget() == at) {
            qWarning("Tab does not leave: %s", qPrintable(describe(at)));
            return -1;
        }
    }
    qWarning("the walk does not come round");
    return -1;
}

} // namespace fixture
