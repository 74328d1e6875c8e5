// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hidden_letter.h"

#include "base/masked_text.h"
#include "desk/behind_dots.h"
#include "reports/edited_letter.h"

#include <algorithm>

namespace desk {

namespace {

using requests::Letter;
using requests::Part;

const Part* partNamed(const std::optional<Letter>& letter, const QString& id)
{
    if (!letter)
        return nullptr;
    const auto found = std::find_if(letter->parts.begin(), letter->parts.end(), [&](const Part& part) { return part.id == id; });
    return found == letter->parts.end() ? nullptr : &*found;
}

QStringList plain(const Part& part)
{
    QStringList lines;
    for (const auto& line : part.lines) {
        QString text;
        for (const requests::Run& run : line)
            text += run.text;
        lines << text;
    }
    return lines;
}

std::optional<Letter> composed(const Snapshot& snapshot, const requests::Request& request)
{
    for (const requests::Concern& concern : snapshot.concerns)
        if (concern.id == request.concern)
            if (auto letter = requests::letterFor(letterInput(snapshot, concern, request.writer, request.to)))
                return *letter;
    return std::nullopt;
}

} // namespace

requests::Request maskedForRisk(requests::Request request, const RiskPair& pair)
{
    auto draft = reports::letterFromJson(request.draft);
    const auto before = draft ? composed(pair.clear, request) : std::nullopt;
    if (!request.writer.address.isEmpty())
        request.writer.address = QStringList{base::maskedWhole()};
    request.writer.authority = pair.words.without(request.writer.authority);
    if (!draft) {
        request.draft.clear();
        return request;
    }
    const auto instead = composed(pair.masked, request);
    for (Part& part : draft->parts) {
        const Part* untouched = partNamed(before, part.id);
        const Part* safe = partNamed(instead, part.id);
        if (untouched && safe && plain(*untouched) == plain(part)) {
            part.lines = safe->lines;
            continue;
        }
        for (auto& line : part.lines)
            for (requests::Run& run : line)
                run.text = pair.words.without(run.text);
    }
    request.draft = reports::letterToJson(*draft);
    return request;
}

requests::Request unmaskedAgain(requests::Request changed, const requests::Request& before,
                                const requests::Request& masked)
{
    if (changed.writer.address == masked.writer.address)
        changed.writer.address = before.writer.address;
    if (changed.writer.authority == masked.writer.authority)
        changed.writer.authority = before.writer.authority;
    auto now = reports::letterFromJson(changed.draft);
    const auto held = reports::letterFromJson(before.draft);
    const auto shown = reports::letterFromJson(masked.draft);
    if (!now)
        return changed;
    for (Part& part : now->parts) {
        const Part* was = partNamed(held, part.id);
        const Part* seen = partNamed(shown, part.id);
        if (!was || !seen)
            continue;
        if (plain(*seen) == plain(part)) {
            part.lines = was->lines;
            continue;
        }
        const BehindDots behind = behindDots(plain(*was).join(u'\n'), plain(*seen).join(u'\n'), plain(part).join(u'\n'));
        std::size_t next = 0;
        for (auto& line : part.lines)
            for (requests::Run& run : line)
                run.text = filledIn(run.text, behind, next);
    }
    changed.draft = reports::letterToJson(*now);
    return changed;
}

int dotsLeftIn(const QString& draft)
{
    if (!draft.contains(base::maskedWhole()))
        return 0; // nearly every draft: not worth reading
    const auto letter = reports::letterFromJson(draft);
    if (!letter)
        return 0;
    int left = 0;
    for (const Part& part : letter->parts)
        left += static_cast<int>(plain(part).join(u'\n').count(base::maskedWhole()));
    return left;
}

} // namespace desk
