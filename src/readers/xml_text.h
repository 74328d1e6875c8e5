// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/xml_tree.h"

#include "readers/read.h"

#include <QHash>

#include <string_view>

namespace readers {

// `written` in any mixture of cases against `lower`. ASCII, as element names are.
[[nodiscard]] bool xmlSame(std::string_view written, std::string_view lower);

// The first bytes of a part in lower-case ASCII, to look for element names in; empty if they are no XML.
[[nodiscard]] QByteArray xmlHead(QByteArrayView head);

// Whether a tag of that name begins in it, with or without a prefix.
[[nodiscard]] bool xmlHeadHas(const QByteArray& lowerHead, QByteArrayView name);

// Counts elements the catalogue does not know into one document. A hostile file may have a new name for each of them,
// so none is looked for in a list.
class UnknownElements {
public:
    void add(ReadDocument& document, const XmlLeaf& leaf);

private:
    QHash<QString, std::size_t> m_places;
};

} // namespace readers
