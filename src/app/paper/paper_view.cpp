// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/paper_view.h"

#include "app/paper/sheet_area.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

enum Shown { Sentence, Drawn, Words };

constexpr double zoomStep = 1.25;
constexpr qsizetype mostSpoken = 4000; // of a page's words, given to a screen reader as its description

} // namespace

PaperView::PaperView(QWidget* parent)
    : QWidget(parent), m_bar(new QWidget), m_number(new QSpinBox), m_of(new Text({}, TextSize::Body, &Tokens::ink2)),
      m_note(new Text({}, TextSize::Small, &Tokens::ink2)), m_before(iconButton(u"back"_s, tr("Page before (Ctrl+PageUp)"))),
      m_after(iconButton(u"forward"_s, tr("Next page (Ctrl+PageDown)"))),
      m_smaller(iconButton(u"zoom-out"_s, tr("Smaller (Ctrl+-)"))), m_larger(iconButton(u"zoom-in"_s, tr("Larger (Ctrl++)"))),
      m_fit(iconButton(u"fit"_s, tr("As wide as the space (Ctrl+0)"))), m_stack(new QStackedWidget),
      m_area(new SheetArea), m_text(new QPlainTextEdit), m_head(new Text({}, TextSize::Title)), m_sentence(new Text)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar();
    column->addWidget(m_bar);
    column->addWidget(m_note);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(u(4), 0, u(4), u(2));
    m_note->hide();
    column->addWidget(m_stack, 1);

    auto* sentence = new QWidget;
    auto* inSentence = new QVBoxLayout(sentence);
    inSentence->setContentsMargins(u(6), u(8), u(6), u(6));
    inSentence->setSpacing(u(2));
    m_head->setWordWrap(true);
    m_sentence->wrapped();
    inSentence->addWidget(m_head);
    inSentence->addWidget(m_sentence);
    inSentence->addStretch();
    m_stack->insertWidget(Sentence, sentence);
    m_stack->insertWidget(Drawn, m_area);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(u(4));
    m_text->setTabStopDistance(u(30));
    m_stack->insertWidget(Words, m_text);

    connect(m_area, &SheetArea::lineChosen, this, [this](int line) {
        m_area->setLine(line);
        tellScreenReader();
        Q_EMIT placeChanged();
    });
    connect(m_area, &SheetArea::pageAsked, this, [this](int steps) {
        const int before = m_page;
        turn(steps);
        if (steps < 0 && m_page != before)
            m_area->scrollToEnd();
    });
    connect(m_area, &SheetArea::widthChanged, this, [this] {
        if (m_stack->currentIndex() == Drawn)
            draw();
    });
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &PaperView::placeChanged);

    const auto act = [this](const QString& text, const QKeySequence& key, auto&& job) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, job);
        addAction(action);
    };
    act(tr("Page before"), QKeySequence(u"Ctrl+PgUp"_s), [this] { turn(-1); });
    act(tr("Next page"), QKeySequence(u"Ctrl+PgDown"_s), [this] { turn(1); });
    act(tr("Line above"), QKeySequence(u"Ctrl+Up"_s), [this] { stepLine(-1); });
    act(tr("Line below"), QKeySequence(u"Ctrl+Down"_s), [this] { stepLine(1); });
    act(tr("Larger"), QKeySequence(u"Ctrl++"_s), [this] { zoomTo(m_area->zoom() * zoomStep); });
    act(tr("Larger"), QKeySequence(u"Ctrl+="_s), [this] { zoomTo(m_area->zoom() * zoomStep); });
    act(tr("Smaller"), QKeySequence(u"Ctrl+-"_s), [this] { zoomTo(m_area->zoom() / zoomStep); });
    act(tr("As wide as the space"), QKeySequence(u"Ctrl+0"_s), [this] { zoomTo(1); });
    showWords({}, {});
}

PaperView::~PaperView() = default;

void PaperView::buildBar()
{
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(u(4), u(1.5), u(4), u(1.5));
    row->setSpacing(u(1.5));
    row->addWidget(m_before);
    m_number->setKeyboardTracking(false);
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setAlignment(Qt::AlignRight);
    m_number->setAccessibleName(tr("Page number"));
    row->addWidget(m_number);
    row->addWidget(m_of);
    row->addWidget(m_after);
    row->addStretch();
    row->addWidget(m_smaller);
    row->addWidget(m_larger);
    row->addWidget(m_fit);
    connect(m_number, &QSpinBox::valueChanged, this, [this](int page) { goTo(page); });
    connect(m_before, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_smaller, &QToolButton::clicked, this, [this] { zoomTo(m_area->zoom() / zoomStep); });
    connect(m_larger, &QToolButton::clicked, this, [this] { zoomTo(m_area->zoom() * zoomStep); });
    connect(m_fit, &QToolButton::clicked, this, [this] { zoomTo(1); });
}

void PaperView::open(const QString& title, const QString& format, const QByteArray& bytes)
{
    forget();
    m_title = title;
    m_waiting = true;
    showWords(tr("Opening …"), {});
    m_waiting = true;
    m_reader.open(format, bytes).then(this, [this, round = m_round](const base::Result<PaperInfo>& info) {
        if (round == m_round)
            onOpened(info);
    });
}

void PaperView::showWords(const QString& title, const QString& sentence)
{
    m_waiting = false;
    m_head->setText(title);
    m_sentence->setText(sentence);
    m_note->hide();
    m_stack->setCurrentIndex(Sentence);
    enable();
}

void PaperView::forget()
{
    ++m_round;
    m_reader.close();
    m_info = {};
    m_sheet = {};
    m_title.clear();
    m_page = 0;
    m_wantedLine = 0;
    m_area->clear();
    m_area->setZoom(1);
    m_text->clear();
    m_area->setAccessibleName({});
    m_area->setAccessibleDescription({});
    m_text->setAccessibleName({});
    showWords({}, {});
}

void PaperView::onOpened(const base::Result<PaperInfo>& info)
{
    m_waiting = false;
    if (!info) {
        say(info.error());
        return;
    }
    m_info = *info;
    {
        const QSignalBlocker quiet(m_number);
        m_number->setRange(1, m_info.pages);
    }
    m_of->setText(tr("of %1").arg(m_info.pages));
    QStringList notes;
    if (m_info.wordsOnly)
        notes << tr("Only the words of this document are shown here, without its pictures and layout. Pages are where "
                    "the file says they ended.");
    if (m_info.cut)
        notes << tr("It is longer than the program shows.");
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
    goTo(std::max(1, m_page), m_wantedLine);
}

void PaperView::goTo(int page, int line)
{
    m_wantedLine = line;
    m_page = page;
    if (m_info.pages == 0)
        return; // not opened yet
    m_page = std::clamp(page, 1, m_info.pages);
    const QSignalBlocker quiet(m_number);
    m_number->setValue(m_page);
    if (m_sheet.page == m_page && m_stack->currentIndex() != Sentence && line > 0 && !m_sheet.lines.empty()) {
        m_area->setLine(line);
    } else {
        m_area->setLine(0);
        draw();
    }
    enable();
    Q_EMIT placeChanged();
}

void PaperView::draw()
{
    if (m_info.pages == 0)
        return;
    m_waiting = true;
    const int round = ++m_round;
    m_reader.sheet(m_page, std::max(u(20), m_area->wantedWidth()))
        .then(this, [this, round](const base::Result<PaperSheet>& sheet) {
            if (round == m_round)
                onDrawn(sheet);
        });
}

void PaperView::onDrawn(const base::Result<PaperSheet>& sheet)
{
    m_waiting = false;
    if (!sheet) {
        say(sheet.error());
        return;
    }
    const bool another = m_sheet.page != sheet->page || m_stack->currentIndex() == Sentence;
    m_sheet = *sheet;
    if (m_info.wordsOnly) {
        showWordsOfPage();
    } else {
        m_stack->setCurrentIndex(Drawn);
        m_area->setSheet(m_sheet);
        if (another)
            m_area->scrollToTop();
        if (m_wantedLine > 0)
            m_area->setLine(std::exchange(m_wantedLine, 0));
    }
    tellScreenReader();
    enable();
    Q_EMIT placeChanged();
}

void PaperView::showWordsOfPage()
{
    m_stack->setCurrentIndex(Words);
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(m_sheet.text);
    const int line = std::exchange(m_wantedLine, 0);
    const QTextBlock block = m_text->document()->findBlockByNumber(std::max(0, line - 1));
    if (block.isValid())
        m_text->setTextCursor(QTextCursor(block));
}

void PaperView::tellScreenReader()
{
    const QString place = tr("%1, page %2 of %3").arg(m_title).arg(m_page).arg(m_info.pages);
    const QString name = line() > 0 ? tr("%1, line %2").arg(place).arg(line()) : place;
    m_area->setAccessibleName(name);
    m_area->setAccessibleDescription(m_sheet.text.simplified().left(mostSpoken));
    m_text->setAccessibleName(place);
}

int PaperView::line() const
{
    switch (m_stack->currentIndex()) {
    case Drawn:
        return m_area->line();
    case Words:
        return m_text->textCursor().blockNumber() + 1;
    default:
        return 0;
    }
}

void PaperView::turn(int steps)
{
    const int wanted = std::clamp(m_page + steps, 1, std::max(1, m_info.pages));
    if (wanted != m_page)
        goTo(wanted);
}

void PaperView::stepLine(int steps)
{
    if (m_stack->currentIndex() == Words) {
        m_text->moveCursor(steps < 0 ? QTextCursor::PreviousBlock : QTextCursor::NextBlock);
        return;
    }
    if (m_area->lineCount() == 0)
        return;
    m_area->setLine(std::clamp(m_area->line() + steps, 1, m_area->lineCount()));
    tellScreenReader();
    Q_EMIT placeChanged();
}

void PaperView::zoomTo(double zoom)
{
    if (m_stack->currentIndex() == Words) {
        zoom > m_area->zoom() ? m_text->zoomIn() : m_text->zoomOut();
        m_area->setZoom(zoom);
        return;
    }
    m_area->setZoom(zoom);
    draw();
}

void PaperView::say(const base::Error& error)
{
    if (error.kind == base::ErrorKind::Stopped)
        return;
    m_sheet = {};
    showWords(error.message, error.next);
    if (m_info.pages == 0)
        m_page = 0;
    Q_EMIT placeChanged();
}

void PaperView::enable()
{
    const bool pages = m_info.pages > 0;
    m_bar->setVisible(pages);
    m_before->setEnabled(m_page > 1);
    m_after->setEnabled(m_page < m_info.pages);
}

void PaperView::takeFocus()
{
    if (m_stack->currentIndex() == Drawn)
        m_area->setFocus();
    else if (m_stack->currentIndex() == Words)
        m_text->setFocus();
    else
        setFocus();
}

} // namespace app
