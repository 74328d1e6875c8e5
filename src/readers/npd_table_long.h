// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/last_cells.h"
#include "readers/npd_table_entries.h"
#include "readers/school_numbers.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace readers {

// Gathers a table in long form, whose rows say one field and its value each, into entries: one for each pupil, time and
// place. What is gathered waits in memory for the end of its sheet, since a later row may belong to any of them.
class LongTable {
public:
    explicit LongTable(bool otherPeopleToo) : m_otherPeopleToo(otherPeopleToo) {}

    void startSheet(const TablePlan& plan, const TableEntries& entries, const RowPlace& place, bool namesNobody);

    enum class Taken {
        Value,
        OfOthers, // the field is about somebody else
        NoField,  // the row names none
        TooMany
    };
    [[nodiscard]] Taken take(const Row& row, int pupil, CellNotes& notes);

    struct Gathered {
        int pupil = 0;
        record::Entry entry;
    };
    [[nodiscard]] std::vector<Gathered> finishSheet();

    // A table that names nobody says one thing of one time twice: its rows may be about several pupils.
    [[nodiscard]] bool saidTwice() const { return m_saidTwice; }

private:
    struct Field {
        QString name;
        QString item;
        QString collection;
        QString dataset;
        std::optional<catalogue::AcademicYear> year;
        catalogue::Term term = catalogue::Term::None;
        QString suffix;
        TableColumn::Place place = TableColumn::Place::None; // it says which school
        bool aboutOthers = false;
    };
    [[nodiscard]] std::size_t fieldOf(const Row& row, CellNotes& notes); // place in m_fields
    [[nodiscard]] static Field makeField(const QString& name, const QString& collection);
    [[nodiscard]] std::size_t entryFor(const Field& field, int pupil);   // place in m_gathered
    void nameSchools();

    bool m_otherPeopleToo;
    QByteArray m_fieldKey;
    QHash<QByteArray, std::size_t> m_fieldPlaces; // by the bytes of the item and collection cells
    std::vector<Field> m_fields;
    QSet<QString> m_said;
    bool m_saidTwice = false;

    // of the sheet being read
    const TablePlan* m_plan = nullptr;
    const TableEntries* m_entries = nullptr;
    const RowPlace* m_place = nullptr;
    bool m_namesNobody = false;
    qint64 m_values = 0;
    LastCells m_frameCells; // time and place
    record::Entry m_frame;
    int m_frameOfPupil = -1;
    std::vector<Gathered> m_gathered;
    std::vector<SchoolNumbers> m_schools; // said in rows of their own, of each gathered entry
    QStringList m_keys; // of each gathered entry: pupil, time and place, in words
    QHash<QString, std::size_t> m_places;
    std::vector<std::size_t> m_placeOfField; // of the current frame and pupil; SIZE_MAX: not yet
};

} // namespace readers
