// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/coverage_legend.h"

#include "app/charts/coverage_cells.h"
#include "app/theme/flow_layout.h"
#include "app/theme/parts.h"

#include <QVBoxLayout>

namespace app {

namespace {

// One sign of the legend, drawn as in the matrix; decoration, its word stands beside it.
class LegendSign : public QWidget {
public:
    explicit LegendSign(CoverSign sign) : m_sign(sign) { setFixedSize(u(8), u(5)); }
    LegendSign(insight::Printed printed, bool disagrees) : m_printed(printed), m_disagrees(disagrees)
    {
        setFixedSize(u(5), u(5));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (m_printed)
            drawPrinted(painter, rect(), *m_printed, m_disagrees, Tokens::current());
        else
            drawCover(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_sign, {}, Tokens::current());
    }

private:
    CoverSign m_sign = CoverSign::NotAtThatAge;
    std::optional<insight::Printed> m_printed;
    bool m_disagrees = false;
};

QWidget* entry(LegendSign* sign, const QString& words)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(u(1.5));
    row->addWidget(sign);
    row->addWidget(new Text(words, TextSize::Small));
    return box;
}

} // namespace

CoverageLegend::CoverageLegend(QWidget* parent) : QWidget(parent)
{
    // The flow keeps no margins of its own.
    auto* room = new QVBoxLayout(this);
    room->setContentsMargins(u(5), u(2), u(5), u(2));
    m_flow = new FlowLayout(u(5), u(1));
    room->addLayout(m_flow);
}

void CoverageLegend::show(const CoverageModel& model)
{
    m_counts.clear();
    for (const CoverSign sign : coverSigns)
        m_counts.emplace_back(sign, model.count(sign));
    m_printed = model.isPrinted();
    rebuild();
}

void CoverageLegend::rebuild()
{
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& [sign, count] : m_counts)
        m_flow->addWidget(entry(new LegendSign(sign), sign == CoverSign::NotAtThatAge
                                                            ? legendWord(sign)
                                                            : tr("%1: %2").arg(legendWord(sign)).arg(count)));
    if (m_printed) {
        m_flow->addWidget(entry(new LegendSign(insight::Printed::Tick, false), tr("a tick in the printed table")));
        m_flow->addWidget(entry(new LegendSign(insight::Printed::Tick, true), tr("the printed table says otherwise")));
    }
}

} // namespace app
