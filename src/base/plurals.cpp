// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plurals.h"

#include <QCoreApplication>
#include <QTranslator>

namespace base {

void installPlurals()
{
    auto* english = new QTranslator(QCoreApplication::instance());
    if (english->load(QStringLiteral(":/i18n/pupil-record_en.qm")))
        QCoreApplication::installTranslator(english);
}

} // namespace base
