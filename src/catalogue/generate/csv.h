// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace generate {

// One of our own data files: UTF-8, comma, quotes as in RFC 4180, headings in the first row. Of a folder, all its .csv
// files by name, which must have the same headings.
class Csv {
public:
    explicit Csv(const std::filesystem::path& fileOrFolder); // throws std::runtime_error with the file and line
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    // The cell under a heading; throws for a heading the file does not have, so that a renamed column is noticed.
    [[nodiscard]] const std::string& at(std::size_t row, std::string_view heading) const;

private:
    void add(const std::filesystem::path& file);

    std::string m_name;
    std::vector<std::string> m_headings;
    std::unordered_map<std::string, std::size_t> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

// "2013/14" → 2013; empty → 0. Throws for anything else.
[[nodiscard]] int academicYear(const std::string& text);

} // namespace generate
