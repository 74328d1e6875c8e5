// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"

#include "cli/interrupt.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

namespace cli {

namespace {

// Longer than any passphrase a person types; a file named by mistake is not swallowed whole.
constexpr qint64 longestPassphrase = 4096;

base::Result<extract::Secret> readAll(QFile& file)
{
    QByteArray bytes = file.read(longestPassphrase + 1);
    if (bytes.isEmpty() || bytes.size() > longestPassphrase) {
        extract::wipe(bytes);
        return usage(tr("The passphrase could not be read, or it is longer than 4,096 bytes."));
    }
    extract::Secret secret = extract::Secret::fromBytes(bytes);
    extract::wipe(bytes);
    if (secret.isEmpty())
        return usage(tr("The passphrase is empty."));
    return secret;
}

// Turns the terminal's echo off and back on, whatever happens in between: Ctrl+C at the question ends the program
// from another thread, and a shell that no longer shows what is typed would be left behind.
class SilentTerminal {
public:
    SilentTerminal()
    {
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    [[nodiscard]] static termios asItIs()
    {
        termios now{};
        tcgetattr(STDIN_FILENO, &now);
        return now;
    }

    termios m_before = asItIs(); // first: the interrupt may come at once
    OnInterrupt m_onInterrupt{[this] {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        _exit(base::exitStatus(base::ErrorKind::Stopped).status);
    }};
};

base::Result<extract::Secret> askAtTerminal(const QString& question)
{
    err() << question << ' ';
    err().flush();
    QByteArray line(longestPassphrase, '\0');
    qsizetype length = 0;
    {
        const SilentTerminal silent;
        char c = 0;
        while (length < line.size() && ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
            line[length++] = c;
    }
    err() << '\n';
    err().flush();
    line.truncate(length);
    extract::Secret secret = extract::Secret::fromBytes(line);
    extract::wipe(line);
    if (secret.isEmpty())
        return usage(tr("The passphrase is empty."));
    return secret;
}

} // namespace

base::Result<extract::Secret> passphraseFrom(const Invocation& call, const QString& prefix, const QString& question,
                                             bool twice)
{
    return secretFrom(call, prefix + QStringLiteral("passphrase"), question, twice);
}

base::Result<extract::Secret> secretFrom(const Invocation& call, const QString& stem, const QString& question, bool twice)
{
    const QString fileOption = stem + QStringLiteral("-file");
    const QString descriptorOption = stem + QStringLiteral("-fd");
    QFile file;
    if (call.parser.isSet(fileOption)) {
        file.setFileName(call.parser.value(fileOption));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return usage(tr("The passphrase file could not be read."));
        return readAll(file);
    }
    if (call.parser.isSet(descriptorOption)) {
        bool number = false;
        const int descriptor = call.parser.value(descriptorOption).toInt(&number);
        if (!number || !file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
            return usage(tr("The descriptor of the passphrase could not be read."));
        return readAll(file);
    }
    if (isatty(STDIN_FILENO) == 0)
        return usage(tr("There is no terminal to ask for the passphrase. Use --%1 or --%2.")
                         .arg(fileOption, descriptorOption));
    auto first = askAtTerminal(question);
    if (!first || !twice)
        return first;
    const auto second = askAtTerminal(tr("The same once more:"));
    if (!second)
        return tl::unexpected(second.error());
    if (!(*first == *second))
        return usage(tr("The two were not the same."));
    return first;
}

base::Result<Opened> openExtract(const Invocation& call, OpenFor purpose)
{
    if (call.positional().isEmpty())
        return usage(tr("Which record file?"));
    // A second file that nobody looks at would be a letter's evidence left out in silence.
    if (purpose != OpenFor::Importing && call.positional().size() > 1)
        return usage(tr("Name one record file and nothing else beside it."));
    // What is no extract is said before anybody types a passphrase.
    const QString path = call.positional().constFirst();
    if (const auto looks = extract::looksLikeExtract(path); !looks)
        return tl::unexpected(looks.error());
    auto passphrase = passphraseFrom(call, {}, tr("Passphrase:"), false);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    Opened opened{std::make_unique<desk::Sitting>(call.clock), nullptr};
    const extract::Access wanted =
        purpose == OpenFor::Reading ? extract::Access::ReadOnly : extract::Access::ReadWrite;
    auto snapshot = wait(opened.sitting->open(path, std::move(*passphrase), wanted));
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    opened.snapshot = *snapshot;
    const bool writes = purpose == OpenFor::Writing || purpose == OpenFor::Importing;
    if (writes && opened.snapshot->needsMigration)
        return base::fail(base::ErrorKind::ReadOnly, tr("An older version made this record file, so it can only be read."),
                          tr("`pupil-record migrate FILE` brings it up to date, and keeps the old file."));
    if (writes && opened.snapshot->readOnly) {
        return base::fail(base::ErrorKind::ReadOnly, tr("The record file can only be read here."),
                          tr("Copy it to a place where you may write, and use the copy."));
    }
    return opened;
}

} // namespace cli
