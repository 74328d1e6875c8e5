// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/behind_dots.h"

#include "base/masked_text.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace desk {

namespace {

// Words, single signs and line ends; dots are one piece, and blanks none.
QStringList wordsOf(const QString& text)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words << word;
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            word += c;
            continue;
        }
        end();
        if (!c.isSpace() || c == u'\n')
            words << QString(c);
    }
    end();
    return words;
}

// A passage cut at its dots: one stretch of words more than there are dots.
std::vector<QStringList> stretches(const QString& text)
{
    std::vector<QStringList> found;
    for (const QString& one : text.split(base::maskedWhole()))
        found.push_back(wordsOf(one));
    return found;
}

// What each run of dots hid; nothing where the two passages are not the same but for dots, or may be cut in two ways.
std::optional<QStringList> hiddenTexts(const QString& held, const QString& shown)
{
    const QStringList between = shown.split(base::maskedWhole());
    if (between.size() < 2 || !held.startsWith(between.first()) || !held.endsWith(between.last()))
        return {};
    const qsizetype from = between.first().size();
    const qsizetype stop = held.size() - between.last().size();
    // Where each stretch between two dots may begin, sought from the left and from the right.
    std::vector<qsizetype> first;
    std::vector<qsizetype> last;
    for (qsizetype i = 1, at = from; i + 1 < between.size(); ++i) {
        first.push_back(held.indexOf(between[i], at + 1));
        at = first.back() + between[i].size();
        if (first.back() < 0 || between[i].isEmpty())
            return {};
    }
    for (qsizetype i = between.size() - 2, at = stop; i > 0; --i) {
        const qsizetype latest = at - 1 - between[i].size(); // behind it something is hidden too
        last.insert(last.begin(), latest > from ? held.lastIndexOf(between[i], latest) : -1);
        at = last.front();
        if (at <= from)
            return {};
    }
    if (first != last)
        return {};
    QStringList hidden;
    qsizetype at = from;
    for (std::size_t i = 0; i <= first.size(); ++i) {
        const qsizetype end = i < first.size() ? first[i] : stop;
        if (end <= at)
            return {};
        hidden << held.mid(at, end - at);
        at = i < first.size() ? end + between[static_cast<qsizetype>(i) + 1].size() : end;
    }
    return hidden;
}

// How many words two stretches share at their ends, or at their beginnings. Where both are used up it is as good as any.
qsizetype sharedEnd(const QStringList& a, const QStringList& b)
{
    const auto [one, other] = std::mismatch(a.crbegin(), a.crend(), b.crbegin(), b.crend());
    return (one - a.crbegin()) + (one == a.crend() && other == b.crend() ? 1 : 0);
}

qsizetype sharedStart(const QStringList& a, const QStringList& b)
{
    const auto [one, other] = std::mismatch(a.cbegin(), a.cend(), b.cbegin(), b.cend());
    return (one - a.cbegin()) + (one == a.cend() && other == b.cend() ? 1 : 0);
}

} // namespace

BehindDots behindDots(const QString& held, const QString& shown, const QString& changed)
{
    const std::optional<QStringList> hidden = hiddenTexts(held, shown);
    const bool allOne = hidden && QSet<QString>(hidden->begin(), hidden->end()).size() == 1;
    const auto then = stretches(shown);
    const auto now = stretches(changed);
    BehindDots behind;
    for (std::size_t i = 0; i + 1 < now.size(); ++i) {
        QSet<QString> fits;
        qsizetype best = 0;
        for (std::size_t k = 0; hidden && k + 1 < then.size(); ++k) {
            const qsizetype before = sharedEnd(then[k], now[i]);
            const qsizetype after = sharedStart(then[k + 1], now[i + 1]);
            if (before == 0 || after == 0 || before + after < best)
                continue;
            if (before + after > best)
                fits.clear();
            best = before + after;
            fits.insert(hidden->at(static_cast<qsizetype>(k)));
        }
        if (allOne)
            behind.emplace_back(hidden->first());
        else
            behind.push_back(fits.size() == 1 ? std::optional(*fits.cbegin()) : std::nullopt);
    }
    return behind;
}

QString filledIn(const QString& text, const BehindDots& behind, std::size_t& next)
{
    const QStringList pieces = text.split(base::maskedWhole());
    QString filled = pieces.first();
    for (qsizetype i = 1; i < pieces.size(); ++i, ++next) {
        filled += next < behind.size() ? behind[next].value_or(base::maskedWhole()) : base::maskedWhole();
        filled += pieces[i];
    }
    return filled;
}

} // namespace desk
