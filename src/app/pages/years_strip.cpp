// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/years_strip.h"

#include "app/theme/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double schoolHeight = 6.5, gap = 2, cellHeight = 10, stageHeight = 13, rowGap = 3; // in u

QString words(const insight::OverviewYear& year)
{
    QStringList parts{year.group, year.year.text()};
    parts << (year.held ? YearsStrip::tr("here") : YearsStrip::tr("not here"));
    if (!year.school.isEmpty())
        parts << year.school;
    parts << year.stages;
    return parts.join(u", "_s);
}

} // namespace

YearsStrip::YearsStrip(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    setMouseTracking(true);
}

void YearsStrip::setYears(const std::vector<insight::OverviewYear>& years)
{
    m_years = years;
    QStringList all;
    for (const insight::OverviewYear& year : years)
        all << words(year);
    setAccessibleName(tr("School years"));
    setAccessibleDescription(all.join(u"; "_s));
    updateGeometry();
    update();
}

int YearsStrip::columns() const
{
    const int narrowest = QFontMetrics(textFont(TextSize::Small)).horizontalAdvance(u"2005/06 "_s) + u(2);
    const int fit = std::max(1, width() / narrowest);
    return std::max(1, std::min(int(m_years.size()), fit));
}

int YearsStrip::rowHeight() const
{
    return u(schoolHeight) + u(gap) + u(cellHeight) + u(stageHeight) + u(rowGap);
}

QRectF YearsStrip::cell(int index) const
{
    const int across = columns();
    const double step = double(width() + u()) / across;
    const int row = index / across;
    return {(index % across) * step, double(row * rowHeight() + u(schoolHeight) + u(gap)), step - u(), double(u(cellHeight))};
}

QSize YearsStrip::sizeHint() const
{
    const int rows = m_years.empty() ? 0 : (int(m_years.size()) + columns() - 1) / columns();
    return {u(200), rows * rowHeight() - (rows > 0 ? u(rowGap) : 0)};
}

QSize YearsStrip::minimumSizeHint() const
{
    return {u(60), sizeHint().height()};
}

void YearsStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setFixedHeight(sizeHint().height());
}

void YearsStrip::paintSchools(QPainter& painter) const
{
    const Tokens& t = Tokens::current();
    const Tokens::Lane& lane = t.lane(insight::LaneGroup::School);
    const int across = columns();
    painter.setFont(textFont(TextSize::Body));
    std::size_t i = 0;
    while (i < m_years.size()) {
        std::size_t end = i + 1;
        // A year that is not here between two years at the same school: the bar goes on, as the person did.
        while (end < m_years.size() && int(end) % across != 0
               && (m_years[end].school == m_years[i].school
                   || (m_years[end].school.isEmpty() && end + 1 < m_years.size()
                       && m_years[end + 1].school == m_years[i].school)))
            ++end;
        if (!m_years[i].school.isEmpty()) {
            const QRectF first = cell(int(i)), last = cell(int(end) - 1);
            const QRectF bar(first.left(), first.top() - u(gap) - u(schoolHeight), last.right() - first.left(),
                             u(schoolHeight));
            painter.fillRect(bar, lane.tint);
            painter.fillRect(QRectF(bar.left(), bar.bottom() - 2, bar.width(), 2), lane.strong);
            painter.fillRect(QRectF(bar.left(), bar.top(), 3, bar.height()), lane.strong);
            painter.setPen(t.ink);
            const QRectF words = bar.adjusted(u(2.5), 0, -u(), -2);
            // Never cut off with dots: a name that does not fit is left out here and said on hover and in the table.
            if (QFontMetricsF(painter.font()).horizontalAdvance(m_years[i].school) <= words.width())
                painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_years[i].school);
        }
        i = end;
    }
}

void YearsStrip::paintEvent(QPaintEvent*)
{
    const Tokens& t = Tokens::current();
    QPainter painter(this);
    paintSchools(painter);
    QFont bold = textFont(TextSize::Small);
    bold.setBold(true);
    const QFont small = textFont(TextSize::Small);
    const QFontMetrics metrics(small);
    int wordsRow = -1;
    double wordsEnd = 0;
    for (int i = 0; i < int(m_years.size()); ++i) {
        const insight::OverviewYear& year = m_years[std::size_t(i)];
        const QRectF box = cell(i);
        if (year.held) {
            painter.fillRect(box, t.band);
        } else {
            painter.fillRect(box, t.ochreWash);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.ochreMark, 1.4, Qt::DashLine));
            painter.drawRect(box.adjusted(0.7, 0.7, -0.7, -0.7));
        }
        painter.setFont(bold);
        painter.setPen(year.held ? t.ink : t.ochreText);
        QString group = year.group;
        if (QFontMetricsF(bold).horizontalAdvance(group) > box.width())
            group = tr("Rec.", "Reception, short");
        const double half = box.height() / 2;
        painter.drawText(QRectF(box.left(), box.top() + 1, box.width(), half), Qt::AlignCenter, group);
        painter.setFont(small);
        painter.setPen(year.held ? t.ink2 : t.ochreText);
        painter.drawText(QRectF(box.left(), box.top() + half - 1, box.width(), half), Qt::AlignCenter,
                         year.held ? year.year.text() : tr("not here"));
        if (year.stages.isEmpty())
            continue;
        const QColor green = t.lane(insight::LaneGroup::Results).strong;
        const double x = box.center().x();
        painter.setPen(QPen(green, 1.5));
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + u(3)));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(green);
        const double d = u(1.7);
        const QPointF c(x, box.bottom() + u(4.5));
        painter.drawPolygon(QPolygonF{c + QPointF(0, -d), c + QPointF(d, 0), c + QPointF(0, d), c + QPointF(-d, 0)});
        painter.setRenderHint(QPainter::Antialiasing, false);
        QString stage = year.stages.join(u", "_s);
        // The long names of the early years leave no room for their neighbours.
        if (metrics.horizontalAdvance(stage) > 1.9 * box.width())
            stage = year.stages.size() > 1 ? tr("%n result sets", nullptr, int(year.stages.size()))
                : stage.contains(u"Foundation"_s) ? tr("Foundation Stage")
                                                   : stage;
        QRectF place(x - metrics.horizontalAdvance(stage) / 2.0, box.bottom() + u(6.5),
                     metrics.horizontalAdvance(stage) + 2, metrics.height());
        place.moveLeft(std::clamp(place.left(), 0.0, std::max(0.0, width() - place.width())));
        // Words never overlap: one that has no room is said on hover, in the description and in the timeline.
        if (i / columns() == wordsRow && place.left() < wordsEnd + u(2))
            continue;
        wordsRow = i / columns();
        wordsEnd = place.right();
        painter.setPen(t.ink);
        painter.drawText(place, Qt::AlignCenter, stage);
    }
}

bool YearsStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < int(m_years.size()); ++i) {
            const QRectF box = cell(i).adjusted(0, -u(schoolHeight + gap), 0, u(stageHeight));
            if (box.contains(help->pos())) {
                QToolTip::showText(help->globalPos(), words(m_years[std::size_t(i)]), this);
                return true;
            }
        }
        QToolTip::hideText();
    }
    return QWidget::event(event);
}

} // namespace app
