// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/paper_pages.h"

#include "app/paper/drawer.h"
#include "readers/paper.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct PaperWords {
    Q_DECLARE_TR_FUNCTIONS(app::Paper)
};

class WordPages : public PaperPages {
public:
    explicit WordPages(readers::PaperText text) : m_text(std::move(text)) {}

    [[nodiscard]] int count() const override { return int(m_text.pages.size()); }
    [[nodiscard]] bool wordsOnly() const override { return true; }
    [[nodiscard]] bool isCut() const override { return m_text.cut; }
    [[nodiscard]] base::Result<PaperSheet> sheet(int page, int, const std::stop_token&) override
    {
        PaperSheet sheet;
        sheet.page = std::clamp(page, 1, count());
        sheet.text = m_text.pages[sheet.page - 1];
        return sheet;
    }

private:
    readers::PaperText m_text;
};

class DrawnPages : public PaperPages {
public:
    DrawnPages(QString drawer, QString format, QByteArray bytes)
        : m_drawer(std::move(drawer)), m_format(std::move(format)), m_bytes(std::move(bytes))
    {
    }

    [[nodiscard]] base::Result<void> look()
    {
        const auto first = drawApart(m_drawer, m_format, m_bytes, 1, 0, {});
        if (!first)
            return tl::unexpected(first.error());
        m_count = first->pages;
        m_cut = first->cut;
        return {};
    }

    [[nodiscard]] int count() const override { return m_count; }
    [[nodiscard]] bool isCut() const override { return m_cut; }
    [[nodiscard]] base::Result<PaperSheet> sheet(int page, int width, const std::stop_token& stop) override
    {
        auto drawing = drawApart(m_drawer, m_format, m_bytes, std::clamp(page, 1, m_count), std::max(1, width), stop);
        if (!drawing)
            return tl::unexpected(drawing.error());
        return PaperSheet{drawing->page, std::move(drawing->image), std::move(drawing->text), std::move(drawing->lines)};
    }

private:
    QString m_drawer;
    QString m_format;
    QByteArray m_bytes;
    int m_count = 1;
    bool m_cut = false;
};

base::Result<std::unique_ptr<PaperPages>> openWords(const QString& format, const QByteArray& bytes)
{
    auto text = readers::paperText(PaperWords::tr("This document"), format, bytes);
    if (!text)
        return tl::unexpected(text.error());
    if (text->pages.join(QString()).trimmed().isEmpty())
        return cannotShow(PaperWords::tr("There are no words in this document. It may be made of pictures."));
    return std::unique_ptr<PaperPages>(std::make_unique<WordPages>(std::move(*text)));
}

} // namespace

tl::unexpected<base::Error> cannotShow(const QString& why)
{
    return base::fail(base::ErrorKind::InputUnreadable, why,
                      PaperWords::tr("It is kept unchanged all the same. Open the file you were given in another "
                                     "program, beside this one, and write in what it says."));
}

base::Result<std::unique_ptr<PaperPages>> openPaper(const QString& drawer, const QString& format, const QByteArray& bytes)
{
    if (format == u"docx"_s || format == u"odt"_s)
        return openWords(format, bytes);
    if (format == u"doc"_s || format == u"rtf"_s)
        return cannotShow(PaperWords::tr("The program cannot show this older kind of text document."));
    if (format == u"heic"_s)
        return cannotShow(PaperWords::tr("The program cannot show photos of this kind (HEIC)."));
    auto pages = std::make_unique<DrawnPages>(drawer, format, bytes);
    BASE_TRY(pages->look());
    return std::unique_ptr<PaperPages>(std::move(pages));
}

} // namespace app
