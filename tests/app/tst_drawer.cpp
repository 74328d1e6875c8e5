// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The drawing program meets documents from outside: what it gives up before it reads one, and what becomes of one that
// it cannot stand.
#include "app/drawer/draw.h"
#include "app/paper/drawer.h"
#include "app/paper/paper_view.h"

#include <QBuffer>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <functional>
#include <new>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patient = 60000;
constexpr int refused = 200; // what a child says when the system does not let it give anything up
constexpr int held = 0;

struct Ended {
    int status = -1; // of a child that ended by itself
    int signal = 0;  // of one that was ended
};

// Runs in a child that has given up its rights; what it answers is its exit status. Nothing of Qt runs in it.
Ended apart(const std::function<int()>& job, const app::PaperLimits& limits = {})
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(app::giveUpRights(limits) ? job() : refused);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        return {};
    return WIFEXITED(status) ? Ended{WEXITSTATUS(status), 0} : Ended{-1, WTERMSIG(status)};
}

bool filtered()
{
#if defined(__x86_64__) || defined(__aarch64__)
    return apart([] { return held; }).status == held;
#else
    return false; // no filter is written for this processor
#endif
}

// A program that stands in for the drawer and does as it likes.
QString standIn(const QTemporaryDir& folder, const QByteArray& script)
{
    const QString path = folder.filePath(u"drawer"_s);
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script + '\n') < 0)
        qFatal("no stand-in");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    return path;
}

QByteArray goodPdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawText(400, 600, u"A page"_s);
    painter.end();
    return bytes;
}

// Ten forms, each of which draws the one below it ten times: ten thousand million strokes out of two kilobytes.
QByteArray laughingPdf()
{
    constexpr int depth = 10;
    QByteArray bytes = "%PDF-1.4\n";
    QList<qsizetype> places;
    const auto object = [&](const QByteArray& body) {
        places << bytes.size();
        bytes += QByteArray::number(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    const auto stream = [](const QByteArray& head, const QByteArray& content) {
        return QByteArray("<<" + head + "/Length " + QByteArray::number(content.size()) + ">>\nstream\n" + content + "\nendstream");
    };
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>");
    object(stream("", "/F Do"));
    for (int level = 1; level <= depth; ++level) {
        const QByteArray below = QByteArray::number(5 + level);
        object(level == depth ? stream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]", "0 0 m 600 800 l S")
                              : stream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F " + below + " 0 R>>>>",
                                       QByteArray("/F Do ").repeated(10)));
    }
    const qsizetype table = bytes.size();
    bytes += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        bytes += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    bytes += "trailer\n<</Root 1 0 R/Size " + QByteArray::number(places.size() + 1) + ">>\nstartxref\n" + QByteArray::number(table)
             + "\n%%EOF\n";
    return bytes;
}

bool isOneClearMessage(const base::Result<app::Drawing>& drawing)
{
    return !drawing && drawing.error().kind == base::ErrorKind::InputUnreadable && drawing.error().message.endsWith(u'.')
           && !drawing.error().message.contains(u'\n') && !drawing.error().next.isEmpty();
}

} // namespace

class TestDrawer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noSockets()
    {
        if (!filtered())
            QSKIP("this system does not let a program give up calls");
        QCOMPARE(apart([] { return ::socket(AF_INET, SOCK_STREAM, 0) == -1 && errno == EPERM ? held : 1; }).status, held);
        QCOMPARE(apart([] { return ::socket(AF_INET6, SOCK_DGRAM, 0) == -1 && errno == EPERM ? held : 1; }).status, held);
        QCOMPARE(apart([] { return ::socket(AF_UNIX, SOCK_STREAM, 0) == -1 && errno == EPERM ? held : 1; }).status, held);
        QCOMPARE(apart([] {
                     int pair[2];
                     return ::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == -1 && errno == EPERM ? held : 1;
                 }).status,
                 held);
        // Without the filter the same call is let through: the test can fail.
        const int open = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QVERIFY(open >= 0);
        ::close(open);
    }

    void noOtherPrograms()
    {
        if (!filtered())
            QSKIP("this system does not let a program give up calls");
        QCOMPARE(apart([] {
                     char name[] = "/bin/true";
                     char* arguments[] = {name, nullptr};
                     ::execv(name, arguments);
                     return errno == EPERM ? held : 1;
                 }).status,
                 held);
        QCOMPARE(apart([] { return ::kill(::getppid(), 0) == -1 && errno == EPERM ? held : 1; }).status, held);
        QCOMPARE(::kill(::getpid(), 0), 0);
    }

    // The same calls have other numbers for programs of an older kind; whoever tries them is ended.
    void noCallsByTheirOtherNumbers()
    {
#if defined(__x86_64__)
        if (!filtered())
            QSKIP("this system does not let a program give up calls");
        constexpr long otherNumbering = 0x40000000;
        const Ended ended = apart([] {
            ::syscall(otherNumbering + __NR_socket, AF_INET, SOCK_STREAM, 0);
            return 1;
        });
        QCOMPARE(ended.signal, SIGSYS);
#else
        QSKIP("this processor has one numbering");
#endif
    }

    void nothingIsWritten()
    {
        const QTemporaryDir folder;
        const QByteArray path = folder.filePath(u"out"_s).toUtf8();
        const auto write = [&path] {
            const int file = ::open(path.constData(), O_WRONLY | O_CREAT, 0600);
            return file >= 0 && ::write(file, "x", 1) == 1 ? 1 : held;
        };
        const Ended ended = apart(write);
        if (ended.status == refused)
            QSKIP("this system does not let a program give up calls");
        QCOMPARE(ended.status, held);
        QCOMPARE(write(), 1);
    }

    void memoryEnds()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer reserves more than any limit");
#else
        app::PaperLimits tight;
        tight.memory = 512LL * 1024 * 1024;
        const auto take = [] {
            constexpr std::size_t piece = 1024UL * 1024 * 1024;
            void* got = ::mmap(nullptr, piece, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
            return got == MAP_FAILED ? held : 1;
        };
        const Ended ended = apart(take, tight);
        if (ended.status == refused)
            QSKIP("this system does not let a program give up calls");
        QCOMPARE(ended.status, held);
        QCOMPARE(take(), 1);
#endif
    }

    void timeEnds()
    {
        app::PaperLimits tight;
        tight.seconds = 1; // of work, not of waiting
        const Ended ended = apart(
            [] {
                const volatile bool on = true;
                while (on) {
                }
                return 1;
            },
            tight);
        if (ended.status == refused)
            QSKIP("this system does not let a program give up calls");
        QVERIFY2(ended.signal == SIGXCPU || ended.signal == SIGKILL, qPrintable(QString::number(ended.signal)));
    }

    // From this side: whatever the other program does, one sentence comes of it and it is gone.
    void aDrawerThatMisbehaves()
    {
        const QTemporaryDir folder;
        const auto drawn = [&](const QByteArray& script, const app::PaperLimits& limits = {}) {
            return app::drawApart(standIn(folder, script), u"pdf"_s, "x", 1, 300, {}, limits);
        };
        app::PaperLimits atOnce;
        atOnce.seconds = 0;
        const auto late = drawn("exec sleep 600", atOnce);
        QVERIFY(isOneClearMessage(late));
        app::PaperLimits small;
        small.pixels = 100;
        const auto endless = drawn("exec cat /dev/zero", small);
        QVERIFY(isOneClearMessage(endless));
        const auto crashed = drawn("kill -SEGV $$");
        QVERIFY(isOneClearMessage(crashed));
        const auto killed = drawn("kill -KILL $$");
        QVERIFY(isOneClearMessage(killed));
        const auto failed = drawn("exit 3");
        QVERIFY(isOneClearMessage(failed));
        const auto silent = drawn("exit 0");
        QVERIFY(isOneClearMessage(silent));
        const auto nonsense = drawn("echo PRP1 and more");
        QVERIFY(isOneClearMessage(nonsense));
        // Each says what happened.
        QVERIFY(late.error().message != endless.error().message);
        QVERIFY(late.error().message != crashed.error().message);
        QCOMPARE(crashed.error().message, killed.error().message);
    }

    void aPageWithoutEndIsGivenUp()
    {
        app::PaperLimits tight;
        tight.seconds = 1;
        const auto drawing = app::drawApart(app::drawerPath(), u"pdf"_s, laughingPdf(), 1, 300, {}, tight);
        QVERIFY(isOneClearMessage(drawing));
        const auto good = app::drawApart(app::drawerPath(), u"pdf"_s, goodPdf(), 1, 300, {});
        QVERIFY2(good, good ? "" : qPrintable(good.error().message));
    }

    // The window stays, says one thing and shows the next document as ever.
    void aHostileDocumentInTheWindow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off") << goodPdf().left(900);
        QTest::newRow("no pages") << QByteArray("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/"
                                                "Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n");
        QTest::newRow("a tree that holds itself")
            << QByteArray("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/"
                          "Count 2000000000>>\nendobj\ntrailer\n<</Root 1 0 R>>\n");
        QTest::newRow("brackets without end") << QByteArray("%PDF-1.4\n1 0 obj\n" + QByteArray(2'000'000, '[') + "\nendobj\ntrailer\n<</Root 1 0 R>>\n");
    }

    void aHostileDocumentInTheWindow()
    {
        QFETCH(QByteArray, bytes);
        app::PaperView view;
        view.resize(700, 500);
        view.show();
        view.open(u"hostile.pdf"_s, u"pdf"_s, bytes);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), patient);
        QVERIFY(view.words().isEmpty());
        const auto labels = view.findChildren<QLabel*>();
        const bool told = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().endsWith(u'.');
        });
        QVERIFY(told || view.page() > 0); // one that can be mended is shown
        view.open(u"letter.pdf"_s, u"pdf"_s, goodPdf());
        QTRY_COMPARE_WITH_TIMEOUT(view.page(), 1, patient);
        QTRY_VERIFY_WITH_TIMEOUT(view.words().contains(u"A page"_s), patient);
    }
};

QTEST_MAIN(TestDrawer)
#include "tst_drawer.moc"
