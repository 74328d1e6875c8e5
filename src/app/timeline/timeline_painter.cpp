// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_painter.h"

#include "app/charts/signs.h"
#include "app/models/mark_words.h"
#include "app/theme/icons.h"
#include "app/theme/verdict_disc.h"
#include "app/timeline/axis_painter.h"
#include "app/timeline/label_rule.h"
#include "app/timeline/lane_painter.h"
#include "app/timeline/source_lane.h"
#include "app/timeline/zoom_steps.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::TimelinePainter)
};

// "Univ. of Eastmere", "Daily Telegraph": as a person would shorten a body's name on a narrow label.
QString shorterName(const QString& name)
{
    QString shorter = name;
    if (const QString article = Words::tr("The "); shorter.startsWith(article))
        shorter = shorter.mid(article.size());
    return shorter.replace(Words::tr("University"), Words::tr("Univ."));
}

} // namespace

TimelinePainter::TimelinePainter(QPainter& painter, PaintKit& kit, const TimelineScene& scene,
                                 const std::map<insight::LaneGroup, FoldedLane>& folded)
    : m_painter(painter), m_kit(kit), m_scene(scene), m_folded(folded), m_plot(scene.plot())
{
}

void TimelinePainter::paint(const Spot& current, bool hasFocus, const QRectF& dirty)
{
    const Tokens& tokens = m_kit.tokens();
    m_painter.fillRect(dirty, tokens.sheet);
    const double above = m_scene.scrollY, below = m_scene.scrollY + m_plot.height();
    const auto first = std::partition_point(m_scene.rows.begin(), m_scene.rows.end(),
                                            [&](const LaneRow& row) { return row.bottom() < above - u(2); });
    const auto last =
        std::partition_point(first, m_scene.rows.end(), [&](const LaneRow& row) { return row.top < below + u(2); });
    const QRectF lanes(0, m_plot.top(), m_scene.size.width(), m_plot.height());
    m_painter.setClipRect(m_plot);
    otherTimes();
    contextBands();
    todayLine(m_plot.top(), m_plot.bottom()); // marks stand before it
    for (auto row = first; row != last; ++row)
        rowContent(*row);
    // The names come after the marks, on ground of their own: an SVG knows no clipping.
    m_painter.setClipRect(lanes);
    m_painter.fillRect(QRectF(0, m_plot.top(), m_plot.left(), m_plot.height()), tokens.sheet);
    for (auto row = first; row != last; ++row)
        groupGround(*row);
    for (auto row = first; row != last; ++row)
        rowName(*row);
    m_painter.setClipping(false);
    AxisPainter(m_painter, m_kit, m_scene).paint();
    m_painter.fillRect(QRectF(0, m_plot.top() - 1, m_scene.size.width(), 1), tokens.rule);
    m_painter.fillRect(QRectF(m_plot.left(), 0, 1, m_scene.size.height()), tokens.margin);
    if (current.context < 0)
        m_painter.setClipRect(lanes);
    ringAndTag(current, hasFocus);
}

// Close up, the school year or term that the heading names is bright and what lies beside it is not.
void TimelinePainter::otherTimes()
{
    if (!m_scene.isClose())
        return;
    const TimeRange named = namedTime(m_scene.scale.range);
    const double from = m_scene.scale.x(named.from), to = m_scene.scale.x(named.to);
    if (from > m_plot.left())
        m_painter.fillRect(QRectF(m_plot.left(), m_plot.top(), from - m_plot.left(), m_plot.height()),
                           m_kit.tokens().band);
    if (to < m_plot.right())
        m_painter.fillRect(QRectF(to, m_plot.top(), m_plot.right() - to, m_plot.height()), m_kit.tokens().band);
    QPen pen(m_kit.tokens().edge, 1);
    pen.setDashPattern({1, 4});
    m_painter.setPen(pen);
    for (const QDate& day : m_scene.timeline().censusDays)
        if (const double x = m_scene.scale.x(day); x > m_plot.left() && x < m_plot.right())
            m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
}

// Faint, behind everything: what changed for everybody must not outshine what the record says. Close up a band would
// fill the screen: there dotted lines say where it begins and ends.
void TimelinePainter::contextBands()
{
    const Tokens& tokens = m_kit.tokens();
    QPen pen(tokens.edge, 1);
    pen.setDashPattern({1, 4});
    for (const ContextLabel& label : m_scene.contexts) {
        const catalogue::Context& one = catalogue::contexts()[static_cast<std::size_t>(label.context)];
        const double left = m_scene.scale.x(one.from), right = m_scene.scale.x(one.to.addDays(1));
        if (!one.isMoment() && !m_scene.isClose()) {
            m_painter.fillRect(QRectF(left, m_plot.top(), right - left, m_plot.height()).intersected(m_plot),
                               tokens.band);
            continue;
        }
        m_painter.setPen(pen);
        for (const double x : {left, one.isMoment() ? left : right})
            if (m_plot.left() < x && x < m_plot.right())
                m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    }
}

void TimelinePainter::todayLine(double top, double bottom)
{
    const double x = m_scene.scale.x(m_scene.timeline().today);
    if (m_scene.timeline().today.isValid() && x >= m_plot.left() && x <= m_plot.right())
        m_painter.fillRect(QRectF(x, top, u(0.5), bottom - top), m_kit.tokens().damson);
}

void TimelinePainter::groupGround(const LaneRow& row)
{
    const Tokens& tokens = m_kit.tokens();
    const double top = m_scene.rowTop(row), pad = u(1.25);
    const bool ofGroup = row.lane < 0 || !isSources(m_scene.model->lane(row.lane));
    // The bar at the left holds a group together; a hairline ends it.
    if (ofGroup)
        m_painter.fillRect(QRectF(u(1.5), top - (row.firstOfGroup ? u(0.5) : 0), u(1),
                                  row.height + (row.firstOfGroup ? u(0.5) : 0) + (row.lastOfGroup ? u(0.5) : 0)),
                           tokens.lane(row.group).strong);
    if (row.lastOfGroup)
        m_painter.fillRect(QRectF(0, top + row.height + pad, m_scene.size.width(), 1), tokens.rule);
}

void TimelinePainter::rowName(const LaneRow& row)
{
    const Tokens& tokens = m_kit.tokens();
    const double middle = m_scene.rowTop(row) + row.height / 2;
    double left = u(5);
    const double right = m_plot.left() - u(2);
    if (row.kind == LaneRow::Kind::Group || row.kind == LaneRow::Kind::Empty || row.kind == LaneRow::Kind::Single) {
        const int chevron = row.kind == LaneRow::Kind::Group ? u(5) : 0;
        const double room = right - left - chevron;
        QString name = m_scene.headingOf(row);
        if (row.kind == LaneRow::Kind::Single && row.group != insight::LaneGroup::School)
            name = nameThatFits(m_scene.model->lane(row.lane), room);
        const bool ofLane = row.heads >= 0; // stands among lanes, and is written like one
        drawName(left, middle, room, name, ofLane ? Face::Body : Face::Bold, ofLane ? Face::Small : Face::SmallBold,
                 tokens);
        if (chevron > 0 && !m_kit.isForFile()) { // nothing can be opened on paper
            const QPixmap open = iconPixmap(row.folded ? u"forward"_s : u"open"_s, chevron, tokens.ink, m_kit.ratio());
            m_painter.drawPixmap(QPointF(m_plot.left() - u(1.25) - chevron, middle - chevron / 2.0), open);
        }
        return;
    }
    if (row.heads >= 0)
        return; // its heading right above says it
    const bool fits = m_scene.model->matches().anyIn(row.lane);
    const insight::Lane& lane = m_scene.model->lane(row.lane);
    if (row.group == insight::LaneGroup::Releases && !lane.marks.empty()) {
        const double size = u(4);
        m_painter.setOpacity(fits ? 1 : dimmed);
        drawVerdict(&m_painter, {left, middle - size / 2, size, size}, lane.marks.front().verdict);
        m_painter.setOpacity(1);
        left += u(5.25);
    }
    // The whole name stands in the tag, in the table and for a screen reader.
    QString title = nameThatFits(lane, right - left);
    if (row.group == insight::LaneGroup::Releases && m_kit.textWidth(title) > right - left)
        title = shorterName(title);
    drawName(left, middle, right - left, title, Face::Body, Face::Small, fits ? m_kit.tokens() : m_kit.dimmedTokens());
}

QString TimelinePainter::nameThatFits(const insight::Lane& lane, double room) const
{
    return lane.shortTitle.isEmpty() || m_kit.textWidth(lane.title) <= room ? lane.title : lane.shortTitle;
}

// All names in one size, unless a slightly smaller one saves a word.
void TimelinePainter::drawName(double left, double middle, double room, const QString& name, Face face, Face smaller,
                               const Tokens& inks)
{
    const auto fitting = [&](Face in) {
        return wholeWords(name, room, [&](const QString& text) { return m_kit.textWidth(text, in); });
    };
    QString words = fitting(face);
    if (words.isEmpty() || fitting(smaller).size() > words.size()) {
        face = smaller;
        words = fitting(face);
    }
    m_kit.drawText(m_painter, left, middle, words, inks.ink, face);
}

void TimelinePainter::rowContent(const LaneRow& row)
{
    const Tokens& tokens = m_kit.tokens();
    const double middle = m_scene.rowTop(row) + row.height / 2;
    if (row.lane >= 0) {
        LanePainter(m_painter, m_kit, m_scene).paintLane(row);
        return;
    }
    QString words;
    if (row.kind == LaneRow::Kind::Empty)
        words = row.group == insight::LaneGroup::Requests ? Words::tr("No letters yet")
                                                          : Words::tr("Nothing in these files");
    else if (row.folded && row.hard)
        words = Words::tr("This part may be hard to read. Open it when you want to.");
    if (!words.isEmpty()) {
        m_kit.drawText(m_painter, m_plot.left() + u(4), middle, words, tokens.ink2);
    } else if (row.folded) {
        if (const auto all = m_folded.find(row.group); all != m_folded.end())
            LanePainter(m_painter, m_kit, m_scene).paintSummary(row, all->second);
    } else if (row.group == insight::LaneGroup::Releases) {
        legend(row);
    }
}

void TimelinePainter::legend(const LaneRow& row)
{
    const Tokens& tokens = m_kit.tokens();
    const Tokens::Lane& colours = tokens.lane(row.group);
    const double middle = m_scene.rowTop(row) + row.height / 2;
    double x = m_plot.left() + u(4);
    const double wide = u(6), line = u(0.5), high = u(2);
    const auto entry = [&](const QString& words, auto&& draw) {
        if (x + wide + u(1.5) + m_kit.textWidth(words) > m_plot.right())
            return;
        draw(QRectF(x, middle - high / 2, wide, high));
        m_kit.drawText(m_painter, x + wide + u(1.5), middle, words, tokens.ink2);
        x += wide + u(1.5) + m_kit.textWidth(words) + u(4.5);
    };
    entry(Words::tr("years it covers"), [&](const QRectF& r) {
        m_painter.fillRect(r, colours.tint);
        m_painter.fillRect(QRectF(r.left(), r.top(), r.width(), line), colours.strong);
        m_painter.fillRect(QRectF(r.left(), r.top(), line, r.height()), colours.strong);
        m_painter.fillRect(QRectF(r.right() - line, r.top(), line, r.height()), colours.strong);
    });
    entry(Words::tr("may be kept"), [&](const QRectF& r) { m_painter.fillRect(r, colours.strong); });
    entry(Words::tr("past its end, destruction not confirmed"), [&](const QRectF& r) {
        m_kit.hatch(m_painter, r, PaintKit::fallingLines, colours.strong, tokens.sheet);
        QPen pen(colours.strong, u(0.4));
        pen.setDashPattern({2.2, 1.6});
        m_painter.setPen(pen);
        m_painter.drawLine(r.topLeft(), r.topRight());
        m_painter.drawLine(r.bottomLeft(), r.bottomRight());
    });
}

void TimelinePainter::ringAndTag(const Spot& current, bool hasFocus)
{
    if (!current)
        return;
    const Tokens& tokens = m_kit.tokens();
    QRectF rect = m_scene.spotRect(current);
    if (rect.isEmpty())
        return;
    if (current.heading) {
        if (hasFocus)
            drawRing(m_painter, rect.adjusted(u(1), u(1), -u(1), -u(1)), tokens);
        return;
    }
    if (current.context < 0 && (rect.bottom() <= m_plot.top() || rect.top() >= m_plot.bottom()))
        return; // scrolled away: its name alone would belong to nothing
    // A mark that reaches over an edge of the screen keeps its ring in sight.
    const double inset = u(1.25);
    rect.setLeft(std::max(rect.left(), m_plot.left() + inset));
    rect.setRight(std::min(rect.right(), m_plot.right() - inset));
    if (rect.width() <= 0)
        return;
    drawRing(m_painter, rect, tokens);
    if (current.context >= 0) {
        const catalogue::Context& one = catalogue::contexts()[static_cast<std::size_t>(current.context)];
        tag(rect, Words::tr("%1, %2").arg(one.title, timeWords(one.from, one.to)));
        return;
    }
    const MarkRun run = m_scene.runOf(current.place);
    const insight::Lane& lane = m_scene.model->lane(current.place.lane);
    const bool one = run.count == 1 || current.place.mark != run.first;
    const insight::Mark& mark = lane.marks[static_cast<std::size_t>(current.place.mark)];
    QString name = one ? markWords(mark) : Words::tr("%1: %2").arg(lane.title, countWords(lane, run.first, run.count));
    const double room = m_plot.width() - u(6);
    if (one && m_kit.textWidth(name, Face::Bold) > room)
        name = valueWords(mark);
    if (m_kit.textWidth(name, Face::Bold) > room)
        name = wholeWords(name, room, [&](const QString& t) { return m_kit.textWidth(t, Face::Bold); });
    tag(rect, name);
}

void TimelinePainter::tag(const QRectF& rect, const QString& name)
{
    const Tokens& tokens = m_kit.tokens();
    const double width = m_kit.textWidth(name, Face::Bold) + u(4), height = m_kit.lineHeight(Face::Bold) + u(1);
    double top = rect.top() - u(1.5) - height;
    if (top < m_plot.top())
        top = rect.bottom() + u(1.5);
    const double left = std::clamp(rect.left() - u(1.25), m_plot.left() + u(1),
                                   std::max(m_plot.left() + u(1), m_plot.right() - width - u(1)));
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(tokens.damson);
    m_painter.drawRoundedRect(QRectF(left, top, width, height), u(0.75), u(0.75));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_kit.drawText(m_painter, left + u(2), top + height / 2, name, tokens.onDamson, Face::Bold);
}

} // namespace app
