// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What word processors and browsers put beside the text on the clipboard is no well-formed XML, and a browser's engine
// would fetch what it names. A table needs five tags.
#include "readers/pasted_rows.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr qsizetype longestEntity = 10;

struct Tag {
    QString name;       // lower case, "/td" for an end
    QString attributes; // as written
};

QString entityText(QStringView name)
{
    static const QHash<QString, QChar> known{{u"amp"_s, u'&'},  {u"lt"_s, u'<'},          {u"gt"_s, u'>'},
                                             {u"quot"_s, u'"'}, {u"apos"_s, u'\''},       {u"nbsp"_s, u' '},
                                             {u"ndash"_s, u'–'}, {u"mdash"_s, u'—'},      {u"pound"_s, u'£'},
                                             {u"rsquo"_s, u'’'}, {u"lsquo"_s, u'‘'},      {u"eacute"_s, u'é'}};
    if (name.startsWith(u'#')) {
        const bool hex = name.size() > 1 && name[1].toLower() == u'x';
        bool number = false;
        const char32_t code = (hex ? name.mid(2).toUInt(&number, 16) : name.mid(1).toUInt(&number, 10));
        const bool sound = number && code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        return sound ? QString::fromUcs4(&code, 1) : QString();
    }
    const auto found = known.constFind(name.toString());
    return found == known.constEnd() ? QString() : QString(*found);
}

// Reads tags and words in turn. Comments, scripts and style sheets are stepped over.
class Scanner {
public:
    explicit Scanner(QStringView html) : m_html(html) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_html.size(); }
    [[nodiscard]] bool atTag() const { return m_html[m_at] == u'<'; }

    Tag tag()
    {
        if (m_html.mid(m_at).startsWith(u"<!--")) {
            skipBehind(u"-->");
            return {};
        }
        const qsizetype end = m_html.indexOf(u'>', m_at);
        const QStringView whole = end < 0 ? m_html.mid(m_at + 1) : m_html.mid(m_at + 1, end - m_at - 1);
        m_at = end < 0 ? m_html.size() : end + 1;
        qsizetype length = 0;
        while (length < whole.size() && !whole[length].isSpace() && (length == 0 || whole[length] != u'/'))
            ++length;
        Tag read{whole.first(length).toString().toLower(), whole.mid(length).toString()};
        if (read.name == u"script"_s || read.name == u"style"_s) {
            skipBehind(QString(u"</"_s + read.name));
            skipBehind(u">");
        }
        return read;
    }

    QString words()
    {
        QString text;
        while (!atEnd() && !atTag()) {
            const QChar c = m_html[m_at++];
            if (c != u'&') {
                text += c;
                continue;
            }
            const qsizetype end = m_html.mid(m_at, longestEntity).indexOf(u';');
            const QString decoded = end > 0 ? entityText(m_html.mid(m_at, end)) : QString();
            if (decoded.isEmpty()) {
                text += c;
            } else {
                text += decoded;
                m_at += end + 1;
            }
        }
        return text;
    }

private:
    void skipBehind(QStringView end)
    {
        const qsizetype found = m_html.indexOf(end, m_at, Qt::CaseInsensitive);
        m_at = found < 0 ? m_html.size() : found + end.size();
    }

    QStringView m_html;
    qsizetype m_at = 0;
};

qsizetype spanOf(const QString& attributes)
{
    const qsizetype at = attributes.indexOf(u"colspan"_s, 0, Qt::CaseInsensitive);
    if (at < 0)
        return 1;
    QString digits;
    for (qsizetype i = at + 7; i < attributes.size() && digits.size() < 3; ++i) {
        if (attributes[i].isDigit())
            digits += attributes[i];
        else if (!digits.isEmpty())
            break;
    }
    return std::clamp<qsizetype>(digits.toInt(), 1, mostPastedColumns);
}

class Cells {
public:
    void beginCell(qsizetype span)
    {
        endCell();
        m_open = true;
        m_span = span;
    }
    void endCell()
    {
        if (!m_open)
            return;
        m_row << std::exchange(m_cell, {});
        for (; m_span > 1 && m_row.size() <= mostPastedColumns; --m_span)
            m_row << QString();
        m_open = false;
    }
    void endRow()
    {
        endCell();
        if (!m_row.isEmpty())
            rows.push_back(std::exchange(m_row, {}));
    }
    void add(const QString& words)
    {
        if (m_open)
            m_cell += words;
    }
    std::vector<QStringList> rows;

private:
    QStringList m_row;
    QString m_cell;
    qsizetype m_span = 1;
    bool m_open = false;
};

} // namespace

PastedTable pastedHtml(const QString& html)
{
    bool cut = html.size() > mostPastedLetters;
    Scanner scanner(QStringView(html).first(std::min(html.size(), mostPastedLetters)));
    Cells cells;
    int tables = 0;
    while (!scanner.atEnd()) {
        if (!scanner.atTag()) {
            cells.add(scanner.words());
            continue;
        }
        const Tag tag = scanner.tag();
        if (tag.name == u"table"_s) {
            ++tables;
        } else if (tag.name == u"/table"_s && --tables <= 0) {
            break;
        } else if (tables != 1) {
            continue; // before the first one, or a table inside a cell: its words stay in the cell
        } else if (tag.name == u"tr"_s || tag.name == u"/tr"_s) {
            cells.endRow();
        } else if (tag.name == u"td"_s || tag.name == u"th"_s) {
            cells.beginCell(spanOf(tag.attributes));
        } else if (tag.name == u"/td"_s || tag.name == u"/th"_s) {
            cells.endCell();
        } else if (tag.name == u"br"_s || tag.name == u"/p"_s || tag.name == u"/div"_s || tag.name == u"/li"_s) {
            cells.add(u" "_s);
        }
        if (static_cast<qsizetype>(cells.rows.size()) >= mostPastedRows) {
            cut = true;
            break;
        }
    }
    cells.endRow();
    return squared(std::move(cells.rows), cut);
}

} // namespace readers
