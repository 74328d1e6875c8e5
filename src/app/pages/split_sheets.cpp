// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/split_sheets.h"

#include "app/pages/document_rows.h"
#include "app/pages/import_sheets.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::SplitSheets)
};

QString howLong(const desk::SplitPlan& plan)
{
    const QString one = QLocale().toString(double(plan.oneTakes) / 1000, 'f', 1);
    return Words::tr("Making %n record file(s) takes %1.", nullptr, int(plan.pupils - plan.already)).arg(aboutTime(plan.seconds)) + u' ' +
        Words::tr("Every passphrase is made slow to guess, on purpose: %1 seconds of work for each file.").arg(one) +
        (plan.workers > 1 ? QString(u' ' + Words::tr("This computer makes %n at the same time.", nullptr, plan.workers)) : QString());
}

} // namespace

QString aboutTime(qint64 seconds)
{
    if (seconds < 90)
        return Words::tr("about %n second(s)", nullptr, int(std::max<qint64>(1, seconds)));
    if (seconds < qint64{90} * 60)
        return Words::tr("about %n minute(s)", nullptr, int((seconds + 30) / 60));
    return Words::tr("about %n hour(s)", nullptr, int((seconds + 1800) / 3600));
}

void tellPlan(MarginSheet& sheet, const desk::SplitPlan& plan)
{
    auto* top = new Text(Words::tr("%n pupil(s) are in these files.", nullptr, int(plan.pupils)), TextSize::Headline);
    top->setWordWrap(true);
    sheet.addRow(new Text(Words::tr("Nothing made yet"), TextSize::Body, &Tokens::ink2), top);
    if (plan.already > 0)
        sheet.addRow(Words::tr("There already"),
                     paragraph(Words::tr("%n record file(s) from before. They stay as they are.", nullptr, int(plan.already))), 4);
    sheet.addRow(Words::tr("How long"), paragraph(howLong(plan))->wrapped(), 4);
    sheet.addRow(Words::tr("Good to know"),
                 paragraph(Words::tr("You may stop at any time. What is made stays, and the same files with the same folder go "
                                     "on where you stopped. Keep the computer awake and plugged in."),
                           &Tokens::ink2)
                     ->wrapped(),
                 4);
    sheet.addStretch();
}

void tellSplit(MarginSheet& sheet, const desk::SplitReport& report)
{
    auto* top = new Text(report.made > 0 ? Words::tr("%n record file(s) made.", nullptr, int(report.made))
                                         : Words::tr("Nothing was left to do: every record file is there."),
                         TextSize::Headline);
    top->setWordWrap(true);
    sheet.addRow(new Text(Words::tr("Done"), TextSize::Body, &Tokens::ink2), top);
    if (report.made > 0 && report.already > 0)
        sheet.addRow(Words::tr("There already"),
                     paragraph(Words::tr("%n record file(s) from before. They stayed as they were.", nullptr, int(report.already))), 4);
    if (report.unnamed > 0)
        sheet.addRow(Words::tr("Without a name"),
                     flagged(Words::tr("%n pupil(s) have no name in what you gave. The list knows them by their number or their "
                                       "day of birth: look twice before you hand such a file over.",
                                       nullptr, int(report.unnamed))),
                     4);
    sheet.addRow(Words::tr("What to do now"),
                 paragraph(Words::tr("Give each person their record file and their six words on two different ways, and keep the "
                                     "list apart from the files. Whoever has both can read everything."))
                     ->wrapped(),
                 4);
    for (const readers::ReadDocument& document : report.documents) {
        auto* box = new QWidget;
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(u());
        auto* name = new Text(document.document.name, TextSize::Section);
        name->setWordWrap(true);
        column->addWidget(name);
        column->addWidget(paragraph(formatWords(document.document)));
        column->addWidget(paragraph(Words::tr("Taken: %n entry(ies).", nullptr, int(document.entries))));
        addLeftOut(*column, document);
        sheet.addRule(4);
        sheet.addRow(Words::tr("File"), box, 3);
    }
    sheet.addRule(4);
    sheet.addRow(Words::tr("Set aside"),
                 paragraph(Words::tr("The school's own files are in none of the record files, because they hold everybody. Each "
                                     "record says their names and where in them every value of that pupil stood, so keep them."),
                           &Tokens::ink2)
                     ->wrapped(),
                 3);
    sheet.addStretch();
}

} // namespace app
