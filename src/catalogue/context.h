// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace catalogue {

enum class ContextKind { Census, Law, Sharing, Results };

// How well the statement was checked, in the words of resources/law.
enum class ContextStatus { Statute, Guidance, Secondary, Unverified };

// Something that changed for everybody: what a census asks, a law, how results are given. It stands behind the lanes
// of a timeline. From resources/catalogue/context.csv.
struct Context {
    QString key; // "send-reform"; stable
    ContextKind kind = ContextKind::Law;
    QDate from;
    QDate to; // inclusive; the same day: a moment
    QString title; // for narrow places
    QString words; // one or two sentences
    QString source;
    ContextStatus status = ContextStatus::Unverified;
    QDate seen; // when the source was last looked at

    [[nodiscard]] bool isMoment() const { return from == to; }
};

[[nodiscard]] const std::vector<Context>& contexts(); // by first day

} // namespace catalogue
