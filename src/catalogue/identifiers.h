// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace catalogue {

enum class IdentifierKind { Upn, TemporaryUpn, Uln, Uci, Urn, LaEstab, CandidateCentre, Unknown };
enum class Validity { Valid, Invalid, NotChecked, Placeholder, Example };

// Rules: UK GovTalk UPN 2.0 (2004) and the census rule on authorities; HESA's ULN rule; WJEC's UCI rule. A wrong
// check letter is a remark about a number, never a reason to refuse a record.
struct IdentifierReading {
    QString number; // as given, trimmed
    IdentifierKind kind = IdentifierKind::Unknown;
    Validity validity = Validity::NotChecked;
    QString why; // one sentence for the reader; the whole computation where it helps
};

// All the kinds that the number's shape allows, likeliest first; one reading of kind Unknown if none.
[[nodiscard]] std::vector<IdentifierReading> identify(const QString& number);
[[nodiscard]] IdentifierReading readUpn(const QString& number);
[[nodiscard]] IdentifierReading readUln(const QString& number);
[[nodiscard]] IdentifierReading readUci(const QString& number);
[[nodiscard]] QString identifierWord(IdentifierKind kind); // "upn", "temporary_upn", "uln" …; never translated
[[nodiscard]] QString validityWord(Validity validity);     // "valid", "invalid", "not_checked", "placeholder", "example"

} // namespace catalogue
