// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/parts.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

Text::Text(const QString& text, TextSize size, QColor Tokens::* ink, QWidget* parent)
    : QLabel(text, parent), m_size(size), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    dress();
}

Text::Text(QWidget* parent) : Text(QString(), TextSize::Body, &Tokens::ink, parent) {}

void Text::setSize(TextSize size)
{
    m_size = size;
    dress();
}

void Text::setInk(QColor Tokens::* ink)
{
    m_ink = ink;
    dress();
}

void Text::setBold(bool bold)
{
    m_bold = bold;
    dress();
}

Text* Text::wrapped()
{
    setWordWrap(true);
    setMaximumWidth(QFontMetrics(font()).averageCharWidth() * 88);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    return this;
}

Text* Text::selectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return this;
}

void Text::changeEvent(QEvent* event)
{
    if (!m_dressing && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange))
        dress();
    QLabel::changeEvent(event);
}

void Text::dress()
{
    m_dressing = true; // setting font and palette sends change events again
    QFont font = textFont(m_size);
    if (m_bold)
        font.setBold(true);
    setFont(font);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, Tokens::current().*m_ink);
    palette.setColor(QPalette::Text, Tokens::current().*m_ink);
    setPalette(palette);
    m_dressing = false;
}

Picture::Picture(const QString& name, double units, QColor Tokens::* ink, QWidget* parent)
    : QWidget(parent), m_name(name), m_units(units), m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Picture::sizeHint() const
{
    return {u(m_units), u(m_units)};
}

void Picture::setName(const QString& name, QColor Tokens::* ink)
{
    m_name = name;
    m_ink = ink;
    update();
}

void Picture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, iconPixmap(m_name, u(m_units), Tokens::current().*m_ink, devicePixelRatioF()));
}

Hairline::Hairline(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Tokens::current().rule);
}

Surface::Surface(QColor Tokens::* colour, Qt::Edges lines, QWidget* parent)
    : QWidget(parent), m_colour(colour), m_lines(lines)
{
}

void Surface::setColour(QColor Tokens::* colour)
{
    m_colour = colour;
    update();
}

void Surface::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = Tokens::current();
    painter.fillRect(rect(), t.*m_colour);
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, t.rule);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, t.rule);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), t.rule);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), t.rule);
}

MarginSheet::MarginSheet(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, u(6), u(6), u(6));
    m_rows->setSpacing(0);
}

int MarginSheet::marginX()
{
    return u(37);
}

void MarginSheet::addRow(QWidget* label, QWidget* content, double spaceBefore)
{
    if (spaceBefore > 0)
        addSpace(spaceBefore);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(u(5), 0, 0, 0);
    row->setSpacing(0);
    auto* margin = new QWidget(this);
    margin->setFixedWidth(u(30));
    auto* inMargin = new QVBoxLayout(margin);
    inMargin->setContentsMargins(0, 0, 0, 0);
    if (label)
        inMargin->addWidget(label, 0, Qt::AlignTop);
    inMargin->addStretch();
    row->addWidget(margin, 0);
    row->addSpacing(u(6));
    if (content)
        row->addWidget(content, 1);
    m_rows->addLayout(row);
}

void MarginSheet::addRow(const QString& label, QWidget* content, double spaceBefore)
{
    auto* text = new Text(label);
    text->setBold(true);
    text->setWordWrap(true);
    text->setFixedWidth(u(30));
    addRow(text, content, spaceBefore);
}

void MarginSheet::addRule(double spaceBefore)
{
    addSpace(spaceBefore);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(u(41), 0, 0, 0);
    row->addWidget(new Hairline(this));
    m_rows->addLayout(row);
}

void MarginSheet::addSpace(double units)
{
    m_rows->addSpacing(u(units));
}

void MarginSheet::addStretch()
{
    m_rows->addStretch(1);
}

namespace {

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QLayout* inner = item->layout())
            empty(inner);
        if (QWidget* widget = item->widget()) {
            widget->hide(); // a dying focus stop must not be reached before the event loop deletes it
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

void MarginSheet::clear()
{
    empty(m_rows);
}

QScrollArea* MarginSheet::scrolling(MarginSheet* sheet, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(sheet);
    return area;
}

void MarginSheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = Tokens::current();
    painter.fillRect(rect(), t.sheet);
    painter.fillRect(marginX(), 0, 1, height(), t.margin);
}

QPushButton* plainButton(const QString& text, const QString& iconName)
{
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    return button;
}

QPushButton* primaryButton(const QString& text, const QString& iconName)
{
    auto* button = new QPushButton(text);
    button->setProperty("primary", true);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, &Tokens::onDamson));
    return button;
}

QPushButton* linkButton(const QString& text, int widest)
{
    const QFontMetrics metrics(textFont(TextSize::Body));
    QStringList lines;
    for (const QString& word : text.split(u' ')) {
        const QString longer = lines.isEmpty() ? word : lines.last() + u' ' + word;
        if (lines.isEmpty() || (widest > 0 && metrics.horizontalAdvance(longer) > widest))
            lines << word;
        else
            lines.last() = longer;
    }
    auto* button = new QPushButton(lines.join(u'\n'));
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

QToolButton* iconButton(const QString& iconName, const QString& name)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setProperty("quiet", true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

Segments::Segments(const QString& name, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_group(new QButtonGroup(this)), m_name(name)
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
}

void Segments::setTexts(const QStringList& texts)
{
    const int kept = current();
    for (QAbstractButton* button : m_group->buttons()) {
        m_group->removeButton(button);
        button->hide();
        button->deleteLater();
    }
    for (int i = 0; i < texts.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(texts[i]);
        button->setAccessibleName(m_name + u": "_s + texts[i]);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAttribute(Qt::WA_LayoutUsesWidgetRect); // joined: no room for a ring between them
        button->setProperty("segment_bold", true);
        button->setProperty("segment", texts.size() == 1            ? u"only"_s
                                           : i == 0                 ? u"first"_s
                                           : i + 1 == texts.size() ? u"last"_s
                                                                    : u"middle"_s);
        m_group->addButton(button, i);
        m_row->addWidget(button);
    }
    setCurrent(kept >= 0 && kept < texts.size() ? kept : 0);
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
    // Tab goes to the one that is chosen, arrow keys from there: Qt keeps it so only where keys chose it.
    for (QAbstractButton* button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

int Segments::current() const
{
    return m_group->checkedId();
}

PageHead::PageHead(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new Text(title, TextSize::Title)),
      m_sentence(new Text({}, TextSize::Lead, &Tokens::ink2)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(u(5), u(1), u(6), u(1));
    m_row->setSpacing(u(4));
    m_row->addWidget(m_title);
    m_row->addWidget(m_sentence, 1);
    auto* controls = new QHBoxLayout;
    controls->setSpacing(u(4));
    m_row->addLayout(controls);
    m_sentence->setWordWrap(true);
    setMinimumHeight(u(12));
}

void PageHead::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    makeRoom();
}

void PageHead::setTitle(const QString& title)
{
    m_title->setText(title);
    makeRoom();
}

void PageHead::addControl(QWidget* widget)
{
    m_row->itemAt(m_row->count() - 1)->layout()->addWidget(widget);
}

void PageHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

// Narrow window, large text: the sentence is the first to go; then the controls stand below the title, each whole.
void PageHead::makeRoom()
{
    QLayout* controls = m_row->itemAt(m_row->count() - 1)->layout();
    const int margins = m_row->contentsMargins().left() + m_row->contentsMargins().right();
    int taken = margins;
    for (int i = 0; i < controls->count(); ++i)
        if (const QWidget* widget = controls->itemAt(i)->widget(); widget && !widget->isHidden()) {
            const bool words = qobject_cast<const QLabel*>(widget) != nullptr; // they break into lines
            taken += (words ? widget->minimumSizeHint() : widget->sizeHint()).width() + u(4);
        }
    const int title = m_title->fontMetrics().horizontalAdvance(m_title->text());
    const bool below = taken > margins && taken + title > width();
    m_row->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(below ? u(2) : u(4));
    m_row->setAlignment(controls, below ? Qt::AlignLeft : Qt::Alignment());
    m_title->setWordWrap(margins + title > width());
    setMinimumHeight(std::max(u(12), below ? m_row->minimumSize().height() : 0)); // the page below must not press on them
    m_sentence->setVisible(taken + title + m_row->spacing() + u(36) <= width());
    const int sentence = m_row->indexOf(m_sentence);
    m_row->setStretch(m_row->indexOf(m_title), m_sentence->isHidden() ? 1 : 0);
    m_row->setStretch(sentence, m_sentence->isHidden() ? 0 : 1);
}

void PageHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::current().sheet);
    painter.fillRect(0, height() - 1, width(), 1, Tokens::current().rule);
}

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& sentence, const QString& button,
                       QWidget* parent)
    : QWidget(parent)
{
    auto* sheet = new MarginSheet;
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(MarginSheet::scrolling(sheet, this));
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(2));
    column->addWidget(new Text(title, TextSize::Title));
    auto* words = (new Text(sentence, TextSize::Lead, &Tokens::ink2))->wrapped();
    words->setMaximumWidth(QWIDGETSIZE_MAX); // its box is bounded, so that its height is asked for the true width
    box->setMaximumWidth(u(200));
    column->addWidget(words);
    if (!button.isEmpty()) {
        column->addSpacing(u(3));
        auto* ask = primaryButton(button);
        auto* line = new QHBoxLayout;
        line->setContentsMargins(0, 0, 0, u(1)); // the ring of focus
        line->addWidget(ask);
        line->addStretch();
        column->addLayout(line);
        connect(ask, &QPushButton::clicked, this, &EmptyState::asked);
        setFocusProxy(ask);
    }
    auto* bounded = new QWidget;
    auto* inBounded = new QHBoxLayout(bounded);
    inBounded->setContentsMargins(0, 0, 0, 0);
    inBounded->addWidget(box, 1);
    inBounded->addStretch();
    sheet->addRow(new Picture(iconName, 8), bounded, 5);
    sheet->addStretch();
}

Notice::Notice(QWidget* parent)
    : Surface(&Tokens::ochreWash, {}, parent), m_icon(new Picture(u"finding"_s, 5, &Tokens::ochreMark)),
      m_title(new Text), m_text(new Text({}, TextSize::Body))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(u(4), u(3), u(4), u(3));
    row->setSpacing(u(3));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(u());
    m_title->setBold(true);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_text);
    row->addLayout(column, 1);
    hide();
}

void Notice::say(Kind kind, const QString& title, const QString& text)
{
    switch (kind) {
    case Kind::Look:
        setColour(&Tokens::ochreWash);
        m_icon->setName(u"finding"_s, &Tokens::ochreMark);
        break;
    case Kind::Fault:
        setColour(&Tokens::rustWash);
        m_icon->setName(u"fault"_s, &Tokens::rust);
        break;
    case Kind::Settled:
        setColour(&Tokens::greenWash);
        m_icon->setName(u"settled"_s, &Tokens::green);
        break;
    case Kind::Note:
        setColour(&Tokens::band);
        m_icon->setName(u"note"_s, &Tokens::ink2);
        break;
    }
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    setVisible(!title.isEmpty() || !text.isEmpty());
}

QString Notice::title() const
{
    return m_title->text();
}

} // namespace app
