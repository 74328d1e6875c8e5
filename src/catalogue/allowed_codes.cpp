// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/allowed_codes.h"


#include <QList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace catalogue {

namespace {

constexpr int longestCode = 12;

bool isCode(QStringView text)
{
    return !text.isEmpty() && text.size() <= longestCode
           && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == u'='; });
}

QStringView tidy(QStringView label)
{
    label = label.trimmed();
    while (label.endsWith(u',') || label.endsWith(u';'))
        label = label.chopped(1).trimmed();
    return label;
}

struct Part {
    QStringView code;
    QStringView label; // empty: a bare code
};

std::optional<Part> cutAt(QStringView part, qsizetype at, qsizetype size)
{
    if (at <= 0)
        return {};
    const QStringView code = part.first(at).trimmed();
    const QStringView label = tidy(part.sliced(at + size));
    if (!isCode(code) || label.isEmpty())
        return {};
    return Part{code, label};
}

struct Range {
    double from;
    double to;
};

// "0 - 9", "3.00 - 39.00", "0 to 11", "-3 to 6".
std::optional<Range> rangeIn(QStringView printed)
{
    qsizetype at = printed.indexOf(u" to ");
    qsizetype size = 4;
    if (at < 0) {
        at = printed.indexOf(u'-', 1);
        size = 1;
    }
    if (at <= 0)
        return {};
    bool fromIsNumber = false;
    bool toIsNumber = false;
    const double from = printed.first(at).trimmed().toDouble(&fromIsNumber);
    const double to = printed.sliced(at + size).trimmed().toDouble(&toIsNumber);
    return fromIsNumber && toIsNumber ? std::optional(Range{from, to}) : std::nullopt;
}

bool isInRange(QStringView printed, QStringView raw)
{
    const std::optional<Range> range = rangeIn(printed);
    bool isNumber = false;
    const double value = raw.toDouble(&isNumber);
    return range && isNumber && value >= range->from && value <= range->to;
}

std::optional<Part> labelled(QStringView part)
{
    if (rangeIn(part))
        return {}; // "0 - 9" is no code 0 called 9
    if (const auto cut = cutAt(part, part.indexOf(u'='), 1))
        return cut;
    if (const auto cut = cutAt(part, part.indexOf(QChar(0x2013)), 1))
        return cut; // "0–Indicates …"
    for (const QStringView dash : {QStringView(u" - "), QStringView(u" \u2013 ")}) {
        if (const auto cut = cutAt(part, part.indexOf(dash), dash.size()))
            return cut;
    }
    if (const qsizetype open = part.indexOf(u'('); open > 0 && part.endsWith(u')')) {
        const QStringView code = part.first(open).trimmed();
        if (isCode(code))
            return Part{code, part.sliced(open + 1).chopped(1).trimmed()};
    }
    // "BLW Below the standard …": a short code in capitals or digits, then words.
    const qsizetype space = part.indexOf(u' ');
    if (space > 0 && space <= 6) {
        const QStringView code = part.first(space);
        const bool capitals = std::all_of(code.begin(), code.end(), [](QChar c) { return c.isUpper() || c.isDigit(); });
        const QStringView label = tidy(part.sliced(space));
        if (capitals && label.size() > 3 && label.front().isUpper())
            return Part{code, label};
    }
    return {};
}

bool sameCode(QStringView printed, QStringView raw)
{
    return printed.compare(raw, Qt::CaseInsensitive) == 0;
}

} // namespace

AllowedCodes lookUpAllowed(QStringView printed, QStringView raw)
{
    using Fit = AllowedCodes::Fit;
    const bool pointsElsewhere = printed.startsWith(u"See ", Qt::CaseInsensitive)
                                 || printed.startsWith(u"Same as", Qt::CaseInsensitive)
                                 || printed.startsWith(u"As for", Qt::CaseInsensitive);
    if (printed.trimmed().isEmpty() || printed == u"na" || pointsElsewhere)
        return {};

    bool hasList = false;
    bool listed = false;
    for (QStringView part : printed.split(u';')) {
        part = part.trimmed();
        if (const auto found = labelled(part)) {
            hasList = true;
            if (sameCode(found->code, raw))
                return {Fit::Labelled, found->label.toString()};
            // "1-14 = Years 1 to 14" says which numbers there are and no more about each.
            listed = listed || isInRange(found->code, raw);
            continue;
        }
        for (QStringView bare : part.split(u',')) {
            bare = bare.trimmed();
            if (const auto found = labelled(bare)) { // "T (True), F(False)"
                hasList = true;
                if (sameCode(found->code, raw))
                    return {Fit::Labelled, found->label.toString()};
            } else if (isCode(bare) || rangeIn(bare)) {
                hasList = true;
                listed = listed || sameCode(bare, raw) || isInRange(bare, raw);
            }
        }
    }
    if (listed)
        return {Fit::Listed, {}};
    return {hasList ? Fit::Absent : Fit::NoList, {}};
}

} // namespace catalogue
