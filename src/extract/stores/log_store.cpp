// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/log_store.h"

namespace extract {

base::Result<void> writeLog(const Connection& connection, const QDateTime& when, const QString& what,
                            const QString& detail)
{
    Statement insert = connection.prepare("INSERT INTO log(happened_at, what, detail) VALUES(?1, ?2, ?3)");
    return insert.bind(1, when).bind(2, what).bind(3, detail).run();
}

base::Result<std::vector<LogLine>> readLog(const Connection& connection)
{
    std::vector<LogLine> lines;
    Statement rows = connection.prepare("SELECT happened_at, what, detail FROM log ORDER BY id");
    while (rows.next())
        lines.push_back({rows.dateTime(0), rows.text(1), rows.text(2)});
    BASE_TRY(rows.outcome());
    return lines;
}

} // namespace extract
