// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv_rows.h"

#include <QFile>
#include <QStringList>

QList<QHash<QString, QString>> csvRows(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    QList<QStringList> table;
    QStringList row;
    QString cell;
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && inQuotes && i + 1 < text.size() && text[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"') {
            inQuotes = !inQuotes;
        } else if (!inQuotes && (c == u',' || c == u'\n')) {
            row.append(cell);
            cell.clear();
            if (c == u'\n') {
                table.append(row);
                row.clear();
            }
        } else if (inQuotes || c != u'\r') {
            cell += c;
        }
    }
    if (!row.isEmpty())
        table.append(row << cell);

    QList<QHash<QString, QString>> rows;
    for (qsizetype i = 1; i < table.size(); ++i) {
        QHash<QString, QString> cells;
        for (qsizetype column = 0; column < table[0].size() && column < table[i].size(); ++column)
            cells.insert(table[0][column], table[i][column]);
        rows.append(cells);
    }
    return rows;
}
