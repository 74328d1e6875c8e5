// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/attainment_export.h"

#include "app/charts/attainment_chart.h"
#include "app/charts/attainment_legend.h"
#include "app/theme/tokens.h"
#include "reports/csv_text.h"

#include <QAbstractItemModel>
#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace app {

namespace {

struct Sizes {
    QSize legend;
    QSize whole;
};

Sizes sizesOf(const AttainmentChart& chart, const AttainmentLegend& legend)
{
    const int wide = std::max(chart.width(), chart.minimumSizeHint().width());
    const QSize below(wide, chart.heightForWidth(wide));
    const QSize above(wide, legend.heightForWidth(wide));
    return {above, {wide, above.height() + below.height()}};
}

void paint(QPainter& painter, const AttainmentChart& chart, const AttainmentLegend& legend, const Sizes& sizes)
{
    painter.fillRect(QRect({}, sizes.whole), Tokens::current().sheet);
    legend.paintOn(painter, sizes.legend);
    painter.translate(0, sizes.legend.height());
    chart.paintPanels(painter);
}

} // namespace

QByteArray attainmentPng(const AttainmentChart& chart, const AttainmentLegend& legend)
{
    constexpr int sharp = 2; // twice the screen's: it will be enlarged or printed
    const Sizes sizes = sizesOf(chart, legend);
    QImage image(sizes.whole * sharp, QImage::Format_RGB32);
    image.setDotsPerMeterX(0); // a screen's size is no business of the reader's
    image.setDotsPerMeterY(0);
    QPainter painter(&image);
    painter.scale(sharp, sharp);
    paint(painter, chart, legend, sizes);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray attainmentSvg(const AttainmentChart& chart, const AttainmentLegend& legend)
{
    const Sizes sizes = sizesOf(chart, legend);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizes.whole);
    generator.setViewBox(QRect({}, sizes.whole));
    generator.setTitle({});
    generator.setDescription({});
    QPainter painter(&generator);
    paint(painter, chart, legend, sizes);
    painter.end();
    return buffer.data();
}

QByteArray attainmentCsv(const QAbstractItemModel& table)
{
    QStringList headings;
    for (int column = 0; column < table.columnCount(); ++column)
        headings << table.headerData(column, Qt::Horizontal).toString();
    QByteArray bytes = reports::csvHead(headings);
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells << table.index(row, column).data().toString();
        bytes += reports::csvRow(cells);
    }
    return bytes;
}

} // namespace app
