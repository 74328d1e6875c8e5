// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixtures.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace fixtures {

base::Result<void> Collected::entry(int part, int pupil, record::Entry entry)
{
    entries.push_back(std::move(entry));
    parts.push_back(part);
    pupils.push_back(pupil);
    return {};
}

qint64 Collected::values() const
{
    qint64 count = 0;
    for (const record::Entry& entry : entries)
        count += static_cast<qint64>(entry.values.size());
    return count;
}

QString Collected::raw(std::size_t entry, const QString& name) const
{
    if (entry >= entries.size())
        return {};
    for (const record::Value& value : entries[entry].values) {
        if (value.name == name)
            return value.raw;
    }
    return {};
}

record::Selection person(const QString& name, QDate born, const QString& upn)
{
    record::Selection selection;
    selection.person.name = name;
    selection.person.born = born;
    selection.person.upn = upn;
    return selection;
}

record::Selection everyone()
{
    record::Selection selection;
    selection.everyone = true;
    return selection;
}

void keepSeed(const QByteArray& bytes)
{
    const QString folder = qEnvironmentVariable("PUPIL_RECORD_SEEDS");
    if (folder.isEmpty() || bytes.size() > 32'768)
        return;
    QFile file(folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex()));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

Outcome readParts(std::vector<readers::SourcePart> parts, const record::Selection& selection)
{
    for (const readers::SourcePart& part : parts) {
        QByteArray bytes(32'769, Qt::Uninitialized);
        const auto count = part.bytes->read(bytes.data(), bytes.size());
        if (count)
            keepSeed(bytes.left(*count));
        if (!part.bytes->rewind())
            qFatal("a part could not be read again");
    }
    readers::Source source{std::move(parts)};
    Collected sink;
    auto report = readers::read(source, selection, sink);
    return {std::move(report), std::move(sink)};
}

Outcome readText(const QByteArray& text, const record::Selection& selection, const QString& name)
{
    return readParts({readers::bufferPart(name, text)}, selection);
}

QByteArray zipped(const Members& members)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    int error = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : members) {
        zip_source_t* source = zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index = zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (name == "mimetype"_L1)
            zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(archive);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Members xlsxMembers(const QByteArray& sheetData, const QByteArray& strings, bool since1904, bool absolute)
{
    const QByteArray types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    const QByteArray top = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    const QByteArray book = "<workbook xmlns:r=\"u\"><workbookPr date1904=\"" + QByteArray(since1904 ? "1" : "0") +
                            "\"/><sheets><sheet name=\"Notes\" sheetId=\"1\" r:id=\"n\"/><sheet name=\"Results\" sheetId=\"2\" r:id=\"s\"/></sheets></workbook>";
    const QByteArray folder = absolute ? "/xl/" : "";
    const QByteArray relations = "<Relationships><Relationship Id=\"s\" Type=\"http://x/worksheet\" Target=\"" + folder +
                                 "worksheets/sheet2.xml\"/><Relationship Id=\"n\" Type=\"http://x/worksheet\" Target=\"" + folder +
                                 "worksheets/sheet1.xml\"/><Relationship Id=\"t\" Type=\"http://x/sharedStrings\" Target=\"" + folder +
                                 "sharedStrings.xml\"/><Relationship Id=\"y\" Type=\"http://x/styles\" Target=\"" + folder + "styles.xml\"/></Relationships>";
    const QByteArray styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                              "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    return {{u"[Content_Types].xml"_s, types},
            {u"_rels/.rels"_s, top},
            {u"xl/workbook.xml"_s, book},
            {u"xl/_rels/workbook.xml.rels"_s, relations},
            {u"xl/styles.xml"_s, styles},
            {u"xl/sharedStrings.xml"_s, "<sst>" + strings + "</sst>"},
            {u"xl/worksheets/sheet1.xml"_s, "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>For your information</t></is></c></row></sheetData></worksheet>"},
            {u"xl/worksheets/sheet2.xml"_s, "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>"}};
}

QByteArray xlsx(const QByteArray& sheetData, const QByteArray& strings, bool since1904, bool absolute)
{
    return zipped(xlsxMembers(sheetData, strings, since1904, absolute));
}

QByteArray xlsxOf(const Members& sheets)
{
    QByteArray list;
    QByteArray relations;
    Members members = xlsxMembers({});
    std::erase_if(members, [](const auto& member) { return member.first.startsWith("xl/worksheets"_L1); });
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(int(i) + 1);
        list += "<sheet name=\"" + sheets[i].first.toUtf8() + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\"/>";
        relations += "<Relationship Id=\"s" + number + "\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        QByteArray rows;
        for (const QByteArray& line : sheets[i].second.split('\n')) {
            rows += "<row>";
            for (const QByteArray& cell : line.split(',')) {
                bool isNumber = false;
                static_cast<void>(cell.toLongLong(&isNumber));
                const QDate day = QDate::fromString(QString::fromUtf8(cell), u"dd/MM/yyyy"_s);
                if (cell.isEmpty())
                    rows += "<c/>";
                else if (day.isValid())
                    rows += "<c s=\"1\"><v>" + QByteArray::number(QDate(1899, 12, 30).daysTo(day)) + "</v></c>";
                else if (isNumber)
                    rows += "<c><v>" + cell + "</v></c>";
                else
                    rows += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
            }
            rows += "</row>";
        }
        members.push_back({QString(u"xl/worksheets/sheet"_s + QString::fromLatin1(number) + u".xml"), QByteArray("<worksheet><sheetData>" + rows + "</sheetData></worksheet>")});
    }
    for (auto& [name, bytes] : members) {
        if (name == "xl/workbook.xml"_L1)
            bytes = "<workbook xmlns:r=\"u\"><sheets>" + list + "</sheets></workbook>";
        else if (name == "xl/_rels/workbook.xml.rels"_L1)
            bytes = "<Relationships><Relationship Id=\"y\" Type=\"http://x/styles\" Target=\"styles.xml\"/>" + relations + "</Relationships>";
    }
    return zipped(members);
}

QByteArray ods(const QByteArray& tables)
{
    const QByteArray content = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>" + tables +
                               "</office:spreadsheet></office:body></office:document-content>";
    return zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"}, {u"content.xml"_s, content}});
}

} // namespace fixtures
