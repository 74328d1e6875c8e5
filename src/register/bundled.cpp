// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/list_file.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace registry {

namespace {

QByteArray compiledIn(const QString& name)
{
    QFile file(u":/register/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

const Edition& bundledEdition()
{
    static const Edition edition = readEdition(compiledIn(u"known_shares.json"_s)).value_or(Edition());
    return edition;
}

const std::vector<Total>& bundledTotals()
{
    static const std::vector<Total> totals =
        readTotals(compiledIn(u"totals.json"_s)).value_or(std::vector<Total>());
    return totals;
}

} // namespace registry
