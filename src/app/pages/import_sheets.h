// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "desk/import_report.h"
#include "desk/preview.h"

class QVBoxLayout;

namespace app {

// What the import page writes on its sheets.
[[nodiscard]] Text* paragraph(const QString& text, QColor Tokens::* ink = &Tokens::ink, TextSize size = TextSize::Body);
[[nodiscard]] QWidget* flagged(const QString& text); // a note on an ochre wash

// One line a file: what it is and how large, with what the reader remarks about it.
[[nodiscard]] QWidget* filesTold(const readers::ReadReport& report, const QStringList& paths);
// What the source would bring: counts by collection and school year, a sample of values, what is not understood.
[[nodiscard]] QWidget* previewTold(const desk::Preview& preview);
[[nodiscard]] QString previewHeadline(const desk::Preview& preview);
// What of one document was not taken and not understood, and what its reader remarks.
void addLeftOut(QVBoxLayout& column, const readers::ReadDocument& document);
// What was taken, not taken and not understood.
void tellImported(MarginSheet& sheet, const desk::ImportReport& report);

} // namespace app
