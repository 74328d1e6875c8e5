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

// For what is made for eyes: no program can tell its values apart for certain.
QString writeIn()
{
    return Tr::tr("Keep it in your record with “Write it in myself” and type in what it says, or ask for the same as a CSV or Excel file.");
}

Look zipped(QByteArrayView head)
{
    if (head.contains("word/"))
        return {Tr::tr("“%1” is a Word document: a document to read and write in yourself."), writeIn()};
    if (head.contains("application/vnd.oasis.opendocument.text"))
        return {Tr::tr("“%1” is a text document: a document to read and write in yourself."), writeIn()};
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
        return {Tr::tr("“%1” is a PDF: a document to read and write in yourself."), writeIn()};
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return {Tr::tr("“%1” is a file of an old Office program (before 2007)."),
                Tr::tr("Open it in a spreadsheet program and save it as CSV or Excel workbook (.xlsx).")};
    if (head.startsWith("\xB7PR"))
        return {Tr::tr("“%1” is a record file (.pupilrecord)."), Tr::tr("Take it into your own record file by itself, with its passphrase.")};
    if (head.startsWith("{\\rtf"))
        return {Tr::tr("“%1” is a rich text document: a document to read and write in yourself."), writeIn()};
    if (head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF") || head.startsWith("GIF8") || head.startsWith("II*") ||
        head.startsWith("MM\0*") || head.startsWith("BM"))
        return {Tr::tr("“%1” is a picture: a document to read and write in yourself."), writeIn()};
    if (head.startsWith("\x1F\x8B") || head.startsWith("7z\xBC\xAF") || head.startsWith("Rar!"))
        return {Tr::tr("“%1” is a packed file of a kind the program cannot open."), Tr::tr("Unpack it first, then choose the files inside it.")};
    const QByteArray start = plainHead(head).left(2048).trimmed();
    if (start.startsWith("<!DOCTYPE html") || start.toLower().startsWith("<html") || start.toLower().startsWith("<!doctype html"))
        return {Tr::tr("“%1” is a web page."), ask};
    if (start.startsWith('<') && start.contains("<FreeSchoolMealsHMRC"))
        return {Tr::tr("“%1” is a list of parents that offices check free school meals with. It holds nothing about a pupil."),
                Tr::tr("Do not keep it: it is about other people. Tell whoever sent it.")};
    if (start.startsWith('<'))
        return {Tr::tr("“%1” is an XML file, but not of a kind the program knows."),
                Tr::tr("It reads transfer files between schools (CTF), and what schools, colleges and local authorities send to the "
                       "government about a person. Ask what this file is.")};
    if (start.startsWith('{') || start.startsWith('['))
        return {Tr::tr("“%1” is a JSON file, made for programs, and names no pupil that the program could find."), Tr::tr("Ask for the same as a CSV or Excel file.")};
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
