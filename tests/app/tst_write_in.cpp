// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/field_model.h"
#include "app/models/pasted_model.h"
#include "app/models/written_model.h"
#include "app/pages/write_in_page.h"
#include "app/pages/write_in_table.h"
#include "app/paper/drawer.h"
#include "app/paper/paper_view.h"
#include "app/paper/sheet_area.h"
#include "answered.h"
#include "tab_walk.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patient = 60'000; // ms; another program draws, on a busy machine

// Two pages; the first has three lines.
QByteArray pdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.drawText(40, 60, u"Alder Junior School"_s);
    painter.drawText(40, 120, u"Ethnic group: White Irish"_s);
    painter.drawText(40, 180, u"Attendance: 97"_s);
    writer.newPage();
    painter.drawText(40, 60, u"Second page"_s);
    painter.end();
    return bytes;
}

QByteArray png(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

// A desk that keeps what it is asked to in a record of its own.
struct FakeDesk {
    record::Record record;
    QByteArray bytes = pdf();
    std::vector<record::Entry> written;
    std::optional<record::WrittenChange> change;
    qint64 next = record::firstWrittenIn + 1;

    FakeDesk()
    {
        record.person = {u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), {}, {}};
        record::Document letter;
        letter.id = {4};
        letter.name = u"letter.pdf"_s;
        letter.format = u"pdf"_s;
        record::Document data;
        data.id = {2};
        data.name = u"census.csv"_s;
        data.format = u"npd-table"_s;
        record.documents = {data, letter};
    }

    [[nodiscard]] desk::SnapshotPtr snapshot(bool atRisk = false, bool readOnly = false) const
    {
        auto made = std::make_shared<desk::Snapshot>();
        made->record = record;
        made->today = QDate(2026, 11, 22);
        made->atRisk = atRisk;
        made->readOnly = readOnly;
        return made;
    }

    [[nodiscard]] app::WriteInDesk seam()
    {
        return {[this](record::DocumentId) { return app::answered<QByteArray>(bytes); },
                [this](const QString&) { return app::answered<desk::AttachedPaper>(desk::AttachedPaper{{4}, u"letter.pdf"_s, u"pdf"_s, {}, true}); },
                [this](std::vector<record::Entry> entries) {
                    std::vector<record::ValueId> ids;
                    for (record::Entry& entry : entries) {
                        entry.id = {next++};
                        for (record::Value& value : entry.values) {
                            value.id = {next++};
                            ids.push_back(value.id);
                        }
                        written.push_back(entry);
                        record.entries.push_back(entry);
                    }
                    return app::answered<std::vector<record::ValueId>>(ids);
                },
                [this](record::ValueId, record::WrittenChange asked) {
                    change = std::move(asked);
                    return app::answered<bool>(true);
                },
                [this](std::vector<record::ValueId> ids) {
                    std::erase_if(record.entries, [&](const record::Entry& entry) { return entry.values.front().id == ids.front(); });
                    return app::answered<bool>(true);
                }};
    }
};

QPushButton* button(const QWidget& in, const QString& text)
{
    for (QPushButton* one : in.findChildren<QPushButton*>())
        if (one->text() == text)
            return one;
    return nullptr;
}

} // namespace

class TestWriteIn : public QObject {
    Q_OBJECT

    // A page with the letter in sight, drawn.
    std::unique_ptr<app::WriteInPage> opened(FakeDesk& desk)
    {
        auto page = std::make_unique<app::WriteInPage>(desk.seam());
        page->resize(1200, 760);
        connect(page.get(), &app::WriteInPage::changed, page.get(),
                [page = page.get(), &desk] { page->setSnapshot(desk.snapshot()); });
        page->setSnapshot(desk.snapshot());
        page->show();
        page->start({4});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!page->isBusy() && page->paper()->page() == 1, patient); }();
        return page;
    }

private Q_SLOTS:
    void drawingsTravelWhole()
    {
        app::Drawing drawing;
        drawing.pages = 3;
        drawing.page = 2;
        drawing.image = QImage(31, 17, QImage::Format_RGB32);
        drawing.image.fill(Qt::red);
        drawing.text = u"née"_s;
        drawing.lines = {QRectF(0.1, 0.2, 0.5, 0.01)};
        const QByteArray bytes = app::packed(drawing);
        const auto back = app::unpacked(bytes, {});
        QVERIFY(back);
        QCOMPARE(back->image, drawing.image);
        QCOMPARE(back->text, drawing.text);
        QCOMPARE(back->lines, drawing.lines);
        QCOMPARE(back->page, 2);
        // Cut off anywhere, or claiming more than the limits: nothing is believed.
        for (const qsizetype size : {0, 3, 10, 40, int(bytes.size()) - 1})
            QVERIFY(!app::unpacked(bytes.left(size), {}));
        app::PaperLimits tight;
        tight.pixels = 100;
        QVERIFY(!app::unpacked(bytes, tight));
        tight = {};
        tight.lines = 0;
        QVERIFY(!app::unpacked(bytes, tight));
    }

    void drawsAPdfApart()
    {
        const auto first = app::drawApart(app::drawerPath(), u"pdf"_s, pdf(), 1, 600, {});
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->pages, 2);
        QCOMPARE(first->image.width(), 600);
        QCOMPARE(first->lines.size(), std::size_t(3));
        QVERIFY(first->text.contains(u"White Irish"_s));
        const auto second = app::drawApart(app::drawerPath(), u"pdf"_s, pdf(), 2, 300, {});
        QVERIFY(second);
        QVERIFY(second->text.contains(u"Second page"_s));
        // Beyond the end is the end; too large is made smaller.
        const auto far = app::drawApart(app::drawerPath(), u"pdf"_s, pdf(), 99, 1'000'000, {});
        QVERIFY(far);
        QCOMPARE(far->page, 2);
        QVERIFY(qint64(far->image.width()) * far->image.height() <= app::PaperLimits{}.pixels);
    }

    void drawsPicturesApart()
    {
        const auto photo = app::drawApart(app::drawerPath(), u"png"_s, png({400, 200}), 1, 200, {});
        QVERIFY(photo);
        QCOMPARE(photo->image.size(), QSize(200, 100));
        QVERIFY(photo->lines.empty());
    }

    void refusesWhatCannotBeDrawn()
    {
        const auto refused = [](const QString& format, const QByteArray& bytes) {
            const auto drawing = app::drawApart(app::drawerPath(), format, bytes, 1, 300, {});
            return !drawing && drawing.error().kind == base::ErrorKind::InputUnreadable && !drawing.error().next.isEmpty();
        };
        QVERIFY(refused(u"pdf"_s, "%PDF-1.4 and nothing else"));
        QVERIFY(refused(u"pdf"_s, QByteArray(5000, '\xff')));
        QVERIFY(refused(u"png"_s, png({40, 40}).left(60)));
        QVERIFY(refused(u"nonsense"_s, "x"));
        QVERIFY(!app::drawApart({}, u"pdf"_s, pdf(), 1, 300, {}));
        QVERIFY(!app::drawApart(u"/nonexistent/drawer"_s, u"pdf"_s, pdf(), 1, 300, {}));
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = app::drawApart(app::drawerPath(), u"pdf"_s, pdf(), 1, 300, stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, base::ErrorKind::Stopped);
    }

    void pagesAndLinesByKeyboard()
    {
        app::PaperView view;
        view.resize(700, 500);
        view.show();
        view.open(u"letter.pdf"_s, u"pdf"_s, pdf());
        QTRY_COMPARE_WITH_TIMEOUT(view.page(), 1, patient);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), patient);
        QCOMPARE(view.line(), 0);
        auto* area = view.findChild<app::SheetArea*>();
        area->setFocus();
        QVERIFY(area->accessibleName().contains(u"page 1 of 2"_s));
        QVERIFY(area->accessibleDescription().contains(u"White Irish"_s));
        QSignalSpy places(&view, &app::PaperView::placeChanged);
        QTest::keyClick(area, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(area, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(view.line(), 2);
        QCOMPARE(places.size(), 2);
        QTest::keyClick(area, Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(view.page(), 2, patient);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), patient);
        QCOMPARE(view.line(), 0);
        QVERIFY(view.words().contains(u"Second page"_s));
        QTest::keyClick(area, Qt::Key_PageDown, Qt::ControlModifier); // there is no third
        QCOMPARE(view.page(), 2);
        QTest::keyClick(area, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(area->zoom() > 1);
        view.forget();
        QCOMPARE(view.page(), 0);
        QVERIFY(view.words().isEmpty() && area->accessibleDescription().isEmpty());
    }

    void modelsKeepTheirPromises()
    {
        FakeDesk desk;
        app::WrittenModel written;
        QAbstractItemModelTester onWritten(&written, QAbstractItemModelTester::FailureReportingMode::QtTest);
        record::Entry entry;
        entry.id = {record::firstWrittenIn + 1};
        entry.writtenIn = true;
        entry.collection = u"SC"_s;
        entry.year = catalogue::AcademicYear{2009};
        entry.document = {4};
        entry.values = {{{record::firstWrittenIn + 2}, u"Our words"_s, {}, u"yes"_s, {}}};
        entry.values.front().where.path = u"page 3"_s;
        desk.record.entries = {entry};
        record::Entry delivered = entry;
        delivered.id = {1};
        delivered.writtenIn = false;
        delivered.values.front().id = {1};
        desk.record.entries.push_back(delivered);
        written.setRecord(desk.record);
        QCOMPARE(written.rowCount(), 1);
        QCOMPARE(written.index(0, app::WrittenModel::Field).data().toString(), u"Our words"_s);
        QVERIFY(written.index(0, app::WrittenModel::Where).data().toString().endsWith(u"\npage 3, letter.pdf"_s));
        QVERIFY(written.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"written in by me"_s));
        QCOMPARE(written.valueAt(0).n, record::firstWrittenIn + 2);
        QCOMPARE(written.rowOf({1}), -1);
        written.setRecord({});
        QCOMPARE(written.rowCount(), 0);

        app::FieldModel fields;
        QAbstractItemModelTester onFields(&fields, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fields.find(u"ethnic group"_s, u"SC"_s, catalogue::AcademicYear{2009});
        QVERIFY(fields.rowCount() > 0);
        QVERIFY(!fields.index(0).data(app::FieldModel::ItemRole).toString().isEmpty());
        fields.clear();

        app::PastedModel pasted;
        QAbstractItemModelTester onPasted(&pasted, QAbstractItemModelTester::FailureReportingMode::QtTest);
        pasted.setContext(u"SC"_s, {});
        pasted.setTable(readers::pastedText(u"EthnicGroupMinor\tNote\nWBRI\tx\nWIRI\t\n"_s));
        QCOMPARE(pasted.rowCount(), 2);
        QCOMPARE(pasted.index(1, 0).data().toString(), u"WIRI"_s);
        QVERIFY(!pasted.columns()[0].item.isEmpty());
        pasted.setColumn(0, {readers::PastedColumn::Role::LeaveOut, u"EthnicGroupMinor"_s, {}});
        pasted.setContext(u"KS4"_s, {}); // what the person said stays
        QVERIFY(pasted.columns()[0].role == readers::PastedColumn::Role::LeaveOut);
        pasted.setHeadings(false);
        QCOMPARE(pasted.rowCount(), 3);
    }

    void writesInFromThePageInSight()
    {
        FakeDesk desk;
        const auto page = opened(desk);
        auto* place = page->findChild<QLineEdit*>(u"place"_s);
        QCOMPARE(place->text(), u"page 1"_s);
        // From the form as well as from the page: one turns lines while typing.
        auto* area = page->findChild<app::SheetArea*>();
        area->setFocus();
        QTest::keyClick(area, Qt::Key_Down, Qt::ControlModifier);
        auto* field = page->findChild<QLineEdit*>(u"name"_s);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(place->text(), u"page 1, line 2"_s);

        QPushButton* save = button(*page, u"Write it in"_s);
        QVERIFY(save && !save->isEnabled());
        auto* year = page->findChild<QComboBox*>(u"year"_s);
        year->setCurrentIndex(year->findText(u"2009/10"_s));
        auto* name = page->findChild<QLineEdit*>(u"name"_s);
        name->setFocus();
        QTest::keyClicks(name, u"EthnicGroupMinor"_s);
        auto* fields = page->findChild<QListView*>(u"fields"_s);
        QTRY_VERIFY(fields->model()->rowCount() > 0);
        page->findChild<QPlainTextEdit*>(u"raw"_s)->setPlainText(u"WIRI"_s);
        QVERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(desk.written.size(), std::size_t(1));
        const record::Entry& entry = desk.written.front();
        QVERIFY(entry.writtenIn);
        QCOMPARE(entry.collection, u"SC"_s);
        QCOMPARE(entry.year->text(), u"2009/10"_s);
        QCOMPARE(entry.document.n, 4);
        QCOMPARE(entry.values.front().raw, u"WIRI"_s);
        QCOMPARE(entry.values.front().where.path, u"page 1, line 2"_s);
        QVERIFY(entry.values.front().item.startsWith(u"EthnicGroupMinor"_s));
        QTRY_VERIFY(page->findChild<QPlainTextEdit*>(u"raw"_s)->toPlainText().isEmpty());
    }

    void ownWordsAndOwnPlace()
    {
        FakeDesk desk;
        const auto page = opened(desk);
        auto* place = page->findChild<QLineEdit*>(u"place"_s);
        place->setFocus();
        place->selectAll();
        QTest::keyClicks(place, u"on the back"_s);
        page->paper()->goTo(2);
        QCOMPARE(place->text(), u"on the back"_s); // not taken away by turning the page
        QTest::keyClicks(page->findChild<QLineEdit*>(u"name"_s), u"What the teacher says"_s);
        QTest::mouseClick(button(*page, u"Write it in"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.written.size(), std::size_t(1));
        QCOMPARE(desk.written.front().values.front().item, QString());
        QCOMPARE(desk.written.front().values.front().where.path, u"on the back"_s);
    }

    void pastesATable()
    {
        FakeDesk desk;
        const auto page = opened(desk);
        QMimeData mime;
        mime.setText(u"nothing of this"_s);
        mime.setHtml(u"<table><tr><th>Subject<th>Grade</tr><tr><td>Maths<td>4</tr><tr><td>Art<td></tr></table>"_s);
        page->table()->take(mime);
        QTRY_VERIFY(page->table()->isReady());
        QCOMPARE(page->table()->model().rowCount(), 2);
        QPushButton* save = button(*page, u"Write the table in"_s);
        save->click();
        QTRY_COMPARE(desk.written.size(), std::size_t(2));
        QCOMPARE(desk.written[0].values.size(), std::size_t(2));
        QCOMPARE(desk.written[1].values.size(), std::size_t(1));
        QCOMPARE(desk.written[0].values[1].where.path, u"page 1, table row 2"_s);
        QVERIFY(!page->table()->isReady());
    }

    void changesRemovesAndPutsBack()
    {
        FakeDesk desk;
        const auto page = opened(desk);
        QTest::keyClicks(page->findChild<QLineEdit*>(u"name"_s), u"A note"_s);
        page->findChild<QPlainTextEdit*>(u"raw"_s)->setPlainText(u"one"_s);
        button(*page, u"Write it in"_s)->click();
        QTRY_COMPARE(desk.record.entries.size(), std::size_t(1));
        const record::ValueId id = desk.record.entries.front().values.front().id;
        page->startChange(id);
        QCOMPARE(page->findChild<QPlainTextEdit*>(u"raw"_s)->toPlainText(), u"one"_s);
        page->findChild<QPlainTextEdit*>(u"raw"_s)->setPlainText(u"two"_s);
        button(*page, u"Save the change"_s)->click();
        QTRY_VERIFY(desk.change.has_value());
        QCOMPARE(desk.change->raw.value_or(QString()), u"two"_s);
        QCOMPARE(desk.change->place.value_or(QString()), u"page 1"_s);
        auto* list = page->findChild<QTableView*>();
        for (auto* one : page->findChildren<QTableView*>())
            list = qobject_cast<app::WrittenModel*>(one->model()) ? one : list;
        QTRY_VERIFY(list->isVisible());
        list->setCurrentIndex(list->model()->index(0, 0));
        button(*page, u"Remove it"_s)->click();
        QTRY_VERIFY(desk.record.entries.empty());
        QPushButton* back = button(*page, u"Put it back"_s);
        QTRY_VERIFY(back->isVisible());
        back->click();
        QTRY_COMPARE(desk.record.entries.size(), std::size_t(1));
        QTRY_VERIFY(!back->isVisible());
    }

    void atRiskShowsNoPage()
    {
        FakeDesk desk;
        const auto page = opened(desk);
        page->setSnapshot(desk.snapshot(true));
        QCOMPARE(page->paper()->page(), 0);
        QVERIFY(page->paper()->words().isEmpty());
        for (const QWidget* widget : page->findChildren<QWidget*>())
            QVERIFY(!widget->accessibleDescription().contains(u"White Irish"_s));
        page->start({4});
        QTest::qWait(0);
        QCOMPARE(page->paper()->page(), 0);
        // Locked: nothing of it stays.
        page->setSnapshot(desk.snapshot());
        page->start({4});
        QTRY_COMPARE_WITH_TIMEOUT(page->paper()->page(), 1, patient);
        page->setSnapshot(nullptr);
        QCOMPARE(page->paper()->page(), 0);
        QCOMPARE(page->findChild<QComboBox*>()->count(), 0);
    }

    void readOnlyWritesNothing()
    {
        FakeDesk desk;
        const auto page = opened(desk);
        page->setSnapshot(desk.snapshot(false, true));
        QVERIFY(!button(*page, u"Write it in"_s)->isEnabled());
        QVERIFY(!button(*page, u"Keep another document…"_s)->isVisible());
    }

    void tabReachesEverything()
    {
        FakeDesk desk;
        const auto page = opened(desk);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->takeFocus();
        const int forward = fixture::walk(page.get(), true);
        QVERIFY2(forward >= 12, qPrintable(QString::number(forward)));
        QCOMPARE(fixture::walk(page.get(), false), forward);
    }
};

QTEST_MAIN(TestWriteIn)
#include "tst_write_in.moc"
