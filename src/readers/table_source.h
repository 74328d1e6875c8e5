// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/encoding.h"
#include "readers/source_intake.h"

#include <memory>
#include <vector>

namespace readers {

enum class CellKind : quint8 { Text, Number, DateSerial }; // DateSerial: a number the workbook shows as a date

// One row of a table. Of a text file it holds the delivered stretch and cuts it into cells only as far as somebody
// asks: most rows of a school's file are about other children and are passed over after one look at a cell or two.
class Row {
public:
    int number = 0; // as a spreadsheet counts, from 1
    int line = 0;   // of the text file, from 1; 0 in a workbook

    void setRecord(QByteArrayView record, QByteArrayView whole, char delimiter, bool quotes); // views, not copies
    void startCells();
    void addCell(int column, QByteArrayView text, CellKind kind); // columns ascend
    void joinCells(int column, int extra); // one cell again out of what a delimiter inside it had cut
    void setQuotes(bool quotes);           // cuts the row anew
    void detach(); // keeps its own copy of the bytes, to outlive the next row

    [[nodiscard]] int count() const; // cells, those at the end that are empty included
    [[nodiscard]] QByteArrayView bytes(int column) const; // without the quotation marks; empty beyond the end
    [[nodiscard]] QByteArrayView spelled(int column) const; // with its quotation marks
    [[nodiscard]] CellKind kind(int column) const;
    [[nodiscard]] QString text(int column, CellNotes& notes) const;
    [[nodiscard]] bool blank() const; // nothing but blanks in every cell
    [[nodiscard]] QByteArrayView whole() const { return m_whole; } // with its line break, as UTF-8 or eight-bit
    [[nodiscard]] QByteArrayView record() const { return m_record; }
    [[nodiscard]] char delimiter() const { return m_delimiter; }

private:
    struct Cell {
        qint64 from = 0;
        qint64 length = 0;
        CellKind kind = CellKind::Text;
        bool quoted = false;
        bool doubled = false; // quotation marks inside are doubled
    };
    bool cutTo(int column) const;
    void cutOne() const;

    QByteArrayView m_record;
    QByteArrayView m_whole;
    QByteArray m_own;
    char m_delimiter = ',';
    bool m_quotes = true;
    mutable bool m_allCut = true;
    mutable qsizetype m_cutAt = 0;
    mutable std::vector<Cell> m_cells;
};

// Rows of cells, one sheet after the other, whatever they came in.
class TableSource {
public:
    virtual ~TableSource() = default;
    [[nodiscard]] virtual base::Result<bool> next(Row& row) = 0;  // false at the end of the sheet
    [[nodiscard]] virtual base::Result<bool> nextSheet() = 0;     // false: there is none
    [[nodiscard]] virtual QString sheet() const { return {}; }    // empty for text files
    [[nodiscard]] virtual bool since1904() const { return false; }
    [[nodiscard]] virtual bool isText() const = 0;
    [[nodiscard]] virtual TextEncoding encoding() const { return TextEncoding::EightBit; }
    [[nodiscard]] virtual int byteOrderMark() const { return 0; }
    [[nodiscard]] virtual bool lastRowUnended() const { return false; } // no line break after the last row read
    [[nodiscard]] virtual QByteArray deliveredBytes() const { return {}; } // of a workbook, which is held anyway
    // Of a workbook read to its end: it holds something besides the rows that were handed out, such as comments, stored
    // summaries or texts that no cell shows any more.
    [[nodiscard]] virtual bool holdsMore() const { return false; }
};

enum class TableKind { None, Text, Xlsx, Ods };
[[nodiscard]] TableKind tableKind(QByteArrayView head); // by content

// How a text table is cut. Nothing given: found out from the head.
struct TextDialect {
    char delimiter = 0;
    bool quotes = true;
    int columns = 0; // known: a line that is too short is joined with the next if that makes a whole row
};

// `intake` outlives the table. A workbook is read whole: its directory stands at its end.
[[nodiscard]] base::Result<std::unique_ptr<TableSource>> openTable(Intake& intake, QByteArrayView head,
                                                                   TextDialect dialect = {});

} // namespace readers
