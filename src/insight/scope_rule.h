// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/exposure.h"
#include "insight/exposure_index.h"
#include "insight/exposure_sentences.h"

namespace insight {

// The rule that turns the published words of a share into a verdict. Its order, which is the trace's order:
//   1. what became of the request; a refused or open one is unknown, since no row records that nothing was given;
//   2. whose data: a stated population that shuts the person out is the only way to "no", and an own entry inside
//      the scope speaks against it;
//   3. which data sets and years, and whether these files hold an entry in them;
//   4. a sample is "possible" with its odds, whatever else fits;
//   5. "definite" needs all of: the whole population, an own entry in that data set and year, recorded supply.
// Words that name no data set are not understood: unknown, or possible where everybody was meant.
class ScopeRule {
public:
    ScopeRule(const ExposureIndex& index, QDate born) : m_index(index), m_born(born) {}

    // Reads exposure.release; writes verdict, trace, collections, years and values.
    void judge(ReleaseExposure& exposure);

private:
    enum class OfAge { Yes, Nearly, No, NotKnown };
    struct YearRange {
        catalogue::AcademicYear first;
        catalogue::AcademicYear last;
        bool stated = false; // by the words; else all years up to the share
    };

    [[nodiscard]] bool happened(ReleaseExposure& exposure);
    [[nodiscard]] YearRange rangeOf(const registry::Release& release) const;
    void findEntries(ReleaseExposure& exposure, const YearRange& range);
    [[nodiscard]] bool shutOut(ReleaseExposure& exposure, const YearRange& range, bool& cohortFits);
    [[nodiscard]] OfAge ofAge(const QStringList& collections, const YearRange& range);
    void weigh(ReleaseExposure& exposure, const YearRange& range, bool everybody);
    void collectValues(ReleaseExposure& exposure, const YearRange& range);

    struct Ages {
        int from = 0;
        int to = 0;
        catalogue::AcademicYear first{1990};
        catalogue::AcademicYear last{2100};
        bool known = false;
    };
    [[nodiscard]] Ages agesOf(const QString& collection);

    const ExposureIndex& m_index;
    QDate m_born;
    ExposureSentences m_say;
    QHash<QString, Ages> m_ages;
};

} // namespace insight
