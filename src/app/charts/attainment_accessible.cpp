// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_accessible.h"

#include "app/charts/attainment_chart.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class ResultInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ResultInterface(AttainmentChart* chart, record::ValueId value) : m_chart(chart), m_value(value) {}

    [[nodiscard]] int row() const { return m_chart ? m_chart->layoutOfPanels().rowOf(m_value) : -1; }

    bool isValid() const override { return row() >= 0; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override
    {
        QAccessibleInterface* above = parent();
        return above ? above->window() : nullptr;
    }
    QAccessibleInterface* parent() const override
    {
        return m_chart ? QAccessible::queryAccessibleInterface(m_chart) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QRect rect() const override
    {
        return isValid() ? m_chart->rowRect(row()).translated(m_chart->mapToGlobal(QPoint(0, 0))) : QRect();
    }
    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && isValid() ? m_chart->rowWords(row()) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_chart->current() == m_value;
        state.focused = state.selected && m_chart->hasFocus();
        state.offscreen = !m_chart->visibleRegion().intersects(m_chart->rowRect(row()));
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    void doAction(const QString& action) override
    {
        if (isValid() && (action == pressAction() || action == setFocusAction()))
            m_chart->moveTo(row());
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QPointer<AttainmentChart> m_chart;
    record::ValueId m_value;
};

class ChartInterface : public QAccessibleWidget {
public:
    explicit ChartInterface(AttainmentChart* chart) : QAccessibleWidget(chart, QAccessible::List), m_chart(chart) {}
    ~ChartInterface() override { forget(); }

    ChartInterface(const ChartInterface&) = delete;
    ChartInterface& operator=(const ChartInterface&) = delete;

    void forget()
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

    int childCount() const override { return static_cast<int>(rows().size()); }

    QAccessibleInterface* child(int n) const override
    {
        if (n < 0 || n >= childCount())
            return nullptr;
        const record::ValueId value = rows()[static_cast<std::size_t>(n)].value;
        if (const auto found = m_children.constFind(value.n); found != m_children.constEnd())
            return QAccessible::accessibleInterface(*found);
        auto* made = new ResultInterface(m_chart, value); // owned by Qt's registry until deleteAccessibleInterface()
        m_children.insert(value.n, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* result = dynamic_cast<const ResultInterface*>(child);
        return result ? result->row() : -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        return child(m_chart->rowAt(m_chart->mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface* focusChild() const override
    {
        if (!m_chart->hasFocus())
            return nullptr;
        QAccessibleInterface* current = child(m_chart->layoutOfPanels().rowOf(m_chart->current()));
        return current ? current : const_cast<ChartInterface*>(this);
    }

private:
    const std::vector<PanelRow>& rows() const { return m_chart->layoutOfPanels().rows; }

    AttainmentChart* m_chart;
    mutable QHash<qint64, QAccessible::Id> m_children;
};

QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (className != "app::AttainmentChart"_L1)
        return nullptr;
    auto* chart = qobject_cast<AttainmentChart*>(object);
    return chart ? new ChartInterface(chart) : nullptr; // owned by Qt's registry
}

} // namespace

void installAttainmentAccessibility()
{
    QAccessible::installFactory(make); // the same factory twice is kept once
}

void forgetAttainmentChildren(AttainmentChart* chart)
{
    if (auto* interface = dynamic_cast<ChartInterface*>(QAccessible::queryAccessibleInterface(chart))) {
        interface->forget();
        QAccessibleEvent event(chart, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace app
