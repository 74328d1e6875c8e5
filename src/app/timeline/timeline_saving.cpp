// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_saving.h"

#include "app/dialogs/file_ask.h"
#include "app/timeline/timeline_view.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::TimelineSaving)
};

} // namespace

void saveTimeline(TimelineView* view, PictureFormat format, const SaidAfterSaving& said)
{
    const QString suffix = format == PictureFormat::Pdf ? u"pdf"_s : format == PictureFormat::Svg ? u"svg"_s : u"png"_s;
    // The name says nothing of the person.
    const QString name = Words::tr("timeline") + u'.' + suffix;
    askSavePath(view, Words::tr("Save the timeline"), name, suffix, [view, format, said](const QString& path) {
        const auto bytes = timelineFile(view->scene(), view->folded(), format);
        if (!bytes) {
            said(Notice::Kind::Fault, bytes.error().message, bytes.error().next);
            return;
        }
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
            said(Notice::Kind::Fault, Words::tr("The timeline could not be saved there."),
                 Words::tr("Choose a folder you may write to, with room on the disk."));
            return;
        }
        said(Notice::Kind::Settled, Words::tr("Saved."), Words::tr("It is not encrypted where you saved it."));
    });
}

void printTimeline(TimelineView* view, const SaidAfterSaving& said)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(QString()); // print queues are seen by others
    printer->setPageOrientation(QPageLayout::Landscape);
    auto* ask = new QPrintDialog(printer.get(), view);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(ask, qOverload<QPrinter*>(&QPrintDialog::accepted), view, [view, printer, said](QPrinter* to) {
        paintTimelinePages(*to, view->scene(), view->folded());
        said(Notice::Kind::Settled, Words::tr("The timeline is on its way to the printer."),
             Words::tr("The print system may keep a copy."));
    });
    ask->open();
}

} // namespace app
