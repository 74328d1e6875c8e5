// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/format.h"

#include "readers/care_tables.h"
#include "readers/census_tables.h"
#include "readers/census_xml.h"
#include "readers/cin_xml.h"
#include "readers/credentials.h"
#include "readers/ctf.h"
#include "readers/giap.h"
#include "readers/gias_headings.h"
#include "readers/hesa.h"
#include "readers/ilr_xml.h"
#include "readers/json_formats.h"
#include "readers/la_tables.h"
#include "readers/lrs.h"
#include "readers/npd_table.h"
#include "readers/ssda903_xml.h"

namespace readers {

// The surest wins; of two that are equally sure, the first.
const std::vector<const Format*>& formats()
{
    static const std::vector<const Format*> all{
        &ctfFormat(),
        &censusXmlFormat(),
        &ilrXmlFormat(),
        &cinXmlFormat(),
        &ssda903XmlFormat(),
        &lrsFormat(),
        &hesaFormat(),
        &censusTablesFormat(),
        &giapFormat(),
        &giapJsonFormat(),
        &educationRecordFormat(),
        &credentialsFormat(),
        &misJsonFormat(),
        &giasFormat(),
        &laTablesFormat(),
        &ssda903TablesFormat(),
        &cinTablesFormat(),
        &npdTableFormat()};
    return all;
}

} // namespace readers
