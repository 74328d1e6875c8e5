// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_window: one frame of the timeline at 100,000 marks at every zoom (by the processor's time), against 1,000 marks
// in the same run, and against 10,000: marks off screen or sharing a pixel must cost nothing; the way from a record file
// of 100,000 values that was just unlocked to its painted timeline; and the way from starting the program to its
// painted unlock form, against the smallest window one can type into.
//
// bench_window frames [only the frames, and every zoom on a line of its own]
#include "measure.h"
#include "sources.h"

#include "app/models/timeline_model.h"
#include "app/pages/timeline_page.h"
#include "app/theme/tokens.h"
#include "app/timeline/timeline_view.h"

#include "desk/import_run.h"
#include "desk/sitting.h"
#include "insight/exposure.h"
#include "readers/read.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// `lanes` lanes of short spans from birth on, each next to the other.
insight::Timeline crowded(int marks)
{
    constexpr int lanes = 20;
    insight::Timeline timeline;
    timeline.from = QDate(2001, 9, 1);
    timeline.today = QDate(2026, 11, 22);
    timeline.to = timeline.today;
    const qint64 days = timeline.from.daysTo(timeline.to);
    const int each = marks / lanes;
    for (int l = 0; l < lanes; ++l) {
        insight::Lane lane;
        lane.key = u"lane%1"_s.arg(l);
        lane.title = u"Lane %1"_s.arg(l);
        lane.group = insight::LaneGroup::Characteristics;
        for (int m = 0; m < each; ++m) {
            insight::Mark mark;
            mark.key = u"%1.%2"_s.arg(l).arg(m);
            mark.kind = m % 3 == 0 ? insight::MarkKind::Event : insight::MarkKind::Span;
            mark.from = timeline.from.addDays(days * m / each);
            mark.to = mark.from.addDays(m % 3 == 0 ? 0 : std::max<qint64>(0, days / each - 1));
            mark.label = u"White and Asian"_s;
            mark.code = u"MWAS"_s;
            mark.rank = m % 5;
            mark.values = {{l * each + m + 1}};
            lane.marks.push_back(std::move(mark));
        }
        timeline.lanes.push_back(std::move(lane));
    }
    return timeline;
}

struct Shown {
    app::TimelineModel model;
    app::TimelineView view;

    explicit Shown(int marks)
    {
        view.resize(1200, 700);
        model.setTimeline(crowded(marks));
        view.setModel(&model);
        view.show();
        QCoreApplication::processEvents();
    }
    void frame()
    {
        view.viewport()->repaint();
    }
};

// From the whole life to the closest there is, one key press at a time: the slowest step speaks for all. Then the same
// while something is looked for, which dims most of what is drawn.
void everyZoom(Shown& many, Shown& few, bool eachAlone)
{
    for (const bool looking : {false, true}) {
        app::MarkFilter filter;
        filter.changedOnly = looking;
        for (Shown* shown : {&many, &few}) {
            shown->model.setFilter(filter, {});
            shown->view.fit();
        }
        bench::Times worst, rival;
        int steps = 0, slowest = 0;
        for (double length = 0; length != many.view.scene().scale.range.length(); ++steps) {
            length = many.view.scene().scale.range.length();
            const auto [ours, theirs] = bench::againstByCpu(31, [&] { many.frame(); }, [&] { few.frame(); });
            if (eachAlone)
                bench::print(qPrintable((looking ? u"    dimmed, zoom %1"_s : u"    zoom %1"_s).arg(steps + 1)), ours,
                             "1,000 marks", theirs, "<= 4 ms");
            if (worst.runs.empty() || ours.median() > worst.median()) {
                worst = ours;
                rival = theirs;
                slowest = steps;
            }
            many.view.zoomBy(app::zoomStep);
            few.view.zoomBy(app::zoomStep);
        }
        const QString name = (looking ? u"dimmed, slowest of %1 zooms (the %2th)"_s : u"slowest of %1 zooms (the %2th)"_s)
                                 .arg(steps).arg(slowest + 1);
        bench::print(qPrintable(name), worst, "1,000 marks", rival, "<= 4 ms");
    }
    many.model.setFilter({}, {});
    few.model.setFilter({}, {});
}

// Ten times the marks on the same screen: whether they share pixels (life) or are off it (term), a frame costs the
// same.
void flatness(Shown& many, Shown& fewer)
{
    using Zoom = app::TimelineView::Zoom;
    for (const auto& [name, zoom] :
         {std::pair{"marks sharing a pixel: life", Zoom::Life}, {"marks off screen: term", Zoom::Term}}) {
        many.view.zoomTo(zoom);
        fewer.view.zoomTo(zoom);
        const auto [ours, rival] = bench::againstByCpu(
            61, [&] { many.frame(); }, [&] { fewer.frame(); });
        bench::print(name, ours, "10,000 marks", rival, "flat: ratio near 1");
    }
}

template <typename T> T must(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}

// Now, not at most: making the record files has taken more than showing them does.
long residentKiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no numbers of this process");
    return file.readAll().split(' ').at(1).toLong() * (::sysconf(_SC_PAGESIZE) / 1024);
}

// What stands between the right passphrase and the painted timeline: reading the record, who may have it, the timeline
// itself, its model and table, one frame. The rival is an extract of 1,000 values.
void firstPaint()
{
    const record::Person person{u"Mina Rose Okafor-Hale"_s, QDate(2003, 5, 3), u"A000000010001"_s, {}};
    const extract::Secret passphrase = extract::Secret::fromText(u"six words that nobody else would choose"_s);
    const QTemporaryDir folder;
    const auto made = [&](int values) {
        const QString table = folder.filePath(u"%1.csv"_s.arg(values));
        const QString file = folder.filePath(u"%1.pupilrecord"_s.arg(values));
        if (!bench::writeLongCsv(table, values, person))
            qFatal("no room for the table");
        auto extract = must(extract::Extract::create(file, passphrase, person, base::Clock()));
        must(desk::importSource(extract, must(readers::openSource({table})), {}, {}, {}));
        return extract;
    };
    const auto large = made(100'000), small = made(1'000);
    long most = 0;
    const auto paint = [&most](const extract::Extract& extract) {
        auto snapshot = std::make_shared<desk::Snapshot>();
        snapshot->record = must(extract.record());
        snapshot->today = QDate(2026, 11, 22);
        snapshot->exposure = insight::exposure(snapshot->record, registry::bundledEdition(), snapshot->today);
        app::TimelinePage page;
        page.resize(1200, 700);
        page.setSnapshot(snapshot);
        page.show();
        QCoreApplication::processEvents();
        page.repaint();
        most = std::max(most, residentKiB());
    };
    paint(small); // fonts and pictures that any window loads once
    const long before = residentKiB();
    const auto [ours, rival] = bench::against(
        7, [&] { paint(large); }, [&] { paint(small); });
    bench::print("100,000 values: unlocked to painted timeline", ours, "1,000 values", rival, "<= 300 ms");
    std::printf("    memory growth %ld KiB    budget: 100 MiB\n", most - before);
}

// Until the program opens the named pipe for writing: it has painted its window.
void untilPainted(const QString& program, QStringList arguments, const QString& home, const QByteArray& pipe)
{
    const int shown = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (shown < 0)
        qFatal("no named pipe");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments << QFile::decodeName(pipe));
    pollfd wait{shown, POLLIN | POLLHUP, 0};
    if (::poll(&wait, 1, 30'000) != 1)
        qFatal("%s showed no window", qPrintable(program));
    ::close(shown);
    process.kill();
    process.waitForFinished();
}

void starting()
{
    const QTemporaryDir folder;
    const auto file = desk::makeDemo(folder.path(), base::Clock(), true);
    const QByteArray pipe = QFile::encodeName(folder.filePath(u"shown"_s));
    if (!file || ::mkfifo(pipe.constData(), 0600) != 0)
        qFatal("nothing to open");
    const QString here = QCoreApplication::applicationDirPath();
    const auto [ours, rival] = bench::against(
        15,
        [&] { untilPainted(here + u"/../bin/pupil-record-viewer"_s, {*file, u"--shown-file"_s}, folder.path(), pipe); },
        [&] { untilPainted(here + u"/bench_one_line_edit"_s, {}, folder.path(), pipe); });
    bench::print("program to painted unlock form", ours, "one line edit", rival, "<= 250 ms");
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (!extract::protectProcess())
        qFatal("no protection for secrets");
    app::Tokens::use(app::Tokens::light());
    Shown many(100'000);
    Shown few(1'000);
    bench::printHead();
    using Zoom = app::TimelineView::Zoom;
    const std::pair<const char*, Zoom> zooms[] = {{"frame at 100,000 marks: life", Zoom::Life},
                                                  {"frame at 100,000 marks: phase", Zoom::Phase},
                                                  {"frame at 100,000 marks: school year", Zoom::SchoolYear},
                                                  {"frame at 100,000 marks: term", Zoom::Term}};
    for (const auto& [name, zoom] : zooms) {
        many.view.zoomTo(zoom);
        few.view.zoomTo(zoom);
        const auto [ours, rival] = bench::againstByCpu(31, [&] { many.frame(); }, [&] { few.frame(); });
        bench::print(name, ours, "1,000 marks", rival, "<= 4 ms");
    }
    const bool framesOnly = application.arguments().value(1) == u"frames"_s;
    everyZoom(many, few, framesOnly);
    {
        Shown fewer(10'000);
        flatness(many, fewer);
    }
    if (framesOnly)
        return 0;
    const auto [first, copy] = bench::against(
        5, [] { Shown fresh(100'000); }, [] { Shown fresh(1'000); });
    bench::print("first frame from 100,000 marks", first, "1,000 marks", copy, "<= 300 ms with loading");
    firstPaint();
    starting();
    return 0;
}
