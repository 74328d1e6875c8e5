// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sitting.h"

#include <functional>

namespace app {

// What the letter page asks of the desk. A seam: the window hands it the sitting, tests hand it answers.
struct LetterDesk {
    std::function<desk::Answer<record::ConcernId>(requests::Concern)> saveConcern;
    std::function<desk::Answer<record::RequestId>(requests::Request)> saveRequest;
    std::function<desk::Answer<QByteArray>(record::RequestId, requests::Letter, reports::LetterFormat)> print;
    std::function<desk::Answer<record::AttachmentId>(const QString& path)> attach;
};

} // namespace app
