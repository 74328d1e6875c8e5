// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// catalogue_generate DATA-FOLDER OUTPUT: the catalogue's CSV files as C++ arrays. Runs while the program is built.
#include "catalogue/generate/coverage.h"
#include "catalogue/generate/csv.h"
#include "catalogue/generate/emit.h"
#include "catalogue/generate/items.h"

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace {

using generate::academicYear;
using generate::certaintyNumber;
using generate::Csv;
using generate::Pool;
using generate::position;

void open(std::ostream& out, const char* type, const char* name)
{
    out << "static const " << type << ' ' << name << "Rows[] = {\n";
}

void close(std::ostream& out, const char* type, const char* name)
{
    out << "};\nconst std::span<const " << type << "> " << name << '{' << name << "Rows};\n\n";
}

// Which codes answer nothing, by set and code.
class NoAnswers {
public:
    explicit NoAnswers(const std::filesystem::path& data)
    {
        const Csv csv(data / "no_answers.csv");
        for (std::size_t i = 0; i < csv.size(); ++i)
            m_left[{csv.at(i, "set"), csv.at(i, "code")}] = m_kinds[{csv.at(i, "set"), csv.at(i, "code")}] =
                position(csv.at(i, "answer"), {"given", "refused", "not_obtained", "believed", "artefact"});
    }
    int take(const std::string& set, const std::string& code) // 0: it answers
    {
        const auto found = m_kinds.find({set, code});
        m_left.erase({set, code});
        return found == m_kinds.end() ? 0 : found->second;
    }
    // A row that fits no code is a slip of the pen.
    void finish() const
    {
        if (!m_left.empty())
            throw std::runtime_error("no_answers.csv: no code " + m_left.begin()->first.second + " in " +
                                     m_left.begin()->first.first);
    }

private:
    std::map<std::pair<std::string, std::string>, int> m_kinds;
    std::map<std::pair<std::string, std::string>, int> m_left;
};

void writeCodes(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    const Csv csv(data / "codes.csv");
    NoAnswers noAnswers(data);
    std::vector<std::size_t> order(csv.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return csv.at(a, "set") < csv.at(b, "set"); });
    open(out, "CodeRow", "codes");
    for (const std::size_t i : order) {
        const auto text = [&](std::string_view heading) { return pool.add(csv.at(i, heading)); };
        out << '{' << text("set") << ',' << text("code") << ',' << text("label") << ',' << text("source") << ','
            << text("note") << ',' << academicYear(csv.at(i, "first_year")) << ','
            << academicYear(csv.at(i, "last_year")) << ',' << certaintyNumber(csv.at(i, "certainty")) << ','
            << noAnswers.take(csv.at(i, "set"), csv.at(i, "code")) << "},\n";
    }
    noAnswers.finish();
    close(out, "CodeRow", "codes");
}

void writeScales(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    const Csv csv(data / "scales.csv");
    open(out, "StepRow", "steps");
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto text = [&](std::string_view heading) { return pool.add(csv.at(i, heading)); };
        out << '{' << text("system") << ',' << text("key_stage") << ',' << text("code") << ',' << text("label") << ','
            << text("rank") << ',' << text("source") << ','
            << position(csv.at(i, "kind"), {"result", "below-scale", "no-result"}) << ','
            << position(csv.at(i, "expected"), {"0", "1", ""}) << ',' << certaintyNumber(csv.at(i, "certainty"))
            << "},\n";
    }
    close(out, "StepRow", "steps");
    const Csv heads(data / "scale_titles.csv");
    open(out, "ScaleRow", "scales");
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const auto text = [&](std::string_view heading) { return pool.add(heads.at(i, heading)); };
        out << '{' << text("system") << ',' << text("title") << ',' << text("minimum") << ',' << text("maximum") << ','
            << text("expected_from") << ',' << text("note") << ',' << academicYear(heads.at(i, "first_year")) << ','
            << academicYear(heads.at(i, "last_year")) << "},\n";
    }
    close(out, "ScaleRow", "scales");
}

void writeCollections(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    const Csv csv(data / "collections.csv");
    open(out, "CollectionRow", "collections");
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto text = [&](std::string_view heading) { return pool.add(csv.at(i, heading)); };
        out << '{' << text("key") << ',' << text("name") << ',' << text("short_name") << ',' << text("prefix") << ','
            << text("note") << ',' << text("source") << ',' << academicYear(csv.at(i, "first_year")) << ','
            << academicYear(csv.at(i, "last_year")) << ',' << std::stoi(csv.at(i, "age_from")) << ','
            << std::stoi(csv.at(i, "age_to")) << ',' << (csv.at(i, "termly") == "yes") << ','
            << certaintyNumber(csv.at(i, "certainty")) << "},\n";
    }
    close(out, "CollectionRow", "collections");

    const Csv years(data / "collection_years.csv");
    open(out, "YearRow", "years");
    for (std::size_t i = 0; i < years.size(); ++i)
        out << '{' << pool.add(years.at(i, "key")) << ',' << academicYear(years.at(i, "academic_year")) << ','
            << position(years.at(i, "state"), {"listed", "partial", "cancelled", "seed_only", "believed_to_continue",
                                               "not_collected", "not_known"})
            << "},\n";
    close(out, "YearRow", "years");
}

void writeWords(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    const Csv csv(data / "tiers.csv");
    open(out, "WordRow", "words");
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto text = [&](std::string_view heading) { return pool.add(csv.at(i, heading)); };
        out << '{' << text("scheme") << ',' << text("code") << ',' << text("meaning") << ',' << text("examples") << ','
            << text("years") << ',' << text("source") << "},\n";
    }
    close(out, "WordRow", "words");

    const Csv authorities(data / "authorities.csv");
    open(out, "AuthorityRow", "authorities");
    for (std::size_t i = 0; i < authorities.size(); ++i)
        out << '{' << std::stoi(authorities.at(i, "from")) << ',' << std::stoi(authorities.at(i, "to")) << "},\n";
    close(out, "AuthorityRow", "authorities");
}

void writeContexts(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    const Csv csv(data / "context.csv");
    open(out, "ContextRow", "contexts");
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto text = [&](std::string_view heading) { return pool.add(csv.at(i, heading)); };
        out << '{' << text("key") << ',' << text("first_day") << ',' << text("last_day") << ',' << text("title") << ','
            << text("words") << ',' << text("source") << ',' << text("seen") << ','
            << position(csv.at(i, "kind"), {"census", "law", "sharing", "results"}) << ','
            << position(csv.at(i, "status"), {"statute", "guidance", "secondary", "unverified"}) << "},\n";
    }
    close(out, "ContextRow", "contexts");
}

void writeTakenOver(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    const Csv csv(data / "taken_over.csv");
    if (csv.size() == 0)
        throw std::runtime_error("taken_over.csv: no rows");
    open(out, "TakenOverRow", "takenOver");
    for (std::size_t i = 0; i < csv.size(); ++i)
        out << '{' << pool.add(csv.at(i, "name")) << ',' << pool.add(csv.at(i, "source")) << ','
            << std::stoi(csv.at(i, "first_group")) << ',' << std::stoi(csv.at(i, "last_group")) << ','
            << certaintyNumber(csv.at(i, "certainty")) << "},\n";
    close(out, "TakenOverRow", "takenOver");
}

void run(const std::filesystem::path& data, const std::filesystem::path& target)
{
    Pool pool;
    std::ostringstream tables;
    generate::writeItems(data, pool, tables);
    writeCodes(data, pool, tables);
    writeScales(data, pool, tables);
    writeCollections(data, pool, tables);
    writeWords(data, pool, tables);
    writeContexts(data, pool, tables);
    writeTakenOver(data, pool, tables);
    generate::writeCoverage(data, pool, tables);

    std::ofstream out(target, std::ios::binary | std::ios::trunc);
    out << "// Written by catalogue_generate from resources/catalogue. Do not edit.\n"
           "#include \"catalogue/table.h\"\n\nnamespace catalogue::table {\n\n";
    pool.write(out);
    out << tables.str() << "} // namespace catalogue::table\n";
    if (!out.flush())
        throw std::runtime_error("cannot write " + target.string());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: catalogue_generate DATA-FOLDER OUTPUT\n";
        return 2;
    }
    try {
        run(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "catalogue_generate: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
