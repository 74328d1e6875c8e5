// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/la_tables.h"

#include "catalogue/items.h"
#include "readers/npd_table.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr int surely = 80;

// Letters and digits, lower case: headings were met with doubled blanks and with slips ("moth/year of birth").
QString plain(const QString& heading)
{
    QString text;
    for (const QChar c : heading) {
        if (c.isLetterOrNumber())
            text += c.toLower();
    }
    return text;
}

struct Known {
    QLatin1StringView heading; // plain
    QLatin1StringView item;    // the dictionary's name
};

constexpr Known nccis[] = {
    {"gender"_L1, "NCCIS_Gender"_L1},
    {"ethnicity"_L1, "NCCIS_Ethnic_Code"_L1},
    {"sendflag"_L1, "NCCIS_SEND_flag"_L1},
    {"leadlea"_L1, "NCCIS_Lead_LEA_Code_anon"_L1},
    {"leacodeatyear11"_L1, "NCCIS_LEA_Code_At_Year_11_anon"_L1},
    {"transferredtolacode"_L1, "NCCIS_Transferred_To_LA_Code_anon"_L1},
    {"educatedlea"_L1, "NCCIS_LEA_Code_Currently_Educated_anon"_L1},
    {"establishmentnumber"_L1, "NCCIS_DfE_No_anon"_L1},
    {"cohortstatus"_L1, "NCCIS_Cohort_Status"_L1},
    {"guaranteestatusindicator"_L1, "NCCIS_Guarantee_status_indicator"_L1},
    {"youthcontractindicator"_L1, "NCCIS_Youth_Contract_Indicator"_L1},
    {"youthcontractstartdate"_L1, "NCCIS_Youth_Contract_start_date"_L1},
    {"activitycode"_L1, "NCCIS_Current_Activity_Code"_L1},
    {"startdate"_L1, "NCCIS_Current_Activity_Start_Date"_L1},
    {"dateascertained"_L1, "NCCIS_Current_Activity_Recorded"_L1},
    {"dateverified"_L1, "NCCIS_Current_Activity_Verification_Date"_L1},
    {"reviewdate"_L1, "NCCIS_Current_Activity_Review_Date"_L1},
    {"neetstartdate"_L1, "NCCIS_NEET_Start_Date"_L1},
    {"intendeddestinationyr11"_L1, "NCCIS_Year_11_Intended_Destination"_L1},
    {"currencylapsed"_L1, "NCCIS_Currency_Lapsed_Indicator"_L1},
    {"duetolapsedate"_L1, "NCCIS_Currency_Due_to_Lapse_Date"_L1},
    {"predictedenddate"_L1, "NCCIS_Expected_Course_End_Date"_L1},
    {"monthyearofbirth"_L1, "NCCIS_Date_of_Birth"_L1},
    {"mothyearofbirth"_L1, "NCCIS_Date_of_Birth"_L1},
    {"youngpersonsid"_L1, "NCCIS_YoungPersonsID"_L1},
};

constexpr Known census[] = {
    {"upn"_L1, "UPN_[term][yy]"_L1},
    {"gender"_L1, "Gender_[term][yy]"_L1},
    {"enrolstatus"_L1, "EnrolStatus_[term][yy]"_L1},
    {"entrydate"_L1, "EntryDate_[term][yy]"_L1},
    {"ncyearactual"_L1, "NCyearActual_[term][yy]"_L1},
    {"ethnicity"_L1, "Ethnicity_[term][yy]"_L1},
    {"language"_L1, "Language_[term][yy]"_L1},
    {"uniquelearnernumber"_L1, "ULN_Census_[term][yy]"_L1},
    {"senprovision"_L1, "SENprovision_[term][yy]"_L1},
    {"senneed1"_L1, "PrimarySENtype_[term][yy]"_L1},
    {"senneed2"_L1, "SecondarySENtype_[term][yy]"_L1},
    {"senunitindicator"_L1, "SENUnitIndicator_[term][yy]"_L1},
    {"resourcedprovisionindicator"_L1, "ResourcedProvisionIndicator_[term][yy]"_L1},
    {"fsmeoncensusday"_L1, "FSMeligible_[term][yy]"_L1},
};

constexpr Known keyStage4[] = {
    {"attainment8score"_L1, "KS4_ATT8"_L1},
    {"pupilprogress8score"_L1, "KS4_P8SCORE"_L1},
    {"ks4att8"_L1, "KS4_ATT8"_L1},
};

std::span<const Known> knownOf(LaLayout layout)
{
    switch (layout) {
    case LaLayout::Nccis:
        return nccis;
    case LaLayout::Attendance:
    case LaLayout::Census:
        return census;
    case LaLayout::KeyStage4:
        return keyStage4;
    case LaLayout::None:
        break;
    }
    return {};
}

QString collectionOf(LaLayout layout)
{
    return layout == LaLayout::Nccis ? u"NCCIS"_s : layout == LaLayout::KeyStage4 ? u"KS4"_s : u"SC"_s;
}

QString datasetOf(LaLayout layout)
{
    switch (layout) {
    case LaLayout::Nccis:
        return u"la:NCCIS"_s;
    case LaLayout::Attendance:
        return u"la:Attendance"_s;
    case LaLayout::Census:
        return u"la:Census"_s;
    default:
        return u"la:KS4"_s;
    }
}

void adjust(TablePlan& plan, LaLayout layout)
{
    const auto known = knownOf(layout);
    for (TableColumn& column : plan.columns) {
        const QString name = plain(column.name);
        const auto found = std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.heading == name; });
        if (found != known.end() && catalogue::itemNamed(QString(found->item), plan.collection))
            column.item = QString(found->item);
        if (layout == LaLayout::Nccis) {
            // A caseload is a picture of one day; when somebody began an activity is one of the things it says.
            const bool day = name == "periodend"_L1 || name == "dateofsend"_L1;
            column.time = day ? TableColumn::Time::Start : column.time == TableColumn::Time::Start ? TableColumn::Time::None : column.time;
            column.isDate = column.isDate || day;
        }
    }
    plan.dataset = datasetOf(layout);
    for (ColumnGroup& group : plan.groups) {
        if (group.collection == plan.collection)
            group.dataset = plan.dataset;
    }
}

class LaTables : public Format {
public:
    [[nodiscard]] QString id() const override { return u"la-table"_s; }

    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        return tableKind(head) == TableKind::Text && layoutOf(head) != LaLayout::None ? surely : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection,
                                          Sink& sink, ReadReport& report, const std::stop_token& stop,
                                          const base::Progress& progress) const override
    {
        PupilChoice choice(selection, report);
        for (const int index : parts) {
            const SourcePart& part = source.parts[static_cast<std::size_t>(index)];
            const auto head = headOf(part);
            if (!head)
                return tl::unexpected(head.error());
            const LaLayout layout = layoutOf(*head);
            TableReading reading;
            reading.format = id();
            reading.collection = collectionOf(layout);
            reading.adjust = [layout](TablePlan& plan, const QStringList& /*headings*/) { adjust(plan, layout); };
            const auto done = readTablePart(part, index, reading, choice, sink, report, stop, progress);
            if (!done)
                return tl::unexpected(inPart(done.error(), static_cast<std::size_t>(index), source.parts.size()));
        }
        choice.finish();
        return {};
    }

private:
    static LaLayout layoutOf(QByteArrayView head)
    {
        const auto look = lookAtTable(head);
        return look ? laLayout(look->headings) : LaLayout::None;
    }
};

} // namespace

LaLayout laLayout(const QStringList& headings)
{
    QStringList names;
    for (const QString& heading : headings)
        names << plain(heading);
    const auto has = [&](QLatin1StringView name) { return names.contains(QString(name)); };
    const auto starts = [&](QLatin1StringView begin) {
        return std::count_if(names.begin(), names.end(), [&](const QString& name) { return name.startsWith(begin); });
    };
    const bool whose = has("upn"_L1) || has("uniquepupilnumber"_L1) || has("youngpersonsid"_L1) || has("studid"_L1);
    if (!whose)
        return LaLayout::None;
    if (has("ncciscode"_L1) || (has("levelofneedcode"_L1) && (has("activitycode"_L1) || has("characteristiccode"_L1))))
        return LaLayout::Nccis;
    // "/" and "\" stand for present, before and after noon.
    const bool codes = headings.contains(u"/"_s) && headings.contains(u"\\"_s);
    if ((has("termlysessionspossible"_L1) && (codes || starts("treason"_L1) >= 3)) || (has("possiblesessions"_L1) && has("authorisedabsence"_L1)))
        return LaLayout::Attendance;
    if (has("senprovision"_L1) && has("fsmeoncensusday"_L1) && has("ncyearactual"_L1))
        return LaLayout::Census;
    if ((has("attainment8score"_L1) && has("forvusindexnumber"_L1)) || (has("ks4att8"_L1) && has("studid"_L1)))
        return LaLayout::KeyStage4;
    return LaLayout::None;
}

const Format& laTablesFormat()
{
    static const LaTables format;
    return format;
}

} // namespace readers
