// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lanes.h"
#include "insight/readings.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// The term in which a day falls as one number that counts up with time.
int slot(QDate day)
{
    const catalogue::AcademicYear year = catalogue::AcademicYear::of(day);
    int term = 0;
    while (term < 2 && day > catalogue::termSpan(year, catalogue::Term(term + 1)).to)
        ++term;
    return year.start * 3 + term;
}

// The terms for which the record holds a census entry, read value or not. A transfer file asks for what it likes.
std::set<int> heldSlots(const OwnEntries& entries)
{
    std::set<int> held;
    for (const record::Entry* entry : entries.all())
        if (const auto moment = momentOf(*entry); moment && isCensus(entry->collection))
            held.insert(slot(moment->span.from));
    return held;
}

catalogue::DateSpan spanOf(int slot)
{
    return catalogue::termSpan({slot / 3}, catalogue::Term(slot % 3 + 1));
}

// Whether a reading is missing between two of the same characteristic: a whole school year without one, or a census
// that is here, of a term in which it is otherwise read, and does not have it.
class Gaps {
public:
    explicit Gaps(const std::set<int>& held) : m_held(held) {}

    void readIn(QDate day)
    {
        const int term = slot(day);
        m_asked[std::size_t(term % 3)] = true;
        m_years.insert(term / 3);
    }

    [[nodiscard]] bool between(QDate before, QDate after) const
    {
        const int begin = slot(before);
        const int end = slot(after);
        if (end / 3 - begin / 3 > 1)
            return true;
        for (auto held = m_held.upper_bound(begin); held != m_held.end() && *held < end; ++held)
            if (m_asked[std::size_t(*held % 3)])
                return true;
        return false;
    }

    // The terms between two readings whose census is here and does not have it, neighbours joined.
    void collect(QDate before, QDate after, std::vector<catalogue::DateSpan>& absent) const
    {
        int last = -1;
        const int end = slot(after);
        for (auto held = m_held.upper_bound(slot(before)); held != m_held.end() && *held < end; ++held) {
            if (!m_asked[std::size_t(*held % 3)])
                continue;
            if (last >= 0 && *held == last + 1)
                absent.back().to = spanOf(*held).to;
            else
                absent.push_back(spanOf(*held));
            last = *held;
        }
    }

    // What is said in one term alone, in more years than one, is not missing in the others: tells which of those terms,
    // in a year that has a reading, have their census here and no mark.
    void collectNotAsked(Lane& lane) const
    {
        const auto asked = std::find(m_asked.begin(), m_asked.end(), true);
        if (m_years.size() < 2 || std::count(m_asked.begin(), m_asked.end(), true) != 1)
            return;
        int last = -1;
        for (const int held : m_held) {
            const catalogue::DateSpan term = spanOf(held);
            if (held % 3 == asked - m_asked.begin() || !m_years.contains(held / 3) || covers(lane.marks, term.from))
                continue;
            if (last >= 0 && held == last + 1)
                lane.notAsked.back().to = term.to;
            else
                lane.notAsked.push_back(term);
            last = held;
        }
        lane.onlyIn = catalogue::Term(asked - m_asked.begin() + 1);
    }

private:
    static bool covers(const std::vector<Mark>& marks, QDate day)
    {
        const auto after =
            std::upper_bound(marks.begin(), marks.end(), day, [](QDate d, const Mark& mark) { return d < mark.from; });
        return after != marks.begin() && std::prev(after)->to >= day;
    }

    const std::set<int>& m_held;
    std::array<bool, 3> m_asked{};
    std::set<int> m_years; // that have a reading, by the year in which they begin
};

// How common each value of a lane is: the commonest is plain, the next have hatches. Readings are the same when they
// are spelt alike or mean the same (sameReading); both are looked up by hash, for a field of free text can hold as
// many values as it has readings.
class Ranks {
public:
    explicit Ranks(const std::vector<Reading>& readings)
    {
        std::vector<Kind> kinds;
        for (const Reading& reading : readings) {
            const int known = kindOf(reading);
            const int kind = known >= 0 ? known : static_cast<int>(kinds.size());
            if (known < 0)
                kinds.push_back({kind, 0});
            ++kinds[static_cast<std::size_t>(kind)].count;
            m_bySpelling.insert(spelling(reading), kind);
            if (const QString meaning = meaningOf(reading); !meaning.isEmpty())
                m_byMeaning.insert(meaning, kind);
        }
        std::stable_sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) { return a.count > b.count; });
        m_rank.resize(kinds.size());
        for (std::size_t rank = 0; rank < kinds.size(); ++rank)
            m_rank[static_cast<std::size_t>(kinds[rank].kind)] = static_cast<int>(rank);
    }

    [[nodiscard]] int of(const Reading& reading) const
    {
        const int kind = kindOf(reading);
        return kind < 0 ? static_cast<int>(m_rank.size()) : m_rank[static_cast<std::size_t>(kind)];
    }

private:
    struct Kind {
        int kind;
        int count;
    };

    static QString spelling(const Reading& reading) { return reading.raw.trimmed().toCaseFolded(); }
    static QString meaningOf(const Reading& reading)
    {
        return reading.known ? reading.meaning.toCaseFolded() : QString();
    }
    int kindOf(const Reading& reading) const
    {
        if (const auto spelt = m_bySpelling.constFind(spelling(reading)); spelt != m_bySpelling.constEnd())
            return *spelt;
        const QString meaning = meaningOf(reading);
        return meaning.isEmpty() ? -1 : m_byMeaning.value(meaning, -1);
    }

    QHash<QString, int> m_bySpelling;
    QHash<QString, int> m_byMeaning;
    std::vector<int> m_rank; // of a kind
};

class LaneMaker {
public:
    LaneMaker(const Characteristic& characteristic, const std::set<int>& held, LaneInput& input,
              const QHash<record::EntryId, const record::Entry*>& entries)
        : m_characteristic(characteristic), m_gaps(held), m_ranks(characteristic.readings),
          m_input(input), m_entries(entries)
    {
        m_lane.key = u"SC."_s + characteristic.key;
        m_lane.title = characteristic.title;
        m_lane.group = characteristic.group;
        m_lane.locates = characteristic.locates;
    }

    Lane make()
    {
        for (const Reading& reading : m_characteristic.readings) {
            const record::Entry* entry = m_entries.value(reading.entry);
            if (reading.year && isCensus(entry->collection))
                m_gaps.readIn(momentOf(*entry)->span.from);
        }
        const Reading* last = nullptr;
        QDate lastFrom;
        for (const Reading& reading : m_characteristic.readings) {
            if (!reading.year) {
                m_input.undated.push_back({reading.value, m_characteristic.title,
                                           QCoreApplication::translate("insight", "the file gives no time for it")});
                continue;
            }
            const auto moment = momentOf(*m_entries.value(reading.entry));
            if (last)
                m_gaps.collect(lastFrom, moment->span.from, m_lane.absent);
            if (last && sameReading(*last, reading) && !m_gaps.between(lastFrom, moment->span.from))
                extend(reading, moment->span);
            else
                begin(reading, moment->span, last && !sameReading(*last, reading));
            last = &reading;
            lastFrom = moment->span.from;
        }
        m_gaps.collectNotAsked(m_lane);
        return std::move(m_lane);
    }

private:
    // What the mark says, in the words of one of its readings.
    void describe(Mark& mark, const Reading& reading)
    {
        const record::Entry* entry = m_entries.value(reading.entry);
        const record::Value* value = nullptr;
        for (const record::Value& candidate : entry->values)
            if (candidate.id == reading.value)
                value = &candidate;
        const Field& field = m_input.fields.of(*entry, *value);
        const catalogue::Meaning& meaning = m_input.fields.meaning(field, *entry, reading.raw);
        mark.label = wordsOf(meaning, reading.raw);
        mark.shortLabel = shortened(mark.label);
        mark.code = reading.raw;
        mark.sensitive = mark.sensitive || isSensitive(field);
        mark.none = meansNone(field, meaning, reading.raw);
    }

    void begin(const Reading& reading, const catalogue::DateSpan& span, bool differs)
    {
        Mark mark;
        mark.key = markKey(m_lane.key, reading.value);
        mark.kind = MarkKind::Span;
        mark.from = span.from;
        mark.to = span.to;
        describe(mark, reading);
        // One year group follows another: none of them is the odd one out.
        const bool follows = m_characteristic.key == "NCyearActual"_L1;
        mark.rank = follows ? 0 : m_ranks.of(reading);
        mark.changed = differs && !follows;
        mark.values.push_back(reading.value);
        mark.readings.push_back(readOn(*m_entries.value(reading.entry), span));
        m_lane.marks.push_back(std::move(mark));
    }

    void extend(const Reading& reading, const catalogue::DateSpan& span)
    {
        Mark& mark = m_lane.marks.back();
        // One collection spells a code that another has words for.
        if (mark.label == mark.code && reading.known && !reading.meaning.isEmpty())
            describe(mark, reading);
        mark.to = std::max(mark.to, span.to);
        mark.values.push_back(reading.value);
        const QDate day = readOn(*m_entries.value(reading.entry), span);
        mark.readings.insert(std::upper_bound(mark.readings.begin(), mark.readings.end(), day), day);
    }

    const Characteristic& m_characteristic;
    Gaps m_gaps;
    Ranks m_ranks;
    LaneInput& m_input;
    const QHash<record::EntryId, const record::Entry*>& m_entries;
    Lane m_lane;
};

} // namespace

std::vector<Lane> characteristicLanes(LaneInput& input)
{
    const std::set<int> held = heldSlots(input.entries);
    QHash<record::EntryId, const record::Entry*> entries;
    for (const record::Entry* entry : input.entries.all())
        entries.insert(entry->id, entry);
    std::vector<Lane> lanes;
    for (const Characteristic& characteristic : readCharacteristics(input.entries, input.fields)) {
        const CharacteristicName* name = characteristicOfKey(characteristic.key);
        if (name ? !name->lane : characteristic.group != LaneGroup::Care)
            continue;
        Lane lane = LaneMaker(characteristic, held, input, entries).make();
        if (!lane.marks.empty())
            lanes.push_back(std::move(lane));
    }
    return lanes;
}

} // namespace insight
