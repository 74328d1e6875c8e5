// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/left_out.h"

#include "base/masked_text.h"

#include <algorithm>

namespace requests {

namespace {

// Shorter texts ("2", "M", "Yes") would tear holes into ordinary words and locate nobody.
constexpr qsizetype shortest = 4;

} // namespace

QStringList locatingTexts(const LetterInput& input)
{
    QStringList texts{input.schoolName, input.person.upn, input.person.uln};
    texts += input.writer.address;
    for (const FrozenValue& value : input.concern.values) {
        texts << value.establishment << value.document;
        if (value.locates)
            texts << value.raw << value.meaning << input.concern.shouldSay;
    }
    // What was hidden before it came here: a letter has words for it, not dots.
    texts << base::maskedWhole();
    for (QString& text : texts)
        text = text.trimmed();
    texts.removeIf([](const QString& text) { return text.size() < shortest; });
    texts.removeDuplicates();
    // Longest first: "12 Alder Street, Alder" must not survive as a rest of "Alder".
    std::sort(texts.begin(), texts.end(), [](const QString& a, const QString& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    return texts;
}

void leaveOut(Letter& letter, const QStringList& texts, const QString& instead)
{
    for (Part& part : letter.parts)
        for (std::vector<Run>& line : part.lines)
            for (Run& run : line)
                for (const QString& text : texts)
                    run.text.replace(text, instead, Qt::CaseInsensitive);
}

} // namespace requests
