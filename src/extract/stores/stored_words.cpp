// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/stored_words.h"

#include <array>
#include <utility>

namespace extract {

namespace {

template <typename T, std::size_t n>
using Table = std::array<std::pair<T, const char*>, n>;

using catalogue::Term;
using requests::Asking;
using requests::Controller;
using requests::Extent;
using requests::RequestState;

constexpr Table<Term, 4> terms{
    {{Term::None, ""}, {Term::Autumn, "autumn"}, {Term::Spring, "spring"}, {Term::Summer, "summer"}}};
constexpr Table<Extent, 3> extents{
    {{Extent::Always, "always"}, {Extent::FromDate, "from"}, {Extent::NotSure, "not-sure"}}};
constexpr Table<Controller, 2> controllers{{{Controller::Dfe, "dfe"}, {Controller::School, "school"}}};
constexpr Table<Asking, 3> askings{
    {{Asking::Self, "self"}, {Asking::Parent, "parent"}, {Asking::Representative, "representative"}}};
constexpr Table<RequestState, 5> states{{{RequestState::Draft, "draft"},
                                         {RequestState::Printed, "printed"},
                                         {RequestState::Sent, "sent"},
                                         {RequestState::Answered, "answered"},
                                         {RequestState::Closed, "closed"}}};

template <typename T, std::size_t n>
QString wordOf(const Table<T, n>& table, T value)
{
    for (const auto& [known, word] : table)
        if (known == value)
            return QString::fromLatin1(word);
    return {};
}

template <typename T, std::size_t n>
T valueOf(const Table<T, n>& table, const QString& text)
{
    for (const auto& [known, word] : table)
        if (text == QLatin1StringView(word))
            return known;
    return table.front().first;
}

} // namespace

QString storedTerm(Term term)
{
    return wordOf(terms, term);
}
Term termFrom(const QString& word)
{
    return valueOf(terms, word);
}
QString storedExtent(Extent extent)
{
    return wordOf(extents, extent);
}
Extent extentFrom(const QString& word)
{
    return valueOf(extents, word);
}
QString storedController(Controller controller)
{
    return wordOf(controllers, controller);
}
Controller controllerFrom(const QString& word)
{
    return valueOf(controllers, word);
}
QString storedAsking(Asking asking)
{
    return wordOf(askings, asking);
}
Asking askingFrom(const QString& word)
{
    return valueOf(askings, word);
}
QString storedState(RequestState state)
{
    return wordOf(states, state);
}
RequestState stateFrom(const QString& word)
{
    return valueOf(states, word);
}

} // namespace extract
