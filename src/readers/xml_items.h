// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace readers {

// A year written as four digits; nothing if it is none in which anybody now alive went to school: "0000" and "9999"
// are how programs write "not known", and a record may not stretch over millennia for them.
[[nodiscard]] std::optional<int> xmlYear(const QString& text);

// Asks the catalogue once for each heading, collection and year. Only a field of the collection asked for counts: a
// name that merely looks alike in another table gives nothing, and the value keeps its own name alone.
class XmlItems {
public:
    [[nodiscard]] QString named(const QString& heading, const QString& collection,
                                std::optional<catalogue::AcademicYear> year);

private:
    QHash<QString, QString> m_known;
};

} // namespace readers
