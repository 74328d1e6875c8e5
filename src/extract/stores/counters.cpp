// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/counters.h"

namespace extract {

base::Result<qint64> nextId(const Connection& connection, const char* counter)
{
    Statement statement = connection.prepare("SELECT next FROM counters WHERE name = ?1");
    statement.bindTextBytes(1, counter);
    const qint64 next = statement.next() ? statement.number(0) : 1;
    BASE_TRY(statement.outcome());
    return next;
}

base::Result<void> setNextId(const Connection& connection, const char* counter, qint64 next)
{
    Statement update = connection.prepare("INSERT OR REPLACE INTO counters(name, next) VALUES(?1, ?2)");
    update.bindTextBytes(1, counter);
    update.bind(2, next);
    return update.run();
}

base::Result<qint64> takeId(const Connection& connection, const char* counter)
{
    auto next = nextId(connection, counter);
    if (!next)
        return next;
    BASE_TRY(setNextId(connection, counter, *next + 1));
    return next;
}

} // namespace extract
