// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/page_seals.h"

#include "extract/database/failure.h"
#include "extract/database/sqlite.h"
#include "extract/file/page_cipher.h"

#include <set>

namespace extract {

base::Result<std::vector<qint64>> brokenPages(const Connection& connection, const Key& key, const std::stop_token& stop,
                                              const base::Progress& progress)
{
    sqlite3_file* file = connection.file();
    sqlite3_int64 size = 0;
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return tl::unexpected(damaged());
    const PageCipher cipher(key);
    const qint64 pages = size / pageSize;
    std::vector<qint64> broken;
    std::set<int> reserves;
    QByteArray page(pageSize, Qt::Uninitialized);
    for (qint64 number = 1; number <= pages; ++number) {
        if (stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped, Words::tr("The check was stopped."));
        if (number % 256 == 0)
            base::report(progress, {Words::tr("Checking the file"), number, pages});
        int reserve = 0;
        if (file->pMethods->xRead(file, page.data(), pageSize, (number - 1) * pageSize) == SQLITE_OK)
            reserve = cipher.reserveOf(page, number);
        if (reserve == 0)
            broken.push_back(number);
        else
            reserves.insert(reserve);
    }
    if (size % pageSize != 0 || reserves.size() > 1)
        broken.push_back(pages + 1); // half a page at the end, or pages of two files
    return broken;
}

} // namespace extract
