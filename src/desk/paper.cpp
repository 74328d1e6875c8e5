// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paper.h"

#include "base/digest.h"
#include "base/masked_text.h"
#include "readers/paper.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Paper", text);
}

base::Result<QByteArray> contents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::InputUnreadable, tr("The file could not be read."),
                          tr("Check that it is still there and that you may open it."));
    // What comes is counted, not what the file system says: a device has no size and no end.
    QByteArray bytes = file.read(readers::mostPaperBytes + 1);
    if (bytes.size() > readers::mostPaperBytes)
        return base::fail(base::ErrorKind::InputUnreadable,
                          tr("The file is larger than %1 MB.").arg(readers::mostPaperBytes / (1024LL * 1024)),
                          tr("Keep a smaller copy, for example a scan with fewer colours, or only the pages about you."));
    return bytes;
}

} // namespace

base::Result<AttachedPaper> attachPaper(extract::Extract& into, const QString& path)
{
    const auto bytes = contents(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    AttachedPaper paper;
    paper.name = QFileInfo(path).fileName();
    const auto format = readers::paperFormat(paper.name, *bytes);
    if (!format)
        return tl::unexpected(format.error());
    paper.format = *format;
    paper.sha256 = base::sha256(*bytes);

    extract::NewDocument document;
    document.document.name = paper.name;
    document.document.sha256 = paper.sha256;
    document.document.size = bytes->size();
    document.document.format = paper.format;
    document.document.reader = QStringLiteral("paper/1");
    document.kept = *bytes;
    auto import = into.import();
    if (!import)
        return tl::unexpected(import.error());
    const auto begun = (*import)->begin(document);
    if (!begun)
        return tl::unexpected(begun.error());
    paper.id = begun->id;
    paper.alreadyHeld = begun->alreadyHeld;
    if (!begun->alreadyHeld)
        BASE_TRY((*import)->finishDocument(begun->id, document));
    if (auto done = (*import)->commit(); !done)
        return tl::unexpected(done.error());
    return paper;
}

base::Result<void> refuseDots(const record::WrittenChange& change)
{
    for (const auto& text : {change.raw, change.name, change.place, change.establishment})
        if (text && text->contains(base::maskedWhole()))
            return base::fail(base::ErrorKind::Usage, tr("The dots stand for something that is hidden."),
                              tr("Type what the paper says in full, or leave the field as it is."));
    return {};
}

} // namespace desk
