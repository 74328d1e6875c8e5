// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// pupil-record-drawer FORMAT PAGE WIDTH: draws one page of the document on standard input and writes it to standard
// output. A program of its own, because documents from outside are read by large libraries: one that crashes takes no
// letter with it, and one that is taken over finds neither the record nor its key, no network and nothing to write to.
#include "app/drawer/draw.h"

#include <QFile>
#include <QCoreApplication>

#include <cstdio>

namespace {

constexpr int notAllowed = 3;
constexpr int usage = 2;
constexpr qint64 piece = 1 << 20;

// A pipe hands over what it has: it is asked until it has no more.
QByteArray allOf(QFile& in, qint64 most)
{
    QByteArray bytes;
    for (QByteArray got = in.read(piece); !got.isEmpty() && bytes.size() < most; got = in.read(piece))
        bytes += got;
    return bytes;
}

} // namespace

int main(int argc, char** argv)
{
    const app::PaperLimits limits;
    if (argc != 4)
        return usage;
    if (!app::giveUpRights(limits))
        return notAllowed;
    QCoreApplication application(argc, argv); // image plug-ins are found beside Qt; no window is opened
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return usage;
    const QByteArray bytes = allOf(in, limits.bytes + 1);
    const QByteArray format = argv[1];
    const int page = QByteArray(argv[2]).toInt();
    const int width = QByteArray(argv[3]).toInt();
    app::Drawing drawing;
    if (bytes.size() > limits.bytes)
        drawing.fault = app::DrawFault::TooLarge;
    else if (format == "pdf")
        drawing = app::drawPdf(bytes, page, width, limits);
    else
        drawing = app::drawPicture(format, bytes, page, width, limits);
    const QByteArray answer = app::packed(drawing);
    QFile out;
    const bool written = out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                         out.write(answer) == answer.size();
    return written ? 0 : 1;
}
