// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/npd_table.h"

#include "base/digest.h"
#include "readers/hand_on.h"
#include "readers/npd_table_run.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr int pupilTable = 70;
constexpr int knownTable = 60;
constexpr int workbook = 50;
constexpr int someTable = 10; // read() then says what it lacks

class NpdTable : public Format {
public:
    QString id() const override { return u"npd-table"_s; }

    int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        switch (tableKind(head)) {
        case TableKind::None:
            return 0;
        case TableKind::Xlsx:
        case TableKind::Ods:
            return workbook;
        case TableKind::Text:
            break;
        }
        const auto look = lookAtTable(head);
        if (!look)
            return 0;
        if (look->plan.identity.any() || look->plan.longForm.is())
            return pupilTable;
        if (look->plan.aboutPupils())
            return knownTable;
        return look->sniffed.columns >= 2 && look->sniffed.rows >= 2 ? someTable : 0;
    }

    base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection, Sink& sink,
                            ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const override
    {
        TableReading reading;
        reading.format = id();
        // A download of the national service may have these headings; only its own reader may take its term.
        reading.adjust = [](TablePlan& plan, const QStringList& /*headings*/) {
            nameOfMarkSheet(plan);
            if (!plan.dataset.startsWith("giap:"_L1))
                return;
            const QString table = plan.collection == "SC"_L1 ? u"SC_Pupil"_s : plan.collection;
            for (ColumnGroup& group : plan.groups) {
                if (group.dataset == plan.dataset)
                    group.dataset = table;
            }
            plan.dataset = table;
        };
        PupilChoice choice(selection, report);
        const auto order = namedFirst(source, parts);
        if (!order)
            return tl::unexpected(order.error());
        BASE_TRY(readInOrder(parts, *order, report, [&](int index) {
            return readTablePart(source.parts[static_cast<std::size_t>(index)], index, reading, choice, sink, report, stop, progress);
        }));
        choice.finish();
        return {};
    }

private:
    // A mark sheet heads its column of names with one word, and "name" alone means other things elsewhere: something
    // else has to say that the rows are pupils.
    static void nameOfMarkSheet(TablePlan& plan)
    {
        if (!plan.identity.surname.empty() || !plan.identity.wholeName.empty() || !plan.identity.forename.empty() || plan.longForm.is())
            return;
        const auto anyOf = [](const QString& heading, std::initializer_list<QLatin1StringView> words) {
            return std::any_of(words.begin(), words.end(), [&](QLatin1StringView word) { return heading == word; });
        };
        const bool pupils = plan.identity.any() || std::any_of(plan.columns.begin(), plan.columns.end(), [&](const TableColumn& column) {
            return anyOf(plainHeading(column.name), {"reg"_L1, "reggroup"_L1, "registrationgroup"_L1, "tutorgroup"_L1, "form"_L1, "yeargroup"_L1, "adno"_L1});
        });
        for (std::size_t i = 0; i < plan.columns.size() && pupils; ++i) {
            TableColumn& column = plan.columns[i];
            if (column.item.isEmpty() && column.identity == IdentityField::None &&
                anyOf(plainHeading(column.name), {"name"_L1, "names"_L1, "pupil"_L1, "pupils"_L1, "student"_L1, "students"_L1, "learner"_L1, "learners"_L1})) {
                column.identity = IdentityField::WholeName;
                plan.identity.add(IdentityField::WholeName, static_cast<int>(i));
                return;
            }
        }
    }

    // A table that gives only numbers is understood once another one has said whose numbers they are.
    static base::Result<std::vector<int>> namedFirst(const Source& source, const std::vector<int>& parts)
    {
        std::vector<int> named;
        std::vector<int> others;
        for (const int index : parts) {
            const auto head = headOf(source.parts[static_cast<std::size_t>(index)]);
            if (!head)
                return tl::unexpected(head.error());
            const auto look = tableKind(*head) == TableKind::Text ? lookAtTable(*head) : std::nullopt;
            const bool names = !look || ((!look->plan.identity.surname.empty() || !look->plan.identity.wholeName.empty()) && !look->plan.identity.born.empty());
            (names ? named : others).push_back(index);
        }
        named.insert(named.end(), others.begin(), others.end());
        return named;
    }
};

std::optional<TableLook> freshLook(QByteArrayView head, bool quotes)
{
    const QByteArray text = plainHead(head);
    TableLook look;
    look.sniffed = sniffTable(text, quotes);
    std::vector<Row> rows;
    SourcePart part = bufferPart({}, text);
    Intake intake(part, {}, {});
    TextDialect dialect = look.sniffed.dialect;
    const auto table = openTable(intake, text, dialect);
    if (!table)
        return {};
    Row row;
    while (rows.size() < 40) {
        const auto got = (*table)->next(row);
        if (!got || !*got)
            break; // a row cut by the end of the head says nothing yet
        row.detach();
        rows.push_back(row);
    }
    if (const auto at = headingRow(rows)) {
        look.headings = headingsOf(rows[static_cast<std::size_t>(*at)]);
        look.plan = planTable(look.headings);
    }
    return look;
}

} // namespace

base::Result<void> readTablePart(const SourcePart& part, int index, const TableReading& reading, PupilChoice& choice, Sink& sink,
                                 ReadReport& report, const std::stop_token& stop, const base::Progress& progress)
{
    const auto head = headOf(part);
    if (!head)
        return tl::unexpected(head.error());
    Intake intake(part, stop, progress);
    BASE_TRY(intake.start());
    const auto table = openTable(intake, *head, reading.dialect);
    if (!table)
        return tl::unexpected(table.error());
    ReadDocument document = documentOf(part, reading.format);
    document.document.version = reading.version;
    TableRun run(index, reading, intake, **table, choice, sink, document);
    BASE_TRY(run.run());
    const auto digest = intake.digestOfAll();
    if (!digest)
        return tl::unexpected(digest.error());
    document.document.sha256 = *digest;
    document.document.size = intake.count();
    report.documents.push_back(std::move(document));
    return {};
}

base::Result<void> readInOrder(const std::vector<int>& parts, const std::vector<int>& order, ReadReport& report, const ReadPart& readPart)
{
    std::vector<ReadDocument> documents(parts.size());
    for (const int index : order) {
        const auto done = readPart(index);
        if (!done)
            return tl::unexpected(inPart(done.error(), static_cast<std::size_t>(index), parts.size()));
        const auto at = std::find(parts.begin(), parts.end(), index) - parts.begin();
        documents[static_cast<std::size_t>(at)] = std::move(report.documents.back());
        report.documents.pop_back();
    }
    for (ReadDocument& document : documents)
        report.documents.push_back(std::move(document));
    return {};
}

std::optional<TableLook> lookAtTable(QByteArrayView head, bool quotes)
{
    // Seven formats look at the same first bytes before one of them reads, and looks again: the last looks of a thread
    // are kept, by the digest of what was looked at. Of the bytes nothing stays but the headings.
    struct Last {
        QByteArray digest;
        std::optional<TableLook> look;
    };
    thread_local std::array<Last, 2> lasts; // with quotation marks, without
    Last& last = lasts[quotes ? 0 : 1];
    const QByteArray digest = base::sha256(head);
    if (last.digest != digest)
        last = {digest, freshLook(head, quotes)};
    return last.look;
}

const Format& npdTableFormat()
{
    static const NpdTable format;
    return format;
}

} // namespace readers
