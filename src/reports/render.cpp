// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/render.h"

#include <array>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

constexpr std::array<std::pair<LetterFormat, const char16_t*>, 4> formatWords{{
    {LetterFormat::Html, u"html"},
    {LetterFormat::Odt, u"odt"},
    {LetterFormat::Pdf, u"pdf"},
    {LetterFormat::Text, u"txt"},
}};

} // namespace

std::optional<LetterFormat> letterFormat(QStringView word)
{
    for (const auto& [format, name] : formatWords)
        if (word == QStringView(name))
            return format;
    return std::nullopt;
}

QString letterFormatWord(LetterFormat format)
{
    for (const auto& [one, name] : formatWords)
        if (one == format)
            return QString::fromUtf16(name);
    return {};
}

base::Result<QByteArray> render(const requests::Letter& letter, LetterFormat format)
{
    switch (format) {
    case LetterFormat::Html:
        return letterHtml(letter);
    case LetterFormat::Odt:
        return letterOdt(letter);
    case LetterFormat::Pdf:
        return letterPdf(letter);
    case LetterFormat::Text:
        return letterText(letter);
    }
    return letterText(letter);
}

} // namespace reports
