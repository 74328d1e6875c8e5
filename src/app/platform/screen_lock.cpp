// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/screen_lock.h"

#include <QDBusConnection>
#include <QFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// A bus can be configured to sit behind TCP. This program opens no network socket, so only local addresses are used.
bool sessionBusIsLocal()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    return address.isEmpty() ? !qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")
            && QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s)
                             : address.startsWith("unix:") && !address.contains(";tcp:");
}

bool systemBusIsLocal()
{
    const QByteArray address = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    return address.isEmpty() ? QFile::exists(u"/run/dbus/system_bus_socket"_s)
                             : address.startsWith("unix:") && !address.contains(";tcp:");
}

} // namespace

ScreenLock::ScreenLock(QObject* parent) : QObject(parent)
{
    if (sessionBusIsLocal()) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        for (const auto& [path, interface] :
             {std::pair{u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s},
              {u"/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s},
              {u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s},
              {u"/org/cinnamon/ScreenSaver"_s, u"org.cinnamon.ScreenSaver"_s},
              {u"/org/mate/ScreenSaver"_s, u"org.mate.ScreenSaver"_s}})
            bus.connect({}, path, interface, u"ActiveChanged"_s, this, SLOT(onActive(bool)));
    }
    if (systemBusIsLocal()) {
        QDBusConnection bus = QDBusConnection::systemBus();
        bus.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                    u"PrepareForSleep"_s, this, SLOT(onActive(bool)));
        const QString session = qEnvironmentVariable("XDG_SESSION_ID");
        if (!session.isEmpty())
            bus.connect(u"org.freedesktop.login1"_s, {}, u"org.freedesktop.login1.Session"_s, u"Lock"_s, this,
                        SLOT(onLock()));
    }
}

void ScreenLock::onActive(bool active)
{
    if (active)
        Q_EMIT locked();
}

void ScreenLock::onLock()
{
    Q_EMIT locked();
}

} // namespace app
