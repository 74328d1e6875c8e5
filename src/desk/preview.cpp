// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview.h"

#include "base/masked_text.h"
#include "desk/at_risk.h"
#include "insight/fields.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace desk {

namespace {

constexpr std::size_t mostSamples = 12;
constexpr qint64 valuesLookedAt = 5000; // for samples: a record of any size repeats some hundred fields

struct BytesHash {
    std::size_t operator()(const QByteArray& bytes) const { return qHash(bytes); }
};

// Counts everything, and keeps what was read: all of it as long as it is little, else the first entries, for the samples.
class PreviewSink : public readers::Sink {
public:
    explicit PreviewSink(const record::Record& held)
    {
        for (const record::Entry& entry : held.entries) {
            m_held.insert(entry.fingerprint);
            if (entry.year)
                m_heldYears.insert(*entry.year);
        }
    }

    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        Q_UNUSED(pupil)
        const auto size = static_cast<qint64>(entry.values.size());
        Preview::Line& line = m_lines[{entry.year, entry.collection}];
        line.collection = entry.collection;
        line.year = entry.year;
        ++line.entries;
        line.values += size;
        line.held += m_held.contains(record::fingerprintOf(entry)) ? 1 : 0;
        const bool sample = m_samples < valuesLookedAt;
        m_samples += size;
        m_memory += memoryOf(entry);
        if (m_all && m_memory > mostReadAhead) {
            m_all = false;
            m_taken.resize(m_first);
            m_taken.shrink_to_fit();
        }
        if (m_all || sample)
            m_taken.push_back({part, std::move(entry)});
        if (sample)
            m_first = m_taken.size();
        return {};
    }

    void tell(Preview& preview)
    {
        std::set<catalogue::AcademicYear> fresh;
        for (auto& [key, line] : m_lines) {
            preview.entries += line.entries;
            preview.values += line.values;
            preview.held += line.held;
            if (line.year && !m_heldYears.contains(*line.year))
                fresh.insert(*line.year);
            preview.lines.push_back(std::move(line));
        }
        preview.newYears = {fresh.begin(), fresh.end()};
    }

    [[nodiscard]] std::vector<record::Entry> first() const
    {
        std::vector<record::Entry> entries;
        entries.reserve(m_first);
        for (std::size_t i = 0; i < m_first; ++i)
            entries.push_back(m_taken[i].entry);
        return entries;
    }

    // Everything that was read with `selection`; nothing where it was too much to keep.
    [[nodiscard]] std::shared_ptr<ReadAhead> takeAll(const record::Selection& selection, const readers::ReadReport& read)
    {
        if (!m_all || m_memory + keptBytesOf(read) > mostReadAhead)
            return nullptr;
        return std::make_shared<ReadAhead>(ReadAhead{{}, selection, read, std::move(m_taken)});
    }

private:
    std::unordered_set<QByteArray, BytesHash> m_held;
    std::set<catalogue::AcademicYear> m_heldYears;
    std::map<std::pair<std::optional<catalogue::AcademicYear>, QString>, Preview::Line> m_lines;
    std::vector<ReadAhead::Taken> m_taken;
    std::size_t m_first = 0; // of them: those that samples are taken from
    qint64 m_samples = 0;    // values
    qint64 m_memory = 0;
    bool m_all = true;
};

// One sample a field, its newest value: characteristics first, then whatever else has a meaning in words.
std::vector<Preview::Sample> samplesOf(const record::Record& record)
{
    struct Candidate {
        int rank;
        const record::Entry* entry;
        const record::Value* value;
        const insight::Field* field;
    };
    insight::Fields fields;
    std::map<std::pair<QString, QString>, Candidate> newest;
    for (const record::Entry& entry : record.entries) {
        for (const record::Value& value : entry.values) {
            const insight::Field& field = fields.of(entry, value);
            if (!field.item || field.hard || value.raw.trimmed().isEmpty())
                continue;
            const int rank = field.lane ? 0 : fields.meaning(field, entry, value.raw).text.isEmpty() ? 2 : 1;
            const auto [at, fresh] =
                newest.try_emplace({entry.collection, field.stem}, Candidate{rank, &entry, &value, &field});
            if (!fresh && at->second.entry->year <= entry.year)
                at->second = {rank, &entry, &value, &field};
        }
    }
    std::vector<Candidate> best;
    best.reserve(newest.size());
    for (const auto& [key, candidate] : newest)
        best.push_back(candidate);
    std::stable_sort(best.begin(), best.end(), [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    best.resize(std::min(best.size(), mostSamples));
    std::vector<Preview::Sample> samples;
    for (const Candidate& one : best) {
        const catalogue::Meaning& meaning = fields.meaning(*one.field, *one.entry, one.value->raw);
        const bool masked = one.field->locates;
        samples.push_back({one.field->title, one.value->name, insight::collectionMoment(*one.entry),
                           masked ? base::maskedNumber(one.value->raw) : one.value->raw,
                           masked ? QString() : meaning.text});
    }
    return samples;
}

void tell(Preview& preview, PreviewSink& sink, const record::Person& person, bool atRisk)
{
    sink.tell(preview);
    record::Record first;
    first.person = person;
    first.entries = sink.first();
    if (atRisk) {
        const HiddenWords words = hiddenWords(first, {}, {});
        first = maskedForRisk(std::move(first), words);
    }
    preview.samples = samplesOf(first);
}

} // namespace

base::Result<Preview> previewSource(const record::Record& held, const readers::Source& source,
                                    record::Selection selection, bool atRisk, const std::stop_token& stop,
                                    const base::Progress& progress)
{
    selection = selectionFor(std::move(selection), held.person);
    PreviewSink sink(held);
    auto read = readers::read(source, selection, sink, stop, progress);
    if (!read)
        return tl::unexpected(read.error());
    Preview preview;
    tell(preview, sink, held.person, atRisk);
    preview.ahead = sink.takeAll(selection, *read);
    preview.read = std::move(*read);
    for (readers::ReadDocument& document : preview.read.documents)
        document.kept.clear();
    return preview;
}

base::Result<Preview> previewRecordFile(const record::Record& held, const QString& path,
                                        const extract::Secret& passphrase, bool atRisk, const base::Clock& clock)
{
    const auto other = extract::Extract::open(path, passphrase, clock, extract::Access::ReadOnly);
    if (!other)
        return tl::unexpected(other.error());
    auto record = other->record();
    if (!record)
        return tl::unexpected(record.error());
    PreviewSink sink(held);
    for (record::Entry& entry : record->entries)
        if (!entry.writtenIn) // stays behind
            BASE_TRY(sink.entry(0, 0, std::move(entry)));
    Preview preview;
    tell(preview, sink, held.person, atRisk);
    return preview;
}

} // namespace desk
