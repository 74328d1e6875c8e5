// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/generate/csv.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace generate {

namespace {

std::vector<std::vector<std::string>> parse(const std::string& bytes)
{
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < bytes.size() && bytes[i + 1] == '"')
                cell += bytes[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            if (c == '\n') {
                rows.push_back(std::move(row));
                row.clear();
            }
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !row.empty()) {
        row.push_back(std::move(cell));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Csv::Csv(const std::filesystem::path& fileOrFolder) : m_name(fileOrFolder.filename().string())
{
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(fileOrFolder)) {
        for (const auto& entry : std::filesystem::directory_iterator(fileOrFolder)) {
            if (entry.path().extension() == ".csv")
                files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end()); // the same tables from the same data, whatever the disk's order
    } else {
        files.push_back(fileOrFolder);
    }
    for (const std::filesystem::path& file : files)
        add(file);
    if (m_headings.empty())
        throw std::runtime_error(m_name + " is empty");
    for (std::size_t i = 0; i < m_headings.size(); ++i)
        m_columns.emplace(m_headings[i], i);
}

void Csv::add(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + name);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::vector<std::vector<std::string>> rows = parse(bytes);
    if (rows.empty())
        throw std::runtime_error(name + " is empty");
    if (!m_headings.empty() && rows.front() != m_headings)
        throw std::runtime_error(name + " has other headings than the files before it");
    m_headings = rows.front();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].size() != m_headings.size())
            throw std::runtime_error(name + ", row " + std::to_string(i + 1) + ": wrong number of cells");
        m_rows.push_back(std::move(rows[i]));
    }
}

const std::string& Csv::at(std::size_t row, std::string_view heading) const
{
    const auto column = m_columns.find(std::string(heading));
    if (column == m_columns.end())
        throw std::runtime_error(m_name + " has no column " + std::string(heading));
    return m_rows.at(row).at(column->second);
}

int academicYear(const std::string& text)
{
    if (text.empty())
        return 0;
    if (text.size() != 7 || text[4] != '/')
        throw std::runtime_error("not an academic year: " + text);
    const int start = std::stoi(text.substr(0, 4));
    if ((start + 1) % 100 != std::stoi(text.substr(5)))
        throw std::runtime_error("not an academic year: " + text);
    return start;
}

} // namespace generate
