// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/fact_table.h"

#include "app/charts/quiet_table.h"
#include "app/theme/tokens.h"

#include <QHash>
#include <QHeaderView>
#include <QPainter>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace app {

namespace {

double barRoom() { return u(5); }

const QRegularExpression pieces(u"[\\s\u200b]"_s); // a hyphen breaks too, but names of people and places keep theirs

QRectF inside(const QRectF& cell) { return cell.adjusted(u(2), u(1.5), -u(2), -u(1.5)); }

void paintBar(QPainter& painter, const QRectF& room, const FactBar& bar)
{
    const Tokens& tokens = Tokens::current();
    const Tokens::Lane& colours = tokens.lane(insight::LaneGroup::Attendance);
    const double wide = room.width() / std::max({1.0, bar.longest, bar.allowed + bar.notAllowed + bar.other});
    double left = room.left();
    const auto piece = [&](double amount, const QBrush& fill) {
        if (amount <= 0)
            return;
        const QRectF box(left, room.top(), std::max(1.0, amount * wide), room.height());
        painter.fillRect(box, colours.tint);
        painter.fillRect(box, fill);
        painter.setPen(QPen(colours.strong, u(0.3)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        left = box.right();
    };
    // Solid, hatched, empty: the kind is told by the pattern, in words below, never by colour alone.
    piece(bar.allowed, colours.strong);
    piece(bar.notAllowed, QBrush(colours.strong, Qt::BDiagPattern));
    piece(bar.other, QBrush(colours.tint));
}

} // namespace

void FactDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = Tokens::current();
    painter->save();
    const QRectF cell = option.rect;
    painter->fillRect(cell, option.state.testFlag(QStyle::State_Selected) ? tokens.damsonWash : tokens.sheet);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), tokens.rule);
    if (index.column() == 0 && index.data(FactModel::ChangedRole).toBool())
        painter->fillRect(QRectF(cell.left(), cell.top() + u(1), u(0.75), cell.height() - u(2)), tokens.damson);
    QRectF room = inside(cell);
    if (const QVariant bar = index.data(FactModel::BarRole); bar.isValid()) {
        paintBar(*painter, QRectF(room.left(), room.top(), room.width(), barRoom() - u(1.5)), bar.value<FactBar>());
        room.setTop(room.top() + barRoom());
    }
    painter->setFont(textFont(TextSize::Body));
    painter->setPen(tokens.ink);
    painter->drawText(room, static_cast<int>(Qt::TextWordWrap) |
                                static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignTop),
                      breakable(index.data().toString()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.damson, u(0.5)));
        painter->setBrush(Qt::NoBrush);
        const double in = u(0.5);
        painter->drawRect(cell.adjusted(in, in, -in, -in));
    }
    painter->restore();
}

QSize FactDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = std::max(option.rect.width(), u(12));
    return {u(12), height(index.data().toString(), width) + (index.data(FactModel::BarRole).isValid() ? barHeight() : 0)};
}

int FactDelegate::height(const QString& text, int width)
{
    const QFontMetricsF metrics(textFont(TextSize::Body));
    const double wide = inside(QRectF(0, 0, width, 1e5)).width();
    // Most cells hold a word or two: laying them out costs ten times what measuring does.
    const bool oneLine = !text.contains(u'\n') && metrics.horizontalAdvance(text) <= wide;
    const double words = oneLine ? 0
                                 : metrics.boundingRect(QRectF(0, 0, wide, 1e5), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop,
                                                        breakable(text)).height();
    return static_cast<int>(std::ceil(std::max(words, metrics.height()) + u(3))) + 1;
}

QString FactDelegate::breakable(const QString& text)
{
    return text.contains(u'_') ? QString(text).replace(u"_"_s, u"_\u200b"_s) : text;
}

int FactDelegate::barHeight()
{
    return static_cast<int>(std::ceil(barRoom()));
}

FactTableView::FactTableView(const QString& accessibleName, QWidget* parent)
    : QTableView(parent), m_model(new FactModel(this))
{
    setModel(m_model);
    makeQuiet(this);
    setItemDelegate(new FactDelegate(this));
    setAccessibleName(accessibleName);
    setSelectionBehavior(SelectRows);
    setWordWrap(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const auto choose = [this](const QModelIndex& index) {
        if (!m_quiet)
            Q_EMIT chosen(m_model->valuesOf(index.row()));
    };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose); // Return, after the details were closed
}

void FactTableView::setTable(FactTable table)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const int row = currentIndex().row(), column = currentIndex().column();
    m_model->setTable(std::move(table));
    m_fitted = false;
    fit();
    if (row >= 0 && row < m_model->rowCount() && column < m_model->columnCount())
        setCurrentIndex(m_model->index(row, column));
}

void FactTableView::select(record::ValueId value)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const int row = m_model->rowOf(value);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
    else
        clearSelection();
}

// Of a table that nobody sees only the height is put off, not its facts: laying out ten thousand rows takes as long as
// everything else on its page.
void FactTableView::fit()
{
    const std::vector<int>& weights = m_model->table().weights;
    if (m_fitted || !isVisible() || weights.empty() || viewport()->width() <= 0)
        return;
    m_fitted = true;
    // A weight is the least width too, in units: on a narrow page the table scrolls aside instead of breaking words.
    int sum = 0;
    for (const int weight : weights)
        sum += weight;
    const double unit = std::max(viewport()->width() / static_cast<double>(sum), u(1) * 0.9);
    std::vector<double> widths, words;
    for (std::size_t column = 0; column < weights.size(); ++column) {
        words.push_back(longestWord(static_cast<int>(column)));
        widths.push_back(std::max(weights[column] * unit, words.back()));
    }
    // What words need beyond their weight is taken from the columns that have more than their words need.
    const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double spare = all - std::accumulate(words.begin(), words.end(), 0.0);
    const double over = std::min(all - sum * unit, spare);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (over > 0 && spare > 0)
            widths[column] -= over * (widths[column] - words[column]) / spare;
        setColumnWidth(static_cast<int>(column), static_cast<int>(widths[column]));
    }
    fitRows();
    const bool aside = horizontalHeader()->length() > viewport()->width() + 1;
    const int height = horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth() +
                       (aside ? horizontalScrollBar()->sizeHint().height() : 0) + 1;
    if (height != minimumHeight())
        setFixedHeight(height);
}

// The heading, and what cannot be broken in its column; no single word takes more than a third of the page for itself.
double FactTableView::longestWord(int column) const
{
    const QFontMetricsF metrics(textFont(TextSize::Body));
    QSet<QString> seen;
    double longest = 0;
    for (const FactRow& row : m_model->table().rows) {
        const QString text = row.texts.value(column);
        if (seen.contains(text))
            continue;
        seen.insert(text);
        for (const QString& word : FactDelegate::breakable(text).split(pieces, Qt::SkipEmptyParts))
            longest = std::max(longest, metrics.horizontalAdvance(word));
    }
    const double room = longest + u(4) + 2; // as inside()
    return std::max<double>(std::min(room, viewport()->width() / 3.0), horizontalHeader()->sectionSizeHint(column));
}

// Rows say the same things again and again: each text is measured once a column.
void FactTableView::fitRows()
{
    const FactTable& table = m_model->table();
    std::vector<QHash<QString, int>> known(table.weights.size());
    const int oneLine = FactDelegate::height({}, u(12));
    verticalHeader()->setUpdatesEnabled(false); // else it counts all rows anew for each
    verticalHeader()->setDefaultSectionSize(oneLine);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const FactRow& facts = table.rows[row];
        int highest = oneLine;
        for (int column = 0; column < static_cast<int>(known.size()); ++column) {
            const QString text = facts.texts.value(column);
            auto height = known[static_cast<std::size_t>(column)].find(text);
            if (height == known[static_cast<std::size_t>(column)].end())
                height = known[static_cast<std::size_t>(column)].insert(text, FactDelegate::height(text, columnWidth(column)));
            highest = std::max(highest, *height + (facts.bar && column == table.barColumn ? FactDelegate::barHeight() : 0));
        }
        if (highest != verticalHeader()->sectionSize(static_cast<int>(row)))
            verticalHeader()->resizeSection(static_cast<int>(row), highest);
    }
    verticalHeader()->setUpdatesEnabled(true);
}

void FactTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        m_fitted = false;
    fit();
}

void FactTableView::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    fit();
}

void FactTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_fitted = false;
        fit();
    }
}

// The page scrolls, not the table, which is as high as its rows.
void FactTableView::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0)
        event->ignore();
    else
        QTableView::wheelEvent(event);
}

void FactTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    // A choice made elsewhere leaves the page where it is: its beginning says most.
    if (!current.isValid() || m_quiet)
        return;
    for (QWidget* above = parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above); area && area->widget()) {
            const QRect row = visualRect(current);
            const QPoint middle = viewport()->mapTo(area->widget(), row.center());
            area->ensureVisible(area->horizontalScrollBar()->value(), middle.y(), 0, row.height() / 2 + u(6));
            break;
        }
    if (current.row() != previous.row())
        Q_EMIT chosen(m_model->valuesOf(current.row()));
}

} // namespace app
