// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_window: one frame of the timeline at 100,000 marks at every zoom, against 1,000 marks in the same run; and the
// way from a loaded record to the first painted frame; and the way from starting the program to its painted unlock
// form, against the smallest window one can type into.
#include "measure.h"

#include "app/models/timeline_model.h"
#include "app/theme/tokens.h"
#include "app/timeline/timeline_view.h"

#include "desk/sitting.h"

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
void everyZoom(Shown& many, Shown& few)
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
            const auto [ours, theirs] = bench::against(15, [&] { many.frame(); }, [&] { few.frame(); });
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
        const auto [ours, rival] = bench::against(31, [&] { many.frame(); }, [&] { few.frame(); });
        bench::print(name, ours, "1,000 marks", rival, "<= 4 ms");
    }
    everyZoom(many, few);
    const auto [first, copy] = bench::against(
        5, [] { Shown fresh(100'000); }, [] { Shown fresh(1'000); });
    bench::print("first frame from 100,000 marks", first, "1,000 marks", copy, "<= 300 ms with loading");
    starting();
    return 0;
}
