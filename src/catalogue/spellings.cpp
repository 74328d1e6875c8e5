// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/spellings.h"

#include "catalogue/name_key.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace catalogue {

namespace {

constexpr std::string_view yearMarks(&yearMark, 1);
constexpr std::string_view termMarks = "<>";
static_assert(termMarks.front() == termMark && termMarks.back() == yearMark);

struct Run { // of digits
    std::size_t from;
    std::size_t size;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::vector<Run> digitRuns(std::string_view text)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        if (end > i)
            runs.push_back({i, end - i});
        i = std::max(end, i + 1);
    }
    return runs;
}

int numberAt(std::string_view text, Run run)
{
    int number = 0;
    for (const char c : text.substr(run.from, run.size))
        number = number * 10 + (c - '0');
    return number;
}

struct TermWord {
    std::string_view word;
    Term term;
};

// A term that ends right before `at`: "ethnicgroupminor_spr|14".
TermWord termBefore(std::string_view text, std::size_t at)
{
    constexpr std::array<TermWord, 6> words{{{"autumn", Term::Autumn}, {"spring", Term::Spring},
                                             {"summer", Term::Summer}, {"aut", Term::Autumn},
                                             {"spr", Term::Spring}, {"sum", Term::Summer}}};
    const std::string_view before = text.substr(0, at);
    for (const TermWord& candidate : words) {
        if (!before.ends_with(candidate.word))
            continue;
        const std::size_t start = at - candidate.word.size();
        if (start > 0 && text[start - 1] == '_')
            return candidate;
    }
    return {};
}

// Absence columns carry their term in the middle: "termlyreasoni_spring_ab13".
Term termInside(std::string_view text)
{
    for (const auto& [word, term] : {TermWord{"_autumn_", Term::Autumn}, TermWord{"_spring_", Term::Spring},
                                     TermWord{"_summer_", Term::Summer}}) {
        if (text.find(word) != std::string_view::npos)
            return term;
    }
    return Term::None;
}

// Two digits are the END year of the academic year, for key stages, absence, exclusions and the spring and summer
// censuses. For autumn the tables contradict one another (AUT12 is autumn 2012 or 2012/13's partner): no year then.
std::optional<AcademicYear> yearOf(int digits, Term term)
{
    if (term == Term::Autumn)
        return {};
    const int end = digits >= 1900 ? digits : digits >= 90 ? 1900 + digits : 2000 + digits;
    return AcademicYear{end - 1};
}

bool mayBeYear(std::string_view text, Run run)
{
    if (run.size == 2) {
        const int number = numberAt(text, run);
        return number >= 95 || number <= 45;
    }
    if (run.size != 4)
        return false;
    const int number = numberAt(text, run);
    return number >= 1995 && number <= 2045;
}

class Readings {
public:
    explicit Readings(std::string_view name) : m_text(lowered(name))
    {
        m_anonymous = dropAnonymous(m_text);
        m_runs = digitRuns(m_text);
    }

    std::vector<Spelling> all()
    {
        add({.key = nameKey(m_text), .term = termInside(m_text)});
        for (const Run& run : m_runs | std::views::reverse)
            readWithYear(run);
        readOldAlias();
        readCountAlone();
        readTermAlone();
        readWithoutKs4Ending();
        std::stable_sort(m_found.begin(), m_found.end(), [](const Spelling& a, const Spelling& b) {
            return a.isLastResort != b.isLastResort ? !a.isLastResort : a.penalty < b.penalty;
        });
        return std::move(m_found);
    }

private:
    void add(Spelling spelling)
    {
        spelling.anonymous = m_anonymous;
        const bool known = std::any_of(m_found.begin(), m_found.end(),
                                       [&](const Spelling& s) { return s.key == spelling.key; });
        if (!known && !spelling.key.empty())
            m_found.push_back(std::move(spelling));
    }

    // The text with pieces replaced by marks, folded.
    [[nodiscard]] std::string keyWith(std::size_t yearFrom, std::size_t yearEnd, std::string_view mark,
                                      std::optional<Run> count) const
    {
        std::string text = m_text;
        text.replace(yearFrom, yearEnd - yearFrom, mark);
        if (count && count->from < yearFrom)
            text.replace(count->from, count->size, 1, countMark);
        std::erase_if(text, [](char c) {
            return !((c >= 'a' && c <= 'z') || isDigit(c) || c == termMark || c == yearMark || c == countMark);
        });
        return text;
    }

    void readWithYear(Run run)
    {
        const std::size_t end = run.from + run.size;
        if (end != m_text.size() || !mayBeYear(m_text, run))
            return;
        const TermWord word = termBefore(m_text, run.from);
        const std::size_t from = run.from - word.word.size();
        const Term term = word.word.empty() ? termInside(m_text) : word.term;
        const std::optional<AcademicYear> year = yearOf(numberAt(m_text, run), word.term);
        const auto read = [&](std::size_t start, std::string_view mark, std::optional<Run> count, int penalty) {
            add({.key = keyWith(start, end, mark, count),
                 .year = year,
                 .term = term,
                 .repeat = count ? numberAt(m_text, *count) : 0,
                 .penalty = penalty});
        };
        const std::string_view marks = word.word.empty() ? yearMarks : termMarks;
        read(from, marks, {}, 0);
        for (const Run& count : m_runs) {
            if (isCount(count, run))
                read(from, marks, count, 0);
        }
        if (word.word.empty()) {
            read(from, termMarks, {}, 6); // "fsmeligible_07", the term left out
        } else {
            read(run.from, yearMarks, {}, 0); // the form prints "PRU_YSSA_SPR[yy]", the term spelt out
            read(from, yearMarks, {}, 4);     // some rows leave the term out of the name
        }
        // By its stem alone: "fsmeligible_2014", "gender_ab13" of a table that has neither.
        const std::string_view before = std::string_view(m_text).substr(0, from);
        const std::size_t ending = before.ends_with("_ab") || before.ends_with("_ex") ? 3 : 0;
        if (from > ending + 1 && (ending > 0 || before.ends_with('_')))
            read(from - ending, {}, {}, word.word.empty() ? 14 : 10);
    }

    // Old aliases of absence and exclusions: "gend07a", "sen071a", "reas307e" (third reason, 2007), "sen207e".
    void readOldAlias()
    {
        if (m_text.size() < 4 || (m_text.back() != 'a' && m_text.back() != 'e') || m_runs.empty())
            return;
        const Run run = m_runs.back();
        if (run.from + run.size != m_text.size() - 1 || run.size < 2 || run.size > 4)
            return;
        const auto read = [&](Run yearRun, std::optional<Run> count) {
            if (!mayBeYear(m_text, yearRun))
                return;
            std::string text = m_text;
            text.replace(yearRun.from, 2, 1, yearMark);
            if (count)
                text.replace(count->from, count->size, 1, countMark);
            std::erase(text, '_');
            add({.key = std::move(text),
                 .year = yearOf(numberAt(m_text, yearRun), Term::None),
                 .repeat = count ? numberAt(m_text, *count) : 0});
        };
        const Run last{run.from + run.size - 2, 2};
        read(last, {});
        if (run.size > 2)
            read(last, Run{run.from, run.size - 2});
        if (run.size == 3)
            read(Run{run.from, 2}, {});
    }

    [[nodiscard]] bool isCount(Run count, Run year) const
    {
        const std::size_t end = count.from + count.size;
        return end <= year.from && count.size <= 2 && count.from > 0 && m_text[count.from - 1] == '_'
               && end < m_text.size() && m_text[end] == '_';
    }

    // "Reason_3": the count of a table whose columns name no year.
    void readCountAlone()
    {
        for (const Run& run : m_runs) {
            const std::size_t end = run.from + run.size;
            const bool atEnd = end == m_text.size();
            if (run.size > 2 || run.from == 0 || m_text[run.from - 1] != '_' || !(atEnd || m_text[end] == '_'))
                continue;
            add({.key = keyWith(run.from, end, {}, {}),
                 .term = termInside(m_text),
                 .repeat = numberAt(m_text, run),
                 .penalty = 16,
                 .onlyCounted = true});
        }
    }

    void readTermAlone()
    {
        const TermWord word = termBefore(m_text, m_text.size());
        if (!word.word.empty())
            add({.key = keyWith(m_text.size() - word.word.size(), m_text.size(), {}, {}),
                 .term = word.term,
                 .penalty = 8});
    }

    void readWithoutKs4Ending()
    {
        for (const std::string_view ending : {"_ptq_ee", "_ptq", "_ee", "_94", "_95", "_91"}) {
            if (!m_text.ends_with(ending))
                continue;
            add({.key = keyWith(m_text.size() - ending.size(), m_text.size(), {}, {}),
                 .penalty = 50,
                 .isLastResort = true});
            return;
        }
    }

    std::string m_text;
    std::vector<Run> m_runs;
    std::vector<Spelling> m_found;
    bool m_anonymous = false;
};

} // namespace

std::vector<Spelling> spellingsOf(std::string_view name)
{
    return Readings(name).all();
}

} // namespace catalogue
