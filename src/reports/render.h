// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "requests/letter.h"

namespace reports {

enum class LetterFormat { Html, Odt, Pdf, Text };
[[nodiscard]] std::optional<LetterFormat> letterFormat(QStringView word); // "html", "odt", "pdf", "txt"
[[nodiscard]] QString letterFormatWord(LetterFormat format);

// HTML is the master (lang, headings, lists); ODT is the one to edit (outline levels, language); PDF the print copy
// (untagged: Qt cannot write tags); text for web forms and mail. No author, host, path or time of day in any.
[[nodiscard]] base::Result<QByteArray> render(const requests::Letter& letter, LetterFormat format);

[[nodiscard]] QByteArray letterHtml(const requests::Letter& letter);
[[nodiscard]] base::Result<QByteArray> letterOdt(const requests::Letter& letter);
[[nodiscard]] QByteArray letterText(const requests::Letter& letter);
// Needs a QGuiApplication (offscreen will do).
[[nodiscard]] base::Result<QByteArray> letterPdf(const requests::Letter& letter);

} // namespace reports
