// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/exit_status.h"
#include "base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QTextStream>

namespace cli {

// One call of one command: its options as parsed and where its answer goes. Messages go to stderr, answers to
// stdout; with --json the answer is one document.
class Invocation {
public:
    QCommandLineParser parser;
    base::Clock clock;
    bool json = false;

    [[nodiscard]] QStringList positional() const { return parser.positionalArguments(); }
    [[nodiscard]] bool has(const char* option) const { return parser.isSet(QLatin1StringView(option)); }
    [[nodiscard]] QString value(const char* option) const { return parser.value(QLatin1StringView(option)); }
    [[nodiscard]] QStringList values(const char* option) const { return parser.values(QLatin1StringView(option)); }
};

struct Command {
    const char* name;
    const char* arguments; // as in the usage line
    const char* summary;   // one line, translated in context "cli"
    bool opensExtract;     // its first argument is an extract: passphrase options are offered
    void (*addOptions)(QCommandLineParser& parser);
    base::Result<int> (*run)(Invocation& call);
};

[[nodiscard]] const std::vector<Command>& commands();

// The whole program after main(): parses, runs, prints errors. Returns the exit status.
[[nodiscard]] int run(const QStringList& arguments);

[[nodiscard]] inline QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

// Adds "schema":1 and writes one compact document with a final line break.
void printJson(QJsonObject document);
void printError(const base::Error& error, bool json);
[[nodiscard]] QTextStream& out();
[[nodiscard]] QTextStream& err();

[[nodiscard]] tl::unexpected<base::Error> usage(const QString& message);
// An ISO date of an option; nothing when it was not given.
[[nodiscard]] base::Result<std::optional<QDate>> dateOption(const Invocation& call, const char* option);
[[nodiscard]] QJsonValue textOrNull(const QString& text);
[[nodiscard]] QJsonValue dateOrNull(QDate date);

} // namespace cli
