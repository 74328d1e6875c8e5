// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>

#include <vector>

namespace readers {

// Whose a row is, where it names its child only by a local authority's own number. One number may stand for several
// children: files were seen that give it twice. Costs about a hundred bytes a child of the file set, wanted or not,
// because a number is safe to follow only while nobody else bears it.
class CareRows {
public:
    // The table of children says who bears a number. `who` is what else it says of them; `place` is −1 for a child
    // that is not taken.
    void claim(const QByteArray& number, const QByteArray& who, QDate born, int place);

    enum class Whose { Nobody, Other, Child, AnotherBirthDate, SeveralChildren };
    struct Answer {
        Whose whose = Whose::Nobody;
        int place = -1;
    };
    // `born` is invalid where the row says none.
    [[nodiscard]] Answer ownerOf(const QByteArray& number, QDate born) const;
    [[nodiscard]] bool isEmpty() const { return m_bearers.isEmpty(); }

private:
    struct Bearer {
        QByteArray who;
        QDate born;
        int place = -1;
    };
    QHash<QByteArray, std::vector<Bearer>> m_bearers;
};

} // namespace readers
