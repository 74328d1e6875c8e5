// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/recovery_sheet.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

using requests::Part;
using requests::PartKind;
using requests::Run;

QString tr(const char* text)
{
    return QCoreApplication::translate("reports::RecoverySheet", text);
}

Part part(PartKind kind, const char* id, const QStringList& lines, bool strong = false)
{
    Part part;
    part.kind = kind;
    part.id = QString::fromLatin1(id);
    for (const QString& line : lines)
        part.lines.push_back({Run{line, strong, false}});
    return part;
}

} // namespace

// The renderers of letters know headings, numbered lists and page breaks: the sheet is one more document to them.
base::Result<QByteArray> renderRecoverySheet(const RecoverySheet& sheet, LetterFormat format)
{
    requests::Letter page;
    page.language = u"en"_s;
    page.title = tr("Recovery sheet");
    page.parts = {
        part(PartKind::Subject, "title", {tr("Recovery sheet of a Pupil Record file")}),
        part(PartKind::Paragraph, "warning",
             {tr("Keep this page secret. Whoever has these words can open the record file, as if they knew the "
                 "passphrase.")},
             true),
        part(PartKind::Details, "about",
             {tr("File mark: %1").arg(sheet.mark),
              tr("Made on %1").arg(QLocale(QLocale::English, QLocale::UnitedKingdom)
                                       .toString(sheet.made, u"d MMMM yyyy"_s))}),
        part(PartKind::Asks, "words", sheet.words),
        part(PartKind::Paragraph, "how",
             {tr("If the passphrase is forgotten: open the record file with Pupil Record, choose “I have a recovery "
                 "sheet”, type the words in this order, and choose a new passphrase."),
              tr("When the passphrase of the file changes, this page opens nothing any more: destroy it and make a new "
                 "one. The file's mark is then another one too."),
              tr("Keep it apart from the computer, in a closed envelope, and not in a photo, a mail or a cloud folder. "
                 "The print system may keep a copy of what it printed.")})};
    return render(page, format);
}

} // namespace reports
