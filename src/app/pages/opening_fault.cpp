// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/opening_fault.h"

#include <QCoreApplication>

namespace app {

namespace {

// For lupdate: a context of its own, with plurals.
class OpeningWords {
    Q_DECLARE_TR_FUNCTIONS(app::OpeningWords)
};

} // namespace

OpeningFault openingFault(const base::Error& error)
{
    using base::ErrorKind;
    switch (error.kind) {
    case ErrorKind::WrongPassphrase:
        return {OpeningWords::tr("That passphrase does not open this file."),
                OpeningWords::tr("Check capital letters and spaces, then try again. The file is unchanged, and you can try as often "
                   "as you like. If the very start of the file was damaged, the newest backup beside it may open."),
                true};
    case ErrorKind::NotAnExtract:
        return {OpeningWords::tr("This is not a record file of this program."),
                OpeningWords::tr("If it is what a school or the Department for Education gave you, choose “Make a new record” and "
                   "add it there.")};
    case ErrorKind::Damaged:
        return {OpeningWords::tr("The passphrase is right, but the file is damaged."),
                OpeningWords::tr("Open the newest backup beside it: it has the same name and the same passphrase. Keep this file "
                   "too, in case more can be read from it.")};
    case ErrorKind::InUse:
        return {OpeningWords::tr("This file is open in another window or program."),
                OpeningWords::tr("Close or lock it there, then unlock it here. Two programs never write to one file."), true};
    case ErrorKind::NewerFormat:
        return {OpeningWords::tr("This file was made by a newer version of Pupil Record."),
                OpeningWords::tr("Install that version to open it. Nothing in the file was changed.")};
    case ErrorKind::NotEnoughMemory:
        return {OpeningWords::tr("This computer has too little free memory to open the file now."),
                OpeningWords::tr("Unlocking needs 256 MB for about a second, on purpose. Close other programs and try again."), true};
    case ErrorKind::ReadOnly:
        return {OpeningWords::tr("The file can only be read."),
                OpeningWords::tr("It may lie on a disk that is write protected. You can look at it, but not add to it."), true};
    case ErrorKind::DiskOrPermission:
        return {OpeningWords::tr("The file cannot be reached."),
                OpeningWords::tr("It may have been moved, its disk may not be plugged in, or it may belong to another user of this "
                   "computer."),
                true};
    default:
        return {error.message, error.next, true};
    }
}

} // namespace app
