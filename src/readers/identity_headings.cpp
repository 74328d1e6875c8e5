// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/identity_headings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct KnownHeading {
    QLatin1StringView name;
    IdentityField field = IdentityField::Upn;
};

constexpr std::array<KnownHeading, 44> knownHeadings{{
    {"upn"_L1, IdentityField::Upn},
    {"uniquepupilnumber"_L1, IdentityField::Upn},
    {"uniquepupilno"_L1, IdentityField::Upn},
    {"formerupn"_L1, IdentityField::FormerUpn},
    {"previousupn"_L1, IdentityField::FormerUpn},
    {"oldupn"_L1, IdentityField::FormerUpn},
    {"uln"_L1, IdentityField::Uln},
    {"uniquelearnernumber"_L1, IdentityField::Uln},
    {"uniquelearnerno"_L1, IdentityField::Uln},
    {"pupilmatchingref"_L1, IdentityField::Reference},
    {"pupilmatchingrefanonymous"_L1, IdentityField::Reference},
    {"pupilmatchingrefnonanonymous"_L1, IdentityField::Reference},
    {"pmr"_L1, IdentityField::Reference},
    {"studid"_L1, IdentityField::Reference},
    {"studentid"_L1, IdentityField::Reference},
    {"pupilid"_L1, IdentityField::Reference},
    {"learnerid"_L1, IdentityField::Reference},
    {"childid"_L1, IdentityField::Reference},
    {"youngpersonsid"_L1, IdentityField::Reference},
    {"providertraineeid"_L1, IdentityField::Reference},
    {"surname"_L1, IdentityField::Surname},
    {"lastname"_L1, IdentityField::Surname},
    {"familyname"_L1, IdentityField::Surname},
    {"legalsurname"_L1, IdentityField::Surname},
    {"legalfamilyname"_L1, IdentityField::Surname},
    {"forename"_L1, IdentityField::Forename},
    {"forenames"_L1, IdentityField::Forename},
    {"firstname"_L1, IdentityField::Forename},
    {"firstnames"_L1, IdentityField::Forename},
    {"givenname"_L1, IdentityField::Forename},
    {"givennames"_L1, IdentityField::Forename},
    {"legalforename"_L1, IdentityField::Forename},
    {"middlename"_L1, IdentityField::Middle},
    {"middlenames"_L1, IdentityField::Middle},
    {"fullname"_L1, IdentityField::WholeName},
    {"pupilname"_L1, IdentityField::WholeName},
    {"studentname"_L1, IdentityField::WholeName},
    {"childname"_L1, IdentityField::WholeName},
    {"learnername"_L1, IdentityField::WholeName},
    {"candidatename"_L1, IdentityField::WholeName},
    {"dob"_L1, IdentityField::Born},
    {"dateofbirth"_L1, IdentityField::Born},
    {"birthdate"_L1, IdentityField::Born},
    {"personbirthdate"_L1, IdentityField::Born},
}};

constexpr std::array prefixes{"fsp_"_L1, "phonics_"_L1, "ks1_"_L1, "ks2_"_L1, "ks3_"_L1, "ks4_"_L1,   "ks5_"_L1,
                              "eyc_"_L1, "pru_"_L1,     "ap_"_L1,  "cin_"_L1, "cla_"_L1, "y7_"_L1,    "nccis_"_L1,
                              "ypmad_"_L1, "isp_"_L1,   "he_"_L1,  "pl_"_L1,  "mtc_"_L1, "learner_"_L1, "pupil_"_L1,
                              "pupil "_L1, "child "_L1, "child_"_L1, "student "_L1, "student_"_L1, "learner "_L1, "s."_L1};

IdentityField knownField(QStringView name)
{
    const auto found = std::find_if(knownHeadings.begin(), knownHeadings.end(), [name](const KnownHeading& known) { return known.name == name; });
    return found == knownHeadings.end() ? IdentityField::None : found->field;
}

QString lettersAndDigits(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

// "_spr14", "_ab13", "_07", "_[term][yy]" at the end. By hand: every cell among which headings are looked for passes
// here, several times, and a regular expression costs more than all the rest.
qsizetype suffixLength(QStringView lower)
{
    constexpr QLatin1StringView printed = "_[term][yy]"_L1;
    if (lower.endsWith(printed))
        return printed.size();
    const auto digit = [&](qsizetype fromEnd) {
        const QChar c = lower[lower.size() - fromEnd];
        return c >= u'0' && c <= u'9';
    };
    if (lower.size() < 3 || !digit(1) || !digit(2))
        return 0;
    const QStringView before = lower.chopped(2);
    for (const QLatin1StringView word : {"_aut"_L1, "_spr"_L1, "_sum"_L1, "_ab"_L1, "_ex"_L1, "_"_L1}) {
        if (before.endsWith(word))
            return word.size() + 2;
    }
    return 0;
}

QString withoutSuffix(QStringView heading)
{
    QString text = heading.trimmed().toString().toLower();
    text.replace("(s)"_L1, "s"_L1);
    if (text.endsWith("_anon"_L1))
        text.chop(5);
    text.chop(suffixLength(text));
    return text;
}

// The prefix of a collection or of a person that a heading begins with; nothing: empty.
QLatin1StringView prefixOf(const QString& text)
{
    const auto found = std::find_if(prefixes.begin(), prefixes.end(), [&](QLatin1StringView one) {
        return !text.isEmpty() && text.front() == one.front() && text.startsWith(one);
    });
    return found == prefixes.end() ? QLatin1StringView() : *found;
}

} // namespace

QString plainHeading(QStringView heading)
{
    const QString text = withoutSuffix(heading);
    return lettersAndDigits(QStringView(text).sliced(prefixOf(text).size()));
}

IdentityField identityField(QStringView heading)
{
    QString text = withoutSuffix(heading);
    for (int round = 0; round < 3; ++round) {
        if (const IdentityField field = knownField(lettersAndDigits(text)); field != IdentityField::None)
            return field;
        const QLatin1StringView prefix = prefixOf(text);
        if (prefix.isEmpty())
            break;
        text.remove(0, prefix.size());
    }
    return IdentityField::None;
}

QString referenceKind(QStringView heading, int part)
{
    const QString plain = plainHeading(heading);
    if (plain == "pmr"_L1 || plain.startsWith("pupilmatchingref"_L1)) {
        // The anonymous reference is another number than the one that names the pupil.
        const QString national = plain == "pmr"_L1 ? u"pupilmatchingref:"_s : plain + u':';
        return national;
    }
    const QString own = QString::number(part) + u' ' + plain + u':';
    return own;
}

void IdentityColumns::add(IdentityField field, int column, const QString& referenceKind)
{
    switch (field) {
    case IdentityField::None:
        break;
    case IdentityField::Upn:
        upn.push_back(column);
        break;
    case IdentityField::FormerUpn:
        formerUpn.push_back(column);
        break;
    case IdentityField::Uln:
        uln.push_back(column);
        break;
    case IdentityField::Reference:
        reference.push_back(column);
        referenceKinds.push_back(referenceKind);
        break;
    case IdentityField::Surname:
        surname.push_back(column);
        break;
    case IdentityField::Forename:
        forename.push_back(column);
        break;
    case IdentityField::Middle:
        middle.push_back(column);
        break;
    case IdentityField::WholeName:
        wholeName.push_back(column);
        break;
    case IdentityField::Born:
        born.push_back(column);
        break;
    }
}

bool IdentityColumns::any() const
{
    return !upn.empty() || !uln.empty() || !reference.empty() || !surname.empty() || !wholeName.empty() || !born.empty();
}

std::vector<int> IdentityColumns::all() const
{
    std::vector<int> columns;
    for (const auto* some : {&upn, &formerUpn, &uln, &reference, &surname, &forename, &middle, &wholeName, &born})
        columns.insert(columns.end(), some->begin(), some->end());
    return columns;
}

} // namespace readers
