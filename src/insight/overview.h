// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/timeline.h"

namespace insight {

struct OverviewYear {
    catalogue::AcademicYear year;
    QString group;  // "Reception", "Year 5"
    bool held = false;
    QString school; // as delivered or by the school directory; empty if not known
    QStringList stages; // "Key Stage 2" …: results of that year
};

// The numbers behind the first page. Sentences are made by the page, from these.
struct Overview {
    std::vector<OverviewYear> years; // school years from Reception to the last that has an entry or to Year 13
    int yearsHeld = 0;
    int yearsExpected = 0; // years of compulsory schooling up to today
    int censuses = 0;
    int resultSets = 0;
    int results = 0;
    int exclusions = 0;
    int documents = 0;
    int entries = 0;
    int values = 0;
    int unknownFields = 0; // values the dictionary does not know
    std::vector<std::pair<Verdict, int>> exposure; // Definite to No
    // Characteristics that hold more than one value over the years, most worth a look first; never a verdict.
    struct Changed {
        QString key;
        QString title;
        QString sentence; // "2009 and 2010 say White – British, the other 11 say White and Asian."
        std::vector<record::ValueId> odd; // the readings that differ from the commonest value
    };
    std::vector<Changed> changed;
};

[[nodiscard]] Overview overview(const record::Record& record, const record::Decisions& decisions,
                                const std::vector<ReleaseExposure>& exposure, QDate today);

} // namespace insight
