// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paper_pages.h"
#include "desk/worker.h"

namespace app {

// What the view is told about a document it opened.
struct PaperInfo {
    int pages = 0;
    bool wordsOnly = false;
    bool cut = false;
};

// Opens and draws on a thread of its own: a page that is hard to draw holds up neither the window nor the record file.
// Only the page asked for last is drawn; what was asked before comes back as Stopped.
class PaperReader {
public:
    PaperReader();
    ~PaperReader();
    Q_DISABLE_COPY_MOVE(PaperReader)

    [[nodiscard]] QFuture<base::Result<PaperInfo>> open(const QString& format, const QByteArray& bytes);
    [[nodiscard]] QFuture<base::Result<PaperSheet>> sheet(int page, int width);
    void close(); // forgets the document

private:
    struct Held;
    std::shared_ptr<Held> m_held; // touched by the thread alone
    std::stop_source m_stop;
    desk::Worker m_worker; // last: it ends before what it uses
};

} // namespace app
