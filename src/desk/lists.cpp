// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/lists.h"

#include "desk/worker.h"

namespace desk {

struct Lists::Private {
    std::mutex mutex; // guards stop
    std::stop_source stop;
    Worker worker; // last: its thread uses the above

    std::stop_token begin()
    {
        const std::lock_guard lock(mutex);
        stop = std::stop_source();
        return stop.get_token();
    }
};

Lists::Lists() : d(std::make_unique<Private>()) {}

Lists::~Lists()
{
    stop();
    d->worker.finish();
}

Answer<std::vector<registry::ShelfItem>> Lists::items()
{
    using Items = std::vector<registry::ShelfItem>;
    return d->worker.ask<Items>([]() -> base::Result<Items> {
        registry::readShelf();
        return registry::shelfItems();
    });
}

Answer<registry::ShelfAdded> Lists::add(const QString& path, base::Progress progress)
{
    return d->worker.ask<registry::ShelfAdded>([path, progress = std::move(progress), stopped = d->begin()] {
        return registry::addToShelf(path, registry::shelfFolder(), stopped, progress);
    });
}

void Lists::stop()
{
    const std::lock_guard lock(d->mutex);
    d->stop.request_stop(); // nothing hangs on it: the reading looks now and then
}

} // namespace desk
