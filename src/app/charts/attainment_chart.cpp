// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_chart.h"

#include "app/charts/attainment_accessible.h"
#include "app/charts/attainment_list.h"
#include "app/charts/result_name.h"
#include "app/charts/signs.h"
#include "app/models/attainment_model.h"
#include "app/models/hand_marks.h"
#include "app/timeline/label_rule.h"
#include "record/written_in.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QFont bold(TextSize size)
{
    QFont font = textFont(size);
    font.setBold(true);
    return font;
}

void text(QPainter& painter, const QRectF& box, const QString& words, const QFont& font, const QColor& colour,
          Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, static_cast<int>(alignment), words);
}

// Whole words, where large text leaves no room for all; a screen reader and the table say them all.
void heading(QPainter& painter, const QRectF& box, const QString& words)
{
    const QFont font = textFont(TextSize::Section);
    const QFontMetricsF metrics(font);
    text(painter, box, wholeWords(words, box.width(), [&](const QString& t) { return metrics.horizontalAdvance(t); }), font,
         Tokens::current().ink);
}

} // namespace

AttainmentChart::AttainmentChart(QWidget* parent) : QWidget(parent)
{
    installAttainmentAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Attainment as a picture"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::MinimumExpanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AttainmentChart::setAttainment(insight::Attainment attainment)
{
    forgetAttainmentChildren(this);
    m_attainment = std::move(attainment);
    arrange();
    setAccessibleDescription(m_layout.rows.empty()
                                 ? QString()
                                 : tr("Arrow keys move over %n result(s)", nullptr, int(m_layout.rows.size())));
    if (m_layout.rowOf(m_current) < 0)
        m_current = {};
}

PanelSizes AttainmentChart::sizes() const
{
    const double line = QFontMetricsF(textFont(TextSize::Body)).height();
    const QFontMetricsF smallMetrics(textFont(TextSize::Small));
    const double small = smallMetrics.height();
    PanelSizes sizes;
    sizes.title = QFontMetricsF(textFont(TextSize::Section)).height() + u(0.5);
    sizes.subtitle = small + u(1);
    sizes.axis = small + u(2);
    sizes.row = std::max<double>(u(6.25), line + u(1.5));
    sizes.high = [](const insight::ResultRow& row, double room) { return nameHeight(row.subject, room) + u(1); };
    sizes.gap = u(7);
    sizes.narrowest = u(75);
    // At the narrowest width: no panel ever cuts its note.
    for (const insight::AttainmentPanel& panel : m_attainment.panels) {
        const QRectF needed = smallMetrics.boundingRect(QRectF(0, 0, sizes.narrowest, 100 * small),
                                                        Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, panel.note);
        sizes.notes.push_back(panel.note.isEmpty() ? 0 : needed.height() + u(2));
    }
    sizes.widest = u(115);
    sizes.result = u(11);
    return sizes;
}

void AttainmentChart::arrange()
{
    m_layout = panelLayout(m_attainment, width() - u(11), sizes());
    setMinimumHeight(static_cast<int>(m_layout.height) + u(6));
    update();
}

int AttainmentChart::heightForWidth(int width) const
{
    return static_cast<int>(panelLayout(m_attainment, width - u(11), sizes()).height) + u(6);
}

QSize AttainmentChart::sizeHint() const
{
    return {u(200), heightForWidth(u(200))};
}

QSize AttainmentChart::minimumSizeHint() const
{
    return {u(86), u(60)};
}

QString AttainmentChart::rowWords(int row) const
{
    const PanelRow& here = m_layout.rows[static_cast<std::size_t>(row)];
    if (here.panel >= static_cast<int>(m_attainment.panels.size())) {
        const insight::RelativeScore& score =
            m_attainment.relative[static_cast<std::size_t>(here.panel) - m_attainment.panels.size()];
        const QString words = QStringList{score.title, score.year.text(), scoreWords(score.score), rangeWords(score)}
                                  .filter(QRegularExpression(u"."_s))
                                  .join(u", "_s);
        return record::isWrittenIn(score.value) ? writtenByHandSpoken(words) : words;
    }
    const insight::AttainmentPanel& panel = m_attainment.panels[static_cast<std::size_t>(here.panel)];
    const insight::ResultRow& result = panel.rows[static_cast<std::size_t>(here.row)];
    QStringList words{panel.title, result.subject, result.text};
    for (const QString& more : {result.meaning, comparedWords(panel, result)})
        if (!more.isEmpty() && more != result.text)
            words << more;
    const QString all = words.join(u", "_s);
    return isByHand(result) ? writtenByHandSpoken(all) : all;
}

void AttainmentChart::setCurrent(record::ValueId value)
{
    const int row = m_layout.rowOf(value);
    m_current = row < 0 ? record::ValueId{} : value;
    if (row >= 0)
        Q_EMIT rowShown(rowRect(row));
    update();
}

void AttainmentChart::moveTo(int row)
{
    if (row < 0)
        return;
    setCurrent(m_layout.rows[static_cast<std::size_t>(row)].value);
    announce(row);
    Q_EMIT chosen(m_current);
}

void AttainmentChart::announce(int row)
{
    if (!QAccessible::isActive())
        return;
    for (const QAccessible::Event what : {QAccessible::Focus, QAccessible::Selection}) {
        QAccessibleEvent event(this, what);
        event.setChild(row); // children are the rows, in their order
        QAccessible::updateAccessibility(&event);
    }
}

QRect AttainmentChart::rowRect(int row) const
{
    return m_layout.rows[static_cast<std::size_t>(row)].rect.translated(u(5), u(4)).toAlignedRect();
}

int AttainmentChart::rowAt(QPoint point) const
{
    return m_layout.rowAt(QPointF(point) - QPointF(u(5), u(4)));
}

void AttainmentChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        moveTo(m_layout.moved(m_layout.rowOf(m_current), static_cast<Qt::Key>(event->key())));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        moveTo(m_layout.rowOf(m_current));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void AttainmentChart::mousePressEvent(QMouseEvent* event)
{
    moveTo(rowAt(event->position().toPoint()));
}

void AttainmentChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (const int row = m_layout.rowOf(m_current); row >= 0)
        announce(row);
    update();
}

void AttainmentChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AttainmentChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        arrange();
}

void AttainmentChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = Tokens::current();
    painter.fillRect(rect(), tokens.sheet);
    paintPanels(painter);
    painter.translate(u(5), u(4));
    if (const int row = m_layout.rowOf(m_current); row >= 0)
        drawRing(painter, m_layout.rows[static_cast<std::size_t>(row)].rect.adjusted(-u(1), u(0.75), u(1), -u(0.75)),
                 tokens);
    else if (hasFocus() && !m_layout.panels.empty())
        drawRing(painter, m_layout.panels.front().rect.adjusted(-u(1), 0, u(1), 0), tokens);
}

void AttainmentChart::paintPanels(QPainter& painter) const
{
    painter.save();
    painter.translate(u(5), u(4));
    const int panels = static_cast<int>(m_attainment.panels.size());
    for (int i = 0; i < static_cast<int>(m_layout.panels.size()); ++i)
        i < panels ? paintPanel(painter, i) : paintScore(painter, i - panels);
    painter.restore();
}

bool AttainmentChart::hasCentreAssessed() const
{
    return std::any_of(m_attainment.panels.begin(), m_attainment.panels.end(), [](const auto& panel) {
        return std::any_of(panel.rows.begin(), panel.rows.end(),
                           [](const auto& row) { return row.judgement == insight::Judgement::CentreAssessed; });
    });
}

void AttainmentChart::paintPanel(QPainter& painter, int n) const
{
    const Tokens& tokens = Tokens::current();
    const Tokens::Lane& colours = tokens.lane(insight::LaneGroup::Results);
    const insight::AttainmentPanel& panel = m_attainment.panels[static_cast<std::size_t>(n)];
    const PanelPlace& place = m_layout.panels[static_cast<std::size_t>(n)];
    const PanelSizes size = sizes();
    const QRectF& rect = place.rect;
    const QRectF& axis = place.axis;
    heading(painter, {rect.left(), rect.top(), rect.width(), size.title}, panel.title);
    text(painter, {rect.left(), rect.top() + size.title, rect.width(), size.subtitle}, panel.subtitle,
         textFont(TextSize::Small), tokens.ink2);
    if (panel.listed) {
        paintList(painter, panel, place);
        return;
    }
    const double axisTop = axis.top() - size.axis;
    if (panel.expectedFrom) {
        // Between what was expected and the step below it.
        double below = panel.from;
        for (const auto& tick : panel.ticks)
            if (tick.place < *panel.expectedFrom)
                below = std::max(below, tick.place);
        const double at = placeX(panel, axis, *panel.expectedFrom);
        const double x = std::max(axis.left(), *panel.expectedFrom > panel.from
                                                   ? std::max((at + placeX(panel, axis, below)) / 2, at - u(2.5))
                                                   : at - u(2.5));
        painter.fillRect(QRectF(x, axis.top(), axis.right() - x, axis.height()), colours.tint);
        QPen pen(colours.strong, u(0.4));
        pen.setDashPattern({2.5, 2});
        painter.setPen(pen);
        // Up between the labels, but never through the one it belongs to.
        const QFontMetricsF metrics(bold(TextSize::Small));
        const bool through = std::any_of(panel.ticks.begin(), panel.ticks.end(), [&](const auto& tick) {
            return tick.expected
                   && std::abs(placeX(panel, axis, tick.place) - x) < metrics.horizontalAdvance(tick.text) / 2 + u(0.5);
        });
        painter.drawLine(QPointF(x, through ? axis.top() : axisTop + u(1)), QPointF(x, axis.bottom()));
    }
    // Labels that would touch are left out, the expected one never.
    const QFontMetricsF small(textFont(TextSize::Small));
    const auto half = [&](const QString& label) { return small.horizontalAdvance(label) / 2 + u(0.75); };
    double taken = -1e9;
    for (std::size_t i = 0; i < panel.ticks.size(); ++i) {
        const auto& tick = panel.ticks[i];
        const double x = placeX(panel, axis, tick.place), wide = half(tick.text);
        const auto expected = std::find_if(panel.ticks.begin() + static_cast<std::ptrdiff_t>(i) + 1, panel.ticks.end(),
                                           [](const auto& t) { return t.expected; });
        const bool blocks =
            expected != panel.ticks.end() && placeX(panel, axis, expected->place) - half(expected->text) < x + wide;
        if ((x - wide < taken || blocks) && !tick.expected)
            continue;
        taken = x + wide;
        text(painter, {x - axis.width(), axisTop, 2 * axis.width(), size.axis - u(1)}, tick.text,
             tick.expected ? bold(TextSize::Small) : textFont(TextSize::Small),
             tick.expected ? tokens.ink : tokens.ink2, Qt::AlignHCenter | Qt::AlignVCenter);
    }
    painter.fillRect(QRectF(rect.left(), axis.top() - 1, rect.width(), 1), tokens.rule);
    for (std::size_t r = 0; r < panel.rows.size(); ++r) {
        const insight::ResultRow& row = panel.rows[r];
        const QRectF& box = place.rows[r];
        const double middle = box.center().y();
        paintName(painter, {rect.left(), box.top(), place.nameRoom(), box.height()}, row.subject, tokens.ink);
        painter.fillRect(QRectF(axis.left(), std::round(middle), axis.width(), 1), tokens.rule);
        paintResult(painter, panel, row, axis, middle);
        const QRectF end(axis.right() + u(1), box.top(), rect.right() - axis.right() - u(1), box.height());
        QFont font = bold(TextSize::Lead);
        const QString said = isByHand(row) ? writtenByHandShort(row.text) : row.text;
        if (QFontMetricsF(font).horizontalAdvance(said) > end.width())
            font = bold(TextSize::Small);
        text(painter, end, said, font, tokens.ink, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (!panel.note.isEmpty()) {
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(tokens.ink2);
        painter.drawText(QRectF(rect.left(), axis.bottom() + u(1), rect.width(), rect.bottom() - axis.bottom() - u(1)),
                         Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, panel.note);
    }
}

void AttainmentChart::paintResult(QPainter& painter, const insight::AttainmentPanel& panel,
                                  const insight::ResultRow& row, const QRectF& axis, double middle) const
{
    const Tokens& tokens = Tokens::current();
    const QColor strong = tokens.lane(insight::LaneGroup::Results).strong;
    const double size = u(3);
    if (!row.place && !row.below) {
        const QPointF centre(axis.left() + size, middle);
        const QFont font = textFont(TextSize::Small);
        const double room = axis.width() - 2 * size - u(2);
        const QString words =
            wholeWords(row.meaning, room, [&](const QString& t) { return QFontMetricsF(font).horizontalAdvance(t); });
        const QRectF plate(centre.x() + size * 0.8, middle - QFontMetricsF(font).height() / 2,
                           QFontMetricsF(font).horizontalAdvance(words) + u(2), QFontMetricsF(font).height());
        if (!words.isEmpty()) {
            painter.fillRect(plate, tokens.sheet);
            text(painter, plate.adjusted(u(1), 0, 0, 0), words, font, tokens.ink2);
        }
        drawResult(painter, centre, size, row.judgement, true, strong, tokens.sheet);
        return;
    }
    const double x = row.place ? placeX(panel, axis, *row.place) : axis.left() + size / 2;
    if (row.placeTo) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(strong);
        const double to = placeX(panel, axis, *row.placeTo);
        painter.drawRoundedRect(QRectF(x - size / 2, middle - size * 0.45, to - x + size, size * 0.9), size * 0.45,
                                size * 0.45);
        painter.restore();
        return;
    }
    drawResult(painter, {x, middle + 0.5}, size, row.judgement, false, strong, tokens.sheet);
    if (row.below && !row.place)
        text(painter, {x + size, middle - u(3), axis.width(), double(u(6))}, tr("below the scale"),
             textFont(TextSize::Small), tokens.ink2);
}

void AttainmentChart::paintScore(QPainter& painter, int n) const
{
    const Tokens& tokens = Tokens::current();
    const QColor strong = tokens.lane(insight::LaneGroup::Results).strong;
    const insight::RelativeScore& score = m_attainment.relative[static_cast<std::size_t>(n)];
    const PanelPlace& place = m_layout.panels[m_attainment.panels.size() + static_cast<std::size_t>(n)];
    const PanelSizes size = sizes();
    const QRectF& rect = place.rect;
    heading(painter, {rect.left(), rect.top(), rect.width(), size.title}, tr("%1, kept apart").arg(score.title));
    text(painter, {rect.left(), rect.top() + size.title, rect.width(), size.subtitle},
         score.low && score.high ? tr("%1. Not a grade. It lies %2").arg(score.year.text(), rangeWords(score))
                                 : tr("%1. Not a grade: it compares with pupils who began alike").arg(score.year.text()),
         textFont(TextSize::Small), tokens.ink2);
    // Symmetric about no difference, as far as the score and its range reach.
    const double reach = std::ceil(
        std::max({std::abs(score.score), std::abs(score.low.value_or(0)), std::abs(score.high.value_or(0)), 1.0}));
    const QRectF& axis = place.axis;
    const double y = axis.top() + size.row * 0.9;
    const auto x = [&](double at) { return axis.center().x() + at / reach * axis.width() / 2; };
    painter.fillRect(QRectF(axis.left(), y, axis.width(), u(0.4)), tokens.edge);
    const int step = std::max(1, static_cast<int>(reach / 2));
    for (int at = -static_cast<int>(reach); at <= static_cast<int>(reach); at += step) {
        const double high = at == 0 ? u(2) : u(1);
        painter.fillRect(QRectF(x(at) - 0.5, y - high, at == 0 ? u(0.5) : 1, 2 * high),
                         at == 0 ? tokens.ink : tokens.edge);
        const QString label = at > 0 ? u"+%1"_s.arg(at) : at < 0 ? u"−%1"_s.arg(-at) : u"0"_s;
        text(painter, {x(at) - u(6), y + u(1.5), double(u(12)), double(u(5))}, label, textFont(TextSize::Small),
             tokens.ink2, Qt::AlignCenter);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (score.low && score.high) {
        painter.setPen(QPen(strong, u(0.75)));
        painter.drawLine(QPointF(x(*score.low), y), QPointF(x(*score.high), y));
    }
    const double tip = x(score.score);
    painter.setPen(Qt::NoPen);
    painter.setBrush(strong);
    painter.drawPolygon(QPolygonF({{tip - u(1.5), y - u(3)}, {tip + u(1.5), y - u(3)}, {tip, y - u(0.25)}}));
    painter.restore();
    text(painter, {axis.right(), axis.top(), rect.right() - axis.right(), size.row * 1.8}, scoreWords(score.score),
         bold(TextSize::Lead), tokens.ink, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace app
