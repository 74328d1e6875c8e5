// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"

// One function pair a command; commands.cpp lists them.
namespace cli {

void newOptions(QCommandLineParser& parser);
base::Result<int> runNew(Invocation& call);
void pupilsOptions(QCommandLineParser& parser);
base::Result<int> runPupils(Invocation& call);
void importOptions(QCommandLineParser& parser);
base::Result<int> runImport(Invocation& call);
base::Result<int> runDocuments(Invocation& call);
base::Result<int> runAttach(Invocation& call);
void writeInOptions(QCommandLineParser& parser);
base::Result<int> runWriteIn(Invocation& call);
void entriesOptions(QCommandLineParser& parser);
base::Result<int> runEntries(Invocation& call);
void valuesOptions(QCommandLineParser& parser);
base::Result<int> runValues(Invocation& call);
base::Result<int> runSummary(Invocation& call);
base::Result<int> runTimeline(Invocation& call);
base::Result<int> runAttainment(Invocation& call);
base::Result<int> runReleases(Invocation& call);
void checkOptions(QCommandLineParser& parser);
base::Result<int> runCheck(Invocation& call);
void coverageOptions(QCommandLineParser& parser);
base::Result<int> runCoverage(Invocation& call);
base::Result<int> runShelf(Invocation& call);
base::Result<int> runDictionary(Invocation& call);
base::Result<int> runIdentify(Invocation& call);
void letterOptions(QCommandLineParser& parser);
base::Result<int> runLetter(Invocation& call);
base::Result<int> runVerify(Invocation& call);
void passphraseOptions(QCommandLineParser& parser);
base::Result<int> runPassphrase(Invocation& call);
void withdrawOptions(QCommandLineParser& parser);
base::Result<int> runWithdraw(Invocation& call);
void handOverOptions(QCommandLineParser& parser);
base::Result<int> runHandOver(Invocation& call);
void backupOptions(QCommandLineParser& parser);
base::Result<int> runBackup(Invocation& call);
void restoreOptions(QCommandLineParser& parser);
base::Result<int> runRestore(Invocation& call);
void recoverOptions(QCommandLineParser& parser);
base::Result<int> runRecover(Invocation& call);
void rescueOptions(QCommandLineParser& parser);
base::Result<int> runRescue(Invocation& call);
base::Result<int> runMigrate(Invocation& call);
void disposeOptions(QCommandLineParser& parser);
base::Result<int> runDispose(Invocation& call);
void exportOptions(QCommandLineParser& parser);
base::Result<int> runExport(Invocation& call);
void splitOptions(QCommandLineParser& parser);
base::Result<int> runSplit(Invocation& call);
void passphrasesOptions(QCommandLineParser& parser);
base::Result<int> runPassphrases(Invocation& call);
void supportCopyOptions(QCommandLineParser& parser);
base::Result<int> runSupportCopy(Invocation& call);
void demoOptions(QCommandLineParser& parser);
base::Result<int> runDemo(Invocation& call);

} // namespace cli
