// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "requests/letter.h"

#include <QHash>
#include <QSet>

#include <map>
#include <vector>

namespace requests {

using Runs = std::vector<Run>;
using Fill = std::map<QString, Runs>;

[[nodiscard]] inline Runs words(const QString& text)
{
    return {Run{text}};
}

// The sentences of one language. A template is plain text with {placeholders}, **strong** stretches, and
// {law:ID} or {law:ID:short} for the name of a provision. What is filled in is never read as a template again, so
// braces and stars in a record stay what they are.
//
// Asking for a sentence that is not there, or leaving a placeholder open, is remembered in faults(): no letter with
// a hole in it leaves this room.
class Sentences {
public:
    [[nodiscard]] static base::Result<Sentences> load(const QString& language);
    // For tests: templates from memory.
    Sentences(QString language, QHash<QString, QString> templates, QStringList namesWithArticle = {},
              QString dateFormat = QStringLiteral("d MMMM yyyy"));

    Runs say(const QString& key, const Fill& fill = {});
    // "a, b and c"
    Runs list(const std::vector<Runs>& items);
    [[nodiscard]] QString date(QDate day) const;
    // Whether a collection's name takes an article: "the School Census", but "the Key Stage 2 data".
    [[nodiscard]] bool takesArticle(const QString& name) const;

    [[nodiscard]] const QString& language() const { return m_language; }
    [[nodiscard]] const QStringList& faults() const { return m_faults; }
    [[nodiscard]] const QSet<QString>& used() const { return m_used; }
    [[nodiscard]] const QStringList& lawUsed() const { return m_law; }
    [[nodiscard]] QStringList keys() const;

private:
    Runs fillIn(const QString& key, const QString& name, const Fill& fill);
    Runs cite(const QString& key, const QString& reference);

    QString m_language;
    QHash<QString, QString> m_templates;
    QStringList m_namesWithArticle;
    QString m_dateFormat;
    QStringList m_faults;
    QStringList m_law; // ids, in order of first use
    QSet<QString> m_used;
};

// Neighbouring runs of one kind joined, empty ones dropped.
[[nodiscard]] Runs joined(const Runs& runs);
[[nodiscard]] QString plainText(const Runs& runs); // blanks as they are printed: "[your address]"

} // namespace requests
