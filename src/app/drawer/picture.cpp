// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawer/draw.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace app {

namespace {

constexpr int bytesPerPixel = 4;
constexpr int megabyte = 1024 * 1024;

} // namespace

Drawing drawPicture(const QByteArray& format, const QByteArray& bytes, int number, int width, const PaperLimits& limits)
{
    Drawing drawing;
    const auto fail = [&drawing](DrawFault fault) {
        drawing.fault = fault;
        return drawing;
    };
    if (!QImageReader::supportedImageFormats().contains(format))
        return fail(DrawFault::UnknownKind);
    QImageReader::setAllocationLimit(int(limits.readPixels * bytesPerPixel / megabyte));
    QByteArray own = bytes;
    QBuffer buffer(&own);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true); // a photo says which way up it was taken
    if (!reader.canRead() || !reader.size().isValid())
        return fail(DrawFault::Damaged);
    // Only a scan has several pages; an animation has one.
    const int images = format == "tiff" ? reader.imageCount() : 1;
    drawing.cut = images > limits.pages;
    drawing.pages = std::clamp(images, 1, limits.pages);
    if (width == 0)
        return drawing;
    drawing.page = std::clamp(number, 1, drawing.pages);
    if (drawing.page > 1 && !reader.jumpToImage(drawing.page - 1))
        return fail(DrawFault::PageDamaged);
    const QSize stored = reader.size();
    if (!stored.isValid())
        return fail(DrawFault::PageDamaged);
    if (qint64(stored.width()) * stored.height() > limits.readPixels)
        return fail(DrawFault::TooLarge);
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize upright = turned ? stored.transposed() : stored;
    const QSize drawn = drawnSize(upright, std::min(width, upright.width()), limits);
    if (drawn.isEmpty())
        return fail(DrawFault::TooLarge);
    if (drawn.width() < upright.width())
        reader.setScaledSize(turned ? drawn.transposed() : drawn);
    drawing.image = reader.read();
    if (drawing.image.isNull())
        return fail(DrawFault::PageDamaged);
    return drawing;
}

} // namespace app
