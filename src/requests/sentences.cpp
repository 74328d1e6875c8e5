// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/sentences.h"

#include "requests/law.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace requests {

Runs joined(const Runs& runs)
{
    Runs out;
    for (const Run& run : runs) {
        if (run.text.isEmpty())
            continue;
        if (!out.empty() && out.back().strong == run.strong && !out.back().blank && !run.blank)
            out.back().text += run.text;
        else
            out.push_back(run);
    }
    return out;
}

QString plainText(const Runs& runs)
{
    QString text;
    for (const Run& run : runs)
        text += run.blank ? QString(u"["_s + run.text + u"]"_s) : run.text;
    return text;
}

base::Result<Sentences> Sentences::load(const QString& language)
{
    // The first file holds what all letters share as well: language, dates, articles.
    QJsonObject root;
    QHash<QString, QString> templates;
    for (const auto name : {"correction"_L1, "access"_L1}) {
        QFile file(u":/letters/"_s + language + u'/' + name + u".json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorKind::Usage, u"There are no letters in the language “%1”."_s.arg(language),
                              u"Choose English."_s);
        const QJsonObject content = QJsonDocument::fromJson(file.readAll()).object();
        if (root.isEmpty())
            root = content;
        const QJsonObject sentences = content.value(u"sentences").toObject();
        for (auto it = sentences.begin(); it != sentences.end(); ++it)
            templates.insert(it.key(), it.value().toString());
    }
    QStringList names;
    const QJsonArray articles = root.value(u"names_with_article").toArray();
    for (const auto& name : articles)
        names << name.toString();
    return Sentences(root.value(u"language").toString(), templates, names, root.value(u"date_format").toString());
}

Sentences::Sentences(QString language, QHash<QString, QString> templates, QStringList namesWithArticle,
                     QString dateFormat)
    : m_language(std::move(language)), m_templates(std::move(templates)),
      m_namesWithArticle(std::move(namesWithArticle)), m_dateFormat(std::move(dateFormat))
{
}

QStringList Sentences::keys() const
{
    QStringList all = m_templates.keys();
    all.sort();
    return all;
}

QString Sentences::date(QDate day) const
{
    return QLocale(m_language).toString(day, m_dateFormat);
}

bool Sentences::takesArticle(const QString& name) const
{
    return std::any_of(m_namesWithArticle.begin(), m_namesWithArticle.end(),
                       [&](const QString& ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

Runs Sentences::say(const QString& key, const Fill& fill)
{
    const auto found = m_templates.constFind(key);
    if (found == m_templates.constEnd()) {
        m_faults << u"no sentence “%1”"_s.arg(key);
        return {};
    }
    m_used.insert(key);
    const QString& text = *found;
    Runs out;
    bool strong = false;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype star = text.indexOf(u"**"_s, at);
        const qsizetype brace = text.indexOf(u'{', at);
        const qsizetype stop = std::min(star < 0 ? text.size() : star, brace < 0 ? text.size() : brace);
        out.push_back(Run{text.mid(at, stop - at), strong});
        at = stop;
        if (at == star) {
            strong = !strong;
            at += 2;
        } else if (at == brace) {
            const qsizetype end = text.indexOf(u'}', at);
            if (end < 0) {
                m_faults << u"“%1” has an open brace"_s.arg(key);
                return joined(out);
            }
            for (Run run : fillIn(key, text.mid(at + 1, end - at - 1), fill)) {
                run.strong = run.strong || strong;
                out.push_back(run);
            }
            at = end + 1;
        }
    }
    return joined(out);
}

Runs Sentences::fillIn(const QString& key, const QString& name, const Fill& fill)
{
    if (name.startsWith(u"law:"_s))
        return cite(key, name.mid(4));
    const auto found = fill.find(name);
    if (found == fill.end() || plainText(found->second).isEmpty()) {
        m_faults << u"“%1” of “%2” was not filled in"_s.arg(name, key);
        return {};
    }
    return found->second;
}

Runs Sentences::cite(const QString& key, const QString& reference)
{
    const QString id = reference.section(u':', 0, 0);
    const Provision* law = provision(id);
    const bool brief = reference.section(u':', 1) == u"short";
    const QString text = law ? (brief ? law->brief : law->full).value(m_language) : QString();
    if (text.isEmpty()) {
        m_faults << u"“%1” leans on “%2”, which is not in the law data"_s.arg(key, reference);
        return {};
    }
    if (!m_law.contains(id))
        m_law << id;
    return words(text);
}

Runs Sentences::list(const std::vector<Runs>& items)
{
    Runs out;
    for (std::size_t n = 0; n < items.size(); ++n) {
        if (n > 0) {
            const Runs between = say(n + 1 == items.size() ? u"join.and"_s : u"join.comma"_s);
            out.insert(out.end(), between.begin(), between.end());
        }
        out.insert(out.end(), items[n].begin(), items[n].end());
    }
    return joined(out);
}

} // namespace requests
