// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class InkEngine : public QIconEngine {
public:
    InkEngine(QString name, QColor Tokens::* colour) : m_name(std::move(name)), m_colour(colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, size, size);
        painter->drawPixmap(square, drawn(size, mode, painter->device()->devicePixelRatioF()));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    // `size` is in device pixels here.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = std::min(size.width(), size.height());
        return drawn(qRound(side / scale), mode, scale);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new InkEngine(m_name, m_colour); }

private:
    [[nodiscard]] QPixmap drawn(int size, QIcon::Mode mode, double ratio) const
    {
        const Tokens& tokens = Tokens::current();
        return iconPixmap(m_name, size, mode == QIcon::Disabled ? tokens.disabledText : tokens.*m_colour, ratio);
    }

    QString m_name;
    QColor Tokens::* m_colour;
};

} // namespace

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double ratio)
{
    const QString key = u"icon/"_s + name + u'/' + QString::number(size) + u'/' + colour.name() + u'/'
        + QString::number(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, QColor Tokens::* colour)
{
    return QIcon(new InkEngine(name, colour)); // QIcon takes ownership of its engine
}

} // namespace app
