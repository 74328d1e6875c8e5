// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/read_looks.h"

#include "readers/csv.h"

#include <QCoreApplication>

#include <algorithm>

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Looks)
};

struct Look {
    QString what;
    QString next;
};

bool utf16Contains(QByteArrayView head, const char* ascii)
{
    QByteArray wide;
    for (; *ascii; ++ascii) {
        wide += *ascii;
        wide += '\0';
    }
    return head.contains(wide);
}

Look zipped(QByteArrayView head)
{
    if (head.contains("word/"))
        return {Tr::tr("“%1” is a Word document."),
                Tr::tr("The program cannot read Word documents. Ask for the same as a CSV or Excel file, or type in what it says yourself.")};
    if (head.contains("application/vnd.oasis.opendocument.text"))
        return {Tr::tr("“%1” is a text document."),
                Tr::tr("The program cannot read text documents. Ask for the same as a CSV or Excel file, or type in what it says yourself.")};
    if (head.contains("ppt/"))
        return {Tr::tr("“%1” is a set of slides."), Tr::tr("Ask for the same as a CSV or Excel file.")};
    return {Tr::tr("“%1” is a zip file inside a zip file."), Tr::tr("Unpack the outer one first, then choose the inner one.")};
}

Look lookOf(QByteArrayView head)
{
    const QString ask = Tr::tr("Ask for the same as a CSV or Excel file, or type in what it says yourself.");
    if (head.isEmpty())
        return {Tr::tr("“%1” is empty: there is nothing in it at all."), Tr::tr("Ask for it to be sent again.")};
    if (head.startsWith("PK"))
        return zipped(head);
    if (head.startsWith("%PDF"))
        return {Tr::tr("“%1” is a PDF, made for reading and printing."), ask};
    if (head.startsWith("\xD0\xCF\x11\xE0")) {
        if (utf16Contains(head, "EncryptedPackage") || utf16Contains(head, "EncryptionInfo"))
            return {Tr::tr("“%1” is an Office file that is locked with a password."),
                    Tr::tr("Open it with its password in a spreadsheet program and save it without one, or ask the sender for it without a password.")};
        return {Tr::tr("“%1” is a file of an old Office program (before 2007)."),
                Tr::tr("Open it in a spreadsheet program and save it as CSV or Excel workbook (.xlsx).")};
    }
    if (head.startsWith("{\\rtf"))
        return {Tr::tr("“%1” is a rich text document."), ask};
    if (head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF") || head.startsWith("GIF8") || head.startsWith("II*") ||
        head.startsWith("MM\0*") || head.startsWith("BM"))
        return {Tr::tr("“%1” is a picture."), Tr::tr("The program cannot read pictures. Type in what it says yourself, or ask for a CSV or Excel file.")};
    if (head.startsWith("\x1F\x8B") || head.startsWith("7z\xBC\xAF") || head.startsWith("Rar!"))
        return {Tr::tr("“%1” is a packed file of a kind the program cannot open."), Tr::tr("Unpack it first, then choose the files inside it.")};
    const QByteArray start = plainHead(head).left(2048).trimmed();
    if (start.startsWith("<!DOCTYPE html") || start.toLower().startsWith("<html") || start.toLower().startsWith("<!doctype html"))
        return {Tr::tr("“%1” is a web page."), ask};
    if (start.startsWith('<'))
        return {Tr::tr("“%1” is an XML file, but not of a kind the program knows."),
                Tr::tr("It reads transfer files between schools (CTF) and School Census returns. Ask what this file is.")};
    if (start.startsWith('{') || start.startsWith('['))
        return {Tr::tr("“%1” is a JSON file, made for programs."), Tr::tr("Ask for the same as a CSV or Excel file.")};
    const auto strange = std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (strange * 50 > start.size() || start.isEmpty())
        return {Tr::tr("“%1” holds no text or table. It may be damaged or locked."), Tr::tr("Ask for it to be sent again, as a CSV or Excel file.")};
    return {Tr::tr("“%1” is text, but no table of pupils."), ask};
}

} // namespace

base::Error unreadable(const QString& name, QByteArrayView head)
{
    const Look look = lookOf(head);
    return {base::ErrorKind::InputUnreadable, look.what.arg(name), look.next, {}};
}

} // namespace readers
