// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/generate/items.h"

#include "catalogue/generate/csv.h"
#include "catalogue/name_key.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>
#include <vector>

namespace generate {

namespace {

// Rows of a rule file: which items (collection, a pattern over their names) get which word. Later rows win.
class Rules {
public:
    Rules(const std::filesystem::path& file, std::string_view word) : m_csv(file), m_word(word) {}

    [[nodiscard]] std::vector<std::size_t> rowsFor(const std::string& collection, const std::string& name) const
    {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < m_csv.size(); ++i) {
            if (catalogue::matchesGlob(m_csv.at(i, "collection"), collection)
                && catalogue::matchesGlob(m_csv.at(i, "name"), name)) {
                rows.push_back(i);
                m_used.insert(i);
            }
        }
        return rows;
    }
    [[nodiscard]] const std::string& word(std::size_t row) const { return m_csv.at(row, m_word); }
    [[nodiscard]] const Csv& csv() const { return m_csv; }
    // A rule that fits no item is a slip of the pen.
    void complainAboutUnused() const
    {
        for (std::size_t i = 0; i < m_csv.size(); ++i) {
            if (!m_used.contains(i))
                throw std::runtime_error("no item fits the rule " + word(i) + " for " + m_csv.at(i, "collection") + " "
                                         + m_csv.at(i, "name"));
        }
    }

private:
    Csv m_csv;
    std::string m_word;
    mutable std::set<std::size_t> m_used;
};

struct Alias {
    std::string key;
    std::size_t item;
    int kind; // table::AliasKind
    auto operator<=>(const Alias&) const = default;
};
enum Kind { Canonical, DownloadOf, Download, OtherYears, Old, FieldReference, Stem, Base };

std::vector<std::string> split(const std::string& text, std::string_view by)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto to = std::min(text.find(by, from), text.size());
        if (to > from)
            parts.push_back(text.substr(from, to - from));
        from = to + by.size();
    }
    return parts;
}

// The spellings one printed name stands for: "PRU_LSOA01 or PRU_LSOA11", "… (PMR)", "KS2_s.Pupil…".
std::vector<std::string> spellings(const std::string& name)
{
    std::vector<std::string> all{name};
    for (const std::string& part : split(name, " or "))
        all.push_back(part);
    if (const auto bracket = name.find(" ("); bracket != std::string::npos)
        all.push_back(name.substr(0, bracket));
    if (const auto table = name.find("s."); table != std::string::npos && (table == 0 || name[table - 1] == '_'))
        all.push_back(name.substr(0, table) + name.substr(table + 2));
    return all;
}

std::optional<std::string> withoutKs4Ending(const std::string& name)
{
    for (const std::string_view ending : {"_PTQ_EE", "_PTQ", "_94", "_95", "_91"}) {
        if (name.starts_with("KS4_") && name.ends_with(ending))
            return name.substr(0, name.size() - ending.size());
    }
    return {};
}

class AliasIndex {
public:
    void add(const std::string& name, std::size_t item, Kind kind)
    {
        if (const std::string key = catalogue::nameKey(name); !key.empty())
            m_aliases.insert({key, item, kind});
    }
    void addNamesOf(const Csv& csv, std::size_t row, bool isCopyOfDictionaryRow)
    {
        const std::string& name = csv.at(row, "name");
        for (const std::string& spelling : spellings(name)) {
            add(spelling, row, isCopyOfDictionaryRow ? Download : Canonical);
            if (const std::string stem = catalogue::stemKey(spelling); stem != catalogue::nameKey(spelling))
                m_aliases.insert({stem, row, Stem});
            if (const auto base = withoutKs4Ending(spelling))
                add(*base, row, Base);
        }
        for (const std::string& other : split(csv.at(row, "other_names"), "|"))
            add(other, row, OtherYears);
        if (const std::string& old = csv.at(row, "old_alias"); !old.empty())
            add(old, row, Old);
        for (const std::string& spelling : spellings(csv.at(row, "field_reference")))
            add(spelling, row, FieldReference);
    }
    void write(Pool& pool, std::ostream& out) const
    {
        // One row for each key and item: the surest kind.
        std::map<std::pair<std::string, std::size_t>, int> best;
        for (const Alias& alias : m_aliases) {
            const auto [row, isNew] = best.try_emplace({alias.key, alias.item}, alias.kind);
            if (!isNew)
                row->second = std::min(row->second, alias.kind);
        }
        out << "static const AliasRow aliasRows[] = {\n";
        for (const auto& [key, kind] : best)
            out << '{' << pool.add(key.first) << ',' << key.second << ",AliasKind(" << kind << ")},\n";
        out << "};\nconst std::span<const AliasRow> aliases{aliasRows};\n\n";
    }

private:
    std::set<Alias> m_aliases;
};

struct Flags {
    bool locates = false;
    bool aboutOthers = false;
};

Flags flagsOf(const Rules& rules, const std::string& collection, const std::string& name)
{
    Flags flags;
    for (const std::size_t row : rules.rowsFor(collection, name)) {
        const std::string& word = rules.word(row);
        if (word == "locates")
            flags.locates = true;
        else if (word == "not_locates")
            flags.locates = false;
        else if (word == "about_others")
            flags.aboutOthers = true;
        else if (word == "not_about_others")
            flags.aboutOthers = false;
        else
            throw std::runtime_error("not a flag: " + word);
    }
    return flags;
}

} // namespace

void writeItems(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    const Csv csv(data / "items");
    const Rules flagRules(data / "flags.csv", "flag");
    const Rules codeRules(data / "code_set_rules.csv", "set");
    const Rules scaleRules(data / "scale_rules.csv", "system");

    std::map<std::string, std::size_t> datasetIndex;
    std::vector<std::tuple<std::string, std::string, std::set<std::string>>> datasets;
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> byCollectionAndName;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const std::string& dataset = csv.at(i, "dataset");
        const auto [entry, isNew] = datasetIndex.try_emplace(dataset, datasets.size());
        if (isNew)
            datasets.emplace_back(dataset, csv.at(i, "collection"), std::set<std::string>());
        std::get<2>(datasets[entry->second]).insert(catalogue::nameKey(csv.at(i, "name")));
        if (csv.at(i, "same_as").empty()) // copies in a download are no targets for one another
            byCollectionAndName[{csv.at(i, "collection"), csv.at(i, "name")}].push_back(i);
    }

    AliasIndex aliases;
    std::vector<std::tuple<std::size_t, std::string, int, int>> uses;
    out << "static const ItemRow itemRows[] = {\n";
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto text = [&](std::string_view heading) { return pool.add(csv.at(i, heading)); };
        const std::string& collection = csv.at(i, "collection");
        const std::string rule = catalogue::ruleName(csv.at(i, "name"));
        const Flags flags = flagsOf(flagRules, collection, rule);
        std::string codeSet = csv.at(i, "code_set");
        for (const std::size_t row : codeRules.rowsFor(collection, rule)) {
            if (csv.at(i, "code_set").empty())
                codeSet = codeRules.word(row);
        }
        for (const std::size_t row : scaleRules.rowsFor(collection, rule)) {
            if (scaleRules.word(row) == "none") // a later rule takes items out again that a wide pattern caught
                std::erase_if(uses, [i](const auto& use) { return std::get<0>(use) == i; });
            else
                uses.emplace_back(i, scaleRules.word(row), academicYear(scaleRules.csv().at(row, "first_year")),
                                  academicYear(scaleRules.csv().at(row, "last_year")));
        }

        const std::string& sameAs = csv.at(i, "same_as");
        aliases.addNamesOf(csv, i, !sameAs.empty());
        if (!sameAs.empty()) {
            const auto same = byCollectionAndName.find({collection, sameAs});
            if (same == byCollectionAndName.end())
                throw std::runtime_error(std::string("no item ").append(sameAs).append(" in ").append(collection));
            for (const std::size_t target : same->second)
                aliases.add(csv.at(i, "name"), target, DownloadOf);
        }

        out << '{' << text("name") << ',' << text("dataset") << ',' << text("collection") << ','
            << text("field_reference") << ',' << text("old_alias") << ',' << text("other_names") << ','
            << text("years_as_printed") << ',' << text("meaning") << ',' << text("meaning_source") << ','
            << text("category") << ',' << text("data_type") << ',' << text("allowed_codes") << ',' << pool.add(codeSet)
            << ',' << text("provenance") << ',' << academicYear(csv.at(i, "first_year")) << ','
            << academicYear(csv.at(i, "last_year")) << ',' << datasetIndex.at(csv.at(i, "dataset")) << ','
            << letter(csv.at(i, "old_tier")) << ',' << letter(csv.at(i, "identification_risk")) << ','
            << letter(csv.at(i, "sensitivity")) << ',' << certaintyNumber(csv.at(i, "certainty")) << ','
            << flags.locates << ',' << flags.aboutOthers << "},\n";
    }
    out << "};\nconst std::span<const ItemRow> items{itemRows};\n\n";

    flagRules.complainAboutUnused();
    codeRules.complainAboutUnused();
    scaleRules.complainAboutUnused();

    out << "static const DatasetRow datasetRows[] = {\n";
    for (const auto& [name, collection, names] : datasets)
        out << '{' << pool.add(name) << ',' << pool.add(collection) << ',' << names.size() << "},\n";
    out << "};\nconst std::span<const DatasetRow> datasets{datasetRows};\n\n";

    out << "static const ScaleUse scaleUseRows[] = {\n";
    for (const auto& [item, system, first, last] : uses)
        out << '{' << item << ',' << pool.add(system) << ',' << first << ',' << last << "},\n";
    out << "};\nconst std::span<const ScaleUse> scaleUses{scaleUseRows};\n\n";

    aliases.write(pool, out);
}

} // namespace generate
