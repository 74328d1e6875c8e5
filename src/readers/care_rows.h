// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDate>
#include <QHash>

#include <memory_resource>

namespace readers {

// A birth date as its cell spells it. Read only where it has to be compared: most rows are of children nobody asks about.
struct CareDay {
    QByteArrayView text;
    bool counted = false; // a workbook may count days instead of naming them
    bool since1904 = false;

    [[nodiscard]] QDate read() const; // invalid where it says none
    [[nodiscard]] bool spelledLike(const CareDay& other) const
    {
        return text == other.text && counted == other.counted && since1904 == other.since1904;
    }
};

// Whose a row is, where it names its child only by a local authority's own number. One number may stand for several
// children: files were seen that give it twice. Costs about a hundred bytes a child of the file set, wanted or not,
// because a number is safe to follow only while nobody else bears it; so there is an end to it.
class CareRows {
public:
    static constexpr qsizetype mostNumbers = 500'000; // far more than any one authority looks after

    // The table of children says who bears a number. `who` is what else it says of them; `place` is −1 for a child
    // that is not taken.
    void claim(QByteArrayView number, QByteArrayView who, const CareDay& born, int place);

    enum class Whose { Nobody, Other, Child, AnotherBirthDate, SeveralChildren };
    struct Answer {
        Whose whose = Whose::Nobody;
        int place = -1;
    };
    [[nodiscard]] Answer ownerOf(QByteArrayView number, const CareDay& born) const;
    [[nodiscard]] bool isEmpty() const { return m_bearers.isEmpty(); }
    // There were more: what it answers is not to be trusted.
    [[nodiscard]] bool tooMany() const { return m_tooMany; }

private:
    struct Bearer {
        QByteArrayView who;
        CareDay born;
        int place = -1;
        Bearer* next = nullptr; // of the same number
    };
    [[nodiscard]] QByteArrayView own(QByteArrayView text);

    // Text and later bearers live as long as this does: one piece of memory, where a child would cost five.
    std::pmr::monotonic_buffer_resource m_text;
    QHash<QByteArrayView, Bearer> m_bearers;
    qsizetype m_count = 0; // of bearers
    bool m_tooMany = false;
};

} // namespace readers
