// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace record {

// The one person an extract is about.
struct Person {
    QString name; // as the person writes it, given names first: "Mina Rose Okafor-Hale"
    QDate born;
    QString upn; // empty: not known
    QString uln;

    bool operator==(const Person&) const = default;
};

enum class Fit { Same, Possible, Different };

// Compares what a source says with whom we look for. A UPN or ULN that agrees together with the birth date, or name
// and birth date that agree (accents, case, hyphens and middle names aside): Same. Birth date alone, or a number
// with another birth date: Possible. Anything else: Different. Empty fields say nothing.
[[nodiscard]] Fit fit(const Person& wanted, const Person& found);

// "okafor hale mina rose": no accents, case or punctuation, words in their order. For comparing only.
[[nodiscard]] QString comparableName(const QString& name);

} // namespace record
