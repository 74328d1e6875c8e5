// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "register/school_directory.h"

#include <QStringList>

#include <stop_token>

namespace registry {

// Public lists on this computer that name things in a record. They hold nothing about anybody, and nothing of a record
// is ever written here: the folder looks the same whoever uses the program.
struct ShelfItem {
    QString kind;  // "schools", "school-links"; stable, never translated
    qint64 rows = 0;
    QDate newest;  // last day that the list speaks of: how old it is
};

// One folder for the window and the command line, in the user's data folder.
[[nodiscard]] QString shelfFolder();

// What was put on the shelf, and what was odd about the file.
struct ShelfAdded {
    ShelfItem item;
    QStringList warnings;
};
// Reads a list by its content and puts it in the place of the one of its kind; knownSchool() answers out of it from
// then on. InputUnreadable, DiskOrPermission, Stopped.
[[nodiscard]] base::Result<ShelfAdded> addToShelf(const QString& path, const QString& folder = shelfFolder(), const std::stop_token& stop = {},
                                                  const base::Progress& progress = {});
[[nodiscard]] std::vector<ShelfItem> shelfItems(const QString& folder = shelfFolder());

// The schools on a shelf; empty where there is no list, or where it cannot be read: then names are missing, no more.
[[nodiscard]] SchoolDirectory schoolsOnShelf(const QString& folder = shelfFolder());

// A school by number on a day, out of the demonstration's list or the shelf. The shelf is read when the first number is
// looked up that the demonstration does not know, unless readShelf() did so before, and again after addToShelf(). From
// any thread. A school once answered with stays where it is for the life of the program.
[[nodiscard]] const School* knownSchool(QStringView number, QDate day = {});
// Reads the shelf if nobody did: a list of every school takes a moment, and no window should wait for it.
void readShelf();

} // namespace registry
