// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "letter_input.h"
#include "record/written_in.h"
#include "requests/compose.h"
#include "requests/law.h"
#include "requests/sentences.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace requests;

namespace {

const Part* part(const Letter& letter, QStringView id)
{
    const auto found =
        std::find_if(letter.parts.begin(), letter.parts.end(), [id](const Part& one) { return one.id == id; });
    return found == letter.parts.end() ? nullptr : &*found;
}

QString textOf(const Part& part)
{
    QStringList lines;
    for (const auto& line : part.lines)
        lines << plainText(line);
    return lines.join(u'\n');
}

QString textOf(const Letter& letter, QStringView id)
{
    const Part* found = part(letter, id);
    return found ? textOf(*found) : QString();
}

QString textOf(const Letter& letter)
{
    QStringList all;
    for (const Part& one : letter.parts)
        all << textOf(one);
    return all.join(u'\n');
}

Letter written(const LetterInput& input)
{
    auto letter = correctionLetter(input);
    if (!letter)
        qFatal("%s", qPrintable(letter.error().message + letter.error().where));
    return *letter;
}

} // namespace

class TestLetter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySentenceIsFilledAndUsed()
    {
        auto sentences = Sentences::load(u"en"_s);
        QVERIFY(sentences);
        static const QRegularExpression open(u"[{}]|\\*\\*"_s);
        for (const LetterInput& input : invented::variants()) {
            const auto letter = composeCorrection(input, *sentences);
            QVERIFY2(letter, letter ? "" : qPrintable(letter.error().where));
            const QString text = textOf(*letter);
            QVERIFY2(!text.contains(open), qPrintable(text));
            QVERIFY2(!text.contains(u"  "_s) && !text.contains(u" ,"_s) && !text.contains(u".."_s), qPrintable(text));
            for (const Part& one : letter->parts) {
                QVERIFY(!one.id.isEmpty());
                QVERIFY(!one.lines.empty());
                for (const auto& line : one.lines)
                    QVERIFY2(!plainText(line).trimmed().isEmpty(), qPrintable(one.id));
            }
        }
        for (const LetterInput& input : invented::missingVariants()) {
            const auto letter = composeAccess(input, *sentences);
            QVERIFY2(letter, letter ? "" : qPrintable(letter.error().where));
            const QString text = textOf(*letter);
            QVERIFY2(!text.contains(open) && !text.contains(u"  "_s) && !text.contains(u".."_s), qPrintable(text));
        }
        const QStringList keys = sentences->keys();
        for (const QString& key : keys)
            QVERIFY2(sentences->used().contains(key), qPrintable(u"never used: "_s + key));
    }

    void asksForWhatIsMissing()
    {
        const auto letter = letterFor(invented::missing(2));
        QVERIFY(letter);
        const QString text = textOf(*letter);
        QVERIFY2(text.contains(u"I miss some parts: the Key Stage 2 data of 2012/13 and the School Census of spring 2010/11."_s),
                 qPrintable(text));
        QVERIFY(text.contains(u"UK GDPR, Article 15"_s));
        QVERIFY(!text.contains(u"Article 16"_s)); // nothing is wrong yet
        QVERIFY(text.contains(u"The missing part: Key Stage 2 2012/13"_s));
        QVERIFY(!letter->lawSeen.isEmpty());
        // A value that is wrong calls for the other letter.
        QVERIFY(textOf(*letterFor(invented::input())).contains(u"Article 16"_s));
        LetterInput both = invented::missing(1);
        both.concern.values.push_back(invented::ethnicity(u"spring 2009/10"_s));
        QVERIFY(!asksForMissing(both.concern));
        QVERIFY(!asksForMissing({}));
    }

    void aRequestForWhatIsMissingLocatesNobody()
    {
        LetterInput input = invented::missing(2);
        input.mask = true;
        const QString text = textOf(*letterFor(input));
        for (const auto& locating : {u"N000260000031"_s, u"Thornbank"_s, u"Alder Junior"_s})
            QVERIFY2(!text.contains(locating), qPrintable(locating));
        QVERIFY(text.contains(u"Key Stage 2"_s));
    }

    void namesThePlaceOnPaper()
    {
        LetterInput paper = invented::input();
        paper.concern.values.front().value = record::ValueId{record::firstWrittenIn + 3};
        paper.concern.values.front().document = u"page 3, line 5 (school-letter.pdf)"_s;
        QVERIFY(textOf(written(paper)).contains(u"in a document I was given, page 3, line 5 (school-letter.pdf)"_s));
        paper.mask = true;
        QVERIFY(!textOf(written(paper)).contains(u"page 3"_s));
        // A delivered value is seen in its file.
        const QString delivered = textOf(written(invented::input()));
        QVERIFY(delivered.contains(u"seen in the file larkspur-extract.csv"_s));
        QVERIFY(!delivered.contains(u"gave me"_s));
    }

    void asksInOrderWithTheLaw()
    {
        const Letter letter = written(invented::input());
        const Part* asks = part(letter, u"asks");
        QVERIFY(asks);
        QCOMPARE(asks->kind, PartKind::Asks);
        QCOMPARE(asks->lines.size(), 5u);
        const auto ask = [&](std::size_t n) { return plainText(asks->lines[n]); };
        QVERIFY(ask(0).contains(u"correct this value"_s) && ask(0).contains(u"UK GDPR, Article 16"_s));
        QVERIFY(ask(1).contains(u"not use it"_s) && ask(1).contains(u"Article 18"_s));
        QVERIFY(ask(2).contains(u"who they are"_s) && ask(2).contains(u"Article 19"_s));
        QVERIFY(ask(3).contains(u"disputed"_s));
        QVERIFY(ask(4).contains(u"reasons"_s) && ask(4).endsWith(u'.'));
        QVERIFY(textOf(letter, u"time").contains(u"within one month of receiving this letter"_s));
    }

    // The month runs from receipt: a letter that is not sent has no date to promise.
    void promisesNoDate()
    {
        const Letter letter = written(invented::input());
        QCOMPARE(textOf(letter).count(u"2026"_s), 1); // its own date only
        QCOMPARE(textOf(letter, u"date"), u"22 November 2026"_s);
    }

    void saysWhatWasSeenAndNoMore()
    {
        LetterInput input = invented::input();
        QCOMPARE(textOf(written(input), u"what-it-says"),
                 u"In what I was given, “Ethnic group” is recorded as White – British (WBRI) in the School Census of "
                 "spring 2009/10."_s);
        QCOMPARE(textOf(written(input), u"should-say"), u"It should say White and Asian. It was never as recorded."_s);
        const Part says = *part(written(input), u"what-it-says");
        const auto strong = std::find_if(says.lines[0].begin(), says.lines[0].end(), [](const Run& r) { return r.strong; });
        QVERIFY(strong != says.lines[0].end());
        QCOMPARE(strong->text, u"White – British"_s);
        QCOMPARE(says.question, 1);

        input.concern.values.insert(input.concern.values.begin(), invented::ethnicity(u"spring 2008/09"_s));
        QCOMPARE(textOf(written(input), u"what-it-says"),
                 u"In what I was given, “Ethnic group” is recorded as White – British (WBRI) in the School Census of "
                 "spring 2008/09 and of spring 2009/10."_s);
        QCOMPARE(textOf(written(input), u"should-say"),
                 u"Both should say White and Asian. It was never as recorded, in any of them."_s);
        QVERIFY(textOf(written(input), u"asks").contains(u"these values"_s));

        FrozenValue third = invented::ethnicity(u"2011/12"_s);
        third.collection = u"Key Stage 2"_s;
        input.concern.values.push_back(third);
        QVERIFY(textOf(written(input), u"what-it-says")
                    .endsWith(u"of spring 2008/09 and of spring 2009/10 and the Key Stage 2 data of 2011/12."_s));
        QVERIFY(textOf(written(input), u"should-say").startsWith(u"Each of them should say"_s));

        input.concern.values.back().raw = u"MWAS"_s;
        input.concern.values.back().meaning.clear();
        QCOMPARE(part(written(input), u"what-it-says")->lines.size(), 2u);
        QVERIFY(textOf(written(input), u"what-it-says").endsWith(u"Also, “Ethnic group” is recorded as MWAS in the Key Stage 2 data of 2011/12."_s));
    }

    void extentIsAlwaysFromADateOrNotSure()
    {
        LetterInput input = invented::input();
        input.concern.extent = Extent::FromDate;
        input.concern.since = QDate(2012, 5, 3);
        QVERIFY(textOf(written(input), u"should-say").endsWith(u"That has been so since 3 May 2012."_s));
        input.concern.since = {};
        QVERIFY(textOf(written(input), u"should-say").contains(u"[date from which it changed]"_s));
        input.concern.extent = Extent::NotSure;
        QVERIFY(textOf(written(input), u"should-say").endsWith(u"I am not sure since when."_s));
    }

    void withoutAValueItAsksWhatItIsBasedOn()
    {
        LetterInput input = invented::input();
        input.concern.shouldSay = u"  "_s;
        const Letter letter = written(input);
        QCOMPARE(textOf(letter, u"subject"), u"Please tell me what my record is based on"_s);
        QCOMPARE(textOf(letter, u"should-say"), u"I do not know whether this is right."_s);
        const QString asks = textOf(letter, u"asks");
        QVERIFY(asks.contains(u"where it came from"_s));
        QVERIFY(asks.contains(u"on which date"_s));
        QVERIFY(asks.contains(u"by whom"_s));
        QVERIFY(!asks.contains(u"disputed"_s));
        QVERIFY(!asks.contains(u"Article 18"_s)); // nothing is contested, so nothing to restrict
        QVERIFY(!textOf(letter).contains(u"should say"_s));
        QVERIFY(textOf(written(invented::input()), u"asks").contains(u"disputed"_s));
    }

    void aPairTellsOfTheOtherLetter()
    {
        LetterInput input = invented::input();
        QVERIFY(!part(written(input), u"pair"));
        input.otherLetterToo = true;
        QVERIFY(textOf(written(input), u"pair").contains(u"to the school"_s));
        input.to = Controller::School;
        QVERIFY(textOf(written(input), u"pair").contains(u"to the Department for Education"_s));
        QVERIFY(textOf(written(input), u"recipient").startsWith(u"Alder Junior School"_s));
        QVERIFY(!textOf(written(input), u"subject").contains(u"National Pupil Database"_s));
    }

    void aParentSaysAgeAndWishes()
    {
        LetterInput input = invented::input();
        input.writer.asking = Asking::Parent;
        input.writer.name = u"Asha Larkspur"_s;
        const auto refused = correctionLetter(input);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::Usage);

        input.writer.childAge = 6;
        const QString young = textOf(written(input), u"who");
        QVERIFY(young.contains(u"my child, Mina Rose Larkspur, who is 6 years old"_s));
        QVERIFY(!young.contains(u"agrees"_s)); // never claims more
        input.writer.childAge = 14;
        input.writer.childAgrees = true;
        QVERIFY(textOf(written(input), u"who").contains(u"agrees with it"_s));
        QVERIFY(textOf(written(input), u"signature").contains(u"Asha Larkspur"_s));
        QVERIFY(!textOf(written(input)).contains(u"parental responsibility"_s)); // nobody asked for it
        input.writer.childAge = 18;
        QVERIFY(!correctionLetter(input));
    }

    void aRepresentativeStatesTheAuthority()
    {
        LetterInput input = invented::input();
        input.writer.asking = Asking::Representative;
        QVERIFY(textOf(written(input), u"who").contains(u"My authority to do so: [what gives you the authority"_s));
        input.writer.authority = u"power of attorney of 3 May 2026"_s;
        QVERIFY(textOf(written(input), u"who").contains(u"power of attorney of 3 May 2026"_s));
        QVERIFY(!textOf(written(invented::input()), u"who").contains(u"authority"_s));
    }

    void whatTheRecordSaysElsewhere()
    {
        LetterInput in = invented::input();
        QVERIFY(textOf(written(in), u"other-readings").isEmpty());
        in.others = {{u"SC"_s, catalogue::Term::Spring, {{u"White and Asian"_s, 11}}}, {u"CTF"_s, {}, {{u"Indian"_s, 1}}}};
        in.sources = {{u"S"_s, u"ascribed by the current school"_s, {u"2008/09"_s, u"2009/10"_s}}};
        QCOMPARE(textOf(written(in), u"other-readings"),
                 u"The other eleven spring censuses say White and Asian. "
                 "The other entry of the kind “Transfer file between schools” says Indian. "
                 "For 2008/09 and 2009/10 the source given is S: ascribed by the current school."_s);
        in.others = {{u"SC"_s, {}, {{u"White and Asian"_s, 13}, {u"Indian"_s, 1}}}};
        in.sources = {{u"Z"_s, {}, {u"2010/11"_s}}};
        QCOMPARE(textOf(written(in), u"other-readings"),
                 u"Of the other 14 school censuses, 13 say White and Asian and one says Indian. For 2010/11 the source given is Z."_s);
    }

    void nothingToPutRightIsRefused()
    {
        LetterInput input = invented::input();
        input.concern.values.clear();
        const auto letter = correctionLetter(input);
        QVERIFY(!letter);
        QCOMPARE(letter.error().kind, base::ErrorKind::Usage);
        QVERIFY(!letter.error().next.isEmpty());
    }

    void whatIsNotKnownStaysAGap()
    {
        LetterInput input = invented::input();
        QVERIFY(textOf(written(input), u"sender").contains(u"3 Thornbank Row"_s));
        QVERIFY(!textOf(written(input), u"sender").contains(u"your address"_s));
        input.writer.address.clear();
        const Letter letter = written(input);
        QVERIFY(textOf(letter, u"sender").contains(u"[your address]"_s));
        const Part* sender = part(letter, u"sender");
        QVERIFY(sender->lines.back().front().blank);
        input.to = Controller::School;
        input.schoolName.clear();
        QCOMPARE(textOf(written(input), u"recipient"), u"[name of the school]\n[address of the school]"_s);
    }

    // No telephone, postcode, mail or web address of a body: none is in our material, so none in a letter.
    void noAddressOfABodyIsMadeUp()
    {
        static const QRegularExpression made(u"\\d{4,}|@|www\\.|https?:|[A-Z]{1,2}\\d{1,2} \\d[A-Z]{2}"_s);
        LetterInput input = invented::input();
        QCOMPARE(textOf(written(input), u"recipient"), u"Department for Education\nby its online contact form"_s);
        for (const Controller to : {Controller::Dfe, Controller::School}) {
            const Channel channel = channelOf(to);
            QVERIFY(!channel.name.isEmpty() && !channel.how.isEmpty() && !channel.where.isEmpty());
            QVERIFY(!channel.source.isEmpty());
            QVERIFY(!channel.how.contains(made));
            QVERIFY(!channel.where.contains(made));
        }
        QVERIFY(channelOf(Controller::Dfe).verified);
        QVERIFY(!channelOf(Controller::School).verified);
    }

    void detailsLetThemFindIt()
    {
        const QString details = textOf(written(invented::input()), u"details");
        for (const QString& wanted : {u"Mina Rose Larkspur"_s, u"14 May 2001"_s, u"N000260000031"_s,
                                      u"EthnicGroupMinor_SPR10"_s, u"School Census spring 2009/10"_s, u"0002001"_s,
                                      u"larkspur-extract.csv"_s})
            QVERIFY2(details.contains(wanted), qPrintable(wanted));
        QCOMPARE(textOf(written(invented::input()), u"who").count(u"so that you can find it"_s), 1);
    }

    void evidenceIsListed()
    {
        LetterInput input = invented::input();
        QVERIFY(!part(written(input), u"enclosures"));
        input.concern.evidenceNames = {u"birth certificate (copy)"_s, u"  "_s, u"form of 2005"_s};
        const Letter letter = written(input);
        QCOMPARE(textOf(letter, u"enclosures"), u"birth certificate (copy)\nform of 2005"_s);
        QCOMPARE(part(letter, u"enclosures")->question, 3);
    }

    void ownWordsStayAsTheyAre()
    {
        LetterInput input = invented::input();
        QVERIFY(!part(written(input), u"own-words"));
        input.concern.ownWords = u"It {field} says **nothing** & <b>.\n\nSecond."_s;
        QCOMPARE(textOf(written(input), u"own-words"), u"It {field} says **nothing** & <b>.\nSecond."_s);
        QVERIFY(!part(written(input), u"own-words")->lines[0][0].strong);
    }

    // What would show where a person at risk lives or goes to school stands nowhere, not even in words they typed.
    void maskedNothingLocates()
    {
        LetterInput input = invented::input();
        input.to = Controller::School;
        input.concern.values.push_back(invented::postcode());
        input.person.uln = u"1234567890"_s;
        input.concern.ownWords = u"Alder junior school has my file; we moved from zz99 9zz."_s;
        input.concern.evidenceNames = {u"letter of Alder Junior School"_s};
        const QStringList secrets{u"Alder"_s,    u"N000260000031"_s, u"1234567890"_s, u"Thornbank"_s, u"Exampleton"_s,
                                  u"ZZ99 9ZZ"_s, u"0002001"_s,       u"larkspur-extract"_s};
        const QString plain = textOf(written(input));
        for (const QString& secret : secrets)
            QVERIFY2(plain.contains(secret), qPrintable(secret));
        input.mask = true;
        for (const Controller to : {Controller::School, Controller::Dfe}) {
            input.to = to;
            const Letter letter = written(input);
            const QString masked = textOf(letter);
            for (const QString& secret : secrets)
                QVERIFY2(!masked.contains(secret, Qt::CaseInsensitive), qPrintable(secret + u'\n' + masked));
            QVERIFY(masked.contains(u"14 May 2001"_s)); // does not locate
            QVERIFY(masked.contains(u"White – British"_s));
            QVERIFY(masked.contains(u"leave out of this letter"_s));
            QVERIFY(!letter.title.contains(u"Mina"_s));
        }
    }

    void theTitleNamesNobody()
    {
        for (const LetterInput& input : invented::variants()) {
            const Letter letter = written(input);
            QVERIFY(!letter.title.isEmpty());
            QVERIFY(!letter.title.contains(u"Larkspur"_s));
        }
    }

    void lawIsDatedAndItsDoubtsAreSaid()
    {
        const Letter letter = written(invented::input());
        QVERIFY(QDate::fromString(letter.lawSeen, Qt::ISODate).isValid());
        QVERIFY(std::any_of(letter.unsure.begin(), letter.unsure.end(),
                            [](const QString& text) { return text.contains(u"12A"_s); }));
        const QSet<QString> states{u"statute"_s, u"guidance"_s, u"secondary"_s, u"unverified"_s};
        QVERIFY(!provisions().empty());
        for (const Provision& one : provisions()) {
            QVERIFY2(states.contains(one.status), qPrintable(one.id));
            QVERIFY(!one.source.isEmpty() && !one.words.value(u"en"_s).isEmpty() && !one.brief.value(u"en"_s).isEmpty());
            QVERIFY(one.status == u"unverified" || QDate::fromString(one.seen, Qt::ISODate).isValid());
            for (const QString& id : one.restsOn)
                QVERIFY2(provision(id), qPrintable(id));
        }
        QVERIFY(!provision(u"uk-gdpr-99"));
    }

    void adviceFitsTheLetter()
    {
        LetterInput input = invented::input();
        const QStringList whole = sendingAdvice(written(input));
        QVERIFY(whole.filter(u"square brackets"_s).isEmpty());
        QVERIFY(whole.filter(u"originals"_s).isEmpty());
        QVERIFY(whole.filter(u"Send both"_s).isEmpty());
        QVERIFY(whole.filter(u"not checked"_s).isEmpty());
        QCOMPARE(whole.filter(u"contact form"_s).size(), 1);
        QCOMPARE(whole.filter(u"tell this program"_s).size(), 1);
        input.to = Controller::School;
        input.otherLetterToo = true;
        input.concern.evidenceNames = {u"form"_s};
        const QStringList school = sendingAdvice(written(input));
        QVERIFY(school.size() > whole.size());
        for (const QString& word : {u"square brackets"_s, u"originals"_s, u"Send both"_s, u"not checked"_s})
            QCOMPARE(school.filter(word).size(), 1);
    }

    void templates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<int>("faults");
        QTest::newRow("plain") << u"Hello."_s << u"Hello."_s << 0;
        QTest::newRow("filled") << u"Dear {name}!"_s << u"Dear {x} **y**!"_s << 0;
        QTest::newRow("strong") << u"a **{name}** b"_s << u"a {x} **y** b"_s << 0;
        QTest::newRow("left open") << u"Dear {nobody}!"_s << u"Dear !"_s << 1;
        QTest::newRow("filled with nothing") << u"Dear {empty}!"_s << u"Dear !"_s << 1;
        QTest::newRow("brace never closed") << u"Dear {name"_s << u"Dear "_s << 1;
        QTest::newRow("law") << u"({law:uk-gdpr-16:short})"_s << u"(Article 16)"_s << 0;
        QTest::newRow("law nobody knows") << u"({law:uk-gdpr-99})"_s << u"()"_s << 1;
    }
    void templates()
    {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        QFETCH(int, faults);
        Sentences sentences(u"en"_s, {{u"key"_s, text}});
        const Runs runs =
            sentences.say(u"key"_s, {{u"name"_s, words(u"{x} **y**"_s)}, {u"empty"_s, words(QString())}});
        QCOMPARE(plainText(runs), plain);
        QCOMPARE(sentences.faults().size(), faults);
        QVERIFY(sentences.say(u"no such key"_s).empty());
        QCOMPARE(sentences.faults().size(), faults + 1);
    }

    // A hole in a sentence stops the letter instead of going out.
    void aGapStopsTheLetter()
    {
        Sentences sentences(u"en"_s, {{u"subject"_s, u"{x}"_s}});
        const auto letter = composeCorrection(invented::input(), sentences);
        QVERIFY(!letter);
        QCOMPARE(letter.error().kind, base::ErrorKind::Damaged);
        QVERIFY(!letter.error().where.contains(u"Larkspur"_s)); // faults name sentences, never values
    }

    void anUnknownLanguageIsAnError()
    {
        QVERIFY(!Sentences::load(u"xx"_s));
    }
};

QTEST_GUILESS_MAIN(TestLetter)
#include "tst_letter.moc"
