// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/qualifications.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// What it is called and how it went stand in two values of the entry.
struct Kind {
    QLatin1StringView dataset;
    QLatin1StringView title;   // name of the value
    QLatin1StringView outcome; // empty: an award has no grade
    const char* words = nullptr; // around a title that is a bare number
};
constexpr Kind kinds[] = {
    {"lrs:LearningEvent"_L1, "Subject"_L1, "Grade"_L1},
    {"edrec:qualifications"_L1, "title"_L1, "grade"_L1},
    {"clr:Achievement"_L1, "credentialSubject/achievement/name"_L1, {}},
    {"clr:Achievement"_L1, "achievement/name"_L1, {}},
    {"clr:Result"_L1, "recordOf/name"_L1, "result"_L1},
    {"ilr-xml:LearningDelivery"_L1, "LearnAimRef"_L1, "Outcome"_L1, QT_TRANSLATE_NOOP("insight", "Course %1")},
};

// The Learning Records Service writes this number where no grade was recorded.
constexpr auto noGrade = "9999999999"_L1;

const record::Value* named(const record::Entry& entry, QLatin1StringView name)
{
    for (const record::Value& value : entry.values) {
        if (!name.isEmpty() && value.name.compare(name, Qt::CaseInsensitive) == 0 && !value.raw.trimmed().isEmpty())
            return &value;
    }
    return nullptr;
}

std::optional<Qualification> read(const record::Entry& entry, const Kind& kind, Fields& fields)
{
    Qualification read;
    read.entry = &entry;
    read.title = named(entry, kind.title);
    if (!read.title)
        return {};
    read.outcome = named(entry, kind.outcome);
    read.open = !kind.outcome.isEmpty() && (!read.outcome || read.outcome->raw.trimmed() == noGrade);
    read.name = read.title->raw.trimmed();
    if (kind.words)
        read.name = QCoreApplication::translate("insight", kind.words).arg(read.name);
    if (read.outcome && !read.open)
        read.grade = wordsOf(fields.meaning(fields.of(entry, *read.outcome), entry, read.outcome->raw),
                             read.outcome->raw.trimmed());
    return read;
}

} // namespace

std::vector<Qualification> qualifications(const OwnEntries& entries, Fields& fields)
{
    std::vector<Qualification> found;
    for (const record::Entry* entry : entries.all())
        for (const Kind& kind : kinds)
            if (entry->dataset == kind.dataset)
                if (auto one = read(*entry, kind, fields)) {
                    found.push_back(*std::move(one));
                    break;
                }
    return found;
}

} // namespace insight
