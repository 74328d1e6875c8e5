// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline_fixture.h"

#include "app/models/mark_words.h"
#include "app/pages/timeline_page.h"
#include "app/shell_area.h"
#include "app/timeline/filter_bar.h"
#include "app/timeline/timeline_bar.h"
#include "app/timeline/timeline_file.h"
#include "app/timeline/timeline_view.h"
#include "catalogue/items.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

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

// Three springs at one school.
desk::SnapshotPtr schooled()
{
    auto snapshot = std::make_shared<desk::Snapshot>();
    snapshot->today = QDate(2026, 11, 22);
    snapshot->record.person.born = QDate(2001, 10, 14);
    for (int n = 0; n < 3; ++n) {
        record::Entry entry;
        entry.id = {n + 1};
        entry.collection = u"SC"_s;
        entry.year = catalogue::AcademicYear{2008 + n};
        entry.term = catalogue::Term::Spring;
        int field = 0;
        for (const auto& [name, raw] :
             {std::pair{u"EthnicGroupMinor"_s, n == 1 ? u"WBRI"_s : u"MWAS"_s}, {u"FSMeligible"_s, u"0"_s}}) {
            record::Value value;
            value.id = {10 * (n + 1) + field++};
            value.name = name;
            value.raw = raw;
            value.item = catalogue::item(catalogue::resolve(name, entry.collection, entry.year).front().item).name;
            entry.values.push_back(value);
        }
        snapshot->record.entries.push_back(entry);
    }
    return snapshot;
}

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

    void lookingForSomethingMovesNothing()
    {
        Shown shown;
        shown.view.setCurrentKey(u"ethnic.2"_s);
        shown.view.zoomTo(TimelineView::Zoom::Phase);
        const TimeRange range = shown.view.scene().scale.range;
        const std::vector<LaneRow> rows = shown.view.scene().rows;
        const QImage before = shown.view.grab().toImage();
        MarkFilter filter;
        filter.text = u"mwas"_s;
        shown.model.setFilter(filter, {});
        QCOMPARE(shown.view.scene().scale.range, range);
        QCOMPARE(shown.view.scene().rows, rows);
        QCOMPARE(shown.view.currentKey(), u"ethnic.2"_s);
        QVERIFY(shown.view.grab().toImage() != before); // dimmed
        QAccessibleInterface* odd =
            childNamed(shown.accessible(), u"Ethnic group, White – British, spring 2009 to spring 2010"_s);
        QVERIFY(odd->text(QAccessible::Description).contains(u"Not what you look for"_s));
        shown.model.setFilter({}, {});
        QVERIFY(shown.view.grab().toImage() == before);
    }

    void f3GoesToTheNextThatFits()
    {
        Shown shown;
        MarkFilter filter;
        filter.text = u"in need"_s; // in a group that is folded
        shown.model.setFilter(filter, {});
        QSignalSpy current(&shown.view, &TimelineView::currentChanged);
        QTest::keyClick(&shown.view, Qt::Key_F3);
        QCOMPARE(shown.view.currentKey(), u"care.1"_s);
        QCOMPARE(current.count(), 1);
        QVERIFY(!shown.view.scene().spotRect(shown.view.current()).isEmpty());
    }

    void themeFontAndLanguageDoNotMoveTheView()
    {
        Shown shown;
        shown.view.setCurrentKey(u"ethnic.2"_s);
        shown.view.zoomTo(TimelineView::Zoom::SchoolYear);
        const TimeRange range = shown.view.scene().scale.range;
        Tokens::use(Tokens::darkSet());
        QCOMPARE(shown.view.scene().scale.range, range);
        Tokens::use(Tokens::light());
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&shown.view, &language);
        QCOMPARE(shown.view.scene().scale.range, range);
        const QFont font = QApplication::font();
        QFont larger = font;
        larger.setPointSizeF(font.pointSizeF() * 2);
        QApplication::setFont(larger);
        QCoreApplication::processEvents();
        QCOMPARE(shown.view.scene().scale.range, range);
        QApplication::setFont(font);
        QCoreApplication::processEvents();
        QCOMPARE(shown.view.scene().scale.range, range);
        QCOMPARE(shown.view.currentKey(), u"ethnic.2"_s);
    }

    void bandsOfContextAreReachedAndRead()
    {
        Shown shown;
        QAccessibleInterface* band = nullptr;
        for (int i = 0; i < shown.accessible()->childCount() && !band; ++i)
            if (shown.accessible()->child(i)->text(QAccessible::Name).contains(u"Special needs reform"_s))
                band = shown.accessible()->child(i);
        QVERIFY(band);
        QVERIFY(band->text(QAccessible::Description).contains(u"SEN support"_s));
        QSignalSpy opened(&shown.view, &TimelineView::contextActivated);
        shown.view.setCurrentKey(u"school.2"_s);
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QVERIFY(shown.view.current().context >= 0);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QVERIFY(shown.view.current().place);
        const TimeRange range = shown.view.scene().scale.range;
        const int children = shown.accessible()->childCount();
        shown.view.setContextShown(false);
        QCOMPARE(shown.view.scene().scale.range, range);
        QVERIFY(shown.accessible()->childCount() < children);
    }

    void controlGAsksForATime()
    {
        Shown shown;
        QSignalSpy asked(&shown.view, &TimelineView::momentAsked);
        QTest::keyClick(&shown.view, Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        shown.view.showRange(rangeOf(QDate(2010, 1, 1), QDate(2010, 3, 31)));
        QVERIFY(shown.view.scene().scale.range.contains(dayOf(QDate(2010, 2, 1))));
        QVERIFY(shown.view.scene().scale.range.length() < 130);
        QVERIFY(shown.view.zoomBack());
        QVERIFY(shown.view.zoomStack().isFit());
    }

    // Picture and table are one: place, time and what is current go with the person from one to the other, to another
    // page and back, and stay when details are closed.
    void theTableKeepsStep()
    {
        TimelinePage page;
        page.resize(900, 600);
        page.setSnapshot(schooled());
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page)); // shortcuts need it
        TimelineView* view = page.view();
        QSignalSpy selected(&page, &Page::selected);
        const auto tableKey = [&] { return page.table()->currentIndex().data(TimelineModel::KeyRole).toString(); };
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(!view->currentKey().isEmpty());
        QCOMPARE(tableKey(), view->currentKey());
        QCOMPARE(selected.count(), 1);
        view->zoomTo(TimelineView::Zoom::SchoolYear);
        QMetaObject::invokeMethod(page.findChild<TimelineBar*>(), "tableAsked", Q_ARG(bool, true));
        QVERIFY(page.table()->isVisible() && !view->isVisible());
        QTest::keyClick(page.table(), Qt::Key_Down);
        QCOMPARE(tableKey(), view->currentKey());
        const TimeRange range = view->scene().scale.range; // the picture behind it has gone along
        const QString key = view->currentKey();
        // Away in time with the keys of the picture, and back.
        QTest::keyClick(page.table(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(view->scene().scale.range != range);
        QTest::keyClick(page.table(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view->scene().scale.range, range);
        page.hide();           // another page
        page.showSelected({}); // details were closed
        page.show();
        QCOMPARE(view->currentKey(), key);
        QCOMPARE(tableKey(), key);
        QMetaObject::invokeMethod(page.findChild<TimelineBar*>(), "tableAsked", Q_ARG(bool, false));
        QCOMPARE(view->scene().scale.range, range);
        QVERIFY(page.isVisible() && view->isVisible());
    }

    // What is drawn between the marks is also written in the table and read out, once for a row.
    void whatIsNotSaidIsWrittenAndRead()
    {
        Shown shown;
        insight::Timeline life = fixture::life();
        const auto span = [](int year, catalogue::Term term) { return catalogue::termSpan({year}, term); };
        using catalogue::Term;
        life.lanes[1].onlyIn = Term::Spring;
        life.lanes[1].notAsked = {span(2009, Term::Autumn)};
        life.lanes[2].absent = {span(2008, Term::Summer), span(2010, Term::Autumn), span(2010, Term::Spring)};
        shown.model.setTimeline(life);
        const auto table = [&](int lane, int role) { return shown.model.index(lane, 0).data(role).toString(); };
        QCOMPARE(table(1, Qt::DisplayRole), u"Ethnic group: nothing is here of school year 2010/11; said in spring only"_s);
        const QString times = QLocale().createSeparatedList({u"summer 2009"_s, u"autumn 2010 to spring 2011"_s});
        QCOMPARE(table(2, Qt::DisplayRole), QString(u"First language: not said in "_s + times));
        QVERIFY(table(2, Qt::AccessibleTextRole).endsWith(u"not said in "_s + times));
        QCOMPARE(table(0, Qt::DisplayRole), u"School"_s); // nothing is left out
        const auto read = [&](int lane, int mark) {
            const QString name = markName(life.lanes[static_cast<std::size_t>(lane)],
                                          life.lanes[static_cast<std::size_t>(lane)].marks[static_cast<std::size_t>(mark)]);
            return childNamed(shown.accessible(), name)->text(QAccessible::Description);
        };
        QCOMPARE(read(1, 0), u"Code MWAS. In this row: nothing is here of school year 2010/11; said in spring only"_s);
        QCOMPARE(read(1, 1), u"Code WBRI"_s);
        QVERIFY(read(2, 0).contains(u"not said in summer 2009"_s));
        QVERIFY(!read(0, 0).contains(u"In this row"_s));
    }

    // Details that open and close leave no button squeezed, however wide the window is.
    void nothingInTheBarIsSqueezed()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        auto* bar = new TimelineBar;
        column->addWidget(bar);
        column->addStretch();
        bar->setUndated(3);
        window.resize(2000, 200);
        window.show();
        const auto squeezed = [bar] {
            QCoreApplication::processEvents();
            QStringList told;
            for (const QWidget* child : bar->findChildren<QWidget*>())
                if (child->isVisible() && child->width() < child->minimumSizeHint().width())
                    told << child->accessibleName();
            return told.join(u' ');
        };
        QCOMPARE(squeezed(), QString());
        const int most = bar->minimumSizeHint().width();
        QVERIFY(most < 2000);
        for (int width = most / 2; width < most + 100; width += 30) {
            window.resize(width, 200);
            for (const int covered : {width / 5, width / 3, width / 2, 0}) {
                bar->setCovered(covered);
                QCoreApplication::processEvents();
                bar->setCovered(0);
                QCOMPARE(squeezed(), QString());
            }
        }
    }

    void popupsStayInTheWindow()
    {
        TimelinePage page;
        page.resize(700, 400);
        page.setSnapshot(schooled());
        page.show();
        const QRect window(page.mapToGlobal(QPoint()), page.size());
        for (int n = 0; n < static_cast<int>(catalogue::contexts().size()); ++n) {
            page.view()->activate({{}, {}, n});
            QWidget* popup = QApplication::activePopupWidget();
            QVERIFY(popup);
            QVERIFY2(window.contains(popup->geometry()), qPrintable(QString::number(n)));
            popup->close();
        }
    }

    void theFilterLeavesRoomForTheTimeline()
    {
        QWidget window;
        window.resize(500, 300);
        FilterArea area(new FilterBar, &window);
        QVERIFY(area.widget()->heightForWidth(500) > area.heightForWidth(500));
        QCOMPARE(area.heightForWidth(500), 100);
        window.resize(2500, 1500);
        QCOMPARE(area.heightForWidth(2500), area.widget()->heightForWidth(2500));
    }

    void whatHasTheFocusIsNotUnderTheInspector()
    {
        auto* page = new QWidget;
        auto* near = new QPushButton(page);
        near->setGeometry(0, 0, 80, 40);
        auto* far = new QPushButton(page);
        far->setGeometry(u(200), 0, 80, 40);
        auto* view = new QWidget(page);
        view->setFocusPolicy(Qt::StrongFocus);
        view->setGeometry(0, 50, u(240), u(100));
        PageArea area(page, new QWidget);
        area.resize(u(240), u(120));
        area.show();
        area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        area.setInspectorShown(true);
        QVERIFY(area.inspectorOver());
        QSignalSpy inTheWay(&area, &PageArea::inTheWay);
        near->setFocus();
        view->setFocus();
        QCOMPARE(inTheWay.count(), 0);
        far->setFocus();
        QCOMPARE(inTheWay.count(), 1);
        area.setInspectorShown(false);
        near->setFocus();
        far->setFocus();
        QCOMPARE(inTheWay.count(), 1);
    }

    void theBarStandsBesideDetails()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            QWidget window;
            window.resize(1096, 700);
            auto* bar = new TimelineBar(&window);
            bar->setUndated(2);
            window.show();
            const auto settle = [&] {
                bar->resize(window.width(), bar->sizeHint().height());
                QCoreApplication::processEvents();
            };
            const auto farthest = [&] {
                int right = 0;
                for (const QAbstractButton* button : bar->findChildren<QAbstractButton*>())
                    if (button->isVisible())
                        right = std::max(right, button->mapTo(bar, QPoint(button->width(), 0)).x());
                return right;
            };
            settle();
            QVERIFY(farthest() > 1096 - u(66));
            bar->setCovered(u(66));
            settle();
            QVERIFY2(farthest() <= 1096 - u(66), qPrintable(QString::number(farthest())));
            for (const QAbstractButton* button : bar->findChildren<QPushButton*>())
                QVERIFY(button->isVisible()); // Show and Undated
            bar->setCovered(0);
            settle();
            QVERIFY(farthest() > 1096 - u(66));
        }
        QApplication::setFont(before);
    }

    // An SVG knows no clipping: what is drawn for a file stays inside by itself.
    void hatchesForFilesStayInTheirBox()
    {
        PaintKit kit;
        kit.refreshForFile(Tokens::light());
        const QRect box(40, 40, 31, 20);
        for (int rank = 1; rank <= 4; ++rank) {
            QImage image(110, 100, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            kit.hatch(painter, box, rank, Qt::black, Qt::white);
            painter.end();
            int inside = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const bool drawn = image.pixelColor(x, y) != Qt::white;
                    QVERIFY2(!drawn || box.adjusted(-2, -2, 2, 2).contains(x, y), qPrintable(u"%1: %2 %3"_s.arg(rank).arg(x).arg(y)));
                    inside += drawn;
                }
            QVERIFY(inside > 20);
        }
    }

    // Seen in grey: which value it is still shows by the hatch, and what fits the filter by how dark it is.
    void valuesAreToldApartWithoutColour()
    {
        for (const Tokens& tokens : {Tokens::light(), Tokens::darkSet()}) {
            for (const bool forFile : {false, true}) {
                PaintKit kit;
                Tokens::use(tokens);
                forFile ? kit.refreshForFile(tokens) : kit.refresh(1);
                for (const Tokens::Lane& lane : tokens.lanes) {
                    std::vector<QImage> grey;
                    for (int rank = 0; rank <= 4; ++rank) {
                        QImage image(u(24), u(12), QImage::Format_RGB32);
                        image.fill(lane.tint);
                        QPainter painter(&image);
                        painter.setRenderHint(QPainter::Antialiasing);
                        kit.hatch(painter, QRectF(image.rect()), rank, lane.strong, lane.tint);
                        painter.end();
                        grey.push_back(image.convertToFormat(QImage::Format_Grayscale8));
                    }
                    for (std::size_t a = 0; a < grey.size(); ++a)
                        for (std::size_t b = 0; b < a; ++b) {
                            int different = 0;
                            for (int y = 0; y < grey[a].height(); ++y)
                                for (int x = 0; x < grey[a].width(); ++x)
                                    different += std::abs(qGray(grey[a].pixel(x, y)) - qGray(grey[b].pixel(x, y))) > 12;
                            const int area = grey[a].width() * grey[a].height();
                            QVERIFY2(different * 20 > area, qPrintable(u"%1 %2"_s.arg(a).arg(b)));
                        }
                }
            }
        }
        Tokens::use(Tokens::light());
    }

    // What goes out of the house says nothing of who made it, where and when.
    void filesCarryNoTrace()
    {
        Shown shown;
        using Format = PictureFormat;
        for (const Format format : {Format::Pdf, Format::Svg, Format::Png}) {
            const auto once = timelineFile(shown.view.scene(), shown.view.folded(), format);
            QVERIFY(once && once->size() > 1000);
            QCOMPARE(*timelineFile(shown.view.scene(), shown.view.folded(), format), *once);
            for (const QByteArray& trace : {QSysInfo::machineHostName().toUtf8(), qgetenv("USER"), qgetenv("HOME")})
                QVERIFY(trace.size() < 6 || !once->contains(trace)); // shorter ones are found by chance
            for (const char* trace : {"tEXt", "tIME", "(D:2", "Qt "})
                QVERIFY2(!once->contains(trace), trace);
        }
        const auto svg = timelineFile(shown.view.scene(), shown.view.folded(), Format::Svg);
        QVERIFY(svg->contains("Alder School") && svg->contains("Ethnic group"));
        QVERIFY(!svg->contains("<image")); // lines and words all through
        QVERIFY(!svg->contains("In need of help")); // folded on the screen, folded in the file
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
