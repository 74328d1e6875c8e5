// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/name_key.h"

#include <algorithm>

namespace catalogue {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Overwrite and erase instead of replace(): g++ 12 warns wrongly (-Wrestrict) about the latter when it optimises.
void replaceAll(std::string& text, std::string_view from, char mark)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
        text[at] = mark;
        text.erase(at + 1, from.size() - 1);
    }
}

std::string marked(std::string_view name)
{
    std::string text = lowered(name);
    dropAnonymous(text);
    replaceAll(text, "[term]", termMark);
    replaceAll(text, "[yy]", yearMark);
    replaceAll(text, "[n]", countMark);
    return text;
}

} // namespace

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

bool dropAnonymous(std::string& name)
{
    constexpr std::string_view word = "_anon";
    for (auto at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
        const auto after = at + word.size();
        if (after < name.size() && name[after] >= 'a' && name[after] <= 'z')
            continue; // "…_anonymous" is a word of its own
        name.erase(at, word.size());
        return true;
    }
    return false;
}

std::string nameKey(std::string_view name)
{
    std::string text = marked(name);
    std::erase_if(text, [](char c) {
        return !isLetterOrDigit(c) && c != termMark && c != yearMark && c != countMark;
    });
    return text;
}

std::string stemKey(std::string_view name)
{
    std::string text = nameKey(name);
    std::erase_if(text, [](char c) { return !isLetterOrDigit(c); });
    return text;
}

std::string ruleName(std::string_view name)
{
    std::string text = marked(name);
    for (const std::string_view ending : {"_ab>", "_ex>"}) {
        if (text.ends_with(ending))
            text.erase(text.size() - ending.size());
    }
    std::erase_if(text, [](char c) { return c == termMark || c == yearMark || c == countMark; });
    while (text.ends_with('_'))
        text.pop_back();
    return text;
}

bool matchesGlob(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || (pattern[p] == text[t] && pattern[p] != '*'))) {
            ++p;
            ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace catalogue
