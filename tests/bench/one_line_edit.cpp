// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_one_line_edit MARK: the smallest window one can type into, rival of the program's own start. Opens MARK for
// writing once it has been painted, as the program does with --shown-file.
#include "app/platform/shown_mark.h"

#include <QApplication>
#include <QLineEdit>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QLineEdit field;
    field.show();
    new app::ShownMark(&field, QApplication::arguments().value(1)); // the field takes it
    return QApplication::exec();
}
