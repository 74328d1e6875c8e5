// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/mixed_tokens.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>
#include <cmath>
#include <numbers>

// Contrast after WCAG 2.2, colour distance after CIEDE2000 (Sharma, Wu, Dalal 2005), colour vision after Machado,
// Oliveira and Fernandes 2009 at full strength.

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix normal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Triple linearRgb(const QColor& colour)
{
    return {linear(colour.red() / 255.0), linear(colour.green() / 255.0), linear(colour.blue() / 255.0)};
}

Triple times(const Matrix& m, const Triple& v)
{
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

double luminance(const QColor& colour)
{
    const Triple rgb = linearRgb(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Triple lab(const QColor& colour, const Matrix& vision)
{
    Triple rgb = times(vision, linearRgb(colour));
    for (double& channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750},
                            {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = times(toXyz, rgb);
    constexpr Triple white{0.95047, 1.0, 1.08883};
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / white[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double ciede2000(const Triple& one, const Triple& two)
{
    constexpr double pi = std::numbers::pi;
    const double c1 = std::hypot(one[1], one[2]), c2 = std::hypot(two[1], two[2]);
    const double cm7 = std::pow((c1 + c2) / 2, 7);
    const double g = 0.5 * (1 - std::sqrt(cm7 / (cm7 + std::pow(25.0, 7))));
    const double a1 = one[1] * (1 + g), a2 = two[1] * (1 + g);
    const double cp1 = std::hypot(a1, one[2]), cp2 = std::hypot(a2, two[2]);
    const auto hue = [](double a, double b) {
        const double h = std::atan2(b, a);
        return h < 0 ? h + 2 * std::numbers::pi : h;
    };
    const double h1 = cp1 == 0 ? 0 : hue(a1, one[2]), h2 = cp2 == 0 ? 0 : hue(a2, two[2]);
    const double dl = two[0] - one[0], dc = cp2 - cp1;
    double dh = h2 - h1;
    if (cp1 * cp2 == 0)
        dh = 0;
    else if (dh > pi)
        dh -= 2 * pi;
    else if (dh < -pi)
        dh += 2 * pi;
    const double dH = 2 * std::sqrt(cp1 * cp2) * std::sin(dh / 2);
    const double lm = (one[0] + two[0]) / 2, cm = (cp1 + cp2) / 2;
    double hm = h1 + h2;
    if (cp1 * cp2 != 0) {
        if (std::abs(h1 - h2) <= pi)
            hm /= 2;
        else
            hm = hm < 2 * pi ? (hm + 2 * pi) / 2 : (hm - 2 * pi) / 2;
    }
    const auto deg = [](double d) { return d * std::numbers::pi / 180; };
    const double t = 1 - 0.17 * std::cos(hm - deg(30)) + 0.24 * std::cos(2 * hm) + 0.32 * std::cos(3 * hm + deg(6))
        - 0.20 * std::cos(4 * hm - deg(63));
    const double spread = deg(30) * std::exp(-std::pow((hm * 180 / pi - 275) / 25, 2));
    const double c7 = std::pow(cm, 7);
    const double rc = 2 * std::sqrt(c7 / (c7 + std::pow(25.0, 7)));
    const double l50 = std::pow(lm - 50, 2);
    const double sl = 1 + 0.015 * l50 / std::sqrt(20 + l50), sc = 1 + 0.045 * cm, sh = 1 + 0.015 * cm * t;
    const double rt = -std::sin(2 * spread) * rc;
    return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dH / sh, 2) + rt * (dc / sc) * (dH / sh));
}

double closestPair(const app::Tokens& tokens, const Matrix& vision, bool neighboursOnly)
{
    double smallest = 1000;
    for (std::size_t i = 0; i < tokens.lanes.size(); ++i)
        for (std::size_t j = i + 1; j < tokens.lanes.size(); ++j)
            if (!neighboursOnly || j == i + 1)
                smallest = std::min(smallest,
                                    ciede2000(lab(tokens.lanes[i].strong, vision), lab(tokens.lanes[j].strong, vision)));
    return smallest;
}

} // namespace

class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distanceFormula()
    {
        // Rows of the table published with the formula.
        QVERIFY(std::abs(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 0.0001);
        QVERIFY(std::abs(ciede2000({50, 2.5, 0}, {73, 25, -18}) - 27.1492) < 0.0001);
        QVERIFY(std::abs(ciede2000({22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}) - 2.0373) < 0.0001);
    }

    void text_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    // Every colour that words are written in, on everything they are written on.
    void text()
    {
        QFETCH(bool, dark);
        const app::Tokens t = dark ? app::Tokens::darkSet() : app::Tokens::light();
        const std::pair<QColor, QColor> pairs[] = {
            {t.ink, t.sheet},         {t.ink, t.desk},          {t.ink, t.rail},       {t.ink, t.paper},
            {t.ink, t.band},          {t.ink, t.damsonWash},    {t.ink, t.ochreWash},  {t.ink, t.greenWash},
            {t.ink, t.rustWash},      {t.ink2, t.sheet},        {t.ink2, t.desk},      {t.ink2, t.rail},
            {t.ink2, t.paper},        {t.ink2, t.band},         {t.damson, t.sheet},   {t.damson, t.desk},
            {t.damson, t.damsonWash}, {t.onDamson, t.damson},   {t.onDamson, t.damsonHover},
            {t.ochreText, t.sheet},   {t.ochreText, t.ochreWash}, {t.green, t.sheet},  {t.green, t.greenWash},
            {t.rust, t.sheet},        {t.rust, t.rustWash},     {t.sheet, t.ochreText},
        };
        for (const auto& [ink, ground] : pairs)
            QVERIFY2(contrast(ink, ground) >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(contrast(ink, ground))));
        for (const app::Tokens::Lane& lane : t.lanes) {
            QVERIFY(contrast(t.ink, lane.tint) >= (dark ? 9.8 : 12.7) - 0.05);
            QVERIFY(contrast(t.ink2, lane.tint) >= 5.4 - 0.05);
        }
    }

    void graphics_data() { text_data(); }
    void graphics()
    {
        QFETCH(bool, dark);
        const app::Tokens t = dark ? app::Tokens::darkSet() : app::Tokens::light();
        for (const QColor& mark : {t.edge, t.ochreMark, t.damson, t.green, t.rust})
            for (const QColor& ground : {t.sheet, t.desk})
                QVERIFY2(contrast(mark, ground) >= 3.0, qPrintable(mark.name() + QStringLiteral(" on ") + ground.name()));
        for (const app::Tokens::Lane& lane : t.lanes)
            for (const QColor& ground : {t.sheet, t.desk, t.band, lane.tint})
                QVERIFY2(contrast(lane.strong, ground) >= 3.0,
                         qPrintable(lane.strong.name() + QStringLiteral(" on ") + ground.name()));
    }

    // The numbers printed with the palette; another colour must not bring lanes closer.
    void lanesKeepTheirDistance()
    {
        const app::Tokens light = app::Tokens::light(), dark = app::Tokens::darkSet();
        constexpr double rounding = 0.06;
        QVERIFY2(closestPair(light, normal, false) >= 19.1 - rounding, qPrintable(QString::number(closestPair(light, normal, false))));
        QVERIFY2(closestPair(dark, normal, false) >= 19.1 - rounding, qPrintable(QString::number(closestPair(dark, normal, false))));
        QVERIFY2(closestPair(light, protan, false) >= 10.6 - rounding, qPrintable(QString::number(closestPair(light, protan, false))));
        QVERIFY2(closestPair(dark, protan, false) >= 12.6 - rounding, qPrintable(QString::number(closestPair(dark, protan, false))));
        QVERIFY2(closestPair(light, deutan, false) >= 12.0 - rounding, qPrintable(QString::number(closestPair(light, deutan, false))));
        QVERIFY2(closestPair(dark, deutan, false) >= 13.5 - rounding, qPrintable(QString::number(closestPair(dark, deutan, false))));
        QVERIFY2(closestPair(light, tritan, false) >= 12.3 - rounding, qPrintable(QString::number(closestPair(light, tritan, false))));
        QVERIFY2(closestPair(dark, tritan, false) >= 14.2 - rounding, qPrintable(QString::number(closestPair(dark, tritan, false))));
        for (const Matrix& vision : {normal, protan, deutan, tritan})
            for (const app::Tokens& tokens : {light, dark})
                QVERIFY(closestPair(tokens, vision, true) >= 13.5 - rounding);
    }

    // What does not fit a filter is drawn opaque, and looks as if a quarter of it were left on the sheet.
    void mixedIsWhatHalfTransparentLooksLike_data() { text_data(); }
    void mixedIsWhatHalfTransparentLooksLike()
    {
        QFETCH(bool, dark);
        const app::Tokens tokens = dark ? app::Tokens::darkSet() : app::Tokens::light();
        const app::Tokens mixed = app::mixedWithSheet(tokens, 0.25);
        QImage image(4, 1, QImage::Format_RGB32);
        image.fill(tokens.sheet);
        {
            QPainter painter(&image);
            painter.setOpacity(0.25);
            painter.fillRect(0, 0, 1, 1, tokens.ink);
            painter.fillRect(1, 0, 1, 1, tokens.lanes[2].strong);
            painter.fillRect(2, 0, 1, 1, tokens.lanes[7].tint);
            painter.fillRect(3, 0, 1, 1, tokens.ochreMark);
        }
        const QColor wanted[] = {mixed.ink, mixed.lanes[2].strong, mixed.lanes[7].tint, mixed.ochreMark};
        for (int x = 0; x < 4; ++x) {
            const QColor drawn = image.pixelColor(x, 0);
            QVERIFY(std::abs(drawn.red() - wanted[x].red()) <= 2);
            QVERIFY(std::abs(drawn.green() - wanted[x].green()) <= 2);
            QVERIFY(std::abs(drawn.blue() - wanted[x].blue()) <= 2);
            QCOMPARE(wanted[x].alpha(), 255);
        }
        QCOMPARE(mixed.sheet, tokens.sheet);
    }

    void sizesGrowWithTheFont()
    {
        QFont font = QApplication::font();
        font.setPointSizeF(10);
        QApplication::setFont(font);
        const int once = app::u(10);
        font.setPointSizeF(20);
        QApplication::setFont(font);
        QVERIFY(std::abs(app::u(10) - 2 * once) <= 1);
        QCOMPARE(app::textFont(app::TextSize::Headline).pointSizeF(), 40.0);
        QCOMPARE(app::textFont(app::TextSize::Small).pointSizeF(), 18.0);
    }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
