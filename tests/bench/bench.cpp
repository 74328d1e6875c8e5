// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_core [megabytes [values]]: every budget of the design that needs no window, each against a rival in the same run.
#include "measure.h"
#include "sources.h"

#include "catalogue/items.h"
#include "desk/import_run.h"
#include "extract/extract.h"
#include "insight/coverage.h"
#include "insight/timeline.h"
#include "readers/read.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const record::Person person{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};

// Everything a benchmark does must have worked, or its time means nothing.
template <typename T>
T must(base::Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().where));
    return std::move(*result);
}

void spawn(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitStatus() != QProcess::NormalExit)
        qFatal("%s did not run", qPrintable(program));
}

class Counting : public readers::Sink {
public:
    base::Result<void> entry(int, int, record::Entry entry) override
    {
        values += entry.values.size();
        return {};
    }
    std::size_t values = 0;
};

// In a process of its own, so that the peak is the reader's alone.
int readOne(const QString& path)
{
    const long before = bench::peakKiB();
    const auto source = must(readers::openSource({path}));
    record::Selection selection;
    selection.person = person;
    Counting sink;
    must(readers::read(source, selection, sink));
    if (sink.values == 0)
        qFatal("the person was not found");
    std::printf("peak %ld KiB, %ld KiB of it while reading\n", bench::peakKiB(), bench::peakKiB() - before);
    return 0;
}

void censusXml(const QTemporaryDir& folder, int megabytes)
{
    const QString path = folder.filePath(u"census.xml"_s);
    if (!bench::writeCensusXml(path, megabytes, person))
        qFatal("no room for the census file");
    const auto [ours, rival] = bench::against(
        3,
        [&] {
            const auto source = must(readers::openSource({path}));
            record::Selection selection;
            selection.person = person;
            Counting sink;
            must(readers::read(source, selection, sink));
            if (sink.values == 0)
                qFatal("the person was not found");
        },
        [&] { spawn(u"xmllint"_s, {u"--stream"_s, u"--noout"_s, path}); });
    bench::print(qPrintable(u"one pupil out of %1 MB census XML"_s.arg(megabytes)), ours, "xmllint", rival, "ratio <= 2");
    QProcess self;
    self.start(QCoreApplication::applicationFilePath(), {u"--read-one"_s, path});
    self.waitForFinished(600'000);
    std::printf("    memory: %s    budget: 64 MiB\n", self.readAllStandardOutput().trimmed().constData());
    QFile::remove(path);
}

void longCsv(const QTemporaryDir& folder, int values)
{
    const QString path = folder.filePath(u"values.csv"_s);
    if (!bench::writeLongCsv(path, values, person))
        qFatal("no room for the table");
    const extract::Secret passphrase = extract::Secret::fromText(u"six words that nobody else would choose"_s);
    int run = 0;
    bench::Times ours;
    bench::Times rival;
    for (; run < 3; ++run) {
        const QString file = folder.filePath(u"values%1.pupilrecord"_s.arg(run));
        auto extract = must(extract::Extract::create(file, passphrase, person, base::Clock()));
        const auto source = must(readers::openSource({path}));
        ours.runs.push_back(bench::once([&] { must(desk::importSource(extract, source, {}, {}, {})); }));
        rival.runs.push_back(bench::once([&] {
            QProcess shell;
            shell.start(u"sqlcipher"_s, {folder.filePath(u"rival%1.db"_s.arg(run))});
            shell.write("PRAGMA key=\"x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'\";\n"
                        "PRAGMA cipher_page_size=4096;\n.mode csv\n.import " +
                        path.toUtf8() + " rows\n.quit\n");
            shell.closeWriteChannel();
            if (!shell.waitForFinished(600'000) || shell.exitCode() != 0)
                qFatal("sqlcipher did not import");
        }));
    }
    bench::print(qPrintable(u"%1 values from CSV into an extract"_s.arg(values)), ours, "sqlcipher .import", rival,
                 "ratio <= 2");
}

void unlock(const QTemporaryDir& folder)
{
    const extract::Secret passphrase = extract::Secret::fromText(u"six words that nobody else would choose"_s);
    const QString path = folder.filePath(u"values.csv"_s);
    const QString file = folder.filePath(u"unlock.pupilrecord"_s);
    if (!bench::writeLongCsv(path, 100'000, person))
        qFatal("no room for the table");
    {
        auto extract = must(extract::Extract::create(file, passphrase, person, base::Clock()));
        must(desk::importSource(extract, must(readers::openSource({path})), {}, {}, {}));
    }
    // The key derivation alone is what opening costs with the wrong passphrase: it stops at the check bytes.
    const extract::Secret wrong = extract::Secret::fromText(u"not the passphrase"_s);
    const auto [ours, rival] = bench::against(
        5, [&] { must(extract::Extract::open(file, passphrase, base::Clock())); },
        [&] {
            if (extract::Extract::open(file, wrong, base::Clock()))
                qFatal("opened with the wrong passphrase");
        });
    bench::print("unlock", ours, "Argon2id alone", rival, "difference <= 60 ms");

    const auto extract = must(extract::Extract::open(file, passphrase, base::Clock()));
    const long before = bench::peakKiB();
    bench::Times load;
    bench::Times line;
    bench::Times coverage;
    bench::Times walk;
    for (int i = 0; i < 5; ++i) {
        record::Record record;
        load.runs.push_back(bench::once([&] { record = must(extract.record()); }));
        line.runs.push_back(bench::once([&] {
            const auto exposure = insight::exposure(record, registry::bundledEdition(), QDate(2026, 11, 22));
            const auto timeline = insight::timeline(record, {}, exposure, QDate(2026, 11, 22));
            if (timeline.lanes.empty())
                qFatal("nothing on the timeline");
        }));
        coverage.runs.push_back(bench::once([&] {
            if (insight::coverage(record, {}, QDate(2026, 11, 22)).rows.empty())
                qFatal("nothing to cover");
        }));
        // The least any answer must do: look once at what every value says.
        walk.runs.push_back(bench::once([&] {
            std::size_t filled = 0;
            for (const record::Entry& entry : record.entries)
                for (const record::Value& value : entry.values)
                    filled += value.raw.trimmed().isEmpty() ? 0 : 1;
            if (filled == 0)
                qFatal("nothing is said");
        }));
    }
    bench::print("100,000 values: load, then timeline", load, "timeline", line, "together well under 300 ms");
    std::printf("    memory growth %ld KiB    budget: 100 MiB\n", bench::peakKiB() - before);
    bench::print("100,000 values: coverage", coverage, "looking at each", walk, "<= 50 ms");
}

void exposureOf10000(int releases)
{
    registry::Edition edition;
    for (int n = 0; n < releases; ++n) {
        registry::Release release;
        release.reference = QString::number(n);
        release.scope.collections = {n % 2 == 0 ? u"SC"_s : u"KS2"_s};
        release.scope.firstYear = catalogue::AcademicYear{2002 + n % 10};
        release.scope.lastYear = catalogue::AcademicYear{2012 + n % 10};
        release.scope.supplyRecorded = n % 3 == 0;
        edition.releases.push_back(std::move(release));
    }
    record::Record record;
    record.person = person;
    for (int year = 0; year < 20; ++year) {
        record::Entry entry;
        entry.id = {year + 1};
        entry.collection = u"SC"_s;
        entry.year = catalogue::AcademicYear{2005 + year};
        record::Value value;
        value.id = {year + 1};
        value.name = u"EthnicGroupMinor"_s;
        value.item = u"EthnicGroupMinor_[term][yy]"_s;
        value.raw = u"WBRI"_s;
        entry.values = {value};
        record.entries.push_back(std::move(entry));
    }
    const auto [ours, rival] = bench::against(
        5,
        [&] {
            if (insight::exposure(record, edition, QDate(2026, 11, 22)).size() != edition.releases.size())
                qFatal("releases got lost");
        },
        // The least any answer must do: copy every release once.
        [&] {
            const auto copy = edition.releases;
            if (copy.size() != edition.releases.size())
                qFatal("releases got lost");
        });
    bench::print("exposure: 10,000 releases x 20 years", ours, "copying them", rival, "<= 20 ms");
}

void starting()
{
    const QString program = QCoreApplication::applicationDirPath() + u"/../bin/pupil-record"_s;
    const auto [ours, rival] = bench::against(
        20, [&] { spawn(program, {u"--version"_s}); }, [] { spawn(u"true"_s, {}); });
    bench::print("pupil-record --version", ours, "true", rival, "<= 20 ms");
}

} // namespace

int main(int argc, char** argv)
{
    // Before anything else touches it: the first look-up pays whatever the catalogue costs to get ready.
    const double first = bench::once([] {
        if (catalogue::resolve(u"EthnicGroupMinor_SPR10", {}, {}).empty())
            qFatal("the catalogue is empty");
    });
    const double second = bench::once([] {
        if (catalogue::resolve(u"FSMeligible_SPR10", {}, {}).empty())
            qFatal("the catalogue is empty");
    });
    QCoreApplication application(argc, argv);
    if (!extract::protectProcess())
        qFatal("no protection for secrets");
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--read-one")
        return readOne(arguments.value(2));
    const QTemporaryDir folder;
    bench::printHead();
    bench::print("catalogue ready", {{first}}, "second look-up", {{second}}, "<= 5 ms");
    starting();
    exposureOf10000(10'000);
    unlock(folder);
    censusXml(folder, arguments.value(1, u"200"_s).toInt());
    longCsv(folder, arguments.value(2, u"1000000"_s).toInt());
    return 0;
}
