// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace said {

// Everything a window tells anybody: to the eye, to a screen reader (children made on demand too), to a model's other
// readers under every role, to the clipboard.
struct Everything {
    // What is found, by where it was said: "Timeline > table model, role 12: …".
    void add(const QString& where, const QString& text);
    void window(const QString& where); // all top-level windows as they are now
    void copying(const QString& where, QWidget* root); // copies from whatever can be copied from

    QStringList leaks;   // with the planted word and the text around it
    QStringList words;   // the kinds of planted words that were said
};

} // namespace said
