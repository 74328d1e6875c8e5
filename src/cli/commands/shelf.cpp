// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Public lists on this computer: the national list of schools and what became of them.
#include "cli/commands.h"

#include "register/shelf.h"

#include <QJsonArray>

namespace cli {

namespace {

QString said(const registry::ShelfItem& item)
{
    const QString what = item.kind == u"schools" ? tr("schools") : tr("what became of schools");
    const QString newest = item.newest.isValid() ? tr(", up to %1").arg(item.newest.toString(Qt::ISODate)) : QString();
    return tr("%1: %2 rows%3").arg(what).arg(item.rows).arg(newest);
}

QJsonObject itemJson(const registry::ShelfItem& item)
{
    return {{QStringLiteral("kind"), item.kind}, {QStringLiteral("rows"), item.rows}, {QStringLiteral("newest"), dateOrNull(item.newest)}};
}

base::Result<int> add(Invocation& call, const QString& file)
{
    const auto added = registry::addToShelf(file);
    if (!added)
        return tl::unexpected(added.error());
    for (const QString& warning : added->warnings)
        err() << warning << '\n';
    err().flush();
    if (call.json) {
        QJsonObject document = itemJson(added->item);
        document.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(added->warnings));
        printJson(document);
    } else {
        out() << tr("Kept on this computer.") << ' ' << said(added->item) << '\n';
    }
    return base::exitDone;
}

base::Result<int> list(Invocation& call)
{
    const std::vector<registry::ShelfItem> items = registry::shelfItems();
    if (call.json) {
        QJsonArray array;
        for (const registry::ShelfItem& item : items)
            array.append(itemJson(item));
        printJson({{QStringLiteral("lists"), array}});
    } else {
        for (const registry::ShelfItem& item : items)
            out() << said(item) << '\n';
    }
    return items.empty() ? base::exitNothingFound : base::exitDone;
}

} // namespace

base::Result<int> runShelf(Invocation& call)
{
    const QStringList words = call.positional();
    if (words.size() == 2 && words.front() == u"add")
        return add(call, words.back());
    if (words.size() == 1 && words.front() == u"list")
        return list(call);
    return usage(tr("Say `shelf add FILE` or `shelf list`."));
}

} // namespace cli
