// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plurals.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "extract/secret.h"

#include <QGuiApplication>

#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>

namespace {

// A PDF needs fonts, hence a QGuiApplication on the offscreen platform; everything else starts without.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    bool pdf = false;
    for (int i = 1; i < argc; ++i)
        pdf = pdf || std::strcmp(argv[i], "pdf") == 0 || std::strcmp(argv[i], "--format=pdf") == 0;
    if (!pdf)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::puts("pupil-record " PUPIL_RECORD_VERSION);
        return 0;
    }
    if (!extract::protectProcess()) {
        std::fputs("This computer's protection for secrets could not be started.\n", stderr);
        return base::exitStatus(base::ErrorKind::NotEnoughMemory).status;
    }
    cli::watchForInterrupts();
    [[maybe_unused]] const auto application = makeApplication(argc, argv);
    base::installPlurals();
    QCoreApplication::setApplicationName(QStringLiteral("pupil-record"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PUPIL_RECORD_VERSION));
    const int status = cli::run(QCoreApplication::arguments());
    // The detached signal thread must not outlive static objects it could touch.
    std::fflush(nullptr);
    _exit(status);
}
