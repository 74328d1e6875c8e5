// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extract.h"
#include "extract/file/open_files.h"
#include "extract/file/opening.h"

namespace extract {

struct Extract::Private {
    QString path;
    base::Clock clock;
    Key key;
    Connection connection;
    OpenFile registered; // declared after the connection, so it goes first; nobody can slip in between in one process
    bool backedUp = false; // this sitting's copy is made, or the file is new in it
    bool older = false;    // of an older format: only migrate() writes
    std::vector<QString> earlierBackups;

    // Refuses on a read-only file; makes the sitting's backup before its first write.
    [[nodiscard]] base::Result<void> beforeWrite();

    // `change` inside one transaction, after beforeWrite().
    template <typename Change>
    auto write(Change change) -> decltype(change())
    {
        BASE_TRY(beforeWrite());
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return tl::unexpected(transaction.error());
        auto result = change();
        if (!result)
            return result;
        BASE_TRY(transaction->commit());
        return result;
    }

    [[nodiscard]] base::Result<void> openAgain();
    // `fresh`, whole and closed, takes the file's place; `next` is its key from then on. The connection is the new one.
    [[nodiscard]] base::Result<void> replaceBy(const QString& fresh, Key next);
    // A file that this process has not open, with a key that fits its header.
    [[nodiscard]] static base::Result<Extract> opened(const QString& path, Key key, const base::Clock& clock,
                                                      Access wanted);
};

} // namespace extract
