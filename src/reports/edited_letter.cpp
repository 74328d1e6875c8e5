// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/edited_letter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

using requests::Letter;
using requests::Part;
using requests::PartKind;
using requests::Run;

constexpr int schema = 1;

constexpr std::array<std::pair<PartKind, const char16_t*>, 10> kindWords{{
    {PartKind::Sender, u"sender"},
    {PartKind::Date, u"date"},
    {PartKind::Recipient, u"recipient"},
    {PartKind::Subject, u"subject"},
    {PartKind::Paragraph, u"paragraph"},
    {PartKind::Asks, u"asks"},
    {PartKind::Enclosures, u"enclosures"},
    {PartKind::Details, u"details"},
    {PartKind::Closing, u"closing"},
    {PartKind::Signature, u"signature"},
}};

QString kindWord(PartKind kind)
{
    for (const auto& [one, word] : kindWords)
        if (one == kind)
            return QString::fromUtf16(word);
    return {};
}

std::optional<PartKind> kindOf(QStringView word)
{
    for (const auto& [kind, one] : kindWords)
        if (word == QStringView(one))
            return kind;
    return std::nullopt;
}

QJsonObject runJson(const Run& run)
{
    QJsonObject object{{u"text"_s, run.text}};
    if (run.strong)
        object.insert(u"strong"_s, true);
    if (run.blank)
        object.insert(u"blank"_s, true);
    return object;
}

std::optional<Run> runOf(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    if (!object.value(u"text").isString())
        return std::nullopt;
    return Run{object.value(u"text").toString(), object.value(u"strong").toBool(), object.value(u"blank").toBool()};
}

QJsonObject partJson(const Part& part)
{
    QJsonArray lines;
    for (const std::vector<Run>& line : part.lines) {
        QJsonArray runs;
        for (const Run& run : line)
            runs.append(runJson(run));
        lines.append(runs);
    }
    return {{u"kind"_s, kindWord(part.kind)}, {u"id"_s, part.id}, {u"question"_s, part.question}, {u"lines"_s, lines}};
}

std::optional<Part> partOf(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const std::optional<PartKind> kind = kindOf(object.value(u"kind").toString());
    if (!kind || !object.value(u"lines").isArray())
        return std::nullopt;
    Part part{*kind, object.value(u"id").toString(), object.value(u"question").toInt(), {}};
    const QJsonArray lines = object.value(u"lines").toArray();
    for (const auto& line : lines) {
        std::vector<Run> runs;
        const QJsonArray texts = line.toArray();
        for (const auto& text : texts) {
            const std::optional<Run> run = runOf(text);
            if (!run)
                return std::nullopt;
            runs.push_back(*run);
        }
        part.lines.push_back(std::move(runs));
    }
    return part;
}

std::optional<requests::Controller> controllerOf(const QString& word)
{
    for (const requests::Controller one : {requests::Controller::Dfe, requests::Controller::School})
        if (requests::controllerWord(one) == word)
            return one;
    return std::nullopt;
}

} // namespace

QString letterToJson(const Letter& letter)
{
    QJsonArray parts;
    for (const Part& part : letter.parts)
        parts.append(partJson(part));
    const QJsonObject object{{u"schema"_s, schema},
                             {u"language"_s, letter.language},
                             {u"to"_s, requests::controllerWord(letter.to)},
                             {u"title"_s, letter.title},
                             {u"parts"_s, parts},
                             {u"law_seen"_s, letter.lawSeen},
                             {u"unsure"_s, QJsonArray::fromStringList(letter.unsure)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Letter> letterFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const std::optional<requests::Controller> to = controllerOf(object.value(u"to").toString());
    if (object.value(u"schema").toInt() != schema || !to || !object.value(u"parts").isArray())
        return std::nullopt;
    Letter letter;
    letter.language = object.value(u"language").toString();
    letter.to = *to;
    letter.title = object.value(u"title").toString();
    letter.lawSeen = object.value(u"law_seen").toString();
    const QJsonArray parts = object.value(u"parts").toArray();
    for (const auto& value : parts) {
        std::optional<Part> part = partOf(value);
        if (!part)
            return std::nullopt;
        letter.parts.push_back(std::move(*part));
    }
    const QJsonArray unsure = object.value(u"unsure").toArray();
    for (const auto& text : unsure)
        letter.unsure << text.toString();
    return letter;
}

} // namespace reports
