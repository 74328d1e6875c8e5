// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/drawing.h"
#include "base/result.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace app {

// One page as it is shown: drawn, or words alone.
struct PaperSheet {
    int page = 1;
    QImage image; // null: a text document
    QString text; // the words of the page, as far as the document holds them as words
    std::vector<QRectF> lines; // where they stand, from the top, as fractions of the page
};

// A document that was opened. Belongs to one thread, which is not the window's: drawing takes as long as it takes.
class PaperPages {
public:
    virtual ~PaperPages() = default;
    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual bool wordsOnly() const { return false; }
    [[nodiscard]] virtual bool isCut() const { return false; } // there is more than is shown
    // `width` in pixels of the screen; less comes back where the limits say so.
    [[nodiscard]] virtual base::Result<PaperSheet> sheet(int page, int width, const std::stop_token& stop) = 0;
};

// By the document's format (record::formatsToRead()). PDFs and pictures are drawn by `drawer` (drawer.h), words of text
// documents are read here. Errors: InputUnreadable, with what to do instead.
[[nodiscard]] base::Result<std::unique_ptr<PaperPages>> openPaper(const QString& drawer, const QString& format,
                                                                  const QByteArray& bytes);

// Why something cannot be shown, and that it is kept all the same.
[[nodiscard]] tl::unexpected<base::Error> cannotShow(const QString& why);

} // namespace app
