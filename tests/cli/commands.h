// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

// The built program as scripts use it: what tests of the command line share.
namespace commands {

struct Ran {
    int status = -1; // of a program that did not end by itself
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const;
};

[[nodiscard]] QString program();
// With nobody at the keyboard: its input is `input` and then closed.
[[nodiscard]] Ran run(const QStringList& arguments, const QByteArray& input = {});

// A folder of a test's own, with two passphrases in it: "pass" opens the records made here, "other" opens nothing.
class Folder {
public:
    Folder();

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString in(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    // COMMAND FILE --passphrase-file pass MORE
    [[nodiscard]] QStringList with(const QString& command, const QString& file, const QStringList& more = {},
                                   const QString& pass = QStringLiteral("pass")) const;
    // A record about Mina Rose Okafor-Hale, born on 2003-05-03.
    [[nodiscard]] Ran makeRecord(const QString& file, const QStringList& more = {}) const;

private:
    QTemporaryDir m_folder;
};

} // namespace commands
