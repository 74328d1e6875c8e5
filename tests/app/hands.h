// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QString>

namespace app {
class TaskDialog;
class Window;
} // namespace app

// What a person does with keys alone, and what they see.
namespace fixture {

[[nodiscard]] app::TaskDialog* dialogOf(const app::Window& window); // the one in sight; null if there is none
[[nodiscard]] QPushButton* buttonSaying(const QWidget* root, const QString& text);
[[nodiscard]] QPushButton* primaryOf(const QWidget* root); // the filled button in sight
void press(QPushButton* button);
// Answers the file dialog by typing. Fails the test where none opens or it does not take the path.
void typePath(const app::Window& window, const QString& path);
[[nodiscard]] QString textOf(const QWidget* root); // all words in sight

} // namespace fixture
