// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/tokens.h"

#include <QApplication>
#include <QFontDatabase>
#include <QScreen>

namespace app {

namespace {

// Written once at start and on a change of theme, by the GUI thread alone.
Tokens& inForce()
{
    static Tokens tokens = Tokens::light();
    return tokens;
}

QColor hex(QRgb rgb)
{
    return QColor::fromRgb(rgb | 0xff000000U);
}

// Pixel size of the application font without Qt's rounding to whole pixels, so that u is exactly 4 at 10 pt.
double basePixels()
{
    const QFont font = QApplication::font();
    if (font.pixelSize() > 0)
        return font.pixelSize();
    const QScreen* screen = QGuiApplication::primaryScreen();
    return font.pointSizeF() * (screen ? screen->logicalDotsPerInchY() : 96.0) / 72.0;
}

QFont scaled(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

Tokens Tokens::light()
{
    Tokens t;
    t.dark = false;
    t.sheet = hex(0xFEFDFB);
    t.desk = hex(0xF4F1EC);
    t.rail = hex(0xEAE6DF);
    t.ink = hex(0x26222B);
    t.ink2 = hex(0x5D5665);
    t.damson = hex(0x5F2F73);
    t.onDamson = hex(0xFFFFFF);
    t.damsonHover = hex(0x4C245D);
    t.damsonWash = hex(0xEFE6F3);
    t.ochreText = hex(0x7A4A00);
    t.ochreMark = hex(0xB06800);
    t.ochreWash = hex(0xFAEDD2);
    t.green = hex(0x1F6140);
    t.greenWash = hex(0xE0F0E6);
    t.rust = hex(0x93331F);
    t.rustWash = hex(0xF8E6E0);
    t.edge = hex(0x857D8B);
    t.rule = hex(0xDDD7CE);
    t.margin = hex(0xD9A5B3);
    t.band = hex(0xF1ECE3);
    t.paper = hex(0xFFFFFF);
    t.disabledText = hex(0x857D8B);
    t.lanes = {{{hex(0x133A86), hex(0xDEEBFD)},
                {hex(0x3B8982), hex(0xD6F0ED)},
                {hex(0x5E4B02), hex(0xF5E9CA)},
                {hex(0xCE6303), hex(0xFEE4D3)},
                {hex(0x720437), hex(0xFBE2E8)},
                {hex(0x6B8D52), hex(0xE3EEDB)},
                {hex(0x595568), hex(0xE8E9F0)},
                {hex(0x9C6FC6), hex(0xF0E5F8)}}};
    return t;
}

Tokens Tokens::darkSet()
{
    Tokens t;
    t.dark = true;
    t.sheet = hex(0x211F25);
    t.desk = hex(0x1A181D);
    t.rail = hex(0x141216);
    t.ink = hex(0xEDE9F0);
    t.ink2 = hex(0xB5AEBD);
    t.damson = hex(0xD3B0E4);
    t.onDamson = hex(0x2A1535);
    t.damsonHover = hex(0xE2C8EF);
    t.damsonWash = hex(0x3B2C45);
    t.ochreText = hex(0xF0C677);
    t.ochreMark = hex(0xDDA23F);
    t.ochreWash = hex(0x3D3220);
    t.green = hex(0x8FD0AC);
    t.greenWash = hex(0x21362B);
    t.rust = hex(0xF0A48F);
    t.rustWash = hex(0x442A24);
    t.edge = hex(0x857E8E);
    t.rule = hex(0x3A3640);
    t.margin = hex(0x7A4A5C);
    t.band = hex(0x28252C);
    t.paper = hex(0x26232A);
    t.disabledText = hex(0x7C7584);
    t.lanes = {{{hex(0x668FDF), hex(0x2D3746)},
                {hex(0x97EADA), hex(0x243C39)},
                {hex(0xC0AC5E), hex(0x40351B)},
                {hex(0xC4670F), hex(0x483020)},
                {hex(0xFD93A7), hex(0x443035)},
                {hex(0xD7F0A4), hex(0x313A2A)},
                {hex(0x8A859C), hex(0x36363C)},
                {hex(0xDFBEFF), hex(0x3C3242)}}};
    return t;
}

QPalette Tokens::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, desk);
    p.setColor(QPalette::WindowText, ink);
    p.setColor(QPalette::Base, sheet);
    p.setColor(QPalette::AlternateBase, band);
    p.setColor(QPalette::Text, ink);
    p.setColor(QPalette::PlaceholderText, ink2);
    p.setColor(QPalette::Button, paper);
    p.setColor(QPalette::ButtonText, ink);
    p.setColor(QPalette::BrightText, onDamson);
    p.setColor(QPalette::Highlight, damsonWash);
    p.setColor(QPalette::HighlightedText, ink);
    p.setColor(QPalette::Link, damson);
    p.setColor(QPalette::LinkVisited, damson);
    p.setColor(QPalette::Light, sheet);
    p.setColor(QPalette::Midlight, band);
    p.setColor(QPalette::Mid, rule);
    p.setColor(QPalette::Dark, edge);
    p.setColor(QPalette::Shadow, edge);
    p.setColor(QPalette::ToolTipBase, ink);
    p.setColor(QPalette::ToolTipText, sheet);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, disabledText);
    return p;
}

const Tokens& Tokens::current()
{
    return inForce();
}

void Tokens::use(const Tokens& tokens)
{
    inForce() = tokens;
    if (qApp)
        QApplication::setPalette(tokens.palette());
}

int u(double units)
{
    return qRound(units * basePixels() * 0.3);
}

QFont textFont(TextSize size)
{
    QFont font = QApplication::font();
    switch (size) {
    case TextSize::Small:
        return scaled(font, 0.9);
    case TextSize::Body:
        return font;
    case TextSize::Lead:
        return scaled(font, 1.1);
    case TextSize::Section:
        font.setBold(true);
        return scaled(font, 1.1);
    case TextSize::Title:
        font.setBold(true);
        return scaled(font, 1.5);
    case TextSize::Headline:
        font.setBold(true);
        return scaled(font, 2.0);
    }
    return font;
}

QFont letterFont()
{
    QFont font = QApplication::font();
    font.setFamilies({QStringLiteral("Noto Serif"), QStringLiteral("DejaVu Serif"), QStringLiteral("serif")});
    font.setStyleHint(QFont::Serif);
    return font;
}

QFont fieldFont()
{
    QFont font = QApplication::font();
    font.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), QStringLiteral("Noto Sans Mono"),
                      QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
    font.setStyleHint(QFont::Monospace);
    return scaled(font, 0.95);
}

} // namespace app
