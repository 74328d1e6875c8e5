// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/letter_editor.h"

#include "app/pages/letter_text.h"
#include "app/theme/icons.h"

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double leftMargin = 13; // of the paper, in u; numbers hang in it
constexpr double rightMargin = 10;

} // namespace

LetterEditor::LetterEditor(QWidget* parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The letter"));
    document()->setUndoRedoEnabled(true);
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (!m_writing)
            Q_EMIT edited();
        viewport()->update();
    });
}

void LetterEditor::setLetter(const requests::Letter& letter, const requests::Letter& composed)
{
    m_composed = composed;
    if (m_told && m_like == letter)
        return;
    m_like = letter;
    m_told = true;
    m_writing = true;
    const int scroll = verticalScrollBar()->value();
    const int place = textCursor().position();
    writeLetter(document(), letter);
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    frame.setLeftMargin(u(leftMargin));
    frame.setRightMargin(u(rightMargin));
    frame.setTopMargin(u(5));
    frame.setBottomMargin(u(6));
    document()->rootFrame()->setFrameFormat(frame);
    document()->clearUndoRedoStacks();
    QTextCursor cursor(document());
    cursor.setPosition(std::min(place, document()->characterCount() - 1));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scroll);
    m_writing = false;
    showQuestion();
    viewport()->update();
}

requests::Letter LetterEditor::letter() const
{
    return readLetter(document(), m_like);
}

void LetterEditor::setQuestion(int question)
{
    m_question = question;
    showQuestion();
    viewport()->update();
}

// Scrolls so that the passage being written can be read, without moving the cursor.
void LetterEditor::showQuestion()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int part = partOf(block);
        if (part < 0 || part >= int(m_like.parts.size()) || m_like.parts[std::size_t(part)].question != m_question)
            continue;
        const QRectF box = document()->documentLayout()->blockBoundingRect(block);
        QScrollBar* bar = verticalScrollBar();
        const int page = viewport()->height();
        if (box.top() < bar->value() || box.bottom() > bar->value() + page)
            bar->setValue(int(box.center().y()) - page / 2);
        return;
    }
}

void LetterEditor::paintEvent(QPaintEvent* event)
{
    const Tokens& t = Tokens::current();
    const QStringList byHand = editedParts(m_composed, letter());
    {
        QPainter painter(viewport());
        const int shift = -verticalScrollBar()->value();
        int numbered = -1;
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
            const int at = partOf(block);
            if (at < 0 || at >= int(m_like.parts.size()))
                continue;
            const requests::Part& part = m_like.parts[std::size_t(at)];
            QRectF box = document()->documentLayout()->blockBoundingRect(block).translated(0, shift);
            if (box.bottom() < 0 || box.top() > viewport()->height())
                continue;
            const bool current = part.question > 0 && part.question == m_question;
            const double bottom = box.bottom();
            if (current) {
                painter.fillRect(QRectF(0, box.top() - u(), viewport()->width() - u(rightMargin - 2),
                                        bottom - box.top() + u(2)),
                                 t.damsonWash);
                painter.fillRect(QRectF(0, box.top() - u(), u(), bottom - box.top() + u(2)), t.damson);
            }
            if (numbered == at)
                continue;
            numbered = at;
            const QRectF place(u(3), box.top(), u(leftMargin - 5), QFontMetricsF(letterFont()).lineSpacing());
            if (byHand.contains(part.id)) {
                const int side = u(4.5);
                painter.drawPixmap(QPointF(place.left(), place.center().y() - side / 2.0),
                                   iconPixmap(u"correct"_s, side, t.damson, devicePixelRatioF()));
            } else if (part.question > 0) {
                QFont font = textFont(TextSize::Small);
                font.setBold(current);
                painter.setFont(font);
                painter.setPen(current ? t.damson : t.ink2);
                painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, QString::number(part.question));
            }
        }
    }
    QTextEdit::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(viewport());
        painter.setPen(QPen(t.damson, 2));
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void LetterEditor::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    if (!hasFocus())
        showQuestion(); // only now the width is known, and with it where the passage stands
}

void LetterEditor::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText())
        textCursor().insertText(source->text());
}

void LetterEditor::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange) && m_told) {
        const requests::Letter now = letter();
        m_told = false;
        setLetter(now, m_composed); // its colours and sizes are written into the text
    }
}

} // namespace app
