// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/secret.h"
#include "extract/word_list.h"

#include <QSet>
#include <QStringList>

#include <sodium.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

constexpr int offeredWords = 6;

const QStringList& wordList()
{
    static const QStringList words = [] {
        QStringList list;
        for (const QByteArray& word : bundledWords(u"english.txt"_s))
            list << QString::fromLatin1(word);
        return list;
    }();
    return words;
}

// How many characters somebody who guesses must reckon with, from the kinds that appear.
int alphabetOf(const QString& text)
{
    bool lower = false, upper = false, digit = false, sign = false, other = false;
    for (const QChar c : text) {
        if (c.unicode() > 126)
            other = true;
        else if (c.isLower())
            lower = true;
        else if (c.isUpper())
            upper = true;
        else if (c.isDigit())
            digit = true;
        else
            sign = true;
    }
    return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (sign ? 33 : 0) + (other ? 60 : 0);
}

// Runs ("aaaa", "abcd", "4321") add one character, not their length.
int surprises(const QString& text)
{
    int count = 0;
    int step = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int now = i == 0 ? 2 : text[i].unicode() - text[i - 1].unicode();
        if (i == 0 || std::abs(now) > 1 || now != step)
            ++count;
        step = now;
    }
    return count;
}

} // namespace

double passphraseBits(const QString& passphrase)
{
    static const QSet<QString> known(wordList().cbegin(), wordList().cend());
    const QStringList words = passphrase.simplified().toLower().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return 0;
    const double perCharacter = std::log2(std::max(2, alphabetOf(passphrase)));
    const double byCharacters = surprises(passphrase) * perCharacter;
    const bool allKnown = std::all_of(words.begin(), words.end(), [](const QString& w) { return known.contains(w); });
    if (!allKnown)
        return byCharacters;
    // Words of the bundled list count as one choice each, and a repeated word as none.
    const double byWords = static_cast<double>(QSet<QString>(words.begin(), words.end()).size()) *
                           std::log2(static_cast<double>(known.size()));
    return std::min(byCharacters, byWords);
}

QString offeredPassphrase()
{
    if (sodium_init() < 0 || wordList().isEmpty())
        return {};
    QStringList words;
    for (int i = 0; i < offeredWords; ++i)
        words << wordList().at(randombytes_uniform(static_cast<uint32_t>(wordList().size())));
    return words.join(u' ');
}

} // namespace extract
