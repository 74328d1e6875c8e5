// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_painter.h"

#include "app/charts/signs.h"
#include "app/models/gap_words.h"
#include "app/timeline/source_lane.h"
#include "app/timeline/zoom_steps.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using insight::Mark;
using insight::MarkKind;
using insight::Verdict;

// Room for words beside a mark where nothing else follows in its lane.
constexpr double endless = 1e6;
// From so many pixels a year the single readings of a span are shown on its rule.
constexpr double readingsFrom = 90;

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::LanePainter)
};

// Beside the result itself: what it was in; a code that is no result needs its words.
const QString& resultWords(const Mark& mark)
{
    return mark.open || mark.shortLabel.isEmpty() ? mark.label : mark.shortLabel;
}

QRectF shared(const QRectF& a, const QRectF& b)
{
    return a.intersected(b);
}

} // namespace

LanePainter::LanePainter(QPainter& painter, PaintKit& kit, const TimelineScene& scene)
    : m_painter(painter), m_kit(kit), m_inks(&kit.tokens()), m_scene(scene), m_plot(scene.plot()), m_pad(u(1.75))
{
}

void LanePainter::paintLane(const LaneRow& row)
{
    const insight::Lane& lane = m_scene.model->lane(row.lane);
    const Context context{&row, &lane};
    paintGaps(row);
    const std::vector<MarkRun> runs = m_scene.index(row.lane).runs(m_scene.scale.range, m_scene.cellDays());
    for (std::size_t i = 1; i < runs.size(); ++i)
        paintChange(context, runs[i - 1], runs[i]);
    // Boxes last: they may reach over the beginning of the span that follows.
    for (const bool counted : {false, true})
        for (std::size_t i = 0; i < runs.size(); ++i)
            if (m_scene.isCounted(row.lane, runs[i]) == counted)
                paintRun(context, runs[i],
                         i + 1 < runs.size() ? m_scene.runRect(row, runs[i + 1]).left() : m_plot.right() + endless);
}

void LanePainter::paintGaps(const LaneRow& row)
{
    const LaneGaps& gaps = m_scene.gaps[static_cast<std::size_t>(row.lane)];
    dim(!m_scene.model->matches().anyIn(row.lane));
    for (const TimeRange& gap : gaps.missing)
        gapBox(row, gap, Words::tr("not here"), true);
    for (const TimeRange& gap : gaps.unsaid)
        gapBox(row, gap, Words::tr("not said"), false);
    if (m_scene.isClose())
        for (const TimeRange& gap : gaps.notAsked)
            notAsked(row, gap);
    dim(false);
}

// Nothing is missing here, so no box: only words, where there is room for them.
void LanePainter::notAsked(const LaneRow& row, const TimeRange& gap)
{
    const QString words = onlyInWords(m_scene.model->lane(row.lane));
    // In the bright part of the screen, where there is one.
    const double bright = m_scene.scale.x(namedTime(m_scene.scale.range).from);
    const double left =
        std::max({m_scene.scale.x(gap.from), m_plot.left(), gap.to > m_scene.scale.day(bright) ? bright : 0.0}) + m_pad;
    const double width = m_kit.textWidth(words), middle = m_scene.rowTop(row) + row.height / 2;
    if (left + width > std::min(m_scene.scale.x(gap.to), m_plot.right()))
        return;
    const double high = m_kit.lineHeight(Face::Body);
    m_painter.fillRect(QRectF(left, middle - high / 2, width, high), m_inks->sheet); // no dotted line through it
    m_kit.drawText(m_painter, left, middle, words, m_inks->ink2);
}

// A year of which nothing is here has a wash; a count that is here and leaves this out is an outline alone.
void LanePainter::gapBox(const LaneRow& row, const TimeRange& gap, const QString& words, bool wash)
{
    const double middle = m_scene.rowTop(row) + row.height / 2;
    const double height = row.height - m_scene.sizes.barPadding;
    QRectF box(m_scene.scale.x(gap.from), middle - height / 2, gap.length() * m_scene.scale.pixelsPerDay(), height);
    // Only what is on screen, and a bit more for the edges: dashes cost by their length.
    box = shared(box, m_plot.adjusted(-box.height(), -2 * box.height(), box.height(), box.height()));
    if (box.width() < u(0.75))
        return;
    drawNotHere(m_painter, box.adjusted(u(0.25), 0, -u(0.25), 0), *m_inks, wash);
    const QRectF seen = shared(box, m_plot);
    if (m_kit.textWidth(words) + 2 * m_pad <= seen.width())
        m_kit.drawCentred(m_painter, seen.center().x(), middle, words, m_inks->ochreText);
}

void LanePainter::paintRun(const Context& lane, const MarkRun& run, double freeUntil)
{
    const QRectF rect = m_scene.runRect(*lane.row, run);
    const Mark& mark = lane.lane->marks[static_cast<std::size_t>(run.first)];
    // Looked for: what does not fit is dimmed, and a number counts what fits of it.
    const MarkMatches& matches = m_scene.model->matches();
    const int fits = matches.count(lane.row->lane, run.first, run.count);
    dim(fits == 0);
    paintRunFully(lane, run, rect, freeUntil, mark, fits > 0 ? fits : run.count);
    dim(false);
}

void LanePainter::paintRunFully(const Context& lane, const MarkRun& run, const QRectF& rect, double freeUntil,
                                const Mark& mark, int number)
{
    if (m_scene.isCounted(lane.row->lane, run)) {
        countBox(*lane.row, rect, number);
        const double room = std::min(freeUntil, m_plot.right()) - rect.right() - 2 * m_pad;
        if (run.count == 1)
            label(mark, {rect.right() + m_pad, rect.top(), room, rect.height()}, false, {});
        return;
    }
    if (isSources(*lane.lane)) {
        paintSources(lane, run, rect);
        return;
    }
    // The same time said twice and differently: a number beside it, none preferred.
    const bool several = run.count > 1 && mark.kind != MarkKind::Result;
    const QRectF box(std::min({rect.right(), m_plot.right(), freeUntil}) - m_scene.sizes.boxWidth - u(0.5),
                     rect.center().y() - m_scene.sizes.barHeight / 2, m_scene.sizes.boxWidth, m_scene.sizes.barHeight);
    switch (mark.kind) {
    case MarkKind::Result:
        paintResults(lane, run, rect, freeUntil);
        break;
    case MarkKind::Amount:
        paintAmount(lane, mark, rect);
        break;
    case MarkKind::Coverage:
        paintCoverage(lane, mark, rect);
        break;
    case MarkKind::Holding:
        paintHolding(lane, mark, rect, freeUntil);
        break;
    case MarkKind::Span:
    case MarkKind::Event:
    case MarkKind::Request:
        paintSpan(lane, mark, rect, several ? box.left() - m_pad : freeUntil);
        break;
    }
    if (several && box.left() >= rect.left())
        countBox(*lane.row, box, number);
}

void LanePainter::tintBar(const QRectF& bar, const Tokens::Lane& colours, bool beginsHere)
{
    const QRectF seen = shared(bar, m_plot);
    m_painter.fillRect(seen, colours.tint);
    const double rule = u(0.5);
    m_painter.fillRect(QRectF(seen.left(), bar.bottom() - rule, seen.width(), rule), colours.strong);
    if (beginsHere)
        m_painter.fillRect(QRectF(bar.left(), bar.top(), std::min<double>(u(0.75), bar.width()), bar.height()),
                           colours.strong);
}

void LanePainter::paintSpan(const Context& lane, const Mark& mark, const QRectF& bar, double freeUntil)
{
    const Tokens& tokens = *m_inks;
    const QRectF seen = shared(bar, m_plot);
    if (seen.isEmpty())
        return;
    const bool begins = bar.left() >= m_plot.left();
    const double edge = u(0.75), rule = u(0.5);
    if (mark.none) {
        // An outline: what is there shall be seen before what is not.
        m_painter.fillRect(seen, tokens.sheet);
        m_painter.fillRect(QRectF(seen.left(), bar.top(), seen.width(), 1), colours(lane).strong);
        if (bar.right() <= m_plot.right())
            m_painter.fillRect(QRectF(bar.right() - 1, bar.top(), 1, bar.height()), colours(lane).strong);
        m_painter.fillRect(QRectF(seen.left(), bar.bottom() - rule, seen.width(), rule), colours(lane).strong);
        if (begins)
            m_painter.fillRect(QRectF(bar.left(), bar.top(), std::min(edge, bar.width()), bar.height()),
                               colours(lane).strong);
    } else {
        tintBar(bar, colours(lane), begins);
        m_kit.hatch(m_painter, seen.adjusted(begins ? edge : 0, 0, 0, -rule), mark.rank, colours(lane).strong,
                    colours(lane).tint);
    }
    if (!mark.toKnown)
        dots(bar.right(), bar.right() + u(6), bar.bottom() - rule / 2, colours(lane).strong);
    if (!mark.fromKnown)
        dots(bar.left() - u(6), bar.left(), bar.bottom() - rule / 2, colours(lane).strong);
    if (m_scene.scale.pixelsPerYear() >= readingsFrom)
        paintReadings(lane, mark, bar);
    // No words under what is drawn over the end of it.
    QRectF room = seen.adjusted(begins ? edge + m_pad : u(2.5), 0, -u(0.5), -rule);
    room.setRight(std::min(room.right(), freeUntil - u(0.5)));
    label(mark, room, mark.rank > 0 && !mark.none, colours(lane).tint);
}

double LanePainter::label(const Mark& mark, const QRectF& inside, bool plate, const QColor& ground)
{
    const double gap = u(1.75);
    const MarkLabel text =
        labelFor(mark, inside.width(), gap, [this](const QString& words) { return m_kit.textWidth(words); });
    if (text.words.isEmpty())
        return 0;
    const double words = m_kit.textWidth(text.words);
    const double width = words + (text.code.isEmpty() ? 0 : gap + m_kit.textWidth(text.code));
    if (plate)
        m_painter.fillRect(QRectF(inside.left() - m_pad, inside.top(), width + m_pad + u(1), inside.height()), ground);
    m_kit.drawText(m_painter, inside.left(), inside.center().y(), text.words, m_inks->ink);
    m_kit.drawText(m_painter, inside.left() + words + gap, inside.center().y(), text.code, m_inks->ink2);
    return width;
}

void LanePainter::paintChange(const Context& lane, const MarkRun& before, const MarkRun& after)
{
    const Mark& a = lane.lane->marks[static_cast<std::size_t>(before.first)];
    const Mark& b = lane.lane->marks[static_cast<std::size_t>(after.first)];
    if (before.count != 1 || after.count != 1 || a.kind != MarkKind::Span || b.kind != MarkKind::Span ||
        (a.label == b.label && a.code == b.code))
        return;
    const TimeRange gap{before.end, after.from};
    if (gap.length() * m_scene.scale.pixelsPerDay() < u(1))
        return;
    // Where a year is missing, its box says more.
    for (const TimeRange& missing : m_scene.gaps[static_cast<std::size_t>(lane.row->lane)].missing)
        if (missing.from < gap.to && missing.to > gap.from)
            return;
    const QRectF bar = m_scene.runRect(*lane.row, after);
    dim(m_scene.model->matches().count(lane.row->lane, before.first, 1) +
            m_scene.model->matches().count(lane.row->lane, after.first, 1) ==
        0);
    dots(m_scene.scale.x(gap.from), m_scene.scale.x(gap.to), bar.bottom() - u(0.25), colours(lane).strong);
    dim(false);
}

void LanePainter::dots(double from, double to, double y, const QColor& colour)
{
    from = std::max(from, m_plot.left());
    to = std::min(to, m_plot.right());
    if (to <= from)
        return;
    QPen pen(colour, u(0.5), Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({0.01, 2.2});
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(from + u(0.5), y), QPointF(to, y));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void LanePainter::paintReadings(const Context& lane, const Mark& mark, const QRectF& bar)
{
    const double apart = u(2.5);
    const double y = bar.bottom() - u(0.25);
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(QPen(m_inks->sheet, u(0.25)));
    m_painter.setBrush(colours(lane).strong);
    auto next = std::lower_bound(mark.readings.begin(), mark.readings.end(), dateOf(m_scene.scale.range.from));
    while (next != mark.readings.end()) {
        const double x = m_scene.scale.x(*next);
        if (x > m_plot.right())
            break;
        if (x >= m_plot.left())
            m_painter.drawEllipse(QPointF(x, y), u(1), u(1));
        next = std::lower_bound(next + 1, mark.readings.end(), dateOf(m_scene.scale.day(x + apart)));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void LanePainter::paintAmount(const Context& lane, const Mark& mark, const QRectF& bar)
{
    const QRectF seen = shared(bar.adjusted(0, 0, bar.width() > u(2) ? -1 : 0, 0), m_plot);
    if (seen.isEmpty())
        return;
    m_painter.fillRect(seen, colours(lane).tint);
    const QString number = QLocale().toString(mark.amount, 'g', 10);
    const double middle = bar.center().y();
    const double width = m_kit.textWidth(number, Face::Bold);
    const double words = mark.label.isEmpty() || mark.label == number ? 0 : m_kit.textWidth(mark.label);
    if (words > 0 && width + words + 4 * m_pad <= seen.width() && !mark.label.contains(number)) {
        m_kit.drawText(m_painter, seen.left() + m_pad, middle, number, m_inks->ink, Face::Bold);
        m_kit.drawText(m_painter, seen.left() + 2 * m_pad + width, middle, mark.label, m_inks->ink);
    } else if (words > 0 && words + 2 * m_pad <= seen.width()) {
        m_kit.drawText(m_painter, seen.left() + m_pad, middle, mark.label, m_inks->ink);
    } else if (m_kit.textWidth(number) + 2 <= seen.width()) {
        m_kit.drawCentred(m_painter, seen.center().x(), middle, number, m_inks->ink);
    }
}

void LanePainter::paintResults(const Context& lane, const MarkRun& run, const QRectF& bar, double freeUntil)
{
    const Tokens& tokens = *m_inks;
    const QRectF seen = shared(bar, m_plot);
    if (seen.isEmpty())
        return;
    tintBar(bar, colours(lane), bar.left() >= m_plot.left());
    if (paintSideBySide(lane, run, seen))
        return;
    const Mark& mark = lane.lane->marks[static_cast<std::size_t>(run.first)];
    const double size = u(3), middle = bar.center().y() - u(0.25);
    const double centre = seen.width() > 6 * size ? seen.left() + u(0.75) + m_pad + size / 2 : seen.center().x();
    const auto begin = lane.lane->marks.begin() + run.first;
    const bool allOpen = std::all_of(begin, begin + run.count, [](const Mark& m) { return m.open; });
    drawResult(m_painter, {centre, middle}, size, mark.judgement, allOpen, colours(lane).strong, tokens.sheet);
    const QString number = run.count > 1 ? QString::number(run.count) : mark.code;
    const QString words = run.count > 1 ? Words::tr("results") : resultWords(mark);
    // Inside the bar where it is long enough, else to its right where nothing follows.
    const double inside = seen.right() - centre - size / 2 - 2 * m_pad;
    const double numberWidth = m_kit.textWidth(number, Face::Bold);
    const double wordsWidth = m_kit.textWidth(words);
    const bool fitsInside = numberWidth + m_pad + wordsWidth <= inside;
    const double left = fitsInside ? centre + size / 2 + m_pad : seen.right() + m_pad;
    const double room = fitsInside ? inside : std::min(freeUntil, m_plot.right()) - left - m_pad;
    if (numberWidth > room)
        return;
    m_kit.drawText(m_painter, left, bar.center().y(), number, tokens.ink, Face::Bold);
    if (numberWidth + m_pad + wordsWidth <= room)
        m_kit.drawText(m_painter, left + numberWidth + m_pad, bar.center().y(), words, tokens.ink);
}

bool LanePainter::paintSideBySide(const Context& lane, const MarkRun& run, const QRectF& bar)
{
    const double size = u(3), gap = u(6);
    double needed = u(0.75) + m_pad;
    for (int i = run.first; i < run.first + run.count; ++i) {
        const Mark& mark = lane.lane->marks[static_cast<std::size_t>(i)];
        needed +=
            size + m_pad + m_kit.textWidth(mark.code, Face::Bold) + m_pad + m_kit.textWidth(resultWords(mark)) + gap;
        if (needed - gap > bar.width())
            return false;
    }
    double x = bar.left() + u(0.75) + m_pad;
    const double middle = bar.center().y() - u(0.25);
    for (int i = run.first; i < run.first + run.count; ++i) {
        const Mark& mark = lane.lane->marks[static_cast<std::size_t>(i)];
        drawResult(m_painter, {x + size / 2, middle}, size, mark.judgement, mark.open, colours(lane).strong,
                   colours(lane).tint);
        x += size + m_pad;
        m_kit.drawText(m_painter, x, middle, mark.code, m_inks->ink, Face::Bold);
        x += m_kit.textWidth(mark.code, Face::Bold) + m_pad;
        m_kit.drawText(m_painter, x, middle, resultWords(mark), m_inks->ink);
        x += m_kit.textWidth(resultWords(mark)) + gap;
    }
    return true;
}

void LanePainter::paintCoverage(const Context& lane, const Mark& mark, const QRectF& rect)
{
    const QRectF seen = shared(rect, m_plot);
    if (seen.isEmpty())
        return;
    const double line = u(0.5);
    m_painter.fillRect(seen, colours(lane).tint);
    m_painter.fillRect(QRectF(seen.left(), rect.top(), seen.width(), line), colours(lane).strong);
    if (mark.fromKnown && rect.left() >= m_plot.left())
        m_painter.fillRect(QRectF(rect.left(), rect.top(), line, rect.height()), colours(lane).strong);
    if (mark.toKnown && rect.right() <= m_plot.right())
        m_painter.fillRect(QRectF(rect.right() - line, rect.top(), line, rect.height()), colours(lane).strong);
    if (!mark.fromKnown)
        dots(rect.left() - u(6), rect.left(), rect.top() + line / 2, colours(lane).strong);
    if (!mark.toKnown)
        dots(rect.right(), rect.right() + u(6), rect.top() + line / 2, colours(lane).strong);
}

void LanePainter::paintHolding(const Context& lane, const Mark& mark, const QRectF& rect, double freeUntil)
{
    const Tokens& tokens = *m_inks;
    const QColor strong = colours(lane).strong;
    const QRectF seen = shared(rect, m_plot);
    const double line = u(0.4), middle = rect.center().y();
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    if (!seen.isEmpty()) {
        const bool sure =
            mark.verdict == Verdict::Definite || mark.verdict == Verdict::VeryLikely || mark.verdict == Verdict::Likely;
        QPen pen(strong, line);
        pen.setJoinStyle(Qt::MiterJoin);
        if (mark.verdict == Verdict::Unknown || mark.verdict == Verdict::No)
            pen.setDashPattern({2.2, 1.6});
        m_painter.setPen(pen);
        m_painter.setBrush(sure                                ? QBrush(strong)
                           : mark.verdict == Verdict::Possible ? QBrush(colours(lane).tint)
                                                               : QBrush(tokens.sheet));
        m_painter.drawRect(seen.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    }
    double end = rect.right();
    const double today = m_scene.scale.x(m_scene.timeline().today);
    if (mark.open && mark.toKnown && today > end) {
        const QRectF tail = shared({end, rect.top(), today - end, rect.height()}, m_plot);
        if (!tail.isEmpty()) {
            m_kit.hatch(m_painter, tail, PaintKit::fallingLines, strong, tokens.sheet);
            QPen pen(strong, line);
            pen.setDashPattern({2.2, 1.6});
            m_painter.setPen(pen);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawLine(tail.topLeft(), tail.topRight());
            m_painter.drawLine(tail.bottomLeft(), tail.bottomRight());
        }
        // A stop where it should have ended.
        if (end <= m_plot.right())
            m_painter.fillRect(QRectF(end - line, rect.top() - u(0.75), line, rect.height() + u(0.75)), strong);
        end = today;
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    if (!mark.fromKnown)
        dots(rect.left() - u(5), rect.left(), middle, strong);
    if (!mark.toKnown) {
        dots(end, end + u(8), middle, strong);
        end += u(8);
    }
    if (mark.toKnown && !mark.open && rect.right() < today && end < m_plot.right()) {
        drawTick(m_painter, {end + u(2.5), middle}, u(3.5), tokens.ink2);
        end += u(4);
    }
    if ((!mark.fromKnown || !mark.toKnown) && end > m_plot.left()) { // words without their bar say nothing
        const QString words = !mark.fromKnown && !mark.toKnown ? Words::tr("start and end not stated")
                              : mark.toKnown                   ? Words::tr("start not stated")
                                                               : Words::tr("end not stated");
        const double left = std::max(end, m_plot.left()) + m_pad;
        if (left + m_kit.textWidth(words, Face::Small) <= std::min(freeUntil, m_plot.right()))
            m_kit.drawText(m_painter, left, middle, words, tokens.ink2, Face::Small);
    }
}

void LanePainter::countBox(const LaneRow& row, const QRectF& box, int count)
{
    if (box.right() >= m_plot.left() && box.left() <= m_plot.right())
        m_kit.countBox(m_painter, box, count, *m_inks, row.group);
}

} // namespace app
