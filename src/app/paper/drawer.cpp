// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/drawer.h"

#include "app/paper/paper_pages.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct PaperWords {
    Q_DECLARE_TR_FUNCTIONS(app::Paper)
};

constexpr int bytesPerPixel = 4;
constexpr qint64 beside = 4LL * 1024 * 1024; // words, lines and the head of an answer
constexpr int step = 20;                   // ms between looks whether the page is still wanted

tl::unexpected<base::Error> explained(DrawFault fault, const QString& format)
{
    switch (fault) {
    case DrawFault::Locked:
        return base::fail(base::ErrorKind::InputUnreadable,
                          PaperWords::tr("This PDF is locked with a password and cannot be shown."),
                          PaperWords::tr("Ask the sender for it without a password. Or open it in another program and "
                                         "write in what it says."));
    case DrawFault::NoPages:
        return cannotShow(PaperWords::tr("There are no pages in this document."));
    case DrawFault::PageDamaged:
        return cannotShow(PaperWords::tr("This page is damaged and cannot be drawn."));
    case DrawFault::TooLarge:
        return cannotShow(PaperWords::tr("This page is too large to be drawn."));
    case DrawFault::TooLong:
        return cannotShow(PaperWords::tr("Drawing this page takes too long."));
    case DrawFault::UnknownKind:
        return cannotShow(PaperWords::tr("This computer cannot show pictures of this kind (%1).").arg(format.toUpper()));
    case DrawFault::Damaged:
    case DrawFault::None:
        break;
    }
    return cannotShow(PaperWords::tr("This document is damaged and cannot be shown."));
}

// Nothing of ours is told to it: no home folder, no display, no session bus.
QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

} // namespace

QString drawerPath()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const auto place : {"/"_L1, "/../libexec/pupil-record/"_L1, "/../bin/"_L1}) {
        const QFileInfo program(here + place + "pupil-record-drawer"_L1);
        if (program.isExecutable())
            return program.absoluteFilePath();
    }
    return {};
}

base::Result<Drawing> drawApart(const QString& program, const QString& format, const QByteArray& bytes, int page,
                                int width, const std::stop_token& stop, const PaperLimits& limits)
{
    if (program.isEmpty())
        return cannotShow(PaperWords::tr("The part of the program that draws documents is not installed."));
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    process.setWorkingDirectory(u"/"_s);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, {format, QString::number(page), QString::number(width)});
    if (!process.waitForStarted())
        return cannotShow(PaperWords::tr("The part of the program that draws documents did not start."));
    process.write(bytes);
    process.closeWriteChannel();
    QElapsedTimer clock;
    clock.start();
    QByteArray answer;
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(step);
        answer += process.readAllStandardOutput();
        const bool late = clock.elapsed() > qint64(limits.seconds) * 1000;
        const bool tooMuch = answer.size() > limits.pixels * bytesPerPixel + beside;
        if (!stop.stop_requested() && !late && !tooMuch)
            continue;
        process.kill();
        process.waitForFinished();
        if (stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped, PaperWords::tr("The page is not needed any more."));
        return explained(late ? DrawFault::TooLong : DrawFault::TooLarge, format);
    }
    answer += process.readAllStandardOutput();
    // One that crashed or was ended by its limits has met a document it could not stand.
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return explained(DrawFault::Damaged, format);
    auto drawing = unpacked(answer, limits);
    if (!drawing)
        return explained(DrawFault::Damaged, format);
    if (drawing->fault != DrawFault::None)
        return explained(drawing->fault, format);
    return std::move(*drawing);
}

} // namespace app
