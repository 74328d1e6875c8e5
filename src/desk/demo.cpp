// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_run.h"
#include "desk/sitting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

namespace {

const auto sourcesFolder = QStringLiteral(":/demo");
const auto personFile = QStringLiteral("person.json");

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Demo", text);
}

QByteArray contents(const QString& name)
{
    QFile file(sourcesFolder + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

record::Person invented()
{
    const QJsonObject object = QJsonDocument::fromJson(contents(personFile)).object();
    return {object.value(u"name").toString(), QDate::fromString(object.value(u"born").toString(), Qt::ISODate),
            object.value(u"upn").toString(), object.value(u"uln").toString()};
}

readers::Source handedOver()
{
    readers::Source source;
    const QStringList names = QDir(sourcesFolder).entryList(QDir::Files, QDir::Name);
    for (const QString& name : names)
        if (name != personFile)
            source.parts.push_back(readers::bufferPart(name, contents(name)));
    return source;
}

} // namespace

QString demoPassphrase()
{
    return QStringLiteral("invented child looking round here");
}

base::Result<QString> makeDemo(const QString& folder, const base::Clock& clock, bool overwrite)
{
    if (!QDir().mkpath(folder)) {
        return base::fail(base::ErrorKind::DiskOrPermission, tr("The folder could not be made."),
                          tr("Choose a folder you may write to."));
    }
    QString path = QDir(folder).filePath(QStringLiteral("invented-child.pupilrecord"));
    const extract::Secret passphrase = extract::Secret::fromText(demoPassphrase());
    extract::CreateOptions options;
    options.overwrite = overwrite;
    auto made = extract::Extract::create(path, passphrase, invented(), clock, options);
    if (!made)
        return tl::unexpected(made.error());
    const auto imported = importSource(*made, handedOver(), {}, {}, {});
    if (!imported)
        return tl::unexpected(imported.error());
    BASE_TRY(made->setProperty(QStringLiteral("demo"), demoPassphrase()));
    return path;
}

} // namespace desk
