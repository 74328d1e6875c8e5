// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extract.h"
#include "record/record.h"
#include "requests/request.h"

#include <QSet>
#include <QStringList>

namespace desk {

// The very texts that at-risk mode hides. The catalogue says which fields locate; it says nothing of sentences that a
// person typed, of free text in other fields or of file names, so the same texts are looked for there.
class HiddenWords {
public:
    // Short texts and bare years hide nothing: they would tear holes into ordinary words and locate nobody.
    void add(const QString& text);

    [[nodiscard]] QString without(QString text) const; // dots where one stood
    [[nodiscard]] bool in(const QString& text) const;

private:
    QStringList m_words; // the longest first: no rest of one may survive inside another
    QSet<QString> m_known; // the same, folded
};

// Of a whole record file: what its locating fields say in code and in words, numbers of people and schools, names of
// files, and addresses of those who wrote letters.
[[nodiscard]] HiddenWords hiddenWords(const record::Record& clear, const std::vector<extract::Attachment>& attachments,
                                      const std::vector<requests::Request>& requests);

// A sentence of the program's own with what it quotes left out: quoted are file names, headings and sheets.
[[nodiscard]] QString withoutQuoted(QString sentence);

} // namespace desk
