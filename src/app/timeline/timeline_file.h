// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/timeline_scene.h"
#include "base/result.h"

#include <QByteArray>

class QPagedPaintDevice;

namespace app {

enum class PictureFormat { Pdf, Svg, Png };

// The timeline on paper or in a file: the stretch of time that is looked at, all rows, always the light colours.
// `scene` is the view's; its place and size are left aside.
[[nodiscard]] base::Result<QByteArray> timelineFile(const TimelineScene& scene,
                                                    const std::map<insight::LaneGroup, FoldedLane>& folded,
                                                    PictureFormat format);
// On as many pages as it takes; every page has the axis, and no row is cut.
void paintTimelinePages(QPagedPaintDevice& device, const TimelineScene& scene,
                        const std::map<insight::LaneGroup, FoldedLane>& folded);

// Rows to begin each page with, where a page has room for so many pixels of rows.
[[nodiscard]] std::vector<double> pageTops(const std::vector<LaneRow>& rows, double room);

} // namespace app
