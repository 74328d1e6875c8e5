// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_record.h"

#include "readers/read.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Collect : public readers::Sink {
public:
    explicit Collect(record::Record& record) : m_record(record) {}

    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        Q_UNUSED(pupil);
        entry.id = record::EntryId{++m_entries};
        entry.document = record::DocumentId{part + 1};
        for (record::Value& value : entry.values)
            value.id = record::ValueId{++m_values};
        m_record.entries.push_back(std::move(entry));
        return {};
    }

private:
    record::Record& m_record;
    qint64 m_entries = 0;
    qint64 m_values = 0;
};

} // namespace

std::optional<record::Record> demoRecord()
{
    const QDir folder(QStringLiteral(SOURCE_ROOT "/resources/demo"));
    std::vector<QString> paths;
    for (const QString& name : folder.entryList({u"*.csv"_s, u"*.xml"_s}, QDir::Files, QDir::Name))
        if (name != "schools.csv"_L1)
            paths.push_back(folder.filePath(name));
    if (paths.empty())
        return {};
    record::Record record;
    record.person = {u"Mina Rose Okafor-Hale"_s, QDate(2001, 10, 14), u"E000200106014"_s, {}};
    const auto source = readers::openSource(paths);
    if (!source)
        return {};
    Collect sink(record);
    record::Selection selection;
    selection.person = record.person;
    const auto report = readers::read(*source, selection, sink);
    if (!report)
        return {};
    qint64 id = 0;
    for (const readers::ReadDocument& read : report->documents) {
        record.documents.push_back(read.document);
        record.documents.back().id = record::DocumentId{++id};
    }
    std::stable_sort(record.entries.begin(), record.entries.end(), [](const record::Entry& a, const record::Entry& b) {
        return a.year != b.year ? a.year < b.year : a.term < b.term;
    });
    return record;
}
