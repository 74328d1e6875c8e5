// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/axis_painter.h"

#include "app/charts/signs.h"
#include "app/timeline/zoom_steps.h"
#include "catalogue/academic_year.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::AxisPainter)
};

// Middles of the axis' rows below the first, in heights of a row.
constexpr double secondRow = 1.6, thirdRow = 2.65;

// Left edge of the labels at the left of the margin line.
double labelLeft()
{
    return u(5);
}

} // namespace

AxisPainter::AxisPainter(QPainter& painter, PaintKit& kit, const TimelineScene& scene)
    : m_painter(painter), m_kit(kit), m_scene(scene), m_plot(scene.plot())
{
}

void AxisPainter::paint()
{
    const Tokens& tokens = m_kit.tokens();
    const double row = m_scene.axisRow();
    const double first = row * 0.6, second = row * secondRow, third = row * thirdRow;
    m_painter.setClipRect(QRectF(m_plot.left(), 0, m_plot.width(), m_scene.sizes.axisHeight));
    if (m_scene.isClose()) {
        terms(first);
        months(second);
        days(third);
    } else {
        yearsAndAges(first, second);
        schoolYears(third);
    }
    contexts();
    m_painter.setClipping(false);
    if (m_scene.showsContext()) {
        const double line = m_scene.sizes.contextHeight / 2, top = m_scene.sizes.axisHeight - 2 * line;
        heading(top + line / 2, Words::tr("What changed"), Face::Body, tokens.ink2);
        heading(top + line * 1.5, Words::tr("nationally"), Face::Body, tokens.ink2);
        m_painter.fillRect(QRectF(0, top - 1, m_scene.size.width(), 1), tokens.rule);
    }
    if (m_scene.isClose()) {
        heading(first, closeHeading(), Face::Bold, tokens.ink);
        heading(second, Words::tr("Month"), Face::Body, tokens.ink2);
        heading(third, m_scene.timeline().censusDays.empty() ? Words::tr("Age") : Words::tr("Days that count"),
                Face::Body, tokens.ink2);
    } else {
        heading(first, Words::tr("Year"), Face::Body, tokens.ink2);
        heading(second, Words::tr("Age"), Face::Body, tokens.ink2);
        heading(third, Words::tr("School year"), Face::Body, tokens.ink2);
    }
    today();
}

void AxisPainter::today()
{
    const QRectF label = todayLabel();
    if (label.isEmpty())
        return;
    const Tokens& tokens = m_kit.tokens();
    const double row = m_scene.axisRow();
    m_painter.fillRect(QRectF(m_scene.scale.x(m_scene.timeline().today), row, u(0.5), m_plot.top() - row), tokens.damson);
    m_painter.fillRect(label, tokens.sheet);
    m_kit.drawText(m_painter, label.left() + u(0.5), label.center().y(), Words::tr("Today"), tokens.damson, Face::Bold);
}

QRectF AxisPainter::todayLabel() const
{
    const TimeScale& scale = m_scene.scale;
    const QDate today = m_scene.timeline().today;
    const double x = scale.x(today);
    if (!today.isValid() || x < m_plot.left() || x > m_plot.right())
        return {};
    const double width = m_kit.textWidth(Words::tr("Today"), Face::Bold) + u(1), height = m_kit.lineHeight(Face::Bold);
    double left = x - u(0.75) - width;
    if (left < m_plot.left())
        left = x + u(1.25);
    const auto& years = m_scene.timeline().schoolYears;
    const bool taken = !m_scene.isClose() && std::any_of(years.begin(), years.end(), [&](const insight::SchoolYearTick& tick) {
        return scale.x(tick.year.firstDay()) < left + width && scale.x(tick.year.lastDay()) > left;
    });
    return {left, m_scene.axisRow() * (taken ? secondRow : thirdRow) - height / 2, width, height};
}

QString AxisPainter::closeHeading() const
{
    const TimeRange named = namedTime(m_scene.scale.range);
    const auto year = catalogue::AcademicYear::of(dateOf(named.from));
    const auto last = catalogue::AcademicYear::of(dateOf(named.to - 1));
    if (last != year) // several school years: from when to when
        return Words::tr("%1 to %2").arg(QString::number(year.start), QString::number(last.start + 1));
    for (const insight::SchoolYearTick& tick : m_scene.timeline().schoolYears)
        if (tick.year == year)
            return tick.text == u"R"_s ? Words::tr("%1, Reception").arg(year.text())
                                       : Words::tr("%1, Year %2").arg(year.text(), tick.text);
    return year.text();
}

void AxisPainter::heading(double middle, const QString& text, Face face, const QColor& colour)
{
    m_kit.drawText(m_painter, labelLeft(), middle, text, colour, face);
}

int AxisPainter::labelStep(double width) const
{
    for (const int step : {1, 2, 5, 10, 20})
        if (step * m_scene.scale.pixelsPerYear() >= width)
            return step;
    return 50;
}

void AxisPainter::yearsAndAges(double yearMiddle, double ageMiddle)
{
    const Tokens& tokens = m_kit.tokens();
    const TimeScale& scale = m_scene.scale;
    const int step = labelStep(m_kit.textWidth(u"2000"_s) + u(4));
    const QDate first = dateOf(scale.range.from), last = dateOf(scale.range.to);
    const double tickTop = (yearMiddle + ageMiddle) / 2 - u(0.5);
    const double half = m_kit.textWidth(u"2000"_s) / 2;
    for (int year = first.year(); year <= last.year() + 1; ++year) {
        const double x = scale.x(QDate(year, 1, 1));
        if (x < m_plot.left() || x > m_plot.right())
            continue;
        const bool labelled = year % step == 0;
        m_painter.fillRect(QRectF(x, tickTop, 1, labelled ? u(1.5) : u(0.75)), tokens.edge);
        if (labelled && x - half >= m_plot.left() + 2 && x + half <= m_plot.right())
            m_kit.drawCentred(m_painter, x, yearMiddle, QString::number(year), tokens.ink2);
    }
    const QDate born = m_scene.timeline().from;
    if (!born.isValid())
        return;
    for (int age = std::max(0, (first.year() - born.year()) / step * step); born.year() + age <= last.year() + 1;
         age += step) {
        const QDate day = birthday(born, age);
        const double x = scale.x(day), wide = m_kit.textWidth(QString::number(age)) / 2 + u(0.5);
        const double now = scale.x(m_scene.timeline().today);
        const QRectF label(x - wide, ageMiddle - 1, 2 * wide, 2);
        if (x >= m_plot.left() + u(1.5) && x + wide <= m_plot.right() && std::abs(x - now) > wide &&
            dateOf(scale.range.to) > day && !label.intersects(todayLabel()))
            m_kit.drawCentred(m_painter, x, ageMiddle, QString::number(age), tokens.ink2);
    }
}

void AxisPainter::schoolYears(double middle)
{
    const Tokens& tokens = m_kit.tokens();
    const TimeScale& scale = m_scene.scale;
    const double height = m_kit.lineHeight(Face::Bold);
    // Where a year is too narrow for its number, every second or third one has it, as on the axis above.
    double widest = 0;
    for (const insight::SchoolYearTick& tick : m_scene.timeline().schoolYears)
        widest = std::max(widest, m_kit.textWidth(tick.text, Face::Bold) + u(1));
    const double year = scale.pixelsPerYear() - 2;
    const int step = widest <= year ? 1 : static_cast<int>(std::ceil((widest + u(1)) / std::max(1.0, year)));
    struct Number {
        double x;
        QString text;
        QColor ink;
        bool first; // before the others
    };
    std::vector<Number> numbers;
    int place = -1;
    for (const insight::SchoolYearTick& tick : m_scene.timeline().schoolYears) {
        ++place;
        const double left = scale.x(tick.year.firstDay()), right = scale.x(tick.year.lastDay().addDays(1));
        if (right < m_plot.left() || left > m_plot.right())
            continue;
        const QRectF whole(left, middle - height / 2, right - left - 1, height);
        const QRectF chip = whole.intersected(QRectF(m_plot.left(), 0, m_plot.width(), m_scene.sizes.axisHeight));
        const bool missing = !tick.held && tick.year.lastDay() <= m_scene.timeline().today;
        if (missing)
            drawNotHere(m_painter, chip.adjusted(0, 0, -1, 0), tokens);
        else
            m_painter.fillRect(chip, tick.held ? tokens.rule : tokens.band);
        const QColor ink = missing ? tokens.ochreText : tick.held ? tokens.ink : tokens.ink2;
        const QString longer = tick.text == u"R"_s ? Words::tr("Reception") : Words::tr("Year %1").arg(tick.text);
        if (m_kit.textWidth(longer, Face::Bold) + (missing ? u(3) : u(1)) <= chip.width()) // dashes want room
            m_kit.drawCentred(m_painter, chip.center().x(), middle, longer, ink, Face::Bold);
        else if (chip.width() < whole.width() && m_kit.textWidth(tick.text, Face::Bold) > chip.width())
            continue; // of a year that is cut off at the edge, no cut off number
        else if (step == 1)
            m_kit.drawCentred(m_painter, chip.center().x(), middle, tick.text, ink, Face::Bold);
        else if (missing || place % step == 0)
            numbers.push_back({chip.center().x(), tick.text, ink, missing});
    }
    // Over their neighbours: first that of a missing year, then what still has room.
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const Number& a, const Number& b) { return a.first > b.first; });
    for (std::size_t n = 0; n < numbers.size(); ++n)
        if (std::none_of(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(n),
                         [&](const Number& drawn) { return std::abs(drawn.x - numbers[n].x) < widest; }))
            m_kit.drawCentred(m_painter, numbers[n].x, middle, numbers[n].text, numbers[n].ink, Face::Bold);
}

void AxisPainter::terms(double middle)
{
    using catalogue::Term;
    const Tokens& tokens = m_kit.tokens();
    const TimeScale& scale = m_scene.scale;
    const double height = m_kit.lineHeight(Face::Bold) + u(1);
    const auto last = catalogue::AcademicYear::of(dateOf(scale.range.to));
    for (auto year = catalogue::AcademicYear::of(dateOf(scale.range.from)); year <= last; ++year.start) {
        for (const Term term : {Term::Autumn, Term::Spring, Term::Summer}) {
            const catalogue::DateSpan span = catalogue::termSpan(year, term);
            QRectF chip(scale.x(span.from), middle - height / 2, 0, height);
            chip.setRight(scale.x(span.to.addDays(1)) - 2);
            chip = chip.intersected(m_plot.adjusted(0, -m_plot.top(), 0, 0));
            if (chip.isEmpty())
                continue;
            m_painter.fillRect(chip, tokens.rule);
            const QString number = QString::number(span.from.year());
            const QString full = term == Term::Autumn   ? Words::tr("Autumn term %1").arg(number)
                                 : term == Term::Spring ? Words::tr("Spring term %1").arg(number)
                                                        : Words::tr("Summer term %1").arg(number);
            const QString brief = term == Term::Autumn   ? Words::tr("Autumn")
                                  : term == Term::Spring ? Words::tr("Spring")
                                                         : Words::tr("Summer");
            for (const QString& text : {full, brief})
                if (m_kit.textWidth(text, Face::Bold) + u(4) <= chip.width()) {
                    m_kit.drawText(m_painter, chip.left() + u(2), middle, text, tokens.ink, Face::Bold);
                    break;
                }
        }
    }
}

void AxisPainter::months(double middle)
{
    const Tokens& tokens = m_kit.tokens();
    const TimeScale& scale = m_scene.scale;
    const QDate first = dateOf(scale.range.from);
    // All in one form: whole names, short ones, or first letters.
    const auto fit = [&](QLocale::FormatType format) {
        double widest = 0;
        for (int month = 1; month <= 12; ++month)
            widest = std::max(widest, m_kit.textWidth(QLocale().standaloneMonthName(month, format)));
        return widest + u(2) <= 28 * scale.pixelsPerDay();
    };
    const auto format = fit(QLocale::LongFormat)    ? QLocale::LongFormat
                        : fit(QLocale::ShortFormat) ? QLocale::ShortFormat
                                                    : QLocale::NarrowFormat;
    for (QDate month(first.year(), first.month(), 1); scale.x(month) <= m_plot.right(); month = month.addMonths(1)) {
        const double x = scale.x(month), next = scale.x(month.addMonths(1));
        m_painter.fillRect(QRectF(x, middle - u(2), 1, u(4)), tokens.edge);
        const QString name = QLocale().standaloneMonthName(month.month(), format);
        const double left = std::max(x, m_plot.left()) + u(1);
        if (left + m_kit.textWidth(name) + u(1) <= next)
            m_kit.drawText(m_painter, left, middle, name, tokens.ink2);
    }
}

// Birthdays, and the days on which the files say a census was. Each has its words where they touch no other's.
void AxisPainter::days(double middle)
{
    const TimeScale& scale = m_scene.scale;
    struct Day {
        double x;
        QString words;
        bool census;
    };
    std::vector<Day> days;
    const auto add = [&](QDate day, const QString& words, bool census) {
        if (const double x = scale.x(day); x >= m_plot.left() && x <= m_plot.right())
            days.push_back({x, words, census});
    };
    const QDate born = m_scene.timeline().from;
    const int last = born.isValid() ? dateOf(scale.range.to).year() - born.year() : -1;
    for (int age = born.isValid() ? std::max(0, dateOf(scale.range.from).year() - born.year()) : 0; age <= last; ++age)
        add(birthday(born, age), age == 0 ? Words::tr("Born") : Words::tr("Turns %1").arg(age), false);
    for (const QDate& day : m_scene.timeline().censusDays)
        add(day, Words::tr("Census, %1").arg(QLocale().toString(day, u"ddd d MMM"_s)), true);
    std::sort(days.begin(), days.end(), [](const Day& a, const Day& b) { return a.x < b.x; });
    const Tokens& tokens = m_kit.tokens();
    const double sign = u(1.25);
    double taken = m_plot.left();
    for (std::size_t n = 0; n < days.size(); ++n) {
        const Day& day = days[n];
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(tokens.ink2);
        if (day.census)
            m_painter.drawPolygon(
                QPolygonF{{day.x, middle - sign}, {day.x + sign, middle + sign}, {day.x - sign, middle + sign}});
        else
            m_painter.drawEllipse(QPointF(day.x, middle), u(0.75), u(0.75));
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        const double width = m_kit.textWidth(day.words), gap = u(2);
        const double end = n + 1 < days.size() ? days[n + 1].x - gap : m_plot.right();
        if (day.x + gap + width <= end) {
            m_kit.drawText(m_painter, day.x + gap, middle, day.words, tokens.ink2);
            taken = day.x + gap + width;
        } else if (day.x - gap - width >= taken) {
            m_kit.drawText(m_painter, day.x - gap - width, middle, day.words, tokens.ink2);
            taken = day.x + sign;
        } else {
            taken = day.x + sign;
        }
    }
}

void AxisPainter::contexts()
{
    const Tokens& tokens = m_kit.tokens();
    const double bottom = m_scene.sizes.axisHeight, top = bottom - m_scene.sizes.contextHeight;
    const double line = m_scene.sizes.contextHeight / 2;
    for (const ContextLabel& label : m_scene.contexts) {
        const catalogue::Context& one = catalogue::contexts()[static_cast<std::size_t>(label.context)];
        const double left = m_scene.scale.x(one.from);
        const double right = one.isMoment() ? left + u(0.5) : m_scene.scale.x(one.to.addDays(1));
        // The foot in the strip says where the band behind the lanes belongs.
        m_painter.fillRect(QRectF(left, bottom - u(0.75), std::max<double>(right - left, u(0.5)), u(0.75)), tokens.edge);
        if (label.line < 0)
            continue;
        const double middle = top + (label.line + 0.5) * line;
        m_painter.fillRect(QRectF(label.left - u(0.5), middle - line / 2, label.width + u(1), line - u(0.75)),
                           tokens.sheet);
        m_kit.drawText(m_painter, label.left, middle, one.title, tokens.ink2);
    }
}

} // namespace app
