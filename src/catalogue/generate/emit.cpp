// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/generate/emit.h"

#include <stdexcept>

namespace generate {

Pool::Pool() : m_bytes(1, '\0')
{
    m_offsets.emplace(std::string(), 0);
}

std::uint32_t Pool::add(std::string_view text)
{
    const auto [entry, isNew] = m_offsets.try_emplace(std::string(text), static_cast<std::uint32_t>(m_bytes.size()));
    if (isNew) {
        m_bytes += text;
        m_bytes += '\0';
    }
    return entry->second;
}

void Pool::write(std::ostream& out) const
{
    // Octal escapes of three digits always end where they should; a hexadecimal one would eat the letter after it.
    out << "const char pool[] =\n    \"";
    std::size_t column = 0;
    for (const char c : m_bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\' || c == '?') {
            out << '\\' << c;
            column += 2;
        } else if (byte >= 0x20 && byte < 0x7f) {
            out << c;
            ++column;
        } else {
            out << '\\' << char('0' + (byte >> 6)) << char('0' + ((byte >> 3) & 7)) << char('0' + (byte & 7));
            column += 4;
        }
        if (column >= 4000) {
            out << "\"\n    \"";
            column = 0;
        }
    }
    out << "\";\n\n";
}

std::string letter(const std::string& text)
{
    if (text.empty())
        return "'\\0'";
    if (text.size() != 1)
        throw std::runtime_error("one character expected, not " + text);
    return "'" + text + "'";
}

int position(const std::string& word, std::initializer_list<const char*> words)
{
    int n = 0;
    for (const char* candidate : words) {
        if (word == candidate)
            return n;
        ++n;
    }
    throw std::runtime_error("not a known word: " + word);
}

int certaintyNumber(const std::string& word)
{
    if (word == "table")
        return 0;
    if (word == "seed")
        return 1;
    if (word == "background")
        return 2;
    throw std::runtime_error("not a certainty: " + word);
}

} // namespace generate
