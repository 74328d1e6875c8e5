// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/identifiers.h"

#include "catalogue/table.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace catalogue {

namespace {

// The place of a letter is its value: I, O and S are left out because they look like digits.
constexpr QStringView upnLetters = u"ABCDEFGHJKLMNPQRTUVWXYZ";
constexpr QStringView uciLetters = u"ABCDEFGHKLMRTVWXY";

QString say(const char* sentence)
{
    return QCoreApplication::translate("catalogue", sentence);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int digit(QChar c)
{
    return c.unicode() - u'0';
}

int upnValue(QChar c)
{
    return c >= u'0' && c <= u'9' ? digit(c) : static_cast<int>(upnLetters.indexOf(c));
}

bool isKnownAuthority(int number)
{
    return std::any_of(table::authorities.begin(), table::authorities.end(),
                       [number](const table::AuthorityRow& row) { return number >= row.from && number <= row.to; });
}

bool hasUpnShape(QStringView text)
{
    return text.size() == 13 && upnLetters.contains(text[0]) && isDigits(text.sliced(1, 11))
           && (isDigits(text.sliced(12)) || upnLetters.contains(text[12]));
}

bool hasUciShape(QStringView text)
{
    return text.size() == 13 && isDigits(text.first(5)) && (isDigits(text.sliced(5, 1)) || text[5].isUpper())
           && isDigits(text.sliced(6, 6)) && uciLetters.contains(text[12]);
}

QString asTyped(const QString& number)
{
    return number.trimmed().toUpper();
}

IdentifierReading reading(const QString& number, IdentifierKind kind, Validity validity, const QString& why)
{
    return {number.trimmed(), kind, validity, why};
}

// "A mistyped or made-up number" is all a wrong letter says; the number may still be the one in the record.
QString checkLetterSentence(const QString& sum, int modulus, QChar expected, QChar found)
{
    if (expected == found)
        return say("The check letter fits: %1, remainder %2, letter %3.")
            .arg(sum, QString::number(sum.section(u' ', -1).toInt() % modulus), QString(expected));
    return say("The check letter does not fit: %1, remainder %2, so it should be %3 and not %4. The number may have "
               "been mistyped.")
        .arg(sum, QString::number(sum.section(u' ', -1).toInt() % modulus), QString(expected), QString(found));
}

// "1 × 2 + 9 × 3 = 29"
QString weighted(const std::vector<int>& values, int firstWeight, int step)
{
    QStringList terms;
    int sum = 0;
    int weight = firstWeight;
    for (const int value : values) {
        terms.append(u"%1 × %2"_s.arg(value).arg(weight));
        sum += value * weight;
        weight += step;
    }
    return terms.join(u" + ") + u" = %1"_s.arg(sum);
}

int totalOf(const QString& computation)
{
    return computation.section(u' ', -1).toInt();
}

IdentifierReading urnOf(const QString& number)
{
    const QString text = asTyped(number);
    const bool fits = text.size() == 6 && isDigits(text) && text[0] != u'0';
    return reading(number, IdentifierKind::Urn, fits ? Validity::Valid : Validity::Invalid,
                   fits ? say("Six digits: it may be the number of a school (URN). It has no check digit.")
                        : say("A school's number (URN) has six digits and does not begin with 0."));
}

IdentifierReading laEstabOf(const QString& number)
{
    QString text = asTyped(number);
    if (text.size() == 8 && text[3] == u'/')
        text.remove(3, 1);
    if (text.size() != 7 || !isDigits(text))
        return reading(number, IdentifierKind::LaEstab, Validity::Invalid,
                       say("A school's local number (LAESTAB) has seven digits, sometimes with a stroke after the "
                           "third."));
    const int authority = text.first(3).toInt();
    if (authority == 0)
        return reading(number, IdentifierKind::LaEstab, Validity::Example,
                       say("An example number: authority 000 does not exist, so it belongs to no school."));
    if (!isKnownAuthority(authority))
        return reading(number, IdentifierKind::LaEstab, Validity::Invalid,
                       say("The first three digits are not an authority in the list this program has."));
    return reading(number, IdentifierKind::LaEstab, Validity::Valid,
                   say("Authority %1, establishment %2. It has no check digit.").arg(text.first(3), text.sliced(3)));
}

} // namespace

IdentifierReading readUpn(const QString& number)
{
    const QString text = asTyped(number);
    const bool temporary = text.size() == 13 && !isDigits(QStringView(text).sliced(12));
    const IdentifierKind kind = temporary ? IdentifierKind::TemporaryUpn : IdentifierKind::Upn;
    if (!hasUpnShape(text))
        return reading(number, IdentifierKind::Upn, Validity::Invalid,
                       say("A pupil number (UPN) has one letter and twelve digits, or a letter at the end instead of "
                           "the last digit. I, O and S are not used."));
    std::vector<int> values;
    std::transform(text.cbegin() + 1, text.cend(), std::back_inserter(values), upnValue);
    const QString sum = weighted(values, 2, 1);
    const QChar expected = upnLetters[totalOf(sum) % upnLetters.size()];
    QString why = checkLetterSentence(sum, static_cast<int>(upnLetters.size()), expected, text[0]);
    if (expected != text[0])
        return reading(number, kind, Validity::Invalid, why);
    const int authority = QStringView(text).sliced(1, 3).toInt();
    if (authority == 0)
        return reading(number, kind, Validity::Example,
                       say("An example number, belongs to nobody: authority 000 does not exist. %1").arg(why));
    if (!isKnownAuthority(authority))
        why = say("%1 Authority %2 is not in the list this program has; lists change.")
                  .arg(why, text.sliced(1, 3));
    return reading(number, kind, Validity::Valid, why);
}

IdentifierReading readUln(const QString& number)
{
    const QString text = asTyped(number);
    if (text == u"9999999999")
        return reading(number, IdentifierKind::Uln, Validity::Placeholder,
                       say("Ten nines stand for \"not known\": no learner number was recorded."));
    if (text.size() != 10 || !isDigits(text) || text[0] == u'0')
        return reading(number, IdentifierKind::Uln, Validity::Invalid,
                       say("A learner number (ULN) has ten digits and does not begin with 0."));
    std::vector<int> values;
    std::transform(text.cbegin(), text.cend() - 1, std::back_inserter(values), digit);
    const QString sum = weighted(values, 10, -1);
    const int remainder = totalOf(sum) % 11;
    if (remainder == 0)
        return reading(number, IdentifierKind::Uln, Validity::Invalid,
                       say("No such learner number can exist: %1 divides by 11.").arg(sum));
    const int expected = 10 - remainder;
    if (expected != digit(text[9]))
        return reading(number, IdentifierKind::Uln, Validity::Invalid,
                       say("The check digit does not fit: %1, remainder %2, so it should be %3. The number may have "
                           "been mistyped.")
                           .arg(sum).arg(remainder).arg(expected));
    return reading(number, IdentifierKind::Uln, Validity::Valid,
                   say("The check digit fits: %1, remainder %2, digit %3.").arg(sum).arg(remainder).arg(expected));
}

IdentifierReading readUci(const QString& number)
{
    const QString text = asTyped(number);
    if (!hasUciShape(text))
        return reading(number, IdentifierKind::Uci, Validity::Invalid,
                       say("An exam number (UCI) has twelve digits and a letter; the sixth place may be a letter."));
    if (text[5] != u'0')
        return reading(number, IdentifierKind::Uci, Validity::NotChecked,
                       say("Shaped like an exam number (UCI). The rule for its check letter is only sure where the "
                           "sixth place is 0, so it was not checked."));
    std::vector<int> values;
    std::transform(text.cbegin(), text.cend() - 1, std::back_inserter(values), digit);
    const QString sum = weighted(values, 16, -1);
    const QChar expected = uciLetters[totalOf(sum) % uciLetters.size()];
    return reading(number, IdentifierKind::Uci, expected == text[12] ? Validity::Valid : Validity::Invalid,
                   checkLetterSentence(sum, static_cast<int>(uciLetters.size()), expected, text[12]));
}

std::vector<IdentifierReading> identify(const QString& number)
{
    const QString text = asTyped(number);
    std::vector<IdentifierReading> readings;
    if (hasUpnShape(text))
        readings.push_back(readUpn(number));
    if (hasUciShape(text))
        readings.push_back(readUci(number));
    if (text.size() == 10 && isDigits(text))
        readings.push_back(readUln(number));
    if (text.size() == 6 && isDigits(text))
        readings.push_back(urnOf(number));
    if ((text.size() == 7 && isDigits(text))
        || (text.size() == 8 && text[3] == u'/' && isDigits(QString(text).remove(3, 1)))) {
        readings.push_back(laEstabOf(number));
        if (text.size() == 7)
            readings.push_back(reading(number, IdentifierKind::Unknown, Validity::NotChecked,
                                       say("Seven digits: it may also be a candidate number. Those have no check "
                                           "digit.")));
    }
    if (text.size() == 5 && isDigits(text))
        readings.push_back(reading(number, IdentifierKind::CandidateCentre, Validity::NotChecked,
                                   say("Five digits: it may be the number of an exam centre. It has no check digit.")));
    if (readings.empty())
        readings.push_back(reading(number, IdentifierKind::Unknown, Validity::NotChecked,
                                   say("Not shaped like any number this program knows.")));
    // What checks out comes first: seven digits with an impossible authority are rather something else.
    std::stable_sort(readings.begin(), readings.end(), [](const IdentifierReading& a, const IdentifierReading& b) {
        return (a.validity == Validity::Invalid) < (b.validity == Validity::Invalid);
    });
    return readings;
}

QString identifierWord(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::Upn:
        return u"upn"_s;
    case IdentifierKind::TemporaryUpn:
        return u"temporary_upn"_s;
    case IdentifierKind::Uln:
        return u"uln"_s;
    case IdentifierKind::Uci:
        return u"uci"_s;
    case IdentifierKind::Urn:
        return u"urn"_s;
    case IdentifierKind::LaEstab:
        return u"laestab"_s;
    case IdentifierKind::CandidateCentre:
        return u"candidate_centre"_s;
    case IdentifierKind::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString validityWord(Validity validity)
{
    switch (validity) {
    case Validity::Valid:
        return u"valid"_s;
    case Validity::Invalid:
        return u"invalid"_s;
    case Validity::Placeholder:
        return u"placeholder"_s;
    case Validity::Example:
        return u"example"_s;
    case Validity::NotChecked:
        break;
    }
    return u"not_checked"_s;
}

} // namespace catalogue
