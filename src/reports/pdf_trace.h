// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace reports {

// Takes out of a PDF written by Qt what tells when and with which program it was made: CreationDate, ModDate,
// Producer and Creator of the information dictionary, and the file identifier (random in newer Qt). The places are
// blanked in their full length, so that every offset of the cross-reference table stays right. The title stays.
[[nodiscard]] QByteArray withoutTrace(QByteArray pdf);

} // namespace reports
