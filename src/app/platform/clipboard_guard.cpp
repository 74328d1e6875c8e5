// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/clipboard_guard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Understood by Klipper, GPaste, CopyQ and others: do not keep this in a history.
const QString managersHint = QStringLiteral("x-kde-passwordManagerHint");

} // namespace

ClipboardGuard::ClipboardGuard(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(30 * 1000);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clearIfOurs);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardGuard::onChanged);
}

ClipboardGuard::~ClipboardGuard()
{
    clearIfOurs();
}

void ClipboardGuard::clearIfOurs()
{
    m_timer.stop();
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard() && clipboard->mimeData() && clipboard->mimeData()->hasFormat(managersHint)) {
        m_marking = true;
        clipboard->clear();
        m_marking = false;
    }
}

void ClipboardGuard::onChanged()
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (m_marking || !clipboard->ownsClipboard() || !clipboard->mimeData() || !clipboard->mimeData()->hasText())
        return;
    auto* marked = new QMimeData;
    marked->setText(clipboard->mimeData()->text());
    marked->setData(managersHint, "secret");
    m_marking = true;
    clipboard->setMimeData(marked); // takes ownership
    m_marking = false;
    m_timer.start();
}

} // namespace app
