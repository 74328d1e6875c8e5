// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "faults.h"
#include "readers/read.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stories {

namespace {

class Collect : public readers::Sink {
public:
    Collect(record::Record& record, qint64& entries, qint64& values) : m_record(record), m_entries(entries), m_values(values) {}

    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        Q_UNUSED(part)
        Q_UNUSED(pupil)
        entry.id = record::EntryId{++m_entries};
        entry.document = record::DocumentId{qint64(m_record.documents.size()) + 1};
        for (record::Value& value : entry.values)
            value.id = record::ValueId{++m_values};
        m_record.entries.push_back(std::move(entry));
        return {};
    }

private:
    record::Record& m_record;
    qint64& m_entries;
    qint64& m_values;
};

// What belongs to a kind of life and is told of it, fault or none.
QStringList toldOf(Kind kind, const Life& life)
{
    const auto& rows = life.census.rows;
    switch (kind) {
    case Kind::CareLeaver:
        return life.transferFile ? QStringList{u"care-records-missing"_s} : QStringList();
    case Kind::RetakenYear:
        return {u"year-group-repeated"_s};
    case Kind::NationalityAsked:
        return std::any_of(rows.begin(), rows.end(), [](const Row& row) { return !row.value(u"Nationality"_s).isEmpty(); })
            ? QStringList{u"nationality-held"_s} : QStringList();
    default:
        return {};
    }
}

} // namespace

Story makeStory(int n)
{
    const auto kind = Kind(n % kinds);
    const int fault = n / kinds % (int(faults().size()) + 1) - 1; // first a round without any
    Chance chance(unsigned(n) * 7919U + 17U);
    Life life = makeLife(kind, chance);
    Story story;
    story.person = life.person;
    story.checks.must = toldOf(kind, life);
    story.name = u"%1 %2"_s.arg(kindName(kind)).arg(n);
    if (fault < 0)
        story.statements = statementsOf(life, kind);
    if (fault >= 0) {
        const Fault& planted = faults()[std::size_t(fault)];
        if (planted.plant(life, chance)) {
            story.name += u", "_s + QString::fromLatin1(planted.name);
            story.checks.must << planted.must;
            story.checks.may = planted.may;
        }
    }
    story.files.push_back({life.census.name, life.census.csv()});
    for (const Table& table : life.others)
        story.files.push_back({table.name, table.csv()});
    if (life.transferFile)
        story.files.push_back({u"transfer.xml"_s, life.transferXml()});
    return story;
}

std::optional<record::Record> readStory(const Story& story, const QString& folder, QString& why)
{
    record::Record record;
    record.person = story.person;
    qint64 entries = 0;
    qint64 values = 0;
    for (const Story::File& file : story.files) {
        const QString path = QDir(folder).filePath(file.name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(file.bytes) != file.bytes.size()) {
            why = u"cannot be written: "_s + file.name;
            return {};
        }
        out.close();
        const auto source = readers::openSource({path});
        if (!source) {
            why = file.name + u": "_s + source.error().message;
            return {};
        }
        record::Selection selection;
        selection.person = story.person;
        selection.onlyPupilFits = true; // somebody handed it over as this child's
        Collect sink(record, entries, values);
        const auto report = readers::read(*source, selection, sink);
        if (!report) {
            why = file.name + u": "_s + report.error().message;
            return {};
        }
        record::Document document = report->documents.empty() ? record::Document{} : report->documents.front().document;
        document.id = record::DocumentId{qint64(record.documents.size()) + 1};
        record.documents.push_back(document);
    }
    std::stable_sort(record.entries.begin(), record.entries.end(), [](const record::Entry& a, const record::Entry& b) {
        return a.year != b.year ? a.year < b.year : a.term < b.term;
    });
    return record;
}

} // namespace stories
