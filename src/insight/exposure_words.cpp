// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/exposure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace insight {

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Definite:
        return u"definite"_s;
    case Verdict::VeryLikely:
        return u"very_likely"_s;
    case Verdict::Likely:
        return u"likely"_s;
    case Verdict::Possible:
        return u"possible"_s;
    case Verdict::Unknown:
        return u"unknown"_s;
    case Verdict::No:
        return u"no"_s;
    }
    Q_UNREACHABLE();
}

QString verdictText(Verdict verdict)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("insight::Verdict", text); };
    switch (verdict) {
    case Verdict::Definite:
        return tr("Definite");
    case Verdict::VeryLikely:
        return tr("Very likely");
    case Verdict::Likely:
        return tr("Likely");
    case Verdict::Possible:
        return tr("Possible");
    case Verdict::Unknown:
        return tr("Unknown");
    case Verdict::No:
        return tr("No");
    }
    Q_UNREACHABLE();
}

QString destructionWord(DestructionState state)
{
    switch (state) {
    case DestructionState::NotStated:
        return u"not_stated"_s;
    case DestructionState::NotDue:
        return u"not_due"_s;
    case DestructionState::Due:
        return u"due"_s;
    case DestructionState::Overdue:
        return u"overdue"_s;
    case DestructionState::Confirmed:
        return u"confirmed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace insight
