// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/list_file.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace registry {

namespace {

tl::unexpected<base::Error> unreadable(const QString& where)
{
    return base::fail(base::ErrorKind::InputUnreadable,
                      QCoreApplication::translate("registry::readEdition", "This list of shares cannot be read."),
                      QCoreApplication::translate("registry::readEdition", "Use the list that came with the program."),
                      where);
}

QStringList texts(const QJsonValue& value)
{
    QStringList list;
    if (value.isString())
        list << value.toString();
    for (const auto& one : value.toArray())
        list << one.toString();
    return list;
}

std::optional<ReleaseStatus> statusOf(const QString& word)
{
    if (word == "released"_L1)
        return ReleaseStatus::Released;
    if (word == "approved"_L1)
        return ReleaseStatus::Approved;
    if (word == "rejected"_L1)
        return ReleaseStatus::Rejected;
    if (word == "not_pursued"_L1)
        return ReleaseStatus::NotPursued;
    if (word == "open"_L1)
        return ReleaseStatus::Open;
    if (word == "not_stated"_L1)
        return ReleaseStatus::NotStated;
    return {};
}

// Reads one release and notes which publications its facts come from.
class ReleaseReader {
public:
    ReleaseReader(const QJsonObject& json, const QJsonObject& sources) : m_json(json), m_sources(sources) {}

    std::optional<Release> read()
    {
        Release release;
        release.reference = m_json["reference"_L1].toString();
        release.recipient = m_json["recipient"_L1].toString();
        release.kind = m_json["kind"_L1].toString();
        const auto status = statusOf(m_json["status"_L1].toString());
        if (release.reference.isEmpty() || release.recipient.isEmpty() || !status)
            return {};
        release.status = *status;
        release.applied = date("applied"_L1);
        release.approved = date("approved"_L1);
        release.purpose = fact("purpose"_L1).join(u"; "_s);
        release.destructionPlanned = date("destruction_planned"_L1);
        release.destructionConfirmed = date("destruction_confirmed"_L1);
        release.destructionWords = fact("destruction_words"_L1).join(u"; "_s);
        release.records = fact("records"_L1).join(u"; "_s);
        release.contradictions = texts(m_json["contradictions"_L1]);
        readScope(release.scope);
        for (const QString& key : texts(m_json["also"_L1]))
            note(key);
        release.source = m_named.join(u"; "_s);
        if (!m_good || release.source.isEmpty())
            return {};
        return release;
    }

private:
    void note(const QString& key)
    {
        const QString name = m_sources[key].toString();
        m_good = m_good && !name.isEmpty();
        if (!m_named.contains(name))
            m_named << name;
    }

    QStringList fact(QLatin1StringView key)
    {
        if (!m_json.contains(key))
            return {};
        const QJsonObject stated = m_json[key].toObject();
        note(stated["source"_L1].toString());
        return texts(stated["text"_L1]);
    }

    LooseDate date(QLatin1StringView key)
    {
        if (!m_json.contains(key))
            return {};
        LooseDate date;
        date.asPrinted = fact(key).join(u"; "_s);
        const QJsonObject stated = m_json[key].toObject();
        const auto day = [&](QLatin1StringView name) {
            const QString text = stated[name].toString();
            const QDate read = QDate::fromString(text, Qt::ISODate);
            m_good = m_good && (text.isEmpty() || read.isValid());
            return read;
        };
        date.earliest = day("earliest"_L1);
        date.latest = day("latest"_L1);
        if (bool isYear = false; !date.earliest.isValid() && !date.latest.isValid()) {
            const int year = date.asPrinted.toInt(&isYear);
            if (isYear) {
                date.earliest = QDate(year, 1, 1);
                date.latest = QDate(year, 12, 31);
            }
        }
        return date;
    }

    std::optional<catalogue::AcademicYear> year(QLatin1StringView key)
    {
        const QString text = m_json[key].toString();
        const auto read = catalogue::AcademicYear::parse(text);
        m_good = m_good && (text.isEmpty() || read);
        return read;
    }

    void readScope(Scope& scope)
    {
        scope.collections = texts(m_json["collections"_L1]);
        scope.firstYear = year("first_year"_L1);
        scope.lastYear = year("last_year"_L1);
        scope.allYears = m_json["all_years"_L1].toBool();
        scope.dataItems = fact("data_items"_L1);
        scope.items = texts(m_json["items"_L1]);
        scope.population = fact("population"_L1).join(u"; "_s);
        scope.wholePopulation = m_json["whole_population"_L1].toBool();
        if (m_json.contains("sampling_share"_L1))
            scope.samplingShare = m_json["sampling_share"_L1].toDouble();
        if (m_json.contains("born_from"_L1))
            scope.bornFrom = m_json["born_from"_L1].toInt();
        if (m_json.contains("born_to"_L1))
            scope.bornTo = m_json["born_to"_L1].toInt();
        scope.tier = fact("tier"_L1).join(u"; "_s);
        scope.supplyRecorded = !fact("supply_recorded"_L1).isEmpty();
    }

    const QJsonObject& m_json;
    const QJsonObject& m_sources;
    QStringList m_named;
    bool m_good = true;
};

} // namespace

base::Result<Edition> readEdition(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root["schema"_L1].toInt() != 1)
        return unreadable({});
    const QJsonObject sources = root["sources"_L1].toObject();
    Edition edition;
    edition.title = root["title"_L1].toString();
    edition.seen = QDate::fromString(root["seen"_L1].toString(), Qt::ISODate);
    edition.of = root["of"_L1].toInt();
    edition.ofSource = sources[root["of_source"_L1].toString()].toString();
    for (const auto& one : root["releases"_L1].toArray()) {
        const QJsonObject stated = one.toObject();
        auto release = ReleaseReader(stated, sources).read();
        if (!release)
            return unreadable(stated["reference"_L1].toString());
        edition.releases.push_back(std::move(*release));
    }
    edition.known = int(edition.releases.size());
    return edition;
}

base::Result<std::vector<Total>> readTotals(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root["schema"_L1].toInt() != 1)
        return unreadable({});
    const QJsonObject sources = root["sources"_L1].toObject();
    std::vector<Total> totals;
    for (const auto& one : root["facts"_L1].toArray()) {
        const QJsonObject stated = one.toObject();
        const auto text = [&](QLatin1StringView key) { return stated[key].toString(); };
        Total total{text("id"_L1), text("fact"_L1), text("value"_L1), text("unit"_L1),
                    sources[text("source"_L1)].toString(), text("note"_L1)};
        if (total.id.isEmpty() || total.source.isEmpty())
            return unreadable(total.id);
        totals.push_back(std::move(total));
    }
    return totals;
}

} // namespace registry
