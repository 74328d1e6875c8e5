// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_split [megabytes [pupils [files]]]: what it costs to take everybody out of a whole-school source instead of one, in the
// same run. The pass over the source is one line; making the files is another, with the key derivation apart.
#include "measure.h"
#include "sources.h"

#include "desk/split_run.h"
#include "extract/extract.h"
#include "extract/file/key.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const record::Person person{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};

template <typename T>
T must(base::Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().where));
    return std::move(*result);
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

void readingEverybody(const QString& path, const QString& folder, const char* what, std::size_t pupils)
{
    const long before = bench::peakKiB();
    std::size_t one = 0;
    const auto [ours, rival] = bench::against(
        3,
        [&] {
            const auto source = must(readers::openSource({path}));
            const auto aside = must(desk::setAside(source, folder, false, {}, {}));
            if (aside.read.pupils.size() != pupils)
                qFatal("%zu pupils instead of %zu", aside.read.pupils.size(), pupils);
        },
        [&] {
            const auto source = must(readers::openSource({path}));
            record::Selection selection;
            selection.person = person;
            Counting sink;
            must(readers::read(source, selection, sink));
            one = sink.values;
        });
    bench::print(what, ours, "one pupil", rival, "ratio <= 3");
    std::printf("    one pupil has %zu values; memory of all passes so far %ld KiB\n", one, bench::peakKiB() - before);
}

// Files of the first few pupils; what the key derivation takes is measured in turn and printed beside it.
void makingFiles(const QString& path, const QString& folder, std::size_t count)
{
    if (count == 0)
        return;
    const auto source = must(readers::openSource({path}));
    const auto aside = must(desk::setAside(source, folder, false, {}, {}));
    const extract::Secret passphrase = extract::Secret::fromText(u"six words that nobody else would choose"_s);
    bench::Times making;
    bench::Times deriving;
    for (std::size_t i = 0; i < count; ++i) {
        const QString file = QDir(folder).filePath(QString::number(i) + u".pupilrecord"_s);
        making.runs.push_back(bench::once([&] {
            if (const auto made = desk::makeOne(aside, i, file, passphrase, base::Clock(), 1); !made)
                qFatal("%s", qPrintable(made.error().message));
        }));
        deriving.runs.push_back(bench::once([&] { static_cast<void>(must(extract::newKey(passphrase, 1))); }));
        QFile::remove(file);
    }
    bench::print("one pupil's file", making, "Argon2id alone", deriving, "difference is writing");
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (!extract::protectProcess())
        qFatal("no protection for secrets");
    const QStringList arguments = QCoreApplication::arguments();
    const int megabytes = arguments.value(1, u"200"_s).toInt();
    const int pupils = arguments.value(2, u"2000"_s).toInt();
    const auto files = std::size_t(arguments.value(3, u"10"_s).toInt()); // made of each source
    const QTemporaryDir folder;
    bench::printHead();
    const QString table = folder.filePath(u"school.csv"_s);
    if (!bench::writeSchoolCsv(table, megabytes, pupils, person))
        qFatal("no room for the table");
    readingEverybody(table, folder.path(), "everybody out of a census table", std::size_t(pupils));
    makingFiles(table, folder.path(), files);
    QFile::remove(table);
    const QString xml = folder.filePath(u"school.xml"_s);
    if (!bench::writeSchoolXml(xml, megabytes, pupils, person))
        qFatal("no room for the census");
    readingEverybody(xml, folder.path(), "everybody out of census XML", std::size_t(pupils));
    makingFiles(xml, folder.path(), files);
    return 0;
}
