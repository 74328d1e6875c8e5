// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/at_risk.h"

#include "base/masked_text.h"
#include "catalogue/items.h"
#include "desk/behind_dots.h"

#include <QFileInfo>
#include <QHash>

namespace desk {

namespace {

// Dictionary look-ups cost some allocations; a record repeats a few hundred names a hundred thousand times.
class Locating {
public:
    bool operator()(const QString& item)
    {
        const auto known = m_known.constFind(item);
        if (known != m_known.constEnd())
            return *known;
        const bool locates = itemLocates(item);
        m_known.insert(item, locates);
        return locates;
    }

private:
    QHash<QString, bool> m_known;
};

// The same for the texts: codes repeat, and only free text is long.
class Repeats {
public:
    explicit Repeats(const HiddenWords& words) : m_words(words) {}
    bool operator()(const QString& text)
    {
        const auto known = m_known.constFind(text);
        if (known != m_known.constEnd())
            return *known;
        const bool found = m_words.in(text);
        m_known.insert(text, found);
        return found;
    }

private:
    const HiddenWords& m_words;
    QHash<QString, bool> m_known;
};

QString maskedName(int number)
{
    return base::maskedWhole() + u' ' + QString::number(number);
}

QString maskedIfAny(const QString& text)
{
    return text.isEmpty() ? QString() : base::maskedWhole();
}

bool isHidden(const requests::FrozenValue& value)
{
    const auto known = catalogue::itemNamed(value.name);
    return (!known && value.field == value.name) || value.locates ||
           (known && (catalogue::item(*known).locates || catalogue::item(*known).aboutOthers));
}

void mask(readers::ReadDocument& read, int number)
{
    read.document.name = maskedName(number);
    read.document.container = maskedIfAny(read.document.container);
    for (QString& warning : read.warnings)
        warning = withoutQuoted(warning);
    for (readers::ReadDocument::Unknown& unknown : read.unknown) {
        unknown.where = maskedIfAny(unknown.where);
        unknown.name = base::maskedWhole();
    }
}

} // namespace

bool itemLocates(const QString& item)
{
    const auto id = item.isEmpty() ? std::nullopt : catalogue::itemNamed(item);
    return !id || catalogue::item(*id).locates || catalogue::item(*id).aboutOthers;
}

record::Record maskedForRisk(record::Record record, const HiddenWords& words)
{
    Locating locating;
    Repeats repeats(words);
    record.person.upn = maskedIfAny(record.person.upn);
    record.person.uln = maskedIfAny(record.person.uln);
    int number = 0;
    for (record::Document& document : record.documents) {
        document.name = maskedName(++number);
        document.container = maskedIfAny(document.container);
        document.version = words.without(document.version);
    }
    for (record::Entry& entry : record.entries) {
        entry.establishment = maskedIfAny(entry.establishment);
        entry.dataset = words.without(entry.dataset);
        for (record::Witness& witness : entry.witnesses)
            witness.where = {};
        for (record::Value& value : entry.values) {
            value.where = {};
            if (locating(value.item) || repeats(value.raw))
                value.raw = base::maskedWhole();
            if (value.item.isEmpty() || repeats(value.name))
                value.name = base::maskedWhole();
        }
    }
    return record;
}

requests::Concern maskedForRisk(requests::Concern concern, const HiddenWords& words, const QStringList& files)
{
    bool anyHidden = false;
    for (requests::FrozenValue& value : concern.values) {
        if (requests::isMissingPart(value))
            continue; // it names a count and a time, and no value
        value.document = base::maskedWhole();
        value.establishment = maskedIfAny(value.establishment);
        const bool hidden = isHidden(value);
        const bool unknown = hidden && !catalogue::itemNamed(value.name) && value.field == value.name;
        anyHidden = anyHidden || hidden;
        if (unknown) {
            value.name = base::maskedWhole();
            value.field = base::maskedWhole();
        }
        if (hidden || words.in(value.raw) || words.in(value.meaning)) {
            value.raw = base::maskedWhole();
            value.meaning.clear();
            value.locates = true; // for the letter, which leaves out what it should say then
        }
    }
    // What an address should be is an address.
    concern.shouldSay = anyHidden ? maskedIfAny(concern.shouldSay) : words.without(concern.shouldSay);
    concern.ownWords = words.without(concern.ownWords);
    QStringList names;
    for (const QString& file : files)
        names << file << QFileInfo(file).completeBaseName();
    for (qsizetype i = 0; i < concern.evidenceNames.size(); ++i) {
        QString& name = concern.evidenceNames[i];
        if (names.contains(name) || words.in(name))
            name = maskedName(static_cast<int>(i) + 1);
    }
    return concern;
}

requests::Concern unmaskedAgain(requests::Concern changed, const requests::Concern& before,
                                const requests::Concern& masked)
{
    const auto again = [](const QString& held, const QString& shown, const QString& text) {
        std::size_t next = 0;
        return text == shown ? held : filledIn(text, behindDots(held, shown, text), next);
    };
    changed.shouldSay = again(before.shouldSay, masked.shouldSay, changed.shouldSay);
    // Paragraph for paragraph: one that is written anew keeps what its dots still stand for.
    const QStringList held = before.ownWords.split(u'\n'), shown = masked.ownWords.split(u'\n');
    QStringList now = changed.ownWords.split(u'\n');
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (const qsizetype at = shown.indexOf(now[i]); at >= 0 && at < held.size())
            now[i] = held[at];
        else if (now.size() == shown.size() && held.size() == shown.size())
            now[i] = again(held[i], shown[i], now[i]);
        else
            now[i] = again(before.ownWords, masked.ownWords, now[i]);
    }
    changed.ownWords = now.join(u'\n');
    for (QString& name : changed.evidenceNames)
        if (const qsizetype at = masked.evidenceNames.indexOf(name); at >= 0)
            name = before.evidenceNames[at];
    return changed;
}

readers::ReadReport maskedForRisk(readers::ReadReport report)
{
    int number = 0;
    for (readers::ReadDocument& read : report.documents)
        mask(read, ++number);
    for (readers::SeenPupil& pupil : report.pupils) {
        pupil.person.upn = maskedIfAny(pupil.person.upn);
        pupil.person.uln = maskedIfAny(pupil.person.uln);
    }
    return report;
}

ImportReport maskedForRisk(ImportReport report)
{
    int number = 0;
    for (ImportReport::Line& line : report.documents)
        mask(line.read, ++number);
    return report;
}

record::Selection withoutDots(record::Selection selection)
{
    for (QString* number : {&selection.person.upn, &selection.person.uln})
        if (number->contains(base::maskedWhole()))
            number->clear();
    return selection;
}

base::Error maskedForRisk(base::Error error, const QStringList& paths)
{
    HiddenWords words;
    for (const QString& path : paths) {
        words.add(path);
        words.add(QFileInfo(path).fileName());
    }
    error.message = words.without(withoutQuoted(error.message));
    error.next = words.without(withoutQuoted(error.next));
    error.where.clear();
    return error;
}

} // namespace desk
