// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace readers {

inline constexpr qint64 mostPaperBytes = 100LL * 1024 * 1024;

// What a document made for eyes is, by its bytes: a word of record::formatsToRead(). A table or a file of data is
// refused with what to do instead (InputUnreadable): its values need not be typed.
[[nodiscard]] base::Result<QString> paperFormat(const QString& name, const QByteArray& bytes);

// The words of a Word or OpenDocument text, page by page where the file says where its pages ended when it was last
// saved. Rows of tables are lines with tabs between the cells. Pictures, headers, notes and what was struck out by
// tracked changes are left out; `cut` says that it was longer than is shown.
struct PaperText {
    QStringList pages;
    bool cut = false;
};
[[nodiscard]] base::Result<PaperText> paperText(const QString& name, const QString& format, const QByteArray& bytes);

} // namespace readers
