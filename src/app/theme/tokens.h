// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace app {

// Colours of the window, one set for light and one for dark; built once and rebuilt on QEvent::PaletteChange.
// Contrast of every pair that is used together is tested (tests/app/tst_tokens.cpp).
struct Tokens {
    bool dark = false;
    QColor sheet, desk, rail;
    QColor ink, ink2;
    QColor damson, onDamson, damsonHover, damsonWash;
    QColor ochreText, ochreMark, ochreWash;
    QColor green, greenWash;
    QColor rust, rustWash;
    QColor edge, rule, margin, band;
    QColor paper, disabledText;
    struct Lane {
        QColor strong, tint;
    };
    std::array<Lane, 8> lanes; // by insight::LaneGroup

    [[nodiscard]] const Lane& lane(insight::LaneGroup group) const { return lanes[static_cast<std::size_t>(group)]; }
    [[nodiscard]] QPalette palette() const;

    // The set in force: follows the palette's luminance, or the theme the person chose.
    [[nodiscard]] static const Tokens& current();
    [[nodiscard]] static Tokens light();
    [[nodiscard]] static Tokens darkSet();
    static void use(const Tokens& tokens); // sets the application palette
};

// Everything is sized from the application font: u is 0.3 of its pixel height (4 px at 10 pt, 96 dpi).
[[nodiscard]] int u(double units = 1);
enum class TextSize { Small, Body, Lead, Section, Title, Headline };
[[nodiscard]] QFont textFont(TextSize size); // 0.9 · 1.0 · 1.1 · 1.1 bold · 1.5 bold · 2.0 bold
[[nodiscard]] QFont letterFont();            // serif: what goes out on paper
[[nodiscard]] QFont fieldFont();             // monospace: field names, codes in tables, digests

} // namespace app
