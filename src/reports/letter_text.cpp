// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/letter_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace reports {

QString runText(const requests::Run& run)
{
    return run.blank ? QString(u"["_s + run.text + u"]"_s) : run.text;
}

QString lineText(const std::vector<requests::Run>& line)
{
    QString text;
    for (const requests::Run& run : line)
        text += runText(run);
    return text;
}

int headingLevel(const requests::Letter& letter, const requests::Part& part)
{
    const auto first = std::find_if(letter.parts.begin(), letter.parts.end(), [](const requests::Part& one) {
        return one.kind == requests::PartKind::Subject;
    });
    return first != letter.parts.end() && &*first == &part ? 1 : 2;
}

} // namespace reports
