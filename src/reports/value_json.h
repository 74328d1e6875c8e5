// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/code_sets.h"
#include "record/record.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace reports {

// What the catalogue says of the field of a value, asked once a field and year. Lives as long as one export.
class FieldFacts {
public:
    // Null where the dictionary does not know the field. Valid until the object goes.
    [[nodiscard]] const catalogue::Item* of(const record::Entry& entry, const record::Value& value);

private:
    QHash<QString, std::shared_ptr<const catalogue::Item>> m_items;
};

// One value for scripts. Keys are stable, words never translated, null where something is not known:
// "id","collection","academic_year","term","date","item","alias","raw","meaning","meaning_source","tier",
// "identification_risk","sensitivity","locates","document","sha256","locator","written_in" (typed in by the person,
// not delivered). At-risk mode is not asked here: it hands in a masked record.
[[nodiscard]] QJsonObject valueJson(const record::Record& record, const record::Entry& entry,
                                    const record::Value& value, FieldFacts& facts);
[[nodiscard]] QJsonObject valueJson(const record::Record& record, const record::Entry& entry,
                                    const record::Value& value);

// Those keys in the order a table shows them.
[[nodiscard]] QStringList valueKeys();

// "sheet Results, row 12, column 5": as record::Locator::text, but the same in every language.
[[nodiscard]] QString locatorWords(const record::Locator& where);

} // namespace reports
