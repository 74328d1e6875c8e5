// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/masked_text.h"
#include "desk/behind_dots.h"
#include "desk/hidden_words.h"
#include "desk/sitting.h"
#include "desk/worker.h"
#include "reports/edited_letter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 22);
const record::Person mina{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};

const QByteArray census = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10,"
                          "URN_SPR10\n"
                          "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI,999001\n";

template <typename T>
base::Result<T> wait(desk::Answer<T> answer)
{
    answer.waitForFinished();
    return answer.result();
}

extract::Secret secret()
{
    return extract::Secret::fromText(u"apple river candle moss tractor pebble"_s);
}

} // namespace

class SittingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_count = 0;

    QString fresh() { return m_dir.filePath(QString::number(++m_count) + u".pupilrecord"_s); }

    QString given(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("could not write a source");
        return file.fileName();
    }

    static record::ValueId valueNamed(const desk::Snapshot& snapshot, QStringView name)
    {
        for (const record::Entry& entry : snapshot.record.entries)
            for (const record::Value& value : entry.values)
                if (value.name == name)
                    return value.id;
        return {};
    }

    // A sitting with the one census row in it.
    std::unique_ptr<desk::Sitting> seated(const QString& path)
    {
        auto sitting = std::make_unique<desk::Sitting>(base::Clock(today));
        if (!wait(sitting->create(path, secret(), {mina, false})) ||
            !wait(sitting->import({given(u"census.csv"_s, census)}, {})))
            qFatal("could not make the extract");
        return sitting;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(extract::protectProcess()); }

    void importsAndPublishes()
    {
        const QString path = fresh();
        desk::Sitting sitting{base::Clock(today)};
        QVERIFY(!sitting.snapshot());
        const auto made = wait(sitting.create(path, secret(), {mina, false}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QVERIFY((*made)->record.entries.empty());
        const auto report = wait(sitting.import({given(u"census.csv"_s, census)}, {}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->documents.size(), std::size_t(1));
        QCOMPARE(report->documents[0].imported.entries, 1);
        QCOMPARE(sitting.snapshot()->record.entries.size(), std::size_t(1));
        // The older snapshot is a value: nothing changed under whoever holds it.
        QVERIFY((*made)->record.entries.empty());
    }

    void sameFileTwiceChangesNothing()
    {
        const auto sitting = seated(fresh());
        const auto again = wait(sitting->import({given(u"renamed.csv"_s, census)}, {}));
        QVERIFY(again);
        QVERIFY(again->documents[0].imported.alreadyHeld);
        QCOMPARE(sitting->snapshot()->record.documents.size(), std::size_t(1));
        QCOMPARE(sitting->snapshot()->record.entries.size(), std::size_t(1));
    }

    void anotherPersonStopsTheImport()
    {
        const auto sitting = seated(fresh());
        record::Selection selection;
        selection.person = {u"Else Someone"_s, QDate(2003, 6, 4), {}, {}};
        const auto refused = wait(sitting->import({given(u"census.csv"_s, census)}, selection));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::ChoiceNeeded);
    }

    void brokenSourceLeavesTheExtractAlone()
    {
        const auto sitting = seated(fresh());
        const record::Record before = sitting->snapshot()->record;
        const auto refused = wait(sitting->import({given(u"good.csv"_s, QByteArray(census).replace("WBRI", "MWAS")),
                                                   given(u"noise.csv"_s, QByteArray(6000, '\x90'))},
                                                  {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::InputUnreadable);
        QCOMPARE(sitting->snapshot()->record.entries, before.entries);
        QCOMPARE(sitting->snapshot()->record.documents.size(), before.documents.size());
    }

    // What a check says of a snapshot, and again after a decision; writing does not wait for it.
    void checksASnapshot()
    {
        const auto sitting = seated(fresh());
        auto snapshot = std::make_shared<desk::Snapshot>(*sitting->snapshot());
        snapshot->edition = -1; // not what is kept
        record::Entry& entry = snapshot->record.entries.front();
        for (record::Value& value : entry.values)
            if (value.name == u"DOB_SPR10")
                value.raw = u"31/02/2003"_s;
        const auto checked = wait(sitting->check(snapshot));
        QVERIFY(checked);
        QCOMPARE((*checked)->of, desk::SnapshotPtr(snapshot));
        const auto& findings = (*checked)->findings;
        const auto unreadable = std::find_if(findings.begin(), findings.end(), [](const auto& one) { return one.rule == u"date-unreadable"; });
        QVERIFY(unreadable != findings.end());
        QVERIFY(!unreadable->dismissed);

        auto settled = std::make_shared<desk::Snapshot>(*snapshot);
        settled->decisions = insight::dismissing({}, unreadable->key, u"Known."_s, QDateTime(today, QTime(12, 0)));
        const auto again = wait(sitting->check(settled));
        QVERIFY(again);
        QCOMPARE((*again)->findings.size(), findings.size());
        QVERIFY(std::any_of((*again)->findings.begin(), (*again)->findings.end(), [](const auto& one) { return one.dismissed; }));
        const auto same = wait(sitting->check(std::make_shared<desk::Snapshot>(*settled)));
        QVERIFY(same);
        QVERIFY((*same)->of != (*again)->of);
        QCOMPARE((*same)->findings.size(), findings.size());
        // Read anew: another edition, and none of the findings above.
        QVERIFY(sitting->snapshot()->edition > 0);
        const auto own = wait(sitting->check(sitting->snapshot()));
        QVERIFY(own);
        for (const auto& finding : (*own)->findings)
            QVERIFY(finding.rule != u"date-unreadable");
    }

    void locksAndRefusesAfterwards()
    {
        const QString path = fresh();
        const auto sitting = seated(path);
        QVERIFY(wait(sitting->lock()));
        QVERIFY(!sitting->snapshot());
        const auto refused = wait(sitting->verify());
        QVERIFY(!refused);
        // Locked means closed: another sitting may open it now.
        desk::Sitting other{base::Clock(today)};
        QVERIFY(wait(other.open(path, secret())));
    }

    void draftSurvivesLocking()
    {
        const QString path = fresh();
        const auto sitting = seated(path);
        requests::Concern concern;
        concern.values = desk::freeze(*sitting->snapshot(), {valueNamed(*sitting->snapshot(), u"EthnicGroupMinor_SPR10")});
        QCOMPARE(concern.values.size(), std::size_t(1));
        QCOMPARE(concern.values[0].raw, u"WBRI"_s);
        concern.shouldSay = u"White and Asian"_s;
        const auto id = wait(sitting->saveConcern(concern));
        QVERIFY(id);
        requests::Request request;
        request.concern = *id;
        request.draft = u"half a sent"_s;
        QVERIFY(wait(sitting->saveRequest(request)));
        QVERIFY(wait(sitting->lock()));
        const auto reopened = wait(sitting->open(path, secret()));
        QVERIFY(reopened);
        QCOMPARE((*reopened)->requests.size(), std::size_t(1));
        QCOMPARE((*reopened)->requests[0].draft, u"half a sent"_s);
        QCOMPARE((*reopened)->concerns[0].shouldSay, u"White and Asian"_s);
    }

    void printedLetterIsKept()
    {
        const auto sitting = seated(fresh());
        requests::Concern concern;
        concern.values = desk::freeze(*sitting->snapshot(), {valueNamed(*sitting->snapshot(), u"EthnicGroupMinor_SPR10")});
        concern.shouldSay = u"White and Asian"_s;
        concern.id = *wait(sitting->saveConcern(concern));
        requests::Writer writer;
        writer.name = mina.name;
        requests::Request request;
        request.concern = concern.id;
        request.writer = writer;
        const auto id = wait(sitting->saveRequest(request));
        QVERIFY(id);
        const auto letter = requests::correctionLetter(
            desk::letterInput(*sitting->snapshot(), concern, writer, requests::Controller::School));
        QVERIFY2(letter, letter ? "" : qPrintable(letter.error().message));
        const auto bytes = wait(sitting->printLetter(*id, *letter, reports::LetterFormat::Text));
        QVERIFY(bytes);
        QVERIFY(bytes->contains("White and Asian"));
        const auto snapshot = sitting->snapshot();
        QCOMPARE(snapshot->printed.size(), std::size_t(1));
        QVERIFY(snapshot->printed[0].bytes.isEmpty());
        QCOMPARE(snapshot->requests[0].state, requests::RequestState::Printed);
    }

    void atRiskSnapshotHoldsNothingThatLocates()
    {
        const auto sitting = seated(fresh());
        QVERIFY(wait(sitting->setAtRisk(true)));
        const auto masked = sitting->snapshot();
        QVERIFY(masked->atRisk);
        QCOMPARE(masked->record.value(valueNamed(*masked, u"URN_SPR10"))->raw, base::maskedWhole());
        QCOMPARE(masked->record.value(valueNamed(*masked, u"UPN_SPR10"))->raw, base::maskedWhole());
        QCOMPARE(masked->record.value(valueNamed(*masked, u"EthnicGroupMinor_SPR10"))->raw, u"WBRI"_s);
        QVERIFY(!masked->record.documents[0].name.contains(u"census"));
        QCOMPARE(masked->record.person.upn, base::maskedWhole());
        // Leaving it shows the delivered values again: nothing was overwritten.
        QVERIFY(wait(sitting->setAtRisk(false)));
        const auto clear = sitting->snapshot();
        QCOMPARE(clear->record.value(valueNamed(*clear, u"URN_SPR10"))->raw, u"999001"_s);
    }

    void wordsThatHide()
    {
        desk::HiddenWords words;
        for (const QString& text : {u"Alder"_s, u"12 Alder Street"_s, u"ZZ9 9ZZ"_s, u"2010"_s, u"Yes"_s, u"  "_s})
            words.add(text);
        QCOMPARE(words.without(u"At 12 ALDER Street, ZZ99ZZ and zz9 9zz, since 2010. Yes."_s),
                 u"At ••••••, •••••• and ••••••, since 2010. Yes."_s);
        QVERIFY(words.in(u"near alder"_s));
        QVERIFY(!words.in(u"yes, 2010"_s)); // a year and a common word locate nobody
        QCOMPARE(desk::withoutQuoted(u"“a.csv” is damaged: “b” too."_s), u"“••••••” is damaged: “••••••” too."_s);
        QCOMPARE(desk::withoutQuoted(u"Row 3 is damaged."_s), u"Row 3 is damaged."_s);
    }

    // What a person wrote themselves says where they are as much as what was delivered.
    void ownWordsOfAPersonAtRiskAreMaskedAndKept()
    {
        const auto sitting = seated(fresh());
        requests::Concern concern;
        concern.values = desk::freeze(*sitting->snapshot(), {valueNamed(*sitting->snapshot(), u"EthnicGroupMinor_SPR10")});
        concern.shouldSay = u"White and Asian"_s;
        concern.ownWords = u"Ask school 999001.\nI said so."_s;
        concern.evidenceNames = {u"birth certificate"_s};
        concern.id = *wait(sitting->saveConcern(concern));
        requests::Request request;
        request.concern = concern.id;
        request.writer.name = mina.name;
        request.writer.address = {u"3 Linden Row"_s, u"Thrumpington"_s};
        request.id = *wait(sitting->saveRequest(request));
        QVERIFY(wait(sitting->setAtRisk(true)));
        requests::Concern shown = sitting->snapshot()->concerns[0];
        QCOMPARE(shown.ownWords, u"Ask school ••••••.\nI said so."_s);
        QCOMPARE(shown.shouldSay, u"White and Asian"_s); // no place
        QCOMPARE(shown.evidenceNames, QStringList{u"birth certificate"_s});
        requests::Request told = sitting->snapshot()->requests[0];
        QCOMPARE(told.writer.address, QStringList{base::maskedWhole()});
        QCOMPARE(told.writer.name, mina.name);
        // One paragraph written anew, the rest as it was.
        shown.ownWords = u"Ask school ••••••.\nI told them."_s;
        QVERIFY(wait(sitting->saveConcern(shown)));
        QVERIFY(wait(sitting->saveRequest(told)));
        QVERIFY(wait(sitting->setAtRisk(false)));
        QCOMPARE(sitting->snapshot()->concerns[0].ownWords, u"Ask school 999001.\nI told them."_s);
        QCOMPARE(sitting->snapshot()->requests[0].writer.address, request.writer.address);
    }

    void dotsStandForWhatTheyHid_data()
    {
        QTest::addColumn<QString>("changed");
        QTest::addColumn<QString>("saved");
        // held: "From 3 Linden Row she moved to 999001, then on."
        QTest::newRow("words elsewhere") << u"In 2010: From •••••• she moved to ••••••, then on."_s << u"In 2010: From 3 Linden Row she moved to 999001, then on."_s;
        QTest::newRow("the middle anew") << u"From •••••• she, in May, moved to ••••••, then away."_s << u"From 3 Linden Row she, in May, moved to 999001, then away."_s;
        QTest::newRow("one taken out") << u"She moved to ••••••, then on."_s << u"She moved to 999001, then on."_s;
        QTest::newRow("turned round") << u"She moved to ••••••, then on. From •••••• she came."_s << u"She moved to 999001, then on. From 3 Linden Row she came."_s;
        QTest::newRow("nobody can tell") << u"From •••••• again."_s << u"From •••••• again."_s;
        QTest::newRow("all gone") << u"She moved."_s << u"She moved."_s;
        QTest::newRow("more dots") << u"From •••••• she moved to ••••••, then on to ••••••."_s << u"From 3 Linden Row she moved to 999001, then on to ••••••."_s;
    }
    void dotsStandForWhatTheyHid()
    {
        QFETCH(const QString, changed);
        QFETCH(const QString, saved);
        std::size_t next = 0;
        const auto behind = desk::behindDots(u"From 3 Linden Row she moved to 999001, then on."_s, u"From •••••• she moved to ••••••, then on."_s, changed);
        QCOMPARE(desk::filledIn(changed, behind, next), saved);
    }

    void dotsThatHideOneTextMayStandAnywhere()
    {
        const auto filled = [](const QString& held, const QString& shown, const QString& changed) {
            std::size_t next = 0;
            return desk::filledIn(changed, desk::behindDots(held, shown, changed), next);
        };
        QCOMPARE(filled(u"School 999001."_s, u"School ••••••."_s, u"Never at ••••••!"_s), u"Never at 999001!"_s);
        QCOMPARE(filled(u"999001 and 999001"_s, u"•••••• and ••••••"_s, u"not ••••••"_s), u"not 999001"_s);
        // Where a hidden text holds the words between two, there are two ways to cut.
        QCOMPARE(filled(u"1, 2, 3"_s, u"••••••, ••••••"_s, u"••••••, •••••• x"_s), u"••••••, •••••• x"_s);
        // The passage in the file is not the masked one with words in it.
        QCOMPARE(filled(u"Something else"_s, u"School ••••••."_s, u"Old school ••••••."_s), u"Old school ••••••."_s);
        QCOMPARE(filled({}, u"••••••"_s, u"••••••"_s), u"••••••"_s);
    }

    void aParagraphOfALetterWrittenAnewKeepsWhatItsDotsHid()
    {
        const auto sitting = seated(fresh());
        requests::Concern concern;
        concern.values = desk::freeze(*sitting->snapshot(), {valueNamed(*sitting->snapshot(), u"EthnicGroupMinor_SPR10")});
        concern.shouldSay = u"White and Asian"_s;
        concern.ownWords = u"Ask school 999001.\nI said so."_s;
        concern.id = *wait(sitting->saveConcern(concern));
        requests::Letter letter;
        requests::Part part;
        part.id = u"own"_s;
        part.lines = {{{u"I was at "_s}, {u"999001"_s, true}, {u" until May."_s}}, {{u"Ask them."_s}}};
        letter.parts = {part};
        requests::Request request;
        request.concern = concern.id;
        request.draft = reports::letterToJson(letter);
        request.id = *wait(sitting->saveRequest(request));
        QVERIFY(wait(sitting->setAtRisk(true)));
        requests::Request told = sitting->snapshot()->requests[0];
        letter = *reports::letterFromJson(told.draft);
        QCOMPARE(letter.parts[0].lines[0][1].text, base::maskedWhole());
        letter.parts[0].lines[0][2].text = u" until June."_s;
        letter.parts[0].lines[1] = {{u"Ask •••••• now."_s}};
        told.draft = reports::letterToJson(letter);
        QVERIFY(wait(sitting->saveRequest(told)));
        requests::Concern shown = sitting->snapshot()->concerns[0];
        shown.ownWords = u"Please ask school •••••• again.\nI told them."_s;
        QVERIFY(wait(sitting->saveConcern(shown)));
        QVERIFY(wait(sitting->setAtRisk(false)));
        const auto kept = *reports::letterFromJson(sitting->snapshot()->requests[0].draft);
        QCOMPARE(kept.parts[0].lines[0][1].text, u"999001"_s);
        QVERIFY(kept.parts[0].lines[0][1].strong);
        QCOMPARE(kept.parts[0].lines[0][2].text, u" until June."_s);
        QCOMPARE(kept.parts[0].lines[1][0].text, u"Ask 999001 now."_s);
        QCOMPARE(sitting->snapshot()->concerns[0].ownWords, u"Please ask school 999001 again.\nI told them."_s);
    }

    // A letter with dots for an address must not be sent unseen.
    void dotsThatNobodyCanFillAreTold()
    {
        const auto sitting = seated(fresh());
        requests::Concern concern;
        concern.values = desk::freeze(*sitting->snapshot(), {valueNamed(*sitting->snapshot(), u"EthnicGroupMinor_SPR10")});
        concern.ownWords = u"From 3 Linden Row she moved to 999001, then on."_s;
        concern.id = *wait(sitting->saveConcern(concern));
        requests::Letter letter;
        requests::Part part;
        part.id = u"own"_s;
        part.lines = {{{concern.ownWords}}};
        letter.parts = {part};
        requests::Request request;
        request.concern = concern.id;
        request.writer.address = {u"3 Linden Row"_s};
        request.draft = reports::letterToJson(letter);
        request.id = *wait(sitting->saveRequest(request));
        QVERIFY(sitting->snapshot()->dotsLeft.empty());
        QVERIFY(wait(sitting->setAtRisk(true)));
        QVERIFY(sitting->snapshot()->dotsLeft.empty()); // what is only hidden is not lost
        requests::Request told = sitting->snapshot()->requests[0];
        letter = *reports::letterFromJson(told.draft);
        QCOMPARE(letter.parts[0].lines[0][0].text.count(base::maskedWhole()), 2);
        letter.parts[0].lines = {{{u"Then •••••• again."_s}}, {{u"She moved to ••••••, then on."_s}}};
        told.draft = reports::letterToJson(letter);
        QVERIFY(wait(sitting->saveRequest(told)));
        QCOMPARE(sitting->snapshot()->dotsLeft, (std::map<record::RequestId, int>{{request.id, 1}}));
        QVERIFY(wait(sitting->setAtRisk(false)));
        QCOMPARE(sitting->snapshot()->dotsLeft, (std::map<record::RequestId, int>{{request.id, 1}}));
        told = sitting->snapshot()->requests[0];
        letter = *reports::letterFromJson(told.draft);
        QCOMPARE(letter.parts[0].lines[0][0].text, u"Then •••••• again."_s);
        QCOMPARE(letter.parts[0].lines[1][0].text, u"She moved to 999001, then on."_s);
        letter.parts[0].lines.erase(letter.parts[0].lines.begin());
        told.draft = reports::letterToJson(letter);
        QVERIFY(wait(sitting->saveRequest(told)));
        QVERIFY(sitting->snapshot()->dotsLeft.empty());
    }

    // A letter that is begun in at-risk mode leaves places out; dots are not its way of doing so.
    void aLetterBegunAtRiskHasNoDots()
    {
        const auto sitting = seated(fresh());
        QVERIFY(wait(sitting->setAtRisk(true)));
        requests::Concern concern;
        concern.values = desk::freeze(*sitting->snapshot(), {valueNamed(*sitting->snapshot(), u"EthnicGroupMinor_SPR10")});
        concern.shouldSay = u"White and Asian"_s;
        concern.id = *wait(sitting->saveConcern(concern));
        for (const auto to : {requests::Controller::Dfe, requests::Controller::School}) {
            requests::Request request;
            request.concern = concern.id;
            request.to = to;
            request.writer.name = mina.name;
            const desk::SnapshotPtr now = sitting->snapshot();
            const auto letter = requests::letterFor(desk::letterInput(*now, now->concerns[0], request.writer, to));
            QVERIFY(letter);
            request.draft = reports::letterToJson(*letter);
            QVERIFY2(!request.draft.contains(base::maskedWhole()), qPrintable(request.draft));
            request.id = *wait(sitting->saveRequest(request));
        }
        QVERIFY(sitting->snapshot()->dotsLeft.empty());
    }

    // What is frozen in at-risk mode is the true value; what is shown of it is masked; a second save of what was shown
    // does not write dots over it.
    void concernOfAPersonAtRiskKeepsTheTrueValue()
    {
        const auto sitting = seated(fresh());
        QVERIFY(wait(sitting->setAtRisk(true)));
        const auto masked = sitting->snapshot();
        requests::Concern concern;
        concern.values = desk::freeze(*masked, {valueNamed(*masked, u"URN_SPR10"), valueNamed(*masked, u"EthnicGroupMinor_SPR10")});
        QCOMPARE(concern.values[0].raw, base::maskedWhole());
        concern.shouldSay = u"999002"_s;
        concern.id = *wait(sitting->saveConcern(concern));
        QCOMPARE(sitting->snapshot()->concerns[0].values[0].raw, base::maskedWhole());
        QCOMPARE(sitting->snapshot()->concerns[0].values[0].document, base::maskedWhole());
        QCOMPARE(sitting->snapshot()->concerns[0].values[1].raw, u"WBRI"_s);
        concern = sitting->snapshot()->concerns[0];
        concern.ownWords = u"more"_s;
        QVERIFY(wait(sitting->saveConcern(concern)));
        QVERIFY(wait(sitting->setAtRisk(false)));
        const requests::Concern clear = sitting->snapshot()->concerns[0];
        QCOMPARE(clear.ownWords, u"more"_s);
        QCOMPARE(clear.values[0].raw, u"999001"_s);
        QVERIFY(clear.values[0].document.contains(u"census"));
        QCOMPARE(clear.values[1].raw, u"WBRI"_s);
        requests::Writer writer;
        writer.name = mina.name;
        const auto letter = requests::correctionLetter(
            desk::letterInput(*sitting->snapshot(), clear, writer, requests::Controller::School));
        QVERIFY(letter);
        const auto text = reports::render(*letter, reports::LetterFormat::Text);
        QVERIFY(text && text->contains("999001"));
    }

    void keepsSafe()
    {
        const QString path = fresh();
        const auto sitting = seated(path);
        const auto whole = sitting->snapshot()->record;
        QVERIFY(wait(sitting->backUp()));
        const auto backups = wait(sitting->backups(path));
        QVERIFY(backups && !backups->empty());
        const QString copy = m_dir.filePath(u"copy-of.pupilrecord"_s);
        QVERIFY(wait(sitting->saveCopy(copy)));
        QVERIFY(!wait(sitting->saveCopy(copy)));
        const QString given = m_dir.filePath(u"given.pupilrecord"_s);
        QVERIFY(!wait(sitting->handOver(given, secret(), {}))); // its own passphrase
        QVERIFY(wait(sitting->handOver(given, extract::Secret::fromText(u"words of its own"_s), {})));

        const auto withdrawn = wait(sitting->withdraw({whole.documents[0].id}, u"a slip"_s));
        QVERIFY2(withdrawn, withdrawn ? "" : qPrintable(withdrawn.error().message));
        QVERIFY(sitting->snapshot()->record.entries.empty());
        const auto restored = wait(sitting->restore(path, copy, secret()));
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message));
        QCOMPARE(restored->snapshot->record.entries, whole.entries);
        QVERIFY(!restored->restored.keptAside.isEmpty());
        QCOMPARE(sitting->snapshot()->record.entries.size(), whole.entries.size());

        const auto words = wait(sitting->recoveryWords());
        QVERIFY(words);
        const auto sheet = wait(sitting->recoverySheet(reports::LetterFormat::Text));
        QVERIFY(sheet && sheet->contains((*words)->mark.toLatin1()));
        for (const QByteArray& word : QByteArray((*words)->words.data(), qsizetype((*words)->words.size())).split(' '))
            QVERIFY(sheet->contains(word));
        QVERIFY(!sheet->contains("Okafor"));
        const auto recovered =
            wait(sitting->recover(path, (*words)->words.clone(), extract::Secret::fromText(u"quite new words"_s)));
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().message));
        QCOMPARE((*recovered)->record.entries, whole.entries);
        QVERIFY(!wait(sitting->migrate())->keptAside.size());

        const QString saved = m_dir.filePath(u"saved.pupilrecord"_s);
        const auto rescued = wait(sitting->rescue(path, extract::Secret::fromText(u"quite new words"_s), saved));
        QVERIFY2(rescued, rescued ? "" : qPrintable(rescued.error().message));
        QVERIFY(rescued->lost.empty());
        QVERIFY(!sitting->snapshot()); // locked first
        const auto gone = wait(sitting->dispose(path));
        QVERIFY(gone && gone->left.isEmpty());
        QVERIFY(!QFile::exists(path));
        QVERIFY(QFile::exists(copy));
    }

    void stoppedImportRollsBack()
    {
        const auto sitting = seated(fresh());
        const auto before = sitting->snapshot();
        base::Progress stopAtOnce = [&](const base::ProgressStep&) { sitting->stop(); };
        QByteArray many = census;
        for (int row = 0; row < 50'000; ++row)
            many += "B0000000" + QByteArray::number(10000 + row) + ",Other,Child,04/06/2003,2009/2010,BCRB,999001\n";
        const auto stopped = wait(sitting->import({given(u"many.csv"_s, many)}, {}, stopAtOnce));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, base::ErrorKind::Stopped);
        QCOMPARE(sitting->snapshot()->record.documents.size(), before->record.documents.size());
    }

    // A stop wished for while the import still waits its turn is not lost.
    void stopReachesWhatWaits()
    {
        const auto sitting = seated(fresh());
        std::promise<void> goOn;
        const auto released = goOn.get_future().share();
        base::Progress hold = [released](const base::ProgressStep&) { released.wait(); };
        const QByteArray other = QByteArray(census).replace("WBRI", "MWAS");
        const auto running = sitting->import({given(u"first.csv"_s, other)}, {}, hold);
        const auto waiting = sitting->import({given(u"second.csv"_s, QByteArray(census).replace("WBRI", "BCRB"))}, {});
        sitting->stop();
        goOn.set_value();
        for (const auto& answer : {wait(running), wait(waiting)}) {
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, base::ErrorKind::Stopped);
        }
        QCOMPARE(sitting->snapshot()->record.documents.size(), std::size_t(1));
        // What is asked for afterwards runs.
        QVERIFY(wait(sitting->import({given(u"first.csv"_s, other)}, {})));
    }

    void wrongPassphraseLeavesNothingToSee()
    {
        const QString path = fresh();
        const auto sitting = seated(path);
        const auto refused = wait(sitting->open(path, extract::Secret::fromText(u"some other six words here"_s)));
        QVERIFY(!refused);
        QVERIFY(!sitting->snapshot());
        QVERIFY(!wait(sitting->saveDecisions({})));
        QVERIFY(wait(sitting->open(path, secret())));
        QVERIFY(sitting->snapshot());
    }

    void memoryRunningOutIsAnError()
    {
        desk::Worker worker;
        const auto failed = wait(worker.ask<int>([]() -> base::Result<int> { throw std::bad_alloc(); }));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, base::ErrorKind::NotEnoughMemory);
        const auto next = wait(worker.ask<int>([]() -> base::Result<int> { return 7; }));
        QCOMPARE(next.value_or(0), 7);
    }

    void demoIsComplete()
    {
        const QTemporaryDir folder;
        const auto path = desk::makeDemo(folder.path(), base::Clock(today), false);
        QVERIFY2(path, path ? "" : qPrintable(path.error().message + path.error().where));
        desk::Sitting sitting{base::Clock(today)};
        const auto opened = wait(sitting.open(*path, extract::Secret::fromText(desk::demoPassphrase())));
        QVERIFY(opened);
        QVERIFY((*opened)->demo);
        QCOMPARE((*opened)->demoPassphrase, desk::demoPassphrase());
        QVERIFY((*opened)->record.documents.size() >= 5);
        QVERIFY((*opened)->record.entries.size() >= 20);
        QVERIFY(!desk::makeDemo(folder.path(), base::Clock(today), false));
    }
};

QTEST_GUILESS_MAIN(SittingTest)
#include "tst_sitting.moc"
