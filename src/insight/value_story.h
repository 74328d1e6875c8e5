// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/census.h"

namespace insight {

// Everything the inspector says about one value: what any page shows when the value is selected there.
struct ValueStory {
    record::ValueId value;
    QString title;        // "Ethnic group"
    QString when;         // "Spring census 2010, Year 4, age 8"
    QString collectionKey;
    QString collectionName;
    std::optional<catalogue::AcademicYear> year;
    catalogue::Term term = catalogue::Term::None;
    QDate date;
    QString raw;
    QString meaning;      // words, or "meaning not known for 2009/10"; empty for plain text, numbers, dates
    bool meaningKnown = true;
    QString meaningSource;
    QString dictionary;   // the dictionary's own words for the field
    QString dictionarySource;
    QString item;         // canonical name
    QString alias;        // heading as delivered
    QString years;        // "collected 2002/03 to 2020/21"
    QString tier;
    QString tierWords;
    QString identificationRisk;
    QString riskWords;
    QString sensitivity;
    QString sensitivityWords;
    bool locates = false;
    QString document;
    QByteArray sha256;
    QString locator;
    QDateTime importedAt;
    QString establishment;
    struct Witness {
        QString document;
        QString locator;
        bool agrees = true;
    };
    std::vector<Witness> witnesses;
    std::vector<Reading> readings; // all readings of the same characteristic
    QStringList releases;          // references of releases that may have carried it
    bool writtenIn = false;
};

[[nodiscard]] std::optional<ValueStory> valueStory(const record::Record& record, record::ValueId id,
                                                   const std::vector<ReleaseExposure>& exposure);

} // namespace insight
