// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/document_rows.h"

#include "catalogue/collections.h"
#include "insight/unknown_fields.h"

#include <QCoreApplication>

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostUnknownNames = 12;

// For lupdate: a context of its own, with plurals.
class DocumentWords {
    Q_DECLARE_TR_FUNCTIONS(app::DocumentWords)
};

} // namespace

std::vector<DocumentRow> documentRows(const record::Record& record)
{
    std::vector<DocumentRow> rows;
    std::unordered_map<record::DocumentId, std::size_t> at;
    for (const record::Document& document : record.documents) {
        at.emplace(document.id, rows.size());
        rows.push_back({});
        rows.back().document = &document;
    }
    std::unordered_map<record::DocumentId, std::pair<catalogue::AcademicYear, catalogue::AcademicYear>> spans;
    insight::UnknownFields unknown;
    for (const record::Entry& entry : record.entries) {
        if (const auto it = at.find(entry.document); it != at.end()) {
            DocumentRow& row = rows[it->second];
            if (entry.writtenIn) {
                row.writtenIn += int(entry.values.size());
                continue;
            }
            ++row.entries;
            row.values += int(entry.values.size());
            const QString name = catalogue::collectionName(entry.collection);
            if (!row.collections.contains(name))
                row.collections << name;
            if (entry.year) {
                auto [span, fresh] = spans.try_emplace(entry.document, *entry.year, *entry.year);
                if (!fresh)
                    span->second = {std::min(span->second.first, *entry.year),
                                    std::max(span->second.second, *entry.year)};
            }
            for (const record::Value& value : entry.values) {
                if (!unknown.holds(value))
                    continue;
                ++row.unknown;
                if (row.unknownNames.size() < mostUnknownNames && !row.unknownNames.contains(value.name))
                    row.unknownNames << value.name;
            }
        }
        for (const record::Witness& witness : entry.witnesses)
            if (const auto it = at.find(witness.document); it != at.end()) {
                ++rows[it->second].witnesses;
                rows[it->second].disagreeing += witness.agrees ? 0 : 1;
            }
    }
    for (const auto& [id, span] : spans)
        rows[at[id]].years = span.first == span.second ? QStringList{span.first.text()}
                                                       : QStringList{span.first.text(), span.second.text()};
    return rows;
}

QString formatWords(const record::Document& document)
{
    static const std::pair<QLatin1StringView, const char*> words[] = {
        {"npd-table"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "National Pupil Database table")},
        {"giap"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Get Information About Pupils download")},
        {"ctf"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Common Transfer File")},
        {"census-xml"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "School Census return")},
        {"census-tables"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "School Census tables")},
        {"pdf"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "PDF, to read")},
        {"jpeg"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Photo, to read")},
        {"heic"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Photo, to read")},
        {"png"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Picture, to read")},
        {"gif"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Picture, to read")},
        {"bmp"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Picture, to read")},
        {"webp"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Picture, to read")},
        {"tiff"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Scan, to read")},
        {"docx"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Word document, to read")},
        {"doc"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Word document, to read")},
        {"odt"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Text document, to read")},
        {"rtf"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Text document, to read")},
        {"cin-xml"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Children in Need census")},
        {"cin-tables"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Children in Need census, a table")},
        {"ssda903-xml"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Return about children in care")},
        {"ssda903-tables"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Return about children in care, a table")},
        {"ilr-xml"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "College record (ILR)")},
        {"lrs"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Answer of the Learning Records Service")},
        {"hesa"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "University record (HESA)")},
        {"la-table"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Table of a local authority")},
        {"giap-json"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Get Information About Pupils search")},
        {"education-record"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Education Record app")},
        {"mis-json"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "A school's own system")},
        {"credentials"_L1, QT_TRANSLATE_NOOP("app::DocumentWords", "Award or learning record as a credential")},
    };
    QString name = document.format;
    for (const auto& [format, text] : words)
        if (document.format == format)
            name = DocumentWords::tr(text);
    return document.version.isEmpty() ? name : DocumentWords::tr("%1, version %2").arg(name, document.version);
}

} // namespace app
