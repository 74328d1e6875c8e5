// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_pages: what each page costs the window at 100,000 values, before anybody looked at it and when it is first shown,
// against the same at 1,000 values; and what the checks cost, against making the timeline of the same record.
#include "measure.h"
#include "sources.h"

#include "app/pages/census_page.h"
#include "app/pages/pages.h"
#include "app/theme/tokens.h"
#include "desk/import_run.h"
#include "desk/sitting.h"
#include "insight/checks/finding.h"
#include "insight/exposure.h"
#include "insight/timeline.h"
#include "readers/read.h"

#include <QApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

template <typename T> T must(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}

desk::SnapshotPtr made(const QTemporaryDir& folder, int values)
{
    const record::Person person{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};
    const QString table = folder.filePath(u"%1.csv"_s.arg(values));
    if (!bench::writeLongCsv(table, values, person))
        qFatal("no room for the table");
    const extract::Secret passphrase = extract::Secret::fromText(u"six words that nobody else would choose"_s);
    auto extract = must(extract::Extract::create(folder.filePath(u"%1.pupilrecord"_s.arg(values)), passphrase, person, base::Clock()));
    must(desk::importSource(extract, must(readers::openSource({table})), {}, {}, {}));
    auto snapshot = std::make_shared<desk::Snapshot>();
    snapshot->record = must(extract.record());
    snapshot->today = QDate(2026, 11, 22);
    snapshot->exposure = insight::exposure(snapshot->record, registry::bundledEdition(), snapshot->today);
    return snapshot;
}

void given(app::PageName name, const desk::SnapshotPtr& snapshot)
{
    app::makePage(name, nullptr)->setSnapshot(snapshot);
}

void opened(app::PageName name, const desk::SnapshotPtr& snapshot)
{
    const auto page = app::makePage(name, nullptr);
    page->resize(1200, 700);
    page->setSnapshot(snapshot);
    page->show();
    QCoreApplication::processEvents();
    page->repaint();
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (!extract::protectProcess())
        qFatal("no protection for secrets");
    app::Tokens::use(app::Tokens::light());
    const QTemporaryDir folder;
    const desk::SnapshotPtr large = made(folder, 100'000), small = made(folder, 1'000);
    bench::printHead();
    const QString budget = u"<= 300 ms, all together"_s;
    double all = 0;
    for (const app::PageName name : app::pageNames) {
        given(name, small); // fonts and pictures that are loaded once
        const auto [ours, rival] = bench::against(5, [&] { given(name, large); }, [&] { given(name, small); });
        all += ours.median();
        bench::print(qPrintable(app::pageTitle(name).append(": not looked at"_L1)), ours, "1,000 values", rival, qPrintable(budget));
    }
    std::printf("    all pages together %.1f ms\n", all);
    for (const app::PageName name : app::pageNames) {
        opened(name, small);
        const auto [ours, rival] = bench::against(3, [&] { opened(name, large); }, [&] { opened(name, small); });
        bench::print(qPrintable(app::pageTitle(name).append(": opened"_L1)), ours, "1,000 values", rival, "");
    }
    {
        // Each time a page that was opened by year: the part is laid out when it is first chosen.
        std::vector<std::unique_ptr<app::CensusPage>> full, little;
        for (int n = 0; n < 3; ++n)
            for (auto [pages, snapshot] : {std::pair(&full, large), std::pair(&little, small)}) {
                pages->push_back(std::make_unique<app::CensusPage>());
                pages->back()->resize(1200, 700);
                pages->back()->setSnapshot(snapshot);
                pages->back()->show();
            }
        const auto terms = [](std::vector<std::unique_ptr<app::CensusPage>>& pages) {
            pages.back()->showPart(app::CensusPage::TermByTerm);
            QCoreApplication::processEvents();
            pages.back()->repaint();
            pages.pop_back();
        };
        const auto [ours, rival] = bench::against(3, [&] { terms(full); }, [&] { terms(little); });
        bench::print("Census: term by term, first chosen", ours, "1,000 values", rival, "");
    }
    const auto [checks, timeline] = bench::againstByCpu(
        7, [&] { static_cast<void>(insight::check(large->record, large->decisions, large->today)); },
        [&] { static_cast<void>(insight::timeline(large->record, large->decisions, large->exposure, large->today)); });
    bench::print("checks", checks, "the timeline", timeline, "a frame: 16 ms, else off the window's thread");
    return 0;
}
