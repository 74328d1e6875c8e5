// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nothing packaged shows a Word file inside another program: the words are enough to type from.
#include "readers/paper.h"

#include "readers/locked.h"
#include "readers/sheets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Paper)
};

constexpr qsizetype mostLetters = 2 * 1000 * 1000;
constexpr qsizetype mostPages = 2000;

// What both kinds have in common: pages of lines, cells of a table row in one line.
class TextXml : public SheetXml {
public:
    using SheetXml::SheetXml;

    PaperText finish()
    {
        endPage();
        while (m_text.pages.size() > 1 && m_text.pages.constLast().isEmpty())
            m_text.pages.removeLast();
        return std::move(m_text);
    }

protected:
    void add(QStringView words)
    {
        if (m_left <= 0 || m_text.pages.size() >= mostPages) {
            m_text.cut = m_text.cut || !words.isEmpty();
            return;
        }
        m_page += words.first(std::min(words.size(), m_left));
        m_text.cut = m_text.cut || words.size() > m_left;
        m_left -= words.size();
    }
    void endParagraph()
    {
        if (m_cells == 0)
            add(u"\n");
        else if (!m_page.endsWith(u'\t') && !m_page.endsWith(u'\n') && !m_page.endsWith(u' '))
            add(u" "); // paragraphs of one cell stay in its line
    }
    void beginCell() { ++m_cells; }
    void endCell()
    {
        --m_cells;
        while (m_page.endsWith(u' '))
            m_page.chop(1);
        if (m_cells == 0)
            add(u"\t");
    }
    void endRow()
    {
        if (m_cells > 0)
            return; // a table inside a cell
        if (m_page.endsWith(u'\t'))
            m_page.chop(1);
        add(u"\n");
    }
    void endPage()
    {
        while (m_page.endsWith(u'\n'))
            m_page.chop(1);
        if (m_text.pages.size() < mostPages)
            m_text.pages.push_back(std::exchange(m_page, {}));
    }
    [[nodiscard]] bool pageIsEmpty() const { return m_page.trimmed().isEmpty(); }

private:
    PaperText m_text;
    QString m_page;
    qsizetype m_left = mostLetters;
    int m_cells = 0;
};

// Office Open XML, ECMA-376 part 1, 17: paragraphs of runs of texts.
class WordXml : public TextXml {
public:
    using TextXml::TextXml;

protected:
    void open(std::string_view name, const SheetAttributes& attributes) override
    {
        if (name == "t") {
            m_inText = true;
        } else if (name == "tab" && m_inRun) {
            add(u" ");
        } else if (name == "cr") {
            add(u"\n");
        } else if (name == "br") {
            if (attributes.value("type") == QByteArrayView("page"))
                m_pageEnds = true;
            else
                add(u"\n");
        } else if (name == "lastRenderedPageBreak") {
            // After a page break of the writer's own, Word repeats where the page ended.
            if (!pageIsEmpty())
                endPage();
            m_pageEnds = false;
        } else if (name == "r") {
            m_inRun = true;
        } else if (name == "tc") {
            beginCell();
        }
    }
    void close(std::string_view name) override
    {
        if (name == "t")
            m_inText = false;
        else if (name == "r")
            m_inRun = false;
        else if (name == "p")
            paragraphEnds();
        else if (name == "tc")
            endCell();
        else if (name == "tr")
            endRow();
    }
    void text(QByteArrayView utf8) override
    {
        if (m_inText)
            add(QString::fromUtf8(utf8));
    }

private:
    void paragraphEnds()
    {
        endParagraph();
        if (std::exchange(m_pageEnds, false) && !pageIsEmpty())
            endPage();
    }

    bool m_inText = false;
    bool m_inRun = false;
    bool m_pageEnds = false;
};

// OpenDocument 1.2 part 1, 5 and 6.
class OpenTextXml : public TextXml {
public:
    using TextXml::TextXml;

protected:
    void open(std::string_view name, const SheetAttributes& attributes) override
    {
        if (m_skipped > 0 || name == "tracked-changes" || name == "annotation" || name == "note") {
            ++m_skipped;
        } else if (name == "p" || name == "h") {
            ++m_paragraphs;
        } else if (name == "s") {
            add(QString(std::clamp(attributes.value("c").toInt(), 1, 80), u' '));
        } else if (name == "tab") {
            add(u" ");
        } else if (name == "line-break") {
            add(u"\n");
        } else if (name == "soft-page-break") {
            if (!pageIsEmpty())
                endPage();
        } else if (name == "table-cell" || name == "covered-table-cell") {
            beginCell();
        }
    }
    void close(std::string_view name) override
    {
        if (m_skipped > 0) {
            --m_skipped;
        } else if (name == "p" || name == "h") {
            --m_paragraphs;
            endParagraph();
        } else if (name == "table-cell" || name == "covered-table-cell") {
            endCell();
        } else if (name == "table-row") {
            endRow();
        }
    }
    void text(QByteArrayView utf8) override
    {
        if (m_skipped == 0 && m_paragraphs > 0)
            add(QString::fromUtf8(utf8));
    }

private:
    int m_skipped = 0;
    int m_paragraphs = 0;
};

} // namespace

base::Result<PaperText> paperText(const QString& name, const QString& format, const QByteArray& bytes)
{
    const auto archive = ZipArchive::openBytes(bytes);
    if (!archive)
        return tl::unexpected(archive.error());
    const bool word = format == u"docx"_s;
    const ZipMember* member = (*archive)->find(word ? u"word/document.xml"_s : u"content.xml"_s);
    if (!member)
        return base::fail(base::ErrorKind::InputUnreadable, Tr::tr("“%1” holds no text the program can show.").arg(name),
                          Tr::tr("Open it in the program it was made with, beside this one."));
    if (!word) {
        const auto locked = isLockedOpenDocument(**archive);
        if (locked && *locked)
            return tl::unexpected(lockedOpenDocument(name));
    }
    if (word) {
        WordXml xml(name);
        BASE_TRY(feedAll(**archive, *member, xml));
        return xml.finish();
    }
    OpenTextXml xml(name);
    BASE_TRY(feedAll(**archive, *member, xml));
    return xml.finish();
}

} // namespace readers
