// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/paper_reader.h"

#include "app/paper/drawer.h"

#include <QCoreApplication>

namespace app {

struct PaperReader::Held {
    std::unique_ptr<PaperPages> pages;
};

PaperReader::PaperReader() : m_held(std::make_shared<Held>()) {}

PaperReader::~PaperReader()
{
    m_stop.request_stop();
}

QFuture<base::Result<PaperInfo>> PaperReader::open(const QString& format, const QByteArray& bytes)
{
    m_stop.request_stop();
    return m_worker.ask<PaperInfo>([held = m_held, format, bytes]() -> base::Result<PaperInfo> {
        held->pages.reset();
        auto pages = openPaper(drawerPath(), format, bytes);
        if (!pages)
            return tl::unexpected(pages.error());
        held->pages = std::move(*pages);
        return PaperInfo{held->pages->count(), held->pages->wordsOnly(), held->pages->isCut()};
    });
}

QFuture<base::Result<PaperSheet>> PaperReader::sheet(int page, int width)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    return m_worker.ask<PaperSheet>([held = m_held, page, width, stop = m_stop.get_token()]() -> base::Result<PaperSheet> {
        if (!held->pages || stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped,
                              QCoreApplication::translate("app::Paper", "The page is not needed any more."));
        return held->pages->sheet(page, width, stop);
    });
}

void PaperReader::close()
{
    m_stop.request_stop();
    m_worker.post([held = m_held] { held->pages.reset(); });
}

} // namespace app
