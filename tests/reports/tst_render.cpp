// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/edited_letter.h"
#include "reports/pdf_trace.h"
#include "reports/render.h"
#include "reports/xml_text.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <zip.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace requests;
using reports::LetterFormat;

namespace {

// Spaces of any kind and number are one: what a reader sees, not how a renderer wraps.
QString folded(const QString& text)
{
    return text.simplified();
}

Letter plainLetter(int values = 1)
{
    LetterInput in;
    in.person = {u"Mina Rose Larkspur"_s, QDate(2001, 5, 14), u"N000260000031"_s, {}};
    in.writer.name = u"Mina Larkspur"_s;
    in.schoolName = u"Alder Junior School"_s;
    in.to = Controller::School;
    for (int n = 0; n < values; ++n) {
        FrozenValue value;
        value.field = u"Ethnic group"_s;
        value.name = u"EthnicGroupMinor_SPR%1"_s.arg(10 + n);
        value.raw = u"WBRI"_s;
        value.meaning = u"White – British"_s;
        value.collection = u"School Census"_s;
        value.when = u"spring %1/%2"_s.arg(2009 + n).arg(10 + n);
        value.document = u"larkspur.csv"_s;
        in.concern.values.push_back(value);
    }
    in.concern.shouldSay = u"White and Asian"_s;
    in.concern.evidenceNames = {u"birth certificate (copy)"_s};
    in.otherLetterToo = true;
    in.today = QDate(2026, 11, 22);
    auto letter = correctionLetter(in);
    if (!letter)
        qFatal("no letter");
    return *letter;
}

// Everything a record may throw at a renderer.
Letter hostileLetter()
{
    Letter letter = plainLetter();
    Part part{PartKind::Paragraph, u"hostile"_s, 0, {}};
    part.lines = {
        {Run{u"<script>alert(1)</script> & \"quoted\" 'single' ]]> --> "_s}, Run{u"<b>"_s, true}},
        {Run{QString(u"control \x01 half "_s) + QChar(0xd800) + u" end"_s}},
        {Run{u"  two  spaces\tand a tab "_s}, Run{u"a gap"_s, true, true}},
        {Run{u"line\nbreak"_s}},
        {Run{u"Ynys Môn, Łódź, 𝔘nicode, فارسی"_s}},
        {Run{u"{placeholder} **stars** %1 %n"_s}},
    };
    letter.parts.push_back(std::move(part));
    std::rotate(letter.parts.begin() + 5, letter.parts.end() - 1, letter.parts.end()); // it becomes the sixth
    letter.title = u"<T> & title"_s;
    return letter;
}

// The letter as blocks of text: what every format has to say.
QStringList blocks(const Letter& letter)
{
    QStringList all;
    for (const Part& part : letter.parts)
        for (const auto& line : part.lines) {
            QString text;
            for (const Run& run : line)
                text += run.blank ? QString(u"["_s + run.text + u"]"_s) : run.text;
            all << folded(text);
        }
    return all;
}

// What survives in XML: characters XML cannot hold become U+FFFD.
QStringList inXml(QStringList all)
{
    for (QString& text : all)
        for (QChar& c : text)
            if (c == QChar(1) || c == QChar(0xd800))
                c = QChar::ReplacementCharacter;
    return all;
}

struct ReadHtml {
    QStringList blocks;
    QStringList names; // of all elements
    QString language, title, error;
    QStringList attributes; // values of all attributes
    int numbered = 0;
};

ReadHtml readHtml(const QByteArray& bytes)
{
    ReadHtml read;
    QXmlStreamReader xml(bytes);
    QString block;
    QStringList open;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: {
            const QString name = xml.name().toString();
            read.names << name;
            const auto attributes = xml.attributes();
            for (const auto& attribute : attributes)
                read.attributes << attribute.value().toString();
            if (name == u"html")
                read.language = xml.attributes().value(u"lang"_s).toString();
            if (name == u"li" && open.contains(u"ol"_s))
                ++read.numbered;
            if (name == u"br") {
                read.blocks << folded(block);
                block.clear();
            }
            open << name;
            break;
        }
        case QXmlStreamReader::EndElement: {
            const QString name = open.takeLast();
            if (name == u"p" || name == u"li" || name == u"h1" || name == u"h2") {
                read.blocks << folded(block);
                block.clear();
            }
            break;
        }
        case QXmlStreamReader::Characters:
            if (open.contains(u"title"_s))
                read.title += xml.text();
            else if (open.contains(u"main"_s) && open.last() != u"main" && open.last() != u"ol" && open.last() != u"ul")
                block += xml.text();
            break;
        default:
            break;
        }
    }
    if (xml.hasError())
        read.error = xml.errorString();
    return read;
}

struct ZipMember {
    QByteArray name, bytes;
    bool stored = false;
    zip_uint16_t extra = 0;
};

std::vector<ZipMember> unzipped(const QByteArray& bytes)
{
    std::vector<ZipMember> all;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!archive) {
        zip_source_free(source);
        return all;
    }
    for (zip_int64_t n = 0; n < zip_get_num_entries(archive, 0); ++n) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(n), 0, &stat);
        ZipMember member{QByteArray(stat.name), QByteArray(static_cast<qsizetype>(stat.size), '\0'),
                         stat.comp_method == ZIP_CM_STORE,
                         static_cast<zip_uint16_t>(zip_file_extra_fields_count(archive, static_cast<zip_uint64_t>(n), ZIP_FL_LOCAL))};
        zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(n), 0);
        zip_fread(file, member.bytes.data(), stat.size);
        zip_fclose(file);
        all.push_back(member);
    }
    zip_discard(archive);
    return all;
}

QByteArray member(const std::vector<ZipMember>& all, const QByteArray& name)
{
    for (const ZipMember& one : all)
        if (one.name == name)
            return one.bytes;
    return {};
}

struct ReadOdt {
    QStringList blocks;
    QList<int> headings; // outline levels
    int items = 0;
    QStringList lists; // style names
    QStringList spans;
    QString error;
};

ReadOdt readOdt(const QByteArray& content)
{
    ReadOdt read;
    QXmlStreamReader xml(content);
    const QString text = u"urn:oasis:names:tc:opendocument:xmlns:text:1.0"_s;
    QString block;
    int depth = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        const bool isText = xml.namespaceUri() == text;
        if (xml.isStartElement() && isText) {
            if (xml.name() == u"h")
                read.headings << xml.attributes().value(text, u"outline-level"_s).toInt();
            if (xml.name() == u"p" || xml.name() == u"h")
                ++depth;
            if (xml.name() == u"list-item")
                ++read.items;
            if (xml.name() == u"list")
                read.lists << xml.attributes().value(text, u"style-name"_s).toString();
            if (xml.name() == u"span")
                read.spans << xml.attributes().value(text, u"style-name"_s).toString();
            if (xml.name() == u"s")
                block += QString(xml.attributes().value(text, u"c"_s).toInt(), u' ');
            if (xml.name() == u"tab")
                block += u'\t';
            if (xml.name() == u"line-break") {
                read.blocks << folded(block);
                block.clear();
            }
        } else if (xml.isEndElement() && isText && (xml.name() == u"p" || xml.name() == u"h")) {
            --depth;
            read.blocks << folded(block);
            block.clear();
        } else if (xml.isCharacters() && depth > 0) {
            block += xml.text();
        }
    }
    if (xml.hasError())
        read.error = xml.errorString();
    return read;
}

// Everything without white space, with the marks of lists as plain text and print put them.
QString run(const Letter& letter, const QString& bullet)
{
    QString all;
    for (const Part& part : letter.parts) {
        int n = 0;
        for (const auto& line : part.lines) {
            if (part.kind == PartKind::Asks)
                all += QString::number(++n) + u'.';
            else if (part.kind == PartKind::Enclosures || part.kind == PartKind::Details)
                all += bullet;
            for (const Run& one : line)
                all += one.blank ? QString(u"["_s + one.text + u"]"_s) : one.text;
        }
    }
    return all.remove(QRegularExpression(u"\\s"_s));
}

QStringList withoutLineBreaks(QStringList all)
{
    for (qsizetype n = 0; n < all.size(); ++n)
        if (all[n] == u"line break") {
            all[n] = u"line"_s;
            all.insert(n + 1, u"break"_s);
        }
    return all;
}

} // namespace

class TestRender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formatsHaveWords()
    {
        for (const LetterFormat format : {LetterFormat::Html, LetterFormat::Odt, LetterFormat::Pdf, LetterFormat::Text}) {
            QCOMPARE(reports::letterFormat(reports::letterFormatWord(format)), std::optional(format));
            QVERIFY(reports::render(plainLetter(), format));
        }
        QCOMPARE(reports::letterFormatWord(LetterFormat::Text), u"txt"_s);
        QVERIFY(!reports::letterFormat(u"doc"));
        QVERIFY(!reports::letterFormat(u""));
    }

    void sameLetterSameBytes()
    {
        const Letter letter = hostileLetter();
        for (const LetterFormat format :
             {LetterFormat::Html, LetterFormat::Odt, LetterFormat::Pdf, LetterFormat::Text}) {
            const auto first = reports::render(letter, format);
            QVERIFY(first);
            QCOMPARE(*reports::render(letter, format), *first);
        }
    }

    void htmlReadsBack()
    {
        for (const Letter& letter : {plainLetter(), plainLetter(3), hostileLetter()}) {
            const QByteArray bytes = reports::letterHtml(letter);
            const ReadHtml read = readHtml(bytes);
            QCOMPARE(read.error, QString());
            QCOMPARE(read.blocks, inXml(blocks(letter)));
            QCOMPARE(read.language, u"en"_s);
            QCOMPARE(read.title, letter.title);
            QCOMPARE(read.names.count(u"h1"_s), 1);
            QCOMPARE(read.names.count(u"h2"_s), 1);
            QCOMPARE(read.names.count(u"ol"_s), 1);
            QCOMPARE(read.numbered, 5);
            QCOMPARE(read.names.count(u"main"_s), 1);
            for (const QString& foreign : {u"script"_s, u"link"_s, u"img"_s, u"a"_s, u"iframe"_s})
                QVERIFY(!read.names.contains(foreign));
            QVERIFY(!bytes.contains("http:") && !bytes.contains("https:") && !bytes.contains("url("));
            QVERIFY(bytes.startsWith("<!DOCTYPE html>"));
            QVERIFY(bytes.contains("@media print") && bytes.contains("serif"));
            QVERIFY(!bytes.contains("<p></p>") && !bytes.contains("<li></li>"));
        }
    }

    void odtReadsBack()
    {
        for (const Letter& letter : {plainLetter(), plainLetter(3), hostileLetter()}) {
            const auto bytes = reports::letterOdt(letter);
            QVERIFY(bytes);
            const auto members = unzipped(*bytes);
            QVERIFY(members.size() == 5);
            QCOMPARE(members[0].name, QByteArray("mimetype"));
            QVERIFY(members[0].stored);
            QCOMPARE(members[0].extra, zip_uint16_t(0));
            QCOMPARE(members[0].bytes, QByteArray("application/vnd.oasis.opendocument.text"));
            // OpenDocument 1.2 part 3, 3.3: the media type can be read at byte 38.
            QCOMPARE(bytes->mid(30, 8), QByteArray("mimetype"));
            QCOMPARE(bytes->mid(38, 39), members[0].bytes);

            const ReadOdt read = readOdt(member(members, "content.xml"));
            QCOMPARE(read.error, QString());
            QCOMPARE(read.blocks, withoutLineBreaks(inXml(blocks(letter))));
            QCOMPARE(read.headings, QList<int>({1, 2}));
            QCOMPARE(read.lists, QStringList({u"Numbered"_s, u"Bullets"_s, u"Bullets"_s}));

            // Every style that is used is defined, every part is in the manifest, and all of it is well-formed.
            const QByteArray styles = member(members, "styles.xml");
            for (const QString& style : read.spans + read.lists)
                QVERIFY2(styles.contains(QString(u"style:name=\""_s + style + u'"').toUtf8()), qPrintable(style));
            QVERIFY(styles.contains("fo:language=\"en\"") && styles.contains("fo:country=\"GB\""));
            QVERIFY(styles.contains("style:default-outline-level=\"1\""));
            for (const ZipMember& one : members) {
                if (one.name == "mimetype")
                    continue;
                QXmlStreamReader xml(one.bytes);
                while (!xml.atEnd())
                    xml.readNext();
                QVERIFY2(!xml.hasError(), qPrintable(QString::fromUtf8(one.name) + xml.errorString()));
                if (one.name != "META-INF/manifest.xml")
                    QVERIFY(member(members, "META-INF/manifest.xml")
                                .contains(QByteArray("manifest:full-path=\"").append(one.name).append('"')));
            }
            // Paragraph styles used in the content.
            static const QRegularExpression used(u"text:style-name=\"([^\"]+)\""_s);
            auto match = used.globalMatch(QString::fromUtf8(member(members, "content.xml")));
            while (match.hasNext()) {
                const QString name = match.next().captured(1);
                QVERIFY2(styles.contains(QString(u"style:name=\""_s + name + u'"').toUtf8()), qPrintable(name));
            }
        }
    }

    void odtKeepsSpaces()
    {
        const auto members = unzipped(*reports::letterOdt(hostileLetter()));
        const QByteArray content = member(members, "content.xml");
        QVERIFY(content.contains("<text:s text:c=\"2\"/>two<text:s text:c=\"2\"/>spaces<text:tab/>and"));
        QVERIFY(content.contains("line<text:line-break/>break"));
    }

    void odtTellsNobody()
    {
        const auto members = unzipped(*reports::letterOdt(plainLetter()));
        const QByteArray meta = member(members, "meta.xml");
        for (const char* trace : {"creator", "initial-creator", "creation-date", "dc:date", "generator", "editing", "Larkspur"})
            QVERIFY2(!meta.contains(trace), trace);
        QVERIFY(meta.contains("<dc:title>Request to correct a pupil record</dc:title>"));
    }

    void textReadsBack()
    {
        for (const Letter& letter : {plainLetter(), plainLetter(5)}) {
            const QString text = QString::fromUtf8(reports::letterText(letter));
            const QStringList lines = text.split(u'\n');
            for (const QString& line : lines) {
                QVERIFY2(line.size() <= 78, qPrintable(line));
                QVERIFY(!line.endsWith(u' '));
            }
            QVERIFY(lines.contains(u"Yours faithfully,"_s));
            for (int n = 1; n <= 5; ++n)
                QCOMPARE(lines.filter(QRegularExpression(u"^ %1\\. [a-z]"_s.arg(n))).size(), 1);
            QString all = text;
            QCOMPARE(all.remove(QRegularExpression(u"\\s"_s)), run(letter, u"-"_s));
        }
    }

    void aWordLongerThanALineIsNotCut()
    {
        Letter letter = plainLetter();
        const QString number(100, u'7');
        letter.parts.push_back(Part{PartKind::Paragraph, u"long"_s, 0, {{Run{u"The number "_s + number + u" is long"_s}}}});
        QVERIFY(QString::fromUtf8(reports::letterText(letter)).contains(u"\n"_s + number + u"\n"_s));
    }

    void pdfReadsBack()
    {
        const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (tool.isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        QTemporaryDir folder;
        for (const Letter& letter : {plainLetter(), plainLetter(40)}) {
            const auto bytes = reports::letterPdf(letter);
            QVERIFY(bytes);
            const QString path = folder.filePath(u"letter.pdf"_s);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(*bytes);
            file.close();
            QProcess process;
            process.start(tool, {u"-enc"_s, u"UTF-8"_s, u"-layout"_s, path, u"-"_s});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.readAllStandardError(), QByteArray()); // damaged offsets would be told here
            const QString printed = QString::fromUtf8(process.readAllStandardOutput());
            const qsizetype pages = printed.count(u'\f'); // one ends every page
            QStringList lines = printed.split(u'\n');
            const qsizetype before = lines.size();
            static const QRegularExpression pageNumber(u"^\\s*\\d+\\s*/\\s*\\d+\\s*$"_s);
            lines.removeIf([](const QString& line) { return line.contains(pageNumber); });
            QCOMPARE(before - lines.size(), pages > 1 ? pages : 0); // one letter of one page has no numbers
            QVERIFY(pages > 1 || letter.parts.back().lines.size() < 10);
            QString text = lines.join(QString());
            text.remove(QRegularExpression(u"\\s"_s));
            const QString wanted = run(letter, u"•"_s);
            const qsizetype same = std::mismatch(text.begin(), text.end(), wanted.begin(), wanted.end()).first - text.begin();
            QVERIFY2(text == wanted, qPrintable(text.mid(same, 60) + u" | "_s + wanted.mid(same, 60)));
        }
    }

    void pdfTellsNobody()
    {
        const auto bytes = reports::letterPdf(plainLetter());
        QVERIFY(bytes);
        for (const char* trace : {"CreationDate", "ModDate", "/Producer", "/Creator", "Qt 6", "/ID"})
            QVERIFY2(!bytes->contains(trace), trace);
        QVERIFY(bytes->contains("/Title"));
        QVERIFY(bytes->startsWith("%PDF-"));
        // The xref still points at the objects.
        const qsizetype start = bytes->mid(bytes->lastIndexOf("startxref") + 10).split('\n').first().toLongLong();
        QCOMPARE(bytes->mid(start, 4), QByteArray("xref"));
    }

    void metadataPacketIsEmptied()
    {
        const QByteArray pdf = "%PDF-1.4 <x:xmpmeta a=\"b\"><d p=\"Qt 6.8.2\" t=\"2026-11-22T05:22:34\"/></x:xmpmeta> <d p=\"kept\"/>"
                               "\ntrailer\n<< >>";
        const QByteArray clean = reports::withoutTrace(pdf);
        QCOMPARE(clean.size(), pdf.size());
        QVERIFY(!clean.contains("Qt 6.8.2"));
        QVERIFY(!clean.contains("2026"));
        QVERIFY(clean.contains("</x:xmpmeta>"));
        QVERIFY(clean.contains("kept"));
    }

    void onlyTheTraceIsBlanked()
    {
        const QByteArray before = "%PDF\n1 0 obj\n<<\n/Title (a \\) b)\n/Creator (x (y) z)\n/Producer (Q)\n"
                                  "/CreationDate (D:20261122)\n>>\nendobj\n3 0 obj\n(/Producer (page))\nendobj\n"
                                  "trailer\n<<\n/Size 2\n/Info 1 0 R\n/ID [ <ab> <ab> ]\n>>\nstartxref\n0\n%%EOF\n";
        const QByteArray after = reports::withoutTrace(before);
        QCOMPARE(after.size(), before.size());
        QVERIFY(after.contains("/Title (a \\) b)"));
        QVERIFY(after.contains("(/Producer (page))"));
        QVERIFY(!after.contains("/Creator") && !after.contains("D:2026") && !after.contains("/ID") && !after.contains("z)"));
        QCOMPARE(reports::withoutTrace("no pdf"), QByteArray("no pdf"));
    }

    void xmlTextHoldsOnlyXml()
    {
        QCOMPARE(reports::xmlText(u"a<b>&\"'"), u"a&lt;b&gt;&amp;&quot;&#39;"_s);
        QCOMPARE(reports::xmlText(u"tab\tline\n"), u"tab\tline\n"_s);
        QCOMPARE(reports::xmlText(u"𝔘"), u"𝔘"_s);
        QCOMPARE(reports::xmlText(QString(QChar(0xfffe))), QString(QChar::ReplacementCharacter));
    }

    void aDraftComesBackExactly()
    {
        Letter letter = hostileLetter();
        letter.parts.push_back(Part{PartKind::Sender, u"empty"_s, 4, {{}, {Run{}}}});
        letter.unsure << u"x"_s;
        for (const Letter& one : {plainLetter(), letter, Letter{}}) {
            const auto back = reports::letterFromJson(reports::letterToJson(one));
            QVERIFY(back);
            // A half surrogate cannot be written as UTF-8: everything else is exact.
            if (one == letter)
                QCOMPARE(reports::letterToJson(*back), reports::letterToJson(one));
            else
                QVERIFY(*back == one);
        }
        for (int n = 0; n <= static_cast<int>(PartKind::Signature); ++n) {
            Letter kinds;
            kinds.parts.push_back(Part{static_cast<PartKind>(n), u"k"_s, n, {{Run{u"t"_s, n % 2 == 0, n % 3 == 0}}}});
            QVERIFY(reports::letterFromJson(reports::letterToJson(kinds)) == std::optional(kinds));
        }
    }

    void whatIsNoDraftGivesNothing_data()
    {
        QTest::addColumn<QString>("json");
        const QString good = reports::letterToJson(plainLetter());
        QTest::newRow("empty") << QString();
        QTest::newRow("text") << u"Dear all"_s;
        QTest::newRow("cut off") << good.left(good.size() / 2);
        QTest::newRow("newer schema") << QString(good).replace(u"\"schema\":1"_s, u"\"schema\":2"_s);
        QTest::newRow("unknown part") << QString(good).replace(u"\"asks\",\"lines"_s, u"\"table\",\"lines"_s);
        QTest::newRow("unknown body") << QString(good).replace(u"\"to\":\"school\""_s, u"\"to\":\"police\""_s);
        QTest::newRow("a run without text") << QString(good).replace(u"\"text\":\"Enclosed:\""_s, u"\"text\":7"_s);
    }
    void whatIsNoDraftGivesNothing()
    {
        QFETCH(QString, json);
        QVERIFY(json != reports::letterToJson(plainLetter())); // the row did damage it
        QVERIFY(!reports::letterFromJson(json));
    }
};

QTEST_MAIN(TestRender)
#include "tst_render.moc"
