// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/import_sheets.h"

#include "app/pages/document_rows.h"
#include "app/pages/sheet_table.h"
#include "catalogue/collections.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostUnknown = 8;
constexpr int mostYearsNamed = 4;
constexpr int mostRowsSeen = 8; // of a table on the sheet; more scroll

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::ImportSheets)
};

// What stays outside, for people; readers give stable English phrases.
QString whyWords(const QString& why)
{
    static const std::pair<QLatin1StringView, const char*> words[] = {
        {"contacts"_L1, QT_TRANSLATE_NOOP("app::ImportSheets", "contacts and carers")},
        {"other pupils"_L1, QT_TRANSLATE_NOOP("app::ImportSheets", "other pupils")},
        {"siblings"_L1, QT_TRANSLATE_NOOP("app::ImportSheets", "brothers and sisters")},
        {"staff"_L1, QT_TRANSLATE_NOOP("app::ImportSheets", "members of staff")},
        {"own children"_L1, QT_TRANSLATE_NOOP("app::ImportSheets", "the person's own children")},
        {"adopters"_L1, QT_TRANSLATE_NOOP("app::ImportSheets", "people who adopted")},
    };
    for (const auto& [phrase, text] : words)
        if (why == phrase)
            return Words::tr(text);
    return why;
}

QString unknownWords(int count, const QStringList& names)
{
    return Words::tr("%n field(s) are not in the national dictionary: %1. They are kept exactly as delivered, and shown "
                     "as “meaning not known”.",
                     nullptr, count)
        .arg(names.join(u", "_s));
}

} // namespace

Text* paragraph(const QString& text, QColor Tokens::* ink, TextSize size)
{
    auto* label = new Text(text, size, ink);
    label->setWordWrap(true);
    return label;
}

QWidget* flagged(const QString& text)
{
    // Inside something first: saying shows it, and without a parent that would be a window, which takes the keyboard.
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto* notice = new Notice;
    column->addWidget(notice);
    notice->say(Notice::Kind::Look, {}, text);
    return box;
}

QWidget* filesTold(const readers::ReadReport& report, const QStringList& paths)
{
    auto* files = new QWidget;
    auto* column = new QVBoxLayout(files);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(2));
    for (const readers::ReadDocument& document : report.documents) {
        column->addWidget(
            paragraph(Words::tr("%1: %2. %3")
                          .arg(document.document.name, formatWords(document.document),
                               QLocale().formattedDataSize(document.document.size, 1, QLocale::DataSizeSIFormat))));
        for (const QString& warning : document.warnings)
            column->addWidget(flagged(warning));
        if (document.notTriedOnRealFile)
            column->addWidget(
                paragraph(Words::tr("This kind of file has not been tried on a real one yet, so look twice."),
                          &Tokens::ochreText));
    }
    if (report.documents.empty())
        for (const QString& path : paths)
            column->addWidget(paragraph(QFileInfo(path).fileName()));
    return files;
}

QString previewHeadline(const desk::Preview& preview)
{
    if (preview.values == 0)
        return Words::tr("There is nothing about this person in it.");
    if (preview.held == preview.entries)
        return Words::tr("All of this is in the record already.");
    QStringList years;
    for (const catalogue::AcademicYear& year : preview.newYears)
        years << year.text();
    if (years.isEmpty())
        return {};
    if (years.size() > mostYearsNamed)
        return Words::tr("This fills %n school year(s).", nullptr, int(years.size()));
    return Words::tr("This fills a gap: %1.").arg(QLocale().createSeparatedList(years));
}

QWidget* previewTold(const desk::Preview& preview)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(3));
    QStringList sums{Words::tr("%n value(s)", nullptr, int(preview.values)),
                     Words::tr("%n entry(ies)", nullptr, int(preview.entries)),
                     Words::tr("%n already here", nullptr, int(preview.held))};
    auto* sum = paragraph(sums.join(u"    "_s), &Tokens::ink, TextSize::Lead);
    sum->setAccessibleName(sums.join(u", "_s));
    column->addWidget(sum);

    auto* counts = new SheetTable(Words::tr("What it brings, by collection and school year"),
                                  {Words::tr("Count, test or return"), Words::tr("School year"), Words::tr("Entries"),
                                   Words::tr("Values"), Words::tr("Already here")});
    for (const desk::Preview::Line& line : preview.lines)
        counts->addRow({catalogue::collectionName(line.collection),
                        line.year ? line.year->text() : Words::tr("not stated"), QLocale().toString(line.entries),
                        QLocale().toString(line.values), QLocale().toString(line.held)});
    counts->fit(mostRowsSeen);
    column->addWidget(counts);

    if (!preview.samples.empty()) {
        column->addSpacing(u(2));
        auto* samples = new SheetTable(Words::tr("Some of the values"),
                                       {Words::tr("Some of it, in plain words"), Words::tr("Name in the file"),
                                        Words::tr("From"), Words::tr("What it says")});
        for (const desk::Preview::Sample& one : preview.samples)
            samples->addRow({one.title, one.name, one.when,
                             one.meaning.isEmpty() || one.meaning == one.raw
                                 ? one.raw
                                 : Words::tr("%1 (%2)").arg(one.meaning, one.raw)});
        samples->setFieldColumn(1);
        samples->fit(mostRowsSeen);
        column->addWidget(samples);
    }
    QStringList unknown;
    int count = 0;
    for (const readers::ReadDocument& document : preview.read.documents) {
        count += int(document.unknown.size());
        for (const readers::ReadDocument::Unknown& one : document.unknown)
            if (unknown.size() < mostUnknown)
                unknown << one.name;
    }
    if (count > 0)
        column->addWidget(flagged(unknownWords(count, unknown)));
    return box;
}

void addLeftOut(QVBoxLayout& column, const readers::ReadDocument& document)
{
    QStringList notTaken;
    for (const readers::ReadDocument::NotTaken& one : document.notTaken)
        if (one.count > 0)
            notTaken << Words::tr("%1 (%2)").arg(whyWords(one.why), QLocale().toString(one.count));
    if (!notTaken.isEmpty())
        column.addWidget(paragraph(Words::tr("Not taken: %1.").arg(notTaken.join(u", "_s)), &Tokens::ink2));
    if (!document.unknown.empty()) {
        QStringList names;
        for (const readers::ReadDocument::Unknown& one : document.unknown)
            if (names.size() < mostUnknown)
                names << one.name;
        column.addWidget(flagged(unknownWords(int(document.unknown.size()), names)));
    }
    for (const QString& warning : document.warnings)
        column.addWidget(flagged(warning));
}

void tellImported(MarginSheet& sheet, const desk::ImportReport& report)
{
    qint64 values = 0;
    for (const desk::ImportReport::Line& line : report.documents)
        values += line.imported.values;
    auto* top = new Text(values > 0 ? Words::tr("Added: %n value(s).", nullptr, int(values))
                                    : Words::tr("Nothing new: all of this was here already."),
                         TextSize::Headline);
    top->setWordWrap(true);
    sheet.addRow(new Text(Words::tr("Stored"), TextSize::Body, &Tokens::ink2), top);
    for (const desk::ImportReport::Line& line : report.documents) {
        auto* box = new QWidget;
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(u());
        auto* name = new Text(line.read.document.name, TextSize::Section);
        name->setWordWrap(true);
        column->addWidget(name);
        column->addWidget(paragraph(formatWords(line.read.document)));
        if (line.imported.alreadyHeld) {
            column->addWidget(paragraph(Words::tr("This very file was in the record already."), &Tokens::ink2));
        } else {
            column->addWidget(paragraph(Words::tr("Taken: %1, %2.")
                                            .arg(Words::tr("%n entry(ies)", nullptr, int(line.imported.entries)),
                                                 Words::tr("%n value(s)", nullptr, int(line.imported.values)))));
            if (line.imported.witnesses > 0)
                column->addWidget(paragraph(
                    Words::tr("%n entry(ies) were here already; this file is kept as one that says so too.", nullptr,
                       int(line.imported.witnesses)),
                    &Tokens::ink2));
            if (line.imported.disagreeing > 0)
                column->addWidget(flagged(Words::tr("%n of them say something else here. Both are shown, neither is preferred.",
                                             nullptr, int(line.imported.disagreeing))));
        }
        addLeftOut(*column, line.read);
        sheet.addRule(4);
        sheet.addRow(Words::tr("File"), box, 3);
    }
    if (report.otherPupils > 0)
        sheet.addRow(Words::tr("Other children"),
                       flagged(report.othersEstimated
                                   ? Words::tr("About %1 other pupils were in what you were given and stay out. Please tell the school.")
                                         .arg(QLocale().toString(report.otherPupils))
                                   : Words::tr("%n other pupil(s) were in what you were given and stay out. Please tell the school.",
                                               nullptr, int(report.otherPupils))),
                       4);
    sheet.addStretch();
}

} // namespace app
