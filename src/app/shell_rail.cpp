// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_rail.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

enum RailRole { IconRole = Qt::UserRole + 1, BadgeRole, PageRole };

// Icon over its word; the chosen page has the sheet's colour and a damson bar, so it reads as part of the page.
class RailDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int words = wordsRect(index).height();
        switch (room) {
        case Room::Words:
            return {u(23), words + u(2.5)};
        case Room::Close:
            return {u(23), u(6) + words + u(2)};
        case Room::Ample:
            break;
        }
        return {u(23), std::max(u(15), u(6) + words + u(4.5))};
    }

    // A low window or large text: closer together, then without pictures, before anything has to scroll.
    enum class Room { Ample, Close, Words };
    Room room = Room::Ample;

    // Long names break into two lines rather than widen the rail.
    [[nodiscard]] static QRect wordsRect(const QModelIndex& index)
    {
        QFont bold = textFont(TextSize::Small);
        bold.setBold(true);
        return QFontMetrics(bold).boundingRect(QRect(0, 0, u(21), u(100)), Qt::AlignHCenter | Qt::TextWordWrap,
                                               index.data(Qt::DisplayRole).toString());
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = Tokens::current();
        const bool chosen = option.state & QStyle::State_Selected;
        const bool over = option.state & QStyle::State_MouseOver;
        painter->save();
        if (chosen || over)
            painter->fillRect(option.rect, chosen ? t.sheet : t.desk);
        if (chosen)
            painter->fillRect(option.rect.x(), option.rect.y(), u(), option.rect.height(), t.damson);
        const QColor ink = chosen ? t.damson : t.ink2;
        const int side = room == Room::Words ? 0 : u(6);
        QFont font = textFont(TextSize::Small);
        font.setBold(chosen);
        const QFontMetrics metrics(font);
        const int words = wordsRect(index).height();
        const int height = side + u(0.5) + words;
        const int top = option.rect.y() + (option.rect.height() - height) / 2;
        const int x = option.rect.x() + (option.rect.width() - side) / 2;
        const double ratio = painter->device()->devicePixelRatioF();
        if (side > 0)
            painter->drawPixmap(x, top, iconPixmap(index.data(IconRole).toString(), side, ink, ratio));
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(QRect(option.rect.x() + u(), top + side + u(0.5), u(21), words + metrics.descent()),
                          Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, index.data(Qt::DisplayRole).toString());
        if (const int badge = index.data(BadgeRole).toInt(); badge > 0) {
            QFont bold = font;
            bold.setBold(true);
            const QString text = QString::number(badge);
            const int d = std::max(QFontMetrics(bold).height(), QFontMetrics(bold).horizontalAdvance(text) + u(2));
            const QRect disc(side > 0 ? x + side - u(1.5) : option.rect.right() - d - u(0.5),
                             side > 0 ? top - u(1.5) : option.rect.y() + u(0.5), d, QFontMetrics(bold).height());
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.ochreText);
            painter->drawRoundedRect(disc, disc.height() / 2.0, disc.height() / 2.0);
            painter->setPen(t.sheet);
            painter->setFont(bold);
            painter->drawText(disc, Qt::AlignCenter, text);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(t.damson, 2));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(u(1.5), 2, -2, -2), u(), u());
        }
        painter->restore();
    }
};

QToolButton* footButton(const QString& iconName, const QString& text, const QString& name)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName, &Tokens::ink2));
    button->setIconSize({u(6), u(6)});
    button->setText(text);
    button->setFont(textFont(TextSize::Small));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setProperty("quiet", true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

Rail::Rail(QWidget* parent)
    : Surface(&Tokens::rail, {}, parent), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    setFixedWidth(u(23));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, u(2));
    column->setSpacing(0);
    auto* logo = new QHBoxLayout;
    logo->setContentsMargins(0, u(3), 0, u(3));
    logo->addWidget(new Picture(u"logo"_s, 8, &Tokens::damson), 0, Qt::AlignHCenter);
    column->addLayout(logo);

    for (const PageName page : pageNames) {
        auto* item = new QStandardItem(pageTitle(page));
        item->setData(pageIcon(page), IconRole);
        item->setData(int(page), PageRole);
        item->setData(pageTitle(page), Qt::AccessibleTextRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RailDelegate(m_list));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // arrows and wheel scroll
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_list->signalsBlocked())
            Q_EMIT pageChosen(PageName(index.data(PageRole).toInt()));
    });
    // The page is open already but its wizard covers it: choosing it once more leaves the wizard.
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT pageChosen(PageName(index.data(PageRole).toInt())); });

    m_footRow = new QBoxLayout(QBoxLayout::TopToBottom);
    m_footRow->setSpacing(0);
    column->addLayout(m_footRow);
    auto* keys = footButton(u"help"_s, tr("Help"), tr("Help and keys (F1)"));
    auto* settings = footButton(u"settings"_s, tr("Settings"), tr("Settings (Ctrl+,)"));
    auto* lock = footButton(u"lock"_s, tr("Lock"), tr("Lock the record (Ctrl+L)"));
    for (QToolButton* button : {keys, settings, lock}) {
        m_footRow->addWidget(button);
        m_foot.push_back(button);
    }
    connect(keys, &QToolButton::clicked, this, &Rail::keysAsked);
    connect(settings, &QToolButton::clicked, this, &Rail::settingsAsked);
    connect(lock, &QToolButton::clicked, this, &Rail::lockAsked);
}

void Rail::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    using Room = RailDelegate::Room;
    const Room room = height() < u(150) ? Room::Words : height() < u(190) ? Room::Close : Room::Ample;
    m_footRow->setDirection(room == Room::Words ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (QToolButton* button : m_foot) {
        button->setToolButtonStyle(room == Room::Ample ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
        button->setIconSize(room == Room::Words ? QSize(u(4), u(4)) : QSize(u(6), u(6)));
    }
    auto* delegate = static_cast<RailDelegate*>(m_list->itemDelegate());
    if (delegate->room == room)
        return;
    delegate->room = room;
    m_list->doItemsLayout();
}

void Rail::setCurrent(PageName page)
{
    const QSignalBlocker quiet(m_list);
    const QSignalBlocker quietToo(m_list->selectionModel());
    const QModelIndex index = m_model->index(int(page), 0);
    m_list->setCurrentIndex(index);
    m_list->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    m_list->viewport()->update();
}

void Rail::setBadge(PageName page, int count)
{
    QStandardItem* item = m_model->item(int(page));
    item->setData(count, BadgeRole);
    item->setData(count > 0 ? tr("%1, %n to look at", nullptr, count).arg(pageTitle(page)) : pageTitle(page),
                  Qt::AccessibleTextRole);
}

} // namespace app
