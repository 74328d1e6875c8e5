// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `attach` and `write-in` as scripts use them.
#include "commands.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using commands::Ran;

namespace {

const QByteArray census = "UPN_SPR10,Surname_SPR10,Forename_SPR10,DOB_SPR10,AcademicYear_SPR10,EthnicGroupMinor_SPR10\r\n"
                          "A000000010001,Okafor-Hale,Mina Rose,03/05/2003,2009/2010,WBRI\r\n";

} // namespace

class PaperCommands : public QObject, private commands::Folder {
    Q_OBJECT

    QByteArray m_fresh;

    Ran run(const QString& command, const QStringList& more, const QByteArray& input = {}) const
    {
        return commands::run(with(command, u"mina.pupilrecord"_s, more), input);
    }

    QString attached() const
    {
        const Ran ran = run(u"attach"_s, {in(u"letter.pdf"_s), u"--json"_s});
        return QString::number(ran.json()[u"documents"].toArray()[0].toObject()[u"id"].toInteger());
    }

    QString written(const QStringList& more) const
    {
        const Ran ran = run(u"write-in"_s, more + QStringList{u"--json"_s});
        return ran.status == 0 ? QString::number(ran.json()[u"value"].toInteger()) : QString::fromUtf8(ran.err);
    }

    QJsonObject value(const QString& id) const
    {
        const QJsonArray values = run(u"values"_s, {u"--json"_s}).json()[u"values"].toArray();
        for (const auto& one : values)
            if (one.toObject()[u"id"].toInteger() == id.toLongLong())
                return one.toObject();
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        write(u"letter.pdf"_s, "%PDF-1.4\n% invented\n%%EOF\n");
        write(u"census.csv"_s, census);
        const Ran made = makeRecord(u"mina.pupilrecord"_s);
        QVERIFY2(made.status == 0, made.err);
        m_fresh = read(u"mina.pupilrecord"_s);
        QVERIFY(!m_fresh.isEmpty());
    }

    void init() { write(u"mina.pupilrecord"_s, m_fresh); }

    void attaches()
    {
        const Ran kept = run(u"attach"_s, {in(u"letter.pdf"_s), u"--json"_s});
        QCOMPARE(kept.status, 0);
        const QJsonObject paper = kept.json()[u"documents"].toArray()[0].toObject();
        QCOMPARE(paper[u"format"].toString(), u"pdf"_s);
        QCOMPARE(paper[u"to_read"].toBool(), true);
        QCOMPARE(paper[u"already_held"].toBool(), false);
        const QJsonObject again = run(u"attach"_s, {in(u"letter.pdf"_s), u"--json"_s}).json();
        QCOMPARE(again[u"documents"].toArray()[0].toObject()[u"already_held"].toBool(), true);
        QCOMPARE(run(u"attach"_s, {in(u"census.csv"_s)}).status, 7);
        QCOMPARE(run(u"attach"_s, {}).status, 2);
        const QJsonArray documents = run(u"documents"_s, {u"--json"_s}).json()[u"documents"].toArray();
        QCOMPARE(documents.size(), 1);
        QCOMPARE(documents[0].toObject()[u"to_read"].toBool(), true);
        QCOMPARE(documents[0].toObject()[u"entries"].toInt(), 0);
    }

    void writesInAndMarksIt()
    {
        QCOMPARE(run(u"import"_s, {in(u"census.csv"_s)}).status, 0);
        const QString paper = attached();
        const QString id = written({u"--collection"_s, u"sc"_s, u"--year"_s, u"2009/10"_s, u"--term"_s, u"spring"_s,
                                    u"--item"_s, u"EthnicGroupMinor"_s, u"--raw"_s, u"WIRI"_s, u"--place"_s,
                                    u"page 3, line 5"_s, u"--document"_s, paper});
        const QJsonObject own = value(id);
        QVERIFY2(!own.isEmpty(), qPrintable(id));
        QCOMPARE(own[u"written_in"].toBool(), true);
        QCOMPARE(own[u"raw"].toString(), u"WIRI"_s);
        QCOMPARE(own[u"locator"].toString(), u"page 3, line 5"_s);
        QCOMPARE(own[u"document"].toString(), u"letter.pdf"_s);
        QCOMPARE(own[u"academic_year"].toString(), u"2009/10"_s);
        QVERIFY(own[u"item"].toString().startsWith(u"EthnicGroupMinor"_s));
        QVERIFY(!own[u"meaning"].toString().isEmpty());
        const QJsonArray values = run(u"values"_s, {u"--json"_s}).json()[u"values"].toArray();
        int mine = 0;
        for (const auto& one : values)
            mine += one.toObject()[u"written_in"].toBool() ? 1 : 0;
        QCOMPARE(mine, 1);
        QVERIFY(values.size() > 1);
        for (const auto& document : run(u"documents"_s, {u"--json"_s}).json()[u"documents"].toArray())
            QCOMPARE(document.toObject()[u"written_in"].toInt(), document.toObject()[u"to_read"].toBool() ? 1 : 0);
        QVERIFY(run(u"values"_s, {}).out.contains("written in by me"));
        QVERIFY(run(u"timeline"_s, {u"--json"_s}).out.contains(id.toUtf8()));
        QCOMPARE(run(u"verify"_s, {}).status, 0);
    }

    void changesAndRemoves()
    {
        const QString id = written({u"--collection"_s, u"SC"_s, u"--date"_s, u"2010-01-21"_s, u"--item"_s,
                                    u"EthnicGroupMinor"_s, u"--raw"_s, u"WBRI"_s});
        QCOMPARE(value(id)[u"date"].toString(), u"2010-01-21"_s);
        QCOMPARE(value(id)[u"academic_year"].toString(), u"2009/10"_s);
        QCOMPARE(run(u"write-in"_s, {u"--change"_s, id, u"--raw"_s, u"WIRI"_s, u"--term"_s, u"spring"_s}).status, 0);
        QCOMPARE(value(id)[u"raw"].toString(), u"WIRI"_s);
        QCOMPARE(value(id)[u"term"].toString(), u"spring"_s);
        QVERIFY(value(id)[u"date"].isNull());
        QVERIFY(value(id)[u"item"].toString().startsWith(u"EthnicGroupMinor"_s));
        QCOMPARE(run(u"write-in"_s, {u"--remove"_s, id}).status, 0);
        QVERIFY(value(id).isEmpty());
        QCOMPARE(run(u"write-in"_s, {u"--remove"_s, id}).status, 2);
    }

    void whatWasDeliveredStays()
    {
        QCOMPARE(run(u"import"_s, {in(u"census.csv"_s)}).status, 0);
        const QJsonObject delivered = run(u"values"_s, {u"--json"_s}).json()[u"values"].toArray()[0].toObject();
        const QString id = QString::number(delivered[u"id"].toInteger());
        QCOMPARE(run(u"write-in"_s, {u"--change"_s, id, u"--raw"_s, u"x"_s}).status, 2);
        QCOMPARE(run(u"write-in"_s, {u"--remove"_s, id}).status, 2);
        QCOMPARE(value(id), delivered);
    }

    void keepsOwnWordsWhereTheDictionaryHasNone()
    {
        write(u"raw.txt"_s, "  kind, but \xC3\xA9tourdi \n");
        const Ran ran = run(u"write-in"_s, {u"--collection"_s, u"OTHER"_s, u"--year"_s, u"2012/13"_s, u"--item"_s,
                                            u"What the teacher says"_s, u"--raw-file"_s, in(u"raw.txt"_s), u"--json"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.json()[u"item"].isNull());
        QVERIFY(!ran.err.isEmpty());
        const QJsonObject own = value(QString::number(ran.json()[u"value"].toInteger()));
        QCOMPARE(own[u"alias"].toString(), u"What the teacher says"_s);
        QCOMPARE(own[u"raw"].toString(), u"  kind, but étourdi "_s);
        QVERIFY(own[u"document"].isNull());
    }

    void refusesHalfAValue_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList whole{u"--collection"_s, u"SC"_s, u"--year"_s, u"2009/10"_s, u"--item"_s, u"A"_s, u"--raw"_s, u"b"_s};
        for (int i = 0; i < whole.size(); i += 2) {
            QStringList part = whole;
            part.remove(i, 2);
            QTest::addRow("without %s", qPrintable(whole[i])) << part;
        }
        QTest::newRow("term and date") << whole + QStringList{u"--term"_s, u"spring"_s, u"--date"_s, u"2010-01-21"_s};
        QTest::newRow("date of another year") << whole + QStringList{u"--date"_s, u"2011-01-21"_s};
        QTest::newRow("unknown collection") << QStringList{u"--collection"_s, u"XYZ"_s} + whole.mid(2);
        QTest::newRow("no such document") << whole + QStringList{u"--document"_s, u"99"_s};
        QTest::newRow("raw twice") << whole + QStringList{u"--raw-file"_s, u"/dev/null"_s};
        QTest::newRow("remove and more") << whole + QStringList{u"--remove"_s, u"1"_s};
        QTest::newRow("change nothing") << QStringList{u"--change"_s, u"1000000000001"_s};
    }
    void refusesHalfAValue()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = run(u"write-in"_s, arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY(!ran.err.isEmpty());
        QFile file(in(u"mina.pupilrecord"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == m_fresh);
    }
};

QTEST_GUILESS_MAIN(PaperCommands)
#include "tst_paper.moc"
