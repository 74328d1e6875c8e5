// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_readers [megabytes [format]]: one pupil out of a whole school in every format, digest included, against the plainest
// parser of its syntax that keeps nothing, on the same file in the same run, by the processor's time.
// bench_readers --memory [megabytes [format]]: the streaming readers on a source of that size and on a sixteenth of it, each in a
// process of its own: what they need must be the same.
#include "measure.h"
#include "reader_sources.h"

#include "readers/read.h"
#include "register/gias.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <expat.h>
#include <zip.h>

using namespace Qt::StringLiterals;

namespace {

const record::Person person{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};

class Counting : public readers::Sink {
public:
    base::Result<void> entry(int, int, record::Entry entry) override
    {
        values += entry.values.size();
        return {};
    }
    std::size_t values = 0;
};

std::size_t readPerson(const QString& path)
{
    const auto source = readers::openSource({path});
    if (!source)
        qFatal("%s", qPrintable(source.error().message));
    record::Selection selection;
    selection.person = person;
    Counting sink;
    const auto report = readers::read(*source, selection, sink);
    if (!report)
        qFatal("%s: %s (%s)", qPrintable(path), qPrintable(report.error().message), qPrintable(report.error().where));
    if (sink.values == 0)
        qFatal("%s: the person was not found", qPrintable(path));
    return sink.values;
}

QString formatOf(const QString& path)
{
    const auto source = readers::openSource({path});
    Counting sink;
    record::Selection selection;
    selection.person = person;
    const auto report = source ? readers::read(*source, selection, sink) : base::Result<readers::ReadReport>();
    return report && !report->documents.empty() ? report->documents.front().document.format : QString();
}

// Expat with the three handlers nobody can do without.
class Skim {
public:
    Skim() : m_parser(XML_ParserCreate(nullptr))
    {
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(
            m_parser, [](void* self, const XML_Char*, const XML_Char**) { ++static_cast<Skim*>(self)->m_count; },
            [](void* self, const XML_Char*) { ++static_cast<Skim*>(self)->m_count; });
        XML_SetCharacterDataHandler(m_parser, [](void* self, const XML_Char*, int length) { static_cast<Skim*>(self)->m_count += length; });
    }
    ~Skim() { XML_ParserFree(m_parser); }
    Skim(const Skim&) = delete;
    Skim& operator=(const Skim&) = delete;

    void feed(const char* bytes, qint64 count, bool last)
    {
        if (XML_Parse(m_parser, bytes, static_cast<int>(count), last ? 1 : 0) != XML_STATUS_OK)
            qFatal("the rival could not read this");
    }

private:
    XML_Parser m_parser;
    qint64 m_count = 0;
};

constexpr qint64 chunk = 256 * 1024;

void skimXml(const QString& path)
{
    QFile file(path);
    QByteArray bytes(chunk, Qt::Uninitialized);
    Skim skim;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qFatal("the source is gone");
    while (const qint64 got = file.read(bytes.data(), chunk))
        skim.feed(bytes.constData(), got, false);
    skim.feed(nullptr, 0, true);
}

void skimWorkbook(const QString& path, const char* member)
{
    int error = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error);
    zip_file_t* file = archive ? zip_fopen(archive, member, 0) : nullptr;
    if (!file)
        qFatal("the rival could not open this");
    QByteArray bytes(chunk, Qt::Uninitialized);
    Skim skim;
    while (const zip_int64_t got = zip_fread(file, bytes.data(), chunk))
        skim.feed(bytes.constData(), got, false);
    skim.feed(nullptr, 0, true);
    zip_fclose(file);
    zip_close(archive);
}

void splitLines(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the source is gone");
    qsizetype cells = 0;
    while (!file.atEnd())
        cells += file.readLine().split(',').size();
    if (cells == 0)
        qFatal("nothing to split");
}

void parseJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || QJsonDocument::fromJson(file.readAll()).isNull())
        qFatal("the rival could not read this");
}

std::pair<const char*, std::function<void(const QString&)>> rivalOf(bench::Syntax syntax)
{
    switch (syntax) {
    case bench::Syntax::Xml:
        return {"expat alone", skimXml};
    case bench::Syntax::Csv:
        return {"readLine, split", splitLines};
    case bench::Syntax::Json:
        return {"QJsonDocument", parseJson};
    case bench::Syntax::Xlsx:
        return {"unzip, expat", [](const QString& path) { skimWorkbook(path, "xl/worksheets/sheet1.xml"); }};
    case bench::Syntax::Ods:
        break;
    }
    return {"unzip, expat", [](const QString& path) { skimWorkbook(path, "content.xml"); }};
}

void speed(const bench::Shape& shape, const QTemporaryDir& folder, int megabytes)
{
    const QString path = folder.filePath(QString::fromLatin1(shape.fileName));
    if (!bench::writeShape(shape, path, megabytes, person))
        qFatal("no room for %s", shape.fileName);
    if (formatOf(path) != QLatin1StringView(shape.format))
        qFatal("%s was read as %s", shape.fileName, qPrintable(formatOf(path)));
    const auto [name, rival] = rivalOf(shape.syntax);
    const auto [ours, theirs] = bench::againstByCpu(5, [&] { readPerson(path); }, [&] { rival(path); });
    bench::print(qPrintable(u"%1, %2 MB of %3"_s.arg(QLatin1StringView(shape.format)).arg(megabytes).arg(QString::fromLatin1(shape.fileName).section(u'.', -1))),
                 ours, name, theirs, "ratio <= 3");
    QFile::remove(path);
}

// The one reader of schools, not of pupils.
void directorySpeed(const QTemporaryDir& folder, int megabytes)
{
    const bench::Shape& shape = bench::schoolDirectory();
    const QString path = folder.filePath(QString::fromLatin1(shape.fileName));
    if (!bench::writeShape(shape, path, megabytes, person))
        qFatal("no room for %s", shape.fileName);
    const auto read = [&path] {
        const auto source = readers::openSource({path});
        const auto file = source ? registry::readGias(source->parts.front()) : base::Result<registry::GiasFile>();
        if (!file || file->schools.empty() || file->skipped > 0)
            qFatal("the directory was not read");
    };
    const auto [name, rival] = rivalOf(shape.syntax);
    const auto [ours, theirs] = bench::againstByCpu(5, read, [&] { rival(path); });
    bench::print(qPrintable(u"gias, %1 MB of csv"_s.arg(megabytes)), ours, name, theirs, "ratio <= 3");
    QFile::remove(path);
}

long peakOf(const bench::Shape& shape, const QTemporaryDir& folder, int megabytes)
{
    const QString path = folder.filePath(QString::fromLatin1(shape.fileName));
    if (!bench::writeShape(shape, path, megabytes, person))
        qFatal("no room for %s", shape.fileName);
    QProcess self;
    self.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    self.start(QCoreApplication::applicationFilePath(), {u"--read-one"_s, path});
    if (!self.waitForFinished(3'600'000) || self.exitCode() != 0)
        qFatal("reading did not end well");
    QFile::remove(path);
    return self.readAllStandardOutput().trimmed().toLong();
}

void memory(const QTemporaryDir& folder, int megabytes, const QString& format)
{
    std::printf("%-20s %18s %18s %8s\n", "streaming reader", "whole, peak KiB", "1/16, peak KiB", "ratio");
    for (const bench::Shape& shape : bench::shapes()) {
        if (!format.isEmpty() && format != QLatin1StringView(shape.format))
            continue;
        if (shape.syntax != bench::Syntax::Xml && shape.syntax != bench::Syntax::Csv)
            continue; // a workbook's directory stands at its end, and JSON has no order: these are read whole, to a limit
        const long whole = peakOf(shape, folder, megabytes);
        const long part = peakOf(shape, folder, std::max(1, megabytes / 16));
        std::printf("%-20s %18ld %18ld %8.2f   %d MB; ratio <= 1.2\n", shape.format, whole, part, double(whole) / double(part), megabytes);
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--read-one"_s) {
        static_cast<void>(readPerson(arguments.value(2)));
        std::printf("%ld\n", bench::peakKiB());
        return 0;
    }
    const QTemporaryDir folder;
    if (arguments.value(1) == u"--memory"_s) {
        memory(folder, arguments.value(2, u"1024"_s).toInt(), arguments.value(3));
        return 0;
    }
    const int megabytes = arguments.value(1, u"32"_s).toInt();
    bench::printHead();
    for (const bench::Shape& shape : bench::shapes())
        if (arguments.size() < 3 || arguments[2] == QLatin1StringView(shape.format))
            speed(shape, folder, megabytes);
    if (arguments.size() < 3 || arguments[2] == "gias"_L1)
        directorySpeed(folder, megabytes);
    return 0;
}
