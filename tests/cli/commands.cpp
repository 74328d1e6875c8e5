// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace commands {

namespace {

constexpr int patience = 280'000; // milliseconds: a key is derived in each, and machines are slow

} // namespace

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString program()
{
    return qEnvironmentVariable("PUPIL_RECORD_BIN") + u"/pupil-record"_s;
}

Ran run(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (!process.waitForFinished(patience))
        return ran;
    ran.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

Folder::Folder()
{
    write(u"pass"_s, "apple river candle moss tractor pebble\n");
    write(u"other"_s, "another six words that open nothing\n");
}

void Folder::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(in(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's own folder cannot be written");
}

QByteArray Folder::read(const QString& name) const
{
    QFile file(in(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList Folder::with(const QString& command, const QString& file, const QStringList& more, const QString& pass) const
{
    return QStringList{command, in(file), u"--passphrase-file"_s, in(pass)} + more;
}

Ran Folder::makeRecord(const QString& file, const QStringList& more) const
{
    return run(with(u"new"_s, file, QStringList{u"--name"_s, u"Mina Rose Okafor-Hale"_s, u"--born"_s, u"2003-05-03"_s} + more));
}

} // namespace commands
