// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/letter.h"

#include <QDate>
#include <QHash>

#include <vector>

// The law the letters lean on, as dated data of resources/law.
namespace requests {

// One provision in our own words.
struct Provision {
    QString id;                     // "uk-gdpr-16"
    QHash<QString, QString> full;   // language → "UK GDPR, Article 16"
    QHash<QString, QString> brief;  // language → "Article 16"
    QHash<QString, QString> words;  // language → what it says
    QString source;
    QString status; // statute, guidance, secondary, unverified
    QString seen;   // ISO date
    QStringList restsOn; // provisions it is read together with
};

[[nodiscard]] const std::vector<Provision>& provisions();
[[nodiscard]] const Provision* provision(QStringView id); // null if unknown

struct BankHolidays {
    QDate begins;
    QDate ends;
    std::vector<QDate> days; // of England and Wales, in order
    QString source;
    QString status;
    QString seen;
};
[[nodiscard]] const BankHolidays& bankHolidays();

// Name and ways of a body in a language; English where that language has none.
[[nodiscard]] Channel channelOf(Controller controller, const QString& language);

} // namespace requests
