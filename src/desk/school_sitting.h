// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sitting.h"
#include "desk/split_run.h"

namespace desk {

struct SplitOrder {
    QStringList paths;
    SourceSecrets secrets; // of locked zips
    extract::Secret listPassphrase;
    SplitOptions options;
};

// What a school does beside any record file: makes one for each of its pupils, and looks up their passphrases. One
// thread, and as in a Sitting every call returns at once with a future. Dropping it stops a split; what is made stays.
class SchoolSitting {
public:
    explicit SchoolSitting(base::Clock clock = {});
    ~SchoolSitting();

    [[nodiscard]] Answer<SourceNeeds> needs(const QStringList& paths);
    // Reads the source, calls `told` on the thread, and makes no file before goOn(): whoever hears how long it takes
    // may still say no. Where every file is made already nothing is asked. Errors as of desk::split().
    [[nodiscard]] Answer<SplitReport> split(SplitOrder order, std::function<void(const SplitPlan&)> told,
                                            base::Progress progress = {});
    void goOn();
    void stop();

    // A list of passphrases stays open, and locked for other programs, until closeList(). Who is in which file; words
    // are asked for one file at a time.
    [[nodiscard]] Answer<std::vector<extract::ListedFile>> openList(const QString& path, extract::Secret passphrase);
    [[nodiscard]] Answer<std::shared_ptr<const extract::Secret>> passphraseOf(const QString& file);
    [[nodiscard]] Answer<bool> closeList();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace desk
