// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xlsx_book.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

using base::ErrorKind;
using base::fail;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Xlsx)
};

constexpr qsizetype longestText = 1024 * 1024;

struct Relation {
    QString id;
    QString type; // last word of the type's address
    QString target;
};

class Relations : public SheetXml {
public:
    using SheetXml::SheetXml;
    std::vector<Relation> list;

protected:
    void open(std::string_view name, const SheetAttributes& attributes) override
    {
        if (name != "Relationship")
            return;
        if (list.size() >= std::size_t(mostZipMembers)) {
            refuse({ErrorKind::InputUnreadable, Tr::tr("The workbook holds more parts than a workbook ever has."), Tr::tr("Ask for a CSV file."), {}});
            return;
        }
        const QString type = QString::fromUtf8(attributes.value("Type"));
        list.push_back({QString::fromUtf8(attributes.value("Id")), type.mid(type.lastIndexOf(u'/') + 1), QString::fromUtf8(attributes.value("Target"))});
    }
    void close(std::string_view /*name*/) override {}
    void text(QByteArrayView /*utf8*/) override {}
};

class Workbook : public SheetXml {
public:
    using SheetXml::SheetXml;
    std::vector<std::pair<QString, QString>> sheets; // name, relation
    bool since1904 = false;

protected:
    void open(std::string_view name, const SheetAttributes& attributes) override
    {
        if (name == "sheet" && sheets.size() >= mostSheets)
            refuse({ErrorKind::InputUnreadable, Tr::tr("The workbook holds more than a thousand sheets."), Tr::tr("Ask for a CSV file."), {}});
        else if (name == "sheet")
            sheets.emplace_back(QString::fromUtf8(attributes.value("name")), QString::fromUtf8(attributes.value("id")));
        else if (name == "workbookPr")
            since1904 = attributes.value("date1904") == QByteArrayView("1") || attributes.value("date1904") == QByteArrayView("true");
    }
    void close(std::string_view /*name*/) override {}
    void text(QByteArrayView /*utf8*/) override {}
};

class SharedStrings : public SheetXml {
public:
    using SheetXml::SheetXml;
    std::vector<QByteArray> list;

protected:
    void open(std::string_view name, const SheetAttributes& /*attributes*/) override
    {
        if (name == "si")
            m_text.clear();
        else if (name == "rPh")
            m_phonetic = true; // how Japanese words are said; not part of the text
        else if (name == "t")
            m_inText = !m_phonetic;
    }
    void close(std::string_view name) override
    {
        if (name == "t")
            m_inText = false;
        else if (name == "rPh")
            m_phonetic = false;
        else if (name == "si") {
            list.push_back(m_text);
            m_bytes += m_text.size();
            if (m_bytes > mostSheetBytes)
                refuseTooMuchText();
            if (list.size() > std::size_t(mostCells))
                refuse({ErrorKind::InputUnreadable, Tr::tr("The workbook holds more than two million texts."), Tr::tr("Ask for a CSV file."), {}});
        }
    }
    void text(QByteArrayView utf8) override
    {
        if (!m_inText)
            return;
        m_text.append(utf8);
        if (m_text.size() > longestText)
            refuse({ErrorKind::InputUnreadable, Tr::tr("The workbook holds a text of more than a million letters."), Tr::tr("Ask for a CSV file."), {}});
    }

private:
    QByteArray m_text;
    qint64 m_bytes = 0;
    bool m_inText = false;
    bool m_phonetic = false;
};

// Day, month or year letters outside quotation marks and brackets make a number a date.
bool isDateFormat(QByteArrayView code)
{
    bool quoted = false;
    bool bracket = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (c == '[')
            bracket = true;
        else if (c == ']')
            bracket = false;
        else if (!quoted && !bracket && (c == 'd' || c == 'D' || c == 'y' || c == 'Y'))
            return true;
    }
    return false;
}

class Styles : public SheetXml {
public:
    using SheetXml::SheetXml;
    std::vector<bool> dates;

protected:
    void open(std::string_view name, const SheetAttributes& attributes) override
    {
        if (name == "numFmt") {
            m_formats.insert(attributes.value("numFmtId").toInt(), isDateFormat(attributes.value("formatCode")));
        } else if (name == "cellXfs") {
            m_inCells = true;
        } else if (name == "xf" && m_inCells) {
            const int id = attributes.value("numFmtId").toInt();
            const bool builtIn = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
            dates.push_back(m_formats.value(id, builtIn));
        }
    }
    void close(std::string_view name) override
    {
        if (name == "cellXfs")
            m_inCells = false;
    }
    void text(QByteArrayView /*utf8*/) override {}

private:
    QHash<int, bool> m_formats;
    bool m_inCells = false;
};

// A target is written against the folder of the file that names it, or from the top with a slash before it.
QString resolved(const QString& folder, const QString& target)
{
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList path = folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString& step : target.split(u'/', Qt::SkipEmptyParts)) {
        if (step == ".."_L1 && !path.isEmpty())
            path.removeLast();
        else if (step != "."_L1 && step != ".."_L1)
            path << step;
    }
    return path.join(u'/');
}

base::Result<std::vector<Relation>> relationsOf(ZipArchive& archive, const QString& path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString file = path.left(slash + 1) + u"_rels/" + path.mid(slash + 1) + u".rels";
    const ZipMember* member = archive.find(file);
    if (!member)
        return std::vector<Relation>{};
    Relations relations(path);
    BASE_TRY(feedAll(archive, *member, relations));
    return relations.list;
}

} // namespace

int xlsxColumn(QByteArrayView reference)
{
    int column = 0;
    for (const char c : reference) {
        if (c >= 'A' && c <= 'Z')
            column = column * 26 + (c - 'A' + 1);
        else
            break;
        if (column > 16384)
            return -1;
    }
    return column - 1;
}

base::Result<XlsxBook> readXlsxBook(ZipArchive& archive, const QString& name)
{
    QString bookPath = u"xl/workbook.xml"_s;
    const auto top = relationsOf(archive, {});
    if (!top)
        return tl::unexpected(top.error());
    for (const Relation& relation : *top) {
        if (relation.type == "officeDocument"_L1)
            bookPath = resolved({}, relation.target);
    }
    const ZipMember* member = archive.find(bookPath);
    if (!member)
        return fail(ErrorKind::InputUnreadable, Tr::tr("“%1” looks like an Excel workbook, but the workbook is missing inside.").arg(name),
                    Tr::tr("Open it in a spreadsheet program and save it again, or ask for a CSV file."));
    Workbook workbook(name);
    BASE_TRY(feedAll(archive, *member, workbook));
    const auto relations = relationsOf(archive, bookPath);
    if (!relations)
        return tl::unexpected(relations.error());
    const QString folder = bookPath.left(bookPath.lastIndexOf(u'/') + 1);
    XlsxBook book;
    book.parts << u"[Content_Types].xml"_s << u"_rels/.rels"_s << u"docProps/core.xml"_s << u"docProps/app.xml"_s << bookPath
               << folder + u"_rels/" + bookPath.mid(folder.size()) + u".rels" << folder + u"calcChain.xml";
    book.since1904 = workbook.since1904;
    QHash<QString, QString> worksheets;
    for (const Relation& relation : *relations) {
        if (relation.type == "worksheet"_L1)
            worksheets.insert(relation.id, resolved(folder, relation.target));
    }
    for (const auto& [sheet, id] : workbook.sheets) {
        if (const auto path = worksheets.constFind(id); path != worksheets.cend()) {
            book.sheets.push_back({sheet, *path});
            book.parts << *path;
        }
    }
    for (const Relation& relation : *relations) {
        const QString path = resolved(folder, relation.target);
        const ZipMember* part = archive.find(path);
        if (relation.type == "sharedStrings"_L1 || relation.type == "styles"_L1 || relation.type == "theme"_L1)
            book.parts << path;
        if (part && relation.type == "sharedStrings"_L1) {
            SharedStrings strings(name);
            BASE_TRY(feedAll(archive, *part, strings));
            book.strings = std::move(strings.list);
        } else if (part && relation.type == "styles"_L1) {
            Styles styles(name);
            BASE_TRY(feedAll(archive, *part, styles));
            book.dateStyles = std::move(styles.dates);
        }
    }
    return book;
}

} // namespace readers
