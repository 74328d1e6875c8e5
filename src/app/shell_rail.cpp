// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_rail.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

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
        const int wordsHigh = wordsRect(index).height();
        switch (room) {
        case Room::Words:
            return {u(23), wordsHigh + u(2.5)};
        case Room::Close:
            return {u(23), u(6) + wordsHigh + u(2)};
        case Room::Ample:
            break;
        }
        return {u(23), std::max(u(15), u(6) + wordsHigh + u(4.5))};
    }

    // A low window or large text: closer together, then without pictures, before anything has to scroll.
    enum class Room { Ample, Close, Words };
    Room room = Room::Ample;

    // Without a picture there is no corner for a badge to sit in: the number stands behind the name.
    [[nodiscard]] QString words(const QModelIndex& index) const
    {
        const QString name = index.data(Qt::DisplayRole).toString();
        const int badge = index.data(BadgeRole).toInt();
        return room == Room::Words && badge > 0 ? QString(name + u" (" + QString::number(badge) + u')') : name;
    }

    // Long names break into two lines rather than widen the rail.
    [[nodiscard]] QRect wordsRect(const QModelIndex& index) const
    {
        QFont bold = textFont(TextSize::Small);
        bold.setBold(true);
        return QFontMetrics(bold).boundingRect(QRect(0, 0, u(21), u(100)), Qt::AlignHCenter | Qt::TextWordWrap,
                                               words(index));
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
        const int wordsHigh = wordsRect(index).height();
        const int height = side + u(0.5) + wordsHigh;
        const int top = option.rect.y() + (option.rect.height() - height) / 2;
        const int x = option.rect.x() + (option.rect.width() - side) / 2;
        const double ratio = painter->device()->devicePixelRatioF();
        if (side > 0)
            painter->drawPixmap(x, top, iconPixmap(index.data(IconRole).toString(), side, ink, ratio));
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(QRect(option.rect.x() + u(), top + side + u(0.5), u(21), wordsHigh + metrics.descent()),
                          Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words(index));
        if (const int badge = index.data(BadgeRole).toInt(); badge > 0 && room != Room::Words) {
            QFont bold = font;
            bold.setBold(true);
            const QString text = QString::number(badge);
            const int d = std::max(QFontMetrics(bold).height(), QFontMetrics(bold).horizontalAdvance(text) + u(2));
            const QRect disc(x + side - u(1.5), top - u(1.5), d, QFontMetrics(bold).height());
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
    : Surface(&Tokens::rail, {}, parent), m_logo(new QWidget), m_list(new QListView), m_model(new QStandardItemModel(this))
{
    setFixedWidth(u(23));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, u(2));
    column->setSpacing(0);
    auto* logo = new QHBoxLayout(m_logo);
    logo->setContentsMargins(0, u(3), 0, u(3));
    logo->addWidget(new Picture(u"logo"_s, 8, &Tokens::damson), 0, Qt::AlignHCenter);
    column->addWidget(m_logo);

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
    auto* delegate = static_cast<RailDelegate*>(m_list->itemDelegate());
    const Room before = delegate->room;
    // The first way in which every page can be seen.
    struct Way {
        Room room;
        bool footSaysWords;
        int around; // logo and foot
    };
    bool footSaysWords = false;
    for (const Way& way : {Way{Room::Ample, true, u(62)}, Way{Room::Close, true, u(62)}, Way{Room::Close, false, u(46)},
                           Way{Room::Words, false, u(12)}}) {
        delegate->room = way.room;
        footSaysWords = way.footSaysWords;
        int needed = way.around;
        for (int row = 0; row < m_model->rowCount(); ++row)
            needed += delegate->sizeHint({}, m_model->index(row, 0)).height();
        if (needed <= height())
            break;
    }
    const Room room = delegate->room;
    m_logo->setVisible(room != Room::Words);
    m_footRow->setDirection(room == Room::Words ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (QToolButton* button : m_foot) {
        button->setToolButtonStyle(footSaysWords ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
        button->setIconSize(room == Room::Words ? QSize(u(4), u(4)) : QSize(u(6), u(6)));
    }
    if (room != before)
        m_list->doItemsLayout();
}

int Rail::rowOf(PageName page)
{
    return int(std::find(pageNames.begin(), pageNames.end(), page) - pageNames.begin());
}

void Rail::setCurrent(PageName page)
{
    const QSignalBlocker quiet(m_list);
    const QSignalBlocker quietToo(m_list->selectionModel());
    const QModelIndex index = m_model->index(rowOf(page), 0);
    m_list->setCurrentIndex(index);
    m_list->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    m_list->viewport()->update();
}

void Rail::setBadge(PageName page, int count)
{
    QStandardItem* item = m_model->item(rowOf(page));
    item->setData(count, BadgeRole);
    item->setData(count > 0 ? tr("%1, %n to look at", nullptr, count).arg(pageTitle(page)) : pageTitle(page),
                  Qt::AccessibleTextRole);
}

} // namespace app
