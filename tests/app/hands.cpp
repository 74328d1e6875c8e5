// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"

#include "app/dialogs/task_dialog.h"
#include "app/window.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

namespace fixture {

namespace {

QFileDialog* fileDialogOf(const app::Window& window)
{
    for (auto* ask : window.findChildren<QFileDialog*>())
        if (ask->isVisible())
            return ask;
    return nullptr;
}

} // namespace

app::TaskDialog* dialogOf(const app::Window& window)
{
    for (auto* dialog : window.findChildren<app::TaskDialog*>())
        if (dialog->isVisible())
            return dialog;
    return nullptr;
}

QPushButton* buttonSaying(const QWidget* root, const QString& text)
{
    for (auto* button : root->findChildren<QPushButton*>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

QPushButton* primaryOf(const QWidget* root)
{
    for (auto* button : root->findChildren<QPushButton*>())
        if (button->property("primary").toBool() && button->isVisible())
            return button;
    return nullptr;
}

void press(QPushButton* button)
{
    QVERIFY(button);
    QVERIFY(button->isEnabled());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
}

void typePath(const app::Window& window, const QString& path)
{
    QTRY_VERIFY(fileDialogOf(window));
    const QPointer<QFileDialog> open(fileDialogOf(window));
    // While a whole path is typed the dialog walks along from folder to folder and empties its line at times.
    const QFileInfo wanted(path);
    open->setDirectory(wanted.path());
    auto* name = open->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    name->setCompleter(nullptr); // its list of suggestions would take the keys
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, wanted.fileName());
    QTRY_COMPARE(name->text(), wanted.fileName());
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!open || !open->isVisible());
}

QString textOf(const QWidget* root)
{
    QStringList all;
    for (const QLabel* label : root->findChildren<QLabel*>())
        if (label->isVisible())
            all << label->text();
    return all.join(u'\n');
}

} // namespace fixture
