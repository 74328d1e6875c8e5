// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QAbstractItemModel;

namespace app {

class AttainmentChart;
class AttainmentLegend;

// The attainment page as files. They say nothing of the person, the computer or the program's user: only what the
// page shows, which in at-risk mode is already masked.
enum class AttainmentFile { Png, Svg, Csv };

[[nodiscard]] QByteArray attainmentPng(const AttainmentChart& chart, const AttainmentLegend& legend);
[[nodiscard]] QByteArray attainmentSvg(const AttainmentChart& chart, const AttainmentLegend& legend);
// The table twin: headings, then a row a result.
[[nodiscard]] QByteArray attainmentCsv(const QAbstractItemModel& table);

} // namespace app
