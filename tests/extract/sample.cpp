// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "base/digest.h"
#include "base/exit_status.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

namespace sample {

namespace {

[[noreturn]] void killMyself()
{
    std::raise(SIGKILL);
    std::abort();
}

int statusOf(const base::Error& error)
{
    return base::exitStatus(error.kind).status;
}

int childImport(const QString& path, int killAt)
{
    auto opened = extract::Extract::open(path, passphrase(), clock());
    if (!opened)
        return statusOf(opened.error());
    auto run = opened->import();
    if (!run)
        return statusOf(run.error());
    const auto begun = (*run)->begin(document(u"second.csv"_s, "second", false));
    if (!begun)
        return statusOf(begun.error());
    // Enough to overflow the page cache, so that pages are in the file and the journal before the commit.
    const QString filler(600, u'x');
    for (int i = 1; i <= 400; ++i) {
        std::vector<record::Value> values;
        for (int k = 0; k < 100; ++k)
            values.push_back(value(u"Item_%1"_s.arg(k), u"%1 %2 %3"_s.arg(i).arg(k).arg(filler), i, k));
        if (const auto added = (*run)->add(begun->id, entry(u"sc"_s, 1000 + i, values)); !added)
            return statusOf(added.error());
        if (i == killAt)
            killMyself();
    }
    if (const auto done = (*run)->finishDocument(begun->id, document(u"second.csv"_s, "second")); !done)
        return statusOf(done.error());
    if (killAt == 0)
        killMyself();
    if (const auto done = (*run)->commit(); !done)
        return statusOf(done.error());
    killMyself();
}

} // namespace

record::Person person()
{
    record::Person person;
    person.name = u"Mina Rose Okafor-Hale"_s;
    person.born = QDate(2005, 2, 11);
    return person;
}

base::Clock clock()
{
    return base::Clock(QDate(2026, 3, 3));
}

extract::Secret passphrase(const QString& text)
{
    return extract::Secret::fromText(text);
}

extract::CreateOptions quick()
{
    extract::CreateOptions options;
    options.kdfProfile = 2;
    return options;
}

record::Value value(const QString& name, const QString& raw, int row, int column)
{
    record::Value value;
    value.name = name;
    value.item = name;
    value.raw = raw;
    value.where.row = row;
    value.where.column = column;
    return value;
}

record::Entry entry(const QString& collection, int year, const std::vector<record::Value>& values)
{
    record::Entry entry;
    entry.collection = collection;
    entry.dataset = u"SC_Pupil"_s;
    entry.year = catalogue::AcademicYear{year};
    entry.term = catalogue::Term::Spring;
    entry.establishment = u"9991234"_s;
    entry.values = values;
    return entry;
}

extract::NewDocument document(const QString& name, const QByteArray& bytes, bool withDigest)
{
    extract::NewDocument document;
    document.document.name = name;
    document.document.format = u"npd-table"_s;
    document.document.reader = u"table/1"_s;
    document.document.size = bytes.size();
    if (withDigest)
        document.document.sha256 = base::sha256(bytes);
    document.kept = bytes;
    return document;
}

base::Result<extract::ImportedDocument> import(extract::Extract& into, const QString& name, const QByteArray& bytes,
                                               const std::vector<record::Entry>& entries, bool digestKnown)
{
    auto run = into.import();
    if (!run)
        return tl::unexpected(run.error());
    const auto begun = (*run)->begin(document(name, bytes, digestKnown));
    if (!begun)
        return begun;
    for (const record::Entry& entry : entries)
        BASE_TRY((*run)->add(begun->id, entry));
    if (!begun->alreadyHeld)
        BASE_TRY((*run)->finishDocument(begun->id, document(name, bytes)));
    const auto done = (*run)->commit();
    if (!done)
        return tl::unexpected(done.error());
    return done->front();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool flip(const QString& path, qint64 offset)
{
    QFile file(path);
    char byte = 0;
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset) || !file.getChar(&byte) || !file.seek(offset))
        return false;
    return file.putChar(static_cast<char>(byte ^ 0x55));
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

int runAgain(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"--child"_s} + arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit)
        return -1;
    return process.exitCode();
}

std::optional<int> asChild(const QStringList& arguments)
{
    if (arguments.size() < 4 || arguments[1] != u"--child"_s)
        return std::nullopt;
    if (arguments[2] == u"import"_s)
        return childImport(arguments[3], arguments.value(4).toInt());
    auto opened = extract::Extract::open(arguments[3], passphrase(), clock());
    if (!opened)
        return statusOf(opened.error());
    if (arguments[2] == u"write"_s) {
        const auto written = opened->setProperty(u"by-child"_s, u"yes"_s);
        return written ? base::exitDone : statusOf(written.error());
    }
    return base::exitDone;
}

} // namespace sample
