// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/mixed_tokens.h"

namespace app {

Tokens mixedWithSheet(const Tokens& tokens, double share)
{
    Tokens t = tokens;
    for (QColor* colour :
         {&t.desk, &t.rail, &t.ink, &t.ink2, &t.damson, &t.onDamson, &t.damsonHover, &t.damsonWash, &t.ochreText,
          &t.ochreMark, &t.ochreWash, &t.green, &t.greenWash, &t.rust, &t.rustWash, &t.edge, &t.rule, &t.margin, &t.band,
          &t.paper, &t.disabledText})
        *colour = mixed(tokens.sheet, *colour, share);
    for (Tokens::Lane& lane : t.lanes)
        lane = {mixed(tokens.sheet, lane.strong, share), mixed(tokens.sheet, lane.tint, share)};
    return t;
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto part = static_cast<float>(share);
    return QColor::fromRgbF(from.redF() + (to.redF() - from.redF()) * part,
                            from.greenF() + (to.greenF() - from.greenF()) * part,
                            from.blueF() + (to.blueF() - from.blueF()) * part);
}

} // namespace app
