// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>

namespace generate {

// The pool of strings: each text once, offset 0 empty.
class Pool {
public:
    Pool();
    std::uint32_t add(std::string_view text);
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    void write(std::ostream& out) const; // as one character array

private:
    std::string m_bytes;
    std::unordered_map<std::string, std::uint32_t> m_offsets;
};

// One character as C++ source: 'A', or '\\0' for none.
[[nodiscard]] std::string letter(const std::string& text);
[[nodiscard]] int certaintyNumber(const std::string& word); // as in certainty.h
// Where a word stands in the list of an enumeration's words; throws for a word that is not there.
[[nodiscard]] int position(const std::string& word, std::initializer_list<const char*> words);

} // namespace generate
