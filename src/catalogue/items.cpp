// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/item_collection.h"

#include "catalogue/alias_lookup.h"
#include "catalogue/convert.h"

namespace catalogue {

int itemCount()
{
    return static_cast<int>(table::items.size());
}

Item item(ItemId id)
{
    if (id.n < 0 || id.n >= itemCount())
        return {};
    const table::ItemRow& row = table::items[static_cast<std::size_t>(id.n)];
    Item result;
    result.id = id;
    result.name = table::string(row.name);
    result.dataset = table::string(row.dataset);
    result.collection = table::string(row.collection);
    result.fieldReference = table::string(row.fieldReference);
    result.oldAlias = table::string(row.oldAlias);
    result.otherNames = table::string(row.otherNames).split(u'|', Qt::SkipEmptyParts);
    result.first = table::year(row.first);
    result.last = table::year(row.last);
    result.yearsAsPrinted = table::string(row.yearsAsPrinted);
    result.meaning = table::string(row.meaning);
    result.meaningSource = table::string(row.meaningSource);
    result.certainty = table::certainty(row.certainty);
    result.category = table::string(row.category);
    result.dataType = table::string(row.dataType);
    result.allowedCodes = table::string(row.allowedCodes);
    result.codeSet = table::string(row.codeSet);
    result.tier = table::string(row.tier);
    result.identificationRisk = table::string(row.risk);
    result.sensitivity = table::string(row.sensitivity);
    result.locates = row.locates;
    result.aboutOthers = row.aboutOthers;
    return result;
}

QString collectionOf(ItemId id)
{
    return id.n < 0 || id.n >= itemCount() ? QString() : table::string(table::items[static_cast<std::size_t>(id.n)].collection);
}

std::optional<ItemId> itemNamed(QStringView canonicalName, QStringView collection, std::optional<AcademicYear> year)
{
    const QByteArray name = canonicalName.trimmed().toUtf8();
    const QByteArray wanted = collection.toUtf8();
    std::optional<ItemId> found;
    for (const table::AliasRow& alias : aliasesOf(nameKey(std::string_view(name.data(), std::size_t(name.size()))))) {
        const table::ItemRow& row = table::items[alias.item];
        const bool isOwnName = alias.kind == table::AliasKind::Canonical || alias.kind == table::AliasKind::Download;
        if (!isOwnName || (!wanted.isEmpty() && wanted != table::text(row.collection)
                           && wanted != table::text(row.dataset)))
            continue;
        if (qstricmp(name.constData(), table::text(row.name)) != 0)
            continue;
        const ItemId id{alias.item};
        if (!year || isPrintedFor(row, *year))
            return id;
        if (!found)
            found = id;
    }
    return found;
}

} // namespace catalogue
