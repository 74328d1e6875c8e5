// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_file.h"

#include "app/timeline/timeline_painter.h"
#include "reports/pdf_trace.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::TimelineFile)
};

constexpr double pngRatio = 2; // sharp on paper, too
constexpr int dotsPerMetre = 7559; // 192 an inch
constexpr double mostPixels = 12'000; // of a PNG's side

// The scene on a sheet of another size, from its first row on.
TimelineScene onSheet(const TimelineScene& scene, double width, double height)
{
    TimelineScene sheet = scene;
    sheet.size = {width, height};
    sheet.scrollY = 0;
    sheet.scale.width = std::max(1.0, width - sheet.sizes.labelWidth);
    if (scene.showsContext()) {
        PaintKit kit;
        kit.refreshForFile(Tokens::light());
        sheet.contexts = contextLabels(catalogue::contexts(), sheet.scale, u(3),
                                       [&](const QString& text) { return kit.textWidth(text); });
    }
    return sheet;
}

void paintSheet(QPainter& painter, const TimelineScene& sheet, const std::map<insight::LaneGroup, FoldedLane>& folded)
{
    PaintKit kit;
    kit.refreshForFile(Tokens::light());
    painter.save(); // what is painted stays clipped to its part
    TimelinePainter(painter, kit, sheet, folded).paint({}, false, QRectF(QPointF(), sheet.size));
    painter.restore();
}

void numberSheet(QPainter& painter, PaintKit& kit, QSizeF size, std::size_t number, std::size_t of)
{
    const QString words = Words::tr("Page %1 of %2").arg(number).arg(of);
    kit.drawText(painter, size.width() - kit.textWidth(words, Face::Small),
                 size.height() - kit.lineHeight(Face::Small) / 2, words, kit.tokens().ink2, Face::Small);
}

base::Result<QByteArray> notMade()
{
    return base::fail(base::ErrorKind::NotEnoughMemory, Words::tr("The picture could not be made."),
                      Words::tr("Look at a shorter time, or fold some groups, and try again."));
}

} // namespace

std::vector<double> pageTops(const std::vector<LaneRow>& rows, double room)
{
    std::vector<double> tops(1, 0);
    for (const LaneRow& row : rows)
        if (row.bottom() > tops.back() + room && row.top > tops.back())
            tops.push_back(row.top);
    return tops;
}

void paintTimelinePages(QPagedPaintDevice& device, const TimelineScene& scene,
                        const std::map<insight::LaneGroup, FoldedLane>& folded)
{
    QPainter painter(&device);
    // Sizes come from the font on the screen: the sheet is as wide as the view, and made to fit the page.
    const double factor = device.width() / scene.size.width();
    painter.scale(factor, factor);
    PaintKit kit;
    kit.refreshForFile(Tokens::light());
    const double foot = kit.lineHeight(Face::Small) * 1.5;
    const double height = device.height() / factor;
    TimelineScene sheet = onSheet(scene, scene.size.width(), height - foot);
    const std::vector<double> tops = pageTops(sheet.rows, sheet.size.height() - sheet.sizes.axisHeight);
    for (std::size_t n = 0; n < tops.size(); ++n) {
        if (n > 0)
            device.newPage();
        sheet.scrollY = tops[n];
        // What begins on the next page is not begun here.
        const double end = n + 1 < tops.size() ? tops[n + 1] - tops[n] + sheet.sizes.axisHeight : sheet.size.height();
        TimelineScene page = sheet;
        page.size.setHeight(std::min(sheet.size.height(), end));
        paintSheet(painter, page, folded);
        if (tops.size() > 1) // sheets fall apart
            numberSheet(painter, kit, {sheet.size.width(), height}, n + 1, tops.size());
    }
}

base::Result<QByteArray> timelineFile(const TimelineScene& scene,
                                      const std::map<insight::LaneGroup, FoldedLane>& folded, PictureFormat format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || scene.size.width() < 1)
        return notMade();
    if (format == PictureFormat::Pdf) {
        {
            QPdfWriter writer(&buffer);
            writer.setResolution(300);
            writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12),
                                             QPageLayout::Millimeter));
            writer.setTitle(Words::tr("Timeline"));
            writer.setCreator({});
            paintTimelinePages(writer, scene, folded);
        }
        return reports::withoutTrace(bytes);
    }
    const TimelineScene sheet =
        onSheet(scene, scene.size.width(), std::ceil(scene.sizes.axisHeight + scene.contentHeight()));
    if (format == PictureFormat::Svg) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(sheet.size.toSize());
        generator.setViewBox(QRectF(QPointF(), sheet.size));
        generator.setTitle(Words::tr("Timeline"));
        generator.setDescription(Words::tr("Made by Pupil Record"));
        QPainter painter(&generator);
        paintSheet(painter, sheet, folded);
        painter.end();
        return bytes;
    }
    const double ratio = std::min(pngRatio, mostPixels / std::max(sheet.size.width(), sheet.size.height()));
    QImage image((sheet.size * ratio).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return notMade();
    QPainter painter(&image);
    painter.scale(ratio, ratio);
    paintSheet(painter, sheet, folded);
    painter.end();
    // Always the same: the screen's own would tell which one it was made on.
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    if (!image.save(&buffer, "PNG"))
        return notMade();
    return bytes;
}

} // namespace app
