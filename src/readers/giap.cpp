// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/giap.h"

#include "readers/giap_align.h"
#include "readers/npd_table.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Giap)
};

constexpr int surely = 90;
constexpr double nearlyAll = 0.95; // of the headings
constexpr int mostRowsNamed = 20;  // in warnings

// Other tables use the same words for the same things: a download also has the service's own pupil reference, its
// year, or its pupil premium money.
bool isDownload(const TableLook& look)
{
    if (!look.plan.dataset.startsWith("giap:"_L1) || look.plan.share < nearlyAll)
        return false;
    const auto has = [&](auto test) { return std::any_of(look.plan.columns.begin(), look.plan.columns.end(), test); };
    const bool reference = !look.plan.identity.reference.empty();
    const bool year = has([](const TableColumn& column) { return column.time == TableColumn::Time::Year; });
    const bool money = has([](const TableColumn& column) { return column.name.trimmed() == "PupilPremiumCashAmount"_L1; });
    const bool furtherEducation = year && !look.plan.identity.uln.empty() && look.headings.size() == 8;
    return (reference && year) || money || furtherEducation;
}

QString named(const QString& dataset)
{
    return dataset.sliced(5); // after "giap:"
}

class Giap : public Format {
public:
    QString id() const override { return u"giap"_s; }

    int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        if (tableKind(head) != TableKind::Text)
            return 0;
        const auto look = lookAtTable(head, false);
        return look && isDownload(*look) ? surely : 0;
    }

    base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection, Sink& sink,
                            ReadReport& report, const std::stop_token& stop, const base::Progress& progress) const override
    {
        PupilChoice choice(selection, report);
        for (const int index : parts) {
            const SourcePart& part = source.parts[static_cast<std::size_t>(index)];
            const auto head = headOf(part);
            if (!head)
                return tl::unexpected(head.error());
            const auto look = lookAtTable(*head, false);
            if (!look || !isDownload(*look))
                return base::fail(base::ErrorKind::InputUnreadable, Tr::tr("“%1” changed while it was being read.").arg(part.name),
                                  Tr::tr("Copy it to this computer first, then choose the copy."));
            const auto done = readTablePart(part, index, readingOf(*look), choice, sink, report, stop, progress);
            if (!done)
                return tl::unexpected(inPart(done.error(), static_cast<std::size_t>(index), parts.size()));
        }
        choice.finish();
        return {};
    }

private:
    TableReading readingOf(const TableLook& look) const
    {
        TableReading reading;
        reading.format = id();
        reading.version = named(look.plan.dataset);
        reading.dialect = {look.sniffed.dialect.delimiter, false, static_cast<int>(look.headings.size())};
        reading.adjust = [](TablePlan& plan, const QStringList& /*headings*/) {
            for (const auto term : {catalogue::Term::Autumn, catalogue::Term::Spring, catalogue::Term::Summer}) {
                if (plan.dataset.contains(catalogue::termWord(term), Qt::CaseInsensitive))
                    plan.term = term; // each term has a download of its own
            }
        };
        const auto headings = static_cast<int>(look.headings.size());
        reading.mend = [align = GiapAlign(look.plan), headings, told = 0](Row& row, int /*columns*/, QStringList& warnings) mutable {
            if (row.count() == headings)
                return;
            const GiapAlign::Outcome outcome = align.align(row);
            if (outcome == GiapAlign::Outcome::Fits || outcome == GiapAlign::Outcome::Quoted || ++told > mostRowsNamed)
                return;
            if (outcome == GiapAlign::Outcome::Joined)
                warnings << Tr::tr("Row %1 was one cell too long: a comma inside a value had cut it. It was put together again by its dates "
                                   "and numbers: check it.")
                                .arg(row.number);
            else
                warnings << Tr::tr("Row %1 does not fit its headings: a comma or line break inside a value has moved its cells. They were kept as "
                                   "they stand, and may be under the wrong heading.")
                                .arg(row.number);
        };
        return reading;
    }
};

} // namespace

const Format& giapFormat()
{
    static const Giap format;
    return format;
}

} // namespace readers
