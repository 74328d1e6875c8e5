// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/help_text.h"

#include "app/theme/parts.h"

#include <QEvent>
#include <QFile>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace app {

HelpText::HelpText(QWidget* parent) : QTextBrowser(parent)
{
    setAccessibleName(tr("Help"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fill();
}

void HelpText::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

void HelpText::fill()
{
    QFile file(u":/help/en.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    document()->setDefaultFont(font());
    document()->setDocumentMargin(u(6));
    setMarkdown(QString::fromUtf8(file.readAll()));
    // Room between lines and blocks: the text is read by tired people.
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(format.headingLevel() > 0 ? u(3) : u(0.5));
        format.setBottomMargin(u(1));
        cursor.setBlockFormat(format);
    }
    moveCursor(QTextCursor::Start);
}

} // namespace app
