// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/passphrase_field.h"

#include "app/theme/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace app {

PassphraseField::PassphraseField(QWidget* parent) : QLineEdit(parent), m_show(new QAction(this))
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setMaxLength(1024);
    m_show->setIcon(icon(u"show"_s, &Tokens::ink2));
    m_show->setShortcut(QKeySequence(u"Ctrl+Shift+S"_s));
    m_show->setShortcutContext(Qt::WidgetShortcut);
    m_show->setCheckable(true);
    m_show->setText(tr("Show what I type"));
    m_show->setToolTip(tr("Show what I type (%1)").arg(m_show->shortcut().toString(QKeySequence::NativeText)));
    addAction(m_show, QLineEdit::TrailingPosition);
    connect(m_show, &QAction::toggled, this, &PassphraseField::setShown);
}

extract::Secret PassphraseField::take()
{
    QString typed = text();
    extract::Secret secret = extract::Secret::fromText(typed);
    extract::wipe(typed);
    wipe();
    return secret;
}

void PassphraseField::wipe()
{
    // Overwrites the line edit's own buffer before it lets go of it; earlier copies Qt made while typing stay until
    // their memory is used again, which the help admits.
    setText(QString(text().size(), u'\0'));
    clear();
    m_show->setChecked(false);
}

void PassphraseField::keyPressEvent(QKeyEvent* event)
{
    const QString typed = event->text();
    if (typed.size() == 1 && typed.at(0).isLetter()) {
        const bool shift = event->modifiers() & Qt::ShiftModifier;
        const bool caps = typed.at(0).isUpper() != shift;
        if (caps != m_caps) {
            m_caps = caps;
            Q_EMIT capsLock(caps);
        }
    } else if (event->key() == Qt::Key_CapsLock) {
        m_caps = !m_caps;
        Q_EMIT capsLock(m_caps);
    }
    QLineEdit::keyPressEvent(event);
}

void PassphraseField::focusOutEvent(QFocusEvent* event)
{
    m_show->setChecked(false);
    QLineEdit::focusOutEvent(event);
}

void PassphraseField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setIcon(icon(shown ? u"mask"_s : u"show"_s, &Tokens::ink2));
}

} // namespace app
