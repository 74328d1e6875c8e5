// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/law.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace requests {

namespace {

QJsonObject lawFile(const QString& name)
{
    QFile file(u":/law/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QHash<QString, QString> byLanguage(const QJsonObject& texts)
{
    QHash<QString, QString> all;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        all.insert(it.key(), it.value().toString());
    return all;
}

QString inLanguage(const QHash<QString, QString>& texts, const QString& language)
{
    return texts.value(language, texts.value(u"en"_s));
}

QDate isoDate(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

std::vector<Provision> readProvisions()
{
    std::vector<Provision> all;
    const QJsonArray rows = lawFile(u"rights.json"_s).value(u"provisions").toArray();
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        Provision one;
        one.id = row.value(u"id").toString();
        const QJsonObject cite = row.value(u"cite").toObject();
        for (auto it = cite.begin(); it != cite.end(); ++it) {
            one.full.insert(it.key(), it.value().toObject().value(u"full").toString());
            one.brief.insert(it.key(), it.value().toObject().value(u"short").toString());
        }
        one.words = byLanguage(row.value(u"words").toObject());
        one.source = row.value(u"source").toString();
        one.status = row.value(u"status").toString();
        one.seen = row.value(u"seen").toString();
        const QJsonArray rests = row.value(u"rests_on").toArray();
        for (const auto& id : rests)
            one.restsOn << id.toString();
        all.push_back(one);
    }
    return all;
}

BankHolidays readHolidays()
{
    const QJsonObject file = lawFile(u"bank_holidays.json"_s);
    BankHolidays all;
    all.begins = isoDate(file.value(u"begins"));
    all.ends = isoDate(file.value(u"ends"));
    all.source = file.value(u"source").toString();
    all.status = file.value(u"status").toString();
    all.seen = file.value(u"seen").toString();
    const QJsonArray days = file.value(u"holidays").toArray();
    for (const auto& day : days)
        all.days.push_back(isoDate(day.toObject().value(u"date")));
    std::sort(all.days.begin(), all.days.end());
    return all;
}

} // namespace

const std::vector<Provision>& provisions()
{
    static const std::vector<Provision> all = readProvisions();
    return all;
}

const Provision* provision(QStringView id)
{
    const auto found =
        std::find_if(provisions().begin(), provisions().end(), [id](const Provision& one) { return one.id == id; });
    return found == provisions().end() ? nullptr : &*found;
}

const BankHolidays& bankHolidays()
{
    static const BankHolidays all = readHolidays();
    return all;
}

Channel channelOf(Controller controller, const QString& language)
{
    Channel channel;
    const QJsonArray bodies = lawFile(u"bodies.json"_s).value(u"bodies").toArray();
    for (const auto& value : bodies) {
        const QJsonObject body = value.toObject();
        if (body.value(u"id").toString() != controllerWord(controller))
            continue;
        const auto text = [&](QStringView key) {
            return inLanguage(byLanguage(body.value(key).toObject()), language);
        };
        channel.name = text(u"name");
        channel.how = text(u"how");
        channel.where = text(u"where");
        channel.source = body.value(u"source").toString();
        channel.seen = body.value(u"seen").toString();
        const QString status = body.value(u"status").toString();
        channel.verified = status == u"statute" || status == u"guidance";
    }
    return channel;
}

Channel channelOf(Controller controller)
{
    return channelOf(controller, u"en"_s);
}

} // namespace requests
