// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json.h"
#include "table_fixtures.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14));

const QByteArray searchAnswer = R"({"value": [
  {"@search.score": 0.40, "UPN": "A000260000031", "Surname": "Okafor-Hale", "Forename": "Mina", "Sex": "F", "Gender": "M",
   "DOB": "2001-10-14", "LocalAuthority": "001", "id": "x1"},
  {"@search.score": 1.0, "UPN": "B000260000032", "Surname": "Lowe", "Forename": "Ada", "Sex": "F", "Gender": "F",
   "DOB": "2002-03-02", "LocalAuthority": "000", "id": "x2"},
  {"@search.score": 1e2, "UPN": "", "Surname": "", "Forename": "", "DOB": "", "LocalAuthority": "000", "id": "x3"}
]})";

const QByteArray learner = R"({
  "student": {"upn": "A000260000031", "first_name": "Mina", "last_name": "Okafor-Hale", "dob": "14/10/2001 00:00:00",
    "ethnicity_code": "WBRI", "admission": 007.50, "is_eal": false, "free_meal": null, "nickname": ""},
  "ParentName": "Rose Hale", "tutorGroup": "7B", "parentOrg": "None", "young_carer": true, "has_siblings": true,
  "siblings": [{"name": "Ben Hale"}, {"name": "Ivy Hale"}],
  "sen": [{"startDate": "05/01/2011", "provision": "K", "Teacher": {"name": "Mr Finch"}}]
})";

QByteArray fixedLearner()
{
    QByteArray text = learner;
    return text.replace("007.50", "7.50");
}

QString parseError(const QByteArray& text, QString* where = nullptr)
{
    const auto json = Json::parse(text, u"x"_s);
    if (where && !json)
        *where = json.error().where;
    return json ? QString() : json.error().message;
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatTheLibraryForgets()
    {
        const auto json = Json::parse("\xEF\xBB\xBF{\"b\": 1.50,\n \"a\": \"0012\", \"b\": -0e+1, \"t\": [true, null, \"\\u00e9\\ud83d\\ude00\\n\\\"\\/\"]}", u"x"_s);
        QVERIFY2(json.has_value(), json ? "" : qPrintable(json.error().message));
        const auto members = json->root().children();
        QCOMPARE(members.size(), std::size_t(4));
        QCOMPARE(members[0].name(), u"b"_s);
        QCOMPARE(members[0].text(), u"1.50"_s);
        QCOMPARE(members[1].text(), u"0012"_s);
        QCOMPARE(members[1].line(), 2);
        QCOMPARE(members[2].name(), u"b"_s); // the second of its name is there too
        QCOMPARE(members[2].text(), u"-0e+1"_s);
        const auto list = members[3].children();
        QCOMPARE(list[0].text(), u"true"_s);
        QVERIFY(list[1].isBlank() && list[1].text().isEmpty());
        QCOMPARE(list[2].text(), QString::fromUtf8("\xC3\xA9\xF0\x9F\x98\x80\n\"/"));
        QCOMPARE(json->byteOrderMark(), QByteArray("\xEF\xBB\xBF"));
    }

    void mendsTextThatIsNoUnicode()
    {
        const auto json = Json::parse("[\"caf\xE9\", \"\\ud800x\", \"a\\u0000b\"]", u"x"_s);
        QVERIFY(json.has_value());
        const auto list = json->root().children();
        QCOMPARE(list[0].text(), QString::fromUtf8("caf\xC3\xA9"));
        QCOMPARE(list[1].text(), QString(QString(QChar(QChar::ReplacementCharacter)) + u'x'));
        QCOMPARE(list[2].text(), u"ab"_s);
        QVERIFY(json->notes().windows1252 && json->notes().nulBytes);
        const QString text = u"\uFEFF{\"a\": \"é\"}"_s;
        const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
        const auto utf16 = Json::parse(wide, u"x"_s);
        QVERIFY(utf16.has_value());
        QCOMPARE(utf16->root().textOf(u"A"), u"é"_s);
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const QByteArray& text, const QString& word, const QString& where) { QTest::newRow(name) << text << word << where; };
        row("nothing", "", u"cut off"_s, u"line 1"_s);
        row("cut off in a list", "{\"value\": [{\"UPN\": \"A\"},\n {\"UPN\": ", u"cut off"_s, u"line 2, value[2]/UPN"_s);
        row("cut off in a string", "{\"a\": \"b", u"cut off"_s, u"line 1, a"_s);
        row("comma at the end", "[1, 2, ]", u"rules"_s, u"line 1, [3]"_s);
        row("single quotes", "{'a': 1}", u"rules"_s, u"line 1"_s);
        row("remark", "{\"a\": 1 /* no */}", u"rules"_s, u"line 1, a"_s);
        row("leading zero", "[007]", u"rules"_s, u"line 1, [1]"_s);
        row("not a number", "[NaN]", u"rules"_s, u"line 1, [1]"_s);
        row("plus", "[+1]", u"rules"_s, u"line 1, [1]"_s);
        row("bare point", "[1.]", u"rules"_s, u"line 1, [1]"_s);
        row("line break in a string", "[\"a\nb\"]", u"rules"_s, u"line 1, [1]"_s);
        row("wrong escape", "[\"\\x\"]", u"rules"_s, u"line 1, [1]"_s);
        row("half an escape", "[\"\\u12\"]", u"rules"_s, u"line 1, [1]"_s);
        row("two texts", "{} {}", u"rules"_s, u"line 1"_s);
        row("too deep", QByteArray(100, '[') + QByteArray(100, ']'), u"levels deep"_s, u"line 1"_s);
        row("half a word", "[tru]", u"rules"_s, u"line 1, [1]"_s);
    }
    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        QFETCH(QString, where);
        QString place;
        const QString message = parseError(text, &place);
        QVERIFY2(message.contains(word), qPrintable(message));
        QVERIFY2(place.startsWith(where), qPrintable(place));
    }

    void tooManyValuesAreRefused()
    {
        QByteArray text = "[";
        text += QByteArray("1,").repeated(jsonMostParts) + "1]";
        QVERIFY(parseError(text).contains("million"_L1));
        QVERIFY(parseError(QByteArray("[") + QByteArray("1,").repeated(1000) + "1]").isEmpty());
    }

    // Whatever is cut off or changed: an answer or an error, and the library's own reader agrees on which.
    void agreesWithTheLibraryOnDamage()
    {
        const QByteArray text = fixedLearner();
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QByteArray cut = text.left(i);
            QCOMPARE(parseError(cut).isEmpty(), !QJsonDocument::fromJson(cut).isNull());
            for (const char c : {'"', '}', ',', '0', '\\', 'x'}) {
                QByteArray changed = text;
                changed[i] = c;
                const bool library = !QJsonDocument::fromJson(changed).isNull();
                if (!parseError(changed).isEmpty())
                    continue; // the library lets more pass: leading zeros, wrong escapes
                QVERIFY2(library, qPrintable(QString(QString::number(i) + QLatin1Char(c))));
            }
        }
    }

    void oneChildOutOfASearchAnswer()
    {
        const Outcome outcome = readText(searchAnswer, mina, u"a.json"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.document.format, u"giap-json"_s);
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(outcome.sink.raw(0, u"@search.score"_s), u"0.40"_s);
        QCOMPARE(outcome.sink.raw(0, u"LocalAuthority"_s), u"001"_s);
        QCOMPARE(outcome.sink.entries[0].values[1].where.path, u"value[1]/UPN"_s);
        QCOMPARE(outcome.sink.entries[0].values[1].where.line, 2);
        QVERIFY(!outcome.sink.entries[0].values[1].item.isEmpty());
        QCOMPARE(outcome.report->otherPupils, 1);
        // Other children are not kept, and what is kept is JSON still.
        QVERIFY(!document.kept.contains("Lowe") && document.kept.contains("Okafor-Hale"));
        QVERIFY(document.kept.contains("bytes, other pupils]\""));
        QVERIFY(!QJsonDocument::fromJson(document.kept).isNull());
        QVERIFY(document.document.withheldBytes > 100);
        QCOMPARE(document.document.size, searchAnswer.size());
        QVERIFY(document.warnings.join(u' ').contains("Sex and another under Gender"_L1));
        QVERIFY(document.warnings.join(u' ').contains("other children"_L1));
        QCOMPARE(document.notTaken.size(), std::size_t(2)); // another pupil, and one without a name
    }

    void everyoneOutOfASearchAnswer()
    {
        const Outcome outcome = readText(searchAnswer, everyone(), u"a.json"_s);
        QVERIFY(outcome.report.has_value());
        QCOMPARE(outcome.report->pupils.size(), std::size_t(2));
        QVERIFY(outcome.report->documents[0].kept.isEmpty());
        QCOMPARE(readText(searchAnswer, person(u"Nobody Here"_s, QDate(1999, 1, 1)), u"a.json"_s).kind(), base::ErrorKind::ChoiceNeeded);
    }

    void aPupilOutOfASchoolSystem()
    {
        const QByteArray text = fixedLearner();
        const Outcome outcome = readText(text, mina, u"a.json"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.document.format, u"mis-json"_s);
        QCOMPARE(outcome.sink.entries.size(), std::size_t(2));
        QCOMPARE(outcome.sink.raw(0, u"student/admission"_s), u"7.50"_s);
        QCOMPARE(outcome.sink.raw(0, u"student/is_eal"_s), u"false"_s);
        QVERIFY(outcome.sink.raw(0, u"student/free_meal"_s).isEmpty() && !outcome.sink.raw(0, u"student/free_meal"_s).isNull());
        QCOMPARE(outcome.sink.raw(0, u"tutorGroup"_s), u"7B"_s);
        QCOMPARE(outcome.sink.raw(0, u"parentOrg"_s), u"None"_s);
        QCOMPARE(outcome.sink.raw(0, u"young_carer"_s), u"true"_s);
        QVERIFY(outcome.sink.raw(0, u"ParentName"_s).isNull());
        QCOMPARE(outcome.sink.entries[1].dataset, u"mis:sen"_s);
        QCOMPARE(outcome.sink.entries[1].date, QDate(2011, 1, 5));
        QCOMPARE(outcome.sink.entries[1].year->text(), u"2010/11"_s);
        QCOMPARE(outcome.sink.entries[1].values[1].where.path, u"sen[1]/provision"_s);
        for (const char* word : {"Rose Hale", "Ben Hale", "Ivy Hale", "Finch"})
            QVERIFY2(!document.kept.contains(word), word);
        QVERIFY(!QJsonDocument::fromJson(document.kept).isNull());
        QHash<QString, qint64> notTaken;
        for (const auto& one : document.notTaken)
            notTaken.insert(one.why, one.count);
        QCOMPARE(notTaken.value(u"contacts"_s), 1);
        QCOMPARE(notTaken.value(u"siblings"_s), 2);
        QCOMPARE(notTaken.value(u"staff"_s), 1);
        QVERIFY(std::any_of(document.unknown.begin(), document.unknown.end(), [](const auto& one) { return one.name == "admission"_L1; }));

        record::Selection too = mina;
        too.otherPeopleToo = true;
        const Outcome all = readText(text, too, u"a.json"_s);
        QVERIFY(all.report.has_value());
        QCOMPARE(all.report->documents[0].kept, text);
        QCOMPARE(all.sink.raw(0, u"ParentName"_s), u"Rose Hale"_s);
        QCOMPARE(all.sink.entries.size(), std::size_t(4));
    }

    void aRecordOfTheEducationApp()
    {
        const QByteArray text = R"({"uln": "0000260000", "givenName": "Mina", "familyName": "Okafor-Hale", "dateOfBirth": "2001-10-14",
            "senProvision": "K", "freeSchoolMealEligible": true,
            "qualifications": [{"title": "GCSE Art", "qan": "0060/1234/5", "awardDate": "2018-08-23", "grade": "6", "underDataChallenge": true}],
            "schools": [{"name": "Kingsfell High School", "urn": "000003", "academicYearStart": "2013/2014", "termStart": "Autumn"}]})";
        const Outcome outcome = readText(text, mina, u"a.json"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.document.format, u"education-record"_s);
        QVERIFY(document.notTriedOnRealFile);
        QCOMPARE(outcome.sink.entries.size(), std::size_t(3));
        QCOMPARE(outcome.sink.entries[1].dataset, u"edrec:qualifications"_s);
        QCOMPARE(outcome.sink.entries[1].date, QDate(2018, 8, 23));
        QCOMPARE(outcome.sink.entries[2].establishment, u"000003"_s);
        QCOMPARE(outcome.sink.entries[2].year->text(), u"2013/14"_s);
        QCOMPARE(outcome.sink.entries[2].term, catalogue::Term::Autumn);
        QVERIFY(document.warnings.join(u' ').contains("data challenge"_L1));
    }

    void achievementsAsCredentials()
    {
        const QByteArray badge = R"({"@context": ["credentials"], "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": {"name": "Kingsfell Swimming", "official": "Ms Reed"}, "validFrom": "2014-06-20T10:00:00Z",
            "credentialSubject": {"type": ["AchievementSubject"], "achievement": {"name": "50 metres", "image": "data:image/png;base64,AAAA"}},
            "proof": [{"proofValue": "zzz"}]})";
        const Outcome outcome = readText(badge, mina, u"a.json"_s);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        const ReadDocument& document = outcome.report->documents[0];
        QCOMPARE(document.document.version, u"Open Badges 3.0"_s);
        QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
        QCOMPARE(outcome.sink.entries[0].date, QDate(2014, 6, 20));
        QCOMPARE(outcome.sink.raw(0, u"credentialSubject/achievement/name"_s), u"50 metres"_s);
        QVERIFY(outcome.sink.raw(0, u"proof/proofValue"_s).isNull());
        QVERIFY(!document.kept.contains("Ms Reed") && document.kept.contains("zzz"));
        const QString warnings = document.warnings.join(u' ');
        for (const auto word : {"signature"_L1, "picture"_L1, "does not say who"_L1})
            QVERIFY2(warnings.contains(word), qPrintable(word));
        // One that names somebody else is not taken, nor kept.
        QByteArray named = badge;
        named.replace("\"credentialSubject\": {", "\"credentialSubject\": {\"givenName\": \"Ada\", \"familyName\": \"Lowe\", \"birthDate\": \"2002-03-02\", ");
        QCOMPARE(readText(named, mina, u"a.json"_s).kind(), base::ErrorKind::ChoiceNeeded);
        named.replace("Ada", "Mina").replace("Lowe", "Okafor-Hale").replace("2002-03-02", "2001-10-14");
        QVERIFY(readText(named, mina, u"a.json"_s).report.has_value());
    }

    void brokenFilesOfEachKind_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("search answer cut off") << searchAnswer.left(searchAnswer.size() - 40) << u"cut off"_s;
        QTest::newRow("search answer damaged") << QByteArray(searchAnswer).replace("\"id\": \"x2\"", "\"id\": x2") << u"rules"_s;
        QTest::newRow("leading zero in a number") << learner << u"rules"_s;
        QTest::newRow("a credential without its subject") << QByteArray(R"({"type": ["OpenBadgeCredential"], "x": 1})") << u"which pupil"_s;
        QTest::newRow("a search answer that found nobody") << QByteArray(R"({"value": [], "@search.score": 1, "asked": {"UPN": ""}})") << u"which pupil"_s;
        QTest::newRow("names, but of contacts alone") << QByteArray(R"({"contacts": [{"forename": "A", "surname": "B", "dob": "2001-10-14"}]})") << u"which pupil"_s;
        QTest::newRow("somebody else's JSON") << QByteArray(R"({"settings": {"colour": "red"}})") << u"JSON"_s;
    }
    void brokenFilesOfEachKind()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const Outcome outcome = readText(text, mina, u"a.json"_s);
        QVERIFY(!outcome.report.has_value());
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY2(outcome.error().contains(word), qPrintable(outcome.error()));
        QVERIFY(!outcome.report.error().next.isEmpty());
        QVERIFY(outcome.sink.entries.empty());
    }

    void samplesSayWhatTheLibrarySays()
    {
        const QDir root(QStringLiteral(TESTS_SAMPLES));
        if (!root.exists())
            QSKIP("the folder of sample files is not here");
        for (const QString& folder : {u"interop"_s, u"giap"_s, u"mis_export"_s}) {
            const QDir here(root.filePath(folder));
            for (const QString& name : here.entryList({u"*.json"_s}, QDir::Files)) {
                QFile file(here.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                const auto json = Json::parse(bytes, name);
                QVERIFY2(json.has_value(), qPrintable(name));
                QVERIFY(!QJsonDocument::fromJson(bytes).isNull());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
