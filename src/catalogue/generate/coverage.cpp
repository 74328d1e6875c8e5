// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/generate/coverage.h"

#include "catalogue/generate/csv.h"

namespace generate {

namespace {

int numberOr(const std::string& text, int otherwise)
{
    return text.empty() ? otherwise : std::stoi(text);
}

class Rows {
public:
    Rows(std::ostream& out, const char* type, const char* name) : m_out(out), m_type(type), m_name(name)
    {
        m_out << "static const " << type << ' ' << name << "Rows[] = {\n";
    }
    ~Rows() { m_out << "};\nconst std::span<const " << m_type << "> " << m_name << '{' << m_name << "Rows};\n\n"; }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

private:
    std::ostream& m_out;
    const char* m_type;
    const char* m_name;
};

void writeRules(const Csv& csv, Pool& pool, std::ostream& out)
{
    const Rows rows(out, "CoverageRuleRow", "coverageRules");
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto at = [&](std::string_view heading) { return csv.at(i, heading); };
        out << '{' << pool.add(at("key")) << ',' << pool.add(at("source")) << ',' << std::stoi(at("group_from")) << ','
            << std::stoi(at("group_to")) << ',' << academicYear(at("first_year")) << ','
            << academicYear(at("last_year")) << ','
            << position(at("section"), {"school", "results", "attendance", "after16", "care"}) << ','
            << position(at("applies"),
                        {"everyone",        "nursery",       "nursery_outside", "sixth_form",   "staying_on",
                         "referral_unit",   "alternative",   "baseline",        "sample",       "second_check",
                         "autumn_check",    "below_level_4", "exams",           "a_levels",     "early_or_late",
                         "t_level",         "excluded",      "secondary_first", "college",      "college_or_training",
                         "specialist",      "tracked",       "tracked_later",   "matched",      "matched_later",
                         "applied",         "university",    "work",            "in_need",      "in_care"})
            << ',' << position(at("schools"), {"state", "independent_too", "any"}) << ','
            << numberOr(at("due_years"), 1) << ',' << numberOr(at("due_month"), 0) << ','
            << certaintyNumber(at("certainty")) << ',' << position(at("once"), {"no", "yes"}) << "},\n";
    }
}

void writeTerms(const Csv& csv, Pool& pool, std::ostream& out)
{
    const Rows rows(out, "CoverageTermRow", "coverageTerms");
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto at = [&](std::string_view heading) { return csv.at(i, heading); };
        out << '{' << pool.add(at("key")) << ',' << pool.add(at("source")) << ',' << std::stoi(at("group_from")) << ','
            << std::stoi(at("group_to")) << ',' << academicYear(at("first_year")) << ','
            << academicYear(at("last_year")) << ',' << 1 + position(at("term"), {"autumn", "spring", "summer"}) << ','
            << numberOr(at("due_years"), 1) << ',' << numberOr(at("due_month"), 0) << ','
            << certaintyNumber(at("certainty")) << ',' << position(at("state"), {"collected", "cancelled"}) << "},\n";
    }
}

void writePrinted(const Csv& csv, Pool& pool, std::ostream& out)
{
    const Rows rows(out, "PrintedRow", "printed");
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const auto text = [&](std::string_view heading) { return pool.add(csv.at(i, heading)); };
        out << '{' << text("key") << ',' << text("printed_name") << ',' << text("footnote_mark") << ','
            << text("ages_as_printed") << ',' << academicYear(csv.at(i, "first_year")) << ','
            << academicYear(csv.at(i, "last_year")) << "},\n";
    }
}

void writeOutside(const Csv& csv, Pool& pool, std::ostream& out)
{
    const Rows rows(out, "OutsideRow", "outside");
    for (std::size_t i = 0; i < csv.size(); ++i)
        out << '{' << pool.add(csv.at(i, "field_ending")) << ',' << pool.add(csv.at(i, "code")) << ','
            << position(csv.at(i, "kind"), {"independent", "outside_england", "at_home", "not_registered"}) << "},\n";
}

} // namespace

void writeCoverage(const std::filesystem::path& data, Pool& pool, std::ostream& out)
{
    writeRules(Csv(data / "coverage_rules.csv"), pool, out);
    writeTerms(Csv(data / "coverage_terms.csv"), pool, out);
    writePrinted(Csv(data / "printed_table.csv"), pool, out);
    writeOutside(Csv(data / "outside_schools.csv"), pool, out);
}

} // namespace generate
