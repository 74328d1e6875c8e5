// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/letter.h"

#include <QCoreApplication>

#include <algorithm>

namespace requests {

namespace {

bool hasBlanks(const Letter& letter)
{
    return std::any_of(letter.parts.begin(), letter.parts.end(), [](const Part& part) {
        return std::any_of(part.lines.begin(), part.lines.end(), [](const std::vector<Run>& line) {
            return std::any_of(line.begin(), line.end(), [](const Run& run) { return run.blank; });
        });
    });
}

bool hasPart(const Letter& letter, QStringView id)
{
    return std::any_of(letter.parts.begin(), letter.parts.end(), [id](const Part& part) { return part.id == id; });
}

} // namespace

QStringList sendingAdvice(const Letter& letter)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("requests::Sending", text); };
    const Channel channel = channelOf(letter.to);
    QStringList advice;
    if (hasBlanks(letter))
        advice << say(QT_TRANSLATE_NOOP("requests::Sending", "Fill in what stands in square brackets."));
    advice << say(QT_TRANSLATE_NOOP("requests::Sending", "Read it once more. It says what you told it to say."));
    if (letter.to == Controller::Dfe)
        advice << say(QT_TRANSLATE_NOOP("requests::Sending",
                                        "Send it to the Department for Education through its online contact form: "
                                        "copy the text version into the form. %1"))
                      .arg(channel.where);
    else
        advice << say(QT_TRANSLATE_NOOP("requests::Sending",
                                        "Give it to the school in writing: print and sign it, or copy the text version "
                                        "into an e-mail. %1"))
                      .arg(channel.where);
    if (!channel.verified)
        advice << say(QT_TRANSLATE_NOOP("requests::Sending",
                                        "How to reach them was not checked for this program. Look it up first."));
    if (hasPart(letter, u"enclosures"))
        advice << say(QT_TRANSLATE_NOOP("requests::Sending", "Add copies of the papers it lists, never the originals."));
    advice << say(QT_TRANSLATE_NOOP("requests::Sending",
                                    "Do not send a passport or other proof of who you are until they ask for it."));
    if (hasPart(letter, u"pair"))
        advice << say(QT_TRANSLATE_NOOP("requests::Sending", "It says that you also write to the other body. Send both."));
    advice << say(QT_TRANSLATE_NOOP("requests::Sending",
                                    "Keep what you sent, and proof of the day: a receipt, the e-mail, a picture of the "
                                    "form's last page."));
    advice << say(QT_TRANSLATE_NOOP("requests::Sending",
                                    "Then tell this program the day you sent it. It counts the month for you."));
    return advice;
}

} // namespace requests
