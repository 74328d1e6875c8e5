// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The row that says which of the things the person was given speak of a term.
#include "app/timeline/lane_painter.h"

#include <QCoreApplication>

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::LanePainter)
};

// A sheet with its corner turned down: lines alone, so that a saved picture has no pixels in it.
void drawSheet(QPainter& painter, const QRectF& box, const QColor& colour)
{
    const double fold = box.width() * 0.35;
    painter.setPen(QPen(colour, u(0.3)));
    painter.drawPolyline(QPolygonF{box.topLeft(),
                                   box.bottomLeft(),
                                   box.bottomRight(),
                                   {box.right(), box.top() + fold},
                                   {box.right() - fold, box.top()},
                                   box.topLeft()});
    painter.drawPolyline(QPolygonF{{box.right() - fold, box.top()},
                                   {box.right() - fold, box.top() + fold},
                                   {box.right(), box.top() + fold}});
}

} // namespace

// Names beside each other as long as there is room; then how many more there are. Opening lists them all.
void LanePainter::paintSources(const Context& lane, const MarkRun& run, const QRectF& bar)
{
    const QRectF seen = bar.intersected(m_plot);
    if (seen.isEmpty())
        return;
    const double middle = bar.center().y(), wide = u(2.5), high = u(3.25), gap = u(1.5);
    // Where it begins, so that two neighbours are told apart.
    if (bar.left() >= m_plot.left())
        m_painter.fillRect(QRectF(bar.left(), bar.top(), 1, bar.height()), m_inks->edge);
    double x = seen.left() + m_pad;
    for (int n = 0; n < run.count; ++n) {
        const QString& name = lane.lane->marks[static_cast<std::size_t>(run.first + n)].label;
        const double needed = wide + gap + m_kit.textWidth(name);
        const int after = run.count - n - 1;
        const double more = after > 0 ? 2 * m_pad + m_kit.textWidth(Words::tr("and %1 more").arg(after)) : 0;
        if (x + needed + more > seen.right() - m_pad) {
            const int left = run.count - n;
            const QString words = n > 0       ? Words::tr("and %1 more").arg(left)
                                  : left == 1 ? Words::tr("1 file")
                                              : Words::tr("%1 files").arg(left);
            if (x + m_kit.textWidth(words) <= seen.right() - m_pad)
                m_kit.drawText(m_painter, x, middle, words, m_inks->ink2);
            return;
        }
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        drawSheet(m_painter, {x, middle - high / 2, wide, high}, m_inks->ink2);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_kit.drawText(m_painter, x + wide + gap, middle, name, m_inks->damson);
        x += needed + 2 * m_pad;
    }
}

} // namespace app
