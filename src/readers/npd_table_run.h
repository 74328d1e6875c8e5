// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/npd_table.h"
#include "readers/npd_table_later.h"
#include "readers/npd_table_long.h"

#include <QMap>

namespace readers {

// Reads the sheets of one part: finds the headings, passes over other pupils' rows, hands the person's entries on.
class TableRun {
public:
    TableRun(int part, const TableReading& reading, Intake& intake, TableSource& table, PupilChoice& choice, Sink& sink,
             ReadDocument& document);

    [[nodiscard]] base::Result<void> run();

private:
    struct Unread { // a sheet that is no table about pupils
        QString sheet;
        bool headings = false;
    };
    // Of the sheet that is being read; a plan was made for it.
    [[nodiscard]] TableEntries& entries()
    {
        Q_ASSERT(m_entries.has_value());
        return *m_entries;
    }
    [[nodiscard]] base::Result<void> sheet();
    [[nodiscard]] base::Result<void> keepSheet(const std::vector<Row>& first);
    [[nodiscard]] base::Result<void> rows(std::vector<Row>& first, std::size_t from);
    [[nodiscard]] base::Result<void> handle(Row& row);
    // Whose row it is, from its identity columns; −1: not the person's. Remembered for the rows that follow.
    [[nodiscard]] int pupilOf(const Row& row);
    [[nodiscard]] base::Result<void> take(const Row& row, int pupil);
    [[nodiscard]] base::Result<void> takeLong(const Row& row, int pupil);
    [[nodiscard]] base::Result<void> handLong();
    void keep(const Row& row, const std::vector<int>& without);
    [[nodiscard]] std::vector<int> aboutOthersIn(const Row& row, bool valueToo) const;
    [[nodiscard]] base::Result<void> hand(int pupil, record::Entry entry);
    [[nodiscard]] bool isInstruction(const Row& row) const;
    [[nodiscard]] bool repeatsHeadings(const Row& row);
    void watchDates(const Row& row);
    void tellSheet();
    void tell();
    [[nodiscard]] base::Result<void> cutOff(const Row& last, const std::vector<Row>& first) const;

    int m_part;
    const TableReading& m_reading;
    Intake& m_intake;
    TableSource& m_table;
    PupilChoice& m_choice;
    Sink& m_sink;
    RawSink* m_raw; // rows go as they are
    ReadDocument& m_document;
    KeptTable m_kept;
    CellNotes m_notes;

    // of the sheet being read
    TablePlan m_plan;
    std::optional<TableEntries> m_entries;
    std::shared_ptr<const RowMaker> m_maker;
    QByteArray m_piece;
    RowPlace m_place;
    QStringList m_headings;
    int m_dataRows = 0;
    int m_longRow = 0;
    QMap<int, int> m_monthFirst; // column → first row whose date can only be month first
    std::vector<int> m_dateColumns;
    struct Whose {
        enum class Kind { Unknown, Other, Unnamed, Taken };
        Kind kind = Kind::Unknown;
        bool certainlyOther = false;
        bool named = false;
        bool numbered = false; // by something that can only be a pupil's number
        int pupil = -1;
    };
    void remember(const FoundPupil& found);
    LastCells m_identityCells;
    Whose m_whose;
    QHash<QByteArray, Whose> m_met; // by the bytes of the identity cells; only where everybody is read

    // of the part
    LongTable m_long;
    int m_read = 0; // sheets
    std::vector<Unread> m_unread;
    qint64 m_othersRows = 0;
    qint64 m_unnamedRows = 0;
    qint64 m_leftOutCells = 0;
    bool m_namesNobody = false;
};

} // namespace readers
