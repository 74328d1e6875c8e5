// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/person_option.h"

#include <QFile>
#include <QJsonDocument>

namespace cli {

namespace {

constexpr qint64 longestPerson = qint64{64} * 1024;
constexpr int earliestBirth = 1900;

// A year typed wrongly is told while it is easy to mend: everything else follows from the date of birth.
base::Result<QDate> plausible(QDate born, const Invocation& call)
{
    if (born > call.clock.today())
        return usage(tr("That date of birth is still to come."));
    if (born.year() < earliestBirth)
        return usage(tr("That date of birth is before %1.").arg(earliestBirth));
    return born;
}

base::Result<record::Person> fromJson(const QString& path, const Invocation& call)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QJsonDocument document = opened ? QJsonDocument::fromJson(file.read(longestPerson)) : QJsonDocument();
    if (!document.isObject())
        return usage(tr("--person wants JSON like {\"name\":\"…\",\"born\":\"2009-05-31\"}."));
    const QJsonObject object = document.object();
    record::Person person;
    person.name = object.value(u"name").toString();
    person.upn = object.value(u"upn").toString();
    person.uln = object.value(u"uln").toString();
    const QString born = object.value(u"born").toString();
    person.born = QDate::fromString(born, Qt::ISODate);
    if (!born.isEmpty() && !person.born.isValid())
        return usage(tr("\"born\" wants a date written like 2009-05-31."));
    if (person.born.isValid())
        BASE_TRY(plausible(person.born, call));
    return person;
}

} // namespace

void addPersonOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("person"), tr("Read the person from this JSON file, or - for standard input."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("name"), tr("The person's name."), QStringLiteral("name")});
    parser.addOption({QStringLiteral("born"), tr("Date of birth (YYYY-MM-DD)."), QStringLiteral("date")});
    parser.addOption({QStringLiteral("upn"), tr("Unique pupil number."), QStringLiteral("number")});
    parser.addOption({QStringLiteral("uln"), tr("Unique learner number."), QStringLiteral("number")});
}

base::Result<std::optional<QDate>> birthOption(const Invocation& call)
{
    auto born = dateOption(call, "born");
    if (born)
        if (const std::optional<QDate>& birth = *born; birth)
            BASE_TRY(plausible(*birth, call));
    return born;
}

base::Result<record::Person> personFrom(const Invocation& call)
{
    record::Person person;
    if (call.has("person")) {
        auto read = fromJson(call.value("person"), call);
        if (!read)
            return read;
        person = *read;
    }
    const auto born = birthOption(call);
    if (!born)
        return tl::unexpected(born.error());
    if (const std::optional<QDate>& birth = *born; birth)
        person.born = *birth;
    if (call.has("name"))
        person.name = call.value("name").trimmed();
    if (call.has("upn"))
        person.upn = call.value("upn").trimmed();
    if (call.has("uln"))
        person.uln = call.value("uln").trimmed();
    return person;
}

} // namespace cli
