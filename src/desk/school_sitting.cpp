// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/school_sitting.h"

#include "desk/worker.h"

#include <QCoreApplication>

#include <optional>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::School)
};

} // namespace

struct SchoolSitting::Private {
    explicit Private(base::Clock clockUsed) : clock(clockUsed) {}

    base::Clock clock;
    std::optional<extract::PassphraseList> list; // touched by the worker thread alone
    std::mutex mutex;                            // guards stop and agreed
    std::condition_variable_any wake;
    std::stop_source stop;
    bool agreed = false;
    Worker worker; // last: its thread ends before the list closes

    // Taken when the split is asked for: a stop wished for while it waits for its turn must not be lost.
    std::stop_token begin()
    {
        const std::lock_guard lock(mutex);
        stop = std::stop_source();
        agreed = false;
        return stop.get_token();
    }

    void waitForConsent(const std::stop_token& stopped)
    {
        std::unique_lock lock(mutex);
        wake.wait(lock, stopped, [this] { return agreed; });
    }
};

SchoolSitting::SchoolSitting(base::Clock clock) : d(std::make_unique<Private>(clock)) {}

SchoolSitting::~SchoolSitting()
{
    stop();
    d->worker.finish();
}

Answer<SourceNeeds> SchoolSitting::needs(const QStringList& paths)
{
    return d->worker.ask<SourceNeeds>([paths]() -> base::Result<SourceNeeds> { return needsOf(paths); });
}

Answer<SplitReport> SchoolSitting::split(SplitOrder order, std::function<void(const SplitPlan&)> told,
                                         base::Progress progress)
{
    return d->worker.ask<SplitReport>([this, order = std::move(order), told = std::move(told),
                                       progress = std::move(progress),
                                       stopped = d->begin()]() -> base::Result<SplitReport> {
        const auto source = readers::openSource({order.paths.begin(), order.paths.end()},
                                                passwordOf(order.secrets.password));
        if (!source)
            return tl::unexpected(source.error());
        const auto ask = [&](const SplitPlan& plan) {
            if (told)
                told(plan);
            if (plan.already < plan.pupils)
                d->waitForConsent(stopped);
        };
        return desk::split(*source, order.listPassphrase, order.options, d->clock, ask, stopped, progress);
    });
}

void SchoolSitting::goOn()
{
    {
        const std::lock_guard lock(d->mutex);
        d->agreed = true;
    }
    d->wake.notify_all();
}

void SchoolSitting::stop()
{
    std::stop_source current;
    {
        const std::lock_guard lock(d->mutex);
        current = d->stop;
    }
    current.request_stop(); // not under the lock: the one who waits is woken by it
}

Answer<std::vector<extract::ListedFile>> SchoolSitting::openList(const QString& path, extract::Secret passphrase)
{
    using Files = std::vector<extract::ListedFile>;
    return d->worker.ask<Files>([this, path, passphrase = std::move(passphrase)]() -> base::Result<Files> {
        d->list.reset();
        if (const auto looks = extract::looksLikeExtract(path); !looks)
            return tl::unexpected(looks.error());
        auto opened = extract::PassphraseList::open(path, passphrase, true);
        if (!opened)
            return tl::unexpected(opened.error());
        auto files = opened->files();
        if (files)
            d->list = std::move(*opened);
        return files;
    });
}

Answer<std::shared_ptr<const extract::Secret>> SchoolSitting::passphraseOf(const QString& file)
{
    using Shared = std::shared_ptr<const extract::Secret>;
    return d->worker.ask<Shared>([this, file]() -> base::Result<Shared> {
        if (!d->list)
            return base::fail(base::ErrorKind::Usage, Words::tr("The list of passphrases is closed."),
                              Words::tr("Open it once more."));
        auto words = d->list->passphraseOf(file);
        if (!words)
            return tl::unexpected(words.error());
        return std::make_shared<const extract::Secret>(std::move(*words));
    });
}

Answer<bool> SchoolSitting::closeList()
{
    return d->worker.ask<bool>([this]() -> base::Result<bool> {
        d->list.reset();
        return true;
    });
}

} // namespace desk
