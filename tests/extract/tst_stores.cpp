// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"

#include "base/digest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using extract::Extract;

class TestStores : public sample::FreshExtract {
    Q_OBJECT

    [[nodiscard]] static requests::Concern concern()
    {
        requests::Concern concern;
        requests::FrozenValue value;
        value.value = {17};
        value.field = u"Ethnic group"_s;
        value.name = u"EthnicGroupMinor_SPR10"_s;
        value.raw = QString(u"WBRI"_s + QChar(0));
        value.meaning = u"White British"_s;
        value.collection = u"School Census"_s;
        value.when = u"spring 2009/10"_s;
        value.establishment = u"9991234"_s;
        value.document = u"a.csv"_s;
        value.locates = true;
        concern.values = {value, value};
        concern.values[1].value = {18};
        concern.values[1].locates = false;
        concern.shouldSay = u"White and Asian"_s;
        concern.extent = requests::Extent::FromDate;
        concern.since = QDate(2008, 9, 1);
        concern.ownWords = u"It never was.\nReally."_s;
        concern.evidenceNames = QStringList{u"birth certificate (copy)"_s, u"letter"_s};
        concern.made = sample::clock().now();
        return concern;
    }

    [[nodiscard]] static requests::Request request(record::ConcernId concern)
    {
        requests::Request request;
        request.concern = concern;
        request.to = requests::Controller::School;
        request.writer.asking = requests::Asking::Parent;
        request.writer.name = u"Ada Okafor"_s;
        request.writer.address = QStringList{u"1 Example Row"_s, QString(), u"Exampleton"_s};
        request.writer.childAge = 12;
        request.writer.childAgrees = true;
        request.writer.authority = u"-"_s;
        request.state = requests::RequestState::Sent;
        request.sent = QDate(2026, 3, 4);
        request.received = QDate(2026, 3, 6);
        request.changed = sample::clock().now();
        request.draft = u"{\"schema\":1}"_s;
        return request;
    }

private Q_SLOTS:
    void emptyAtFirst()
    {
        QVERIFY(m_extract->concerns()->empty());
        QVERIFY(m_extract->requests()->empty());
        QVERIFY(m_extract->printedLetters()->empty());
        QVERIFY(m_extract->attachments()->empty());
        QVERIFY(m_extract->log()->empty());
        QVERIFY(*m_extract->decisions() == record::Decisions{});
        QVERIFY(m_extract->property(u"at-risk"_s)->isEmpty());
    }

    void concerns()
    {
        requests::Concern wanted = concern();
        extract::Attachment proof;
        proof.name = u"proof.pdf"_s;
        proof.bytes = "proof";
        const auto attached = m_extract->addAttachment(proof);
        SAMPLE_OK(attached);
        wanted.evidence = {*attached};
        const auto id = m_extract->saveConcern(wanted);
        SAMPLE_OK(id);
        wanted.id = *id;
        reopen();
        QVERIFY(m_extract->concerns()->at(0) == wanted);
        wanted.values.pop_back();
        wanted.extent = requests::Extent::Always;
        wanted.since = {};
        wanted.evidence.clear();
        QCOMPARE(m_extract->saveConcern(wanted).value_or(record::ConcernId{}), *id);
        QCOMPARE(m_extract->concerns()->size(), std::size_t{1});
        QVERIFY(m_extract->concerns()->at(0) == wanted);
        const auto second = m_extract->saveConcern(concern());
        SAMPLE_OK(second);
        QVERIFY(*second > *id);
    }

    void evidenceMustExist()
    {
        requests::Concern wanted = concern();
        wanted.evidence = {{99}};
        QVERIFY(!m_extract->saveConcern(wanted));
        QVERIFY(m_extract->concerns()->empty());
    }

    void requestsComeBack()
    {
        const auto about = m_extract->saveConcern(concern());
        SAMPLE_OK(about);
        requests::Request wanted = request(*about);
        const auto id = m_extract->saveRequest(wanted);
        SAMPLE_OK(id);
        wanted.id = *id;
        reopen();
        QVERIFY(m_extract->requests()->at(0) == wanted);
        wanted.writer = {};
        wanted.writer.asking = requests::Asking::Representative;
        wanted.state = requests::RequestState::Closed;
        wanted.to = requests::Controller::Dfe;
        wanted.received = {};
        SAMPLE_OK(m_extract->saveRequest(wanted));
        QCOMPARE(m_extract->requests()->size(), std::size_t{1});
        QVERIFY(m_extract->requests()->at(0) == wanted);
        QVERIFY(!m_extract->saveRequest(request({55}))); // about nothing
    }

    void draftsCanGo()
    {
        const auto about = m_extract->saveConcern(concern());
        SAMPLE_OK(about);
        requests::Request draft = request(*about);
        draft.state = requests::RequestState::Draft;
        const auto first = m_extract->saveRequest(draft);
        const auto second = m_extract->saveRequest(draft);
        SAMPLE_OK(first);
        SAMPLE_OK(second);
        SAMPLE_OK(m_extract->removeDraft(*first));
        QCOMPARE(m_extract->concerns()->size(), std::size_t{1}); // the other one still uses it
        SAMPLE_OK(m_extract->removeDraft(*second));
        QVERIFY(m_extract->concerns()->empty());
        QVERIFY(m_extract->requests()->empty());
        SAMPLE_FAILS(m_extract->removeDraft(*second), Usage);
    }

    void whatWasSentStays()
    {
        const auto about = m_extract->saveConcern(concern());
        SAMPLE_OK(about);
        const auto sent = m_extract->saveRequest(request(*about));
        SAMPLE_OK(sent);
        SAMPLE_FAILS(m_extract->removeDraft(*sent), Usage);
        requests::Request draft = request(*about);
        draft.state = requests::RequestState::Draft;
        const auto printed = m_extract->saveRequest(draft);
        SAMPLE_OK(printed);
        SAMPLE_OK(m_extract->keepLetter({{}, *printed, u"odt"_s, "PK", {}, sample::clock().now()}));
        SAMPLE_FAILS(m_extract->removeDraft(*printed), Usage);
        QCOMPARE(m_extract->requests()->size(), std::size_t{2});
    }

    void letters()
    {
        const auto about = m_extract->saveConcern(concern());
        SAMPLE_OK(about);
        const auto asked = m_extract->saveRequest(request(*about));
        SAMPLE_OK(asked);
        requests::PrintedLetter letter;
        letter.request = *asked;
        letter.format = u"pdf"_s;
        letter.bytes = QByteArray("%PDF\0\xff", 6);
        letter.made = sample::clock().now();
        const auto id = m_extract->keepLetter(letter);
        SAMPLE_OK(id);
        letter.id = *id;
        letter.sha256 = base::sha256(letter.bytes);
        reopen();
        QVERIFY(m_extract->printedLetters()->at(0) == letter);
    }

    void attachments()
    {
        extract::Attachment attachment;
        attachment.name = u"photo.jpg"_s;
        attachment.bytes = QByteArray(300'000, '\x7f');
        const auto id = m_extract->addAttachment(attachment);
        SAMPLE_OK(id);
        QCOMPARE(m_extract->attachments()->at(0).bytes, QByteArray());
        const auto full = m_extract->attachments(true);
        SAMPLE_OK(full);
        QCOMPARE(full->at(0).id, *id);
        QCOMPARE(full->at(0).bytes, attachment.bytes);
        QCOMPARE(full->at(0).sha256, base::sha256(attachment.bytes));
        QCOMPARE(full->at(0).added, sample::clock().now());
        attachment.bytes = QByteArray(25'000'000, 'a');
        SAMPLE_OK(m_extract->addAttachment(attachment));
        attachment.bytes += 'a';
        SAMPLE_FAILS(m_extract->addAttachment(attachment), Usage);
        QCOMPARE(m_extract->attachments()->size(), std::size_t{2});
    }

    void decisions()
    {
        record::Decisions wanted;
        wanted.dismissals = {{u"gap:2013"_s, u"We lived abroad."_s, sample::clock().now()},
                             {u"name"_s, QString(), sample::clock().now()}};
        wanted.setAside = {{4}, {2}};
        wanted.nameToUse = u"Mo"_s;
        wanted.limits = {{u"year-group-far"_s, 2}, {u"absence-sum"_s, 0.5}};
        SAMPLE_OK(m_extract->saveDecisions(wanted));
        reopen();
        QVERIFY(*m_extract->decisions() == wanted);
        SAMPLE_OK(m_extract->saveDecisions({}));
        QVERIFY(*m_extract->decisions() == record::Decisions{});
    }

    void propertiesAndLog()
    {
        SAMPLE_OK(m_extract->setProperty(u"at-risk"_s, u"1"_s));
        SAMPLE_OK(m_extract->setProperty(u"demo"_s, u"words"_s));
        SAMPLE_OK(m_extract->note(u"export"_s, u"csv"_s));
        SAMPLE_OK(m_extract->note(u"letter"_s, u"odt"_s));
        reopen();
        QCOMPARE(m_extract->property(u"at-risk"_s).value_or(QString()), u"1"_s);
        SAMPLE_OK(m_extract->setProperty(u"at-risk"_s, {}));
        QCOMPARE(m_extract->property(u"at-risk"_s).value_or(u"?"_s), QString());
        QCOMPARE(m_extract->property(u"demo"_s).value_or(QString()), u"words"_s);
        const auto log = m_extract->log();
        SAMPLE_OK(log);
        QCOMPARE(log->size(), std::size_t{2});
        QCOMPARE(log->at(0).what, u"export"_s);
        QCOMPARE(log->at(1).detail, u"odt"_s);
        QCOMPARE(log->at(1).when, sample::clock().now());
    }
};

SAMPLE_MAIN(TestStores)
#include "tst_stores.moc"
