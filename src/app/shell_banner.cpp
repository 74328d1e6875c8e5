// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_banner.h"

#include "app/shell_find.h"
#include "base/masked_text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostResults = 60;
enum ResultRole { ValueRole = Qt::UserRole + 1, PageRole };

} // namespace

Banner::Banner(QWidget* parent)
    : Surface(&Tokens::sheet, Qt::BottomEdge, parent), m_name(new Text({}, TextSize::Section)),
      m_born(new Text({}, TextSize::Body, &Tokens::ink2)), m_number(new Text({}, TextSize::Body, &Tokens::ink2)),
      m_show(linkButton(tr("Show"))), m_label(new Text(tr("Record of"), TextSize::Small, &Tokens::ink2)), m_search(new QLineEdit), m_results(new QListWidget(this))
{
    setMinimumHeight(u(14));
    // Narrow windows and large text: the banner leaves parts out (leaveOut) instead of holding the window wide.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(u(5), u(2), u(5), u(2));
    row->setSpacing(u(2));
    m_label->setFixedWidth(u(34));
    row->addWidget(m_label);
    row->addWidget(m_name);
    row->addWidget(m_born);
    row->addWidget(m_number);
    row->addWidget(m_show);
    row->addStretch(1);
    for (QWidget* padded : std::initializer_list<QWidget*>{m_born, m_number})
        padded->setContentsMargins(u(2), 0, 0, 0);
    m_search->setPlaceholderText(tr("Find a value, year or word"));
    m_search->setAccessibleName(tr("Find a value, year or word"));
    m_search->setToolTip(tr("Find (Ctrl+F)"));
    // The whole invitation is to be read; an icon and a clear button stand beside it.
    m_search->setMinimumWidth(m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) + u(15));
    m_search->setMaximumWidth(m_search->minimumWidth() + u(12));
    m_search->addAction(new QAction(icon(u"search"_s, &Tokens::ink2), {}, m_search), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_search, 1);

    m_results->setWindowFlags(Qt::ToolTip);
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setFocusProxy(m_search);
    m_results->setAccessibleName(tr("Found"));
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->hide();
    connect(m_search, &QLineEdit::textEdited, this, &Banner::search);
    connect(m_results, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { chooseResult(m_results->row(item)); });
    m_search->installEventFilter(this);
    connect(m_show, &QPushButton::clicked, this, [this] { setNumbersShown(!m_shown); });
    setSnapshot(nullptr);
}

void Banner::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    const bool other = !snapshot || !m_snapshot;
    m_snapshot = snapshot;
    if (other) {
        m_shown = false;
        m_search->clear();
        hideResults();
        m_results->clear();
    }
    if (snapshot) {
        const record::Person& person = snapshot->record.person;
        const QString& use = snapshot->decisions.nameToUse;
        m_name->setText(use.isEmpty() ? person.name : use);
        m_born->setText(person.born.isValid() ? tr("born %1").arg(person.born.year()) : QString());
    } else {
        m_name->clear();
        m_born->clear();
    }
    showNumber();
}

void Banner::setNumbersShown(bool shown)
{
    m_shown = shown;
    showNumber();
}

void Banner::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    leaveOut();
}

void Banner::changeEvent(QEvent* event)
{
    Surface::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        leaveOut();
}

// Least needed first; keys and the overview still say what is left out.
void Banner::leaveOut()
{
    const bool number = !m_number->text().isEmpty();
    m_label->show();
    m_born->setVisible(!m_born->text().isEmpty());
    m_number->setVisible(number);
    m_show->setVisible(number && m_snapshot && !m_snapshot->atRisk);
    for (const std::vector<QWidget*>& part :
         {std::vector<QWidget*>{m_label}, std::vector<QWidget*>{m_born}, std::vector<QWidget*>{m_number, m_show}}) {
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            return;
        for (QWidget* widget : part)
            widget->hide();
    }
}

void Banner::showNumber()
{
    const QString upn = m_snapshot ? m_snapshot->record.person.upn : QString();
    const bool atRisk = m_snapshot && m_snapshot->atRisk;
    if (upn.isEmpty()) {
        m_number->clear();
        leaveOut();
        return;
    }
    // Only what may be seen is handed to the label: tool tips and screen readers get the same.
    const QString shown = atRisk ? base::maskedWhole() : m_shown ? upn : base::maskedNumber(upn);
    m_number->setText(tr("UPN %1").arg(shown));
    m_show->setText(m_shown ? tr("Hide") : tr("Show"));
    m_show->setAccessibleName(m_shown ? tr("Hide the pupil number") : tr("Show the pupil number"));
    leaveOut();
}

void Banner::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Banner::search(const QString& words)
{
    m_results->clear();
    if (!m_snapshot || words.trimmed().size() < 2) {
        hideResults();
        return;
    }
    const std::vector<Found> found = app::find(*m_snapshot, words, mostResults);
    for (const Found& one : found) {
        auto* item = new QListWidgetItem(one.detail.isEmpty() ? one.title : one.title + u"\n"_s + one.detail);
        item->setData(ValueRole, one.value.n);
        item->setData(PageRole, int(one.page));
        m_results->addItem(item);
    }
    if (found.empty()) {
        auto* none = new QListWidgetItem(tr("Nothing in this record says that."));
        none->setFlags(Qt::NoItemFlags);
        m_results->addItem(none);
    } else {
        m_results->setCurrentRow(0);
    }
    const int width = std::max(m_search->width(), u(100));
    const int rows = std::min(m_results->count(), 8);
    int height = 2 * m_results->frameWidth() + u();
    for (int i = 0; i < rows; ++i)
        height += m_results->sizeHintForRow(i);
    const QPoint right = m_search->mapToGlobal(QPoint(m_search->width(), m_search->height() + u()));
    m_results->setGeometry(right.x() - width, right.y(), width, height);
    m_results->show();
    m_search->setAccessibleDescription(tr("%n found, choose with the arrow keys", nullptr, int(found.size())));
}

void Banner::chooseResult(int row)
{
    const QListWidgetItem* item = m_results->item(row);
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const record::ValueId value{item->data(ValueRole).toLongLong()};
    const PageName page = PageName(item->data(PageRole).toInt());
    hideResults();
    if (value)
        Q_EMIT valueChosen(value);
    else
        Q_EMIT pageChosen(page);
}

void Banner::hideResults()
{
    m_results->hide();
    m_search->setAccessibleDescription({});
}

bool Banner::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search)
        return Surface::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut)
        hideResults();
    // Escape is a key of the window as well; first it clears what was looked for.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        !m_search->text().isEmpty()) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int next = m_results->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            if (m_results->isVisible() && next >= 0 && next < m_results->count())
                m_results->setCurrentRow(next);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_results->isVisible()) {
            chooseResult(m_results->currentRow());
            return true;
        }
        if (key == Qt::Key_Escape) {
            if (m_results->isVisible())
                hideResults();
            else
                m_search->clear();
            return true;
        }
    }
    return Surface::eventFilter(watched, event);
}

} // namespace app
