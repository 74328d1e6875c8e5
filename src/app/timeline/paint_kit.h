// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/tokens.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QStaticText>

#include <array>

namespace app {

enum class Face { Body, Bold, Small, SmallBold };

// How much is left of what does not fit the filter: it stays where it is, and can still be made out.
inline constexpr double dimmed = 0.25;

// Fonts, laid-out texts and hatch tiles that painted views keep from frame to frame: laying out a text costs a
// hundred times as much as drawing it. Emptied when font, theme or device pixel ratio change.
class PaintKit {
public:
    PaintKit();
    void refresh(double ratio); // reads application font and Tokens::current() anew
    // For paper and files: these colours, and lines and words instead of ready-made pixels.
    void refreshForFile(const Tokens& tokens);

    [[nodiscard]] const Tokens& tokens() const { return m_tokens; }
    // The same colours for what does not fit the filter: mixed with the sheet once, since drawing half transparent costs
    // three times as much.
    [[nodiscard]] const Tokens& dimmedTokens() const { return m_dimmedTokens; }
    [[nodiscard]] double ratio() const { return m_ratio; }
    [[nodiscard]] bool isForFile() const { return m_vector; }
    [[nodiscard]] const QFont& font(Face face) const { return m_faces[static_cast<std::size_t>(face)].font; }
    [[nodiscard]] double ascent(Face face) const { return m_faces[static_cast<std::size_t>(face)].ascent; }
    [[nodiscard]] double lineHeight(Face face) const { return m_faces[static_cast<std::size_t>(face)].height; }

    [[nodiscard]] double textWidth(const QString& text, Face face = Face::Body);
    // Left edge and vertical middle.
    void drawText(QPainter& painter, double left, double middle, const QString& text, const QColor& colour,
                  Face face = Face::Body);
    void drawCentred(QPainter& painter, double centre, double middle, const QString& text, const QColor& colour,
                     Face face = Face::Body);

    // Fills with the sign of a rank: 1 dots, 2 falling lines, 3 upright lines, 4 and above crossed lines; 0 nothing.
    void hatch(QPainter& painter, const QRectF& area, int rank, const QColor& line, const QColor& ground);
    // The rounded box of a count with its number: hundreds of them stand on a crowded screen, so each is drawn once and
    // kept. One size of box: what does not fit is said as "99+".
    void countBox(QPainter& painter, const QRectF& box, int count, const Tokens& inks, insight::LaneGroup group);
    // Diagonal lines for what is past its end.
    static constexpr int fallingLines = 2;

private:
    struct FaceMetrics {
        QFont font;
        double ascent = 0;
        double height = 0;
    };
    struct Laid {
        QStaticText text;
        double width = 0;
    };
    void setTokens(const Tokens& tokens);
    void setFaces();
    void paintCountBox(QPainter& painter, const QRectF& box, int count, const Tokens& inks, insight::LaneGroup group);
    void vectorHatch(QPainter& painter, const QRectF& area, int rank, const QColor& colour) const;
    Laid& laid(const QString& text, Face face);
    const QPixmap& tile(int rank, const QColor& line, const QColor& ground);

    Tokens m_tokens;
    Tokens m_dimmedTokens;
    double m_ratio = 1;
    bool m_vector = false;
    std::array<FaceMetrics, 4> m_faces;
    std::array<QHash<QString, Laid>, 4> m_texts;
    QHash<quint64, QPixmap> m_tiles;
    QHash<std::pair<quint64, int>, QPixmap> m_boxes; // by colours and count
};

} // namespace app
