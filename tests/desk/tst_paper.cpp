// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/masked_text.h"
#include "desk/sitting.h"
#include "insight/timeline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 22);
const record::Person mina{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};
const QByteArray pdf = "%PDF-1.4\n% an invented school's letter\n%%EOF\n";

template <typename T>
base::Result<T> wait(desk::Answer<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

record::Entry typed(const QString& item, const QString& raw, record::DocumentId document, const QString& place)
{
    record::Entry entry;
    entry.writtenIn = true;
    entry.collection = u"SC"_s;
    entry.year = catalogue::AcademicYear{2009};
    entry.term = catalogue::Term::Spring;
    entry.document = document;
    record::Value value;
    value.name = item;
    value.item = item;
    value.raw = raw;
    value.where.path = place;
    entry.values = {value};
    return entry;
}

} // namespace

class PaperTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path;
    std::unique_ptr<desk::Sitting> m_sitting;
    int m_count = 0;

    static extract::Secret secret() { return extract::Secret::fromText(u"apple river candle moss tractor pebble"_s); }

    QString given(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("could not write a source");
        return file.fileName();
    }

    record::DocumentId letter()
    {
        const auto paper = wait(m_sitting->attachPaper(given(u"letter.pdf"_s, pdf)));
        return paper ? paper->id : record::DocumentId{};
    }

    record::ValueId write(const record::Entry& entry)
    {
        const auto ids = wait(m_sitting->writeIn({entry}));
        return ids && ids->size() == 1 ? ids->front() : record::ValueId{};
    }

    QString letterAbout(record::ValueId id)
    {
        requests::Concern concern;
        concern.values = desk::freeze(*m_sitting->snapshot(), {id});
        concern.shouldSay = u"White Irish"_s;
        requests::Writer writer;
        writer.name = mina.name;
        const auto letter = requests::correctionLetter(
            desk::letterInput(*m_sitting->snapshot(), concern, writer, requests::Controller::Dfe));
        if (!letter)
            return {};
        return QString::fromUtf8(reports::render(*letter, reports::LetterFormat::Text).value_or(QByteArray()))
            .simplified();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(extract::protectProcess()); }

    void init()
    {
        m_path = m_dir.filePath(QString::number(++m_count) + u".pupilrecord"_s);
        m_sitting = std::make_unique<desk::Sitting>(base::Clock(today));
        QVERIFY(wait(m_sitting->create(m_path, secret(), {mina, false})));
    }

    void paperIsKeptAsADocumentToRead()
    {
        const auto paper = wait(m_sitting->attachPaper(given(u"letter.pdf"_s, pdf)));
        QVERIFY2(paper, paper ? "" : qPrintable(paper.error().message));
        QVERIFY(!paper->alreadyHeld);
        const record::Record& record = m_sitting->snapshot()->record;
        QVERIFY(record::isToRead(*record.document(paper->id)));
        QCOMPARE(record.document(paper->id)->name, u"letter.pdf"_s);
        QVERIFY(record.entries.empty());
        QCOMPARE(wait(m_sitting->keptBytes(paper->id)).value_or(QByteArray()), pdf);
        // The same bytes under another name are the same paper.
        const auto again = wait(m_sitting->attachPaper(given(u"copy.pdf"_s, pdf)));
        QVERIFY(again && again->alreadyHeld);
        QCOMPARE(again->id, paper->id);
        QCOMPARE(m_sitting->snapshot()->record.documents.size(), std::size_t(1));
    }

    void dataIsNoPaper()
    {
        const auto refused = wait(m_sitting->attachPaper(given(u"census.csv"_s, "UPN,Gender\nA,F\n")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::InputUnreadable);
        const auto missing = wait(m_sitting->attachPaper(m_dir.filePath(u"not there.pdf"_s)));
        QVERIFY(!missing);
        QVERIFY(!missing.error().message.contains(u"not there"_s));
        QVERIFY(m_sitting->snapshot()->record.documents.empty());
    }

    void whatWasWrittenInIsOnTheTimeline()
    {
        const record::ValueId id = write(typed(u"EthnicGroupMinor_[term][yy]"_s, u"WBRI"_s, letter(), u"page 3"_s));
        QVERIFY(record::isWrittenIn(id));
        const auto now = m_sitting->snapshot();
        const insight::Timeline timeline = insight::timeline(now->record, now->decisions, now->exposure, now->today);
        bool found = false;
        for (const insight::Lane& lane : timeline.lanes)
            for (const insight::Mark& mark : lane.marks)
                found = found || std::find(mark.values.begin(), mark.values.end(), id) != mark.values.end();
        QVERIFY(found);
    }

    void aLetterNamesThePage()
    {
        const record::DocumentId paper = letter();
        const QString item = u"EthnicGroupMinor_[term][yy]"_s;
        const QString placed = letterAbout(write(typed(item, u"WBRI"_s, paper, u"page 3, line 5"_s)));
        QVERIFY2(placed.contains(u"in a document I was given, page 3, line 5 (letter.pdf)"_s), qPrintable(placed));
        const QString onPaper = letterAbout(write(typed(item, u"WIRI"_s, {}, u"page 3, line 5"_s)));
        QVERIFY(onPaper.contains(u"in a document I was given, page 3, line 5"_s));
        QVERIFY(!onPaper.contains(u"letter.pdf"_s));
        const QString nowhere = letterAbout(write(typed(item, u"WOTH"_s, {}, {})));
        QVERIFY(nowhere.contains(u"in a document I was given"_s));
    }

    void changesAndGoes()
    {
        const record::ValueId id = write(typed(u"EthnicGroupMinor_[term][yy]"_s, u"WBRI"_s, {}, {}));
        record::WrittenChange change;
        change.raw = u"WIRI"_s;
        QVERIFY(wait(m_sitting->changeWritten(id, change)));
        QCOMPARE(m_sitting->snapshot()->record.value(id)->raw, u"WIRI"_s);
        QVERIFY(wait(m_sitting->removeWritten({id})));
        QVERIFY(m_sitting->snapshot()->record.entries.empty());
        QVERIFY(!wait(m_sitting->removeWritten({id})));
    }

    void atRiskHidesItToo()
    {
        const record::DocumentId paper = letter();
        const record::ValueId locating = write(typed(u"Postcode_[term][yy]"_s, u"ZZ99 9ZZ"_s, paper, u"page 1"_s));
        record::Entry own = typed(u"Our street"_s, u"1 Example Row"_s, paper, u"page 1"_s);
        own.values.front().item.clear(); // no field of the dictionary
        const record::ValueId unknown = write(own);
        QVERIFY(wait(m_sitting->setAtRisk(true)));
        const record::Record& masked = m_sitting->snapshot()->record;
        for (const record::ValueId id : {locating, unknown}) {
            QCOMPARE(masked.value(id)->raw, base::maskedWhole());
            QCOMPARE(masked.value(id)->where.text(), QString());
            QVERIFY(record::isWrittenIn(id) && masked.entryOf(id)->writtenIn);
        }
        QCOMPARE(masked.value(unknown)->name, base::maskedWhole());
        QVERIFY(!masked.document(paper)->name.contains(u"letter"_s));
        const QString text = letterAbout(unknown);
        QVERIFY(!text.contains(u"page 1"_s) && !text.contains(u"letter.pdf"_s));
        // Dots out of a form must not take the place of what they hide; other words may.
        record::WrittenChange change;
        change.raw = masked.value(unknown)->raw;
        const auto refused = wait(m_sitting->changeWritten(unknown, change));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::Usage);
        change.raw = u"2 Example Row"_s;
        QVERIFY(wait(m_sitting->changeWritten(unknown, change)));
        QVERIFY(wait(m_sitting->setAtRisk(false)));
        QCOMPARE(m_sitting->snapshot()->record.value(unknown)->raw, u"2 Example Row"_s);
        QCOMPARE(m_sitting->snapshot()->record.value(locating)->raw, u"ZZ99 9ZZ"_s);
    }
};

QTEST_GUILESS_MAIN(PaperTest)
#include "tst_paper.moc"
