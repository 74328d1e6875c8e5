// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/database/failure.h"

#include "extract/database/sqlite.h"

namespace extract {

base::Error damaged()
{
    return {base::ErrorKind::Damaged, Words::tr("Part of this record file is damaged."),
            Words::tr("Keep the file as it is. Open the newest backup beside it, which uses the same passphrase."), {}};
}

base::Error inUse()
{
    return {base::ErrorKind::InUse, Words::tr("This record file is already open in another window or program."),
            Words::tr("Close it there, then try again."), {}};
}

base::Error readOnly()
{
    return {base::ErrorKind::ReadOnly, Words::tr("This record file can only be read, so nothing was changed."),
            Words::tr("Copy it to a folder where you can save files, then open the copy."), {}};
}

base::Error cannotWrite()
{
    return {base::ErrorKind::DiskOrPermission, Words::tr("The record file could not be saved."),
            Words::tr("The disk may be full, or you may not be allowed to save in this folder."), {}};
}

base::Error failureOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return inUse();
    case SQLITE_READONLY:
        return readOnly();
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return cannotWrite();
    case SQLITE_IOERR:
        // A file that ends in the middle of a page is damage, not a disk that refuses.
        return code == SQLITE_IOERR_SHORT_READ ? damaged() : cannotWrite();
    case SQLITE_NOMEM:
        return {base::ErrorKind::NotEnoughMemory, Words::tr("There is not enough free memory for this."),
                Words::tr("Close other programs, then try again."), {}};
    default:
        // Our statements are fixed and tried; what else fails comes from the file's content. SQLCipher also reports
        // a page whose seal does not fit with the general code 1.
        return damaged();
    }
}

} // namespace extract
