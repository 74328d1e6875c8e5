// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/dates.h"

#include <array>
#include <cstring>

namespace readers {

namespace {

// A hand-written scanner: it runs over every birth date of a whole school's file, where QDate::fromString would be
// the slowest part of reading.
struct Scanner {
    const char* at;
    const char* end;

    bool done() const { return at == end; }
    void spaces()
    {
        while (at != end && (*at == ' ' || *at == '\t' || *at == '\xA0'))
            ++at;
    }
    // Number of digits read; their value in `value`.
    int number(int& value)
    {
        const char* start = at;
        value = 0;
        while (at != end && *at >= '0' && *at <= '9' && at - start < 9)
            value = value * 10 + (*at++ - '0');
        return static_cast<int>(at - start);
    }
    char separator()
    {
        spaces();
        if (at == end)
            return 0;
        const char c = *at;
        if (c == '/' || c == '-' || c == '.') {
            ++at;
            spaces();
            return c;
        }
        return ' ';
    }
};

int monthNamed(Scanner& scanner)
{
    static constexpr std::array<const char*, 12> names{"january", "february", "march",     "april",   "may",      "june",
                                                       "july",    "august",   "september", "october", "november", "december"};
    std::array<char, 10> word{};
    std::size_t length = 0;
    while (!scanner.done() && length < word.size() - 1 && ((*scanner.at | 0x20) >= 'a' && (*scanner.at | 0x20) <= 'z'))
        word[length++] = static_cast<char>(*scanner.at++ | 0x20);
    if (length < 3)
        return 0;
    for (std::size_t m = 0; m < names.size(); ++m) {
        const bool sept = m == 8 && length == 4 && std::strncmp(word.data(), "sept", 4) == 0;
        if (sept || ((length == 3 || length == std::strlen(names[m])) && std::strncmp(word.data(), names[m], length) == 0))
            return static_cast<int>(m) + 1;
    }
    return 0;
}

int fullYear(int year, int digits)
{
    if (digits != 2)
        return year;
    return year < 50 ? 2000 + year : 1900 + year;
}

// A time of day, or "+01:00", may follow; anything else makes it text that happens to begin like a date.
bool onlyTimeLeft(Scanner scanner)
{
    if (scanner.done())
        return true;
    if (*scanner.at != ' ' && *scanner.at != 'T' && *scanner.at != '\xA0')
        return false;
    for (++scanner.at; !scanner.done(); ++scanner.at) {
        if (!std::strchr("0123456789:.+-Z APMapm", *scanner.at))
            return false;
    }
    return true;
}

std::optional<DateReading> checked(QDate date, DateReading::Form form, QDate swapped = {})
{
    if (!date.isValid() || date.year() < 1850 || date.year() > 2150)
        return {};
    return DateReading{date, form, swapped};
}

std::optional<DateReading> compact(int number)
{
    if (auto iso = checked(QDate(number / 10000, number / 100 % 100, number % 100), DateReading::Form::Compact))
        return iso;
    return checked(QDate(number % 10000, number / 10000 % 100, number / 1000000), DateReading::Form::Compact);
}

std::optional<DateReading> yearFirst(Scanner scanner, int year)
{
    int month = 0;
    int day = 0;
    bool named = false;
    if (scanner.number(month) == 0) {
        month = monthNamed(scanner);
        named = true;
    }
    if (scanner.separator() == 0 || scanner.number(day) == 0 || !onlyTimeLeft(scanner))
        return {};
    return checked(QDate(year, month, day), named ? DateReading::Form::MonthName : DateReading::Form::YearFirst);
}

std::optional<DateReading> dayOrMonthFirst(Scanner scanner, int first)
{
    int second = 0;
    bool named = false;
    if (scanner.number(second) == 0) {
        second = monthNamed(scanner);
        named = true;
    }
    if (second == 0 || scanner.separator() == 0)
        return {};
    int year = 0;
    const int digits = scanner.number(year);
    if ((digits != 2 && digits != 4) || !onlyTimeLeft(scanner))
        return {};
    year = fullYear(year, digits);
    if (named)
        return checked(QDate(year, second, first), DateReading::Form::MonthName);
    const QDate dayFirst(year, second, first);
    const QDate monthFirst(year, first, second);
    if (!dayFirst.isValid())
        return checked(monthFirst, DateReading::Form::MonthFirst);
    return checked(dayFirst, DateReading::Form::DayFirst, monthFirst);
}

} // namespace

std::optional<DateReading> readDate(QByteArrayView text)
{
    Scanner scanner{text.begin(), text.end()};
    scanner.spaces();
    if (!scanner.done() && *scanner.at == '\'')
        ++scanner.at;
    while (scanner.end != scanner.at && (scanner.end[-1] == ' ' || scanner.end[-1] == '\t'))
        --scanner.end;
    int first = 0;
    const int digits = scanner.number(first);
    if (digits == 8 && scanner.done())
        return compact(first);
    if (digits == 0 || digits > 4 || scanner.done())
        return {};
    // "5th March 2008"
    if (digits <= 2 && scanner.end - scanner.at > 3 && std::strchr("sntr", scanner.at[0] | 0x20) && std::strchr("tdh", scanner.at[1] | 0x20))
        scanner.at += 2;
    if (scanner.separator() == 0)
        return {};
    return digits == 4 ? yearFirst(scanner, first) : dayOrMonthFirst(scanner, first);
}

std::optional<DateReading> readDate(const QString& text)
{
    return readDate(QByteArrayView(text.toUtf8()));
}

std::optional<DateReading> readSerial(QByteArrayView text, bool since1904)
{
    text = text.trimmed();
    Scanner scanner{text.begin(), text.end()};
    int days = 0;
    const int digits = scanner.number(days);
    if (digits < 4 || digits > 5)
        return {};
    if (!scanner.done()) {
        if (*scanner.at++ != '.')
            return {};
        while (!scanner.done() && *scanner.at >= '0' && *scanner.at <= '9')
            ++scanner.at;
        if (!scanner.done())
            return {};
    }
    constexpr int least = 10227; // 1 January 1928: below this a number is more likely a count than a day
    constexpr int most = 80353;  // 31 December 2119
    const QDate date = (since1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30)).addDays(days);
    if (days + (since1904 ? 1462 : 0) < least || days > most)
        return {};
    return checked(date, DateReading::Form::Serial);
}

std::optional<DateReading> readDateOrSerial(QByteArrayView text, bool since1904)
{
    if (auto date = readDate(text))
        return date;
    return readSerial(text, since1904);
}

} // namespace readers
