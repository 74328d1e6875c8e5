// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/failure.h"
#include "extract/file/recovery_words.h"
#include "extract/private.h"

namespace extract {

RecoveryWords Extract::recoveryWords() const
{
    return {wordsOfKey(d->key.raw), markOf(d->key.header)};
}

base::Result<Extract> Extract::recover(const QString& path, const Secret& words, const Secret& newPassphrase,
                                       const base::Clock& clock)
{
    if (OpenFile::profileOf(path))
        return tl::unexpected(inUse());
    auto raw = keyOfWords(words);
    if (!raw)
        return tl::unexpected(raw.error());
    const auto header = readHeader(path);
    if (!header)
        return tl::unexpected(header.error());
    if (!header->matches(*raw))
        return base::fail(base::ErrorKind::WrongPassphrase,
                          Words::tr("These words do not open this record file."),
                          Words::tr("Compare the mark on the sheet with the file's, which is %1. Another mark means "
                                    "another file, or that the passphrase was changed after the sheet was made.")
                              .arg(markOf(*header)));
    auto opened = Private::opened(path, Key{*header, std::move(*raw)}, clock, Access::ReadWrite);
    if (!opened)
        return opened;
    BASE_TRY(opened->changePassphrase(newPassphrase));
    return opened;
}

} // namespace extract
