// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/person.h"

#include <QHash>
#include <QStringList>

#include <random>
#include <vector>

namespace stories {

// One row of a table, by heading; what is not there is written as an empty cell.
using Row = QHash<QString, QString>;

// A table as it is handed over: CSV with a heading row.
struct Table {
    QString name; // of the file
    QStringList headings;
    std::vector<Row> rows;

    [[nodiscard]] QByteArray csv() const;
};

// An invented childhood: what the national tables would hold about it. Nobody of this name exists; numbers use the
// authority 000, which no school has.
struct Life {
    record::Person person;
    bool girl = false;
    QString number;   // UPN in use
    Table census;     // one row a term
    std::vector<Table> others; // results, absence, exclusions
    bool transferFile = false;
    bool inCare = false;       // the transfer file says so
    bool planned = false;      // has an education, health and care plan or a statement

    [[nodiscard]] QByteArray transferXml() const;
    [[nodiscard]] Table* table(const QString& name);
};

// The kinds of lives; each has something that a careless check takes for a fault.
enum class Kind {
    Plain, Mover, CareLeaver, RetakenYear, Plan, HomeEducated, SummerBorn, SeptemberBorn, LeapDay, Adult1995, Child2016,
    FreeMeals, NationalityAsked, Refused, NameInCapitals, Independent
};
inline constexpr int kinds = int(Kind::Independent) + 1;
[[nodiscard]] QString kindName(Kind kind);

// The same seed gives the same life on every machine: only the generator's raw numbers are used.
class Chance {
public:
    explicit Chance(unsigned seed) : m_numbers(seed) {}
    [[nodiscard]] int below(int end) { return int(m_numbers() % unsigned(end)); }
    [[nodiscard]] bool oneIn(int n) { return below(n) == 0; }

private:
    std::mt19937 m_numbers;
};

[[nodiscard]] QString pupilNumber(Chance& chance, int year); // passes its check letter
[[nodiscard]] QString learnerNumber(Chance& chance);
[[nodiscard]] Life makeLife(Kind kind, Chance& chance);

} // namespace stories
