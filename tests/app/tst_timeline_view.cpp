// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline_fixture.h"

#include "app/models/mark_words.h"
#include "app/timeline/timeline_view.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app;
using insight::LaneGroup;

namespace {

struct Shown {
    TimelineModel model;
    TimelineView view;

    Shown()
    {
        view.resize(900, 700);
        view.setModel(&model);
        model.setTimeline(fixture::life());
        view.show();
        view.setFocus();
    }
    QAccessibleInterface* accessible() { return QAccessible::queryAccessibleInterface(&view); }
};

QAccessibleInterface* childNamed(QAccessibleInterface* parent, const QString& name)
{
    for (int i = 0; i < parent->childCount(); ++i)
        if (parent->child(i)->text(QAccessible::Name) == name)
            return parent->child(i);
    return nullptr;
}

} // namespace

class TimelineViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lifeFitsAtFirst()
    {
        Shown shown;
        QCOMPARE(shown.view.zoom(), TimelineView::Zoom::Life);
        const TimelineScene& scene = shown.view.scene();
        QVERIFY(scene.plot().left() <= scene.scale.x(QDate(2001, 8, 14)));
        QVERIFY(scene.scale.x(QDate(2026, 11, 22)) <= scene.plot().right());
    }

    void keysWalkZoomAndComeBack()
    {
        Shown shown;
        QSignalSpy current(&shown.view, &TimelineView::currentChanged);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.currentKey(), u"school.1"_s); // the first mark in sight
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.currentKey(), u"school.2"_s);
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.view.currentKey(), u"school.1"_s);
        QTest::keyClick(&shown.view, Qt::Key_Down); // the heading of the characteristics
        QVERIFY(shown.view.current().heading == LaneGroup::Characteristics);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.currentKey(), u"ethnic.1"_s);
        QCOMPARE(current.count(), 5);

        const double before = shown.view.scene().scale.range.length();
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        QVERIFY(shown.view.scene().scale.range.length() < before);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(shown.view.scene().scale.range.length(), before);
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        QTest::keyClick(&shown.view, Qt::Key_0);
        QVERIFY(shown.view.zoomStack().isFit());
        QCOMPARE(shown.view.currentKey(), u"ethnic.1"_s); // zoom does not lose the place
    }

    void pageKeysMoveByAYear()
    {
        Shown shown;
        shown.view.setCurrentKey(u"ethnic.1"_s);
        QTest::keyClick(&shown.view, Qt::Key_PageDown);
        QCOMPARE(shown.view.currentKey(), u"ethnic.2"_s);
        QTest::keyClick(&shown.view, Qt::Key_PageUp);
        QCOMPARE(shown.view.currentKey(), u"ethnic.1"_s);
    }

    void theCurrentMarkIsNeverOffScreen()
    {
        Shown shown;
        shown.view.setCurrentKey(u"ethnic.1"_s);
        shown.view.zoomTo(TimelineView::Zoom::SchoolYear);
        QTest::keyClick(&shown.view, Qt::Key_End);
        QCOMPARE(shown.view.currentKey(), u"ethnic.3"_s);
        QVERIFY(shown.view.scene().spotRect(shown.view.current()).intersects(shown.view.scene().plot()));
    }

    void enterOpensAMarkAndListsACount()
    {
        Shown shown;
        QSignalSpy opened(&shown.view, &TimelineView::activated);
        QSignalSpy listed(&shown.view, &TimelineView::runActivated);
        shown.view.setCurrentKey(u"ethnic.2"_s);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), u"ethnic.2"_s);
        QCOMPARE(listed.count(), 0);
        shown.view.setCurrentKey(u"ks1.0"_s); // a group of one lane is not folded
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(listed.count(), 1);
        QCOMPARE(listed.first().at(2).toInt(), 3);
    }

    void selectionFromElsewhereIsNotEchoed()
    {
        Shown shown;
        QSignalSpy current(&shown.view, &TimelineView::currentChanged);
        shown.view.setCurrentKey(u"language.1"_s);
        QCOMPARE(shown.view.currentKey(), u"language.1"_s);
        QCOMPARE(current.count(), 0);
        // It unfolds what hides the mark.
        shown.view.setCurrentKey(u"care.1"_s);
        QVERIFY(!shown.view.folding().isFolded(LaneGroup::Care));
        QCOMPARE(current.count(), 0);
    }

    void aClickSelects()
    {
        Shown shown;
        QSignalSpy current(&shown.view, &TimelineView::currentChanged);
        const QRectF rect = shown.view.scene().spotRect({shown.model.placeOf(u"ethnic.2"_s), {}});
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, rect.center().toPoint());
        QCOMPARE(current.count(), 1);
        QCOMPARE(shown.view.currentKey(), u"ethnic.2"_s);
    }

    void positionSurvivesANewRecord()
    {
        Shown shown;
        shown.view.setCurrentKey(u"ethnic.2"_s);
        shown.view.zoomTo(TimelineView::Zoom::SchoolYear);
        const TimeRange before = shown.view.scene().scale.range;
        insight::Timeline more = fixture::life();
        more.lanes[1].marks.erase(more.lanes[1].marks.begin()); // places shift, keys do not
        shown.model.setTimeline(more);
        QCOMPARE(shown.view.scene().scale.range, before);
        QCOMPARE(shown.view.currentKey(), u"ethnic.2"_s);
        QCOMPARE(shown.view.current().place, (MarkPlace{1, 0}));
    }

    void accessibleChildrenAreNamedAndRooted()
    {
        Shown shown;
        QAccessibleInterface* list = shown.accessible();
        QCOMPARE(list->role(), QAccessible::List);
        QVERIFY(!list->text(QAccessible::Name).isEmpty());
        QVERIFY(list->childCount() > 0);
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface* child = list->child(i);
            QVERIFY(child && child->isValid());
            QVERIFY(!child->text(QAccessible::Name).isEmpty());
            QCOMPARE(child->parent(), list);
            QCOMPARE(list->indexOfChild(child), i);
            QCOMPARE(child->window(), list->window());
        }
        QAccessibleInterface* odd = childNamed(list, u"Ethnic group, White – British, spring 2009 to spring 2010"_s);
        QVERIFY(odd);
        QVERIFY(odd->rect().isValid());
        QCOMPARE(list->childAt(odd->rect().center().x(), odd->rect().center().y()), odd);
    }

    void foldedLanesAreNotReadOut()
    {
        Shown shown;
        const auto holds = [&] {
            QAccessibleInterface* list = shown.accessible();
            for (int i = 0; i < list->childCount(); ++i)
                if (list->child(i)->text(QAccessible::Name).startsWith(u"In need of help"_s))
                    return true;
            return false;
        };
        QVERIFY(!holds());
        QAccessibleInterface* heading = childNamed(shown.accessible(), insight::laneGroupTitle(LaneGroup::Care));
        QVERIFY(heading);
        QVERIFY(heading->state().collapsed);
        heading->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(holds());
    }

    void aHardLaneHasAHeadingOfItsOwn()
    {
        Shown shown;
        insight::Timeline life = fixture::life();
        insight::Lane missed{u"attendance.missed"_s, u"Sessions missed"_s, LaneGroup::Attendance, {}};
        missed.marks = {fixture::span(u"missed.1"_s, QDate(2009, 1, 1), QDate(2009, 3, 31), u"11 sessions"_s, {}, 61)};
        insight::Lane excluded{u"attendance.exclusions"_s, u"Exclusions"_s, LaneGroup::Attendance, {}};
        excluded.hard = true;
        excluded.marks = {fixture::span(u"excluded.1"_s, QDate(2015, 3, 10), QDate(2015, 3, 10), u"Two days"_s, {}, 62)};
        life.lanes.insert(life.lanes.begin() + 3, {missed, excluded});
        shown.model.setTimeline(life);
        const auto said = [&](const QString& name) { return childNamed(shown.accessible(), name) != nullptr; };
        const QString inside = markName(excluded, excluded.marks.front());
        QVERIFY(said(markName(missed, missed.marks.front())));
        QVERIFY(!said(inside));
        shown.view.setCurrent({{}, Fold(LaneGroup::Attendance, excluded.key)});
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QVERIFY(said(inside));
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QVERIFY(!said(inside));
        shown.view.setCurrentKey(u"excluded.1"_s); // a selection made elsewhere opens it
        QVERIFY(said(inside));
    }

    void childrenFollowTheirKeyNotTheirNumber()
    {
        Shown shown;
        const QString name = u"Ethnic group, White and Asian, spring 2012 to spring 2019"_s;
        QVERIFY(childNamed(shown.accessible(), name));
        insight::Timeline fewer = fixture::life();
        fewer.lanes[1].marks.erase(fewer.lanes[1].marks.begin());
        shown.model.setTimeline(fewer);
        QAccessibleInterface* child = childNamed(shown.accessible(), name);
        QVERIFY(child && child->isValid());
        child->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(shown.view.currentKey(), u"ethnic.3"_s);
        QVERIFY(child->state().selected);
    }
};

QTEST_MAIN(TimelineViewTest)
#include "tst_timeline_view.moc"
