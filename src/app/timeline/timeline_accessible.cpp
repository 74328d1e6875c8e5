// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_accessible.h"

#include "app/models/gap_words.h"
#include "app/models/mark_words.h"
#include "app/timeline/timeline_view.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::TimelineAccessible)
};

// What a child stands for: the key of a mark, or a heading.
struct ChildKey {
    QString mark;
    std::optional<Fold> heading;
    QString context; // key of a band of context
    bool operator==(const ChildKey&) const = default;
};

size_t qHash(const ChildKey& key, size_t seed = 0)
{
    return key.heading ? qHashMulti(seed, static_cast<int>(key.heading->group) + 1, key.heading->lane)
                       : qHashMulti(seed, key.mark, key.context);
}

Spot spotOf(const TimelineView& view, const ChildKey& key)
{
    if (key.heading)
        return {{}, key.heading};
    if (!key.context.isEmpty()) {
        const std::vector<catalogue::Context>& all = catalogue::contexts();
        for (std::size_t n = 0; n < all.size() && view.isContextShown(); ++n)
            if (all[n].key == key.context)
                return {{}, {}, static_cast<int>(n)};
        return {};
    }
    return view.scene().model ? Spot{view.scene().model->placeOf(key.mark), {}} : Spot{};
}

class ChildInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ChildInterface(TimelineView* view, ChildKey key) : m_view(view), m_key(std::move(key)) {}

    bool isValid() const override
    {
        return m_view && spot() && (!m_key.heading || m_view->scene().rowOf(spot()));
    }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override
    {
        QAccessibleInterface* above = parent();
        return above ? above->window() : nullptr;
    }
    QAccessibleInterface* parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect here = m_view->scene().spotRect(spot()).toAlignedRect();
        return here.translated(m_view->viewport()->mapToGlobal(QPoint(0, 0)));
    }

    QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        const Spot here = spot();
        if (here.context >= 0)
            return contextText(what, catalogue::contexts()[static_cast<std::size_t>(here.context)]);
        const TimelineModel& model = *m_view->scene().model;
        if (what == QAccessible::Name)
            return here.heading ? m_view->scene().headingOf(*m_view->scene().rowOf(here))
                                : markName(model.lane(here.place.lane), model.mark(here.place));
        if (what != QAccessible::Description)
            return {};
        if (here.heading)
            return m_view->folding().isHard(*here.heading) ? Words::tr("This part may be hard to read") : QString();
        // A code is said only where words do not already say it.
        const insight::Mark& mark = model.mark(here.place);
        QString code = mark.label.isEmpty() || mark.code.isEmpty() || mark.label.contains(mark.code)
                                 ? QString()
                                 : Words::tr("Code %1").arg(mark.code);
        // Once for a row, at its beginning: what the picture shows between the marks.
        if (const QString gaps = here.place.mark == 0 ? gapWords(model.lane(here.place.lane)) : QString(); !gaps.isEmpty())
            code = code.isEmpty() ? Words::tr("In this row: %1").arg(gaps)
                                  : Words::tr("%1. In this row: %2").arg(code, gaps);
        if (model.matches().fits(here.place.lane, here.place.mark))
            return code;
        const QString other = Words::tr("Not what you look for");
        return code.isEmpty() ? other : Words::tr("%1. %2").arg(other, code);
    }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::Role role() const override { return m_key.heading ? QAccessible::ButtonMenu : QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const Spot here = spot();
        const Spot now = m_view->current();
        state.focusable = true;
        state.selectable = static_cast<bool>(here.place);
        // Marks that are drawn as one number share the ring; only the one the keyboard stands on has the focus.
        state.selected = here.place && here == now;
        state.focused = here == now && m_view->hasFocus();
        if (here.heading) {
            state.expandable = true;
            state.expanded = !m_view->folding().isFolded(*here.heading);
            state.collapsed = !state.expanded;
        }
        const QRectF rect = m_view->scene().spotRect(here);
        state.invisible = rect.isEmpty();
        state.offscreen = !rect.intersects(QRectF(m_view->viewport()->rect()));
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    void doAction(const QString& action) override
    {
        if (!isValid())
            return;
        if (action == pressAction())
            m_view->activate(spot());
        else if (action == setFocusAction())
            m_view->setCurrent(spot());
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

    const ChildKey& key() const { return m_key; }

private:
    static QString contextText(QAccessible::Text what, const catalogue::Context& one)
    {
        if (what == QAccessible::Name)
            return Words::tr("What changed nationally, %1, %2").arg(one.title, timeWords(one.from, one.to));
        return what == QAccessible::Description ? one.words : QString();
    }

    Spot spot() const { return spotOf(*m_view, m_key); }

    QPointer<TimelineView> m_view;
    ChildKey m_key;
};

class ViewInterface : public QAccessibleWidget {
public:
    explicit ViewInterface(TimelineView* view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~ViewInterface() override { forget(); }

    ViewInterface(const ViewInterface&) = delete;
    ViewInterface& operator=(const ViewInterface&) = delete;

    void forget()
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
        m_starts.clear();
    }

    int childCount() const override
    {
        numberRows();
        return bands() + (m_starts.empty() ? 0 : m_starts.back());
    }

    QAccessibleInterface* child(int n) const override
    {
        if (n < 0 || n >= childCount())
            return nullptr;
        if (n < bands())
            return childFor({{}, {}, catalogue::contexts()[static_cast<std::size_t>(n)].key});
        n -= bands();
        const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), n);
        const auto row = static_cast<std::size_t>(after - m_starts.begin()) - 1;
        const LaneRow& lane = scene().rows[row];
        if (lane.kind == LaneRow::Kind::Group)
            return childFor({QString(), lane.fold(), {}});
        return childFor({scene().model->mark({lane.lane, n - m_starts[row]}).key, {}, {}});
    }

    int indexOf(const Spot& spot) const
    {
        if (spot.context >= 0)
            return spot.context < bands() ? spot.context : -1;
        numberRows();
        for (std::size_t row = 0; row < scene().rows.size() && row + 1 < m_starts.size(); ++row) {
            const LaneRow& lane = scene().rows[row];
            if (spot.heading && lane.kind == LaneRow::Kind::Group && lane.fold() == *spot.heading)
                return bands() + m_starts[row];
            if (!spot.heading && spot.place && lane.lane == spot.place.lane)
                return bands() + m_starts[row] + spot.place.mark;
        }
        return -1;
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* mark = dynamic_cast<const ChildInterface*>(child);
        return mark && m_view ? indexOf(spotOf(*m_view, mark->key())) : -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint here = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        const Spot spot = scene().spotAt(here);
        return spot ? child(indexOf(spot)) : nullptr;
    }

    QAccessibleInterface* focusChild() const override
    {
        if (!m_view->hasFocus())
            return nullptr;
        const int n = indexOf(m_view->current());
        return n >= 0 ? child(n) : const_cast<ViewInterface*>(this);
    }

private:
    const TimelineScene& scene() const { return m_view->scene(); }
    // The bands of what changed for everybody come first, as they stand above the lanes.
    int bands() const
    {
        return m_view->isContextShown() && scene().model ? static_cast<int>(catalogue::contexts().size()) : 0;
    }

    // Where the children of every row begin; the last number is how many there are.
    void numberRows() const
    {
        if (!m_starts.empty() || !m_view->scene().model)
            return;
        int n = 0;
        m_starts.reserve(scene().rows.size() + 1);
        for (const LaneRow& row : scene().rows) {
            m_starts.push_back(n);
            n += row.kind == LaneRow::Kind::Group ? 1 : row.lane >= 0 ? scene().index(row.lane).size() : 0;
        }
        m_starts.push_back(n);
    }

    QAccessibleInterface* childFor(const ChildKey& key) const
    {
        if (const auto found = m_children.constFind(key); found != m_children.constEnd())
            return QAccessible::accessibleInterface(*found);
        auto* made = new ChildInterface(m_view, key); // owned by Qt's registry until deleteAccessibleInterface()
        m_children.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    TimelineView* m_view;
    mutable QHash<ChildKey, QAccessible::Id> m_children;
    mutable std::vector<int> m_starts;
};

QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (className != "app::TimelineView"_L1)
        return nullptr;
    auto* view = qobject_cast<TimelineView*>(object);
    return view ? new ViewInterface(view) : nullptr; // owned by Qt's registry
}

ViewInterface* interfaceOf(TimelineView* view)
{
    return dynamic_cast<ViewInterface*>(QAccessible::queryAccessibleInterface(view));
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(make); // the same factory twice is kept once
}

void forgetTimelineChildren(TimelineView* view)
{
    if (ViewInterface* interface = interfaceOf(view)) {
        interface->forget();
        QAccessibleEvent event(view, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

int timelineChildOf(TimelineView* view, const Spot& spot)
{
    const ViewInterface* interface = interfaceOf(view);
    return interface ? interface->indexOf(spot) : -1;
}

} // namespace app
