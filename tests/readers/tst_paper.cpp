// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/paper.h"
#include "readers/pasted_table.h"
#include "record/written_in.h"
#include "table_fixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray wordFile(const QByteArray& body)
{
    return fixtures::zipped({{u"[Content_Types].xml"_s, "<Types/>"},
                            {u"word/document.xml"_s,
                             "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body>" + body + "</w:body></w:document>"}});
}

QByteArray openText(const QByteArray& body, const QByteArray& type = "application/vnd.oasis.opendocument.text")
{
    return fixtures::zipped({{u"mimetype"_s, type},
                            {u"META-INF/manifest.xml"_s, "<manifest/>"},
                            {u"content.xml"_s, "<?xml version=\"1.0\"?><o:document-content xmlns:o=\"urn:o\" "
                                               "xmlns:text=\"urn:t\" xmlns:table=\"urn:b\"><o:body>" +
                                                   body + "</o:body></o:document-content>"}});
}

QByteArray paragraph(const QByteArray& words)
{
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

QString format(const QString& name, const QByteArray& bytes)
{
    return readers::paperFormat(name, bytes).value_or(u"refused"_s);
}

} // namespace

class TestPaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsPaperByItsBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n…") << u"pdf"_s;
        QTest::newRow("pdf behind a line of the scanner's") << QByteArray("\n\nscan\n%PDF-1.4") << u"pdf"_s;
        QTest::newRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0 …") << u"jpeg"_s;
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n") << u"png"_s;
        QTest::newRow("tiff") << QByteArray("MM\0*\0\0\0\x08", 8) << u"tiff"_s;
        QTest::newRow("heic") << QByteArray("\0\0\0\x18" "ftypheic", 12) << u"heic"_s;
        QTest::newRow("webp") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << u"webp"_s;
        QTest::newRow("rtf") << QByteArray("{\\rtf1 a}") << u"rtf"_s;
        QTest::newRow("docx") << wordFile(paragraph("a")) << u"docx"_s;
        QTest::newRow("odt") << openText("<text:p>a</text:p>") << u"odt"_s;
        QTest::newRow("old Word") << QByteArray(QByteArray("\xD0\xCF\x11\xE0") +
                                                QByteArray("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24))
                                  << u"doc"_s;
    }
    void knowsPaperByItsBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, wanted);
        QCOMPARE(format(u"handed over"_s, bytes), wanted);
        QVERIFY(record::formatsToRead().contains(wanted));
    }

    void refusesWhatNeedsNoTyping()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray("UPN,Gender\nA,F\n"), QByteArray("<CTfile/>"), QByteArray("BMW,Gender\n"),
              openText("<text:p/>", "application/vnd.oasis.opendocument.spreadsheet"),
              fixtures::zipped({{u"xl/workbook.xml"_s, "<workbook/>"}}), QByteArray("PK\x03\x04 cut off")}) {
            const auto refused = readers::paperFormat(u"a.csv"_s, bytes);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, base::ErrorKind::InputUnreadable);
            QVERIFY(!refused.error().next.isEmpty());
        }
    }

    void wordsOfAWordFile()
    {
        const auto text = readers::paperText(
            u"a.docx"_s, u"docx"_s,
            wordFile(paragraph("Dear M\xC3\xADna") + "<w:p><w:r><w:t>She </w:t></w:r><w:del><w:r><w:delText>never "
                     "</w:delText></w:r></w:del><w:r><w:t>came</w:t><w:br/><w:t>late</w:t></w:r></w:p>"
                     "<w:tbl><w:tr><w:tc>" + paragraph("Subject") + "</w:tc><w:tc>" + paragraph("Grade") +
                     "</w:tc></w:tr><w:tr><w:tc>" + paragraph("Maths") + "</w:tc><w:tc>" + paragraph("") +
                     "</w:tc></w:tr></w:tbl>"));
        QVERIFY(text);
        QCOMPARE(text->pages, QStringList{u"Dear Mína\nShe came\nlate\nSubject\tGrade\nMaths\t"_s});
        QVERIFY(!text->cut);
    }

    void pagesOfAWordFile()
    {
        const auto text = readers::paperText(
            u"a.docx"_s, u"docx"_s,
            wordFile(paragraph("one") + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r>"
                     "<w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/>"
                     "<w:t>three</w:t></w:r></w:p>"));
        QVERIFY(text);
        QCOMPARE(text->pages, (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    }

    void wordsOfAnOpenText()
    {
        const auto text = readers::paperText(
            u"a.odt"_s, u"odt"_s,
            openText("<text:tracked-changes><text:p>struck out</text:p></text:tracked-changes><text:h>Report</text:h>"
                     "<text:p>a<text:s text:c=\"3\"/>b<o:annotation><text:p>a note</text:p></o:annotation></text:p>"
                     "<table:table><table:table-row><table:table-cell><text:p>Maths</text:p></table:table-cell>"
                     "<table:table-cell><text:p>B</text:p><text:p>good</text:p></table:table-cell></table:table-row>"
                     "</table:table><text:soft-page-break/><text:p>next</text:p>"));
        QVERIFY(text);
        QCOMPARE(text->pages, (QStringList{u"Report\na   b\nMaths\tB good"_s, u"next"_s}));
    }

    void boundsWhatAWordFileSays()
    {
        const auto long_ = readers::paperText(u"a.docx"_s, u"docx"_s,
                                              wordFile(paragraph(QByteArray(1'500'000, 'a')) +
                                                       paragraph(QByteArray(1'500'000, 'b'))));
        // Text of one letter packs so well that the zip is refused as a bomb; either way memory stays bounded.
        if (long_) {
            QVERIFY(long_->cut);
            QVERIFY(long_->pages.join(QString()).size() <= 2'000'000);
        } else {
            QCOMPARE(long_.error().kind, base::ErrorKind::InputUnreadable);
        }
        const auto entities = readers::paperText(
            u"a.docx"_s, u"docx"_s,
            fixtures::zipped({{u"word/document.xml"_s, "<!DOCTYPE d [<!ENTITY a \"b\">]><d>&a;</d>"}}));
        QVERIFY(!entities);
        QVERIFY(!readers::paperText(u"a.docx"_s, u"docx"_s, "PK"));
        QVERIFY(!readers::paperText(u"a.odt"_s, u"odt"_s, fixtures::zipped({{u"mimetype"_s, "a"}})));
    }

    void pastesTabs()
    {
        const auto table = readers::pastedText(u"Subject\tGrade\tYear\r\nMaths\tA\t2013/14\r\n\r\nArt\t\t2014/15\r\n"_s);
        QCOMPARE(table.columns, 3);
        QCOMPARE(table.rows.size(), std::size_t{3});
        QCOMPARE(table.rows[2], (QStringList{u"Art"_s, QString(), u"2014/15"_s}));
        QVERIFY(table.headings);
        QVERIFY(!table.cut);
    }

    void pastesColumnsOfBlanks()
    {
        // As a PDF gives them: one blank inside a cell, gaps between columns, a cell left empty in the middle.
        const auto table = readers::pastedText(u"Subject           Level   Comment\n"
                                               "English language  4       works well\n"
                                               "Maths                     absent\n"_s);
        QCOMPARE(table.columns, 3);
        QCOMPARE(table.rows[1], (QStringList{u"English language"_s, u"4"_s, u"works well"_s}));
        QCOMPARE(table.rows[2], (QStringList{u"Maths"_s, QString(), u"absent"_s}));
        QVERIFY(table.headings);
        // Uneven blanks, as many cells in each row.
        const auto ragged = readers::pastedText(u"Maths  4\nEnglish language  5\n"_s);
        QCOMPARE(ragged.rows[1], (QStringList{u"English language"_s, u"5"_s}));
        QVERIFY(!ragged.headings); // a figure in the first row
    }

    void proseIsNoTable()
    {
        const auto table = readers::pastedText(u"She came late. He did not.\nNobody knows why.\n"_s);
        QCOMPARE(table.columns, 1);
        QVERIFY(!table.headings);
        QVERIFY(readers::pastedText(u"\n  \n"_s).rows.empty());
    }

    void pastesHtml()
    {
        const auto table = readers::pastedHtml(
            u"<html><head><style>td{color:red}</style></head><body><p>before</p><!-- <table><tr><td>no</td></tr></table> -->"
            "<table border=1><tr><th>Subject<th>Grade</tr>\n<tr><td colspan=2>Maths &amp; <b>Art</b>&nbsp;&#8211; x</td></tr>"
            "<tr><td><p>A</p><p>B</p><table><tr><td>in</td></tr></table></td><td><script>alert('<td>')</script>C</td></tr>"
            "</table><table><tr><td>second</td></tr></table>"_s);
        QCOMPARE(table.columns, 2);
        QCOMPARE(table.rows.size(), std::size_t{3});
        QCOMPARE(table.rows[0], (QStringList{u"Subject"_s, u"Grade"_s}));
        QCOMPARE(table.rows[1], (QStringList{u"Maths & Art – x"_s, QString()}));
        QCOMPARE(table.rows[2][0], u"A B in"_s);
        QCOMPARE(table.rows[2][1], u"C"_s);
        QVERIFY(readers::pastedHtml(u"<p>no table &lt;td&gt;</p>"_s).rows.empty());
        QVERIFY(readers::pastedHtml(u"<table><tr><td"_s).rows.empty());
    }

    void boundsWhatIsPasted()
    {
        QString many;
        for (int i = 0; i < 3000; ++i)
            many += u"a\tb\n"_s;
        const auto rows = readers::pastedText(many);
        QVERIFY(rows.cut);
        QCOMPARE(rows.rows.size(), std::size_t{readers::mostPastedRows});
        const auto columns = readers::pastedText(QString(200, u'\t') + u"x"_s);
        QVERIFY(columns.columns <= readers::mostPastedColumns);
        QVERIFY(readers::pastedText(QString(2'000'000, u'a')).cut);
        const auto spans = readers::pastedHtml(u"<table><tr>"_s + u"<td colspan=999>"_s.repeated(500));
        QVERIFY(spans.columns <= readers::mostPastedColumns);
    }

    void headingsBecomeFields()
    {
        const auto table = readers::pastedText(u"EthnicGroupMinor\tOur own words\tAcademic year\tTerm\n"
                                               "WBRI\tfine\t2012/13\tspring\n"_s);
        const auto columns = readers::pastedColumns(table, u"SC"_s, {});
        QCOMPARE(columns.size(), std::size_t{4});
        QVERIFY(columns[0].item.startsWith(u"EthnicGroupMinor"_s));
        QCOMPARE(columns[0].heading, u"EthnicGroupMinor"_s);
        QCOMPARE(columns[1].item, QString());
        QVERIFY(columns[2].role == readers::PastedColumn::Role::Year);
        QVERIFY(columns[3].role == readers::PastedColumn::Role::Term);
        // The class a child was in is no time.
        const auto classes = readers::pastedText(u"Subject\tYear\nMaths\t4\n"_s);
        QVERIFY(readers::pastedColumns(classes, u"SC"_s, {})[1].role == readers::PastedColumn::Role::Field);
    }

    void rowsBecomeEntries()
    {
        const auto table = readers::pastedText(u"Subject\tGrade\tAcademic year\nMaths\t A \t2012/13\nArt\t\tlast year\n"_s);
        readers::PastedPlan plan;
        plan.columns = readers::pastedColumns(table, u"KS4"_s, {});
        plan.columns[2].role = readers::PastedColumn::Role::Year; // the person says so
        plan.collection = u"KS4"_s;
        plan.year = catalogue::AcademicYear{2015};
        plan.document = {7};
        plan.place = u"page 2"_s;
        const auto entries = readers::pastedEntries(table, plan);
        QCOMPARE(entries.size(), std::size_t{2});
        QVERIFY(entries[0].writtenIn);
        QCOMPARE(entries[0].document.n, 7);
        QCOMPARE(entries[0].year->text(), u"2012/13"_s);
        QCOMPARE(entries[0].values.size(), std::size_t{2});
        QCOMPARE(entries[0].values[1].raw, u"A"_s);
        QCOMPARE(entries[0].values[1].where.text(), u"page 2, table row 2"_s);
        // An empty cell writes nothing; what is no year is kept in its own words.
        QCOMPARE(entries[1].year->text(), u"2015/16"_s);
        QCOMPARE(entries[1].values.size(), std::size_t{2});
        QCOMPARE(entries[1].values[1].raw, u"last year"_s);
        plan.columns.pop_back();
        QVERIFY(readers::pastedEntries(table, plan).empty()); // a plan for another table
    }
};

QTEST_GUILESS_MAIN(TestPaper)
#include "tst_paper.moc"
