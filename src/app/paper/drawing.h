// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace app {

// A document from somebody else is hostile input: it is drawn within these bounds or not at all.
struct PaperLimits {
    int pages = 2000;
    int side = 10'000;               // pixels
    qint64 pixels = 24'000'000;      // of one drawn page, 96 MB
    qint64 readPixels = 120'000'000; // of a photo as it is stored
    qint64 bytes = 128LL * 1024 * 1024;
    qint64 memory = 1536LL * 1024 * 1024; // of the whole drawing program
    int letters = 200'000;
    int lines = 5'000;
    int seconds = 20; // for one page
};

enum class DrawFault : quint8 { None, Damaged, PageDamaged, TooLarge, Locked, NoPages, UnknownKind, TooLong };

// What comes back from the program that draws: one page, or why not.
struct Drawing {
    DrawFault fault = DrawFault::None;
    int pages = 0;
    bool cut = false; // the document has more pages than the limit
    int page = 0;
    QImage image; // null where only the count was asked for
    QString text; // the words of the page, as far as the document holds them as words
    std::vector<QRectF> lines; // where they stand, from the top, as fractions of the page
};

// How a drawing travels between the two programs. What arrives is checked like any file from outside: the program that
// sent it has read a hostile document.
[[nodiscard]] QByteArray packed(const Drawing& drawing);
[[nodiscard]] std::optional<Drawing> unpacked(const QByteArray& bytes, const PaperLimits& limits);

// The size to draw a page at that is `size` large (any unit) and should be `width` wide; empty: it cannot be drawn.
[[nodiscard]] QSize drawnSize(QSizeF size, int width, const PaperLimits& limits);

} // namespace app
