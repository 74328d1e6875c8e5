// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/letter_editor.h"
#include "app/pages/letter_page.h"
#include "app/pages/letter_questions.h"
#include "app/pages/letter_text.h"
#include "desk/worker.h"
#include "reports/edited_letter.h"
#include "reports/render.h"

#include "answered.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace {

requests::Letter plainLetter()
{
    using requests::PartKind;
    requests::Letter letter;
    letter.title = u"Correction"_s;
    letter.parts = {
        {PartKind::Sender, u"sender"_s, 0, {{{u"Mina Example"_s}}, {{u"your address"_s, false, true}}}},
        {PartKind::Date, u"date"_s, 0, {{{u"12 November 2026"_s}}}},
        {PartKind::Subject, u"subject"_s, 0, {{{u"Please correct my record"_s}}}},
        {PartKind::Paragraph, u"what-it-says"_s, 1, {{{u"It says "_s}, {u"White – British"_s, true}, {u" twice."_s}}}},
        {PartKind::Paragraph, u"should-say"_s, 2, {{{u"It should say White and Asian."_s}}}},
        {PartKind::Asks, u"asks"_s, 0, {{{u"correct it;"_s}}, {{u"tell everyone who was given it."_s}}}},
        {PartKind::Closing, u"closing"_s, 0, {{{u"Yours faithfully,"_s}}}},
    };
    return letter;
}

desk::SnapshotPtr snapshot()
{
    auto made = std::make_shared<desk::Snapshot>();
    made->record.person = {u"Mina Example"_s, QDate(2001, 5, 14), {}, {}};
    made->today = QDate(2026, 11, 12);
    record::Document document;
    document.id = {1};
    document.name = u"census.csv"_s;
    made->record.documents = {document};
    record::Entry entry;
    entry.id = {1};
    entry.document = {1};
    entry.collection = u"SC"_s;
    entry.year = catalogue::AcademicYear{2009};
    entry.term = catalogue::Term::Spring;
    record::Value value;
    value.id = {7};
    value.name = u"EthnicGroupMinor_SPR10"_s;
    value.raw = u"WBRI"_s;
    entry.values = {value};
    made->record.entries = {entry};
    return made;
}

// Keeps what it is given, as the desk would.
struct Kept {
    std::vector<requests::Concern> concerns;
    std::vector<requests::Request> requests;
    bool full = false; // the disk

    app::LetterDesk desk()
    {
        return {[this](requests::Concern concern) -> desk::Answer<record::ConcernId> {
                    if (full)
                        return app::answered<record::ConcernId>(
                            base::fail(base::ErrorKind::DiskOrPermission, u"The disk is full."_s));
                    concerns.push_back(concern);
                    return app::answered<record::ConcernId>(record::ConcernId{1});
                },
                [this](requests::Request request) -> desk::Answer<record::RequestId> {
                    requests.push_back(request);
                    return app::answered<record::RequestId>(
                        record::RequestId{request.to == requests::Controller::Dfe ? 1 : 2});
                },
                [](record::RequestId, const requests::Letter& letter, reports::LetterFormat format) {
                    return app::answered<QByteArray>(reports::render(letter, format));
                },
                [](const QString&) {
                    return app::answered<record::AttachmentId>(record::AttachmentId{1});
                }};
    }
};

} // namespace

class TestLetterPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textAndBack()
    {
        QTextDocument document;
        const requests::Letter letter = plainLetter();
        app::writeLetter(&document, letter);
        QCOMPARE(app::readLetter(&document, letter), letter);
    }

    // Laying out pages starts timers, which only threads of Qt's own have.
    void printedOnTheWorkersThreadWithoutAWarning()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        desk::Worker worker;
        auto printed = worker.ask<QByteArray>([] { return reports::letterPdf(plainLetter()); });
        printed.waitForFinished();
        QVERIFY(printed.result().value_or(QByteArray()).startsWith("%PDF"));
    }

    void typingStaysInItsPart()
    {
        QTextDocument document;
        const requests::Letter letter = plainLetter();
        app::writeLetter(&document, letter);
        QTextCursor cursor = document.find(u"White and Asian."_s);
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertBlock();
        cursor.insertText(u"I was never asked."_s);
        const requests::Letter read = app::readLetter(&document, letter);
        QCOMPARE(read.parts[4].lines.size(), std::size_t(2));
        QCOMPARE(read.parts[5], letter.parts[5]);
        QCOMPARE(app::editedParts(letter, read), QStringList{u"should-say"_s});
    }

    void aFilledBlankIsNoBlank()
    {
        QTextDocument document;
        const requests::Letter letter = plainLetter();
        app::writeLetter(&document, letter);
        QTextCursor cursor = document.find(u"your address"_s);
        cursor.insertText(u"1 Invented Lane"_s);
        const requests::Letter read = app::readLetter(&document, letter);
        QCOMPARE(read.parts[0].lines[1][0].text, u"1 Invented Lane"_s);
        QVERIFY(!read.parts[0].lines[1][0].blank);
    }

    void editsSurviveANewAnswer()
    {
        const requests::Letter before = plainLetter();
        requests::Letter edited = before;
        edited.parts[3].lines = {{{u"My own sentence."_s}}};
        requests::Letter after = before;
        after.parts[3].lines = {{{u"A newly composed sentence."_s}}};
        after.parts[4].lines = {{{u"It should say something else."_s}}};
        const requests::Letter merged = app::keepEdits(before, edited, after);
        QCOMPARE(merged.parts[3], edited.parts[3]); // typed by hand: stays
        QCOMPARE(merged.parts[4], after.parts[4]);  // untouched: follows the answer
    }

    void answersWriteBothLettersAndAreKept()
    {
        Kept kept;
        app::LetterPage page(kept.desk());
        page.setSnapshot(snapshot());
        page.start({{record::ValueId{7}}, {}}, false);
        page.findChild<QLineEdit*>(u"name"_s)->setText(u"Mina Example"_s);
        page.findChild<QComboBox*>(u"should"_s)->setEditText(u"White and Asian"_s);
        bool flushed = false;
        page.flush([&] { flushed = true; });
        QTRY_VERIFY(flushed);
        QVERIFY(!kept.concerns.empty());
        QCOMPARE(kept.concerns.back().shouldSay, u"White and Asian"_s);
        QCOMPARE(kept.concerns.back().values.front().raw, u"WBRI"_s);
        QVERIFY(kept.requests.size() >= 2);
        const auto letter = reports::letterFromJson(kept.requests.back().draft);
        QVERIFY(letter);
        const auto text = reports::render(*letter, reports::LetterFormat::Text);
        QVERIFY(text);
        QVERIFY(text->contains("White and Asian"));
    }

    // A full disk: the draft stays on the page and the page says so, and locking is not held up.
    void aFullDiskIsSaid()
    {
        Kept kept;
        kept.full = true;
        app::LetterPage page(kept.desk());
        page.setSnapshot(snapshot());
        page.start({{record::ValueId{7}}, {}}, false);
        page.findChild<QComboBox*>(u"should"_s)->setEditText(u"White and Asian"_s);
        QSignalSpy said(&page, &app::LetterPage::stateSaid);
        bool flushed = false;
        page.flush([&] { flushed = true; });
        QTRY_VERIFY(flushed);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().first().toString().contains(u"disk is full"_s));
        QCOMPARE(page.findChild<QComboBox*>(u"should"_s)->currentText(), u"White and Asian"_s);
    }

    void draftIsKeptWithoutAsking()
    {
        Kept kept;
        app::LetterPage page(kept.desk());
        page.setSnapshot(snapshot());
        page.start({{record::ValueId{7}}, {}}, false);
        QTest::keyClicks(page.findChild<QPlainTextEdit*>(u"ownWords"_s), u"We never said so."_s);
        QTRY_VERIFY_WITH_TIMEOUT(!kept.concerns.empty() && kept.concerns.back().ownWords == "We never said so."_L1, 2000);
    }

    // What should be there and is not: fewer questions, no value to put right, the Department alone at first.
    void asksForWhatIsMissing()
    {
        Kept kept;
        app::LetterPage page(kept.desk());
        page.setSnapshot(snapshot());
        page.ask({{u"KS2"_s, {2012}, catalogue::Term::None}, {u"SC"_s, {2010}, catalogue::Term::Spring}});
        auto* questions = page.findChild<app::LetterQuestions*>();
        QCOMPARE(questions->question(), app::LetterQuestions::who);
        QCOMPARE(questions->numberOf(app::LetterQuestions::who), 2);
        QCOMPARE(questions->numberOf(app::LetterQuestions::count), 3);
        questions->step(-1);
        QCOMPARE(questions->question(), app::LetterQuestions::says);
        questions->step(1);
        QCOMPARE(questions->question(), app::LetterQuestions::who);
        const QString text = page.findChild<app::LetterEditor*>()->toPlainText();
        QVERIFY2(text.contains(u"the Key Stage 2 data of 2012/13 and the School Census of spring 2010/11"_s), qPrintable(text));
        bool flushed = false;
        page.flush([&] { flushed = true; });
        QTRY_VERIFY(flushed);
        QVERIFY(!kept.concerns.empty());
        QVERIFY(requests::asksForMissing(kept.concerns.back()));
        QCOMPARE(kept.requests.size(), std::size_t(1));
        QCOMPARE(kept.requests.front().to, requests::Controller::Dfe);
        // A value that is wrong has all five questions again.
        page.start({{record::ValueId{7}}, {}}, false);
        QCOMPARE(questions->numberOf(app::LetterQuestions::count), 5);
    }

    void aParentIsAskedFirst()
    {
        Kept kept;
        app::LetterPage page(kept.desk());
        auto child = std::make_shared<desk::Snapshot>(*snapshot());
        child->record.person.born = QDate(2015, 5, 14);
        page.setSnapshot(child);
        page.start({{record::ValueId{7}}, {}}, false);
        const auto* questions = page.findChild<app::LetterQuestions*>();
        QVERIFY(!questions->mayPrint());
        page.findChild<QRadioButton*>(u"tooYoung"_s)->setChecked(true);
        QVERIFY(questions->mayPrint());
    }

    void lockForgetsEverything()
    {
        Kept kept;
        app::LetterPage page(kept.desk());
        page.setSnapshot(snapshot());
        page.start({{record::ValueId{7}}, {}}, false);
        page.findChild<QComboBox*>(u"should"_s)->setEditText(u"White and Asian"_s);
        page.setSnapshot(nullptr);
        QVERIFY(!page.isOpen());
        QVERIFY(page.findChild<app::LetterEditor*>()->toPlainText().isEmpty());
        QVERIFY(page.findChild<QComboBox*>(u"should"_s)->currentText().isEmpty());
    }
};

QTEST_MAIN(TestLetterPage)
#include "tst_letter_page.moc"
