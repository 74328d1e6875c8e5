// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/passphrase_strength.h"

#include "app/theme/parts.h"
#include "extract/secret.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace app {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(app::PassphraseStrength)
};

constexpr double enoughBits = 60; // below, a stolen file could be tried through with money; see the extract's format

} // namespace

void tellStrength(const QLineEdit& field, Text& words)
{
    QString typed = field.text();
    if (typed.isEmpty()) {
        words.setText(Tr::tr("The six words are strong enough for this. Your own should be a long sentence."));
        words.setInk(&Tokens::ink2);
    } else if (extract::passphraseBits(typed) < enoughBits) {
        words.setText(Tr::tr("This may be guessed by somebody who has the file. More words, chosen by chance, make it stronger."));
        words.setInk(&Tokens::ochreText);
    } else {
        words.setText(Tr::tr("Strong enough."));
        words.setInk(&Tokens::green);
    }
    extract::wipe(typed);
}

} // namespace app
