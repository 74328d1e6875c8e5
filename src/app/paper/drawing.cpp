// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/drawing.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr quint32 mark = 0x50525031; // "PRP1"
constexpr auto pixels = QImage::Format_RGB32;

bool isFraction(double value)
{
    return value >= -1.0 && value <= 2.0; // a word may hang over the edge; not a number is no fraction
}

} // namespace

QByteArray packed(const Drawing& drawing)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    const QImage image = drawing.image.convertToFormat(pixels);
    out << mark << quint8(drawing.fault) << qint32(drawing.pages) << drawing.cut << qint32(drawing.page)
        << qint32(image.width()) << qint32(image.height()) << qint32(drawing.lines.size())
        << drawing.text.toUtf8();
    for (const QRectF& line : drawing.lines)
        out << line.x() << line.y() << line.width() << line.height();
    for (int y = 0; y < image.height(); ++y)
        out.writeRawData(reinterpret_cast<const char*>(image.constScanLine(y)), image.width() * 4);
    return bytes;
}

std::optional<Drawing> unpacked(const QByteArray& bytes, const PaperLimits& limits)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 first = 0;
    quint8 fault = 0;
    qint32 pages = 0;
    qint32 page = 0;
    qint32 width = 0;
    qint32 height = 0;
    qint32 lines = 0;
    Drawing drawing;
    QByteArray text;
    in >> first >> fault >> pages >> drawing.cut >> page >> width >> height >> lines >> text;
    if (in.status() != QDataStream::Ok || first != mark || fault > quint8(DrawFault::TooLong))
        return {};
    if (pages < 0 || pages > limits.pages || page < 0 || page > pages || lines < 0 || lines > limits.lines)
        return {};
    if (width < 0 || height < 0 || width > limits.side || height > limits.side || qint64(width) * height > limits.pixels)
        return {};
    drawing.fault = DrawFault(fault);
    drawing.pages = pages;
    drawing.page = page;
    drawing.text = QString::fromUtf8(text).left(limits.letters);
    for (int i = 0; i < lines; ++i) {
        double at[4] = {};
        in >> at[0] >> at[1] >> at[2] >> at[3];
        if (in.status() != QDataStream::Ok || !std::all_of(std::begin(at), std::end(at), isFraction))
            return {};
        drawing.lines.emplace_back(at[0], at[1], at[2], at[3]);
    }
    if (width == 0 || height == 0)
        return drawing;
    drawing.image = QImage(width, height, pixels);
    if (drawing.image.isNull())
        return {};
    for (int y = 0; y < height; ++y)
        if (in.readRawData(reinterpret_cast<char*>(drawing.image.scanLine(y)), width * 4) != width * 4)
            return {};
    return drawing;
}

QSize drawnSize(QSizeF size, int width, const PaperLimits& limits)
{
    if (!(size.width() > 0) || !(size.height() > 0) || width <= 0)
        return {};
    const double tall = size.height() / size.width();
    double wide = std::min(double(width), double(limits.side));
    wide = std::min(wide, limits.side / tall);
    wide = std::min(wide, std::sqrt(double(limits.pixels) / tall));
    const QSize drawn(int(wide), int(wide * tall));
    return drawn.width() < 1 || drawn.height() < 1 ? QSize() : drawn;
}

} // namespace app
