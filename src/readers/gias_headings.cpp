// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/gias_headings.h"

#include "readers/csv.h"
#include "readers/format.h"
#include "readers/npd_table_plan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Gias)
};

constexpr int surely = 96;

int columnOf(const QStringList& headings, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const auto found = std::find_if(headings.begin(), headings.end(),
                                        [&](const QString& heading) { return heading.trimmed().compare(name, Qt::CaseInsensitive) == 0; });
        if (found != headings.end())
            return static_cast<int>(found - headings.begin());
    }
    return -1;
}

class Gias : public Format {
public:
    [[nodiscard]] QString id() const override { return u"gias"_s; }

    [[nodiscard]] int recognise(const SourcePart& part, QByteArrayView head) const override
    {
        if (tableKind(head) != TableKind::Text)
            return 0;
        const SourcePart first = bufferPart(part.name, plainHead(head));
        Intake intake(first, {}, {});
        const auto table = openTable(intake, plainHead(head));
        Row row;
        if (!table)
            return 0;
        const auto got = (*table)->next(row);
        return got && *got && giasHeadings(headingsOf(row)) ? surely : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& /*selection*/,
                                          Sink& /*sink*/, ReadReport& /*report*/, const std::stop_token& /*stop*/,
                                          const base::Progress& /*progress*/) const override
    {
        const SourcePart& part = source.parts[static_cast<std::size_t>(parts.front())];
        const base::Error error{base::ErrorKind::InputUnreadable,
                                Tr::tr("“%1” is the national list of schools. It holds nothing about a pupil.").arg(part.name),
                                Tr::tr("It can name the schools in a record: add it as a list of schools, in the window's Settings or with `pupil-record shelf add`, not to a record."),
                                {}};
        return tl::unexpected(inPart(error, static_cast<std::size_t>(parts.front()), source.parts.size()));
    }
};

} // namespace

std::optional<GiasHeadings> giasHeadings(const QStringList& headings)
{
    GiasHeadings at;
    at.urn = columnOf(headings, {"URN"_L1});
    if (at.urn < 0)
        return {};
    at.linkUrn = columnOf(headings, {"LinkURN"_L1});
    at.linkType = columnOf(headings, {"LinkType"_L1});
    if (at.linkUrn >= 0 && at.linkType >= 0) {
        at.linkName = columnOf(headings, {"LinkName"_L1});
        at.linkDay = columnOf(headings, {"LinkEstablishedDate"_L1, "LinkDate"_L1, "Date"_L1});
        return at;
    }
    at.linkUrn = -1;
    at.name = columnOf(headings, {"EstablishmentName"_L1, "name"_L1});
    at.authority = columnOf(headings, {"LA (code)"_L1});
    at.number = columnOf(headings, {"EstablishmentNumber"_L1});
    at.formerAuthority = columnOf(headings, {"PreviousLA (code)"_L1});
    at.formerNumber = columnOf(headings, {"PreviousEstablishmentNumber"_L1});
    at.phase = columnOf(headings, {"PhaseOfEducation (name)"_L1, "phase"_L1});
    at.opened = columnOf(headings, {"OpenDate"_L1, "open_date"_L1});
    at.closed = columnOf(headings, {"CloseDate"_L1, "close_date"_L1});
    // A file of a trust's members has URN, name and authority as well, but neither number nor dates of the schools.
    const bool whole = at.name >= 0 && at.authority >= 0 && at.number >= 0;
    const bool brief = at.name >= 0 && at.opened >= 0 && at.closed >= 0;
    return whole || brief ? std::optional(at) : std::nullopt;
}

const Format& giasFormat()
{
    static const Gias format;
    return format;
}

} // namespace readers
