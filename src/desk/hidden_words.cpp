// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hidden_words.h"

#include "base/masked_text.h"
#include "catalogue/code_sets.h"
#include "desk/at_risk.h"
#include "register/shelf.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype shortest = 4;
constexpr qsizetype shortestNumber = 5; // four digits are a year as often as a school
constexpr qsizetype longestPostcode = 9;

bool isNumber(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// A field nobody knows may hold a street, a school or a number of a person, but also "Yes" and "White British": only what
// looks like the former, by its field's name or by itself, is looked for elsewhere.
bool namesPlace(const QString& field)
{
    static const QRegularExpression hint(
        QStringLiteral("address|street|road|house|town|city|village|county|locality|district|area|postcode|post code|school|"
                       "academy|college|provider|establishment|centre|employer|setting|placement"),
        QRegularExpression::CaseInsensitiveOption);
    return hint.match(field).hasMatch();
}

bool looksLocating(const QString& text)
{
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    const bool letters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return (digits > 0 && letters) || (isNumber(text) && digits >= 6);
}

void addValues(HiddenWords& words, const record::Record& clear)
{
    QHash<QString, bool> locating; // by field
    QSet<QString> seen;            // field and text: a record repeats itself a thousand times
    for (const record::Entry& entry : clear.entries) {
        if (!entry.establishment.isEmpty() && !seen.contains(entry.establishment)) {
            seen.insert(entry.establishment);
            words.add(entry.establishment);
            if (const registry::School* school = registry::knownSchool(entry.establishment))
                words.add(school->name);
        }
        for (const record::Value& value : entry.values) {
            const QString key = (value.item.isEmpty() ? value.name : value.item) + QChar(0x1f) + value.raw;
            if (value.raw.size() < 2 || seen.contains(key))
                continue;
            seen.insert(key);
            if (!locating.contains(value.item))
                locating.insert(value.item, itemLocates(value.item));
            if (!locating.value(value.item))
                continue;
            if (!value.item.isEmpty() || looksLocating(value.raw) || namesPlace(value.name))
                words.add(value.raw);
            if (const auto id = catalogue::itemNamed(value.item)) {
                const catalogue::Meaning meaning = catalogue::meaningOf(catalogue::item(*id), entry.year, value.raw);
                if (meaning.known)
                    words.add(meaning.text);
            }
        }
    }
}

} // namespace

void HiddenWords::add(const QString& text)
{
    const QString word = text.simplified();
    if (word.size() < (isNumber(word) ? shortestNumber : shortest) || m_known.contains(word.toCaseFolded()))
        return;
    m_known.insert(word.toCaseFolded());
    const auto longer = [](const QString& a, const QString& b) { return a.size() > b.size(); };
    m_words.insert(std::upper_bound(m_words.begin(), m_words.end(), word, longer), word);
    // A postcode is written with and without its blank.
    if (word.size() <= longestPostcode && word.contains(u' ') && looksLocating(word))
        add(QString(word).remove(u' '));
}

QString HiddenWords::without(QString text) const
{
    if (text.size() < shortest)
        return text;
    for (const QString& word : m_words)
        text.replace(word, base::maskedWhole(), Qt::CaseInsensitive);
    return text;
}

bool HiddenWords::in(const QString& text) const
{
    return text.size() >= shortest && std::any_of(m_words.begin(), m_words.end(), [&](const QString& word) {
               return text.contains(word, Qt::CaseInsensitive);
           });
}

HiddenWords hiddenWords(const record::Record& clear, const std::vector<extract::Attachment>& attachments,
                        const std::vector<requests::Request>& requests)
{
    HiddenWords words;
    words.add(clear.person.upn);
    words.add(clear.person.uln);
    for (const record::Document& document : clear.documents) {
        words.add(document.name);
        words.add(document.container);
    }
    for (const extract::Attachment& attachment : attachments)
        words.add(attachment.name);
    for (const requests::Request& request : requests)
        for (const QString& line : request.writer.address)
            words.add(line);
    addValues(words, clear);
    return words;
}

QString withoutQuoted(QString sentence)
{
    static const QRegularExpression quoted(QStringLiteral("“[^”]*”"));
    const QString dots = u'“' + base::maskedWhole() + u'”';
    return sentence.replace(quoted, dots);
}

} // namespace desk
